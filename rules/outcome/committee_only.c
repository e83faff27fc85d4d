/* committee-only: the substance is a step before an internal body. */
#include <planlint/rule.h>

/* Something else that the text would leave behind: the body is only on the way to it. */
static bool brings_more(const struct pl_reading *reading)
{
	return pl_main_with(reading, PL_YIELD_RESULT) || pl_main_with(reading, PL_YIELD_MEETING);
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
	        &(struct pl_report){.message = "This says that a body inside is told or asked, not what will change",
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
