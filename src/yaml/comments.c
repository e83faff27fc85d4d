/* Finds comments, which libyaml throws away: every `#` behind white space that stands in no scalar. */
#include "base/str.h"
#include "yaml/tree.h"

static bool is_blank(char c) { return c == ' ' || c == '\t'; }

static bool is_break(char c) { return c == '\n' || c == '\r'; }

static struct pl_comment comment_at(const struct pl_source *source, uint32_t at)
{
	struct pl_position place = pl_source_locate(source, at);
	uint32_t begin = pl_source_line_begin(source, place.line), end = at;
	struct pl_comment comment = {.line = place.line};

	while (end < source->text.len && !is_break(source->text.ptr[end]))
		end++;
	while (end > at && is_blank(source->text.ptr[end - 1]))
		end--;
	comment.span = (struct pl_span){at, end};
	comment.text = pl_str_trim(pl_str_sub(source->text, at + 1, end));
	comment.alone = pl_str_trim(pl_str_sub(source->text, begin, at)).len == 0;
	return comment;
}

static bool may_begin(const struct pl_source *source, uint32_t at)
{
	return at == source->mark || is_blank(source->text.ptr[at - 1]) || is_break(source->text.ptr[at - 1]);
}

struct pl_comments pl_yaml_comments(struct pl_arena *arena, const struct pl_source *source,
                                    const struct pl_stream *stream, struct pl_str needle)
{
	PL_VEC(struct pl_comment) comments = {0};
	struct pl_str text = source->text;
	const struct pl_span *hidden = stream->hidden,
	                     *last = stream->hidden_count ? hidden + stream->hidden_count : hidden;
	uint32_t at = source->mark;
	const char *mark;

	if (!pl_str_find(text, needle))
		return (struct pl_comments){0};
	while (at < text.len && (mark = memchr(text.ptr + at, '#', text.len - at)) != NULL) {
		at = (uint32_t)(mark - text.ptr);
		while (hidden < last && hidden->end <= at)
			hidden++;
		if (hidden < last && hidden->begin <= at) {
			at = hidden->end;
		} else if (may_begin(source, at)) {
			*PL_VEC_PUSH(arena, &comments) = comment_at(source, at);
			at = comments.items[comments.count - 1].span.end;
		} else {
			at++;
		}
	}
	return (struct pl_comments){comments.items, comments.count};
}
