/*
 * What the lists say of a form of a word, by the rules of English spelling. The program does not ask this: make.c asks
 * it once of all forms that there are, when the program is built, and the lexicon looks up the answers.
 */
#ifndef PL_TEXT_LEXICON_DERIVE_H
#define PL_TEXT_LEXICON_DERIVE_H

#include "text/lexicon.h"

/* `word` in lower case, as the British spell it. `*lemma`: of a form that no rule makes ("brought"); else NULL. */
struct pl_listed pl_derive(struct pl_str word, const char **lemma);

/* The lists, one after the other: false behind the last of one. */
enum pl_list {
	PL_LIST_NOUNS,
	PL_LIST_VERBS,
	PL_LIST_OTHERS,
	PL_LIST_CUES,
	PL_LIST_IRREGULAR,
	PL_LIST_NOMINALS,
	PL_LIST_PHRASES,
	PL_LISTS
};
const char *pl_derive_word(enum pl_list list, size_t index);

/* An entry of the list of phrases. */
struct pl_phrase pl_derive_phrase(size_t index);

/* The first entry out of order, or NULL: searching by halves needs order. */
const char *pl_derive_disorder(void);

#endif
