/* What all stages share: queues under keys, hashes as digits, folded words, names of paths. */
#include "arena_case.h"

#include "base/path.h"
#include "base/queue.h"
#include "base/str.h"
#include "base/utf8.h"

static void same(struct pl_str text, const char *expected)
{
	assert_string_equal(pl_arena_copy(&arena, text), expected);
}

static void queues_give_back_in_order(void **state)
{
	struct pl_queues queues;
	uint32_t number = 99;

	(void)state;
	pl_queues_open(&queues, &arena, 6);
	for (uint32_t i = 0; i < 5; i++)
		pl_queues_put(&queues, &arena, i % 2 ? PL_STR("odd") : PL_STR("even"), i);
	for (uint32_t i = 0; i < 5; i += 2) {
		assert_true(pl_queues_first(&queues, PL_STR("even"), &number));
		assert_int_equal(number, i);
		assert_true(pl_queues_take(&queues, PL_STR("even"), &number));
		assert_int_equal(number, i);
	}
	assert_false(pl_queues_first(&queues, PL_STR("even"), &number));
	assert_false(pl_queues_take(&queues, PL_STR("even"), &number));
	pl_queues_put(&queues, &arena, PL_STR("even"), 5);
	assert_true(pl_queues_take(&queues, PL_STR("even"), &number));
	assert_int_equal(number, 5);
	assert_true(pl_queues_take(&queues, PL_STR("odd"), &number));
	assert_int_equal(number, 1);
}

static void nothing_waits_without_a_key(void **state)
{
	struct pl_queues queues;
	uint32_t number;

	(void)state;
	pl_queues_open(&queues, &arena, 1);
	pl_queues_put(&queues, &arena, (struct pl_str){0}, 0);
	assert_false(pl_queues_take(&queues, (struct pl_str){0}, &number));
	assert_false(pl_queues_take(&queues, PL_STR("nobody"), &number));
}

static void hashes_are_printed(void **state)
{
	static const unsigned char hash[16] = {0x00, 0x0f, 0xf0, 0xff, 0x12, 0x34, 0x56, 0x78,
	                                       0x9a, 0xbc, 0xde, 0xf0, 0x01, 0x23, 0x45, 0x67};
	const char *all = pl_hash_digits(&arena, PL_STR("words"), PL_HASH_DIGITS);

	(void)state;
	assert_string_equal(pl_hash_print(&arena, hash, PL_HASH_DIGITS), "000ff0ff123456789abcdef001234567");
	assert_string_equal(pl_hash_print(&arena, hash, 10), "000ff0ff12");
	assert_int_equal(strlen(all), PL_HASH_DIGITS);
	assert_memory_equal(all, pl_hash_digits(&arena, PL_STR("words"), 16), 16);
}

static void words_are_folded(void **state)
{
	(void)state;
	same(pl_utf8_fold_words(&arena, PL_STR(" Parks \t AND\n\n\xc3\x89"
	                                       "t\xc3\xa9 ")),
	     "parks and \xc3\xa9t\xc3\xa9");
	same(pl_utf8_fold_words(&arena, PL_STR(" \n ")), "");
	same(pl_utf8_fold_words(&arena, (struct pl_str){0}), "");
}

static void names_end_paths(void **state)
{
	(void)state;
	same(pl_path_name(PL_STR("plans/2010/parks.yaml")), "parks.yaml");
	same(pl_path_name(PL_STR("parks.yaml")), "parks.yaml");
	same(pl_path_name(PL_STR("plans/")), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        ARENA_TEST(queues_give_back_in_order), ARENA_TEST(nothing_waits_without_a_key),
	        ARENA_TEST(hashes_are_printed),        ARENA_TEST(words_are_folded),
	        ARENA_TEST(names_end_paths),
	};

	return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
