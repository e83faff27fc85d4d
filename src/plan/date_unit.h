/* One date as its tokens give it ("30 Sept '10", "Q2 2010/11", "late 2011"), and the days that it stands for. */
#ifndef PL_PLAN_DATE_UNIT_H
#define PL_PLAN_DATE_UNIT_H

#include "plan/date_token.h"
#include "plan/due.h"

enum pl_unit_what { PL_UNIT_DAY, PL_UNIT_MONTH, PL_UNIT_QUARTER, PL_UNIT_SEASON, PL_UNIT_YEAR, PL_UNIT_FISCAL };

struct pl_unit {
	uint8_t what;
	uint8_t part;     /* 0 the whole, 1 early, 2 mid, 3 late */
	uint8_t day;      /* of PL_UNIT_DAY */
	uint8_t n;        /* month, quarter or season */
	int16_t year;     /* 0: none is written */
	bool fiscal;      /* `year` is the one in which a financial year begins */
	bool spelt;       /* PL_UNIT_FISCAL: both years are written, 2010/11 */
	bool impossible;  /* 31/02/2010 */
	bool loose;       /* "October 21", "30/9": could be something else; only a deadline is read that way */
	uint32_t written; /* the token where the date itself begins, behind "the end of" */
};

struct pl_unit_span {
	struct pl_unit first, last; /* the same for a single date */
	bool is_range;
	size_t next; /* the token behind it */
};

/* Reads a date, or a range of two, that begins at token `i`; false where none does. `in_period`: 2010-11 is a year. */
bool pl_unit_match(const struct pl_date_token *tokens, size_t i, bool in_period, struct pl_unit_span *out);

/* Reads a single date. Answers the token behind it, or `i` where there is none. */
size_t pl_unit_match_one(const struct pl_date_token *tokens, size_t i, bool in_period, struct pl_unit *out);

/* Gives dates without a year the year of a neighbour in the same list or range: "June, September and March 2011". */
void pl_unit_share_years(struct pl_unit *before, struct pl_unit *after);

/* The days that it names; both PL_NO_DAY where that takes a period and there is none. A date that is impossible in this
 * calendar (Q7) sets unit->impossible. */
struct pl_days pl_unit_days(struct pl_unit *unit, const struct pl_calendar *calendar);
struct pl_days pl_unit_span_days(struct pl_unit_span *span, const struct pl_calendar *calendar);

enum pl_due_kind pl_unit_kind(const struct pl_unit_span *span);

#endif
