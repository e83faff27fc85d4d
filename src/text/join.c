/* The similarity join: equal sets, and the tokens of the others in the order of their rarity. */
#include "text/join_bucket.h"

#include "base/vec.h"

#include <stdlib.h>

enum { FEW = 32, RANKS = (1 << 28) - 1, WEIGHTS = 15 };

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

/* ---- numbers ---- */

/* Any 32-bit numbers, each as its place among them. */
struct numbering {
	struct {
		uint32_t number, place; /* place: 1-based; 0 free */
	} * slots;
	uint32_t mask, count;
};

static uint32_t spread(uint32_t number) { return (uint32_t)((number + 1) * UINT64_C(0x9E3779B97F4A7C15) >> 32); }

static void renumber(struct pl_arena *arena, struct numbering *numbering)
{
	struct numbering wider = {.mask = numbering->mask ? numbering->mask * 2 + 1 : 255, .count = numbering->count};

	wider.slots = pl_arena_alloc(arena, (size_t)wider.mask + 1, sizeof *wider.slots);
	for (uint32_t i = 0; numbering->slots && i <= numbering->mask; i++) {
		uint32_t at = spread(numbering->slots[i].number) & wider.mask;

		if (!numbering->slots[i].place)
			continue;
		while (wider.slots[at].place)
			at = (at + 1) & wider.mask;
		wider.slots[at].number = numbering->slots[i].number;
		wider.slots[at].place = numbering->slots[i].place;
	}
	*numbering = wider;
}

/* 0-based. */
static uint32_t place_of(struct pl_arena *arena, struct numbering *numbering, uint32_t number)
{
	uint32_t at;

	if (numbering->count * 2 >= numbering->mask)
		renumber(arena, numbering);
	at = spread(number) & numbering->mask;
	while (numbering->slots[at].place && numbering->slots[at].number != number)
		at = (at + 1) & numbering->mask;
	if (!numbering->slots[at].place) {
		numbering->slots[at].number = number;
		numbering->slots[at].place = ++numbering->count;
	}
	return numbering->slots[at].place - 1;
}

/* ---- distinct sets ---- */

static void add_set(struct pl_join *join, const struct pl_packed *tokens, uint32_t i)
{
	double weight = tokens->weight, threshold = join->in->threshold;

	join->sets[join->set_count++] =
	        (struct pl_join_set){.index = i,
	                             .count = tokens->count,
	                             .weight = tokens->weight,
	                             .slack = tokens->weight - at_least(threshold * weight),
	                             .light = tokens->weight - at_least(2 * threshold / (1 + threshold) * weight)};
}

static uint32_t hash_of(const struct pl_packed *set, uint32_t key)
{
	uint64_t hash = key + 1;

	for (uint32_t i = 0; i < set->count; i++) {
		hash = (hash ^ pl_packed_number(set->tokens[i])) * UINT64_C(0x9E3779B97F4A7C15);
		hash ^= hash >> 32;
	}
	return (uint32_t)hash;
}

static bool same_numbers(const struct pl_packed *a, const struct pl_packed *b)
{
	if (a->count != b->count)
		return false;
	for (uint32_t i = 0; i < a->count; i++)
		if (pl_packed_number(a->tokens[i]) != pl_packed_number(b->tokens[i]))
			return false;
	return true;
}

/* The table holds distinct sets by their tokens, as places in join->sets, 1-based. */
static void unite_equal(struct pl_join *join)
{
	const struct pl_packed_joined *in = join->in;
	uint32_t mask = 255, *table;

	while (mask < in->count)
		mask = mask * 2 + 1;
	table = PL_MAKE_ARRAY(join->arena, (size_t)mask * 2 + 2, uint32_t);
	mask = mask * 2 + 1;
	for (uint32_t i = 0; i < in->count; i++) {
		struct pl_packed set = in->set(in->of, i);
		uint32_t key = in->keys ? in->keys[i] : 0, at = hash_of(&set, key) & mask;

		join->group[i] = i;
		for (; set.count && table[at]; at = (at + 1) & mask) {
			uint32_t other = join->sets[table[at] - 1].index;
			struct pl_packed there = in->set(in->of, other);

			if (same_numbers(&set, &there) && (!in->keys || in->keys[other] == key)) {
				pl_join_unite(join->group, other, i);
				break;
			}
		}
		if (set.count && !table[at]) {
			add_set(join, &set, i);
			table[at] = join->set_count;
		}
	}
}

/* ---- tokens by rarity ---- */

/* Replaces each number, 0 to join->rank_count - 1, by its place among them by rarity. */
static void rank_items(struct pl_join *join, struct pl_join_item *items, const uint32_t *frequency)
{
	uint32_t *order = PL_MAKE_ARRAY(join->arena, join->rank_count, uint32_t);
	uint32_t *begin = PL_MAKE_ARRAY(join->arena, (size_t)join->set_count + 2, uint32_t);

	for (uint32_t i = 0; i < join->rank_count; i++)
		begin[frequency[i] + 1]++;
	for (uint32_t f = 0; f <= join->set_count; f++)
		begin[f + 1] += begin[f];
	for (uint32_t i = 0; i < join->rank_count; i++)
		order[i] = begin[frequency[i]]++;
	for (uint32_t s = 0; s < join->set_count; s++) {
		for (uint32_t k = 0; k < join->sets[s].count; k++, items++)
			items->rank = order[items->rank] & RANKS;
		items++->rank = join->rank_count & RANKS;
	}
}

static void sort_by_rank(struct pl_join_item *items, uint32_t count)
{
	for (uint32_t i = 1; i < count; i++) {
		struct pl_join_item item = items[i];
		uint32_t k = i;

		for (; k && items[k - 1].rank > item.rank; k--)
			items[k] = items[k - 1];
		items[k] = item;
	}
}

static int by_rank(const void *a, const void *b)
{
	const struct pl_join_item *x = a, *y = b;

	return (x->rank > y->rank) - (x->rank < y->rank);
}

static void rank_tokens(struct pl_join *join)
{
	struct numbering numbering = {0};
	size_t count = 0, end = 0;
	struct pl_join_item *items;
	uint32_t *frequency;

	for (uint32_t s = 0; s < join->set_count; s++)
		count += (size_t)join->sets[s].count + 1;
	items = PL_MAKE_ARRAY(join->arena, count, struct pl_join_item);
	for (uint32_t s = 0; s < join->set_count; s++) {
		struct pl_packed set = join->in->set(join->in->of, join->sets[s].index);

		join->sets[s].items = items + end;
		for (uint32_t k = 0; k < set.count; k++, end++) {
			items[end].rank = place_of(join->arena, &numbering, pl_packed_number(set.tokens[k])) & RANKS;
			items[end].weight = pl_packed_weight(set.tokens[k]) & WEIGHTS;
		}
		end++;
	}
	join->rank_count = numbering.count;
	frequency = PL_MAKE_ARRAY(join->arena, join->rank_count, uint32_t);
	for (uint32_t s = 0; s < join->set_count; s++)
		for (uint32_t k = 0; k < join->sets[s].count; k++)
			frequency[join->sets[s].items[k].rank]++;
	rank_items(join, items, frequency);
	for (uint32_t s = 0; s < join->set_count; s++)
		if (join->sets[s].count <= FEW)
			sort_by_rank((struct pl_join_item *)join->sets[s].items, join->sets[s].count);
		else
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

enum { FEW_SETS = 256 }; /* that are compared sooner than sorted into buckets */

bool pl_join_packed(struct pl_arena *arena, const struct pl_packed_joined *joined, uint32_t *group)
{
	struct pl_join join = {.in = joined, .arena = arena, .group = group};

	join.sets = PL_MAKE_ARRAY(arena, joined->count, struct pl_join_set);
	unite_equal(&join);
	set_needed(&join);
	if (join.set_count <= FEW_SETS) {
		pl_join_pairs(&join);
	} else {
		rank_tokens(&join);
		pl_join_buckets(&join);
	}
	for (uint32_t i = 0; i < joined->count; i++)
		group[i] = pl_join_root(group, i);
	return join.steps < joined->steps;
}

/* ---- sets of tokens as readings have them ---- */

/* The pool holds all sets, one behind the other. */
struct packed_sets {
	uint32_t *tokens;
	struct pl_packed *sets;
};

static uint32_t pack(const struct pl_token *token)
{
	if (token->stem >= PL_TOKEN_DAY)
		return (token->stem - PL_TOKEN_DAY) << PL_TOKEN_SHIFT;
	return (token->stem + PL_PACKED_DAYS) << PL_TOKEN_SHIFT | (token->weight > 1 ? PL_TOKEN_NAME : 0);
}

/* Days come last among stems and first among packed tokens. Behind what was written. */
static uint32_t *pack_set(const struct pl_token_set *set, uint32_t *at)
{
	uint32_t days = set->count;

	while (days && set->tokens[days - 1].stem >= PL_TOKEN_DAY)
		days--;
	for (uint32_t k = days; k < set->count; k++)
		*at++ = pack(&set->tokens[k]);
	for (uint32_t k = 0; k < days; k++)
		*at++ = pack(&set->tokens[k]);
	return at;
}

static struct pl_packed set_at(const void *of, uint32_t i) { return ((const struct packed_sets *)of)->sets[i]; }

bool pl_join(struct pl_arena *arena, const struct pl_joined *joined, uint32_t *group)
{
	struct packed_sets packed = {.sets = PL_MAKE_ARRAY(arena, joined->count, struct pl_packed)};
	size_t count = 0;
	uint32_t *at;

	for (uint32_t i = 0; i < joined->count; i++)
		count += joined->sets[i]->count;
	at = packed.tokens = PL_MAKE_ARRAY(arena, count, uint32_t);
	for (uint32_t i = 0; i < joined->count; i++) {
		const struct pl_token_set *set = joined->sets[i];

		packed.sets[i] = (struct pl_packed){at, set->count, set->weight};
		at = pack_set(set, at);
	}
	return pl_join_packed(arena,
	                      &(struct pl_packed_joined){.set = set_at,
	                                                 .of = &packed,
	                                                 .keys = joined->keys,
	                                                 .count = joined->count,
	                                                 .threshold = joined->threshold,
	                                                 .steps = joined->steps,
	                                                 .same = joined->same,
	                                                 .data = joined->data},
	                      group);
}
