/* `planlint completion`: finds what can stand where, and has it written for a shell. */
#include "cli/completion.h"
#include "cli/starter.h"

#include "base/str.h"

static const struct pl_shell *const shells[] = {&pl_shell_bash, &pl_shell_zsh, &pl_shell_fish};

enum { SHELLS = sizeof shells / sizeof *shells };

/* ---- where values come from ------------------------------------------------------------------------------------- */

static void add_commands(struct pl_cli *cli, struct pl_completion *completion)
{
	for (const struct pl_command *command = pl_commands; command->name; command++)
		*PL_VEC_PUSH(&cli->arena, &completion->words) = command->name;
}

static void add_templates(struct pl_cli *cli, struct pl_completion *completion)
{
	for (const struct pl_starter *starter = pl_starters; starter->name; starter++)
		*PL_VEC_PUSH(&cli->arena, &completion->words) = starter->name;
}

static void add_formats(struct pl_cli *cli, struct pl_completion *completion)
{
	for (size_t i = 0; pl_reporter_at(i); i++)
		*PL_VEC_PUSH(&cli->arena, &completion->words) = pl_reporter_at(i)->name;
}

static void add_fields(struct pl_cli *cli, struct pl_completion *completion)
{
	for (size_t i = 0; pl_rate_field_name(i); i++)
		*PL_VEC_PUSH(&cli->arena, &completion->words) = pl_rate_field_name(i);
}

static void add_rules(struct pl_cli *cli, struct pl_completion *completion)
{
	(void)cli;
	completion->rules = true;
}

static void add_files(struct pl_cli *cli, struct pl_completion *completion)
{
	(void)cli;
	completion->files = true;
}

static const struct {
	const char *placeholder;
	void (*add)(struct pl_cli *cli, struct pl_completion *completion);
} sources[] = {{"COMMAND", add_commands}, {"FIELD", add_fields}, {"FILE", add_files}, {"FORMAT", add_formats},
               {"GLOB", add_files},       {"PATH", add_files},   {"RULE", add_rules}, {"TEMPLATE", add_templates}};

/* ---- reading usages --------------------------------------------------------------------------------------------- */

static bool is_word(char c) { return pl_ascii_is_alpha(c) || pl_ascii_is_digit(c) || (c && strchr("-_.=", c)); }

/* A placeholder adds what it stands for, a word in small letters itself. */
static void read_word(struct pl_cli *cli, struct pl_completion *completion, struct pl_str word)
{
	while (word.len && word.ptr[word.len - 1] == '.')
		word.len--;
	if (word.len && word.ptr[0] >= 'a' && word.ptr[0] <= 'z')
		*PL_VEC_PUSH(&cli->arena, &completion->words) = pl_arena_copy(&cli->arena, word);
	for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
		if (pl_str_equal(word, pl_str_of(sources[i].placeholder)))
			sources[i].add(cli, completion);
}

/* "create|prune|show [OPTION]... [PATH...]" */
static struct pl_completion read_usage(struct pl_cli *cli, const char *usage)
{
	struct pl_completion completion = {.list = strchr(usage, ',') != NULL};

	while (*usage) {
		size_t length = 0;

		while (is_word(usage[length]))
			length++;
		read_word(cli, &completion, (struct pl_str){usage, length});
		usage += length ? length : 1;
	}
	return completion;
}

bool pl_option_takes_value(const struct pl_option_row *row) { return row->kind != PL_KIND_FLAG; }

struct pl_completion pl_completion_of_option(struct pl_cli *cli, const struct pl_option_row *row)
{
	struct pl_completion completion = {0};

	if (!row->choices)
		return read_usage(cli, row->argument);
	for (const struct pl_choice *choice = row->choices; choice->name; choice++)
		*PL_VEC_PUSH(&cli->arena, &completion.words) = choice->name;
	return completion;
}

struct pl_completion pl_completion_of_command(struct pl_cli *cli, const struct pl_command *command)
{
	return read_usage(cli, command->usage);
}

/* ---- the command ------------------------------------------------------------------------------------------------ */

enum pl_exit pl_cli_completion(struct pl_cli *cli)
{
	const struct pl_names *arguments = &cli->settings.arguments;
	struct pl_names names = {0};

	for (size_t i = 0; i < SHELLS; i++) {
		if (arguments->count == 1 && strcmp(arguments->items[0], shells[i]->name) == 0) {
			shells[i]->write(cli);
			return PL_EXIT_CLEAN;
		}
		*PL_VEC_PUSH(&cli->arena, &names) = shells[i]->name;
	}
	pl_cli_say(cli, "completion is for one shell: %s", pl_names_join(&cli->arena, &names, ", "));
	return PL_EXIT_FAILED;
}
