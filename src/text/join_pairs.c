/* Joins few sets: compares each with each, but looks at the tokens only of those that can be alike by their bits. */
#include "text/join_bucket.h"

#include "base/bits.h"

/* A bit for each token, some with the same: a bit that one of two sets has alone is a token that it has alone. */
static uint64_t bits_of(const struct pl_packed *set)
{
	uint64_t bits = 0;

	for (uint32_t i = 0; i < set->count; i++)
		bits |= UINT64_C(1) << (pl_packed_number(set->tokens[i]) * UINT64_C(0x9E3779B97F4A7C15) >> 58);
	return bits;
}

static void compare(struct pl_join *join, const struct pl_join_set *a, const struct pl_join_set *b)
{
	const struct pl_packed_joined *in = join->in;
	struct pl_packed left = in->set(in->of, a->index), right = in->set(in->of, b->index);
	double similarity = pl_packed_similarity(&left, &right);

	if (similarity >= in->threshold && pl_join_root(join->group, a->index) != pl_join_root(join->group, b->index) &&
	    (!in->same || in->same(in->data, a->index, b->index, similarity)))
		pl_join_unite(join->group, a->index, b->index);
}

/* What each has alone weighs at least as much as there are bits. */
static bool can_be_alike(const struct pl_join *join, uint32_t weight, uint64_t alone)
{
	return pl_bits_count(alone) + 2 * join->needed[weight] <= weight;
}

void pl_join_pairs(struct pl_join *join)
{
	const struct pl_packed_joined *in = join->in;
	uint64_t *bits = PL_MAKE_ARRAY(join->arena, join->set_count, uint64_t);

	for (uint32_t i = 0; i < join->set_count && join->steps < in->steps; i++) {
		const struct pl_join_set *set = &join->sets[i];
		struct pl_packed tokens = in->set(in->of, set->index);

		bits[i] = bits_of(&tokens);
		join->steps += i;
		for (uint32_t k = 0; k < i; k++)
			if (can_be_alike(join, join->sets[k].weight + set->weight, bits[k] ^ bits[i]))
				compare(join, &join->sets[k], set);
	}
}
