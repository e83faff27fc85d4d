/* The similarity join: equal sets, and the tokens of the others in the order of their rarity. */
#include "text/join_bucket.h"

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

static const uint64_t SCATTER = UINT64_C(0x9E3779B97F4A7C15); /* 2^64 by the golden ratio: spreads small numbers */

/* A power of two that leaves a table of `count` half empty. */
static uint32_t room_for(size_t count)
{
	uint32_t room = 2;

	while (room < 2 * count)
		room *= 2;
	return room;
}

static uint32_t hash_of(const struct pl_joined *in, uint32_t i)
{
	const struct pl_token_set *set = in->sets[i];
	uint64_t hash = in->keys ? in->keys[i] : 0;

	for (uint32_t k = 0; k < set->count; k++)
		hash = (hash ^ hash >> 29 ^ set->tokens[k].stem) * SCATTER;
	return (uint32_t)(hash >> 32);
}

static bool are_equal(const struct pl_joined *in, uint32_t i, uint32_t j)
{
	const struct pl_token_set *a = in->sets[i], *b = in->sets[j];

	if (a->count != b->count || (in->keys && in->keys[i] != in->keys[j]))
		return false;
	for (uint32_t k = 0; k < a->count; k++)
		if (a->tokens[k].stem != b->tokens[k].stem)
			return false;
	return true;
}

static void unite_equal(struct pl_join *join)
{
	uint32_t mask = room_for(join->in->count) - 1;
	uint32_t *firsts = PL_MAKE_ARRAY(join->arena, (size_t)mask + 1, uint32_t); /* 1-based; 0: free */

	for (uint32_t i = 0; i < join->in->count; i++) {
		uint32_t slot = hash_of(join->in, i) & mask;

		join->group[i] = i;
		if (!join->in->sets[i]->count)
			continue;
		while (firsts[slot] && !are_equal(join->in, firsts[slot] - 1, i))
			slot = (slot + 1) & mask;
		if (firsts[slot]) {
			pl_join_unite(join->group, firsts[slot] - 1, i);
		} else {
			firsts[slot] = i + 1;
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

enum { FEW = 32 };

/* Most sets are small: no function is called for each comparison. */
static void sort(struct pl_join_item *items, uint32_t count)
{
	if (count > FEW) {
		qsort(items, count, sizeof *items, by_rank);
		return;
	}
	for (uint32_t i = 1; i < count; i++) {
		struct pl_join_item item = items[i];
		uint32_t k = i;

		for (; k && items[k - 1].rank > item.rank; k--)
			items[k] = items[k - 1];
		items[k] = item;
	}
}

/* Numbers for stems in the order in which they come: open addressing. */
struct numbers {
	struct {
		uint32_t stem, number; /* number: 1-based; 0: free */
	} *slots;
	uint32_t mask, count;
};

static uint32_t number_of(struct numbers *numbers, uint32_t stem)
{
	uint32_t slot = (uint32_t)(stem * SCATTER >> 32) & numbers->mask;

	while (numbers->slots[slot].number && numbers->slots[slot].stem != stem)
		slot = (slot + 1) & numbers->mask;
	if (!numbers->slots[slot].number) {
		numbers->slots[slot].stem = stem;
		numbers->slots[slot].number = ++numbers->count;
	}
	return numbers->slots[slot].number - 1;
}

static void rank_tokens(struct pl_join *join)
{
	struct numbers numbers = {0};
	size_t count = 0, end = 0;
	struct pl_join_item *items;
	uint32_t *frequency;

	for (uint32_t s = 0; s < join->set_count; s++)
		count += (size_t)join->sets[s].count + 1;
	items = PL_MAKE_ARRAY(join->arena, count, struct pl_join_item);
	frequency = PL_MAKE_ARRAY(join->arena, count, uint32_t);
	numbers.mask = room_for(count) - 1;
	numbers.slots = pl_arena_alloc(join->arena, (size_t)numbers.mask + 1, sizeof *numbers.slots);
	for (uint32_t s = 0; s < join->set_count; s++) {
		const struct pl_token *tokens = join->in->sets[join->sets[s].index]->tokens;

		join->sets[s].items = items + end;
		for (uint32_t k = 0; k < join->sets[s].count; k++) {
			uint32_t number = number_of(&numbers, tokens[k].stem);

			frequency[number]++;
			items[end++] = (struct pl_join_item){number, tokens[k].weight};
		}
		items[end++].weight = UINT32_MAX;
	}
	join->rank_count = numbers.count;
	rank_items(join, items, count, frequency);
	for (uint32_t s = 0; s < join->set_count; s++)
		sort((struct pl_join_item *)join->sets[s].items, join->sets[s].count);
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
