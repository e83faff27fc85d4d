/* unrealistic-timescale: less time between start and deadline than that kind of work takes. */
#include <planlint/rule.h>

#include <string.h>

enum { KINDS_MAX = 128, STAGES_MAX = 50 };

struct kind {
	struct pl_str name, reason;
	long weeks;
};

struct kinds {
	struct kind kinds[KINDS_MAX];
	size_t count;
	const struct pl_phrases *phrases; /* two lists a kind: when, unless */
};

static const struct {
	const char *name, *when, *unless, *reason;
} known[] = {
#define PL_WORK(name, weeks, when, unless, reason, source) {name, when, unless, reason},
#include "kinds.def"
#undef PL_WORK
};

/* The defaults of minimum-weeks are the table's. */
#define PL_WORK(name, weeks, when, unless, reason, source) name "=" #weeks ","
static const struct pl_option options[] = {
        {"minimum-weeks", PL_OPTION_TABLE,
#include "kinds.def"
         , 0, 1000,
         "weeks that a kind of work takes at the least (0: any time will do); a name of your own is looked for in the "
         "text as it is written"},
        {.name = NULL},
};
#undef PL_WORK

static struct pl_str slice(const char *text) { return (struct pl_str){text, strlen(text)}; }

static void add_kind(struct kinds *kinds, struct pl_str *lists, struct pl_str name, long weeks)
{
	struct kind *kind = &kinds->kinds[kinds->count];
	struct pl_str *when = &lists[2 * kinds->count], *unless = when + 1;
	*kind = (struct kind){.name = name, .weeks = weeks};
	*when = name;
	*unless = slice("");
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		if (strlen(known[i].name) != name.len || strncmp(known[i].name, name.ptr, name.len) != 0)
			continue;
		*when = slice(known[i].when);
		*unless = slice(known[i].unless);
		kind->reason = slice(known[i].reason);
	}
	kinds->count++;
}

static enum pl_status prepare(struct pl_ctx *ctx, void *prepared)
{
	struct kinds *kinds = prepared;
	size_t count = pl_option_count(ctx, 0);
	struct pl_str *lists = pl_alloc(ctx, 2 * KINDS_MAX, sizeof *lists);
	if (count > KINDS_MAX)
		return pl_refuse(ctx, "minimum-weeks: more kinds of work than there is room for");
	for (size_t i = 0; i < count; i++)
		add_kind(kinds, lists, pl_option_entry(ctx, 0, i), pl_option_entry_number(ctx, 0, i));
	kinds->phrases = pl_phrases_compile(ctx, lists, 2 * count);
	return PL_OK;
}

/* The kind of work that the text finishes, the longest where it is several; NULL. */
static const struct kind *kind_of(struct pl_ctx *ctx, const struct pl_text *text, struct pl_part *words)
{
	const struct kinds *kinds = pl_prepared(ctx);
	const struct pl_reading *reading = pl_read_words(ctx, text);
	struct pl_phrase_match found[2 * KINDS_MAX];
	const struct kind *longest = NULL;
	/* what only begins says nothing about the time to the end */
	if (reading->kinds & PL_KIND(BEGIN))
		return NULL;
	if (!pl_phrases_find(kinds->phrases, reading, found))
		return NULL;
	for (size_t i = 0; i < kinds->count; i++) {
		const struct pl_phrase_match *when = &found[2 * i];
		if (when->end == 0 || found[2 * i + 1].end != 0 || (longest && longest->weeks >= kinds->kinds[i].weeks))
			continue;
		longest = &kinds->kinds[i];
		*words = (struct pl_part){.text = text, .begin = when->begin, .end = when->end};
	}
	return longest;
}

/* ---- since when ------------------------------------------------------------------------------------------------- */

struct start {
	pl_day day;
	const char *what; /* "the start of M1", in a message */
	struct pl_place place;
};

static void note(struct pl_ctx *ctx, struct start *start, const struct pl_item *item, const struct pl_due *due,
                 const char *what)
{
	pl_day day = pl_due_day(due);
	if (day == PL_NO_DAY || (start->day != PL_NO_DAY && day <= start->day))
		return;
	start->day = day;
	start->what = pl_print(ctx, "%s %s", what, pl_print_item(ctx, item));
	start->place = (struct pl_place){.item = item, .part = {.text = due->text}, .message = "counted from here"};
}

static void after_dependencies(struct pl_ctx *ctx, const struct pl_milestone *milestone, struct start *start)
{
	for (size_t i = 0; i < milestone->depends_on.count; i++) {
		const struct pl_item *item = milestone->depends_on.items[i].item;
		if (item && item->kind == PL_ITEM_MILESTONE)
			note(ctx, start, item, &((const struct pl_milestone *)item)->due, "the deadline of");
		else if (item && item->kind == PL_ITEM_ACTION)
			note(ctx, start, item, &((const struct pl_action *)item)->deadline, "the deadline of");
	}
}

/* An earlier stage of the same deliverable stands shortly before it in the key action, is due before it and is about
 * the same things: two words of substance in common. */
static void after_stage(struct pl_ctx *ctx, const struct pl_milestone *milestone, struct start *start)
{
	const struct pl_action *action = milestone->action;
	pl_day due = pl_due_day(&milestone->due);
	uint32_t place = milestone->index - action->milestones[0]->index;
	for (uint32_t i = place > STAGES_MAX ? place - STAGES_MAX : 0; i < place; i++) {
		const struct pl_milestone *stage = action->milestones[i];
		if (stage->item.title && pl_due_day(&stage->due) < due &&
		    pl_shared_content(ctx, stage->item.title, milestone->item.title).stems >= 2)
			note(ctx, start, &stage->item, &stage->due, "the stage before,");
	}
}

static struct start start_of(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	const struct pl_plan *plan = pl_ctx_plan(ctx);
	struct start start = {.day = PL_NO_DAY};
	if (milestone->start != PL_NO_DAY)
		return (struct start){milestone->start,
		                      "its start",
		                      {&milestone->item, {.text = milestone->start_text}, "counted from here"}};
	after_dependencies(ctx, milestone, &start);
	if (start.day == PL_NO_DAY)
		after_stage(ctx, milestone, &start);
	if (start.day == PL_NO_DAY && plan->set_on != PL_NO_DAY)
		return (struct start){plan->set_on,
		                      pl_print(ctx, "the day the %s were set", pl_terms(ctx)->milestones),
		                      {&plan->item, {.text = plan->set_on_text}, "counted from here"}};
	return start;
}

/* ---- reporting -------------------------------------------------------------------------------------------------- */

static const char *length_of(struct pl_ctx *ctx, long days)
{
	if (days < 14)
		return pl_print(ctx, "%ld day%s", days, days == 1 ? "" : "s");
	return pl_print(ctx, "%ld weeks", days / 7);
}

static void report(struct pl_ctx *ctx, const struct pl_milestone *milestone, const struct kind *kind,
                   const struct pl_part *words, const struct start *start)
{
	pl_day due = pl_due_day(&milestone->due);
	const char *earliest = pl_print_day(ctx, start->day + (pl_day)(kind->weeks * 7));
	bool has_reason = kind->reason.len > 0;
	pl_report(ctx,
	          &(struct pl_report){
	                  .item = &milestone->item,
	                  .part = {.text = milestone->due.text},
	                  .message = pl_print(ctx, "%s for %.*s, which takes at least %ld weeks: counted from %s (%s)",
	                                      length_of(ctx, due - start->day), (int)kind->name.len, kind->name.ptr,
	                                      kind->weeks, start->what, pl_print_day(ctx, start->day)),
	                  .advice = pl_print(ctx, "Set %s or later, or begin sooner%s%.*s", earliest,
	                                     has_reason ? ": " : "", (int)kind->reason.len, kind->reason.ptr),
	                  .evidence = words,
	                  .evidence_count = 1,
	                  .related = &start->place,
	                  .related_count = 1,
	          });
}

static void check_milestone(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	enum pl_progress_state state = milestone->progress->state;
	pl_day due = pl_due_day(&milestone->due);
	struct pl_part words;
	if (due == PL_NO_DAY || !milestone->item.title || state == PL_STATE_COMPLETED || state == PL_STATE_CANCELLED)
		return;
	const struct kind *kind = kind_of(ctx, milestone->item.title, &words);
	if (!kind)
		return;
	struct start start = start_of(ctx, milestone);
	if (start.day == PL_NO_DAY) {
		pl_not_checked(ctx, "the time that kinds of work take was not compared with the deadlines",
		               "the plan gives no set_on and no starts");
		return;
	}
	/* a deadline before the start is another rule's */
	if (due >= start.day && due - start.day < kind->weeks * 7)
		report(ctx, milestone, kind, &words, &start);
}

const struct pl_rule pl_rule_unrealistic_timescale = {
        .id = "unrealistic-timescale",
        .module = "timescale",
        .since = "1.0",
        .summary = "less time than that kind of work takes",
        .why = "Some work has steps that nobody can hurry: people need weeks to answer a consultation, bids and "
               "objections have their time limits, new staff give notice first. The time is counted from the "
               "milestone's own start, else from what it depends on, else from the stage before it in the same key "
               "action, else from the day the milestones were set, and the finding says from which. A text that only "
               "begins the work, or reports on it, is left alone, and so is what is completed.",
        .advice = "Allow the time, begin sooner, or set the stage that can be reached by then",
        .bad = "plan: {title: Transport plan, period: 2010/11, set_on: 2010-04-01}\n"
               "key_actions:\n"
               "  - title: Buses where people live\n"
               "    milestones:\n"
               "      - {text: Public consultation on the new bus routes completed, due: 30 April 2010}\n",
        .good = "plan: {title: Transport plan, period: 2010/11, set_on: 2010-04-01}\n"
                "key_actions:\n"
                "  - title: Buses where people live\n"
                "    milestones:\n"
                "      - {text: Public consultation on the new bus routes completed, due: 31 July 2010}\n",
        .severity = PL_WARNING,
        .confidence = PL_MEDIUM,
        .options = options,
        .prepared_size = sizeof(struct kinds),
        .prepare = prepare,
        .on_milestone = check_milestone,
};
