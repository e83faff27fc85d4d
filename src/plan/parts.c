/* Reads the sections of a key action beside its milestones: targets, achievements, links, priorities. */
#include "base/str.h"
#include "plan/reader.h"

static void read_targets(struct pl_reader *reader, const struct pl_fields *fields, struct pl_action *action)
{
	struct pl_walk walk = pl_walk_list(reader, fields, PL_KEY_SMART_TARGETS, PL_IN_TARGET);
	struct pl_target *targets = PL_MAKE_ARRAY(reader->arena, pl_walk_room(&walk), struct pl_target);
	struct pl_entry entry;

	action->targets = targets;
	while (pl_walk_next(reader, &walk, &entry)) {
		struct pl_fields inner = {.place = PL_IN_TARGET};
		struct pl_target *target = &targets[action->target_count];

		target->item = (struct pl_item){
		        .kind = PL_ITEM_TARGET, .ordinal = (uint32_t)action->target_count++, .parent = &action->item};
		target->action = action;
		pl_item_start(reader, &target->item, &entry, &inner);
		target->by = pl_read_due(reader, &inner, PL_KEY_DUE);
		pl_require(reader, &inner, &target->item);
	}
}

static void read_achievements(struct pl_reader *reader, const struct pl_fields *fields, struct pl_action *action)
{
	struct pl_walk walk = pl_walk_list(reader, fields, PL_KEY_ACHIEVEMENTS, PL_IN_ACHIEVEMENT);
	struct pl_achievement *achievements = PL_MAKE_ARRAY(reader->arena, pl_walk_room(&walk), struct pl_achievement);
	struct pl_entry entry;

	action->achievements = achievements;
	while (pl_walk_next(reader, &walk, &entry)) {
		struct pl_fields inner = {.place = PL_IN_ACHIEVEMENT};
		struct pl_achievement *one = &achievements[action->achievement_count];
		const struct pl_carry *carry;

		one->item = (struct pl_item){.kind = PL_ITEM_ACHIEVEMENT,
		                             .ordinal = (uint32_t)action->achievement_count++,
		                             .parent = &action->item};
		one->action = action;
		pl_item_start(reader, &one->item, &entry, &inner);
		one->due = pl_read_due(reader, &inner, PL_KEY_DUE);
		pl_read_progress(reader, &inner, &one->progress);
		one->explanation = pl_read_text(reader, &inner, PL_KEY_EXPLANATION);
		carry = pl_read_carry(reader, &inner, action);
		if (carry)
			one->carried = *carry;
		if (!one->explanation)
			one->explanation = one->carried.explanation;
		pl_require(reader, &inner, &one->item);
	}
}

/* ---- links ------------------------------------------------------------------------------------------------------ */

enum { MOST_PARTS = 64 };

static struct pl_link read_link(struct pl_reader *reader, const struct pl_entry *entry, struct pl_action *action)
{
	struct pl_fields inner = {.place = PL_IN_LINK, .item = &action->item};
	struct pl_link link = {.span = entry->span};

	pl_fields_read(reader, entry->node, &inner);
	link.plan = pl_read_text(reader, &inner, PL_KEY_LINKED_PLAN);
	link.to = pl_read_text(reader, &inner, PL_KEY_TO);
	link.milestone = pl_read_text(reader, &inner, PL_KEY_LINKED_MILESTONE);
	link.note = pl_read_text(reader, &inner, PL_KEY_NOTE);
	if (!link.to && entry->key)
		link.to = pl_key_text(reader, entry->key);
	if (!link.to && !link.plan && !pl_fields_given(&inner, PL_KEY_TO))
		pl_collect_builtin(reader->collector, PL_BUILTIN_MISSING_FIELD, &action->item, link.span,
		                   "Add 'to' with the ref of the other key action",
		                   "this link does not say which key action it leads to");
	return link;
}

static void read_links(struct pl_reader *reader, const struct pl_fields *fields, struct pl_action *action)
{
	struct pl_walk walk = pl_walk_list(reader, fields, PL_KEY_LINKS, PL_IN_LINK);
	PL_VEC(struct pl_link) links = {0};
	struct pl_entry entry;

	while (pl_walk_next(reader, &walk, &entry)) {
		const struct pl_text *parts[MOST_PARTS] = {0};
		size_t count = 0;

		if (entry.node && entry.node->kind == PL_NODE_MAPPING) {
			*PL_VEC_PUSH(reader->scratch, &links) = read_link(reader, &entry, action);
		} else if (entry.key) { /* KA7: Shared grant scheme */
			*PL_VEC_PUSH(reader->scratch, &links) =
			        (struct pl_link){.span = entry.span,
			                         .to = pl_key_text(reader, entry.key),
			                         .note = entry.node ? entry.node->of.text : NULL};
		} else if (entry.node && !pl_says_none(entry.node->of.text->value)) { /* "KA7, KA9" is two links */
			count = pl_split_references(reader, entry.node->of.text, parts, MOST_PARTS);
		}
		for (size_t i = 0; i < count; i++)
			*PL_VEC_PUSH(reader->scratch, &links) =
			        (struct pl_link){.span = parts[i]->span, .to = parts[i]};
	}
	links.items = pl_arena_keep(reader->arena, links.items, links.count * sizeof *links.items);
	for (size_t i = 0; i < links.count; i++)
		*PL_VEC_PUSH(reader->scratch, &reader->pending) = (struct pl_pending){
		        .of.link = &links.items[i], .item = &action->item, .action = action, .key = PL_KEY_LINKS};
	action->links = links.items;
	action->link_count = links.count;
}

/* ---- priorities that the action serves -------------------------------------------------------------------------- */

static void read_priorities(struct pl_reader *reader, const struct pl_fields *fields, struct pl_action *action)
{
	struct pl_walk walk = pl_walk_list(reader, fields, PL_KEY_PRIORITIES, PL_IN_USE);
	PL_VEC(struct pl_priority_use) uses = {0};
	struct pl_entry entry;

	while (pl_walk_next(reader, &walk, &entry)) {
		struct pl_fields inner = {.place = PL_IN_USE, .item = &action->item};
		const struct pl_text *parts[MOST_PARTS] = {0};
		struct pl_priority_use use = {0};
		size_t count = 0;

		if (entry.node && entry.node->kind == PL_NODE_MAPPING) {
			pl_fields_read(reader, entry.node, &inner);
			use.to.text = pl_read_text(reader, &inner, PL_KEY_USED_PRIORITY);
			use.impact = pl_read_text(reader, &inner, PL_KEY_IMPACT);
		}
		if (entry.key && !use.to.text) { /* P1: significant */
			use.to.text = pl_key_text(reader, entry.key);
			if (entry.node && entry.node->kind == PL_NODE_SCALAR)
				use.impact = entry.node->of.text;
		}
		if (use.to.text)
			*PL_VEC_PUSH(reader->scratch, &uses) = use;
		else if (entry.node && entry.node->kind == PL_NODE_SCALAR && !pl_says_none(entry.node->of.text->value))
			count = pl_split_references(reader, entry.node->of.text, parts, MOST_PARTS);
		for (size_t i = 0; i < count; i++)
			PL_VEC_PUSH(reader->scratch, &uses)->to.text = parts[i];
	}
	uses.items = pl_arena_keep(reader->arena, uses.items, uses.count * sizeof *uses.items);
	for (size_t i = 0; i < uses.count; i++)
		*PL_VEC_PUSH(reader->scratch, &reader->pending) = (struct pl_pending){.of.reference = &uses.items[i].to,
		                                                                      .item = &action->item,
		                                                                      .action = action,
		                                                                      .key = PL_KEY_PRIORITIES};
	action->priorities = uses.items;
	action->priority_count = uses.count;
}

void pl_read_parts(struct pl_reader *reader, const struct pl_fields *fields, struct pl_action *action)
{
	const struct pl_text *links = fields->key[PL_KEY_LINKS];

	if (fields->value[PL_KEY_SMART_TARGETS])
		read_targets(reader, fields, action);
	if (fields->value[PL_KEY_ACHIEVEMENTS])
		read_achievements(reader, fields, action);
	if (fields->value[PL_KEY_PRIORITIES])
		read_priorities(reader, fields, action);
	if (!links)
		return;
	action->has_links = true;
	action->links_span = fields->value[PL_KEY_LINKS] ? fields->value[PL_KEY_LINKS]->span : links->span;
	if (fields->value[PL_KEY_LINKS])
		read_links(reader, fields, action);
}
