/* At a review, the item that does not say how far it got. */
#include <planlint/rule.h>

/* A strategic plan's activities are measured by a percentage, which then stands for the status. */
static bool takes_percentage(const struct pl_plan *plan) { return plan->template_kind == PL_TEMPLATE_STRATEGIC; }

/* A status that can't be read is no missing one. */
static bool recorded(const struct pl_item *item, const struct pl_progress *progress)
{
	return progress->status || item->given & PL_FIELD_STATUS ||
	       (takes_percentage(item->plan) && (progress->percent >= 0 || item->given & PL_FIELD_PERCENT));
}

static bool is_bare_sign(const struct pl_text *text)
{
	return text && text->value.len == 1 && text->value.ptr[0] == '%';
}

static const struct pl_text *bare_sign(const struct pl_progress *progress)
{
	if (is_bare_sign(progress->percent_text))
		return progress->percent_text;
	return is_bare_sign(progress->status) ? progress->status : NULL;
}

static void report(struct pl_ctx *ctx, struct pl_tracked tracked, const struct pl_text *sign)
{
	const struct pl_plan *plan = tracked.item->plan;
	const char *day = pl_print_day(ctx, plan->as_at), *term = pl_item_term(tracked.item), *message;

	if (sign)
		message = pl_print(ctx, "\"%%\" without a number does not say how far this %s was on %s", term, day);
	else if (takes_percentage(plan))
		message = pl_print(ctx, "this %s has neither a status nor a percentage at the review on %s", term, day);
	else
		message = pl_print(ctx, "this %s has no status at the review on %s", term, day);
	pl_report(ctx, &(struct pl_report){.item = tracked.item, .part.text = sign, .message = message});
}

/* Answers whether the record is there or has been asked for. */
static bool ask(struct pl_ctx *ctx, struct pl_tracked tracked, bool required)
{
	const struct pl_text *sign = bare_sign(tracked.progress);
	bool there = recorded(tracked.item, tracked.progress);

	if (sign || (required && !there))
		report(ctx, tracked, sign);
	return sign || there;
}

static bool any_leaf_recorded(const struct pl_action *action)
{
	for (size_t i = 0; i < action->milestone_count; i++)
		if (recorded(&action->milestones[i]->item, action->milestones[i]->progress))
			return true;
	return false;
}

/* A strategic plan reports on its activities and on their milestones; the others on either. */
static void on_action(struct pl_ctx *ctx, const struct pl_action *action)
{
	const struct pl_plan *plan = action->item.plan;
	bool both = takes_percentage(plan), any = any_leaf_recorded(action), there = false;

	if (!pl_terms(ctx)->is_monitored || !pl_plan_is_reviewed(plan))
		return;
	if (!pl_action_is_leaf(action))
		there = ask(ctx, pl_tracked_action(action), both || !any);
	else
		any = true;
	for (size_t i = 0; i < action->milestone_count; i++)
		ask(ctx, pl_tracked_milestone(action->milestones[i]), both || (any && !there));
}

static void on_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	if (plan->as_at == PL_NO_DAY && pl_terms(ctx)->is_monitored)
		pl_not_checked(ctx, "missing statuses were not looked for", "the plan gives no as_at date");
}

const struct pl_rule pl_rule_missing_status = {
        .id = "missing-status",
        .module = "monitoring",
        .since = "1.0",
        .summary = "no status at a review",
        .why = "A review is read line by line, and a line without a status leaves the reader guessing whether nothing "
               "was done or nothing was written down. In a strategic plan a percentage stands for the status, and "
               "every activity and every milestone needs one or the other; elsewhere the status of a task or "
               "recommendation covers what is below it. A percent sign without its number says nothing.",
        .advice = "Give the status on the day of the review, if only \"not yet due\"",
        .bad = "plan:\n"
               "  title: Trading standards service plan 2012/13 to 2014/15\n"
               "  template: three-year\n"
               "  period: 2012/13 to 2014/15\n"
               "  as_at: 2012-12-31\n"
               "tasks:\n"
               "  - ref: TS1\n"
               "    task: 60 second-hand car dealers inspected\n"
               "    task_officer: A. Officer\n"
               "    quarter: 4\n"
               "    outcomes: Fewer unsafe cars sold\n"
               "    support_function: yes\n",
        .good = "plan:\n"
                "  title: Trading standards service plan 2012/13 to 2014/15\n"
                "  template: three-year\n"
                "  period: 2012/13 to 2014/15\n"
                "  as_at: 2012-12-31\n"
                "tasks:\n"
                "  - ref: TS1\n"
                "    task: 60 second-hand car dealers inspected\n"
                "    task_officer: A. Officer\n"
                "    quarter: 4\n"
                "    outcomes: Fewer unsafe cars sold\n"
                "    support_function: yes\n"
                "    status: In progress\n",
        .severity = PL_WARNING,
        .confidence = PL_HIGH,
        .on_action = on_action,
        .on_plan = on_plan,
};
