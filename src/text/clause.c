/*
 * Clauses: who does what to what. Each piece that cut.c found is searched for the word that says what is done, in which
 * form, for who does it, and for what it is done to.
 */
#include "text/cut.h"
#include "text/noun_phrase.h"

/* ---- finding what is said ---- */

struct said {
	uint32_t verb;
	enum pl_clause_form form;
	uint32_t behind; /* where its object begins */
};

static uint32_t step_behind(const struct pl_draft *draft, uint32_t i, uint32_t end)
{
	return pl_draft_step(draft, i + draft->words[i].length, end);
}

static bool is_verb_in(const struct pl_draft *draft, uint32_t i, enum pl_form form)
{
	return pl_draft_is_tag(draft, i, PL_TAG_VERB) && draft->words[i].form == form;
}

/* "Has been …", "have agreed": a helper; "have a plan": not. */
static bool only_helps(const struct pl_draft *draft, uint32_t i, uint32_t end)
{
	uint32_t next;

	if (!(draft->words[i].kinds & PL_KIND(HAVE)))
		return false;
	next = pl_draft_skip_adverbs(draft, pl_draft_step(draft, i + 1, end), end);
	return next < end && (pl_draft_is_tag(draft, next, PL_TAG_BE) || is_verb_in(draft, next, PL_FORM_ED));
}

/* What stands behind "to", a modal or a form of "be" at `i`: passive, state, or somebody doing. */
static struct said said_behind(const struct pl_draft *draft, uint32_t i, uint32_t end)
{
	struct said said = {PL_NO_WORD, PL_CLAUSE_STATE, i + 1};
	bool be = pl_draft_is_tag(draft, i, PL_TAG_BE);

	for (i = step_behind(draft, i, end); i < end; i = pl_draft_step(draft, i + 1, end)) {
		const struct pl_word *word = &draft->words[i];

		if (word->tag == PL_TAG_BE) {
			be = true;
			continue;
		}
		if (word->tag == PL_TAG_ADVERB || word->tag == PL_TAG_NOT || word->tag == PL_TAG_TO)
			continue;
		said.behind = i;
		if (word->tag != PL_TAG_VERB)
			return said;
		if (!be && only_helps(draft, i, end))
			continue;
		said.verb = i;
		said.behind = i + word->length;
		said.form = be && word->form == PL_FORM_ED ? PL_CLAUSE_PASSIVE : PL_CLAUSE_AGENT;
		return said;
	}
	return said;
}

/* Is the participle the last thing said, but for how, when and by whom? */
static bool is_final(const struct pl_draft *draft, uint32_t i, uint32_t end)
{
	uint32_t next = pl_draft_skip_adverbs(draft, step_behind(draft, i, end), end);

	return next >= end || pl_draft_is_tag(draft, next, PL_TAG_AND) || pl_draft_is_tag(draft, next, PL_TAG_MARK);
}

/* "The rota agreed by the board …": tells which rota. */
static bool is_done_by(const struct pl_draft *draft, uint32_t i, uint32_t end)
{
	uint32_t next = step_behind(draft, i, end);

	return next < end && pl_draft_is_word(draft, next, "by");
}

/* Does a participle say more than the one found before? That one may only have told which noun is meant. */
static bool says_more(const struct pl_draft *draft, const struct said *found, uint32_t i, uint32_t end)
{
	if (found->form == PL_CLAUSE_NOMINAL)
		return true;
	return found->form == PL_CLAUSE_PASSIVE && !is_final(draft, found->verb, end) &&
	       (is_final(draft, i, end) || (is_done_by(draft, found->verb, end) && !pl_draft_describes(draft, i)));
}

/* "The school has a plan" against "the school has agreed". */
static struct said said_by_have(const struct pl_draft *draft, uint32_t i, uint32_t end)
{
	struct said said = said_behind(draft, i, end);

	if (said.verb == PL_NO_WORD || draft->words[said.verb].form != PL_FORM_ED)
		return (struct said){i, PL_CLAUSE_AGENT, i + draft->words[i].length};
	said.form = PL_CLAUSE_PASSIVE;
	return said;
}

/* The predicate behind a subject. */
static struct said predicate_of(const struct pl_draft *draft, uint32_t from, uint32_t end)
{
	struct said found = {PL_NO_WORD, PL_CLAUSE_NOMINAL, end};

	for (uint32_t i = pl_draft_step(draft, from, end); i < end; i = step_behind(draft, i, end)) {
		const struct pl_word *word = &draft->words[i];
		bool verb = word->tag == PL_TAG_VERB;
		bool finite = verb && word->form != PL_FORM_ED && word->form != PL_FORM_ING;

		if (word->tag == PL_TAG_MODAL || word->tag == PL_TAG_BE || word->tag == PL_TAG_TO)
			return said_behind(draft, i, end);
		if (finite && (word->kinds & PL_KIND(HAVE)))
			return said_by_have(draft, i, end);
		if (finite && found.form == PL_CLAUSE_NOMINAL)
			return (struct said){i, PL_CLAUSE_AGENT, i + word->length};
		if (verb && word->form == PL_FORM_ED && says_more(draft, &found, i, end))
			found = (struct said){i, PL_CLAUSE_PASSIVE, i + word->length};
		else if (word->tag == PL_TAG_ADJECTIVE && (word->kinds & PL_KIND(DONE)) &&
		         (word->length > 1 || is_final(draft, i, end)))
			found = (struct said){PL_NO_WORD, PL_CLAUSE_STATE, i};
	}
	return found;
}

/* ---- objects ---- */

static void set_object(struct pl_clause *clause, struct pl_noun_phrase phrase)
{
	clause->object = phrase.head;
	clause->object_begin = phrase.begin;
	clause->object_end = phrase.end;
}

static void take_object_of(struct pl_clause *clause, const struct pl_clause *other)
{
	clause->object = other->object;
	clause->object_begin = other->object_begin;
	clause->object_end = other->object_end;
}

/* What an earlier clause names is what this one speaks of. */
static void take_subject(const struct pl_draft *draft, struct pl_clause *clause, const struct pl_piece *piece)
{
	take_object_of(clause, &draft->clauses.items[piece->subject - 1]);
}

/* The object behind a verb, perhaps behind prepositions: "report on the survey", "move to the hub". */
static void set_object_behind(const struct pl_draft *draft, struct pl_clause *clause, uint32_t from)
{
	uint32_t end = clause->end, i = pl_draft_step(draft, from, end);

	clause->oblique = i < end && pl_draft_is_tag(draft, i, PL_TAG_PREPOSITION) && !pl_draft_is_word(draft, i, "of");
	while (i < end && (pl_draft_is_tag(draft, i, PL_TAG_PREPOSITION) || pl_draft_is_mark(draft, i, ",") ||
	                   pl_draft_is_tag(draft, i, PL_TAG_ADVERB)))
		i = step_behind(draft, i, end);
	set_object(clause, pl_draft_noun_phrase(draft, i, end));
}

/* "Go on publishing", "begin drafting": the verb that follows directly; PL_NO_WORD for none. */
static uint32_t inner_verb(const struct pl_draft *draft, uint32_t verb, uint32_t end)
{
	uint32_t next = pl_draft_skip_adverbs(draft, step_behind(draft, verb, end), end);

	return next < end && is_verb_in(draft, next, PL_FORM_ING) ? next : PL_NO_WORD;
}

/* ---- reading a piece ---- */

static void read_agent(const struct pl_draft *draft, struct pl_clause *clause, uint32_t agent, struct said said)
{
	clause->form = PL_CLAUSE_AGENT;
	clause->agent = agent;
	clause->inner = said.verb == PL_NO_WORD ? PL_NO_WORD : inner_verb(draft, said.verb, clause->end);
	if (clause->inner != PL_NO_WORD)
		said.behind = clause->inner + draft->words[clause->inner].length;
	set_object_behind(draft, clause, said.behind);
}

/* It begins with a noun phrase: somebody who does it, or what it is done to. */
static void read_subject(const struct pl_draft *draft, struct pl_clause *clause, uint32_t first)
{
	struct pl_noun_phrase subject = pl_draft_noun_phrase(draft, first, clause->end);
	struct said said = predicate_of(draft, subject.head == PL_NO_WORD ? first : subject.end, clause->end);
	uint32_t next = pl_draft_step(draft, said.behind, clause->end);

	clause->form = (uint8_t)said.form;
	clause->verb = said.verb;
	if (said.form == PL_CLAUSE_AGENT) {
		read_agent(draft, clause, subject.head, said);
	} else if (said.form == PL_CLAUSE_PASSIVE && next < clause->end &&
	           pl_draft_is_tag(draft, next, PL_TAG_DETERMINER)) {
		clause->form = PL_CLAUSE_AGENT; /* "the board issued a statement" */
		clause->agent = subject.head;
		set_object_behind(draft, clause, said.behind);
	} else {
		set_object(clause, subject);
	}
}

/* It begins with "will", "is" …; its subject is named in another piece, or nowhere. */
static void read_predicate(const struct pl_draft *draft, struct pl_clause *clause, const struct pl_piece *piece,
                           uint32_t first)
{
	struct said said = said_behind(draft, first, clause->end);

	clause->verb = said.verb;
	clause->form = (uint8_t)said.form;
	if (piece->subject && said.form != PL_CLAUSE_AGENT)
		take_subject(draft, clause, piece);
	else
		set_object_behind(draft, clause, said.behind);
}

/* It begins with a participle: "… and published on the website". */
static void read_participle(const struct pl_draft *draft, struct pl_clause *clause, const struct pl_piece *piece,
                            const struct pl_clause *before)
{
	clause->form = PL_CLAUSE_PASSIVE;
	if (piece->subject)
		take_subject(draft, clause, piece);
	else if (before && piece->inherits)
		take_object_of(clause, before);
	else
		set_object_behind(draft, clause, clause->verb + draft->words[clause->verb].length);
}

/* It begins with "publish" or "publishing"; in line with "officers to draft …" it is theirs too. */
static void read_command(const struct pl_draft *draft, struct pl_clause *clause, const struct pl_piece *piece,
                         const struct pl_clause *before)
{
	uint32_t last = clause->verb;

	clause->form = draft->words[clause->verb].form == PL_FORM_ING ? PL_CLAUSE_GERUND : PL_CLAUSE_IMPERATIVE;
	if (before && piece->inherits) {
		clause->form = before->form;
		clause->agent = before->agent;
	}
	clause->inner = inner_verb(draft, clause->verb, clause->end);
	if (clause->inner != PL_NO_WORD)
		last = clause->inner;
	set_object_behind(draft, clause, last + draft->words[last].length);
}

static bool leads_in(const struct pl_draft *draft, const struct pl_piece *piece, uint32_t i)
{
	if (pl_draft_is_mark(draft, i, ",/*'\"-") || pl_draft_is_quote(draft, i))
		return true;
	switch (draft->words[i].tag) {
	case PL_TAG_ADVERB:
	case PL_TAG_TO:
	case PL_TAG_AND:
	case PL_TAG_JOIN:
		return true;
	case PL_TAG_PREPOSITION: /* in a main clause it begins the phrase: "At least two visits" */
		return piece->role != PL_ROLE_MAIN;
	default:
		return false;
	}
}

/* "Quarterly reporting of …": the verb behind what modifies it, where it is such a noun; else the word itself. */
static uint32_t behind_modifiers(const struct pl_draft *draft, uint32_t first, uint32_t end)
{
	uint32_t i = first;

	while (i < end && (pl_draft_is_tag(draft, i, PL_TAG_ADJECTIVE) || pl_draft_is_tag(draft, i, PL_TAG_DETERMINER)))
		i = step_behind(draft, i, end);
	return i < end && is_verb_in(draft, i, PL_FORM_ING) ? i : first;
}

static void read_from(const struct pl_draft *draft, struct pl_clause *clause, const struct pl_piece *piece,
                      uint32_t first)
{
	const struct pl_clause *before = draft->clauses.count > 1 ? clause - 1 : NULL;
	const struct pl_word *word = &draft->words[first];

	if (word->tag == PL_TAG_VERB) {
		clause->verb = first;
		if (word->form == PL_FORM_ED)
			read_participle(draft, clause, piece, before);
		else
			read_command(draft, clause, piece, before);
	} else if (piece->subject && word->tag == PL_TAG_ADJECTIVE && (word->kinds & PL_KIND(DONE))) {
		clause->form = PL_CLAUSE_STATE;
		take_subject(draft, clause, piece);
	} else if (word->tag == PL_TAG_BE || word->tag == PL_TAG_MODAL) {
		read_predicate(draft, clause, piece, first);
	} else {
		read_subject(draft, clause, first);
	}
}

static void read_piece(struct pl_draft *draft, const struct pl_piece *piece)
{
	struct pl_clause *clause = PL_VEC_PUSH(draft->arena, &draft->clauses);
	uint32_t first = pl_draft_step(draft, piece->begin, piece->end);

	*clause = (struct pl_clause){.begin = piece->begin,
	                             .end = piece->end,
	                             .role = (uint8_t)piece->role,
	                             .verb = PL_NO_WORD,
	                             .inner = PL_NO_WORD,
	                             .agent = PL_NO_WORD,
	                             .object = PL_NO_WORD};
	while (first < piece->end && leads_in(draft, piece, first))
		first = step_behind(draft, first, piece->end);
	if (first < piece->end)
		read_from(draft, clause, piece, behind_modifiers(draft, first, piece->end));
}

/* "Design and build the hub": a verb without an object of its own has the next one's. */
static void share_objects(struct pl_draft *draft)
{
	for (size_t i = draft->clauses.count; i-- > 1;) {
		struct pl_clause *clause = &draft->clauses.items[i - 1], *next = clause + 1;

		if (clause->object == PL_NO_WORD && clause->object_begin == clause->object_end &&
		    clause->verb != PL_NO_WORD && next->verb != PL_NO_WORD && clause->role == next->role &&
		    clause->form == next->form)
			take_object_of(clause, next);
	}
}

void pl_text_find_clauses(struct pl_draft *draft)
{
	struct pl_cutter cutter = {.draft = draft, .verb = PL_NO_WORD, .last_verb = PL_NO_WORD, .role = PL_ROLE_MAIN};

	pl_cut_text(&cutter);
	for (size_t i = 0; i < cutter.pieces.count; i++)
		read_piece(draft, &cutter.pieces.items[i]);
	share_objects(draft);
}
