/* Walks over the words by which a text is known again. */
#include "text/wording.h"

#include "base/str.h"

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

struct pl_str pl_wording_key(struct pl_arena *arena, const struct pl_reading *reading, unsigned without)
{
	uint32_t *stems = PL_MAKE_ARRAY(arena, reading->word_count, uint32_t);
	size_t count = 0;

	for (uint32_t i = pl_wording_next(reading, 0, without); i < reading->word_count;
	     i = pl_wording_next(reading, i + 1, without))
		stems[count++] = reading->words[i].stem;
	pl_arena_trim(arena, stems, reading->word_count * sizeof *stems, count * sizeof *stems);
	return (struct pl_str){(const char *)stems, count * sizeof *stems};
}

/* ---- turns ------------------------------------------------------------------------------------------------------ */

enum { MOST_TURN = 99 };

/* "11th": its number; 0 for what is none. */
static unsigned turn_in_figures(struct pl_str word)
{
	static const char *const endings[] = {"st", "nd", "rd", "th"};
	unsigned number = 0;
	size_t at = 0;

	for (; at < word.len && pl_ascii_is_digit(word.ptr[at]) && number <= MOST_TURN; at++)
		number = number * 10 + (unsigned)(word.ptr[at] - '0');
	for (size_t i = 0; i < sizeof endings / sizeof *endings && at; i++)
		if (pl_str_equal_fold(pl_str_sub(word, at, word.len), pl_str_of(endings[i])))
			return number <= MOST_TURN ? number : 0;
	return 0;
}

/* The number of a turn, 1 to 99; 0 for another word. */
static unsigned turn_of(struct pl_str word)
{
	static const char *const names[] = {"first",     "second",      "third",      "fourth",     "fifth",
	                                    "sixth",     "seventh",     "eighth",     "ninth",      "tenth",
	                                    "eleventh",  "twelfth",     "thirteenth", "fourteenth", "fifteenth",
	                                    "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};

	for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
		if (pl_str_equal_fold(word, pl_str_of(names[i])))
			return i + 1;
	return turn_in_figures(word);
}

/* A bit for each turn up to 64; further ones share the bits again. */
static uint64_t turns_in(const struct pl_reading *reading)
{
	uint64_t turns = 0;

	for (uint32_t i = 0; i < reading->word_count; i++) {
		unsigned turn = reading->words[i].flags & PL_WORD_DATE ? 0 : turn_of(pl_word_text(reading, i));

		if (turn)
			turns |= UINT64_C(1) << (turn % 64);
	}
	return turns;
}

bool pl_wording_turns_differ(const struct pl_reading *a, const struct pl_reading *b)
{
	uint64_t left = turns_in(a), right = turns_in(b);

	return (left & ~right) && (right & ~left);
}
