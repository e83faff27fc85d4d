/* Compares texts by their packed tokens. */
#include "text/packed.h"

uint32_t pl_packed_shared(const struct pl_packed *a, const struct pl_packed *b)
{
	uint32_t shared = 0, i = 0, k = 0;

	while (i < a->count && k < b->count) {
		uint32_t x = pl_packed_number(a->tokens[i]), y = pl_packed_number(b->tokens[k]);

		if (x == y) { /* a word may be a name here and a noun there */
			uint32_t left = pl_packed_weight(a->tokens[i]), right = pl_packed_weight(b->tokens[k]);

			shared += left < right ? left : right;
		}
		i += x <= y;
		k += y <= x;
	}
	return shared;
}

double pl_packed_similarity(const struct pl_packed *a, const struct pl_packed *b)
{
	uint32_t shared = pl_packed_shared(a, b);

	return shared ? (double)shared / (double)(a->weight + b->weight - shared) : 0;
}

/* Flags of all tokens that are in `a` and not in `b`. */
static uint32_t missing_from(const struct pl_packed *a, const struct pl_packed *b)
{
	uint32_t missing = 0;

	for (uint32_t i = 0, k = 0; i < a->count; i++) {
		while (k < b->count && pl_packed_number(b->tokens[k]) < pl_packed_number(a->tokens[i]))
			k++;
		if (k == b->count || pl_packed_number(b->tokens[k]) != pl_packed_number(a->tokens[i]))
			missing |= a->tokens[i] & PL_TOKEN_FLAGS;
	}
	return missing;
}

bool pl_packed_tell_apart(const struct pl_packed *a, const struct pl_packed *b)
{
	uint32_t left = missing_from(a, b), right = missing_from(b, a);

	return (left & right & (PL_TOKEN_NUMBER | PL_TOKEN_NAME | PL_TOKEN_SPECIFIC)) ||
	       ((left | right) & PL_TOKEN_STAGE);
}
