/* What the two halves of pl_step share: lists of words. */
#ifndef PL_TEXT_STEP_H
#define PL_TEXT_STEP_H

#include <planlint/rule.h>

/* Is the word one of these (the list ends with NULL)? */
bool pl_step_is_any(const struct pl_reading *reading, uint32_t word, const char *const *texts);

/* Does one of them stand among the words that count in [begin, end)? */
bool pl_step_has_any(const struct pl_reading *reading, uint32_t begin, uint32_t end, const char *const *texts);

#endif
