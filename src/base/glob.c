/* Globs: names against names, and lists of names against lists of names, each with one place to go back to. */
#include "base/glob.h"

#include "base/str.h"

/* `[...]` at `*at` (behind the bracket) against `c`; moves behind the closing bracket. A set that never closes is the
 * bracket itself. */
static bool in_set(struct pl_str pattern, size_t *at, char c)
{
	size_t i = *at;
	bool negated = i < pattern.len && (pattern.ptr[i] == '!' || pattern.ptr[i] == '^');
	bool found = false;

	i += negated;
	for (size_t first = i; i < pattern.len; i++) {
		unsigned char low = (unsigned char)pattern.ptr[i], high = low;

		if (low == ']' && i > first) {
			*at = i + 1;
			return found != negated;
		}
		if (i + 2 < pattern.len && pattern.ptr[i + 1] == '-' && pattern.ptr[i + 2] != ']') {
			high = (unsigned char)pattern.ptr[i + 2];
			i += 2;
		}
		found |= (unsigned char)c >= low && (unsigned char)c <= high;
	}
	return c == '[';
}

/* One character of the name against the pattern at `*at`, moved behind what matched it. */
static bool one(struct pl_str pattern, size_t *at, char c)
{
	char wanted = pattern.ptr[(*at)++];

	if (wanted == '?')
		return true;
	if (wanted == '[')
		return in_set(pattern, at, c);
	if (wanted == '\\' && *at < pattern.len)
		wanted = pattern.ptr[(*at)++];
	return wanted == c;
}

/* Going back to the last star is enough: what an earlier one could take more, the last can as well. */
static bool name_matches(struct pl_str pattern, struct pl_str name)
{
	size_t at = 0, in = 0, star = SIZE_MAX, resume = 0;

	while (in < name.len) {
		if (at < pattern.len && pattern.ptr[at] == '*') {
			star = ++at;
			resume = in;
		} else if (at < pattern.len && one(pattern, &at, name.ptr[in])) {
			in++;
		} else if (star != SIZE_MAX) {
			at = star;
			in = ++resume;
		} else {
			return false;
		}
	}
	while (at < pattern.len && pattern.ptr[at] == '*')
		at++;
	return at == pattern.len;
}

/* The name that begins at `at`. */
static struct pl_str name_at(struct pl_str path, size_t at)
{
	const char *slash = at < path.len ? memchr(path.ptr + at, '/', path.len - at) : NULL;

	return pl_str_sub(path, at, slash ? (size_t)(slash - path.ptr) : path.len);
}

bool pl_glob_match(struct pl_str pattern, struct pl_str path)
{
	size_t at = 0, in = 0, star = SIZE_MAX, resume = 0;

	while (in < path.len) {
		struct pl_str wanted = name_at(pattern, at), name = name_at(path, in);

		if (at < pattern.len && pl_str_equal(wanted, PL_STR("**"))) {
			if (at + wanted.len >= pattern.len)
				return true;
			star = at = at + wanted.len + 1;
			resume = in;
		} else if (at < pattern.len && name_matches(wanted, name)) {
			at += wanted.len + 1;
			in += name.len + 1;
		} else if (star != SIZE_MAX) {
			at = star;
			in = resume = resume + name_at(path, resume).len + 1;
		} else {
			return false;
		}
	}
	return at >= pattern.len;
}
