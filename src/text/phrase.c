/* Finding many fixed phrases among the words of a reading at once: each word is only tried with the phrases that begin
 * with its letter. */
#include "text/phrase.h"

#include "base/str.h"

enum {
	GAP = 6, /* words that "..." may stand for */
	LETTERS = 27,
	WORD_MAX = 32 /* bytes of a first word; no phrase begins with a longer one */
};

struct phrase {
	struct pl_str first; /* in lower case */
	bool is_stem;        /* `first` had a * behind it */
	struct pl_str rest;
	size_t list;
	const struct phrase *next; /* of those with the same first letter */
};

struct pl_phrases {
	size_t list_count;
	const struct phrase *by_letter[LETTERS];
};

/* Many words are compared with many phrases: all in lower case, once. */
static size_t lower(struct pl_str word, char *out)
{
	size_t length = word.len < WORD_MAX ? word.len : WORD_MAX;
	for (size_t i = 0; i < length; i++)
		out[i] = pl_ascii_lower(word.ptr[i]);
	return length;
}

static size_t letter_of(const char *word, size_t length)
{
	char first = length ? word[0] : '\0';
	return first >= 'a' && first <= 'z' ? (size_t)(first - 'a') : LETTERS - 1;
}

static void add_phrase(struct pl_arena *arena, struct pl_phrases *phrases, struct pl_str words, size_t list)
{
	struct phrase *phrase = PL_MAKE(arena, struct phrase);
	struct pl_str first;
	const struct phrase **head;
	if (!pl_str_split(&words, ' ', &first))
		return;
	phrase->is_stem = pl_str_ends(first, PL_STR("*"));
	first.len -= phrase->is_stem;
	phrase->first.ptr = pl_arena_bytes(arena, WORD_MAX);
	phrase->first.len = lower(first, (char *)phrase->first.ptr);
	phrase->rest = words;
	phrase->list = list;
	head = &phrases->by_letter[letter_of(phrase->first.ptr, phrase->first.len)];
	phrase->next = *head;
	*head = phrase;
}

const struct pl_phrases *pl_phrases_make(struct pl_arena *arena, const struct pl_str *lists, size_t count)
{
	struct pl_phrases *phrases = PL_MAKE(arena, struct pl_phrases);
	phrases->list_count = count;
	for (size_t i = 0; i < count; i++) {
		struct pl_str rest = lists[i], words;
		while (pl_str_split(&rest, '|', &words))
			add_phrase(arena, phrases, words, i);
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

/* The rest of a phrase behind word `last`: answers the last word of all, or PL_NO_WORD. */
static uint32_t match_rest(const struct pl_reading *reading, uint32_t last, struct pl_str rest)
{
	uint32_t gap = 0;
	struct pl_str wanted;
	while (pl_str_split(&rest, ' ', &wanted)) {
		if (pl_str_equal(wanted, PL_STR("..."))) {
			gap = GAP;
			continue;
		}
		last = next_fit(reading, last + 1, gap, wanted);
		if (last == PL_NO_WORD)
			return PL_NO_WORD;
		gap = 0;
	}
	return last;
}

static bool begins(const struct phrase *phrase, const char *word, size_t length)
{
	return (phrase->is_stem ? length >= phrase->first.len : length == phrase->first.len) &&
	       memcmp(word, phrase->first.ptr, phrase->first.len) == 0;
}

void pl_phrases_find(const struct pl_phrases *phrases, const struct pl_reading *reading, struct pl_phrase_match *out)
{
	char word[WORD_MAX];
	for (size_t i = 0; i < phrases->list_count; i++)
		out[i] = (struct pl_phrase_match){0, 0};
	for (uint32_t i = 0; i < reading->word_count; i++) {
		if (is_mark(reading, i))
			continue;
		size_t length = lower(word_at(reading, i), word);
		const struct phrase *phrase = phrases->by_letter[letter_of(word, length)];
		for (; phrase; phrase = phrase->next) {
			if (out[phrase->list].end || !begins(phrase, word, length))
				continue;
			uint32_t last = match_rest(reading, i, phrase->rest);
			if (last != PL_NO_WORD)
				out[phrase->list] =
				        (struct pl_phrase_match){reading->words[i].begin, reading->words[last].end};
		}
	}
}
