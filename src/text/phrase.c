/* Finding many fixed phrases among the words of a reading at once: each word is only tried with the phrases that begin
 * with its first three letters. */
#include "text/phrase.h"

#include "base/str.h"
#include "text/written.h"

enum {
	GAP = 6,       /* words that "..." may stand for */
	STARTS = 1024, /* of phrases, by their first three letters */
	LETTERS = 32,  /* the 26 in either case, what other bytes have in their place, and 0 where there is none */
	WORD_MAX = 32  /* bytes of a first word; no phrase begins with a longer one */
};

/* A word of a phrase. */
struct part {
	struct pl_str word;
	bool is_stem; /* it had a * behind it */
	uint32_t gap; /* words that may stand before it */
};

struct phrase {
	struct part first; /* in lower case */
	const struct part *rest;
	size_t rest_count;
	size_t list;
	const struct phrase *next; /* of those with the same start */
};

struct pl_phrases {
	const struct pl_phrases *older;
	uint32_t bit; /* by which words know that they may begin a phrase of this set; 0: there are too many sets */
	size_t list_count;
	const struct phrase *by_start[STARTS]; /* some of another start come along */
};

/* Many words are compared with many phrases: all in lower case, once. */
static size_t lower(struct pl_str word, char *out)
{
	size_t length = word.len < WORD_MAX ? word.len : WORD_MAX;
	for (size_t i = 0; i < length; i++)
		out[i] = pl_ascii_lower(word.ptr[i]);
	return length;
}

static uint32_t letter_of(struct pl_str word, size_t at)
{
	return at < word.len ? (unsigned char)word.ptr[at] % LETTERS : 0;
}

static uint32_t start_of(uint32_t first, uint32_t second, uint32_t third)
{
	return (first * LETTERS + second) ^ third * (LETTERS + 1);
}

static bool cut_star(struct pl_str *word)
{
	bool star = pl_str_ends(*word, PL_STR("*"));
	word->len -= star;
	return star;
}

static void add_rest(struct pl_arena *arena, struct phrase *phrase, struct pl_str words)
{
	struct part *parts;
	struct pl_str word;
	size_t room = words.len > 0;
	uint32_t gap = 0;
	for (size_t i = 0; i < words.len; i++)
		room += words.ptr[i] == ' ';
	parts = PL_MAKE_ARRAY(arena, room, struct part);
	while (pl_str_split(&words, ' ', &word)) {
		if (pl_str_equal(word, PL_STR("..."))) {
			gap = GAP;
			continue;
		}
		bool is_stem = cut_star(&word);
		parts[phrase->rest_count++] = (struct part){word, is_stem, gap};
		gap = 0;
	}
	phrase->rest = parts;
}

static void put_phrase(struct pl_arena *arena, struct pl_phrases *phrases, const struct phrase *phrase, uint32_t second,
                       uint32_t third)
{
	const struct phrase **head = &phrases->by_start[start_of(letter_of(phrase->first.word, 0), second, third)];
	struct phrase *copy = PL_MAKE(arena, struct phrase);
	*copy = *phrase;
	copy->next = *head;
	*head = copy;
}

/* A stem of less than three letters may go on with any. */
static void put_short_stem(struct pl_arena *arena, struct pl_phrases *phrases, const struct phrase *phrase)
{
	for (uint32_t second = 0; second < LETTERS; second++)
		for (uint32_t third = 0; third < LETTERS; third++)
			if (phrase->first.word.len < 2 || second == letter_of(phrase->first.word, 1))
				put_phrase(arena, phrases, phrase, second, third);
}

static void add_phrase(struct pl_arena *arena, struct pl_phrases *phrases, struct pl_str words, size_t list)
{
	struct phrase phrase = {.list = list};
	struct pl_str first;
	if (!pl_str_split(&words, ' ', &first))
		return;
	phrase.first.is_stem = cut_star(&first);
	phrase.first.word.ptr = pl_arena_bytes(arena, WORD_MAX);
	phrase.first.word.len = lower(first, (char *)phrase.first.word.ptr);
	add_rest(arena, &phrase, words);
	first = phrase.first.word;
	if (phrase.first.is_stem && first.len < 3)
		put_short_stem(arena, phrases, &phrase);
	else
		put_phrase(arena, phrases, &phrase, letter_of(first, 1), letter_of(first, 2));
}

const struct pl_phrases *pl_phrases_make(struct pl_arena *arena, const struct pl_phrases *older,
                                         const struct pl_str *lists, size_t count)
{
	struct pl_phrases *phrases = PL_MAKE(arena, struct pl_phrases);
	phrases->older = older;
	phrases->bit = older ? older->bit << 1 : 1;
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

static bool fits(struct pl_str word, const struct part *part)
{
	struct pl_str wanted = part->word;
	if (part->is_stem)
		word = pl_str_sub(word, 0, wanted.len);
	if (word.len != wanted.len || (wanted.len && pl_ascii_lower(word.ptr[0]) != pl_ascii_lower(wanted.ptr[0])))
		return false; /* nearly always */
	return pl_str_equal_fold(word, wanted);
}

/* The word that fits, at `from` or behind at most as many other words as the part allows. Marks end the search, but not
 * a hyphen. */
static uint32_t next_fit(const struct pl_reading *reading, uint32_t from, const struct part *part)
{
	uint32_t gap = part->gap;
	for (uint32_t i = from; i < reading->word_count; i++) {
		struct pl_str word = word_at(reading, i);
		if (is_mark(reading, i)) {
			if (pl_str_equal(word, PL_STR("-")))
				continue;
			return PL_NO_WORD;
		}
		if (fits(word, part))
			return i;
		if (gap-- == 0)
			return PL_NO_WORD;
	}
	return PL_NO_WORD;
}

/* The rest of a phrase behind word `last`: answers the last word of all, or PL_NO_WORD. */
static uint32_t match_rest(const struct pl_reading *reading, uint32_t last, const struct phrase *phrase)
{
	for (size_t i = 0; i < phrase->rest_count && last != PL_NO_WORD; i++)
		last = next_fit(reading, last + 1, &phrase->rest[i]);
	return last;
}

static bool begins(const struct phrase *phrase, const char *word, size_t length)
{
	struct pl_str first = phrase->first.word;
	if (phrase->first.is_stem ? length < first.len : length != first.len)
		return false;
	return memcmp(word, first.ptr, first.len) == 0;
}

static const struct phrase *first_tried(const struct pl_phrases *phrases, struct pl_str word)
{
	return phrases->by_start[start_of(letter_of(word, 0), letter_of(word, 1), letter_of(word, 2))];
}

uint32_t pl_phrases_begun_by(const struct pl_phrases *newest, struct pl_str word)
{
	uint32_t bits = newest ? ~(newest->bit | (newest->bit - 1)) : UINT32_MAX;
	char lowered[WORD_MAX];
	size_t length = lower(word, lowered);
	for (const struct pl_phrases *phrases = newest; phrases; phrases = phrases->older)
		for (const struct phrase *phrase = first_tried(phrases, word); phrase; phrase = phrase->next)
			if (begins(phrase, lowered, length))
				bits |= phrases->bit;
	return bits;
}

/* Can a phrase of the set begin here? */
static bool may_begin(const struct pl_phrases *phrases, const struct pl_reading *reading, uint32_t i)
{
	return !is_mark(reading, i) &&
	       !(reading->written && phrases->bit && !(reading->written[i]->begins & phrases->bit));
}

/* Tries the phrases that begin as word `i` does; answers whether one was found. */
static bool find_from(const struct pl_phrases *phrases, const struct pl_reading *reading, uint32_t i,
                      struct pl_phrase_match *out)
{
	struct pl_str written = word_at(reading, i);
	char word[WORD_MAX];
	size_t length = lower(written, word);
	bool found = false;
	for (const struct phrase *phrase = first_tried(phrases, written); phrase; phrase = phrase->next) {
		if (!begins(phrase, word, length) || out[phrase->list].end)
			continue;
		uint32_t last = match_rest(reading, i, phrase);
		if (last == PL_NO_WORD)
			continue;
		out[phrase->list] = (struct pl_phrase_match){reading->words[i].begin, reading->words[last].end};
		found = true;
	}
	return found;
}

bool pl_phrases_find(const struct pl_phrases *phrases, const struct pl_reading *reading, struct pl_phrase_match *out)
{
	bool is_clear = false, found = false;
	if (reading->written && phrases->bit && !(reading->begins & phrases->bit))
		return false;
	for (uint32_t i = 0; i < reading->word_count; i++) {
		if (!may_begin(phrases, reading, i))
			continue;
		if (!is_clear)
			memset(out, 0, phrases->list_count * sizeof *out);
		is_clear = true;
		found |= find_from(phrases, reading, i, out);
	}
	return found;
}
