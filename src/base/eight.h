/*
 * Eight bytes of a text at a time: for loops over words, each of which is of another length, so that a processor that
 * looks at byte after byte guesses wrong at the end of nearly every one.
 */
#ifndef PL_BASE_EIGHT_H
#define PL_BASE_EIGHT_H

#include <stddef.h>
#include <stdint.h>

enum { PL_EIGHT = sizeof(uint64_t) };

#define PL_EIGHT_EACH UINT64_C(0x0101010101010101)
#define PL_EIGHT_TOPS (PL_EIGHT_EACH * 0x80) /* what is answered of a byte stands in its highest bit */

/* The first byte lowest. Written out, so that compilers see one read. */
static inline uint64_t pl_eight(const char *bytes)
{
#define AT(i) ((uint64_t)(unsigned char)bytes[i] << 8 * (i))
	return AT(0) | AT(1) | AT(2) | AT(3) | AT(4) | AT(5) | AT(6) | AT(7);
#undef AT
}

/* Which are letters and digits of ASCII. */
static inline uint64_t pl_eight_alnum(uint64_t eight)
{
	uint64_t low = eight & ~PL_EIGHT_TOPS; /* adding to a byte that is below 0x80 carries into its top bit alone */
	uint64_t small = low | PL_EIGHT_EACH * 0x20;
	uint64_t letters = (small + PL_EIGHT_EACH * (0x80 - 'a')) & ~(small + PL_EIGHT_EACH * (0x7F - 'z'));
	uint64_t digits = (low + PL_EIGHT_EACH * (0x80 - '0')) & ~(low + PL_EIGHT_EACH * (0x7F - '9'));

	return (letters | digits) & ~eight & PL_EIGHT_TOPS;
}

/* Which byte is the first that an answer holds for; PL_EIGHT for none. */
static inline size_t pl_eight_first(uint64_t answer) { return answer ? (size_t)__builtin_ctzll(answer) / 8 : PL_EIGHT; }

#endif
