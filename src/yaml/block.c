/* The quick reader: mappings and lists in the block style that plans are written in, a line at a time. */
#include "yaml/block.h"

#include "base/str.h"

enum { LONGEST_KEY = 128 }; /* bytes; libyaml's limit is 1,024 characters */

/* ---- lines ------------------------------------------------------------------------------------------------------ */

struct pl_block_line pl_block_line_at(struct pl_block *block, uint32_t begin)
{
	struct pl_str text = block->text;
	const char *found;
	uint32_t end, at = begin, next;

	if (block->seen.next > begin && block->seen.begin == begin)
		return block->seen;
	found = memchr(text.ptr + begin, '\n', text.len - begin);
	end = (uint32_t)(found ? (size_t)(found - text.ptr) : text.len);
	next = end + (found != NULL);

	if (found && end > begin && text.ptr[end - 1] == '\r')
		end--;
	while (at < end && text.ptr[at] == ' ')
		at++;
	return block->seen = (struct pl_block_line){begin, at, end, next};
}

bool pl_block_find_line(struct pl_block *block, uint32_t begin, struct pl_block_line *line)
{
	while (begin < block->text.len) {
		*line = pl_block_line_at(block, begin);
		if (line->at < line->end)
			return true;
		begin = line->next;
	}
	return false;
}

/* Goes on to the next line that is not blank and no comment. */
static bool next_line(struct pl_block *block)
{
	while (pl_block_find_line(block, block->line.next, &block->line))
		if (block->text.ptr[block->line.at] != '#')
			return true;
	return false;
}

uint32_t pl_block_skip_spaces(const struct pl_block *block, uint32_t at)
{
	while (at < block->line.end && block->text.ptr[at] == ' ')
		at++;
	return at;
}

bool pl_block_line_is_over(const struct pl_block *block, uint32_t at)
{
	uint32_t next = pl_block_skip_spaces(block, at);

	return next == block->line.end || (next > at && block->text.ptr[next] == '#');
}

/* Is the line a `---` or `...`, or does it begin with one? */
static bool is_indicator(const struct pl_block *block)
{
	struct pl_str line = pl_str_sub(block->text, block->line.begin, block->line.end);

	if (line.len < 3 || (line.ptr[0] != '-' && line.ptr[0] != '.'))
		return false;
	return (pl_str_starts(line, PL_STR("---")) || pl_str_starts(line, PL_STR("..."))) &&
	       (line.len == 3 || line.ptr[3] == ' ');
}

/* ---- keys and dashes -------------------------------------------------------------------------------------------- */

static bool is_dash(const struct pl_block *block, uint32_t at)
{
	return block->text.ptr[at] == '-' && (at + 1 == block->line.end || block->text.ptr[at + 1] == ' ');
}

static bool is_of_word(char c) { return pl_ascii_is_alpha(c) || pl_ascii_is_digit(c) || c == '_'; }

uint32_t pl_block_find_colon(const struct pl_block *block, uint32_t at)
{
	const char *text = block->text.ptr;
	uint32_t end = at;

	if (!is_of_word(text[at]))
		return 0;
	while (end < block->line.end && (is_of_word(text[end]) || text[end] == '-' || text[end] == ' '))
		end++;
	if (end == block->line.end || text[end] != ':' || text[end - 1] == ' ' || end - at > LONGEST_KEY)
		return 0;
	return end + 1 == block->line.end || text[end + 1] == ' ' ? end : 0;
}

bool pl_block_give(struct pl_block *block, const struct pl_text *text, struct pl_span rough)
{
	struct pl_text *place = pl_grow_text(&block->load->grow);

	*place = *text;
	return pl_load_take(block->load, place, rough, NULL);
}

bool pl_block_give_plain(struct pl_block *block, uint32_t begin, uint32_t end)
{
	struct pl_text text = {.value = pl_str_sub(block->text, begin, end),
	                       .span = {begin, end},
	                       .token = begin,
	                       .style = PL_SCALAR_PLAIN};

	return pl_block_give(block, &text, text.span);
}

/* ---- collections ------------------------------------------------------------------------------------------------ */

static const struct pl_block_level *top(const struct pl_block *block)
{
	return block->levels.count ? &block->levels.items[block->levels.count - 1] : NULL;
}

static bool open(struct pl_block *block, enum pl_node_kind kind, uint32_t at)
{
	*PL_VEC_PUSH(block->load->tree, &block->levels) =
	        (struct pl_block_level){.column = at - block->line.begin, .kind = kind};
	return pl_grow_open(&block->load->grow, kind, false, at, NULL);
}

static void close(struct pl_block *block)
{
	block->levels.count--;
	pl_grow_close(&block->load->grow, 0);
}

/* The key or dash that waits gets its value: nothing, where `at` says so. */
static bool give_empty(struct pl_block *block)
{
	uint32_t at = block->pending;

	block->pending = 0;
	return !at || pl_block_give_plain(block, at, at);
}

static bool take_pair(struct pl_block *block, uint32_t at, uint32_t colon)
{
	if (!pl_block_give_plain(block, at, colon))
		return false;
	if (!pl_block_line_is_over(block, colon + 1))
		return pl_block_take_value(block, pl_block_skip_spaces(block, colon + 1));
	block->pending = colon + 1;
	return true;
}

static bool take_item(struct pl_block *block, uint32_t dash);

/* What an item holds, or a value that begins on a line of its own. */
static bool take_node(struct pl_block *block, uint32_t at)
{
	uint32_t colon = pl_block_find_colon(block, at);

	if (colon)
		return open(block, PL_NODE_MAPPING, at) && take_pair(block, at, colon);
	if (is_dash(block, at))
		return open(block, PL_NODE_SEQUENCE, at) && take_item(block, at);
	return top(block) && pl_block_take_value(block, at);
}

static bool take_item(struct pl_block *block, uint32_t dash)
{
	if (!pl_block_line_is_over(block, dash + 1))
		return take_node(block, pl_block_skip_spaces(block, dash + 1));
	block->pending = dash + 1;
	return true;
}

/* Does the line hold the value of the key or dash that waits? A list may stand below its key without more indentation.
 */
static bool is_awaited(const struct pl_block *block, uint32_t column)
{
	return block->pending &&
	       (column > top(block)->column || (column == top(block)->column && is_dash(block, block->line.at) &&
	                                        top(block)->kind == PL_NODE_MAPPING));
}

/* Closes what the line is no longer part of. */
static void close_to(struct pl_block *block, uint32_t column, bool dash)
{
	while (top(block) && (top(block)->column > column ||
	                      (top(block)->column == column && top(block)->kind == PL_NODE_SEQUENCE && !dash)))
		close(block);
}

static bool take_line(struct pl_block *block)
{
	uint32_t at = block->line.at, column = at - block->line.begin, colon;
	bool dash = is_dash(block, at);

	if (is_awaited(block, column)) {
		block->pending = 0;
		return take_node(block, at);
	}
	if (!give_empty(block))
		return false;
	close_to(block, column, dash);
	if (!top(block) || top(block)->column != column || dash != (top(block)->kind == PL_NODE_SEQUENCE))
		return false;
	if (dash)
		return take_item(block, at);
	colon = pl_block_find_colon(block, at);
	return colon && take_pair(block, at, colon);
}

/* ---- the file --------------------------------------------------------------------------------------------------- */

/* Nothing that YAML gives a meaning of its own almost anywhere: tabs, and line ends other than LF and CR LF. */
static bool is_plain(const struct pl_source *source)
{
	static const char *const others[] = {"\xc2\x85", "\xe2\x80\xa8", "\xe2\x80\xa9"};
	struct pl_str text = pl_str_sub(source->text, source->mark, source->text.len);
	const char *end = text.ptr + text.len;

	if (source->even)
		return true;
	if (memchr(text.ptr, '\t', text.len))
		return false;
	for (const char *cr = text.ptr; (cr = memchr(cr, '\r', (size_t)(end - cr))) != NULL; cr++)
		if (cr + 1 == end || cr[1] != '\n')
			return false;
	for (size_t i = 0; !source->ascii && i < sizeof others / sizeof *others; i++)
		if (pl_str_find(text, pl_str_of(others[i])))
			return false;
	return true;
}

/* From a `---` on a line of its own, or the first token, to the first line with something in it. */
static bool begin_document(struct pl_block *block)
{
	uint32_t at = block->line.at;
	bool marked = is_indicator(block);

	if (!pl_load_begin(block->load, (struct pl_span){at, at + (marked ? 3 : 0)}))
		return false;
	return !marked || (block->text.ptr[at] == '-' && pl_block_skip_spaces(block, at + 3) == block->line.end &&
	                   next_line(block) && !is_indicator(block));
}

static bool end_document(struct pl_block *block)
{
	if (!give_empty(block))
		return false;
	while (top(block))
		close(block);
	pl_load_end(block->load, 0, false);
	return true;
}

static bool read_documents(struct pl_block *block)
{
	bool more = next_line(block);

	while (more) {
		if (!begin_document(block) || !take_node(block, block->line.at))
			return false;
		while ((more = next_line(block)) && !is_indicator(block))
			if (!take_line(block))
				return false;
		if (!end_document(block))
			return false;
	}
	return true;
}

bool pl_block_read(struct pl_load *load)
{
	const struct pl_load before = *load;
	size_t count = load->collector->records.count;
	uint32_t cut = load->collector->cut;
	struct pl_block block = {.load = load, .text = load->source->text, .line.next = load->source->mark};

	if (!load->source->text.len || !is_plain(load->source))
		return false;
	if (read_documents(&block))
		return true;
	pl_arena_free(&load->grow.keys);
	*load = before;
	pl_collect_rewind(load->collector, count, cut);
	return false;
}
