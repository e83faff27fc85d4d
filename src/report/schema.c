/* What the schemas have in common, and their names. */
#include "report/schema.h"

#include "base/str.h"

#include <stdio.h>

void pl_schema_type(struct pl_json *json, const char *key, const char *type)
{
	pl_json_open(json, key, '{');
	pl_json_string(json, "type", type);
	pl_json_close(json, '}');
}

enum { TARGET = 80 };

static const char *definition(const char *name, char target[TARGET])
{
	(void)snprintf(target, TARGET, "#/$defs/%s", name);
	return target;
}

void pl_schema_ref(struct pl_json *json, const char *key, const char *name)
{
	char target[TARGET];

	pl_json_open(json, key, '{');
	pl_json_string(json, "$ref", definition(name, target));
	pl_json_close(json, '}');
}

void pl_schema_list(struct pl_json *json, const char *key, const char *name)
{
	pl_json_open(json, key, '{');
	pl_json_string(json, "type", "array");
	pl_schema_ref(json, "items", name);
	pl_json_close(json, '}');
}

void pl_schema_some(struct pl_json *json, const char *key, const char *name)
{
	pl_json_open(json, key, '{');
	pl_json_open(json, "anyOf", '[');
	pl_schema_ref(json, NULL, name);
	pl_schema_list(json, NULL, name);
	pl_json_close(json, ']');
	pl_json_close(json, '}');
}

void pl_schema_enum(struct pl_json *json, const char *key, const char *const *names)
{
	pl_json_open(json, key, '{');
	pl_json_open(json, "enum", '[');
	for (; *names; names++)
		pl_json_string(json, NULL, *names);
	pl_json_close(json, ']');
	pl_json_close(json, '}');
}

void pl_schema_define_text(struct pl_json *json)
{
	static const char *const types[] = {"string", "number", "boolean", "null"};

	pl_json_open(json, "text", '{');
	pl_json_open(json, "type", '[');
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		pl_json_string(json, NULL, types[i]);
	pl_json_close(json, ']');
	pl_json_close(json, '}');
}

/* ---- objects -------------------------------------------------------------------------------------------------- */

static void write_type(struct pl_json *json, const char *type)
{
	char target[TARGET];

	if (*type == '*') {
		pl_json_string(json, "type", "array");
		pl_json_open(json, "items", '{');
		write_type(json, type + 1);
		pl_json_close(json, '}');
	} else if (*type == '?') {
		pl_json_open(json, "anyOf", '[');
		pl_json_open(json, NULL, '{');
		write_type(json, type + 1);
		pl_json_close(json, '}');
		pl_schema_type(json, NULL, "null");
		pl_json_close(json, ']');
	} else if (*type == '#') {
		pl_json_string(json, "$ref", definition(type + 1, target));
	} else {
		pl_json_string(json, "type", type);
	}
}

void pl_schema_members(struct pl_json *json, const struct pl_schema_member *members)
{
	pl_json_string(json, "type", "object");
	pl_json_open(json, "required", '[');
	for (const struct pl_schema_member *member = members; member->name; member++)
		if (*member->type != '!')
			pl_json_string(json, NULL, member->name);
	pl_json_close(json, ']');
	pl_json_open(json, "properties", '{');
	for (const struct pl_schema_member *member = members; member->name; member++) {
		if (member->description)
			pl_json_break(json);
		pl_json_open(json, member->name, '{');
		write_type(json, member->type + (*member->type == '!'));
		if (member->description)
			pl_json_string(json, "description", member->description);
		pl_json_close(json, '}');
	}
	pl_json_close(json, '}');
}

void pl_schema_define(struct pl_json *json, const char *name, const struct pl_schema_member *members)
{
	pl_json_break(json);
	pl_json_open(json, name, '{');
	pl_schema_members(json, members);
	pl_json_close(json, '}');
}

/* ---- all of them ------------------------------------------------------------------------------------------ */

static void write_plan(struct pl_json *json, const struct pl_run *run)
{
	(void)run; /* plans are the same whatever the rules */
	pl_schema_plan(json);
}

static const struct {
	const char *name, *title;
	void (*write)(struct pl_json *json, const struct pl_run *run);
} schemas[] = {{"plan", "An action plan as planlint reads it", write_plan},
               {"config", "A configuration of planlint (.planlint.yaml)", pl_schema_config},
               {"output", "The format json of planlint check", pl_schema_output},
               {"compare", "The format json of planlint compare", pl_schema_compare},
               {"records", "A line of planlint sweep --emit records", pl_schema_records},
               {"rates", "The format json of planlint sweep --by", pl_schema_rates},
               {"score", "The format json of planlint score", pl_schema_score}};

enum { SCHEMAS = sizeof schemas / sizeof *schemas };

const char *pl_schema_name(size_t index) { return index < SCHEMAS ? schemas[index].name : NULL; }

bool pl_schema_write(struct pl_out *out, struct pl_str name, const struct pl_run *run)
{
	struct pl_json json = {.out = out};
	size_t i = 0;

	while (i < SCHEMAS && !pl_str_equal(name, pl_str_of(schemas[i].name)))
		i++;
	if (i == SCHEMAS)
		return false;
	pl_json_open(&json, NULL, '{');
	pl_json_string(&json, "$schema", "https://json-schema.org/draft/2020-12/schema");
	pl_json_string(&json, "title", schemas[i].title);
	schemas[i].write(&json, run);
	pl_json_break(&json);
	pl_json_close(&json, '}');
	pl_out_puts(out, "\n");
	return true;
}
