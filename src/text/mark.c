/* Finds out in one walk over the bytes of a text which searches can't find anything in it. */
#include "text/mark.h"

#include "base/str.h"

/* Each bit stands for pairs of neighbouring bytes. Too many of them cost a search that finds nothing, one too few would
 * cost a finding. */
enum {
	CAPITALS = 1 << 0, /* NH, A& */
	SIGNS = 1 << 1,    /* ??, __ */
	TBC = 1 << 2,      /* tbc, t.b.c. */
	XX = 1 << 3,       /* xx, and TO of TODO */
	BRACKET = 1 << 4,  /* [, < and whatever follows */
	MONTH = 1 << 5,    /* dd/mm/yy */
	SUM = 1 << 6,      /* $x, $ x, and the same behind the last byte of another currency's sign */
	LO = 1 << 7,       /* lorem ipsum */
	IP = 1 << 8,
	TO = 1 << 9, /* to be */
	O_ = 1 << 10,
	_B = 1 << 11,
	BE = 1 << 12,
};

/* A byte begins the pairs of the first column and ends those of the second. */
#define LETTER(small, capital, first, second)                                                                          \
	[small] = {(first), (second)}, [capital] = {(first) | CAPITALS, (second) | CAPITALS}
#define EIGHT(...)                                                                                                     \
	__VA_ARGS__, __VA_ARGS__, __VA_ARGS__, __VA_ARGS__, __VA_ARGS__, __VA_ARGS__, __VA_ARGS__, __VA_ARGS__

static const struct {
	uint16_t first, second;
} pairs[256] = {
        LETTER('a', 'A', 0, 0),
        LETTER('b', 'B', BE, TBC | _B),
        LETTER('c', 'C', 0, 0),
        LETTER('d', 'D', 0, 0),
        LETTER('e', 'E', 0, BE),
        LETTER('f', 'F', 0, 0),
        LETTER('g', 'G', 0, 0),
        LETTER('h', 'H', 0, 0),
        LETTER('i', 'I', IP, 0),
        LETTER('j', 'J', 0, 0),
        LETTER('k', 'K', 0, 0),
        LETTER('l', 'L', LO, 0),
        LETTER('m', 'M', 0, MONTH),
        LETTER('n', 'N', 0, 0),
        ['o'] = {O_, LO | TO},
        ['O'] = {O_ | CAPITALS, LO | TO | CAPITALS | XX},
        LETTER('p', 'P', 0, IP),
        LETTER('q', 'Q', 0, 0),
        LETTER('r', 'R', 0, 0),
        LETTER('s', 'S', 0, 0),
        ['t'] = {TBC | TO, 0},
        ['T'] = {TBC | TO | CAPITALS | XX, CAPITALS},
        LETTER('u', 'U', 0, 0),
        LETTER('v', 'V', 0, 0),
        LETTER('w', 'W', 0, 0),
        LETTER('x', 'X', XX, XX | SUM),
        LETTER('y', 'Y', 0, 0),
        LETTER('z', 'Z', 0, 0),
        ['?'] = {SIGNS, SIGNS},
        ['_'] = {SIGNS, SIGNS},
        ['['] = {BRACKET, 0},
        ['<'] = {BRACKET, 0},
        ['/'] = {MONTH, 0},
        ['$'] = {SUM, 0},
        ['&'] = {0, CAPITALS},
        ['.'] = {0, TBC},
        [' '] = {_B, O_ | SUM},
        ['\t'] = {0, SUM},
        ['\n'] = {0, SUM},
        [0x80] = EIGHT(EIGHT({SUM, 0})),
        [0xc0] = EIGHT(EIGHT({SUM, 0})),
};

/* Of the texts that have all of its pairs many have them here and there. */
static bool has_to_be(struct pl_str text)
{
	static const char sought[] = "to be ";
	size_t length = sizeof sought - 1;

	for (size_t i = length; i <= text.len; i++)
		if (text.ptr[i - 1] == ' ' && (text.ptr[i - 3] | ' ') == 'b' &&
		    pl_str_equal_fold(pl_str_sub(text, i - length, i), PL_STR(sought)))
			return true;
	return false;
}

unsigned pl_text_marks(struct pl_str text)
{
	enum { FILLING = LO | IP, TO_BE = TO | O_ | _B | BE, GAPS = SIGNS | TBC | XX | BRACKET | MONTH | SUM };
	unsigned found = 0, before = 0;

	for (size_t i = 0; i < text.len; i++) {
		unsigned char byte = (unsigned char)text.ptr[i];

		found |= before & (pairs[byte].second | BRACKET);
		before = pairs[byte].first;
	}
	return ((found & CAPITALS) ? PL_MARK_ACRONYM : 0) |
	       ((found & GAPS) || (found & FILLING) == FILLING || ((found & TO_BE) == TO_BE && has_to_be(text))
	                ? PL_MARK_GAP
	                : 0);
}
