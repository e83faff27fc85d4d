/*
 * Shell completion: what can stand in each place, read off the tables of commands and options, and a writer a shell.
 *
 * A placeholder of a usage (RULE, PATH, TEMPLATE) says where its values come from, so that a new command or option is
 * completed without a line here.
 */
#ifndef PL_CLI_COMPLETION_H
#define PL_CLI_COMPLETION_H

#include "cli/cli.h"

struct pl_completion {
	struct pl_names words; /* what is known beforehand */
	bool rules;            /* rules and modules, asked of `planlint rules` when the user asks */
	bool list;             /* several of them with commas between */
	bool files;
};

struct pl_shell {
	const char *name;
	void (*write)(struct pl_cli *cli);
};

extern const struct pl_shell pl_shell_bash, pl_shell_fish, pl_shell_zsh;

/* Prints the rules and modules, one a line, in any shell: rules stand two blanks in, modules at the margin. */
#define PL_COMPLETION_RULES                                                                                            \
	"planlint rules --color never 2>/dev/null | sed -n 's/^\\(  \\)\\{0,1\\}\\([a-z][a-z0-9_-]*\\).*/\\2/p'"

/* What completes the value of an option that takes one. */
struct pl_completion pl_completion_of_option(struct pl_cli *cli, const struct pl_option_row *row);

/* What completes the arguments of a command. */
struct pl_completion pl_completion_of_command(struct pl_cli *cli, const struct pl_command *command);

bool pl_option_takes_value(const struct pl_option_row *row);

#endif
