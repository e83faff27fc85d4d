/* Describes rules for SARIF: help that a reader of an alert finds beside it. */
#include "report/sarif_rules.h"

#include "base/str.h"

const char *pl_sarif_level(enum pl_severity severity)
{
	return severity == PL_ERROR ? "error" : severity == PL_WARNING ? "warning" : "note";
}

static void text(struct pl_json *json, const char *key, const char *words)
{
	pl_json_open(json, key, '{');
	pl_json_string(json, "text", words);
	pl_json_close(json, '}');
}

/* Longer than any run of backticks in an example would be. */
static const char fence[] = "````";

static const char *markdown_help(struct pl_arena *arena, const struct pl_rule *rule)
{
	const char *words = pl_arena_print(arena, "%s\n\n**Instead:** %s.\n", rule->why, rule->advice);

	if (rule->bad)
		words = pl_arena_print(arena, "%s\nBad:\n\n%syaml\n%s\n%s\n", words, fence, rule->bad, fence);
	if (rule->good)
		words = pl_arena_print(arena, "%s\nGood:\n\n%syaml\n%s\n%s\n", words, fence, rule->good, fence);
	return words;
}

static void help(struct pl_json *json, struct pl_arena *arena, const struct pl_rule *rule)
{
	pl_json_open(json, "help", '{');
	pl_json_string(json, "text", pl_arena_print(arena, "%s\n\nInstead: %s.", rule->why, rule->advice));
	pl_json_string(json, "markdown", markdown_help(arena, rule));
	pl_json_close(json, '}');
}

static void properties(struct pl_json *json, const struct pl_rule *rule, enum pl_severity severity)
{
	static const char *const problems[] = {[PL_OFF] = "recommendation",
	                                       [PL_INFO] = "recommendation",
	                                       [PL_WARNING] = "warning",
	                                       [PL_ERROR] = "error"};

	pl_json_open(json, "properties", '{');
	pl_json_open(json, "tags", '[');
	pl_json_string(json, NULL, rule->module);
	pl_json_close(json, ']');
	pl_json_string(json, "precision", pl_confidence_name(rule->confidence));
	pl_json_string(json, "problem.severity", problems[severity]);
	pl_json_close(json, '}');
}

static void show(struct pl_json *json, struct pl_arena *arena, const struct pl_rule *rule, enum pl_severity severity)
{
	pl_json_break(json);
	pl_json_open(json, NULL, '{');
	pl_json_string(json, "id", rule->id);
	pl_json_string(json, "name", rule->id);
	text(json, "shortDescription", rule->summary);
	text(json, "fullDescription", rule->why);
	help(json, arena, rule);
	pl_json_open(json, "defaultConfiguration", '{');
	pl_json_string(json, "level", pl_sarif_level(severity));
	pl_json_close(json, '}');
	properties(json, rule, severity);
	pl_json_close(json, '}');
}

void pl_sarif_rules(struct pl_json *json, struct pl_arena *arena, const struct pl_run *run, const bool *used,
                    size_t *index)
{
	size_t listed = 0;

	pl_json_open(json, "rules", '[');
	for (size_t i = 0; i < pl_run_rule_count(run); i++) {
		const struct pl_rule *rule = pl_run_rule_at(run, i);
		bool enabled = run && pl_run_rule_enabled(run, rule);

		index[i] = enabled || used[i] ? listed++ : SIZE_MAX;
		if (index[i] != SIZE_MAX)
			show(json, arena, rule, enabled ? pl_run_rule_severity(run, rule) : rule->severity);
	}
	pl_json_close(json, ']');
}
