/* Finding many fixed phrases among the words of a reading at once: each word is only tried with the phrases that begin
 * with its letter. */
#include "text/phrase.h"

#include "base/str.h"

enum {
	GAP = 4, /* words that "..." may stand for */
	LETTERS = 27
};

struct phrase {
	struct pl_str words;
	size_t list;
	const struct phrase *next; /* of those with the same first letter */
};

struct pl_phrases {
	size_t list_count;
	const struct phrase *by_letter[LETTERS];
};

static size_t letter_of(struct pl_str word)
{
	char first = word.len ? pl_ascii_lower(word.ptr[0]) : '\0';
	return first >= 'a' && first <= 'z' ? (size_t)(first - 'a') : LETTERS - 1;
}

const struct pl_phrases *pl_phrases_make(struct pl_arena *arena, const struct pl_str *lists, size_t count)
{
	struct pl_phrases *phrases = PL_MAKE(arena, struct pl_phrases);
	phrases->list_count = count;
	for (size_t i = 0; i < count; i++) {
		struct pl_str rest = lists[i], words;
		while (pl_str_split(&rest, '|', &words)) {
			struct phrase *phrase = PL_MAKE(arena, struct phrase);
			const struct phrase **head = &phrases->by_letter[letter_of(words)];
			*phrase = (struct phrase){words, i, *head};
			*head = phrase;
		}
	}
	return phrases;
}

static struct pl_str word_at(const struct pl_reading *reading, uint32_t i)
{
	const struct pl_word *word = &reading->words[i];
	return pl_str_sub(reading->text->value, word->begin, word->end);
}

static bool is_mark(const struct pl_reading *reading, uint32_t i) { return reading->words[i].tag == PL_TAG_MARK; }

static bool fits(struct pl_str word, struct pl_str wanted)
{
	if (wanted.len > 0 && wanted.ptr[wanted.len - 1] == '*') {
		wanted.len--;
		word = pl_str_sub(word, 0, wanted.len);
	}
	return pl_str_equal_fold(word, wanted);
}

/* The word that `wanted` fits, at `from` or behind at most `gap` other words. Marks end the search, but not a hyphen.
 */
static uint32_t next_fit(const struct pl_reading *reading, uint32_t from, uint32_t gap, struct pl_str wanted)
{
	for (uint32_t i = from; i < reading->word_count; i++) {
		struct pl_str word = word_at(reading, i);
		if (is_mark(reading, i)) {
			if (pl_str_equal(word, PL_STR("-")))
				continue;
			return PL_NO_WORD;
		}
		if (fits(word, wanted))
			return i;
		if (gap-- == 0)
			return PL_NO_WORD;
	}
	return PL_NO_WORD;
}

/* A phrase from word `at` on: answers its last word, or PL_NO_WORD. */
static uint32_t match(const struct pl_reading *reading, uint32_t at, struct pl_str phrase)
{
	uint32_t gap = 0, last = PL_NO_WORD;
	struct pl_str wanted;
	while (pl_str_split(&phrase, ' ', &wanted)) {
		if (pl_str_equal(wanted, PL_STR("..."))) {
			gap = GAP;
			continue;
		}
		last = next_fit(reading, at, gap, wanted);
		if (last == PL_NO_WORD)
			return PL_NO_WORD;
		at = last + 1;
		gap = 0;
	}
	return last;
}

void pl_phrases_find(const struct pl_phrases *phrases, const struct pl_reading *reading, struct pl_phrase_match *out)
{
	for (size_t i = 0; i < phrases->list_count; i++)
		out[i] = (struct pl_phrase_match){0, 0};
	for (uint32_t i = 0; i < reading->word_count; i++) {
		if (is_mark(reading, i))
			continue;
		const struct phrase *phrase = phrases->by_letter[letter_of(word_at(reading, i))];
		for (; phrase; phrase = phrase->next) {
			uint32_t last = out[phrase->list].end ? PL_NO_WORD : match(reading, i, phrase->words);
			if (last != PL_NO_WORD)
				out[phrase->list] =
				        (struct pl_phrase_match){reading->words[i].begin, reading->words[last].end};
		}
	}
}
