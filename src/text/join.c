/* The similarity join. */
#include "text/join.h"

#include "base/map.h"

#include <stdlib.h>

struct posting {
	uint32_t set, next; /* next: 1-based, 0 ends */
};

struct join {
	const struct pl_joined *in;
	struct pl_arena *arena;
	uint32_t *group;
	uint32_t *distinct; /* one index for each distinct (set, key) */
	uint32_t distinct_count;
	struct pl_map ranks;    /* stem, as bytes: its number here */
	uint32_t *frequency;    /* by number */
	uint32_t *heads;        /* by number: 1-based posting */
	PL_VEC(struct posting) postings;
	uint32_t *seen;         /* by index: the last probe that met it, 1-based */
	uint64_t steps;
};

static uint32_t find_root(uint32_t *group, uint32_t i)
{
	while (group[i] != i) {
		group[i] = group[group[i]];
		i = group[i];
	}
	return i;
}

static void unite(uint32_t *group, uint32_t a, uint32_t b)
{
	a = find_root(group, a);
	b = find_root(group, b);
	if (a < b)
		group[b] = a;
	else
		group[a] = b;
}

/* ---- equal sets ---- */

static struct pl_str bytes_of(struct join *join, uint32_t i)
{
	const struct pl_token_set *set = join->in->sets[i];
	uint32_t *stems = PL_MAKE_ARRAY(join->arena, set->count + 1, uint32_t);

	for (uint32_t k = 0; k < set->count; k++)
		stems[k] = set->tokens[k].stem;
	stems[set->count] = join->in->keys ? join->in->keys[i] : 0;
	return (struct pl_str){(const char *)stems, (set->count + 1) * sizeof *stems};
}

static void unite_equal(struct join *join)
{
	struct pl_map first = {0};

	join->distinct = PL_MAKE_ARRAY(join->arena, join->in->count, uint32_t);
	for (uint32_t i = 0; i < join->in->count; i++) {
		bool fresh;
		uint32_t *index;

		join->group[i] = i;
		if (!join->in->sets[i]->count)
			continue;
		index = pl_map_put(join->arena, &first, bytes_of(join, i), &fresh);
		if (fresh) {
			*index = i;
			join->distinct[join->distinct_count++] = i;
		} else {
			unite(join->group, *index, i);
		}
	}
}

/* ---- near ones ---- */

static uint32_t number_of(struct join *join, const struct pl_token *token)
{
	struct pl_str key = {(const char *)&token->stem, sizeof token->stem};
	bool fresh;
	uint32_t *number = pl_map_put(join->arena, &join->ranks, key, &fresh);

	if (fresh)
		*number = join->ranks.count - 1;
	return *number;
}

static void count_tokens(struct join *join)
{
	size_t room = 0;

	for (uint32_t d = 0; d < join->distinct_count; d++)
		room += join->in->sets[join->distinct[d]]->count;
	join->frequency = PL_MAKE_ARRAY(join->arena, room, uint32_t);
	join->heads = PL_MAKE_ARRAY(join->arena, room, uint32_t);
	for (uint32_t d = 0; d < join->distinct_count; d++) {
		const struct pl_token_set *set = join->in->sets[join->distinct[d]];

		for (uint32_t k = 0; k < set->count; k++)
			join->frequency[number_of(join, &set->tokens[k])]++;
	}
}

struct ranked {
	uint32_t number, frequency;
	uint8_t weight;
};

static int by_rarity(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (x->frequency != y->frequency)
		return x->frequency < y->frequency ? -1 : 1;
	return (x->number > y->number) - (x->number < y->number);
}

static void compare(struct join *join, uint32_t a, uint32_t b)
{
	const struct pl_joined *in = join->in;
	double similarity;

	if (find_root(join->group, a) == find_root(join->group, b))
		return;
	similarity = pl_tokens_similarity(in->sets[a], in->sets[b]);
	if (similarity >= in->threshold && (!in->same || in->same(in->data, a, b, similarity)))
		unite(join->group, a, b);
}

static void probe(struct join *join, uint32_t probed, uint32_t number)
{
	double least = join->in->threshold * join->in->sets[probed]->weight;

	for (uint32_t p = join->heads[number]; p && join->steps < join->in->steps; p = join->postings.items[p - 1].next) {
		uint32_t other = join->postings.items[p - 1].set;

		join->steps++;
		if (join->seen[other] == probed + 1 || join->in->sets[other]->weight < least)
			continue;
		join->seen[other] = probed + 1;
		compare(join, other, probed);
	}
}

static void index_under(struct join *join, uint32_t set, uint32_t number)
{
	*PL_VEC_PUSH(join->arena, &join->postings) = (struct posting){set, join->heads[number]};
	join->heads[number] = (uint32_t)join->postings.count;
}

static void join_one(struct join *join, uint32_t i, struct ranked *ranked)
{
	const struct pl_token_set *set = join->in->sets[i];
	double least = join->in->threshold * set->weight, suffix = set->weight;

	for (uint32_t k = 0; k < set->count; k++) {
		uint32_t number = number_of(join, &set->tokens[k]);

		ranked[k] = (struct ranked){number, join->frequency[number], set->tokens[k].weight};
	}
	qsort(ranked, set->count, sizeof *ranked, by_rarity);
	for (uint32_t k = 0; k < set->count && suffix >= least; suffix -= ranked[k++].weight) {
		probe(join, i, ranked[k].number);
		index_under(join, i, ranked[k].number);
	}
}

bool pl_join(struct pl_arena *arena, const struct pl_joined *joined, uint32_t *group)
{
	struct join join = {.in = joined, .arena = arena, .group = group};
	uint32_t longest = 0;
	struct ranked *ranked;

	unite_equal(&join);
	count_tokens(&join);
	join.seen = PL_MAKE_ARRAY(arena, joined->count, uint32_t);
	for (uint32_t d = 0; d < join.distinct_count; d++)
		if (joined->sets[join.distinct[d]]->count > longest)
			longest = joined->sets[join.distinct[d]]->count;
	ranked = PL_MAKE_ARRAY(arena, longest, struct ranked);
	for (uint32_t d = 0; d < join.distinct_count; d++)
		join_one(&join, join.distinct[d], ranked);
	for (uint32_t i = 0; i < joined->count; i++)
		group[i] = find_root(group, i);
	return join.steps < joined->steps;
}
