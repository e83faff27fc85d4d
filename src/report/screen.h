/*
 * Texts for people's screens: nothing that stands in a plan can move the cursor, change a colour or reverse the reading
 * order, and columns are those of a terminal.
 */
#ifndef PL_REPORT_SCREEN_H
#define PL_REPORT_SCREEN_H

#include "base/utf8.h"
#include "report/out.h"

enum pl_style {
	PL_STYLE_PLAIN,
	PL_STYLE_BOLD,
	PL_STYLE_DIM,
	PL_STYLE_ERROR,
	PL_STYLE_WARNING,
	PL_STYLE_INFO,
	PL_STYLE_FRAME, /* line numbers, bars, arrows */
	PL_STYLE_TRY
};

struct pl_screen {
	struct pl_out *out;
	bool colour;
	unsigned width;   /* columns; 0: never wrap or cut */
	bool is_terminal; /* else messages stay on one line, for grep */
};

uint32_t pl_screen_code(uint32_t code); /* what is shown for it; see pl_screen_next */

/* A character that is one byte and one column, and shown as it is. */
static inline bool pl_screen_is_plain(char c) { return c >= ' ' && c <= '~'; }

/* The code point to show for the next of `text`: controls become their pictures, what steers terminals or the direction
 * of reading U+FFFD. A tab stays a tab. */
static inline uint32_t pl_screen_next(struct pl_str text, size_t *at)
{
	return pl_screen_is_plain(text.ptr[*at]) ? (unsigned char)text.ptr[(*at)++]
	                                         : pl_screen_code(pl_utf8_next(text, at));
}

unsigned pl_screen_columns(struct pl_str text);

/* On one line: tabs and line ends become spaces. */
void pl_screen_text(struct pl_screen *screen, struct pl_str text);
void pl_screen_string(struct pl_screen *screen, enum pl_style style, const char *text);

void pl_screen_style(struct pl_screen *screen, enum pl_style style); /* PL_STYLE_PLAIN ends the others */

/* `text` from column `used` on, broken between words at the width; further lines begin with `indent` blanks. Ends the
 * line. */
void pl_screen_wrap(struct pl_screen *screen, const char *text, unsigned used, unsigned indent);

#endif
