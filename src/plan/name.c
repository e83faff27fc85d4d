/* Names a plan by what stays the same from period to period. */
#include "plan/name.h"

#include "base/str.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "plan/date_token.h"

struct word {
	struct pl_str text;
	bool joined; /* by a slash or dash to the word before */
	bool period;
};

struct words {
	struct pl_arena *arena;
	PL_VEC(struct word) items;
};

static bool is_word_byte(char c)
{
	return pl_ascii_is_alpha(c) || pl_ascii_is_digit(c) || (unsigned char)c >= 0x80 || c == '\'';
}

/* A dash or a slash, also one of the long dashes, which are no part of a word. */
static size_t mark_at(struct pl_str text, size_t at)
{
	if (text.ptr[at] == '/' || text.ptr[at] == '-')
		return 1;
	if (at + 2 < text.len && memcmp(text.ptr + at, "\xE2\x80", 2) == 0 && (unsigned char)text.ptr[at + 2] >= 0x90 &&
	    (unsigned char)text.ptr[at + 2] <= 0x95)
		return 3;
	return 0;
}

static void split(struct words *words, struct pl_str text)
{
	bool joined = false;
	size_t at = 0;

	while (at < text.len) {
		size_t mark = mark_at(text, at), begin = at;

		if (mark || !is_word_byte(text.ptr[at])) {
			joined = mark && words->items.count;
			at += mark ? mark : 1;
			continue;
		}
		while (at < text.len && is_word_byte(text.ptr[at]) && !mark_at(text, at))
			at++;
		*PL_VEC_PUSH(words->arena, &words->items) =
		        (struct word){.text = pl_str_sub(text, begin, at), .joined = joined};
		joined = false;
	}
}

/* ---- what tells the period -------------------------------------------------------------------------------------- */

static bool is_number(struct pl_str text, size_t digits)
{
	for (size_t i = 0; i < text.len; i++)
		if (!pl_ascii_is_digit(text.ptr[i]))
			return false;
	return text.len == digits;
}

static bool is_year(struct pl_str text)
{
	return is_number(text, 4) && (pl_str_starts(text, PL_STR("19")) || pl_str_starts(text, PL_STR("20")));
}

/* fy, fy10, fy2010 */
static bool is_financial_year(struct pl_str text)
{
	struct pl_str rest = pl_str_sub(text, 2, text.len);

	return pl_str_starts(text, PL_STR("fy")) && (!rest.len || is_number(rest, 2) || is_year(rest));
}

static bool is_quarter(struct pl_str text)
{
	return text.len == 2 && text.ptr[0] == 'q' && text.ptr[1] >= '1' && text.ptr[1] <= '4';
}

/* 1 to 12; 0 for what is no month. */
static int month_of(struct pl_str text)
{
	struct pl_date_token tokens[PL_DATE_ROOM + 1];

	return pl_date_tokens(text, 0, tokens) == 1 && tokens->kind == PL_DATE_MONTH ? tokens->value : 0;
}

static bool is_month(struct pl_str text) { return month_of(text) > 0; }

/* 12, 29th */
static bool is_day(struct pl_str text)
{
	size_t digits = 0;

	while (digits < text.len && pl_ascii_is_digit(text.ptr[digits]))
		digits++;
	text = pl_str_sub(text, digits, text.len);
	return digits > 0 && digits < 3 &&
	       (!text.len || pl_str_equal(text, PL_STR("st")) || pl_str_equal(text, PL_STR("nd")) ||
	        pl_str_equal(text, PL_STR("rd")) || pl_str_equal(text, PL_STR("th")));
}

/* The 12 of "12 March 2010", which is no year. */
static bool is_day_of_month(const struct words *words, size_t at)
{
	return at + 1 < words->items.count && is_day(words->items.items[at].text) &&
	       is_month(words->items.items[at + 1].text);
}

static bool leads(struct pl_str text)
{
	static const char *const words[] = {"for",   "in",  "from", "to",    "of",
	                                    "until", "and", "year", "years", "quarter"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (pl_str_equal(text, pl_str_of(words[i])))
			return true;
	return false;
}

/* 10/11: two years that follow each other. */
static bool is_span(const struct word *first, const struct word *second)
{
	unsigned from, to;

	if (!second->joined || !is_number(first->text, 2) || !is_number(second->text, 2))
		return false;
	from = (unsigned)(first->text.ptr[0] - '0') * 10 + (unsigned)(first->text.ptr[1] - '0');
	to = (unsigned)(second->text.ptr[0] - '0') * 10 + (unsigned)(second->text.ptr[1] - '0');
	return to == (from + 1) % 100;
}

/* Years speak for themselves, months and days beside a year or a month, and small words before any of them. */
static void mark_period(struct words *words)
{
	struct word *items = words->items.items;
	size_t count = words->items.count;

	for (size_t i = 0; i < count; i++) {
		struct pl_str text = items[i].text;

		items[i].period = is_year(text) || is_financial_year(text) || is_quarter(text) ||
		                  (i && items[i - 1].period && items[i].joined && is_number(text, 2)) ||
		                  (i + 1 < count && is_span(&items[i], &items[i + 1])) ||
		                  (i && is_span(&items[i - 1], &items[i]));
	}
	for (size_t i = count; i-- > 0;) {
		bool before = i + 1 < count && items[i + 1].period, behind = i && is_year(items[i - 1].text);

		if (is_month(items[i].text))
			items[i].period |= before || behind;
		else if (before && (leads(items[i].text) || (is_day(items[i].text) && is_month(items[i + 1].text))))
			items[i].period = true;
	}
}

/* ---- the name --------------------------------------------------------------------------------------------------- */

struct pl_str pl_name_without_period(struct pl_arena *arena, struct pl_str text)
{
	struct words words = {.arena = arena};
	struct pl_str folded = pl_utf8_fold(arena, text);
	char *name = pl_arena_bytes(arena, 2 * folded.len + 1); /* each word with a blank */
	size_t length = 0;

	split(&words, folded);
	mark_period(&words);
	for (size_t i = 0; i < words.items.count; i++) {
		struct pl_str word = words.items.items[i].text;

		if (words.items.items[i].period)
			continue;
		if (length)
			name[length++] = ' ';
		memcpy(name + length, word.ptr, word.len);
		length += word.len;
	}
	return (struct pl_str){name, length};
}

struct pl_str pl_plan_name(struct pl_arena *arena, const struct pl_plan *plan)
{
	struct pl_str body = {0}, title = {0};
	const char *name;

	if (plan->organisation)
		body = pl_name_without_period(arena, plan->organisation->value);
	if (plan->item.title)
		title = pl_name_without_period(arena, plan->item.title->value);
	if (!body.len && !title.len)
		return (struct pl_str){0};
	name = pl_arena_print(arena, "%.*s|%.*s", PL_STR_ARG(body), PL_STR_ARG(title));
	return pl_str_of(name);
}

/* ---- its period ------------------------------------------------------------------------------------------------- */

/* 2010, fy2010, fy10, the 10 of 10/11; 0 for what tells no year. */
static int year_of(struct pl_str text)
{
	long year;

	if (pl_str_starts(text, PL_STR("fy")))
		text = pl_str_sub(text, 2, text.len);
	if ((text.len != 4 && text.len != 2) || !pl_str_number(text, &year))
		return 0;
	return (int)(text.len == 4 ? year : 2000 + year);
}

pl_day pl_name_when(struct pl_arena *arena, struct pl_str text)
{
	struct words words = {.arena = arena};
	int year = 0, month = 0;

	split(&words, pl_utf8_fold(arena, text));
	mark_period(&words);
	for (size_t i = 0; i < words.items.count; i++) {
		const struct word *word = &words.items.items[i];

		if (!word->period)
			continue;
		if (!month)
			month = month_of(word->text);
		if (!year && !is_day_of_month(&words, i))
			year = year_of(word->text);
	}
	return year ? pl_day_from_civil(year, month ? month : 1, 1) : PL_NO_DAY;
}
