/* Noun phrases: "the first draft of the housing strategy and its annexes" as one, with the noun that says what it is.
 */
#ifndef PL_TEXT_NOUN_PHRASE_H
#define PL_TEXT_NOUN_PHRASE_H

#include "text/draft.h"

struct pl_noun_phrase {
	uint32_t head; /* of a list that of its first part, mostly; PL_NO_WORD for none */
	uint32_t begin, end;
};

/* The phrase that begins at `from`, with what is listed in it, up to the first preposition behind its head. */
struct pl_noun_phrase pl_draft_noun_phrase(const struct pl_draft *draft, uint32_t from, uint32_t end);

#endif
