/* From what was collected to what is reported: severities in force, levels shown, places, fingerprints. */
#ifndef PL_LINT_FINDINGS_H
#define PL_LINT_FINDINGS_H

#include "lint/job.h"

/* Fills findings, unchecked and the counts of `file`. The collector must be sorted. */
void pl_findings_make(struct pl_job *job, struct pl_file *file);

/* After that, of each milestone by its index: does a new finding that is shown stand in or on it? */
const bool *pl_findings_loud(struct pl_job *job, const struct pl_plan *plan);

/* Tells the baseline what of it was found again. Where files are delivered: one thread's. */
void pl_findings_settle(const struct pl_job *job, const struct pl_file *file, struct pl_baseline *baseline);

#endif
