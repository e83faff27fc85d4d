/* Walking scalars: what all styles share, and the place of a part of a value. */
#include "yaml/walk.h"

#include "base/str.h"
#include "yaml/trim.h"

#include <assert.h>

static void emit(struct pl_walk *walk, struct pl_walk_piece piece)
{
	uint32_t left = (uint32_t)walk->text->value.len - walk->made;

	if (piece.bytes.len > left) { /* chomped away */
		piece.bytes.len = left;
		if (piece.verbatim)
			piece.span.end = piece.span.begin + left;
	}
	if (walk->done || !piece.bytes.len)
		return;
	walk->made += (uint32_t)piece.bytes.len;
	walk->done = !walk->visit(walk->data, &piece) || walk->made == walk->text->value.len;
}

void pl_walk_emit(struct pl_walk *walk, struct pl_str bytes, uint32_t begin, uint32_t end)
{
	emit(walk, (struct pl_walk_piece){bytes, {begin, end}, false});
}

void pl_walk_verbatim(struct pl_walk *walk, uint32_t begin, uint32_t end)
{
	emit(walk, (struct pl_walk_piece){pl_str_sub(walk->source, begin, end), {begin, end}, true});
}

void pl_walk_break(struct pl_walk *walk, uint32_t at)
{
	uint32_t size = pl_trim_break(walk->source, at);

	/* Unicode's line and paragraph separator stay what they are. */
	pl_walk_emit(walk, size == 3 ? pl_str_sub(walk->source, at, at + size) : PL_STR("\n"), at, at + size);
}

void pl_walk_scalar(struct pl_walk *walk)
{
	if (walk->text->style == PL_SCALAR_LITERAL || walk->text->style == PL_SCALAR_FOLDED)
		pl_walk_block(walk);
	else
		pl_walk_flow(walk);
}

static bool keep(void *data, const struct pl_walk_piece *piece)
{
	struct pl_str *value = data;

	memcpy((char *)value->ptr + value->len, piece->bytes.ptr, piece->bytes.len);
	value->len += piece->bytes.len;
	return true;
}

struct pl_str pl_walk_value(struct pl_arena *arena, struct pl_str source, const struct pl_text *text, uint32_t indent)
{
	uint32_t end = text->style == PL_SCALAR_LITERAL || text->style == PL_SCALAR_FOLDED ? (uint32_t)source.len
	                                                                                   : text->span.end;
	size_t room = (size_t)end - text->token + 1;
	struct pl_text endless = *text;
	struct pl_str value = {pl_arena_bytes(arena, room), 0};

	endless.value.len = UINT32_MAX;
	pl_walk_scalar(
	        &(struct pl_walk){.source = source, .text = &endless, .indent = indent, .visit = keep, .data = &value});
	assert(value.len <= room);
	pl_arena_trim(arena, (char *)value.ptr, room, value.len);
	return value;
}

struct search {
	uint32_t begin, end; /* of the part wanted */
	uint32_t at;         /* in the value */
	struct pl_span found;
};

static bool look(void *data, const struct pl_walk_piece *piece)
{
	struct search *search = data;
	uint32_t next = search->at + (uint32_t)piece->bytes.len;

	if (search->begin >= search->at && search->begin < next)
		search->found.begin = piece->span.begin + (piece->verbatim ? search->begin - search->at : 0);
	if (search->end > search->at && search->end <= next)
		search->found.end = piece->verbatim ? piece->span.begin + search->end - search->at : piece->span.end;
	search->at = next;
	return search->at < search->end;
}

static bool is_borrowed(struct pl_str source, struct pl_str value)
{
	uintptr_t first = (uintptr_t)source.ptr, at = (uintptr_t)value.ptr;

	return at >= first && at - first < source.len;
}

struct pl_span pl_yaml_locate(const struct pl_source *source, const struct pl_text *text, uint32_t begin, uint32_t end)
{
	uint32_t size = (uint32_t)text->value.len;
	struct search search = {.begin = begin, .end = end && end < size ? end : size, .found = text->span};

	if (search.begin > search.end)
		search.begin = search.end;
	if (text->style == PL_SCALAR_ALIAS || (search.begin == 0 && search.end == size))
		return text->span;
	if (is_borrowed(source->text, text->value))
		return (struct pl_span){text->span.begin + search.begin, text->span.begin + search.end};
	pl_walk_scalar(&(struct pl_walk){.source = source->text, .text = text, .visit = look, .data = &search});
	if (search.begin == search.end) /* between two characters: before the second */
		search.found.end = search.found.begin = search.begin < size ? search.found.begin : text->span.end;
	return search.found;
}
