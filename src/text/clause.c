/*
 * Clauses: who does what to what, and how each clause hangs on the one before. First the text is cut where a clause can
 * begin; then each piece is searched for what it says is done.
 */
#include "text/draft.h"

/* ---- looking at words ---- */

static bool is_tag(const struct pl_draft *draft, uint32_t i, enum pl_tag tag)
{
	return i < draft->count && draft->words[i].tag == tag;
}

static bool is_word(const struct pl_draft *draft, uint32_t i, const char *text)
{
	return i < draft->count && draft->entries[i] && draft->words[i].length == 1 &&
	       pl_str_equal(draft->entries[i]->word, pl_str_of(text));
}

/* Behind the bracket that opens at `i`; `end` where it does not close. */
static uint32_t behind_bracket(const struct pl_draft *draft, uint32_t i, uint32_t end)
{
	while (i < end && !pl_draft_is_mark(draft, i, ")]"))
		i++;
	return i < end ? i + 1 : end;
}

/* The next counting word that is in no bracket. */
static uint32_t step(const struct pl_draft *draft, uint32_t from, uint32_t end)
{
	for (;;) {
		from = pl_draft_next(draft, from, end);
		if (from >= end || !pl_draft_is_mark(draft, from, "(["))
			return from;
		from = behind_bracket(draft, from, end);
	}
}

static uint32_t skip_adverbs(const struct pl_draft *draft, uint32_t i, uint32_t end)
{
	while (i < end && (is_tag(draft, i, PL_TAG_ADVERB) || is_tag(draft, i, PL_TAG_NOT)))
		i = step(draft, i + 1, end);
	return i;
}

/* ---- noun phrases ---- */

struct noun_phrase {
	uint32_t head; /* PL_NO_WORD for none */
	uint32_t begin, end;
};

/* Nouns that only hold what is behind "of": a range of leaflets, the final draft of the plan. */
static bool is_container(const struct pl_draft *draft, uint32_t i)
{
	static const char *const containers[] = {
	        "range",     "series", "number",   "set",      "variety",   "suite",   "package", "draft",
	        "version",   "copy",   "copies",   "round",    "phase",     "stage",   "part",    "half",
	        "use",       "lot",    "majority", "majority", "selection", "pair",    "couple",  "mix",
	        "portfolio", "batch",  "edition",  "revision", "detail",    "details", "drafts"};

	for (size_t k = 0; k < sizeof containers / sizeof containers[0]; k++)
		if (is_word(draft, i, containers[k]))
			return true;
	return false;
}

static bool in_noun_phrase(const struct pl_draft *draft, uint32_t i)
{
	switch (draft->words[i].tag) {
	case PL_TAG_NOUN:
	case PL_TAG_NAME:
	case PL_TAG_ADJECTIVE:
	case PL_TAG_DETERMINER:
	case PL_TAG_NUMBER:
	case PL_TAG_ADVERB:
		return true;
	case PL_TAG_PRONOUN:
		return true;
	default:
		return pl_draft_is_quote(draft, i) || pl_draft_is_mark(draft, i, "/");
	}
}

static bool is_noun(const struct pl_draft *draft, uint32_t i)
{
	return is_tag(draft, i, PL_TAG_NOUN) || is_tag(draft, i, PL_TAG_NAME) || is_tag(draft, i, PL_TAG_PRONOUN);
}

/* Does a list go on at `i` (a comma, slash or "and") with another noun phrase? Then the first word of it. */
static uint32_t list_goes_on(const struct pl_draft *draft, uint32_t i, uint32_t end)
{
	uint32_t next;

	if (i >= end || (!is_tag(draft, i, PL_TAG_AND) && !pl_draft_is_mark(draft, i, ",/")))
		return PL_NO_WORD;
	next = step(draft, i + 1, end);
	if (next < end && is_tag(draft, next, PL_TAG_AND))
		next = step(draft, next + 1, end);
	return next < end && in_noun_phrase(draft, next) ? next : PL_NO_WORD;
}

static bool is_possessive(const struct pl_draft *draft, uint32_t i)
{
	struct pl_str written = pl_str_sub(draft->value, draft->words[i].begin, draft->words[i].end);

	return pl_str_ends(written, PL_STR("'s")) || pl_str_ends(written, PL_STR("\xE2\x80\x99s"));
}

static const uint64_t telling_kinds = PL_KIND(EVENT) | PL_KIND(DOCUMENT) | PL_KIND(STUDY) | PL_KIND(REPORTING) |
                                      PL_KIND(GROUP) | PL_KIND(BODY) | PL_KIND(DECISION) | PL_KIND(DATA);

static struct noun_phrase noun_phrase_at(const struct pl_draft *draft, uint32_t from, uint32_t end)
{
	struct noun_phrase phrase = {PL_NO_WORD, from, from};
	bool listed = false, quoted = false;
	uint32_t last = PL_NO_WORD;

	for (uint32_t i = step(draft, from, end); i < end; i = step(draft, i + 1, end)) {
		uint32_t next;

		if (in_noun_phrase(draft, i)) {
			quoted ^= pl_draft_is_quote(draft, i);
			if (is_tag(draft, i, PL_TAG_DETERMINER) && last != PL_NO_WORD && !listed && !quoted)
				break; /* "four meetings a year" */
			if ((draft->words[i].kinds & PL_KIND(DONE)) && last != PL_NO_WORD)
				break; /* "drone unit operational" */
			if (is_noun(draft, i))
				last = i;
			if (is_noun(draft, i) && !listed && !is_possessive(draft, i))
				phrase.head = i;
			phrase.end = i + (draft->words[i].length ? draft->words[i].length : 1);
			continue;
		}
		if (is_word(draft, i, "of") && (phrase.head == PL_NO_WORD || is_container(draft, phrase.head))) {
			phrase.end = i + 1;
			last = PL_NO_WORD;
			continue;
		}
		if (is_word(draft, i, "to") && phrase.head == PL_NO_WORD && is_tag(draft, i + 1, PL_TAG_NUMBER) &&
		    i > from && is_tag(draft, i - 1, PL_TAG_NUMBER))
			continue; /* "the 2020 to 2023 plan" */
		next = list_goes_on(draft, i, end);
		if (next == PL_NO_WORD)
			break;
		listed = phrase.head != PL_NO_WORD; /* "a half or full day forum" is no list yet */
		i = next - 1;
	}
	/* "Jobs and childcare summit": what is named last is what it is */
	if (listed && last != PL_NO_WORD && !(draft->words[phrase.head].kinds & (telling_kinds | PL_KIND(ASSET))) &&
	    (draft->words[last].kinds & telling_kinds))
		phrase.head = last;
	return phrase;
}

/* ---- cutting ---- */

struct piece {
	uint32_t begin, end;
	enum pl_clause_role role;
	bool inherits;    /* stands in line with the clause before and shares its subject */
	bool complete;    /* says something of its subject, or has a verb */
	uint32_t subject; /* 1-based: the piece whose noun phrase is its subject; 0 */
};

struct cutter {
	struct pl_draft *draft;
	PL_VEC(struct piece) pieces;
	uint32_t begin;
	enum pl_clause_role role;
	bool inherits;
	uint32_t verb; /* the first verb of the piece; PL_NO_WORD */
	uint32_t last_verb;
	uint32_t nouns;   /* nouns of the piece so far */
	bool predicate;   /* it has all it needs: a participle behind its noun, "in place" */
	bool condition;   /* it ends with the next comma */
	uint32_t subject; /* as in the piece */
};

static void cut(struct cutter *cutter, uint32_t at, uint32_t next, enum pl_clause_role role)
{
	if (step(cutter->draft, cutter->begin, at) < at)
		*PL_VEC_PUSH(cutter->draft->arena, &cutter->pieces) =
		        (struct piece){cutter->begin,
		                       at,
		                       cutter->role,
		                       cutter->inherits,
		                       cutter->verb != PL_NO_WORD || cutter->predicate,
		                       cutter->subject};
	cutter->begin = next;
	cutter->role = role;
	cutter->inherits = false;
	cutter->subject = 0;
	cutter->verb = cutter->last_verb = PL_NO_WORD;
	cutter->nouns = 0;
	cutter->predicate = false;
	cutter->condition = false;
}

static bool leads_to_result(const struct pl_draft *draft, uint32_t i)
{
	static const char *const leading[] = {"resulting", "leading",  "enabling",   "allowing", "ensuring",
	                                      "helping",   "giving",   "achieving",  "making",   "saving",
	                                      "improving", "reducing", "increasing", "freeing",  "contributing",
	                                      "providing", "bringing", "creating"};

	for (size_t k = 0; k < sizeof leading / sizeof leading[0]; k++)
		if (is_word(draft, i, leading[k]))
			return true;
	return false;
}

/* The role of what a joining word brings. */
static enum pl_clause_role role_of_join(const struct pl_draft *draft, uint32_t i, uint32_t end)
{
	uint32_t next = step(draft, i + draft->words[i].length, end);

	if (draft->words[i].length > 1 || is_word(draft, i, "so"))
		return PL_ROLE_PURPOSE; /* "so that", "in order that" */
	if (is_word(draft, i, "but"))
		return PL_ROLE_MAIN;
	if (is_word(draft, i, "which") || is_word(draft, i, "that") || is_word(draft, i, "who"))
		return is_tag(draft, next, PL_TAG_MODAL) && !is_word(draft, i, "who") ? PL_ROLE_RESULT
		                                                                      : PL_ROLE_RELATIVE;
	if (is_word(draft, i, "whose") || is_word(draft, i, "how") || is_word(draft, i, "what") ||
	    is_word(draft, i, "why") || is_word(draft, i, "whether") || is_word(draft, i, "whereby"))
		return PL_ROLE_RELATIVE;
	return PL_ROLE_CONDITION;
}

/* A full stop that is no part of an abbreviation, an address or three dots. */
static bool ends_sentence(const struct pl_draft *draft, uint32_t i)
{
	static const char *const short_forms[] = {
	        "incl", "inc", "conf", "dept", "no", "approx", "esp", "min",   "max", "ref", "vs", "w",   "st",  "dr",
	        "mr",   "mrs", "ms",   "eg",   "ie", "govt",   "mtg", "cttee", "e.g", "i.e", "cf", "fig", "vol", "nat"};
	uint32_t next = i + 1;

	if (next < draft->count && (!(draft->words[next].flags & PL_WORD_GAP) || pl_draft_is_mark(draft, next, ".,;")))
		return false;
	if (i && draft->entries[i - 1] &&
	    memchr(draft->entries[i - 1]->word.ptr, '.', draft->entries[i - 1]->word.len) &&
	    draft->entries[i - 1]->word.len < 6)
		return false; /* "U.S." */
	for (size_t k = 0; i && k < sizeof short_forms / sizeof short_forms[0]; k++)
		if (is_word(draft, i - 1, short_forms[k]))
			return false;
	return true;
}

static bool cut_at_mark(struct cutter *cutter, uint32_t i)
{
	const struct pl_draft *draft = cutter->draft;

	if (pl_draft_is_mark(draft, i, ".") && !ends_sentence(draft, i))
		return false;
	if (pl_draft_is_mark(draft, i, ".;!?")) {
		cut(cutter, i, i + 1, PL_ROLE_MAIN);
		return true;
	}
	if (pl_draft_is_mark(draft, i, ":") || pl_draft_is_dash(draft, i)) {
		/* "Housing: publish …" has its heading in front; else what follows explains */
		bool heading = cutter->verb == PL_NO_WORD && cutter->role == PL_ROLE_MAIN && !cutter->predicate;
		size_t count = cutter->pieces.count;

		cut(cutter, i, i + 1, heading ? PL_ROLE_MAIN : PL_ROLE_RELATIVE);
		if (heading && pl_draft_is_mark(draft, i, ":") && cutter->pieces.count > count)
			cutter->pieces.items[count].role = PL_ROLE_RELATIVE;
		return true;
	}
	if (pl_draft_is_mark(draft, i, ",") && cutter->condition) {
		cut(cutter, i, i + 1, PL_ROLE_MAIN);
		return true;
	}
	return false;
}

/* "at 85%", "up by a fifth": a measure reached. */
static bool tells_measure(const struct pl_draft *draft, uint32_t i)
{
	uint32_t next = step(draft, i + 1, draft->count);

	return (is_word(draft, i, "at") || is_word(draft, i, "up") || is_word(draft, i, "down")) &&
	       next < draft->count &&
	       ((draft->words[next].flags & PL_WORD_QUANTITY) || is_word(draft, next, "by") ||
	        is_word(draft, next, "to"));
}

/* "UK registered companies": what stands there describes the noun behind it. */
static bool begins_bare_phrase(const struct pl_draft *draft, uint32_t i)
{
	if (is_tag(draft, i, PL_TAG_ADJECTIVE))
		i = step(draft, i + 1, draft->count);
	return is_tag(draft, i, PL_TAG_NOUN) || is_tag(draft, i, PL_TAG_NAME);
}

/* Does the noun phrase at `i` have a predicate of its own: "… and training delivered"? Phrases behind it are stepped
 * over, but not into another list. */
static bool has_own_predicate(const struct pl_draft *draft, uint32_t i)
{
	struct noun_phrase phrase = noun_phrase_at(draft, i, draft->count);
	bool far = false, counted = (draft->words[i].flags & PL_WORD_QUANTITY) != 0;

	if (phrase.head == PL_NO_WORD)
		return false;
	for (i = step(draft, phrase.end, draft->count); i < draft->count; i = step(draft, i + 1, draft->count)) {
		const struct pl_word *word = &draft->words[i];

		if (word->tag == PL_TAG_MODAL || word->tag == PL_TAG_BE || (word->kinds & PL_KIND(DONE)))
			return true;
		if (word->tag == PL_TAG_TO)
			return is_tag(draft, step(draft, i + 1, draft->count), PL_TAG_BE);
		if (word->tag == PL_TAG_VERB && (word->form == PL_FORM_ED || word->form == PL_FORM_S))
			return (counted || !pl_draft_describes(draft, i)) &&
			       !begins_bare_phrase(draft, step(draft, i + word->length, draft->count));
		if (tells_measure(draft, i))
			return true;
		far = far || word->tag == PL_TAG_PREPOSITION;
		if (!far && word->tag != PL_TAG_ADVERB)
			return false;
		if (word->tag == PL_TAG_MARK || word->tag == PL_TAG_AND || word->tag == PL_TAG_JOIN ||
		    word->tag == PL_TAG_VERB)
			return false;
	}
	return false;
}

static bool same_form(const struct pl_draft *draft, uint32_t a, uint32_t b)
{
	return draft->words[a].form == draft->words[b].form;
}

/* Back in line with an earlier clause: "work with schools to map routes and publish …". */
static bool cut_in_line(struct cutter *cutter, uint32_t i, uint32_t next)
{
	const struct pl_draft *draft = cutter->draft;

	if (draft->words[next].form == PL_FORM_ED)
		return false; /* "members from every division and chaired by …" */
	for (size_t k = cutter->pieces.count; cutter->role != PL_ROLE_MAIN && k-- > 0;) {
		const struct piece *piece = &cutter->pieces.items[k];
		uint32_t first = piece->begin;

		while (first < piece->end && !is_tag(draft, first, PL_TAG_VERB))
			first++;
		if (first >= piece->end || !same_form(draft, first, next))
			continue;
		cut(cutter, i, next, piece->role);
		cutter->inherits = true;
		return true;
	}
	return false;
}

static bool begins_with_ing(const struct pl_draft *draft, uint32_t begin, uint32_t end)
{
	uint32_t first = step(draft, begin, end);

	return first < end && is_tag(draft, first, PL_TAG_VERB) && draft->words[first].form == PL_FORM_ING;
}

/* "and", a comma or a slash: does a clause of equal rank begin behind it? */
static bool cut_at_equal(struct cutter *cutter, uint32_t i)
{
	const struct pl_draft *draft = cutter->draft;
	uint32_t next = step(draft, i + draft->words[i].length, draft->count);
	enum pl_clause_role role = cutter->role;
	bool comma = pl_draft_is_mark(draft, i, ",");

	if (next < draft->count && is_tag(draft, next, PL_TAG_AND))
		next = step(draft, next + 1, draft->count);
	next = skip_adverbs(draft, next, draft->count);
	if (next < draft->count && is_tag(draft, next, PL_TAG_TO))
		next = skip_adverbs(draft, step(draft, next + 1, draft->count), draft->count);
	else if (next < draft->count && is_tag(draft, next, PL_TAG_MODAL) && !comma)
		next = skip_adverbs(draft, step(draft, next + 1, draft->count), draft->count);
	if (next >= draft->count)
		return false;
	if (is_tag(draft, next, PL_TAG_VERB)) {
		if (cutter->last_verb != PL_NO_WORD && cutter->last_verb != cutter->verb &&
		    same_form(draft, cutter->last_verb, next))
			return false; /* "requests received and refused" */
		if (cutter->verb != PL_NO_WORD && same_form(draft, cutter->verb, next)) {
			cut(cutter, i, next, role);
			cutter->inherits = true;
			return true;
		}
		if (cut_in_line(cutter, i, next))
			return true;
		if (comma && draft->words[next].form == PL_FORM_ING && cutter->verb != PL_NO_WORD) {
			cut(cutter, i, next, leads_to_result(draft, next) ? PL_ROLE_RESULT : PL_ROLE_WITH);
			return true;
		}
		return false;
	}
	if (cutter->verb != PL_NO_WORD && (draft->words[cutter->verb].kinds & PL_KIND(ENSURE)) && !comma)
		return false; /* "ensure that roads and paths are gritted" */
	if ((cutter->predicate || cutter->verb != PL_NO_WORD || (role == PL_ROLE_WITH && cutter->nouns)) &&
	    has_own_predicate(draft, next)) {
		if (!cutter->pieces.count && is_tag(draft, step(draft, 0, i), PL_TAG_TO))
			cutter->role = PL_ROLE_PURPOSE; /* "To become …, we will …" */
		if (comma && role == PL_ROLE_MAIN && begins_with_ing(draft, cutter->begin, i))
			cutter->role = PL_ROLE_WITH; /* "Building on the pilot, the trust will …" */
		cut(cutter, i, next, role != PL_ROLE_MAIN && !comma ? role : PL_ROLE_MAIN);
		return true;
	}
	return false;
}

/* Is the noun phrase in front of "to …" somebody who will do it, rather than a thing that is for it? */
static bool is_doer(const struct pl_draft *draft, uint32_t begin, uint32_t to)
{
	struct noun_phrase phrase = noun_phrase_at(draft, begin, to);
	uint64_t things = PL_KIND(EVENT) | PL_KIND(DOCUMENT) | PL_KIND(DATA) | PL_KIND(STUDY) | PL_KIND(REPORTING);
	uint64_t people = PL_KIND(PEOPLE) | PL_KIND(BODY) | PL_KIND(GROUP) | PL_KIND(OUTSIDE);

	if (phrase.head == PL_NO_WORD)
		return false;
	if (draft->words[phrase.head].kinds & people)
		return !is_word(draft, phrase.head, "forum") && !(draft->words[phrase.head].kinds & PL_KIND(EVENT));
	return is_tag(draft, phrase.head, PL_TAG_NAME) || is_tag(draft, phrase.head, PL_TAG_PRONOUN) ||
	       !(draft->words[phrase.head].kinds & things);
}

/* What things do as well as people: "strategy to go to Cabinet", "plan to include targets". */
static bool is_done_by_things(const struct pl_draft *draft, uint32_t i)
{
	static const char *const verbs[] = {"go",    "come",     "include", "cover",  "contain", "involve",  "start",
	                                    "begin", "commence", "become",  "move",   "open",    "close",    "replace",
	                                    "have",  "receive",  "benefit", "follow", "remain",  "continue", "increase",
	                                    "rise",  "fall",     "reach",   "apply",  "take",    "run",      "reflect"};

	for (size_t k = 0; k < sizeof verbs / sizeof verbs[0]; k++)
		if (is_word(draft, i, verbs[k]))
			return true;
	return false;
}

static bool cut_at_to(struct cutter *cutter, uint32_t i)
{
	const struct pl_draft *draft = cutter->draft;
	uint32_t next = skip_adverbs(draft, step(draft, i + draft->words[i].length, draft->count), draft->count);

	if (cutter->verb == PL_NO_WORD && cutter->nouns && draft->words[i].length == 1 &&
	    (is_tag(draft, next, PL_TAG_BE) || is_done_by_things(draft, next) || is_doer(draft, cutter->begin, i))) {
		cutter->verb = next; /* the predicate of this piece, not a clause of its own */
		return false;
	}
	if (step(draft, cutter->begin, i) == i && cutter->role == PL_ROLE_MAIN && !cutter->pieces.count)
		return false; /* "To publish …" */
	cut(cutter, i, i, PL_ROLE_PURPOSE);
	cutter->verb = next < draft->count ? next : PL_NO_WORD;
	return true;
}

static bool cut_at_preposition(struct cutter *cutter, uint32_t i)
{
	const struct pl_draft *draft = cutter->draft;
	uint32_t next = step(draft, i + draft->words[i].length, draft->count);
	bool ing = is_tag(draft, next, PL_TAG_VERB) && draft->words[next].form == PL_FORM_ING;

	if (step(draft, cutter->begin, i) == i && cutter->role == PL_ROLE_MAIN &&
	    (is_word(draft, i, "following") || is_word(draft, i, "after") || is_word(draft, i, "subject"))) {
		cutter->role = PL_ROLE_CONDITION; /* "Following approval, …" */
		cutter->condition = true;
		return true;
	}
	if (!cutter->nouns && cutter->verb == PL_NO_WORD)
		return false;
	if (ing && cutter->verb != PL_NO_WORD && (draft->words[cutter->verb].kinds & PL_KIND(EFFORT)) &&
	    (is_word(draft, i, "in") || is_word(draft, i, "towards") || is_word(draft, i, "for") ||
	     is_word(draft, i, "to"))) {
		cut(cutter, i, next, PL_ROLE_PURPOSE); /* "support schools in setting up …" */
		cutter->verb = next;
		return true;
	}
	if (is_word(draft, i, "with") || is_word(draft, i, "through") || is_word(draft, i, "via") ||
	    is_word(draft, i, "subject") || ((is_word(draft, i, "by") || is_word(draft, i, "while")) && ing)) {
		cut(cutter, i, i, PL_ROLE_WITH);
		return true;
	}
	if (is_word(draft, i, "including") || is_word(draft, i, "incl") || is_word(draft, i, "inc")) {
		cut(cutter, i, i, PL_ROLE_RELATIVE);
		return true;
	}
	return false;
}

/* A participle in -ing behind a noun: "detailing …", "resulting in …". */
static bool cut_at_ing(struct cutter *cutter, uint32_t i)
{
	const struct pl_draft *draft = cutter->draft;
	uint32_t before = pl_draft_before(draft, i, cutter->begin);

	if (!cutter->nouns || draft->words[i].form != PL_FORM_ING || before == PL_NO_WORD ||
	    is_tag(draft, before, PL_TAG_VERB) || is_tag(draft, before, PL_TAG_BE) ||
	    is_tag(draft, before, PL_TAG_PREPOSITION))
		return false;
	cut(cutter, i, i, leads_to_result(draft, i) ? PL_ROLE_RESULT : PL_ROLE_RELATIVE);
	cutter->verb = i;
	return true;
}

/* "A group bringing together officials will be set up": the predicate behind what only describes the subject. */
static bool cut_at_late_predicate(struct cutter *cutter, uint32_t i)
{
	uint32_t last = (uint32_t)cutter->pieces.count;

	if (cutter->role == PL_ROLE_MAIN || cutter->verb == i ||
	    (cutter->verb == PL_NO_WORD && cutter->role != PL_ROLE_WITH))
		return false;
	while (last > 0 && cutter->pieces.items[last - 1].role != PL_ROLE_MAIN)
		last--;
	if (!last || cutter->pieces.items[last - 1].complete)
		return false;
	cutter->pieces.items[last - 1].role = PL_ROLE_RELATIVE;
	cutter->pieces.items[last - 1].complete = true;
	cut(cutter, i, i, PL_ROLE_MAIN);
	cutter->subject = last;
	cutter->verb = i;
	return true;
}

static void look_at(struct cutter *cutter, uint32_t i)
{
	const struct pl_draft *draft = cutter->draft;
	const struct pl_word *word = &draft->words[i];

	switch (word->tag) {
	case PL_TAG_MARK:
		if (!cut_at_mark(cutter, i) && pl_draft_is_mark(draft, i, ",/"))
			cut_at_equal(cutter, i);
		break;
	case PL_TAG_AND:
		cut_at_equal(cutter, i);
		break;
	case PL_TAG_MODAL:
		cut_at_late_predicate(cutter, i);
		break;
	case PL_TAG_TO:
		if (!is_tag(draft, step(draft, i + 1, draft->count), PL_TAG_BE) || !cut_at_late_predicate(cutter, i))
			cut_at_to(cutter, i);
		break;
	case PL_TAG_JOIN: {
		enum pl_clause_role role = role_of_join(draft, i, draft->count);
		bool fresh = step(draft, cutter->begin, i) == i;

		cut(cutter, i, i, role);
		cutter->condition = role == PL_ROLE_CONDITION && fresh;
		break;
	}
	case PL_TAG_PREPOSITION:
		cut_at_preposition(cutter, i);
		break;
	case PL_TAG_VERB:
		if (cut_at_ing(cutter, i))
			break;
		if (word->form == PL_FORM_ED && cutter->role == PL_ROLE_WITH && cutter->nouns &&
		    cut_at_late_predicate(cutter, i))
			break;
		if (cutter->verb == PL_NO_WORD ||
		    (cutter->role == PL_ROLE_MAIN && is_tag(draft, cutter->verb, PL_TAG_BE)))
			cutter->verb = i;
		cutter->last_verb = i;
		cutter->predicate = cutter->predicate || (word->form == PL_FORM_ED && cutter->nouns);
		break;
	case PL_TAG_NOUN:
	case PL_TAG_NAME:
	case PL_TAG_PRONOUN:
		cutter->nouns++;
		break;
	default:
		if ((word->kinds & PL_KIND(DONE)) && cutter->role == PL_ROLE_WITH && cutter->nouns &&
		    cut_at_late_predicate(cutter, i))
			break;
		cutter->predicate = cutter->predicate || (cutter->nouns && (word->kinds & PL_KIND(DONE)));
	}
}

/* ---- finding what a piece says ---- */

struct said {
	uint32_t verb;
	enum pl_clause_form form;
	uint32_t behind; /* where its object begins */
};

/* What stands behind "to", a modal or a form of "be" at `i`: passive, state, or somebody doing. */
static struct said said_behind(const struct pl_draft *draft, uint32_t i, uint32_t end)
{
	struct said said = {PL_NO_WORD, PL_CLAUSE_STATE, i + 1};
	bool be = is_tag(draft, i, PL_TAG_BE);

	for (i = step(draft, i + draft->words[i].length, end); i < end; i = step(draft, i + 1, end)) {
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
		if ((word->kinds & PL_KIND(HAVE)) && !be) { /* "has been …" against "have a plan" */
			uint32_t next = skip_adverbs(draft, step(draft, i + 1, end), end);

			if (next < end && (is_tag(draft, next, PL_TAG_BE) ||
			                   (is_tag(draft, next, PL_TAG_VERB) && draft->words[next].form == PL_FORM_ED)))
				continue;
		}
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
	uint32_t next = skip_adverbs(draft, step(draft, i + draft->words[i].length, end), end);

	return next >= end || is_tag(draft, next, PL_TAG_AND) || is_tag(draft, next, PL_TAG_MARK);
}

/* "The rota agreed by the board …": tells which rota. */
static bool is_done_by(const struct pl_draft *draft, uint32_t i, uint32_t end)
{
	uint32_t next = step(draft, i + draft->words[i].length, end);

	return next < end && is_word(draft, next, "by");
}

/* The predicate behind a subject. */
static struct said predicate_of(const struct pl_draft *draft, uint32_t from, uint32_t end)
{
	struct said found = {PL_NO_WORD, PL_CLAUSE_NOMINAL, end};

	for (uint32_t i = step(draft, from, end); i < end; i = step(draft, i + draft->words[i].length, end)) {
		const struct pl_word *word = &draft->words[i];

		if (word->tag == PL_TAG_MODAL || word->tag == PL_TAG_BE || word->tag == PL_TAG_TO)
			return said_behind(draft, i, end);
		if (word->tag == PL_TAG_VERB && (word->kinds & PL_KIND(HAVE)) && word->form != PL_FORM_ED &&
		    word->form != PL_FORM_ING) {
			struct said said = said_behind(draft, i, end);

			if (said.verb != PL_NO_WORD && draft->words[said.verb].form == PL_FORM_ED) {
				said.form = PL_CLAUSE_PASSIVE;
				return said;
			}
			return (struct said){i, PL_CLAUSE_AGENT, i + word->length};
		}
		if (word->tag == PL_TAG_VERB && word->form != PL_FORM_ED && word->form != PL_FORM_ING &&
		    found.form == PL_CLAUSE_NOMINAL)
			return (struct said){i, PL_CLAUSE_AGENT, i + word->length};
		if (word->tag == PL_TAG_VERB && word->form == PL_FORM_ED &&
		    (found.form == PL_CLAUSE_NOMINAL ||
		     (found.form == PL_CLAUSE_PASSIVE && !is_final(draft, found.verb, end) &&
		      (is_final(draft, i, end) ||
		       (is_done_by(draft, found.verb, end) && !pl_draft_describes(draft, i))))))
			found = (struct said){i, PL_CLAUSE_PASSIVE, i + word->length};
		else if ((word->kinds & PL_KIND(DONE)) && word->tag == PL_TAG_ADJECTIVE &&
		         (word->length > 1 || is_final(draft, i, end)))
			found = (struct said){PL_NO_WORD, PL_CLAUSE_STATE, i};
	}
	return found;
}

static void set_object(struct pl_clause *clause, struct noun_phrase phrase)
{
	clause->object = phrase.head;
	clause->object_begin = phrase.begin;
	clause->object_end = phrase.end;
}

/* The object behind a verb; "develop, agree and publish the plan" finds it behind the last verb. */
static struct noun_phrase object_behind(const struct pl_draft *draft, uint32_t from, uint32_t end, bool *oblique)
{
	uint32_t i = step(draft, from, end);

	*oblique = i < end && is_tag(draft, i, PL_TAG_PREPOSITION) && !is_word(draft, i, "of");

	while (i < end && (is_tag(draft, i, PL_TAG_PREPOSITION) || pl_draft_is_mark(draft, i, ",") ||
	                   is_tag(draft, i, PL_TAG_ADVERB)))
		i = step(draft, i + draft->words[i].length, end); /* "report on the survey", "move to the hub" */
	return noun_phrase_at(draft, i, end);
}

/* "Go on publishing", "begin drafting": the verb that follows directly; PL_NO_WORD for none. */
static uint32_t inner_verb(const struct pl_draft *draft, uint32_t verb, uint32_t end)
{
	uint32_t next = skip_adverbs(draft, step(draft, verb + draft->words[verb].length, end), end);

	return next < end && is_tag(draft, next, PL_TAG_VERB) && draft->words[next].form == PL_FORM_ING ? next
	                                                                                                : PL_NO_WORD;
}

static void read_subject(const struct pl_draft *draft, struct pl_clause *clause, uint32_t first)
{
	struct noun_phrase subject = noun_phrase_at(draft, first, clause->end);
	struct said said = predicate_of(draft, subject.head == PL_NO_WORD ? first : subject.end, clause->end);

	clause->form = (uint8_t)said.form;
	clause->verb = said.verb;
	if (said.form == PL_CLAUSE_AGENT) {
		clause->agent = subject.head;
		clause->inner = said.verb == PL_NO_WORD ? PL_NO_WORD : inner_verb(draft, said.verb, clause->end);
		if (clause->inner != PL_NO_WORD)
			said.behind = clause->inner + draft->words[clause->inner].length;
		set_object(clause, object_behind(draft, said.behind, clause->end, &clause->oblique));
	} else if (said.form == PL_CLAUSE_PASSIVE &&
	           is_tag(draft, step(draft, said.behind, clause->end), PL_TAG_DETERMINER) &&
	           step(draft, said.behind, clause->end) < clause->end) {
		clause->form = PL_CLAUSE_AGENT; /* "the board issued a statement" */
		clause->agent = subject.head;
		set_object(clause, object_behind(draft, said.behind, clause->end, &clause->oblique));
	} else {
		set_object(clause, subject);
	}
}

/* What an earlier clause names is what this one speaks of. */
static void set_subject(const struct pl_draft *draft, struct pl_clause *clause, uint32_t subject)
{
	const struct pl_clause *named = &draft->clauses.items[subject - 1];

	set_object(clause, (struct noun_phrase){named->object, named->object_begin, named->object_end});
}

/* "Quarterly reporting of …": the verb behind what modifies it, where it is such a noun; else the word itself. */
static uint32_t behind_modifiers(const struct pl_draft *draft, uint32_t first, uint32_t end)
{
	uint32_t i = first;

	while (i < end && (is_tag(draft, i, PL_TAG_ADJECTIVE) || is_tag(draft, i, PL_TAG_DETERMINER)))
		i = step(draft, i + draft->words[i].length, end);
	return i < end && is_tag(draft, i, PL_TAG_VERB) && draft->words[i].form == PL_FORM_ING ? i : first;
}

static void read_piece(struct pl_draft *draft, const struct piece *piece)
{
	struct pl_clause *clause = PL_VEC_PUSH(draft->arena, &draft->clauses);
	const struct pl_clause *before = draft->clauses.count > 1 ? clause - 1 : NULL;
	uint32_t first = step(draft, piece->begin, piece->end);

	*clause = (struct pl_clause){.begin = piece->begin,
	                             .end = piece->end,
	                             .role = (uint8_t)piece->role,
	                             .verb = PL_NO_WORD,
	                             .inner = PL_NO_WORD,
	                             .agent = PL_NO_WORD,
	                             .object = PL_NO_WORD};
	while (first < piece->end && (is_tag(draft, first, PL_TAG_ADVERB) || is_tag(draft, first, PL_TAG_TO) ||
	                              is_tag(draft, first, PL_TAG_AND) || is_tag(draft, first, PL_TAG_JOIN) ||
	                              pl_draft_is_mark(draft, first, ",/*'\"-") || pl_draft_is_quote(draft, first) ||
	                              (piece->role != PL_ROLE_MAIN && is_tag(draft, first, PL_TAG_PREPOSITION))))
		first = step(draft, first + draft->words[first].length, piece->end);
	if (first >= piece->end)
		return;
	first = behind_modifiers(draft, first, piece->end);
	if (piece->subject && (draft->words[first].kinds & PL_KIND(DONE)) && is_tag(draft, first, PL_TAG_ADJECTIVE)) {
		clause->form = PL_CLAUSE_STATE;
		set_subject(draft, clause, piece->subject);
		return;
	}
	if (!is_tag(draft, first, PL_TAG_VERB)) {
		if (is_tag(draft, first, PL_TAG_BE) || is_tag(draft, first, PL_TAG_MODAL)) {
			struct said said = said_behind(draft, first, piece->end);

			clause->verb = said.verb;
			clause->form = (uint8_t)said.form;
			if (piece->subject && said.form != PL_CLAUSE_AGENT) {
				set_subject(draft, clause, piece->subject);
				return;
			}
			set_object(clause, object_behind(draft, said.behind, piece->end, &clause->oblique));
			return;
		}
		read_subject(draft, clause, first);
		return;
	}
	clause->verb = first;
	if (draft->words[first].form == PL_FORM_ED) {
		clause->form = PL_CLAUSE_PASSIVE;
		if (piece->subject)
			set_subject(draft, clause, piece->subject);
		else if (before && piece->inherits)
			set_object(clause,
			           (struct noun_phrase){before->object, before->object_begin, before->object_end});
		else
			set_object(clause, object_behind(draft, first + draft->words[first].length, piece->end,
			                                 &clause->oblique));
		return;
	}
	clause->form = draft->words[first].form == PL_FORM_ING ? PL_CLAUSE_GERUND : PL_CLAUSE_IMPERATIVE;
	if (before && piece->inherits) {
		clause->form = before->form;
		clause->agent = before->agent;
	}
	clause->inner = inner_verb(draft, first, piece->end);
	if (clause->inner != PL_NO_WORD)
		first = clause->inner;
	set_object(clause, object_behind(draft, first + draft->words[first].length, piece->end, &clause->oblique));
}

/* "Design and build the hub": a verb without an object of its own has the next one's. */
static void share_objects(struct pl_draft *draft)
{
	for (size_t i = draft->clauses.count; i-- > 1;) {
		struct pl_clause *clause = &draft->clauses.items[i - 1], *next = clause + 1;

		if (clause->object == PL_NO_WORD && clause->object_begin == clause->object_end &&
		    clause->verb != PL_NO_WORD && next->verb != PL_NO_WORD && clause->role == next->role &&
		    clause->form == next->form) {
			clause->object = next->object;
			clause->object_begin = next->object_begin;
			clause->object_end = next->object_end;
		}
	}
}

void pl_text_find_clauses(struct pl_draft *draft)
{
	struct cutter cutter = {.draft = draft, .verb = PL_NO_WORD, .last_verb = PL_NO_WORD, .role = PL_ROLE_MAIN};

	for (uint32_t i = step(draft, 0, draft->count); i < draft->count; i = step(draft, i + 1, draft->count))
		look_at(&cutter, i);
	cut(&cutter, draft->count, draft->count, PL_ROLE_MAIN);
	for (size_t i = 0; i < cutter.pieces.count; i++)
		read_piece(draft, &cutter.pieces.items[i]);
	share_objects(draft);
}
