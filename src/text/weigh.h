/*
 * Weighing a clause: what it would leave behind if it were met. What the tests, a file for each yield, share.
 *
 * A test looks at one clause and either concludes (true, and the clause has its yield) or leaves it to the next.
 */
#ifndef PL_TEXT_WEIGH_H
#define PL_TEXT_WEIGH_H

#include "text/draft.h"

struct pl_weigher {
	struct pl_draft *draft;
	struct pl_clause *clause;
	uint64_t verb;    /* kinds of the verb; 0 without one */
	uint64_t object;  /* kinds of the head of the object */
	uint64_t objects; /* of every word of its phrase */
	uint32_t reach;   /* end of what hangs on the clause: the next main clause */
	bool quantity;    /* something is counted in it or in what hangs on it */
};

#define K(name)            PL_KIND(name)
#define PEOPLE_OF_ANY_KIND (K(PEOPLE) | K(BODY) | K(GROUP) | K(OUTSIDE))
#define PAPERS             (K(DOCUMENT) | K(REPORTING) | K(DATA) | K(STUDY))

/* ---- the tests, in their order ---- */

bool pl_weigh_diary(struct pl_weigher *weigher);
bool pl_weigh_step(struct pl_weigher *weigher);
bool pl_weigh_meeting(struct pl_weigher *weigher);
bool pl_weigh_document(struct pl_weigher *weigher);
bool pl_weigh_effort(struct pl_weigher *weigher);

/* What they end with; always true. `first` and `second` are the words that decided, or PL_NO_WORD. */
bool pl_weigh_conclude(struct pl_weigher *weigher, enum pl_yield yield, bool sure, uint32_t first, uint32_t second);

/* ---- looking ---- */

static inline const struct pl_word *pl_weigh_word(const struct pl_weigher *weigher, uint32_t i)
{
	return &weigher->draft->words[i];
}

static inline bool pl_weigh_counts(const struct pl_weigher *weigher, uint32_t i)
{
	return pl_word_counts(pl_weigh_word(weigher, i));
}

static inline bool pl_weigh_says(const struct pl_weigher *weigher, uint32_t i, const char *word)
{
	return pl_draft_says(weigher->draft, i, word);
}

static inline bool pl_weigh_has_cue(const struct pl_weigher *weigher, uint32_t i, uint64_t cues)
{
	return pl_draft_has_cue(weigher->draft, i, cues);
}

static inline bool pl_weigh_is_passive(const struct pl_weigher *weigher)
{
	return weigher->clause->form == PL_CLAUSE_PASSIVE;
}

/* The first word with any of the cues, or kinds, that counts; PL_NO_WORD. */
uint32_t pl_weigh_find_cue(const struct pl_weigher *weigher, uint32_t begin, uint32_t end, uint64_t cues);
uint32_t pl_weigh_find(const struct pl_weigher *weigher, uint32_t begin, uint32_t end, uint64_t kinds);

/* The kinds of all words together. */
uint64_t pl_weigh_kinds(const struct pl_weigher *weigher, uint32_t begin, uint32_t end);

/* "The Cabinet Office", "sign-off limits": does the word only say whose, or which, the next noun is? */
bool pl_weigh_describes_next(const struct pl_weigher *weigher, uint32_t i);

/* ---- bodies (weigh_body.c) ---- */

/* Is the noun a body inside: a committee, a cabinet, a named board, a group that the plan explains? */
bool pl_weigh_is_body(const struct pl_weigher *weigher, uint32_t i);

/* The first body; PL_NO_WORD. */
uint32_t pl_weigh_find_body(const struct pl_weigher *weigher, uint32_t begin, uint32_t end);

/* A body in the noun phrase behind one of the prepositions (cues): "to Cabinet", "by the Board"; PL_NO_WORD. */
uint32_t pl_weigh_body_behind(const struct pl_weigher *weigher, uint32_t from, uint32_t reach, uint64_t prepositions);

#endif
