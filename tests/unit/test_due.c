/* Dates as plans write them: deadlines, periods, dates in free text, and the calendar itself. */
#include "arena_case.h"

#include "base/str.h"
#include "plan/date_token.h"
#include "plan/due.h"

#include <stdio.h>

static const char *const kinds[] = {"absent", "day", "month", "quarter", "year", "list", "range", "open", "invalid"};

static void put_day(char *out, size_t room, pl_day day)
{
	struct pl_civil civil;

	if (day == PL_NO_DAY) {
		snprintf(out, room, "-");
		return;
	}
	civil = pl_day_civil(day);
	snprintf(out, room, "%04d-%02u-%02u", (int)civil.year, (unsigned)civil.month, (unsigned)civil.day);
}

/* "month 2010-09-01 2010-09-30" */
static const char *shown(enum pl_due_kind kind, struct pl_days days)
{
	static char text[80];
	char first[32], last[32];

	put_day(first, sizeof first, days.first);
	put_day(last, sizeof last, days.last);
	snprintf(text, sizeof text, "%s %s %s", kinds[kind], first, last);
	return text;
}

static struct pl_calendar calendar_of(const char *period)
{
	struct pl_calendar calendar = {.period = {PL_NO_DAY, PL_NO_DAY}, .year_start = 401};

	if (period)
		calendar.period = pl_period_parse(pl_str_of(period), 401);
	return calendar;
}

static void check_due(const char *value, const char *period, const char *expected)
{
	struct pl_calendar calendar = calendar_of(period);
	struct pl_due due = pl_due_parse(&arena, pl_str_of(value), &calendar);
	const char *found = shown(due.kind, due.days);

	if (strcmp(found, expected) != 0)
		fail_msg("\"%s\" in %s is read as %s, not %s", value, period ? period : "no period", found, expected);
}

struct reading {
	const char *value, *expected;
};

static void check_all(const struct reading *readings, size_t count, const char *period)
{
	for (size_t i = 0; i < count; i++)
		check_due(readings[i].value, period, readings[i].expected);
}

#define CHECK_ALL(readings, period) check_all((readings), sizeof(readings) / sizeof *(readings), (period))

static void test_days(void **state)
{
	static const struct reading readings[] = {
	        {"2010-09-30", "day 2010-09-30 2010-09-30"},
	        {"2010/09/30", "day 2010-09-30 2010-09-30"},
	        {"30/09/2010", "day 2010-09-30 2010-09-30"},
	        {"30/9/10", "day 2010-09-30 2010-09-30"},
	        {"30.9.2010", "day 2010-09-30 2010-09-30"},
	        {"30-09-2010", "day 2010-09-30 2010-09-30"},
	        {"4/5/2010", "day 2010-05-04 2010-05-04"},
	        {"2010/5/4", "day 2010-05-04 2010-05-04"},
	        {"30 September 2010", "day 2010-09-30 2010-09-30"},
	        {"30th Sept 10", "day 2010-09-30 2010-09-30"},
	        {"30th of September, 2010", "day 2010-09-30 2010-09-30"},
	        {"September 30, 2010", "day 2010-09-30 2010-09-30"},
	        {"Sept 30th 2010", "day 2010-09-30 2010-09-30"},
	        {"30-Sep-10", "day 2010-09-30 2010-09-30"},
	        {"30 SEPTEMBER 2010", "day 2010-09-30 2010-09-30"},
	        {"Thursday 30 September 2010", "day 2010-09-30 2010-09-30"},
	        {"by 30 September 2010.", "day 2010-09-30 2010-09-30"},
	        {"no later than 30/09/2010", "day 2010-09-30 2010-09-30"},
	        {"1 January '00", "day 2000-01-01 2000-01-01"},
	        {"31/12/99", "day 2099-12-31 2099-12-31"},
	        {"29 February 2012", "day 2012-02-29 2012-02-29"},
	        {"2010-09-30 00:00:00", "day 2010-09-30 2010-09-30"},
	        {"2010-09-30T12:30Z", "day 2010-09-30 2010-09-30"},
	        {" 2010-09-30 ", "day 2010-09-30 2010-09-30"},
	};

	(void)state;
	CHECK_ALL(readings, NULL);
}

static void test_months(void **state)
{
	static const struct reading readings[] = {
	        {"September 2010", "month 2010-09-01 2010-09-30"},
	        {"2010-09", "month 2010-09-01 2010-09-30"},
	        {"2010-11", "month 2010-11-01 2010-11-30"},
	        {"09/2010", "month 2010-09-01 2010-09-30"},
	        {"Sep-10", "month 2010-09-01 2010-09-30"},
	        {"Sept '10", "month 2010-09-01 2010-09-30"},
	        {"Sept \xe2\x80\x98"
	         "10",
	         "month 2010-09-01 2010-09-30"},
	        {"Sept \xe2\x80\x99"
	         "10",
	         "month 2010-09-01 2010-09-30"},
	        {"Sept. 2010", "month 2010-09-01 2010-09-30"},
	        {"January, 2010", "month 2010-01-01 2010-01-31"},
	        {"August of 2010", "month 2010-08-01 2010-08-31"},
	        {"by March 2011", "month 2011-03-01 2011-03-31"},
	        {"february 2012", "month 2012-02-01 2012-02-29"},
	        {"March 2023/24", "month 2024-03-01 2024-03-31"},
	        {"May 2023/24", "month 2023-05-01 2023-05-31"},
	};

	(void)state;
	CHECK_ALL(readings, NULL);
}

static void test_quarters(void **state)
{
	static const struct reading in_year[] = {
	        {"Q1", "quarter 2010-04-01 2010-06-30"},
	        {"q2", "quarter 2010-07-01 2010-09-30"},
	        {"Q 3", "quarter 2010-10-01 2010-12-31"},
	        {"4", "quarter 2011-01-01 2011-03-31"},
	        {"Quarter 4", "quarter 2011-01-01 2011-03-31"},
	        {"second quarter", "quarter 2010-07-01 2010-09-30"},
	        {"3rd quarter", "quarter 2010-10-01 2010-12-31"},
	        {"Q2 2011/12", "quarter 2011-07-01 2011-09-30"},
	        {"Q2 of 2011/12", "quarter 2011-07-01 2011-09-30"},
	        {"2011-Q2", "quarter 2011-07-01 2011-09-30"},
	        {"2011/12 Q2", "quarter 2011-07-01 2011-09-30"},
	        {"Q4 2010", "quarter 2011-01-01 2011-03-31"},
	        {"Q5", "invalid - -"},
	        {"Q0", "invalid - -"},
	        {"5", "invalid - -"},
	        {"13", "invalid - -"},
	        {"Q7 2010/11", "invalid - -"},
	};
	static const struct reading without[] = {
	        {"Q2", "quarter - -"},
	        {"2", "quarter - -"},
	        {"Q9", "invalid - -"},
	        {"Q2 2010/11", "quarter 2010-07-01 2010-09-30"},
	};
	/* Half a year from October: its Q4 is in the year that began in April. */
	static const struct reading half[] = {
	        {"Q3", "quarter 2008-10-01 2008-12-31"},
	        {"Q4", "quarter 2009-01-01 2009-03-31"},
	        {"Q1", "quarter 2009-04-01 2009-06-30"},
	};

	(void)state;
	CHECK_ALL(in_year, "2010/11");
	CHECK_ALL(without, NULL);
	CHECK_ALL(half, "1 October 2008 to 30 April 2009");
}

static void test_three_years(void **state)
{
	struct pl_calendar calendar = calendar_of("2006/07 to 2008/09");
	struct pl_due due;

	(void)state;
	calendar.quarters_run_on = true;
	due = pl_due_parse(&arena, PL_STR("7"), &calendar);
	assert_string_equal(shown(due.kind, due.days), "quarter 2007-10-01 2007-12-31");
	due = pl_due_parse(&arena, PL_STR("Q12"), &calendar);
	assert_string_equal(shown(due.kind, due.days), "quarter 2009-01-01 2009-03-31");
	due = pl_due_parse(&arena, PL_STR("13"), &calendar);
	assert_string_equal(shown(due.kind, due.days), "invalid - -");
	due = pl_due_parse(&arena, PL_STR("Q2 2008/09"), &calendar);
	assert_string_equal(shown(due.kind, due.days), "quarter 2008-07-01 2008-09-30");
	due = pl_due_parse(&arena, PL_STR("Q7 2008/09"), &calendar);
	assert_string_equal(shown(due.kind, due.days), "invalid - -");
}

static void test_calendar_year(void **state)
{
	struct pl_calendar calendar = {.year_start = 101};
	struct pl_due due;

	(void)state;
	calendar.period = pl_period_parse(PL_STR("2010"), 101);
	due = pl_due_parse(&arena, PL_STR("Q1"), &calendar);
	assert_string_equal(shown(due.kind, due.days), "quarter 2010-01-01 2010-03-31");
	due = pl_due_parse(&arena, PL_STR("2010-Q4"), &calendar);
	assert_string_equal(shown(due.kind, due.days), "quarter 2010-10-01 2010-12-31");
}

static void test_years_and_lists(void **state)
{
	static const struct reading readings[] = {
	        {"2010/11", "year 2010-04-01 2011-03-31"},
	        {"2013-14", "year 2013-04-01 2014-03-31"},
	        {"2010/2011", "year 2010-04-01 2011-03-31"},
	        {"1999/00", "year 1999-04-01 2000-03-31"},
	        {"July 2010, October 2010 & April 2011", "list 2010-07-01 2011-04-30"},
	        {"30/06/2010; 31/12/2010", "list 2010-06-30 2010-12-31"},
	        {"June, September and December 2010", "list 2010-06-01 2010-12-31"},
	        {"October and March 2011", "list 2010-10-01 2011-03-31"},
	        {"October 2010 and March", "list 2010-10-01 2011-03-31"},
	        {"4 & 25 August 2010", "list 2010-08-04 2010-08-25"},
	        {"June 2010 and 31/02/2011", "invalid - -"},
	};
	struct pl_calendar calendar = calendar_of(NULL);
	struct pl_due due;

	(void)state;
	CHECK_ALL(readings, NULL);
	due = pl_due_parse(&arena, PL_STR("June, September and December 2010"), &calendar);
	assert_int_equal(due.each_count, 3);
	assert_string_equal(shown(PL_DUE_MONTH, due.each[1]), "month 2010-09-01 2010-09-30");
}

static void test_imprecise(void **state)
{
	static const struct reading dated[] = {
	        {"spring 2011", "range 2011-03-01 2011-05-31"},
	        {"Summer of 2011", "range 2011-06-01 2011-08-31"},
	        {"in Autumn 2010", "range 2010-09-01 2010-11-30"},
	        {"Winter 2011", "range 2011-12-01 2012-02-29"},
	        {"winter 2011/12", "range 2011-12-01 2012-02-29"},
	        {"early 2011", "range 2011-01-01 2011-04-30"},
	        {"mid-2011", "range 2011-05-01 2011-08-31"},
	        {"late 2011", "range 2011-09-01 2011-12-31"},
	        {"end of 2011", "range 2011-09-01 2011-12-31"},
	        {"end of March 2011", "range 2011-03-21 2011-03-31"},
	        {"end-March 2023/24", "range 2024-03-21 2024-03-31"},
	        {"by the end of 2007/08", "range 2007-12-01 2008-03-31"},
	        {"March/April 2014", "range 2014-03-01 2014-04-30"},
	        {"Oct 2010 - Mar 2011", "range 2010-10-01 2011-03-31"},
	        {"November to February 2011", "range 2010-11-01 2011-02-28"},
	        {"Spring to Summer 2014", "range 2014-03-01 2014-08-31"},
	        {"Q3/4 2010/11", "range 2010-10-01 2011-03-31"},
	        {"1-5 March 2011", "range 2011-03-01 2011-03-05"},
	        {"by 2028", "range 2028-01-01 2028-12-31"},
	        {"2010", "range 2010-01-01 2010-12-31"},
	        {"2017-2022", "range 2017-01-01 2022-12-31"},
	        {"FY 2013", "range 2013-04-01 2014-03-31"},
	        {"FY \xe2\x80\x98"
	         "25",
	         "range 2025-04-01 2026-03-31"},
	        {"In place by March 2014", "range 2014-03-01 2014-03-31"},
	        {"Oct 2007 & ongoing", "range 2007-10-01 2007-10-31"},
	        {"between March and May 2010", "range 2010-03-01 2010-05-31"},
	        {"To be finished by October 21", "range 2021-10-01 2021-10-31"},
	        {"September", "range - -"},
	        {"Autumn", "range - -"},
	        {"11 April", "range - -"},
	};
	static const struct reading in_period[] = {
	        {"September", "range 2010-09-01 2010-09-30"},
	        {"February", "range 2011-02-01 2011-02-28"},
	        {"Oct-Mar", "range 2010-10-01 2011-03-31"},
	        {"Q3/4", "range 2010-10-01 2011-03-31"},
	        {"winter", "range 2010-12-01 2011-02-28"},
	        {"11 April", "range 2010-04-11 2010-04-11"},
	        {"by October 21", "range 2010-10-21 2010-10-21"},
	        {"end of the financial year", "range 2010-12-01 2011-03-31"},
	};

	(void)state;
	CHECK_ALL(dated, NULL);
	CHECK_ALL(in_period, "2010/11");
}

/* A month that the period lacks is the first one after its beginning; one that it has twice is both. */
static void test_month_and_period(void **state)
{
	(void)state;
	check_due("June", "October 2008 to April 2009", "range 2009-06-01 2009-06-30");
	check_due("May", "2010/11 to 2011/12", "range 2010-05-01 2011-05-31");
}

static void test_open(void **state)
{
	static const char *const values[] = {"ongoing",
	                                     "Constant process",
	                                     "annually",
	                                     "tbc",
	                                     "n/a",
	                                     "next meeting",
	                                     "over the next two years",
	                                     "As soon as possible",
	                                     "Short term",
	                                     "within 6 months",
	                                     "end of TT22",
	                                     "?"};

	(void)state;
	for (size_t i = 0; i < sizeof values / sizeof *values; i++)
		check_due(values[i], "2010/11", "open - -");
	check_due("", NULL, "absent - -");
	check_due("  ", NULL, "absent - -");
}

static void test_invalid(void **state)
{
	static const char *const values[] = {"31/02/2010",
	                                     "2010-13-45",
	                                     "2010-13",
	                                     "29/02/2011",
	                                     "31 June 2010",
	                                     "99/99/9999",
	                                     "12/25/2010",
	                                     "Q7",
	                                     "0",
	                                     "Febuary 2011",
	                                     "31 September",
	                                     "32 March 2010",
	                                     "31st Febuary 2010",
	                                     "March 2011 - July 2010"};

	(void)state;
	for (size_t i = 0; i < sizeof values / sizeof *values; i++)
		check_due(values[i], "2010/11", "invalid - -");
}

static void test_periods(void **state)
{
	static const struct reading readings[] = {
	        {"2010/11", "range 2010-04-01 2011-03-31"},
	        {"2010-11", "range 2010-04-01 2011-03-31"},
	        {"2006/07 to 2008/09", "range 2006-04-01 2009-03-31"},
	        {"2006/07 - 2008/09", "range 2006-04-01 2009-03-31"},
	        {"2006/07\xe2\x80\x93"
	         "2008/09",
	         "range 2006-04-01 2009-03-31"},
	        {"2010", "range 2010-01-01 2010-12-31"},
	        {"2010 to 2013", "range 2010-01-01 2013-12-31"},
	        {"10/11", "range 2010-04-01 2011-03-31"},
	        {"April 2010 to March 2011", "range 2010-04-01 2011-03-31"},
	        {"next year", "range - -"},
	        {"2011/12 to 2010/11", "range - -"},
	        {"2010/11 and more", "range - -"},
	        {"", "range - -"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof readings / sizeof *readings; i++) {
		struct pl_days days = pl_period_parse(pl_str_of(readings[i].value), 401);

		assert_string_equal(shown(PL_DUE_RANGE, days), readings[i].expected);
	}
}

/* ---- dates in free text ----------------------------------------------------------------------------------------- */

/* Each date as "lead|date|tail kind first last", in a row. */
static const char *scanned(const char *text, const char *period)
{
	static char out[1000];
	struct pl_calendar calendar = calendar_of(period);
	struct pl_dated found[10];
	size_t count = pl_due_scan(pl_str_of(text), &calendar, found, 10), n = 0;

	out[0] = '\0';
	for (size_t i = 0; i < count; i++)
		n += (size_t)snprintf(out + n, sizeof out - n, "%s%.*s|%.*s|%.*s %s", i ? "; " : "",
		                      (int)(found[i].begin - found[i].lead), text + found[i].lead,
		                      (int)(found[i].end - found[i].begin), text + found[i].begin,
		                      (int)(found[i].tail - found[i].end), text + found[i].end,
		                      shown(found[i].kind, found[i].days));
	return out;
}

static void test_scan(void **state)
{
	static const struct reading readings[] = {
	        {"Scheme opened by July 2007", "by |July 2007| month 2007-07-01 2007-07-31"},
	        {"Bridge repaired- July 2007", "- |July 2007| month 2007-07-01 2007-07-31"},
	        {"Grants paid - March 2008", "- |March 2008| month 2008-03-01 2008-03-31"},
	        {"Grants paid \xe2\x80\x93 March 2008", "\xe2\x80\x93 |March 2008| month 2008-03-01 2008-03-31"},
	        {"Depot closed 30 September 2007", "|30 September 2007| day 2007-09-30 2007-09-30"},
	        {"New depot (June 2014)", "(|June 2014|) month 2014-06-01 2014-06-30"},
	        {"Ten homes let by the end of 2007/08", "by the end of |2007/08| range 2007-12-01 2008-03-31"},
	        {"Ten homes let by end of May 2007", "by end of |May 2007| range 2007-05-21 2007-05-31"},
	        {"Rolled out from April 2007", "from |April 2007| month 2007-04-01 2007-04-30"},
	        {"Opened in the Summer of 2014", "in the |Summer of 2014| range 2014-06-01 2014-08-31"},
	        {"Run during the 2014 to 2015 period", "during the |2014 to 2015| range 2014-01-01 2015-12-31"},
	        {"Pilot ends in Q2", "in |Q2| quarter 2007-07-01 2007-09-30"},
	        {"21st Jan progress to board", "|21st Jan| range 2008-01-21 2008-01-21"},
	        {"Dates 27 Apr/3 June/21 July", "|27 Apr| range 2007-04-27 2007-04-27; |3 June| range 2007-06-03 "
	                                        "2007-06-03; |21 July| range 2007-07-21 2007-07-21"},
	        {"Clinics between July- September 2007", "between |July- September 2007| range 2007-07-01 2007-09-30"},
	        {"Classes - January 2008 and ongoing", "- |January 2008| and ongoing range 2008-01-01 2008-03-31"},
	        {"Contract let no later than 31/03/08", "no later than |31/03/08| day 2008-03-31 2008-03-31"},
	        {"Phase 2 March 2008", "|March 2008| month 2008-03-01 2008-03-31"},
	        {"Plan for every ward (May)", "(|May|) range 2007-05-01 2007-05-31"},
	        {"Plan for every ward by May", "by |May| range 2007-05-01 2007-05-31"},
	        {"Net zero by 2030 through retrofit", "by |2030| range 2030-01-01 2030-12-31"},
	        {"Carried on until March 2008.", "until |March 2008| month 2008-03-01 2008-03-31"},
	        {"Opened on Friday, 5 October 2007", "on Friday, |5 October 2007| day 2007-10-05 2007-10-05"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof readings / sizeof *readings; i++)
		assert_string_equal(scanned(readings[i].value, "2007/08"), readings[i].expected);
}

static void test_scan_nothing(void **state)
{
	static const char *const texts[] = {
	        "650 young people engaged",
	        "20 mph zones at 12 schools",
	        "Save \xc2\xa3"
	        "5m and cut waiting by 16%",
	        "Bus 27N extended to the hospital",
	        "Version 2.10.12 installed",
	        "Call 020 7946 2010 for a survey",
	        "Residents may apply for a grant",
	        "March on with the repairs",
	        "May half-term club for carers",
	        "24/7 cover at the depot",
	        "Cut processing from 2000 to 1500 cases",
	        "Meet the duties of the 2010 Act",
	        "Vision 2030 adopted by Cabinet",
	        "Delivered the 2006/07 programme",
	        "Reach 2012 households",
	        "Reports by 2010 young people",
	        "Section 1.2.10 rewritten",
	        "Increase take-up by 12",
	        "1,100 homes",
	        "Autumn fair run by volunteers",
	        "On the 31/02/2010 list",
	        "A second quarter-mile of path",
	        "",
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (*scanned(texts[i], "2007/08"))
			fail_msg("\"%s\" gives %s", texts[i], scanned(texts[i], "2007/08"));
}

/* A long text is read in pieces: every date is found once, whatever it straddles. */
static void test_scan_long(void **state)
{
	struct pl_calendar calendar = calendar_of(NULL);
	struct pl_dated found[200];
	char text[20000];
	size_t length = 0;

	(void)state;
	for (size_t i = 0; i < 100; i++)
		length +=
		        (size_t)snprintf(text + length, sizeof text - length, "a b c d e f%.*s by 30 September 2010, ",
		                         (int)(i % 7) * 2, " g h i j k l m");
	assert_int_equal(pl_due_scan((struct pl_str){text, length}, &calendar, found, 200), 100);
	for (size_t i = 0; i < 100; i++)
		assert_memory_equal(text + found[i].begin, "30 September 2010", 17);
	assert_int_equal(pl_due_scan((struct pl_str){text, length}, &calendar, found, 3), 3);
}

/* ---- the calendar ----------------------------------------------------------------------------------------------- */

static void test_civil(void **state)
{
	(void)state;
	assert_int_equal(pl_day_from_civil(1970, 1, 1), 0);
	assert_int_equal(pl_day_from_civil(2000, 3, 1), 11017);
	assert_int_equal(pl_day_from_civil(2011, 2, 29), PL_NO_DAY);
	assert_int_equal(pl_day_from_civil(1900, 2, 29), PL_NO_DAY);
	assert_int_not_equal(pl_day_from_civil(2000, 2, 29), PL_NO_DAY);
	assert_int_equal(pl_day_from_civil(2010, 13, 1), PL_NO_DAY);
	assert_int_equal(pl_day_from_civil(2010, 0, 1), PL_NO_DAY);
	assert_int_equal(pl_day_from_civil(2010, 4, 31), PL_NO_DAY);
	for (pl_day day = -800000; day < 3000000; day += 37) {
		struct pl_civil civil = pl_day_civil(day);

		if (civil.year >= 1 && civil.year <= 9999)
			assert_int_equal(pl_day_from_civil(civil.year, civil.month, civil.day), day);
	}
	assert_int_equal(pl_day_weekday(0), 3);
	assert_int_equal(pl_day_weekday(-1), 2);
	assert_int_equal(pl_day_weekday(pl_day_from_civil(2010, 9, 30)), 3);
	assert_int_equal(pl_day_add_months(pl_day_from_civil(2011, 1, 31), 1), pl_day_from_civil(2011, 2, 28));
	assert_int_equal(pl_day_add_months(pl_day_from_civil(2010, 11, 30), 3), pl_day_from_civil(2011, 2, 28));
	assert_int_equal(pl_day_add_months(pl_day_from_civil(2010, 1, 15), -1), pl_day_from_civil(2009, 12, 15));
}

/* The table is searched by halves: a word out of order, or too long for the search, would be no word of dates. */
static void every_word_of_the_table_is_found(void **state)
{
	static const struct {
		const char *letters;
		enum pl_date_kind kind;
		unsigned value;
	} words[] = {
#define PL_DATE_WORD(letters, kind, value) {letters, PL_DATE_##kind, value},
#include "plan/date_words.def"
#undef PL_DATE_WORD
	};

	(void)state;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		struct pl_date_token tokens[PL_DATE_ROOM + 1];

		if (pl_date_tokens(pl_str_of(words[i].letters), 0, tokens) != 1 || tokens->kind != words[i].kind ||
		    tokens->value != words[i].value)
			fail_msg("%s is not found in date_words.def", words[i].letters);
		assert_false(pl_date_is_plain(pl_str_of(words[i].letters), tokens));
	}
}

/* Whatever is plain is one token, the same that cutting finds. */
static void plain_words_are_one_token(void **state)
{
	static const char *const plain[] = {"a", "Bridge", "REPORT", "septembers", "consultations", "springs"};
	static const char *const others[] = {"", "May", "q", "Q2", "e-mail", "caf\xc3\xa9", "10", "it's", "first"};
	struct pl_date_token tokens[PL_DATE_ROOM + 1], token;

	(void)state;
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
		assert_true(pl_date_is_plain(pl_str_of(plain[i]), &token));
		assert_int_equal(pl_date_tokens(pl_str_of(plain[i]), 0, tokens), 1);
		assert_memory_equal(&token, tokens, sizeof token);
	}
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		assert_false(pl_date_is_plain(pl_str_of(others[i]), &token));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(plain_words_are_one_token),
	        cmocka_unit_test(test_days),
	        cmocka_unit_test(every_word_of_the_table_is_found),
	        cmocka_unit_test(test_months),
	        cmocka_unit_test(test_quarters),
	        cmocka_unit_test(test_three_years),
	        cmocka_unit_test(test_calendar_year),
	        cmocka_unit_test(test_years_and_lists),
	        cmocka_unit_test(test_imprecise),
	        cmocka_unit_test(test_month_and_period),
	        cmocka_unit_test(test_open),
	        cmocka_unit_test(test_invalid),
	        cmocka_unit_test(test_periods),
	        cmocka_unit_test(test_scan),
	        cmocka_unit_test(test_scan_nothing),
	        cmocka_unit_test(test_scan_long),
	        cmocka_unit_test(test_civil),
	};

	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
