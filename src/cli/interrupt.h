/* Signals that end a run: no temporary file stays, and files that are being linted are done first. */
#ifndef PL_CLI_INTERRUPT_H
#define PL_CLI_INTERRUPT_H

#include "report/out.h"

#include <planlint/planlint.h>

/* From now on SIGINT, SIGTERM and SIGHUP remove the temporary files of these, and then do what they always do. The outs
 * are borrowed until the next call; NULL and 0 end the watch. */
void pl_interrupt_watch(const struct pl_out *outs, size_t count);

/* From now on the first of these signals only stops the run, which is borrowed until the next call (the second one ends
 * the program at once); NULL: no more. */
void pl_interrupt_stops(struct pl_run *run);

/* Where a signal stopped the run: ends the program as that signal would have. */
void pl_interrupt_end(void);

#endif
