/*
 * Draws a sample from strata whose members come one by one: of each the rows of the lowest rank, as many as its share
 * will be. How the shares are made is told in sample.h.
 */
#ifndef PL_REPORT_STRATA_H
#define PL_REPORT_STRATA_H

#include "base/vec.h"

#include <planlint/rule.h>

struct pl_sample_row {
	uint64_t rank;
	const char *id, *plan, *item, *text, *due, *message, *raised;
	uint32_t line;
	const struct pl_stratum *stratum; /* once drawn */
	uint64_t place;                   /* among the rows of its stratum, by rank */
};

struct pl_stratum {
	const struct pl_rule *rule; /* NULL: milestones */
	const char *kind;
	uint64_t population;
	uint64_t milestones;               /* that the rule flagged */
	uint64_t quota;                    /* rows that are drawn */
	PL_VEC(struct pl_sample_row) rows; /* a heap: the highest rank first */
};

struct pl_strata {
	PL_VEC(struct pl_stratum) rules;
	struct pl_stratum unflagged, flagged;
	uint64_t size; /* of the whole sample */
	uint64_t most; /* rows of one rule that could still be drawn */
};

struct pl_drawn {
	PL_VEC(struct pl_sample_row) rows;
};

void pl_strata_open(struct pl_strata *strata, uint64_t size);

/* Would a row of that rank and id be among those kept? The population is the caller's to count. */
bool pl_strata_wants(const struct pl_strata *strata, const struct pl_stratum *stratum, const struct pl_sample_row *row);
void pl_strata_add(const struct pl_strata *strata, struct pl_arena *arena, struct pl_stratum *stratum,
                   const struct pl_sample_row *row);

/* Lets go of rows that can't be drawn any more. */
void pl_strata_forget(struct pl_strata *strata);

/* Decides on the shares and brings the rows into their order. Rules are put in the order of listing. */
void pl_strata_draw(struct pl_strata *strata, struct pl_arena *arena, struct pl_drawn *drawn);

#endif
