/* What a key action declares in its impact assessment, and what its words say. */
#include <planlint/rule.h>

enum pl_yes_no pl_action_impact(const struct pl_action *action, enum pl_impact which, const struct pl_text **text)
{
	switch (which) {
	case PL_IMPACT_CONTRACT:
		*text = action->contract_text;
		return action->contract;
	case PL_IMPACT_STATUTORY:
		*text = action->statutory_text;
		return action->statutory;
	case PL_IMPACT_EFFICIENCY:
		break;
	}
	*text = action->efficiency_text;
	return action->efficiency;
}

bool pl_plan_has_impact(const struct pl_plan *plan, enum pl_impact which)
{
	const struct pl_text *text;

	if (plan->template_kind == PL_TEMPLATE_THREE_YEAR)
		return true;
	for (size_t i = 0; i < plan->action_count; i++)
		if (pl_action_impact(plan->actions[i], which, &text) != PL_UNSAID)
			return true;
	return false;
}

static bool look(struct pl_ctx *ctx, const struct pl_item *item, const struct pl_text *text,
                 const struct pl_pattern *pattern, struct pl_place *out)
{
	uint32_t begin, end;

	if (!text || !pl_pattern_find(ctx, pattern, text->value, 0, &begin, &end))
		return false;
	*out = (struct pl_place){.item = item, .part = {.text = text, .begin = begin, .end = end}};
	return true;
}

bool pl_action_find(struct pl_ctx *ctx, const struct pl_action *action, const struct pl_pattern *pattern,
                    struct pl_place *out)
{
	const struct pl_item *item = &action->item;

	if (look(ctx, item, item->title, pattern, out) || look(ctx, item, action->expected_outcome, pattern, out))
		return true;
	for (size_t i = 0; i < action->target_count; i++)
		if (look(ctx, &action->targets[i].item, action->targets[i].item.title, pattern, out))
			return true;
	if (look(ctx, item, action->resources, pattern, out))
		return true;
	for (size_t i = 0; i < action->milestone_count; i++) {
		const struct pl_milestone *milestone = action->milestones[i];

		if (milestone->is_action)
			break;
		if (look(ctx, &milestone->item, milestone->item.title, pattern, out) ||
		    look(ctx, &milestone->item, milestone->outcome, pattern, out))
			return true;
	}
	return false;
}
