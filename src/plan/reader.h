/* What the parts of the plan stage share while one document is read. */
#ifndef PL_PLAN_READER_H
#define PL_PLAN_READER_H

#include "base/vec.h"
#include "plan/due.h"
#include "plan/keys.h"

/* A name that can be looked up only once the whole plan has been read. */
struct pl_pending {
	union {
		struct pl_reference *reference;
		struct pl_link *link;
		struct pl_carry *carry;
		const struct pl_text *improvement;
	} of;
	const struct pl_item *item; /* where it stands */
	const struct pl_action *action;
	uint8_t key; /* enum pl_key: which of the four, and where to look */
};

struct pl_reader {
	struct pl_arena *arena;   /* the plan's */
	struct pl_arena *scratch; /* for what goes when the plan is built */
	const struct pl_source *source;
	const struct pl_plan_options *options;
	struct pl_collector *collector;
	struct pl_keys keys;
	struct pl_plan *plan;
	struct pl_calendar calendar;
	unsigned depth; /* of objectives in objectives */
	PL_VEC(struct pl_theme *) themes;
	PL_VEC(struct pl_objective *) objectives;
	PL_VEC(struct pl_action *) actions;
	PL_VEC(struct pl_milestone *) milestones; /* those of an action together, in the order of actions */
	PL_VEC(struct pl_priority *) priorities;
	PL_VEC(struct pl_pending) pending;
	PL_VEC(struct pl_reference) references; /* of the field at hand */
};

/* ---- fields.c: the keys of one mapping -------------------------------------------------------------------------- */

struct pl_fields {
	const struct pl_node *value[PL_KEY_COUNT]; /* NULL: not there, or no value */
	const struct pl_text *key[PL_KEY_COUNT];   /* the key as written, also where it has no value */
	uint8_t rank[PL_KEY_COUNT];                /* row of the spelling, for texts */
	/* keys that an unknown one probably means, or that an alias to nothing stands under: not reported as missing */
	uint64_t suspected[2];
	const struct pl_text *first; /* the first key as written */
	unsigned place;
	const struct pl_item *item;
};

/* Adds a mapping's keys to `fields`, which begins zeroed but for `place` and `item`; raises unknown-key and
 * duplicate-key. */
void pl_fields_read(struct pl_reader *reader, const struct pl_node *mapping, struct pl_fields *fields);

/* Is a value there, readable or not, or a key that probably means this one? */
bool pl_fields_given(const struct pl_fields *fields, enum pl_key key);

/* The key as the author spells it; where it is not there, its own name in that place. */
const char *pl_fields_name(const struct pl_fields *fields, enum pl_key key);

/* ---- values.c: what a field says; each raises wrong-type or invalid-value, and answers nothing for no value ----- */

const struct pl_text *pl_read_text(struct pl_reader *reader, const struct pl_fields *fields, enum pl_key key);
struct pl_texts pl_read_texts(struct pl_reader *reader, const struct pl_fields *fields, enum pl_key key);
/* The same for the moment: in scratch. */
struct pl_texts pl_gather_texts(struct pl_reader *reader, const struct pl_fields *fields, enum pl_key key);
enum pl_yes_no pl_read_yes_no(struct pl_reader *reader, const struct pl_fields *fields, enum pl_key key,
                              const struct pl_text **text);
struct pl_due pl_read_due(struct pl_reader *reader, const struct pl_fields *fields, enum pl_key key);
struct pl_due pl_read_due_text(struct pl_reader *reader, const struct pl_item *item, const char *name,
                               const struct pl_text *text);
/* A day; of a month or quarter its first or last. */
pl_day pl_read_day(struct pl_reader *reader, const struct pl_fields *fields, enum pl_key key, bool last,
                   const struct pl_text **text);

/* A key that says something, as a text of the plan and as the node of one: keys go with the tree. */
const struct pl_text *pl_key_text(struct pl_reader *reader, const struct pl_text *key);
const struct pl_node *pl_key_node(struct pl_reader *reader, const struct pl_text *key);

/* A scalar, or a list of one; NULL with wrong-type for anything else. */
const struct pl_text *pl_node_text(struct pl_reader *reader, const struct pl_item *item, const char *name,
                                   const struct pl_node *node);

/* Says what is wrong with the text: "… is no percentage". */
void pl_invalid_value(struct pl_reader *reader, const struct pl_item *item, const struct pl_text *text,
                      const char *advice, const char *what);
void pl_wrong_type(struct pl_reader *reader, const struct pl_item *item, const char *name, const struct pl_node *node,
                   const char *expected);

/* ---- words.c: statuses, colours, yes and no, templates ---------------------------------------------------------- */

bool pl_yes_no_parse(struct pl_str text, enum pl_yes_no *out);
bool pl_status_parse(struct pl_str text, enum pl_progress_state *out);
bool pl_rag_parse(struct pl_str text, enum pl_rag *out);
bool pl_percent_parse(struct pl_str text, float *out); /* below 0: "%" without a number */
bool pl_template_parse(struct pl_str text, enum pl_template *out);
bool pl_says_nothing(struct pl_str text); /* n/a, -, … */
bool pl_says_none(struct pl_str text);    /* the same, or "none" */
const char *pl_template_nearest(struct pl_arena *arena, struct pl_str text);
const char *pl_status_nearest(struct pl_arena *arena, struct pl_str text);

/* ---- progress.c ------------------------------------------------------------------------------------------------- */

extern const struct pl_progress pl_progress_none;
void pl_read_progress(struct pl_reader *reader, const struct pl_fields *fields, struct pl_progress *out);
/* NULL-safe: answers pl_progress_none where nothing is recorded. */
const struct pl_progress *pl_read_own_progress(struct pl_reader *reader, const struct pl_fields *fields);
const struct pl_progress *pl_read_reviews(struct pl_reader *reader, const struct pl_fields *fields, size_t *count);
const struct pl_carry *pl_read_carry(struct pl_reader *reader, const struct pl_fields *fields,
                                     const struct pl_action *action);

/* ---- lists.c: the forms that a list may have -------------------------------------------------------------------- */

struct pl_entry {
	const struct pl_node *node; /* a mapping or a text; NULL where only the key is there */
	const struct pl_text *key;  /* of a list that is a mapping: the ref; else NULL */
	struct pl_span span;        /* from its first key to the end of its last value */
};

struct pl_walk {
	const struct pl_node *node;
	const struct pl_item *item; /* that the list belongs to, for findings */
	const char *name;           /* of the list's key */
	unsigned place;             /* of the entries */
	bool single;                /* one mapping is one entry */
	uint32_t at;
};

struct pl_walk pl_walk_list(struct pl_reader *reader, const struct pl_fields *fields, enum pl_key key, unsigned place);
/* The next entry that is a mapping or text; raises wrong-type and missing-field for what is neither. */
bool pl_walk_next(struct pl_reader *reader, struct pl_walk *walk, struct pl_entry *entry);
uint32_t pl_walk_room(const struct pl_walk *walk); /* at most so many entries */

/* Starts an item: its fields, ref and title. */
void pl_item_start(struct pl_reader *reader, struct pl_item *item, const struct pl_entry *entry,
                   struct pl_fields *fields);

/* ---- items.c, leaves.c, parts.c --------------------------------------------------------------------------------- */

void pl_read_groups(struct pl_reader *reader, const struct pl_fields *fields); /* what a plan or theme contains */
void pl_read_leaves(struct pl_reader *reader, const struct pl_fields *fields, struct pl_action *action);
void pl_read_parts(struct pl_reader *reader, const struct pl_fields *fields, struct pl_action *action);

/* ---- references.c ----------------------------------------------------------------------------------------------- */

/* A field of refs, "P1, P3" split; they are resolved once the plan is whole. */
struct pl_references pl_read_references(struct pl_reader *reader, const struct pl_fields *fields, enum pl_key key,
                                        const struct pl_action *action);
/* One text of a reference field as its parts. */
size_t pl_split_references(struct pl_reader *reader, const struct pl_text *text, const struct pl_text **out,
                           size_t room);
void pl_references_check(struct pl_reader *reader);

/* ---- require.c, ref_format.c ------------------------------------------------------------------------------------ */

/* Raises missing-field for what the template asks of the item and it lacks. */
void pl_require(struct pl_reader *reader, const struct pl_fields *fields, const struct pl_item *item);
void pl_check_ref_format(struct pl_reader *reader);

#endif
