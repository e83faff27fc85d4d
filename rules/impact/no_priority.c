/* A task that serves none of the priorities and is no support function. */
#include <planlint/rule.h>

static bool has_priorities(const struct pl_plan *plan)
{
	if (plan->template_kind == PL_TEMPLATE_THREE_YEAR || plan->priority_count)
		return true;
	for (size_t i = 0; i < plan->action_count; i++)
		if (plan->actions[i]->priority_count)
			return true;
	return false;
}

/* What stands under support_function and is neither yes nor no has its own finding. */
static bool is_support(const struct pl_action *action)
{
	return action->support_function == PL_YES ||
	       (action->support_function == PL_UNSAID && action->item.given & PL_FIELD_SUPPORT);
}

/* A name that fits no priority is an unknown reference, and says that there is meant to be one. */
static void on_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	const char *term = pl_terms(ctx)->action;

	if (!has_priorities(plan))
		return;
	for (size_t i = 0; i < plan->action_count; i++) {
		const struct pl_action *action = plan->actions[i];

		if (!(action->item.given & PL_FIELD_PRIORITIES) && !is_support(action))
			pl_report(ctx, &(struct pl_report){
			                       .item = &action->item,
			                       .message = pl_print(
			                               ctx, "this %s serves no priority and is not a support function",
			                               term),
			               });
	}
}

const struct pl_rule pl_rule_no_priority = {
        .id = "no-priority",
        .module = "impact",
        .since = "1.0",
        .summary = "a task that serves no priority and is no support function",
        .why = "The impact assessment shows what each task does for the priorities of the council. What serves none "
               "of them, and does not support colleagues who do, has to be asked why it is in the plan. The "
               "question is put where the template has the column, or where the plan names priorities at all.",
        .advice = "Name the priority it serves, or set support_function to yes if it serves colleagues",
        .bad = "plan:\n"
               "  title: Highways plan 2006/07 to 2008/09\n"
               "  template: three-year\n"
               "  period: 2006/07 to 2008/09\n"
               "priorities:\n"
               "  - {ref: P1, title: Safe streets, targets: [Fewer people hurt on the roads]}\n"
               "tasks:\n"
               "  - ref: H1\n"
               "    task: Zebra crossing at every school gate\n"
               "    task_officer: A. Officer\n"
               "    quarter: 4\n"
               "    outcomes: Fewer people hurt on the roads\n"
               "    priorities: [P1]\n"
               "  - ref: H2\n"
               "    task: New uniforms for wardens\n"
               "    task_officer: A. Officer\n"
               "    quarter: 5\n"
               "    outcomes: Fewer people hurt on the roads\n",
        .good = "plan:\n"
                "  title: Highways plan 2006/07 to 2008/09\n"
                "  template: three-year\n"
                "  period: 2006/07 to 2008/09\n"
                "priorities:\n"
                "  - {ref: P1, title: Safe streets, targets: [Fewer people hurt on the roads]}\n"
                "tasks:\n"
                "  - ref: H1\n"
                "    task: Zebra crossing at every school gate\n"
                "    task_officer: A. Officer\n"
                "    quarter: 4\n"
                "    outcomes: Fewer people hurt on the roads\n"
                "    priorities: [P1]\n"
                "  - ref: H2\n"
                "    task: New uniforms for wardens\n"
                "    task_officer: A. Officer\n"
                "    quarter: 5\n"
                "    outcomes: Fewer people hurt on the roads\n"
                "    support_function: yes\n",
        .severity = PL_WARNING,
        .confidence = PL_HIGH,
        .on_plan = on_plan,
};
