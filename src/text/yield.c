/*
 * What each clause would leave behind if it were met: a meeting, a step before a body, a document, a result that could
 * be shown, or effort only. The tests run from the plainest sign to the weakest, and what none of them takes is
 * unclear, which no rule holds against anybody.
 */
#include "text/draft.h"

struct weigher {
	struct pl_draft *draft;
	struct pl_clause *clause;
	uint64_t verb;    /* kinds of the verb; 0 without one */
	uint64_t object;  /* kinds of the head of the object */
	uint64_t objects; /* of every word of its phrase */
	uint32_t reach;   /* end of what hangs on the clause: the next main clause */
	bool quantity;    /* something is counted in it or in what hangs on it */
};

#define K(name)            PL_KIND(name)
#define PEOPLE_OF_ANY_KIND (K(PEOPLE) | K(BODY) | K(GROUP) | K(OUTSIDE))
#define PAPERS             (K(DOCUMENT) | K(REPORTING) | K(DATA) | K(STUDY))

/* ---- looking ---- */

static const struct pl_word *word_at(const struct weigher *weigher, uint32_t i) { return &weigher->draft->words[i]; }

static bool is_word(const struct weigher *weigher, uint32_t i, const char *text)
{
	return i != PL_NO_WORD && i < weigher->draft->count && weigher->draft->entries[i] &&
	       pl_str_equal(weigher->draft->entries[i]->word, pl_str_of(text));
}

static bool is_any(const struct weigher *weigher, uint32_t i, const char *const *texts)
{
	for (; i != PL_NO_WORD && *texts; texts++)
		if (is_word(weigher, i, *texts))
			return true;
	return false;
}

static uint32_t find_any(const struct weigher *weigher, uint32_t begin, uint32_t end, const char *const *texts)
{
	for (uint32_t i = begin; i < end; i++)
		if (pl_word_counts(word_at(weigher, i)) && is_any(weigher, i, texts))
			return i;
	return PL_NO_WORD;
}

static bool counts(const struct weigher *weigher, uint32_t i) { return pl_word_counts(word_at(weigher, i)); }

static uint64_t kinds_in(const struct weigher *weigher, uint32_t begin, uint32_t end)
{
	uint64_t kinds = 0;

	for (uint32_t i = begin; i < end; i++)
		if (counts(weigher, i))
			kinds |= word_at(weigher, i)->kinds;
	return kinds;
}

static uint32_t find_kind(const struct weigher *weigher, uint32_t begin, uint32_t end, uint64_t kinds)
{
	for (uint32_t i = begin; i < end; i++)
		if (counts(weigher, i) && (word_at(weigher, i)->kinds & kinds))
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

static bool is_passive(const struct weigher *weigher) { return weigher->clause->form == PL_CLAUSE_PASSIVE; }

/* ---- bodies ---- */

/* "The Cabinet Office", "ODUG pages": the body only says whose the next noun is. */
static bool describes_next(const struct weigher *weigher, uint32_t i)
{
	uint32_t next = i + (word_at(weigher, i)->length ? word_at(weigher, i)->length : 1);
	const struct pl_word *word = next < weigher->draft->count ? word_at(weigher, next) : NULL;

	return word && pl_word_counts(word) && (word->tag == PL_TAG_NOUN || word->tag == PL_TAG_NAME) &&
	       !(word->kinds & (K(PEOPLE) | K(BODY) | K(GROUP) | K(EVENT) | K(REPORTING) | K(DECISION)));
}

/* "Strategic Planning Group": by its shape. */
static bool is_named_group(const struct weigher *weigher, uint32_t i)
{
	return (word_at(weigher, i)->kinds & K(GROUP)) && (word_at(weigher, i)->flags & PL_WORD_CAPITAL) && i &&
	       (word_at(weigher, i - 1)->flags & PL_WORD_CAPITAL) && !is_word(weigher, i, "team") &&
	       !is_word(weigher, i, "council") && i > weigher->clause->begin + 1;
}

/* Is the noun a body inside: a committee, a cabinet, a named board, a group that the plan explains? In the plural
 * ("parish councils") it is others'. */
static bool is_body(const struct weigher *weigher, uint32_t i)
{
	const struct pl_word *word = word_at(weigher, i);
	const struct pl_vocabulary_entry *entry = weigher->draft->entries[i];

	if (word->tag != PL_TAG_NOUN && word->tag != PL_TAG_NAME)
		return false;
	if (!(word->kinds & K(BODY)) && !is_named_group(weigher, i))
		return false;
	if (describes_next(weigher, i))
		return false;
	return (word->kinds & K(PEOPLE)) || !entry || !entry->lexeme.is_plural || (word->flags & PL_WORD_ACRONYM);
}

static uint32_t find_body(const struct weigher *weigher, uint32_t begin, uint32_t end)
{
	for (uint32_t i = begin; i < end; i++)
		if (counts(weigher, i) && is_body(weigher, i))
			return i;
	return PL_NO_WORD;
}

static bool ends_phrase(const struct weigher *weigher, uint32_t i)
{
	const struct pl_word *word = word_at(weigher, i);

	return word->tag == PL_TAG_VERB || word->tag == PL_TAG_TO || word->tag == PL_TAG_JOIN ||
	       word->tag == PL_TAG_MODAL ||
	       (word->tag == PL_TAG_PREPOSITION && !is_word(weigher, i, "of") && !is_word(weigher, i, "and"));
}

/* A body in the noun phrase behind one of the prepositions: "to Cabinet", "by the Board". */
static uint32_t body_behind(const struct weigher *weigher, uint32_t from, uint32_t reach,
                            const char *const *prepositions)
{
	for (uint32_t i = from; i < reach; i++) {
		uint32_t end = i + 1, body;

		if (!counts(weigher, i) || word_at(weigher, i)->tag != PL_TAG_PREPOSITION ||
		    !is_any(weigher, i, prepositions))
			continue;
		while (end < reach && !ends_phrase(weigher, end))
			end++;
		body = find_body(weigher, i + 1, end);
		if (body != PL_NO_WORD)
			return body;
	}
	return PL_NO_WORD;
}

static const char *const to_before[] = {"to", "before", "for", "at", NULL};
static const char *const to_with[] = {"to", "with", "before", NULL};
static const char *const only_to[] = {"to", "before", NULL};
static const char *const by_from[] = {"by", "at", "from", "through", "via", NULL};

/* ---- a step before a body ---- */

/* "Commissioning plan to IJB": what a paper goes to in a headline is a body, even where nobody explains it. */
static uint32_t acronym_behind_to(const struct weigher *weigher)
{
	for (uint32_t i = weigher->clause->object_end; i + 1 < weigher->clause->end; i++)
		if (is_word(weigher, i, "to") && word_at(weigher, i + 1)->tag == PL_TAG_NAME &&
		    (word_at(weigher, i + 1)->flags & PL_WORD_ACRONYM))
			return i + 1;
	return PL_NO_WORD;
}

/* "Scrutiny Committee – approve the design brief": what a body deals with, under its name. */
static bool is_agenda_item(struct weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;
	uint32_t body;

	if (clause->verb != PL_NO_WORD || clause->form != PL_CLAUSE_NOMINAL || clause->object == PL_NO_WORD ||
	    clause->end >= weigher->draft->count || !pl_draft_is_dash(weigher->draft, clause->end))
		return false;
	body = find_body(weigher, clause->object_begin, clause->object_end);
	return body != PL_NO_WORD &&
	       pl_draft_next(weigher->draft, clause->end + 1, weigher->draft->count) < weigher->draft->count &&
	       conclude(weigher, PL_YIELD_STEP, false, body, PL_NO_WORD);
}

/* "Report to Cabinet", "Draft policy to Cabinet", "Panel update", "end of year report, Joint Committee". */
static bool is_paper_for_body(struct weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;
	uint32_t body;

	if (clause->object == PL_NO_WORD || clause->verb != PL_NO_WORD)
		return false;
	body = body_behind(weigher, clause->begin, clause->end, weigher->object & K(REPORTING) ? to_before : only_to);
	if (body != PL_NO_WORD && (weigher->object & (PAPERS | K(WORKS))))
		return conclude(weigher, PL_YIELD_STEP, true, clause->object, body);
	if (body != PL_NO_WORD &&
	    body_behind(weigher, clause->begin, clause->end, (const char *const[]){"before", NULL}) != PL_NO_WORD)
		return conclude(weigher, PL_YIELD_STEP, true, body, PL_NO_WORD);
	if (body == PL_NO_WORD && (weigher->object & (K(REPORTING) | K(WORKS) | K(DOCUMENT))) &&
	    (body = acronym_behind_to(weigher)) != PL_NO_WORD)
		return conclude(weigher, PL_YIELD_STEP, false, clause->object, body);
	body = find_body(weigher, clause->object_begin, clause->object_end);
	if (body != PL_NO_WORD && body != clause->object && (weigher->object & K(REPORTING)))
		return conclude(weigher, PL_YIELD_STEP, true, body, clause->object);
	return false;
}

/* A paper right in front of "to <body>", whatever is done with it: "prepare a report to the Board". */
static bool is_paper_on_its_way(struct weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;

	for (uint32_t i = clause->begin + 1; i < weigher->reach; i++) {
		uint32_t before = pl_draft_before(weigher->draft, i, clause->begin), body;

		if (word_at(weigher, i)->tag != PL_TAG_PREPOSITION || !is_word(weigher, i, "to") ||
		    before == PL_NO_WORD || !(word_at(weigher, before)->kinds & K(REPORTING)))
			continue;
		body = body_behind(weigher, i, weigher->reach, only_to);
		if (body != PL_NO_WORD)
			return conclude(weigher, PL_YIELD_STEP, true, before, body);
	}
	return false;
}

/* "Report … to Cabinet", "update the Board", "share the draft with the Panel". */
static bool is_submitted(struct weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;
	uint32_t body = PL_NO_WORD;

	if (weigher->verb & K(SUBMIT))
		body = body_behind(weigher, clause->verb, weigher->reach, to_before);
	else if ((weigher->verb & (K(PUBLISH) | K(TALK))) && (weigher->object & PAPERS))
		body = body_behind(weigher, clause->verb, weigher->reach, to_with);
	else if ((weigher->verb & K(WRITE)) && (weigher->object & (PAPERS | K(WORKS))))
		body = body_behind(weigher, clause->verb, clause->end, only_to);
	if (body != PL_NO_WORD && !((weigher->verb & K(DEED)) && !(weigher->objects & PAPERS) &&
	                            clause->object != body && !(weigher->verb & K(PUBLISH))))
		return conclude(weigher, PL_YIELD_STEP, (weigher->verb & K(SUBMIT)) != 0, clause->verb, body);
	if (clause->object == PL_NO_WORD || clause->verb == PL_NO_WORD)
		return false;
	body = find_body(weigher, clause->object_begin, clause->object_end);
	if (body == PL_NO_WORD || (weigher->object & PAPERS))
		return false;
	if (weigher->verb & K(SUBMIT)) /* "update the Board", "brief the Leaders' Group" */
		return conclude(weigher, PL_YIELD_STEP, true, clause->verb, body);
	return (is_word(weigher, clause->verb, "keep") || is_word(weigher, clause->verb, "keeping")) &&
	       find_any(weigher, clause->object_end, clause->end,
	                (const char *const[]){"updated", "informed", "briefed", NULL}) != PL_NO_WORD &&
	       conclude(weigher, PL_YIELD_STEP, true, clause->verb, body);
}

static const char *const dealing[] = {
        "receive",   "receives", "received", "consider",   "considers",   "considered", "discuss",  "discusses",
        "discussed", "review",   "reviews",  "reviewed",   "note",        "notes",      "noted",    "see",
        "sees",      "hear",     "hears",    "scrutinise", "scrutinised", "examine",    "examined", "debate",
        "debated",   "take",     "takes",    "tabled",     "endorse",     "vote",       "votes",    NULL};

/* "Cabinet to approve …", "agreed by the Board", "Committee receives a report". */
static bool is_dealt_with(struct weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;
	bool dealt = (weigher->verb & K(APPROVE)) || is_any(weigher, clause->verb, dealing);
	uint32_t by;

	if (clause->verb == PL_NO_WORD || !dealt)
		return false;
	if (clause->agent != PL_NO_WORD && is_body(weigher, clause->agent))
		return conclude(weigher, PL_YIELD_STEP, true, clause->agent, clause->verb);
	if (!is_passive(weigher))
		return false;
	by = body_behind(weigher, clause->verb, clause->end, by_from);
	return by != PL_NO_WORD && conclude(weigher, PL_YIELD_STEP, true, clause->verb, by);
}

/* "Agreement of the Authority", "support of CMT", "decision by Cabinet". */
static bool is_backing(struct weigher *weigher)
{
	static const char *const backing[] = {"agreement",  "support",  "consent",   "backing", "steer",
	                                      "mandate",    "decision", "decisions", "views",   "clearance",
	                                      "acceptance", "adoption", NULL};
	static const char *const of_by[] = {"of", "by", "from", NULL};
	const struct pl_clause *clause = weigher->clause;
	uint32_t word = find_any(weigher, clause->begin, clause->end, backing);
	uint32_t body = word == PL_NO_WORD ? PL_NO_WORD : body_behind(weigher, word, clause->end, of_by);

	return body != PL_NO_WORD && conclude(weigher, PL_YIELD_STEP, true, word, body);
}

/* "Board approval of the plan", "submitted for approval", "seek sign-off". An approval without a body that is received
 * or granted is somebody else's: a funder's, a planning authority's. */
static bool is_approval(struct weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;
	uint32_t decision = find_kind(weigher, clause->begin, clause->end, K(DECISION)), body;

	if (decision == PL_NO_WORD && is_backing(weigher))
		return true;
	if (decision != PL_NO_WORD && describes_next(weigher, decision))
		return false; /* "sign-off limits raised" */

	if (decision == PL_NO_WORD || find_kind(weigher, clause->begin, clause->end, K(OUTSIDE)) != PL_NO_WORD)
		return false;
	body = find_body(weigher, clause->begin, weigher->reach);
	if (body != PL_NO_WORD)
		return conclude(weigher, PL_YIELD_STEP, true, decision, body);
	if (clause->verb == PL_NO_WORD && decision > clause->begin && is_word(weigher, decision - 1, "for"))
		return conclude(weigher, PL_YIELD_STEP, false, decision, PL_NO_WORD); /* "options for approval" */
	if (decision == clause->object && clause->verb == PL_NO_WORD && clause->form == PL_CLAUSE_NOMINAL &&
	    clause->object_begin == clause->object)
		return conclude(weigher, PL_YIELD_STEP, false, decision, PL_NO_WORD);
	if ((weigher->verb & (K(SUBMIT) | K(EFFORT))) && decision != PL_NO_WORD)
		return conclude(weigher, PL_YIELD_STEP, (weigher->verb & K(SUBMIT)) != 0, clause->verb, decision);
	return false;
}

/* "Paper to be discussed at the next meeting", "circulate the note before the meeting". */
static bool is_for_meeting(struct weigher *weigher)
{
	static const char *const at_before[] = {"at", "before", "to", "in", NULL};
	const struct pl_clause *clause = weigher->clause;

	if (!(weigher->verb & (K(PUBLISH) | K(TALK) | K(THINK) | K(SUBMIT))) || !(weigher->object & PAPERS))
		return false;
	for (uint32_t i = clause->verb; i < clause->end; i++) {
		uint32_t event;

		if (word_at(weigher, i)->tag != PL_TAG_PREPOSITION || !is_any(weigher, i, at_before))
			continue;
		event = find_kind(weigher, i + 1, clause->end, K(EVENT));
		if (event != PL_NO_WORD)
			return conclude(weigher, PL_YIELD_STEP, false, clause->verb, event);
	}
	return false;
}

/* "Recommendations put before the Joint Committee". */
static bool is_put_before(struct weigher *weigher)
{
	uint32_t body = body_behind(weigher, weigher->clause->begin, weigher->clause->end,
	                            (const char *const[]){"before", NULL});

	return body != PL_NO_WORD && weigher->clause->verb != PL_NO_WORD &&
	       (is_word(weigher, weigher->clause->verb, "put") || is_word(weigher, weigher->clause->verb, "bring") ||
	        is_word(weigher, weigher->clause->verb, "brought")) &&
	       conclude(weigher, PL_YIELD_STEP, true, weigher->clause->verb, body);
}

static bool weigh_step(struct weigher *weigher)
{
	return is_put_before(weigher) || is_agenda_item(weigher) || is_paper_for_body(weigher) ||
	       is_dealt_with(weigher) || is_submitted(weigher) || is_approval(weigher) ||
	       is_paper_on_its_way(weigher) || is_for_meeting(weigher);
}

/* ---- a meeting ---- */

static const char *const inviting[] = {"invite", "invited", "inviting", "invites", NULL};
static const char *const no_group[] = {"team",        "teams",        "networks", "council", "party",
                                       "partnership", "partnerships", "alliance", NULL};
static const char *const services[] = {
        "fair",         "fairs",         "session", "sessions", "visit",     "visits",      "surgery",
        "surgeries",    "exhibition",    "drop-in", "walk",     "walks",     "tour",        "tours",
        "lecture",      "lectures",      "trip",    "trips",    "class",     "masterclass", "showcase",
        "roadshow",     "roadshows",     "talk",    "talks",    "interview", "interviews",  "debate",
        "conversation", "conversations", NULL};

static bool is_group(const struct weigher *weigher, uint32_t i)
{
	if (is_word(weigher, i, "network") && is_word(weigher, i + 1, "of"))
		return false; /* a network of champions, of paths */
	return i != PL_NO_WORD && (word_at(weigher, i)->kinds & K(GROUP)) && !is_any(weigher, i, no_group) &&
	       !((word_at(weigher, i)->kinds & K(PEOPLE)) && !(word_at(weigher, i)->kinds & K(BODY)));
}

/* Things that happen are counted: "12 school visits" are the service itself. */
static bool is_service(const struct weigher *weigher, uint32_t event)
{
	return is_any(weigher, event, services) && weigher->quantity;
}

static bool is_event(struct weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;
	uint64_t holding = K(CONVENE) | K(FOUND) | K(BEGIN) | K(CONTINUE) | K(MEET) | K(APPROVE);

	if (clause->object == PL_NO_WORD && clause->agent != PL_NO_WORD && (weigher->verb & (K(BEGIN) | K(CONVENE))) &&
	    (word_at(weigher, clause->agent)->kinds & K(EVENT)))
		return conclude(weigher, PL_YIELD_MEETING, true, clause->agent,
		                clause->verb); /* "planning meeting begins" */
	if (clause->object == PL_NO_WORD || !(weigher->object & K(EVENT)) || is_service(weigher, clause->object))
		return false;
	if (clause->form == PL_CLAUSE_STATE && is_any(weigher, clause->object, services))
		return false; /* "drop-in sessions in place" */
	if (clause->verb == PL_NO_WORD)
		return conclude(weigher, PL_YIELD_MEETING, !(weigher->object & K(DOCUMENT)), clause->object,
		                PL_NO_WORD);
	if ((weigher->verb & K(CONTINUE)) && is_any(weigher, clause->object, services))
		return false; /* "continue drop-in sessions" is the service */
	return (weigher->verb & holding) && conclude(weigher, PL_YIELD_MEETING, true, clause->object, clause->verb);
}

/* "Arrange for the contractor to come to the forum". */
static bool is_arranged(struct weigher *weigher)
{
	static const char *const arranging[] = {"arrange", "arranged", "arranging", NULL};
	uint32_t event;

	if (!is_any(weigher, weigher->clause->verb, arranging))
		return false;
	event = find_kind(weigher, weigher->clause->verb, weigher->reach, K(EVENT));
	return event != PL_NO_WORD && conclude(weigher, PL_YIELD_MEETING, false, weigher->clause->verb, event);
}

/* People meet: not "meets the standard", not "targets met". */
static bool is_people_meeting(struct weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;
	uint64_t things = K(MEASURE) | K(WORKS) | K(DOCUMENT) | K(STUDY) | K(QUALITY);

	if (!(weigher->verb & K(MEET)) || is_passive(weigher))
		return false;
	if (clause->agent != PL_NO_WORD && !(word_at(weigher, clause->agent)->kinds & PEOPLE_OF_ANY_KIND) &&
	    word_at(weigher, clause->agent)->tag == PL_TAG_NOUN)
		return false;
	if (clause->object == PL_NO_WORD && kinds_in(weigher, clause->object_begin, clause->object_end) & ~K(REPEATED))
		return false;
	if (clause->object != PL_NO_WORD && (weigher->object & things) &&
	    !(word_at(weigher, clause->object)->flags & PL_WORD_CAPITAL))
		return false;
	if (is_service(weigher, clause->verb))
		return false;
	return conclude(weigher, PL_YIELD_MEETING, true, clause->verb, clause->object);
}

static bool is_invitation(struct weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;

	if (!is_any(weigher, clause->verb, inviting) || (weigher->object & (PAPERS | K(WORKS))) ||
	    is_word(weigher, clause->object, "bids") || is_word(weigher, clause->object, "tenders") ||
	    is_word(weigher, clause->object, "applications"))
		return false;
	return conclude(weigher, PL_YIELD_MEETING, false, clause->verb,
	                find_kind(weigher, clause->verb, weigher->reach, K(EVENT) | K(BODY)));
}

static bool is_group_founded(struct weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;

	if (!is_group(weigher, clause->object))
		return false;
	if (clause->form == PL_CLAUSE_STATE || (weigher->verb & (K(FOUND) | K(CONVENE) | K(CONTINUE) | K(PUBLISH))))
		return conclude(weigher, PL_YIELD_MEETING, (weigher->verb & K(FOUND)) != 0, clause->object,
		                clause->verb);
	return clause->verb == PL_NO_WORD && conclude(weigher, PL_YIELD_MEETING, false, clause->object, PL_NO_WORD);
}

/* A diary entry: a day and who meets. */
static bool is_diary_entry(struct weigher *weigher)
{
	struct pl_clause *clause = weigher->clause;
	uint32_t content = 0, who = PL_NO_WORD, paper = PL_NO_WORD;

	if (!weigher->draft->day_count || clause->role != PL_ROLE_MAIN || weigher->quantity)
		return false;
	if (clause->verb != PL_NO_WORD && !(weigher->verb & (K(SUBMIT) | K(MONITOR))) &&
	    word_at(weigher, clause->verb)->form != PL_FORM_S && !weigher->draft->entries[clause->verb]->lexeme.is_noun)
		return false;
	for (uint32_t i = 0; i < weigher->draft->count; i++) {
		const struct pl_word *word = word_at(weigher, i);

		if (!counts(weigher, i) || word->tag == PL_TAG_MARK)
			continue;
		content++;
		if (word->tag == PL_TAG_NAME || (word->kinds & (PEOPLE_OF_ANY_KIND | K(EVENT))))
			who = i;
		if (((word->kinds & K(REPORTING)) && !(word->kinds & K(EVENT))) ||
		    (word->tag == PL_TAG_VERB && (word->kinds & K(SUBMIT))))
			paper = i;
		else if ((word->kinds & (K(DOCUMENT) | K(STUDY) | K(WORKS))) && !(word->kinds & K(EVENT)))
			return false;
	}
	if (content > 6 || (who == PL_NO_WORD && content > 2))
		return false;
	if (paper != PL_NO_WORD)
		return conclude(weigher, PL_YIELD_STEP, true, paper, who);
	return conclude(weigher, PL_YIELD_MEETING, true, who != PL_NO_WORD ? who : clause->object, PL_NO_WORD);
}

static bool weigh_meeting(struct weigher *weigher)
{
	return is_event(weigher) || is_arranged(weigher) || is_people_meeting(weigher) || is_invitation(weigher) ||
	       is_group_founded(weigher);
}

/* ---- a document ---- */

static const char *const working[] = {"effect", "force", "use", "operation", "live", "operational", "running", NULL};

/* A state that says more of a document than that it is there: "in force", "in use". */
static bool is_in_effect(const struct weigher *weigher)
{
	for (uint32_t i = weigher->clause->object_end; i < weigher->clause->end; i++) {
		const struct pl_word *word = word_at(weigher, i);

		if ((word->kinds & K(DONE)) && is_any(weigher, i + (word->length ? word->length - 1u : 0), working))
			return true;
	}
	return false;
}

/* "Issued to 400 landlords": people are reached, and counted. */
static bool is_counted(const struct weigher *weigher)
{
	static const char *const spans[] = {"days", "weeks", "months", "years", "working", NULL};
	static const char *const reaching[] = {"to", "by", "reaching", NULL};
	for (uint32_t i = weigher->clause->begin; i + 1 < weigher->reach; i++) {
		uint32_t end = i + 4 < weigher->reach ? i + 4 : weigher->reach;

		if ((word_at(weigher, i)->flags & (PL_WORD_QUANTITY | PL_WORD_OUTSIDE)) == PL_WORD_QUANTITY && i &&
		    (is_any(weigher, i - 1, reaching) || weigher->clause->verb == PL_NO_WORD) &&
		    !is_any(weigher, i + 1, spans) &&
		    find_kind(weigher, i + 1, end, K(PEOPLE) | K(MEASURE) | K(ASSET)) != PL_NO_WORD)
			return true;
	}
	return false;
}

/* Kinds of what a list names: "the budget, service plans and business case". */
static uint64_t kinds_of_heads(const struct weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;
	uint64_t kinds = weigher->object;

	for (uint32_t i = clause->object_begin; i < clause->object_end; i++) {
		uint32_t next = pl_draft_next(weigher->draft, i + 1, clause->object_end);
		uint8_t tag = next < clause->object_end ? word_at(weigher, next)->tag : (uint8_t)PL_TAG_MARK;

		if (counts(weigher, i) && word_at(weigher, i)->tag == PL_TAG_NOUN &&
		    (tag == PL_TAG_MARK || tag == PL_TAG_AND))
			kinds |= word_at(weigher, i)->kinds;
	}
	return kinds;
}

/* "Set out our approach in a roadmap". */
static bool is_in_document(struct weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;

	for (uint32_t i = clause->object_end; i < clause->end; i++) {
		uint32_t document;

		if (!is_word(weigher, i, "in") && !is_word(weigher, i, "into"))
			continue;
		document = find_kind(weigher, i + 1, clause->end, K(DOCUMENT));
		return document != PL_NO_WORD && document < i + 6 && clause->form != PL_CLAUSE_PASSIVE &&
		       !(weigher->verb & K(DEED)) &&
		       conclude(weigher, PL_YIELD_DOCUMENT, false, clause->verb, document);
	}
	return false;
}

/* "Therapists write notes into the record": how things are done, told as a fact. */
static bool is_practice(const struct weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;

	return clause->form == PL_CLAUSE_AGENT && clause->agent != PL_NO_WORD && clause->agent + 1 == clause->verb &&
	       word_at(weigher, clause->agent)->tag == PL_TAG_NOUN;
}

static bool weigh_document(struct weigher *weigher)
{
	struct pl_clause *clause = weigher->clause;
	uint64_t making = K(WRITE) | K(PUBLISH) | K(FINISH) | K(APPROVE) | K(FOUND) | K(ENSURE) | K(SUBMIT);
	bool document = (weigher->object & K(DOCUMENT)) ||
	                ((weigher->verb & K(PUBLISH)) && (weigher->object & K(STUDY))); /* "publish an audit" */

	if ((weigher->verb & K(WRITE)) && !document && !(weigher->object & K(ASSET)) && is_in_document(weigher))
		return true;

	if (clause->object == PL_NO_WORD || is_word(weigher, clause->object_begin, "no") || is_counted(weigher))
		return false;
	if (is_practice(weigher))
		return false;
	if (is_word(weigher, clause->verb, "document") || is_word(weigher, clause->verb, "documented"))
		return conclude(weigher, PL_YIELD_DOCUMENT, false, clause->verb, clause->object);
	if (clause->verb == PL_NO_WORD && (weigher->object & K(REPORTING)) && (weigher->objects & K(DOCUMENT)))
		return conclude(weigher, PL_YIELD_DOCUMENT, false, clause->object,
		                PL_NO_WORD); /* "staff handbook update" */
	if (clause->verb == PL_NO_WORD)
		return document && !is_in_effect(weigher) &&
		       conclude(weigher, PL_YIELD_DOCUMENT, clause->form == PL_CLAUSE_STATE, clause->object,
		                PL_NO_WORD);
	if ((!document && !(kinds_of_heads(weigher) & K(DOCUMENT))) ||
	    ((weigher->verb & K(IMPLEMENT)) && (weigher->object & K(WORKS))))
		return false;
	if ((weigher->verb & K(ENSURE)) && !is_word(weigher, clause->object, "publication") &&
	    !is_word(weigher, clause->object, "production"))
		return false;
	if (is_any(weigher, clause->verb,
	           (const char *const[]){"give", "gives", "submit", "submitted", "submitting", "refer", NULL}))
		return false; /* to somebody outside: the answer is what counts */
	if (!document && !(weigher->verb & K(WRITE)))
		return false; /* "helpline and website launched" */
	if (!(weigher->verb & making) &&
	    !is_any(weigher, clause->verb,
	            (const char *const[]){"put", "place", "placed", "putting", "get", "make", "making", NULL}))
		return false;
	return conclude(weigher, PL_YIELD_DOCUMENT,
	                document && !(weigher->object & (K(STUDY) | K(ASSET))) && !(weigher->verb & K(ENSURE)),
	                clause->verb, clause->object);
}

/* ---- effort ---- */

static bool is_plural(const struct weigher *weigher, uint32_t i)
{
	const struct pl_vocabulary_entry *entry = weigher->draft->entries[i];

	return entry && entry->lexeme.is_plural;
}

/* Things in the plural without an article, a number or "all": "develop services", "provide opportunities". */
static bool is_open_ended(const struct weigher *weigher)
{
	static const char *const makers[] = {"develop",  "developing", "design",    "designing",   "create",
	                                     "creating", "build",      "building",  "implement",   "implementing",
	                                     "provide",  "providing",  "introduce", "introducing", NULL};
	const struct pl_clause *clause = weigher->clause;

	return (is_any(weigher, clause->verb, makers) || (weigher->objects & K(WOOLLY)) ||
	        clause->form == PL_CLAUSE_GERUND) &&
	       !is_passive(weigher) && clause->object != PL_NO_WORD && is_plural(weigher, clause->object) &&
	       !(weigher->objects & (K(ALL) | K(DOCUMENT) | K(DATA) | K(STUDY) | K(PEOPLE))) &&
	       !is_word(weigher, clause->object_begin, "the") &&
	       find_kind(weigher, clause->begin, weigher->reach, K(ALL)) == PL_NO_WORD;
}

/* "Make our data more open", "take the work further". */
static bool is_bettering(const struct weigher *weigher)
{
	static const char *const making[] = {"make", "making", "made", "take", "taking", "get", "put", "keep", NULL};
	const struct pl_clause *clause = weigher->clause;

	return is_any(weigher, clause->verb, making) &&
	       ((weigher->object & K(QUALITY)) ||
	        find_kind(weigher, clause->verb + 1, clause->end, K(WOOLLY)) != PL_NO_WORD ||
	        find_kind(weigher, clause->object_end, clause->end, K(QUALITY)) != PL_NO_WORD);
}

/* A promise about all of something can be checked one by one, unless it is woolly. */
static bool is_promise_about_all(const struct weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;

	if (find_kind(weigher, clause->begin, weigher->reach, K(REPEATED)) != PL_NO_WORD)
		return true; /* "ensure policies are reviewed each year": goes on, but can be seen */
	return find_kind(weigher, clause->begin, weigher->reach, K(ALL)) != PL_NO_WORD &&
	       find_kind(weigher, clause->begin, weigher->reach, K(WOOLLY)) == PL_NO_WORD;
}

/* Keeping up a thing that is there can be seen: it goes on, but is not vague. */
static bool is_upkeep(const struct weigher *weigher)
{
	return (weigher->verb & K(CONTINUE)) && weigher->clause->object != PL_NO_WORD &&
	       weigher->clause->inner == PL_NO_WORD &&
	       !(weigher->object & (K(QUALITY) | K(WORKS) | K(EVENT) | K(GROUP) | K(PEOPLE) | K(MEASURE)));
}

/* "Scheme implemented at Hillfoot": a place makes it plain. */
static bool is_somewhere(const struct weigher *weigher)
{
	for (uint32_t i = weigher->clause->begin + 1; i < weigher->clause->end; i++)
		if (word_at(weigher, i)->tag == PL_TAG_NAME &&
		    (is_word(weigher, i - 1, "at") || is_word(weigher, i - 1, "in")))
			return true;
	return false;
}

static bool is_effort(struct weigher *weigher)
{
	struct pl_clause *clause = weigher->clause;
	uint64_t hard = K(DEED) | K(FOUND) | K(FINISH) | K(PUBLISH) | K(WRITE) | K(APPROVE) | K(CONVENE) | K(STUDYING);
	uint64_t soft = K(THINK) | K(CONTINUE) | K(MONITOR) | K(TALK);
	uint64_t solid = K(ASSET) | K(DOCUMENT) | K(STUDY) | K(EVENT) | K(DATA) | K(DECISION);

	if (weigher->verb & K(ENSURE) & ~(weigher->verb & K(DEED) ? K(ENSURE) : 0))
		return !is_promise_about_all(weigher) &&
		       conclude(weigher, PL_YIELD_EFFORT, false, clause->verb, clause->object);
	if ((weigher->verb & soft) && !(weigher->verb & (K(DEED) | K(STUDYING))))
		return !is_upkeep(weigher) && conclude(weigher, PL_YIELD_EFFORT, true, clause->verb, clause->object);
	if (is_bettering(weigher) && !is_passive(weigher))
		return conclude(weigher, PL_YIELD_EFFORT, false, clause->verb, clause->object);
	if (is_passive(weigher) && (weigher->object & solid) && !(weigher->object & K(WORKS)) &&
	    !(weigher->verb & (K(THINK) | K(CHANGE) | K(IMPLEMENT))))
		return false; /* "results shown in the record" */
	if ((weigher->verb & (K(EFFORT) | K(CHANGE))) && !(weigher->verb & hard) &&
	    !is_word(weigher, clause->verb, "make"))
		return conclude(weigher, PL_YIELD_EFFORT, true, clause->verb, clause->object);
	if ((weigher->verb & K(THINK)) || ((weigher->verb & K(CHANGE)) && !(weigher->verb & K(DEED))))
		return conclude(weigher, PL_YIELD_EFFORT, true, clause->verb, clause->object);
	if ((weigher->verb & K(IMPLEMENT)) && (weigher->object & K(WORKS)) && !is_somewhere(weigher))
		return conclude(weigher, PL_YIELD_EFFORT, true, clause->verb, clause->object);
	if ((weigher->verb & K(BEGIN)) && (weigher->object & (K(WORKS) | K(QUALITY))))
		return conclude(weigher, PL_YIELD_EFFORT, false, clause->verb, clause->object);
	if ((weigher->verb & K(IMPLEMENT) || is_word(weigher, clause->verb, "provide")) &&
	    (weigher->objects & K(WOOLLY)) && !is_passive(weigher))
		return conclude(weigher, PL_YIELD_EFFORT, false, clause->verb,
		                clause->object); /* "deliver excellent services" */
	if (is_open_ended(weigher))
		return conclude(weigher, PL_YIELD_EFFORT, false, clause->verb, clause->object);
	if ((weigher->verb & K(HAVE)) && clause->form != PL_CLAUSE_STATE &&
	    !(weigher->object & (K(ASSET) | K(GROUP) | K(PEOPLE))))
		return conclude(weigher, PL_YIELD_EFFORT, false, clause->verb, clause->object);
	if ((weigher->object & K(QUALITY)) && !(weigher->object & solid) && !is_passive(weigher) &&
	    !(weigher->verb & K(STUDYING)))
		return conclude(weigher, PL_YIELD_EFFORT, false, clause->verb, clause->object);
	return false;
}

/* "Comms", "Modal shift": a heading; "a robust and reliable source of data": praise. */
static bool is_catchword(const struct weigher *weigher)
{
	const struct pl_clause *clause = weigher->clause;
	uint32_t content = 0, woolly = 0;
	uint64_t told = K(EVENT) | K(GROUP) | K(BODY) | K(DOCUMENT) | K(STUDY) | K(ASSET) | K(DECISION) | K(REPORTING) |
	                K(STAGE);

	if (clause->form != PL_CLAUSE_NOMINAL || clause->role != PL_ROLE_MAIN || weigher->draft->day_count)
		return false;
	for (uint32_t i = 0; i < weigher->draft->count; i++) {
		const struct pl_word *word = word_at(weigher, i);

		if (!counts(weigher, i) || word->tag == PL_TAG_MARK)
			continue;
		content++;
		woolly += i < clause->end && (word->kinds & K(WOOLLY)) != 0;
	}
	return woolly > 1 ||
	       (content < 3 && clause->object != PL_NO_WORD && !(kinds_in(weigher, clause->begin, clause->end) & told));
}

static bool weigh_effort(struct weigher *weigher)
{
	struct pl_clause *clause = weigher->clause;

	if (weigher->quantity)
		return false;
	if (clause->verb != PL_NO_WORD)
		return is_effort(weigher);
	if (is_catchword(weigher))
		return conclude(weigher, PL_YIELD_EFFORT, false, clause->object, PL_NO_WORD);
	return clause->object != PL_NO_WORD && (weigher->object & K(QUALITY)) && clause->form != PL_CLAUSE_STATE &&
	       conclude(weigher, PL_YIELD_EFFORT, false, clause->object, PL_NO_WORD);
}

/* ---- all of them ---- */

static void weigh(struct weigher *weigher)
{
	struct pl_clause *clause = weigher->clause;

	if (is_diary_entry(weigher) || weigh_step(weigher) || weigh_meeting(weigher) || weigh_document(weigher) ||
	    weigh_effort(weigher))
		return;
	if (clause->verb != PL_NO_WORD || clause->form == PL_CLAUSE_STATE || weigher->quantity)
		conclude(weigher, PL_YIELD_RESULT, false, clause->verb, clause->object);
	else
		conclude(weigher, PL_YIELD_UNCLEAR, false, PL_NO_WORD, PL_NO_WORD);
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

static void weigh_clause(struct pl_draft *draft, size_t i)
{
	struct pl_clause *clause = &draft->clauses.items[i];
	struct weigher weigher = {.draft = draft, .clause = clause};

	clause->decided[0] = clause->decided[1] = PL_NO_WORD;
	weigher.reach = clause->role == PL_ROLE_MAIN ? reach_of(draft, i) : clause->end;
	weigher.quantity = has_quantity(draft, clause->begin, weigher.reach);
	if (clause->verb != PL_NO_WORD)
		weigher.verb = draft->words[clause->verb].kinds;
	if (clause->inner != PL_NO_WORD)
		weigher.verb |= draft->words[clause->inner].kinds;
	if (clause->object != PL_NO_WORD) {
		weigher.object = draft->words[clause->object].kinds;
		weigher.objects = kinds_in(&weigher, clause->object_begin, clause->object_end);
	}
	if (clause->object != PL_NO_WORD && i &&
	    (draft->words[clause->object].tag == PL_TAG_PRONOUN || (clause->oblique && (weigher.verb & K(PUBLISH)))) &&
	    clause->role == PL_ROLE_MAIN)
		weigher.object = object_before(draft, i);
	weigh(&weigher);
}

void pl_text_weigh(struct pl_draft *draft)
{
	for (size_t i = 0; i < draft->clauses.count; i++)
		weigh_clause(draft, i);
	for (size_t i = 0; i < draft->clauses.count; i++)
		if (draft->clauses.items[i].role == PL_ROLE_MAIN && draft->clauses.items[i].yield == PL_YIELD_EFFORT)
			take_over_purpose(draft, i);
		else if (i + 1 < draft->clauses.count && draft->clauses.items[i].yield == PL_YIELD_STEP &&
		         draft->clauses.items[i].form == PL_CLAUSE_NOMINAL &&
		         draft->clauses.items[i].end < draft->count &&
		         pl_draft_is_dash(draft, draft->clauses.items[i].end))
			draft->clauses.items[i + 1].role = PL_ROLE_RELATIVE; /* what the body deals with */
}
