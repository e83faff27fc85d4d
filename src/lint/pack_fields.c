/* Reads fields of a plan by name. */
#include "lint/pack_fields.h"

#include "base/str.h"

enum kind { TEXT, RECORD, DUE, DAY, TEXTS, ENTRIES, ITEMS, POINTERS };

struct pl_pack_field {
	const char *name;
	enum pl_pack_level level;
	enum kind kind;
	size_t offset; /* of the text, deadline, day or list */
	size_t second; /* of a list's count, a day's text; in the progress record */
	size_t stride;
};

static const struct pl_pack_field fields[] = {
#define PL_FIELD_TEXT(level, name, of, member) {name, PL_LEVEL_##level, TEXT, offsetof(struct of, member), 0, 0},
#define PL_FIELD_RECORD(level, name, of, member)                                                                       \
	{name, PL_LEVEL_##level, RECORD, offsetof(struct of, progress), offsetof(struct pl_progress, member), 0},
#define PL_FIELD_DUE(level, name, of, member) {name, PL_LEVEL_##level, DUE, offsetof(struct of, member), 0, 0},
#define PL_FIELD_DAY(level, name, of, day, text)                                                                       \
	{name, PL_LEVEL_##level, DAY, offsetof(struct of, day), offsetof(struct of, text), 0},
#define PL_FIELD_TEXTS(level, name, of, items, count)                                                                  \
	{name, PL_LEVEL_##level, TEXTS, offsetof(struct of, items), offsetof(struct of, count), 0},
#define PL_FIELD_ENTRIES(level, name, of, items, count, entry)                                                         \
	{name, PL_LEVEL_##level, ENTRIES, offsetof(struct of, items), offsetof(struct of, count), sizeof(struct entry)},
#define PL_FIELD_ITEMS(level, name, of, items, count, entry)                                                           \
	{name, PL_LEVEL_##level, ITEMS, offsetof(struct of, items), offsetof(struct of, count), sizeof(struct entry)},
#define PL_FIELD_POINTERS(level, name, of, items, count)                                                               \
	{name, PL_LEVEL_##level, POINTERS, offsetof(struct of, items), offsetof(struct of, count), 0},
#include "lint/pack_fields.def"
};

enum { FIELDS = sizeof fields / sizeof *fields };

/* Entries are read by their first member. */
_Static_assert(offsetof(struct pl_reference, text) == 0, "a reference begins with its text");
_Static_assert(offsetof(struct pl_priority_use, to.text) == 0, "a served priority begins with its text");
_Static_assert(offsetof(struct pl_target, item) == 0, "a target is an item");
_Static_assert(offsetof(struct pl_achievement, item) == 0, "an achievement is an item");
_Static_assert(offsetof(struct pl_milestone, item) == 0 && offsetof(struct pl_action, item) == 0, "so are these");

static const char *const levels[] = {"milestone", "action", "plan"};

const struct pl_pack_field *pl_pack_field_find(struct pl_str name, enum pl_pack_level level)
{
	struct pl_str rest = name, part;

	for (size_t i = level + 1; i < PL_LEVELS && memchr(name.ptr, '.', name.len); i++) {
		rest = name;
		pl_str_split(&rest, '.', &part);
		if (pl_str_distance(part, pl_str_of(levels[i]), 0) == 0) {
			level = (enum pl_pack_level)i;
			break;
		}
		rest = name;
	}
	for (size_t i = 0; i < FIELDS; i++)
		if (fields[i].level == level && pl_str_distance(rest, pl_str_of(fields[i].name), 0) == 0)
			return &fields[i];
	return NULL;
}

const char *pl_pack_field_nearest(struct pl_arena *arena, struct pl_str name, enum pl_pack_level level)
{
	const char *names[FIELDS];
	size_t count = 0;

	for (size_t i = 0; i < FIELDS; i++)
		if (fields[i].level == level)
			names[count++] = fields[i].name;
		else if (fields[i].level > level)
			names[count++] = pl_arena_print(arena, "%s.%s", levels[fields[i].level], fields[i].name);
	return pl_str_nearest(name, names, count);
}

bool pl_pack_field_has_days(const struct pl_pack_field *field) { return field->kind == DUE || field->kind == DAY; }

/* ---- values ----------------------------------------------------------------------------------------------------- */

static const void *base_of(const struct pl_pack_field *field, const struct pl_pack_place *place)
{
	return place->level[field->level];
}

static const void *member(const void *base, size_t offset) { return (const char *)base + offset; }

static const struct pl_text *text_at(const void *base, size_t offset)
{
	return *(const struct pl_text *const *)member(base, offset);
}

static const struct pl_text *single(const struct pl_pack_field *field, const void *base)
{
	switch (field->kind) {
	case RECORD:
		return text_at(*(const struct pl_progress *const *)member(base, field->offset), field->second);
	case DUE:
		return ((const struct pl_due *)member(base, field->offset))->text;
	case DAY:
		return text_at(base, field->second);
	default:
		return text_at(base, field->offset);
	}
}

size_t pl_pack_field_count(const struct pl_pack_field *field, const struct pl_pack_place *place)
{
	const void *base = base_of(field, place);

	if (field->kind >= TEXTS)
		return *(const size_t *)member(base, field->second);
	/* the entry of a month grid may have its deadline without a text */
	if (field->kind == DUE)
		return ((const struct pl_due *)member(base, field->offset))->kind != PL_DUE_ABSENT;
	return single(field, base) != NULL;
}

const struct pl_text *pl_pack_field_text(const struct pl_pack_field *field, const struct pl_pack_place *place,
                                         size_t index)
{
	const void *base = base_of(field, place);
	const void *list;

	if (field->kind < TEXTS)
		return single(field, base);
	list = *(const void *const *)member(base, field->offset);
	switch (field->kind) {
	case TEXTS:
		return ((const struct pl_text *const *)list)[index];
	case ENTRIES:
		return text_at(list, index * field->stride);
	case ITEMS:
		return ((const struct pl_item *)member(list, index * field->stride))->title;
	default:
		return ((const struct pl_item *const *)list)[index]->title;
	}
}

pl_day pl_pack_field_day(const struct pl_pack_field *field, const struct pl_pack_place *place)
{
	const void *base = base_of(field, place);

	if (field->kind == DAY)
		return *(const pl_day *)member(base, field->offset);
	return field->kind == DUE ? pl_due_day(member(base, field->offset)) : PL_NO_DAY;
}
