/* Phrases for rules: compiled in prepare(), kept for the run. */
#include "lint/ctx.h"
#include "lint/run.h"
#include "text/phrase.h"

const struct pl_phrases *pl_phrases_compile(struct pl_ctx *ctx, const struct pl_str *lists, size_t count)
{
	return pl_phrases_make(&ctx->run->arena, lists, count);
}
