/* Two things the record says of one item that cannot both be true. */
#include <planlint/rule.h>

/* What the checks below look at, and what they find. */
struct clash {
	struct pl_ctx *ctx;
	struct pl_tracked tracked;
	bool leaves_recorded;     /* does the plan keep records of milestones? */
	const struct pl_text *at; /* the value it stands on */
	struct pl_place related[1];
	size_t related_count;
};

static bool is_below(const struct pl_progress *progress) { return progress->percent >= 0 && progress->percent < 100; }

static const char *percent_against_status(struct clash *clash)
{
	const struct pl_progress *progress = clash->tracked.progress;
	bool completed = progress->state == PL_STATE_COMPLETED;

	if (progress->state == PL_STATE_ABSENT || !(completed ? is_below(progress) : progress->percent >= 100))
		return NULL;
	clash->at = progress->status;
	return pl_print(clash->ctx, "the status is %s at %g %%", pl_print_quoted(clash->ctx, progress->status),
	                (double)progress->percent);
}

/* "On target" says more than amber does: once it is named, the colour need not be. */
static const char *in_time_after_deadline(struct clash *clash)
{
	const struct pl_text *status = clash->tracked.progress->status;

	if (!pl_tracked_overdue(&clash->tracked) || !pl_status_in_time(status))
		return NULL;
	clash->at = status;
	return pl_print(clash->ctx, "the status is %s after the deadline, %s", pl_print_quoted(clash->ctx, status),
	                pl_print_deadline(clash->ctx, clash->tracked.due));
}

static const char *colour_against_overdue(struct clash *clash)
{
	const struct pl_progress *progress = clash->tracked.progress;
	const char *colour = progress->rag == PL_RAG_GREEN ? "green" : "amber";

	if (progress->rag != PL_RAG_GREEN && progress->rag != PL_RAG_AMBER)
		return NULL;
	if (progress->state != PL_STATE_OVERDUE && !pl_tracked_overdue(&clash->tracked))
		return NULL;
	clash->at = progress->rag_text;
	if (progress->state == PL_STATE_OVERDUE)
		return pl_print(clash->ctx, "it is marked %s and its status is %s", colour,
		                pl_print_quoted(clash->ctx, progress->status));
	return pl_print(clash->ctx, "it is marked %s after the deadline, %s, and is not recorded as completed", colour,
	                pl_print_deadline(clash->ctx, clash->tracked.due));
}

static const char *overdue_before_deadline(struct clash *clash)
{
	const struct pl_progress *progress = clash->tracked.progress;
	const struct pl_due *due = clash->tracked.due;
	pl_day as_at = clash->tracked.item->plan->as_at;

	if (progress->state != PL_STATE_OVERDUE || pl_due_day(due) == PL_NO_DAY || pl_due_day(due) < as_at)
		return NULL;
	clash->at = progress->status;
	return pl_print(clash->ctx, "the status on %s is %s and the deadline is %s", pl_print_day(clash->ctx, as_at),
	                pl_print_quoted(clash->ctx, progress->status), pl_print_deadline(clash->ctx, due));
}

static bool plan_records_leaves(const struct pl_plan *plan)
{
	for (size_t i = 0; i < plan->milestone_count; i++)
		if (!plan->milestones[i]->is_action && pl_progress_given(plan->milestones[i]->progress))
			return true;
	return false;
}

/* A milestone without a record counts as incomplete only where the plan keeps records of milestones at all. */
static const char *incomplete_leaf(struct clash *clash)
{
	const struct pl_action *action = clash->tracked.action;
	const struct pl_progress *progress = clash->tracked.progress;

	if (clash->tracked.is_leaf || !pl_progress_complete(progress) || !clash->leaves_recorded)
		return NULL;
	for (size_t i = 0; i < action->milestone_count; i++) {
		const struct pl_milestone *leaf = action->milestones[i];

		if (pl_progress_over(leaf->progress))
			continue;
		clash->at = progress->status ? progress->status : progress->percent_text;
		clash->related[0] = (struct pl_place){.item = &leaf->item, .message = "not completed"};
		clash->related_count = 1;
		return pl_print(clash->ctx, "the %s is recorded as completed and its %s %s is not",
		                pl_terms(clash->ctx)->action, pl_terms(clash->ctx)->milestone,
		                pl_print_item(clash->ctx, &leaf->item));
	}
	return NULL;
}

static const char *nothing_left(struct clash *clash)
{
	const struct pl_action *action = clash->tracked.action;
	const struct pl_progress *progress = clash->tracked.progress;
	bool any = false;

	if (clash->tracked.is_leaf || !is_below(progress))
		return NULL;
	for (size_t i = 0; i < action->milestone_count; i++) {
		if (!pl_progress_over(action->milestones[i]->progress))
			return NULL;
		any |= pl_progress_complete(action->milestones[i]->progress);
	}
	if (!any)
		return NULL;
	clash->at = progress->percent_text;
	return pl_print(clash->ctx, "every %s is completed and the %s stands at %g %%", pl_terms(clash->ctx)->milestone,
	                pl_terms(clash->ctx)->action, (double)progress->percent);
}

/* The first that applies of each row is named; all rows together make one finding. */
static void check(struct pl_ctx *ctx, struct pl_tracked tracked, bool leaves_recorded)
{
	static const char *(*const checks[][2])(struct clash *) = {
	        {percent_against_status, NULL},
	        {in_time_after_deadline, colour_against_overdue},
	        {overdue_before_deadline, NULL},
	        {incomplete_leaf, nothing_left},
	};
	struct clash clash = {.ctx = ctx, .tracked = tracked, .leaves_recorded = leaves_recorded};
	const struct pl_text *at = NULL;
	const char *message = NULL;

	for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
		const char *named = checks[i][0](&clash);

		if (!named && checks[i][1])
			named = checks[i][1](&clash);
		if (!named)
			continue;
		if (!at)
			at = clash.at;
		message = message ? pl_print(ctx, "%s; %s", message, named) : named;
	}
	if (message)
		pl_report(ctx, &(struct pl_report){.item = tracked.item,
		                                   .part.text = at,
		                                   .related = clash.related,
		                                   .related_count = clash.related_count,
		                                   .message = message});
}

static void on_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	bool leaves_recorded = plan_records_leaves(plan);

	if (plan->as_at == PL_NO_DAY) {
		pl_not_checked(ctx, "progress was not compared with deadlines", "the plan gives no as_at date");
		return;
	}
	for (size_t i = 0; i < plan->action_count; i++)
		if (!pl_action_is_leaf(plan->actions[i]))
			check(ctx, pl_tracked_action(plan->actions[i]), leaves_recorded);
	for (size_t i = 0; i < plan->milestone_count; i++)
		check(ctx, pl_tracked_milestone(plan->milestones[i]), leaves_recorded);
}

const struct pl_rule pl_rule_status_contradiction = {
        .id = "status-contradiction",
        .module = "monitoring",
        .since = "1.0",
        .summary = "status, percentage, colour and deadline contradict each other",
        .why = "A record that contradicts itself is worth less than none: nobody can tell which half is true. Looked "
               "at are the status against the percentage, green, amber, \"on target\" and \"not yet due\" against a "
               "deadline that has passed, \"overdue\" against one that has not (the day of the review itself has "
               "not), and a key action against its milestones. A milestone without any record contradicts a completed "
               "key action only in a plan that records its milestones; cancelled ones contradict nothing.",
        .advice = "Find out which of the two is true, and correct the other",
        .bad = "plan:\n"
               "  title: Registration service plan\n"
               "  as_at: 2013-09-30\n"
               "key_actions:\n"
               "  - ref: R1\n"
               "    title: Online booking of ceremonies opened\n"
               "    deadline: 2013-06-30\n"
               "    status: Completed\n"
               "    percent_complete: 80\n",
        .good = "plan:\n"
                "  title: Registration service plan\n"
                "  as_at: 2013-09-30\n"
                "key_actions:\n"
                "  - ref: R1\n"
                "    title: Online booking of ceremonies opened\n"
                "    deadline: 2013-06-30\n"
                "    status: Completed\n"
                "    percent_complete: 100\n",
        .severity = PL_WARNING,
        .confidence = PL_HIGH,
        .on_plan = on_plan,
};
