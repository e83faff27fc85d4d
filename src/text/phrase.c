/* Finding many fixed phrases among the words of a reading at once: each word is only compared with the first words that
 * begin with its three letters, and where it is one, the phrases that it opens are tried if the next word may go on as
 * one of them does. */
#include "text/phrase.h"

#include "base/str.h"
#include "text/written.h"

enum {
	GAP = 6,       /* words that "..." may stand for */
	STARTS = 1024, /* of phrases, by their first three letters */
	LETTERS = 32   /* the 26 in either case, what other bytes have in their place, and 0 where there is none */
};

#define ANY (UINT64_C(1) << 63)

/* A word of a phrase. */
struct part {
	struct pl_str word;
	bool is_stem; /* it had a * behind it */
	uint32_t gap; /* words that may stand before it */
};

struct phrase {
	struct pl_str rest; /* behind the first word, as it was written: most phrases are never compared with more */
	uint64_t second;    /* the letters_of what it goes on with, or ANY where that is open */
	size_t list;
	const struct phrase *next; /* of those that open with the same word */
};

struct opening {
	struct part first; /* in lower case */
	uint64_t seconds;  /* of all phrases */
	const struct phrase *phrases;
};

/* Openings with the same start. */
struct chain {
	struct opening *opening;
	const struct chain *next;
};

struct pl_phrases {
	const struct pl_phrases *older;
	uint32_t bit; /* by which words know that they may begin a phrase of this set; 0: there are too many sets */
	size_t list_count;
	struct {
		const struct chain *chain; /* some of another start come along */
		uint64_t seconds;          /* of all of them */
	} by_start[STARTS];
};

static struct pl_str lower(struct pl_arena *arena, struct pl_str word)
{
	char *out = pl_arena_bytes(arena, word.len);
	for (size_t i = 0; i < word.len; i++)
		out[i] = pl_ascii_lower(word.ptr[i]);
	return (struct pl_str){out, word.len};
}

static uint32_t letter_of(struct pl_str word, size_t at)
{
	return at < word.len ? (unsigned char)word.ptr[at] % LETTERS : 0;
}

static uint32_t start_of(uint32_t first, uint32_t second, uint32_t third)
{
	return (first * LETTERS + second) ^ third * (LETTERS + 1);
}

/* A bit for a word's first two letters, in either case; never ANY. */
static uint64_t letters_of(struct pl_str word)
{
	uint32_t first = word.len > 0 ? (unsigned char)pl_ascii_lower(word.ptr[0]) : 0;
	uint32_t second = word.len > 1 ? (unsigned char)pl_ascii_lower(word.ptr[1]) : 0;
	return UINT64_C(1) << (first * 5 + second * 11) % 63;
}

static bool cut_star(struct pl_str *word)
{
	bool star = pl_str_ends(*word, PL_STR("*"));
	word->len -= star;
	return star;
}

/* Cuts the next word off the rest of a phrase; false behind the last. */
static bool next_part(struct pl_str *rest, struct part *part)
{
	*part = (struct part){0};
	while (pl_str_split(rest, ' ', &part->word)) {
		if (!pl_str_equal(part->word, PL_STR("..."))) {
			part->is_stem = cut_star(&part->word);
			return true;
		}
		part->gap = GAP;
	}
	return false;
}

static void put_opening(struct pl_arena *arena, struct pl_phrases *phrases, struct opening *opening, uint32_t second,
                        uint32_t third)
{
	const struct chain **head =
	        &phrases->by_start[start_of(letter_of(opening->first.word, 0), second, third)].chain;
	struct chain *link = PL_MAKE(arena, struct chain);
	*link = (struct chain){opening, *head};
	*head = link;
}

/* A stem of less than three letters may go on with any. */
static void put_short_stem(struct pl_arena *arena, struct pl_phrases *phrases, struct opening *opening)
{
	for (uint32_t second = 0; second < LETTERS; second++)
		for (uint32_t third = 0; third < LETTERS; third++)
			if (opening->first.word.len < 2 || second == letter_of(opening->first.word, 1))
				put_opening(arena, phrases, opening, second, third);
}

static struct opening *make_opening(struct pl_arena *arena, struct pl_phrases *phrases, const struct part *first)
{
	struct opening *opening = PL_MAKE(arena, struct opening);
	opening->first = *first;
	opening->first.word = lower(arena, first->word);
	if (first->is_stem && first->word.len < 3)
		put_short_stem(arena, phrases, opening);
	else
		put_opening(arena, phrases, opening, letter_of(first->word, 1), letter_of(first->word, 2));
	return opening;
}

static uint32_t start_of_word(struct pl_str word)
{
	return start_of(letter_of(word, 0), letter_of(word, 1), letter_of(word, 2));
}

static const struct chain *chain_of(const struct pl_phrases *phrases, struct pl_str word)
{
	return phrases->by_start[start_of_word(word)].chain;
}

static struct opening *opening_of(struct pl_arena *arena, struct pl_phrases *phrases, const struct part *first)
{
	for (const struct chain *link = chain_of(phrases, first->word); link; link = link->next)
		if (link->opening->first.is_stem == first->is_stem &&
		    pl_str_equal_fold(link->opening->first.word, first->word))
			return link->opening;
	return make_opening(arena, phrases, first);
}

static uint64_t second_of(const struct phrase *phrase)
{
	struct pl_str rest = phrase->rest;
	struct part second;
	if (!next_part(&rest, &second) || second.gap || (second.is_stem && second.word.len < 2))
		return ANY;
	return letters_of(second.word);
}

static void add_phrase(struct pl_arena *arena, struct pl_phrases *phrases, struct pl_str words, size_t list)
{
	struct phrase *phrase;
	struct opening *opening;
	struct part first = {0};
	if (!pl_str_split(&words, ' ', &first.word))
		return;
	first.is_stem = cut_star(&first.word);
	opening = opening_of(arena, phrases, &first);
	phrase = PL_MAKE(arena, struct phrase);
	*phrase = (struct phrase){.rest = words, .list = list, .next = opening->phrases};
	phrase->second = second_of(phrase);
	opening->phrases = phrase;
	opening->seconds |= phrase->second;
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
	for (uint32_t start = 0; start < STARTS; start++)
		for (const struct chain *link = phrases->by_start[start].chain; link; link = link->next)
			phrases->by_start[start].seconds |= link->opening->seconds;
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
	struct pl_str rest = phrase->rest;
	struct part part;
	while (last != PL_NO_WORD && next_part(&rest, &part))
		last = next_fit(reading, last + 1, &part);
	return last;
}

static bool begins(const struct opening *opening, struct pl_str word)
{
	struct pl_str first = opening->first.word;
	if (opening->first.is_stem ? word.len < first.len : word.len != first.len)
		return false;
	for (size_t i = 0; i < first.len; i++)
		if (pl_ascii_lower(word.ptr[i]) != first.ptr[i])
			return false;
	return true;
}

uint32_t pl_phrases_begun_by(const struct pl_phrases *newest, struct pl_str word)
{
	uint32_t bits = newest ? ~(newest->bit | (newest->bit - 1)) : UINT32_MAX;
	for (const struct pl_phrases *phrases = newest; phrases; phrases = phrases->older)
		for (const struct chain *link = chain_of(phrases, word); link; link = link->next)
			if (begins(link->opening, word))
				bits |= phrases->bit;
	return bits;
}

/* Can a phrase of the set begin here? */
static bool may_begin(const struct pl_phrases *phrases, const struct pl_reading *reading, uint32_t i)
{
	if (reading->begins && phrases->bit)
		return reading->begins[i] & phrases->bit;
	return !is_mark(reading, i);
}

/* What phrases may go on with here: all that there are before a mark, which may be passed over. */
static uint64_t letters_behind(const struct pl_reading *reading, uint32_t i)
{
	if (i + 1 == reading->word_count)
		return ANY;
	return is_mark(reading, i + 1) ? UINT64_MAX : letters_of(word_at(reading, i + 1)) | ANY;
}

static bool try_phrases(const struct opening *opening, const struct pl_reading *reading, uint32_t i, uint64_t behind,
                        struct pl_phrase_match *out)
{
	bool found = false;
	for (const struct phrase *phrase = opening->phrases; phrase; phrase = phrase->next) {
		uint32_t last;
		if (!(phrase->second & behind) || out[phrase->list].end)
			continue;
		last = match_rest(reading, i, phrase);
		if (last == PL_NO_WORD)
			continue;
		out[phrase->list] = (struct pl_phrase_match){reading->words[i].begin, reading->words[last].end};
		found = true;
	}
	return found;
}

/* Tries the phrases that begin as word `i` does; answers whether one was found. */
static bool find_from(const struct pl_phrases *phrases, const struct pl_reading *reading, uint32_t i,
                      struct pl_phrase_match *out)
{
	struct pl_str written = word_at(reading, i);
	uint32_t start = start_of_word(written);
	uint64_t behind = letters_behind(reading, i);
	bool found = false;
	if (!(phrases->by_start[start].seconds & behind))
		return false;
	for (const struct chain *link = phrases->by_start[start].chain; link; link = link->next)
		if ((link->opening->seconds & behind) && begins(link->opening, written))
			found |= try_phrases(link->opening, reading, i, behind, out);
	return found;
}

bool pl_phrases_find(const struct pl_phrases *phrases, const struct pl_reading *reading, struct pl_phrase_match *out)
{
	bool is_clear = false, found = false;
	if (reading->begins && phrases->bit && !(reading->all_begins & phrases->bit))
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
