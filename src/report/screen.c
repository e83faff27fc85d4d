/* What may reach a terminal, how wide it is there, and where lines break. */
#include "report/screen.h"

#include "base/str.h"

#include <limits.h>

/* Characters that reverse or isolate the direction of reading, and separators that some programs take for line ends. */
static bool steers(uint32_t code)
{
	return (code >= 0x7F && code < 0xA0) || code == 0x061C || code == 0x200E || code == 0x200F ||
	       (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF;
}

uint32_t pl_screen_code(uint32_t code)
{
	if (code == '\t')
		return code;
	if (code < 0x20)
		return 0x2400 + code; /* SYMBOL FOR … */
	if (code == 0x7F)
		return 0x2421;
	return steers(code) ? 0xFFFD : code;
}

static unsigned columns_of(uint32_t code)
{
	int width = pl_utf8_width(code);

	return width > 0 ? (unsigned)width : 0;
}

unsigned pl_screen_columns(struct pl_str text)
{
	size_t plain = pl_str_plain(text);
	unsigned columns = (unsigned)plain;

	for (size_t at = plain; at < text.len;) {
		uint32_t code = pl_screen_next(text, &at);

		columns += code == '\t' ? 1 : columns_of(code);
	}
	return columns;
}

static bool is_break(char c) { return c == '\t' || c == '\n' || c == '\r'; }

void pl_screen_text(struct pl_screen *screen, struct pl_str text)
{
	for (size_t at = 0; at < text.len;) {
		char bytes[4];
		size_t length = pl_str_plain(pl_str_sub(text, at, text.len));

		if (length) {
			pl_out_add(screen->out, pl_str_sub(text, at, at + length));
			at += length;
			continue;
		}
		if (is_break(text.ptr[at])) {
			pl_out_puts(screen->out, " ");
			at++;
			continue;
		}
		length = pl_utf8_put(pl_screen_next(text, &at), bytes);
		pl_out_add(screen->out, (struct pl_str){bytes, length});
	}
}

void pl_screen_style(struct pl_screen *screen, enum pl_style style)
{
	static const char *const codes[] = {
	        [PL_STYLE_PLAIN] = "\033[0m",    [PL_STYLE_BOLD] = "\033[1m",       [PL_STYLE_DIM] = "\033[2m",
	        [PL_STYLE_ERROR] = "\033[1;31m", [PL_STYLE_WARNING] = "\033[1;33m", [PL_STYLE_INFO] = "\033[1;36m",
	        [PL_STYLE_FRAME] = "\033[1;34m", [PL_STYLE_TRY] = "\033[1;32m",
	};

	if (screen->colour)
		pl_out_puts(screen->out, codes[style]);
}

void pl_screen_string(struct pl_screen *screen, enum pl_style style, const char *text)
{
	if (style != PL_STYLE_PLAIN)
		pl_screen_style(screen, style);
	pl_screen_text(screen, pl_str_of(text));
	if (style != PL_STYLE_PLAIN)
		pl_screen_style(screen, PL_STYLE_PLAIN);
}

/* Cuts the first word off `rest`, and the white space behind it. */
static struct pl_str take_word(struct pl_str *rest)
{
	struct pl_str all = *rest;
	size_t end = 0, next;

	while (end < all.len && !pl_ascii_is_space(all.ptr[end]))
		end++;
	for (next = end; next < all.len && pl_ascii_is_space(all.ptr[next]);)
		next++;
	*rest = pl_str_sub(all, next, all.len);
	return pl_str_sub(all, 0, end);
}

static void break_line(struct pl_screen *screen, unsigned indent)
{
	pl_out_puts(screen->out, "\n");
	pl_out_fill(screen->out, ' ', indent);
}

/* The blank to break at: the last that leaves at most `room` bytes before it, else the first. */
static const char *find_break(struct pl_str text, size_t room)
{
	for (size_t i = room < text.len ? room : text.len; i > 0; i--)
		if (text.ptr[i] == ' ')
			return text.ptr + i;
	return memchr(text.ptr, ' ', text.len);
}

/* Where bytes are columns and all gaps are single blanks. */
static void wrap_plain(struct pl_screen *screen, struct pl_str text, unsigned used, unsigned indent)
{
	unsigned column = used, width = screen->width ? screen->width : UINT_MAX;
	const char *gap;

	while (column + text.len > width) {
		gap = find_break(text, width > column ? width - column : 0);
		if (!gap)
			break;
		pl_out_add(screen->out, pl_str_sub(text, 0, (size_t)(gap - text.ptr)));
		break_line(screen, indent);
		text = pl_str_sub(text, (size_t)(gap - text.ptr) + 1, text.len);
		column = indent;
	}
	pl_out_add(screen->out, text);
}

static void wrap_words(struct pl_screen *screen, struct pl_str rest, unsigned used, unsigned indent)
{
	unsigned column = used;
	bool first = true;

	while (rest.len) {
		struct pl_str word = take_word(&rest);
		unsigned columns = pl_screen_columns(word);

		if (!first && screen->width && column + 1 + columns > screen->width) {
			break_line(screen, indent);
			column = indent;
		} else if (!first) {
			pl_out_puts(screen->out, " ");
			column++;
		}
		pl_screen_text(screen, word);
		column += columns;
		first = false;
	}
}

void pl_screen_wrap(struct pl_screen *screen, const char *text, unsigned used, unsigned indent)
{
	struct pl_str words = pl_str_trim(pl_str_of(text));

	if (pl_str_plain(words) == words.len && !strstr(text, "  "))
		wrap_plain(screen, words, used, indent);
	else
		wrap_words(screen, words, used, indent);
	pl_out_puts(screen->out, "\n");
}
