/*
 * What each clause would leave behind if it were met: a meeting, a step before a body, a document, a result that could
 * be shown, or effort only. The tests run from the plainest sign to the weakest, and what none of them takes is
 * unclear, which no rule holds against anybody.
 */
#include "text/read.h"

#include "base/str.h"

struct weigher {
	struct pl_draft *draft;
	struct pl_clause *clause;
	uint64_t verb;    /* kinds of the verb; 0 without one */
	uint64_t object;  /* kinds of the head of the object */
	uint64_t objects; /* of every word of its phrase */
	size_t index;
};

#define K(name)            PL_KIND(name)
#define PEOPLE_OF_ANY_KIND (K(PEOPLE) | K(BODY) | K(GROUP) | K(OUTSIDE))

static const struct pl_word *word_at(const struct weigher *weigher, uint32_t i) { return &weigher->draft->words[i]; }

static bool is_word(const struct weigher *weigher, uint32_t i, const char *text)
{
	return i != PL_NO_WORD && i < weigher->draft->count && weigher->draft->entries[i] &&
	       pl_str_equal(weigher->draft->entries[i]->word, pl_str_of(text));
}

static uint64_t kinds_in(const struct weigher *weigher, uint32_t begin, uint32_t end)
{
	uint64_t kinds = 0;

	for (uint32_t i = begin; i < end; i++)
		if (pl_word_counts(word_at(weigher, i)))
			kinds |= word_at(weigher, i)->kinds;
	return kinds;
}

static uint32_t find_kind(const struct weigher *weigher, uint32_t begin, uint32_t end, uint64_t kinds)
{
	for (uint32_t i = begin; i < end; i++)
		if (pl_word_counts(word_at(weigher, i)) && (word_at(weigher, i)->kinds & kinds))
			return i;
	return PL_NO_WORD;
}

static bool conclude(struct weigher *weigher, enum pl_yield yield, bool sure, uint32_t first, uint32_t second)
{
	weigher->clause->yield = (uint8_t)yield;
	weigher->clause->sure = sure;
	weigher->clause->decided[0] = first;
	weigher->clause->decided[1] = second;
	return true;
}

/* Is the noun a body inside: a committee, a cabinet, a named board or a group the plan explains? */
static bool is_body(const struct weigher *weigher, uint32_t i)
{
	const struct pl_word *word = word_at(weigher, i);

	return (word->tag == PL_TAG_NOUN || word->tag == PL_TAG_NAME) && (word->kinds & K(BODY)) &&
	       !(word->kinds & K(OUTSIDE) & ~K(BODY));
}

static uint32_t find_body(const struct weigher *weigher, uint32_t begin, uint32_t end)
{
	for (uint32_t i = begin; i < end; i++)
		if (pl_word_counts(word_at(weigher, i)) && is_body(weigher, i))
			return i;
	return PL_NO_WORD;
}

/* The head of the noun phrase behind a preposition of the clause: "to Cabinet", "by the Board". */
static uint32_t body_behind(const struct weigher *weigher, uint32_t from, const char *const *prepositions)
{
	const struct pl_clause *clause = weigher->clause;

	for (uint32_t i = from; i < clause->end; i++) {
		uint32_t end;

		if (!pl_word_counts(word_at(weigher, i)) || word_at(weigher, i)->tag != PL_TAG_PREPOSITION)
			continue;
		for (size_t k = 0; prepositions[k]; k++) {
			uint32_t body;

			if (!is_word(weigher, i, prepositions[k]))
				continue;
			for (end = i + 1; end < clause->end; end++)
				if (word_at(weigher, end)->tag == PL_TAG_PREPOSITION && !is_word(weigher, end, "of"))
					break;
			body = find_body(weigher, i + 1, end);
			if (body != PL_NO_WORD)
				return body;
		}
	}
	return PL_NO_WORD;
}

static const char *const to_a_body[] = {"to", "before", "at", "for", "with", NULL};
static const char *const by_a_body[] = {"by", "at", "from", "of", NULL};

/* ---- a step before a body ---- */

static bool is_approval(const struct weigher *weigher, uint64_t kinds)
{
	(void)weigher;
	return (kinds & K(DECISION)) != 0;
}

static bool weigh_step(struct weigher *weigher)
{
	struct pl_clause *clause = weigher->clause;
	uint32_t from =
	        clause->verb != PL_NO_WORD && clause->form != PL_CLAUSE_PASSIVE && clause->form != PL_CLAUSE_STATE
	                ? clause->verb
	                : clause->begin;
	uint32_t body = body_behind(weigher, from, to_a_body);
	uint64_t paper = K(DOCUMENT) | K(REPORTING) | K(DATA) | K(DECISION) | K(STUDY);

	if (weigher->verb & K(SUBMIT)) { /* "report to Cabinet", "paper submitted to the Board" */
		if (body != PL_NO_WORD)
			return conclude(weigher, PL_YIELD_STEP, true, clause->verb, body);
		if ((weigher->object & K(BODY)) &&
		    (is_word(weigher, clause->verb, "update") || is_word(weigher, clause->verb, "brief") ||
		     is_word(weigher, clause->verb, "updated") || is_word(weigher, clause->verb, "briefed") ||
		     is_word(weigher, clause->verb, "inform") || is_word(weigher, clause->verb, "informed") ||
		     is_word(weigher, clause->verb, "keep") || is_word(weigher, clause->verb, "kept")))
			return conclude(weigher, PL_YIELD_STEP, true, clause->verb, clause->object);
	}
	if ((weigher->verb & (K(PUBLISH) | K(TALK) | K(WRITE))) && body != PL_NO_WORD && (weigher->object & paper))
		return conclude(weigher, PL_YIELD_STEP, false, clause->verb, body);
	if (weigher->verb & K(APPROVE)) { /* "agreed by the Board", "Cabinet to approve …" */
		uint32_t by = body_behind(weigher, clause->verb, by_a_body);

		if (by != PL_NO_WORD && clause->form == PL_CLAUSE_PASSIVE)
			return conclude(weigher, PL_YIELD_STEP, true, clause->verb, by);
		if (clause->agent != PL_NO_WORD && is_body(weigher, clause->agent))
			return conclude(weigher, PL_YIELD_STEP, true, clause->agent, clause->verb);
	}
	/* "submitted for approval", "seek approval", "Full Council approval", "approval of the plan" */
	if (clause->object != PL_NO_WORD && is_approval(weigher, weigher->object) &&
	    find_kind(weigher, clause->begin, clause->end, K(OUTSIDE)) == PL_NO_WORD) {
		return conclude(weigher, PL_YIELD_STEP, true, clause->object, PL_NO_WORD);
	}
	if (clause->form == PL_CLAUSE_NOMINAL && clause->object != PL_NO_WORD &&
	    (weigher->object & (K(REPORTING) | K(DOCUMENT)))) {
		if (body != PL_NO_WORD)
			return conclude(weigher, PL_YIELD_STEP, true, clause->object, body);
		body = find_body(weigher, clause->object_begin, clause->object);
		if (body != PL_NO_WORD && (weigher->object & K(REPORTING)))
			return conclude(weigher, PL_YIELD_STEP, true, body, clause->object);
	}
	return false;
}

/* ---- a meeting ---- */

static bool is_convening(const struct weigher *weigher)
{
	return (weigher->verb & (K(CONVENE) | K(FOUND) | K(TALK) | K(BEGIN))) &&
	       !(weigher->verb & K(IMPLEMENT) & ~K(CONVENE));
}

static bool weigh_meeting(struct weigher *weigher)
{
	struct pl_clause *clause = weigher->clause;
	uint32_t event = clause->object;

	if (event != PL_NO_WORD && (weigher->object & K(EVENT))) {
		if (clause->verb == PL_NO_WORD || is_convening(weigher) || (weigher->verb & K(CONTINUE)))
			return conclude(weigher, PL_YIELD_MEETING, true, event, clause->verb);
	}
	if ((weigher->verb & K(MEET)) && !(weigher->object & (K(MEASURE) | K(WORKS) | K(DOCUMENT)))) {
		if (clause->object == PL_NO_WORD || (weigher->objects & PEOPLE_OF_ANY_KIND) ||
		    word_at(weigher, clause->object)->tag == PL_TAG_NAME)
			return conclude(weigher, PL_YIELD_MEETING, true, clause->verb, clause->object);
	}
	if ((weigher->verb & K(FOUND)) && clause->object != PL_NO_WORD && (weigher->object & K(GROUP)) &&
	    !is_word(weigher, clause->object, "team") && !is_word(weigher, clause->object, "network") &&
	    !is_word(weigher, clause->object, "teams"))
		return conclude(weigher, PL_YIELD_MEETING, true, clause->object, clause->verb);
	return false;
}

/* A diary entry: a day and who meets. */
static bool weigh_diary(struct weigher *weigher, const struct pl_draft *draft)
{
	struct pl_clause *clause = weigher->clause;
	uint32_t content = 0, who = PL_NO_WORD, reporting;

	if (!draft->day_count || clause->verb != PL_NO_WORD || clause->role != PL_ROLE_MAIN)
		return false;
	for (uint32_t i = clause->begin; i < clause->end; i++) {
		const struct pl_word *word = word_at(weigher, i);

		if (!pl_word_counts(word) || word->tag == PL_TAG_MARK)
			continue;
		content++;
		if (word->tag == PL_TAG_NAME || (word->kinds & PEOPLE_OF_ANY_KIND))
			who = i;
	}
	if (content > 6 || who == PL_NO_WORD)
		return false;
	reporting = find_kind(weigher, clause->begin, clause->end, K(REPORTING));
	if (reporting != PL_NO_WORD)
		return conclude(weigher, PL_YIELD_STEP, true, who, reporting);
	if (kinds_in(weigher, clause->begin, clause->end) & (K(DOCUMENT) | K(ASSET) | K(STUDY)))
		return false;
	return conclude(weigher, PL_YIELD_MEETING, true, who, PL_NO_WORD);
}

/* ---- a document ---- */

static bool weigh_document(struct weigher *weigher)
{
	struct pl_clause *clause = weigher->clause;
	uint64_t making = K(WRITE) | K(PUBLISH) | K(FINISH) | K(APPROVE) | K(FOUND);

	if (clause->object == PL_NO_WORD || !(weigher->object & K(DOCUMENT)))
		return false;
	if (clause->verb == PL_NO_WORD)
		return conclude(weigher, PL_YIELD_DOCUMENT, clause->form == PL_CLAUSE_STATE, clause->object,
		                PL_NO_WORD);
	if (weigher->verb & making)
		return conclude(weigher, PL_YIELD_DOCUMENT, !(weigher->object & K(STUDY)), clause->verb,
		                clause->object);
	return false;
}

/* ---- effort ---- */

static bool has_quantity(const struct weigher *weigher)
{
	for (uint32_t i = 0; i < weigher->draft->count; i++)
		if ((word_at(weigher, i)->flags & (PL_WORD_QUANTITY | PL_WORD_OUTSIDE)) == PL_WORD_QUANTITY)
			return true;
	return false;
}

static bool weigh_effort(struct weigher *weigher)
{
	struct pl_clause *clause = weigher->clause;
	uint64_t hard = K(DEED) | K(FOUND) | K(FINISH) | K(PUBLISH) | K(WRITE) | K(APPROVE) | K(CONVENE) | K(STUDYING);

	if (has_quantity(weigher))
		return false;
	if (clause->verb == PL_NO_WORD) {
		if (clause->object != PL_NO_WORD && (weigher->object & K(QUALITY)) && clause->form != PL_CLAUSE_STATE)
			return conclude(weigher, PL_YIELD_EFFORT, false, clause->object, PL_NO_WORD);
		return false;
	}
	if (weigher->verb & (K(THINK) | K(CONTINUE) | K(MONITOR) | K(TALK)) &&
	    !(weigher->verb & (K(DEED) | K(STUDYING))))
		return conclude(weigher, PL_YIELD_EFFORT, true, clause->verb, clause->object);
	if ((weigher->verb & K(EFFORT)) && !(weigher->verb & hard))
		return conclude(weigher, PL_YIELD_EFFORT, true, clause->verb, clause->object);
	if (weigher->verb & K(THINK))
		return conclude(weigher, PL_YIELD_EFFORT, true, clause->verb, clause->object);
	if ((weigher->verb & K(IMPLEMENT)) && (weigher->object & K(WORKS)))
		return conclude(weigher, PL_YIELD_EFFORT, true, clause->verb, clause->object);
	if ((weigher->verb & K(ENSURE)) && !(weigher->verb & K(DEED)))
		return conclude(weigher, PL_YIELD_EFFORT, false, clause->verb, clause->object);
	if ((weigher->verb & K(CHANGE)) && !(weigher->verb & K(DEED)))
		return conclude(weigher, PL_YIELD_EFFORT, true, clause->verb, clause->object);
	if ((weigher->verb & K(HAVE)) && (weigher->objects & (K(WOOLLY) | K(QUALITY))))
		return conclude(weigher, PL_YIELD_EFFORT, false, clause->verb, clause->object);
	if ((weigher->verb & K(EFFORT)) && (weigher->object & K(QUALITY)))
		return conclude(weigher, PL_YIELD_EFFORT, false, clause->verb, clause->object);
	return false;
}

static void weigh(struct weigher *weigher)
{
	struct pl_clause *clause = weigher->clause;

	if (weigh_step(weigher) || weigh_meeting(weigher) || weigh_diary(weigher, weigher->draft) ||
	    weigh_document(weigher) || weigh_effort(weigher))
		return;
	if (clause->verb != PL_NO_WORD || clause->form == PL_CLAUSE_STATE || has_quantity(weigher))
		conclude(weigher, PL_YIELD_RESULT, false, clause->verb, clause->object);
	else
		conclude(weigher, PL_YIELD_UNCLEAR, false, PL_NO_WORD, PL_NO_WORD);
}

/* "Work with schools to publish a guide" yields what the purpose does, where that is plainer than effort. */
static void take_over_purpose(struct pl_draft *draft)
{
	for (size_t i = 0; i + 1 < draft->clauses.count; i++) {
		struct pl_clause *clause = &draft->clauses.items[i];

		if (clause->yield != PL_YIELD_EFFORT || clause->role != PL_ROLE_MAIN)
			continue;
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
			break;
		}
	}
}

void pl_text_weigh(struct pl_draft *draft)
{
	for (size_t i = 0; i < draft->clauses.count; i++) {
		struct pl_clause *clause = &draft->clauses.items[i];
		struct weigher weigher = {.draft = draft, .clause = clause, .index = i};

		clause->decided[0] = clause->decided[1] = PL_NO_WORD;
		if (clause->verb != PL_NO_WORD)
			weigher.verb = draft->words[clause->verb].kinds;
		if (clause->object != PL_NO_WORD) {
			weigher.object = draft->words[clause->object].kinds;
			weigher.objects = kinds_in(&weigher, clause->object_begin, clause->object_end);
		}
		weigh(&weigher);
	}
	take_over_purpose(draft);
}
