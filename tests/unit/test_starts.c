/* What the first letters of words tell of two texts: never that one can't repeat the other where it does. */
#include "base/str.h"

#include <planlint/text.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static bool may_repeat(const char *text, const char *other)
{
	struct pl_starts a = pl_starts_of(pl_str_of(text)), b = pl_starts_of(pl_str_of(other));

	return pl_starts_may_repeat(&a, &b);
}

static void what_repeats_may_repeat(void **state)
{
	static const char *const pairs[][2] = {
	        {"Youth cafe opened in the old station", "Open a youth cafe in the old station"},
	        {"Improvement of the reporting arrangements for planning consultations",
	         "Improve how planning consultations are reported and arranged"},
	        {"COMMUNITY GARDENS PLANTED (Northfield, Southfield)",
	         "Plant community gardens in Northfield and Southfield"},
	        {"Re-opening of multi-agency centres", "Multi agency centres re-opened"},
	        {"Caf\xc3\xa9s in libraries; \xc3\x89tudes", "libraries' caf\xc3\xa9s and \xc3\x89tudes"},
	        {"", "Open a youth cafe"},
	        {"Opened", ""},
	        {"Three hundred homes", "Something else entirely"}, /* too few words to be sure */
	};

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		assert_true(may_repeat(pairs[i][0], pairs[i][1]));
		assert_true(may_repeat(pairs[i][0], pairs[i][0]));
	}
}

static void what_says_much_else_may_not(void **state)
{
	(void)state;
	assert_false(may_repeat(
	        "A third fewer complaints about evening disturbance around Market Square within twelve months",
	        "Open a youth cafe in the old station"));
	assert_false(may_repeat("Residents travel safely because accidents involving pedestrians decrease",
	                        "Traffic calming scheme built on Mill Road"));
}

/* Wherever they stand, the parts of a compound count each for itself. */
static void compounds_begin_with_each_of_their_parts(void **state)
{
	static const char compound[] = "re-opening co-producing multi-agency cross-cutting well-being";
	char text[sizeof compound + 10];

	(void)state;
	assert_true(may_repeat("re-opening co-producing multi-agency cross-cutting", compound));
	assert_true(may_repeat(compound, compound));
	for (size_t i = 0; i < 9; i++) {
		struct pl_starts here, there = pl_starts_of(pl_str_of(compound));

		memset(text, ' ', i);
		strcpy(text + i, compound);
		here = pl_starts_of(pl_str_of(text));
		assert_true(here.all == there.all);
		assert_true(here.solid == there.solid);
		assert_true(may_repeat("opening producing agency cutting", text));
	}
}

/* Four words that the other text lacks are much beside a line and little beside a page. */
static void a_long_text_may_say_little_else(void **state)
{
	static const char many[] = "alpha bravo charlie delta echoes foxtrot golfing hotels indigo juliet kilos limas "
	                           "mikes november oscars papas quebec romeos sierra tangos uniforms victors whisky "
	                           "xylophones yankees zulus";
	char more[sizeof many + 60] = "cobalt magenta turquoise vermilion ";

	(void)state;
	strcat(more, many);
	assert_true(may_repeat(more, many));
	assert_false(may_repeat("cobalt magenta turquoise vermilion alpha", "alpha"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(what_repeats_may_repeat),
	        cmocka_unit_test(what_says_much_else_may_not),
	        cmocka_unit_test(compounds_begin_with_each_of_their_parts),
	        cmocka_unit_test(a_long_text_may_say_little_else),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
