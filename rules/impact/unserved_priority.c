/* A priority of the plan, or a target of one, that no key action serves. */
#include <planlint/rule.h>

static bool is_served(const struct pl_plan *plan, const struct pl_priority *priority)
{
	for (size_t i = 0; i < plan->action_count; i++)
		for (size_t j = 0; j < plan->actions[i]->priority_count; j++)
			if (plan->actions[i]->priorities[j].to.item == &priority->item)
				return true;
	return false;
}

static bool action_meets(struct pl_ctx *ctx, const struct pl_action *action, const struct pl_text *target)
{
	if (pl_texts_meet(ctx, action->item.title, target) || pl_texts_meet(ctx, action->expected_outcome, target))
		return true;
	for (size_t i = 0; i < action->target_count; i++)
		if (pl_texts_meet(ctx, action->targets[i].item.title, target))
			return true;
	for (size_t i = 0; i < action->priority_count; i++)
		if (pl_texts_meet(ctx, action->priorities[i].to.text, target) ||
		    pl_texts_meet(ctx, action->priorities[i].impact, target))
			return true;
	for (size_t i = 0; i < action->milestone_count; i++)
		if (pl_texts_meet(ctx, action->milestones[i]->item.title, target) ||
		    pl_texts_meet(ctx, action->milestones[i]->outcome, target))
			return true;
	return false;
}

static bool target_served(struct pl_ctx *ctx, const struct pl_plan *plan, const struct pl_text *target)
{
	for (size_t i = 0; i < plan->action_count; i++)
		if (action_meets(ctx, plan->actions[i], target))
			return true;
	return false;
}

static void check_targets(struct pl_ctx *ctx, const struct pl_plan *plan, const struct pl_priority *priority)
{
	for (size_t i = 0; i < priority->targets.count; i++)
		if (!target_served(ctx, plan, priority->targets.items[i]))
			pl_report(ctx, &(struct pl_report){
			                       .item = &priority->item,
			                       .part.text = priority->targets.items[i],
			                       .confidence = PL_LOW,
			                       .message = pl_print(ctx, "no %s seems to serve this target of %s",
			                                           pl_terms(ctx)->action,
			                                           pl_print_item(ctx, &priority->item)),
			               });
}

static void on_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	for (size_t i = 0; i < plan->priority_count; i++) {
		const struct pl_priority *priority = plan->priorities[i];

		if (is_served(plan, priority))
			check_targets(ctx, plan, priority);
		else
			pl_report(ctx,
			          &(struct pl_report){
			                  .item = &priority->item,
			                  .message = pl_print(ctx, "no %s serves this priority", pl_terms(ctx)->action),
			          });
	}
	if (!plan->priority_count && plan->template_kind == PL_TEMPLATE_THREE_YEAR)
		pl_not_checked(ctx, "priorities that no task serves were not looked for",
		               "the plan declares no priorities");
}

const struct pl_rule pl_rule_unserved_priority = {
        .id = "unserved-priority",
        .module = "impact",
        .since = "1.0",
        .summary = "a priority, or a target of one, that no task serves",
        .why = "A priority that the plan declares and no task serves will not move by itself. The same is asked of "
               "each target of a priority: a task serves it where its text, outcome, targets or milestones share a "
               "number or two words with it, which is only a guess at what they mean, and so of low confidence.",
        .advice =
                "Name the priority in the tasks that serve it, add one, or leave the priority to the service that does",
        .bad = "plan:\n"
               "  title: Highways plan 2006/07 to 2008/09\n"
               "  template: three-year\n"
               "  period: 2006/07 to 2008/09\n"
               "priorities:\n"
               "  - {ref: P1, title: Safe streets, targets: [Fewer people hurt on the roads]}\n"
               "  - {ref: P2, title: Clean air}\n"
               "tasks:\n"
               "  - ref: H1\n"
               "    task: Zebra crossing at every school gate\n"
               "    task_officer: A. Officer\n"
               "    quarter: 4\n"
               "    outcomes: Fewer people hurt on the roads\n"
               "    priorities: [P1]\n",
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
                "    priorities: [P1]\n",
        .severity = PL_INFO,
        .confidence = PL_HIGH,
        .on_plan = on_plan,
};
