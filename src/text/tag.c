/*
 * What part of speech each word is in its place: a left-to-right pass that decides words with several readings by the
 * word before and the word behind. Plans are written in headlines, so the first word matters most: "Review protocols"
 * is a command, "Review of protocols" and "Review complete" are not.
 */
#include "text/tag.h"

enum { FARTHEST = 50 }; /* adverbs and adjectives in a row that are looked through; nobody writes as many */

/* The word before that is neither of the two. */
static uint32_t before_but(const struct pl_draft *draft, uint32_t i, enum pl_tag one, enum pl_tag other)
{
	uint32_t before = pl_draft_before(draft, i, 0);

	for (int n = 0; n < FARTHEST && (pl_draft_is_tag(draft, before, one) || pl_draft_is_tag(draft, before, other));
	     n++)
		before = pl_draft_before(draft, before, 0);
	return before;
}

/* The word before that decides: adverbs are looked through. */
static uint32_t deciding_before(const struct pl_draft *draft, uint32_t i)
{
	return before_but(draft, i, PL_TAG_ADVERB, PL_TAG_ADVERB);
}

/* ---- "to" ---- */

/* "To staff the desk" against "to staff"; a capital makes a name of a noun unless something is done to something. */
static bool noun_is_verb_behind_to(const struct pl_draft *draft, uint32_t i)
{
	uint64_t somebody = PL_KIND(PEOPLE) | PL_KIND(BODY) | PL_KIND(OUTSIDE);
	uint32_t then = pl_draft_next(draft, i + 1, draft->count);

	if (pl_draft_lexeme(draft, i)->noun & somebody)
		return pl_draft_is_other(draft, then, PL_TAG_DETERMINER);
	return !(draft->words[i].flags & PL_WORD_CAPITAL) ||
	       (then < draft->count && pl_draft_begins_noun_phrase(draft, then));
}

/* "To open the hub" against "access to open data": no article stands behind an adjective. */
static bool adjective_is_verb_behind_to(const struct pl_draft *draft, uint32_t i)
{
	return pl_draft_is_other(draft, i, PL_TAG_ADJECTIVE) && pl_draft_can_be_verb(draft, i) &&
	       pl_draft_verb_form(draft, i) == PL_FORM_BASE &&
	       pl_draft_is_other(draft, pl_draft_next(draft, i + 1, draft->count), PL_TAG_DETERMINER);
}

static bool to_is_before_verb(const struct pl_draft *draft, uint32_t i)
{
	uint32_t next = pl_draft_next(draft, i + 1, draft->count);

	while (pl_draft_is_other(draft, next, PL_TAG_ADVERB))
		next = pl_draft_next(draft, next + 1, draft->count);
	if (next == draft->count)
		return false;
	if (pl_draft_lexeme(draft, next)->is_other)
		return pl_draft_is_other(draft, next, PL_TAG_BE) || adjective_is_verb_behind_to(draft, next);
	if (!pl_draft_can_be_verb(draft, next) || pl_draft_verb_form(draft, next) != PL_FORM_BASE)
		return false;
	return !pl_draft_lexeme(draft, next)->is_noun || noun_is_verb_behind_to(draft, next);
}

/* ---- words that the lexicon does not know ---- */

static enum pl_tag guess_participle(const struct pl_draft *draft, uint32_t i, uint32_t before)
{
	if (pl_draft_is_verb_here(draft, i, before))
		return PL_TAG_VERB;
	return pl_draft_looks(draft, i, PL_LOOK_ED) ? PL_TAG_ADJECTIVE : PL_TAG_NOUN;
}

/* What an unknown word is by its looks. */
static enum pl_tag guess(const struct pl_draft *draft, uint32_t i, uint32_t before)
{
	const struct pl_word *word = &draft->words[i];
	uint32_t next = pl_draft_next(draft, i + 1, draft->count);
	bool first = before == PL_NO_WORD, participle = pl_draft_looks(draft, i, PL_LOOK_ED | PL_LOOK_ING);

	if (word->flags & PL_WORD_ACRONYM)
		return PL_TAG_NAME;
	if (participle && pl_draft_looks(draft, i, PL_LOOK_HYPHEN))
		return PL_TAG_ADJECTIVE; /* "customer-facing" */
	if ((word->flags & PL_WORD_CAPITAL) && !first)
		return PL_TAG_NAME;
	if (pl_draft_looks(draft, i, PL_LOOK_LY))
		return PL_TAG_ADVERB;
	if (participle)
		return guess_participle(draft, i, before);
	if (pl_draft_is_tag(draft, before, PL_TAG_TO) || pl_draft_is_tag(draft, before, PL_TAG_MODAL) ||
	    pl_draft_looks(draft, i, PL_LOOK_ISE) || (first && pl_draft_is_other(draft, next, PL_TAG_DETERMINER)))
		return PL_TAG_VERB;
	if (pl_draft_looks(draft, i, PL_LOOK_AL) && next < draft->count && pl_draft_begins_noun_phrase(draft, next))
		return PL_TAG_ADJECTIVE;
	return PL_TAG_NOUN;
}

/* ---- deciding ---- */

/* A word that is neither noun nor verb by the lexicon. */
static enum pl_tag decide_other(const struct pl_draft *draft, uint32_t i, const struct pl_lexeme *lexeme)
{
	enum pl_tag tag = (enum pl_tag)lexeme->other_tag;

	if (tag == PL_TAG_TO)
		return to_is_before_verb(draft, i) ? PL_TAG_TO : PL_TAG_PREPOSITION;
	if (tag == PL_TAG_AND && (draft->words[i].flags & PL_WORD_CAPITAL) && deciding_before(draft, i) != PL_NO_WORD)
		return PL_TAG_NAME; /* "Green Gardens Plus" */
	if (pl_draft_says(draft, i, "that") && pl_draft_is_tag(draft, deciding_before(draft, i), PL_TAG_PREPOSITION))
		return PL_TAG_DETERMINER; /* "for that reason" */
	return tag;
}

static enum pl_tag decide_verb(const struct pl_draft *draft, uint32_t i, const struct pl_lexeme *lexeme)
{
	if (pl_draft_is_verb_here(draft, i, deciding_before(draft, i)))
		return PL_TAG_VERB;
	if (lexeme->is_other)
		return (enum pl_tag)lexeme->other_tag;
	if (lexeme->is_noun)
		return PL_TAG_NOUN;
	return pl_draft_verb_form(draft, i) == PL_FORM_ED || pl_draft_verb_form(draft, i) == PL_FORM_ING
	               ? PL_TAG_ADJECTIVE
	               : PL_TAG_NOUN;
}

static enum pl_tag decide(const struct pl_draft *draft, uint32_t i, const struct pl_lexeme *lexeme)
{
	bool adjective = lexeme->is_other && lexeme->other_tag == PL_TAG_ADJECTIVE;

	if (lexeme->is_other && !(lexeme->is_verb && adjective))
		return decide_other(draft, i, lexeme);
	if (adjective && lexeme->form == PL_FORM_ING &&
	    pl_draft_is_bare_noun(draft, pl_draft_next(draft, i + 1, draft->count)))
		return PL_TAG_ADJECTIVE; /* "rolling programme", "continuing healthcare" */
	if (pl_draft_can_be_verb(draft, i))
		return decide_verb(draft, i, lexeme);
	return lexeme->is_noun ? PL_TAG_NOUN : guess(draft, i, deciding_before(draft, i));
}

/* "Development of a guide" says what "developing a guide" says; "the development of …" is spoken of, not done. */
static bool is_nominal(const struct pl_draft *draft, uint32_t i, const struct pl_lexeme *lexeme)
{
	uint32_t before;

	if (!lexeme->is_nominal && !(lexeme->is_verb && !lexeme->is_noun && lexeme->form == PL_FORM_ING))
		return false;
	if (!pl_draft_says(draft, i + 1, "of"))
		return false;
	before = before_but(draft, i, PL_TAG_ADJECTIVE, PL_TAG_ADVERB);
	return pl_draft_starts_clause(draft, before) || pl_draft_is_tag(draft, before, PL_TAG_AND);
}

/* An acronym that the plan explains as a group or board. */
static uint64_t group_kinds(const struct pl_draft *draft, uint32_t i)
{
	return draft->words[i].flags & PL_WORD_ACRONYM
	               ? pl_text_setting_kinds(draft->setting, pl_draft_entry(draft, i)->word)
	               : 0;
}

/* ---- settling ---- */

/* "Targets set", "group set up": a form that is base and participle alike is the latter behind a noun or "be". */
static void settle_unchanging(struct pl_draft *draft, uint32_t i)
{
	struct pl_word *word = &draft->words[i];
	uint32_t before;

	if (!pl_draft_has_cue(draft, i, PL_CUE(UNCHANGING)))
		return;
	before = deciding_before(draft, i);
	if (pl_draft_is_tag(draft, before, PL_TAG_NOUN) || pl_draft_is_tag(draft, before, PL_TAG_NAME) ||
	    pl_draft_is_tag(draft, before, PL_TAG_BE))
		word->form = PL_FORM_ED;
}

static void settle_word(struct pl_draft *draft, uint32_t i)
{
	struct pl_word *word = &draft->words[i];
	const struct pl_lexeme *lexeme = &draft->written[i]->lexeme;

	word->tag = (uint8_t)decide(draft, i, lexeme);
	if (word->tag == PL_TAG_NOUN && is_nominal(draft, i, lexeme)) {
		word->tag = PL_TAG_VERB;
		word->form = PL_FORM_ING;
		word->kinds = lexeme->is_nominal ? pl_draft_entry(draft, i)->listed.nominal : lexeme->verb;
		return;
	}
	word->form = lexeme->form;
	if (word->tag == PL_TAG_VERB)
		word->kinds = lexeme->verb;
	else if (word->tag == PL_TAG_NOUN || word->tag == PL_TAG_NAME)
		word->kinds = lexeme->noun | group_kinds(draft, i);
	else
		word->kinds = lexeme->other;
	if (word->tag == PL_TAG_VERB)
		settle_unchanging(draft, i);
}

/* A term that is a verb by the lexicon but stands where a noun must: "the sign off", "a roll out". */
static bool term_is_noun(const struct pl_draft *draft, uint32_t i)
{
	const struct pl_word *word = &draft->words[i];
	uint32_t before = deciding_before(draft, i);

	if (word->tag != PL_TAG_VERB || word->form != PL_FORM_BASE)
		return false;
	if (pl_draft_is_tag(draft, before, PL_TAG_DETERMINER) || pl_draft_is_tag(draft, before, PL_TAG_ADJECTIVE))
		return true;
	return pl_draft_is_tag(draft, before, PL_TAG_NOUN) && draft->written[i]->lexeme.is_noun &&
	       !pl_draft_has_cue(draft, i, PL_CUE(UNCHANGING));
}

static void settle_term(struct pl_draft *draft, uint32_t i)
{
	struct pl_word *word = &draft->words[i];

	if (term_is_noun(draft, i)) {
		word->tag = PL_TAG_NOUN;
		word->kinds = draft->written[i]->lexeme.noun;
	}
	if (word->tag == PL_TAG_VERB)
		settle_unchanging(draft, i);
}

void pl_text_tag(struct pl_draft *draft)
{
	for (uint32_t i = 0; i < draft->count; i++) {
		struct pl_word *word = &draft->words[i];

		if (!word->length || word->tag == PL_TAG_NUMBER || word->tag == PL_TAG_MARK ||
		    !pl_draft_entry(draft, i))
			continue;
		if (word->length > 1)
			settle_term(draft, i);
		else
			settle_word(draft, i);
	}
}
