/* Dates, quarters and everything else that the plan format reads as a deadline. */
#ifndef PL_PLAN_DUE_H
#define PL_PLAN_DUE_H

#include "base/arena.h"

#include <planlint/plan.h>

struct pl_date_token; /* date_token.h */

extern const char *const pl_month_names[12]; /* "January" first */

enum { PL_DAY_ROOM = 24 };

/* "2010-09-30", in the room. */
const char *pl_day_iso(pl_day day, char room[PL_DAY_ROOM]);

/* What a date is read against. */
struct pl_calendar {
	struct pl_days period; /* both PL_NO_DAY: none */
	uint32_t year_start;   /* month * 100 + day */
	bool quarters_run_on;  /* a three-year plan: 1 to 12 */
};

/* Reads a deadline field. `due->text` is left to the caller. Lists are put into the arena. */
struct pl_due pl_due_parse(struct pl_arena *arena, struct pl_str value, const struct pl_calendar *calendar);

/* Reads `plan.period`: "2010/11", "2006/07 to 2008/09", "2010". Both PL_NO_DAY for what is none. */
struct pl_days pl_period_parse(struct pl_str value, uint32_t year_start);

/* All dates in a milestone's text, in order, at most `room`; answers how many there are. */
size_t pl_due_scan(struct pl_str text, const struct pl_calendar *calendar, struct pl_dated *out, size_t room);

/* The same for a text in which pl_date_possible, and whose tokens are known: less than PL_DATE_ROOM, and PL_DATE_END
 * behind the last. */
size_t pl_due_scan_tokens(const struct pl_date_token *tokens, size_t count, const struct pl_calendar *calendar,
                          struct pl_dated *out, size_t room);

/* The calendar that a plan's dates are read against. */
struct pl_calendar pl_plan_calendar(const struct pl_plan *plan);

#endif
