/* Names of files and folders: links resolved, folders above, joined names. The file system is only asked, never
 * changed. */
#ifndef PL_BASE_PATH_H
#define PL_BASE_PATH_H

#include "base/arena.h"

/* Absolute and without links; NULL where there is no such file or folder. */
const char *pl_path_real(struct pl_arena *arena, const char *path);

/* The folder that holds `path`: "." for a bare name, "/" for what lies there and for itself. */
const char *pl_path_folder(struct pl_arena *arena, const char *path);

/* The same without a copy: borrowed from `path`, or a constant. */
struct pl_str pl_path_folder_of(const char *path);

/* What stands behind its last slash; borrowed. */
struct pl_str pl_path_name(struct pl_str path);

/* `name` as seen from `folder`; an absolute name stays as it is. */
const char *pl_path_join(struct pl_arena *arena, const char *folder, const char *name);

bool pl_path_exists(const char *path);
bool pl_path_is_folder(const char *path);

/* What is left of `path` below `folder`, both absolute; false where it lies elsewhere. */
bool pl_path_below(const char *folder, const char *path, const char **rest);

#endif
