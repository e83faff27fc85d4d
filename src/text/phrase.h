/* Fixed phrases, many at a time: what stands behind pl_phrases_compile and pl_phrases_find of rule.h. */
#ifndef PL_TEXT_PHRASE_H
#define PL_TEXT_PHRASE_H

#include "base/arena.h"

#include <planlint/rule.h>

/* The lists are borrowed. `older`: the set that was made before; NULL. */
const struct pl_phrases *pl_phrases_make(struct pl_arena *arena, const struct pl_phrases *older,
                                         const struct pl_str *lists, size_t count);

/* In which of `newest` and all older sets a phrase begins with the word: a bit for each. Bits of sets that are newer
 * are set too. */
uint32_t pl_phrases_begun_by(const struct pl_phrases *newest, struct pl_str word);

#endif
