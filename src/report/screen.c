/* What may reach a terminal, how wide it is there, and where lines break. */
#include "report/screen.h"

#include "base/str.h"

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
	unsigned columns = 0;

	for (size_t at = 0; at < text.len;) {
		uint32_t code = pl_screen_next(text, &at);

		columns += code == '\t' ? 1 : columns_of(code);
	}
	return columns;
}

static size_t plain_length(struct pl_str text)
{
	size_t length = 0;

	while (length < text.len && pl_screen_is_plain(text.ptr[length]))
		length++;
	return length;
}

static bool is_break(char c) { return c == '\t' || c == '\n' || c == '\r'; }

void pl_screen_text(struct pl_screen *screen, struct pl_str text)
{
	for (size_t at = 0; at < text.len;) {
		char bytes[4];
		size_t length = plain_length(pl_str_sub(text, at, text.len));

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

void pl_screen_wrap(struct pl_screen *screen, const char *text, unsigned used, unsigned indent)
{
	struct pl_str rest = pl_str_trim(pl_str_of(text)), word;
	unsigned column = used;
	bool first = true;

	while (rest.len) {
		size_t length = 0;
		unsigned columns;

		while (length < rest.len && !pl_ascii_is_space(rest.ptr[length]))
			length++;
		word = pl_str_sub(rest, 0, length);
		rest = pl_str_trim(pl_str_sub(rest, length, rest.len));
		columns = pl_screen_columns(word);
		if (!first && screen->width && column + 1 + columns > screen->width) {
			pl_out_print(screen->out, "\n%*s", (int)indent, "");
			column = indent;
		} else if (!first) {
			pl_out_puts(screen->out, " ");
			column++;
		}
		pl_screen_text(screen, word);
		column += columns;
		first = false;
	}
	pl_out_puts(screen->out, "\n");
}
