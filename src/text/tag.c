/*
 * What part of speech each word is in its place: a left-to-right pass that decides words with several readings by the
 * word before and the word behind. Plans are written in headlines, so the first word matters most: "Review protocols"
 * is a command, "Review of protocols" and "Review complete" are not.
 */
#include "text/read.h"

#include "base/str.h"

uint32_t pl_draft_next(const struct pl_draft *draft, uint32_t from, uint32_t end)
{
	while (from < end && !pl_word_counts(&draft->words[from]))
		from++;
	return from;
}

uint32_t pl_draft_before(const struct pl_draft *draft, uint32_t from, uint32_t begin)
{
	while (from-- > begin)
		if (pl_word_counts(&draft->words[from]))
			return from;
	return PL_NO_WORD;
}

static struct pl_str lower(const struct pl_draft *draft, uint32_t i)
{
	return draft->entries[i] ? draft->entries[i]->word : (struct pl_str){"", 0};
}

static bool ends(const struct pl_draft *draft, uint32_t i, const char *ending)
{
	struct pl_str word = lower(draft, i), tail = pl_str_of(ending);

	return word.len > tail.len + 2 && pl_str_ends(word, tail);
}

static const struct pl_lexeme *lexeme_of(const struct pl_draft *draft, uint32_t i)
{
	static const struct pl_lexeme none;

	return i < draft->count && draft->entries[i] && draft->words[i].length == 1 ? &draft->entries[i]->lexeme
	                                                                            : &none;
}

/* ---- what a word can be, before its place is looked at ---- */

static bool can_be_verb(const struct pl_draft *draft, uint32_t i)
{
	if (i >= draft->count)
		return false;
	if (draft->words[i].length > 1)
		return draft->words[i].tag == PL_TAG_VERB;
	return lexeme_of(draft, i)->is_verb ||
	       (draft->entries[i] && !lexeme_of(draft, i)->is_noun && !lexeme_of(draft, i)->is_other &&
	        (ends(draft, i, "ise") || ends(draft, i, "ize") || ends(draft, i, "ify")));
}

/* The form the word has as a verb. */
static uint8_t form_of(const struct pl_draft *draft, uint32_t i)
{
	if (draft->words[i].length > 1)
		return draft->words[i].form;
	if (lexeme_of(draft, i)->is_verb)
		return lexeme_of(draft, i)->form;
	return ends(draft, i, "ing") ? PL_FORM_ING : ends(draft, i, "ed") ? PL_FORM_ED : PL_FORM_BASE;
}

/* Words that are base form and participle alike. */
static bool is_unchanging(const struct pl_draft *draft, uint32_t i)
{
	static const char *const unchanging[] = {"set",    "put",  "run",    "cut", "let", "shut",   "split", "read",
	                                         "spread", "cast", "recast", "bid", "hit", "re-let", "relet", "reset"};

	for (size_t k = 0; k < sizeof unchanging / sizeof unchanging[0]; k++)
		if (pl_str_equal(lower(draft, i), pl_str_of(unchanging[k])))
			return true;
	return false;
}

/* Can a noun phrase begin or go on here? */
static bool begins_noun_phrase(const struct pl_draft *draft, uint32_t i)
{
	const struct pl_word *word = &draft->words[i];
	const struct pl_lexeme *lexeme = lexeme_of(draft, i);

	if (word->length > 1)
		return word->tag == PL_TAG_NOUN || word->tag == PL_TAG_DETERMINER || word->tag == PL_TAG_ADJECTIVE;
	if (word->tag == PL_TAG_NUMBER)
		return true;
	if (word->tag == PL_TAG_MARK || word->tag == PL_TAG_AND)
		return pl_draft_is_quote(draft, i);
	if (lexeme->is_other)
		return lexeme->other_tag == PL_TAG_DETERMINER || lexeme->other_tag == PL_TAG_ADJECTIVE ||
		       lexeme->other_tag == PL_TAG_PRONOUN;
	if (lexeme->is_noun)
		return true;
	if (lexeme->is_verb)
		return lexeme->form == PL_FORM_ED || lexeme->form == PL_FORM_ING;
	return draft->entries[i] && !ends(draft, i, "ly");
}

bool pl_draft_describes(const struct pl_draft *draft, uint32_t i)
{
	static const char *const describing[] = {
	        "provided", "offered",   "held",     "used",   "received", "owned",   "required", "made",
	        "based",    "contained", "included", "needed", "raised",   "handled", "affected", "caused",
	        "involved", "employed",  "managed",  "run",    "set",      "known",   "related",  "identified"};

	for (size_t k = 0; draft->words[i].length == 1 && k < sizeof describing / sizeof describing[0]; k++)
		if (pl_str_equal(lower(draft, i), pl_str_of(describing[k])))
			return true;
	return false;
}

/* A participle with a phrase behind it: a statement ("published on the website"), or a description of the noun before
 * it? */
static bool ends_statement(const struct pl_draft *draft, uint32_t i, uint32_t next)
{
	const struct pl_lexeme *lexeme = lexeme_of(draft, next);

	if (lexeme->is_other && lexeme->other_tag == PL_TAG_AND)
		return true;
	return lexeme->is_other && lexeme->other_tag == PL_TAG_PREPOSITION && !pl_draft_describes(draft, i);
}

static bool is_end(const struct pl_draft *draft, uint32_t i)
{
	return i >= draft->count || pl_draft_is_mark(draft, i, ".,;(");
}

static bool is_participle(const struct pl_draft *draft, uint32_t i)
{
	const struct pl_lexeme *lexeme = lexeme_of(draft, i);

	return lexeme->is_verb ? lexeme->form == PL_FORM_ED
	                       : !lexeme->is_noun && !lexeme->is_other && ends(draft, i, "ed");
}

/* Does a predicate stand later in the sentence that would make a noun of the first word: "to be …", "… completed", "in
 * place", a modal? `from` is the first word behind it. */
static bool predicate_follows(const struct pl_draft *draft, uint32_t from)
{
	bool object = false; /* something that could be a subject has come */
	bool far = false;    /* and a phrase behind it */
	bool people = false; /* the word before is somebody */
	uint32_t word_count = 0;

	for (uint32_t i = pl_draft_next(draft, from, draft->count); i < draft->count;
	     i = pl_draft_next(draft, i + 1, draft->count)) {
		const struct pl_word *word = &draft->words[i];
		const struct pl_lexeme *lexeme = lexeme_of(draft, i);
		uint32_t next = pl_draft_next(draft, i + 1, draft->count);
		bool last = next == draft->count;

		if (pl_draft_is_mark(draft, i, ".;:,(") || pl_draft_is_dash(draft, i))
			return false;
		if (word->length > 1 && ((word->kinds & PL_KIND(DONE)) ||
		                         (word->tag == PL_TAG_VERB &&
		                          (word->form == PL_FORM_ED ||
		                           (is_unchanging(draft, i) &&
		                            is_end(draft, pl_draft_next(draft, i + word->length, draft->count)))))))
			return true;
		if (word->length > 1 &&
		    (word->tag == PL_TAG_TO || word->tag == PL_TAG_JOIN || word->tag == PL_TAG_PREPOSITION))
			return false;
		if (lexeme->other_tag == PL_TAG_MODAL || (lexeme->other_tag == PL_TAG_BE && !far))
			return true;
		if (lexeme->other_tag == PL_TAG_TO && lexeme->is_other)
			return (next < draft->count && lexeme_of(draft, next)->other_tag == PL_TAG_BE &&
			        lexeme_of(draft, next)->is_other) ||
			       (people && word_count == 1 && can_be_verb(draft, next)); /* "housing officers to …" */
		if (lexeme->is_other && lexeme->other_tag == PL_TAG_JOIN && object)
			return false;
		if (lexeme->is_other && lexeme->other_tag == PL_TAG_PREPOSITION)
			far = far || object;
		if ((lexeme->other & PL_KIND(DONE)) && last)
			return true;
		if (is_participle(draft, i) && !lexeme->is_noun &&
		    (last || pl_draft_is_mark(draft, next, ".,;(") || (!far && ends_statement(draft, i, next))))
			return true;
		object = object || lexeme->is_noun || word->length > 1 || !lexeme->is_other;
		people = (lexeme->noun & (PL_KIND(PEOPLE) | PL_KIND(BODY))) != 0;
		word_count++;
	}
	return false;
}

/* ---- deciding ---- */

static bool is_tag(const struct pl_draft *draft, uint32_t i, enum pl_tag tag)
{
	return i != PL_NO_WORD && i < draft->count && draft->words[i].tag == tag;
}

/* The word before that decides: adverbs are looked through. */
static uint32_t deciding_before(const struct pl_draft *draft, uint32_t i)
{
	uint32_t before = pl_draft_before(draft, i, 0);

	while (before != PL_NO_WORD && draft->words[before].tag == PL_TAG_ADVERB)
		before = pl_draft_before(draft, before, 0);
	return before;
}

static bool starts_clause(const struct pl_draft *draft, uint32_t before)
{
	return before == PL_NO_WORD || pl_draft_is_mark(draft, before, ".;:,(!?/*") ||
	       pl_draft_is_dash(draft, before) || draft->words[before].tag == PL_TAG_JOIN;
}

/* "Review and …", "updated and …": the form of the nearest verb before, when this word stands in line with it. */
static bool follows_conjunct(const struct pl_draft *draft, uint32_t and, uint8_t form)
{
	for (uint32_t i = and; i-- > 0;) {
		const struct pl_word *word = &draft->words[i];

		if (!pl_word_counts(word))
			continue;
		if (pl_draft_is_mark(draft, i, ".;"))
			return false;
		if (word->tag == PL_TAG_VERB)
			return word->form == form ||
			       (form == PL_FORM_BASE && word->form == PL_FORM_ED && is_unchanging(draft, i)) ||
			       (form == PL_FORM_ED && is_unchanging(draft, i));
	}
	return false;
}

/* A capital in the middle of a sentence makes a name of most words: "the Department for Business & Trade". */
static bool is_name_like(const struct pl_draft *draft, uint32_t i, uint32_t before)
{
	return (draft->words[i].flags & PL_WORD_CAPITAL) && before != PL_NO_WORD &&
	       (is_tag(draft, before, PL_TAG_NAME) || is_tag(draft, before, PL_TAG_AND) ||
	        is_tag(draft, before, PL_TAG_NOUN)) &&
	       (draft->words[before].flags & PL_WORD_CAPITAL || is_tag(draft, before, PL_TAG_AND));
}

/* A noun that no article, number or adjective goes before: "and contact management". */
static bool is_bare_noun(const struct pl_draft *draft, uint32_t i)
{
	if (i >= draft->count)
		return false;
	return lexeme_of(draft, i)->is_noun && !lexeme_of(draft, i)->is_other && draft->words[i].length == 1;
}

static bool base_is_verb(const struct pl_draft *draft, uint32_t i, uint32_t before)
{
	uint32_t next = pl_draft_next(draft, i + draft->words[i].length, draft->count);
	bool noun = lexeme_of(draft, i)->is_noun;

	if (is_name_like(draft, i, before) && draft->words[i].length == 1)
		return false;
	if (next < draft->count && draft->entries[next] && pl_str_equal(lower(draft, next), PL_STR("of")) &&
	    starts_clause(draft, before))
		return false;

	if (is_tag(draft, before, PL_TAG_TO) || is_tag(draft, before, PL_TAG_MODAL) ||
	    is_tag(draft, before, PL_TAG_PRONOUN))
		return true;
	if (is_tag(draft, before, PL_TAG_DETERMINER) || is_tag(draft, before, PL_TAG_ADJECTIVE) ||
	    is_tag(draft, before, PL_TAG_NUMBER) || is_tag(draft, before, PL_TAG_PREPOSITION) ||
	    is_tag(draft, before, PL_TAG_BE))
		return false;
	if (is_tag(draft, before, PL_TAG_AND)) {
		uint32_t first = pl_draft_before(draft, before, 0);

		if (first != PL_NO_WORD && draft->words[first].tag == PL_TAG_VERB)
			return draft->words[first].form == PL_FORM_BASE ||
			       (is_unchanging(draft, i) && draft->words[first].form == PL_FORM_ED);
		if (!noun)
			return (next < draft->count && begins_noun_phrase(draft, next)) ||
			       follows_conjunct(draft, before, PL_FORM_BASE);
		return next < draft->count && begins_noun_phrase(draft, next) && !is_bare_noun(draft, next) &&
		       !predicate_follows(draft, next) && follows_conjunct(draft, before, PL_FORM_BASE);
	}
	if (starts_clause(draft, before)) {
		if (!noun)
			return !lexeme_of(draft, i)->is_other || !predicate_follows(draft, next);
		if (before != PL_NO_WORD && pl_draft_is_mark(draft, before, ",/") &&
		    !follows_conjunct(draft, before, PL_FORM_BASE))
			return false;
		if (next < draft->count && draft->words[next].tag == PL_TAG_MARK && !pl_draft_is_quote(draft, next))
			return false;
		if (next < draft->count && lexeme_of(draft, next)->is_other &&
		    lexeme_of(draft, next)->other_tag == PL_TAG_AND) {
			next = pl_draft_next(draft, next + 1, draft->count); /* "Review and relaunch procedures" */
			if (!can_be_verb(draft, next) || form_of(draft, next) != PL_FORM_BASE)
				return false;
			next = pl_draft_next(draft, next + draft->words[next].length, draft->count);
		}
		return next < draft->count && begins_noun_phrase(draft, next) && !predicate_follows(draft, next);
	}
	if (noun || before == PL_NO_WORD)
		return false;
	return is_unchanging(draft, i) || /* "targets set", "wardens continue" */
	       (is_tag(draft, before, PL_TAG_NOUN) && lexeme_of(draft, before)->is_plural &&
	        !lexeme_of(draft, i)->is_other);
}

static bool is_determiner(const struct pl_draft *draft, uint32_t i)
{
	return i < draft->count && lexeme_of(draft, i)->is_other && lexeme_of(draft, i)->other_tag == PL_TAG_DETERMINER;
}

/* "Report outlining options": verbs whose -ing form tells more of the noun before it, rather than naming the next. */
static bool describes_in_ing(const struct pl_draft *draft, uint32_t i)
{
	static const char *const verbs[] = {
	        "covering",    "outlining",   "detailing",  "showing",    "using",      "including",  "involving",
	        "bringing",    "setting",     "providing",  "supporting", "targeting",  "enabling",   "describing",
	        "explaining",  "identifying", "requiring",  "allowing",   "ensuring",   "making",     "giving",
	        "containing",  "leading",     "resulting",  "focusing",   "offering",   "reviewing",  "promoting",
	        "improving",   "reducing",    "increasing", "affecting",  "concerning", "comprising", "replacing",
	        "summarising", "linking",     "joining",    "receiving",  "helping",    "completing", "meeting",
	        "attending",   "serving",     "taking",     "tracking",   "detailing"};

	for (size_t k = 0; k < sizeof verbs / sizeof verbs[0]; k++)
		if (pl_str_equal(lower(draft, i), pl_str_of(verbs[k])))
			return true;
	return false;
}

static bool ing_is_verb(const struct pl_draft *draft, uint32_t i, uint32_t before)
{
	uint32_t next = pl_draft_next(draft, i + draft->words[i].length, draft->count);
	bool noun = lexeme_of(draft, i)->is_noun;
	bool object = next < draft->count && begins_noun_phrase(draft, next);

	if (is_tag(draft, before, PL_TAG_DETERMINER) || is_tag(draft, before, PL_TAG_ADJECTIVE) ||
	    is_tag(draft, before, PL_TAG_NUMBER))
		return false;
	if (noun && (draft->words[i].flags & PL_WORD_CAPITAL) && before != PL_NO_WORD && !starts_clause(draft, before))
		return false;
	if (is_tag(draft, before, PL_TAG_NOUN) || is_tag(draft, before, PL_TAG_NAME)) /* "food growing strategy" */
		return !noun && (!object || is_determiner(draft, next) || lexeme_of(draft, next)->is_other ||
		                 describes_in_ing(draft, i));
	if (is_tag(draft, before, PL_TAG_AND) && follows_conjunct(draft, before, PL_FORM_ING))
		return true;
	if ((starts_clause(draft, before) || is_tag(draft, before, PL_TAG_AND)) && is_determiner(draft, next))
		return true;
	if (starts_clause(draft, before) || is_tag(draft, before, PL_TAG_AND))
		return !predicate_follows(draft, next) && (!noun || object);
	if (is_tag(draft, before, PL_TAG_PREPOSITION) &&
	    (next >= draft->count || pl_draft_is_mark(draft, next, ".,;)") ||
	     (lexeme_of(draft, next)->is_other && lexeme_of(draft, next)->other_tag == PL_TAG_AND)))
		return false; /* "advice on breastfeeding and weaning" */
	return noun ? object && !lexeme_of(draft, next)->is_noun && draft->words[next].tag != PL_TAG_NOUN : true;
}

static bool ed_is_verb(const struct pl_draft *draft, uint32_t i, uint32_t before)
{
	uint32_t next = pl_draft_next(draft, i + draft->words[i].length, draft->count);
	bool object = next < draft->count && begins_noun_phrase(draft, next) &&
	              !(lexeme_of(draft, next)->is_other && lexeme_of(draft, next)->other_tag == PL_TAG_DETERMINER);

	if (is_tag(draft, before, PL_TAG_BE))
		return true;
	if (is_tag(draft, before, PL_TAG_NAME) && next < draft->count && is_bare_noun(draft, next))
		return false; /* "NHS funded care" */
	if (is_tag(draft, before, PL_TAG_NOUN) || is_tag(draft, before, PL_TAG_NAME))
		return true;
	if (is_tag(draft, before, PL_TAG_AND) && follows_conjunct(draft, before, PL_FORM_ED))
		return true;
	return !object;
}

static bool is_verb_here(const struct pl_draft *draft, uint32_t i, uint32_t before)
{
	switch (form_of(draft, i)) {
	case PL_FORM_BASE:
		return base_is_verb(draft, i, before);
	case PL_FORM_ING:
		return ing_is_verb(draft, i, before);
	case PL_FORM_ED:
		return ed_is_verb(draft, i, before);
	default: /* "Cabinet approves": only where it cannot be a plural */
		if (before != PL_NO_WORD && pl_str_equal(lower(draft, before), PL_STR("this")))
			return true;
		return !lexeme_of(draft, i)->is_noun && before != PL_NO_WORD &&
		       !is_tag(draft, before, PL_TAG_DETERMINER) && !is_tag(draft, before, PL_TAG_ADJECTIVE);
	}
}

static bool to_is_before_verb(const struct pl_draft *draft, uint32_t i)
{
	uint32_t next = pl_draft_next(draft, i + 1, draft->count), then;

	while (next < draft->count && lexeme_of(draft, next)->is_other &&
	       lexeme_of(draft, next)->other_tag == PL_TAG_ADVERB)
		next = pl_draft_next(draft, next + 1, draft->count);
	if (next == draft->count)
		return false;
	if (lexeme_of(draft, next)->is_other)
		return lexeme_of(draft, next)->other_tag == PL_TAG_BE;
	if (!can_be_verb(draft, next) || form_of(draft, next) != PL_FORM_BASE)
		return false;
	if (!lexeme_of(draft, next)->is_noun)
		return true;
	then = pl_draft_next(draft, next + 1, draft->count);
	if (lexeme_of(draft, next)->noun & (PL_KIND(PEOPLE) | PL_KIND(BODY) | PL_KIND(OUTSIDE)))
		return then < draft->count && lexeme_of(draft, then)->is_other &&
		       lexeme_of(draft, then)->other_tag == PL_TAG_DETERMINER;
	return !(draft->words[next].flags & PL_WORD_CAPITAL) ||
	       (then < draft->count && begins_noun_phrase(draft, then));
}

/* What an unknown word is by its looks. */
static enum pl_tag guess(const struct pl_draft *draft, uint32_t i, uint32_t before)
{
	uint32_t next = pl_draft_next(draft, i + 1, draft->count);
	bool first = before == PL_NO_WORD;

	if (draft->words[i].flags & PL_WORD_ACRONYM)
		return PL_TAG_NAME;
	if ((ends(draft, i, "ed") || ends(draft, i, "ing")) && memchr(lower(draft, i).ptr, '-', lower(draft, i).len))
		return PL_TAG_ADJECTIVE; /* "customer-facing" */
	if ((draft->words[i].flags & PL_WORD_CAPITAL) && !first)
		return PL_TAG_NAME;
	if (ends(draft, i, "ly"))
		return PL_TAG_ADVERB;
	if (ends(draft, i, "ed") || ends(draft, i, "ing"))
		return is_verb_here(draft, i, before) ? PL_TAG_VERB
		       : ends(draft, i, "ed")         ? PL_TAG_ADJECTIVE
		                                      : PL_TAG_NOUN;
	if (is_tag(draft, before, PL_TAG_TO) || is_tag(draft, before, PL_TAG_MODAL))
		return PL_TAG_VERB;
	if (ends(draft, i, "ise") || ends(draft, i, "ize") || ends(draft, i, "ify"))
		return PL_TAG_VERB;
	if (first && next < draft->count && lexeme_of(draft, next)->is_other &&
	    lexeme_of(draft, next)->other_tag == PL_TAG_DETERMINER)
		return PL_TAG_VERB;
	if (ends(draft, i, "al") || ends(draft, i, "ive") || ends(draft, i, "ous") || ends(draft, i, "ic") ||
	    ends(draft, i, "able") || ends(draft, i, "ful") || ends(draft, i, "less") || ends(draft, i, "ary"))
		return next < draft->count && begins_noun_phrase(draft, next) ? PL_TAG_ADJECTIVE : PL_TAG_NOUN;
	return PL_TAG_NOUN;
}

static enum pl_tag decide(const struct pl_draft *draft, uint32_t i)
{
	const struct pl_lexeme *lexeme = lexeme_of(draft, i);
	uint32_t before = deciding_before(draft, i);

	if (lexeme->is_other && lexeme->other_tag == PL_TAG_AND && (draft->words[i].flags & PL_WORD_CAPITAL) &&
	    before != PL_NO_WORD)
		return PL_TAG_NAME; /* "Decent Homes Plus" */
	if (is_tag(draft, before, PL_TAG_PREPOSITION) && pl_str_equal(lower(draft, i), PL_STR("that")))
		return PL_TAG_DETERMINER; /* "for that reason" */
	if (lexeme->is_other && lexeme->other_tag == PL_TAG_TO)
		return to_is_before_verb(draft, i) ? PL_TAG_TO : PL_TAG_PREPOSITION;
	if (lexeme->is_other && !(lexeme->is_verb && lexeme->other_tag == PL_TAG_ADJECTIVE))
		return (enum pl_tag)lexeme->other_tag;
	if (lexeme->is_other && lexeme->other_tag == PL_TAG_ADJECTIVE && lexeme->form == PL_FORM_ING &&
	    lexeme->is_verb && is_bare_noun(draft, pl_draft_next(draft, i + 1, draft->count)))
		return PL_TAG_ADJECTIVE; /* "rolling programme", "continuing healthcare" */
	if (can_be_verb(draft, i)) {
		if (is_verb_here(draft, i, before))
			return PL_TAG_VERB;
		if (lexeme->is_other)
			return (enum pl_tag)lexeme->other_tag;
		if (lexeme->is_noun)
			return PL_TAG_NOUN;
		return form_of(draft, i) == PL_FORM_ED || form_of(draft, i) == PL_FORM_ING ? PL_TAG_ADJECTIVE
		                                                                           : PL_TAG_NOUN;
	}
	if (lexeme->is_noun)
		return PL_TAG_NOUN;
	return guess(draft, i, before);
}

/* "Development of a guide" says what "developing a guide" says. */
static bool is_nominal(const struct pl_draft *draft, uint32_t i)
{
	uint32_t before = pl_draft_before(draft, i, 0);

	while (before != PL_NO_WORD &&
	       (is_tag(draft, before, PL_TAG_ADJECTIVE) || is_tag(draft, before, PL_TAG_ADVERB)))
		before = pl_draft_before(draft, before, 0);
	return (lexeme_of(draft, i)->is_nominal ||
	        (lexeme_of(draft, i)->is_verb && !lexeme_of(draft, i)->is_noun && form_of(draft, i) == PL_FORM_ING)) &&
	       i + 1 < draft->count && draft->entries[i + 1] &&
	       pl_str_equal(draft->entries[i + 1]->word, PL_STR("of")) &&
	       (starts_clause(draft, before) || is_tag(draft, before, PL_TAG_AND));
}

/* An acronym that the plan explains as a group or board. */
static uint64_t group_kinds(const struct pl_draft *draft, uint32_t i)
{
	return draft->words[i].flags & PL_WORD_ACRONYM ? pl_text_setting_kinds(draft->setting, draft->entries[i]->word)
	                                               : 0;
}

static void settle(struct pl_draft *draft, uint32_t i)
{
	struct pl_word *word = &draft->words[i];
	const struct pl_lexeme *lexeme = lexeme_of(draft, i);

	word->tag = (uint8_t)decide(draft, i);
	if (word->tag == PL_TAG_NOUN && is_nominal(draft, i)) {
		word->tag = PL_TAG_VERB;
		word->form = PL_FORM_ING;
		word->kinds = lexeme->is_nominal ? lexeme->nominal : lexeme->verb;
		return;
	}
	word->form = form_of(draft, i);
	if (word->tag == PL_TAG_VERB)
		word->kinds = lexeme->verb;
	else if (word->tag == PL_TAG_NOUN || word->tag == PL_TAG_NAME)
		word->kinds = lexeme->noun | group_kinds(draft, i);
	else
		word->kinds = lexeme->other;
	if (word->tag == PL_TAG_VERB && is_unchanging(draft, i)) {
		uint32_t before = deciding_before(draft, i);

		if (before != PL_NO_WORD && (is_tag(draft, before, PL_TAG_NOUN) || is_tag(draft, before, PL_TAG_NAME) ||
		                             is_tag(draft, before, PL_TAG_BE)))
			word->form = PL_FORM_ED;
	}
}

/* A term that is a verb by the lexicon but stands where a noun must: "the sign off", "a roll out". */
static void settle_term(struct pl_draft *draft, uint32_t i)
{
	struct pl_word *word = &draft->words[i];
	uint32_t before = deciding_before(draft, i);

	if (word->tag == PL_TAG_VERB && word->form == PL_FORM_BASE &&
	    (is_tag(draft, before, PL_TAG_DETERMINER) || is_tag(draft, before, PL_TAG_ADJECTIVE) ||
	     (is_tag(draft, before, PL_TAG_NOUN) && draft->entries[i]->lexeme.is_noun && !is_unchanging(draft, i)))) {
		word->tag = PL_TAG_NOUN;
		word->kinds = draft->entries[i]->lexeme.noun;
	}
	if (word->tag == PL_TAG_VERB && is_unchanging(draft, i) &&
	    (is_tag(draft, before, PL_TAG_NOUN) || is_tag(draft, before, PL_TAG_NAME) ||
	     is_tag(draft, before, PL_TAG_BE)))
		word->form = PL_FORM_ED;
}

void pl_text_tag(struct pl_draft *draft)
{
	for (uint32_t i = 0; i < draft->count; i++) {
		struct pl_word *word = &draft->words[i];

		if (!word->length || word->tag == PL_TAG_NUMBER || word->tag == PL_TAG_MARK || !draft->entries[i])
			continue;
		if (word->length > 1)
			settle_term(draft, i);
		else
			settle(draft, i);
	}
}
