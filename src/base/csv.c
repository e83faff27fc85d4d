/* Cuts CSV into rows and fields. */
#include "base/csv.h"

#include "base/str.h"

/* Full-width signs count as well. */
bool pl_csv_is_formula(struct pl_str text)
{
	static const char *const signs[] = {
	        "=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (pl_str_starts(text, pl_str_of(signs[i])))
			return true;
	return text.len && pl_ascii_is_space(text.ptr[0]);
}

static bool is_break(char c) { return c == '\n' || c == '\r'; }

/* Steps over one line end, which may be two bytes. */
static void step_line(struct pl_csv *csv)
{
	char first = csv->text.ptr[csv->at++];

	if (first == '\r' && csv->at < csv->text.len && csv->text.ptr[csv->at] == '\n')
		csv->at++;
	csv->line++;
}

/* Excel's "sep=;" says it; else what stands most often in the first line, outside quotes. */
static char find_separator(struct pl_csv *csv)
{
	static const char candidates[] = {',', ';', '\t'};
	size_t counts[sizeof candidates] = {0}, best = 0;
	struct pl_str rest = pl_str_sub(csv->text, csv->at, csv->text.len);
	bool quoted = false;

	if (rest.len > 5 && pl_str_equal_fold(pl_str_sub(rest, 0, 4), PL_STR("sep=")) && is_break(rest.ptr[5])) {
		csv->at += 5;
		step_line(csv);
		return rest.ptr[4];
	}
	for (size_t i = 0; i < rest.len && (quoted || !is_break(rest.ptr[i])); i++) {
		quoted ^= rest.ptr[i] == '"';
		for (size_t k = 0; k < sizeof candidates && !quoted; k++)
			counts[k] += rest.ptr[i] == candidates[k];
	}
	for (size_t k = 1; k < sizeof candidates; k++)
		if (counts[k] > counts[best])
			best = k;
	return candidates[best];
}

static bool is_utf16(struct pl_str text)
{
	return pl_str_starts(text, PL_STR("\xFF\xFE")) || pl_str_starts(text, PL_STR("\xFE\xFF")) ||
	       (text.len && memchr(text.ptr, '\0', text.len < 64 ? text.len : 64));
}

static void fail(struct pl_csv *csv, uint32_t line, const char *mistake)
{
	csv->mistake = mistake;
	csv->mistake_line = line;
}

void pl_csv_open(struct pl_csv *csv, struct pl_str text)
{
	*csv = (struct pl_csv){.text = text, .line = 1};
	if (is_utf16(text)) {
		fail(csv, 1, "this is no CSV in UTF-8; save it as \"CSV UTF-8\"");
		return;
	}
	if (pl_str_starts(text, PL_STR("\xEF\xBB\xBF")))
		csv->at = 3;
	csv->separator = find_separator(csv);
}

/* A doubled quote is one. */
static struct pl_str unescape(struct pl_arena *arena, struct pl_str text, size_t doubled)
{
	char *copy;
	size_t to = 0;

	if (!doubled)
		return text;
	copy = pl_arena_bytes(arena, text.len);
	for (size_t i = 0; i < text.len; i++) {
		copy[to++] = text.ptr[i];
		i += text.ptr[i] == '"';
	}
	return (struct pl_str){copy, to};
}

/* `at` is behind the opening quote. */
static bool quoted_field(struct pl_csv *csv, struct pl_arena *arena, struct pl_str *out)
{
	size_t begin = csv->at, doubled = 0;
	uint32_t line = csv->line;

	while (csv->at < csv->text.len) {
		char c = csv->text.ptr[csv->at];

		if (is_break(c)) {
			step_line(csv);
			continue;
		}
		csv->at++;
		if (c != '"')
			continue;
		if (csv->at >= csv->text.len || csv->text.ptr[csv->at] != '"') {
			*out = unescape(arena, pl_str_sub(csv->text, begin, csv->at - 1), doubled);
			return true;
		}
		csv->at++;
		doubled++;
	}
	fail(csv, line, "a quotation mark opens here and none closes it");
	return false;
}

static bool at_field_end(const struct pl_csv *csv)
{
	return csv->at >= csv->text.len || csv->text.ptr[csv->at] == csv->separator || is_break(csv->text.ptr[csv->at]);
}

static bool read_field(struct pl_csv *csv, struct pl_arena *arena, struct pl_str *out)
{
	size_t begin = csv->at;

	if (!at_field_end(csv) && csv->text.ptr[csv->at] == '"') {
		csv->at++;
		if (!quoted_field(csv, arena, out))
			return false;
		while (!at_field_end(csv) && csv->text.ptr[csv->at] == ' ')
			csv->at++;
		if (at_field_end(csv))
			return true;
		fail(csv, csv->line, "text stands behind a closing quotation mark");
		return false;
	}
	while (!at_field_end(csv))
		csv->at++;
	*out = pl_str_sub(csv->text, begin, csv->at);
	return true;
}

/* A spreadsheet writes a row that was emptied as separators alone. */
static bool is_blank(const struct pl_csv_row *row)
{
	for (size_t i = 0; i < row->fields.count; i++)
		if (pl_str_trim(row->fields.items[i]).len)
			return false;
	return true;
}

static bool read_row(struct pl_csv *csv, struct pl_arena *arena, struct pl_csv_row *row)
{
	row->line = csv->line;
	row->fields.count = 0;
	for (;; csv->at++) {
		if (!read_field(csv, arena, PL_VEC_PUSH(arena, &row->fields)))
			return false;
		if (csv->at >= csv->text.len)
			return true;
		if (is_break(csv->text.ptr[csv->at])) {
			step_line(csv);
			return true;
		}
	}
}

bool pl_csv_next(struct pl_csv *csv, struct pl_arena *arena, struct pl_csv_row *row)
{
	while (!csv->mistake && csv->at < csv->text.len) {
		if (!read_row(csv, arena, row))
			return false;
		if (!is_blank(row))
			return true;
	}
	return false;
}

struct pl_str pl_csv_field(const struct pl_csv_row *row, size_t index)
{
	struct pl_str field;

	if (index >= row->fields.count)
		return (struct pl_str){0};
	field = row->fields.items[index];
	if (field.len && field.ptr[0] == '\'' && pl_csv_is_formula(pl_str_sub(field, 1, field.len)))
		field = pl_str_sub(field, 1, field.len);
	return pl_str_trim(field);
}
