/* What the bytes of a text show before it is read. */
#ifndef PL_TEXT_MARK_H
#define PL_TEXT_MARK_H

#include <planlint/rule.h>

/* Bits of enum pl_mark. */
unsigned pl_text_marks(struct pl_str text);

#endif
