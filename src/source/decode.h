/* From the bytes on disk to clean UTF-8: UTF-16, bytes that are no UTF-8, characters that YAML forbids. */
#ifndef PL_SOURCE_DECODE_H
#define PL_SOURCE_DECODE_H

#include "source/source.h"

/* Sets text, mark, encoding, bad, bad_count, ascii and even. `owned` bytes may be changed in place; others are copied
 * before the first change. */
void pl_decode(struct pl_source *source, char *bytes, size_t size, bool owned);

#endif
