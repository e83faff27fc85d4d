/*
 * Cuts a text where a clause can begin: at marks, joining words, "to …", some prepositions and participles. Each piece
 * gets the role in which it hangs on the one before; what it says is for clause.c to find.
 */
#include "text/cut.h"
#include "text/noun_phrase.h"

/* Does nothing stand in the open piece before the word? */
static bool is_fresh(const struct pl_cutter *cutter, uint32_t i)
{
	return pl_draft_step(cutter->draft, cutter->begin, i) == i;
}

static uint32_t first_verb(const struct pl_draft *draft, uint32_t begin, uint32_t end)
{
	for (uint32_t i = begin; i < end; i++)
		if (pl_draft_is_tag(draft, i, PL_TAG_VERB))
			return i;
	return PL_NO_WORD;
}

void pl_cut(struct pl_cutter *cutter, uint32_t at, uint32_t next, enum pl_clause_role role)
{
	if (pl_draft_step(cutter->draft, cutter->begin, at) < at) /* it may begin behind: "and then to …" */
		*PL_VEC_PUSH(cutter->draft->arena, &cutter->pieces) =
		        (struct pl_piece){.begin = cutter->begin,
		                          .end = at,
		                          .role = cutter->role,
		                          .verb = first_verb(cutter->draft, cutter->begin, at),
		                          .inherits = cutter->inherits,
		                          .complete = cutter->verb != PL_NO_WORD || cutter->predicate,
		                          .subject = cutter->subject};
	cutter->begin = next;
	cutter->role = role;
	cutter->inherits = false;
	cutter->subject = 0;
	cutter->verb = cutter->last_verb = PL_NO_WORD;
	cutter->nouns = 0;
	cutter->predicate = false;
	cutter->condition = false;
}

/* ---- marks ---- */

/* A full stop that is no part of an abbreviation, an address or three dots. */
static bool ends_sentence(const struct pl_draft *draft, uint32_t i)
{
	const struct pl_vocabulary_entry *before = i ? pl_draft_entry(draft, i - 1) : NULL;

	if (i + 1 < draft->count &&
	    (!(draft->words[i + 1].flags & PL_WORD_GAP) || pl_draft_is_mark(draft, i + 1, ".,;")))
		return false;
	if (before && before->word.len < 6 && memchr(before->word.ptr, '.', before->word.len))
		return false; /* "U.S." */
	return !before || !pl_draft_is_cue(draft, i - 1, PL_CUE(SHORT_FORM));
}

/* "Housing: publish …" has its heading in front; else what follows a colon or dash explains. */
static void cut_at_colon(struct pl_cutter *cutter, uint32_t i)
{
	bool heading = cutter->verb == PL_NO_WORD && cutter->role == PL_ROLE_MAIN && !cutter->predicate;
	size_t count = cutter->pieces.count;

	pl_cut(cutter, i, i + 1, heading ? PL_ROLE_MAIN : PL_ROLE_RELATIVE);
	if (heading && pl_draft_is_mark(cutter->draft, i, ":") && cutter->pieces.count > count)
		cutter->pieces.items[count].role = PL_ROLE_RELATIVE;
}

static void cut_at_mark(struct pl_cutter *cutter, uint32_t i)
{
	const struct pl_draft *draft = cutter->draft;

	if (pl_draft_is_mark(draft, i, ";!?") || (pl_draft_is_mark(draft, i, ".") && ends_sentence(draft, i)))
		pl_cut(cutter, i, i + 1, PL_ROLE_MAIN);
	else if (pl_draft_is_mark(draft, i, ":") || pl_draft_is_dash(draft, i))
		cut_at_colon(cutter, i);
	else if (pl_draft_is_mark(draft, i, ",") && cutter->condition)
		pl_cut(cutter, i, i + 1, PL_ROLE_MAIN);
	else if (pl_draft_is_mark(draft, i, ",/"))
		pl_cut_at_equal(cutter, i);
}

/* ---- a predicate that comes late ---- */

/* "A group bringing together officials will be set up": the predicate behind what only describes the subject. */
static bool cut_at_late_predicate(struct pl_cutter *cutter, uint32_t i)
{
	uint32_t last = (uint32_t)cutter->pieces.count;

	if (cutter->role == PL_ROLE_MAIN || cutter->verb == i ||
	    (cutter->verb == PL_NO_WORD && cutter->role != PL_ROLE_WITH))
		return false;
	while (last > 0 && cutter->pieces.items[last - 1].role != PL_ROLE_MAIN)
		last--;
	if (!last || cutter->pieces.items[last - 1].complete)
		return false;
	cutter->pieces.items[last - 1].role = PL_ROLE_RELATIVE;
	cutter->pieces.items[last - 1].complete = true;
	pl_cut(cutter, i, i, PL_ROLE_MAIN);
	cutter->subject = last;
	cutter->verb = i;
	return true;
}

/* "Bid with partners submitted": only behind a noun of the phrase that "with" brings. */
static bool cut_behind_with(struct pl_cutter *cutter, uint32_t i)
{
	return cutter->role == PL_ROLE_WITH && cutter->nouns && cut_at_late_predicate(cutter, i);
}

/* ---- to ---- */

/* Is the noun phrase in front of "to …" somebody who will do it, rather than a thing that is for it? */
static bool is_doer(const struct pl_draft *draft, uint32_t begin, uint32_t to)
{
	static const uint64_t things =
	        PL_KIND(EVENT) | PL_KIND(DOCUMENT) | PL_KIND(DATA) | PL_KIND(STUDY) | PL_KIND(REPORTING);
	static const uint64_t people = PL_KIND(PEOPLE) | PL_KIND(BODY) | PL_KIND(GROUP) | PL_KIND(OUTSIDE);
	uint32_t head = pl_draft_noun_phrase(draft, begin, to).head;
	uint64_t kinds;

	if (head == PL_NO_WORD)
		return false;
	kinds = draft->words[head].kinds;
	if (kinds & people)
		return !pl_draft_is_word(draft, head, "forum") && !(kinds & PL_KIND(EVENT));
	return pl_draft_is_tag(draft, head, PL_TAG_NAME) || pl_draft_is_tag(draft, head, PL_TAG_PRONOUN) ||
	       !(kinds & things);
}

/* "Officers to publish …" says what they do; "strategy to go to Cabinet" what becomes of it; "leaflet to inform …" what
 * it is for. */
static bool is_predicate(const struct pl_cutter *cutter, uint32_t to, uint32_t next)
{
	const struct pl_draft *draft = cutter->draft;

	return cutter->verb == PL_NO_WORD && cutter->nouns && draft->words[to].length == 1 &&
	       (pl_draft_is_tag(draft, next, PL_TAG_BE) || pl_draft_is_cue(draft, next, PL_CUE(BY_THINGS)) ||
	        is_doer(draft, cutter->begin, to));
}

static void cut_at_to(struct pl_cutter *cutter, uint32_t i)
{
	const struct pl_draft *draft = cutter->draft;
	uint32_t behind = pl_draft_step(draft, i + draft->words[i].length, draft->count);
	uint32_t next = pl_draft_skip_adverbs(draft, behind, draft->count);

	if (pl_draft_is_tag(draft, pl_draft_step(draft, i + 1, draft->count), PL_TAG_BE) &&
	    cut_at_late_predicate(cutter, i))
		return;
	if (is_predicate(cutter, i, next)) {
		cutter->verb = next;
		return;
	}
	if (is_fresh(cutter, i) && cutter->role == PL_ROLE_MAIN && !cutter->pieces.count)
		return; /* "To publish …" */
	pl_cut(cutter, i, i, PL_ROLE_PURPOSE);
	cutter->verb = next < draft->count ? next : PL_NO_WORD;
}

/* ---- other words ---- */

/* The role of what a joining word brings. */
static enum pl_clause_role role_of_join(const struct pl_draft *draft, uint32_t i)
{
	uint32_t next = pl_draft_step(draft, i + draft->words[i].length, draft->count);

	if (draft->words[i].length > 1 || pl_draft_is_word(draft, i, "so"))
		return PL_ROLE_PURPOSE; /* "so that", "in order that" */
	if (pl_draft_is_word(draft, i, "but"))
		return PL_ROLE_MAIN;
	if (pl_draft_is_word(draft, i, "which") || pl_draft_is_word(draft, i, "that"))
		return pl_draft_is_tag(draft, next, PL_TAG_MODAL) ? PL_ROLE_RESULT : PL_ROLE_RELATIVE;
	if (pl_draft_is_word(draft, i, "who") || pl_draft_is_cue(draft, i, PL_CUE(RELATIVE)))
		return PL_ROLE_RELATIVE;
	return PL_ROLE_CONDITION;
}

static void cut_at_join(struct pl_cutter *cutter, uint32_t i)
{
	enum pl_clause_role role = role_of_join(cutter->draft, i);
	bool fresh = is_fresh(cutter, i);

	pl_cut(cutter, i, i, role);
	cutter->condition = role == PL_ROLE_CONDITION && fresh;
}

/* "Support schools in setting up …": what the effort is for. */
static bool is_aim_of_effort(const struct pl_cutter *cutter, uint32_t i)
{
	const struct pl_draft *draft = cutter->draft;

	return cutter->verb != PL_NO_WORD && (draft->words[cutter->verb].kinds & PL_KIND(EFFORT)) &&
	       (pl_draft_is_word(draft, i, "in") || pl_draft_is_word(draft, i, "towards") ||
	        pl_draft_is_word(draft, i, "for") || pl_draft_is_word(draft, i, "to"));
}

static bool brings_means(const struct pl_draft *draft, uint32_t i, bool ing)
{
	if (pl_draft_is_word(draft, i, "with") || pl_draft_is_word(draft, i, "through") ||
	    pl_draft_is_word(draft, i, "via") || pl_draft_is_word(draft, i, "subject"))
		return true;
	return ing && (pl_draft_is_word(draft, i, "by") || pl_draft_is_word(draft, i, "while"));
}

/* Most prepositions only go on with a phrase. */
static void cut_at_preposition(struct pl_cutter *cutter, uint32_t i)
{
	const struct pl_draft *draft = cutter->draft;
	uint32_t next = pl_draft_step(draft, i + draft->words[i].length, draft->count);
	bool ing = pl_draft_is_tag(draft, next, PL_TAG_VERB) && draft->words[next].form == PL_FORM_ING;

	if (is_fresh(cutter, i) && cutter->role == PL_ROLE_MAIN &&
	    (pl_draft_is_word(draft, i, "following") || pl_draft_is_word(draft, i, "after") ||
	     pl_draft_is_word(draft, i, "subject"))) {
		cutter->role = PL_ROLE_CONDITION; /* "Following approval, …" */
		cutter->condition = true;
	} else if (!cutter->nouns && cutter->verb == PL_NO_WORD) {
		return;
	} else if (ing && is_aim_of_effort(cutter, i)) {
		pl_cut(cutter, i, next, PL_ROLE_PURPOSE);
		cutter->verb = next;
	} else if (brings_means(draft, i, ing)) {
		pl_cut(cutter, i, i, PL_ROLE_WITH);
	} else if (pl_draft_is_word(draft, i, "including") || pl_draft_is_word(draft, i, "incl") ||
	           pl_draft_is_word(draft, i, "inc")) {
		pl_cut(cutter, i, i, PL_ROLE_RELATIVE);
	}
}

/* A participle in -ing behind a noun: "detailing …", "resulting in …". */
static bool cut_at_ing(struct pl_cutter *cutter, uint32_t i)
{
	const struct pl_draft *draft = cutter->draft;
	uint32_t before = pl_draft_before(draft, i, cutter->begin);

	if (!cutter->nouns || draft->words[i].form != PL_FORM_ING || before == PL_NO_WORD ||
	    pl_draft_is_tag(draft, before, PL_TAG_VERB) || pl_draft_is_tag(draft, before, PL_TAG_BE) ||
	    pl_draft_is_tag(draft, before, PL_TAG_PREPOSITION))
		return false;
	pl_cut(cutter, i, i, pl_draft_is_cue(draft, i, PL_CUE(RESULT)) ? PL_ROLE_RESULT : PL_ROLE_RELATIVE);
	cutter->verb = i;
	return true;
}

static void take_verb(struct pl_cutter *cutter, uint32_t i)
{
	const struct pl_draft *draft = cutter->draft;
	bool participle = draft->words[i].form == PL_FORM_ED;

	if (cut_at_ing(cutter, i) || (participle && cut_behind_with(cutter, i)))
		return;
	if (cutter->verb == PL_NO_WORD ||
	    (cutter->role == PL_ROLE_MAIN && pl_draft_is_tag(draft, cutter->verb, PL_TAG_BE)))
		cutter->verb = i;
	cutter->last_verb = i;
	cutter->predicate = cutter->predicate || (participle && cutter->nouns);
}

/* "Hub in place", "work with schools complete". */
static void take_other(struct pl_cutter *cutter, uint32_t i)
{
	if (!(cutter->draft->words[i].kinds & PL_KIND(DONE)) || cut_behind_with(cutter, i))
		return;
	cutter->predicate = cutter->predicate || cutter->nouns;
}

static void look_at(struct pl_cutter *cutter, uint32_t i)
{
	switch (cutter->draft->words[i].tag) {
	case PL_TAG_MARK:
		cut_at_mark(cutter, i);
		break;
	case PL_TAG_AND:
		pl_cut_at_equal(cutter, i);
		break;
	case PL_TAG_MODAL:
		cut_at_late_predicate(cutter, i);
		break;
	case PL_TAG_TO:
		cut_at_to(cutter, i);
		break;
	case PL_TAG_JOIN:
		cut_at_join(cutter, i);
		break;
	case PL_TAG_PREPOSITION:
		cut_at_preposition(cutter, i);
		break;
	case PL_TAG_VERB:
		take_verb(cutter, i);
		break;
	case PL_TAG_NOUN:
	case PL_TAG_NAME:
	case PL_TAG_PRONOUN:
		cutter->nouns++;
		break;
	default:
		take_other(cutter, i);
	}
}

void pl_cut_text(struct pl_cutter *cutter)
{
	const struct pl_draft *draft = cutter->draft;

	for (uint32_t i = pl_draft_step(draft, 0, draft->count); i < draft->count;
	     i = pl_draft_step(draft, i + 1, draft->count))
		look_at(cutter, i);
	pl_cut(cutter, draft->count, draft->count, PL_ROLE_MAIN);
}
