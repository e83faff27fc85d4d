/* A plan's items by ref: key actions and objectives in the plan, ids within their key action. */
#ifndef PL_PLAN_INDEX_H
#define PL_PLAN_INDEX_H

#include "plan/reader.h"

struct pl_index {
	struct pl_arena *arena;
	struct pl_map refs;       /* key actions and objectives */
	struct pl_map priorities; /* by ref and by title */
	struct pl_map ids;        /* kind, number of the key action, id */
	PL_VEC(const struct pl_item *) items;
};

/* Raises duplicate-ref. */
void pl_index_build(struct pl_index *index, struct pl_reader *reader);

/* NULL where there is none. */
const struct pl_item *pl_index_ref(const struct pl_index *index, struct pl_str ref);
const struct pl_item *pl_index_priority(const struct pl_index *index, struct pl_str name);
const struct pl_item *pl_index_id(const struct pl_index *index, const struct pl_action *action, enum pl_item_kind kind,
                                  struct pl_str id);

#endif
