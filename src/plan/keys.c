/* Looks keys up by spelling, place and shape of value. */
#include "plan/keys.h"

#include "base/str.h"

const struct pl_key_row pl_key_rows[] = {
#define PL_KEY(id, kind, summary)
#define PL_SPELLING(spelling, key, places, shapes) {spelling, PL_KEY_##key, shapes, places},
#include "plan/keys.def"
#undef PL_KEY
#undef PL_SPELLING
};

const size_t pl_key_row_count = PL_KEY_ROWS;

_Static_assert(PL_KEY_ROWS < UINT8_MAX && PL_KEY_ROWS * 2 < PL_KEY_SLOTS,
               "rows are known by one byte, and slots are free");

const struct pl_key_info pl_key_infos[PL_KEY_COUNT] = {
#define PL_KEY(id, kind, summary) {summary, PL_VALUE_##kind},
#define PL_SPELLING(spelling, key, places, shapes)
#include "plan/keys.def"
#undef PL_KEY
#undef PL_SPELLING
};

enum { LONGEST_KEY = 63 };

static bool is_said(struct pl_str value) /* the first look: nearly all that are said begin with neither */
{
	return value.len && value.ptr[0] > ' ' && value.ptr[0] != '~' && value.ptr[0] != 'n' && value.ptr[0] != 'N';
}

bool pl_text_is_absent(const struct pl_text *text)
{
	struct pl_str value = text->value;

	if (is_said(value))
		return false;
	if (pl_str_trim(value).len == 0)
		return true;
	if (text->style != PL_SCALAR_PLAIN && text->style != PL_SCALAR_ALIAS)
		return false;
	return pl_str_equal(value, PL_STR("~")) || pl_str_equal_fold(value, PL_STR("null"));
}

bool pl_node_is_absent(const struct pl_node *node)
{
	return !node || (node->kind == PL_NODE_SCALAR && pl_text_is_absent(node->of.text));
}

unsigned pl_node_shape(const struct pl_node *node)
{
	if (pl_node_is_absent(node))
		return 0;
	if (node->kind == PL_NODE_SCALAR)
		return PL_SHAPE_TEXT;
	if (node->kind == PL_NODE_MAPPING)
		return PL_SHAPE_MAPPING;
	for (uint32_t i = 0; i < node->count; i++)
		if (node->of.items[i].kind != PL_NODE_SCALAR)
			return PL_SHAPE_ITEMS;
	return PL_SHAPE_LIST;
}

/* The table of spellings is filled anew for each plan: it takes less time than looking up the keys of one item. */
static uint32_t slot_of(struct pl_str key)
{
	const unsigned char *bytes = (const unsigned char *)key.ptr;
	uint32_t hash = (uint32_t)key.len * 37 + bytes[0] * 5u + bytes[key.len / 2] * 11u + bytes[key.len - 1] * 3u;

	return hash % PL_KEY_SLOTS;
}

static uint8_t *find_slot(const struct pl_keys *keys, struct pl_str key)
{
	uint32_t slot = slot_of(key);

	while (keys->slots[slot] && !(keys->lengths[keys->slots[slot] - 1] == key.len &&
	                              memcmp(pl_key_rows[keys->slots[slot] - 1].spelling, key.ptr, key.len) == 0))
		slot = (slot + 1) % PL_KEY_SLOTS;
	return (uint8_t *)&keys->slots[slot];
}

/* Lower case, `_` for spaces and dashes; empty where it is longer than any key. */
static struct pl_str compared(struct pl_str written, char room[LONGEST_KEY])
{
	written = pl_str_trim(written);
	if (written.len > LONGEST_KEY)
		return (struct pl_str){0};
	for (size_t i = 0; i < written.len; i++) {
		char c = written.ptr[i];

		room[i] = c == ' ' || c == '-' ? '_' : pl_ascii_lower(c);
	}
	return (struct pl_str){room, written.len};
}

/* The first row with the spelling; 0 for none. */
static uint32_t first_row(const struct pl_keys *keys, struct pl_str written)
{
	char room[LONGEST_KEY];
	struct pl_str key = pl_str_trim(written);
	uint32_t first = key.len ? *find_slot(keys, key) : 0;

	if (first)
		return first;
	key = compared(written, room);
	return key.len ? *find_slot(keys, key) : 0;
}

void pl_keys_init(struct pl_keys *keys, struct pl_arena *arena, const struct pl_plan_options *options)
{
	memset(keys, 0, sizeof *keys);
	for (size_t i = pl_key_row_count; i-- > 0;) {
		struct pl_str spelling = pl_str_of(pl_key_rows[i].spelling);
		uint8_t *first;

		keys->lengths[i] = (uint8_t)spelling.len;
		first = find_slot(keys, spelling);
		keys->next[i] = *first;
		*first = (uint8_t)(i + 1);
	}
	for (size_t i = 0; options && i < options->alias_count; i++) {
		uint32_t first = first_row(keys, options->aliases[i].means);

		if (first)
			*pl_map_put(arena, &keys->aliases, options->aliases[i].key, NULL) = first;
	}
}

static const struct pl_key_row *find_row(const struct pl_keys *keys, uint32_t first, unsigned place, unsigned shape)
{
	const struct pl_key_row *of_place = NULL;

	for (uint32_t i = first; i; i = keys->next[i - 1]) {
		const struct pl_key_row *row = &pl_key_rows[i - 1];

		if (!(row->places & place))
			continue;
		if (!shape || (row->shapes & shape))
			return row;
		if (!of_place)
			of_place = row;
	}
	return of_place;
}

const struct pl_key_row *pl_keys_find(const struct pl_keys *keys, struct pl_str written, unsigned place, unsigned shape)
{
	const struct pl_key_row *row = NULL;

	if (keys->aliases.count) {
		char room[LONGEST_KEY];
		const uint32_t *first = pl_map_find(&keys->aliases, compared(written, room));

		row = first ? find_row(keys, *first, place, shape) : NULL;
	}
	return row ? row : find_row(keys, first_row(keys, written), place, shape);
}

const struct pl_key_row *pl_keys_nearest(struct pl_str written, unsigned place)
{
	const char *names[256];
	size_t count = 0;
	const char *nearest;
	char room[LONGEST_KEY];
	struct pl_str key = compared(written, room);

	for (size_t i = 0; i < pl_key_row_count && count < 256; i++)
		if (pl_key_rows[i].places & place)
			names[count++] = pl_key_rows[i].spelling;
	nearest = key.len ? pl_str_nearest(key, names, count) : NULL;
	for (size_t i = 0; nearest && i < pl_key_row_count; i++)
		if ((pl_key_rows[i].places & place) && pl_key_rows[i].spelling == nearest)
			return &pl_key_rows[i];
	return NULL;
}

unsigned pl_keys_elsewhere(const struct pl_keys *keys, struct pl_str written)
{
	uint32_t first = first_row(keys, written);

	return first ? pl_key_rows[first - 1].places : 0;
}

const char *pl_key_name(enum pl_key key, unsigned place)
{
	for (size_t i = 0; i < pl_key_row_count; i++)
		if (pl_key_rows[i].key == key && (pl_key_rows[i].places & place))
			return pl_key_rows[i].spelling;
	for (size_t i = 0; i < pl_key_row_count; i++)
		if (pl_key_rows[i].key == key)
			return pl_key_rows[i].spelling;
	return "";
}
