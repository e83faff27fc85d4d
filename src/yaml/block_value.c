/* The values that the quick reader takes: plain and quoted texts, block texts, and what fits on one line in brackets.
 */
#include "yaml/block.h"

#include "base/str.h"
#include "yaml/trim.h"
#include "yaml/walk.h"

static uint32_t column_of(const struct pl_block_line *line) { return line->at - line->begin; }

/* Values that go on have to be indented more than what they belong to. */
static bool is_deeper(const struct pl_block *block, const struct pl_block_line *line)
{
	return column_of(line) > block->levels.items[block->levels.count - 1].column;
}

/* Gives the text, if its last line has nothing else; `as_is`: its value is what stands there, byte for byte. */
static bool finish(struct pl_block *block, struct pl_text *text, uint32_t end, bool as_is)
{
	if (!pl_block_line_is_over(block, end))
		return false;
	text->value = as_is ? pl_str_sub(block->text, text->span.begin, text->span.end)
	                    : pl_walk_value(block->load->arena, block->text, text, 0);
	return pl_block_give(block, text, (struct pl_span){text->token, end});
}

/* ---- plain ------------------------------------------------------------------------------------------------------ */

static bool may_begin_plain(const struct pl_block *block, uint32_t at)
{
	char c = block->text.ptr[at];

	if (c == '-')
		return at + 1 < block->line.end && block->text.ptr[at + 1] != ' ';
	return !strchr(",[]{}#&*!|>'\"%@`?:", c);
}

/* Does a `:` in [at, end) end a key? Then this is no text. */
static bool has_key(struct pl_str source, uint32_t at, uint32_t end)
{
	const char *colon;

	while (at < end && (colon = memchr(source.ptr + at, ':', end - at)) != NULL) {
		at = (uint32_t)(colon - source.ptr) + 1;
		if (at == end || source.ptr[at] == ' ')
			return true;
	}
	return false;
}

/* The end of the text on this line: before a comment, without spaces. */
static uint32_t plain_end(const struct pl_block *block, uint32_t begin)
{
	uint32_t end = block->line.end, at = begin + 1;
	const char *text = block->text.ptr, *hash;

	if (block->load->hash >= end) /* there is no `#` for a long way */
		at = end;
	while (at < end && (hash = memchr(text + at, '#', end - at)) != NULL) {
		at = (uint32_t)(hash - text);
		if (text[at - 1] == ' ')
			end = at;
		at++;
	}
	while (text[end - 1] == ' ')
		end--;
	return end;
}

/* Does the text go on? Then the next line of it is the line being read. */
static bool go_on(struct pl_block *block, uint32_t end)
{
	struct pl_block_line next;

	if (pl_block_skip_spaces(block, end) < block->line.end || /* a comment ends it */
	    !pl_block_find_line(block, block->line.next, &next) || !is_deeper(block, &next) ||
	    block->text.ptr[next.at] == '#')
		return false;
	block->line = next;
	return true;
}

static bool take_plain(struct pl_block *block, uint32_t at)
{
	struct pl_text text = {.token = at, .span.begin = at, .style = PL_SCALAR_PLAIN};
	bool as_is = true;

	if (!may_begin_plain(block, at))
		return false;
	for (;;) {
		text.span.end = plain_end(block, at);
		if (has_key(block->text, at, text.span.end))
			return false;
		if (!go_on(block, text.span.end))
			break;
		at = block->line.at;
		as_is = false;
	}
	return finish(block, &text, text.span.end, as_is);
}

/* ---- quoted ----------------------------------------------------------------------------------------------------- */

/* Goes to the next line of a quoted text and answers where it begins; 0: there is none, or not where it should be. */
static uint32_t next_quoted(struct pl_block *block)
{
	struct pl_block_line next;

	if (!pl_block_find_line(block, block->line.next, &next) || !is_deeper(block, &next))
		return 0;
	block->line = next;
	return next.at;
}

/* Behind the `\` or doubled quote at `at`; 0 for an escape that is left to libyaml. */
static uint32_t skip_escape(const struct pl_block *block, uint32_t at)
{
	const char *text = block->text.ptr;

	if (text[at] == '\\' && at + 1 == block->line.end)
		return at + 1;
	if (text[at] == '\\' && !memchr("\"\\/nt ", text[at + 1], 6))
		return 0;
	return at + 2;
}

static bool is_escape(const struct pl_block *block, uint32_t at, char quote)
{
	const char *text = block->text.ptr;

	return quote == '"' ? text[at] == '\\' : at + 1 < block->line.end && text[at + 1] == '\'';
}

static uint32_t find_special(const struct pl_block *block, uint32_t at, char quote)
{
	const char *text = block->text.ptr;

	while (at < block->line.end && text[at] != quote && !(text[at] == '\\' && quote == '"'))
		at++;
	return at;
}

static bool take_quoted(struct pl_block *block, uint32_t at)
{
	char quote = block->text.ptr[at];
	struct pl_text text = {.token = at, .style = quote == '"' ? PL_SCALAR_DOUBLE : PL_SCALAR_SINGLE};
	bool as_is = true;

	text.span.begin = ++at;
	for (;;) {
		at = find_special(block, at, quote);
		if (at < block->line.end && !is_escape(block, at, quote))
			break;
		at = at < block->line.end ? skip_escape(block, at) : next_quoted(block);
		if (!at)
			return false;
		as_is = false;
	}
	text.span.end = at;
	return finish(block, &text, at + 1, as_is);
}

/* ---- block texts ------------------------------------------------------------------------------------------------ */

/* The last line of a block text that begins behind the line being read, and its indentation; false where there is none,
 * or something special about it. */
static bool find_last(struct pl_block *block, struct pl_block_line *last, uint32_t *indent)
{
	struct pl_block_line line;

	*indent = 0;
	for (uint32_t from = block->line.next; from < block->text.len; from = line.next) {
		bool blank;

		line = pl_block_line_at(block, from);
		blank = line.at == line.end;
		if (!blank && !*indent && is_deeper(block, &line))
			*indent = column_of(&line);
		if (!blank && column_of(&line) < *indent)
			break;
		if (!*indent ? !blank || column_of(&line) : blank && column_of(&line) > *indent)
			return false;
		if (block->text.ptr[line.next - 1] != '\n')
			return false;
		if (!blank)
			*last = line;
	}
	return *indent;
}

static bool take_block(struct pl_block *block, uint32_t at)
{
	struct pl_text text = {.style = block->text.ptr[at] == '|' ? PL_SCALAR_LITERAL : PL_SCALAR_FOLDED};
	bool strip = at + 1 < block->line.end && block->text.ptr[at + 1] == '-';
	struct pl_block_line last;
	struct pl_str there;
	uint32_t indent;

	if (!pl_block_line_is_over(block, at + 1 + strip) || !find_last(block, &last, &indent))
		return false;
	block->line = last;
	pl_trim_scalar(block->text, &text, (struct pl_span){at, last.end});
	text.value = pl_walk_value(block->load->arena, pl_str_sub(block->text, 0, last.end), &text, indent);
	text.value.len -= strip;
	there = pl_str_sub(block->text, text.span.begin, text.span.end);
	if (pl_str_equal(text.value, there))
		text.value = there;
	return pl_block_give(block, &text, (struct pl_span){at, last.end});
}

/* ---- brackets and braces on one line ----------------------------------------------------------------------------- */

/* The end of the plain words at `at`; `at` itself where there are none that are as simple inside brackets. */
static uint32_t words_end(const struct pl_block *block, uint32_t at)
{
	static const char others[] = ",[]{}?:#";
	const char *source = block->text.ptr;
	uint32_t end = at;

	if (!pl_ascii_is_alpha(source[at]) && !pl_ascii_is_digit(source[at]))
		return at;
	while (end < block->line.end && !memchr(others, source[end], sizeof others - 1))
		end++;
	while (source[end - 1] == ' ')
		end--;
	return end;
}

/* Takes the words or quoted words at `at`, and answers what is behind them; 0 for anything else. */
static uint32_t take_words(struct pl_block *block, uint32_t at)
{
	const char *source = block->text.ptr;
	bool quoted = source[at] == '"' || source[at] == '\'';
	struct pl_text text = {.token = at, .span.begin = at + quoted, .style = PL_SCALAR_PLAIN};

	if (quoted) {
		text.style = source[at] == '"' ? PL_SCALAR_DOUBLE : PL_SCALAR_SINGLE;
		text.span.end = find_special(block, at + 1, source[at]);
		if (text.span.end == block->line.end || source[text.span.end] != source[at])
			return 0;
	} else {
		text.span.end = words_end(block, at);
		if (text.span.end == at)
			return 0;
	}
	text.value = pl_str_sub(block->text, text.span.begin, text.span.end);
	return pl_block_give(block, &text, pl_text_token(&text)) ? text.span.end + quoted : 0;
}

static uint32_t take_flow(struct pl_block *block, uint32_t at);

static uint32_t take_entry(struct pl_block *block, uint32_t at)
{
	return block->text.ptr[at] == '[' || block->text.ptr[at] == '{' ? take_flow(block, at) : take_words(block, at);
}

/* A key, and answers where its value begins; 0 where there is none on this line. */
static uint32_t take_key(struct pl_block *block, uint32_t at)
{
	uint32_t colon = pl_block_find_colon(block, at);

	if (!colon || !pl_block_give_plain(block, at, colon))
		return 0;
	at = pl_block_skip_spaces(block, colon + 1);
	return at < block->line.end ? at : 0;
}

/* What stands between the brackets, from `at` on; answers where `closing` is, or 0. */
static uint32_t take_entries(struct pl_block *block, uint32_t at, char closing)
{
	const char *text = block->text.ptr;

	for (;;) {
		at = pl_block_skip_spaces(block, at);
		if (at == block->line.end || (closing == '}' && !(at = take_key(block, at))) ||
		    !(at = take_entry(block, at)))
			return 0;
		at = pl_block_skip_spaces(block, at);
		if (at == block->line.end || text[at] != ',')
			return at < block->line.end && text[at] == closing ? at : 0;
		at++;
	}
}

/* Answers what is behind the closing bracket, or 0. */
static uint32_t take_flow(struct pl_block *block, uint32_t at)
{
	bool list = block->text.ptr[at] == '[';
	char closing = list ? ']' : '}';
	uint32_t end = pl_block_skip_spaces(block, at + 1);

	if (!pl_grow_open(&block->load->grow, list ? PL_NODE_SEQUENCE : PL_NODE_MAPPING, true, at, NULL))
		return 0;
	if (end == block->line.end || block->text.ptr[end] != closing)
		end = take_entries(block, end, closing);
	if (!end)
		return 0;
	pl_grow_close(&block->load->grow, end + 1);
	return end + 1;
}

/* ---- all of them ------------------------------------------------------------------------------------------------ */

bool pl_block_take_value(struct pl_block *block, uint32_t at)
{
	switch (block->text.ptr[at]) {
	case '"':
	case '\'':
		return take_quoted(block, at);
	case '|':
	case '>':
		return take_block(block, at);
	case '[':
	case '{':
		at = take_flow(block, at);
		return at && pl_block_line_is_over(block, at);
	default:
		return take_plain(block, at);
	}
}
