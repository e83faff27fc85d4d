/* The completion of bash: needs bash 4 and no package beside it. */
#include "cli/completion.h"

static const char head[] =
        "# bash completion of planlint, written by `planlint completion bash`.\n"
        "\n"
        "_planlint_words()\n{\n"
        "\tCOMPREPLY=($(compgen -W \"$1\" -- \"$cur\"))\n"
        "}\n\n"
        "_planlint_rules()\n{\n\t" PL_COMPLETION_RULES "\n}\n\n"
        "# Rules with commas between them: the last one is completed.\n"
        "_planlint_list()\n{\n"
        "\tlocal chosen=\n\n"
        "\tcase $cur in *,*) chosen=${cur%,*}, ;; esac\n"
        "\tCOMPREPLY=($(compgen -P \"$chosen\" -W \"$(_planlint_rules)\" -- \"${cur#\"$chosen\"}\"))\n"
        "}\n\n"
        "# Readline itself completes names of files best.\n"
        "_planlint_files()\n{\n"
        "\tcompopt -o default 2>/dev/null\n"
        "}\n\n"
        "_planlint()\n{\n"
        "\tlocal cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}\n"
        "\tlocal command=${COMP_WORDS[1]} IFS=$' \\t\\n'\n\n"
        "\tCOMPREPLY=()\n"
        "\t# bash makes three words of --option=value\n"
        "\tif [ \"$cur\" = = ]; then\n"
        "\t\tcur=\n"
        "\telif [ \"$prev\" = = ]; then\n"
        "\t\tprev=${COMP_WORDS[COMP_CWORD - 2]}\n"
        "\tfi\n";

/* The shell commands that fill COMPREPLY. */
static void write_action(struct pl_cli *cli, const struct pl_completion *completion, const char *options)
{
	const char *words = pl_names_join(&cli->arena, &completion->words, " ");

	if (completion->list && completion->rules)
		pl_out_puts(&cli->out, " _planlint_list;");
	else if (completion->rules)
		pl_out_puts(&cli->out, " _planlint_words \"$(_planlint_rules)\";");
	else if (*words || *options)
		pl_out_print(&cli->out, " _planlint_words '%s%s%s';", words, *words && *options ? " " : "", options);
	if (completion->files)
		pl_out_puts(&cli->out, " _planlint_files;");
}

/* "check:--output|check:-o" */
static void write_pattern(struct pl_cli *cli, const struct pl_option_row *row)
{
	const char *bar = "";

	for (const struct pl_command *command = pl_commands; command->name; command++) {
		if (!(row->commands & command->bit))
			continue;
		pl_out_print(&cli->out, "%s%s:--%s", bar, command->name, row->name);
		if (row->letter)
			pl_out_print(&cli->out, "|%s:-%c", command->name, row->letter);
		bar = "|";
	}
}

static void write_values(struct pl_cli *cli)
{
	pl_out_puts(&cli->out, "\tcase $command:$prev in\n");
	for (const struct pl_option_row *row = pl_option_rows; row->name; row++) {
		struct pl_completion completion;

		if (!pl_option_takes_value(row))
			continue;
		completion = pl_completion_of_option(cli, row);
		pl_out_puts(&cli->out, "\t");
		write_pattern(cli, row);
		pl_out_puts(&cli->out, ")");
		write_action(cli, &completion, "");
		pl_out_puts(&cli->out, " return ;;\n");
	}
	pl_out_puts(&cli->out, "\tesac\n");
}

static const char *options_of(struct pl_cli *cli, const struct pl_command *command)
{
	struct pl_names names = {0};

	for (const struct pl_option_row *row = pl_option_rows; row->name; row++)
		if (row->commands & command->bit)
			*PL_VEC_PUSH(&cli->arena, &names) = pl_arena_print(&cli->arena, "--%s", row->name);
	return pl_names_join(&cli->arena, &names, " ");
}

static void write_commands(struct pl_cli *cli)
{
	struct pl_names names = {0};

	for (const struct pl_command *command = pl_commands; command->name; command++)
		*PL_VEC_PUSH(&cli->arena, &names) = command->name;
	pl_out_print(&cli->out, "\tcase $COMP_CWORD:$command:$cur in\n\t1:*) _planlint_words '%s' ;;\n",
	             pl_names_join(&cli->arena, &names, " "));
	for (const struct pl_command *command = pl_commands; command->name; command++) {
		struct pl_completion completion = pl_completion_of_command(cli, command);

		pl_out_print(&cli->out, "\t*:%s:-*)", command->name);
		write_action(cli, &(struct pl_completion){0}, options_of(cli, command));
		pl_out_print(&cli->out, " ;;\n\t*:%s:*)", command->name);
		write_action(cli, &completion, "");
		pl_out_puts(&cli->out, " ;;\n");
	}
	pl_out_puts(&cli->out, "\tesac\n");
}

static void write_bash(struct pl_cli *cli)
{
	pl_out_puts(&cli->out, head);
	write_values(cli);
	write_commands(cli);
	pl_out_puts(&cli->out, "}\n\ncomplete -F _planlint planlint\n");
}

const struct pl_shell pl_shell_bash = {"bash", write_bash};
