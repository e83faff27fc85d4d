/*
 * Output that is held back until what stands before it is known: in memory while it is small, then in a temporary file
 * that has no name and goes with the process.
 *
 * Write to `out` with pl_out_*, and call pl_spool_settle now and then.
 */
#ifndef PL_REPORT_SPOOL_H
#define PL_REPORT_SPOOL_H

#include "report/out.h"

#include <stdio.h>

struct pl_spool {
	struct pl_out out;
	FILE *file; /* NULL while all is in memory */
	bool stays; /* no temporary file could be had: all stays in memory */
};

void pl_spool_open(struct pl_spool *spool);

/* Moves what memory holds to the file once that pays. */
void pl_spool_settle(struct pl_spool *spool);

/* Bytes written to it. */
size_t pl_spool_size(const struct pl_spool *spool);

/* Writes all of it to `out`, which takes over an error that writing or reading met. */
void pl_spool_copy(struct pl_spool *spool, struct pl_out *out);

/* Forgets it all. Fine where it was never opened. */
void pl_spool_close(struct pl_spool *spool);

#endif
