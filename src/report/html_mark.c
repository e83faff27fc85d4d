/* The words of findings, marked and numbered in the texts they stand in, and within them those that decided. */
#include "report/html.h"

#include "base/str.h"
#include "base/utf8.h"
#include "report/redact.h"
#include "source/source.h"
#include "yaml/tree.h"

enum {
	MOST_MARKS = 64,  /* in one text; findings beyond that stand beside it without a mark */
	AROUND = 120,     /* bytes kept before the first mark of a long text, where only its surroundings are shown */
	BRIEF_TEXT = 320, /* bytes of a text shown then */
	LINE_AROUND = 60, /* the same of a line of the file */
	LINE_TEXT = 200,
	LONG_SCALAR = 1 << 14 /* in a longer text with escapes or folds all of it is marked */
};

struct mark {
	size_t begin, end;
	struct pl_html_note *note; /* NULL: without a number */
};

/* Bytes of a mark that decided the finding, where that is less than all of it. */
struct core {
	size_t begin, end;
};

struct marks {
	struct mark items[MOST_MARKS];
	struct core cores[MOST_MARKS];
	size_t count, core_count;
};

/* ---- where a finding stands in a text --------------------------------------------------------------------------- */

bool pl_html_is_in(const struct pl_text *text, const struct pl_finding *finding)
{
	struct pl_span span = finding->span, token = pl_text_token(text);

	if (span.begin == span.end)
		return span.begin >= token.begin && span.begin < token.end;
	return span.begin < token.end && span.end > token.begin;
}

/* The byte of the value that lies at `offset` of the file: pl_yaml_locate the other way round. */
static size_t byte_at(const struct pl_source *source, const struct pl_text *text, uint32_t offset)
{
	uint32_t low = 0, high = (uint32_t)text->value.len;

	if (offset <= text->span.begin)
		return 0;
	if (offset >= text->span.end)
		return high;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (pl_yaml_locate(source, text, middle, middle + 1).begin < offset)
			low = middle + 1;
		else
			high = middle;
	}
	while (low && low < text->value.len && ((unsigned char)text->value.ptr[low] & 0xC0) == 0x80)
		low--;
	return low;
}

static struct mark mark_in(const struct pl_html *html, const struct pl_text *text, const struct pl_finding *finding)
{
	struct mark mark = {0, text->value.len, NULL};

	if (!html->file->source || text->value.len > LONG_SCALAR)
		return mark;
	mark.begin = byte_at(html->file->source, text, finding->span.begin);
	mark.end = byte_at(html->file->source, text, finding->span.end);
	if (mark.end < mark.begin)
		mark.end = mark.begin;
	return mark;
}

static void add_cores(const struct pl_html *html, const struct pl_text *text, const struct mark *mark,
                      const struct pl_finding *finding, struct marks *marks)
{
	bool can_tell = html->file->source && text->value.len <= LONG_SCALAR;

	for (size_t i = 0; can_tell && i < finding->evidence_count && marks->core_count < MOST_MARKS; i++) {
		struct pl_span span = finding->evidence[i].span;
		struct core core;

		if (span.begin < finding->span.begin || span.end > finding->span.end)
			continue;
		core.begin = byte_at(html->file->source, text, span.begin);
		core.end = byte_at(html->file->source, text, span.end);
		if (core.begin < core.end && (core.begin > mark->begin || core.end < mark->end))
			marks->cores[marks->core_count++] = core;
	}
}

static void find_marks(const struct pl_html *html, const struct pl_text *text, struct pl_html_note *notes,
                       struct marks *marks)
{
	for (struct pl_html_note *note = notes; note && marks->count < MOST_MARKS; note = note->next) {
		if (note->is_marked || !pl_html_is_in(text, note->finding))
			continue;
		marks->items[marks->count] = mark_in(html, text, note->finding);
		add_cores(html, text, &marks->items[marks->count], note->finding, marks);
		marks->items[marks->count++].note = note;
		note->is_marked = true;
	}
}

static void move_marks(struct marks *marks, const struct pl_redact_edits *edits)
{
	for (size_t i = 0; i < marks->count; i++) {
		marks->items[i].begin = pl_redact_place(edits, marks->items[i].begin);
		marks->items[i].end = pl_redact_place(edits, marks->items[i].end);
	}
	for (size_t i = 0; i < marks->core_count; i++) {
		marks->cores[i].begin = pl_redact_place(edits, marks->cores[i].begin);
		marks->cores[i].end = pl_redact_place(edits, marks->cores[i].end);
	}
}

/* ---- writing marks ---------------------------------------------------------------------------------------------- */

/* The next place at or behind `at` where a mark begins or ends, or `end`. */
static size_t next_edge(const struct marks *marks, size_t at, size_t end)
{
	size_t next = end;

	for (size_t i = 0; i < marks->count; i++) {
		if (marks->items[i].begin > at && marks->items[i].begin < next)
			next = marks->items[i].begin;
		if (marks->items[i].end > at && marks->items[i].end < next)
			next = marks->items[i].end;
	}
	return next;
}

/* The worst severity of the marks over a byte, and how many they are. */
static enum pl_severity severity_at(const struct marks *marks, size_t at, size_t *count)
{
	enum pl_severity worst = PL_OFF;

	*count = 0;
	for (size_t i = 0; i < marks->count; i++)
		if (at >= marks->items[i].begin && at < marks->items[i].end) {
			const struct pl_html_note *note = marks->items[i].note;
			enum pl_severity severity = note ? note->finding->severity : PL_INFO;

			worst = severity > worst ? severity : worst;
			++*count;
		}
	return worst;
}

/* The numbers of the findings whose words end here. */
static void put_numbers(struct pl_out *out, const struct marks *marks, size_t begin, size_t end, bool is_last)
{
	for (size_t i = 0; i < marks->count; i++) {
		const struct mark *mark = &marks->items[i];
		bool ends = (mark->end > begin && mark->end <= end) || (mark->end == mark->begin && mark->end == begin);

		if (!mark->note || !(ends || (is_last && mark->end >= end && mark->begin >= end)))
			continue;
		pl_out_print(out, "<a class=\"n %c\" id=\"m%zu\" href=\"#f%zu\" aria-label=\"finding %zu\">%zu</a>",
		             pl_html_class(mark->note->finding->severity), mark->note->number, mark->note->number,
		             mark->note->number, mark->note->number);
	}
}

static bool is_core(const struct marks *marks, size_t at, size_t *next)
{
	bool found = false;

	for (size_t i = 0; i < marks->core_count; i++) {
		const struct core *core = &marks->cores[i];

		found |= at >= core->begin && at < core->end;
		if (core->begin > at && core->begin < *next)
			*next = core->begin;
		if (core->end > at && core->end < *next)
			*next = core->end;
	}
	return found;
}

/* The words that decided stand out from the others that are marked. */
static void put_words(struct pl_out *out, struct pl_str text, const struct marks *marks, size_t begin, size_t end)
{
	for (size_t at = begin, next; at < end; at = next) {
		bool core;

		next = end;
		core = is_core(marks, at, &next);
		pl_out_puts(out, core ? "<b>" : "");
		pl_html_text(out, pl_str_sub(text, at, next));
		pl_out_puts(out, core ? "</b>" : "");
	}
}

static void put_marked(struct pl_out *out, struct pl_str text, const struct marks *marks, size_t begin, size_t end)
{
	size_t at = begin;

	if (begin)
		pl_out_puts(out, "… ");
	do {
		size_t next = next_edge(marks, at, end);
		size_t count;
		enum pl_severity severity = severity_at(marks, at, &count);

		if (severity && next > at)
			pl_out_print(out, "<mark class=\"%c%s\">", pl_html_class(severity), count > 1 ? " two" : "");
		put_words(out, text, marks, at, next);
		if (severity && next > at)
			pl_out_puts(out, "</mark>");
		put_numbers(out, marks, at, next, next == end);
		at = next;
	} while (at < end);
	if (end < text.len)
		pl_out_puts(out, " …");
}

static size_t first_mark(const struct marks *marks)
{
	size_t first = marks->count ? marks->items[0].begin : 0;

	for (size_t i = 1; i < marks->count; i++)
		first = marks->items[i].begin < first ? marks->items[i].begin : first;
	return first;
}

/* What is shown of a long text: `most` bytes, from `around` before the first mark on. */
static void put_part(struct pl_out *out, struct pl_str text, struct marks *marks, size_t most, size_t around)
{
	size_t first = first_mark(marks), begin = 0, end = text.len;

	if (text.len > most) {
		begin = first > around ? pl_html_cut(text, first - around) : 0;
		end = pl_html_cut(text, begin + most);
	}
	for (size_t i = 0; i < marks->count; i++)
		if (marks->items[i].end > end)
			marks->items[i].end = end;
	put_marked(out, text, marks, begin, end);
}

void pl_html_value(const struct pl_html *html, const struct pl_text *text, struct pl_html_note *notes, bool is_person)
{
	struct pl_str value = text->value;
	struct pl_redact_edits edits = {0};
	struct marks marks = {.count = 0};

	find_marks(html, text, notes, &marks);
	if (html->redaction) {
		value = pl_redact_text(html->redaction, html->arena, value, &edits);
		if (is_person && value.ptr == text->value.ptr) {
			value = PL_STR("officer");
			marks.core_count = 0;
			for (size_t i = 0; i < marks.count; i++)
				marks.items[i] = (struct mark){0, value.len, marks.items[i].note};
		}
		move_marks(&marks, &edits);
	}
	put_part(html->out, value, &marks, html->is_brief ? BRIEF_TEXT : SIZE_MAX, AROUND);
}

/* ---- lines of the file ------------------------------------------------------------------------------------------ */

static size_t byte_of_column(struct pl_str line, uint32_t column)
{
	size_t at = 0;

	for (uint32_t i = 1; i < column && at < line.len; i++)
		pl_utf8_next(line, &at);
	return at;
}

void pl_html_line(const struct pl_html *html, const struct pl_finding *finding)
{
	struct pl_str line = pl_file_line(html->file, finding->range.start.line);
	const struct pl_range *range = &finding->range;
	struct pl_redact_edits edits = {0};
	struct marks marks = {.count = 1};
	size_t indent = 0;

	marks.items[0].begin = byte_of_column(line, range->start.column);
	marks.items[0].end = range->end.line > range->start.line ? line.len : byte_of_column(line, range->end.column);
	if (html->redaction) {
		line = pl_redact_line(html->redaction, html->arena, line, &edits);
		move_marks(&marks, &edits);
	}
	while (indent < line.len && indent < marks.items[0].begin && pl_ascii_is_space(line.ptr[indent]))
		indent++;
	line = pl_str_sub(line, indent, line.len);
	marks.items[0].begin -= indent;
	marks.items[0].end -= marks.items[0].end < indent ? marks.items[0].end : indent;
	put_part(html->out, line, &marks, LINE_TEXT, LINE_AROUND);
}

void pl_html_words(const struct pl_html *html, struct pl_html_note *note)
{
	struct pl_str words = pl_file_excerpt(html->file, note->finding->span);
	struct marks marks = {.count = 1};

	if (html->redaction)
		words = pl_redact_text(html->redaction, html->arena, words, NULL);
	marks.items[0] = (struct mark){0, words.len, note};
	note->is_marked = true;
	put_part(html->out, words, &marks, BRIEF_TEXT, 0);
}
