/* Days as numbers: the proleptic Gregorian calendar. */
#include "plan/due.h"

#include <assert.h>
#include <stdio.h>

const char *const pl_month_names[] = {"January", "February", "March",     "April",   "May",      "June",
                                      "July",    "August",   "September", "October", "November", "December"};

enum { DAYS_400_YEARS = 146097, DAYS_TO_1970 = 719468 };

static bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

static int days_in_month(int year, int month)
{
	static const uint8_t days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return days[month - 1] + (month == 2 && is_leap(year));
}

/* Years are counted from 1 March, so that the leap day is the last day of a year (Hinnant's days_from_civil). */
pl_day pl_day_from_civil(int year, int month, int day)
{
	int era, of_era, of_year;

	if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month))
		return PL_NO_DAY;
	year -= month <= 2;
	era = year / 400;
	of_era = year - era * 400;
	of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	return era * DAYS_400_YEARS + of_era * 365 + of_era / 4 - of_era / 100 + of_year - DAYS_TO_1970;
}

struct pl_civil pl_day_civil(pl_day day)
{
	int since = day + DAYS_TO_1970;
	int era = since / DAYS_400_YEARS;
	int day_of_era = since - era * DAYS_400_YEARS;
	int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int month = (5 * day_of_year + 2) / 153;

	assert(day != PL_NO_DAY);
	return (struct pl_civil){
	        .year = year_of_era + era * 400 + (month >= 10),
	        .month = (uint8_t)(month < 10 ? month + 3 : month - 9),
	        .day = (uint8_t)(day_of_year - (153 * month + 2) / 5 + 1),
	};
}

int32_t pl_day_month(pl_day day)
{
	struct pl_civil civil = pl_day_civil(day);

	return civil.year * 12 + civil.month - 1;
}

const char *pl_day_iso(pl_day day, char room[PL_DAY_ROOM])
{
	struct pl_civil civil = pl_day_civil(day);

	(void)snprintf(room, PL_DAY_ROOM, "%04d-%02u-%02u", (int)civil.year, (unsigned)civil.month,
	               (unsigned)civil.day);
	return room;
}

int pl_day_weekday(pl_day day)
{
	int weekday = (day + 3) % 7; /* 1970-01-01 was a Thursday */

	return weekday < 0 ? weekday + 7 : weekday;
}

pl_day pl_day_add_months(pl_day day, int months)
{
	struct pl_civil civil = pl_day_civil(day);
	int month = pl_day_month(day) + months;
	int year = month / 12, last;

	month = month % 12 + 1;
	last = days_in_month(year, month);
	return pl_day_from_civil(year, month, civil.day < last ? civil.day : last);
}
