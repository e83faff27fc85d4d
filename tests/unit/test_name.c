/* Under which name a plan is known from period to period. */
#include "plan/name.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static void check_name(const char *title, const char *name)
{
	struct pl_arena arena;
	struct pl_str left;

	pl_arena_init(&arena, NULL);
	left = pl_name_without_period(&arena, pl_str_of(title));
	if (!pl_str_equal(left, pl_str_of(name)))
		fail_msg("'%s' became '%.*s', not '%s'", title, PL_STR_ARG(left), name);
	pl_arena_free(&arena);
}

static void periods_are_no_part_of_the_name(void **state)
{
	static const char *const titles[] = {"Canal plan",
	                                     "Canal plan 2010/11",
	                                     "Canal Plan 2011-12",
	                                     "Canal plan for 2010-2011",
	                                     "Canal plan (10/11)",
	                                     "2010/11 Canal plan",
	                                     "Canal plan, March 2011",
	                                     "Canal plan FY2012",
	                                     "canal  plan FY12",
	                                     "Canal plan Q3 2010/11",
	                                     "Canal plan 12th March 2011",
	                                     "Canal plan – 2010–11",
	                                     "Canal plan: Sept 2010",
	                                     "Canal plan, year 2010/11",
	                                     "Canal plan April 2010 to March 2011"};

	(void)state;
	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
		check_name(titles[i], "canal plan");
}

static void other_numbers_and_words_are(void **state)
{
	(void)state;
	check_name("Canal plan, zone 12", "canal plan zone 12");
	check_name("March of the trees", "march of the trees");
	check_name("May Street plan", "may street plan");
	check_name("Route 66/12 plan", "route 66 12 plan");
	check_name("Canal plan part 2", "canal plan part 2");
	check_name("Plan for Årdal's quay", "plan for årdal's quay");
	check_name("24/7 care plan", "24 7 care plan");
	check_name("2010/11", "");
	check_name("", "");
}

static void check_when(const char *title, int year, int month)
{
	struct pl_arena arena;

	pl_arena_init(&arena, NULL);
	assert_int_equal(pl_name_when(&arena, pl_str_of(title)), year ? pl_day_from_civil(year, month, 1) : PL_NO_DAY);
	pl_arena_free(&arena);
}

static void titles_tell_when(void **state)
{
	(void)state;
	check_when("Canal plan 2010/11", 2010, 1);
	check_when("Canal plan 10/11", 2010, 1);
	check_when("Canal plan FY12", 2012, 1);
	check_when("Canal plan, 12 March 2013", 2013, 3);
	check_when("Action log 29th August 2012", 2012, 8);
	check_when("Canal plan April 2010 to March 2011", 2010, 4);
	check_when("Canal plan, zone 12", 0, 0);
	check_when("Canal plan", 0, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(periods_are_no_part_of_the_name),
	        cmocka_unit_test(other_numbers_and_words_are),
	        cmocka_unit_test(titles_tell_when),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
