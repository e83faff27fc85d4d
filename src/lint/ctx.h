/* What a hook is called with. */
#ifndef PL_LINT_CTX_H
#define PL_LINT_CTX_H

#include "lint/across.h"
#include "lint/job.h"

struct pl_ctx {
	struct pl_run *run; /* in prepare(); NULL in hooks, which must not touch it */
	const struct pl_ruleset *rules;
	size_t rule;                /* its index */
	struct pl_job *job;         /* NULL in prepare() */
	const struct pl_plan *plan; /* NULL in prepare() */
	const struct pl_item *item; /* whose hook is called; NULL in prepare() */
	struct pl_sweep *sweep;     /* in on_corpus(), where `job` is NULL; else NULL */
	const struct pl_item *cut;  /* the item for which incomplete-check was said last */
};

/* What lives until the file is done; in prepare(), as long as the run. */
struct pl_arena *pl_ctx_arena(const struct pl_ctx *ctx);

/* Says incomplete-check on the item whose hook is called, once for each item. */
void pl_ctx_cut(struct pl_ctx *ctx, const char *why);

#endif
