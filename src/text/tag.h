/* What the files that decide parts of speech ask of each other. */
#ifndef PL_TEXT_TAG_H
#define PL_TEXT_TAG_H

#include "text/draft.h"

/* ---- what a word can be, before its place is looked at ---- */

extern const struct pl_lexeme pl_no_lexeme;

/* What the lexicon knows of a word that stands alone; nothing of terms, numbers, marks and what is behind the end. */
static inline const struct pl_lexeme *pl_draft_lexeme(const struct pl_draft *draft, uint32_t i)
{
	return i < draft->count && draft->words[i].length == 1 ? &draft->written[i]->lexeme : &pl_no_lexeme;
}

/* Is the word, alone, neither noun nor verb but this? */
static inline bool pl_draft_is_other(const struct pl_draft *draft, uint32_t i, enum pl_tag tag)
{
	const struct pl_lexeme *lexeme = pl_draft_lexeme(draft, i);

	return lexeme->is_other && lexeme->other_tag == tag;
}

/* Has the word, alone, one of these looks (enum pl_look)? */
static inline bool pl_draft_looks(const struct pl_draft *draft, uint32_t i, unsigned looks)
{
	return draft->written[i]->lexeme.looks & looks;
}

static inline bool pl_draft_can_be_verb(const struct pl_draft *draft, uint32_t i)
{
	if (i >= draft->count)
		return false;
	if (draft->words[i].length > 1)
		return draft->words[i].tag == PL_TAG_VERB;
	return pl_draft_looks(draft, i, PL_LOOK_CAN_BE_VERB);
}

static inline bool pl_draft_can_be_participle(const struct pl_draft *draft, uint32_t i)
{
	return pl_draft_looks(draft, i, draft->words[i].length == 1 ? PL_LOOK_CAN_BE_PARTICIPLE : PL_LOOK_ED);
}

/* The form (enum pl_form) that the word has as a verb. */
static inline uint8_t pl_draft_verb_form(const struct pl_draft *draft, uint32_t i)
{
	return draft->words[i].length > 1 ? draft->words[i].form : draft->written[i]->lexeme.form;
}

/* Can a noun phrase begin or go on here? `i` is in the text. */
bool pl_draft_begins_noun_phrase(const struct pl_draft *draft, uint32_t i);

/* A noun that is nothing but a noun or verb: in "and contact management" no article stands in front. */
static inline bool pl_draft_is_bare_noun(const struct pl_draft *draft, uint32_t i)
{
	const struct pl_lexeme *lexeme = pl_draft_lexeme(draft, i);

	return lexeme->is_noun && !lexeme->is_other;
}

/* ---- predicate.c, verb_here.c: its place ---- */

/* Does a predicate stand later in the sentence that makes a noun of the word before `from`: "to be …", "… completed",
 * "in place", a modal? */
bool pl_draft_predicate_follows(const struct pl_draft *draft, uint32_t from);

/* Does a clause begin behind the word? `before` may be PL_NO_WORD: the text begins. */
bool pl_draft_starts_clause(const struct pl_draft *draft, uint32_t before);

/* Is a word that can be a verb one in its place? `before`: the word before it that decides, or PL_NO_WORD. */
bool pl_draft_is_verb_here(const struct pl_draft *draft, uint32_t i, uint32_t before);

#endif
