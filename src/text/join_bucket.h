/* What the files of the similarity join share: join.c makes the sets ready, join_bucket.c finds those alike among many,
 * join_pairs.c among few. */
#ifndef PL_TEXT_JOIN_BUCKET_H
#define PL_TEXT_JOIN_BUCKET_H

#include "text/join.h"

struct pl_join_item {
	uint32_t rank : 28, weight : 4; /* rank: 0 for the rarest token */
};

/* A distinct set. */
struct pl_join_set {
	const struct pl_join_item *items; /* by rank; behind the last a sentinel, whose rank is the number of ranks */
	uint32_t count, weight;
	uint32_t slack; /* the weight that may be missing from anything alike */
	uint32_t light; /* the same from anything alike that is not lighter */
	uint32_t index; /* among the sets given */
};

struct pl_join_level;

struct pl_join {
	const struct pl_packed_joined *in;
	struct pl_arena *arena;
	uint32_t *group;
	struct pl_join_set *sets;
	uint32_t set_count, rank_count;
	uint32_t *needed;              /* by the weight of two sets together: what they must share */
	struct pl_join_tally *tallies; /* by rank; all zero between uses */
	uint64_t steps, told;          /* taken; and when they come to so many, the watcher is told again */
	const struct pl_join_level *top;
	uint32_t done, total; /* of what the top level holds */
};

/* Which group an index is in; and makes the groups of two indices one, named by the smallest index of them. */
uint32_t pl_join_root(uint32_t *group, uint32_t i);
void pl_join_unite(uint32_t *group, uint32_t a, uint32_t b);

/* Unites all that are alike, as far as the steps go. */
void pl_join_buckets(struct pl_join *join);

/* The same, without the items of the sets. */
void pl_join_pairs(struct pl_join *join);

#endif
