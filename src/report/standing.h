/*
 * Which milestone of a file each finding stands in or on.
 *
 * A key action that is its own milestone counts as that, as in pl_file.quiet_count; a finding on any other key action
 * stands on none of its milestones. Only new findings are looked at.
 */
#ifndef PL_REPORT_STANDING_H
#define PL_REPORT_STANDING_H

#include "base/vec.h"

#include <planlint/planlint.h>

#define PL_NOWHERE SIZE_MAX

/* Zero at first; used again for each file, so that memory is that of the largest. */
struct pl_standing {
	PL_VEC(size_t) begins; /* by plan: its first milestone among those of the file */
	PL_VEC(size_t) first;  /* by milestone: its first finding + 1; 0: it has none */
	PL_VEC(size_t) next;   /* by finding: the next on the same milestone + 1; 0: none */
};

void pl_standing_fill(struct pl_standing *standing, struct pl_arena *arena, const struct pl_file *file);

/* The place of an item's plan in file->plans; file->plan_count where the item is NULL or of another file. */
size_t pl_standing_plan(const struct pl_file *file, const struct pl_item *item);

/* The milestone among those of the file that a finding on `item` stands in or on; PL_NOWHERE. */
size_t pl_standing_milestone(const struct pl_standing *standing, const struct pl_file *file,
                             const struct pl_item *item);

/* Has a finding of the same rule before finding `at` in the chain that begins with `first` (both from 1)? */
bool pl_standing_again(const struct pl_standing *standing, const struct pl_file *file, size_t first, size_t at);

/* The key action that an item belongs to or is; NULL where it stands above them. */
const struct pl_action *pl_standing_action(const struct pl_item *item);

#endif
