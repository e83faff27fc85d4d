/* vague-milestone: nobody could later prove whether it was met. */
#include <planlint/rule.h>

/* Effort only; what says nothing at all ("Ongoing") doesn't save it. */
static bool all_is_effort(const struct pl_reading *reading)
{
	bool effort = false;

	for (uint32_t i = 0; i < reading->clause_count; i++) {
		const struct pl_clause *clause = &reading->clauses[i];

		if (clause->role != PL_ROLE_MAIN || clause->yield == PL_YIELD_UNCLEAR)
			continue;
		if (clause->yield != PL_YIELD_EFFORT)
			return false;
		effort = true;
	}
	return effort;
}

static void check_milestone(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	const struct pl_reading *reading;
	const struct pl_clause *clause;

	if (!milestone->item.title)
		return;
	reading = pl_read(ctx, milestone->item.title);
	if (!reading->content_count && reading->date_count) { /* what is only a placeholder is another rule's */
		pl_report(ctx,
		          &(struct pl_report){.item = &milestone->item,
		                              .part = {.text = milestone->item.title},
		                              .message = "this gives no more than a date: nothing that could be done",
		                              .confidence = PL_HIGH});
		return;
	}
	if (!all_is_effort(reading))
		return;
	clause = pl_main_with(reading, PL_YIELD_EFFORT);
	pl_report_words(
	        ctx, &milestone->item, reading, clause,
	        &(struct pl_report){
	                .message = pl_print(
	                        ctx,
	                        "nobody could show afterwards that this was done: \"%s\" names no number, product or state",
	                        pl_print_decided(ctx, reading, clause, 0)),
	                .confidence = clause->sure ? PL_HIGH : PL_MEDIUM});
}

const struct pl_rule pl_rule_vague_milestone = {
        .id = "vague-milestone",
        .module = "outcome",
        .since = "1.0",
        .summary = "nothing that could later be shown to be done",
        .why = "A milestone is met or it is not. Words of effort (support, promote, work with, improve) have no end "
               "that anybody could point to, unless a number, a thing delivered or a plain yes-or-no state goes with "
               "them.",
        .advice =
                "Write what will be there or will have changed, with a number or a state that is plainly reached or not",
        .bad = "plan: {title: Housing plan}\n"
               "key_actions:\n"
               "  - title: Fewer empty homes\n"
               "    milestones:\n"
               "      - text: Work with owners to encourage better use of empty homes\n",
        .good = "plan: {title: Housing plan}\n"
                "key_actions:\n"
                "  - title: Fewer empty homes\n"
                "    milestones:\n"
                "      - text: Advice line for owners of empty homes open\n",
        .severity = PL_WARNING,
        .confidence = PL_MEDIUM,
        .on_milestone = check_milestone,
};
