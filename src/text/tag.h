/* What the files that decide parts of speech ask of each other. */
#ifndef PL_TEXT_TAG_H
#define PL_TEXT_TAG_H

#include "text/draft.h"

/* ---- looks.c: what a word can be, before its place is looked at ---- */

/* What the lexicon knows of a word that stands alone; nothing of terms, numbers, marks and what is behind the end. */
const struct pl_lexeme *pl_draft_lexeme(const struct pl_draft *draft, uint32_t i);

/* Is the word, alone, neither noun nor verb but this? */
bool pl_draft_is_other(const struct pl_draft *draft, uint32_t i, enum pl_tag tag);

/* Has the word the ending, and enough before it? */
bool pl_draft_ends(const struct pl_draft *draft, uint32_t i, const char *ending);

bool pl_draft_can_be_verb(const struct pl_draft *draft, uint32_t i);
bool pl_draft_can_be_participle(const struct pl_draft *draft, uint32_t i);

/* The form (enum pl_form) that the word has as a verb. */
uint8_t pl_draft_verb_form(const struct pl_draft *draft, uint32_t i);

/* Can a noun phrase begin or go on here? `i` is in the text. */
bool pl_draft_begins_noun_phrase(const struct pl_draft *draft, uint32_t i);

/* A noun that is nothing but a noun or verb: in "and contact management" no article stands in front. */
bool pl_draft_is_bare_noun(const struct pl_draft *draft, uint32_t i);

/* ---- predicate.c, verb_here.c: its place ---- */

/* Does a predicate stand later in the sentence that makes a noun of the word before `from`: "to be …", "… completed",
 * "in place", a modal? */
bool pl_draft_predicate_follows(const struct pl_draft *draft, uint32_t from);

/* Does a clause begin behind the word? `before` may be PL_NO_WORD: the text begins. */
bool pl_draft_starts_clause(const struct pl_draft *draft, uint32_t before);

/* Is a word that can be a verb one in its place? `before`: the word before it that decides, or PL_NO_WORD. */
bool pl_draft_is_verb_here(const struct pl_draft *draft, uint32_t i, uint32_t before);

#endif
