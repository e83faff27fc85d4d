/*
 * Tokens of a text in 32 bits each, as planlint/corpus.h has them: a number and flags, from which its weight follows.
 */
#ifndef PL_TEXT_PACKED_H
#define PL_TEXT_PACKED_H

#include "text/similar.h"

#include <planlint/corpus.h>

/* Numbers below this are days (month * 100 + day); a stem's number is its own and this. */
enum { PL_PACKED_DAYS = 2048 };

/* In the order of their numbers, each once. */
struct pl_packed {
	const uint32_t *tokens;
	uint32_t count, weight; /* weight: of all together */
};

static inline uint32_t pl_packed_number(uint32_t token) { return token >> PL_TOKEN_SHIFT; }

static inline uint32_t pl_packed_weight(uint32_t token)
{
	if (pl_packed_number(token) < PL_PACKED_DAYS)
		return 4;
	return token & (PL_TOKEN_NUMBER | PL_TOKEN_NAME) ? 2 : 1;
}

/* Weight in both. */
uint32_t pl_packed_shared(const struct pl_packed *a, const struct pl_packed *b);

/* As pl_tokens_similarity and pl_tokens_tell_apart. */
double pl_packed_similarity(const struct pl_packed *a, const struct pl_packed *b);
bool pl_packed_tell_apart(const struct pl_packed *a, const struct pl_packed *b);

#endif
