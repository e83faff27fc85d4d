/* `planlint rules`: the catalogue as a table for people, as JSON with everything, as the README's table. */
#include "cli/session.h"

#include "base/str.h"
#include "report/json.h"

static const char *severity_words(const struct pl_rule *rule)
{
	return rule->sweep ? "sweep" : rule->off ? "off" : pl_severity_name(rule->severity);
}

static unsigned widest(const struct pl_run *run, const char *(*text)(const struct pl_rule *rule))
{
	unsigned width = 0;

	for (size_t i = 0; i < pl_run_rule_count(run); i++) {
		unsigned columns = pl_screen_columns(pl_str_of(text(pl_run_rule_at(run, i))));

		width = columns > width ? columns : width;
	}
	return width;
}

static const char *id_of(const struct pl_rule *rule) { return rule->id; }

/* Under a heading a module, so that the lines have room for what the rule reports. */
static void as_text(struct pl_cli *cli, const struct pl_run *run)
{
	unsigned id = widest(run, id_of), indent = 2 + id + 2 + 7 + 2 + 6 + 2;
	const char *module = "";

	for (size_t i = 0; i < pl_run_rule_count(run); i++) {
		const struct pl_rule *rule = pl_run_rule_at(run, i);

		if (strcmp(module, rule->module) != 0) {
			pl_out_puts(&cli->out, *module ? "\n" : "");
			pl_screen_string(&cli->screen, PL_STYLE_BOLD, rule->module);
			pl_out_puts(&cli->out, "\n");
		}
		module = rule->module;
		pl_out_print(&cli->out, "  %-*s  %-7s  %-6s  ", (int)id, rule->id, severity_words(rule),
		             pl_confidence_name(rule->confidence));
		pl_screen_wrap(&cli->screen, rule->summary ? rule->summary : "", indent, indent);
	}
}

static void option_json(struct pl_json *json, const struct pl_option *option)
{
	static const char *const types[] = {
	        [PL_OPTION_NUMBER] = "number", [PL_OPTION_FLAG] = "flag",   [PL_OPTION_TEXT] = "text",
	        [PL_OPTION_LIST] = "list",     [PL_OPTION_TABLE] = "table",
	};

	pl_json_open(json, NULL, '{');
	pl_json_string(json, "name", option->name);
	pl_json_string(json, "type", types[option->type]);
	pl_json_string(json, "default", option->fallback);
	pl_json_string(json, "summary", option->summary);
	pl_json_close(json, '}');
}

static void rule_json(struct pl_json *json, const struct pl_rule *rule)
{
	pl_json_break(json);
	pl_json_open(json, NULL, '{');
	pl_json_string(json, "id", rule->id);
	pl_json_string(json, "module", rule->module);
	pl_json_string(json, "severity", pl_severity_name(rule->severity));
	pl_json_string(json, "confidence", pl_confidence_name(rule->confidence));
	pl_json_flag(json, "default", !rule->off);
	pl_json_flag(json, "sweep", !rule->off || rule->sweep);
	pl_json_string(json, "since", rule->since);
	pl_json_string(json, "summary", rule->summary);
	pl_json_string(json, "why", rule->why);
	pl_json_string(json, "advice", rule->advice);
	pl_json_string(json, "bad", rule->bad);
	pl_json_string(json, "good", rule->good);
	pl_json_open(json, "options", '[');
	for (size_t i = 0; rule->options && rule->options[i].name; i++)
		option_json(json, &rule->options[i]);
	pl_json_close(json, ']');
	pl_json_close(json, '}');
}

static void as_json(struct pl_cli *cli, const struct pl_run *run)
{
	struct pl_json json = {.out = &cli->out};

	pl_json_open(&json, NULL, '[');
	for (size_t i = 0; i < pl_run_rule_count(run); i++)
		rule_json(&json, pl_run_rule_at(run, i));
	pl_json_break(&json);
	pl_json_close(&json, ']');
	pl_out_puts(&cli->out, "\n");
}

/* A bar would end the cell. */
static void cell(struct pl_cli *cli, const char *text)
{
	for (; text && *text; text++) {
		if (*text == '|')
			pl_out_puts(&cli->out, "\\");
		pl_out_add(&cli->out, (struct pl_str){text, 1});
	}
}

static void as_markdown(struct pl_cli *cli, const struct pl_run *run)
{
	const char *module = "";

	for (size_t i = 0; i < pl_run_rule_count(run); i++) {
		const struct pl_rule *rule = pl_run_rule_at(run, i);

		if (strcmp(module, rule->module) != 0)
			pl_out_print(
			        &cli->out,
			        "%s### %s\n\n| rule | severity | confidence | what it reports |\n|---|---|---|---|\n",
			        *module ? "\n" : "", rule->module);
		module = rule->module;
		pl_out_print(&cli->out, "| `%s` | %s | %s | ", rule->id, severity_words(rule),
		             pl_confidence_name(rule->confidence));
		cell(cli, rule->summary);
		pl_out_puts(&cli->out, " |\n");
	}
}

static bool list(struct pl_cli *cli, struct pl_run *run)
{
	static void (*const formats[])(struct pl_cli * cli, const struct pl_run *run) = {
	        [PL_LIST_TEXT] = as_text, [PL_LIST_JSON] = as_json, [PL_LIST_MARKDOWN] = as_markdown};

	formats[cli->settings.list_format](cli, run);
	return true;
}

enum pl_exit pl_cli_rules(struct pl_cli *cli)
{
	if (cli->settings.arguments.count) {
		pl_cli_say(cli, "rules takes no names; planlint explain %s tells of one",
		           cli->settings.arguments.items[0]);
		return PL_EXIT_FAILED;
	}
	return pl_session_with(cli, list);
}
