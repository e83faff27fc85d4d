/*
 * Last period's plans: which one it is, where `previous` names it or where it is sought in a folder of plans (an
 * archive), and the plans before it. Each file of them is read once for the file at work.
 */
#ifndef PL_LINT_PREVIOUS_H
#define PL_LINT_PREVIOUS_H

#include "base/vec.h"
#include "source/source.h"

#include <planlint/planlint.h>

struct pl_job;

struct pl_past_file {
	const char *path;
	struct pl_source source;
	struct pl_plan **plans; /* of the file; none where it could not be read or is no plan */
	size_t count;
};

struct pl_past {
	PL_VEC(struct pl_past_file *) files;
};

/* The plan of the period before. By `previous`: an earlier document of the same file with that title, else the plan of
 * that file at the same place, else its first. Without it, the latest earlier one of that name in the archive. NULL
 * where there is none to be read, and where a plan names itself. `plan` is one of the job's, or one that this gave;
 * what is wrong in past plans is not reported. */
struct pl_plan *pl_past_plan(struct pl_job *job, const struct pl_plan *plan);

/* Does the plan name its own file as `previous`, and no plan in it? */
bool pl_past_is_itself(struct pl_job *job, const struct pl_plan *plan);

/* The source of a plan that pl_past_plan gave; NULL for any other. */
const struct pl_source *pl_past_source(const struct pl_past *past, const struct pl_plan *plan);

#endif
