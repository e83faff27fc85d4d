/* The schema of configurations, from the table of their keys and the rules' options. */
#include "report/schema.h"

#include "base/str.h"
#include "lint/config.h"

#include <stdio.h>

static const char *const severities[] = {"error", "warning", "info", "off", NULL};

/* ---- rules ------------------------------------------------------------------------------------------------------ */

static void write_option(struct pl_json *json, const struct pl_option *option)
{
	pl_json_open(json, option->name, '{');
	pl_json_string(json, "description", option->summary);
	pl_json_open(json, "anyOf", '[');
	pl_schema_ref(json, NULL, "text");
	if (option->type == PL_OPTION_LIST)
		pl_schema_list(json, NULL, "text");
	if (option->type == PL_OPTION_TABLE)
		pl_schema_type(json, NULL, "object");
	pl_json_close(json, ']');
	pl_json_close(json, '}');
}

static void write_rule(struct pl_json *json, const struct pl_rule *rule)
{
	pl_json_break(json);
	pl_json_open(json, rule->id, '{');
	pl_json_string(json, "description", rule->summary);
	pl_json_open(json, "anyOf", '[');
	pl_schema_ref(json, NULL, "severity");
	pl_json_open(json, NULL, '{');
	pl_json_string(json, "type", "object");
	pl_json_open(json, "properties", '{');
	pl_schema_ref(json, "severity", "severity");
	for (size_t i = 0; rule->options && rule->options[i].name; i++)
		write_option(json, &rule->options[i]);
	pl_json_close(json, '}');
	pl_json_flag(json, "additionalProperties", false);
	pl_json_close(json, '}');
	pl_json_close(json, ']');
	pl_json_close(json, '}');
}

static void write_modules(struct pl_json *json, const struct pl_run *run)
{
	for (size_t i = 0; i < pl_run_rule_count(run); i++) {
		const char *module = pl_run_rule_at(run, i)->module;
		bool fresh = true;

		for (size_t j = 0; j < i && fresh; j++)
			fresh = strcmp(pl_run_rule_at(run, j)->module, module) != 0;
		if (fresh)
			pl_schema_ref(json, module, "severity");
	}
}

/* Rules of packs that are not known here take anything. */
static void define_rules(struct pl_json *json, const struct pl_run *run)
{
	pl_json_open(json, "rules", '{');
	pl_json_string(json, "type", "object");
	pl_json_open(json, "properties", '{');
	write_modules(json, run);
	for (size_t i = 0; i < pl_run_rule_count(run); i++)
		write_rule(json, pl_run_rule_at(run, i));
	pl_json_close(json, '}');
	pl_json_close(json, '}');
}

/* YAML 1.1 reads off as false. */
static void define_severity(struct pl_json *json)
{
	pl_json_open(json, "severity", '{');
	pl_json_open(json, "enum", '[');
	for (size_t i = 0; severities[i]; i++)
		pl_json_string(json, NULL, severities[i]);
	pl_json_flag(json, NULL, false);
	pl_json_close(json, ']');
	pl_json_close(json, '}');
}

/* ---- keys ------------------------------------------------------------------------------------------------------- */

static void write_section(struct pl_json *json, enum pl_config_section section);

static void write_either(struct pl_json *json, const char *definition, const char *type)
{
	pl_json_open(json, NULL, '{');
	pl_json_open(json, "anyOf", '[');
	pl_schema_list(json, NULL, definition);
	pl_schema_ref(json, NULL, definition);
	pl_schema_type(json, NULL, type);
	pl_json_close(json, ']');
	pl_json_close(json, '}');
}

static void write_aliases(struct pl_json *json)
{
	pl_json_open(json, NULL, '{');
	pl_json_string(json, "type", "object");
	pl_schema_some(json, "additionalProperties", "text");
	pl_json_close(json, '}');
}

static void write_overrides(struct pl_json *json)
{
	pl_json_open(json, NULL, '{');
	pl_json_string(json, "type", "array");
	pl_json_open(json, "items", '{');
	write_section(json, PL_SECTION_OVERRIDE);
	pl_json_close(json, '}');
	pl_json_close(json, '}');
}

static void write_part(struct pl_json *json, enum pl_config_section part)
{
	pl_json_open(json, NULL, '{');
	write_section(json, part);
	pl_json_close(json, '}');
}

static void write_value(struct pl_json *json, const struct pl_config_row *row)
{
	static const char *const fail_on[] = {"error", "warning", "info", "never", NULL};
	static const char *const shown[] = {"error", "warning", "info", NULL};
	static const char *const confidences[] = {"high", "medium", "low", NULL};

	switch (row->kind) {
	case PL_TAKES_MAPPING:
		write_part(json, row->part);
		break;
	case PL_TAKES_FAIL_ON:
		pl_schema_enum(json, NULL, fail_on);
		break;
	case PL_TAKES_SEVERITY:
		pl_schema_enum(json, NULL, shown);
		break;
	case PL_TAKES_CONFIDENCE:
		pl_schema_enum(json, NULL, confidences);
		break;
	case PL_TAKES_ALIASES:
		write_aliases(json);
		break;
	case PL_TAKES_ACRONYMS:
		write_either(json, "text", "object");
		break;
	case PL_TAKES_RULES:
		pl_schema_ref(json, NULL, "rules");
		break;
	case PL_TAKES_OVERRIDES:
		write_overrides(json);
		break;
	case PL_TAKES_EXTENDS:
	case PL_TAKES_GLOBS:
	case PL_TAKES_DAYS:
	case PL_TAKES_TEXTS:
	case PL_TAKES_LOCKED:
		pl_schema_some(json, NULL, "text");
		break;
	default:
		pl_schema_ref(json, NULL, "text");
	}
}

/* Each key with `-` and, where it has one, with `_`. */
static void write_row(struct pl_json *json, const struct pl_config_row *row)
{
	char name[64];

	(void)snprintf(name, sizeof name, "%s", row->key);
	for (;;) {
		char *hyphen;

		pl_json_break(json);
		pl_json_open(json, name, '{');
		pl_json_string(json, "description", row->summary);
		pl_json_open(json, "allOf", '[');
		write_value(json, row);
		pl_json_close(json, ']');
		pl_json_close(json, '}');
		hyphen = strchr(name, '-');
		if (!hyphen)
			return;
		for (; hyphen; hyphen = strchr(name, '-'))
			*hyphen = '_';
	}
}

static void write_section(struct pl_json *json, enum pl_config_section section)
{
	pl_json_string(json, "type", "object");
	pl_json_open(json, "properties", '{');
	for (const struct pl_config_row *row = pl_config_rows; row->key; row++)
		if (row->section == section)
			write_row(json, row);
	pl_json_close(json, '}');
	pl_json_flag(json, "additionalProperties", false);
}

void pl_schema_config(struct pl_json *json, const struct pl_run *run)
{
	write_section(json, PL_SECTION_ROOT);
	pl_json_open(json, "$defs", '{');
	pl_schema_define_text(json);
	define_severity(json);
	define_rules(json, run);
	pl_json_close(json, '}');
}
