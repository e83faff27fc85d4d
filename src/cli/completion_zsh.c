/* The completion of zsh: a spec of _arguments an option. */
#include "cli/completion.h"

#include "base/str.h"

static const char head[] = "#compdef planlint\n"
                           "# zsh completion of planlint, written by `planlint completion zsh`.\n\n"
                           "_planlint_rules()\n{\n"
                           "\tlocal -a rules\n\n"
                           "\trules=(${(f)\"$(" PL_COMPLETION_RULES ")\"})\n"
                           "\tcompadd \"$@\" -a rules\n"
                           "}\n\n"
                           "_planlint_list()\n{\n"
                           "\t_sequence _planlint_rules\n"
                           "}\n\n"
                           "_planlint()\n{\n"
                           "\tlocal -a commands\n\n"
                           "\tcommands=(\n";

static const char tail[] = "\tesac\n}\n\n"
                           "# Read by compinit the file is the function; sourced it only defines it.\n"
                           "if [ \"$funcstack[1]\" = _planlint ]; then\n"
                           "\t_planlint \"$@\"\n"
                           "else\n"
                           "\tcompdef _planlint planlint\n"
                           "fi\n";

/* Between single quotes, where zsh's own marks need a backslash. */
static void write_quoted(struct pl_cli *cli, const char *text)
{
	for (; *text; text++) {
		if (*text == '\'')
			pl_out_puts(&cli->out, "'\\'");
		else if (strchr("[]:\\", *text))
			pl_out_puts(&cli->out, "\\");
		pl_out_add(&cli->out, (struct pl_str){text, 1});
	}
}

/* ":message:action" of _arguments. */
static void write_action(struct pl_cli *cli, const char *message, const struct pl_completion *completion)
{
	const char *words = pl_names_join(&cli->arena, &completion->words, " ");

	pl_out_puts(&cli->out, ":");
	write_quoted(cli, message);
	if (completion->rules)
		pl_out_puts(&cli->out, completion->list ? ":_planlint_list" : ":_planlint_rules");
	else if (*words && completion->files)
		pl_out_print(&cli->out, ":{ compadd - %s; _files }", words);
	else if (*words)
		pl_out_print(&cli->out, ":(%s)", words);
	else
		pl_out_puts(&cli->out, completion->files ? ":_files" : ":");
}

static void write_option(struct pl_cli *cli, const struct pl_option_row *row)
{
	bool valued = pl_option_takes_value(row);

	pl_out_puts(&cli->out, " \\\n\t\t\t'*'");
	if (row->letter)
		pl_out_print(&cli->out, "{-%c%s,--%s%s}", row->letter, valued ? "+" : "", row->name, valued ? "=" : "");
	else
		pl_out_print(&cli->out, "--%s%s", row->name, valued ? "=" : "");
	pl_out_puts(&cli->out, "'[");
	write_quoted(cli, row->help);
	pl_out_puts(&cli->out, "]");
	if (valued) {
		struct pl_completion completion = pl_completion_of_option(cli, row);

		write_action(cli, row->argument, &completion);
	}
	pl_out_puts(&cli->out, "'");
}

static void write_command(struct pl_cli *cli, const struct pl_command *command)
{
	struct pl_completion completion = pl_completion_of_command(cli, command);

	pl_out_print(&cli->out, "\t%s)\n\t\t_arguments -s -S", command->name);
	for (const struct pl_option_row *row = pl_option_rows; row->name; row++)
		if (row->commands & command->bit)
			write_option(cli, row);
	if (completion.words.count || completion.rules || completion.files) {
		pl_out_puts(&cli->out, " \\\n\t\t\t'*");
		write_action(cli, "argument", &completion);
		pl_out_puts(&cli->out, "'");
	}
	pl_out_puts(&cli->out, "\n\t\t;;\n");
}

static void write_zsh(struct pl_cli *cli)
{
	pl_out_puts(&cli->out, head);
	for (const struct pl_command *command = pl_commands; command->name; command++) {
		pl_out_print(&cli->out, "\t\t'%s:", command->name);
		write_quoted(cli, command->summary);
		pl_out_puts(&cli->out, "'\n");
	}
	pl_out_puts(&cli->out, "\t)\n"
	                       "\tif (( CURRENT == 2 )); then\n"
	                       "\t\t_describe command commands\n"
	                       "\t\treturn\n"
	                       "\tfi\n"
	                       "\tshift words\n"
	                       "\t(( CURRENT-- ))\n"
	                       "\tcase $words[1] in\n");
	for (const struct pl_command *command = pl_commands; command->name; command++)
		write_command(cli, command);
	pl_out_puts(&cli->out, tail);
}

const struct pl_shell pl_shell_zsh = {"zsh", write_zsh};
