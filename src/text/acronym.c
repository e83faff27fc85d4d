/* Finding acronyms in a text, and whether a text explains them. */
#include "base/str.h"

#include <planlint/text.h>

enum { MEANING_MAX = 200 }; /* bytes of a meaning in brackets */

static bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/* Letters with accents (U+00C0 to U+00FF) are letters; dashes and curly quotes are not. */
static bool in_word(struct pl_str text, size_t i)
{
	static const char latin = (char)0xC3;
	char c = text.ptr[i];
	return pl_ascii_is_alpha(c) || pl_ascii_is_digit(c) || c == '&' || c == latin ||
	       (i > 0 && text.ptr[i - 1] == latin);
}

static bool is_roman(struct pl_str letters)
{
	for (size_t i = 0; i < letters.len; i++) {
		if (!strchr("IVX", letters.ptr[i]))
			return false;
	}
	return true;
}

/* Capitals that are no acronym: emphasis, months, placeholders (their own rule), Roman numbers. */
static bool is_ordinary(struct pl_str letters)
{
	static const char *const words[] = {"ALL", "AND", "ANY",  "BOTH", "FOR", "FREE", "FROM", "MUST", "NEW", "NO",
	                                    "NOT", "OF",  "ONLY", "OR",   "THE", "TO",   "WILL", "WITH", "YES", "TBA",
	                                    "TBC", "TBD", "TODO", "JAN",  "FEB", "MAR",  "APR",  "MAY",  "JUN", "JUL",
	                                    "AUG", "SEP", "SEPT", "OCT",  "NOV", "DEC",  "KM",   "KG",   "FTE"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (pl_str_equal(pl_str_of(words[i]), letters))
			return true;
	}
	return is_roman(letters);
}

/* Two to six capitals, perhaps with an & among them: KA3, CO2 and Q4 are refs and units. */
static bool is_acronym(struct pl_str letters)
{
	size_t capitals = 0, others = 0;
	for (size_t i = 0; i < letters.len; i++) {
		capitals += is_upper(letters.ptr[i]);
		others += !is_upper(letters.ptr[i]) && letters.ptr[i] != '&';
	}
	return capitals >= 2 && capitals <= 6 && others == 0 && is_upper(letters.ptr[0]) && !is_ordinary(letters);
}

/* Does a word in [from, to) begin with `initial`, among at least two words? So the meaning is told from any remark. */
static bool is_meaning(struct pl_str text, size_t from, size_t to, char initial)
{
	size_t words = 0;
	bool begins = false;
	for (size_t i = from; i < to; i++) {
		if (!pl_ascii_is_alpha(text.ptr[i]) || (i > from && pl_ascii_is_alpha(text.ptr[i - 1])))
			continue;
		words++;
		begins |= pl_ascii_lower(text.ptr[i]) == pl_ascii_lower(initial);
	}
	return words >= 2 && begins;
}

/* Where the last few words before `at` begin: as many as the acronym has letters, and three small ones. */
static size_t few_words_before(struct pl_str text, size_t at, size_t words)
{
	while (at > 0 && words > 0) {
		while (at > 0 && !pl_ascii_is_alpha(text.ptr[at - 1]))
			at--;
		while (at > 0 && pl_ascii_is_alpha(text.ptr[at - 1]))
			at--;
		words--;
	}
	return at;
}

static bool explains(struct pl_str text, size_t begin, size_t end, size_t letters)
{
	bool round = begin > 0 && text.ptr[begin - 1] == '(' && end < text.len && text.ptr[end] == ')';
	bool square = begin > 0 && text.ptr[begin - 1] == '[' && end < text.len && text.ptr[end] == ']';
	if (round || square)
		return is_meaning(text, few_words_before(text, begin - 1, letters + 3), begin - 1, text.ptr[begin]);
	while (end < text.len && text.ptr[end] == ' ')
		end++;
	if (end == text.len || (text.ptr[end] != '(' && text.ptr[end] != '['))
		return false;
	size_t room = text.len - end < MEANING_MAX ? text.len - end : MEANING_MAX;
	const char *close = memchr(text.ptr + end, text.ptr[end] == '(' ? ')' : ']', room);
	return close && is_meaning(text, end + 1, (size_t)(close - text.ptr), text.ptr[begin]);
}

/* A text in capitals throughout says nothing about any of its words. */
static bool is_shouted(struct pl_str text)
{
	size_t capitals = 0, small = 0;
	for (size_t i = 0; i < text.len; i++) {
		capitals += is_upper(text.ptr[i]);
		small += text.ptr[i] >= 'a' && text.ptr[i] <= 'z';
	}
	return capitals > 12 && capitals > 2 * small;
}

/* Addresses and names of files: GOV.UK, a@B, X_Y. */
static bool is_part(struct pl_str text, size_t begin, size_t end)
{
	bool before = begin > 1 && strchr("._@", text.ptr[begin - 1]) && in_word(text, begin - 2);
	bool behind = end + 1 < text.len && strchr("._@", text.ptr[end]) && in_word(text, end + 1);
	return before || behind;
}

static bool read(struct pl_str text, size_t begin, size_t end, struct pl_acronym_use *use)
{
	struct pl_str letters = pl_str_sub(text, begin, end);
	if (letters.len > 2 && text.ptr[end - 1] == 's')
		letters.len--;
	if (!is_acronym(letters) || is_part(text, begin, end))
		return false;
	*use = (struct pl_acronym_use){(uint32_t)begin, (uint32_t)end, letters,
	                               explains(text, begin, end, letters.len)};
	return true;
}

/* Every acronym begins so, and nearly no text has it. */
static bool has_capitals(struct pl_str text, size_t from)
{
	for (size_t i = from; i + 1 < text.len; i++) {
		if (is_upper(text.ptr[i]) && (is_upper(text.ptr[i + 1]) || text.ptr[i + 1] == '&'))
			return true;
	}
	return false;
}

bool pl_acronym_next(struct pl_str text, uint32_t from, struct pl_acronym_use *use)
{
	size_t end;
	if (!has_capitals(text, from))
		return false;
	if (from == 0 && is_shouted(text)) /* once a text */
		return false;
	for (size_t begin = from; begin < text.len; begin = end) {
		for (end = begin; end < text.len && in_word(text, end); end++)
			;
		if (end > begin && read(text, begin, end, use))
			return true;
		end += end == begin;
	}
	return false;
}
