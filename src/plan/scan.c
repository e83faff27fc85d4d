/* Finds the dates that stand in a milestone's text, and the words that bring them in. */
#include "plan/due.h"

#include "base/str.h"
#include "plan/date_unit.h"

/* Tokens that a date and the words around it may need: a longer text is read in overlapping pieces. */
enum { MARGIN = 24 };

struct scan {
	const struct pl_calendar *calendar;
	const struct pl_date_token *tokens;
	size_t count;
};

/* ---- the words before ------------------------------------------------------------------------------------------- */

struct lead {
	size_t token; /* the first of the words; the date's own where there are none */
	bool word;    /* by, in, until …, or the end of */
	bool sign;    /* a dash or bracket */
};

static bool is_spaced_dash(const struct scan *scan, size_t i)
{
	return scan->tokens[i].kind == PL_DATE_DASH && (scan->tokens[i].spaced || scan->tokens[i + 1].spaced || i == 0);
}

static struct lead find_lead(const struct scan *scan, size_t date)
{
	const struct pl_date_token *tokens = scan->tokens;
	struct lead lead = {.token = date};
	size_t i = date;
	bool brought = false;

	if (i > 0 && tokens[i - 1].kind == PL_DATE_WEEKDAY)
		lead.token = --i;
	if (i > 0 && tokens[i - 1].kind == PL_DATE_COMMA && i > 1 && tokens[i - 2].kind == PL_DATE_WEEKDAY)
		lead.token = i -= 2;
	for (; i > 0; i--) { /* inwards: "no later than the end of the", "by", "- by", "(by" */
		uint8_t kind = tokens[i - 1].kind;

		if (kind == PL_DATE_THE || kind == PL_DATE_OF)
			continue; /* counts only with what is before it */
		/* One such word only: "carried on until March". But "due by March". */
		if ((kind == PL_DATE_LEAD && (!brought || tokens[i - 1].value == 2)) ||
		    (kind == PL_DATE_TO && tokens[i - 1].value && !brought) ||
		    (kind == PL_DATE_PART && tokens[i - 1].value == 3)) {
			brought |= kind != PL_DATE_PART;
			lead.word = true;
			lead.token = i - 1;
		} else if (kind == PL_DATE_THAN && i >= 3 && tokens[i - 2].kind == PL_DATE_LATER &&
		           tokens[i - 3].kind == PL_DATE_NOT) {
			lead.word = true;
			lead.token = i - 3;
			i -= 2;
		} else {
			break;
		}
	}
	i = lead.token;
	if (i > 0 && (tokens[i - 1].kind == PL_DATE_OPEN || is_spaced_dash(scan, i - 1))) {
		lead.sign = true;
		lead.token = i - 1;
	}
	return lead;
}

/* ---- is it one -------------------------------------------------------------------------------------------------- */

/* "by 2010 young people", "from 2000 to 1500 cases": a number of them, not a year. */
static bool is_counting(const struct scan *scan, size_t next)
{
	const struct pl_date_token *token = &scan->tokens[next];

	if (token->kind == PL_DATE_TO && token[1].kind == PL_DATE_NUMBER)
		return true;
	return token->kind == PL_DATE_WORD && !token->capital;
}

static bool ends_clause(const struct scan *scan, size_t next)
{
	uint8_t kind = scan->tokens[next].kind;

	return kind == PL_DATE_END || kind == PL_DATE_DOT || kind == PL_DATE_COMMA || kind == PL_DATE_CLOSE ||
	       kind == PL_DATE_OPEN;
}

/* Part of a longer number, of a version or a telephone number. */
static bool is_torn(const struct scan *scan, size_t i, size_t next)
{
	const struct pl_date_token *tokens = scan->tokens;

	if (i > 0 && !tokens[i].spaced && tokens[i].kind == PL_DATE_NUMBER &&
	    (tokens[i - 1].kind == PL_DATE_DOT || tokens[i - 1].kind == PL_DATE_MARK ||
	     tokens[i - 1].kind == PL_DATE_WORD ||
	     ((tokens[i - 1].kind == PL_DATE_DASH || tokens[i - 1].kind == PL_DATE_SLASH) && i > 1 &&
	      !tokens[i - 1].spaced && tokens[i - 2].kind == PL_DATE_NUMBER)))
		return true;
	return tokens[next - 1].kind == PL_DATE_NUMBER && !tokens[next].spaced &&
	       !tokens[next + (next < scan->count)].spaced &&
	       (tokens[next].kind == PL_DATE_DOT || tokens[next].kind == PL_DATE_DASH) && next < scan->count &&
	       (tokens[next + 1].kind == PL_DATE_NUMBER || tokens[next + 1].kind == PL_DATE_WORD);
}

/* A month's name alone: "by March", "(May", "- July", never "March on" or "may". */
static bool is_month_meant(const struct scan *scan, size_t i, const struct pl_unit_span *span, const struct lead *lead)
{
	bool capital = scan->tokens[span->first.written].capital || scan->tokens[i].kind == PL_DATE_PART;

	if (!capital)
		return false;
	return lead->word || span->is_range || (lead->sign && ends_clause(scan, span->next));
}

/* 2010 or 2010/11 may be part of a name: only the words before, or a clear place at the end, make it a deadline. */
static bool is_year_meant(const struct scan *scan, const struct pl_unit_span *span, const struct lead *lead)
{
	if (span->first.part || span->first.spelt)
		return span->first.part || lead->word || (lead->sign && ends_clause(scan, span->next));
	if (span->first.what == PL_UNIT_YEAR && span->first.year < 1990)
		return false;
	if (lead->word)
		return span->is_range || !is_counting(scan, span->next);
	return (lead->sign || span->is_range) && ends_clause(scan, span->next) &&
	       (lead->sign || span->last.year - span->first.year <= 20);
}

/* 1.2.10 is a section, 30.09.10 a date. */
static bool is_dotted_section(const struct scan *scan, size_t i, const struct pl_unit_span *span)
{
	const struct pl_date_token *tokens = scan->tokens + i;

	return tokens[0].kind == PL_DATE_NUMBER && tokens[1].kind == PL_DATE_DOT && span->next == i + 5 &&
	       tokens[4].digits == 2 && !(tokens[0].digits == 2 && tokens[2].digits == 2);
}

static bool is_meant(const struct scan *scan, size_t i, const struct pl_unit_span *span, const struct lead *lead)
{
	const struct pl_unit *unit = &span->first;
	const struct pl_date_token *token = &scan->tokens[unit->written];

	if (unit->impossible || span->last.impossible || is_torn(scan, i, span->next) ||
	    is_dotted_section(scan, i, span))
		return false;
	switch (unit->what) {
	case PL_UNIT_DAY:
		return !unit->loose;
	case PL_UNIT_MONTH:
		if (unit->loose && !ends_clause(scan, span->next))
			return false;
		if (token->kind == PL_DATE_NUMBER) /* 2010-09: where a month is expected */
			return lead->word || lead->sign;
		/* "may 2010 …" and "mar 12" are words; other months are sometimes written small. */
		if (unit->year || span->last.year)
			return token->capital || (token->value != 3 && token->value != 5) ||
			       token->end - token->begin > 4;
		return is_month_meant(scan, i, span, lead);
	case PL_UNIT_SEASON:
		return unit->year || span->last.year;
	case PL_UNIT_QUARTER:
		return token->kind != PL_DATE_ORDINAL || unit->year || lead->word;
	default:
		return is_year_meant(scan, span, lead);
	}
}

/* ---- the walk --------------------------------------------------------------------------------------------------- */

static bool may_begin(const struct scan *scan, size_t i)
{
	switch (scan->tokens[i].kind) {
	case PL_DATE_NUMBER:
		/* "Phase 2 March 2008" is March 2008. */
		return scan->tokens[i].digits == 4 || i == 0 || scan->tokens[i - 1].kind != PL_DATE_COUNTED;
	case PL_DATE_MONTH:
	case PL_DATE_SEASON:
	case PL_DATE_QUARTER:
	case PL_DATE_FISCAL:
	case PL_DATE_PART:
	case PL_DATE_ORDINAL:
		return true;
	default:
		return false;
	}
}

/* The words behind a date that belong to it: "and ongoing", "onwards", a bracket that its lead opened. */
static size_t find_tail(const struct scan *scan, const struct lead *lead, size_t next, bool *runs_on)
{
	const struct pl_date_token *tokens = scan->tokens;
	size_t tail = next;

	if (tokens[tail].kind == PL_DATE_AND && tokens[tail + 1].kind == PL_DATE_ONWARDS)
		tail += 2;
	else if (tokens[tail].kind == PL_DATE_ONWARDS)
		tail++;
	*runs_on = tail != next;
	if (tokens[lead->token].kind == PL_DATE_OPEN && tokens[tail].kind == PL_DATE_CLOSE)
		tail++;
	return tail;
}

static struct pl_dated make_dated(const struct scan *scan, struct pl_unit_span *span, const struct lead *lead,
                                  struct pl_days days)
{
	struct pl_dated dated = {.days = days, .kind = pl_unit_kind(span)};
	bool runs_on;
	size_t tail = find_tail(scan, lead, span->next, &runs_on);

	dated.begin = scan->tokens[span->first.written].begin;
	dated.end = scan->tokens[span->next - 1].end;
	dated.lead = scan->tokens[lead->token].begin;
	if (dated.lead > dated.begin)
		dated.lead = dated.begin;
	dated.tail = scan->tokens[tail - 1].end;
	if (runs_on) {
		dated.kind = PL_DUE_RANGE;
		if (days.first != PL_NO_DAY && scan->calendar->period.last > dated.days.last)
			dated.days.last = scan->calendar->period.last;
	}
	return dated;
}

/* A date that begins at token `i`; answers the token behind it, or `i`. */
static size_t try_date(const struct scan *scan, size_t i, struct pl_dated *out)
{
	struct pl_unit_span span;
	struct pl_days days;
	struct lead lead;

	if (!pl_unit_match(scan->tokens, i, false, &span))
		return i;
	lead = find_lead(scan, i);
	if (span.first.written > i && scan->tokens[i].kind == PL_DATE_PART) {
		lead.word = true; /* the end of */
		if (lead.token > i)
			lead.token = i;
	}
	days = pl_unit_span_days(&span, scan->calendar);
	if (!is_meant(scan, i, &span, &lead))
		return i;
	*out = make_dated(scan, &span, &lead, days);
	return span.next;
}

/* The dates that begin before token `stop`, into out[*found] and behind; answers the token behind the last. */
static size_t walk(const struct scan *scan, size_t stop, struct pl_dated *out, size_t room, size_t *found)
{
	size_t i = 0;

	while (i < stop && *found < room) {
		size_t next = may_begin(scan, i) ? try_date(scan, i, &out[*found]) : i;

		*found += next != i;
		i = next == i ? i + 1 : next;
	}
	return i;
}

size_t pl_due_scan(struct pl_str text, const struct pl_calendar *calendar, struct pl_dated *out, size_t room)
{
	struct pl_date_token tokens[PL_DATE_ROOM + 1];
	struct scan scan = {.calendar = calendar, .tokens = tokens};
	size_t found = 0, from = 0;

	if (!pl_date_possible(text))
		return 0;
	while (from < text.len && found < room) {
		size_t stop, i;

		scan.count = pl_date_tokens(text, from, tokens);
		stop = scan.count == PL_DATE_ROOM ? PL_DATE_ROOM - MARGIN : scan.count;
		i = walk(&scan, stop, out, room, &found);
		from = stop == scan.count ? text.len : tokens[i].begin;
	}
	return found;
}

size_t pl_due_scan_tokens(const struct pl_date_token *tokens, size_t count, const struct pl_calendar *calendar,
                          struct pl_dated *out, size_t room)
{
	struct scan scan = {.calendar = calendar, .tokens = tokens, .count = count};
	size_t found = 0;

	walk(&scan, count, out, room, &found);
	return found;
}
