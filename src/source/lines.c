/* Answers line, column and offset on disk for bytes of a source. */
#include "source/lines.h"

#include "base/str.h"

/* Code points and UTF-16 units before every so many bytes, so that a place in a line of many megabytes is found as
 * quickly as any other. */
enum { STEP = 4096 };

struct tally {
	uint32_t points, units;
};

struct pl_source_index {
	PL_VEC(uint32_t) lines; /* offset of each line's first byte */
	struct tally *tallies;  /* before byte n * STEP; NULL until needed */
};

struct pl_source_index *pl_source_index_make(struct pl_arena *arena) { return PL_MAKE(arena, struct pl_source_index); }

static struct pl_source_index *with_lines(const struct pl_source *source)
{
	struct pl_source_index *index = source->index;
	const char *text = source->text.ptr;
	size_t size = source->text.len;

	if (index->lines.count)
		return index;
	*PL_VEC_PUSH(source->arena, &index->lines) = source->mark;
	for (size_t at = source->mark; at < size; at++) {
		if (text[at] != '\n' && text[at] != '\r')
			continue;
		if (text[at] == '\r' && at + 1 < size && text[at + 1] == '\n')
			at++;
		*PL_VEC_PUSH(source->arena, &index->lines) = (uint32_t)(at + 1);
	}
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

/* The 0-based line that holds the offset. */
static size_t line_at(const struct pl_source_index *index, uint32_t offset)
{
	size_t low = 0, high = index->lines.count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (index->lines.items[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
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
	const struct pl_source_index *index = with_lines(source);
	uint32_t at = clip(source, offset), begin;
	size_t line = line_at(index, at);

	begin = index->lines.items[line];
	return (struct pl_position){
	        .line = (uint32_t)line + 1,
	        .column = at > begin ? tally_before(source, at).points - tally_before(source, begin).points + 1 : 1,
	        .offset = on_disk(source, at)};
}

struct pl_range pl_source_range(const struct pl_source *source, struct pl_span span)
{
	return (struct pl_range){pl_source_locate(source, span.begin), pl_source_locate(source, span.end)};
}

uint32_t pl_source_line_count(const struct pl_source *source) { return (uint32_t)with_lines(source)->lines.count; }

uint32_t pl_source_line_begin(const struct pl_source *source, uint32_t line)
{
	const struct pl_source_index *index = with_lines(source);

	if (line == 0)
		line = 1;
	return line <= index->lines.count ? index->lines.items[line - 1] : (uint32_t)source->text.len;
}

struct pl_str pl_source_line(const struct pl_source *source, uint32_t line)
{
	struct pl_str text =
	        pl_str_sub(source->text, pl_source_line_begin(source, line), pl_source_line_begin(source, line + 1));

	while (text.len && (text.ptr[text.len - 1] == '\n' || text.ptr[text.len - 1] == '\r'))
		text.len--;
	return text;
}

struct pl_str pl_source_excerpt(const struct pl_source *source, struct pl_span span)
{
	return pl_str_sub(source->text, span.begin, span.end);
}
