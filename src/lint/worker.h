/*
 * What one thread needs to lint, and nobody else touches meanwhile. The run itself is only read while files are linted.
 */
#ifndef PL_LINT_WORKER_H
#define PL_LINT_WORKER_H

#include "lint/run.h"
#include "text/vocabulary.h"

/* Words of a configuration that has some of its own, and those of all others (NULL). */
struct pl_worker_words {
	const struct pl_config *config;
	struct pl_vocabulary *vocabulary;
	PL_VEC(bool) told; /* by number of the stem: its text went along with a file's part of the corpus */
};

struct pl_worker {
	const struct pl_run *run;
	struct pl_arena arena;                /* lives as long as the run */
	struct pl_arena scratch;              /* emptied by whoever used it */
	struct pl_arena tree;                 /* of the file at work, until its plans are built */
	struct pl_arena hook;                 /* what a rule asks for until its hook returns */
	struct pl_arena readings;             /* of its texts, as long as they are likely to be asked for again */
	struct pl_arena known;                /* what is known of words: see pl_worker_forget_words */
	struct pl_matcher *matcher;           /* opened with the first search */
	PL_VEC(struct pl_worker_words) words; /* opened with the first text that is read */
};

void pl_worker_open(struct pl_worker *worker, const struct pl_run *run);
void pl_worker_close(struct pl_worker *worker); /* a zeroed one is fine */

/* Lets go what is kept between the steps of one file: once it is done, or memory ran out in its middle. */
void pl_worker_clear(struct pl_worker *worker);

/* Its arenas take their memory there from now on. */
void pl_worker_settle(struct pl_worker *worker, struct pl_area *area);

/* Between files: forgets the words where they have become many, as the names and numbers of thousands of plans do, so
 * that what a worker holds does not grow with the files. Not while a corpus is made: that goes by the numbers of stems.
 */
void pl_worker_forget_words(struct pl_worker *worker);

/* Calls `body` where running out of memory, of the worker's arenas or `file`, leads back here, and to PL_NO_MEMORY. */
enum pl_status pl_worker_guard(struct pl_worker *worker, struct pl_arena *file,
                               enum pl_status (*body)(struct pl_worker *worker, void *data), void *data) PL_MUST_USE;

/* pl_matcher_find. */
enum pl_match pl_worker_find(struct pl_worker *worker, const struct pl_pattern *pattern, struct pl_str subject,
                             uint32_t from, struct pl_span *found);

/* The words that hold under a configuration (NULL: none). */
struct pl_vocabulary *pl_worker_vocabulary(struct pl_worker *worker, const struct pl_config *config);

/* Another corpus begins. */
void pl_worker_tell_anew(struct pl_worker *worker);

/* Is the stem's text still to be told to the corpus? True once for each. */
bool pl_worker_tells(struct pl_worker *worker, const struct pl_vocabulary *vocabulary, uint32_t stem);

#endif
