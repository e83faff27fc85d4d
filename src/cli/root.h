/* The project's root: what paths in baselines and fingerprints are relative to, wherever planlint is started. */
#ifndef PL_CLI_ROOT_H
#define PL_CLI_ROOT_H

#include "cli/inputs.h"

/* The root found last: files come folder by folder, and thousands need not ask the file system the same. */
struct pl_root {
	const char *folder, *root; /* NULL before the first */
};

/* The path of a file below its project's root: the folder that holds .git; without one the nearest that holds
 * .planlint.yaml, else the current folder. A file that is not below it goes by its whole path. */
const char *pl_root_relative(struct pl_arena *arena, struct pl_root *last, const struct pl_input_file *file);

/* The same for an argument, which may be a folder; "" for the root itself. */
const char *pl_root_relative_argument(struct pl_arena *arena, const char *argument);

/* The root of what stands in `folder` (a real path). */
const char *pl_root_of(struct pl_arena *arena, const char *folder);

/* The current folder, without links; "/" where it has gone. */
const char *pl_root_here(struct pl_arena *arena);

#endif
