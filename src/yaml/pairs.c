/* From the nodes of a mapping to its pairs: a key counts once, and `<<` brings in the pairs of other mappings. */
#include "yaml/grow.h"

#include "base/str.h"

enum { FEW = 16 }; /* keys that are cheaper to compare one by one than to hash */

struct pairs {
	struct pl_grow *grow;
	struct pl_pair *items;
	uint32_t count;
	bool many;
	struct pl_map by_key; /* where there are many */
};

static struct pl_str key_of(const struct pl_pair *pair) { return pair->key.of.text->value; }

/* The place of a pair with that key, or of the next one, which then is free. */
static uint32_t find(struct pairs *pairs, struct pl_str key)
{
	uint32_t i = 0;

	if (pairs->many) {
		bool fresh;
		uint32_t *place = pl_map_put(&pairs->grow->keys, &pairs->by_key, key, &fresh);

		if (fresh)
			*place = pairs->count;
		return *place;
	}
	while (i < pairs->count && !pl_str_equal(key_of(&pairs->items[i]), key))
		i++;
	return i;
}

static bool is_merge_key(const struct pl_node *key)
{
	return key->of.text->style == PL_SCALAR_PLAIN && pl_str_equal(key->of.text->value, PL_STR("<<"));
}

static void report_duplicate(struct pl_grow *grow, const struct pl_node *key, const struct pl_node *first)
{
	struct pl_record_place place = {.span = first->span, .message = "given here first"};

	pl_collect_builtin_related(grow->collector, PL_BUILTIN_DUPLICATE_KEY, NULL, key->span, &place,
	                           "Keep one of the two, or put both values under one key; until then the first one "
	                           "counts and this one is not read",
	                           "the key '%.*s' is given twice in one item", PL_STR_ARG(key->of.text->value));
}

static void report_odd_key(struct pl_grow *grow, const struct pl_node *key)
{
	pl_collect_builtin(grow->collector, PL_BUILTIN_WRONG_TYPE, NULL, key->span,
	                   "Write the key as a plain word; put a text that begins with a bracket in quotes",
	                   "a key must be a word or a short text, and this one is a %s",
	                   key->kind == PL_NODE_SEQUENCE ? "list" : "group of keys");
}

static void add_pair(struct pairs *pairs, const struct pl_node *key, const struct pl_node *value)
{
	uint32_t place;

	if (key->kind != PL_NODE_SCALAR) {
		report_odd_key(pairs->grow, key);
		return;
	}
	place = find(pairs, key->of.text->value);
	if (place < pairs->count)
		report_duplicate(pairs->grow, key, &pairs->items[place].key);
	else
		pairs->items[pairs->count++] = (struct pl_pair){.key = *key, .value = *value};
}

/* How many mappings `<<` names, or 0 where it names something else. */
static uint32_t source_count(const struct pl_node *value)
{
	if (value->kind == PL_NODE_MAPPING)
		return 1;
	if (value->kind != PL_NODE_SEQUENCE)
		return 0;
	for (uint32_t i = 0; i < value->count; i++)
		if (value->of.items[i].kind != PL_NODE_MAPPING)
			return 0;
	return value->count;
}

static const struct pl_node *source_at(const struct pl_node *value, uint32_t index)
{
	return value->kind == PL_NODE_MAPPING ? value : &value->of.items[index];
}

static void merge(struct pairs *pairs, const struct pl_node *value)
{
	uint32_t sources = source_count(value);

	if (!sources && !(value->kind == PL_NODE_SEQUENCE && value->count == 0))
		pl_collect_builtin(pairs->grow->collector, PL_BUILTIN_WRONG_TYPE, NULL, value->span,
		                   "Name an item with '&name' and repeat its fields with '<<: *name'",
		                   "'<<' takes over the fields of another item, and this is not one");
	for (uint32_t i = 0; i < sources; i++) {
		const struct pl_node *source = source_at(value, i);

		for (uint32_t j = 0; j < source->count; j++)
			if (find(pairs, key_of(&source->of.pairs[j])) == pairs->count) {
				pairs->items[pairs->count] = source->of.pairs[j];
				pairs->items[pairs->count++].merged = true;
			}
	}
}

static uint32_t merged_count(const struct pl_node *value)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < source_count(value); i++)
		count += source_at(value, i)->count;
	return count;
}

/* The value of the mapping's `<<`, or NULL; one that is given twice is reported. */
static const struct pl_node *find_merge(struct pl_grow *grow, const struct pl_node *nodes, uint32_t count)
{
	const struct pl_node *found = NULL;

	for (uint32_t i = 0; i + 1 < count; i += 2) {
		if (nodes[i].kind != PL_NODE_SCALAR || !is_merge_key(&nodes[i]))
			continue;
		if (found)
			report_duplicate(grow, &nodes[i], found - 1);
		else
			found = &nodes[i + 1];
	}
	return found;
}

void pl_grow_pairs(struct pl_grow *grow, struct pl_node *mapping, const struct pl_node *nodes, uint32_t count)
{
	const struct pl_node *merged = find_merge(grow, nodes, count);
	uint32_t room = count / 2 + (merged ? merged_count(merged) : 0);
	struct pairs pairs = {
	        .grow = grow, .items = PL_MAKE_ARRAY(grow->arena, room, struct pl_pair), .many = room > FEW};

	for (uint32_t i = 0; i + 1 < count; i += 2)
		if (nodes[i].kind != PL_NODE_SCALAR || !is_merge_key(&nodes[i]))
			add_pair(&pairs, &nodes[i], &nodes[i + 1]);
	if (merged)
		merge(&pairs, merged);
	mapping->of.pairs = pairs.items;
	mapping->count = pairs.count;
	if (pairs.many)
		pl_arena_reset(&grow->keys);
}
