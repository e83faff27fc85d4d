/* already-due: a milestone whose deadline had come when the milestones were set. */
#include <planlint/rule.h>

static void check_milestone(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	pl_day set_on = pl_ctx_plan(ctx)->set_on;
	pl_day day = pl_due_day(&milestone->due);
	if (day == PL_NO_DAY)
		return;
	if (set_on == PL_NO_DAY) {
		pl_not_checked(ctx, "deadlines were not compared with the day the milestones were set",
		               "the plan gives no set_on");
		return;
	}
	if (day > set_on)
		return;
	const char *when = pl_print_due(ctx, &milestone->due), *what = pl_terms(ctx)->milestone;
	pl_report(ctx, &(struct pl_report){
	                       .item = &milestone->item,
	                       .part = {.text = milestone->due.text},
	                       .message = day == set_on
	                                          ? pl_print(ctx, "due %s, the day on which the %s was set", when, what)
	                                          : pl_print(ctx, "due %s, before the %s was set on %s", when, what,
	                                                     pl_print_day(ctx, set_on)),
	               });
}

const struct pl_rule pl_rule_already_due = {
        .id = "already-due",
        .module = "timescale",
        .since = "1.0",
        .summary = "due on or before the day the milestones were set",
        .why = "A milestone is a target for the time to come. What was due when the plan was written is history: it "
               "belongs among last period's achievements, or it was missed and needs a new date and a reason. The "
               "last day of a month or quarter counts.",
        .advice = "Move it to the achievements, or carry it forward with a new date and the reason",
        .bad = "plan: {title: Road safety plan, period: 2010/11, set_on: 2010-05-14}\n"
               "key_actions:\n"
               "  - title: Fewer accidents near schools\n"
               "    milestones:\n"
               "      - {text: Crossing patrols at 9 more schools, due: April 2010}\n",
        .good = "plan: {title: Road safety plan, period: 2010/11, set_on: 2010-05-14}\n"
                "key_actions:\n"
                "  - title: Fewer accidents near schools\n"
                "    milestones:\n"
                "      - {text: Crossing patrols at 9 more schools, due: September 2010}\n",
        .severity = PL_WARNING,
        .confidence = PL_HIGH,
        .on_milestone = check_milestone,
};
