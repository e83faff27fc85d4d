/* What the two halves of pl_step share: lists of words. */
#ifndef PL_TEXT_STEP_H
#define PL_TEXT_STEP_H

#include "text/lexicon.h"

#include <planlint/rule.h>

/* Words that say the same of a step. */
struct pl_step_words {
	uint64_t cue;             /* of single words */
	const char *const *terms; /* of several words each, NULL behind the last; NULL: none */
};

/* Is the word, or the term that begins there, one of these? */
bool pl_step_is_any(const struct pl_reading *reading, uint32_t word, const struct pl_step_words *words);

/* Does one of them stand among the words that count in [begin, end)? */
bool pl_step_has_any(const struct pl_reading *reading, uint32_t begin, uint32_t end, const struct pl_step_words *words);

#endif
