/* The completion of fish: a line an option and its commands. */
#include "cli/completion.h"

#include "base/str.h"

static const char head[] = "# fish completion of planlint, written by `planlint completion fish`.\n\n"
                           "function __planlint_rules\n\t" PL_COMPLETION_RULES "\nend\n\n"
                           "# Is the command one of these? Without any: is there none yet?\n"
                           "function __planlint_command\n"
                           "\tset -l words (commandline -opc)\n"
                           "\tif test (count $words) -lt 2\n"
                           "\t\ttest (count $argv) -eq 0\n"
                           "\telse\n"
                           "\t\tcontains -- $words[2] $argv\n"
                           "\tend\n"
                           "end\n\n"
                           "complete -c planlint -f\n";

static void write_quoted(struct pl_cli *cli, const char *text)
{
	for (; *text; text++) {
		if (*text == '\'' || *text == '\\')
			pl_out_puts(&cli->out, "\\");
		pl_out_add(&cli->out, (struct pl_str){text, 1});
	}
}

/* " -a 'one two'", whatever there is. */
static void write_values(struct pl_cli *cli, const struct pl_completion *completion)
{
	const char *words = pl_names_join(&cli->arena, &completion->words, " ");

	if (completion->rules)
		words = completion->list ? "(__fish_complete_list , __planlint_rules)" : "(__planlint_rules)";
	if (*words)
		pl_out_print(&cli->out, " -a '%s'", words);
	if (completion->files)
		pl_out_puts(&cli->out, " -F");
}

static void write_option(struct pl_cli *cli, const struct pl_option_row *row)
{
	pl_out_puts(&cli->out, "complete -c planlint -n '__planlint_command");
	for (const struct pl_command *command = pl_commands; command->name; command++)
		if (row->commands & command->bit)
			pl_out_print(&cli->out, " %s", command->name);
	pl_out_print(&cli->out, "' -l %s", row->name);
	if (row->letter)
		pl_out_print(&cli->out, " -s %c", row->letter);
	if (pl_option_takes_value(row)) {
		struct pl_completion completion = pl_completion_of_option(cli, row);

		pl_out_puts(&cli->out, completion.files ? " -r" : " -x");
		write_values(cli, &completion);
	}
	pl_out_puts(&cli->out, " -d '");
	write_quoted(cli, row->help);
	pl_out_puts(&cli->out, "'\n");
}

static void write_command(struct pl_cli *cli, const struct pl_command *command)
{
	struct pl_completion completion = pl_completion_of_command(cli, command);

	pl_out_print(&cli->out, "complete -c planlint -n __planlint_command -a %s -d '", command->name);
	write_quoted(cli, command->summary);
	pl_out_puts(&cli->out, "'\n");
	if (!completion.words.count && !completion.rules && !completion.files)
		return;
	pl_out_print(&cli->out, "complete -c planlint -n '__planlint_command %s'", command->name);
	write_values(cli, &completion);
	pl_out_puts(&cli->out, "\n");
}

static void write_fish(struct pl_cli *cli)
{
	pl_out_puts(&cli->out, head);
	for (const struct pl_command *command = pl_commands; command->name; command++)
		write_command(cli, command);
	for (const struct pl_option_row *row = pl_option_rows; row->name; row++)
		write_option(cli, row);
}

const struct pl_shell pl_shell_fish = {"fish", write_fish};
