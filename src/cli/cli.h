/*
 * The command line: one table of commands, one table of options, one struct of what was asked.
 *
 * The commands are clients of <planlint/planlint.h> and of the reporters; nothing else of the library is known here.
 */
#ifndef PL_CLI_CLI_H
#define PL_CLI_CLI_H

#include "base/vec.h"
#include "report/report.h"

struct pl_cli;

enum pl_exit { PL_EXIT_CLEAN = 0, PL_EXIT_FINDINGS = 1, PL_EXIT_FAILED = 2 };

/* Bits: which commands take an option. */
enum pl_command_bit {
	PL_COMMAND_CHECK = 1,
	PL_COMMAND_SWEEP = 1 << 16,
	PL_COMMAND_EXPLAIN = 2,
	PL_COMMAND_RULES = 4,
	PL_COMMAND_VERSION = 8,
	PL_COMMAND_HELP = 16,
	PL_COMMAND_BASELINE = 32,
	PL_COMMAND_IGNORE = 64,
	PL_COMMAND_COMPLETION = 128,
	PL_COMMAND_SCHEMA = 256,
	PL_COMMAND_INIT = 512,
	PL_COMMAND_COMPARE = 2048,
	PL_COMMAND_SCORE = 4096
};

struct pl_names {
	const char **items;
	size_t count, room;
};

enum pl_when { PL_WHEN_AUTO, PL_WHEN_ALWAYS, PL_WHEN_NEVER };
enum pl_list_format { PL_LIST_TEXT, PL_LIST_JSON, PL_LIST_MARKDOWN };
enum pl_table_format { PL_TABLE_TEXT, PL_TABLE_JSON, PL_TABLE_CSV };

struct pl_output {
	const struct pl_reporter *format;
	const char *path; /* NULL: standard output */
};

/* What the command line says; options write here by the offsets of the option table. 0 and NULL: not given. */
struct pl_settings {
	struct pl_names select, ignore, set, by;
	int profile;                               /* enum pl_profile + 1 */
	int min_severity, min_confidence, fail_on; /* PL_ERROR + 1 is "never" */
	struct pl_names include, exclude, files_from;
	const char *baseline_file, *changed_since, *reason;
	bool nul, list_files, allow_empty, isolated, no_ignores;
	const char *config;
	const char *stdin_filename;
	struct pl_names previous;
	const char *output; /* of a command that writes one report; NULL: standard output */
	const char *as_of_text;
	pl_day as_of;
	struct {
		struct pl_output *items;
		size_t count, room;
	} outputs;
	int colour; /* enum pl_when */
	uint64_t max_findings;
	bool statistics, quiet, verbose, redact;
	int group_by; /* enum pl_group_by */
	int dump;     /* enum pl_stage + 1 */
	uint64_t jobs;
	uint64_t sample, seed;
	int emit; /* 1: records */
	uint64_t max_size, max_depth, max_nodes, max_documents, max_findings_per_file, max_match_steps, max_steps;
	int list_format;  /* enum pl_list_format */
	int table_format; /* enum pl_table_format */
	bool help, version, man;
	struct pl_names arguments; /* what is no option */
};

struct pl_command {
	const char *name;
	unsigned bit;
	const char *usage;   /* behind "planlint NAME " */
	const char *summary; /* one line, for the list of commands */
	const char *about;   /* paragraphs for its own help; NULL */
	enum pl_exit (*run)(struct pl_cli *cli);
};

/* What progress.h shows. */
struct pl_progress_line {
	const char *what;
	size_t total;
	bool active, drawn;
	bool seen;           /* somebody has waited so long that a line was drawn: the next one need not wait */
	bool is_share;       /* numbers mean nothing to people, only the share they make */
	int64_t began, next; /* milliseconds: when it began, when it is drawn again */
};

struct pl_cli {
	struct pl_arena arena;
	struct pl_arena_guard guard;
	const struct pl_command *command;
	struct pl_settings settings;
	struct pl_screen screen; /* standard output */
	struct pl_screen errors; /* standard error */
	struct pl_out out, err;
	struct pl_progress_line progress;
};

/* ---- saying ----------------------------------------------------------------------------------------------------- */

/* "planlint: …" on standard error, at once. */
void pl_cli_say(struct pl_cli *cli, const char *format, ...) PL_PRINTF(2, 3);

/* The same for -v: "skipped x.yaml: it is no plan"; `reason` may be NULL. */
void pl_cli_tell(struct pl_cli *cli, const char *what, const char *path, const char *reason);

/* "local-delivery, strategic"; in the arena. */
const char *pl_names_join(struct pl_arena *arena, const struct pl_names *names, const char *between);

/* Is this a job of GitHub Actions, where lines that are printed may be commands? */
bool pl_cli_is_log(void);

/* Calls `body`. False where memory ran out in it, which is said; then the caller lets go of what is in no arena. */
bool pl_cli_try(struct pl_cli *cli, void (*body)(void *data), void *data);

/* Colours on `fd`, by --color, NO_COLOR, FORCE_COLOR and what the file is; columns there, 80 where it is no terminal.
 */
bool pl_cli_colour(const struct pl_cli *cli, int fd);
unsigned pl_cli_width(int fd);

enum { PL_USUAL_WIDTH = 80 };

/* ---- options ---------------------------------------------------------------------------------------------------- */

enum pl_option_kind {
	PL_KIND_FLAG,   /* bool */
	PL_KIND_NUMBER, /* uint64_t */
	PL_KIND_SIZE,   /* uint64_t; K, M and G are understood */
	PL_KIND_CHOICE, /* int */
	PL_KIND_TEXT,   /* const char * */
	PL_KIND_NAMES,  /* struct pl_names; may be repeated */
	PL_KIND_DAY,    /* as_of, as_of_text */
	PL_KIND_FORMAT, /* begins an output */
	PL_KIND_OUTPUT  /* names the file of the output begun last */
};

struct pl_choice {
	const char *name;
	int value;
};

struct pl_option_row {
	const char *name; /* without `--` */
	char letter;      /* 0: none */
	enum pl_option_kind kind;
	unsigned commands; /* bits */
	size_t field;      /* offset in struct pl_settings */
	const char *argument;
	const struct pl_choice *choices; /* ends with a NULL name */
	uint64_t minimum, maximum;       /* of numbers */
	const char *group;               /* heading in the help */
	const char *help;
};

extern const struct pl_option_row pl_option_rows[]; /* ends with a NULL name */
extern const struct pl_command pl_commands[];       /* ends with a NULL name */

const struct pl_command *pl_command_find(struct pl_str name);

/* Reads what stands behind the command. False after saying what is wrong. */
bool pl_cli_parse(struct pl_cli *cli, int count, char **words) PL_MUST_USE;

/* "always|auto|never" for help and mistakes. In the arena. */
const char *pl_option_choices(struct pl_arena *arena, const struct pl_option_row *row);

/* ---- commands --------------------------------------------------------------------------------------------------- */

enum pl_exit pl_cli_check(struct pl_cli *cli);
enum pl_exit pl_cli_explain(struct pl_cli *cli);
enum pl_exit pl_cli_rules(struct pl_cli *cli);
enum pl_exit pl_cli_baseline(struct pl_cli *cli);
enum pl_exit pl_cli_ignore(struct pl_cli *cli);
enum pl_exit pl_cli_schema(struct pl_cli *cli);
enum pl_exit pl_cli_init(struct pl_cli *cli);
enum pl_exit pl_cli_compare(struct pl_cli *cli);
enum pl_exit pl_cli_score(struct pl_cli *cli);
enum pl_exit pl_cli_completion(struct pl_cli *cli);
enum pl_exit pl_cli_version(struct pl_cli *cli);
enum pl_exit pl_cli_help(struct pl_cli *cli);

void pl_help_overview(struct pl_screen *screen);
void pl_help_command(struct pl_cli *cli, const struct pl_command *command);

/* The manual page of a command; NULL for that of planlint. */
void pl_man_write(struct pl_cli *cli, const struct pl_command *command);

/* The configuration that -c names. False after saying what is wrong. */
bool pl_cli_read_config(struct pl_cli *cli, struct pl_run *run) PL_MUST_USE;

/* The same where there is no -c: the configuration that holds in the current folder. */
bool pl_cli_read_config_here(struct pl_cli *cli, struct pl_run *run) PL_MUST_USE;

/* Says why the run refused something: a configuration's mistakes at their places, else its message. */
void pl_cli_refused(struct pl_cli *cli, const struct pl_run *run);

/* Profile, rules and levels as the command line asks. False after saying what is wrong. */
bool pl_cli_configure(struct pl_cli *cli, struct pl_run *run) PL_MUST_USE;

#endif
