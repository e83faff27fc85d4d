/* Pairs the key actions of two plans, and puts the milestones of both in the order in which they are paired. */
#include "lint/pairing.h"

#include "base/map.h"

/* Shares of content words in common of two key actions, and of two milestones of one. */
static const double NEAR_ACTION = 0.75;

static struct pl_pair_side actions_of(struct pl_arena *arena, const struct pl_plan *plan)
{
	struct pl_pair_side side = {.items = PL_MAKE_ARRAY(arena, plan->action_count, struct pl_pair_item)};

	for (; side.count < plan->action_count; side.count++)
		side.items[side.count] = (struct pl_pair_item){.item = &plan->actions[side.count]->item,
		                                               .day = pl_due_day(&plan->actions[side.count]->deadline)};
	return side;
}

/* What stands for its own milestone is grouped by what stands above it: two of them in one list are like two milestones
 * of one key action. */
static uint32_t group_above(struct pl_arena *arena, struct pl_map *groups, const struct pl_item *item)
{
	const struct pl_item *above = item->parent;
	bool nameless = !above || above->kind == PL_ITEM_PLAN || !(above->title || above->ref), fresh;
	struct pl_str name = nameless ? (struct pl_str){"", 0} : above->title ? above->title->value : above->ref->value;
	uint32_t *number = pl_map_put(arena, groups, name, &fresh);

	if (fresh)
		*number = groups->count - 1;
	return *number;
}

/* Groups are numbered by the key actions of the later plan, and behind them what stands above leaves. */
struct groups {
	struct pl_arena *arena;
	const uint32_t *actions; /* of each key action; NULL: their own numbers */
	uint32_t above_from;
	struct pl_map *above;
};

static struct pl_pair_side milestones_of(const struct groups *groups, const struct pl_plan *plan)
{
	struct pl_pair_side side = {.items = PL_MAKE_ARRAY(groups->arena, plan->milestone_count, struct pl_pair_item)};

	for (; side.count < plan->milestone_count; side.count++) {
		const struct pl_milestone *milestone = plan->milestones[side.count];
		struct pl_pair_item *item = &side.items[side.count];

		*item = (struct pl_pair_item){.item = pl_tracked_milestone(milestone).item,
		                              .from = milestone->carried ? milestone->carried->from : NULL,
		                              .day = pl_due_day(&milestone->due)};
		if (milestone->is_action)
			item->group = groups->above_from +
			              group_above(groups->arena, groups->above, &milestone->action->item);
		else
			item->group =
			        groups->actions ? groups->actions[milestone->action->index] : milestone->action->index;
	}
	return side;
}

struct pl_paired_plans pl_pair_plans(struct pl_ctx *ctx, const struct pl_plan *was, const struct pl_plan *is,
                                     bool same_period)
{
	struct pl_arena *arena = pl_ctx_arena(ctx);
	struct pl_map above = {0};
	struct groups groups = {.arena = arena, .above_from = (uint32_t)is->action_count, .above = &above};
	struct pl_pairing pairing = {.was = actions_of(arena, was),
	                             .is = actions_of(arena, is),
	                             .near = NEAR_ACTION,
	                             .same_period = same_period,
	                             .refs_hold = true};
	struct pl_paired_plans plans = {.actions = pl_pair_items(ctx, &pairing), .is = milestones_of(&groups, is)};

	groups.actions = plans.actions;
	plans.was = milestones_of(&groups, was);
	return plans;
}
