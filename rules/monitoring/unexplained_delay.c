/* What is late, in trouble or given up without a word on why. */
#include <planlint/rule.h>

/* Why it needs a comment; NULL where it needs none. */
static const char *trouble(struct pl_ctx *ctx, const struct pl_tracked *tracked)
{
	const struct pl_progress *progress = tracked->progress;

	if (progress->status && (progress->state == PL_STATE_DELAYED || progress->state == PL_STATE_OVERDUE ||
	                         progress->state == PL_STATE_CANCELLED))
		return pl_print(ctx, "its status is %s", pl_print_quoted(ctx, progress->status));
	if (progress->rag == PL_RAG_RED && !pl_progress_complete(progress))
		return "it is marked red";
	if (pl_tracked_overdue(tracked))
		return pl_print(ctx, "it was due by %s and is not recorded as completed",
		                pl_print_deadline(ctx, tracked->due));
	return NULL;
}

static bool has_record(const struct pl_progress *progress) { return pl_progress_given(progress) || progress->comments; }

/* Does the plan keep a record of each item? What stands without one in a grid, or in a draft read with --as-of, is only
 * overdue. */
static bool records(const struct pl_plan *plan)
{
	if (plan->template_kind != PL_TEMPLATE_NONE)
		return pl_template_terms(plan->template_kind)->is_monitored;
	for (size_t i = 0; i < plan->action_count; i++)
		if (has_record(plan->actions[i]->progress))
			return true;
	for (size_t i = 0; i < plan->milestone_count; i++)
		if (has_record(plan->milestones[i]->progress))
			return true;
	return false;
}

/* Where milestones are not reported one by one, the report of their key action is the comment on each. */
static bool explained(const struct pl_tracked *tracked, bool recorded)
{
	if (tracked->progress->comments)
		return true;
	if (pl_progress_given(tracked->progress))
		return false;
	return (tracked->is_leaf && tracked->action->progress->comments) || !recorded;
}

static void check(struct pl_ctx *ctx, struct pl_tracked tracked, bool recorded)
{
	const struct pl_progress *progress = tracked.progress;
	struct pl_part evidence = {.text = progress->status ? progress->status : progress->rag_text};
	const char *why = trouble(ctx, &tracked);

	if (!why || explained(&tracked, recorded))
		return;
	if (!evidence.text)
		evidence.text = tracked.due->text;
	pl_report(ctx, &(struct pl_report){
	                       .item = tracked.item,
	                       .evidence = &evidence,
	                       .evidence_count = evidence.text != NULL,
	                       .message = pl_print(ctx, "%s, and no comment says why", why),
	               });
}

static void on_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	bool recorded = records(plan);

	if (plan->as_at == PL_NO_DAY) {
		pl_not_checked(ctx, "progress was not compared with deadlines", "the plan gives no as_at date");
		return;
	}
	for (size_t i = 0; i < plan->action_count; i++)
		if (!pl_action_is_leaf(plan->actions[i]))
			check(ctx, pl_tracked_action(plan->actions[i]), recorded);
	for (size_t i = 0; i < plan->milestone_count; i++)
		check(ctx, pl_tracked_milestone(plan->milestones[i]), recorded);
}

const struct pl_rule pl_rule_unexplained_delay = {
        .id = "unexplained-delay",
        .module = "monitoring",
        .since = "1.0",
        .summary = "late, delayed, red or no longer relevant without a comment",
        .why = "Whoever reads a progress report asks one thing of every item that is late, red or given up: what "
               "happened, and what now? The guidance asks for the reason for a delay, and for an explanation where "
               "something is no longer relevant. A comment on the item itself counts; where milestones are not "
               "reported one by one, the report on the key action they belong to does. Programme grids, local "
               "delivery plans and drafts keep no such record: what has none there is only overdue.",
        .advice = "Say in the comments what held it up or why it was given up, and when it will be done instead",
        .bad = "plan:\n"
               "  title: Library service plan 2012/13 to 2014/15\n"
               "  template: three-year\n"
               "  period: 2012/13 to 2014/15\n"
               "  as_at: 2012-12-31\n"
               "tasks:\n"
               "  - ref: LIB1\n"
               "    task: Self-service counters installed at 4 branch libraries\n"
               "    task_officer: A. Officer\n"
               "    quarter: 4\n"
               "    outcomes: Shorter queues at the busiest branches\n"
               "    support_function: yes\n"
               "    status: Delayed\n",
        .good = "plan:\n"
                "  title: Library service plan 2012/13 to 2014/15\n"
                "  template: three-year\n"
                "  period: 2012/13 to 2014/15\n"
                "  as_at: 2012-12-31\n"
                "tasks:\n"
                "  - ref: LIB1\n"
                "    task: Self-service counters installed at 4 branch libraries\n"
                "    task_officer: A. Officer\n"
                "    quarter: 4\n"
                "    outcomes: Shorter queues at the busiest branches\n"
                "    support_function: yes\n"
                "    status: Delayed\n"
                "    comments: The supplier went into administration in October; a second one starts in January\n",
        .severity = PL_WARNING,
        .confidence = PL_HIGH,
        .on_plan = on_plan,
};
