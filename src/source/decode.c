/* Decodes an input once, so that everything after it sees only UTF-8 that YAML allows. */
#include "source/decode.h"

#include "base/str.h"
#include "base/utf8.h"

struct decoder {
	struct pl_source *source;
	PL_VEC(struct pl_bad_bytes) bad;
	struct pl_bad_bytes last; /* the run that may still grow */
};

static void note_bad(struct decoder *decoder, size_t begin, size_t end, uint32_t code, bool is_character)
{
	struct pl_bad_bytes *last = &decoder->last;

	if (decoder->source->bad_count && last->span.end == begin && last->is_character == is_character) {
		last->span.end = (uint32_t)end;
		if (decoder->bad.count && decoder->source->bad_count <= PL_BAD_KEPT)
			decoder->bad.items[decoder->bad.count - 1].span.end = (uint32_t)end;
		return;
	}
	*last = (struct pl_bad_bytes){{(uint32_t)begin, (uint32_t)end}, code, is_character};
	if (decoder->source->bad_count++ < PL_BAD_KEPT)
		*PL_VEC_PUSH(decoder->source->arena, &decoder->bad) = *last;
}

/* What YAML 1.1 calls printable, without the byte order mark that may only stand at the start. */
static bool is_allowed(uint32_t code)
{
	if (code < 0xa0)
		return (code >= 0x20 && code < 0x7f) || code == '\t' || code == '\n' || code == '\r' || code == 0x85;
	return code < 0xd800 || (code >= 0xe000 && code < 0xfffe && code != 0xfeff) || code >= 0x10000;
}

enum { LANE = 64 };

static bool is_odd(unsigned char byte) { return (uint8_t)(byte - 0x20) >= 0x7f - 0x20 && byte != '\n'; }

/* The first byte from `at` that is neither printable ASCII nor a line feed. */
static size_t skip_plain(struct pl_str text, size_t at)
{
	for (; text.len - at >= LANE; at += LANE) {
		uint8_t odd = 0; /* a loop of fixed length: compilers make a few vector instructions of it */

		for (size_t i = 0; i < LANE; i++)
			odd = (uint8_t)(odd | is_odd((unsigned char)text.ptr[at + i]));
		if (odd)
			break;
	}
	while (at < text.len && !is_odd((unsigned char)text.ptr[at]))
		at++;
	return at;
}

/* Stands in for a character of as many bytes: one column each, no mark of YAML's, and no `??` or `___` that would look
 * like a gap its author means to fill. */
static void fill(char *bytes, size_t begin, size_t end)
{
	switch (end - begin) {
	case 1:
		bytes[begin] = begin && bytes[begin - 1] == '_' ? '~' : '_';
		break;
	case 2:
		memcpy(bytes + begin, "\xc2\xa4", 2);
		break;
	default: /* what is forbidden has no more than three */
		memcpy(bytes + begin, "\xef\xbf\xbd", 3);
	}
}

/* A tab, or one of YAML's line ends but LF. */
static bool is_uneven(uint32_t code)
{
	return code == '\t' || code == '\r' || code == 0x85 || code == 0x2028 || code == 0x2029;
}

static void decode_utf8(struct decoder *decoder, char *bytes, size_t size, bool owned)
{
	struct pl_source *source = decoder->source;
	struct pl_str text = {bytes, size};
	size_t at = source->mark, begin;

	source->ascii = source->even = true;
	while ((begin = at = skip_plain(text, at)) < size) {
		uint32_t code = pl_utf8_next(text, &at);
		bool is_character = code != 0xfffd || at - begin > 1;

		if (code >= 0x80)
			source->ascii = false;
		if (is_uneven(code))
			source->even = false;
		if (is_character && is_allowed(code))
			continue;
		if (!owned) {
			bytes = pl_arena_copy(source->arena, text);
			text.ptr = bytes;
			owned = true;
		}
		note_bad(decoder, begin, at, is_character ? code : (unsigned char)bytes[begin], is_character);
		fill(bytes, begin, at);
	}
	source->text = text;
}

static uint32_t unit_at(const char *bytes, enum pl_encoding encoding)
{
	unsigned char first = (unsigned char)bytes[0], second = (unsigned char)bytes[1];

	return encoding == PL_UTF16LE ? (uint32_t)(second << 8 | first) : (uint32_t)(first << 8 | second);
}

/* The code point at `*at`; what is no whole pair of surrogates is answered as the lone half. */
static uint32_t next_utf16(const char *bytes, size_t size, size_t *at, enum pl_encoding encoding)
{
	uint32_t high = unit_at(bytes + *at, encoding), low;

	*at += 2;
	if (high < 0xd800 || high > 0xdbff || size - *at < 2)
		return high;
	low = unit_at(bytes + *at, encoding);
	if (low < 0xdc00 || low > 0xdfff)
		return high;
	*at += 2;
	return 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
}

static void decode_utf16(struct decoder *decoder, const char *bytes, size_t size)
{
	struct pl_source *source = decoder->source;
	char *out = pl_arena_bytes(source->arena, size / 2 * 3 + 4); /* a unit is at most three bytes of UTF-8 */
	size_t at = 2, length = pl_utf8_put(0xfeff, out);

	while (size - at >= 2) {
		uint32_t code = next_utf16(bytes, size, &at, source->encoding);

		if (is_allowed(code)) {
			length += pl_utf8_put(code, out + length);
		} else {
			note_bad(decoder, length, length + 3, code, code < 0xd800 || code > 0xdfff);
			length += pl_utf8_put(0xfffd, out + length);
		}
	}
	if (at < size) { /* an odd byte at the end */
		note_bad(decoder, length, length + 3, (unsigned char)bytes[at], false);
		length += pl_utf8_put(0xfffd, out + length);
	}
	source->text = (struct pl_str){out, length};
	source->mark = 3;
}

void pl_decode(struct pl_source *source, char *bytes, size_t size, bool owned)
{
	struct decoder decoder = {.source = source};
	struct pl_str text = {bytes, size};

	if (pl_str_starts(text, PL_STR("\xff\xfe")) || pl_str_starts(text, PL_STR("\xfe\xff"))) {
		source->encoding = bytes[0] == '\xff' ? PL_UTF16LE : PL_UTF16BE;
		decode_utf16(&decoder, bytes, size);
	} else {
		source->mark = pl_str_starts(text, PL_STR("\xef\xbb\xbf")) ? 3 : 0;
		decode_utf8(&decoder, bytes, size, owned);
		source->ascii = source->ascii && !source->mark;
	}
	source->bad = decoder.bad.items;
}
