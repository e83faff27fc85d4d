/* Keeps how the texts of a file read, so that many rules can ask for little. */
#include "lint/job.h"
#include "text/read.h"

static struct pl_vocabulary *vocabulary_of(struct pl_run *run)
{
	if (!run->has_vocabulary && !pl_vocabulary_open(&run->vocabulary, &run->arena))
		pl_arena_exhausted(&run->arena);
	run->has_vocabulary = true;
	return &run->vocabulary;
}

/* Texts are told apart by their address; a reading holds it, and lives as long as the table. */
static struct pl_str address(const struct pl_text *const *text)
{
	return (struct pl_str){(const char *)text, sizeof *text};
}

const struct pl_reading *pl_job_read(struct pl_job *job, const struct pl_plan *plan, const struct pl_text *text)
{
	const uint32_t *known = pl_map_find(&job->readings, address(&text));
	struct pl_calendar calendar;
	const struct pl_reading *reading;

	if (known)
		return job->read.items[*known];
	calendar = pl_plan_calendar(plan);
	reading = pl_text_read(vocabulary_of(job->run), &job->run->file, text, &calendar);
	*pl_map_put(&job->run->file, &job->readings, address(&reading->text), NULL) = (uint32_t)job->read.count;
	*PL_VEC_PUSH(&job->run->file, &job->read) = reading;
	return reading;
}
