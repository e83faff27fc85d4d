/* deadline-mismatch: a date in a milestone's text that is not the deadline it is given. */
#include <planlint/rule.h>

#include <string.h>
#include <strings.h>

enum { DATES_MAX = 16 };

static bool overlap(struct pl_days a, struct pl_days b) { return a.first <= b.last && b.first <= a.last; }

/* A month fits any day in it, and the other way round: a text is often less exact than the deadline, or more. */
static bool agrees_as_read(const struct pl_due *due, struct pl_days days)
{
	for (uint32_t i = 0; i < due->each_count; i++) {
		if (overlap(due->each[i], days))
			return true;
	}
	return overlap(due->days, days);
}

static bool names_year(struct pl_str text, const struct pl_dated *date)
{
	uint32_t digits = 0;
	for (uint32_t i = date->begin; i < date->end && digits < 4; i++)
		digits = text.ptr[i] >= '0' && text.ptr[i] <= '9' ? digits + 1 : 0;
	return digits == 4;
}

/* "8 Dec" was put into the plan's period, and may have meant the year of the deadline all the same. */
static bool agrees(const struct pl_due *due, struct pl_str text, const struct pl_dated *date)
{
	struct pl_days days = date->days;
	if (date->kind == PL_DUE_RANGE && !names_year(text, date)) {
		int years = pl_day_civil(due->days.last).year - pl_day_civil(days.last).year;
		days.first = pl_day_add_months(days.first, 12 * years);
		days.last = pl_day_add_months(days.last, 12 * years);
	}
	return agrees_as_read(due, days);
}

/* ---- what the words around a date make of it ----------------------------------------------------------------------
 */

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

static bool is_one_of(const char *word, size_t length, const char *const *words)
{
	for (; *words; words++) {
		if (strlen(*words) == length && strncasecmp(*words, word, length) == 0)
			return true;
	}
	return false;
}

/* Is the last word before byte `*at` one of `words`? Then `*at` moves to where it begins. */
static bool step_back(struct pl_str text, uint32_t *at, const char *const *words)
{
	uint32_t begin = *at;
	while (begin > 0 && text.ptr[begin - 1] == ' ')
		begin--;
	uint32_t end = begin;
	while (begin > 0 && is_letter(text.ptr[begin - 1]))
		begin--;
	if (!is_one_of(text.ptr + begin, end - begin, words))
		return false;
	*at = begin;
	return true;
}

static bool follows(struct pl_str text, uint32_t at, const char *const *words) { return step_back(text, &at, words); }

/* "from April 2007" says when something starts. */
static bool is_start(struct pl_str text, const struct pl_dated *date)
{
	static const char *const words[] = {"from",  "since",   "starting",  "beginning", "commencing", "starts",
	                                    "after", "between", "following", "effective", "covering",   NULL};
	return follows(text, date->lead, words) || follows(text, date->begin, words);
}

/* "by the end of July 2007": also where the deadline is confirmed by another date. */
static bool is_promise(struct pl_str text, const struct pl_dated *date)
{
	static const char *const promises[] = {"by", "before", "until", "till", "than", NULL};
	static const char *const between[] = {"the", "end", "of", NULL};
	uint32_t at = date->begin;
	while (step_back(text, &at, between))
		;
	return follows(text, at, promises);
}

/* "the January 2006 audit", "accounts for 2006/07", "the letter of 3 May": a name, and no time at which anything is
 * due. */
static bool is_name(struct pl_str text, const struct pl_dated *date)
{
	static const char *const before[] = {"of", "the", "this", "its", "their", "for", "dated", NULL};
	static const char *const behind[] = {"and", "with", "to",  "by",   "for",   "in",      "at",    "as",
	                                     "or",  "then", "but", "so",   "on",    "through", "using", "including",
	                                     "via", "when", "if",  "from", "where", NULL};
	uint32_t begin = date->end, end;
	while (begin < text.len && text.ptr[begin] == ' ')
		begin++;
	for (end = begin; end < text.len && is_letter(text.ptr[end]); end++)
		;
	return follows(text, date->lead, before) || date->kind == PL_DUE_YEAR || date->kind == PL_DUE_RANGE ||
	       (end > begin && !is_one_of(text.ptr + begin, end - begin, behind));
}

/* Only a full stop, bracket or the like behind it: "… - July 2007". */
static bool is_last(struct pl_str text, const struct pl_dated *date)
{
	for (uint32_t i = date->end; i < text.len; i++) {
		if (!strchr(" .;,)]\n\t", text.ptr[i]))
			return false;
	}
	return true;
}

/* Are the two only joined: "March - May 2010", "between 1 June and 30 July 2010"? */
static bool is_range(struct pl_str text, const struct pl_dated *first, const struct pl_dated *second)
{
	static const char *const joins[] = {"to", "and", "until", "till", "through", NULL};
	uint32_t begin = first->end, end = second->begin;
	while (begin < end && text.ptr[begin] == ' ')
		begin++;
	while (end > begin && text.ptr[end - 1] == ' ')
		end--;
	size_t length = end - begin;
	return (length == 1 && text.ptr[begin] == '-') || (length == 3 && memcmp(text.ptr + begin, "\u2013", 3) == 0) ||
	       is_one_of(text.ptr + begin, length, joins);
}

/* ---- judging ---------------------------------------------------------------------------------------------------- */

struct dates {
	struct pl_str text;
	const struct pl_due *due;
	struct pl_dated items[DATES_MAX];
	size_t count;
};

static bool is_confirmed(const struct dates *dates)
{
	for (size_t i = 0; i < dates->count; i++) {
		const struct pl_dated *date = &dates->items[i];
		if (agrees(dates->due, dates->text, date))
			return true;
		if (i > 0 && is_range(dates->text, date - 1, date) &&
		    agrees_as_read(dates->due, (struct pl_days){date[-1].days.first, date->days.last}))
			return true;
	}
	return false;
}

/* The date that speaks against the deadline; NULL. Where another date confirms the deadline, an earlier one is an
 * interim step, and only a later promise is a contradiction. A date in the middle of a text that nothing makes a
 * promise is about something else: the letter of May 2010, the 2009 survey. */
static const struct pl_dated *find_contradiction(const struct dates *dates)
{
	bool confirmed = is_confirmed(dates);
	const struct pl_dated *latest = NULL;
	for (size_t i = 0; i < dates->count; i++) {
		const struct pl_dated *date = &dates->items[i];
		bool later = date->days.first > dates->due->days.last;
		bool promise = is_promise(dates->text, date);
		if (!confirmed)
			promise |= is_last(dates->text, date) || !is_name(dates->text, date);
		if (is_start(dates->text, date))
			promise = later && !confirmed;
		if (agrees(dates->due, dates->text, date) || !promise || (confirmed && !later))
			continue;
		if (!latest || date->days.last > latest->days.last)
			latest = date;
	}
	return latest;
}

static void check_milestone(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	const struct pl_text *text = milestone->item.title;
	struct dates dates = {.due = &milestone->due};
	if (!text || pl_due_day(&milestone->due) == PL_NO_DAY)
		return;
	dates.text = text->value;
	size_t found = pl_plan_dates(pl_ctx_plan(ctx), text, dates.items, DATES_MAX);
	for (size_t i = 0; i < found; i++) {
		if (dates.items[i].days.last != PL_NO_DAY)
			dates.items[dates.count++] = dates.items[i];
	}
	const struct pl_dated *date = find_contradiction(&dates);
	if (!date)
		return;
	struct pl_place deadline = {
	        .item = &milestone->item, .part = {.text = milestone->due.text}, .message = "the deadline"};
	pl_report(ctx, &(struct pl_report){
	                       .item = &milestone->item,
	                       .part = {.text = text, .begin = date->begin, .end = date->end},
	                       .message = pl_print(ctx, "the text says %.*s, the deadline %s",
	                                           (int)(date->end - date->begin), text->value.ptr + date->begin,
	                                           pl_print_due(ctx, &milestone->due)),
	                       .related = &deadline,
	                       .related_count = 1,
	               });
}

const struct pl_rule pl_rule_deadline_mismatch = {
        .id = "deadline-mismatch",
        .module = "timescale",
        .since = "1.0",
        .summary = "a date in the text that differs from the deadline",
        .why = "Readers go by the text, reports and reminders by the deadline: where the two differ, one of them is "
               "out of date and nobody knows which. A month in the text agrees with any day in it, a span of time "
               "with a deadline inside it, and beside the right date an earlier one may stand for an interim step. "
               "\"From April\" is a start, and contradicts a deadline only where it comes after it.",
        .advice = "Make the date in the text and the deadline the same, or take the date out of the text",
        .bad = "plan: {title: Waste plan, period: 2007/08}\n"
               "key_actions:\n"
               "  - title: Recycle more\n"
               "    milestones:\n"
               "      - {text: Kerbside glass collection on all rounds by July 2007, due: 30/09/07}\n",
        .good = "plan: {title: Waste plan, period: 2007/08}\n"
                "key_actions:\n"
                "  - title: Recycle more\n"
                "    milestones:\n"
                "      - {text: Kerbside glass collection on all rounds by September 2007, due: 30/09/07}\n",
        .severity = PL_WARNING,
        .confidence = PL_HIGH,
        .on_milestone = check_milestone,
};
