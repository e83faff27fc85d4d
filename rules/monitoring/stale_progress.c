/* A progress report that nobody has touched for more than a quarter. */
#include <planlint/rule.h>

enum { QUARTER = 3 }; /* months */

static void check(struct pl_ctx *ctx, struct pl_tracked tracked)
{
	const struct pl_progress *progress = tracked.progress;
	pl_day as_at = tracked.item->plan->as_at;

	if (as_at == PL_NO_DAY || progress->updated_on == PL_NO_DAY || pl_progress_over(progress))
		return;
	if (progress->updated_on >= pl_day_add_months(as_at, -QUARTER))
		return;
	pl_report(ctx,
	          &(struct pl_report){
	                  .item = tracked.item,
	                  .part.text = progress->updated_text,
	                  .message = pl_print(ctx, "last updated on %s, more than a quarter before the review on %s",
	                                      pl_print_day(ctx, progress->updated_on), pl_print_day(ctx, as_at)),
	          });
}

static void on_milestone(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	check(ctx, pl_tracked_milestone(milestone));
}

static void on_action(struct pl_ctx *ctx, const struct pl_action *action)
{
	if (!pl_action_is_leaf(action))
		check(ctx, pl_tracked_action(action));
}

static bool is_dated(const struct pl_plan *plan)
{
	for (size_t i = 0; i < plan->action_count; i++)
		if (plan->actions[i]->progress->updated_on != PL_NO_DAY)
			return true;
	for (size_t i = 0; i < plan->milestone_count; i++)
		if (plan->milestones[i]->progress->updated_on != PL_NO_DAY)
			return true;
	return false;
}

static void on_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	if (plan->as_at == PL_NO_DAY && is_dated(plan))
		pl_not_checked(ctx, "the age of progress reports was not looked at", "the plan gives no as_at date");
}

const struct pl_rule pl_rule_stale_progress = {
        .id = "stale-progress",
        .module = "monitoring",
        .since = "1.0",
        .summary = "progress last updated more than a quarter before the review",
        .why = "Lead officers update their part of the plan every quarter, better every month: a status that is older "
               "than that says how things were, not how they are. The quarter is counted as three calendar months "
               "back from the day of the review; what is completed or cancelled needs no further update.",
        .advice = "Ask the officer for the progress at this review, and change the date with it",
        .bad = "plan:\n"
               "  title: Leisure service plan\n"
               "  as_at: 2014-09-30\n"
               "key_actions:\n"
               "  - ref: L1\n"
               "    title: New heating installed at the swimming pool\n"
               "    deadline: 2015-03-31\n"
               "    status: in progress\n"
               "    updated_on: 2014-05-12\n",
        .good = "plan:\n"
                "  title: Leisure service plan\n"
                "  as_at: 2014-09-30\n"
                "key_actions:\n"
                "  - ref: L1\n"
                "    title: New heating installed at the swimming pool\n"
                "    deadline: 2015-03-31\n"
                "    status: in progress\n"
                "    updated_on: 2014-09-22\n",
        .severity = PL_WARNING,
        .confidence = PL_HIGH,
        .on_milestone = on_milestone,
        .on_action = on_action,
        .on_plan = on_plan,
};
