/*
 * How alike two texts are: sets of content stems, with what tells two milestones apart (numbers, names) counted twice.
 *
 * Similarity is the weighted Jaccard coefficient, the weight in both over the weight in either. Dates do not count
 * unless they name a day ("21 Jan": a diary entry is its day), nor do words of completion: "draft strategy completed"
 * and "complete draft strategy" are one.
 */
#ifndef PL_TEXT_SIMILAR_H
#define PL_TEXT_SIMILAR_H

#include "text/read.h"

struct pl_token {
	uint32_t stem;  /* a stem number; days are numbered from PL_TOKEN_DAY */
	uint16_t word;  /* where it stands first */
	uint8_t weight; /* 1 or more */
	bool is_number : 1, is_name : 1;
	bool is_stage : 1;    /* begin, draft, consultation, approval: says which step it is */
	bool is_specific : 1; /* says what this milestone is about, rather than which step it is: a name, a number, a
	                         thing */
};

#define PL_TOKEN_DAY UINT32_C(0xC0000000)

/* Sorted by stem, each once. */
struct pl_token_set {
	struct pl_token *tokens;
	uint32_t count, weight;
	uint32_t specific; /* tokens that are; a day counts twice */
};

/* Of words alone: nothing is specific yet. */
struct pl_token_set pl_tokens_of(struct pl_arena *arena, const struct pl_reading *reading);

/* Tells what is specific; takes a reading with clauses, for asides say nothing of what a milestone is. Once. */
void pl_tokens_set_specific(struct pl_token_set *set, const struct pl_reading *reading);

/* Weight in both. */
uint32_t pl_tokens_shared(const struct pl_token_set *a, const struct pl_token_set *b);

/* Weighted Jaccard, 0 to 1, of sets that share so much weight; 0 where they share nothing. */
static inline double pl_tokens_jaccard(const struct pl_token_set *a, const struct pl_token_set *b, uint32_t shared)
{
	return shared ? (double)shared / (double)(a->weight + b->weight - shared) : 0;
}

/* The same; 0 where either set is empty. */
double pl_tokens_similarity(const struct pl_token_set *a, const struct pl_token_set *b);

/* How much of the smaller set is in the larger one, 0 to 1. */
double pl_tokens_containment(const struct pl_token_set *a, const struct pl_token_set *b);

/* A number, a name or a thing in each that the other lacks, or a stage in one of them: two of one kind. Both must know
 * what is specific. */
bool pl_tokens_tell_apart(const struct pl_token_set *a, const struct pl_token_set *b);

#endif
