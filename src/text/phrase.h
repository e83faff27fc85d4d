/* Fixed phrases, many at a time: what stands behind pl_phrases_compile and pl_phrases_find of rule.h. */
#ifndef PL_TEXT_PHRASE_H
#define PL_TEXT_PHRASE_H

#include "base/arena.h"

#include <planlint/rule.h>

/* The lists are borrowed. */
const struct pl_phrases *pl_phrases_make(struct pl_arena *arena, const struct pl_str *lists, size_t count);

#endif
