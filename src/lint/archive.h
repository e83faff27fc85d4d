/*
 * Plans of past periods by their names: of each the path and the period, so that last period's plan can be found where
 * no `previous` says which it is. Read-only once linting begins.
 */
#ifndef PL_LINT_ARCHIVE_H
#define PL_LINT_ARCHIVE_H

#include "base/map.h"
#include "base/vec.h"

#include <planlint/plan.h>

struct pl_run;
struct pl_worker;

struct pl_archived {
	const char *path;
	uint32_t document;
	pl_day when;   /* where its period begins, else the day it describes or was set */
	uint32_t next; /* of the same name: index + 1; 0 for none */
};

struct pl_archive {
	PL_VEC(const char *) paths;
	PL_VEC(struct pl_archived) plans;
	struct pl_map names; /* the first of that name: index + 1 */
	bool is_read;
};

/* Reads what the run's archive holds, where it has one and has not read it yet. Files that cannot be read, and what is
 * no plan, are left out. Keys are read as the configuration of the first input has them. */
enum pl_status pl_archive_open(struct pl_run *run, struct pl_worker *worker) PL_MUST_USE;

/* The latest plan of the same organisation and title that is earlier; NULL where there is none, and for a plan that
 * does not say when it is of. */
const struct pl_archived *pl_archive_before(const struct pl_archive *archive, struct pl_arena *arena,
                                            const struct pl_plan *plan);

#endif
