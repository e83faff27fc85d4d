/*
 * One input under inspection: what the stages have made of it so far.
 *
 * Everything lives in the file's arena, which whoever opened the job empties when the file is done.
 */
#ifndef PL_LINT_JOB_H
#define PL_LINT_JOB_H

#include "lint/previous.h"
#include "lint/ran.h"
#include "lint/worker.h"
#include "plan/build.h"
#include "text/readings.h"

/* A text that some rule may want to search. */
struct pl_marked {
	const struct pl_item *item;
	const struct pl_text *text;
	enum pl_seen seen;
	unsigned marks; /* enum pl_mark */
};

/* What became of one plan's milestones in another: several rules ask. */
struct pl_known_heirs {
	const struct pl_plan *was, *is;
	const struct pl_heirs *heirs;
};

struct pl_own_heirs;

struct pl_job {
	const struct pl_run *run;
	struct pl_worker *worker; /* of the thread at work */
	struct pl_arena *arena;   /* the file's */
	const struct pl_ruleset *rules;
	struct pl_ran ran;
	struct pl_source source;
	struct pl_stream stream;
	struct pl_collector collector;
	PL_VEC(struct pl_plan *) plans;
	bool is_plan;  /* false: found in a folder and no plan */
	bool names_us; /* somewhere: there may be suppressions, for which the tree is walked */
	struct pl_readings readings;
	bool was_cut;                   /* a text was too long to be read to its end */
	struct pl_text_setting setting; /* of setting_plan, whose texts were read last */
	const struct pl_plan *setting_plan;
	PL_VEC(struct pl_marked) marked; /* texts of marked_plan with any mark */
	const struct pl_plan *marked_plan;
	const uint32_t *same; /* which milestones of same_plan say the same */
	const struct pl_plan *same_plan;
	struct pl_past past;
	PL_VEC(struct pl_known_heirs) heirs;
	struct pl_since since;                /* in a sweep */
	uint64_t steps;                       /* that the rules took */
	const struct pl_own_heirs *own_heirs; /* of the key action that was asked for last; NULL */
};

/* A rule goes on: by `steps`, each about as much work as comparing two words. False where the file has had all the
 * steps that it may take; then what is asked for may be answered by nothing, and pl_job_say_cut says so. Counted rather
 * than timed, so that the same bytes give the same answer. */
static inline bool pl_job_spend(struct pl_job *job, uint64_t steps)
{
	job->steps += steps;
	return job->steps <= job->run->limits.steps;
}

/* Reads the input up to its plans. PL_UNREADABLE with a message for what cannot be read. */
enum pl_status pl_job_open(struct pl_job *job, struct pl_worker *worker, struct pl_arena *arena,
                           const struct pl_run_input *input, const char **message);

/* Lets the tree go where nothing more is to be read off it: no suppressions, and nothing that was cut off. */
void pl_job_drop_tree(struct pl_job *job);

/* How plans are read under the job's configuration. Borrows the job. */
struct pl_plan_options pl_job_plan_options(const struct pl_job *job, pl_day as_of);

/* Runs the rules over the plans. */
void pl_job_check(struct pl_job *job);

/* Drops what rules say that do not run here. Where such a rule says that something could not be read, the report says
 * at least that it was not checked. */
void pl_job_drop(struct pl_job *job);

/* Drops what was said of items that a YAML mistake or a limit cut off, except that they were. */
void pl_job_drop_half_read(struct pl_job *job);

/* How a text reads, from the second time on without reading it again. `plan` says against which period. */
const struct pl_reading *pl_job_read(struct pl_job *job, const struct pl_plan *plan, const struct pl_text *text);

/* What of the text counts when it is compared, with what is specific. */
const struct pl_token_set *pl_job_tokens(struct pl_job *job, const struct pl_plan *plan, const struct pl_text *text);

/* Forgets readings where they have become many: nobody may hold one. A file of usual size keeps all of its. */
void pl_job_rest(struct pl_job *job);

/* Says incomplete-check of the texts that were too long to be read to their end, and where the steps did not suffice.
 */
void pl_job_say_cut(struct pl_job *job);

/* Where a plan stands: this file, or last period's. */
const struct pl_source *pl_job_source(const struct pl_job *job, const struct pl_plan *plan);

#endif
