/* UTF-8: stepping by hand on the hot path, properties from utf8proc. */
#include "base/utf8.h"

#include "base/str.h"

#include <utf8proc.h>

uint32_t pl_utf8_next_wide(struct pl_str text, size_t *at)
{
	utf8proc_int32_t code;
	utf8proc_ssize_t used =
	        utf8proc_iterate((const utf8proc_uint8_t *)text.ptr + *at, (utf8proc_ssize_t)(text.len - *at), &code);

	if (used < 1) {
		++*at;
		return 0xFFFD;
	}
	*at += (size_t)used;
	return (uint32_t)code;
}

size_t pl_utf8_put(uint32_t code, char out[4])
{
	if (code < 0x80) {
		out[0] = (char)code;
		return 1;
	}
	if (!utf8proc_codepoint_valid((utf8proc_int32_t)code))
		code = 0xFFFD;
	return (size_t)utf8proc_encode_char((utf8proc_int32_t)code, (utf8proc_uint8_t *)out);
}

size_t pl_utf8_check(struct pl_str text)
{
	size_t at = 0;

	while (at < text.len) {
		utf8proc_int32_t code;
		utf8proc_ssize_t used;

		if ((unsigned char)text.ptr[at] < 0x80) {
			at++;
			continue;
		}
		used = utf8proc_iterate((const utf8proc_uint8_t *)text.ptr + at, (utf8proc_ssize_t)(text.len - at),
		                        &code);
		if (used < 1)
			return at;
		at += (size_t)used;
	}
	return at;
}

int pl_utf8_width_wide(uint32_t code) { return utf8proc_charwidth((utf8proc_int32_t)code); }

bool pl_utf8_is_letter(uint32_t code)
{
	utf8proc_category_t category;

	if (code < 0x80)
		return pl_ascii_is_alpha((char)code);
	category = utf8proc_category((utf8proc_int32_t)code);
	return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool pl_utf8_is_upper(uint32_t code)
{
	return code < 0x80 ? code >= 'A' && code <= 'Z' : utf8proc_isupper((utf8proc_int32_t)code) != 0;
}

struct pl_str pl_utf8_fold(struct pl_arena *arena, struct pl_str text)
{
	char *folded = pl_arena_bytes(arena, text.len * 2 + 4); /* a fold grows a code point by at most one byte */
	size_t length = 0;

	for (size_t at = 0; at < text.len;) {
		uint32_t code = pl_utf8_next(text, &at);

		if (code < 0x80)
			folded[length++] = pl_ascii_lower((char)code);
		else if (code == 0x2018 || code == 0x2019)
			folded[length++] = '\'';
		else if (code == 0x201C || code == 0x201D)
			folded[length++] = '"';
		else
			length += pl_utf8_put((uint32_t)utf8proc_tolower((utf8proc_int32_t)code), folded + length);
	}
	return (struct pl_str){folded, length};
}

struct pl_str pl_utf8_fold_words(struct pl_arena *arena, struct pl_str text)
{
	struct pl_str folded = pl_str_trim(pl_utf8_fold(arena, text));
	char *words = pl_arena_bytes(arena, folded.len);
	size_t length = 0;

	for (size_t i = 0; i < folded.len; i++)
		if (!pl_ascii_is_space(folded.ptr[i]))
			words[length++] = folded.ptr[i];
		else if (words[length - 1] != ' ') /* trimmed: there is one before */
			words[length++] = ' ';
	return (struct pl_str){words, length};
}
