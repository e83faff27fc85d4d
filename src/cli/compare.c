/* `planlint compare OLD NEW`: what a new version adds and mends, or what became of last period's milestones. */
#include "cli/interrupt.h"
#include "cli/progress.h"
#include "cli/session.h"

#include "base/path.h"
#include "base/str.h"
#include "report/compare.h"
#include "report/redact.h"

#include <stdlib.h>

struct compare {
	struct pl_session session;
	struct pl_compare_report report;
	struct pl_redaction *redaction; /* NULL: officers are named */
	struct pl_arena view;
	struct pl_out out; /* -o */
	size_t done;
	bool exhausted;
};

/* ---- what to compare -------------------------------------------------------------------------------------------- */

/* Within a folder a file is known by the path below it; two single files are each other's partners. */
static const char *name_below(struct pl_arena *arena, const char *folder, const char *path)
{
	size_t length = strlen(folder);

	while (folder[0] == '.' && folder[1] == '/') {
		folder += 2;
		length -= 2;
	}
	while (length > 1 && folder[length - 1] == '/')
		length--;
	if (length == 1 && *folder == '.')
		return path;
	if (strncmp(path, folder, length) == 0)
		path += length;
	while (*path == '/')
		path++;
	return pl_arena_copy(arena, pl_str_of(path));
}

static bool add_side(struct compare *compare, const char *argument, enum pl_side side)
{
	struct pl_session *session = &compare->session;
	struct pl_cli *cli = session->cli;
	struct pl_inputs inputs = {.run = session->run};
	bool folder = pl_path_is_folder(argument);

	pl_inputs_gather_from(cli, &inputs, &(struct pl_names){.items = &argument, .count = 1});
	session->failed |= inputs.failed;
	for (size_t i = 0; i < inputs.files.count && !inputs.refused; i++) {
		const struct pl_input_file *file = &inputs.files.items[i];
		const char *name = folder ? name_below(&cli->arena, argument, file->path) : ".";

		*PL_VEC_PUSH(&cli->arena, &session->inputs.files) = *file;
		if (!pl_session_add_file(session, file) || pl_run_side(session->run, side, name) != PL_OK)
			return false;
	}
	return !inputs.refused;
}

static bool arguments_fit(struct compare *compare)
{
	const struct pl_names *arguments = &compare->session.cli->settings.arguments;
	const char *const *items = arguments->items;

	if (arguments->count != 2)
		pl_session_complain(&compare->session,
		                    "compare takes two files or two folders: the old one, the new one");
	else if (strcmp(items[0], "-") == 0 && strcmp(items[1], "-") == 0)
		pl_session_complain(&compare->session, "standard input can only be one of the two");
	else if (pl_path_is_folder(items[0]) != pl_path_is_folder(items[1]))
		pl_session_complain(
		        &compare->session,
		        pl_arena_print(&compare->session.cli->arena,
		                       "%s is a folder and %s is none; compare takes two files or two folders",
		                       items[pl_path_is_folder(items[0]) ? 0 : 1],
		                       items[pl_path_is_folder(items[0]) ? 1 : 0]));
	else
		return true;
	return false;
}

static bool open_inputs(struct compare *compare)
{
	struct pl_session *session = &compare->session;
	const char *const *items = session->cli->settings.arguments.items;

	return arguments_fit(compare) && add_side(compare, items[0], PL_SIDE_OLD) &&
	       add_side(compare, items[1], PL_SIDE_NEW) && pl_cli_configure(session->cli, session->run);
}

/* ---- the report ------------------------------------------------------------------------------------------------- */

static bool open_report(struct compare *compare)
{
	struct pl_cli *cli = compare->session.cli;
	const struct pl_settings *settings = &cli->settings;
	struct pl_screen screen = cli->screen;

	compare->out.fd = -1;
	if (settings->output) {
		if (pl_out_open(&compare->out, settings->output) != PL_OK)
			return pl_session_unwritten(&compare->session, &compare->out);
		screen = (struct pl_screen){
		        .out = &compare->out, .colour = settings->colour == PL_WHEN_ALWAYS, .width = PL_USUAL_WIDTH};
		pl_interrupt_watch(&compare->out, 1);
	} else {
		screen.out->has_colours = screen.colour;
		screen.out->has_commands = pl_cli_is_log() && settings->list_format == PL_LIST_TEXT;
		pl_interrupt_watch(screen.out, 1);
	}
	pl_compare_report_open(&compare->report, &cli->arena, &compare->view,
	                       pl_compare_reporter_at((size_t)settings->list_format), &screen,
	                       &(struct pl_compare_options){.was = settings->arguments.items[0],
	                                                    .is = settings->arguments.items[1],
	                                                    .as_of = settings->as_of_text,
	                                                    .quiet = settings->quiet,
	                                                    .verbose = settings->verbose,
	                                                    .redaction = compare->redaction});
	return true;
}

static void close_report(struct compare *compare, bool keep)
{
	if (compare->session.cli->settings.output && pl_out_close(&compare->out, keep) != PL_OK && keep)
		pl_session_unwritten(&compare->session, &compare->out);
	pl_interrupt_watch(NULL, 0);
}

static void say_unread(struct compare *compare, const struct pl_file *file)
{
	if (!file || file->status == PL_OK)
		return;
	pl_cli_say(compare->session.cli, "%s: %s", file->path, file->message);
	compare->session.failed = true;
}

/* As in pl_session_lint: threads are stopped before running out of memory ends all. */
static void on_file(void *data, const struct pl_compared_file *file)
{
	struct compare *compare = data;
	struct pl_cli *cli = compare->session.cli;
	struct pl_arena_guard outer = cli->guard;

	if (setjmp(cli->guard.jump)) {
		compare->exhausted = true;
		pl_run_stop(compare->session.run);
	} else {
		say_unread(compare, file->was);
		say_unread(compare, file->is);
		pl_compare_report_file(&compare->report, file);
		pl_progress_show(cli, ++compare->done);
	}
	cli->guard = outer;
}

static bool run(struct compare *compare)
{
	struct pl_session *session = &compare->session;
	enum pl_status status;

	pl_progress_begin(session->cli, "pairs of files", session->inputs.files.count / 2);
	pl_interrupt_stops(session->run);
	status = pl_run_compare(session->run, &(struct pl_compare_sink){compare, on_file});
	pl_interrupt_stops(NULL);
	pl_progress_end(session->cli);
	if (compare->exhausted)
		pl_arena_exhausted(&session->cli->arena);
	if (status == PL_OK)
		return true;
	pl_session_complain(session, status == PL_STOPPED ? pl_arena_print(&session->cli->arena,
	                                                                   "stopped: %zu pair%s of files %s compared",
	                                                                   compare->done, pl_plural(compare->done),
	                                                                   compare->done == 1 ? "was" : "were")
	                                                  : pl_run_message(session->run));
	return false;
}

static void learn_names(void *data, const struct pl_file *file)
{
	pl_redact_learn(((struct compare *)data)->redaction, file);
}

static void no_plan(struct compare *compare)
{
	const struct pl_compare_totals *totals = &compare->report.totals;

	if (totals->plans || totals->plans_added || totals->plans_dropped || compare->session.failed ||
	    compare->session.cli->settings.allow_empty)
		return;
	pl_session_complain(&compare->session, "no plan found");
}

static void work(struct compare *compare)
{
	struct pl_cli *cli = compare->session.cli;
	bool whole;

	if (cli->settings.redact) {
		compare->redaction = pl_redact_open(&cli->arena, getenv("PLANLINT_REDACT_KEY"));
		if (!pl_session_lint(&compare->session, &(struct pl_sink){.data = compare, .on_file = learn_names}))
			return;
	}
	whole = open_report(compare) && run(compare);
	if (whole) {
		pl_compare_report_end(&compare->report);
		no_plan(compare);
	}
	close_report(compare, whole);
}

static void open_and_work(void *data)
{
	struct compare *compare = data;

	if (!pl_session_start(&compare->session, compare->session.cli))
		return;
	if (open_inputs(compare))
		work(compare);
	else
		compare->session.failed = true;
}

enum pl_exit pl_cli_compare(struct pl_cli *cli)
{
	struct compare compare = {.session.cli = cli};

	pl_arena_init(&compare.view, &cli->guard);
	if (!pl_cli_try(cli, open_and_work, &compare)) {
		compare.session.failed = true;
		close_report(&compare, false);
	}
	pl_session_close(&compare.session);
	pl_arena_free(&compare.view);
	if (compare.session.failed)
		return PL_EXIT_FAILED;
	/* only where --fail-on asks for it: to have compared is no failure */
	return cli->settings.fail_on && compare.report.totals.failing ? PL_EXIT_FINDINGS : PL_EXIT_CLEAN;
}
