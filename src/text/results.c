/* Finds a second result in a text: in a clause of its own, under a deadline of its own, or named in passing. */
#include "text/lexicon.h"
#include "text/written.h"

#include <planlint/rule.h>

/* ---- two results in two clauses ---- */

static const struct pl_word *word_of(const struct pl_reading *reading, uint32_t word)
{
	return word == PL_NO_WORD ? NULL : &reading->words[word];
}

/* Does the clause speak of what came before: "and make it mainstream", "and their content moved"? */
static bool refers_back(const struct pl_reading *reading, const struct pl_clause *clause)
{
	static const char *const backwards[] = {"it",  "them", "this",  "these", "they", "their",
	                                        "its", "that", "those", "him",   "her"};
	uint32_t ends[] = {clause->object, clause->object_begin, clause->agent, clause->begin};

	for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
		for (size_t k = 0; ends[i] != PL_NO_WORD && k < sizeof backwards / sizeof backwards[0]; k++)
			if (pl_word_is(reading, ends[i], backwards[k]))
				return true;
	return false;
}

/* A document or study that does several things is one thing. */
static bool is_done_by_thing(const struct pl_reading *reading, const struct pl_clause *clause)
{
	const struct pl_word *agent = word_of(reading, clause->agent);

	return agent && (agent->kinds & (PL_KIND(STUDY) | PL_KIND(DOCUMENT) | PL_KIND(EVENT)));
}

static bool begins_sentence(const struct pl_reading *reading, const struct pl_clause *clause)
{
	for (uint32_t i = clause->begin; i-- > 0;) {
		struct pl_str mark = pl_word_text(reading, i);

		if (reading->words[i].tag == PL_TAG_MARK && mark.len == 1 && (mark.ptr[0] == '.' || mark.ptr[0] == ';'))
			return true;
		if (reading->words[i].tag != PL_TAG_ADVERB && reading->words[i].tag != PL_TAG_AND)
			return false;
	}
	return false;
}

/* "Secure £400k": an object without a noun. */
static bool counts_something(const struct pl_reading *reading, const struct pl_clause *clause)
{
	for (uint32_t i = clause->object_begin; i < clause->object_end; i++)
		if (reading->words[i].flags & PL_WORD_QUANTITY)
			return true;
	return false;
}

/* Steps on the way to one result ("developed and agreed", "designed and built") have one object. */
static bool is_same_result(const struct pl_reading *reading, const struct pl_clause *a, const struct pl_clause *b)
{
	bool apart = begins_sentence(reading, b);

	if (refers_back(reading, b) || is_done_by_thing(reading, b))
		return true;
	if (a->object == b->object && a->object != PL_NO_WORD)
		return true;
	if (b->verb != PL_NO_WORD && (reading->words[b->verb].kinds & PL_KIND(CONTINUE)))
		return false; /* "open the hub and continue to …": one ends, the other does not */
	if (b->oblique)
		return !apart;
	if (a->object == PL_NO_WORD || b->object == PL_NO_WORD)
		return !apart &&
		       (a->object == b->object || !counts_something(reading, a->object == PL_NO_WORD ? a : b));
	return reading->words[a->object].stem == reading->words[b->object].stem;
}

/* "Work with the trust to open a hub and train 40 staff": what is aimed at, under a main clause that only says effort.
 */
static bool is_aim(const struct pl_reading *reading, const struct pl_clause *clause)
{
	if (clause->yield != PL_YIELD_RESULT && clause->yield != PL_YIELD_DOCUMENT)
		return false;
	while (clause > reading->clauses && clause->role != PL_ROLE_MAIN)
		clause--;
	return clause->role == PL_ROLE_MAIN && clause->yield == PL_YIELD_EFFORT;
}

/* Something that would be reached, not how it is gone about. */
static bool is_result(const struct pl_reading *reading, const struct pl_clause *clause)
{
	if (clause->role == PL_ROLE_PURPOSE)
		return is_aim(reading, clause);
	if (clause->role != PL_ROLE_MAIN)
		return clause->role == PL_ROLE_WITH && clause->form == PL_CLAUSE_PASSIVE &&
		       clause->verb != PL_NO_WORD && (reading->words[clause->verb].kinds & PL_KIND(FOUND));
	if (clause->form == PL_CLAUSE_AGENT && clause->verb != PL_NO_WORD &&
	    reading->words[clause->verb].form == PL_FORM_ED)
		return false; /* "the ministry issued guidance": told as background */
	if (clause->verb != PL_NO_WORD || clause->form == PL_CLAUSE_STATE)
		return true;
	return clause->object != PL_NO_WORD && begins_sentence(reading, clause) && clause->end - clause->begin > 1 &&
	       clause->yield != PL_YIELD_MEETING &&
	       pl_word_with(reading, clause->begin, clause->end, PL_KIND(REPEATED)) == PL_NO_WORD;
}

/* A first clause without a verb is a result where a new sentence follows, not where it is a heading. */
static bool ends_sentence(const struct pl_reading *reading, uint32_t index)
{
	for (uint32_t i = index + 1; i < reading->clause_count; i++)
		if (reading->clauses[i].role == PL_ROLE_MAIN)
			return reading->clauses[index].object != PL_NO_WORD &&
			       begins_sentence(reading, &reading->clauses[i]);
	return false;
}

/* Two results, or a result and an effort that "and" joins to it; not two efforts, nor an effort told beside it. */
static bool are_joined(const struct pl_reading *reading, const struct pl_clause *a, const struct pl_clause *b)
{
	uint32_t i = b->begin;

	while (i > 0 && (reading->words[i - 1].tag == PL_TAG_ADVERB || reading->words[i - 1].tag == PL_TAG_TO ||
	                 reading->words[i - 1].tag == PL_TAG_MODAL))
		i--;
	if (i > 0 && pl_word_is(reading, i - 1, "or"))
		return false; /* "acquire or borrow" leaves it open which */
	if (a->yield != PL_YIELD_EFFORT && b->yield != PL_YIELD_EFFORT)
		return true;
	return a->yield != b->yield && i > 0 && reading->words[i - 1].tag == PL_TAG_AND;
}

const struct pl_clause *pl_second_result(const struct pl_reading *reading)
{
	const struct pl_clause *first = NULL;

	for (uint32_t i = 0; i < reading->clause_count; i++) {
		const struct pl_clause *clause = &reading->clauses[i];

		if (!first && (clause->role == PL_ROLE_MAIN || is_result(reading, clause)) &&
		    (is_result(reading, clause) || ends_sentence(reading, i)))
			first = clause;
		else if (first && is_result(reading, clause) && !is_same_result(reading, first, clause) &&
		         are_joined(reading, first, clause))
			return clause;
	}
	return NULL;
}

/* ---- two deadlines in one text ---- */

/* "650 by September and 900 by December": words that count between two dates, and something that joins them. */
static bool joins_two(const struct pl_reading *reading, uint32_t from, uint32_t to, struct pl_part *second)
{
	uint32_t first = PL_NO_WORD, last = PL_NO_WORD;
	bool joined = false;

	for (uint32_t i = 0; i < reading->word_count; i++) {
		const struct pl_word *word = &reading->words[i];

		if (word->begin < from || word->end > to || !word->length)
			continue;
		joined = joined || word->tag == PL_TAG_AND || pl_word_is(reading, i, "then") ||
		         pl_word_is(reading, i, "followed") || pl_word_is(reading, i, "following") ||
		         pl_word_is(reading, i, ";");
		if (word->tag == PL_TAG_NOUN || (word->kinds & PL_KIND(ALL)) || word->tag == PL_TAG_NAME ||
		    (word->flags & PL_WORD_QUANTITY)) {
			first = first == PL_NO_WORD ? i : first;
			last = i;
		}
	}
	if (!joined || first == PL_NO_WORD)
		return false;
	*second = pl_words_part(reading, first, last);
	return true;
}

bool pl_second_deadline(const struct pl_reading *reading, struct pl_part *second)
{
	for (uint32_t i = 1; i < reading->date_count; i++)
		if (joins_two(reading, reading->dates[i - 1].end, reading->dates[i].begin, second))
			return true;
	return false;
}

static bool has_main_verb(const struct pl_reading *reading)
{
	for (uint32_t i = 0; i < reading->clause_count; i++)
		if (reading->clauses[i].role == PL_ROLE_MAIN && reading->clauses[i].verb != PL_NO_WORD)
			return true;
	return false;
}

/* "As well as building the park we will …", "… as well as opening a hub": named in passing, but a result of its own. */
bool pl_adds_result(const struct pl_reading *reading, struct pl_part *second)
{
	static const char *const adding[] = {"as well as", "in addition to", "alongside", "besides", "together with"};
	const struct pl_clause *last = reading->clause_count ? &reading->clauses[reading->clause_count - 1] : NULL;

	for (uint32_t i = 0; last && i + 1 < reading->word_count; i++) {
		const struct pl_word *word = &reading->words[i];
		uint32_t next = i + word->length;
		bool found = false;

		if (!word->length || (word->length == 1 && !(pl_written_cues(reading->written[i]) & PL_CUE(ADDING))))
			continue;
		for (size_t k = 0; k < sizeof adding / sizeof adding[0]; k++)
			found = found || pl_word_is(reading, i, adding[k]);
		if (!found || next >= reading->word_count)
			continue;
		if (i == 0 && has_main_verb(reading))
			*second = pl_words_part(reading, next, next);
		else if (i && reading->words[next].tag == PL_TAG_VERB && reading->words[next].form == PL_FORM_ING)
			*second = pl_words_part(reading, next, last->end - 1);
		else
			continue;
		return true;
	}
	return false;
}
