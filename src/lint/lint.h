/* Linting from the inside: one input, on any thread. */
#ifndef PL_LINT_LINT_H
#define PL_LINT_LINT_H

#include "lint/job.h"

struct pl_corpus_part;

/* Takes an input from its bytes to its findings, in the file's arena. `part`: what it leaves behind for rules across
 * plans; NULL: nobody asks. */
void pl_lint_input(struct pl_job *job, struct pl_worker *worker, struct pl_arena *arena,
                   const struct pl_run_input *input, struct pl_file *file, struct pl_corpus_part *part);

/* How many threads work on `count` things; each has its worker from here on. At least 1. */
unsigned pl_lint_threads(struct pl_run *run, size_t count);

#endif
