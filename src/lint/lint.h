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

/* Between a pl_lint_begin and a pl_lint_end: lets a thread's worker do its part, in `arena`. False where nothing more
 * is to be done, because memory ran out in this or another part or somebody wants the run to end. */
bool pl_lint_step(struct pl_run *run, unsigned thread, struct pl_arena *arena,
                  enum pl_status (*body)(struct pl_worker *worker, void *data), void *data);

void pl_lint_begin(struct pl_run *run);

/* Says in the run's message why it did not come to its end, where `status` is such. Answers `status`. */
enum pl_status pl_lint_end(struct pl_run *run, enum pl_status status);

#endif
