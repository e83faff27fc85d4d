/* CSV on its way out: as RFC 4180 has it, safe to open in a spreadsheet; base/csv.h reads it again. */
#ifndef PL_REPORT_CSV_OUT_H
#define PL_REPORT_CSV_OUT_H

#include "report/out.h"

/* One field, always in quotes, on one line; behind an apostrophe where a spreadsheet would take it for a formula. NULL
 * is an empty field. */
void pl_csv_put(struct pl_out *out, const char *text);

#endif
