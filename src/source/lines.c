/* Answers line, column and offset on disk for bytes of a source. */
#include "source/lines.h"

#include "base/str.h"

/* What is known before every so many bytes, so that a place in a line of many megabytes is found as quickly as any
 * other. */
enum { STEP = 512, LANE = 64, NEAR = 8 };

/* Lines are counted where they are asked for; kept is only how many there were before each step. */
struct mark {
	uint32_t lines; /* line ends before it */
	uint32_t begin; /* of the line that goes on there */
};

struct tally {
	uint32_t points, units; /* code points and UTF-16 units */
};

struct pl_source_index {
	struct mark *marks;    /* before byte n * STEP; NULL until needed */
	struct tally *tallies; /* the same */
	uint32_t last_mark;    /* the index of the last of them */
	uint32_t lines;        /* in all */
	bool has_returns;      /* a CR ends a line, unless LF does right behind it */
	uint32_t line, begin;  /* the line asked for last, 0-based, and where it begins; 0 and 0: none was */
};

struct pl_source_index *pl_source_index_make(struct pl_arena *arena) { return PL_MAKE(arena, struct pl_source_index); }

/* Is the byte the last of a line end? */
static bool ends_line(struct pl_str text, size_t at)
{
	return text.ptr[at] == '\n' || (text.ptr[at] == '\r' && !(at + 1 < text.len && text.ptr[at + 1] == '\n'));
}

static uint32_t count_newlines(const char *bytes, size_t size)
{
	uint32_t count = 0;

	for (; size >= LANE; bytes += LANE, size -= LANE) {
		uint8_t lane = 0; /* a loop of fixed length: compilers make a few vector instructions of it */

		for (size_t i = 0; i < LANE; i++)
			lane = (uint8_t)(lane + (bytes[i] == '\n'));
		count += lane;
	}
	for (size_t i = 0; i < size; i++)
		count += bytes[i] == '\n';
	return count;
}

static uint32_t count_lines(const struct pl_source *source, size_t begin, size_t end)
{
	uint32_t count = 0;

	if (!source->index->has_returns)
		return count_newlines(source->text.ptr + begin, end - begin);
	for (size_t at = begin; at < end; at++)
		count += ends_line(source->text, at);
	return count;
}

/* Behind the last line end in [begin, end), or `none`. */
static uint32_t last_begin(struct pl_str text, size_t begin, size_t end, uint32_t none)
{
	while (end > begin && !ends_line(text, end - 1))
		end--;
	return end > begin ? (uint32_t)end : none;
}

/* The byte order mark is no part of the first line. */
static struct pl_source_index *with_lines(const struct pl_source *source)
{
	struct pl_source_index *index = source->index;
	struct pl_str text = source->text;
	struct mark mark = {0, source->mark};

	if (index->marks)
		return index;
	index->has_returns = text.len && !source->even && memchr(text.ptr, '\r', text.len) != NULL;
	index->last_mark = (uint32_t)(text.len / STEP);
	index->marks = PL_MAKE_ARRAY(source->arena, (size_t)index->last_mark + 1, struct mark);
	for (size_t i = 0, begin = 0; begin < text.len || i == 0; i++, begin += STEP) {
		size_t end = begin + STEP < text.len ? begin + STEP : text.len;

		index->marks[i] = mark;
		mark.lines += count_lines(source, begin, end);
		mark.begin = last_begin(text, begin, end, mark.begin);
	}
	if (text.len && text.len % STEP == 0)
		index->marks[index->last_mark] = mark;
	index->lines = mark.lines + 1;
	return index;
}

static struct tally count(struct pl_str text, size_t begin, size_t end, struct tally tally)
{
	for (size_t at = begin; at < end; at++) {
		unsigned char byte = (unsigned char)text.ptr[at];

		tally.points += (byte & 0xc0) != 0x80 ? 1 : 0;
		tally.units += (byte & 0xc0) == 0x80 ? 0 : byte >= 0xf0 ? 2 : 1;
	}
	return tally;
}

static struct tally *make_tallies(const struct pl_source *source)
{
	size_t steps = source->text.len / STEP;
	struct tally *tallies = PL_MAKE_ARRAY(source->arena, steps + 1, struct tally);

	for (size_t i = 0; i < steps; i++)
		tallies[i + 1] = count(source->text, i * STEP, (i + 1) * STEP, tallies[i]);
	return tallies;
}

static struct tally tally_before(const struct pl_source *source, uint32_t offset)
{
	struct pl_source_index *index = source->index;

	if (source->ascii)
		return (struct tally){offset, offset};
	if (!index->tallies)
		index->tallies = make_tallies(source);
	return count(source->text, offset / STEP * STEP, offset, index->tallies[offset / STEP]);
}

/* How many lines end before the offset, and where the one that holds it begins. */
static struct mark mark_at(const struct pl_source *source, uint32_t offset)
{
	uint32_t from = offset / STEP * STEP;
	struct mark mark = with_lines(source)->marks[offset / STEP];

	mark.lines += count_lines(source, from, offset);
	mark.begin = last_begin(source->text, from, offset, mark.begin);
	return mark;
}

/* Into the text, and to the first byte of its character. */
static uint32_t clip(const struct pl_source *source, uint32_t offset)
{
	if (offset >= source->text.len)
		return (uint32_t)source->text.len;
	while (offset && ((unsigned char)source->text.ptr[offset] & 0xc0) == 0x80)
		offset--;
	return offset;
}

static uint64_t on_disk(const struct pl_source *source, uint32_t offset)
{
	uint64_t bytes;

	if (source->encoding == PL_UTF8)
		return offset;
	bytes = 2 * (uint64_t)tally_before(source, offset).units;
	return bytes < source->size ? bytes : source->size; /* an odd byte at the end is half a unit */
}

struct pl_position pl_source_locate(const struct pl_source *source, uint32_t offset)
{
	uint32_t at = clip(source, offset);
	struct mark mark = mark_at(source, at);
	uint32_t column = 1;

	if (at > mark.begin)
		column += source->ascii ? at - mark.begin
		                        : tally_before(source, at).points - tally_before(source, mark.begin).points;
	return (struct pl_position){.line = mark.lines + 1, .column = column, .offset = on_disk(source, at)};
}

/* The end of a span is mostly on the line that it begins on, in a text where bytes are columns: then it is only further
 * on. */
struct pl_range pl_source_range(const struct pl_source *source, struct pl_span span)
{
	struct pl_position start = pl_source_locate(source, span.begin), end = start;
	uint32_t size = span.end - span.begin;

	if (source->ascii && source->encoding == PL_UTF8 && span.begin <= span.end && span.end <= source->text.len &&
	    !count_lines(source, span.begin, span.end)) {
		end.column += size;
		end.offset += size;
		return (struct pl_range){start, end};
	}
	return (struct pl_range){start, pl_source_locate(source, span.end)};
}

uint32_t pl_source_line_count(const struct pl_source *source) { return with_lines(source)->lines; }

/* The last step before which fewer than `ends` lines end. */
static uint32_t step_before(const struct pl_source_index *index, uint32_t ends)
{
	uint32_t low = 0, high = index->last_mark + 1;

	while (high - low > 1) {
		uint32_t middle = low + (high - low) / 2;

		if (index->marks[middle].lines < ends)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* The first byte from `at` that is the last of a line end, or the end of the text. */
static size_t next_end(const struct pl_source *source, size_t at)
{
	struct pl_str text = source->text;

	if (!source->index->has_returns) {
		const char *end = at < text.len ? memchr(text.ptr + at, '\n', text.len - at) : NULL;

		return end ? (size_t)(end - text.ptr) : text.len;
	}
	while (at < text.len && !ends_line(text, at))
		at++;
	return at;
}

uint32_t pl_source_line_begin(const struct pl_source *source, uint32_t line)
{
	struct pl_source_index *index = with_lines(source);
	uint32_t ends = line ? line - 1 : 0, step, left;
	size_t at;

	if (ends >= index->lines)
		return (uint32_t)source->text.len;
	if (!ends)
		return source->mark;
	if (index->line && ends >= index->line &&
	    ends - index->line < NEAR) { /* lines are asked for one after the other */
		at = index->begin;
		left = ends - index->line;
	} else {
		step = step_before(index, ends);
		at = (size_t)step * STEP;
		left = ends - index->marks[step].lines;
	}
	for (; left; left--)
		at = next_end(source, at) + 1;
	index->line = ends;
	index->begin = (uint32_t)at;
	return index->begin;
}

struct pl_str pl_source_line(const struct pl_source *source, uint32_t line)
{
	uint32_t begin = pl_source_line_begin(source, line);
	struct pl_str text = pl_str_sub(source->text, begin, next_end(source, begin));

	while (text.len && text.ptr[text.len - 1] == '\r') /* of CR LF */
		text.len--;
	return text;
}

struct pl_str pl_source_excerpt(const struct pl_source *source, struct pl_span span)
{
	return pl_str_sub(source->text, span.begin, span.end);
}
