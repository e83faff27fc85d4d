/* Last period's plans, which the plans of a file name as `previous`: each file of them is read once. */
#ifndef PL_LINT_PREVIOUS_H
#define PL_LINT_PREVIOUS_H

#include "base/vec.h"
#include "source/source.h"

#include <planlint/planlint.h>

struct pl_job;

struct pl_past_file {
	const char *path;
	struct pl_source source;
	const struct pl_plan **plans; /* of the file; none where it could not be read or is no plan */
	size_t count;
};

struct pl_past {
	PL_VEC(struct pl_past_file *) files;
};

/* The plan that `plan` names as its previous one: of several in the file the one at the same place, else the first.
 * NULL where there is none to be read. Its own `previous` is not followed, and what is wrong in it is not reported. */
const struct pl_plan *pl_past_plan(struct pl_job *job, const struct pl_plan *plan);

/* The source of a plan that pl_past_plan gave; NULL for any other. */
const struct pl_source *pl_past_source(const struct pl_past *past, const struct pl_plan *plan);

#endif
