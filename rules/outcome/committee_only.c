/* committee-only: the substance is a step before an internal body. */
#include <planlint/rule.h>

/* Something else that the text would leave behind: the body is only on the way to it. */
static bool brings_more(const struct pl_reading *reading)
{
	return pl_main_with(reading, PL_YIELD_RESULT) || pl_main_with(reading, PL_YIELD_MEETING);
}

static const char *body(struct pl_ctx *ctx, const struct pl_reading *reading, const struct pl_clause *clause)
{
	for (size_t i = 0; i < 2; i++)
		if (clause->decided[i] != PL_NO_WORD &&
		    (reading->words[clause->decided[i]].kinds & (PL_KIND(BODY) | PL_KIND(GROUP))))
			return pl_print(ctx, "\"%s\"",
			                pl_print_decided(ctx, reading, clause, PL_KIND(BODY) | PL_KIND(GROUP)));
	return "a body inside";
}

static const char *advice(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	if (milestone->is_action)
		return NULL;
	return pl_print(ctx, "Write what will be in effect for %s once the body has agreed, and by when",
	                pl_print_item(ctx, &milestone->action->item));
}

static void check_milestone(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	const struct pl_reading *reading;
	const struct pl_clause *clause;

	if (!milestone->item.title)
		return;
	reading = pl_read(ctx, milestone->item.title);
	clause = pl_main_with(reading, PL_YIELD_STEP);
	if (!clause || brings_more(reading))
		return;
	pl_report_words(
	        ctx, &milestone->item, reading, clause,
	        &(struct pl_report){
	                .message = pl_print(
	                        ctx, "this is a step before %s: it says who is told or asked, not what will change",
	                        body(ctx, reading, clause)),
	                .advice = advice(ctx, milestone),
	                .confidence = clause->sure ? PL_HIGH : PL_MEDIUM});
}

const struct pl_rule pl_rule_committee_only = {
        .id = "committee-only",
        .module = "outcome",
        .since = "1.0",
        .summary = "a report, update or approval before an internal body, and nothing beyond it",
        .why = "Reporting to a committee, or getting its approval, is how an organisation works, not what the plan is "
               "for. The guidance asks whether it is the reporting that is the milestone, or what is reported on. "
               "Approval by a regulator, funder or planning authority is another matter: it decides what can be done.",
        .advice = "Write what will be in effect once the body has agreed, and by when",
        .bad = "plan: {title: Housing plan}\n"
               "key_actions:\n"
               "  - title: Fewer empty homes\n"
               "    milestones:\n"
               "      - text: Report on empty homes to Cabinet\n",
        .good = "plan: {title: Housing plan}\n"
                "key_actions:\n"
                "  - title: Fewer empty homes\n"
                "    milestones:\n"
                "      - text: Council tax premium on empty homes charged from 1 April\n",
        .severity = PL_WARNING,
        .confidence = PL_MEDIUM,
        .on_milestone = check_milestone,
};
