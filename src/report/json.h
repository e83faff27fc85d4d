/*
 * A small JSON writer that streams: no tree, no memory but what `out` buffers.
 *
 * The caller opens and closes in pairs; commas and escapes are the writer's. Bytes that are no UTF-8 (they can only
 * come from names of files) are written as `\xNN` in the text, so that two such names stay two names.
 */
#ifndef PL_REPORT_JSON_H
#define PL_REPORT_JSON_H

#include "report/out.h"

#include <planlint/plan.h>

struct pl_json {
	struct pl_out *out;
	bool started; /* the innermost array or object has a member already */
	bool breaks;  /* the next member begins a line */
};

/* `key` is NULL in arrays and at the top, else ASCII that needs no escapes. */
void pl_json_open(struct pl_json *json, const char *key, char bracket); /* '{' or '[' */
void pl_json_close(struct pl_json *json, char bracket);                 /* '}' or ']' */
void pl_json_text(struct pl_json *json, const char *key, struct pl_str text);
void pl_json_string(struct pl_json *json, const char *key, const char *text); /* NULL writes null */
void pl_json_number(struct pl_json *json, const char *key, uint64_t number);
void pl_json_decimal(struct pl_json *json, const char *key, double number); /* not below 0; to four places */
void pl_json_day(struct pl_json *json, const char *key, pl_day day);        /* "2010-09-30"; PL_NO_DAY writes null */
void pl_json_flag(struct pl_json *json, const char *key, bool flag);

/* A line break where the next member begins: for people and diffs. */
void pl_json_break(struct pl_json *json);

#endif
