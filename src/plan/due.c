/* Reads the value of a deadline or period field. */
#include "plan/due.h"

#include "base/str.h"
#include "plan/date_unit.h"

enum { MOST_DATES = 64 };

static const struct pl_days NO_DAYS = {PL_NO_DAY, PL_NO_DAY};

struct list {
	struct pl_unit_span spans[MOST_DATES];
	size_t count;
};

static bool is_noise(const struct pl_date_token *token)
{
	return token->kind == PL_DATE_LEAD || token->kind == PL_DATE_THE || token->kind == PL_DATE_WEEKDAY ||
	       token->kind == PL_DATE_COMMA || token->kind == PL_DATE_OPEN ||
	       (token->kind == PL_DATE_TO && token->value);
}

static bool is_closing(const struct pl_date_token *token)
{
	return token->kind == PL_DATE_DOT || token->kind == PL_DATE_CLOSE || token->kind == PL_DATE_COMMA;
}

static bool is_join(const struct pl_date_token *token)
{
	return token->kind == PL_DATE_COMMA || token->kind == PL_DATE_AND || token->kind == PL_DATE_SLASH;
}

/* The "4" of "4 & 25 August": a day that takes its month from the next. */
static bool match_bare_day(const struct pl_date_token *tokens, size_t i, struct pl_unit_span *span)
{
	struct pl_unit_span next;

	if (tokens[i].kind != PL_DATE_NUMBER || tokens[i].digits > 2 || !is_join(&tokens[i + 1]) ||
	    tokens[i + 2].kind != PL_DATE_NUMBER || !pl_unit_match(tokens, i + 2, false, &next) ||
	    next.first.what != PL_UNIT_DAY || next.first.loose || next.is_range)
		return false;
	*span = next;
	span->first.day = (uint8_t)tokens[i].value;
	span->first.impossible = tokens[i].value < 1 || tokens[i].value > 31;
	span->last = span->first;
	span->next = i + 1;
	return true;
}

/* Is the whole value one date, or several that are joined? */
static bool match_all(const struct pl_date_token *tokens, struct list *list)
{
	size_t i = 0;

	for (;;) {
		while (is_noise(&tokens[i]) && tokens[i].kind != PL_DATE_END)
			i++;
		if (tokens[i].kind == PL_DATE_NOT && tokens[i + 1].kind == PL_DATE_LATER)
			i += tokens[i + 2].kind == PL_DATE_THAN ? 3 : 2;
		if (list->count == MOST_DATES)
			return false;
		if (!match_bare_day(tokens, i, &list->spans[list->count]) &&
		    !pl_unit_match(tokens, i, false, &list->spans[list->count]))
			return false;
		i = list->spans[list->count++].next;
		while (is_closing(&tokens[i]) &&
		       !(tokens[i].kind == PL_DATE_COMMA && tokens[i + 1].kind != PL_DATE_END))
			i++;
		if (tokens[i].kind == PL_DATE_END)
			return true;
		if (!is_join(&tokens[i]))
			return false;
		i++;
		if (tokens[i].kind == PL_DATE_AND)
			i++;
	}
}

/* Keeps the two ends of what is no range the same. */
static void settle_span(struct pl_unit_span *span, const struct pl_unit *known)
{
	if (span->is_range)
		pl_unit_share_years(&span->first, &span->last);
	else
		span->first = span->last = *known;
}

/* "June, September and March 2011": from the back, then ("June 2010, July") from the front. */
static void share_years(struct list *list)
{
	for (size_t i = list->count; i-- > 1;) {
		pl_unit_share_years(&list->spans[i - 1].last, &list->spans[i].first);
		settle_span(&list->spans[i - 1], &list->spans[i - 1].last);
	}
	for (size_t i = 1; i < list->count; i++) {
		pl_unit_share_years(&list->spans[i - 1].last, &list->spans[i].first);
		settle_span(&list->spans[i], &list->spans[i].first);
	}
}

static void widen(struct pl_days *whole, struct pl_days days)
{
	if (days.first == PL_NO_DAY)
		return;
	if (whole->first == PL_NO_DAY || days.first < whole->first)
		whole->first = days.first;
	if (whole->last == PL_NO_DAY || days.last > whole->last)
		whole->last = days.last;
}

static struct pl_due read_list(struct pl_arena *arena, struct list *list, const struct pl_calendar *calendar)
{
	struct pl_due due = {.kind = PL_DUE_LIST, .days = NO_DAYS};
	struct pl_days *each;

	share_years(list);
	if (list->count == 1) {
		due.days = pl_unit_span_days(&list->spans[0], calendar);
		due.kind = pl_unit_kind(&list->spans[0]);
		if (due.kind == PL_DUE_INVALID)
			due.days = NO_DAYS;
		return due;
	}
	each = PL_MAKE_ARRAY(arena, list->count, struct pl_days);
	for (size_t i = 0; i < list->count; i++) {
		each[i] = pl_unit_span_days(&list->spans[i], calendar);
		if (pl_unit_kind(&list->spans[i]) == PL_DUE_INVALID)
			return (struct pl_due){.kind = PL_DUE_INVALID, .days = NO_DAYS};
		widen(&due.days, each[i]);
	}
	due.each = each;
	due.each_count = (uint32_t)list->count;
	return due;
}

/* "31st Febuary 2010", "2011 March 32": nothing but parts of dates, or a misspelt month beside a year. */
static bool looks_like_date(struct pl_str value, const struct pl_date_token *tokens, size_t count)
{
	bool has_number = false, all_parts = true;

	for (size_t i = 0; i < count; i++) {
		const struct pl_date_token *token = &tokens[i];
		bool is_year = token->kind == PL_DATE_NUMBER && token->digits == 4 && token->value / 100 >= 19;

		has_number |= token->kind == PL_DATE_NUMBER;
		all_parts &= token->kind != PL_DATE_WORD && token->kind != PL_DATE_SMALL &&
		             token->kind != PL_DATE_ONWARDS && token->kind != PL_DATE_MARK &&
		             token->kind != PL_DATE_YEAR_WORD && token->kind != PL_DATE_COUNTED;
		if (is_year && i > 0 && tokens[i - 1].kind == PL_DATE_WORD &&
		    pl_date_month_near(pl_str_sub(value, tokens[i - 1].begin, tokens[i - 1].end)))
			return true;
	}
	return has_number && all_parts;
}

/* A readable date inside other words. */
static struct pl_due read_free(struct pl_str value, const struct pl_calendar *calendar)
{
	struct pl_due due = {.kind = PL_DUE_OPEN, .days = NO_DAYS};
	struct pl_dated found[MOST_DATES];
	size_t count = pl_due_scan(value, calendar, found, MOST_DATES);

	for (size_t i = 0; i < count && i < MOST_DATES; i++) {
		due.kind = PL_DUE_RANGE;
		widen(&due.days, found[i].days);
	}
	return due;
}

/* "2010-09-30 00:00:00", as spreadsheets write a day. */
static struct pl_str without_time(struct pl_str value)
{
	bool has_time = value.len >= 16 && value.ptr[4] == '-' && value.ptr[7] == '-' &&
	                (value.ptr[10] == ' ' || value.ptr[10] == 'T') && pl_ascii_is_digit(value.ptr[11]) &&
	                value.ptr[13] == ':';

	return has_time ? pl_str_sub(value, 0, 10) : value;
}

static int digits(const char *at, size_t count)
{
	int number = 0;

	for (size_t i = 0; i < count; i++) {
		if (!pl_ascii_is_digit(at[i]))
			return -1;
		number = number * 10 + (at[i] - '0');
	}
	return number;
}

/* "2010-09-30", as most deadlines are written: nothing else can be meant. */
static pl_day plain_day(struct pl_str value)
{
	int year, month, day;

	if (value.len != 10 || value.ptr[4] != '-' || value.ptr[7] != '-')
		return PL_NO_DAY;
	year = digits(value.ptr, 4);
	month = digits(value.ptr + 5, 2);
	day = digits(value.ptr + 8, 2);
	return year < 1900 || year > 2199 ? PL_NO_DAY : pl_day_from_civil(year, month, day);
}

struct pl_due pl_due_parse(struct pl_arena *arena, struct pl_str value, const struct pl_calendar *calendar)
{
	struct pl_date_token tokens[PL_DATE_ROOM + 1];
	struct list list;
	struct pl_due due;
	pl_day day;
	size_t count;

	value = without_time(pl_str_trim(value));
	day = plain_day(value);
	if (day != PL_NO_DAY)
		return (struct pl_due){.kind = PL_DUE_DAY, .days = {day, day}};
	count = pl_date_tokens(value, 0, tokens);
	list.count = 0;
	if (!value.len)
		return (struct pl_due){.kind = PL_DUE_ABSENT, .days = NO_DAYS};
	if (count == 1 && tokens[0].kind == PL_DATE_NUMBER && tokens[0].digits <= 3 && !tokens[0].ordinal) {
		list.spans[0].first = (struct pl_unit){.what = PL_UNIT_QUARTER,
		                                       .n = (uint8_t)(tokens[0].value > 99 ? 99 : tokens[0].value)};
		list.spans[0].last = list.spans[0].first;
		list.spans[0].is_range = false;
		list.count = 1;
		return read_list(arena, &list, calendar);
	}
	if (match_all(tokens, &list))
		return read_list(arena, &list, calendar);
	due = read_free(value, calendar);
	if (due.kind == PL_DUE_OPEN && looks_like_date(value, tokens, count))
		due.kind = PL_DUE_INVALID;
	return due;
}

/* A year of a period: written alone it is the calendar year. */
struct pl_days pl_period_parse(struct pl_str value, uint32_t year_start)
{
	struct pl_calendar calendar = {.period = NO_DAYS, .year_start = year_start};
	struct pl_date_token tokens[PL_DATE_ROOM + 1];
	struct pl_unit_span span;
	struct pl_days days;
	size_t i = 0;

	pl_date_tokens(pl_str_trim(value), 0, tokens);
	while (is_noise(&tokens[i]))
		i++;
	if (!pl_unit_match(tokens, i, true, &span))
		return NO_DAYS;
	while (is_closing(&tokens[span.next]))
		span.next++;
	days = pl_unit_span_days(&span, &calendar);
	if (tokens[span.next].kind != PL_DATE_END || pl_unit_kind(&span) == PL_DUE_INVALID)
		return NO_DAYS;
	return days;
}
