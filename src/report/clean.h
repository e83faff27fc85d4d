/* Texts of plans inside other languages: one line, nothing that steers a terminal, and what means something there
 * escaped. */
#ifndef PL_REPORT_CLEAN_H
#define PL_REPORT_CLEAN_H

#include "report/out.h"

struct pl_escape {
	uint32_t code;
	const char *instead;
};

/* Writes `text` (NULL: nothing). A character of the table is written as it says (the table ends with a NULL `instead`),
 * other line ends and tabs as a space, what steers a terminal or is no UTF-8 as a harmless picture. */
void pl_clean(struct pl_out *out, const char *text, const struct pl_escape *table);

/* "message. advice." as one line; the advice may be NULL or empty. */
void pl_clean_sentences(struct pl_out *out, const char *message, const char *advice, const struct pl_escape *table);

/* For cells of tables in Markdown. */
extern const struct pl_escape pl_escape_markdown[];

#endif
