/* Writes what the stages make of the inputs. */
#include "base/buf.h"
#include "base/str.h"
#include "lint/job.h"

static const char *const stages[] = {[PL_STAGE_TREE] = "tree", [PL_STAGE_PLAN] = "plan", [PL_STAGE_TEXT] = "text"};

bool pl_stage_parse(struct pl_str name, enum pl_stage *out)
{
	for (size_t i = 0; i < sizeof stages / sizeof *stages; i++)
		if (pl_str_equal_fold(pl_str_of(stages[i]), name)) {
			*out = (enum pl_stage)i;
			return true;
		}
	return false;
}

struct dump {
	enum pl_stage stage;
	void (*write)(void *data, struct pl_str text);
	void *data;
	struct pl_buf out;
};

static void dump_job(const struct pl_job *job, struct dump *dump)
{
	if (dump->stage == PL_STAGE_TREE)
		pl_yaml_dump(&job->stream, &job->source, &dump->out);
	for (size_t i = 0; i < job->plans.count && dump->stage == PL_STAGE_PLAN; i++)
		pl_plan_dump(job->plans.items[i], &job->source, &dump->out);
}

static enum pl_status dump_all(struct pl_run *run, void *data)
{
	struct dump *dump = data;
	enum pl_status worst = PL_OK;

	for (size_t i = 0; i < run->inputs.count; i++) {
		struct pl_job job;
		const char *message;
		enum pl_status status = pl_job_open(&job, run, &run->inputs.items[i], &message);

		pl_buf_clear(&dump->out);
		if (status == PL_OK)
			dump_job(&job, dump);
		else
			run->message = pl_arena_copy(&run->arena, pl_str_of(message));
		if (dump->out.failed)
			pl_arena_exhausted(&run->arena);
		if (dump->out.len)
			dump->write(dump->data, (struct pl_str){dump->out.ptr, dump->out.len});
		pl_arena_reset(&run->file);
		worst = status != PL_OK ? status : worst;
	}
	return worst;
}

enum pl_status pl_run_dump(struct pl_run *run, enum pl_stage stage, void (*write)(void *data, struct pl_str text),
                           void *data)
{
	struct dump dump = {.stage = stage, .write = write, .data = data};
	enum pl_status status = pl_run_guard(run, dump_all, &dump);

	pl_buf_free(&dump.out);
	pl_arena_reset(&run->file);
	return status;
}
