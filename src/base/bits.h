/* Sets of up to 64 things as the bits of a number. */
#ifndef PL_BASE_BITS_H
#define PL_BASE_BITS_H

#include <stdint.h>

/* How many are set: counted in pairs of bits, in fours, in bytes, and the bytes summed in the highest. */
static inline uint32_t pl_bits_count(uint64_t bits)
{
	bits -= bits >> 1 & UINT64_C(0x5555555555555555);
	bits = (bits & UINT64_C(0x3333333333333333)) + (bits >> 2 & UINT64_C(0x3333333333333333));
	bits = (bits + (bits >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F);
	return (uint32_t)(bits * UINT64_C(0x0101010101010101) >> 56);
}

#endif
