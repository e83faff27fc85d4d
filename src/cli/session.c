/* Opens a run as the command line asks and gives it the inputs. */
#include "cli/session.h"

#include "base/path.h"
#include "base/str.h"
#include "cli/interrupt.h"
#include "cli/progress.h"
#include "cli/root.h"

#include <unistd.h>

void pl_session_complain(struct pl_session *session, const char *what)
{
	pl_cli_say(session->cli, "%s", what);
	session->failed = true;
}

bool pl_session_unwritten(struct pl_session *session, const struct pl_out *out)
{
	pl_cli_say(session->cli, "can't write %s: %s", out->path ? out->path : "standard output", strerror(out->error));
	session->failed = true;
	return false;
}

static struct pl_run *open_run(struct pl_cli *cli)
{
	struct pl_run *run = pl_run_open();

	if (!run)
		pl_arena_exhausted(&cli->arena);
	pl_run_discover(run, !cli->settings.isolated);
	return run;
}

bool pl_session_run(struct pl_cli *cli, struct pl_run **run)
{
	*run = open_run(cli);
	return pl_cli_read_config(cli, *run);
}

struct with {
	struct pl_cli *cli;
	struct pl_run *run;
	bool (*body)(struct pl_cli *cli, struct pl_run *run);
	bool fine;
};

static void work_with(void *data)
{
	struct with *with = data;

	with->run = pl_run_open();
	if (!with->run)
		pl_arena_exhausted(&with->cli->arena);
	with->fine = pl_cli_read_config_here(with->cli, with->run) && with->body(with->cli, with->run);
}

enum pl_exit pl_session_with(struct pl_cli *cli, bool (*body)(struct pl_cli *cli, struct pl_run *run))
{
	struct with with = {.cli = cli, .body = body};
	bool done = pl_cli_try(cli, work_with, &with);

	pl_run_close(with.run);
	return done && with.fine ? PL_EXIT_CLEAN : PL_EXIT_FAILED;
}

bool pl_session_start(struct pl_session *session, struct pl_cli *cli)
{
	*session = (struct pl_session){.cli = cli, .run = open_run(cli)};
	session->inputs.run = session->run;
	if (pl_cli_read_config(cli, session->run))
		return true;
	session->failed = true;
	return false;
}

bool pl_session_open(struct pl_session *session, struct pl_cli *cli)
{
	if (!pl_session_start(session, cli))
		return false;
	pl_inputs_gather(cli, &session->inputs);
	session->failed |= session->inputs.failed;
	return !session->inputs.refused;
}

/* One byte more than the limit is enough for the run to see that the input is too large. */
static bool read_stdin(struct pl_session *session)
{
	uint64_t most = session->cli->settings.max_size;
	int error;

	if (!most)
		most = pl_limits_default().size;
	error = pl_buf_read(&session->input, STDIN_FILENO, most);
	if (!error)
		return true;
	pl_cli_say(session->cli, "standard input: %s", strerror(error));
	session->failed = true;
	return false;
}

static enum pl_status add_input(struct pl_session *session, const struct pl_input_file *file)
{
	enum pl_status status;

	if (!file->is_stdin)
		status = pl_run_add_file(session->run, file->path, file->how);
	else if (read_stdin(session))
		status = pl_run_add_buffer(session->run, file->path, session->input.ptr ? session->input.ptr : "",
		                           session->input.len);
	else
		return PL_OK;
	if (status != PL_OK)
		return status;
	return pl_run_identify(session->run, pl_root_relative(&session->cli->arena, &session->root, file));
}

bool pl_session_add_file(struct pl_session *session, const struct pl_input_file *file)
{
	if (add_input(session, file) == PL_OK)
		return true;
	pl_cli_refused(session->cli, session->run);
	session->failed = true;
	return false;
}

/* Where last period's plans are sought. */
static bool add_past(struct pl_session *session)
{
	struct pl_cli *cli = session->cli;
	struct pl_inputs inputs = {.run = session->run};

	for (size_t i = 0; i < cli->settings.previous.count; i++)
		if (!pl_path_exists(cli->settings.previous.items[i])) {
			pl_cli_say(cli, "%s: there is no such file or folder", cli->settings.previous.items[i]);
			session->failed = true;
			return false;
		}
	pl_inputs_gather_from(cli, &inputs, &cli->settings.previous);
	session->failed |= inputs.failed;
	for (size_t i = 0; i < inputs.files.count && !inputs.refused; i++)
		if (pl_run_add_past(session->run, inputs.files.items[i].path) != PL_OK) {
			pl_session_complain(session, pl_run_message(session->run));
			return false;
		}
	return !inputs.refused;
}

bool pl_session_add(struct pl_session *session)
{
	if (!add_past(session))
		return false;
	for (size_t i = 0; i < session->inputs.files.count; i++)
		if (!pl_session_add_file(session, &session->inputs.files.items[i]))
			return false;
	/* after the configurations: options are laid over them, and may name the rules of their packs */
	if (pl_cli_configure(session->cli, session->run))
		return true;
	session->failed = true;
	return false;
}

/* ---- linting ---------------------------------------------------------------------------------------------------- */

struct delivery {
	struct pl_session *session;
	const struct pl_sink *sink;
	size_t done;
	bool exhausted, compares;
};

/* Running out of memory here must not leave threads behind: they are stopped first, and then it is as anywhere else. */
static void deliver(void *data, const struct pl_file *file)
{
	struct delivery *delivery = data;
	struct pl_cli *cli = delivery->session->cli;
	struct pl_arena_guard outer = cli->guard;

	if (setjmp(cli->guard.jump)) {
		delivery->exhausted = true;
		pl_run_stop(delivery->session->run);
	} else {
		delivery->sink->on_file(delivery->sink->data, file);
		delivery->done += !file->corpus;
		if (!file->corpus)
			pl_progress_show(cli, delivery->done);
	}
	cli->guard = outer;
}

static void deliver_corpus(void *data, const struct pl_corpus *corpus)
{
	struct delivery *delivery = data;
	struct pl_cli *cli = delivery->session->cli;
	struct pl_arena_guard outer = cli->guard;

	if (setjmp(cli->guard.jump))
		delivery->exhausted = true;
	else
		delivery->sink->on_corpus(delivery->sink->data, corpus);
	cli->guard = outer;
}

static void tell_across(void *data, size_t done, size_t total)
{
	struct delivery *delivery = data;
	struct pl_cli *cli = delivery->session->cli;

	if (!delivery->compares)
		pl_progress_begin_share(cli, "comparing plans");
	delivery->compares = true;
	pl_progress_show_share(cli, done, total);
}

static void say_stopped(const struct delivery *delivery)
{
	struct pl_session *session = delivery->session;
	size_t count = session->inputs.files.count;

	pl_cli_say(session->cli, "stopped: %zu of %zu file%s looked at", delivery->done, count,
	           count == 1 ? " was" : "s were");
	session->failed = true;
}

bool pl_session_lint(struct pl_session *session, const struct pl_sink *sink)
{
	struct delivery delivery = {.session = session, .sink = sink};
	enum pl_status status = PL_OK;

	if (session->inputs.files.count) {
		pl_progress_begin(session->cli, "files", session->inputs.files.count);
		pl_interrupt_stops(session->run);
		status = pl_run_lint(session->run,
		                     &(struct pl_sink){.data = &delivery,
		                                       .on_file = deliver,
		                                       .on_corpus = sink->on_corpus ? deliver_corpus : NULL,
		                                       .on_across = tell_across});
		pl_interrupt_stops(NULL);
		pl_progress_end(session->cli);
	}
	if (delivery.exhausted)
		pl_arena_exhausted(&session->cli->arena);
	if (status == PL_STOPPED)
		say_stopped(&delivery);
	else if (status != PL_OK && status != PL_NO_PLAN)
		pl_session_complain(session, pl_run_message(session->run));
	return status == PL_OK || status == PL_NO_PLAN;
}

void pl_session_close(struct pl_session *session)
{
	pl_run_close(session->run);
	pl_buf_free(&session->input);
}
