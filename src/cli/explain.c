/* `planlint explain RULE`: why the rule exists, what to write instead, examples, options and how they stand. */
#include "cli/cli.h"

#include "base/str.h"

enum { INDENT = 2, EXAMPLE_INDENT = 4 };

/* A rule, how the command line leaves it, and how it is when nobody sets anything. */
struct explained {
	struct pl_cli *cli;
	bool is_done;
	const struct pl_rule *rule;
	struct pl_run *run, *plain;
};

static void heading(struct pl_cli *cli, const char *text)
{
	pl_out_puts(&cli->out, "\n");
	pl_screen_string(&cli->screen, PL_STYLE_BOLD, text);
	pl_out_puts(&cli->out, "\n");
}

static void paragraph(struct pl_cli *cli, const char *title, const char *text)
{
	if (!text || !*text)
		return;
	heading(cli, title);
	pl_out_print(&cli->out, "%*s", INDENT, "");
	pl_screen_wrap(&cli->screen, text, INDENT, INDENT);
}

static void example(struct pl_cli *cli, const char *title, const char *text)
{
	struct pl_str rest = pl_str_of(text);

	if (!rest.len)
		return;
	heading(cli, title);
	while (rest.len) {
		const char *newline = memchr(rest.ptr, '\n', rest.len);
		size_t length = newline ? (size_t)(newline - rest.ptr) : rest.len;

		if (length)
			pl_out_print(&cli->out, "%*s", EXAMPLE_INDENT, "");
		pl_screen_text(&cli->screen, pl_str_sub(rest, 0, length));
		pl_out_puts(&cli->out, "\n");
		rest = pl_str_sub(rest, length + 1, rest.len);
	}
}

static const char *type_words(struct pl_cli *cli, const struct pl_option *option)
{
	switch (option->type) {
	case PL_OPTION_NUMBER:
		return pl_arena_print(&cli->arena, "a whole number from %ld to %ld", option->minimum, option->maximum);
	case PL_OPTION_FLAG:
		return "yes or no";
	case PL_OPTION_TEXT:
		return "a text";
	case PL_OPTION_LIST:
		return "texts separated by commas";
	case PL_OPTION_TABLE:
		return "name=number, separated by commas; what you give is laid over the default";
	}
	return "";
}

/* With a blank behind each comma, where a long list may break. */
static const char *shown(struct pl_cli *cli, const char *value)
{
	struct pl_buf spaced = {0};

	for (; value && *value; value++) {
		pl_buf_putc(&spaced, *value);
		if (*value == ',' && value[1] != ' ')
			pl_buf_putc(&spaced, ' ');
	}
	return spaced.len || spaced.failed ? pl_buf_take(&spaced, &cli->arena) : "(nothing)";
}

static void line(struct pl_cli *cli, const char *label, const char *text)
{
	enum { LABEL = 14 };

	pl_out_print(&cli->out, "%*s%-10s", EXAMPLE_INDENT, "", label);
	pl_screen_wrap(&cli->screen, text, LABEL, LABEL);
}

/* What somebody could type: the value in force, of a list or table its first entry. */
static const char *example_value(struct pl_cli *cli, const struct pl_option *option, const char *value)
{
	if (!value || !*value)
		return option->type == PL_OPTION_TABLE ? "NAME=NUMBER" : "VALUE";
	return pl_arena_copy(&cli->arena, (struct pl_str){value, strcspn(value, ",")});
}

/* The same as it stands in a configuration file. */
static const char *example_yaml(struct pl_cli *cli, const struct pl_option *option, const char *value)
{
	int name = (int)strcspn(value, "=");

	switch (option->type) {
	case PL_OPTION_LIST:
		return pl_arena_print(&cli->arena, "[%s]", value);
	case PL_OPTION_TABLE:
		return pl_arena_print(&cli->arena, "{%.*s: %s}", name, value, value[name] ? value + name + 1 : "");
	default:
		return value;
	}
}

static void show_option(struct pl_cli *cli, const struct explained *explained, size_t index)
{
	const struct pl_rule *rule = explained->rule;
	const struct pl_option *option = &rule->options[index];
	const char *fallback = pl_run_option_value(explained->plain, rule, index);
	const char *value = pl_run_option_value(explained->run, rule, index);
	const char *example = example_value(cli, option, value);
	const char *setting = pl_arena_print(&cli->arena, "%s.%s=%s", rule->id, option->name, example);

	pl_out_print(&cli->out, "%*s", INDENT, "");
	pl_screen_string(&cli->screen, PL_STYLE_BOLD, option->name);
	pl_out_puts(&cli->out, "\n");
	if (option->summary)
		line(cli, "what", option->summary);
	line(cli, "takes", type_words(cli, option));
	line(cli, "default", shown(cli, fallback));
	line(cli, "in force", strcmp(value, fallback) == 0 ? "the default" : shown(cli, value));
	line(cli, "set it by", pl_arena_print(&cli->arena, strchr(setting, ' ') ? "--set '%s'" : "--set %s", setting));
	line(cli, "for good",
	     pl_arena_print(&cli->arena, "rules: {%s: {%s: %s}} in .planlint.yaml", rule->id, option->name,
	                    example_yaml(cli, option, example)));
}

static void options(struct pl_cli *cli, const struct explained *explained)
{
	const struct pl_option *all = explained->rule->options;

	if (!all || !all[0].name)
		return;
	heading(cli, "Options");
	for (size_t i = 0; all[i].name; i++)
		show_option(cli, explained, i);
}

static void title(struct pl_cli *cli, const struct explained *explained)
{
	const struct pl_rule *rule = explained->rule;

	pl_screen_string(&cli->screen, PL_STYLE_BOLD, rule->id);
	pl_out_print(&cli->out, ": %s\n", rule->summary ? rule->summary : "");
	pl_out_print(&cli->out, "%s, %s confidence, module %s%s%s",
	             pl_severity_name(pl_run_rule_severity(explained->run, rule)), pl_confidence_name(rule->confidence),
	             rule->module, rule->since ? ", since " : "", rule->since ? rule->since : "");
	if (rule->pack)
		pl_out_puts(&cli->out, ", of a rule pack");
	if (rule->off)
		pl_out_print(&cli->out, "; runs only %swith --select %s", rule->sweep ? "in planlint sweep, or " : "",
		             rule->id);
	pl_out_puts(&cli->out, "\n");
}

static void leaving_out(struct pl_cli *cli, const struct pl_rule *rule)
{
	heading(cli, "To leave it out");
	line(cli, "one place", pl_arena_print(&cli->arena, "# planlint: ignore[%s] -- your reason", rule->id));
	line(cli, "", "behind the line it is about, or alone above an item for all of it");
	line(cli, "one run", pl_arena_print(&cli->arena, "--ignore %s", rule->id));
	line(cli, "for good", pl_arena_print(&cli->arena, "rules: {%s: off} in .planlint.yaml", rule->id));
}

static void explain(struct pl_cli *cli, const struct explained *explained)
{
	const struct pl_rule *rule = explained->rule;

	title(cli, explained);
	paragraph(cli, "Why", rule->why);
	paragraph(cli, "What to write instead", rule->advice);
	example(cli, "This is reported", rule->bad);
	example(cli, "This is fine", rule->good);
	options(cli, explained);
	leaving_out(cli, rule);
}

/* A module's name answers with its rules: half of the way is better than "no such rule". */
static bool explain_module(struct pl_cli *cli, const struct pl_run *run, const char *name)
{
	bool found = false;

	for (size_t i = 0; i < pl_run_rule_count(run); i++) {
		const struct pl_rule *rule = pl_run_rule_at(run, i);

		if (strcmp(rule->module, name) != 0)
			continue;
		if (!found)
			pl_out_print(&cli->out, "%s is a module; its rules are\n\n", name);
		found = true;
		pl_out_print(&cli->out, "  %-26s ", rule->id);
		pl_screen_wrap(&cli->screen, rule->summary ? rule->summary : "", 29, 29);
	}
	return found;
}

static bool unknown_rule(struct pl_cli *cli, const struct pl_run *run, const char *name)
{
	struct pl_names names = {0};
	const char *nearest;

	for (size_t i = 0; i < pl_run_rule_count(run); i++)
		*PL_VEC_PUSH(&cli->arena, &names) = pl_run_rule_at(run, i)->id;
	nearest = pl_str_nearest(pl_str_of(name), names.items, names.count);
	if (nearest)
		pl_cli_say(cli, "there is no rule '%s'; did you mean %s?", name, nearest);
	else
		pl_cli_say(cli, "there is no rule '%s' (see planlint rules)", name);
	return false;
}

static bool explain_each(struct pl_cli *cli, struct explained *explained)
{
	const struct pl_names *arguments = &cli->settings.arguments;
	bool fine = pl_cli_read_config_here(cli, explained->run) && pl_cli_configure(cli, explained->run);

	for (size_t i = 0; fine && i < arguments->count; i++) {
		explained->rule = pl_run_rule_find(explained->run, pl_str_of(arguments->items[i]));
		if (i)
			pl_out_puts(&cli->out, "\n\n");
		if (explained->rule)
			explain(cli, explained);
		else
			fine = explain_module(cli, explained->run, arguments->items[i]) ||
			       unknown_rule(cli, explained->run, arguments->items[i]);
	}
	return fine;
}

static void open_and_explain(void *data)
{
	struct explained *explained = data;

	explained->run = pl_run_open();
	explained->plain = pl_run_open();
	if (!explained->run || !explained->plain)
		pl_arena_exhausted(&explained->cli->arena);
	explained->is_done = explain_each(explained->cli, explained);
}

enum pl_exit pl_cli_explain(struct pl_cli *cli)
{
	struct explained explained = {.cli = cli};
	bool tried;

	if (!cli->settings.arguments.count) {
		pl_cli_say(cli, "which rule? planlint rules lists them");
		return PL_EXIT_FAILED;
	}
	tried = pl_cli_try(cli, open_and_explain, &explained);
	pl_run_close(explained.run);
	pl_run_close(explained.plain);
	return tried && explained.is_done ? PL_EXIT_CLEAN : PL_EXIT_FAILED;
}
