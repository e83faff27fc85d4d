/* Slices: the operations that are too long to be inline. */
#include "base/str.h"

#include <limits.h>

static bool is_plain(char c) { return c >= ' ' && c <= '~'; }

/* Eight bytes at a time: adding one carries 7F into the top bit, and taking a space away borrows it for what is less.
 */
static bool are_plain(const char *eight)
{
	static const uint64_t ones = UINT64_C(0x0101010101010101);
	uint64_t word;

	memcpy(&word, eight, sizeof word);
	return !((word | (word + ones) | (word - ones * ' ')) & (ones * 0x80));
}

size_t pl_str_plain(struct pl_str text)
{
	size_t at = 0;

	while (text.len - at >= sizeof(uint64_t) && are_plain(text.ptr + at))
		at += sizeof(uint64_t);
	while (at < text.len && is_plain(text.ptr[at]))
		at++;
	return at;
}

bool pl_str_equal_fold(struct pl_str a, struct pl_str b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (pl_ascii_lower(a.ptr[i]) != pl_ascii_lower(b.ptr[i]))
			return false;
	return true;
}

int pl_str_compare(struct pl_str a, struct pl_str b)
{
	size_t common = a.len < b.len ? a.len : b.len;
	int order = common ? memcmp(a.ptr, b.ptr, common) : 0;

	return order ? order : (a.len > b.len) - (a.len < b.len);
}

bool pl_str_starts(struct pl_str text, struct pl_str prefix)
{
	return text.len >= prefix.len && pl_str_equal(pl_str_sub(text, 0, prefix.len), prefix);
}

bool pl_str_ends(struct pl_str text, struct pl_str suffix)
{
	return text.len >= suffix.len && pl_str_equal(pl_str_sub(text, text.len - suffix.len, text.len), suffix);
}

const char *pl_str_find(struct pl_str text, struct pl_str sought)
{
	const char *at = text.ptr ? text.ptr : "", *end = at + text.len;

	if (!sought.len)
		return at;
	while ((size_t)(end - at) >= sought.len &&
	       (at = memchr(at, sought.ptr[0], (size_t)(end - at) - sought.len + 1)) != NULL) {
		if (memcmp(at, sought.ptr, sought.len) == 0)
			return at;
		at++;
	}
	return NULL;
}

struct pl_str pl_str_trim_spaces(struct pl_str text)
{
	while (text.len && pl_ascii_is_space(text.ptr[0]))
		text.ptr++, text.len--;
	while (text.len && pl_ascii_is_space(text.ptr[text.len - 1]))
		text.len--;
	return text;
}

bool pl_str_split(struct pl_str *rest, char mark, struct pl_str *part)
{
	const char *at;
	size_t length;

	if (!rest->len)
		return false;
	at = memchr(rest->ptr, mark, rest->len);
	length = at ? (size_t)(at - rest->ptr) : rest->len;
	*part = pl_str_trim(pl_str_sub(*rest, 0, length));
	*rest = pl_str_sub(*rest, at ? length + 1 : length, rest->len);
	return true;
}

bool pl_str_number(struct pl_str text, long *out)
{
	bool negative = text.len && text.ptr[0] == '-';
	size_t i = text.len && (text.ptr[0] == '-' || text.ptr[0] == '+');
	long value = 0;

	if (i == text.len)
		return false;
	for (; i < text.len; i++) {
		int digit = text.ptr[i] - '0';

		if (!pl_ascii_is_digit(text.ptr[i]) || value > (LONG_MAX - digit) / 10)
			return false;
		value = value * 10 + digit;
	}
	*out = negative ? -value : value;
	return true;
}

enum { LONGEST_NAME = 63 };

static char folded(char c) { return c == '-' ? '_' : pl_ascii_lower(c); }

size_t pl_str_distance(struct pl_str a, struct pl_str b, size_t limit)
{
	unsigned char rows[3][LONGEST_NAME + 1];
	unsigned char *before = rows[0], *last = rows[1], *row = rows[2];

	if (a.len > LONGEST_NAME || b.len > LONGEST_NAME)
		return limit + 1;
	for (size_t j = 0; j <= b.len; j++)
		last[j] = (unsigned char)j;
	for (size_t i = 1; i <= a.len; i++) {
		unsigned char *spare = before;

		row[0] = (unsigned char)i;
		for (size_t j = 1; j <= b.len; j++) {
			bool same = folded(a.ptr[i - 1]) == folded(b.ptr[j - 1]);
			size_t best = last[j - 1] + !same;

			if (last[j] + 1u < best)
				best = last[j] + 1u;
			if (row[j - 1] + 1u < best)
				best = row[j - 1] + 1u;
			if (i > 1 && j > 1 && folded(a.ptr[i - 1]) == folded(b.ptr[j - 2]) &&
			    folded(a.ptr[i - 2]) == folded(b.ptr[j - 1]) && before[j - 2] + 1u < best)
				best = before[j - 2] + 1u;
			row[j] = (unsigned char)best;
		}
		before = last;
		last = row;
		row = spare;
	}
	return last[b.len] > limit ? limit + 1 : last[b.len];
}

const char *pl_str_nearest(struct pl_str text, const char *const *names, size_t count)
{
	const char *nearest = NULL;
	size_t least = SIZE_MAX;

	for (size_t i = 0; i < count; i++) {
		struct pl_str name = pl_str_of(names[i]);
		size_t limit = (text.len > name.len ? text.len : name.len) / 3;
		size_t distance = pl_str_distance(text, name, limit);

		if (distance <= limit && distance < least) {
			least = distance;
			nearest = names[i];
		}
	}
	return nearest;
}
