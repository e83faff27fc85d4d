/* What a text says apart from dates and from its being done: the words by which it is known again. */
#ifndef PL_TEXT_WORDING_H
#define PL_TEXT_WORDING_H

#include "base/arena.h"

#include <planlint/text.h>

/* The next such word from `at` on that has none of the flags `without`; `word_count` for none. */
uint32_t pl_wording_next(const struct pl_reading *reading, uint32_t at, unsigned without);

/* The same words in the same order, at least one. */
bool pl_wording_equal(const struct pl_reading *a, const struct pl_reading *b, unsigned without);

/* Texts are equal where their keys are; empty where no such word is left. */
struct pl_str pl_wording_key(struct pl_arena *arena, const struct pl_reading *reading, unsigned without);

/* The pl_similarity from which two texts say the same, word for word but for dates. */
#define PL_WORDING_SAME 0.9

/* Does each tell a turn (first, third, 11th) that the other does not? */
bool pl_wording_turns_differ(const struct pl_reading *a, const struct pl_reading *b);

#endif
