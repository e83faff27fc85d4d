/*
 * Finds the sets among many that are alike, without comparing every pair: an exact similarity join.
 *
 * Equal sets are one by hashing. The tokens of each distinct one are put in one order, rare ones first, and the sets
 * are sorted into buckets by the first tokens that a pair could share. How much of a set may stay unshared follows
 * from the threshold, so few tokens can be the first; a bucket that is still large is sorted again by the second, the
 * third, until comparing its pairs costs less. (Prefix filters of one token, as in Bayardo et al. 2007, degenerate
 * where plans share their vocabulary: the rarest word of most milestones stands in a hundred others.)
 */
#ifndef PL_TEXT_JOIN_H
#define PL_TEXT_JOIN_H

#include "text/packed.h"

struct pl_joined {
	const struct pl_token_set *const *sets;
	const uint32_t *keys; /* equal sets with different keys stay apart; NULL: all equal */
	uint32_t count;
	double threshold; /* above 0, at most 1 */
	uint64_t steps;   /* sets put into buckets and pairs looked at, allowed */
	/* Is the pair alike after all? Called with a < b, each the first of its equals, once at most for a pair at or
	 * above the threshold whose stems or keys differ; NULL: yes. */
	bool (*same)(void *data, uint32_t a, uint32_t b, double similarity);
	void *data;
};

/* Writes to group[i] the smallest index that i is joined with (itself where with none), through others if need be.
 * Sets of the same stems are equal, whatever their weights, and the first stands for all; empty sets are joined with
 * none. False where the steps did not suffice: then groups may be missing, none is wrong. */
bool pl_join(struct pl_arena *arena, const struct pl_joined *joined, uint32_t *group);

/* The same for tokens in 32 bits, asked for one set after the other. */
struct pl_packed_joined {
	struct pl_packed (*set)(const void *of, uint32_t i); /* no tokens: like nothing */
	const void *of;
	const uint32_t *keys;
	uint32_t count;
	double threshold;
	uint64_t steps;
	bool (*same)(void *data, uint32_t a, uint32_t b, double similarity);
	void *data;
	/* Told now and then how far it is, `done` of `total`; false ends it as if the steps did not suffice. NULL:
	 * nobody asks. */
	bool (*watch)(void *watcher, uint32_t done, uint32_t total);
	void *watcher;
};

bool pl_join_packed(struct pl_arena *arena, const struct pl_packed_joined *joined, uint32_t *group);

#endif
