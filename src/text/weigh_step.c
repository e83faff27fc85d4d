/*
 * A step before a body: it is told, asked, or agrees. Only bodies inside count; what a regulator or funder decides is
 * an event that others can see.
 */
#include "text/weigh.h"

/* "Commissioning plan to IJB": what a paper goes to in a headline is a body, even where nobody explains it. */
static uint32_t acronym_behind_to(const struct pl_weigher *weigher)
{
	for (uint32_t i = weigher->clause->object_end; i + 1 < weigher->clause->end; i++)
		if (pl_weigh_says(weigher, i, "to") && pl_weigh_word(weigher, i + 1)->tag == PL_TAG_NAME &&
		    (pl_weigh_word(weigher, i + 1)->flags & PL_WORD_ACRONYM))
			return i + 1;
	return PL_NO_WORD;
}

/* "Scrutiny Committee – approve the design brief": what a body deals with, under its name. */
static bool is_agenda_item(struct pl_weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;
	uint32_t body;

	if (clause->verb != PL_NO_WORD || clause->form != PL_CLAUSE_NOMINAL || clause->object == PL_NO_WORD ||
	    clause->end >= weigher->draft->count || !pl_draft_is_dash(weigher->draft, clause->end))
		return false;
	body = pl_weigh_find_body(weigher, clause->object_begin, clause->object_end);
	return body != PL_NO_WORD &&
	       pl_draft_next(weigher->draft, clause->end + 1, weigher->draft->count) < weigher->draft->count &&
	       pl_weigh_conclude(weigher, PL_YIELD_STEP, false, body, PL_NO_WORD);
}

/* "Report to Cabinet", "Draft policy to Cabinet", "Panel update", "end of year report, Joint Committee". */
static bool is_paper_for_body(struct pl_weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;
	uint32_t body;

	if (clause->object == PL_NO_WORD || clause->verb != PL_NO_WORD)
		return false;
	body = pl_weigh_body_behind(weigher, clause->begin, clause->end,
	                            weigher->object & K(REPORTING)
	                                    ? PL_CUE(TO) | PL_CUE(BEFORE) | PL_CUE(FOR) | PL_CUE(AT)
	                                    : PL_CUE(TO) | PL_CUE(BEFORE));
	if (body != PL_NO_WORD && (weigher->object & (PAPERS | K(WORKS))))
		return pl_weigh_conclude(weigher, PL_YIELD_STEP, true, clause->object, body);
	if (body != PL_NO_WORD &&
	    pl_weigh_body_behind(weigher, clause->begin, clause->end, PL_CUE(BEFORE)) != PL_NO_WORD)
		return pl_weigh_conclude(weigher, PL_YIELD_STEP, true, body, PL_NO_WORD);
	if (body == PL_NO_WORD && (weigher->object & (K(REPORTING) | K(WORKS) | K(DOCUMENT))) &&
	    (body = acronym_behind_to(weigher)) != PL_NO_WORD)
		return pl_weigh_conclude(weigher, PL_YIELD_STEP, false, clause->object, body);
	body = pl_weigh_find_body(weigher, clause->object_begin, clause->object_end);
	if (body != PL_NO_WORD && body != clause->object && (weigher->object & K(REPORTING)))
		return pl_weigh_conclude(weigher, PL_YIELD_STEP, true, body, clause->object);
	return false;
}

/* A paper right in front of "to <body>", whatever is done with it: "prepare a report to the Board". */
static bool is_paper_on_its_way(struct pl_weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;

	if (!(weigher->draft->said & K(REPORTING)))
		return false;
	for (uint32_t i = clause->begin + 1; i < weigher->reach; i++) {
		uint32_t before = pl_draft_before(weigher->draft, i, clause->begin), body;

		if (pl_weigh_word(weigher, i)->tag != PL_TAG_PREPOSITION || !pl_weigh_says(weigher, i, "to") ||
		    before == PL_NO_WORD || !(pl_weigh_word(weigher, before)->kinds & K(REPORTING)))
			continue;
		body = pl_weigh_body_behind(weigher, i, weigher->reach, PL_CUE(TO) | PL_CUE(BEFORE));
		if (body != PL_NO_WORD)
			return pl_weigh_conclude(weigher, PL_YIELD_STEP, true, before, body);
	}
	return false;
}

/* Whom the paper, or what is told, goes to; PL_NO_WORD. */
static uint32_t addressee(const struct pl_weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;

	if (weigher->verb & K(SUBMIT))
		return pl_weigh_body_behind(weigher, clause->verb, weigher->reach,
		                            PL_CUE(TO) | PL_CUE(BEFORE) | PL_CUE(FOR) | PL_CUE(AT));
	if ((weigher->verb & (K(PUBLISH) | K(TALK))) && (weigher->object & PAPERS))
		return pl_weigh_body_behind(weigher, clause->verb, weigher->reach,
		                            PL_CUE(TO) | PL_CUE(WITH) | PL_CUE(BEFORE));
	if ((weigher->verb & K(WRITE)) && (weigher->object & (PAPERS | K(WORKS))))
		return pl_weigh_body_behind(weigher, clause->verb, clause->end, PL_CUE(TO) | PL_CUE(BEFORE));
	return PL_NO_WORD;
}

/* "Take the pupils to the Council": a deed that has nothing to do with papers. */
static bool is_deed_for(const struct pl_weigher *weigher, uint32_t body)
{
	return (weigher->verb & K(DEED)) && !(weigher->verb & K(PUBLISH)) && !(weigher->objects & PAPERS) &&
	       weigher->clause->object != body;
}

/* "Report … to Cabinet", "update the Board", "share the draft with the Panel", "keep the Board informed". */
static bool is_submitted(struct pl_weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;
	bool submit = (weigher->verb & K(SUBMIT)) != 0;
	uint32_t body = addressee(weigher);

	if (body != PL_NO_WORD && !is_deed_for(weigher, body))
		return pl_weigh_conclude(weigher, PL_YIELD_STEP, submit, clause->verb, body);
	if (clause->object == PL_NO_WORD || clause->verb == PL_NO_WORD || (weigher->object & PAPERS))
		return false;
	body = pl_weigh_find_body(weigher, clause->object_begin, clause->object_end);
	if (body == PL_NO_WORD)
		return false;
	if (!submit && (!pl_weigh_has_cue(weigher, clause->verb, PL_CUE(KEEPING)) ||
	                pl_weigh_find_cue(weigher, clause->object_end, clause->end, PL_CUE(INFORMED)) == PL_NO_WORD))
		return false;
	return pl_weigh_conclude(weigher, PL_YIELD_STEP, true, clause->verb, body);
}

/* "Cabinet to approve …", "agreed by the Board", "Committee receives a report". */
static bool is_dealt_with(struct pl_weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;
	bool dealt = (weigher->verb & K(APPROVE)) || pl_weigh_has_cue(weigher, clause->verb, PL_CUE(DEALING));
	uint32_t by;

	if (clause->verb == PL_NO_WORD || !dealt)
		return false;
	if (clause->agent != PL_NO_WORD && pl_weigh_is_body(weigher, clause->agent))
		return pl_weigh_conclude(weigher, PL_YIELD_STEP, true, clause->agent, clause->verb);
	if (!pl_weigh_is_passive(weigher))
		return false;
	by = pl_weigh_body_behind(weigher, clause->verb, clause->end,
	                          PL_CUE(BY) | PL_CUE(AT) | PL_CUE(FROM) | PL_CUE(THROUGH) | PL_CUE(VIA));
	return by != PL_NO_WORD && pl_weigh_conclude(weigher, PL_YIELD_STEP, true, clause->verb, by);
}

/* "Agreement of the Authority", "support of CMT", "decision by Cabinet". */
static bool is_backing(struct pl_weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;
	uint32_t word = pl_weigh_find_cue(weigher, clause->begin, clause->end, PL_CUE(BACKING));
	uint32_t body = word == PL_NO_WORD ? PL_NO_WORD
	                                   : pl_weigh_body_behind(weigher, word, clause->end,
	                                                          PL_CUE(OF) | PL_CUE(BY) | PL_CUE(FROM));

	return body != PL_NO_WORD && pl_weigh_conclude(weigher, PL_YIELD_STEP, true, word, body);
}

/* "Board approval of the plan", "submitted for approval", "seek sign-off". An approval without a body that is received
 * or granted is somebody else's: a funder's, a planning authority's. */
static bool is_approval(struct pl_weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;
	uint32_t decision = pl_weigh_find(weigher, clause->begin, clause->end, K(DECISION)), body;

	if (decision == PL_NO_WORD)
		return is_backing(weigher);
	if (pl_weigh_describes_next(weigher, decision))
		return false; /* "sign-off limits raised" */
	if (pl_weigh_find(weigher, clause->begin, clause->end, K(OUTSIDE)) != PL_NO_WORD)
		return false;
	body = pl_weigh_find_body(weigher, clause->begin, weigher->reach);
	if (body != PL_NO_WORD)
		return pl_weigh_conclude(weigher, PL_YIELD_STEP, true, decision, body);
	if (clause->verb == PL_NO_WORD && decision > clause->begin && pl_weigh_says(weigher, decision - 1, "for"))
		return pl_weigh_conclude(weigher, PL_YIELD_STEP, false, decision,
		                         PL_NO_WORD); /* "options for approval" */
	if (decision == clause->object && clause->verb == PL_NO_WORD && clause->form == PL_CLAUSE_NOMINAL &&
	    clause->object_begin == clause->object)
		return pl_weigh_conclude(weigher, PL_YIELD_STEP, false, decision, PL_NO_WORD);
	if (weigher->verb & (K(SUBMIT) | K(EFFORT)))
		return pl_weigh_conclude(weigher, PL_YIELD_STEP, (weigher->verb & K(SUBMIT)) != 0, clause->verb,
		                         decision);
	return false;
}

/* "Note to be gone through at the next meeting", "circulate the note before the meeting". */
static bool is_for_meeting(struct pl_weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;

	if (!(weigher->verb & (K(PUBLISH) | K(TALK) | K(THINK) | K(SUBMIT))) || !(weigher->object & PAPERS))
		return false;
	for (uint32_t i = clause->verb; i < clause->end; i++) {
		uint32_t event;

		if (pl_weigh_word(weigher, i)->tag != PL_TAG_PREPOSITION ||
		    !pl_weigh_has_cue(weigher, i, PL_CUE(AT) | PL_CUE(BEFORE) | PL_CUE(TO) | PL_CUE(IN)))
			continue;
		event = pl_weigh_find(weigher, i + 1, clause->end, K(EVENT));
		if (event != PL_NO_WORD)
			return pl_weigh_conclude(weigher, PL_YIELD_STEP, false, clause->verb, event);
	}
	return false;
}

/* "Recommendations put before the Joint Committee". */
static bool is_put_before(struct pl_weigher *weigher)
{
	uint32_t body = pl_weigh_body_behind(weigher, weigher->clause->begin, weigher->clause->end, PL_CUE(BEFORE));

	return body != PL_NO_WORD && weigher->clause->verb != PL_NO_WORD &&
	       pl_weigh_has_cue(weigher, weigher->clause->verb, PL_CUE(PUTTING)) &&
	       pl_weigh_conclude(weigher, PL_YIELD_STEP, true, weigher->clause->verb, body);
}

bool pl_weigh_step(struct pl_weigher *weigher)
{
	return is_put_before(weigher) || is_agenda_item(weigher) || is_paper_for_body(weigher) ||
	       is_dealt_with(weigher) || is_submitted(weigher) || is_approval(weigher) ||
	       is_paper_on_its_way(weigher) || is_for_meeting(weigher);
}
