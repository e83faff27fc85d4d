/* Help, made from the tables of commands and options; nothing in it is wider than 80 columns. */
#include "cli/cli.h"

#include "base/str.h"

enum { TEXT_COLUMN = 28, HELP_WIDTH = 80 };

void pl_help_overview(struct pl_screen *screen)
{
	pl_out_puts(screen->out, "planlint finds what a careful reviewer would ask you to change in a plan.\n\n"
	                         "Usage: planlint COMMAND [OPTION]... [ARGUMENT]...\n\n");
	for (const struct pl_command *command = pl_commands; command->name; command++)
		pl_out_print(screen->out, "  %-10s %s\n", command->name, command->summary);
	pl_out_puts(screen->out, "\nFor example:\n"
	                         "  planlint check housing.yaml          what is wrong in one plan\n"
	                         "  planlint check --profile officer .   only what is sure, in all plans here\n"
	                         "  planlint explain meeting-only        why a rule says what it says\n"
	                         "All options of a command: planlint help COMMAND\n"
	                         "Exit status: 0 fine, 1 findings, 2 the job could not be done\n");
}

/* "  -o, --output FILE" */
static const char *option_head(struct pl_cli *cli, const struct pl_option_row *row)
{
	const char *letter = row->letter ? pl_arena_print(&cli->arena, "-%c,", row->letter) : "   ";

	return pl_arena_print(&cli->arena, "  %s --%s%s%s", letter, row->name, row->argument ? " " : "",
	                      row->argument ? row->argument : "");
}

static void show_formats(struct pl_cli *cli)
{
	struct pl_screen screen = {.out = &cli->out, .width = HELP_WIDTH};
	const struct pl_reporter *format;

	for (size_t i = 0; (format = pl_reporter_at(i)); i++) {
		pl_out_print(&cli->out, "%*s%-8s ", TEXT_COLUMN, "", format->name);
		pl_screen_wrap(&screen, format->summary, TEXT_COLUMN + 9, TEXT_COLUMN + 9);
	}
}

static void show_option(struct pl_cli *cli, const struct pl_option_row *row)
{
	struct pl_screen screen = {.out = &cli->out, .width = HELP_WIDTH};
	const char *head = option_head(cli, row);
	int room = TEXT_COLUMN - (int)strlen(head);

	pl_out_puts(&cli->out, head);
	if (room < 2)
		pl_out_print(&cli->out, "\n%*s", TEXT_COLUMN, "");
	else
		pl_out_print(&cli->out, "%*s", room, "");
	pl_screen_wrap(&screen, row->help, TEXT_COLUMN, TEXT_COLUMN);
	if (row->kind == PL_KIND_FORMAT)
		show_formats(cli);
	/* a choice that its help does not spell out */
	if (row->choices && !strstr(row->help, row->choices[0].name)) {
		pl_out_print(&cli->out, "%*s", TEXT_COLUMN, "");
		pl_screen_wrap(&screen, pl_option_choices(&cli->arena, row), TEXT_COLUMN, TEXT_COLUMN);
	}
}

void pl_help_command(struct pl_cli *cli, const struct pl_command *command)
{
	struct pl_screen screen = {.out = &cli->out, .width = HELP_WIDTH};
	const char *group = "";

	pl_out_print(&cli->out, "Usage: planlint %s %s\n\n", command->name, command->usage);
	pl_screen_wrap(&screen, command->about ? command->about : command->summary, 0, 0);
	for (const struct pl_option_row *row = pl_option_rows; row->name; row++) {
		if (!(row->commands & command->bit))
			continue;
		if (strcmp(row->group, group) != 0)
			pl_out_print(&cli->out, "\n%s:\n", row->group);
		group = row->group;
		show_option(cli, row);
	}
}

enum pl_exit pl_cli_help(struct pl_cli *cli)
{
	const struct pl_names *arguments = &cli->settings.arguments;
	const struct pl_command *command;

	if (!arguments->count) {
		if (cli->settings.man)
			pl_man_write(cli, NULL);
		else
			pl_help_overview(&cli->screen);
		return PL_EXIT_CLEAN;
	}
	command = pl_command_find(pl_str_of(arguments->items[0]));
	if (!command || arguments->count > 1) {
		pl_cli_say(cli, "there is no help on '%s' (see planlint help)", arguments->items[command ? 1 : 0]);
		return PL_EXIT_FAILED;
	}
	if (cli->settings.man)
		pl_man_write(cli, command);
	else
		pl_help_command(cli, command);
	return PL_EXIT_CLEAN;
}
