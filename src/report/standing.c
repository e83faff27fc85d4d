/* Brings findings and milestones of a file together. */
#include "report/standing.h"

#include <planlint/plan.h>

size_t pl_standing_plan(const struct pl_file *file, const struct pl_item *item)
{
	size_t low = 0, high = file->plan_count;

	while (item && low < high) {
		size_t middle = low + (high - low) / 2;

		if (file->plans[middle] == item->plan)
			return middle;
		if (file->plans[middle]->document < item->plan->document)
			low = middle + 1;
		else
			high = middle;
	}
	return file->plan_count;
}

const struct pl_action *pl_standing_action(const struct pl_item *item)
{
	if (item && item->kind == PL_ITEM_MILESTONE)
		return ((const struct pl_milestone *)(const void *)item)->action;
	while (item && item->kind != PL_ITEM_ACTION)
		item = item->parent;
	return (const struct pl_action *)(const void *)item;
}

size_t pl_standing_milestone(const struct pl_standing *standing, const struct pl_file *file, const struct pl_item *item)
{
	size_t plan = pl_standing_plan(file, item);
	const struct pl_action *action;

	if (plan == file->plan_count)
		return PL_NOWHERE;
	if (item->kind == PL_ITEM_MILESTONE)
		return standing->begins.items[plan] + ((const struct pl_milestone *)(const void *)item)->index;
	action = pl_standing_action(item);
	if (!action || !pl_action_is_leaf(action))
		return PL_NOWHERE;
	return standing->begins.items[plan] + action->milestones[0]->index;
}

bool pl_standing_again(const struct pl_standing *standing, const struct pl_file *file, size_t first, size_t at)
{
	for (size_t i = first; i != at; i = standing->next.items[i - 1])
		if (file->findings[i - 1].rule == file->findings[at - 1].rule)
			return true;
	return false;
}

void pl_standing_fill(struct pl_standing *standing, struct pl_arena *arena, const struct pl_file *file)
{
	standing->begins.count = standing->first.count = standing->next.count = 0;
	for (size_t i = 0; i < file->plan_count; i++) {
		*PL_VEC_PUSH(arena, &standing->begins) = standing->first.count;
		for (size_t k = 0; k < file->plans[i]->milestone_count; k++)
			*PL_VEC_PUSH(arena, &standing->first) = 0;
	}
	for (size_t i = 0; i < file->finding_count; i++)
		*PL_VEC_PUSH(arena, &standing->next) = 0;
	for (size_t i = file->finding_count; i-- > 0;) { /* backward: chains are in the order of findings */
		size_t at = file->findings[i].state == PL_NEW
		                    ? pl_standing_milestone(standing, file, file->findings[i].where)
		                    : PL_NOWHERE;

		if (at == PL_NOWHERE)
			continue;
		standing->next.items[i] = standing->first.items[at];
		standing->first.items[at] = i + 1;
	}
}
