/* How far long work has come, on a terminal: one line on standard error that is written over and removed at the end. */
#ifndef PL_CLI_PROGRESS_H
#define PL_CLI_PROGRESS_H

#include "cli/cli.h"

/* Begins with work on `total` of `what` ("files"). Nothing is shown where standard error is no terminal, where findings
 * go to a terminal themselves, and where -q asks for silence. */
void pl_progress_begin(struct pl_cli *cli, const char *what, size_t total);

/* The same for work of which only shares are known: "comparing plans: 40 %". */
void pl_progress_begin_share(struct pl_cli *cli, const char *what);
void pl_progress_show_share(struct pl_cli *cli, size_t done, size_t total);

/* So many are done. Draws now and then. */
void pl_progress_show(struct pl_cli *cli, size_t done);

/* Takes the line away, if there is one. What is said before the next drawing has the line for itself. */
void pl_progress_clear(struct pl_cli *cli);

/* Clears, and nothing is shown any more. */
void pl_progress_end(struct pl_cli *cli);

#endif
