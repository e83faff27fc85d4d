/* Indexes a plan's items by their refs. */
#include "plan/index.h"

#include "base/str.h"

enum { LONGEST_ID = 256 };

/* One table for all ids: the kind and the key action's number go before the id. */
static struct pl_str scoped(const struct pl_action *action, enum pl_item_kind kind, struct pl_str id, char *room)
{
	size_t length = id.len < LONGEST_ID - 5 ? id.len : LONGEST_ID - 5;

	room[0] = (char)kind;
	memcpy(room + 1, &action->index, 4);
	memcpy(room + 5, id.ptr, length);
	return (struct pl_str){room, length + 5};
}

static const struct pl_item *found(const struct pl_index *index, const uint32_t *place)
{
	return place ? index->items.items[*place] : NULL;
}

const struct pl_item *pl_index_ref(const struct pl_index *index, struct pl_str ref)
{
	return found(index, pl_map_find(&index->refs, ref));
}

const struct pl_item *pl_index_priority(const struct pl_index *index, struct pl_str name)
{
	return found(index, pl_map_find(&index->priorities, name));
}

const struct pl_item *pl_index_id(const struct pl_index *index, const struct pl_action *action, enum pl_item_kind kind,
                                  struct pl_str id)
{
	char room[LONGEST_ID];

	return found(index, pl_map_find(&index->ids, scoped(action, kind, id, room)));
}

static void raise_duplicate(struct pl_reader *reader, const struct pl_item *first, const struct pl_item *second)
{
	struct pl_record_place related;
	bool in_action = second->kind == PL_ITEM_MILESTONE || second->kind == PL_ITEM_TARGET ||
	                 second->kind == PL_ITEM_ACHIEVEMENT;

	/* Objectives are indexed first, but the finding stands on the one further down. */
	if (first->ref->span.begin > second->ref->span.begin) {
		const struct pl_item *other = first;

		first = second;
		second = other;
	}
	related = (struct pl_record_place){.item = first, .span = first->ref->span, .message = "the first one"};
	pl_collect_builtin_related(reader->collector, PL_BUILTIN_DUPLICATE_REF, second, second->ref->span, &related,
	                           "Give each its own, so that it is clear which one is meant",
	                           "\"%.*s\" is used twice in this %s", PL_STR_ARG(second->ref->value),
	                           in_action ? pl_template_terms(reader->plan->template_kind)->action : "plan");
}

/* Remembers the item under the key; the first one wins. Answers the one that was there before. */
static const struct pl_item *put(struct pl_index *index, struct pl_map *map, struct pl_str key,
                                 const struct pl_item *item)
{
	bool fresh;
	uint32_t *place = pl_map_put(index->arena, map, key, &fresh);

	if (!fresh)
		return index->items.items[*place];
	*place = (uint32_t)index->items.count;
	*PL_VEC_PUSH(index->arena, &index->items) = item;
	return NULL;
}

static void put_ref(struct pl_index *index, struct pl_reader *reader, const struct pl_item *item)
{
	const struct pl_item *first;

	if (!item->ref)
		return;
	first = put(index, &index->refs, pl_str_trim(item->ref->value), item);
	if (first)
		raise_duplicate(reader, first, item);
}

static void put_id(struct pl_index *index, struct pl_reader *reader, const struct pl_action *action,
                   const struct pl_item *item)
{
	const struct pl_item *first;
	char *room;
	size_t size;

	if (!item->ref)
		return;
	size = item->ref->value.len + 5 < LONGEST_ID ? item->ref->value.len + 5 : LONGEST_ID;
	room = pl_arena_bytes(index->arena, size);
	first = put(index, &index->ids, scoped(action, item->kind, pl_str_trim(item->ref->value), room), item);
	if (first)
		raise_duplicate(reader, first, item);
}

void pl_index_build(struct pl_index *index, struct pl_reader *reader)
{
	*index = (struct pl_index){.arena = reader->scratch};
	for (size_t i = 0; i < reader->priorities.count; i++) {
		const struct pl_item *item = &reader->priorities.items[i]->item;

		if (item->ref)
			put(index, &index->priorities, pl_str_trim(item->ref->value), item);
		if (item->title)
			put(index, &index->priorities, pl_str_trim(item->title->value), item);
	}
	for (size_t i = 0; i < reader->objectives.count; i++)
		put_ref(index, reader, &reader->objectives.items[i]->item);
	for (size_t i = 0; i < reader->actions.count; i++) {
		const struct pl_action *action = reader->actions.items[i];

		put_ref(index, reader, &action->item);
		for (size_t j = 0; j < action->target_count; j++)
			put_id(index, reader, action, &action->targets[j].item);
		for (size_t j = 0; j < action->achievement_count; j++)
			put_id(index, reader, action, &action->achievements[j].item);
		for (size_t j = 0; j < action->milestone_count; j++)
			if (!action->milestones[j]->is_action)
				put_id(index, reader, action, &action->milestones[j]->item);
	}
}
