/* Findings on their way: names, the built-in descriptors, order, repetition and the limit. */
#include "arena_case.h"

#include "base/str.h"
#include "diag/collect.h"

/* builtin.def's own order. */
static size_t order(const struct pl_record *record) { return (size_t)(record->rule - pl_builtin_rules); }

static void names_round_trip(void **state)
{
	enum pl_severity severity;
	enum pl_confidence confidence;

	(void)state;
	for (int i = PL_OFF; i <= PL_ERROR; i++) {
		assert_true(pl_severity_parse(pl_str_of(pl_severity_name((enum pl_severity)i)), &severity));
		assert_int_equal(severity, i);
	}
	for (int i = PL_LOW; i <= PL_HIGH; i++) {
		assert_true(pl_confidence_parse(pl_str_of(pl_confidence_name((enum pl_confidence)i)), &confidence));
		assert_int_equal(confidence, i);
	}
	assert_true(pl_severity_parse(PL_STR("Error"), &severity));
	assert_false(pl_severity_parse(PL_STR("fatal"), &severity));
	assert_false(pl_severity_parse(PL_STR(""), &severity));
	assert_false(pl_confidence_parse(PL_STR("any"), &confidence));
	assert_string_equal(pl_state_name(PL_SUPPRESSED), "suppressed");
}

static void builtin_ids_are_unique_and_rated(void **state)
{
	(void)state;
	for (size_t i = 0; i < PL_BUILTIN_COUNT; i++) {
		const struct pl_rule *rule = &pl_builtin_rules[i];

		assert_non_null(rule->id);
		assert_non_null(rule->module);
		assert_true(rule->severity > PL_OFF && rule->confidence > PL_ANY_CONFIDENCE);
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(rule->id, pl_builtin_rules[j].id);
	}
}

static void sorts_by_place_then_rule_then_message(void **state)
{
	struct pl_collector collector = {.arena = &arena};
	static const char *const expected[] = {"first", "short", "a", "b", "other rule"};

	(void)state;
	pl_collect_builtin(&collector, PL_BUILTIN_WRONG_TYPE, NULL, (struct pl_span){5, 9}, NULL, "other %s", "rule");
	pl_collect_builtin(&collector, PL_BUILTIN_UNKNOWN_KEY, NULL, (struct pl_span){5, 9}, NULL, "b");
	pl_collect_builtin(&collector, PL_BUILTIN_UNKNOWN_KEY, NULL, (struct pl_span){5, 9}, NULL, "a");
	pl_collect_builtin(&collector, PL_BUILTIN_WRONG_TYPE, NULL, (struct pl_span){5, 6}, NULL, "short");
	pl_collect_builtin(&collector, PL_BUILTIN_WRONG_TYPE, NULL, (struct pl_span){0, 2}, NULL, "first");
	pl_collect_sort(&collector, NULL, order);
	assert_int_equal(collector.records.count, 5);
	for (size_t i = 0; i < 5; i++)
		assert_string_equal(collector.records.items[i].message, expected[i]);
	assert_int_equal(collector.records.items[0].confidence, PL_HIGH);
}

static void says_the_same_once(void **state)
{
	struct pl_collector collector = {.arena = &arena};

	(void)state;
	for (int i = 0; i < 3; i++) {
		pl_collect_builtin(&collector, PL_BUILTIN_UNKNOWN_KEY, NULL, (struct pl_span){5, 9}, NULL, "same");
		pl_collect_builtin(&collector, PL_BUILTIN_UNKNOWN_KEY, NULL, (struct pl_span){6, 9}, NULL, "same");
		pl_collect_unchecked(&collector, &pl_builtin_rules[0], "dates", i < 2 ? "no period" : "no year");
	}
	pl_collect_sort(&collector, NULL, order);
	assert_int_equal(collector.records.count, 2);
	assert_int_equal(collector.unchecked.count, 2);
}

static void keeps_places_of_its_own(void **state)
{
	struct pl_collector collector = {.arena = &arena};
	struct pl_record_place place = {.span = {1, 2}, .message = "the first one"};

	(void)state;
	pl_collect_builtin_related(&collector, PL_BUILTIN_DUPLICATE_KEY, NULL, (struct pl_span){5, 9}, &place, "advice",
	                           "%s twice", "due");
	place.span.begin = 77;
	assert_int_equal(collector.records.items[0].related_count, 1);
	assert_int_equal(collector.records.items[0].related[0].span.begin, 1);
	assert_string_equal(collector.records.items[0].advice, "advice");
	assert_string_equal(collector.records.items[0].message, "due twice");
}

static void counts_what_the_limit_cuts(void **state)
{
	struct pl_collector collector = {.arena = &arena, .limit = 2};

	(void)state;
	for (uint32_t i = 0; i < 5; i++)
		pl_collect_builtin(&collector, PL_BUILTIN_UNKNOWN_KEY, NULL, (struct pl_span){i, i}, NULL, "n%u",
		                   (unsigned)i);
	assert_int_equal(collector.records.count, 2);
	assert_int_equal(collector.cut, 3);
}

static void sorting_nothing_is_fine(void **state)
{
	struct pl_collector collector = {.arena = &arena};

	(void)state;
	pl_collect_sort(&collector, NULL, order);
	assert_int_equal(collector.records.count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        ARENA_TEST(names_round_trip),
	        ARENA_TEST(builtin_ids_are_unique_and_rated),
	        ARENA_TEST(sorts_by_place_then_rule_then_message),
	        ARENA_TEST(says_the_same_once),
	        ARENA_TEST(keeps_places_of_its_own),
	        ARENA_TEST(counts_what_the_limit_cuts),
	        ARENA_TEST(sorting_nothing_is_fine),
	};

	return cmocka_run_group_tests_name("diag", tests, NULL, NULL);
}
