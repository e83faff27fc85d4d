/* Trims what libyaml calls the place of a scalar to the place that its author sees. */
#include "yaml/trim.h"

#include "base/str.h"

static bool is_break(char c) { return c == '\n' || c == '\r'; }

static bool is_space(char c) { return c == ' ' || c == '\t' || is_break(c); }

uint32_t pl_trim_line_end(struct pl_str source, uint32_t at)
{
	while (at < source.len && !is_break(source.ptr[at]))
		at++;
	if (at + 1 < source.len && source.ptr[at] == '\r' && source.ptr[at + 1] == '\n')
		at++;
	return at < source.len ? at + 1 : at;
}

static uint32_t skip_space(struct pl_str source, uint32_t at, uint32_t end)
{
	while (at < end && is_space(source.ptr[at]))
		at++;
	return at;
}

uint32_t pl_trim_properties(struct pl_str source, uint32_t at, uint32_t end)
{
	while (at < end) {
		char c = source.ptr[at];

		if (c == '&' || c == '!')
			while (at < end && !is_space(source.ptr[at]))
				at++;
		else if (c == '#')
			at = pl_trim_line_end(source, at);
		else if (is_space(c))
			at = skip_space(source, at, end);
		else
			break;
	}
	return at < end ? at : end;
}

/* The words of a block scalar: behind its header line, without white space at both ends. */
static struct pl_span block_span(struct pl_str source, struct pl_span rough)
{
	uint32_t header = pl_trim_line_end(source, rough.begin);
	struct pl_span span = {skip_space(source, header, rough.end), rough.end};

	while (span.end > span.begin && is_space(source.ptr[span.end - 1]))
		span.end--;
	return span;
}

void pl_trim_scalar(struct pl_str source, struct pl_text *text, struct pl_span rough)
{
	text->token = text->span = rough;
	switch (text->style) {
	case PL_SCALAR_SINGLE:
	case PL_SCALAR_DOUBLE:
		text->span.begin++;
		text->span.end--;
		break;
	case PL_SCALAR_LITERAL:
	case PL_SCALAR_FOLDED:
		text->span = block_span(source, rough);
		if (text->span.begin == text->span.end) { /* nothing but the header */
			uint32_t end = rough.begin;

			while (end < rough.end && !is_space(source.ptr[end]))
				end++;
			text->span = (struct pl_span){end, end};
		}
		text->token.end = text->span.end;
		break;
	default:
		break;
	}
}
