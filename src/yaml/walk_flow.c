/* Walks plain and quoted scalars as YAML 1.1 reads them: folded lines, doubled quotes, escapes. */
#include "yaml/walk.h"

#include "base/str.h"
#include "base/utf8.h"
#include "yaml/trim.h"

static bool is_blank(char c) { return c == ' ' || c == '\t'; }

static uint32_t skip_blanks(struct pl_str source, uint32_t at, uint32_t end)
{
	while (at < end && is_blank(source.ptr[at]))
		at++;
	return at;
}

/* Line ends from `at` on, with the blanks around them. The first one is folded to a space, or away where more follow;
 * behind an escaped line end (`escaped`) there is nothing to fold. */
static uint32_t walk_breaks(struct pl_walk *walk, uint32_t at, uint32_t end, bool escaped)
{
	uint32_t first = at, size = escaped ? 0 : pl_trim_break(walk->source, at);
	uint32_t next = skip_blanks(walk->source, at + size, end);

	if (size == 3)
		pl_walk_break(walk, first);
	else if (size && (next >= end || !pl_trim_break(walk->source, next)))
		pl_walk_emit(walk, PL_STR(" "), first, first + size);
	while (next < end && (size = pl_trim_break(walk->source, next))) {
		pl_walk_break(walk, next);
		next = skip_blanks(walk->source, next + size, end);
	}
	return next;
}

/* Blanks stay as they are inside a line, and go before its end. */
static uint32_t walk_space(struct pl_walk *walk, uint32_t at, uint32_t end)
{
	uint32_t next = skip_blanks(walk->source, at, end);

	if (next < end && pl_trim_break(walk->source, next))
		return walk_breaks(walk, next, end, false);
	pl_walk_verbatim(walk, at, next);
	return next;
}

static uint32_t hexadecimal(struct pl_str digits)
{
	uint32_t code = 0;

	for (size_t i = 0; i < digits.len; i++) {
		char c = pl_ascii_lower(digits.ptr[i]);

		code = code * 16 + (uint32_t)(pl_ascii_is_digit(c) ? c - '0' : c - 'a' + 10);
	}
	return code;
}

static uint32_t walk_escape(struct pl_walk *walk, uint32_t at, uint32_t end)
{
	static const char letters[] = "0abt\tnvfre \"/\\N_LPxuU";
	static const uint16_t codes[] = {0,  7,    8,  9,    9,    10,     11,     12, 13, 27, 32,
	                                 34, 0x2f, 92, 0x85, 0xa0, 0x2028, 0x2029, 2,  4,  8};
	const char *letter;
	uint32_t code, next = at + 2;
	char bytes[4];

	if (at + 1 >= end)
		return end;
	if (pl_trim_break(walk->source, at + 1))
		return walk_breaks(walk, at + 1 + pl_trim_break(walk->source, at + 1), end, true);
	letter = memchr(letters, walk->source.ptr[at + 1], sizeof letters - 1);
	if (!letter) /* libyaml would not have read it */
		return next;
	code = codes[letter - letters];
	if (letter >= letters + sizeof letters - 4) { /* x, u, U: so many digits follow */
		next += code;
		code = hexadecimal(pl_str_sub(walk->source, at + 2, next));
	}
	pl_walk_emit(walk, (struct pl_str){bytes, pl_utf8_put(code, bytes)}, at, next);
	return next;
}

/* The first byte from `at` on that is not simply itself. */
static uint32_t skip_plain(const struct pl_walk *walk, uint32_t at, uint32_t end)
{
	while (at < end) {
		char c = walk->source.ptr[at];

		if (is_blank(c) || (pl_trim_may_break(c) && pl_trim_break(walk->source, at)) ||
		    (c == '\'' && walk->text->style == PL_SCALAR_SINGLE) ||
		    (c == '\\' && walk->text->style == PL_SCALAR_DOUBLE))
			break;
		at++;
	}
	return at;
}

void pl_walk_flow(struct pl_walk *walk)
{
	uint32_t at = walk->text->span.begin, end = walk->text->span.end;

	while (at < end && !walk->done) {
		uint32_t next = skip_plain(walk, at, end);

		if (next > at) {
			pl_walk_verbatim(walk, at, next);
		} else if (walk->source.ptr[at] == '\'' && walk->text->style == PL_SCALAR_SINGLE) {
			next = at + 2;
			pl_walk_emit(walk, PL_STR("'"), at, next);
		} else if (walk->source.ptr[at] == '\\' && walk->text->style == PL_SCALAR_DOUBLE) {
			next = walk_escape(walk, at, end);
		} else {
			next = walk_space(walk, at, end);
		}
		at = next;
	}
}
