/* UTF-8 as planlint needs it: stepping, width on a terminal, case folding. The only file that includes utf8proc. */
#ifndef PL_BASE_UTF8_H
#define PL_BASE_UTF8_H

#include "base/arena.h"

uint32_t pl_utf8_next_wide(struct pl_str text, size_t *at); /* pl_utf8_next where it is no ASCII */
int pl_utf8_width_wide(uint32_t code);                      /* pl_utf8_width where it is none */

/* The code point at `*at` (bytes), and `*at` moved behind it. Bytes that are no UTF-8 give U+FFFD, one byte each. */
static inline uint32_t pl_utf8_next(struct pl_str text, size_t *at)
{
	unsigned char byte = (unsigned char)text.ptr[*at];

	if (byte >= 0x80)
		return pl_utf8_next_wide(text, at);
	++*at;
	return byte;
}

/* Bytes of UTF-8 for a code point: 1 to 4 into `out`; U+FFFD for what is none. */
size_t pl_utf8_put(uint32_t code, char out[4]);

/* The first byte that is not UTF-8 (surrogates and over-long forms are not), or text.len. */
size_t pl_utf8_check(struct pl_str text);

/* Columns: 0 for combining and control, 2 for wide and emoji. */
static inline int pl_utf8_width(uint32_t code) { return code < 0x7F ? code >= 0x20 : pl_utf8_width_wide(code); }

bool pl_utf8_is_letter(uint32_t code);
bool pl_utf8_is_upper(uint32_t code);

/* Case folded (full folding of U+0130 and the like is not needed: simple folding), curly quotes made straight. */
struct pl_str pl_utf8_fold(struct pl_arena *arena, struct pl_str text);

/* The same without white space at the ends, and with one blank for what is within. */
struct pl_str pl_utf8_fold_words(struct pl_arena *arena, struct pl_str text);

#endif
