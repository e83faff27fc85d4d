/* Dates inside texts: promises, starts, names. */
#include "plan/due.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void check(const char *sentence, enum pl_date_role role)
{
	struct pl_text text = {.value = pl_str_of(sentence)};
	struct pl_calendar calendar = {{PL_NO_DAY, PL_NO_DAY}, 401, false};
	struct pl_dated date;
	assert_int_equal(pl_due_scan(text.value, &calendar, &date, 1), 1);
	assert_int_equal(pl_date_role(&text, &date), role);
}

static void tells_promises(void **state)
{
	(void)state;
	check("Bridge painted by July 2007", PL_DATE_PROMISE);
	check("By the end of July 2007 bridge painted", PL_DATE_PROMISE);
	check("No later than 3 July 2007 bridge painted", PL_DATE_PROMISE);
	check("Bridge (by 31/12/08) painted", PL_DATE_PROMISE);
	check("Fares published by July 2007 and each month thereafter", PL_DATE_PROMISE);
}

static void tells_starts(void **state)
{
	(void)state;
	check("Ferry runs from July 2007", PL_DATE_START);
	check("From the 3 July 2007 ferry runs", PL_DATE_START);
	check("Ferry runs July 2007 onwards with two boats", PL_DATE_START);
}

static void tells_names(void **state)
{
	(void)state;
	check("Advice of the July 2007 audit followed", PL_DATE_NAME);
	check("July 2007 audit followed", PL_DATE_NAME);
	check("Cut from 19% (2006/07) to 16% of pupils", PL_DATE_NAME);
	check("Letter of 3 July 2007 answered", PL_DATE_NAME);
	check("Minutes sent of the 3 July 2007", PL_DATE_NAME);
	check("Waste cut by 15% (52% in 2006)", PL_DATE_NAME);
}

static void takes_the_rest_as_dates(void **state)
{
	(void)state;
	check("Bridge painted - July 2007", PL_DATE_PLAIN);
	check("Bridge painted (July 2007).", PL_DATE_PLAIN);
	check("Bridge painted July 2007 with help of the scouts", PL_DATE_PLAIN);
	check("July 2007", PL_DATE_PLAIN);
	check("Painting planned for July 2007", PL_DATE_PLAIN);
	check("Bridge painted end of July 2007", PL_DATE_PLAIN);
	check("Bridge painted on the 3 July 2007", PL_DATE_PLAIN);
}

static void knows_the_end_of_the_year(void **state)
{
	(void)state;
	assert_true(pl_names_year_end(PL_STR("12 boats painted by Year End")));
	assert_true(pl_names_year_end(PL_STR("12 boats by the end of the financial year")));
	assert_false(pl_names_year_end(PL_STR("12 boats painted this year")));
	assert_false(pl_names_year_end(PL_STR("year en")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(tells_promises),
	        cmocka_unit_test(tells_starts),
	        cmocka_unit_test(tells_names),
	        cmocka_unit_test(takes_the_rest_as_dates),
	        cmocka_unit_test(knows_the_end_of_the_year),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
