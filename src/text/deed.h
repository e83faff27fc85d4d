/* What two texts say is done, by the verbs of their first main clauses. */
#ifndef PL_TEXT_DEED_H
#define PL_TEXT_DEED_H

#include <planlint/text.h>

/* May the two be the same, by stem and kinds of each verb? Stem 0: the text has none. */
bool pl_deeds_are_one(uint32_t first, uint64_t kinds, uint32_t second, uint64_t others);

#endif
