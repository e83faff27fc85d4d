/* Finds what became of last period's key actions and milestones. */
#include "base/str.h"
#include "text/wording.h"

#include <planlint/rule.h>

/* Shares of content words in common, from which two texts are taken for the same thing reworded. */
static const double NEAR = 0.75; /* of two key actions */

/* A file that is named and could not be read has been reported where it was read. */
const struct pl_plan *pl_previous(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	if (!plan->previous && !plan->previous_plan)
		pl_not_checked(ctx, "last period's plan was not compared", "the plan names no previous plan");
	else if (!plan->previous_plan)
		pl_not_applicable(ctx);
	return plan->previous_plan;
}

static double alike(struct pl_ctx *ctx, const struct pl_text *a, const struct pl_text *b)
{
	return a && b ? pl_similarity(ctx, a, b) : 0;
}

bool pl_reads_same(struct pl_ctx *ctx, const struct pl_text *a, const struct pl_text *b)
{
	return a && b &&
	       (pl_wording_equal(pl_read(ctx, a), pl_read(ctx, b), 0) || pl_similarity(ctx, a, b) >= PL_WORDING_SAME);
}

bool pl_word_for_word(struct pl_str a, struct pl_str b)
{
	size_t i = 0, j = 0;

	while (i < a.len && j < b.len) {
		bool gap = pl_ascii_is_space(a.ptr[i]);

		if (gap != pl_ascii_is_space(b.ptr[j]))
			return false;
		if (!gap && a.ptr[i++] != b.ptr[j++])
			return false;
		for (; gap && i < a.len && pl_ascii_is_space(a.ptr[i]); i++)
			;
		for (; gap && j < b.len && pl_ascii_is_space(b.ptr[j]); j++)
			;
	}
	return i == a.len && j == b.len;
}

static bool same_ref(const struct pl_item *a, const struct pl_item *b)
{
	return a->ref && b->ref && pl_str_equal_fold(a->ref->value, b->ref->value);
}

const struct pl_action *pl_action_match(struct pl_ctx *ctx, const struct pl_plan *plan, const struct pl_action *other)
{
	const struct pl_action *best = NULL;
	double most = NEAR;

	for (size_t i = 0; i < plan->action_count; i++)
		if (same_ref(&plan->actions[i]->item, &other->item))
			return plan->actions[i];
	for (size_t i = 0; i < plan->action_count; i++) {
		double share = alike(ctx, plan->actions[i]->item.title, other->item.title);

		if (share < most || (best && share <= most))
			continue;
		best = plan->actions[i];
		most = share;
	}
	return best;
}

bool pl_milestone_carried(const struct pl_milestone *milestone)
{
	return milestone->carried && (milestone->carried->said == PL_YES || milestone->carried->from);
}
