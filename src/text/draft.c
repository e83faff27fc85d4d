/* Looking at the words of a reading in the making. */
#include "text/tag.h"

const struct pl_lexeme pl_no_lexeme;

bool pl_draft_is_dash(const struct pl_draft *draft, uint32_t i)
{
	const struct pl_word *word = &draft->words[i];
	struct pl_str mark;

	if (word->tag != PL_TAG_MARK)
		return false;
	mark = pl_str_sub(draft->value, word->begin, word->end);
	return pl_str_equal(mark, PL_STR("\xE2\x80\x93")) || pl_str_equal(mark, PL_STR("\xE2\x80\x94")) ||
	       ((word->flags & PL_WORD_GAP) && pl_str_equal(mark, PL_STR("-"))); /* no gap: a hyphen in "e-learning" */
}

bool pl_draft_is_quote(const struct pl_draft *draft, uint32_t i)
{
	static const char *const quotes[] = {"'", "\"", "\xE2\x80\x98", "\xE2\x80\x99", "\xE2\x80\x9C", "\xE2\x80\x9D"};
	const struct pl_word *word = &draft->words[i];

	for (size_t k = 0; word->tag == PL_TAG_MARK && k < sizeof quotes / sizeof quotes[0]; k++)
		if (pl_str_equal(pl_str_sub(draft->value, word->begin, word->end), pl_str_of(quotes[k])))
			return true;
	return false;
}

uint32_t pl_draft_behind_bracket(const struct pl_draft *draft, uint32_t i, uint32_t end)
{
	while (i < end && !pl_draft_is_mark(draft, i, ")]"))
		i++;
	return i < end ? i + 1 : end;
}

uint32_t pl_draft_skip_adverbs(const struct pl_draft *draft, uint32_t i, uint32_t end)
{
	while (i < end && (pl_draft_is_tag(draft, i, PL_TAG_ADVERB) || pl_draft_is_tag(draft, i, PL_TAG_NOT)))
		i = pl_draft_step(draft, i + 1, end);
	return i;
}

bool pl_draft_begins_noun_phrase(const struct pl_draft *draft, uint32_t i)
{
	const struct pl_word *word = &draft->words[i];

	if (word->length > 1)
		return word->tag == PL_TAG_NOUN || pl_tag_precedes_nouns(word->tag);
	if (word->tag == PL_TAG_NUMBER)
		return true;
	if (word->tag == PL_TAG_MARK || word->tag == PL_TAG_AND)
		return pl_draft_is_quote(draft, i);
	return pl_draft_looks(draft, i, PL_LOOK_BEGINS_PHRASE);
}
