/*
 * Reads CSV as RFC 4180 has it, and as spreadsheets write it: line ends of any kind, a byte order mark, a first line
 * `sep=;`, commas, semicolons or tabs between the fields (the first line tells which), rows that lost their empty
 * fields at the end.
 *
 *	struct pl_csv csv;
 *	struct pl_csv_row row;
 *
 *	pl_csv_open(&csv, text);
 *	while (pl_csv_next(&csv, arena, &row))
 *		…
 *	if (csv.mistake)
 *		… csv.mistake_line …
 */
#ifndef PL_BASE_CSV_H
#define PL_BASE_CSV_H

#include "base/vec.h"

struct pl_csv {
	struct pl_str text; /* borrowed */
	size_t at;
	char separator;
	uint32_t line;       /* 1-based: where the next row begins */
	const char *mistake; /* why there are no more rows; NULL: the text has ended */
	uint32_t mistake_line;
};

struct pl_csv_row {
	uint32_t line;                /* 1-based: where the row begins */
	PL_VEC(struct pl_str) fields; /* borrowed from the text, or in the arena */
};

void pl_csv_open(struct pl_csv *csv, struct pl_str text);

/* The next row that is not empty; false at the end and at a mistake. The row's room is used again. */
bool pl_csv_next(struct pl_csv *csv, struct pl_arena *arena, struct pl_csv_row *row);

/* Field `index`, without blanks around it and without the apostrophe that keeps a spreadsheet from reading a formula;
 * empty where the row has no such field. */
struct pl_str pl_csv_field(const struct pl_csv_row *row, size_t index);

/* Does a spreadsheet take a text that begins so for a formula? */
bool pl_csv_is_formula(struct pl_str text);

#endif
