/* compound-milestone: two results that could be met apart, joined in one item. */
#include <planlint/rule.h>

static void check_milestone(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	const struct pl_reading *reading;
	const struct pl_clause *clause;
	struct pl_report report = {.item = &milestone->item,
	                           .message = "this is a second result: one could be met and the other missed",
	                           .confidence = PL_MEDIUM};

	if (!milestone->item.title)
		return;
	reading = pl_read(ctx, milestone->item.title);
	clause = pl_second_result(reading);
	if (clause) {
		pl_report_words(ctx, &milestone->item, reading, clause, &report);
	} else if (pl_adds_result(reading, &report.part)) {
		report.evidence = &report.part;
		report.evidence_count = 1;
		pl_report(ctx, &report);
	} else if (pl_second_deadline(reading, &report.part)) {
		report.message = "this has a second deadline of its own: one could be met and the other missed";
		report.evidence = &report.part;
		report.evidence_count = 1;
		pl_report(ctx, &report);
	}
}

const struct pl_rule pl_rule_compound_milestone = {
        .id = "compound-milestone",
        .module = "outcome",
        .since = "1.0",
        .summary = "two separately achievable results in one item",
        .why = "When one of two results is met and the other is not, nobody can say whether the milestone is. Steps of one "
               "result (designed and built, drafted and agreed) and lists of places or partners are one result.",
        .advice = "Write two milestones, each with its own deadline and lead officer",
        .bad = "plan: {title: Housing plan}\n"
               "key_actions:\n"
               "  - title: Fewer empty homes\n"
               "    milestones:\n"
               "      - text: Advice line for owners opened and 40 grants paid\n",
        .good = "plan: {title: Housing plan}\n"
                "key_actions:\n"
                "  - title: Fewer empty homes\n"
                "    milestones:\n"
                "      - text: Grant scheme designed and agreed\n",
        .severity = PL_INFO,
        .confidence = PL_MEDIUM,
        .on_milestone = check_milestone,
};
