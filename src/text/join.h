/*
 * Finds the sets among many that are alike, without comparing every pair: an exact similarity join.
 *
 * Equal sets are one by hashing. Of the distinct ones a prefix of the rarest tokens is indexed: two sets at or above the
 * threshold share a token in their prefixes (Chaudhuri et al. 2006, Bayardo et al. 2007, with weights), so only those
 * that do are compared.
 */
#ifndef PL_TEXT_JOIN_H
#define PL_TEXT_JOIN_H

#include "text/similar.h"

struct pl_joined {
	const struct pl_token_set *const *sets;
	const uint32_t *keys; /* equal sets with different keys stay apart; NULL: all equal */
	uint32_t count;
	double threshold; /* above 0, at most 1 */
	uint64_t steps;   /* comparisons allowed */
	/* Is the pair alike after all? Called for pairs at or above the threshold whose sets or keys differ; NULL: yes. */
	bool (*same)(void *data, uint32_t a, uint32_t b, double similarity);
	void *data;
};

/* Writes to group[i] the smallest index that i is joined with (itself where with none), through others if need be.
 * False where the steps did not suffice: then groups may be missing, none is wrong. */
bool pl_join(struct pl_arena *arena, const struct pl_joined *joined, uint32_t *group);

#endif
