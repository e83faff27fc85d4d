/* Writes what the stages make of the inputs. */
#include "base/buf.h"
#include "base/str.h"
#include "lint/job.h"
#include "text/read.h"

struct text_dump {
	struct pl_job *job;
	const struct pl_plan *plan;
	struct pl_buf *out;
};

static void dump_text(void *data, const struct pl_item *item, const struct pl_text *text, enum pl_seen seen)
{
	struct text_dump *dump = data;

	(void)item;
	if (seen == PL_SEEN_WORDING)
		pl_text_dump(pl_job_read(dump->job, dump->plan, text), dump->out);
}

static void dump_tree(struct pl_job *job, struct pl_buf *out) { pl_yaml_dump(&job->stream, &job->source, out); }

static void dump_plans(struct pl_job *job, struct pl_buf *out)
{
	for (size_t i = 0; i < job->plans.count; i++)
		pl_plan_dump(job->plans.items[i], &job->source, out);
}

static void dump_texts(struct pl_job *job, struct pl_buf *out)
{
	for (size_t i = 0; i < job->plans.count; i++) {
		struct text_dump dump = {job, job->plans.items[i], out};

		pl_plan_visit_texts(job->plans.items[i], &(struct pl_text_visitor){dump_text, &dump});
	}
}

static const struct {
	const char *name;
	void (*dump)(struct pl_job *job, struct pl_buf *out);
} stages[] = {[PL_STAGE_TREE] = {"tree", dump_tree},
              [PL_STAGE_PLAN] = {"plan", dump_plans},
              [PL_STAGE_TEXT] = {"text", dump_texts}};

bool pl_stage_parse(struct pl_str name, enum pl_stage *out)
{
	for (size_t i = 0; i < sizeof stages / sizeof *stages; i++)
		if (pl_str_equal_fold(pl_str_of(stages[i].name), name)) {
			*out = (enum pl_stage)i;
			return true;
		}
	return false;
}

struct dump {
	enum pl_stage stage;
	void (*write)(void *data, struct pl_str text);
	void *data;
	struct pl_run *run;
	const struct pl_run_input *input; /* at hand */
	struct pl_worker worker;
	struct pl_arena file;
	struct pl_buf out;
};

static enum pl_status dump_file(struct pl_worker *worker, void *data)
{
	struct dump *dump = data;
	struct pl_run *run = dump->run;
	struct pl_job job;
	const char *message;
	enum pl_status status = pl_job_open(&job, worker, &dump->file, dump->input, &message);

	pl_buf_clear(&dump->out);
	if (status == PL_OK)
		stages[dump->stage].dump(&job, &dump->out);
	else
		run->message = pl_arena_print(&run->arena, "%s: %s", dump->input->path, message);
	if (dump->out.failed)
		pl_arena_exhausted(&dump->file);
	if (dump->out.len)
		dump->write(dump->data, (struct pl_str){dump->out.ptr, dump->out.len});
	return status;
}

static enum pl_status dump_all(struct pl_run *run, void *data)
{
	struct dump *dump = data;
	enum pl_status worst = pl_run_prepare(run);
	size_t count = worst == PL_OK ? run->inputs.count : 0;

	for (size_t i = 0; i < count && worst != PL_NO_MEMORY; i++) {
		enum pl_status status;

		dump->input = &run->inputs.items[i];
		status = pl_worker_guard(&dump->worker, &dump->file, dump_file, dump);
		pl_arena_reset(&dump->file);
		pl_worker_clear(&dump->worker);
		worst = status != PL_OK ? status : worst;
	}
	if (worst == PL_NO_MEMORY)
		pl_arena_exhausted(&run->arena);
	return worst;
}

enum pl_status pl_run_dump(struct pl_run *run, enum pl_stage stage, void (*write)(void *data, struct pl_str text),
                           void *data)
{
	struct dump dump = {.stage = stage, .write = write, .data = data, .run = run};
	enum pl_status status;

	pl_worker_open(&dump.worker, run);
	status = pl_run_guard(run, dump_all, &dump);
	pl_buf_free(&dump.out);
	pl_worker_close(&dump.worker);
	pl_arena_free(&dump.file);
	return status;
}
