/* Where the reports of a check or sweep go: standard output, and files that are there when all is written. */
#ifndef PL_CLI_OUTPUTS_H
#define PL_CLI_OUTPUTS_H

#include "cli/session.h"

/* Zeroed to begin with. */
struct pl_outputs {
	struct pl_reports reports;
	struct pl_out *outs; /* one an output */
	size_t count;        /* of those that were opened */
};

/* As the command line asks; nothing asked: text, and where GitHub runs the job its annotations. `redaction` may be
 * NULL. False after saying what is wrong; the outputs are to be closed then too. */
bool pl_outputs_open(struct pl_outputs *outputs, struct pl_session *session,
                     struct pl_redaction *redaction) PL_MUST_USE;

/* Without `keep` the files stay as they were: a job that could not be done leaves those of the last one. */
void pl_outputs_close(struct pl_outputs *outputs, struct pl_session *session, bool keep);

/* Totals and statistics on standard error, for people whose report on the screen has no room for them. */
void pl_outputs_totals(const struct pl_outputs *outputs, struct pl_cli *cli);

#endif
