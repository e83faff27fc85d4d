/* Writes the fields of CSV. */
#include "report/csv_out.h"

#include "base/csv.h"
#include "base/str.h"
#include "report/clean.h"

static const struct pl_escape in_field[] = {{'"', "\"\""}, {0}};

/* Always in quotes: a spreadsheet that cuts at semicolons must not find a formula behind one either. */
void pl_csv_put(struct pl_out *out, const char *text)
{
	pl_out_puts(out, pl_csv_is_formula(pl_str_of(text)) ? "\"'" : "\"");
	pl_clean(out, text, in_field);
	pl_out_puts(out, "\"");
}
