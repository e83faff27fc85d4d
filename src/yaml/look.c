/* Looks at the lines around a YAML mistake. */
#include "yaml/look.h"

#include "base/str.h"

static char byte_at(struct pl_str text, uint32_t at) { return at < text.len ? text.ptr[at] : '\0'; }

static bool is_break(char c) { return c == '\n' || c == '\r'; }

static bool is_blank(char c) { return c == ' ' || c == '\t'; }

static bool ends_token(char c) { return c == '\0' || is_blank(c) || is_break(c); }

static uint32_t skip_blanks(struct pl_str text, uint32_t at, uint32_t end)
{
	while (at < end && is_blank(text.ptr[at]))
		at++;
	return at;
}

/* Behind `key: `, or `at` where the line has no key. */
static uint32_t skip_key(struct pl_str text, uint32_t at, uint32_t end)
{
	for (uint32_t i = at; i < end; i++)
		if (text.ptr[i] == ':' && ends_token(byte_at(text, i + 1)))
			return skip_blanks(text, i + 1, end);
	return at;
}

struct pl_look_line pl_look_line(struct pl_str text, uint32_t at)
{
	struct pl_look_line line = {.begin = at, .end = at};

	while (line.begin && !is_break(text.ptr[line.begin - 1]))
		line.begin--;
	while (line.end < text.len && !is_break(text.ptr[line.end]))
		line.end++;
	line.first = skip_blanks(text, line.begin, line.end);
	for (line.key = line.first; byte_at(text, line.key) == '-' && ends_token(byte_at(text, line.key + 1));)
		line.key = skip_blanks(text, line.key + 1, line.end);
	line.value = skip_key(text, line.key, line.end);
	return line;
}

bool pl_look_has_key(struct pl_str text, const struct pl_look_line *line)
{
	return skip_key(text, line->key, line->end) > line->key;
}

/* The nearest line above with something other than a comment. */
static bool find_before(struct pl_look *look)
{
	uint32_t at = look->line.begin;

	while (at > 0) {
		char first;

		at--;
		if (at && look->text.ptr[at] == '\n' && look->text.ptr[at - 1] == '\r')
			at--;
		look->before = pl_look_line(look->text, at);
		first = byte_at(look->text, look->before.first);
		if (look->before.first < look->before.end && first != '#')
			return true;
		at = look->before.begin;
	}
	return false;
}

struct pl_look pl_look_around(const struct pl_mistake *mistake, const struct pl_source *source)
{
	struct pl_look look = {.text = source->text, .mistake = mistake};

	look.line = pl_look_line(look.text, mistake->at);
	look.context = pl_look_line(look.text, mistake->context_at);
	look.byte = byte_at(look.text, mistake->at);
	look.context_byte = byte_at(look.text, mistake->context_at);
	look.has_before = find_before(&look);
	return look;
}

struct pl_span pl_look_span(const struct pl_look *look, uint32_t begin, uint32_t end)
{
	uint32_t last = (uint32_t)look->text.len; /* a mistake may lie in what is missing there */

	begin = begin < last ? begin : last;
	end = end < last ? end : last;
	while (end > begin && ends_token(look->text.ptr[end - 1]))
		end--;
	if (end == begin && begin < look->text.len && !is_break(look->text.ptr[begin]))
		end++;
	while (end < look->text.len && ((unsigned char)look->text.ptr[end] & 0xc0) == 0x80)
		end++;
	return (struct pl_span){begin, end};
}

bool pl_look_problem(const struct pl_look *look, const char *part)
{
	return strstr(look->mistake->problem, part) != NULL;
}

bool pl_look_context(const struct pl_look *look, const char *part)
{
	return strstr(look->mistake->context, part) != NULL;
}
