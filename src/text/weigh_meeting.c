/* A meeting: people meet, or a group exists. Visits, sessions and talks that are counted are the service itself. */
#include "text/weigh.h"

static bool is_group(const struct pl_weigher *weigher, uint32_t i)
{
	if (pl_weigh_says(weigher, i, "network") && pl_weigh_says(weigher, i + 1, "of"))
		return false; /* a network of champions, of paths */
	return i != PL_NO_WORD && (pl_weigh_word(weigher, i)->kinds & K(GROUP)) &&
	       !pl_weigh_has_cue(weigher, i, PL_CUE(NO_GROUP)) &&
	       !((pl_weigh_word(weigher, i)->kinds & K(PEOPLE)) && !(pl_weigh_word(weigher, i)->kinds & K(BODY)));
}

/* Things that happen are counted: "12 school visits" are the service itself. */
static bool is_service(const struct pl_weigher *weigher, uint32_t event)
{
	return pl_weigh_has_cue(weigher, event, PL_CUE(SERVICE)) && weigher->quantity;
}

static bool is_event(struct pl_weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;
	uint64_t holding = K(CONVENE) | K(FOUND) | K(BEGIN) | K(CONTINUE) | K(MEET) | K(APPROVE);

	if (clause->object == PL_NO_WORD && clause->agent != PL_NO_WORD && (weigher->verb & (K(BEGIN) | K(CONVENE))) &&
	    (pl_weigh_word(weigher, clause->agent)->kinds & K(EVENT)))
		return pl_weigh_conclude(weigher, PL_YIELD_MEETING, true, clause->agent,
		                         clause->verb); /* "planning meeting begins" */
	if (clause->object == PL_NO_WORD || !(weigher->object & K(EVENT)) || is_service(weigher, clause->object))
		return false;
	if (clause->form == PL_CLAUSE_STATE && pl_weigh_has_cue(weigher, clause->object, PL_CUE(SERVICE)))
		return false; /* "drop-in sessions in place" */
	if (clause->verb == PL_NO_WORD)
		return pl_weigh_conclude(weigher, PL_YIELD_MEETING, !(weigher->object & K(DOCUMENT)), clause->object,
		                         PL_NO_WORD);
	if ((weigher->verb & K(CONTINUE)) && pl_weigh_has_cue(weigher, clause->object, PL_CUE(SERVICE)))
		return false; /* "continue drop-in sessions" is the service */
	return (weigher->verb & holding) &&
	       pl_weigh_conclude(weigher, PL_YIELD_MEETING, true, clause->object, clause->verb);
}

/* "Arrange for the contractor to come to the forum". */
static bool is_arranged(struct pl_weigher *weigher)
{
	uint32_t event;

	if (!pl_weigh_has_cue(weigher, weigher->clause->verb, PL_CUE(ARRANGING)))
		return false;
	event = pl_weigh_find(weigher, weigher->clause->verb, weigher->reach, K(EVENT));
	return event != PL_NO_WORD && pl_weigh_conclude(weigher, PL_YIELD_MEETING, false, weigher->clause->verb, event);
}

/* People meet: not "meets the standard", not "targets met". */
static bool is_people_meeting(struct pl_weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;
	uint64_t things = K(MEASURE) | K(WORKS) | K(DOCUMENT) | K(STUDY) | K(QUALITY);

	if (!(weigher->verb & K(MEET)) || pl_weigh_is_passive(weigher))
		return false;
	if (clause->agent != PL_NO_WORD && !(pl_weigh_word(weigher, clause->agent)->kinds & PEOPLE_OF_ANY_KIND) &&
	    pl_weigh_word(weigher, clause->agent)->tag == PL_TAG_NOUN)
		return false;
	if (clause->object == PL_NO_WORD &&
	    pl_weigh_kinds(weigher, clause->object_begin, clause->object_end) & ~K(REPEATED))
		return false;
	if (clause->object != PL_NO_WORD && (weigher->object & things) &&
	    !(pl_weigh_word(weigher, clause->object)->flags & PL_WORD_CAPITAL))
		return false;
	if (is_service(weigher, clause->verb))
		return false;
	return pl_weigh_conclude(weigher, PL_YIELD_MEETING, true, clause->verb, clause->object);
}

static bool is_invitation(struct pl_weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;

	if (!pl_weigh_has_cue(weigher, clause->verb, PL_CUE(INVITING)) || (weigher->object & (PAPERS | K(WORKS))) ||
	    pl_weigh_has_cue(weigher, clause->object, PL_CUE(BID)))
		return false;
	return pl_weigh_conclude(weigher, PL_YIELD_MEETING, false, clause->verb,
	                         pl_weigh_find(weigher, clause->verb, weigher->reach, K(EVENT) | K(BODY)));
}

static bool is_group_founded(struct pl_weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;

	if (!is_group(weigher, clause->object))
		return false;
	if (clause->form == PL_CLAUSE_STATE || (weigher->verb & (K(FOUND) | K(CONVENE) | K(CONTINUE) | K(PUBLISH))))
		return pl_weigh_conclude(weigher, PL_YIELD_MEETING, (weigher->verb & K(FOUND)) != 0, clause->object,
		                         clause->verb);
	return clause->verb == PL_NO_WORD &&
	       pl_weigh_conclude(weigher, PL_YIELD_MEETING, false, clause->object, PL_NO_WORD);
}

/* What a diary entry holds. */
struct diary {
	uint32_t content;
	uint32_t who, paper; /* the last of each; PL_NO_WORD */
};

/* False where it is no diary entry after all: too long, or about a document, a study or works. */
static bool read_diary(const struct pl_weigher *weigher, struct diary *diary)
{
	for (uint32_t i = 0; i < weigher->draft->count; i++) {
		const struct pl_word *word = pl_weigh_word(weigher, i);
		bool event = (word->kinds & K(EVENT)) != 0;

		if (!pl_word_counts(word) || word->tag == PL_TAG_MARK)
			continue;
		if (++diary->content > 6)
			return false;
		if (word->tag == PL_TAG_NAME || event || (word->kinds & PEOPLE_OF_ANY_KIND))
			diary->who = i;
		if (((word->kinds & K(REPORTING)) && !event) || (word->tag == PL_TAG_VERB && (word->kinds & K(SUBMIT))))
			diary->paper = i;
		else if ((word->kinds & (K(DOCUMENT) | K(STUDY) | K(WORKS))) && !event)
			return false;
	}
	return diary->who != PL_NO_WORD || diary->content <= 2;
}

/* A diary entry: a day and who meets ("21 Jan Leaders"), or what they get. */
bool pl_weigh_diary(struct pl_weigher *weigher)
{
	struct pl_clause *clause = weigher->clause;
	struct diary diary = {0, PL_NO_WORD, PL_NO_WORD};

	if (!weigher->draft->day_count || clause->role != PL_ROLE_MAIN || weigher->quantity)
		return false;
	if (clause->verb != PL_NO_WORD && !(weigher->verb & (K(SUBMIT) | K(MONITOR))) &&
	    pl_weigh_word(weigher, clause->verb)->form != PL_FORM_S &&
	    !weigher->draft->written[clause->verb]->lexeme.is_noun)
		return false;
	if (!read_diary(weigher, &diary))
		return false;
	if (diary.paper != PL_NO_WORD)
		return pl_weigh_conclude(weigher, PL_YIELD_STEP, true, diary.paper, diary.who);
	return pl_weigh_conclude(weigher, PL_YIELD_MEETING, true, diary.who != PL_NO_WORD ? diary.who : clause->object,
	                         PL_NO_WORD);
}

bool pl_weigh_meeting(struct pl_weigher *weigher)
{
	return is_event(weigher) || is_arranged(weigher) || is_people_meeting(weigher) || is_invitation(weigher) ||
	       is_group_founded(weigher);
}
