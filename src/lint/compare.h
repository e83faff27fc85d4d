/* Comparing two files whose plans have been read and linted. */
#ifndef PL_LINT_COMPARE_H
#define PL_LINT_COMPARE_H

#include "lint/pairing.h"

#include <planlint/compare.h>

/* One plan of each side; either may be NULL. The pairing, by index of `was`: of key actions, and of milestones. */
struct pl_compare_pair {
	struct pl_compared_plan plan;
	const uint32_t *actions, *milestones;
};

struct pl_compare_pairs {
	PL_VEC(struct pl_compare_pair) items;
};

/* Pairs the plans of two files and their milestones. `is` is the job that reads the texts of both; either may be NULL.
 * Everything lives in the arena of `is`, else of `was`. */
struct pl_compare_pairs pl_compare_plans(struct pl_job *was, struct pl_job *is);

/* Fills the findings of `file`, whose `was` and `is` are set. */
void pl_compare_findings(struct pl_arena *arena, const struct pl_compare_pairs *pairs, struct pl_compared_file *file);

#endif
