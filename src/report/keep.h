/* Findings kept until the last file is there, for reports that put the worst first. */
#ifndef PL_REPORT_KEEP_H
#define PL_REPORT_KEEP_H

#include "report/report.h"

struct pl_kept_finding {
	struct pl_finding finding;
	const char *identity; /* of its file: the path from the project's root */
};

struct pl_kept_file {
	const char *identity;
	const char *message; /* why it could not be read */
};

struct pl_kept_unchecked {
	const char *identity;
	struct pl_unchecked unchecked;
};

struct pl_kept {
	PL_VEC(struct pl_kept_finding) findings;
	PL_VEC(struct pl_kept_unchecked) unchecked;
	PL_VEC(struct pl_kept_file) unreadable;
};

/* Copies what a file brought to the arena. `all`: suppressed and baselined findings too. */
void pl_keep(struct pl_kept *kept, struct pl_arena *arena, const struct pl_file *file, bool all);

/* Every finding, the worst severity first, else in order. */
void pl_kept_each(const struct pl_kept *kept, void (*each)(void *data, const struct pl_kept_finding *one), void *data);

/* The path from the project's root of a file that a finding names: `path` is as named to the run, like that of the
 * finding's own file. In the arena, or borrowed. */
const char *pl_kept_path(struct pl_arena *arena, const struct pl_kept_finding *one, const char *path);

#endif
