/* Words, marks and numbers of a text, looked up in the vocabulary; terms of several words joined. */
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

static void split_words(struct pl_draft *draft)
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

/* ---- terms ---- */

static bool same_word(struct pl_str word, struct pl_str part, bool may_be_plural)
{
	if (pl_str_equal(word, part))
		return true;
	if (!may_be_plural || word.len <= part.len || word.ptr[word.len - 1] != 's')
		return false;
	if (word.len == part.len + 1)
		return pl_str_starts(word, part);
	return (word.len == part.len + 2 && pl_str_starts(word, part)) || /* process, processes; policy, policies */
	       (word.len == part.len + 2 && part.ptr[part.len - 1] == 'y' &&
	        pl_str_starts(word, pl_str_sub(part, 0, part.len - 1)));
}

static bool phrase_matches(const struct pl_draft *draft, uint32_t at, const struct pl_phrase *phrase)
{
	struct pl_str rest = pl_str_of(phrase->words), part;

	if (at + phrase->count > draft->count)
		return false;
	pl_str_split(&rest, ' ', &part);
	for (uint32_t i = at + 1; pl_str_split(&rest, ' ', &part); i++) {
		bool last = i + 1 == at + phrase->count;

		if (!draft->entries[i] || !same_word(draft->entries[i]->word, part, last && phrase->tag == PL_TAG_NOUN))
			return false;
	}
	return true;
}

/* The longest term that begins at the word; false for none. */
static bool find_phrase(const struct pl_draft *draft, uint32_t at, struct pl_phrase *longest)
{
	const struct pl_lexeme *lexeme = &draft->entries[at]->lexeme;

	longest->count = 0;
	if (at + 1 >= draft->count || !draft->entries[at + 1])
		return false;
	for (int way = 0; way < 2; way++)
		for (uint16_t i = lexeme->phrases[way][0]; i < lexeme->phrases[way][1]; i++) {
			struct pl_phrase phrase;

			if (!pl_lexicon_phrase_goes_on(i, draft->entries[at + 1]->word.ptr[0]))
				continue;
			phrase = pl_lexicon_phrase(i);

			if (way == 1 && phrase.tag != PL_TAG_VERB)
				continue;
			if (phrase.count > longest->count && phrase_matches(draft, at, &phrase))
				*longest = phrase;
		}
	/* of two that are as long the project's own word counts */
	for (uint32_t i = draft->entries[at]->own; i; i = draft->vocabulary->own.items[i - 1].before) {
		const struct pl_phrase *phrase = &draft->vocabulary->own.items[i - 1].phrase;

		if (phrase->count >= longest->count && phrase_matches(draft, at, phrase))
			*longest = *phrase;
	}
	return longest->count > 0;
}

static void join_terms(struct pl_draft *draft)
{
	for (uint32_t i = 0; i < draft->count; i++) {
		struct pl_phrase phrase;

		if (!draft->entries[i] || !find_phrase(draft, i, &phrase))
			continue;
		draft->words[i].length = phrase.count;
		draft->words[i].tag = phrase.tag;
		draft->words[i].kinds = phrase.kinds;
		draft->words[i].form =
		        draft->entries[i]->lexeme.is_verb ? draft->entries[i]->lexeme.form : PL_FORM_BASE;
		for (uint32_t k = 1; k < phrase.count; k++) {
			draft->words[i + k].length = 0;
			if (draft->entries[i + k]->lexeme.is_other)
				draft->words[i + k].tag = draft->entries[i + k]->lexeme.other_tag;
		}
		i += phrase.count - 1u;
	}
}

/* ---- numbers ---- */

static const char *const number_words[] = {"zero",    "nil",    "one",     "two",      "three",   "four",   "five",
                                           "six",     "seven",  "eight",   "nine",     "ten",     "eleven", "twelve",
                                           "fifteen", "twenty", "thirty",  "forty",    "fifty",   "sixty",  "seventy",
                                           "eighty",  "ninety", "hundred", "thousand", "million", "half",   "dozen"};

/* What a number behind it only names: "phase 2", "zone 27N". */
static const char *const labelled[] = {
        "phase",          "stage", "level",    "year",     "zone",      "lap",     "part",     "tier",   "section",
        "article",        "ward",  "item",     "appendix", "version",   "tranche", "step",     "grade",  "band",
        "unit",           "lot",   "priority", "theme",    "objective", "cohort",  "round",    "wave",   "indicator",
        "regulation",     "act",   "chapter",  "module",   "option",    "area",    "site",     "block",  "room",
        "road",           "route", "no",       "number",   "page",      "table",   "figure",   "strand", "quarter",
        "week",           "month", "day",      "term",     "group",     "class",   "category", "type",   "iso",
        "recommendation", "action"};

static const char *const time_units[] = {"day", "week", "month", "year", "hour", "minute"};

static bool is_one_of(struct pl_str word, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count && word.len; i++) /* nearly all differ in their first letter */
		if (list[i][0] == word.ptr[0] && pl_str_equal(word, pl_str_of(list[i])))
			return true;
	return false;
}

#define ONE_OF(word, list) is_one_of(word, list, sizeof(list) / sizeof((list)[0]))

/* Digits with a letter behind that is no unit: 27N, 1A. Ordinals too. */
static bool is_name_like(struct pl_str written)
{
	struct pl_str tail = written;

	while (tail.len && !pl_ascii_is_alpha(tail.ptr[0]))
		tail.ptr++, tail.len--;
	if (!tail.len)
		return false;
	return pl_str_equal_fold(tail, PL_STR("st")) || pl_str_equal_fold(tail, PL_STR("nd")) ||
	       pl_str_equal_fold(tail, PL_STR("rd")) || pl_str_equal_fold(tail, PL_STR("th")) ||
	       memchr(written.ptr, '-', written.len) ||
	       (tail.len == 1 && tail.ptr[0] >= 'A' && tail.ptr[0] <= 'Z' && tail.ptr[0] != 'M' && tail.ptr[0] != 'K');
}

/* 2027, 2017-2022: a year that is no date here names a plan or a cohort. */
static bool is_year(struct pl_str written)
{
	if (written.len != 4 && !(written.len > 5 && (written.ptr[4] == '-' || written.ptr[4] == '/')))
		return false;
	for (size_t i = 0; i < 4; i++)
		if (!pl_ascii_is_digit(written.ptr[i]))
			return false;
	return (written.ptr[0] == '1' && written.ptr[1] == '9') || (written.ptr[0] == '2' && written.ptr[1] == '0');
}

static bool names_what_is_before(const struct pl_draft *draft, uint32_t at)
{
	const struct pl_vocabulary_entry *before = at ? draft->entries[at - 1] : NULL;
	struct pl_str word;

	if (!before)
		return false;
	word = before->word;
	if (word.len > 1 && word.ptr[word.len - 1] == 's' && before->lexeme.is_plural)
		word.len--;
	return ONE_OF(word, labelled) || (at > 1 && (draft->words[at - 1].flags & PL_WORD_ACRONYM) && word.len < 5);
}

static bool counts_time(const struct pl_draft *draft, uint32_t at)
{
	return at + 1 < draft->count && draft->entries[at + 1] && ONE_OF(draft->entries[at + 1]->word, time_units);
}

/* "By a third", "a fifth of the stock"; not "the third sector", "a quarter" of the year. */
static bool is_fraction(const struct pl_draft *draft, uint32_t i)
{
	static const char *const fractions[] = {"third",  "thirds", "quarter", "quarters", "fifth",
	                                        "fifths", "sixth",  "tenth",   "tenths"};
	uint32_t next = i + 1;

	if (!ONE_OF(draft->entries[i]->word, fractions) || !i || !draft->entries[i - 1] ||
	    !(pl_str_equal(draft->entries[i - 1]->word, PL_STR("a")) ||
	      pl_str_equal(draft->entries[i - 1]->word, PL_STR("one")) ||
	      pl_str_equal(draft->entries[i - 1]->word, PL_STR("two"))))
		return false;
	return next >= draft->count || !draft->entries[next] || pl_str_equal(draft->entries[next]->word, PL_STR("of"));
}

/* "Five" and 5 are one number: the stem of the digits. */
static uint32_t digits_of(const struct pl_draft *draft, struct pl_str word)
{
	static const char *const first[] = {"zero",  "one",   "two",  "three", "four",   "five",  "six",
	                                    "seven", "eight", "nine", "ten",   "eleven", "twelve"};

	for (uint32_t i = 0; i < sizeof first / sizeof first[0]; i++)
		if (pl_str_equal(word, pl_str_of(first[i]))) {
			char digits[2] = {(char)('0' + i / 10), (char)('0' + i % 10)};

			return pl_vocabulary_word(draft->vocabulary,
			                          (struct pl_str){i < 10 ? digits + 1 : digits, i < 10 ? 1 : 2})
			        ->stem;
		}
	return pl_vocabulary_word(draft->vocabulary, word)->stem;
}

static void classify_numbers(struct pl_draft *draft)
{
	for (uint32_t i = 0; i < draft->count; i++) {
		struct pl_word *word = &draft->words[i];
		struct pl_str written = pl_str_sub(draft->value, word->begin, word->end);
		bool spelt = draft->entries[i] && word->length == 1 &&
		             (ONE_OF(draft->entries[i]->word, number_words) || is_fraction(draft, i));
		bool label;

		if (word->tag != PL_TAG_NUMBER && !spelt)
			continue;
		label = is_year(written) || is_name_like(written) || names_what_is_before(draft, i) ||
		        counts_time(draft, i);
		if (spelt && label)
			continue;
		word->tag = PL_TAG_NUMBER;
		if (spelt)
			word->stem = digits_of(draft, draft->entries[i]->word);
		draft->entries[i] = NULL;
		word->flags |= label ? PL_WORD_LABEL : PL_WORD_QUANTITY;
	}
}

void pl_text_split(struct pl_draft *draft)
{
	split_words(draft);
	join_terms(draft);
	classify_numbers(draft);
}
