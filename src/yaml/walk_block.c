/* Walks literal and folded block scalars. */
#include "yaml/walk.h"

#include "base/str.h"
#include "yaml/trim.h"

/* Empty lines, and whether the scalar goes on behind them. */
struct empty_lines {
	uint32_t begin, count;
	bool more;
};

static uint32_t count_spaces(struct pl_str text, uint32_t at)
{
	uint32_t begin = at;

	while (at < text.len && text.ptr[at] == ' ')
		at++;
	return at - begin;
}

/* How far the lines are indented, however the header and the lines around say so: the spaces that the first line with
 * anything in it has and the value lacks. Lines before it are empty in both. */
static uint32_t indent_of(const struct pl_walk *walk, uint32_t at)
{
	struct pl_str value = walk->text->value;
	uint32_t in_value = 0;

	while (in_value < value.len) {
		uint32_t there = count_spaces(walk->source, at), kept = count_spaces(value, in_value);

		if (kept || !pl_trim_break(value, in_value))
			return there > kept ? there - kept : 0;
		at += there;
		at += pl_trim_break(walk->source, at);
		in_value += pl_trim_break(value, in_value);
	}
	return UINT32_MAX;
}

static uint32_t skip_indent(struct pl_str source, uint32_t at, uint32_t indent)
{
	uint32_t begin = at;

	while (at < source.len && at - begin < indent && source.ptr[at] == ' ')
		at++;
	return at;
}

static void walk_empty(struct pl_walk *walk, struct empty_lines lines, uint32_t indent)
{
	for (uint32_t at = lines.begin; lines.count; lines.count--) {
		at = skip_indent(walk->source, at, indent);
		pl_walk_break(walk, at);
		at += pl_trim_break(walk->source, at);
	}
}

static bool is_blank_at(struct pl_str source, uint32_t at)
{
	return at < source.len && (source.ptr[at] == ' ' || source.ptr[at] == '\t');
}

static uint32_t find_break(struct pl_str source, uint32_t at)
{
	while (at < source.len && (!pl_trim_may_break(source.ptr[at]) || !pl_trim_break(source, at)))
		at++;
	return at;
}

/* Empty lines from `*at` on; `*at` moves to the first character of the next line that has any. */
static struct empty_lines take_empty(const struct pl_walk *walk, uint32_t *at, uint32_t indent)
{
	struct empty_lines lines = {.begin = *at};
	uint32_t next, size;

	while (next = skip_indent(walk->source, *at, indent), size = pl_trim_break(walk->source, next)) {
		*at = next + size;
		lines.count++;
	}
	lines.more = next - *at == indent && next < walk->source.len;
	*at = next;
	return lines;
}

void pl_walk_block(struct pl_walk *walk)
{
	uint32_t at = pl_trim_line_end(walk->source, walk->text->token);
	uint32_t indent = walk->indent ? walk->indent : indent_of(walk, at);
	uint32_t last = UINT32_MAX; /* the end of the last line with text, not yet walked */
	bool was_indented = true, folded = walk->text->style == PL_SCALAR_FOLDED;

	while (!walk->done) {
		struct empty_lines empty = take_empty(walk, &at, indent);
		bool indented = is_blank_at(walk->source, at);
		bool fold =
		        folded && empty.more && !was_indented && !indented && pl_trim_break(walk->source, last) != 3;

		if (last != UINT32_MAX && !fold)
			pl_walk_break(walk, last);
		else if (fold && !empty.count)
			pl_walk_emit(walk, PL_STR(" "), last, last + pl_trim_break(walk->source, last));
		walk_empty(walk, empty, indent);
		if (!empty.more)
			break;
		last = find_break(walk->source, at);
		pl_walk_verbatim(walk, at, last);
		at = last + pl_trim_break(walk->source, last);
		was_indented = indented;
	}
}
