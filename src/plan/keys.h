/* The keys of the plan format: what a key means where it stands. The table is keys.def. */
#ifndef PL_PLAN_KEYS_H
#define PL_PLAN_KEYS_H

#include "base/map.h"
#include "plan/build.h"

enum pl_key {
#define PL_KEY(id, kind, summary) PL_KEY_##id,
#define PL_SPELLING(spelling, key, places, shapes)
#include "plan/keys.def"
#undef PL_KEY
#undef PL_SPELLING
	PL_KEY_COUNT,
	PL_KEY_NONE = PL_KEY_COUNT
};

/* What kind of value a key takes. */
enum pl_value_kind {
	PL_VALUE_TEXT,
	PL_VALUE_TEXTS,
	PL_VALUE_DAY,
	PL_VALUE_DUE,
	PL_VALUE_YES_NO,
	PL_VALUE_PERCENT,
	PL_VALUE_STATUS,
	PL_VALUE_RAG,
	PL_VALUE_TEMPLATE,
	PL_VALUE_PERIOD,
	PL_VALUE_ITEMS,
	PL_VALUE_REFERENCES,
	PL_VALUE_LINKS,
	PL_VALUE_PRIORITIES,
	PL_VALUE_REVIEWS,
	PL_VALUE_SCHEDULE,
	PL_VALUE_CARRY,
	PL_VALUE_IMPROVEMENT,
	PL_VALUE_ACRONYMS,
	PL_VALUE_PLAN,
	PL_VALUE_IGNORE
};

/* Where a key may stand. */
enum pl_place_in {
	PL_IN_ROOT = 1 << 0, /* the document's mapping; keys of PL_IN_PLAN may stand there as well */
	PL_IN_PLAN = 1 << 1,
	PL_IN_THEME = 1 << 2,
	PL_IN_OBJECTIVE = 1 << 3,
	PL_IN_ACTION = 1 << 4,
	PL_IN_MILESTONE = 1 << 5,
	PL_IN_TARGET = 1 << 6,
	PL_IN_ACHIEVEMENT = 1 << 7,
	PL_IN_PRIORITY = 1 << 8,
	PL_IN_REVIEW = 1 << 9,
	PL_IN_LINK = 1 << 10,
	PL_IN_CARRY = 1 << 11,
	PL_IN_PERIOD = 1 << 12,
	PL_IN_USE = 1 << 13 /* a priority that an action serves */
};

/* The shape of a value, as far as a key's meaning depends on it. */
enum pl_shape {
	PL_SHAPE_TEXT = 1 << 0,
	PL_SHAPE_LIST = 1 << 1,  /* of texts, or empty */
	PL_SHAPE_ITEMS = 1 << 2, /* a list that holds a mapping or list */
	PL_SHAPE_MAPPING = 1 << 3,
	PL_SHAPE_ANY = 15
};

struct pl_key_row {
	const char *spelling;
	uint8_t key;    /* enum pl_key */
	uint8_t shapes; /* enum pl_shape */
	uint16_t places;
};

extern const struct pl_key_row pl_key_rows[];
extern const size_t pl_key_row_count;

/* What schema, completion and manual are made of. */
struct pl_key_info {
	const char *summary;
	enum pl_value_kind kind;
};
extern const struct pl_key_info pl_key_infos[PL_KEY_COUNT];

enum {
	PL_KEY_ROWS = 0
#define PL_KEY(id, kind, summary)
#define PL_SPELLING(spelling, key, places, shapes) +1
#include "plan/keys.def"
#undef PL_KEY
#undef PL_SPELLING
	,
	PL_KEY_SLOTS = 512
};

/* A plan's keys by spelling, with the project's own synonyms. Rows are 1-based; 0 for none. */
struct pl_keys {
	uint8_t slots[PL_KEY_SLOTS];  /* a hash table: the first row with a spelling */
	uint8_t next[PL_KEY_ROWS];    /* the next one with the same spelling */
	uint8_t lengths[PL_KEY_ROWS]; /* of the row's spelling */
	struct pl_map aliases;
};

void pl_keys_init(struct pl_keys *keys, struct pl_arena *arena, const struct pl_plan_options *options);

/* The row that a key as written means in a place; NULL where the place has no such key. `shape` 0: no value. */
const struct pl_key_row *pl_keys_find(const struct pl_keys *keys, struct pl_str written, unsigned place,
                                      unsigned shape);

/* The nearest spelling that the place knows; NULL. */
const struct pl_key_row *pl_keys_nearest(struct pl_str written, unsigned place);

/* Another place that knows the key; 0 for none. */
unsigned pl_keys_elsewhere(const struct pl_keys *keys, struct pl_str written);

/* The key's own name in a place: "deadline" on an action, "due" on a milestone. */
const char *pl_key_name(enum pl_key key, unsigned place);

unsigned pl_node_shape(const struct pl_node *node); /* 0 for an absent value */

/* No value, ~, null or "". */
bool pl_node_is_absent(const struct pl_node *node);
bool pl_text_is_absent(const struct pl_text *text);

#endif
