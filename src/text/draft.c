/* Looking at the words of a reading in the making. */
#include "text/draft.h"

bool pl_draft_describes(const struct pl_draft *draft, uint32_t i)
{
	return pl_draft_is_cue(draft, i, PL_CUE(DESCRIBES));
}

bool pl_draft_is_mark(const struct pl_draft *draft, uint32_t i, const char *marks)
{
	const struct pl_word *word = &draft->words[i];

	return word->tag == PL_TAG_MARK && word->end == word->begin + 1 && strchr(marks, draft->value.ptr[word->begin]);
}

bool pl_draft_is_dash(const struct pl_draft *draft, uint32_t i)
{
	const struct pl_word *word = &draft->words[i];
	struct pl_str mark = pl_str_sub(draft->value, word->begin, word->end);

	if (word->tag != PL_TAG_MARK)
		return false;
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

/* Behind the bracket that opens at `i`; `end` where it does not close. */
static uint32_t behind_bracket(const struct pl_draft *draft, uint32_t i, uint32_t end)
{
	while (i < end && !pl_draft_is_mark(draft, i, ")]"))
		i++;
	return i < end ? i + 1 : end;
}

uint32_t pl_draft_step(const struct pl_draft *draft, uint32_t from, uint32_t end)
{
	for (;;) {
		from = pl_draft_next(draft, from, end);
		if (from >= end || !pl_draft_is_mark(draft, from, "(["))
			return from;
		from = behind_bracket(draft, from, end);
	}
}

uint32_t pl_draft_skip_adverbs(const struct pl_draft *draft, uint32_t i, uint32_t end)
{
	while (i < end && (pl_draft_is_tag(draft, i, PL_TAG_ADVERB) || pl_draft_is_tag(draft, i, PL_TAG_NOT)))
		i = pl_draft_step(draft, i + 1, end);
	return i;
}
