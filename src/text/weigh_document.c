/* A document: written, agreed, published, in place; whatever it was to bring about. */
#include "text/weigh.h"

/* A state that says more of a document than that it is there: "in force", "in use". */
static bool is_in_effect(const struct pl_weigher *weigher)
{
	for (uint32_t i = weigher->clause->object_end; i < weigher->clause->end; i++) {
		const struct pl_word *word = pl_weigh_word(weigher, i);

		if ((word->kinds & K(DONE)) &&
		    pl_weigh_has_cue(weigher, i + (word->length ? word->length - 1u : 0), PL_CUE(IN_EFFECT)))
			return true;
	}
	return false;
}

/* "To 400 landlords" and "400 leaflets to residents", but not "within 30 days". */
static bool counts_somebody(const struct pl_weigher *weigher, uint32_t i)
{
	uint32_t end = i + 4 < weigher->reach ? i + 4 : weigher->reach;

	if (!i || (pl_weigh_word(weigher, i)->flags & (PL_WORD_QUANTITY | PL_WORD_OUTSIDE)) != PL_WORD_QUANTITY)
		return false;
	if (weigher->clause->verb != PL_NO_WORD &&
	    !pl_weigh_has_cue(weigher, i - 1, PL_CUE(TO) | PL_CUE(BY) | PL_CUE(REACHING)))
		return false;
	return !pl_weigh_has_cue(weigher, i + 1, PL_CUE(SPAN)) &&
	       pl_weigh_find(weigher, i + 1, end, K(PEOPLE) | K(MEASURE) | K(ASSET)) != PL_NO_WORD;
}

/* "Issued to 400 landlords": people are reached, and counted, which is more than a document. */
static bool is_counted(const struct pl_weigher *weigher)
{
	for (uint32_t i = weigher->clause->begin; i + 1 < weigher->reach; i++)
		if (counts_somebody(weigher, i))
			return true;
	return false;
}

/* Kinds of what a list names: "the budget, service plans and business case". */
static uint64_t kinds_of_heads(const struct pl_weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;
	uint64_t kinds = weigher->object;

	for (uint32_t i = clause->object_begin; i < clause->object_end; i++) {
		uint32_t next = pl_draft_next(weigher->draft, i + 1, clause->object_end);
		uint8_t tag = next < clause->object_end ? pl_weigh_word(weigher, next)->tag : (uint8_t)PL_TAG_MARK;

		if (pl_weigh_counts(weigher, i) && pl_weigh_word(weigher, i)->tag == PL_TAG_NOUN &&
		    (tag == PL_TAG_MARK || tag == PL_TAG_AND))
			kinds |= pl_weigh_word(weigher, i)->kinds;
	}
	return kinds;
}

/* "Set out our approach in a roadmap". */
static bool is_in_document(struct pl_weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;

	for (uint32_t i = clause->object_end; i < clause->end; i++) {
		uint32_t document;

		if (!pl_weigh_says(weigher, i, "in") && !pl_weigh_says(weigher, i, "into"))
			continue;
		document = pl_weigh_find(weigher, i + 1, clause->end, K(DOCUMENT));
		return document != PL_NO_WORD && document < i + 6 && clause->form != PL_CLAUSE_PASSIVE &&
		       !(weigher->verb & K(DEED)) &&
		       pl_weigh_conclude(weigher, PL_YIELD_DOCUMENT, false, clause->verb, document);
	}
	return false;
}

/* "Therapists write notes into the record": how things are done, told as a fact. */
static bool is_practice(const struct pl_weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;

	return clause->form == PL_CLAUSE_AGENT && clause->agent != PL_NO_WORD && clause->agent + 1 == clause->verb &&
	       pl_weigh_word(weigher, clause->agent)->tag == PL_TAG_NOUN;
}

/* No verb says what becomes of it: "Tree strategy", "Staff handbook update". */
static bool is_named(struct pl_weigher *weigher, bool document)
{
	const struct pl_clause *clause = weigher->clause;

	if ((weigher->object & K(REPORTING)) && (weigher->objects & K(DOCUMENT)))
		return pl_weigh_conclude(weigher, PL_YIELD_DOCUMENT, false, clause->object, PL_NO_WORD);
	return document && !is_in_effect(weigher) &&
	       pl_weigh_conclude(weigher, PL_YIELD_DOCUMENT, clause->form == PL_CLAUSE_STATE, clause->object,
	                         PL_NO_WORD);
}

static bool is_made(const struct pl_weigher *weigher, bool document)
{
	static const uint64_t making =
	        K(WRITE) | K(PUBLISH) | K(FINISH) | K(APPROVE) | K(FOUND) | K(ENSURE) | K(SUBMIT);
	uint32_t verb = weigher->clause->verb;

	if (!document && !(kinds_of_heads(weigher) & K(DOCUMENT)))
		return false;
	if ((weigher->verb & K(IMPLEMENT)) && (weigher->object & K(WORKS)))
		return false; /* "deliver the action plan": it is there already */
	if ((weigher->verb & K(ENSURE)) && !pl_weigh_has_cue(weigher, weigher->clause->object, PL_CUE(PRODUCTION)))
		return false;
	if (pl_weigh_has_cue(weigher, verb, PL_CUE(HANDING)))
		return false; /* to somebody outside: the answer is what counts */
	if (!document && !(weigher->verb & K(WRITE)))
		return false; /* "helpline and website launched" */
	return (weigher->verb & making) || pl_weigh_has_cue(weigher, verb, PL_CUE(PLACING));
}

bool pl_weigh_document(struct pl_weigher *weigher)
{
	struct pl_clause *clause = weigher->clause;
	bool document = (weigher->object & K(DOCUMENT)) ||
	                ((weigher->verb & K(PUBLISH)) && (weigher->object & K(STUDY))); /* "publish an audit" */

	if ((weigher->verb & K(WRITE)) && !document && !(weigher->object & K(ASSET)) && is_in_document(weigher))
		return true;
	if (clause->object == PL_NO_WORD || pl_weigh_says(weigher, clause->object_begin, "no") || is_counted(weigher) ||
	    is_practice(weigher))
		return false;
	if (pl_weigh_has_cue(weigher, clause->verb, PL_CUE(WRITING_DOWN)))
		return pl_weigh_conclude(weigher, PL_YIELD_DOCUMENT, false, clause->verb, clause->object);
	if (clause->verb == PL_NO_WORD)
		return is_named(weigher, document);
	return is_made(weigher, document) &&
	       pl_weigh_conclude(weigher, PL_YIELD_DOCUMENT,
	                         document && !(weigher->object & (K(STUDY) | K(ASSET))) && !(weigher->verb & K(ENSURE)),
	                         clause->verb, clause->object);
}
