/* `planlint check` and `planlint sweep`: what to look at, how, and the exit status. */
#include "cli/changed.h"
#include "cli/outputs.h"

#include "base/str.h"
#include "base/unread.h"
#include "report/redact.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

struct check {
	struct pl_cli *cli;
	struct pl_session session;
	struct pl_outputs outputs;
	struct pl_names changed;        /* since --changed-since */
	struct pl_redaction *redaction; /* NULL: officers are named */
	struct pl_arena view;           /* of the file at hand, as it is shown */
};

static void list_files(struct check *check)
{
	struct pl_cli *cli = check->cli;

	for (size_t i = 0; i < check->session.inputs.files.count; i++) {
		const struct pl_input_file *file = &check->session.inputs.files.items[i];

		if (!file->is_stdin && access(file->path, R_OK) != 0) {
			pl_cli_say(cli, "%s: %s", file->path, pl_unread_reason(&cli->arena, errno));
			check->session.failed = true;
			continue;
		}
		pl_out_puts(&cli->out, file->path);
		pl_out_add(&cli->out, (struct pl_str){cli->settings.nul ? "\0" : "\n", 1});
	}
}

/* What of a file the reports get to see. */
static void report_file(struct check *check, const struct pl_file *file)
{
	if (check->cli->settings.changed_since)
		file = pl_changed_only(check->cli, &check->changed, &check->view, file);
	if (check->redaction)
		file = pl_redact_file(check->redaction, &check->view, file);
	pl_reports_file(&check->outputs.reports, file);
	pl_arena_reset(&check->view);
}

static void learn_names(void *data, const struct pl_file *file)
{
	pl_redact_learn(((struct check *)data)->redaction, file);
}

static void on_file(void *data, const struct pl_file *file)
{
	struct check *check = data;

	if (file->status != PL_OK) {
		pl_cli_say(check->cli, "%s: %s", file->path, file->message);
		check->session.failed = true;
	} else if (file->is_plan) {
		pl_cli_tell(check->cli, "looked at", file->path, NULL);
	} else {
		pl_cli_tell(check->cli, "skipped", file->path, "it is no plan");
	}
	report_file(check, file);
}

/* Records are written from what is remembered, as the files come; that this is there has it remembered. */
static void on_corpus(void *data, const struct pl_corpus *corpus)
{
	(void)data;
	(void)corpus;
}

static void no_plan(struct check *check)
{
	const struct pl_settings *settings = &check->cli->settings;

	if (settings->allow_empty || check->session.failed)
		return;
	if (settings->arguments.count == 1)
		pl_session_complain(&check->session, pl_arena_print(&check->cli->arena, "no plan found in %s",
		                                                    settings->arguments.items[0]));
	else
		pl_session_complain(&check->session, "no plan found");
}

/* False where the run ended early and what the reports hold is not the whole truth. */
static bool lint(struct check *check)
{
	if (check->redaction &&
	    !pl_session_lint(&check->session, &(struct pl_sink){.data = check, .on_file = learn_names}))
		return false;
	pl_reports_begin(&check->outputs.reports);
	if (!pl_session_lint(&check->session,
	                     &(struct pl_sink){.data = check,
	                                       .on_file = on_file,
	                                       .on_corpus = check->cli->settings.emit ? on_corpus : NULL}))
		return false;
	pl_reports_end(&check->outputs.reports);
	if (!check->outputs.reports.totals.files)
		no_plan(check);
	return true;
}

/* Lines of ours, of texts that may be anyone's. */
static void write_dump(void *data, struct pl_str text)
{
	struct pl_cli *cli = data;

	while (text.len) {
		const char *end = memchr(text.ptr, '\n', text.len);
		size_t length = end ? (size_t)(end - text.ptr) : text.len;

		pl_screen_text(&cli->screen, pl_str_sub(text, 0, length));
		pl_out_puts(&cli->out, "\n");
		text = pl_str_sub(text, length + 1, text.len);
	}
}

static void dump(struct check *check)
{
	enum pl_stage stage = (enum pl_stage)(check->cli->settings.dump - 1);

	check->cli->out.has_commands = pl_cli_is_log();
	if (pl_run_dump(check->session.run, stage, write_dump, check->cli) != PL_OK)
		pl_session_complain(&check->session, pl_run_message(check->session.run));
}

/* Entries of the baseline that match nothing any more: all of them with -v, else some to begin with. */
static void show_stale(struct check *check)
{
	enum { SHOWN = 10 };
	const struct pl_run *run = check->session.run;
	size_t stale = 0, shown = check->cli->settings.verbose ? SIZE_MAX : SHOWN;

	for (size_t i = 0; i < pl_run_baseline_count(run); i++) {
		const struct pl_baseline_entry *entry = pl_run_baseline_at(run, i);

		if (pl_run_baseline_stale(run, i) && stale++ < shown)
			pl_cli_say(check->cli, "stale in the baseline: %s: %s%s%s: %s", entry->path, entry->rule,
			           *entry->item ? ": " : "", entry->item, entry->message);
	}
	if (stale > shown)
		pl_cli_say(check->cli, "and %zu more stale entries (-v lists them)", stale - shown);
	if (stale)
		pl_cli_say(check->cli, "planlint baseline prune takes stale entries out");
}

static void report(struct check *check)
{
	const struct pl_settings *settings = &check->cli->settings;
	bool whole;

	if (settings->changed_since && !pl_changed_since(check->cli, settings->changed_since, &check->changed)) {
		check->session.failed = true;
		return;
	}
	if (settings->redact)
		check->redaction = pl_redact_open(&check->cli->arena, getenv("PLANLINT_REDACT_KEY"));
	whole = pl_outputs_open(&check->outputs, &check->session, check->redaction) && lint(check);
	pl_outputs_close(&check->outputs, &check->session, whole);
	if (!whole)
		return;
	pl_outputs_totals(&check->outputs, check->cli);
	if (!check->cli->settings.quiet)
		show_stale(check);
}

static bool read_baseline(struct check *check, const char *path)
{
	if (pl_run_baseline(check->session.run, path) == PL_OK)
		return true;
	pl_session_complain(&check->session, pl_run_message(check->session.run));
	return false;
}

/* Those that the configurations of the files name, each once. */
static bool read_usual_baselines(struct check *check)
{
	struct pl_names read = {0};

	for (size_t i = 0; i < check->session.inputs.files.count; i++) {
		const char *path = NULL;
		bool known = false;

		if (pl_run_config_baseline(check->session.run, check->session.inputs.files.items[i].path, &path) !=
		    PL_OK) {
			pl_cli_refused(check->cli, check->session.run);
			check->session.failed = true;
			return false;
		}
		for (size_t k = 0; path && k < read.count && !known; k++)
			known = strcmp(read.items[k], path) == 0;
		if (!path || known)
			continue;
		*PL_VEC_PUSH(&check->cli->arena, &read) = path;
		if (!read_baseline(check, path))
			return false;
	}
	return true;
}

static bool read_baselines(struct check *check)
{
	const struct pl_settings *settings = &check->cli->settings;

	if (settings->baseline_file && settings->isolated)
		pl_cli_say(check->cli, "%s is not read: --isolated says so", settings->baseline_file);
	if (settings->isolated)
		return true;
	return settings->baseline_file ? read_baseline(check, settings->baseline_file) : read_usual_baselines(check);
}

static void work(struct check *check)
{
	if (!read_baselines(check))
		return;
	if (check->cli->settings.list_files) {
		/* options that make no sense are refused here as well */
		if (!pl_cli_configure(check->cli, check->session.run)) {
			check->session.failed = true;
			return;
		}
		list_files(check);
		if (!check->session.inputs.files.count)
			no_plan(check);
	} else if (pl_session_add(&check->session)) {
		if (check->cli->settings.dump)
			dump(check);
		else
			report(check);
	}
}

static void open_and_work(void *data)
{
	struct check *check = data;

	if (pl_session_open(&check->session, check->cli))
		work(check);
}

enum pl_exit pl_cli_check(struct pl_cli *cli)
{
	struct check check = {.cli = cli};

	pl_arena_init(&check.view, &cli->guard);
	if (!pl_cli_try(cli, open_and_work, &check)) {
		check.session.failed = true;
		pl_outputs_close(&check.outputs, &check.session, false);
	}
	pl_session_close(&check.session);
	pl_arena_free(&check.view);
	if (check.session.failed)
		return PL_EXIT_FAILED;
	return check.outputs.reports.totals.failing ? PL_EXIT_FINDINGS : PL_EXIT_CLEAN;
}
