/* Asks conditions of rule packs of a plan. */
#include "lint/pack_when.h"

static bool any_match(struct pl_ctx *ctx, const struct pl_condition *condition, const struct pl_pack_place *place,
                      struct pl_part *hit)
{
	size_t count = pl_pack_field_count(condition->field, place);

	for (size_t i = 0; i < count; i++) {
		const struct pl_text *text = pl_pack_field_text(condition->field, place, i);
		uint32_t begin, end;

		if (!text || !pl_pattern_find(ctx, condition->pattern, text->value, 0, &begin, &end))
			continue;
		if (!hit->text)
			*hit = (struct pl_part){text, begin, end};
		return true;
	}
	return false;
}

static bool compare_days(const struct pl_condition *condition, const struct pl_pack_place *place, struct pl_part *hit)
{
	pl_day day = pl_pack_field_day(condition->field, place);
	pl_day other = condition->other ? pl_pack_field_day(condition->other, place) : condition->day;

	if (day == PL_NO_DAY || other == PL_NO_DAY ||
	    !(condition->kind == PL_CONDITION_BEFORE ? day < other : day > other))
		return false;
	if (!hit->text)
		hit->text = pl_pack_field_text(condition->field, place, 0);
	return true;
}

static bool holds_all(struct pl_ctx *ctx, const struct pl_condition *condition, const struct pl_pack_place *place,
                      struct pl_part *hit)
{
	struct pl_part found = *hit; /* a condition that holds in part decides nothing */

	for (size_t i = 0; i < condition->part_count; i++)
		if (!pl_condition_holds(ctx, condition->parts[i], place, &found))
			return false;
	*hit = found;
	return true;
}

static bool holds_any(struct pl_ctx *ctx, const struct pl_condition *condition, const struct pl_pack_place *place,
                      struct pl_part *hit)
{
	for (size_t i = 0; i < condition->part_count; i++)
		if (pl_condition_holds(ctx, condition->parts[i], place, hit))
			return true;
	return false;
}

static bool is_counted(const struct pl_condition *condition, const struct pl_pack_place *place)
{
	size_t count = pl_pack_field_count(condition->field, place);

	return count >= condition->least && count <= condition->most;
}

bool pl_condition_holds(struct pl_ctx *ctx, const struct pl_condition *condition, const struct pl_pack_place *place,
                        struct pl_part *hit)
{
	struct pl_part unused = {0};

	switch (condition->kind) {
	case PL_CONDITION_ALL:
		return holds_all(ctx, condition, place, hit);
	case PL_CONDITION_ANY:
		return holds_any(ctx, condition, place, hit);
	case PL_CONDITION_NOT:
		return !holds_all(ctx, condition, place, &unused);
	case PL_CONDITION_PRESENT:
		return pl_pack_field_count(condition->field, place) > 0;
	case PL_CONDITION_ABSENT:
		return pl_pack_field_count(condition->field, place) == 0;
	case PL_CONDITION_MATCHES:
		return any_match(ctx, condition, place, hit);
	case PL_CONDITION_NOT_MATCHES:
		return !any_match(ctx, condition, place, &unused);
	case PL_CONDITION_COUNT:
		return is_counted(condition, place);
	default:
		return compare_days(condition, place, hit);
	}
}
