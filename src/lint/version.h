/* Versions such as 1.2, and ranges of them such as ">=1.0, <2". */
#ifndef PL_LINT_VERSION_H
#define PL_LINT_VERSION_H

#include <planlint/diag.h>

/* Numbers with points between them? */
bool pl_version_valid(struct pl_str text);

/* Below, at or above 0; what is left out counts as 0. Both must be valid. */
int pl_version_compare(struct pl_str a, struct pl_str b);

/* False where `range` cannot be read: comparisons (>=, >, <=, <, =) of versions, with commas between them. */
bool pl_version_range(struct pl_str range, struct pl_str version, bool *fits);

#endif
