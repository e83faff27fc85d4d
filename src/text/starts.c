/* Tells from the first letters of their words that a text can't repeat another. Stems keep the first three letters of
 * any word that is long enough to count here. */
#include "base/bits.h"
#include "base/eight.h"
#include "base/str.h"

#include <planlint/text.h>

enum { SOLID = 6, LACKS = 4 };

#define FIVE(c) [c] = true, [(c) + 1] = true, [(c) + 2] = true, [(c) + 3] = true, [(c) + 4] = true
#define EIGHT(...)                                                                                                     \
	__VA_ARGS__, __VA_ARGS__, __VA_ARGS__, __VA_ARGS__, __VA_ARGS__, __VA_ARGS__, __VA_ARGS__, __VA_ARGS__

/* Letters, digits, and all bytes of other characters: hyphens part the words of a compound. */
static const bool of_word[256] = {
        FIVE('0'),
        FIVE('5'),
        FIVE('a'),
        FIVE('f'),
        FIVE('k'),
        FIVE('p'),
        FIVE('u'),
        ['z'] = true,
        FIVE('A'),
        FIVE('F'),
        FIVE('K'),
        FIVE('P'),
        FIVE('U'),
        ['Z'] = true,
        [0x80] = EIGHT(EIGHT(true)),
        [0xc0] = EIGHT(EIGHT(true)),
};

static uint64_t bit_of(const char *word, size_t length)
{
	uint32_t first = (unsigned char)pl_ascii_lower(word[0]);

	if (length > 1)
		first = first << 8 | (unsigned char)pl_ascii_lower(word[1]);
	if (length > 2)
		first = first << 8 | (unsigned char)pl_ascii_lower(word[2]);
	return UINT64_C(1) << ((first * UINT32_C(0x9E3779B1)) >> 26);
}

static void add(struct pl_starts *starts, const char *word, size_t length)
{
	uint64_t bit = bit_of(word, length);

	starts->all |= bit;
	if (length >= SOLID)
		starts->solid |= bit;
}

static inline size_t word_end(struct pl_str text, size_t at)
{
	while (text.len - at >= PL_EIGHT) {
		uint64_t eight = pl_eight(text.ptr + at);
		size_t within = pl_eight_first(~(pl_eight_alnum(eight) | eight) & PL_EIGHT_TOPS);

		at += within;
		if (within < PL_EIGHT)
			return at;
	}
	while (at < text.len && of_word[(unsigned char)text.ptr[at]])
		at++;
	return at;
}

struct pl_starts pl_starts_of(struct pl_str text)
{
	struct pl_starts starts = {0};

	for (size_t begin = 0, end; begin < text.len; begin = end + 1) {
		end = word_end(text, begin);
		if (end > begin)
			add(&starts, text.ptr + begin, end - begin);
	}
	return starts;
}

/* What both texts say begins alike, and counts twice at most (a name, a number): a similarity of 0.8 leaves no more
 * than a quarter of it to be in one of them alone. */
bool pl_starts_may_repeat(const struct pl_starts *text, const struct pl_starts *other)
{
	uint32_t lacks = pl_bits_count(text->solid & ~other->all);

	return lacks < LACKS || lacks * 2 <= pl_bits_count(text->all & other->all);
}
