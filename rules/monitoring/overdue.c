/* What was due before the day of the review and is neither completed nor cancelled. */
#include <planlint/rule.h>

static const char *standing(struct pl_ctx *ctx, const struct pl_progress *progress, const char *day)
{
	if (progress->status)
		return pl_print(ctx, "its status on %s is %s", day, pl_print_quoted(ctx, progress->status));
	if (progress->percent >= 0)
		return pl_print(ctx, "it stands at %g %% on %s", (double)progress->percent, day);
	return pl_print(ctx, "it has no status on %s, so it counts as not completed", day);
}

static void check(struct pl_ctx *ctx, struct pl_tracked tracked)
{
	const struct pl_progress *progress = tracked.progress;
	struct pl_part status = {.text = progress->status ? progress->status : progress->percent_text};

	if (!pl_tracked_overdue(&tracked))
		return;
	pl_report(ctx,
	          &(struct pl_report){
	                  .item = tracked.item,
	                  .part.text = tracked.due->text,
	                  .evidence = &status,
	                  .evidence_count = status.text != NULL,
	                  .message = pl_print(ctx, "this %s was due by %s, and %s", pl_item_term(tracked.item),
	                                      pl_print_deadline(ctx, tracked.due),
	                                      standing(ctx, progress, pl_print_day(ctx, tracked.item->plan->as_at))),
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

static void on_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	if (plan->as_at == PL_NO_DAY)
		pl_not_checked(ctx, "progress was not compared with deadlines", "the plan gives no as_at date");
}

const struct pl_rule pl_rule_overdue = {
        .id = "overdue",
        .module = "monitoring",
        .since = "1.0",
        .summary = "due before the review and not completed",
        .why = "A review is there to show what is late while something can still be done about it. Whatever was due "
               "before the day of the review and is neither completed nor cancelled is late, whatever word its status "
               "uses; an item without a status counts as not completed, unless its record is kept where it belongs "
               "instead (with the key action it stands in, or with the milestones below it). Of several dates the "
               "last counts, and what is due on the day of the review itself is not late yet.",
        .advice = "Record it as completed if it is, or give the new date and say in the comments what held it up",
        .bad = "plan:\n"
               "  title: Parks improvement plan\n"
               "  template: strategic\n"
               "  as_at: 2015-09-30\n"
               "key_actions:\n"
               "  - ref: A1\n"
               "    title: Reopen the boating lake\n"
               "    lead_officer: A. Officer\n"
               "    deadline: 2016-03-31\n"
               "    percent_complete: 40\n"
               "    milestones:\n"
               "      - id: M1\n"
               "        text: 3 landing stages rebuilt\n"
               "        due: 2015-08-31\n"
               "        lead_officer: A. Officer\n"
               "        status: In progress\n"
               "        comments: Timber arrived four weeks late\n",
        .good = "plan:\n"
                "  title: Parks improvement plan\n"
                "  template: strategic\n"
                "  as_at: 2015-09-30\n"
                "key_actions:\n"
                "  - ref: A1\n"
                "    title: Reopen the boating lake\n"
                "    lead_officer: A. Officer\n"
                "    deadline: 2016-03-31\n"
                "    percent_complete: 40\n"
                "    milestones:\n"
                "      - id: M1\n"
                "        text: 3 landing stages rebuilt\n"
                "        due: 2015-08-31\n"
                "        lead_officer: A. Officer\n"
                "        status: Completed\n"
                "      - id: M2\n"
                "        text: 12 boats for hire\n"
                "        due: 2016-03-31\n"
                "        lead_officer: A. Officer\n"
                "        status: Not yet due\n",
        .severity = PL_WARNING,
        .confidence = PL_HIGH,
        .on_milestone = on_milestone,
        .on_action = on_action,
        .on_plan = on_plan,
};
