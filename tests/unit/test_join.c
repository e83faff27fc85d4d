/* The similarity join against comparing every pair. */
#include "arena_case.h"

#include "text/join.h"

#include <string.h>

enum { MOST = 400, LONGEST = 16 };

struct bag {
	struct pl_token tokens[LONGEST];
	struct pl_token_set set;
};

static struct bag bags[MOST];
static const struct pl_token_set *sets[MOST];
static uint32_t keys[MOST], group[MOST], expected[MOST], calls[MOST][MOST];

static uint32_t next_random(void)
{
	static uint64_t state = 88172645463325252u;

	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (uint32_t)(state >> 32);
}

static void add(struct bag *bag, uint32_t stem, uint8_t weight)
{
	uint32_t at = bag->set.count;

	for (uint32_t i = 0; i < bag->set.count; i++)
		if (bag->tokens[i].stem == stem)
			return;
	for (; at && bag->tokens[at - 1].stem > stem; at--)
		bag->tokens[at] = bag->tokens[at - 1];
	bag->tokens[at] = (struct pl_token){.stem = stem, .weight = weight};
	bag->set.count++;
	bag->set.weight += weight;
	bag->set.tokens = bag->tokens;
}

/* Low numbers are frequent, as words are; every third of them weighs more, and now and then a word more than usual. */
static void add_random(struct bag *bag, uint32_t words)
{
	uint32_t stem = next_random() % words * (next_random() % words) / words;
	uint8_t weight = stem % 3 == 0 ? 2 : 1;

	if (next_random() % 8 == 0)
		weight = 2;
	add(bag, stem % 17 == 5 ? PL_TOKEN_DAY + stem : stem, stem % 17 == 5 ? 4 : weight);
}

static void make_bag(uint32_t i, uint32_t words)
{
	struct bag *bag = &bags[i];
	uint32_t length = next_random() % (LONGEST - 4);

	memset(bag, 0, sizeof *bag);
	if (i && next_random() % 3 == 0) { /* another one, a little changed */
		const struct bag *other = &bags[next_random() % i];
		uint32_t dropped = next_random() % (LONGEST * 2);

		for (uint32_t k = 0; k < other->set.count; k++)
			if (k != dropped)
				add(bag, other->tokens[k].stem, other->tokens[k].weight);
		length = bag->set.count < LONGEST - 2 ? next_random() % 3 : 0;
	}
	for (uint32_t k = 0; k < length; k++)
		add_random(bag, words);
	sets[i] = &bag->set;
	keys[i] = next_random() % 10 == 0;
}

static bool same_stems(uint32_t a, uint32_t b)
{
	if (sets[a]->count != sets[b]->count || keys[a] != keys[b])
		return false;
	for (uint32_t i = 0; i < sets[a]->count; i++)
		if (sets[a]->tokens[i].stem != sets[b]->tokens[i].stem)
			return false;
	return true;
}

/* An answer that depends on the pair alone and that knows no order. */
static bool agrees(uint32_t a, uint32_t b) { return (a * 7 + b * 7) % 5 != 0; }

static bool same(void *data, uint32_t a, uint32_t b, double similarity)
{
	double threshold = *(double *)data;

	assert_true(a < b);
	assert_true(similarity >= threshold);
	assert_true(similarity == pl_tokens_similarity(sets[a], sets[b]));
	assert_int_equal(calls[a][b]++, 0);
	return agrees(a, b);
}

static void colour(uint32_t count, uint32_t from, uint32_t to)
{
	for (uint32_t i = 0; i < count; i++)
		if (expected[i] == from)
			expected[i] = to;
}

static void link_pair(uint32_t count, uint32_t a, uint32_t b)
{
	uint32_t x = expected[a], y = expected[b];

	colour(count, x > y ? x : y, x > y ? y : x);
}

static void join_all_pairs(uint32_t count, double threshold, bool ask)
{
	uint32_t first[MOST];

	for (uint32_t i = 0; i < count; i++) {
		expected[i] = first[i] = i;
		for (uint32_t k = 0; k < i && sets[i]->count && first[i] == i; k++)
			if (same_stems(k, i))
				first[i] = first[k];
	}
	for (uint32_t i = 0; i < count; i++)
		link_pair(count, first[i], i);
	for (uint32_t b = 0; b < count; b++)
		for (uint32_t a = 0; a < b; a++)
			if (first[a] == a && first[b] == b && pl_tokens_similarity(sets[a], sets[b]) >= threshold &&
			    (!ask || agrees(a, b)))
				link_pair(count, a, b);
}

static void check_random(uint32_t count, uint32_t words, double threshold, bool ask)
{
	for (uint32_t i = 0; i < count; i++)
		make_bag(i, words);
	memset(calls, 0, sizeof calls);
	assert_true(pl_join(&arena,
	                    &(struct pl_joined){.sets = sets,
	                                        .keys = keys,
	                                        .count = count,
	                                        .threshold = threshold,
	                                        .steps = UINT64_MAX,
	                                        .same = ask ? same : NULL,
	                                        .data = &threshold},
	                    group));
	join_all_pairs(count, threshold, ask);
	for (uint32_t i = 0; i < count; i++)
		assert_int_equal(group[i], expected[i]);
	pl_arena_reset(&arena);
}

static void test_equals_all_pairs(void **state)
{
	static const double thresholds[] = {0.1, 0.5, 0.6, 2.0 / 3, 0.75, 0.8, 0.9, 1};
	static const uint32_t words[] = {4, 12, 40, 400};

	(void)state;
	for (size_t t = 0; t < sizeof thresholds / sizeof *thresholds; t++)
		for (size_t w = 0; w < sizeof words / sizeof *words; w++)
			for (uint32_t round = 0; round < 6; round++)
				check_random(60 + round * 50, words[w], thresholds[t], round % 2);
}

/* Words that come together always, as in a phrase that every fourth milestone has. */
static void test_shared_phrases(void **state)
{
	(void)state;
	for (uint32_t i = 0; i < MOST; i++) {
		memset(&bags[i], 0, sizeof bags[i]);
		for (uint32_t k = 0; k < 6; k++)
			add(&bags[i], 1000 + i % 4 * 10 + k, 1);
		for (uint32_t k = 0; k < 4; k++)
			add(&bags[i], next_random() % 9, 1);
		sets[i] = &bags[i].set;
	}
	assert_true(pl_join(&arena,
	                    &(struct pl_joined){.sets = sets, .count = MOST, .threshold = 0.75, .steps = UINT64_MAX},
	                    group));
	memset(keys, 0, sizeof keys);
	join_all_pairs(MOST, 0.75, false);
	assert_memory_equal(group, expected, sizeof group);
}

static void test_nothing(void **state)
{
	static const struct pl_token_set empty;
	const struct pl_token_set *none[] = {&empty, &empty};
	uint32_t of_none[2];

	(void)state;
	assert_true(
	        pl_join(&arena, &(struct pl_joined){.sets = none, .count = 0, .threshold = 1, .steps = 1}, of_none));
	assert_true(
	        pl_join(&arena, &(struct pl_joined){.sets = none, .count = 2, .threshold = 1, .steps = 1}, of_none));
	assert_int_equal(of_none[0], 0);
	assert_int_equal(of_none[1], 1);
}

enum { MANY = 20000 };

static uint64_t steps_for(const struct pl_token_set *const *all, uint32_t count)
{
	uint32_t *groups = PL_MAKE_ARRAY(&arena, count, uint32_t);
	uint64_t steps = 1;

	while (!pl_join(&arena, &(struct pl_joined){.sets = all, .count = count, .threshold = 0.75, .steps = steps},
	                groups))
		steps *= 2;
	return steps;
}

/* One milestone 20,000 times; and with a number each. */
static void test_many_alike(void **state)
{
	struct bag *many = PL_MAKE_ARRAY(&arena, MANY, struct bag);
	const struct pl_token_set **all = PL_MAKE_ARRAY(&arena, MANY, const struct pl_token_set *);

	(void)state;
	for (uint32_t i = 0; i < MANY; i++) {
		for (uint32_t k = 0; k < 4; k++)
			add(&many[i], k, 1);
		all[i] = &many[i].set;
	}
	assert_true(steps_for(all, MANY) <= MANY);
	for (uint32_t i = 0; i < MANY; i++)
		add(&many[i], 100 + i, 2);
	assert_true(steps_for(all, MANY) <= 16 * MANY);
}

/* Few words in many orders: every word stands in thousands of sets, and hardly two sets are alike. */
static void test_many_distinct(void **state)
{
	struct bag *many = PL_MAKE_ARRAY(&arena, MANY, struct bag);
	const struct pl_token_set **all = PL_MAKE_ARRAY(&arena, MANY, const struct pl_token_set *);
	uint64_t half, whole;

	(void)state;
	for (uint32_t i = 0; i < MANY; i++) {
		for (uint32_t k = 0; k < 11; k++)
			add(&many[i], k * 100 + next_random() % (20 + k * 8), 1);
		all[i] = &many[i].set;
	}
	half = steps_for(all, MANY / 2);
	whole = steps_for(all, MANY);
	assert_true(whole <= 256 * MANY);
	assert_true(whole <= 4 * half); /* the steps tried are powers of two */
}

static void test_cut(void **state)
{
	uint32_t found = 0;

	(void)state;
	for (uint32_t i = 0; i < MOST; i++)
		make_bag(i, 40);
	join_all_pairs(MOST, 0.6, false);
	assert_false(pl_join(
	        &arena, &(struct pl_joined){.sets = sets, .keys = keys, .count = MOST, .threshold = 0.6, .steps = 2000},
	        group));
	for (uint32_t i = 0; i < MOST; i++) {
		assert_int_equal(expected[group[i]], expected[i]); /* what is joined belongs together */
		found += group[i] != i;
	}
	assert_true(found > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        ARENA_TEST(test_equals_all_pairs), ARENA_TEST(test_shared_phrases), ARENA_TEST(test_nothing),
	        ARENA_TEST(test_many_alike),       ARENA_TEST(test_many_distinct),  ARENA_TEST(test_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
