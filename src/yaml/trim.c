/* Trims what libyaml calls the place of a scalar to the place that its author sees. */
#include "yaml/trim.h"

#include "base/str.h"

static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

uint32_t pl_trim_break(struct pl_str source, uint32_t at)
{
	if (at >= source.len)
		return 0;
	switch (source.ptr[at]) {
	case '\r':
		return at + 1 < source.len && source.ptr[at + 1] == '\n' ? 2 : 1;
	case '\n':
		return 1;
	case '\xc2': /* next line */
		return at + 1 < source.len && source.ptr[at + 1] == '\x85' ? 2 : 0;
	case '\xe2': /* line separator, paragraph separator */
		return at + 2 < source.len && source.ptr[at + 1] == '\x80' &&
		                       (source.ptr[at + 2] == '\xa8' || source.ptr[at + 2] == '\xa9')
		               ? 3
		               : 0;
	default:
		return 0;
	}
}

uint32_t pl_trim_line_end(struct pl_str source, uint32_t at)
{
	while (at < source.len && (!pl_trim_may_break(source.ptr[at]) || !pl_trim_break(source, at)))
		at++;
	return at + pl_trim_break(source, at);
}

static uint32_t skip_space(struct pl_str source, uint32_t at, uint32_t end)
{
	while (at < end && is_space(source.ptr[at]))
		at++;
	return at;
}

/* libyaml ends an anchor's name at the first other character, even where a text follows at once. */
static uint32_t skip_name(struct pl_str source, uint32_t at, uint32_t end)
{
	while (at < end && (pl_ascii_is_alpha(source.ptr[at]) || pl_ascii_is_digit(source.ptr[at]) ||
	                    source.ptr[at] == '_' || source.ptr[at] == '-'))
		at++;
	return at;
}

uint32_t pl_trim_properties(struct pl_str source, uint32_t at, uint32_t end)
{
	while (at < end) {
		char c = source.ptr[at];

		if (c == '&')
			at = skip_name(source, at + 1, end);
		else if (c == '!')
			while (at < end && !is_space(source.ptr[at]) && !pl_trim_break(source, at))
				at++;
		else if (c == '#')
			at = pl_trim_line_end(source, at);
		else if (is_space(c))
			at = skip_space(source, at, end);
		else if (pl_trim_break(source, at)) /* Unicode's line ends as well */
			at += pl_trim_break(source, at);
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
	text->span = rough;
	text->token = rough.begin;
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
		break;
	default:
		break;
	}
}

uint32_t pl_trim_find_document(struct pl_str text, uint32_t at)
{
	while (at && at < text.len && text.ptr[at - 1] != '\n' && text.ptr[at - 1] != '\r')
		at++;
	while (at < text.len && !(pl_str_starts(pl_str_sub(text, at, text.len), PL_STR("---")) &&
	                          (at + 3 == text.len || pl_ascii_is_space(text.ptr[at + 3]))))
		at = pl_trim_line_end(text, at);
	return at;
}
