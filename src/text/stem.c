/* Snowball's English stemmer: takes a word's endings off, step by step. */
#include "text/stem.h"

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* A word at work. A y that stands for a consonant is in upper case until the end. */
struct stem {
	char *text;
	size_t len;
	size_t first, second; /* where R1 and R2 begin: an ending is taken off only where it lies behind them */
};

/* ---- letters ---- */

static bool is_one_of(char c, const char *letters) { return c && strchr(letters, c); }

static bool is_vowel(char c)
{
	static const uint32_t vowels = 1u << ('a' - 'a') | 1u << ('e' - 'a') | 1u << ('i' - 'a') | 1u << ('o' - 'a') |
	                               1u << ('u' - 'a') | 1u << ('y' - 'a');

	return c >= 'a' && c <= 'z' && (vowels >> (c - 'a') & 1);
}

static bool goes_on(char byte) { return ((unsigned char)byte & 0xC0) == 0x80; }

/* Where the character before `at` begins; `at` itself at the beginning. */
static size_t before(const struct stem *stem, size_t at)
{
	size_t begin = at;

	while (begin && goes_on(stem->text[--begin]))
		;
	return begin;
}

static bool has_vowel(const struct stem *stem, size_t until)
{
	for (size_t i = 0; i < until; i++)
		if (is_vowel(stem->text[i]))
			return true;
	return false;
}

/* A vowel between two consonants, the last of which is no w, x or y; or a vowel and a consonant and nothing else. */
static bool ends_short(const struct stem *stem, size_t end)
{
	size_t last = before(stem, end);

	if (last == 0 || is_vowel(stem->text[last]) || !is_vowel(stem->text[last - 1]))
		return false;
	return last == 1 || (!is_one_of(stem->text[last], "wxY") && !is_vowel(stem->text[last - 2]));
}

/* ---- endings ---- */

static bool ends(const struct stem *stem, const char *ending)
{
	size_t len = strlen(ending);

	return stem->len >= len && memcmp(stem->text + stem->len - len, ending, len) == 0;
}

static void replace(struct stem *stem, size_t cut, const char *by)
{
	size_t len = strlen(by);

	memcpy(stem->text + stem->len - cut, by, len);
	stem->len += len - cut;
}

struct ending {
	uint8_t len;
	char text[8], by[5];
	const char *behind; /* one of these letters has to stand before it; NULL: anything may */
	bool in_second;     /* it has to lie in R2 */
};

#define ENDING(ending) .len = sizeof(ending) - 1, .text = ending

/* Endings of a step, the longer ones first, and the letters that they end with: most words end otherwise. */
struct endings {
	const char *last;
	const struct ending *table;
};

/* The longest that the word has. */
static const struct ending *find(const struct stem *stem, const struct endings *endings)
{
	const char *end = stem->text + stem->len;
	const struct ending *table = endings->table;

	if (!stem->len || !is_one_of(end[-1], endings->last))
		return NULL;
	for (; table->len; table++)
		if (table->len <= stem->len && table->text[table->len - 1] == end[-1] &&
		    memcmp(end - table->len, table->text, table->len) == 0)
			return table;
	return NULL;
}

/* Replaces the longest ending, if it lies in the region from `begin` on. */
static void replace_in(struct stem *stem, size_t begin, const struct endings *endings)
{
	const struct ending *ending = find(stem, endings);
	size_t len = ending ? ending->len : 0, at = stem->len - len;

	if (!ending || at < begin || (ending->in_second && at < stem->second))
		return;
	if (!ending->behind || (at && is_one_of(stem->text[at - 1], ending->behind)))
		replace(stem, len, ending->by);
}

/* ---- the steps, with Snowball's numbers ---- */

static void mark_consonants(struct stem *stem)
{
	if (stem->text[0] == 'y')
		stem->text[0] = 'Y';
	for (size_t i = 1; i < stem->len; i++)
		if (stem->text[i] == 'y' && is_vowel(stem->text[i - 1]))
			stem->text[i] = 'Y';
}

/* Behind the first consonant that follows a vowel. */
static size_t region(const struct stem *stem, size_t at)
{
	while (at < stem->len && !is_vowel(stem->text[at]))
		at++;
	while (at < stem->len && is_vowel(stem->text[at]))
		at++;
	if (at < stem->len)
		at++;
	while (at < stem->len && goes_on(stem->text[at]))
		at++;
	return at;
}

static void mark_regions(struct stem *stem)
{
	static const char *const whole[] = {"gener", "commun", "arsen"};
	struct pl_str text = {stem->text, stem->len};

	stem->first = region(stem, 0);
	for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
		if (pl_str_starts(text, pl_str_of(whole[i])))
			stem->first = strlen(whole[i]);
	stem->second = region(stem, stem->first);
}

/* 1a, first part */
static void cut_possessive(struct stem *stem)
{
	static const struct ending table[] = {{ENDING("'s'")}, {ENDING("'s")}, {ENDING("'")}, {ENDING("")}};

	replace_in(stem, 0, &(struct endings){"'s", table});
}

/* 1a */
static void cut_s(struct stem *stem)
{
	if (ends(stem, "sses"))
		replace(stem, 2, "");
	else if (ends(stem, "ied") || ends(stem, "ies"))
		replace(stem, before(stem, stem->len - 3) > 0 ? 2 : 1, "");
	else if (ends(stem, "s") && !ends(stem, "us") && !ends(stem, "ss") &&
	         has_vowel(stem, before(stem, stem->len - 1)))
		stem->len--;
}

static bool ends_double(const struct stem *stem)
{
	size_t len = stem->len;

	return len > 1 && stem->text[len - 1] == stem->text[len - 2] && is_one_of(stem->text[len - 1], "bdfgmnprt");
}

/* 1b: what is left of "hoped", "planned", "created" */
static void mend(struct stem *stem)
{
	if (ends(stem, "at") || ends(stem, "bl") || ends(stem, "iz"))
		replace(stem, 0, "e");
	else if (ends_double(stem))
		stem->len--;
	else if (stem->len == stem->first && ends_short(stem, stem->len))
		replace(stem, 0, "e");
}

/* 1b */
static void cut_ed_and_ing(struct stem *stem)
{
	static const struct ending table[] = {{ENDING("eedly"), .by = "ee"},
	                                      {ENDING("ingly")},
	                                      {ENDING("edly")},
	                                      {ENDING("eed"), .by = "ee"},
	                                      {ENDING("ing")},
	                                      {ENDING("ed")},
	                                      {ENDING("")}};
	const struct ending *ending = find(stem, &(struct endings){"ydg", table});
	size_t len = ending ? ending->len : 0, at = stem->len - len;

	if (!ending)
		return;
	if (ending->by[0]) {
		if (at >= stem->first)
			replace(stem, len, ending->by);
	} else if (has_vowel(stem, at)) {
		stem->len = at;
		mend(stem);
	}
}

/* 1c */
static void change_y(struct stem *stem)
{
	size_t last = stem->len - 1, consonant;

	if (stem->len == 0 || !is_one_of(stem->text[last], "yY"))
		return;
	consonant = before(stem, last);
	if (consonant > 0 && !is_vowel(stem->text[consonant]))
		stem->text[last] = 'i';
}

static const struct ending step_2[] = {
        {ENDING("ization"), .by = "ize"},
        {ENDING("ational"), .by = "ate"},
        {ENDING("fulness"), .by = "ful"},
        {ENDING("ousness"), .by = "ous"},
        {ENDING("iveness"), .by = "ive"},
        {ENDING("tional"), .by = "tion"},
        {ENDING("lessli"), .by = "less"},
        {ENDING("biliti"), .by = "ble"},
        {ENDING("entli"), .by = "ent"},
        {ENDING("ation"), .by = "ate"},
        {ENDING("alism"), .by = "al"},
        {ENDING("aliti"), .by = "al"},
        {ENDING("ousli"), .by = "ous"},
        {ENDING("iviti"), .by = "ive"},
        {ENDING("fulli"), .by = "ful"},
        {ENDING("enci"), .by = "ence"},
        {ENDING("anci"), .by = "ance"},
        {ENDING("abli"), .by = "able"},
        {ENDING("izer"), .by = "ize"},
        {ENDING("ator"), .by = "ate"},
        {ENDING("alli"), .by = "al"},
        {ENDING("bli"), .by = "ble"},
        {ENDING("ogi"), .by = "og", .behind = "l"},
        {ENDING("li"), .behind = "cdeghkmnrt"},
        {ENDING("")},
};

static const struct ending step_3[] = {
        {ENDING("ational"), .by = "ate"},
        {ENDING("tional"), .by = "tion"},
        {ENDING("alize"), .by = "al"},
        {ENDING("icate"), .by = "ic"},
        {ENDING("iciti"), .by = "ic"},
        {ENDING("ative"), .in_second = true},
        {ENDING("ical"), .by = "ic"},
        {ENDING("ness")},
        {ENDING("ful")},
        {ENDING("")},
};

static const struct ending step_4[] = {
        {ENDING("ement")}, {ENDING("ance")}, {ENDING("ence")}, {ENDING("able")}, {ENDING("ible")},
        {ENDING("ment")},  {ENDING("ant")},  {ENDING("ent")},  {ENDING("ism")},  {ENDING("ate")},
        {ENDING("iti")},   {ENDING("ous")},  {ENDING("ive")},  {ENDING("ize")},  {ENDING("ion"), .behind = "st"},
        {ENDING("al")},    {ENDING("er")},   {ENDING("ic")},   {ENDING("")},
};

/* 5 */
static void cut_e_and_l(struct stem *stem)
{
	size_t at = stem->len - 1;

	if (ends(stem, "e") && (at >= stem->second || (at >= stem->first && !ends_short(stem, at))))
		stem->len--;
	else if (ends(stem, "ll") && at >= stem->second)
		stem->len--;
}

/* ---- words that go their own way ---- */

struct exception {
	char word[8], stem[8];
};

static const struct exception exceptions[] = {
        {"skis", "ski"},      {"skies", "sky"},    {"dying", "die"},   {"lying", "lie"},   {"tying", "tie"},
        {"idly", "idl"},      {"gently", "gentl"}, {"ugly", "ugli"},   {"early", "earli"}, {"only", "onli"},
        {"singly", "singl"},  {"sky", "sky"},      {"news", "news"},   {"howe", "howe"},   {"atlas", "atlas"},
        {"cosmos", "cosmos"}, {"bias", "bias"},    {"andes", "andes"}, {"", ""},
};

/* Without their s, if they had one. */
static const struct exception finished[] = {
        {"inning", ""},  {"outing", ""}, {"canning", ""}, {"herring", ""}, {"earring", ""},
        {"proceed", ""}, {"exceed", ""}, {"succeed", ""}, {"", ""},
};

static const struct exception *find_whole(struct pl_str word, const struct exception *table)
{
	for (; table->word[0]; table++)
		if (table->word[0] == word.ptr[0] && pl_str_equal(word, pl_str_of(table->word)))
			return table;
	return NULL;
}

static size_t characters(struct pl_str word)
{
	size_t count = 0;

	for (size_t i = 0; i < word.len; i++)
		count += !goes_on(word.ptr[i]);
	return count;
}

/* Numbers have nothing to take off. */
static bool has_letters(struct pl_str word)
{
	for (size_t i = 0; i < word.len; i++)
		if ((word.ptr[i] >= 'a' && word.ptr[i] <= 'z') || word.ptr[i] == '\'' || word.ptr[i] == 'Y')
			return true;
	return false;
}

struct pl_str pl_stem(struct pl_str word, char room[PL_STEM_LONGEST])
{
	const struct exception *exception = word.len ? find_whole(word, exceptions) : NULL;
	size_t quote = word.len && word.ptr[0] == '\'';
	struct stem stem = {.text = room, .len = word.len - quote};

	if (exception)
		return pl_str_of(exception->stem);
	if (word.len > PL_STEM_LONGEST || !has_letters(word) || characters(word) < 3)
		return word;
	memcpy(room, word.ptr + quote, stem.len);
	mark_consonants(&stem);
	mark_regions(&stem);
	cut_possessive(&stem);
	cut_s(&stem);
	if (!find_whole((struct pl_str){room, stem.len}, finished)) {
		cut_ed_and_ing(&stem);
		change_y(&stem);
		replace_in(&stem, stem.first, &(struct endings){"nlsimr", step_2});
		replace_in(&stem, stem.first, &(struct endings){"leis", step_3});
		replace_in(&stem, stem.second, &(struct endings){"temisnlrc", step_4});
		cut_e_and_l(&stem);
	}
	for (size_t i = 0; i < stem.len; i++)
		if (room[i] == 'Y')
			room[i] = 'y';
	return (struct pl_str){room, stem.len};
}
