/* Says in plain words which bytes of a file are no text. */
#include "yaml/encoding.h"

#include "base/str.h"
#include "base/utf8.h"

/* What Windows-1252 has at 0x80 to 0x9f; 0 for nothing. From 0xa0 on it is Unicode's own order. */
static const uint16_t windows_1252[] = {0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                        0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
                                        0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                        0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

/* The character that an older program may have meant by the byte; 0 for none. */
static uint32_t meant_by(uint32_t byte)
{
	if (byte >= 0xa0 && byte <= 0xff)
		return byte;
	return byte >= 0x80 && byte < 0xa0 ? windows_1252[byte - 0x80] : 0;
}

static const char *advise_byte(struct pl_arena *arena, uint32_t byte)
{
	uint32_t meant = meant_by(byte);
	char utf8[4];

	if (!meant)
		return "Save the file as UTF-8";
	return pl_arena_print(
	        arena, "Save the file as UTF-8; it may have been saved as Windows-1252, where this byte is '%.*s'",
	        (int)pl_utf8_put(meant, utf8), utf8);
}

static void report_byte(struct pl_collector *collector, const struct pl_bad_bytes *bad)
{
	uint32_t count = bad->span.end - bad->span.begin;

	if (bad->code > 0xff)
		pl_collect_builtin(collector, PL_BUILTIN_BAD_ENCODING, NULL, bad->span,
		                   "Type the character again and save the file as UTF-8",
		                   "half of a UTF-16 character stands here without the other half");
	else if (count == 1)
		pl_collect_builtin(collector, PL_BUILTIN_BAD_ENCODING, NULL, bad->span,
		                   advise_byte(collector->arena, bad->code), "the byte 0x%02X here is not UTF-8 text",
		                   (unsigned)bad->code);
	else
		pl_collect_builtin(collector, PL_BUILTIN_BAD_ENCODING, NULL, bad->span, "Save the file as UTF-8",
		                   "%u bytes from 0x%02X on are not UTF-8 text", (unsigned)count, (unsigned)bad->code);
}

static void report_character(struct pl_collector *collector, const struct pl_bad_bytes *bad)
{
	const char *advice = "Delete it; it often comes along when text is copied from another program";
	const char *what = "a control character";

	if (bad->code == 0) {
		what = "a zero byte";
		advice = "Save the file as UTF-8 text; it may be UTF-16, or a document of another program";
	} else if (bad->code == 0xfeff) {
		what = "a byte order mark inside the file";
		advice = "Delete it; it often comes along when files are joined";
	}
	pl_collect_builtin(collector, PL_BUILTIN_BAD_ENCODING, NULL, bad->span, advice,
	                   "%s (U+%04X) is not allowed in a plan", what, (unsigned)bad->code);
}

void pl_encoding_report(const struct pl_source *source, struct pl_collector *collector)
{
	size_t kept = source->bad_count < PL_BAD_KEPT ? source->bad_count : PL_BAD_KEPT;

	for (size_t i = 0; i < kept; i++)
		if (source->bad[i].is_character)
			report_character(collector, &source->bad[i]);
		else
			report_byte(collector, &source->bad[i]);
	if (source->bad_count > kept)
		pl_collect_builtin(collector, PL_BUILTIN_BAD_ENCODING, NULL, source->bad[kept - 1].span,
		                   "Save the file as UTF-8",
		                   "%zu more places in this file hold bytes or characters that are no text",
		                   source->bad_count - kept);
}
