/* From a date as written to the days that it stands for in a plan's calendar. */
#include "plan/date_unit.h"

static const struct pl_days NO_DAYS = {PL_NO_DAY, PL_NO_DAY};

static bool has_period(const struct pl_calendar *calendar) { return calendar->period.first != PL_NO_DAY; }

/* None where either lies outside the years that the calendar knows. */
static struct pl_days up_to(pl_day first, pl_day behind)
{
	return first == PL_NO_DAY || behind == PL_NO_DAY ? NO_DAYS : (struct pl_days){first, behind - 1};
}

/* `months` after a day, which may be none. */
static pl_day later(pl_day day, int months) { return day == PL_NO_DAY ? day : pl_day_add_months(day, months); }

static pl_day year_begin(int year, const struct pl_calendar *calendar)
{
	return pl_day_from_civil(year, (int)(calendar->year_start / 100), (int)(calendar->year_start % 100));
}

/* The financial year in which a day lies, by the year in which it begins. */
static int financial_year(pl_day day, const struct pl_calendar *calendar)
{
	int year = pl_day_civil(day).year;

	return day < year_begin(year, calendar) ? year - 1 : year;
}

static struct pl_days financial_days(int year, const struct pl_calendar *calendar)
{
	return up_to(year_begin(year, calendar), year_begin(year + 1, calendar));
}

static struct pl_days month_days(int year, int month)
{
	pl_day first = pl_day_from_civil(year, month, 1);

	return up_to(first, later(first, 1));
}

/* Which calendar year a month of a financial year lies in. */
static int calendar_year(const struct pl_unit *unit, int month, const struct pl_calendar *calendar)
{
	return unit->year + (unit->fiscal && month < (int)(calendar->year_start / 100));
}

/* A month, day or season in the year that `unit` gives. */
static struct pl_days days_in(const struct pl_unit *unit, const struct pl_calendar *calendar)
{
	switch (unit->what) {
	case PL_UNIT_DAY: {
		pl_day day = pl_day_from_civil(calendar_year(unit, unit->n, calendar), unit->n, unit->day);

		return (struct pl_days){day, day};
	}
	case PL_UNIT_SEASON: {
		/* The spring of 2010/11 is that of 2011, its winter begins in December 2010. */
		pl_day first = pl_day_from_civil(unit->year + (unit->fiscal && unit->n == 1), unit->n * 3, 1);

		return up_to(first, later(first, 3));
	}
	default:
		return month_days(calendar_year(unit, unit->n, calendar), unit->n);
	}
}

/* A month without a year is meant in the plan's period: from the first such month there to the last, and where the
 * period has none the first after its beginning. */
static struct pl_days days_in_period(const struct pl_unit *unit, const struct pl_calendar *calendar)
{
	struct pl_unit dated = *unit;
	struct pl_days found = NO_DAYS;
	int year, last;

	if (!has_period(calendar))
		return NO_DAYS;
	year = pl_day_civil(calendar->period.first).year - 1;
	last = pl_day_civil(calendar->period.last).year;
	for (; year <= last + 8; year++) { /* + 8: the next 29 February */
		struct pl_days days;

		dated.year = (int16_t)year;
		days = days_in(&dated, calendar);
		if (days.first == PL_NO_DAY || days.last < calendar->period.first)
			continue;
		if (days.first > calendar->period.last && found.first != PL_NO_DAY)
			break;
		if (found.first == PL_NO_DAY)
			found.first = days.first;
		found.last = days.last;
		if (days.first > calendar->period.last)
			break;
	}
	return found;
}

static struct pl_days quarter_of(pl_day begin, int n) { return up_to(later(begin, 3 * (n - 1)), later(begin, 3 * n)); }

static struct pl_days quarter_days(struct pl_unit *unit, const struct pl_calendar *calendar)
{
	bool runs_on = calendar->quarters_run_on && !unit->year;
	int year;

	if (unit->n < 1 || unit->n > (runs_on ? 12 : 4)) {
		unit->impossible = true;
		return NO_DAYS;
	}
	if (unit->year)
		return quarter_of(year_begin(unit->year, calendar), unit->n);
	if (!has_period(calendar))
		return NO_DAYS;
	year = financial_year(calendar->period.first, calendar);
	if (runs_on)
		return quarter_of(year_begin(year, calendar), unit->n);
	/* A period from October to March has its Q4 in the year that began in April. */
	if (quarter_of(year_begin(year, calendar), unit->n).last < calendar->period.first &&
	    year_begin(year + 1, calendar) <= calendar->period.last)
		year++;
	return quarter_of(year_begin(year, calendar), unit->n);
}

static struct pl_days third(struct pl_days days, int part)
{
	int length = days.last - days.first + 1;
	pl_day first = days.first;

	if (!part || first == PL_NO_DAY)
		return days;
	/* Thirds of a year are four months each. */
	if (length > 360 && length < 370)
		return up_to(later(first, 4 * (part - 1)), later(first, 4 * part));
	if (length < 3)
		return days;
	return (struct pl_days){first + length * (part - 1) / 3, part == 3 ? days.last : first + length * part / 3 - 1};
}

static struct pl_days whole_days(struct pl_unit *unit, const struct pl_calendar *calendar)
{
	switch (unit->what) {
	case PL_UNIT_QUARTER:
		return quarter_days(unit, calendar);
	case PL_UNIT_YEAR:
		return (struct pl_days){pl_day_from_civil(unit->year, 1, 1), pl_day_from_civil(unit->year, 12, 31)};
	case PL_UNIT_FISCAL:
		if (unit->year)
			return financial_days(unit->year, calendar);
		if (!has_period(calendar) ||
		    financial_year(calendar->period.first, calendar) != financial_year(calendar->period.last, calendar))
			return NO_DAYS;
		return financial_days(financial_year(calendar->period.first, calendar), calendar);
	default:
		return unit->year ? days_in(unit, calendar) : days_in_period(unit, calendar);
	}
}

/* "October 21": the month of 2021 where the plan runs then, or has no period to say; else the 21st of October. */
static void settle_loose(struct pl_unit *unit, const struct pl_calendar *calendar)
{
	struct pl_days month;

	if (!unit->loose || unit->what != PL_UNIT_MONTH || unit->year % 100 > 31 || !has_period(calendar))
		return;
	month = month_days(unit->year, unit->n);
	if (month.last >= calendar->period.first && month.first <= calendar->period.last)
		return;
	unit->day = (uint8_t)(unit->year % 100);
	unit->what = PL_UNIT_DAY;
	unit->year = 0;
	unit->impossible = pl_day_from_civil(2000, unit->n, unit->day) == PL_NO_DAY;
}

struct pl_days pl_unit_days(struct pl_unit *unit, const struct pl_calendar *calendar)
{
	struct pl_days days;

	if (unit->impossible)
		return NO_DAYS;
	settle_loose(unit, calendar);
	if (unit->impossible)
		return NO_DAYS;
	days = third(whole_days(unit, calendar), unit->part);
	/* 29 February of a financial year that has none. */
	if (days.first == PL_NO_DAY && unit->year)
		unit->impossible = true;
	return days;
}

struct pl_days pl_unit_span_days(struct pl_unit_span *span, const struct pl_calendar *calendar)
{
	struct pl_days first = pl_unit_days(&span->first, calendar), last;

	if (!span->is_range) {
		span->last = span->first;
		return first;
	}
	last = pl_unit_days(&span->last, calendar);
	if (first.first == PL_NO_DAY || last.first == PL_NO_DAY)
		return NO_DAYS;
	/* October to March without years, in a period that begins in January. */
	if (last.last < first.first && !span->first.year && !span->last.year)
		last = (struct pl_days){pl_day_add_months(last.first, 12), pl_day_add_months(last.last + 1, 12) - 1};
	if (last.last < first.first)
		span->last.impossible = true;
	return (struct pl_days){first.first, last.last};
}

enum pl_due_kind pl_unit_kind(const struct pl_unit_span *span)
{
	const struct pl_unit *unit = &span->first;

	if (span->first.impossible || span->last.impossible)
		return PL_DUE_INVALID;
	if (span->is_range || unit->part)
		return PL_DUE_RANGE;
	switch (unit->what) {
	case PL_UNIT_DAY:
		return unit->year ? PL_DUE_DAY : PL_DUE_RANGE;
	case PL_UNIT_MONTH:
		return unit->year ? PL_DUE_MONTH : PL_DUE_RANGE;
	case PL_UNIT_QUARTER:
		return PL_DUE_QUARTER;
	case PL_UNIT_FISCAL:
		return unit->spelt ? PL_DUE_YEAR : PL_DUE_RANGE;
	default:
		return PL_DUE_RANGE;
	}
}
