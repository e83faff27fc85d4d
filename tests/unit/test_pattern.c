/* Tests of patterns: what matches where, what is no pattern, and what a limit cuts. */
#include "base/str.h"
#include "text/pattern.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

struct fixture {
	struct pl_arena_guard guard;
	struct pl_arena arena;
	struct pl_patterns *patterns;
	struct pl_matcher *matcher;
};

static int open_fixture(void **state)
{
	static struct fixture fixture;

	pl_arena_init(&fixture.arena, &fixture.guard);
	fixture.patterns = pl_patterns_open(&fixture.arena);
	fixture.matcher = pl_matcher_open(&fixture.arena, fixture.patterns, 1000);
	*state = &fixture;
	return 0;
}

static int close_fixture(void **state)
{
	struct fixture *fixture = *state;

	pl_matcher_close(fixture->matcher);
	pl_patterns_close(fixture->patterns);
	pl_arena_free(&fixture->arena);
	return 0;
}

static const struct pl_pattern *compile(struct fixture *fixture, const char *source)
{
	const char *message = NULL;
	const struct pl_pattern *pattern = pl_patterns_compile(fixture->patterns, pl_str_of(source), &message);

	assert_non_null(pattern);
	return pattern;
}

static enum pl_match match(struct fixture *fixture, const char *source, const char *subject, struct pl_span *found)
{
	return pl_matcher_find(fixture->matcher, compile(fixture, source), pl_str_of(subject), 0, found);
}

static void a_match_has_its_place(void **state)
{
	struct pl_span found;

	assert_int_equal(match(*state, "gr(a|e)nt", "Pay 12 GRANTS", &found), PL_MATCH_FOUND);
	assert_int_equal(found.begin, 7);
	assert_int_equal(found.end, 12);
	assert_int_equal(match(*state, "loan", "Pay 12 grants", &found), PL_MATCH_NONE);
}

static void places_are_bytes_and_words_are_unicode(void **state)
{
	struct pl_span found;

	assert_int_equal(match(*state, "\\bété\\b", "L’ÉTÉ 2012", &found), PL_MATCH_FOUND);
	assert_int_equal(found.begin, 4);
	assert_int_equal(found.end, 9);
}

static void a_search_goes_on_from_a_byte(void **state)
{
	struct fixture *fixture = *state;
	const struct pl_pattern *pattern = compile(fixture, "tb[ac]");
	struct pl_str subject = PL_STR("tbc, tba");
	struct pl_span found;

	assert_int_equal(pl_matcher_find(fixture->matcher, pattern, subject, 1, &found), PL_MATCH_FOUND);
	assert_int_equal(found.begin, 5);
	assert_int_equal(pl_matcher_find(fixture->matcher, pattern, subject, 6, &found), PL_MATCH_NONE);
	assert_int_equal(pl_matcher_find(fixture->matcher, pattern, subject, 99, &found), PL_MATCH_NONE);
}

static void an_empty_subject_is_searched_too(void **state)
{
	struct fixture *fixture = *state;
	struct pl_span found;

	assert_int_equal(pl_matcher_find(fixture->matcher, compile(fixture, "^$"), (struct pl_str){0}, 0, &found),
	                 PL_MATCH_FOUND);
	assert_int_equal(found.begin, 0);
	assert_int_equal(found.end, 0);
}

static void what_is_no_pattern_is_said_with_its_place(void **state)
{
	struct fixture *fixture = *state;
	const char *message = NULL;

	assert_null(pl_patterns_compile(fixture->patterns, PL_STR("KA(\\d"), &message));
	assert_non_null(strstr(message, "\"KA(\\d\" is no pattern"));
	assert_non_null(strstr(message, "at character 6"));
}

static void matchers_share_patterns(void **state)
{
	struct fixture *fixture = *state;
	const struct pl_pattern *pattern = compile(fixture, "a+b");
	struct pl_matcher *other = pl_matcher_open(&fixture->arena, fixture->patterns, 1000);
	struct pl_span found;

	assert_int_equal(pl_matcher_find(fixture->matcher, pattern, PL_STR("caab"), 0, &found), PL_MATCH_FOUND);
	assert_int_equal(pl_matcher_find(other, pattern, PL_STR("aab"), 0, &found), PL_MATCH_FOUND);
	assert_int_equal(found.begin, 0);
	assert_int_equal(found.end, 3);
	pl_matcher_close(other);
}

static void a_known_pattern_is_compiled_with_the_first_search(void **state)
{
	struct fixture *fixture = *state;
	const struct pl_pattern *pattern = pl_patterns_add(fixture->patterns, "tb[ac]\\b");
	struct pl_span found;

	pl_patterns_add(fixture->patterns, "never searched");
	for (int i = 0; i < 2; i++) {
		assert_int_equal(pl_matcher_find(fixture->matcher, pattern, PL_STR("Cost TBC"), 0, &found),
		                 PL_MATCH_FOUND);
		assert_int_equal(found.begin, 5);
	}
}

static void a_runaway_search_is_cut(void **state)
{
	struct fixture *fixture = *state;
	struct pl_span found;

	assert_int_equal(match(fixture, "^(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", &found), PL_MATCH_CUT);
	assert_int_equal(match(fixture, "^a+$", "aaaa", &found), PL_MATCH_FOUND);
}

/* Each limit by itself: going back over each letter, and with many groups much memory for each of them. */
static void depth_and_memory_of_a_search_are_bounded(void **state)
{
	enum { SHORT = 1500, LONG = 12000, GROUPS = 800, STEPS = 10000000 };
	struct fixture *fixture = *state;
	struct pl_matcher *usual = fixture->matcher;
	char subject[LONG + 1], groups[64 + 4 * GROUPS] = "(*NO_JIT)^(?:a|b)*[cd]";
	struct pl_span found;

	for (size_t i = 0; i < GROUPS; i++)
		strcat(groups, "(x)?");
	memset(subject, 'a', LONG);
	subject[LONG] = '\0';
	fixture->matcher = pl_matcher_open(&fixture->arena, fixture->patterns, STEPS);
	assert_int_equal(match(fixture, "(*NO_JIT)^(?:a|b)*[cd]", subject, &found), PL_MATCH_CUT);
	subject[SHORT] = '\0';
	assert_int_equal(match(fixture, "(*NO_JIT)^(?:a|b)*[cd]", subject, &found), PL_MATCH_NONE);
	assert_int_equal(match(fixture, groups, subject, &found), PL_MATCH_CUT);
	pl_matcher_close(fixture->matcher);
	fixture->matcher = usual;
}

int main(void)
{
#define CASE(test) cmocka_unit_test_setup_teardown(test, open_fixture, close_fixture)
	const struct CMUnitTest tests[] = {CASE(a_match_has_its_place),
	                                   CASE(places_are_bytes_and_words_are_unicode),
	                                   CASE(a_search_goes_on_from_a_byte),
	                                   CASE(an_empty_subject_is_searched_too),
	                                   CASE(what_is_no_pattern_is_said_with_its_place),
	                                   CASE(matchers_share_patterns),
	                                   CASE(a_known_pattern_is_compiled_with_the_first_search),
	                                   CASE(a_runaway_search_is_cut),
	                                   CASE(depth_and_memory_of_a_search_are_bounded)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
