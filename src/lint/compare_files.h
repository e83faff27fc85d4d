/* Which file of one side of a comparison is which of the other. */
#ifndef PL_LINT_COMPARE_FILES_H
#define PL_LINT_COMPARE_FILES_H

#include "lint/worker.h"

/* Either may be NULL. */
struct pl_file_pair {
	struct pl_run_input *was, *is;
};

struct pl_file_pairs {
	PL_VEC(struct pl_file_pair) items;
};

/* By name, and what is left by organisation and title of the first plan: files without a partner of their name are read
 * for it. New files in the order of adding, then old ones. In the run's arena; `scratch` is emptied. */
struct pl_file_pairs pl_compare_files(struct pl_run *run, struct pl_worker *worker, struct pl_arena *scratch);

#endif
