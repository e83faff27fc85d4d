/* Cuts a text into words, numbers and marks. */
#include "text/read.h"

#include "base/eight.h"
#include "base/str.h"
#include "base/utf8.h"

#include <string.h>

/* JOINT: may stand inside a word. */
enum char_kind { OTHER = ' ', SPACE = '.', LETTER = 'x', DIGIT = '0', CURRENCY = '$', JOINT = '-' };

enum { PLAIN = LETTER & DIGIT & ~OTHER }; /* a bit of these two alone */

/* ASCII; what is longer than a byte has no kind here. */
static const char kinds[256] = "         .....                  "
                               ".   $ --     ---0000000000      "
                               " xxxxxxxxxxxxxxxxxxxxxxxxxx     "
                               " xxxxxxxxxxxxxxxxxxxxxxxxxx     ";

static bool is_apostrophe(uint32_t code) { return code == '\'' || code == 0x2019; }

static bool is_hyphen(uint32_t code) { return code == '-' || code == 0x2010 || code == 0x2011; }

static enum char_kind kind_of_wide(uint32_t code)
{
	if (code == 0xA3 || code == 0x20AC)
		return CURRENCY;
	if (code == 0xA0 || code == 0x202F || (code >= 0x2000 && code <= 0x200A))
		return SPACE;
	return pl_utf8_is_letter(code) ? LETTER : OTHER;
}

static inline enum char_kind kind_of(uint32_t code)
{
	return code < 0x80 ? (enum char_kind)kinds[code] : kind_of_wide(code);
}

static inline char kind_at(struct pl_str text, size_t at) { return kinds[(unsigned char)text.ptr[at]]; }

static uint32_t peek(struct pl_str text, size_t at) { return at < text.len ? pl_utf8_next(text, &at) : 0; }

/* Behind the letters and digits of ASCII, which nearly every word is made of. */
static inline size_t skip_plain(struct pl_str text, size_t at)
{
	while (text.len - at >= PL_EIGHT) {
		size_t plain = pl_eight_first(~pl_eight_alnum(pl_eight(text.ptr + at)) & PL_EIGHT_TOPS);

		at += plain;
		if (plain < PL_EIGHT)
			return at;
	}
	while (at < text.len && (kind_at(text, at) & PLAIN))
		at++;
	return at;
}

/* Where a word that begins at `at` ends: letters and digits, with apostrophes, hyphens, dots and "&" inside. */
static size_t word_end(struct pl_str text, size_t at)
{
	uint32_t last = 0;

	for (;;) {
		size_t plain = skip_plain(text, at), next = plain;
		uint32_t code, then;
		enum char_kind kind, after;
		bool inside;

		if (plain == text.len || (kind_at(text, plain) && kind_at(text, plain) != JOINT))
			return plain;
		if (plain > at)
			last = (unsigned char)text.ptr[plain - 1];
		code = pl_utf8_next(text, &next);
		then = peek(text, next);
		kind = kind_of(code);
		after = kind_of(then);
		inside = is_apostrophe(code) || is_hyphen(code) || (code == '.' && next < text.len) ||
		         (code == '&' && pl_utf8_is_upper(last) && pl_utf8_is_upper(then)) ||
		         (code == '/' && (last == 'w' || last == 'W') && then != 0);
		if (kind != LETTER && !(inside && (after == LETTER || after == DIGIT)) &&
		    !(code >= 0x300 && code < 0x370))
			return plain;
		if (code == '/' && pl_utf8_next(text, &(size_t){next}) == ' ')
			return plain;
		last = code;
		at = next;
	}
}

/* Where a number that begins at `at` ends: 1,100 £5m 16% 2007/08 1st 20mph 2017-2022. */
static size_t number_end(struct pl_str text, size_t at)
{
	for (;;) {
		size_t plain = skip_plain(text, at), next = plain;
		uint32_t code;
		enum char_kind kind, after;

		if (plain == text.len || kind_at(text, plain) == SPACE)
			return plain;
		code = pl_utf8_next(text, &next);
		kind = kind_of(code);
		after = kind_of(peek(text, next));
		if (kind != LETTER && kind != CURRENCY && code != '%' && code != '+' &&
		    !((code == ',' || code == '.' || code == '/' || code == ':' || is_hyphen(code)) &&
		      after == DIGIT) &&
		    !((is_hyphen(code) || is_apostrophe(code)) && after == LETTER))
			return plain;
		at = next;
	}
}

/* ---- cutting ---- */

/* Dashes that are no hyphens of ASCII may join the numbers of a date, and some signs are part of a number or word for
 * dates: '10, #12, x_1. */
static enum pl_tag tag_of_mark(struct pl_draft *draft, size_t begin, size_t end)
{
	char sign = draft->value.ptr[begin];
	bool wide = end - begin > 1;

	draft->tells_day |= wide;
	draft->is_open |= wide || strchr("'`_#@=$", sign);
	return sign == '&' || sign == '+' ? PL_TAG_AND : PL_TAG_MARK;
}

/* False where a text may not have more words. */
static bool widen(struct pl_draft *draft)
{
	if (draft->count == PL_READING_WORDS)
		return false;
	pl_vocabulary_widen(draft->vocabulary);
	draft->words = draft->vocabulary->words_room;
	draft->written = draft->vocabulary->written_room;
	draft->begins = draft->vocabulary->begins_room;
	return true;
}

/* The word, number or mark that begins with a character of that kind; behind it. */
static size_t cut_one(struct pl_draft *draft, size_t begin, size_t at, enum char_kind kind, uint8_t flags)
{
	struct pl_str text = draft->value;
	enum pl_tag tag;

	if (kind == LETTER) {
		at = word_end(text, begin);
		tag = PL_TAG_NOUN;
	} else if (kind == DIGIT || (kind == CURRENCY && kind_of(peek(text, at)) == DIGIT)) {
		at = number_end(text, kind == DIGIT ? begin : at);
		tag = PL_TAG_NUMBER;
	} else {
		tag = tag_of_mark(draft, begin, at);
	}
	draft->words[draft->count++] = (struct pl_word){
	        .begin = (uint32_t)begin, .end = (uint32_t)at, .tag = (uint8_t)tag, .flags = flags, .length = 1};
	return at;
}

static void cut(struct pl_draft *draft)
{
	struct pl_str text = draft->value;
	uint8_t gap = PL_WORD_GAP;

	for (size_t at = 0; at < text.len;) {
		size_t begin = at;
		uint32_t code = pl_utf8_next(text, &at);
		enum char_kind kind = kind_of(code);

		if (kind == SPACE) {
			gap = PL_WORD_GAP;
			if (code >= 0x80)
				draft->is_open = true;
			continue;
		}
		if (draft->count == draft->vocabulary->room && !widen(draft)) {
			draft->cut = true;
			return;
		}
		at = cut_one(draft, begin, at, kind, gap);
		gap = 0;
	}
}

/* ---- what the words are ---- */

void pl_text_split(struct pl_draft *draft)
{
	bool tells_day = false, is_open = false;
	uint64_t cues = 0, others = 0;
	uint32_t begins = 0;

	cut(draft);
	pl_written_find(draft->vocabulary, draft->value, draft->words, draft->count, draft->written);
	for (uint32_t i = 0; i < draft->count; i++) {
		const struct pl_written *written = draft->written[i];
		struct pl_word *word = &draft->words[i];

		word->stem = written->stem;
		word->flags |= written->flags;
		draft->begins[i] = written->begins;
		begins |= written->begins;
		tells_day |= written->tells_day;
		is_open |= written->is_open;
		cues |= word->tag == PL_TAG_NUMBER ? PL_CUE(NUMERAL) : written->lexeme.cues;
		others |= written->lexeme.other;
	}
	draft->all_begins = begins;
	draft->tells_day |= tells_day;
	draft->is_open |= is_open;
	draft->cues = cues;
	draft->kinds = others;
}
