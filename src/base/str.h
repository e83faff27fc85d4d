/* Slices: small operations on pl_str, all of them on bytes; only ASCII letters are folded. */
#ifndef PL_BASE_STR_H
#define PL_BASE_STR_H

#include <planlint/diag.h>

#include <string.h>

#define PL_STR(literal) ((struct pl_str){(literal), sizeof(literal) - 1})
/* For printf's `%.*s`. */
#define PL_STR_ARG(text) (int)(text).len, (text).ptr

static inline struct pl_str pl_str_of(const char *text) /* NULL counts as empty */
{
	return (struct pl_str){text, text ? strlen(text) : 0};
}

/* What stands behind a noun: "" or "s". */
static inline const char *pl_plural(size_t count) { return count == 1 ? "" : "s"; }

static inline bool pl_str_equal(struct pl_str a, struct pl_str b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static inline char pl_ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c; }

static inline bool pl_ascii_is_digit(char c) { return c >= '0' && c <= '9'; }
static inline bool pl_ascii_is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
static inline bool pl_ascii_is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static inline struct pl_str pl_str_sub(struct pl_str text, size_t begin, size_t end) /* clipped to the text */
{
	if (end > text.len)
		end = text.len;
	if (begin > end)
		begin = end;
	return (struct pl_str){begin ? text.ptr + begin : text.ptr, end - begin}; /* NULL + 0 is undefined */
}

/* How many bytes from the first on are printable ASCII (space to ~): one column each, and shown as they are. */
size_t pl_str_plain(struct pl_str text);

bool pl_str_equal_fold(struct pl_str a, struct pl_str b);
int pl_str_compare(struct pl_str a, struct pl_str b); /* bytes, then length; for sorting */
bool pl_str_starts(struct pl_str text, struct pl_str prefix);
bool pl_str_ends(struct pl_str text, struct pl_str suffix);

/* Where `sought` stands first; NULL for nowhere. An empty one stands at the beginning. */
const char *pl_str_find(struct pl_str text, struct pl_str sought);

struct pl_str pl_str_trim_spaces(struct pl_str text); /* pl_str_trim where there is something to trim */

static inline struct pl_str pl_str_trim(struct pl_str text) /* ASCII white space at both ends */
{
	if (text.len && (pl_ascii_is_space(text.ptr[0]) || pl_ascii_is_space(text.ptr[text.len - 1])))
		return pl_str_trim_spaces(text);
	return text;
}

/* Cuts the part before the first `mark` off `rest`, both trimmed; false when `rest` is empty. */
bool pl_str_split(struct pl_str *rest, char mark, struct pl_str *part);

/* A whole number, optionally signed, with nothing else around it; false on anything else or on overflow. */
bool pl_str_number(struct pl_str text, long *out);

/* Edits (insert, delete, replace, swap of neighbours) that turn one into the other, ASCII case and `-` against `_`
 * ignored; `limit + 1` for more than `limit` (Damerau 1964, optimal string alignment). Texts over 63 bytes are far from
 * everything. */
size_t pl_str_distance(struct pl_str a, struct pl_str b, size_t limit);

/* The nearest of `names` for "did you mean": at most a third of its letters wrong; NULL for none. */
const char *pl_str_nearest(struct pl_str text, const char *const *names, size_t count);

#endif
