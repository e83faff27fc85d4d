/* Follows a plan to the periods before it. */
#include "lint/ctx.h"

#include <string.h>

/* A file that was read twice, as the one at work and as a past one, is one file. */
static bool same_plan(const struct pl_plan *a, const struct pl_plan *b)
{
	return a == b || (a->document == b->document && strcmp(a->path, b->path) == 0);
}

static bool is_known(const struct pl_plan *const *plans, size_t count, const struct pl_plan *plan)
{
	for (size_t i = 0; i < count; i++)
		if (same_plan(plans[i], plan))
			return true;
	return false;
}

size_t pl_chain(struct pl_ctx *ctx, const struct pl_plan *plan, const struct pl_plan **out, size_t room)
{
	struct pl_plan *last = NULL; /* read here: what it follows is noted in it */
	size_t count = 0;

	out[count++] = plan;
	while (count < room) {
		struct pl_plan *before = pl_past_plan(ctx->job, out[count - 1]);

		if (!before || is_known(out, count, before))
			break;
		if (last)
			last->previous_plan = before;
		out[count++] = last = before;
	}
	return count;
}
