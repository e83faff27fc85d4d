/* Manual pages in man(7) macros, made from the tables of commands and options. */
#include "cli/cli.h"

#include "base/str.h"

/* The page of planlint itself. */
#define OVERVIEW (1U << 31)

struct line {
	unsigned pages;
	const char *head, *text;
};

static const struct line statuses[] = {
        {PL_COMMAND_CHECK | PL_COMMAND_SWEEP, "0", "Nothing at or above --fail-on was found."},
        {~(unsigned)(PL_COMMAND_CHECK | PL_COMMAND_SWEEP), "0", "The job was done."},
        {PL_COMMAND_CHECK | PL_COMMAND_SWEEP | OVERVIEW, "1",
         "planlint check or planlint sweep found something at or above --fail-on."},
        {~0U, "2", "The job could not be done; standard error says why."},
};

/* Files belong to the commands that take the option, too. */
static const struct {
	const char *option;
	struct line line;
} files[] = {
        {"config",
         {PL_COMMAND_INIT | OVERVIEW, ".planlint.yaml",
          "The configuration; the nearest one upward from a file is used."}},
        {"exclude", {OVERVIEW, ".planlintignore", "What is left out when folders are walked, as in .gitignore."}},
        {"baseline", {OVERVIEW, ".planlint-baseline.json", "The usual name of a baseline: findings that are known."}},
};

static const struct line examples[] = {
        {PL_COMMAND_CHECK | OVERVIEW, "planlint check housing.yaml", "What is wrong in one plan."},
        {PL_COMMAND_CHECK | OVERVIEW, "planlint check --profile officer .", "Only what is sure, in all plans here."},
        {PL_COMMAND_SWEEP | OVERVIEW, "planlint sweep plans", "All plans of a folder, and what they have in common."},
        {PL_COMMAND_CHECK, "planlint check --format sarif -o findings.sarif --format text plans",
         "A report for code scanning beside the one on the screen."},
        {PL_COMMAND_EXPLAIN | OVERVIEW, "planlint explain meeting-only", "Why a rule says what it says."},
        {PL_COMMAND_RULES, "planlint rules --format json", "Everything about every rule, for programs."},
        {PL_COMMAND_BASELINE, "planlint baseline create plans",
         "Writes .planlint-baseline.json; planlint check --baseline .planlint-baseline.json counts only what is new."},
        {PL_COMMAND_IGNORE, "planlint ignore 0123abcd --reason 'agreed with the board'",
         "Suppresses the finding whose fingerprint begins so; the format json shows fingerprints."},
        {PL_COMMAND_COMPARE, "planlint compare plans-2010 plans-2011", "What became of last year's milestones."},
        {PL_COMMAND_COMPARE, "git show main:housing.yaml | planlint compare - housing.yaml",
         "What changed in a plan since the branch main."},
        {PL_COMMAND_SWEEP, "planlint sweep --by rule,officer plans",
         "How often each rule finds something, and with whom."},
        {PL_COMMAND_SWEEP, "planlint sweep --sample 300 plans > sample.csv",
         "What to mark by hand before planlint score tells how far to trust the rules."},
        {PL_COMMAND_SCORE, "planlint score marked.csv", "Precision and recall of each rule, from a sample you marked."},
        {PL_COMMAND_INIT, "planlint init strategic", "Writes a configuration and a strategic plan to begin with."},
        {PL_COMMAND_SCHEMA, "planlint schema plan > plan.schema.json", "A schema that editors complete plans with."},
        {PL_COMMAND_COMPLETION, "source <(planlint completion bash)", "Completes commands in this shell."},
        {PL_COMMAND_VERSION, "planlint version", "Names the version, for reports of mistakes."},
        {PL_COMMAND_HELP, "planlint help --man check | man -l -", "Reads a manual page that is not installed."},
};

enum { STATUSES = sizeof statuses / sizeof *statuses, FILES = sizeof files / sizeof *files };
enum { EXAMPLES = sizeof examples / sizeof *examples };

/* ---- roff ------------------------------------------------------------------------------------------------------- */

/* Text as it is: no backslash, dash, dot or quote of it means anything to roff. */
static void write_text(struct pl_cli *cli, struct pl_str text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '-')
			pl_out_puts(&cli->out, "\\-");
		else if (text.ptr[i] == '\\')
			pl_out_puts(&cli->out, "\\e");
		else if (!i && (text.ptr[i] == '.' || text.ptr[i] == '\''))
			pl_out_print(&cli->out, "\\&%c", text.ptr[i]);
		else
			pl_out_add(&cli->out, (struct pl_str){text.ptr + i, 1});
	}
}

static void write_line(struct pl_cli *cli, const char *text)
{
	write_text(cli, pl_str_of(text));
	pl_out_puts(&cli->out, "\n");
}

static void write_font(struct pl_cli *cli, char font, struct pl_str text)
{
	pl_out_print(&cli->out, "\\f%c", font);
	write_text(cli, text);
	pl_out_puts(&cli->out, "\\fR");
}

static void write_item(struct pl_cli *cli, const struct line *line)
{
	pl_out_puts(&cli->out, ".TP\n");
	write_font(cli, 'B', pl_str_of(line->head));
	pl_out_puts(&cli->out, "\n");
	write_line(cli, line->text);
}

/* A sentence of a phrase: with a capital at its start and a full stop. */
static void write_sentence(struct pl_cli *cli, const char *phrase)
{
	char *text = pl_arena_print(&cli->arena, "%s.", phrase);

	if (text[0] >= 'a' && text[0] <= 'z')
		text[0] = (char)(text[0] - 'a' + 'A');
	write_line(cli, text);
}

/* What to type is bold, what stands for something else is in italics. */
static void write_usage(struct pl_cli *cli, const char *usage)
{
	while (*usage) {
		size_t length = 0;

		while (pl_ascii_is_alpha(usage[length]) || (length && usage[length] == '-'))
			length++;
		if (length)
			write_font(cli, *usage >= 'a' ? 'B' : 'I', (struct pl_str){usage, length});
		else
			write_text(cli, (struct pl_str){usage, length = 1});
		usage += length;
	}
}

/* ---- sections --------------------------------------------------------------------------------------------------- */

static bool takes(const struct pl_command *command, const char *option)
{
	for (const struct pl_option_row *row = pl_option_rows; row->name; row++)
		if (row->commands & command->bit && strcmp(row->name, option) == 0)
			return true;
	return false;
}

static void write_formats(struct pl_cli *cli)
{
	pl_out_puts(&cli->out, ".RS\n");
	for (size_t i = 0; pl_reporter_at(i); i++)
		write_item(cli, &(struct line){.head = pl_reporter_at(i)->name, .text = pl_reporter_at(i)->summary});
	pl_out_puts(&cli->out, ".RE\n");
}

static void write_option(struct pl_cli *cli, const struct pl_option_row *row)
{
	pl_out_puts(&cli->out, ".TP\n");
	if (row->letter)
		pl_out_print(&cli->out, "\\fB\\-%c\\fR, ", row->letter);
	write_font(cli, 'B', pl_str_of(pl_arena_print(&cli->arena, "--%s", row->name)));
	if (row->argument) {
		pl_out_puts(&cli->out, " ");
		write_font(cli, 'I', pl_str_of(row->argument));
	}
	pl_out_puts(&cli->out, "\n");
	write_line(cli, row->help);
	if (row->choices && !strstr(row->help, row->choices[0].name))
		write_line(cli, pl_arena_print(&cli->arena, "(%s)", pl_option_choices(&cli->arena, row)));
	if (row->kind == PL_KIND_FORMAT)
		write_formats(cli);
}

static void write_options(struct pl_cli *cli, const struct pl_command *command)
{
	const char *group = "";

	pl_out_puts(&cli->out, ".SH OPTIONS\n");
	for (const struct pl_option_row *row = pl_option_rows; row->name; row++) {
		if (!(row->commands & command->bit))
			continue;
		if (strcmp(row->group, group) != 0)
			pl_out_print(&cli->out, ".SS %s\n", row->group);
		group = row->group;
		write_option(cli, row);
	}
}

static void write_commands(struct pl_cli *cli)
{
	pl_out_puts(&cli->out, ".SH COMMANDS\n");
	for (const struct pl_command *command = pl_commands; command->name; command++) {
		pl_out_puts(&cli->out, ".TP\n");
		write_font(cli, 'B', pl_str_of(command->name));
		pl_out_puts(&cli->out, "\n");
		write_sentence(cli, command->summary);
	}
}

static void write_statuses(struct pl_cli *cli, unsigned page)
{
	pl_out_puts(&cli->out, ".SH EXIT STATUS\n");
	for (size_t i = 0; i < STATUSES; i++)
		if (statuses[i].pages & page)
			write_item(cli, &statuses[i]);
}

static void write_files(struct pl_cli *cli, const struct pl_command *command, unsigned page)
{
	bool begun = false;

	for (size_t i = 0; i < FILES; i++) {
		if (!(files[i].line.pages & page) && !(command && takes(command, files[i].option)))
			continue;
		if (!begun)
			pl_out_puts(&cli->out, ".SH FILES\n");
		begun = true;
		write_item(cli, &files[i].line);
	}
}

static void write_examples(struct pl_cli *cli, unsigned page)
{
	bool begun = false;

	for (size_t i = 0; i < EXAMPLES; i++) {
		if (!(examples[i].pages & page))
			continue;
		if (!begun)
			pl_out_puts(&cli->out, ".SH EXAMPLES\n");
		begun = true;
		write_item(cli, &examples[i]);
	}
}

/* Every page names planlint(1); that one names them all, and `make` reads from it which pages there are. */
static void write_see_also(struct pl_cli *cli, const struct pl_command *command)
{
	pl_out_puts(&cli->out, ".SH SEE ALSO\n");
	if (command) {
		pl_out_puts(&cli->out, ".BR planlint (1)\n");
		return;
	}
	for (const struct pl_command *each = pl_commands; each->name; each++)
		pl_out_print(&cli->out, ".BR planlint\\-%s (1)%s\n", each->name, each[1].name ? "," : "");
}

/* ---- pages ------------------------------------------------------------------------------------------------------ */

static const char overview[] = "reads action plans written as YAML and says what a careful reviewer would ask their "
                               "authors to change. Every finding stands at the exact words.";

/* No date: the same sources make the same page on every day. */
static void write_head(struct pl_cli *cli, const char *name, const char *summary)
{
	pl_out_puts(&cli->out, ".TH ");
	for (const char *at = name; *at; at++)
		pl_out_print(&cli->out, "%c", *at >= 'a' && *at <= 'z' ? *at - 'a' + 'A' : *at);
	pl_out_puts(&cli->out, " 1 \"\" \"planlint " PL_VERSION "\" \"User Commands\"\n.SH NAME\n");
	write_text(cli, pl_str_of(name));
	pl_out_puts(&cli->out, " \\- ");
	write_line(cli, summary);
	pl_out_puts(&cli->out, ".SH SYNOPSIS\n\\fBplanlint\\fR ");
}

static void command_page(struct pl_cli *cli, const struct pl_command *command)
{
	write_head(cli, pl_arena_print(&cli->arena, "planlint-%s", command->name), command->summary);
	write_font(cli, 'B', pl_str_of(command->name));
	if (*command->usage)
		pl_out_puts(&cli->out, " ");
	write_usage(cli, command->usage);
	pl_out_puts(&cli->out, "\n.SH DESCRIPTION\n");
	if (command->about)
		write_line(cli, command->about);
	else
		write_sentence(cli, command->summary);
	write_options(cli, command);
	write_statuses(cli, command->bit);
	write_files(cli, command, command->bit);
	write_examples(cli, command->bit);
	write_see_also(cli, command);
}

void pl_man_write(struct pl_cli *cli, const struct pl_command *command)
{
	if (command) {
		command_page(cli, command);
		return;
	}
	write_head(cli, "planlint", "find what a careful reviewer would ask you to change in a plan");
	write_usage(cli, "COMMAND [OPTION]... [ARGUMENT]...");
	pl_out_puts(&cli->out, "\n.SH DESCRIPTION\n.B planlint\n");
	write_line(cli, overview);
	write_commands(cli);
	write_statuses(cli, OVERVIEW);
	write_files(cli, NULL, OVERVIEW);
	write_examples(cli, OVERVIEW);
	write_see_also(cli, NULL);
}
