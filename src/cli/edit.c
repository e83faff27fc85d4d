/* Thinks of places for a suppression: a comment behind the line, a comment above the item, a key of the item. */
#include "cli/edit.h"

#include "base/str.h"

enum {
	LINES_UP = 64 /* how far above a finding the key of its text may stand: a block scalar's header */
};

static bool is_break(char c) { return c == '\n' || c == '\r'; }

/* Offset of the first byte of the 1-based line. */
static size_t line_begin(struct pl_str bytes, uint32_t line)
{
	size_t at = 0;

	for (uint32_t i = 1; i < line && at < bytes.len; at++)
		if (bytes.ptr[at] == '\n' ||
		    (bytes.ptr[at] == '\r' && !(at + 1 < bytes.len && bytes.ptr[at + 1] == '\n')))
			i++;
	return at;
}

static size_t line_end(struct pl_str bytes, size_t at)
{
	while (at < bytes.len && !is_break(bytes.ptr[at]))
		at++;
	return at;
}

/* As the file itself ends its lines. */
static const char *newline_of(struct pl_str bytes)
{
	size_t end = line_end(bytes, 0);

	if (end + 1 < bytes.len && bytes.ptr[end] == '\r' && bytes.ptr[end + 1] == '\n')
		return "\r\n";
	return end < bytes.len && bytes.ptr[end] == '\r' ? "\r" : "\n";
}

/* ---- comments --------------------------------------------------------------------------------------------------- */

static const char *comment(struct pl_arena *arena, const struct pl_edit_target *target)
{
	return pl_arena_print(arena, "# planlint: ignore[%s] -- %.*s", target->rule, PL_STR_ARG(target->reason));
}

static bool skip(struct pl_str *text, struct pl_str prefix)
{
	if (!pl_str_starts(*text, prefix))
		return false;
	*text = pl_str_trim(pl_str_sub(*text, prefix.len, text->len));
	return true;
}

/* What stands behind the `[` of a comment `# planlint: ignore[…]`, to the end of the line; false where there is none.
 */
static bool find_list(struct pl_str line, struct pl_str *list)
{
	struct pl_str rest = line, part;

	while (pl_str_split(&rest, '#', &part)) {
		*list = pl_str_trim(pl_str_sub(line, (size_t)(part.ptr - line.ptr), line.len));
		if (skip(list, PL_STR("planlint:")))
			return skip(list, PL_STR("ignore")) && skip(list, PL_STR("[")) && list->len &&
			       memchr(list->ptr, ']', list->len);
	}
	return false;
}

/* Only the first of two such comments on a line is read. One reason holds for all that it names, so a second one goes
 * behind the first. */
static bool into_list(struct pl_arena *arena, const struct pl_edit_target *target, struct pl_str line,
                      struct pl_edit *out)
{
	const char *bytes = target->bytes.ptr, *before = "; ";
	struct pl_str list, names, rest;

	if (!find_list(line, &list))
		return false;
	rest = list;
	pl_str_split(&rest, ']', &names);
	rest = pl_str_trim(rest);
	out->offset = (size_t)((const char *)memchr(list.ptr, ']', list.len) - bytes);
	out->text = pl_str_of(pl_arena_print(arena, "%s%s", names.len ? ", " : "", target->rule));
	out->later = (size_t)(list.ptr + list.len - bytes);
	out->more = (struct pl_str){0};
	if (!skip(&rest, PL_STR("--")))
		before = " -- ";
	else if (!rest.len)
		before = " ";
	if (!pl_str_equal(rest, target->reason))
		out->more = pl_str_of(pl_arena_print(arena, "%s%.*s", before, PL_STR_ARG(target->reason)));
	return true;
}

static void behind_line(struct pl_arena *arena, const struct pl_edit_target *target, uint32_t line, struct pl_edit *out)
{
	size_t begin = line_begin(target->bytes, line), end = line_end(target->bytes, begin);
	bool spaced = end && pl_ascii_is_space(target->bytes.ptr[end - 1]) && !is_break(target->bytes.ptr[end - 1]);

	if (into_list(arena, target, pl_str_sub(target->bytes, begin, end), out))
		return;
	*out = (struct pl_edit){
	        .offset = end,
	        .text = pl_str_of(pl_arena_print(arena, "%s%s", spaced ? "" : " ", comment(arena, target)))};
}

static void above_item(struct pl_arena *arena, const struct pl_edit_target *target, struct pl_edit *out)
{
	size_t begin = line_begin(target->bytes, target->item.line), at;
	size_t before = target->item.line > 1 ? line_begin(target->bytes, target->item.line - 1) : begin;
	struct pl_str line = pl_str_trim(pl_str_sub(target->bytes, before, begin));

	if (pl_str_starts(line, PL_STR("#")) && into_list(arena, target, line, out))
		return;
	if (begin == 0 && pl_str_starts(target->bytes, PL_STR("\xEF\xBB\xBF")))
		begin = 3;
	for (at = begin; at < target->bytes.len && target->bytes.ptr[at] == ' ';)
		at++;
	*out = (struct pl_edit){.offset = begin,
	                        .text = pl_str_of(pl_arena_print(arena, "%*s%s%s", (int)(at - begin), "",
	                                                         comment(arena, target), newline_of(target->bytes)))};
}

static const struct pl_str key_name = {"planlint_ignore", sizeof "planlint_ignore" - 1};

/* ---- keys ------------------------------------------------------------------------------------------------------- */

/* In double quotes, as YAML and JSON both read them. */
static const char *quoted(struct pl_arena *arena, struct pl_str text)
{
	char *copy = pl_arena_bytes(arena, 2 * text.len + 3), *at = copy;

	*at++ = '"';
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '"' || text.ptr[i] == '\\')
			*at++ = '\\';
		*at++ = text.ptr[i];
	}
	*at++ = '"';
	*at = '\0';
	return copy;
}

static const char *rule_and_reason(struct pl_arena *arena, const struct pl_edit_target *target)
{
	return pl_arena_print(arena, "\"%s\": %s", target->rule, quoted(arena, target->reason));
}

static void key_below(struct pl_arena *arena, const struct pl_edit_target *target, struct pl_edit *out)
{
	size_t end = line_end(target->bytes, (size_t)target->item_end.offset);

	*out = (struct pl_edit){
	        .offset = end,
	        .text = pl_str_of(pl_arena_print(arena, "%s%*splanlint_ignore: {%s: %s}", newline_of(target->bytes),
	                                         (int)target->item.column - 1, "", target->rule,
	                                         quoted(arena, target->reason)))};
}

/* In flow style, before the bracket that the item's span ends behind. */
static void key_within(struct pl_arena *arena, const struct pl_edit_target *target, struct pl_edit *out)
{
	size_t end = (size_t)target->item_end.offset;

	if (end && end <= target->bytes.len && target->bytes.ptr[end - 1] == '}')
		*out = (struct pl_edit){.offset = end - 1,
		                        .text = pl_str_of(pl_arena_print(arena, ", \"planlint_ignore\": {%s}",
		                                                         rule_and_reason(arena, target)))};
}

/* The item's key planlint_ignore: one more entry at its beginning. */
static void in_known_key(struct pl_arena *arena, const struct pl_edit_target *target, bool block, struct pl_edit *out)
{
	size_t begin = (size_t)target->item.offset, end = (size_t)target->item_end.offset, next, indent;
	struct pl_str item = pl_str_sub(target->bytes, begin, end);
	const char *key = pl_str_find(item, key_name);
	size_t at;

	if (!key)
		return;
	at = (size_t)(key - target->bytes.ptr) + key_name.len;
	if (!block) {
		while (at < end && target->bytes.ptr[at] != '{')
			at++;
		if (at < end)
			*out = (struct pl_edit){
			        .offset = at + 1,
			        .text = pl_str_of(pl_arena_print(arena, "%s, ", rule_and_reason(arena, target)))};
		return;
	}
	next = line_end(target->bytes, at);
	for (at = next; at < end && is_break(target->bytes.ptr[at]);)
		at++;
	for (indent = 0; at + indent < end && target->bytes.ptr[at + indent] == ' ';)
		indent++;
	*out = (struct pl_edit){
	        .offset = next,
	        .text = pl_str_of(pl_arena_print(arena, "%s%*s%s: %s", newline_of(target->bytes), (int)indent, "",
	                                         target->rule, quoted(arena, target->reason)))};
}

/* ---- the attempts ----------------------------------------------------------------------------------------------- */

static bool comment_at(struct pl_arena *arena, const struct pl_edit_target *target, size_t attempt, struct pl_edit *out)
{
	uint32_t first = target->item.line && target->item.line < target->line ? target->item.line : target->line;
	size_t lines = target->line - first + 1;

	if (lines > LINES_UP)
		lines = LINES_UP;
	if (attempt < lines) {
		behind_line(arena, target, target->line - (uint32_t)attempt, out);
		return true;
	}
	if (attempt > lines || !target->item.line)
		return false;
	above_item(arena, target, out);
	return true;
}

static bool key_at(struct pl_arena *arena, const struct pl_edit_target *target, size_t attempt, struct pl_edit *out)
{
	enum { INTO_FLOW, INTO_BLOCK, BELOW, WITHIN, ATTEMPTS };

	if (attempt >= ATTEMPTS || !target->item.line)
		return false;
	*out = (struct pl_edit){0}; /* changes nothing, and so is no way */
	if (attempt == INTO_FLOW || attempt == INTO_BLOCK)
		in_known_key(arena, target, attempt == INTO_BLOCK, out);
	else if (attempt == BELOW)
		key_below(arena, target, out);
	else
		key_within(arena, target, out);
	return true;
}

/* JSON has no comments, and who has used the key once has a reason. */
static bool prefers_keys(struct pl_str bytes, bool *only)
{
	struct pl_str text =
	        pl_str_trim(pl_str_starts(bytes, PL_STR("\xEF\xBB\xBF")) ? pl_str_sub(bytes, 3, bytes.len) : bytes);

	*only = text.len && (text.ptr[0] == '{' || text.ptr[0] == '[');
	return *only || pl_str_find(text, key_name);
}

bool pl_edit_at(struct pl_arena *arena, const struct pl_edit_target *target, size_t attempt, struct pl_edit *out)
{
	bool only, keys_first = prefers_keys(target->bytes, &only);
	bool (*const ways[])(struct pl_arena *, const struct pl_edit_target *, size_t,
	                     struct pl_edit *) = {keys_first ? key_at : comment_at, keys_first ? comment_at : key_at};
	size_t first = 0;

	while (ways[0](arena, target, first, out)) {
		if (first == attempt)
			return true;
		first++;
	}
	return !only && ways[1](arena, target, attempt - first, out);
}

struct pl_str pl_edit_apply(struct pl_arena *arena, struct pl_str bytes, const struct pl_edit *edit)
{
	size_t length = bytes.len + edit->text.len + edit->more.len, at = 0;
	size_t later = edit->more.len ? edit->later : bytes.len;
	const struct pl_str pieces[] = {pl_str_sub(bytes, 0, edit->offset), edit->text,
	                                pl_str_sub(bytes, edit->offset, later), edit->more,
	                                pl_str_sub(bytes, later, bytes.len)};
	char *all = pl_arena_bytes(arena, length + 1);

	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		if (pieces[i].len)
			memcpy(all + at, pieces[i].ptr, pieces[i].len);
		at += pieces[i].len;
	}
	all[length] = '\0';
	return (struct pl_str){all, length};
}
