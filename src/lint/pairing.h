/*
 * Which items of one plan are those of another: of another version, or of another period. Each pairs with one at most.
 *
 * The strongest evidence goes first: what says that it carries the other, the same words under the same key action, the
 * same words elsewhere where they say what they are about, then the words that are most alike. Two of one kind stay two
 * ("phase 1", "phase 2"), and two equal ones pair with two equal ones in their order. Time is that of the texts and of
 * the pairs that are nearly alike.
 */
#ifndef PL_LINT_PAIRING_H
#define PL_LINT_PAIRING_H

#include "lint/ctx.h"

#define PL_UNPAIRED UINT32_MAX

struct pl_pair_item {
	const struct pl_item *item; /* its title and ref */
	const struct pl_text *from; /* the ref that it says it carries; NULL */
	uint32_t group; /* equal numbers: under what is the same in both plans; PL_UNPAIRED: the other plan lacks it */
	pl_day day;     /* its deadline; PL_NO_DAY */
};

struct pl_pair_side {
	struct pl_pair_item *items; /* those of a group together, in the order of the plan */
	uint32_t count;
};

struct pl_pairing {
	struct pl_pair_side was, is;
	double near;      /* how alike two of one group must be */
	bool same_period; /* two versions of one plan: ids and places count for more than across periods */
	bool refs_hold;   /* the same ref is enough, whatever the words, once better pairs have been made */
	bool share;       /* what is left of `was` may end where another one did: two that became one */
};

/* For each of `was` its index in `is`, PL_UNPAIRED for none. Lives as long as the file. */
uint32_t *pl_pair_items(struct pl_ctx *ctx, const struct pl_pairing *match);

/* The key actions of one plan in another, by index; and the milestones of both as sides, grouped by them. */
struct pl_paired_plans {
	uint32_t *actions;
	struct pl_pair_side was, is;
};

struct pl_paired_plans pl_pair_plans(struct pl_ctx *ctx, const struct pl_plan *was, const struct pl_plan *is,
                                     bool same_period);

/* Adds what became of the milestones of the plan's previous one. */
void pl_heirs_count(struct pl_ctx *ctx, const struct pl_plan *plan, struct pl_since *since);

/* pl_heirs_between, of plans that have been paired. */
const struct pl_heirs *pl_pair_heirs(struct pl_ctx *ctx, const struct pl_plan *was, const struct pl_plan *is,
                                     const struct pl_paired_plans *plans);

#endif
