/* Stems, held against libstemmer: what was written by hand must not differ in a single word. */
#include "text/stem.h"

#include "base/str.h"

#include <libstemmer.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static struct sb_stemmer *snowball;

static int open_snowball(void **state)
{
	(void)state;
	snowball = sb_stemmer_new("english", "UTF_8");
	return snowball ? 0 : -1;
}

static int close_snowball(void **state)
{
	(void)state;
	sb_stemmer_delete(snowball);
	return 0;
}

static void hold(const char *word)
{
	char room[PL_STEM_LONGEST];
	struct pl_str stem = pl_stem(pl_str_of(word), room);
	const char *expected = (const char *)sb_stemmer_stem(snowball, (const sb_symbol *)word, (int)strlen(word));
	size_t len = (size_t)sb_stemmer_length(snowball);

	if (!pl_str_equal(stem, (struct pl_str){expected, len}))
		fail_msg("%s: %.*s is not %.*s", word, PL_STR_ARG(stem), (int)len, expected);
}

static const char *const endings[] = {
        "",          "s",       "es",      "ies",   "ied",   "sses",    "us",       "ss",       "ed",
        "edly",      "ing",     "ingly",   "eed",   "eedly", "y",       "e",        "l",        "ll",
        "le",        "tional",  "enci",    "anci",  "abli",  "entli",   "izer",     "ize",      "ization",
        "ation",     "ator",    "alism",   "aliti", "alli",  "fulness", "ousli",    "ousness",  "ively",
        "iviti",     "iveness", "biliti",  "ably",  "ogy",   "logy",    "fulli",    "lessli",   "li",
        "ly",        "alize",   "icate",   "iciti", "ical",  "ful",     "ness",     "ative",    "al",
        "ance",      "ence",    "er",      "ic",    "able",  "ible",    "ant",      "ement",    "ment",
        "ent",       "ism",     "ate",     "iti",   "ity",   "ous",     "ive",      "sion",     "tion",
        "ion",       "'s",      "'",       "'s'",   "nned",  "ational", "ativeful", "\xc3\xa9", "\xc3\xa9s",
        "y\xc3\xa9", "ising",   "isation", "yed",   "oy",    "ality",
};

/* Letters put together in every way, a few at a time: vowels, consonants that double or stand for themselves only, a
 * quote, what is no ASCII. */
static void every_short_word(void **state)
{
	static const char *const letters[] = {"a", "e", "i", "o", "y", "b", "d",
	                                      "l", "s", "t", "w", "x", "'", "\xc3\xa9"};
	enum { COUNT = sizeof letters / sizeof *letters, LONGEST = 4 };

	(void)state;
	for (size_t len = 0, many = 1; len <= LONGEST; len++, many *= COUNT)
		for (size_t number = 0; number < many; number++) {
			char word[4 * LONGEST] = "";
			size_t rest = number;

			for (size_t i = 0; i < len; i++, rest /= COUNT)
				strcat(word, letters[rest % COUNT]);
			hold(word);
		}
}

static void every_ending(void **state)
{
	static const char *const begins[] = {"",
	                                     "a",
	                                     "b",
	                                     "y",
	                                     "ab",
	                                     "ba",
	                                     "hop",
	                                     "plan",
	                                     "gener",
	                                     "commun",
	                                     "arsen",
	                                     "creat",
	                                     "troubl",
	                                     "fall",
	                                     "agre",
	                                     "nation",
	                                     "rel",
	                                     "say",
	                                     "cri",
	                                     "d",
	                                     "tie",
	                                     "beaut",
	                                     "control",
	                                     "bow",
	                                     "fix",
	                                     "enjoy",
	                                     "youth",
	                                     "'cause",
	                                     "caf\xc3\xa9",
	                                     "\xc3\xa9",
	                                     "\xc3\xa9t\xc3\xa9",
	                                     "sensit",
	                                     "psycho",
	                                     "oper"};

	(void)state;
	for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
		for (size_t j = 0; j < sizeof endings / sizeof *endings; j++)
			for (size_t k = 0; k < sizeof endings / sizeof *endings; k++) {
				char word[64];

				snprintf(word, sizeof word, "%s%s%s", begins[i], endings[j], endings[k]);
				hold(word);
			}
}

static void exceptions(void **state)
{
	static const char *const words[] = {"skis",    "skies",    "dying",     "lying",     "tying",      "idly",
	                                    "gently",  "ugly",     "early",     "only",      "singly",     "sky",
	                                    "news",    "howe",     "atlas",     "cosmos",    "bias",       "andes",
	                                    "inning",  "innings",  "outings",   "canning",   "cannings",   "herrings",
	                                    "earring", "proceeds", "exceeds",   "succeed",   "proceeding", "newses",
	                                    "atlases", "arsenic",  "communism", "generously"};

	(void)state;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		hold(words[i]);
}

/* Words of the lexicon, with every ending. */
static void words_of_the_lexicon(void **state)
{
	static const char *const words[] = {
#define PL_NOUN(lemma, kinds) lemma,
#include "text/lexicon/nouns.def"
#undef PL_NOUN
#define PL_VERB(lemma, kinds) lemma,
#include "text/lexicon/verbs.def"
#undef PL_VERB
#define PL_OTHER(word, tag, kinds) word,
#include "text/lexicon/others.def"
#undef PL_OTHER
	};

	(void)state;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		for (size_t j = 0; j < sizeof endings / sizeof *endings; j++) {
			char word[64];

			snprintf(word, sizeof word, "%s%s", words[i], endings[j]);
			hold(word);
		}
}

static void what_is_no_word(void **state)
{
	char longest[PL_STEM_LONGEST + 2], room[PL_STEM_LONGEST];

	(void)state;
	memset(longest, 'a', sizeof longest);
	memcpy(longest + PL_STEM_LONGEST - 2, "ing", 3);
	assert_int_equal(pl_stem((struct pl_str){longest, PL_STEM_LONGEST + 1}, room).len, PL_STEM_LONGEST + 1);
	assert_int_equal(pl_stem((struct pl_str){longest + 1, PL_STEM_LONGEST}, room).len, PL_STEM_LONGEST - 3);
	assert_int_equal(pl_stem((struct pl_str){0}, room).len, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(every_short_word),     cmocka_unit_test(every_ending),    cmocka_unit_test(exceptions),
	        cmocka_unit_test(words_of_the_lexicon), cmocka_unit_test(what_is_no_word),
	};

	return cmocka_run_group_tests(tests, open_snowball, close_snowball);
}
