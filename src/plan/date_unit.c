/* Recognises one date, or a range of two, among a text's tokens. */
#include "plan/date_unit.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2199 };

static bool is_mark(const struct pl_date_token *token, enum pl_date_kind kind)
{
	return token->kind == kind && !token->spaced;
}

static bool is_number(const struct pl_date_token *token, unsigned least, unsigned most)
{
	return token->kind == PL_DATE_NUMBER && token->digits >= least && token->digits <= most;
}

static bool is_joined_number(const struct pl_date_token *token, unsigned least, unsigned most)
{
	return is_number(token, least, most) && !token->spaced && !token->ordinal;
}

static bool is_year(const struct pl_date_token *token)
{
	return is_number(token, 4, 4) && !token->ordinal && token->value >= FIRST_YEAR && token->value <= LAST_YEAR;
}

static bool is_number_mark(const struct pl_date_token *token)
{
	return is_mark(token, PL_DATE_DASH) || is_mark(token, PL_DATE_SLASH) || is_mark(token, PL_DATE_DOT);
}

static int16_t full_year(const struct pl_date_token *token)
{
	return (int16_t)(token->digits == 2 ? 2000 + token->value : token->value);
}

/* A year that a number with another behind it spells out: 2010/11, 10/11, 2010/2011. */
static bool is_year_pair(const struct pl_date_token *tokens, size_t i)
{
	const struct pl_date_token *a = &tokens[i], *mark = &tokens[i + 1], *b = mark + 1;

	if (!(is_year(a) || is_number(a, 2, 2)) || !(is_mark(mark, PL_DATE_SLASH) || is_mark(mark, PL_DATE_DASH)))
		return false;
	if (is_joined_number(b, 4, 4))
		return a->digits == 4 && b->value == a->value + 1;
	return is_joined_number(b, 2, 2) && b->value == (a->value + 1) % 100 &&
	       !(is_number_mark(b + 1) && is_joined_number(b + 2, 1, 2));
}

static void set_day(struct pl_unit *unit, int16_t year, unsigned month, unsigned day)
{
	unit->what = PL_UNIT_DAY;
	unit->year = year;
	unit->n = (uint8_t)(month > 99 ? 99 : month);
	unit->day = (uint8_t)(day > 99 ? 99 : day);
	/* Without a year 29 February may exist. */
	unit->impossible = pl_day_from_civil(year ? year : 2000, (int)month, (int)day) == PL_NO_DAY;
}

/* "Sept. 2010", not "by September. 2010 is the year of …". */
static bool is_short_stop(const struct pl_date_token *tokens, size_t i)
{
	return is_mark(&tokens[i], PL_DATE_DOT) && i > 0 && tokens[i - 1].end - tokens[i - 1].begin <= 4;
}

/* The year behind a month, quarter or season: "2010", "'10", "of 2010", ", 2010", "-10", "2010/11". Answers the token
 * behind it, or `i` where there is none. `short_ok`: two digits with only a space before them are a year. */
static size_t match_year(const struct pl_date_token *tokens, size_t i, bool short_ok, struct pl_unit *unit)
{
	size_t at = i;
	bool joined = false;

	if (tokens[at].kind == PL_DATE_OF || tokens[at].kind == PL_DATE_COMMA || is_short_stop(tokens, at)) {
		at++;
		short_ok = false;
	} else if (is_mark(&tokens[at], PL_DATE_DASH) || is_mark(&tokens[at], PL_DATE_SLASH)) {
		at++;
		joined = !tokens[at].spaced;
		short_ok = joined;
	}
	if (tokens[at].kind == PL_DATE_FISCAL)
		at++;
	if (is_year_pair(tokens, at) && (unit->what != PL_UNIT_DAY || tokens[at].digits == 4)) {
		unit->year = full_year(&tokens[at]);
		unit->fiscal = true;
		return at + 3;
	}
	if (tokens[at].kind == PL_DATE_NUMBER && tokens[at].digits <= 2 && tokens[at + 1].kind == PL_DATE_MONTH)
		return i; /* 2 June/21 July */
	if (is_year(&tokens[at]) || (is_number(&tokens[at], 2, 2) && !tokens[at].ordinal &&
	                             (tokens[at].quoted || joined || !tokens[at].spaced || short_ok))) {
		unit->year = full_year(&tokens[at]);
		return at + 1;
	}
	return i;
}

/* 2010-09-30, 2010/09/30, 2010-09, 2010/11, 2010-Q2, 2010 Q2, 2010. */
static size_t match_year_first(const struct pl_date_token *tokens, size_t i, bool in_period, struct pl_unit *unit)
{
	const struct pl_date_token *mark = &tokens[i + 1], *second = &tokens[i + 2];
	size_t quarter;

	unit->year = (int16_t)tokens[i].value;
	if (is_number_mark(mark) && is_joined_number(second, 1, 2) && is_mark(&tokens[i + 3], mark->kind) &&
	    is_joined_number(&tokens[i + 4], 1, 2)) {
		set_day(unit, unit->year, second->value, tokens[i + 4].value);
		return i + 5;
	}
	if (is_year_pair(tokens, i) &&
	    (mark->kind == PL_DATE_SLASH || second->digits == 4 || second->value > 12 || in_period)) {
		unit->what = PL_UNIT_FISCAL;
		unit->fiscal = unit->spelt = true;
		i += 3;
	} else if ((is_mark(mark, PL_DATE_DASH) || is_mark(mark, PL_DATE_SLASH)) && is_joined_number(second, 1, 2) &&
	           !in_period) {
		unit->what = PL_UNIT_MONTH;
		unit->n = (uint8_t)second->value;
		unit->impossible = second->value < 1 || second->value > 12;
		return i + 3;
	} else {
		unit->what = PL_UNIT_YEAR;
		i++;
	}
	quarter = i + (is_mark(&tokens[i], PL_DATE_DASH) || is_mark(&tokens[i], PL_DATE_SLASH) ||
	               tokens[i].kind == PL_DATE_COMMA);
	if (tokens[quarter].kind == PL_DATE_QUARTER && is_number(&tokens[quarter + 1], 1, 2)) {
		unit->what = PL_UNIT_QUARTER;
		unit->fiscal = true;
		unit->n = (uint8_t)tokens[quarter + 1].value;
		return quarter + 2;
	}
	return i;
}

/* 30 September 2010, 30th Sept 10, 30-Sep-10. */
static size_t match_day_month(const struct pl_date_token *tokens, size_t i, struct pl_unit *unit)
{
	size_t month = i + 1, next;

	if (tokens[month].kind == PL_DATE_OF || is_mark(&tokens[month], PL_DATE_DASH) ||
	    is_mark(&tokens[month], PL_DATE_DOT) || is_mark(&tokens[month], PL_DATE_SLASH))
		month++;
	if (tokens[month].kind != PL_DATE_MONTH)
		return i;
	set_day(unit, 0, tokens[month].value, tokens[i].value);
	next = match_year(tokens, month + 1, true, unit);
	if (next != month + 1 && !unit->fiscal)
		set_day(unit, unit->year, unit->n, unit->day);
	return next;
}

/* 30/09/2010, 30.9.10, 09/2010, 30/9; and days before a month's name. */
static size_t match_day_first(const struct pl_date_token *tokens, size_t i, struct pl_unit *unit)
{
	const struct pl_date_token *mark = &tokens[i + 1], *second = &tokens[i + 2];
	size_t next = match_day_month(tokens, i, unit);

	if (next != i)
		return next;
	if (tokens[i].ordinal && tokens[i + 1].kind == PL_DATE_QUARTER && tokens[i].value <= 4) {
		unit->what = PL_UNIT_QUARTER;
		unit->n = (uint8_t)tokens[i].value;
		return match_year(tokens, i + 2, false, unit);
	}
	if (!is_number_mark(mark) || !is_joined_number(second, 1, 4))
		return i;
	if (second->digits <= 2 && is_mark(&tokens[i + 3], mark->kind) &&
	    (is_joined_number(&tokens[i + 4], 2, 2) || is_joined_number(&tokens[i + 4], 4, 4))) {
		set_day(unit, full_year(&tokens[i + 4]), second->value, tokens[i].value);
		return i + 5;
	}
	if (is_year(second)) {
		unit->what = PL_UNIT_MONTH;
		unit->n = (uint8_t)tokens[i].value;
		unit->year = (int16_t)second->value;
		unit->impossible = unit->n < 1 || unit->n > 12;
		return i + 3;
	}
	if (mark->kind != PL_DATE_SLASH || second->digits > 2)
		return i;
	set_day(unit, 0, second->value, tokens[i].value);
	unit->loose = true;
	return i + 3;
}

/* September 2010, Sep-10, January, 2010, September 30, 2010. */
static size_t match_month(const struct pl_date_token *tokens, size_t i, struct pl_unit *unit)
{
	const struct pl_date_token *day = &tokens[i + 1];
	size_t next;

	unit->what = PL_UNIT_MONTH;
	unit->n = (uint8_t)tokens[i].value;
	if (is_number(day, 1, 2) && day->spaced && !day->quoted && day->value >= 1 && day->value <= 31 &&
	    tokens[i + 2].kind != PL_DATE_MONTH) {
		size_t year = i + 2 + (tokens[i + 2].kind == PL_DATE_COMMA);

		if (is_year(&tokens[year])) {
			set_day(unit, (int16_t)tokens[year].value, tokens[i].value, day->value);
			return year + 1;
		}
		if (day->ordinal) {
			set_day(unit, 0, tokens[i].value, day->value);
			return i + 2;
		}
	}
	next = match_year(tokens, i + 1, true, unit);
	/* "October 21" may be a day, or the month of a year. */
	unit->loose = next == i + 2 && day->digits == 2 && !day->quoted && day->spaced;
	return next;
}

/* Q2, Quarter 2, Q2 2010/11. */
static size_t match_quarter(const struct pl_date_token *tokens, size_t i, struct pl_unit *unit)
{
	if (!is_number(&tokens[i + 1], 1, 2) || tokens[i + 1].ordinal)
		return i;
	unit->what = PL_UNIT_QUARTER;
	unit->n = (uint8_t)tokens[i + 1].value;
	return match_year(tokens, i + 2, false, unit);
}

/* FY 2013, FY '25, FY23, financial year 2010/11, "the financial year". */
static size_t match_fiscal(const struct pl_date_token *tokens, size_t i, struct pl_unit *unit)
{
	size_t at = i + 1 + (tokens[i + 1].kind == PL_DATE_YEAR_WORD);

	unit->what = PL_UNIT_FISCAL;
	unit->fiscal = true;
	if (is_year_pair(tokens, at)) {
		unit->year = full_year(&tokens[at]);
		unit->spelt = true;
		return at + 3;
	}
	if (is_year(&tokens[at]) || (is_number(&tokens[at], 2, 2) && !tokens[at].ordinal)) {
		unit->year = full_year(&tokens[at]);
		return at + 1;
	}
	return at == i + 2 ? at : i;
}

static size_t match_part(const struct pl_date_token *tokens, size_t i, bool in_period, struct pl_unit *unit)
{
	size_t at = i + 1, next;

	if (tokens[at].kind == PL_DATE_OF || tokens[at].kind == PL_DATE_DASH)
		at++;
	if (tokens[at].kind == PL_DATE_THE)
		at++;
	if (tokens[at].kind == PL_DATE_PART)
		return i;
	next = pl_unit_match_one(tokens, at, in_period, unit);
	if (next == at)
		return i;
	unit->part = (uint8_t)tokens[i].value;
	unit->written = (uint32_t)(unit->part == 3 ? at : i);
	return next;
}

size_t pl_unit_match_one(const struct pl_date_token *tokens, size_t i, bool in_period, struct pl_unit *unit)
{
	const struct pl_date_token *token = &tokens[i];

	*unit = (struct pl_unit){.written = (uint32_t)i};
	switch (token->kind) {
	case PL_DATE_NUMBER:
		if (is_year(token))
			return match_year_first(tokens, i, in_period, unit);
		if (in_period && is_year_pair(tokens, i)) {
			*unit = (struct pl_unit){.what = PL_UNIT_FISCAL, .fiscal = true, .spelt = true};
			unit->year = full_year(token);
			return i + 3;
		}
		return token->digits <= 2 && !token->quoted ? match_day_first(tokens, i, unit) : i;
	case PL_DATE_MONTH:
		return match_month(tokens, i, unit);
	case PL_DATE_QUARTER:
		return match_quarter(tokens, i, unit);
	case PL_DATE_ORDINAL:
		if (tokens[i + 1].kind != PL_DATE_QUARTER || tokens[i + 1].end - tokens[i + 1].begin == 1)
			return i;
		unit->what = PL_UNIT_QUARTER;
		unit->n = (uint8_t)token->value;
		return match_year(tokens, i + 2, false, unit);
	case PL_DATE_SEASON:
		unit->what = PL_UNIT_SEASON;
		unit->n = (uint8_t)token->value;
		return match_year(tokens, i + 1, false, unit);
	case PL_DATE_FISCAL:
		return match_fiscal(tokens, i, unit);
	case PL_DATE_PART:
		return match_part(tokens, i, in_period, unit);
	default:
		return i;
	}
}

/* Is the other one later in a calendar year than this? Used where only one of two has a year. */
static int in_year(const struct pl_unit *unit)
{
	switch (unit->what) {
	case PL_UNIT_SEASON:
		return unit->n == 4 ? 12 : unit->n * 3;
	case PL_UNIT_QUARTER:
		return unit->n * 3;
	default:
		return unit->n;
	}
}

void pl_unit_share_years(struct pl_unit *before, struct pl_unit *after)
{
	if (before->what >= PL_UNIT_YEAR || after->what >= PL_UNIT_YEAR)
		return;
	if (before->year == 0 && after->year != 0) {
		before->fiscal = after->fiscal;
		before->year = (int16_t)(after->year - (!after->fiscal && in_year(before) > in_year(after)));
	} else if (after->year == 0 && before->year != 0) {
		after->fiscal = before->fiscal;
		after->year = (int16_t)(before->year + (!before->fiscal && in_year(after) < in_year(before)));
	}
}

/* Q3/4, Q1-2. */
static bool match_quarter_pair(const struct pl_date_token *tokens, size_t i, struct pl_unit_span *out)
{
	struct pl_unit tail = {.what = PL_UNIT_QUARTER};
	size_t next;

	if (tokens[i].kind != PL_DATE_QUARTER || !is_number(&tokens[i + 1], 1, 1) ||
	    !(tokens[i + 2].kind == PL_DATE_SLASH || tokens[i + 2].kind == PL_DATE_DASH) ||
	    !is_number(&tokens[i + 3], 1, 1))
		return false;
	out->first =
	        (struct pl_unit){.what = PL_UNIT_QUARTER, .n = (uint8_t)tokens[i + 1].value, .written = (uint32_t)i};
	tail.n = (uint8_t)tokens[i + 3].value;
	next = match_year(tokens, i + 4, false, &tail);
	out->last = tail;
	out->next = next;
	out->is_range = true;
	return true;
}

/* 1-5 March 2010, 4 to 8 May. */
static bool match_day_pair(const struct pl_date_token *tokens, size_t i, struct pl_unit_span *out)
{
	size_t next;

	if (!is_number(&tokens[i], 1, 2) || tokens[i].value < 1 || tokens[i].value > 31 ||
	    !(tokens[i + 1].kind == PL_DATE_DASH || tokens[i + 1].kind == PL_DATE_TO) ||
	    !is_number(&tokens[i + 2], 1, 2))
		return false;
	out->last = (struct pl_unit){.written = (uint32_t)(i + 2)};
	next = match_day_month(tokens, i + 2, &out->last);
	if (next == i + 2 || out->last.what != PL_UNIT_DAY)
		return false;
	out->first = out->last;
	out->first.written = (uint32_t)i;
	set_day(&out->first, out->last.year, out->last.n, tokens[i].value);
	out->next = next;
	out->is_range = true;
	return true;
}

static bool is_bare_number_mark(const struct pl_date_token *tokens, size_t i)
{
	return tokens[i].kind == PL_DATE_SLASH && !tokens[i].spaced && !tokens[i + 1].spaced;
}

/* The token behind the word or sign that makes a range of two dates, or `i`. */
static size_t match_to(const struct pl_date_token *tokens, size_t i, bool after_between, const struct pl_unit *first)
{
	size_t at = i;

	if (tokens[i].kind == PL_DATE_DASH || tokens[i].kind == PL_DATE_TO ||
	    (tokens[i].kind == PL_DATE_AND && after_between))
		at = i + 1;
	else if (tokens[i].kind == PL_DATE_SLASH && first->what != PL_UNIT_DAY && first->what != PL_UNIT_YEAR &&
	         !(is_bare_number_mark(tokens, i) && tokens[i + 1].kind == PL_DATE_NUMBER))
		return i + 1;
	if (at != i && tokens[at].kind == PL_DATE_THE)
		at++;
	return at;
}

bool pl_unit_match(const struct pl_date_token *tokens, size_t i, bool in_period, struct pl_unit_span *out)
{
	bool between = i > 0 && tokens[i - 1].kind == PL_DATE_LEAD && tokens[i - 1].value == 1;
	size_t next, to, behind;

	*out = (struct pl_unit_span){0};
	if (match_day_pair(tokens, i, out))
		return true;
	if (match_quarter_pair(tokens, i, out)) {
		pl_unit_share_years(&out->first, &out->last);
		return true;
	}
	next = pl_unit_match_one(tokens, i, in_period, &out->first);
	if (next == i)
		return false;
	out->last = out->first;
	out->next = next;
	to = match_to(tokens, next, between, &out->first);
	behind = to == next ? to : pl_unit_match_one(tokens, to, in_period, &out->last);
	/* "2010 - 4 May" and the like are two things, not a range. */
	if (behind == to || (out->first.what == PL_UNIT_YEAR) != (out->last.what == PL_UNIT_YEAR)) {
		out->last = out->first;
		return true;
	}
	out->is_range = true;
	out->next = behind;
	pl_unit_share_years(&out->first, &out->last);
	return true;
}
