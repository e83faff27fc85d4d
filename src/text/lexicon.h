/*
 * The lexicon: what English words of plans can stand for. Data in src/text/lexicon, in tables sorted by bytes and
 * searched by halves, so that starting costs nothing.
 */
#ifndef PL_TEXT_LEXICON_H
#define PL_TEXT_LEXICON_H

#include <planlint/text.h>

/* What is known of one form of a word, whatever it turns out to be in its place. */
struct pl_lexeme {
	uint64_t noun, verb, other; /* kinds as each */
	bool is_noun, is_verb, is_other;
	bool is_plural;
	const char *lemma; /* of a form that no rule makes ("brought"); else NULL */
	uint64_t nominal;  /* kinds of the verb that a noun like "development (of)" stands for */
	bool is_nominal;
	uint8_t other_tag;      /* enum pl_tag */
	uint8_t form;           /* enum pl_form as a verb */
	uint16_t phrases[2][2]; /* entries [from, to) of the phrase table that may begin here: as written, as verb */
};

/* `word` in lower case. What is in no list has all false. */
struct pl_lexeme pl_lexicon_look_up(struct pl_str word);

struct pl_phrase {
	const char *words; /* separated by single spaces */
	uint64_t kinds;
	uint8_t tag;
	uint8_t count; /* of words */
};

/* An entry of the phrase table. */
struct pl_phrase pl_lexicon_phrase(uint16_t index);

/* Does the phrase's second word begin with this byte? Most phrases that begin with a word are out by that. */
bool pl_lexicon_phrase_goes_on(uint16_t index, char with);

/* For the test that holds the tables sorted: 0 where every table is, else the first entry out of order. */
const char *pl_lexicon_disorder(void);

#endif
