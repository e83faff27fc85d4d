/* What the tests of all yields share: looking for words by kind and cue, and concluding. */
#include "text/weigh.h"

bool pl_weigh_conclude(struct pl_weigher *weigher, enum pl_yield yield, bool sure, uint32_t first, uint32_t second)
{
	weigher->clause->yield = (uint8_t)yield;
	weigher->clause->sure = sure;
	weigher->clause->decided[0] = first;
	weigher->clause->decided[1] = second;
	return true;
}

uint32_t pl_weigh_find_cue(const struct pl_weigher *weigher, uint32_t begin, uint32_t end, uint64_t cues)
{
	if (!(weigher->draft->cues & cues))
		return PL_NO_WORD;
	for (uint32_t i = begin; i < end; i++)
		if (pl_weigh_counts(weigher, i) && pl_weigh_has_cue(weigher, i, cues))
			return i;
	return PL_NO_WORD;
}

uint32_t pl_weigh_find(const struct pl_weigher *weigher, uint32_t begin, uint32_t end, uint64_t kinds)
{
	if (!(weigher->draft->said & kinds))
		return PL_NO_WORD;
	for (uint32_t i = begin; i < end; i++)
		if (pl_weigh_counts(weigher, i) && (pl_weigh_word(weigher, i)->kinds & kinds))
			return i;
	return PL_NO_WORD;
}

uint64_t pl_weigh_kinds(const struct pl_weigher *weigher, uint32_t begin, uint32_t end)
{
	uint64_t kinds = 0;

	for (uint32_t i = begin; i < end; i++)
		if (pl_weigh_counts(weigher, i))
			kinds |= pl_weigh_word(weigher, i)->kinds;
	return kinds;
}

bool pl_weigh_describes_next(const struct pl_weigher *weigher, uint32_t i)
{
	uint32_t next = i + (pl_weigh_word(weigher, i)->length ? pl_weigh_word(weigher, i)->length : 1);
	const struct pl_word *word = next < weigher->draft->count ? pl_weigh_word(weigher, next) : NULL;

	return word && pl_word_counts(word) && (word->tag == PL_TAG_NOUN || word->tag == PL_TAG_NAME) &&
	       !(word->kinds & (K(PEOPLE) | K(BODY) | K(GROUP) | K(EVENT) | K(REPORTING) | K(DECISION)));
}
