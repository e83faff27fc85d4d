/* What every command that lints has in common: a run with its settings, and the inputs that the user named. */
#ifndef PL_CLI_SESSION_H
#define PL_CLI_SESSION_H

#include "cli/inputs.h"
#include "cli/root.h"

struct pl_session {
	struct pl_cli *cli;
	struct pl_run *run;
	struct pl_inputs inputs;
	struct pl_root root; /* of the file added last */
	struct pl_buf input; /* what came on standard input */
	bool failed;         /* something could not be done; it was said */
};

/* Opens the run, gives it what the command line says, finds the files. False where nothing can be done; the session is
 * to be closed then too. */
bool pl_session_open(struct pl_session *session, struct pl_cli *cli) PL_MUST_USE;

/* The same without looking for files. */
bool pl_session_start(struct pl_session *session, struct pl_cli *cli) PL_MUST_USE;

/* A run that reads configurations as the command line says, without inputs and options yet; false after saying what is
 * wrong. `*run` is to be closed by the caller in any case, also where memory runs out. */
bool pl_session_run(struct pl_cli *cli, struct pl_run **run) PL_MUST_USE;

/* Lets `body` work with a run under the configuration of the current folder, and closes it. */
enum pl_exit pl_session_with(struct pl_cli *cli, bool (*body)(struct pl_cli *cli, struct pl_run *run));

/* Adds the files to the run. */
bool pl_session_add(struct pl_session *session) PL_MUST_USE;

/* Adds one file, before the options are given to the run. */
bool pl_session_add_file(struct pl_session *session, const struct pl_input_file *file) PL_MUST_USE;

/* Lints what was added; no plan among it is no failure. False where the run ended early. */
bool pl_session_lint(struct pl_session *session, const struct pl_sink *sink) PL_MUST_USE;

void pl_session_complain(struct pl_session *session, const char *what);

/* Complains that a report could not be written; false. */
bool pl_session_unwritten(struct pl_session *session, const struct pl_out *out);

void pl_session_close(struct pl_session *session);

#endif
