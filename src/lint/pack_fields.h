/* The fields of a plan as conditions of rule packs see them. */
#ifndef PL_LINT_PACK_FIELDS_H
#define PL_LINT_PACK_FIELDS_H

#include "base/arena.h"

#include <planlint/plan.h>

/* From the inside out: a condition sees its own level and those behind it. */
enum pl_pack_level { PL_LEVEL_MILESTONE, PL_LEVEL_ACTION, PL_LEVEL_PLAN, PL_LEVELS };

/* What a rule looks at: its own level and those around it. Those inside are NULL. */
struct pl_pack_place {
	const void *level[PL_LEVELS];
};

struct pl_pack_field;

/* `name` is a field of the rule's own level, or one further out: "action.deadline", "plan.period_end". NULL for none.
 */
const struct pl_pack_field *pl_pack_field_find(struct pl_str name, enum pl_pack_level level);

/* The nearest name for "did you mean"; NULL. */
const char *pl_pack_field_nearest(struct pl_arena *arena, struct pl_str name, enum pl_pack_level level);

/* Has it days, so that before and after make sense? */
bool pl_pack_field_has_days(const struct pl_pack_field *field);

/* How many texts or entries there are; 0 or 1 for what is no list. */
size_t pl_pack_field_count(const struct pl_pack_field *field, const struct pl_pack_place *place);

/* One of them; NULL where an entry has no text. */
const struct pl_text *pl_pack_field_text(const struct pl_pack_field *field, const struct pl_pack_place *place,
                                         size_t index);

/* The day that counts, of a deadline its last; PL_NO_DAY. */
pl_day pl_pack_field_day(const struct pl_pack_field *field, const struct pl_pack_place *place);

#endif
