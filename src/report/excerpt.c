/* Source lines with underlines: which lines, which part of a long one, and what stands under each character. */
#include "report/excerpt.h"

#include "base/str.h"
#include "base/utf8.h"
#include "report/redact.h"

enum {
	TAB = 4,             /* columns between tab stops in an excerpt */
	SHOWN_LINES = 4,     /* of a place over several lines; of a longer one the first two and the last */
	LONGEST_LINE = 4096, /* bytes; of a longer line only the neighbourhood of the place is looked at */
	NEAR = 1024,         /* bytes of it on either side, more than any screen is wide */
	MOST_MARKS = 16,     /* evidence on one line */
	CONTEXT = 8          /* columns kept before a place that is cut itself */
};

/* Bytes [begin, end) of a line that an underline covers. */
struct mark {
	size_t begin, end;
};

struct row {
	struct pl_str text;
	bool is_plain; /* bytes are columns, and shown as they are */
	struct mark place;
	struct mark evidence[MOST_MARKS];
	size_t evidence_count;
	bool inside; /* some evidence stands inside the place (on any line) */
};

/* The columns of a row that are shown. */
struct window {
	unsigned from, to;
	bool cut_left, cut_right;
};

/* `column` as in a position: it counts characters. */
static size_t byte_of_column(const struct row *row, uint32_t column)
{
	struct pl_str line = row->text;
	size_t at = 0;

	if (row->is_plain)
		return column && column - 1 < line.len ? column - 1 : column ? line.len : 0;
	for (uint32_t i = 1; i < column && at < line.len; i++)
		pl_utf8_next(line, &at);
	return at;
}

static size_t first_visible(struct pl_str line)
{
	size_t at = 0;

	while (at < line.len && pl_ascii_is_space(line.ptr[at]))
		at++;
	return at;
}

static size_t visible_end(struct pl_str line)
{
	while (line.len && pl_ascii_is_space(line.ptr[line.len - 1]))
		line.len--;
	return line.len;
}

static uint32_t last_line(const struct pl_range *range)
{
	bool ends_before = range->end.column <= 1 && range->end.line > range->start.line;

	return ends_before ? range->end.line - 1 : range->end.line;
}

/* The part of `range` on one line. */
static struct mark part_on_line(const struct row *row, uint32_t line, const struct pl_range *range)
{
	struct mark mark;

	mark.begin = line == range->start.line ? byte_of_column(row, range->start.column) : first_visible(row->text);
	mark.end = line == range->end.line ? byte_of_column(row, range->end.column) : visible_end(row->text);
	if (mark.end < mark.begin)
		mark.end = mark.begin;
	return mark;
}

static bool covers(const struct pl_range *outer, const struct pl_range *inner)
{
	return inner->start.offset >= outer->start.offset && inner->end.offset <= outer->end.offset;
}

static bool any_inside(const struct pl_excerpt *excerpt)
{
	for (size_t i = 0; i < excerpt->evidence_count; i++)
		if (covers(&excerpt->range, &excerpt->evidence[i].range))
			return true;
	return false;
}

/* Keeps only the neighbourhood of the place of a very long line, so that thousands of findings on one line stay cheap.
 */
static void clip(struct row *row)
{
	size_t begin = row->place.begin > NEAR ? row->place.begin - NEAR : 0;
	size_t end = row->place.begin + NEAR;

	while (begin > 0 && ((unsigned char)row->text.ptr[begin] & 0xC0) == 0x80)
		begin--;
	while (end < row->text.len && ((unsigned char)row->text.ptr[end] & 0xC0) == 0x80)
		end++;
	row->text = pl_str_sub(row->text, begin, end);
	row->place.begin -= begin;
	row->place.end -= begin;
	if (row->place.end > row->text.len)
		row->place.end = row->text.len;
}

static void add_evidence(struct row *row, const struct pl_excerpt *excerpt, uint32_t line)
{
	for (size_t i = 0; i < excerpt->evidence_count && row->evidence_count < MOST_MARKS; i++) {
		const struct pl_range *range = &excerpt->evidence[i].range;

		if (line >= range->start.line && line <= last_line(range))
			row->evidence[row->evidence_count++] = part_on_line(row, line, range);
	}
}

static void move_mark(struct mark *mark, const struct pl_redact_edits *edits)
{
	mark->begin = pl_redact_place(edits, mark->begin);
	mark->end = pl_redact_place(edits, mark->end);
}

/* Names become tokens, and what stands behind them on the line moves. */
static void redact(struct row *row, struct pl_redaction *redaction)
{
	struct pl_redact_edits edits = {0};

	row->text = pl_redact_line(redaction, redaction->arena, row->text, &edits);
	move_mark(&row->place, &edits);
	for (size_t i = 0; i < row->evidence_count; i++)
		move_mark(&row->evidence[i], &edits);
}

static struct row row_of(const struct pl_excerpt *excerpt, uint32_t line)
{
	struct row row = {.text = pl_file_line(excerpt->file, line), .inside = any_inside(excerpt)};
	const struct pl_str *exact = excerpt->exact;

	row.is_plain = pl_str_plain(row.text) == row.text.len;
	if (row.text.len <= LONGEST_LINE) {
		row.place = part_on_line(&row, line, &excerpt->range);
		add_evidence(&row, excerpt, line);
	} else if (exact && exact->ptr >= row.text.ptr && exact->ptr <= row.text.ptr + row.text.len) {
		row.place.begin = (size_t)(exact->ptr - row.text.ptr);
		row.place.end = row.place.begin + exact->len;
	} else {
		row.place = part_on_line(&row, line, &excerpt->range);
	}
	if (excerpt->redaction)
		redact(&row, excerpt->redaction);
	if (row.text.len > LONGEST_LINE)
		clip(&row);
	return row;
}

/* Columns that a code point takes when it starts at `column`. */
static unsigned step(uint32_t code, unsigned column)
{
	int width;

	if (code == '\t')
		return TAB - column % TAB;
	width = pl_utf8_width(code);
	return width > 0 ? (unsigned)width : 0;
}

static unsigned column_of(const struct row *row, size_t byte)
{
	struct pl_str text = row->text;
	unsigned column = 0;

	if (row->is_plain)
		return (unsigned)(byte < text.len ? byte : text.len);
	for (size_t at = 0; at < byte && at < text.len;)
		column += step(pl_screen_next(text, &at), column);
	return column;
}

/* The indent that the rows have in common goes first (`dedent`); what is still too long is cut behind the place, and
 * before it only where the place would not be seen otherwise. */
static struct window window_of(const struct row *row, unsigned width, unsigned dedent)
{
	unsigned total = column_of(row, row->text.len);
	unsigned begin = column_of(row, row->place.begin), end = column_of(row, row->place.end);
	struct window window = {dedent, total, false, false};
	unsigned room = CONTEXT;

	if (total <= dedent + width)
		return window;
	if (end < begin + 1)
		end = begin + 1;
	if (end - begin + 2 < width)
		room = (width - (end - begin) - 2) / 2;
	if (end + 1 > dedent + width && begin > dedent + room) {
		window.cut_left = true;
		window.from = begin - room;
	}
	window.to = window.from + width;
	window.cut_right = window.to < total;
	if (window.cut_right)
		window.to--;
	else
		window.to = total;
	window.from += window.cut_left;
	return window;
}

/* Where some evidence stands inside the place, that is `^` and the rest of the place `~`. Else the place is `^`, and
 * evidence elsewhere on the line `~`. */
static char sign_of(const struct row *row, size_t byte)
{
	bool in_place = byte >= row->place.begin && byte < row->place.end;

	if (in_place && !row->inside)
		return '^';
	for (size_t i = 0; i < row->evidence_count; i++)
		if (byte >= row->evidence[i].begin && byte < row->evidence[i].end)
			return row->inside ? '^' : '~';
	return in_place ? '~' : ' ';
}

static void show_text(struct pl_screen *screen, const struct row *row, const struct window *window)
{
	unsigned column = 0;

	if (window->cut_left)
		pl_out_puts(screen->out, "…");
	if (row->is_plain)
		pl_out_add(screen->out, pl_str_sub(row->text, window->from, window->to));
	for (size_t at = 0; !row->is_plain && at < row->text.len && column < window->to;) {
		uint32_t code = pl_screen_next(row->text, &at);
		unsigned next = column + step(code, column);
		char bytes[4];

		if (code != '\t' && column >= window->from && next <= window->to)
			pl_out_add(screen->out, (struct pl_str){bytes, pl_utf8_put(code, bytes)});
		else if (next > window->from) /* tabs, and wide characters that the cut goes through */
			pl_out_fill(screen->out, ' ',
			            (next < window->to ? next : window->to) -
			                    (column > window->from ? column : window->from));
		column = next;
	}
	if (window->cut_right)
		pl_out_puts(screen->out, "…");
	pl_out_puts(screen->out, "\n");
}

/* Behind it nothing is marked. */
static size_t marked_end(const struct row *row)
{
	size_t end = row->place.end;

	for (size_t i = 0; i < row->evidence_count; i++)
		end = row->evidence[i].end > end ? row->evidence[i].end : end;
	return end < row->text.len ? end : row->text.len;
}

static bool shows(const struct window *window, const struct mark *mark)
{
	return mark->begin < mark->end && mark->begin < window->to && mark->end > window->from;
}

static void put_signs(char *signs, const struct window *window, const struct mark *mark, char sign)
{
	size_t begin = mark->begin > window->from ? mark->begin : window->from;
	size_t end = mark->end < window->to ? mark->end : window->to;

	if (begin < end)
		memset(signs + (begin - window->from), sign, end - begin);
}

/* As sign_of says, for a row whose bytes are its columns, and whose marks can be seen. */
static void underline_plain(struct pl_out *out, const struct row *row, const struct window *window)
{
	size_t end = marked_end(row) < window->to ? marked_end(row) : window->to, length = end - window->from;
	char *signs = pl_buf_reserve(&out->buf, length);

	if (!signs)
		return;
	memset(signs, ' ', length);
	if (row->inside)
		put_signs(signs, window, &row->place, '~');
	for (size_t i = 0; i < row->evidence_count; i++)
		put_signs(signs, window, &row->evidence[i], row->inside ? '^' : '~');
	if (!row->inside)
		put_signs(signs, window, &row->place, '^');
	while (length && signs[length - 1] == ' ')
		length--;
	out->buf.len += length;
}

static bool is_marked(const struct row *row, const struct window *window)
{
	bool marked = shows(window, &row->place);

	for (size_t i = 0; i < row->evidence_count; i++)
		marked |= shows(window, &row->evidence[i]);
	return marked;
}

/* False where nothing on the line is marked. */
static bool underline(struct pl_buf *marks, const struct row *row, const struct window *window)
{
	unsigned column = 0;
	size_t visible = 0, end = marked_end(row);

	for (size_t at = 0; at < end && column < window->to;) {
		char sign = sign_of(row, at);
		unsigned next = column + step(pl_screen_next(row->text, &at), column);

		for (; column < next; column++)
			if (column >= window->from && column < window->to) {
				pl_buf_putc(marks, sign);
				visible = sign != ' ' ? marks->len : visible;
			}
	}
	if (!visible && row->place.begin == row->place.end && column_of(row, row->place.begin) <= window->to) {
		/* a place without width, such as the end of a line, still gets its mark */
		unsigned at = column_of(row, row->place.begin) - window->from;

		while (marks->len < at)
			pl_buf_putc(marks, ' ');
		marks->len = at;
		pl_buf_putc(marks, '^');
		visible = marks->len;
	}
	marks->len = visible;
	return visible > 0;
}

static unsigned width_of(const struct pl_screen *screen, const struct pl_excerpt *excerpt)
{
	enum { LEAST = 20 };
	unsigned frame = excerpt->gutter + 3;

	if (!screen->width)
		return UINT32_MAX / 2;
	return screen->width > frame + LEAST ? screen->width - frame : LEAST;
}

void pl_excerpt_bar(struct pl_screen *screen, unsigned gutter)
{
	pl_screen_style(screen, PL_STYLE_FRAME);
	pl_out_fill(screen->out, ' ', gutter);
	pl_out_puts(screen->out, " |");
	pl_screen_style(screen, PL_STYLE_PLAIN);
}

static void show_row(struct pl_screen *screen, const struct pl_excerpt *excerpt, uint32_t line, const struct row *row,
                     unsigned dedent)
{
	struct window window = window_of(row, width_of(screen, excerpt), dedent);
	bool is_easy = row->is_plain && is_marked(row, &window);
	struct pl_buf marks = {0};

	pl_screen_style(screen, PL_STYLE_FRAME);
	pl_out_number(screen->out, line, excerpt->gutter);
	pl_out_puts(screen->out, " |");
	pl_screen_style(screen, PL_STYLE_PLAIN);
	if (row->text.len)
		pl_out_puts(screen->out, " ");
	show_text(screen, row, &window);
	if (is_easy || (underline(&marks, row, &window) && marks.ptr && !marks.failed)) {
		pl_excerpt_bar(screen, excerpt->gutter);
		pl_out_puts(screen->out, window.cut_left ? "  " : " ");
		pl_screen_style(screen, excerpt->style);
		if (is_easy)
			underline_plain(screen->out, row, &window);
		else
			pl_out_add(screen->out, (struct pl_str){marks.ptr, marks.len});
		pl_screen_style(screen, PL_STYLE_PLAIN);
		pl_out_puts(screen->out, "\n");
	}
	screen->out->buf.failed |= marks.failed;
	pl_buf_free(&marks);
}

/* The line behind `line` that is shown: all of a short place, of a long one the first two and the last. */
static uint32_t next_line(const struct pl_excerpt *excerpt, uint32_t line)
{
	uint32_t first = excerpt->range.start.line, last = last_line(&excerpt->range);

	return last - first >= SHOWN_LINES && line == first + 1 ? last : line + 1;
}

/* Nearly all places are on one line: its row is made once. */
static const struct row *row_at(const struct pl_excerpt *excerpt, uint32_t line, const struct row *first,
                                struct row *other)
{
	if (line == excerpt->range.start.line)
		return first;
	*other = row_of(excerpt, line);
	return other;
}

/* Columns of indent to leave out: none where every row fits as it is, else what all of them have. */
static unsigned dedent_of(const struct pl_screen *screen, const struct pl_excerpt *excerpt, const struct row *first)
{
	unsigned width = width_of(screen, excerpt), common = UINT32_MAX;
	bool too_wide = false;

	if (!screen->width)
		return 0;
	for (uint32_t line = excerpt->range.start.line; line <= last_line(&excerpt->range);
	     line = next_line(excerpt, line)) {
		struct row other;
		const struct row *row = row_at(excerpt, line, first, &other);
		size_t indent = first_visible(row->text);

		if (indent == row->text.len)
			continue;
		too_wide |= column_of(row, row->text.len) > width;
		if (column_of(row, indent) < common)
			common = column_of(row, indent);
	}
	return too_wide ? common : 0;
}

void pl_excerpt_show(struct pl_screen *screen, const struct pl_excerpt *excerpt)
{
	struct row first = row_of(excerpt, excerpt->range.start.line), other;
	unsigned dedent = dedent_of(screen, excerpt, &first);

	for (uint32_t line = excerpt->range.start.line, next; line <= last_line(&excerpt->range); line = next) {
		next = next_line(excerpt, line);
		show_row(screen, excerpt, line, row_at(excerpt, line, &first, &other), dedent);
		if (next > line + 1) {
			pl_screen_style(screen, PL_STYLE_FRAME);
			pl_out_puts(screen->out, "...\n");
			pl_screen_style(screen, PL_STYLE_PLAIN);
		}
	}
}
