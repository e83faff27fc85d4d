/* Finds bodies: who decides or manages inside, and whom a paper goes to. */
#include "text/weigh.h"

/* "Strategic Planning Group": by its shape. */
static bool is_named_group(const struct pl_weigher *weigher, uint32_t i)
{
	return (pl_weigh_word(weigher, i)->kinds & K(GROUP)) && (pl_weigh_word(weigher, i)->flags & PL_WORD_CAPITAL) &&
	       i && (pl_weigh_word(weigher, i - 1)->flags & PL_WORD_CAPITAL) && !pl_weigh_says(weigher, i, "team") &&
	       !pl_weigh_says(weigher, i, "council") && i > weigher->clause->begin + 1;
}

bool pl_weigh_is_body(const struct pl_weigher *weigher, uint32_t i)
{
	const struct pl_word *word = pl_weigh_word(weigher, i);

	if (word->tag != PL_TAG_NOUN && word->tag != PL_TAG_NAME)
		return false;
	if (!(word->kinds & K(BODY)) && !is_named_group(weigher, i))
		return false;
	if (pl_weigh_describes_next(weigher, i))
		return false;
	/* in the plural ("parish councils") they are others' */
	return (word->kinds & K(PEOPLE)) || !weigher->draft->written[i]->lexeme.is_plural ||
	       (word->flags & PL_WORD_ACRONYM);
}

/* Few texts have one at all. */
static bool may_have_body(const struct pl_weigher *weigher) { return weigher->draft->said & (K(BODY) | K(GROUP)); }

uint32_t pl_weigh_find_body(const struct pl_weigher *weigher, uint32_t begin, uint32_t end)
{
	if (!may_have_body(weigher))
		return PL_NO_WORD;
	for (uint32_t i = begin; i < end; i++)
		if (pl_weigh_counts(weigher, i) && pl_weigh_is_body(weigher, i))
			return i;
	return PL_NO_WORD;
}

static bool ends_phrase(const struct pl_weigher *weigher, uint32_t i)
{
	const struct pl_word *word = pl_weigh_word(weigher, i);

	return word->tag == PL_TAG_VERB || word->tag == PL_TAG_TO || word->tag == PL_TAG_JOIN ||
	       word->tag == PL_TAG_MODAL ||
	       (word->tag == PL_TAG_PREPOSITION && !pl_weigh_says(weigher, i, "of") &&
	        !pl_weigh_says(weigher, i, "and"));
}

uint32_t pl_weigh_body_behind(const struct pl_weigher *weigher, uint32_t from, uint32_t reach, uint64_t prepositions)
{
	for (uint32_t i = may_have_body(weigher) ? from : reach; i < reach; i++) {
		uint32_t end = i + 1, body;

		if (!pl_weigh_counts(weigher, i) || pl_weigh_word(weigher, i)->tag != PL_TAG_PREPOSITION ||
		    !pl_weigh_has_cue(weigher, i, prepositions))
			continue;
		while (end < reach && !ends_phrase(weigher, end))
			end++;
		body = pl_weigh_find_body(weigher, i + 1, end);
		if (body != PL_NO_WORD)
			return body;
	}
	return PL_NO_WORD;
}
