/* Joins few sets: compares each with each, but looks at the tokens only of those that can be alike by their bits. */
#include "text/join_bucket.h"

#include "base/bits.h"

/* What is looked at for every pair. */
struct mark {
	uint64_t bits; /* one for each token, some with the same: what one of two sets has alone is a token that it has
	                  alone */
	uint32_t weight;
};

static struct mark mark_of(const struct pl_packed *set)
{
	struct mark mark = {.weight = set->weight};

	for (uint32_t i = 0; i < set->count; i++)
		mark.bits |= UINT64_C(1) << (pl_packed_number(set->tokens[i]) * UINT64_C(0x9E3779B97F4A7C15) >> 58);
	return mark;
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

/* By the weight of two sets together: the most that they may have alone and be alike. */
static uint32_t *most_alone(const struct pl_join *join)
{
	uint32_t heaviest = 0, *most;

	for (uint32_t i = 0; i < join->set_count; i++)
		heaviest = join->sets[i].weight > heaviest ? join->sets[i].weight : heaviest;
	most = PL_MAKE_ARRAY(join->arena, 2 * (size_t)heaviest + 1, uint32_t);
	for (uint32_t weight = 0; weight <= 2 * heaviest; weight++)
		most[weight] = weight > 2 * join->needed[weight] ? weight - 2 * join->needed[weight] : 0;
	return most;
}

void pl_join_pairs(struct pl_join *join)
{
	const struct pl_packed_joined *in = join->in;
	struct mark *marks = PL_MAKE_ARRAY(join->arena, join->set_count, struct mark);
	const uint32_t *most = most_alone(join);

	for (uint32_t i = 0; i < join->set_count && join->steps < in->steps; i++) {
		struct pl_packed tokens = in->set(in->of, join->sets[i].index);
		struct mark mark = marks[i] = mark_of(&tokens);

		join->steps += i;
		for (uint32_t k = 0; k < i; k++) /* a bit weighs 1 at least */
			if (pl_bits_count(marks[k].bits ^ mark.bits) <= most[marks[k].weight + mark.weight])
				compare(join, &join->sets[k], &join->sets[i]);
	}
}
