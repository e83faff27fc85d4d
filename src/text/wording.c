/* Walks over the words by which a text is known again. */
#include "text/wording.h"

uint32_t pl_wording_next(const struct pl_reading *reading, uint32_t at, unsigned without)
{
	for (; at < reading->word_count; at++) {
		const struct pl_word *word = &reading->words[at];

		if (word->tag != PL_TAG_MARK && word->tag != PL_TAG_DETERMINER && word->stem &&
		    !(word->flags & (PL_WORD_OUTSIDE | PL_WORD_DATE | without)) &&
		    !(word->kinds & (PL_KIND(FINISH) | PL_KIND(DONE))))
			break;
	}
	return at;
}

bool pl_wording_equal(const struct pl_reading *a, const struct pl_reading *b, unsigned without)
{
	uint32_t i = pl_wording_next(a, 0, without), j = pl_wording_next(b, 0, without);

	if (i == a->word_count || j == b->word_count)
		return false;
	while (i < a->word_count && j < b->word_count && a->words[i].stem == b->words[j].stem) {
		i = pl_wording_next(a, i + 1, without);
		j = pl_wording_next(b, j + 1, without);
	}
	return i == a->word_count && j == b->word_count;
}
