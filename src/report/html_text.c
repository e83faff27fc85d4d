/* Texts of plans as HTML: escaped, without what steers reading, cut where there is no room. */
#include "report/html.h"

#include "base/str.h"
#include "report/redact.h"

const char *pl_html_severity(enum pl_severity severity)
{
	return severity == PL_ERROR ? "Error" : severity == PL_WARNING ? "Warning" : "Info";
}

char pl_html_class(enum pl_severity severity) { return "oiwe"[severity]; }

/* ---- escaping --------------------------------------------------------------------------------------------------- */

static const char *instead_of(uint32_t code)
{
	switch (code) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return NULL;
	}
}

static bool is_plain(char c) { return pl_screen_is_plain(c) && !instead_of((unsigned char)c); }

/* A line end stays one: what the author wrote in lines is shown in lines. Noncharacters cannot stand in a page. */
static void put(struct pl_out *out, struct pl_str text, size_t *at)
{
	uint32_t code = pl_screen_next(text, at);
	const char *instead = instead_of(code);
	char bytes[4];

	if (instead)
		pl_out_puts(out, instead);
	else if (code == '\t' || code == 0x2400 + '\r')
		pl_out_puts(out, " ");
	else if (code == 0x2400 + '\n')
		pl_out_puts(out, "\n");
	else if ((code & 0xFFFE) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF))
		pl_out_puts(out, "\xEF\xBF\xBD");
	else
		pl_out_add(out, (struct pl_str){bytes, pl_utf8_put(code, bytes)});
}

void pl_html_text(struct pl_out *out, struct pl_str text)
{
	for (size_t at = 0; at < text.len;) {
		size_t plain = at;

		while (plain < text.len && is_plain(text.ptr[plain]))
			plain++;
		pl_out_add(out, pl_str_sub(text, at, plain));
		at = plain;
		if (at < text.len)
			put(out, text, &at);
	}
}

void pl_html_string(struct pl_out *out, const char *text)
{
	if (text)
		pl_html_text(out, pl_str_of(text));
}

/* ---- cutting ---------------------------------------------------------------------------------------------------- */

static bool is_inside(struct pl_str text, size_t at)
{
	return at < text.len && ((unsigned char)text.ptr[at] & 0xC0) == 0x80;
}

size_t pl_html_cut(struct pl_str text, size_t at)
{
	enum { LONGEST_WORD = 24 };
	size_t cut = at;

	if (at >= text.len)
		return text.len;
	while (cut && at - cut < LONGEST_WORD && !pl_ascii_is_space(text.ptr[cut]))
		cut--;
	if (!cut || at - cut == LONGEST_WORD)
		cut = at;
	while (cut && is_inside(text, cut))
		cut--;
	return cut;
}

void pl_html_short(struct pl_out *out, struct pl_str text, size_t most)
{
	size_t end = pl_html_cut(text, most);

	pl_html_text(out, pl_str_sub(text, 0, end));
	if (end < text.len)
		pl_out_puts(out, " …");
}

const char *pl_html_name(const struct pl_html *html, struct pl_str title)
{
	enum { MOST = 160 };
	size_t end;

	if (html->redaction)
		title = pl_redact_text(html->redaction, html->arena, title, NULL);
	end = pl_html_cut(title, MOST);
	return pl_arena_print(html->arena, "%.*s%s", (int)end, title.ptr, end < title.len ? " …" : "");
}
