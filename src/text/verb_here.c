/*
 * Whether a word that can be a verb is one in its place. Each form has its own signs: a command begins its clause
 * ("Review protocols"), an -ing form tells more of a noun or does something itself, a participle closes a statement or
 * describes the next noun.
 */
#include "text/tag.h"

#define T(name) (1u << PL_TAG_##name)

/* Is the word there, and tagged as one of these? */
static bool is_one_of(const struct pl_draft *draft, uint32_t i, uint32_t tags)
{
	return i < draft->count && (tags >> draft->words[i].tag & 1);
}

static bool is_unchanging(const struct pl_draft *draft, uint32_t i)
{
	return pl_draft_has_cue(draft, i, PL_CUE(UNCHANGING));
}

bool pl_draft_starts_clause(const struct pl_draft *draft, uint32_t before)
{
	return before == PL_NO_WORD || pl_draft_is_mark(draft, before, ".;:,(!?/*") ||
	       pl_draft_is_dash(draft, before) || draft->words[before].tag == PL_TAG_JOIN;
}

static bool stands_in_line(const struct pl_draft *draft, uint32_t verb, uint8_t form)
{
	uint8_t other = draft->words[verb].form;

	if (other == form)
		return true;
	return is_unchanging(draft, verb) &&
	       (form == PL_FORM_ED || (form == PL_FORM_BASE && other == PL_FORM_ED)); /* "put up and painted" */
}

/* "Review and …", "updated and …": is the nearest verb before "and" one that this form stands in line with? A verb too
 * far back joins nothing, and looking for it would cost a text without verbs its length squared. */
static bool follows_conjunct(const struct pl_draft *draft, uint32_t join, uint8_t form)
{
	enum { FARTHEST = 200 };

	for (uint32_t i = join; i-- > 0 && join - i < FARTHEST;) {
		if (!pl_word_counts(&draft->words[i]))
			continue;
		if (pl_draft_is_mark(draft, i, ".;"))
			return false;
		if (draft->words[i].tag == PL_TAG_VERB)
			return stands_in_line(draft, i, form);
	}
	return false;
}

/* ---- base forms ---- */

/* A capital in the middle of a sentence makes a name of most words: "the Department for Business & Trade". */
static bool is_name_like(const struct pl_draft *draft, uint32_t i, uint32_t before)
{
	if (!(draft->words[i].flags & PL_WORD_CAPITAL) || draft->words[i].length != 1)
		return false;
	return is_one_of(draft, before, T(AND)) ||
	       (is_one_of(draft, before, T(NAME) | T(NOUN)) && (draft->words[before].flags & PL_WORD_CAPITAL));
}

/* "… and review the rota": in line with a command before, with something to be done to. */
static bool base_behind_and(const struct pl_draft *draft, uint32_t i, uint32_t join, uint32_t next)
{
	uint32_t first = pl_draft_before(draft, join, 0);
	bool object = next < draft->count && pl_draft_begins_noun_phrase(draft, next);

	if (first != PL_NO_WORD && draft->words[first].tag == PL_TAG_VERB)
		return draft->words[first].form == PL_FORM_BASE ||
		       (is_unchanging(draft, i) && draft->words[first].form == PL_FORM_ED);
	if (!pl_draft_lexeme(draft, i)->is_noun)
		return object || follows_conjunct(draft, join, PL_FORM_BASE);
	return object && !pl_draft_is_bare_noun(draft, next) && !pl_draft_predicate_follows(draft, next) &&
	       follows_conjunct(draft, join, PL_FORM_BASE);
}

/* Behind "Review and relaunch"; `next` where there is no such pair, the end where "and" brings no verb. */
static uint32_t behind_pair(const struct pl_draft *draft, uint32_t next)
{
	if (!pl_draft_is_other(draft, next, PL_TAG_AND))
		return next;
	next = pl_draft_next(draft, next + 1, draft->count);
	if (!pl_draft_can_be_verb(draft, next) || pl_draft_verb_form(draft, next) != PL_FORM_BASE)
		return draft->count;
	return pl_draft_next(draft, next + draft->words[next].length, draft->count);
}

/* "Review protocols", but not "Review: …", "Review of …", "Review complete". */
static bool base_begins_clause(const struct pl_draft *draft, uint32_t i, uint32_t before, uint32_t next)
{
	if (!pl_draft_lexeme(draft, i)->is_noun)
		return !pl_draft_lexeme(draft, i)->is_other || !pl_draft_predicate_follows(draft, next);
	if (before != PL_NO_WORD && pl_draft_is_mark(draft, before, ",/") &&
	    !follows_conjunct(draft, before, PL_FORM_BASE))
		return false;
	if (pl_draft_is_tag(draft, next, PL_TAG_MARK) && !pl_draft_is_quote(draft, next))
		return false;
	next = behind_pair(draft, next);
	return next < draft->count && pl_draft_begins_noun_phrase(draft, next) &&
	       !pl_draft_predicate_follows(draft, next);
}

static bool base_is_verb(const struct pl_draft *draft, uint32_t i, uint32_t before)
{
	uint32_t next = pl_draft_next(draft, i + draft->words[i].length, draft->count);
	const struct pl_lexeme *lexeme = pl_draft_lexeme(draft, i);

	if (is_name_like(draft, i, before))
		return false;
	if (pl_draft_says(draft, next, "of") && pl_draft_starts_clause(draft, before))
		return false;
	if (is_one_of(draft, before, T(TO) | T(MODAL) | T(PRONOUN)))
		return true;
	if (is_one_of(draft, before, T(DETERMINER) | T(ADJECTIVE) | T(NUMBER) | T(PREPOSITION) | T(BE)))
		return false;
	if (is_one_of(draft, before, T(AND)))
		return base_behind_and(draft, i, before, next);
	if (pl_draft_starts_clause(draft, before))
		return base_begins_clause(draft, i, before, next);
	if (lexeme->is_noun)
		return false;
	return is_unchanging(draft, i) || /* "targets set", "wardens continue" */
	       (is_one_of(draft, before, T(NOUN)) && pl_draft_lexeme(draft, before)->is_plural && !lexeme->is_other);
}

/* ---- -ing ---- */

/* Behind a noun: "report outlining options", but "food growing strategy". */
static bool ing_behind_noun(const struct pl_draft *draft, uint32_t i, uint32_t next, bool object)
{
	if (pl_draft_lexeme(draft, i)->is_noun)
		return false;
	return !object || pl_draft_lexeme(draft, next)->is_other || pl_draft_has_cue(draft, i, PL_CUE(TELLS_MORE));
}

/* "Advice on weaning": nothing behind it that it could be done to. */
static bool ing_ends_phrase(const struct pl_draft *draft, uint32_t next)
{
	return next >= draft->count || pl_draft_is_mark(draft, next, ".,;)") ||
	       pl_draft_is_other(draft, next, PL_TAG_AND);
}

static bool ing_is_verb(const struct pl_draft *draft, uint32_t i, uint32_t before)
{
	uint32_t next = pl_draft_next(draft, i + draft->words[i].length, draft->count);
	bool noun = pl_draft_lexeme(draft, i)->is_noun, joined = is_one_of(draft, before, T(AND));
	bool object = next < draft->count && pl_draft_begins_noun_phrase(draft, next);
	bool starts = pl_draft_starts_clause(draft, before);

	if (is_one_of(draft, before, T(DETERMINER) | T(ADJECTIVE) | T(NUMBER)))
		return false;
	if (noun && (draft->words[i].flags & PL_WORD_CAPITAL) && !starts)
		return false;
	if (is_one_of(draft, before, T(NOUN) | T(NAME)))
		return ing_behind_noun(draft, i, next, object);
	if (joined && follows_conjunct(draft, before, PL_FORM_ING))
		return true;
	if (starts || joined)
		return pl_draft_is_other(draft, next, PL_TAG_DETERMINER) ||
		       ((!noun || object) && !pl_draft_predicate_follows(draft, next));
	if (is_one_of(draft, before, T(PREPOSITION)) && ing_ends_phrase(draft, next))
		return false;
	return !noun ||
	       (object && !pl_draft_lexeme(draft, next)->is_noun && !pl_draft_is_tag(draft, next, PL_TAG_NOUN));
}

/* ---- -ed, -s ---- */

static bool ed_is_verb(const struct pl_draft *draft, uint32_t i, uint32_t before)
{
	uint32_t next = pl_draft_next(draft, i + draft->words[i].length, draft->count);

	if (is_one_of(draft, before, T(BE)))
		return true;
	if (is_one_of(draft, before, T(NAME)) && pl_draft_is_bare_noun(draft, next))
		return false; /* "NHS funded care" */
	if (is_one_of(draft, before, T(NOUN) | T(NAME)))
		return true;
	if (is_one_of(draft, before, T(AND)) && follows_conjunct(draft, before, PL_FORM_ED))
		return true;
	return next >= draft->count || !pl_draft_begins_noun_phrase(draft, next) ||
	       pl_draft_is_other(draft, next, PL_TAG_DETERMINER); /* not "improved access" */
}

/* "Cabinet approves": only where it cannot be a plural. */
static bool s_is_verb(const struct pl_draft *draft, uint32_t i, uint32_t before)
{
	if (before == PL_NO_WORD)
		return false;
	return pl_draft_says(draft, before, "this") ||
	       (!pl_draft_lexeme(draft, i)->is_noun && !is_one_of(draft, before, T(DETERMINER) | T(ADJECTIVE)));
}

bool pl_draft_is_verb_here(const struct pl_draft *draft, uint32_t i, uint32_t before)
{
	switch (pl_draft_verb_form(draft, i)) {
	case PL_FORM_BASE:
		return base_is_verb(draft, i, before);
	case PL_FORM_ING:
		return ing_is_verb(draft, i, before);
	case PL_FORM_ED:
		return ed_is_verb(draft, i, before);
	default:
		return s_is_verb(draft, i, before);
	}
}
