/* Under which name a plan is known from period to period. */
#ifndef PL_PLAN_NAME_H
#define PL_PLAN_NAME_H

#include "base/arena.h"

#include <planlint/plan.h>

/* Organisation and title in plain words, without the years, quarters and months of the period: the same for "Housing
 * plan 2010/11" and "Housing Plan for 2011-12". Empty where the plan gives neither. In the arena. */
struct pl_str pl_plan_name(struct pl_arena *arena, const struct pl_plan *plan);

/* When the period begins that a title tells, as far as it tells it: by the first year in it, and the month beside that.
 * PL_NO_DAY where it tells none. */
pl_day pl_name_when(struct pl_arena *arena, struct pl_str text);

/* What it leaves of any text. */
struct pl_str pl_name_without_period(struct pl_arena *arena, struct pl_str text);

#endif
