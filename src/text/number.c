/*
 * Which numbers count something and which only name: "12 schools" can be shown, "phase 2" and "zone 27N" cannot.
 *
 * Only what counts makes a milestone measurable, so in doubt a number in front of a noun counts and a number behind one
 * does not.
 */
#include "text/draft.h"

/* Digits with a letter behind that is no unit: 27N, 1A. Ordinals too. £5M and 10K count. */
static bool is_name_like(struct pl_str written)
{
	struct pl_str tail = written;

	while (tail.len && !pl_ascii_is_alpha(tail.ptr[0]))
		tail.ptr++, tail.len--;
	if (!tail.len)
		return false;
	if (pl_str_equal_fold(tail, PL_STR("st")) || pl_str_equal_fold(tail, PL_STR("nd")) ||
	    pl_str_equal_fold(tail, PL_STR("rd")) || pl_str_equal_fold(tail, PL_STR("th")))
		return true;
	if (memchr(written.ptr, '-', written.len))
		return true;
	return tail.len == 1 && tail.ptr[0] >= 'A' && tail.ptr[0] <= 'Z' && tail.ptr[0] != 'M' && tail.ptr[0] != 'K';
}

/* 2027, 2017-2022: a year that is no date here names a plan or a cohort. */
static bool is_year(struct pl_str written)
{
	if (written.len != 4 && !(written.len > 5 && (written.ptr[4] == '-' || written.ptr[4] == '/')))
		return false;
	for (size_t i = 0; i < 4; i++)
		if (!pl_ascii_is_digit(written.ptr[i]))
			return false;
	return pl_str_starts(written, PL_STR("19")) || pl_str_starts(written, PL_STR("20"));
}

static size_t length_without_plural(const struct pl_vocabulary_entry *entry)
{
	struct pl_str word = entry->word;

	return word.len - (word.len > 1 && word.ptr[word.len - 1] == 's' && entry->listed.lexeme.is_plural);
}

/* "Phase 2", "LAP 7": a short acronym has its number behind it. */
static bool names_what_is_before(const struct pl_draft *draft, uint32_t at)
{
	uint32_t before = at - 1;

	if (!at || !pl_draft_entry(draft, before))
		return false;
	return pl_draft_has_cue(draft, before, PL_CUE(LABELLED)) ||
	       (before && (draft->words[before].flags & PL_WORD_ACRONYM) &&
	        length_without_plural(pl_draft_entry(draft, before)) < 5);
}

/* "A five day course" says how long; nobody is counted. */
static bool counts_time(const struct pl_draft *draft, uint32_t at)
{
	return pl_draft_has_cue(draft, at + 1, PL_CUE(TIME_UNIT));
}

/* "By a third", "a fifth of the stock"; not "the third sector", "a quarter" of the year. */
static bool is_fraction(const struct pl_draft *draft, uint32_t i)
{
	if (!pl_draft_has_cue(draft, i, PL_CUE(FRACTION)) || !i)
		return false;
	if (!pl_draft_says(draft, i - 1, "a") && !pl_draft_says(draft, i - 1, "one") &&
	    !pl_draft_says(draft, i - 1, "two"))
		return false;
	return i + 1 >= draft->count || !pl_draft_entry(draft, i + 1) || pl_draft_says(draft, i + 1, "of");
}

/* "Five" and 5 are one number: the stem of the digits. */
static uint32_t stem_of_spelt(const struct pl_draft *draft, struct pl_str word)
{
	static const struct {
		const char *word, *digits;
	} spelt[] = {{"zero", "0"}, {"one", "1"},     {"two", "2"},    {"three", "3"}, {"four", "4"},
	             {"five", "5"}, {"six", "6"},     {"seven", "7"},  {"eight", "8"}, {"nine", "9"},
	             {"ten", "10"}, {"eleven", "11"}, {"twelve", "12"}};

	for (size_t i = 0; i < sizeof spelt / sizeof *spelt; i++)
		if (pl_str_equal(word, pl_str_of(spelt[i].word)))
			return pl_vocabulary_number(draft->vocabulary, pl_str_of(spelt[i].digits));
	return pl_vocabulary_stem_of(draft->vocabulary, word);
}

static bool is_spelt_number(const struct pl_draft *draft, uint32_t i)
{
	return draft->words[i].length == 1 && (pl_draft_has_cue(draft, i, PL_CUE(NUMBER)) || is_fraction(draft, i));
}

static bool only_names(const struct pl_draft *draft, uint32_t i)
{
	struct pl_str written = pl_str_sub(draft->value, draft->words[i].begin, draft->words[i].end);

	return is_year(written) || is_name_like(written) || names_what_is_before(draft, i) || counts_time(draft, i);
}

void pl_text_classify_numbers(struct pl_draft *draft)
{
	if (!(draft->cues & (PL_CUE(NUMERAL) | PL_CUE(NUMBER) | PL_CUE(FRACTION))))
		return;
	for (uint32_t i = 0; i < draft->count; i++) {
		struct pl_word *word = &draft->words[i];
		bool spelt, label;

		if (word->tag != PL_TAG_NUMBER && !pl_draft_has_cue(draft, i, PL_CUE(NUMBER) | PL_CUE(FRACTION)))
			continue;
		spelt = is_spelt_number(draft, i);
		if (word->tag != PL_TAG_NUMBER && !spelt)
			continue;
		label = only_names(draft, i);
		if (spelt && label)
			continue; /* "phase two" stays a word */
		word->tag = PL_TAG_NUMBER;
		if (spelt) {
			word->stem = stem_of_spelt(draft, pl_draft_entry(draft, i)->word);
			draft->written[i] = &pl_written_none;
		}
		word->flags |= label ? PL_WORD_LABEL : PL_WORD_QUANTITY;
	}
}
