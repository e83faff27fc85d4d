/*
 * Read-only view of a text of the plan, and of how it reads as English.
 *
 * A `pl_text` is one YAML scalar with its place. A `pl_reading` is what the text stage makes of it: words with their
 * stems and kinds, the substance (what is left without numbering, dates, owner and closing punctuation), clauses, and
 * for each clause what it says is done to what.
 */
#ifndef PLANLINT_TEXT_H
#define PLANLINT_TEXT_H

#include <planlint/diag.h>

struct pl_ctx; /* rule.h */
struct pl_text;

/* One scalar of a plan. Owned by the plan. An empty or null scalar is never a `pl_text`: the field is NULL instead. */
struct pl_text {
	struct pl_str value; /* what the author wrote, escapes and folds resolved; never empty */
	struct pl_span span; /* the words in the file: without quotes, and from the first to the last visible byte of a
	                        block scalar */
	struct pl_span
	        token; /* the YAML token in the file: with quotes or block indicator; == span for a plain scalar */
	uint8_t style; /* enum pl_scalar_style: how the bytes of `value` lie in `token` */
};

#endif
