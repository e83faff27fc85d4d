/*
 * Whether a predicate stands later in the sentence. Headlines drop their verbs' helpers, so "Review of the rota" and
 * "Review rota" begin alike; what comes later tells: "Review rota agreed" and "Audit to be done" begin with a noun.
 */
#include "text/tag.h"

/* Nobody writes a sentence that leaves its verb so far behind; text without any stop would cost its length squared. */
enum { FARTHEST = 200 };

enum verdict { GO_ON, FOLLOWS, DOES_NOT };

struct scan {
	const struct pl_draft *draft;
	uint32_t word_count;
	bool object; /* something that could be a subject has come */
	bool far;    /* and a phrase behind it */
	bool people; /* the word before is somebody */
};

static bool is_end(const struct pl_draft *draft, uint32_t i)
{
	return i >= draft->count || pl_draft_is_mark(draft, i, ".,;(");
}

static enum verdict term_says(const struct pl_draft *draft, uint32_t i)
{
	const struct pl_word *word = &draft->words[i];

	if (word->kinds & PL_KIND(DONE))
		return FOLLOWS;
	if (word->tag == PL_TAG_VERB &&
	    (word->form == PL_FORM_ED || (pl_draft_has_cue(draft, i, PL_CUE(UNCHANGING)) &&
	                                  is_end(draft, pl_draft_next(draft, i + word->length, draft->count)))))
		return FOLLOWS; /* "group set up" */
	return word->tag == PL_TAG_TO || word->tag == PL_TAG_JOIN || word->tag == PL_TAG_PREPOSITION ? DOES_NOT : GO_ON;
}

/* "To be …"; and "housing officers to …", where somebody will do it. */
static enum verdict to_says(const struct scan *scan, uint32_t next)
{
	if (pl_draft_is_other(scan->draft, next, PL_TAG_BE))
		return FOLLOWS;
	return scan->people && scan->word_count == 1 && pl_draft_can_be_verb(scan->draft, next) ? FOLLOWS : DOES_NOT;
}

/* A participle with a phrase behind it is a statement ("published on the website") unless it mostly describes the noun
 * before it ("services provided by …"), or has come behind a phrase of its own ("rota for the staff based in …"). */
static bool participle_states(const struct scan *scan, uint32_t i, uint32_t next)
{
	const struct pl_draft *draft = scan->draft;

	if (!pl_draft_can_be_participle(draft, i) || pl_draft_lexeme(draft, i)->is_noun)
		return false;
	if (is_end(draft, next))
		return true;
	if (scan->far)
		return false;
	return pl_draft_is_other(draft, next, PL_TAG_AND) ||
	       (pl_draft_is_other(draft, next, PL_TAG_PREPOSITION) && !pl_draft_describes(draft, i));
}

static enum verdict word_says(struct scan *scan, uint32_t i)
{
	const struct pl_draft *draft = scan->draft;
	const struct pl_lexeme *lexeme = pl_draft_lexeme(draft, i);
	uint32_t next = pl_draft_next(draft, i + 1, draft->count);

	if (lexeme->other_tag == PL_TAG_MODAL || (lexeme->other_tag == PL_TAG_BE && !scan->far))
		return FOLLOWS;
	if (lexeme->other_tag == PL_TAG_TO)
		return to_says(scan, next);
	if (lexeme->other_tag == PL_TAG_JOIN && scan->object)
		return DOES_NOT;
	if (lexeme->other_tag == PL_TAG_PREPOSITION)
		scan->far = scan->far || scan->object;
	if ((lexeme->other & PL_KIND(DONE)) && next == draft->count)
		return FOLLOWS; /* "work complete"; "a live event" goes on */
	return participle_states(scan, i, next) ? FOLLOWS : GO_ON;
}

static enum verdict look_at(struct scan *scan, uint32_t i)
{
	const struct pl_draft *draft = scan->draft;
	const struct pl_lexeme *lexeme = pl_draft_lexeme(draft, i);
	bool term = draft->words[i].length > 1;
	enum verdict verdict;

	if (pl_draft_is_mark(draft, i, ".;:,(") || pl_draft_is_dash(draft, i) || scan->word_count == FARTHEST)
		return DOES_NOT;
	verdict = term ? term_says(draft, i) : GO_ON;
	if (verdict == GO_ON)
		verdict = word_says(scan, i);
	scan->object = scan->object || lexeme->is_noun || term || !lexeme->is_other;
	scan->people = (lexeme->noun & (PL_KIND(PEOPLE) | PL_KIND(BODY))) != 0;
	scan->word_count++;
	return verdict;
}

bool pl_draft_predicate_follows(const struct pl_draft *draft, uint32_t from)
{
	struct scan scan = {.draft = draft};
	enum verdict verdict = GO_ON;

	for (uint32_t i = pl_draft_next(draft, from, draft->count); i < draft->count && verdict == GO_ON;
	     i = pl_draft_next(draft, i + 1, draft->count))
		verdict = look_at(&scan, i);
	return verdict == FOLLOWS;
}
