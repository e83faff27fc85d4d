/*
 * JSON Schema (draft 2020-12) of what planlint reads and writes, made from the tables that reading and writing go by.
 *
 * Values are as permissive as planlint itself: where it reads a text, YAML readers of editors may see a number, a truth
 * value or a date.
 */
#ifndef PL_REPORT_SCHEMA_H
#define PL_REPORT_SCHEMA_H

#include "report/json.h"

#include <planlint/planlint.h>

/* A schema by its name, in which rules of the run's packs are known; false where there is none of that name. */
bool pl_schema_write(struct pl_out *out, struct pl_str name, const struct pl_run *run);

/* The names of schemas, in order; NULL behind the last. */
const char *pl_schema_name(size_t index);

/* ---- for the files that write one schema each ------------------------------------------------------------------- */

void pl_schema_plan(struct pl_json *json);
void pl_schema_config(struct pl_json *json, const struct pl_run *run);
void pl_schema_records(struct pl_json *json, const struct pl_run *run);
void pl_schema_output(struct pl_json *json, const struct pl_run *run);
void pl_schema_compare(struct pl_json *json, const struct pl_run *run);
void pl_schema_rates(struct pl_json *json, const struct pl_run *run);
void pl_schema_score(struct pl_json *json, const struct pl_run *run);

/* A member `key` that is {"type": type}, {"$ref": "#/$defs/name"}, a list of `name`, or one of it or a list. */
void pl_schema_type(struct pl_json *json, const char *key, const char *type);
void pl_schema_ref(struct pl_json *json, const char *key, const char *name);
void pl_schema_list(struct pl_json *json, const char *key, const char *name);
void pl_schema_some(struct pl_json *json, const char *key, const char *name);

/* A member of an object. `type` names a JSON type, or a definition with `#` before it; `*` makes that a list of it, `?`
 * allows null, and `!` says that the member is not always there. */
struct pl_schema_member {
	const char *name; /* NULL ends */
	const char *type;
	const char *description; /* NULL: none */
};

/* What makes the schema at hand one of an object with these members. More may come in later versions: what is not named
 * is left open. */
void pl_schema_members(struct pl_json *json, const struct pl_schema_member *members);

/* An object as the definition `name`. */
void pl_schema_define(struct pl_json *json, const char *name, const struct pl_schema_member *members);

/* {"enum": [...]}, NULL behind the last of the names. */
void pl_schema_enum(struct pl_json *json, const char *key, const char *const *names);

/* The definition `text`: what planlint reads as one. */
void pl_schema_define_text(struct pl_json *json);

#endif
