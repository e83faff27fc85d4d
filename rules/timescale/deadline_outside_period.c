/* deadline-outside-period: a milestone due before the plan's period starts or after it ends. */
#include <planlint/rule.h>

static const char *describe(struct pl_ctx *ctx, const struct pl_due *due, bool late)
{
	const struct pl_days *period = &pl_ctx_plan(ctx)->period;
	const char *when = pl_print_due(ctx, due);
	if (late)
		return pl_print(ctx, "due %s, after the period ends on %s", when, pl_print_day(ctx, period->last));
	return pl_print(ctx, "due %s, before the period starts on %s", when, pl_print_day(ctx, period->first));
}

static void check_milestone(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	const struct pl_days *period = &pl_ctx_plan(ctx)->period;
	pl_day day = pl_due_day(&milestone->due);
	if (day == PL_NO_DAY)
		return;
	if (period->first == PL_NO_DAY) {
		pl_not_checked(ctx, "deadlines were not compared with the period", "the plan gives none");
		return;
	}
	if (day >= period->first && day <= period->last)
		return;
	pl_report(ctx, &(struct pl_report){
	                       .item = &milestone->item,
	                       .part = {.text = milestone->due.text},
	                       .message = describe(ctx, &milestone->due, day > period->last),
	               });
}

const struct pl_rule pl_rule_deadline_outside_period = {
        .id = "deadline-outside-period",
        .module = "timescale",
        .since = "1.0",
        .summary = "due before the plan's period starts or after it ends",
        .why = "A plan promises what will be reached in its period. A milestone due later belongs in the next plan, "
               "with a nearer one here; one due before the start is a leftover of the last plan or a slip of the "
               "year. The last day of a month, quarter or year counts, and the first and last day of the period are "
               "inside it. A key action may run on for years, so only its milestones are compared.",
        .advice = "Set a date within the period, or move it to the plan of the period it belongs to",
        .bad = "plan: {title: Fire safety plan, period: 2010/11}\n"
               "key_actions:\n"
               "  - title: Fewer fires in rented homes\n"
               "    milestones:\n"
               "      - {text: Smoke alarms fitted in 300 rented homes, due: 30 June 2011}\n",
        .good = "plan: {title: Fire safety plan, period: 2010/11}\n"
                "key_actions:\n"
                "  - title: Fewer fires in rented homes\n"
                "    milestones:\n"
                "      - {text: Smoke alarms fitted in 300 rented homes, due: 31 March 2011}\n",
        .severity = PL_WARNING,
        .confidence = PL_HIGH,
        .on_milestone = check_milestone,
};
