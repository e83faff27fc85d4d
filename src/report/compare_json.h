/* What the JSON document of a comparison and its schema share. */
#ifndef PL_REPORT_COMPARE_JSON_H
#define PL_REPORT_COMPARE_JSON_H

#include "report/compare.h"

#define PL_COMPARE_SCHEMA "planlint-compare-1"

/* A member of `summary`. */
struct pl_compare_count {
	const char *name; /* NULL ends */
	size_t field;     /* offset in struct pl_compare_totals */
};

extern const struct pl_compare_count pl_compare_counts[];

#endif
