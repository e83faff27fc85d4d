/* officer-overload-across-plans: one officer with more due in one month, over all plans, than anybody can finish. */
#include <planlint/corpus.h>
#include <planlint/rule.h>

#include <stdlib.h>
#include <strings.h>

static const struct pl_option options[] = {
        {"milestones", PL_OPTION_NUMBER, "10", 1, 1000000,
         "how many milestones one officer may have due in one month over all plans"},
        {"places", PL_OPTION_NUMBER, "20", 1, 1000000, "how many other places a finding names"},
        {.name = NULL},
};

struct settings {
	uint32_t milestones, places;
};

static enum pl_status prepare(struct pl_ctx *ctx, void *prepared)
{
	*(struct settings *)prepared =
	        (struct settings){(uint32_t)pl_option_number(ctx, 0), (uint32_t)pl_option_number(ctx, 1)};
	return PL_OK;
}

/* "Service manager" is somebody else in each plan. */
static const char *const general[] = {
        "all",      "and",    "assistant", "board",     "corporate", "director", "group",   "head",     "heads",
        "lead",     "leader", "manager",   "managers",  "member",    "members",  "of",      "officer",  "officers",
        "partners", "plan",   "project",   "programme", "section",   "senior",   "service", "services", "staff",
        "tba",      "tbc",    "team",      "the",       "unit",      "various"};

static bool is_general(struct pl_str word)
{
	for (size_t i = 0; i < sizeof general / sizeof *general; i++)
		if (strncasecmp(word.ptr, general[i], word.len) == 0 && !general[i][word.len])
			return true;
	return false;
}

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80; }

/* Does the name tell who it is, rather than only which post every service has? */
static bool is_somebody(struct pl_str name)
{
	for (size_t at = 0; at < name.len;) {
		struct pl_str word = {name.ptr + at, 0};

		while (at + word.len < name.len && is_letter(word.ptr[word.len]))
			word.len++;
		if (word.len && !is_general(word))
			return true;
		at += word.len + 1;
	}
	return false;
}

struct load {
	uint32_t officer, milestone;
	int32_t month;
};

static int compare(const void *left, const void *right)
{
	const struct load *a = left, *b = right;

	if (a->officer != b->officer)
		return a->officer < b->officer ? -1 : 1;
	if (a->month != b->month)
		return a->month < b->month ? -1 : 1;
	return (a->milestone > b->milestone) - (a->milestone < b->milestone);
}

static uint32_t collect(const struct pl_ctx *ctx, const struct pl_corpus *corpus, const bool *somebody,
                        struct load *loads)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < corpus->milestone_count; i++) {
		const struct pl_corpus_milestone *milestone = &corpus->milestones[i];

		if (!somebody[milestone->officer] || milestone->due == PL_NO_DAY ||
		    milestone->state == PL_STATE_CANCELLED || milestone->state == PL_STATE_COMPLETED ||
		    !pl_across_runs(ctx, corpus, milestone->place.plan))
			continue;
		loads[count++] = (struct load){milestone->officer, i, pl_day_month(milestone->due)};
	}
	return count;
}

/* What one plan asks of an officer is officer-overload's. */
static uint32_t count_plans(const struct pl_corpus *corpus, const struct load *loads, uint32_t count)
{
	uint32_t plans = 1;

	for (uint32_t i = 1; i < count; i++)
		plans += corpus->milestones[loads[i].milestone].place.plan !=
		         corpus->milestones[loads[i - 1].milestone].place.plan;
	return plans;
}

static void report(struct pl_ctx *ctx, const struct pl_corpus *corpus, const struct load *loads, uint32_t count,
                   uint32_t plans)
{
	const struct settings *settings = pl_prepared(ctx);
	const struct pl_corpus_place **places = pl_alloc(ctx, count - 1, sizeof *places);
	const struct pl_corpus_milestone *first = &corpus->milestones[loads->milestone];
	struct pl_str officer = corpus->officers[loads->officer - 1];

	for (uint32_t i = 1; i < count; i++)
		places[i - 1] = &corpus->milestones[loads[i].milestone].place;
	pl_report_across(
	        ctx, &(struct pl_across){
	                     .place = &first->place,
	                     .message = pl_print(ctx, "%.*s has %u milestones in %u plans due in %s", (int)officer.len,
	                                         officer.ptr, count, plans, pl_print_month(ctx, first->due)),
	                     .related = places,
	                     .related_count = count - 1,
	                     .related_message = "due in the same month",
	                     .named = settings->places,
	             });
}

static void check_corpus(struct pl_ctx *ctx, const struct pl_corpus *corpus)
{
	const struct settings *settings = pl_prepared(ctx);
	bool *somebody = pl_alloc(ctx, (size_t)corpus->officer_count + 1, sizeof *somebody);
	struct load *loads = pl_alloc(ctx, corpus->milestone_count, sizeof *loads);
	uint32_t count;

	for (uint32_t i = 0; i < corpus->officer_count; i++)
		somebody[i + 1] = is_somebody(corpus->officers[i]);
	count = collect(ctx, corpus, somebody, loads);
	if (count)
		qsort(loads, count, sizeof *loads, compare);
	for (uint32_t begin = 0, end; begin < count; begin = end) {
		uint32_t plans;

		for (end = begin + 1; end < count && loads[end].officer == loads[begin].officer &&
		                      loads[end].month == loads[begin].month;
		     end++)
			;
		plans = count_plans(corpus, loads + begin, end - begin);
		if (end - begin > settings->milestones && plans > 1)
			report(ctx, corpus, loads + begin, end - begin, plans);
	}
}

const struct pl_rule pl_rule_officer_overload_across_plans = {
        .id = "officer-overload-across-plans",
        .module = "timescale",
        .since = "1.0",
        .summary = "one officer with very many milestones due in one month over all plans",
        .why = "No single plan shows that somebody has promised more than a month holds. Counted over all plans of one "
               "organisation by the name as it is written, and by the month of the last day; what is completed or cancelled "
               "doesn't count, nor do posts that every service has (\"service manager\"). One finding an officer and month "
               "stands on the first and names the others.",
        .advice = "Spread the dates, or share the work among more officers",
        .bad = "plan: {title: Markets plan, period: 2010/11}\n"
               "key_actions:\n"
               "  - title: Busier street markets\n"
               "    lead_officer: T. Brown\n"
               "    milestones:\n"
               "      - {text: 10 stalls let in North Street, due: 2010-09-30}\n"
               "      - {text: 12 stalls let in South Street, due: 2010-09-30}\n"
               "      - {text: 14 stalls let in Mill Lane, due: 2010-09-15}\n"
               "      - {text: Electricity laid to the square, due: 2010-09-10}\n"
               "      - {text: Farmers' market held monthly from the square, due: 2010-09-20}\n"
               "      - {text: Parking for traders marked out, due: September 2010}\n"
               "---\n"
               "plan: {title: Events plan, period: 2010/11}\n"
               "key_actions:\n"
               "  - title: A summer of music\n"
               "    lead_officer: T. Brown\n"
               "    milestones:\n"
               "      - {text: Bandstand repaired, due: 2010-09-04}\n"
               "      - {text: 20 bands booked, due: 2010-09-10}\n"
               "      - {text: Programme printed, due: 2010-09-17}\n"
               "      - {text: Stewards trained, due: 2010-09-24}\n"
               "      - {text: Licence granted, due: 2010-09-30}\n",
        .good = "plan: {title: Markets plan, period: 2010/11}\n"
                "key_actions:\n"
                "  - title: Busier street markets\n"
                "    lead_officer: T. Brown\n"
                "    milestones:\n"
                "      - {text: 10 stalls let in North Street, due: 2010-09-30}\n"
                "---\n"
                "plan: {title: Events plan, period: 2010/11}\n"
                "key_actions:\n"
                "  - title: A summer of music\n"
                "    lead_officer: T. Brown\n"
                "    milestones:\n"
                "      - {text: Bandstand repaired, due: 2010-09-04}\n",
        .severity = PL_INFO,
        .confidence = PL_MEDIUM,
        .off = true,
        .sweep = true,
        .options = options,
        .prepared_size = sizeof(struct settings),
        .prepare = prepare,
        .on_corpus = check_corpus,
};
