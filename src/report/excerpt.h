/*
 * Lines of a plan with words underlined.
 *
 *	42 | - text: Meeting with the housing association
 *	   |         ^^^^^^^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
 *
 * `^` marks the words that decided (all of the place where nothing says which), `~` the rest of the place.
 */
#ifndef PL_REPORT_EXCERPT_H
#define PL_REPORT_EXCERPT_H

#include "report/screen.h"

#include <planlint/planlint.h>

struct pl_redaction;

struct pl_excerpt {
	const struct pl_file *file;
	struct pl_range range;
	const struct pl_str *exact; /* the bytes of the range where they are known, within the file's text; NULL */
	const struct pl_evidence *evidence;
	size_t evidence_count;
	unsigned gutter; /* columns for line numbers */
	enum pl_style style;
	struct pl_redaction *redaction; /* NULL: names are shown */
};

/* Lines shown, each with its underline; what does not fit the width is cut around the place with `…`. */
void pl_excerpt_show(struct pl_screen *screen, const struct pl_excerpt *excerpt);

/* The bar in front of a line without a number. */
void pl_excerpt_bar(struct pl_screen *screen, unsigned gutter);

#endif
