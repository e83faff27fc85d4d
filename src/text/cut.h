/* Cutting a text where a clause can begin; what the files that do it share. */
#ifndef PL_TEXT_CUT_H
#define PL_TEXT_CUT_H

#include "base/vec.h"
#include "text/draft.h"

struct pl_piece {
	uint32_t begin, end;
	enum pl_clause_role role;
	uint32_t verb;    /* its first word tagged as one; PL_NO_WORD */
	bool inherits;    /* stands in line with the clause before and shares its subject */
	bool complete;    /* says something of its subject, or has a verb */
	uint32_t subject; /* 1-based: the piece whose noun phrase is its subject; 0 */
};

struct pl_cutter {
	struct pl_draft *draft;
	PL_VEC(struct pl_piece) pieces;
	/* the piece that is open */
	uint32_t begin;
	enum pl_clause_role role;
	bool inherits;
	uint32_t verb; /* what it does, as far as is known; PL_NO_WORD */
	uint32_t last_verb;
	uint32_t nouns;   /* so far */
	bool predicate;   /* it has all it needs: a participle behind its noun, "in place" */
	bool condition;   /* it ends with the next comma */
	uint32_t subject; /* as in the piece */
};

/* Cuts the draft into pieces; every counting word that is no joint is in one. */
void pl_cut_text(struct pl_cutter *cutter);

/* Ends the open piece before `at` and opens one at `next`. */
void pl_cut(struct pl_cutter *cutter, uint32_t at, uint32_t next, enum pl_clause_role role);

/* Cuts at "and", a comma or a slash where a clause of equal rank begins behind it. */
void pl_cut_at_equal(struct pl_cutter *cutter, uint32_t i);

#endif
