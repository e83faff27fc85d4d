/* The similarity join: equal sets, and the tokens of the others in the order of their rarity. */
#include "text/join_bucket.h"

#include "base/map.h"
#include "base/vec.h"

#include <stdlib.h>

/* Sums of weights are whole numbers: this much rounding never hides one. */
static const double ROUNDING = 1e-6;

static uint32_t at_least(double weight)
{
	uint32_t whole = (uint32_t)weight;

	return whole + (weight - ROUNDING > whole);
}

uint32_t pl_join_root(uint32_t *group, uint32_t i)
{
	while (group[i] != i) {
		group[i] = group[group[i]];
		i = group[i];
	}
	return i;
}

void pl_join_unite(uint32_t *group, uint32_t a, uint32_t b)
{
	a = pl_join_root(group, a);
	b = pl_join_root(group, b);
	if (a < b)
		group[b] = a;
	else
		group[a] = b;
}

/* ---- distinct sets ---- */

static void add_set(struct pl_join *join, uint32_t i)
{
	double weight = join->in->sets[i]->weight, threshold = join->in->threshold;
	struct pl_join_set *set = &join->sets[join->set_count++];

	set->index = i;
	set->count = join->in->sets[i]->count;
	set->weight = join->in->sets[i]->weight;
	set->slack = set->weight - at_least(threshold * weight);
	set->light = set->weight - at_least(2 * threshold / (1 + threshold) * weight);
}

static void unite_equal(struct pl_join *join)
{
	const struct pl_joined *in = join->in;
	struct pl_map first = {0};
	PL_VEC(uint32_t) stems = {0};

	for (uint32_t i = 0; i < in->count; i++) {
		const struct pl_token_set *set = in->sets[i];
		struct pl_str key;
		uint32_t *index;

		join->group[i] = i;
		stems.count = 0;
		for (uint32_t k = 0; k < set->count; k++)
			*PL_VEC_PUSH(join->arena, &stems) = set->tokens[k].stem;
		*PL_VEC_PUSH(join->arena, &stems) = in->keys ? in->keys[i] : 0;
		key = (struct pl_str){(const char *)stems.items, stems.count * sizeof *stems.items};
		index = set->count ? pl_map_find(&first, key) : NULL;
		if (index) {
			pl_join_unite(join->group, *index, i);
		} else if (set->count) {
			key.ptr = pl_arena_copy(join->arena, key);
			*pl_map_put(join->arena, &first, key, NULL) = i;
			add_set(join, i);
		}
	}
}

/* ---- tokens by rarity ---- */

/* Replaces each number, 0 to join->rank_count - 1, by its place among them by rarity. */
static void rank_items(struct pl_join *join, struct pl_join_item *items, size_t count, const uint32_t *frequency)
{
	uint32_t *order = PL_MAKE_ARRAY(join->arena, join->rank_count, uint32_t);
	uint32_t *begin = PL_MAKE_ARRAY(join->arena, (size_t)join->set_count + 2, uint32_t);

	for (uint32_t i = 0; i < join->rank_count; i++)
		begin[frequency[i] + 1]++;
	for (uint32_t f = 0; f <= join->set_count; f++)
		begin[f + 1] += begin[f];
	for (uint32_t i = 0; i < join->rank_count; i++)
		order[i] = begin[frequency[i]]++;
	for (size_t i = 0; i < count; i++)
		items[i].rank = items[i].weight == UINT32_MAX ? join->rank_count : order[items[i].rank];
}

static int by_rank(const void *a, const void *b)
{
	const struct pl_join_item *x = a, *y = b;

	return (x->rank > y->rank) - (x->rank < y->rank);
}

static void rank_tokens(struct pl_join *join)
{
	struct pl_map numbers = {0};
	size_t count = 0, end = 0;
	struct pl_join_item *items;
	uint32_t *frequency;

	for (uint32_t s = 0; s < join->set_count; s++)
		count += (size_t)join->sets[s].count + 1;
	items = PL_MAKE_ARRAY(join->arena, count, struct pl_join_item);
	frequency = PL_MAKE_ARRAY(join->arena, count, uint32_t);
	for (uint32_t s = 0; s < join->set_count; s++) {
		const struct pl_token *tokens = join->in->sets[join->sets[s].index]->tokens;

		join->sets[s].items = items + end;
		for (uint32_t k = 0; k < join->sets[s].count; k++) {
			struct pl_str key = {(const char *)&tokens[k].stem, sizeof tokens[k].stem};
			bool fresh;
			uint32_t *number = pl_map_put(join->arena, &numbers, key, &fresh);

			if (fresh)
				*number = numbers.count - 1;
			frequency[*number]++;
			items[end++] = (struct pl_join_item){*number, tokens[k].weight};
		}
		items[end++].weight = UINT32_MAX;
	}
	join->rank_count = numbers.count;
	rank_items(join, items, count, frequency);
	for (uint32_t s = 0; s < join->set_count; s++)
		qsort((struct pl_join_item *)join->sets[s].items, join->sets[s].count, sizeof *items, by_rank);
}

static void set_needed(struct pl_join *join)
{
	double share = join->in->threshold / (1 + join->in->threshold);
	uint32_t heaviest = 0;

	for (uint32_t s = 0; s < join->set_count; s++)
		heaviest = join->sets[s].weight > heaviest ? join->sets[s].weight : heaviest;
	join->needed = PL_MAKE_ARRAY(join->arena, 2 * (size_t)heaviest + 1, uint32_t);
	for (uint32_t w = 0; w <= 2 * heaviest; w++)
		join->needed[w] = at_least(share * w);
}

bool pl_join(struct pl_arena *arena, const struct pl_joined *joined, uint32_t *group)
{
	struct pl_join join = {.in = joined, .arena = arena, .group = group};

	join.sets = PL_MAKE_ARRAY(arena, joined->count, struct pl_join_set);
	unite_equal(&join);
	rank_tokens(&join);
	set_needed(&join);
	pl_join_buckets(&join);
	for (uint32_t i = 0; i < joined->count; i++)
		group[i] = pl_join_root(group, i);
	return join.steps < joined->steps;
}
