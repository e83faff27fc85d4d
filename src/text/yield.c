/*
 * What each clause would leave behind if it were met: a meeting, a step before a body, a document, a result that could
 * be shown, or effort only. The tests run from the plainest sign to the weakest, and what none of them takes is
 * unclear, which no rule holds against anybody.
 */
#include "text/weigh.h"

static void weigh(struct pl_weigher *weigher)
{
	struct pl_clause *clause = weigher->clause;

	if (pl_weigh_diary(weigher) || pl_weigh_step(weigher) || pl_weigh_meeting(weigher) ||
	    pl_weigh_document(weigher) || pl_weigh_effort(weigher))
		return;
	if (clause->verb != PL_NO_WORD || clause->form == PL_CLAUSE_STATE || weigher->quantity)
		pl_weigh_conclude(weigher, PL_YIELD_RESULT, false, clause->verb, clause->object);
	else
		pl_weigh_conclude(weigher, PL_YIELD_UNCLEAR, false, PL_NO_WORD, PL_NO_WORD);
}

/* "Work with schools to publish a guide" yields what the purpose does, where that is plainer than effort. */
static void take_over_purpose(struct pl_draft *draft, size_t i)
{
	struct pl_clause *clause = &draft->clauses.items[i];

	for (size_t k = i + 1; k < draft->clauses.count && draft->clauses.items[k].role != PL_ROLE_MAIN; k++) {
		const struct pl_clause *purpose = &draft->clauses.items[k];

		if (purpose->role != PL_ROLE_PURPOSE ||
		    (purpose->yield != PL_YIELD_MEETING && purpose->yield != PL_YIELD_DOCUMENT &&
		     purpose->yield != PL_YIELD_STEP))
			continue;
		clause->yield = purpose->yield;
		clause->sure = false;
		clause->decided[0] = purpose->decided[0];
		clause->decided[1] = purpose->decided[1];
		return;
	}
}

static uint32_t reach_of(const struct pl_draft *draft, size_t i)
{
	for (size_t k = i + 1; k < draft->clauses.count; k++)
		if (draft->clauses.items[k].role == PL_ROLE_MAIN)
			return draft->clauses.items[k].begin;
	return draft->count;
}

static bool has_quantity(const struct pl_draft *draft, uint32_t begin, uint32_t end)
{
	for (uint32_t i = begin; i < end; i++)
		if ((draft->words[i].flags & (PL_WORD_QUANTITY | PL_WORD_OUTSIDE)) == PL_WORD_QUANTITY)
			return true;
	return false;
}

/* What "it" and "them" stand for: the object of the main clause before. */
static uint64_t object_before(const struct pl_draft *draft, size_t i)
{
	while (i-- > 0)
		if (draft->clauses.items[i].role == PL_ROLE_MAIN && draft->clauses.items[i].object != PL_NO_WORD)
			return draft->words[draft->clauses.items[i].object].kinds;
	return 0;
}

/* "It", "them", and what is only said to whom: "circulate to members". */
static bool speaks_of_object_before(const struct pl_weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;

	return clause->role == PL_ROLE_MAIN && (pl_draft_is_tag(weigher->draft, clause->object, PL_TAG_PRONOUN) ||
	                                        (clause->oblique && (weigher->verb & K(PUBLISH))));
}

static void set_kinds(struct pl_weigher *weigher, size_t i)
{
	const struct pl_clause *clause = weigher->clause;

	if (clause->verb != PL_NO_WORD)
		weigher->verb = pl_weigh_word(weigher, clause->verb)->kinds;
	if (clause->inner != PL_NO_WORD)
		weigher->verb |= pl_weigh_word(weigher, clause->inner)->kinds;
	if (clause->object == PL_NO_WORD)
		return;
	weigher->objects = pl_weigh_kinds(weigher, clause->object_begin, clause->object_end);
	weigher->object = i && speaks_of_object_before(weigher) ? object_before(weigher->draft, i)
	                                                        : pl_weigh_word(weigher, clause->object)->kinds;
}

static void weigh_clause(struct pl_draft *draft, size_t i)
{
	struct pl_clause *clause = &draft->clauses.items[i];
	struct pl_weigher weigher = {.draft = draft, .clause = clause};

	clause->decided[0] = clause->decided[1] = PL_NO_WORD;
	weigher.reach = clause->role == PL_ROLE_MAIN ? reach_of(draft, i) : clause->end;
	weigher.quantity = has_quantity(draft, clause->begin, weigher.reach);
	set_kinds(&weigher, i);
	weigh(&weigher);
}

/* "Scrutiny Committee – approve the design brief": behind the dash stands what the body deals with. */
static bool is_agenda(const struct pl_draft *draft, const struct pl_clause *clause)
{
	return clause->yield == PL_YIELD_STEP && clause->form == PL_CLAUSE_NOMINAL && clause->end < draft->count &&
	       pl_draft_is_dash(draft, clause->end);
}

void pl_text_weigh(struct pl_draft *draft)
{
	size_t count = draft->clauses.count;

	for (size_t i = 0; i < count; i++)
		weigh_clause(draft, i);
	for (size_t i = 0; i < count; i++) {
		const struct pl_clause *clause = &draft->clauses.items[i];

		if (clause->role == PL_ROLE_MAIN && clause->yield == PL_YIELD_EFFORT)
			take_over_purpose(draft, i);
		else if (i + 1 < count && is_agenda(draft, clause))
			draft->clauses.items[i + 1].role = PL_ROLE_RELATIVE;
	}
}
