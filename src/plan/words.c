/* Reads the words of a fixed set: statuses, colours, yes and no, percentages, templates. */
#include "base/str.h"
#include "plan/reader.h"

enum { LONGEST = 48 };

/* Lower case, letters and digits only, one space between words: case and punctuation don't matter. */
static struct pl_str plain(struct pl_str text, char room[LONGEST])
{
	size_t n = 0;
	bool gap = false;

	for (size_t i = 0; i < text.len; i++) {
		char c = pl_ascii_lower(text.ptr[i]);

		if (!pl_ascii_is_alpha(c) && !pl_ascii_is_digit(c) && !(c & 0x80)) {
			gap = n > 0;
			continue;
		}
		if (n + 2 > LONGEST)
			return (struct pl_str){room, 0};
		if (gap)
			room[n++] = ' ';
		gap = false;
		room[n++] = c;
	}
	return (struct pl_str){room, n};
}

/* What stands before a bracket, comma, colon, full stop or dash with spaces: "Completed - see the note". */
static struct pl_str before_note(struct pl_str text)
{
	for (size_t i = 1; i < text.len; i++) {
		char c = text.ptr[i];

		if (strchr("(,;:.", c) || (c == '-' && text.ptr[i - 1] == ' ') || (unsigned char)c == 0xe2)
			return pl_str_sub(text, 0, i);
	}
	return text;
}

struct name {
	const char *words;
	int value;
	size_t length;
};

#define NAME(words, value)                                                                                             \
	{                                                                                                              \
		words, value, sizeof(words) - 1                                                                        \
	}

static bool find_name(const struct name *names, size_t count, struct pl_str text, int *out)
{
	char room[LONGEST];

	for (size_t t = 0; t < 2; t++) {
		struct pl_str words = plain(t ? before_note(text) : text, room);

		for (size_t i = 0; i < count; i++)
			if (words.len == names[i].length && memcmp(words.ptr, names[i].words, words.len) == 0) {
				*out = names[i].value;
				return true;
			}
	}
	return false;
}

static const struct name yes_no[] = {
        NAME("yes", PL_YES), NAME("y", PL_YES), NAME("true", PL_YES), NAME("on", PL_YES),
        NAME("no", PL_NO),   NAME("n", PL_NO),  NAME("false", PL_NO), NAME("off", PL_NO),
};

static const struct name statuses[] = {
#define PL_STATUS(words, state) NAME(words, PL_STATE_##state),
#include "plan/statuses.def"
#undef PL_STATUS
};

static const struct name colours[] = {
        NAME("r", PL_RAG_RED),       NAME("red", PL_RAG_RED), NAME("a", PL_RAG_AMBER),
        NAME("amber", PL_RAG_AMBER), NAME("g", PL_RAG_GREEN), NAME("green", PL_RAG_GREEN),
};

static const struct name templates[] = {
#define PL_TEMPLATE(id, name, ...) NAME(name, PL_TEMPLATE_##id),
#define PL_REQUIRE(template, on, what, when, words)
#include "plan/templates.def"
#undef PL_TEMPLATE
#undef PL_REQUIRE
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

bool pl_yes_no_parse(struct pl_str text, enum pl_yes_no *out)
{
	int value;

	if (!find_name(yes_no, COUNT(yes_no), text, &value))
		return false;
	*out = (enum pl_yes_no)value;
	return true;
}

bool pl_status_parse(struct pl_str text, enum pl_progress_state *out)
{
	int value;

	if (!find_name(statuses, COUNT(statuses), text, &value))
		return false;
	*out = (enum pl_progress_state)value;
	return true;
}

bool pl_rag_parse(struct pl_str text, enum pl_rag *out)
{
	int value;

	if (!find_name(colours, COUNT(colours), text, &value))
		return false;
	*out = (enum pl_rag)value;
	return true;
}

/* "Local delivery plan" is local-delivery. */
bool pl_template_parse(struct pl_str text, enum pl_template *out)
{
	char room[LONGEST], name[LONGEST];
	struct pl_str words = plain(text, room);

	if (pl_str_ends(words, PL_STR(" plan")))
		words.len -= 5;
	for (size_t i = 1; i < COUNT(templates); i++)
		if (pl_str_equal(words, plain(pl_str_of(templates[i].words), name))) {
			*out = (enum pl_template)templates[i].value;
			return true;
		}
	return false;
}

static const char *nearest(struct pl_arena *arena, const struct name *names, size_t count, struct pl_str text)
{
	const char **words = PL_MAKE_ARRAY(arena, count, const char *);
	char room[LONGEST];

	for (size_t i = 0; i < count; i++)
		words[i] = names[i].words;
	return pl_str_nearest(plain(text, room), words, count);
}

const char *pl_template_nearest(struct pl_arena *arena, struct pl_str text)
{
	return nearest(arena, templates + 1, COUNT(templates) - 1, text);
}

const char *pl_status_nearest(struct pl_arena *arena, struct pl_str text)
{
	return nearest(arena, statuses, COUNT(statuses), text);
}

/* All that says nothing in words begins with n; most values are told by their first letter. */
static bool may_say_nothing(struct pl_str text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = pl_ascii_lower(text.ptr[i]);

		if (pl_ascii_is_alpha(c) || pl_ascii_is_digit(c) || (c & 0x80))
			return c == 'n';
	}
	return true;
}

bool pl_says_nothing(struct pl_str text)
{
	char room[LONGEST];
	struct pl_str words;

	if (!may_say_nothing(text))
		return false;
	words = plain(text, room);

	return (words.len == 0 && text.len <= 4) || pl_str_equal(words, PL_STR("n a")) ||
	       pl_str_equal(words, PL_STR("na")) || pl_str_equal(words, PL_STR("not applicable"));
}

bool pl_says_none(struct pl_str text)
{
	return may_say_nothing(text) && (pl_says_nothing(text) || pl_str_equal_fold(pl_str_trim(text), PL_STR("none")));
}

/* 50, 50%, 66.7 %, 50 per cent; "%" alone is a form that nobody filled in. */
bool pl_percent_parse(struct pl_str text, float *out)
{
	char digits[16];
	size_t n = 0;
	bool point = false;
	struct pl_str rest;

	text = pl_str_trim(text);
	if (pl_str_ends(text, PL_STR("%")))
		text = pl_str_trim(pl_str_sub(text, 0, text.len - 1));
	if (text.len == 0) {
		*out = -1;
		return true;
	}
	for (; n < text.len && n < sizeof digits - 1; n++) {
		char c = text.ptr[n];

		if (!pl_ascii_is_digit(c) && (c != '.' || point))
			break;
		point |= c == '.';
		digits[n] = c;
	}
	digits[n] = '\0';
	rest = pl_str_trim(pl_str_sub(text, n, text.len));
	if (n == 0 || !pl_ascii_is_digit(digits[0]) ||
	    (rest.len && !pl_str_equal_fold(rest, PL_STR("per cent")) && !pl_str_equal_fold(rest, PL_STR("percent"))))
		return false;
	/* No strtof: its decimal point depends on the locale. */
	*out = 0;
	for (size_t i = 0, scale = 0; i < n; i++) {
		if (digits[i] == '.') {
			scale = 1;
		} else if (!scale) {
			*out = *out * 10 + (float)(digits[i] - '0');
		} else {
			float part = (float)(digits[i] - '0');

			for (size_t j = 0; j < scale; j++)
				part /= 10;
			*out += part;
			scale++;
		}
	}
	return *out <= 100;
}
