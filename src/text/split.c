/* Cuts a text into words, numbers and marks, and looks the words up. */
#include "text/read.h"

#include "base/str.h"
#include "base/utf8.h"

enum char_kind { SPACE, LETTER, DIGIT, CURRENCY, OTHER };

static bool is_apostrophe(uint32_t code) { return code == '\'' || code == 0x2019; }

static bool is_hyphen(uint32_t code) { return code == '-' || code == 0x2010 || code == 0x2011; }

static enum char_kind kind_of(uint32_t code)
{
	if (code < 0x80) {
		if (pl_ascii_is_alpha((char)code))
			return LETTER;
		if (pl_ascii_is_digit((char)code))
			return DIGIT;
		if (pl_ascii_is_space((char)code))
			return SPACE;
		return code == '$' ? CURRENCY : OTHER;
	}
	if (code == 0xA3 || code == 0x20AC)
		return CURRENCY;
	if (code == 0xA0 || code == 0x202F || (code >= 0x2000 && code <= 0x200A))
		return SPACE;
	return pl_utf8_is_letter(code) ? LETTER : OTHER;
}

static uint32_t peek(struct pl_str text, size_t at) { return at < text.len ? pl_utf8_next(text, &at) : 0; }

static struct pl_word *add_word(struct pl_draft *draft, size_t begin, size_t end)
{
	struct pl_word *word;

	if (draft->count == draft->room) {
		draft->cut = true;
		return NULL;
	}
	word = &draft->words[draft->count++];
	*word = (struct pl_word){.begin = (uint32_t)begin, .end = (uint32_t)end, .length = 1};
	draft->entries[draft->count - 1] = NULL;
	return word;
}

/* Where a word that begins at `at` ends: letters and digits, with apostrophes, hyphens, dots and "&" inside. */
static size_t word_end(struct pl_str text, size_t at)
{
	uint32_t last = 0;

	while (at < text.len) {
		size_t next = at;
		uint32_t code = pl_utf8_next(text, &next), then = peek(text, next);
		enum char_kind kind = kind_of(code), after = kind_of(then);
		bool inside = is_apostrophe(code) || is_hyphen(code) || (code == '.' && next < text.len) ||
		              (code == '&' && pl_utf8_is_upper(last) && pl_utf8_is_upper(then)) ||
		              (code == '/' && (last == 'w' || last == 'W') && then != 0);

		if (kind != LETTER && kind != DIGIT && !(inside && (after == LETTER || after == DIGIT)) &&
		    !(code >= 0x300 && code < 0x370))
			break;
		if (code == '/' && pl_utf8_next(text, &(size_t){next}) == ' ')
			break;
		last = code;
		at = next;
	}
	return at;
}

/* Where a number that begins at `at` ends: 1,100 £5m 16% 2007/08 1st 20mph 2017-2022. */
static size_t number_end(struct pl_str text, size_t at)
{
	while (at < text.len) {
		size_t next = at;
		uint32_t code = pl_utf8_next(text, &next);
		enum char_kind kind = kind_of(code), after = kind_of(peek(text, next));

		if (kind == DIGIT || kind == LETTER || kind == CURRENCY || code == '%' || code == '+')
			at = next;
		else if ((code == ',' || code == '.' || code == '/' || code == ':' || is_hyphen(code)) &&
		         after == DIGIT)
			at = next;
		else if ((is_hyphen(code) || is_apostrophe(code)) && after == LETTER)
			at = next;
		else
			break;
	}
	return at;
}

static void set_letters(struct pl_word *word, struct pl_str written)
{
	uint32_t capitals = 0;

	for (size_t at = 0; at < written.len;) {
		bool first = at == 0;
		uint32_t code = pl_utf8_next(written, &at);

		capitals += pl_utf8_is_upper(code);
		if (first && pl_utf8_is_upper(code))
			word->flags |= PL_WORD_CAPITAL;
	}
	if (capitals > 1)
		word->flags |= PL_WORD_ACRONYM;
}

/* Without the possessive: "Council's" is looked up as "council", "members'" has lost its mark already. */
static struct pl_str without_possessive(struct pl_str written)
{
	if (pl_str_ends(written, PL_STR("'s")) && written.len > 2)
		return pl_str_sub(written, 0, written.len - 2);
	if (pl_str_ends(written, PL_STR("\xE2\x80\x99s")) && written.len > 4)
		return pl_str_sub(written, 0, written.len - 4);
	return written;
}

static void add_looked_up(struct pl_draft *draft, size_t begin, size_t end)
{
	struct pl_str written = pl_str_sub(draft->value, begin, end);
	struct pl_word *word = add_word(draft, begin, end);
	const struct pl_vocabulary_entry *entry;

	if (!word)
		return;
	entry = pl_vocabulary_word(draft->vocabulary, without_possessive(written));
	draft->entries[draft->count - 1] = entry;
	word->stem = entry->stem;
	set_letters(word, written);
}

/* 6,000 and 6000 are one number. */
static uint32_t number_stem(struct pl_draft *draft, struct pl_str written)
{
	char digits[24];
	size_t length = 0;

	for (size_t i = 0; i < written.len && length < sizeof digits; i++)
		if (written.ptr[i] != ',')
			digits[length++] = written.ptr[i];
	return pl_vocabulary_word(draft->vocabulary, length < sizeof digits ? (struct pl_str){digits, length} : written)
	        ->stem;
}

static void add_number(struct pl_draft *draft, size_t begin, size_t end)
{
	struct pl_word *word = add_word(draft, begin, end);

	if (!word)
		return;
	word->tag = PL_TAG_NUMBER;
	word->stem = number_stem(draft, pl_str_sub(draft->value, begin, end));
}

static void add_mark(struct pl_draft *draft, size_t begin, size_t end)
{
	struct pl_word *word = add_word(draft, begin, end);

	if (!word)
		return;
	word->tag = PL_TAG_MARK;
	if (draft->value.ptr[begin] == '&' || draft->value.ptr[begin] == '+')
		word->tag = PL_TAG_AND;
}

void pl_text_split(struct pl_draft *draft)
{
	struct pl_str text = draft->value;
	bool gap = true;

	for (size_t at = 0; at < text.len && !draft->cut;) {
		size_t begin = at;
		uint32_t code = pl_utf8_next(text, &at);
		enum char_kind kind = kind_of(code);
		uint32_t count = draft->count;

		if (kind == LETTER) {
			at = word_end(text, begin);
			add_looked_up(draft, begin, at);
		} else if (kind == DIGIT || (kind == CURRENCY && kind_of(peek(text, at)) == DIGIT)) {
			at = number_end(text, kind == DIGIT ? begin : at);
			add_number(draft, begin, at);
		} else if (kind != SPACE) {
			add_mark(draft, begin, at);
		}
		if (gap && draft->count > count)
			draft->words[count].flags |= PL_WORD_GAP;
		gap = kind == SPACE;
	}
}
