/*
 * Globs over paths: `*` and `?` within a name, `[a-z]`, `[!a-z]`, `**` for any number of folders, `\` before a
 * character that means itself. Bytes, not characters; `/` is matched by nothing but itself and `**`.
 */
#ifndef PL_BASE_GLOB_H
#define PL_BASE_GLOB_H

#include <planlint/diag.h>

/* The whole path. `**` as the last name matches what is inside, not the folder itself. Time is at most the product of
 * the lengths, whatever the pattern. */
bool pl_glob_match(struct pl_str pattern, struct pl_str path);

#endif
