/* Finds the milestones of a plan that say the same, once for all rules that ask. */
#include "lint/ctx.h"

static const double NEAR = 0.75;
static const double NEAR_WITH_NUMBER = 0.5; /* where both count the same … */
static const double MOSTLY = 0.8;           /* … and the shorter is nearly all in the longer */

enum { SPECIFIC_ENOUGH = 2 };

struct look {
	const struct pl_plan *plan;
	const struct pl_text **texts;
	uint32_t *keys; /* 0: says what it is about wherever it stands; else 1 + the key action's index */
};

static bool is_same(struct pl_ctx *ctx, void *data, uint32_t a, uint32_t b, double similarity)
{
	const struct look *look = data;
	const struct pl_text *left = look->texts[a], *right = look->texts[b];

	if (similarity < NEAR &&
	    (!pl_shared_content(ctx, left, right).numbers || pl_containment(ctx, left, right) < MOSTLY))
		return false;
	if (look->keys[a] != look->keys[b] && look->plan->milestones[a]->action != look->plan->milestones[b]->action &&
	    (look->keys[a] || look->keys[b]))
		return false; /* one of them only says which step of its own key action it is */
	return !pl_tells_apart(ctx, left, right) && pl_does_the_same(ctx, left, right);
}

static const uint32_t *group_milestones(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	uint32_t count = (uint32_t)plan->milestone_count;
	struct look look = {
	        .plan = plan,
	        .texts = pl_alloc(ctx, count, sizeof *look.texts),
	        .keys = pl_alloc(ctx, count, sizeof *look.keys),
	};

	for (uint32_t i = 0; i < count; i++) {
		look.texts[i] = plan->milestones[i]->item.title;
		if (look.texts[i] && !pl_is_specific(ctx, look.texts[i], SPECIFIC_ENOUGH))
			look.keys[i] = plan->milestones[i]->action->index + 1;
		pl_rest(ctx);
	}
	return pl_group_alike(ctx, &(struct pl_alike){.texts = look.texts,
	                                              .keys = look.keys,
	                                              .count = count,
	                                              .threshold = NEAR_WITH_NUMBER,
	                                              .same = is_same,
	                                              .data = &look});
}

const uint32_t *pl_same_milestones(struct pl_ctx *ctx)
{
	struct pl_job *job = ctx->job;

	if (job->same_plan != ctx->plan) {
		job->same = group_milestones(ctx, ctx->plan);
		job->same_plan = ctx->plan;
	}
	return job->same;
}
