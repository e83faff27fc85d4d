/*
 * Where "and", a comma or a slash joins clauses rather than words. "Publish and print the guide", "publish the guide
 * and train staff" and "guide published and staff trained" begin a clause; "staff and residents" and "requests received
 * and refused" don't.
 */
#include "text/cut.h"
#include "text/noun_phrase.h"

/* What stands so far behind its subject is none of its predicate; lists without an end would cost their length squared.
 */
enum { FARTHEST = 300 };

static bool same_form(const struct pl_draft *draft, uint32_t a, uint32_t b)
{
	return draft->words[a].form == draft->words[b].form;
}

/* ---- a predicate of its own ---- */

/* "At 85%", "up by a fifth": a measure reached. */
static bool tells_measure(const struct pl_draft *draft, uint32_t i)
{
	uint32_t next;

	if (!pl_draft_is_word(draft, i, "at") && !pl_draft_is_word(draft, i, "up") &&
	    !pl_draft_is_word(draft, i, "down"))
		return false;
	next = pl_draft_step(draft, i + 1, draft->count);
	return next < draft->count && ((draft->words[next].flags & PL_WORD_QUANTITY) ||
	                               pl_draft_is_word(draft, next, "by") || pl_draft_is_word(draft, next, "to"));
}

/* "UK registered companies": what stands there describes the noun behind it. */
static bool begins_bare_phrase(const struct pl_draft *draft, uint32_t i)
{
	if (pl_draft_is_tag(draft, i, PL_TAG_ADJECTIVE))
		i = pl_draft_step(draft, i + 1, draft->count);
	return pl_draft_is_tag(draft, i, PL_TAG_NOUN) || pl_draft_is_tag(draft, i, PL_TAG_NAME);
}

static bool ends_search(const struct pl_word *word, bool far)
{
	return word->tag == PL_TAG_MARK || word->tag == PL_TAG_AND || word->tag == PL_TAG_JOIN ||
	       word->tag == PL_TAG_VERB || (!far && word->tag != PL_TAG_ADVERB);
}

/* Is there a predicate behind a noun phrase that ends at `i`? Phrases behind it are stepped over, but not into another
 * list. */
static bool has_predicate_behind(const struct pl_draft *draft, uint32_t i, uint32_t end, bool counted)
{
	bool far = false;

	for (i = pl_draft_step(draft, i, end); i < end; i = pl_draft_step(draft, i + 1, end)) {
		const struct pl_word *word = &draft->words[i];

		if (word->tag == PL_TAG_MODAL || word->tag == PL_TAG_BE || (word->kinds & PL_KIND(DONE)))
			return true;
		if (word->tag == PL_TAG_TO)
			return pl_draft_is_tag(draft, pl_draft_step(draft, i + 1, draft->count), PL_TAG_BE);
		if (word->tag == PL_TAG_VERB && (word->form == PL_FORM_ED || word->form == PL_FORM_S))
			return (counted ||
			        !pl_draft_describes(draft, i)) && /* "services provided", "12 sessions held" */
			       !begins_bare_phrase(draft, pl_draft_step(draft, i + word->length, draft->count));
		if (tells_measure(draft, i))
			return true;
		far = far || word->tag == PL_TAG_PREPOSITION;
		if (ends_search(word, far))
			return false;
	}
	return false;
}

/* Does the noun phrase at `i` have a predicate of its own: "… and training delivered"? */
static bool has_own_predicate(const struct pl_draft *draft, uint32_t i)
{
	uint32_t end = draft->count - i > FARTHEST ? i + FARTHEST : draft->count;
	struct pl_noun_phrase phrase = pl_draft_noun_phrase(draft, i, end);

	return phrase.head != PL_NO_WORD &&
	       has_predicate_behind(draft, phrase.end, end, (draft->words[i].flags & PL_WORD_QUANTITY) != 0);
}

/* ---- a verb ---- */

/* Back in line with an earlier clause: "work with schools to map routes and publish …". */
static bool cut_in_line(struct pl_cutter *cutter, uint32_t i, uint32_t next)
{
	const struct pl_draft *draft = cutter->draft;

	if (cutter->role == PL_ROLE_MAIN || draft->words[next].form == PL_FORM_ED)
		return false; /* "members from every division and chaired by …" */
	for (size_t k = cutter->pieces.count; k-- > 0;) {
		const struct pl_piece *piece = &cutter->pieces.items[k];

		if (piece->verb == PL_NO_WORD || !same_form(draft, piece->verb, next))
			continue;
		pl_cut(cutter, i, next, piece->role);
		cutter->inherits = true;
		return true;
	}
	return false;
}

static void cut_before_verb(struct pl_cutter *cutter, uint32_t i, uint32_t next, bool comma)
{
	const struct pl_draft *draft = cutter->draft;
	uint32_t verb = cutter->verb, last = cutter->last_verb;

	if (last != PL_NO_WORD && last != verb && same_form(draft, last, next))
		return; /* "requests received and refused" */
	if (verb != PL_NO_WORD && same_form(draft, verb, next)) {
		pl_cut(cutter, i, next, cutter->role);
		cutter->inherits = true;
		return;
	}
	if (cut_in_line(cutter, i, next))
		return;
	if (comma && draft->words[next].form == PL_FORM_ING && verb != PL_NO_WORD)
		pl_cut(cutter, i, next, pl_draft_is_cue(draft, next, PL_CUE(RESULT)) ? PL_ROLE_RESULT : PL_ROLE_WITH);
}

/* ---- a subject ---- */

static bool begins_with_ing(const struct pl_draft *draft, uint32_t begin, uint32_t end)
{
	uint32_t first = pl_draft_step(draft, begin, end);

	return first < end && pl_draft_is_tag(draft, first, PL_TAG_VERB) && draft->words[first].form == PL_FORM_ING;
}

static void cut_before_subject(struct pl_cutter *cutter, uint32_t i, uint32_t next, bool comma)
{
	const struct pl_draft *draft = cutter->draft;
	enum pl_clause_role role = cutter->role;
	bool verb = cutter->verb != PL_NO_WORD;

	if (verb && (draft->words[cutter->verb].kinds & PL_KIND(ENSURE)) && !comma)
		return; /* "ensure that roads and paths are gritted" */
	if (!cutter->predicate && !verb && (role != PL_ROLE_WITH || !cutter->nouns))
		return; /* the first subject is still waiting for its own */
	if (!has_own_predicate(draft, next))
		return;
	if (!cutter->pieces.count && pl_draft_is_tag(draft, pl_draft_step(draft, 0, i), PL_TAG_TO))
		cutter->role = PL_ROLE_PURPOSE; /* "To become …, we will …" */
	if (comma && role == PL_ROLE_MAIN && begins_with_ing(draft, cutter->begin, i))
		cutter->role = PL_ROLE_WITH; /* "Building on the pilot, the trust will …" */
	pl_cut(cutter, i, next, comma ? PL_ROLE_MAIN : role);
}

/* What the joint brings, behind what may stand before a verb: "and then to …". */
static uint32_t brought_by(const struct pl_draft *draft, uint32_t i, bool comma)
{
	uint32_t next = pl_draft_step(draft, i + draft->words[i].length, draft->count);

	if (pl_draft_is_tag(draft, next, PL_TAG_AND))
		next = pl_draft_step(draft, next + 1, draft->count);
	next = pl_draft_skip_adverbs(draft, next, draft->count);
	if (pl_draft_is_tag(draft, next, PL_TAG_TO) || (pl_draft_is_tag(draft, next, PL_TAG_MODAL) && !comma))
		next = pl_draft_skip_adverbs(draft, pl_draft_step(draft, next + 1, draft->count), draft->count);
	return next;
}

void pl_cut_at_equal(struct pl_cutter *cutter, uint32_t i)
{
	const struct pl_draft *draft = cutter->draft;
	bool comma = pl_draft_is_mark(draft, i, ",");
	uint32_t next = brought_by(draft, i, comma);

	if (next >= draft->count)
		return;
	if (pl_draft_is_tag(draft, next, PL_TAG_VERB))
		cut_before_verb(cutter, i, next, comma);
	else
		cut_before_subject(cutter, i, next, comma);
}
