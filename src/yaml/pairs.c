/* From the nodes of a mapping to its pairs: a key counts once, and `<<` brings in the pairs of other mappings. */
#include "yaml/grow.h"

#include "base/str.h"

enum { FEW = 16 }; /* keys that are cheaper to compare one by one than to hash */

struct pairs {
	struct pl_grow *grow;
	uint32_t first, count; /* in grow->pairs: those that stay so far */
	bool many;
	struct pl_map by_key; /* where there are many */
	uint64_t seen;        /* a bit for each length and first byte of a key: most keys are told apart by them */
};

static struct pl_pair *at(const struct pairs *pairs, uint32_t index)
{
	return &pairs->grow->pairs.items[pairs->first + index];
}

static bool is_first_of_its_kind(struct pairs *pairs, struct pl_str key)
{
	unsigned first = key.len ? (unsigned char)key.ptr[0] : 0;
	uint64_t bit = UINT64_C(1) << ((key.len * 5 + first) & 63);
	bool seen = pairs->seen & bit;

	pairs->seen |= bit;
	return !seen;
}

/* The place of a pair with that key, or of the next one, which then is free. */
static uint32_t find(struct pairs *pairs, struct pl_str key)
{
	const struct pl_pair *pair = pairs->grow->pairs.items + pairs->first;
	uint32_t i = 0;

	if (pairs->many) {
		bool fresh;
		uint32_t *place = pl_map_put(&pairs->grow->keys, &pairs->by_key, key, &fresh);

		if (fresh)
			*place = pairs->count;
		return *place;
	}
	if (is_first_of_its_kind(pairs, key))
		return pairs->count;
	while (i < pairs->count && !pl_str_equal(pair[i].key.value, key))
		i++;
	return i;
}

static bool is_merge_key(const struct pl_text *key)
{
	return key->style == PL_SCALAR_PLAIN && pl_str_equal(key->value, PL_STR("<<"));
}

static void report_duplicate(struct pl_grow *grow, const struct pl_text *key, struct pl_span first)
{
	struct pl_record_place place = {.span = first, .message = "given here first"};

	pl_collect_builtin_related(grow->collector, PL_BUILTIN_DUPLICATE_KEY, NULL, key->span, &place,
	                           "Keep one of the two, or put both values under one key; until then the first one "
	                           "counts and this one is not read",
	                           "the key '%.*s' is given twice in one item", PL_STR_ARG(key->value));
}

static void report_odd_key(struct pl_grow *grow, const struct pl_text *key)
{
	pl_collect_builtin(grow->collector, PL_BUILTIN_WRONG_TYPE, NULL, key->span,
	                   "Write the key as a plain word; put a text that begins with a bracket in quotes",
	                   "a key must be a word or a short text, and this one is a %s",
	                   key->style == PL_GROW_ODD_KEY + PL_NODE_SEQUENCE ? "list" : "group of keys");
}

/* Keeps the pair, which is the next one or further on, or says why not. */
static void keep(struct pairs *pairs, const struct pl_pair *pair)
{
	uint32_t place;

	if (pair->key.style >= PL_GROW_ODD_KEY) {
		report_odd_key(pairs->grow, &pair->key);
		return;
	}
	place = find(pairs, pair->key.value);
	if (place < pairs->count)
		report_duplicate(pairs->grow, &pair->key, at(pairs, place)->key.span);
	else if (at(pairs, pairs->count++) != pair)
		*at(pairs, pairs->count - 1) = *pair;
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

/* The mapping's own pairs have been kept: what is left above them gives way to those that are merged. */
static void merge(struct pairs *pairs, const struct pl_node *value)
{
	struct pl_grow *grow = pairs->grow;
	uint32_t sources = source_count(value);

	if (!sources && !(value->kind == PL_NODE_SEQUENCE && value->count == 0))
		pl_collect_builtin(grow->collector, PL_BUILTIN_WRONG_TYPE, NULL, value->span,
		                   "Name an item with '&name' and repeat its fields with '<<: *name'",
		                   "'<<' takes over the fields of another item, and this is not one");
	grow->pairs.count = pairs->first + pairs->count;
	for (uint32_t i = 0; i < sources; i++) {
		const struct pl_node *source = source_at(value, i);

		for (uint32_t j = 0; j < source->count; j++)
			if (find(pairs, source->of.pairs[j].key.value) == pairs->count) {
				*PL_VEC_PUSH(grow->tree, &grow->pairs) = source->of.pairs[j];
				at(pairs, pairs->count++)->value.merged = true;
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

/* Takes the mapping's `<<` out; one that is given twice is reported. */
static bool find_merge(struct pairs *pairs, uint32_t count, struct pl_pair *found)
{
	bool has_merge = false;

	for (uint32_t i = 0; i < count; i++) {
		if (!is_merge_key(&at(pairs, i)->key))
			continue;
		if (has_merge)
			report_duplicate(pairs->grow, &at(pairs, i)->key, found->key.span);
		else
			*found = *at(pairs, i);
		has_merge = true;
	}
	return has_merge;
}

void pl_grow_pairs(struct pl_grow *grow, struct pl_node *mapping, uint32_t count)
{
	struct pairs pairs = {.grow = grow, .first = (uint32_t)grow->pairs.count - count};
	struct pl_pair merged;
	bool has_merge = find_merge(&pairs, count, &merged);

	pairs.many = count + (has_merge ? merged_count(&merged.value) : 0) > FEW;
	for (uint32_t i = 0; i < count; i++)
		if (!has_merge || !is_merge_key(&at(&pairs, i)->key))
			keep(&pairs, at(&pairs, i));
	if (has_merge)
		merge(&pairs, &merged.value);
	mapping->count = pairs.count;
	mapping->of.pairs = pl_arena_keep(grow->tree, pairs.count ? &grow->pairs.items[pairs.first] : NULL,
	                                  pairs.count * sizeof(struct pl_pair));
	grow->pairs.count = pairs.first;
	if (pairs.many)
		pl_arena_reset(&grow->keys);
}
