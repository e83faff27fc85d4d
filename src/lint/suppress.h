/*
 * Suppressions in the plan itself: comments `# planlint: ignore[…] -- reason`, `# planlint: ignore-file[…]`, and the
 * key `planlint_ignore` on an item.
 */
#ifndef PL_LINT_SUPPRESS_H
#define PL_LINT_SUPPRESS_H

#include "lint/job.h"

/* One name in a suppression: a rule, or a module. */
struct pl_ignored {
	struct pl_str name;
	const struct pl_rule *rule; /* NULL: a module */
	const char *reason;         /* "" where none is given */
	bool used;
};

/* A part of the file that a suppression covers. */
struct pl_cover {
	struct pl_span span;
	bool exact; /* covers a finding of just this span; else every finding that begins in it */
};

struct pl_suppression {
	struct pl_span place; /* the comment, or the key */
	PL_VEC(struct pl_ignored) names;
	PL_VEC(struct pl_cover) covers;
};

struct pl_suppressions {
	PL_VEC(struct pl_suppression) items;
};

/* Reads all suppressions of the file and says what is wrong with them (bad-suppression). */
void pl_suppressions_read(struct pl_job *job, struct pl_suppressions *found);

/* Why a finding of the rule at the place is suppressed, perhaps ""; NULL where it is not. */
const char *pl_suppressions_reason(const struct pl_suppressions *found, const struct pl_rule *rule,
                                   struct pl_span place);

/* Marks what is suppressed and says which suppressions were of no use (unused-suppression). The records must be sorted,
 * and are so again afterwards. */
void pl_suppressions_apply(struct pl_job *job, struct pl_suppressions *found);

#endif
