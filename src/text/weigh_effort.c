/* Effort: somebody tries, supports, considers, improves; nobody could say when it is done. A number makes it a result.
 */
#include "text/weigh.h"

static bool is_plural(const struct pl_weigher *weigher, uint32_t i)
{
	return weigher->draft->written[i]->lexeme.is_plural;
}

/* Things in the plural without an article, a number or "all": "develop services", "provide opportunities". */
static bool is_open_ended(const struct pl_weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;

	return (pl_weigh_has_cue(weigher, clause->verb, PL_CUE(MAKER)) || (weigher->objects & K(WOOLLY)) ||
	        clause->form == PL_CLAUSE_GERUND) &&
	       !pl_weigh_is_passive(weigher) && clause->object != PL_NO_WORD && is_plural(weigher, clause->object) &&
	       !(weigher->objects & (K(ALL) | K(DOCUMENT) | K(DATA) | K(STUDY) | K(PEOPLE))) &&
	       !pl_weigh_says(weigher, clause->object_begin, "the") &&
	       pl_weigh_find(weigher, clause->begin, weigher->reach, K(ALL)) == PL_NO_WORD;
}

/* "Make our parks more welcoming", "take the work further". */
static bool is_bettering(const struct pl_weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;

	return pl_weigh_has_cue(weigher, clause->verb, PL_CUE(BETTERING)) &&
	       ((weigher->object & K(QUALITY)) ||
	        pl_weigh_find(weigher, clause->verb + 1, clause->end, K(WOOLLY)) != PL_NO_WORD ||
	        pl_weigh_find(weigher, clause->object_end, clause->end, K(QUALITY)) != PL_NO_WORD);
}

/* A promise about all of something can be checked one by one, unless it is woolly. */
static bool is_promise_about_all(const struct pl_weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;
	uint32_t repeated = pl_weigh_find(weigher, clause->begin, weigher->reach, K(REPEATED));

	if (repeated != PL_NO_WORD && weigher->draft->words[repeated].tag == PL_TAG_ADVERB)
		return true; /* "ensure policies are reviewed each year": goes on, but can be seen */
	return pl_weigh_find(weigher, clause->begin, weigher->reach, K(ALL)) != PL_NO_WORD &&
	       pl_weigh_find(weigher, clause->begin, weigher->reach, K(WOOLLY)) == PL_NO_WORD;
}

/* Keeping up a thing that is there can be seen: it goes on, but is not vague. */
static bool is_upkeep(const struct pl_weigher *weigher)
{
	return (weigher->verb & K(CONTINUE)) && weigher->clause->object != PL_NO_WORD &&
	       weigher->clause->inner == PL_NO_WORD &&
	       !(weigher->object & (K(QUALITY) | K(WORKS) | K(EVENT) | K(GROUP) | K(PEOPLE) | K(MEASURE)));
}

/* "Scheme implemented at Hillfoot": a place makes it plain. */
static bool is_somewhere(const struct pl_weigher *weigher)
{
	for (uint32_t i = weigher->clause->begin + 1; i < weigher->clause->end; i++)
		if (pl_weigh_word(weigher, i)->tag == PL_TAG_NAME &&
		    (pl_weigh_says(weigher, i - 1, "at") || pl_weigh_says(weigher, i - 1, "in")))
			return true;
	return false;
}

/* What is there or not there: whoever has dealt with it can show it. */
static const uint64_t solid = K(ASSET) | K(DOCUMENT) | K(STUDY) | K(EVENT) | K(DATA) | K(DECISION);

/* "Promote walking", "reduce delays", "deliver the strategy". */
static bool is_plain_effort(const struct pl_weigher *weigher)
{
	static const uint64_t hard =
	        K(DEED) | K(FOUND) | K(FINISH) | K(PUBLISH) | K(WRITE) | K(APPROVE) | K(CONVENE) | K(STUDYING);

	if ((weigher->verb & (K(EFFORT) | K(CHANGE))) && !(weigher->verb & hard) &&
	    !pl_weigh_says(weigher, weigher->clause->verb, "make"))
		return true;
	if ((weigher->verb & K(THINK)) || ((weigher->verb & K(CHANGE)) && !(weigher->verb & K(DEED))))
		return true;
	return (weigher->verb & K(IMPLEMENT)) && (weigher->object & K(WORKS)) && !is_somewhere(weigher);
}

/* Verbs that do something, with an object that cannot be shown: "begin the improvements", "deliver excellent services",
 * "have good relations". */
static bool is_likely_effort(const struct pl_weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;
	bool passive = pl_weigh_is_passive(weigher);

	if ((weigher->verb & K(BEGIN)) && (weigher->object & (K(WORKS) | K(QUALITY))))
		return true;
	if (((weigher->verb & K(IMPLEMENT)) || pl_weigh_says(weigher, clause->verb, "provide")) &&
	    (weigher->objects & K(WOOLLY)) && !passive)
		return true;
	if (is_open_ended(weigher))
		return true;
	if ((weigher->verb & K(HAVE)) && clause->form != PL_CLAUSE_STATE &&
	    !(weigher->object & (K(ASSET) | K(GROUP) | K(PEOPLE))))
		return true;
	return (weigher->object & K(QUALITY)) && !(weigher->object & solid) && !passive &&
	       !(weigher->verb & K(STUDYING));
}

/* "Results shown in the record": something solid has had something done to it. */
static bool is_solid(const struct pl_weigher *weigher)
{
	return pl_weigh_is_passive(weigher) && (weigher->object & solid) && !(weigher->object & K(WORKS)) &&
	       !(weigher->verb & (K(THINK) | K(CHANGE) | K(IMPLEMENT)));
}

static bool is_effort(struct pl_weigher *weigher)
{
	static const uint64_t soft = K(THINK) | K(CONTINUE) | K(MONITOR) | K(TALK);
	bool sure;

	if ((weigher->verb & (K(ENSURE) | K(DEED))) == K(ENSURE)) {
		if (is_promise_about_all(weigher))
			return false;
		sure = false;
	} else if ((weigher->verb & soft) && !(weigher->verb & (K(DEED) | K(STUDYING)))) {
		if (is_upkeep(weigher))
			return false;
		sure = true;
	} else if (is_bettering(weigher) && !pl_weigh_is_passive(weigher)) {
		sure = false;
	} else if (is_solid(weigher)) {
		return false;
	} else {
		sure = is_plain_effort(weigher);
		if (!sure && !is_likely_effort(weigher))
			return false;
	}
	return pl_weigh_conclude(weigher, PL_YIELD_EFFORT, sure, weigher->clause->verb, weigher->clause->object);
}

/* "Comms", "Modal shift": a heading; "a robust and reliable source of data": praise. */
static bool is_catchword(const struct pl_weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;
	uint32_t content = 0, woolly = 0;
	uint64_t told = K(EVENT) | K(GROUP) | K(BODY) | K(DOCUMENT) | K(STUDY) | K(ASSET) | K(DECISION) | K(REPORTING) |
	                K(STAGE);

	if (clause->form != PL_CLAUSE_NOMINAL || clause->role != PL_ROLE_MAIN || weigher->draft->day_count)
		return false;
	for (uint32_t i = 0; i < weigher->draft->count; i++) {
		const struct pl_word *word = pl_weigh_word(weigher, i);

		if (!pl_weigh_counts(weigher, i) || word->tag == PL_TAG_MARK)
			continue;
		content++;
		woolly += i < clause->end && (word->kinds & K(WOOLLY)) != 0;
		if (woolly > 1 || (content > 2 && i >= clause->end))
			break; /* what comes behind changes nothing */
	}
	return woolly > 1 || (content < 3 && clause->object != PL_NO_WORD &&
	                      !(pl_weigh_kinds(weigher, clause->begin, clause->end) & told));
}

bool pl_weigh_effort(struct pl_weigher *weigher)
{
	struct pl_clause *clause = weigher->clause;

	if (weigher->quantity)
		return false;
	if (clause->verb != PL_NO_WORD)
		return is_effort(weigher);
	if (is_catchword(weigher))
		return pl_weigh_conclude(weigher, PL_YIELD_EFFORT, false, clause->object, PL_NO_WORD);
	return clause->object != PL_NO_WORD && (weigher->object & K(QUALITY)) && clause->form != PL_CLAUSE_STATE &&
	       pl_weigh_conclude(weigher, PL_YIELD_EFFORT, false, clause->object, PL_NO_WORD);
}
