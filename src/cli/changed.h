/* Which files changed since a commit, as git tells. */
#ifndef PL_CLI_CHANGED_H
#define PL_CLI_CHANGED_H

#include "cli/cli.h"

/* Real paths, sorted: what differs from the commit where this branch left `ref`, in the working tree or the index, and
 * what git does not know yet. False after saying why git could not tell. */
bool pl_changed_since(struct pl_cli *cli, const char *ref, struct pl_names *changed) PL_MUST_USE;

/* Is a file (any name of it) among them? */
bool pl_changed_has(struct pl_cli *cli, const struct pl_names *changed, const char *path);

/* The file with the findings that stand in one of them, or whose other end does; `file` itself, or in the arena. */
const struct pl_file *pl_changed_only(struct pl_cli *cli, const struct pl_names *changed, struct pl_arena *arena,
                                      const struct pl_file *file);

#endif
