/* Lints the inputs of a run, a file at a time. */
#include "base/str.h"
#include "lint/findings.h"
#include "lint/registry.h"
#include "lint/suppress.h"

/* ---- one file --------------------------------------------------------------------------------------------------- */

/* The last words of the file, where what concerns its end can stand. */
static struct pl_span last_words(const struct pl_source *source)
{
	struct pl_str text = pl_str_trim(source->text);
	uint32_t end = (uint32_t)(text.ptr - source->text.ptr + (ptrdiff_t)text.len);
	struct pl_position at = pl_source_locate(source, end);
	struct pl_str line = pl_str_trim(pl_str_sub(source->text, pl_source_line_begin(source, at.line), end));

	return (struct pl_span){end - (uint32_t)line.len, end};
}

static void say_cut(struct pl_job *job)
{
	uint32_t cut = job->collector.cut;

	job->collector.limit = 0; /* what is said from here on is about the whole file */
	if (!cut)
		return;
	pl_collect_builtin(&job->collector, PL_BUILTIN_INPUT_LIMIT, NULL, last_words(&job->source),
	                   "Mend what is reported first, or keep more with --max-findings-per-file",
	                   "%u more finding%s in this file %s not kept: there is room for %u", cut, cut == 1 ? "" : "s",
	                   cut == 1 ? "was" : "were", job->run->limits.findings);
}

static void check_file(struct pl_job *job, struct pl_file *file)
{
	struct pl_suppressions suppressions = {0};

	pl_job_drop(job);
	pl_job_check(job);
	pl_job_drop_half_read(job);
	say_cut(job);
	pl_suppressions_read(job, &suppressions);
	pl_job_drop(job);
	pl_collect_sort(&job->collector, pl_rule_index);
	if (job->run->apply_suppressions)
		pl_suppressions_apply(job, &suppressions);
	pl_findings_make(job, file);
	pl_source_line_count(&job->source); /* makes the line table now: on_file must not run out of memory for it */
}

static void lint_file(struct pl_run *run, const struct pl_run_input *input, const struct pl_sink *sink)
{
	struct pl_job job;
	struct pl_file file = {.path = input->path, .identity = input->identity, .fail_on = input->rules->fail_on};

	file.status = pl_job_open(&job, run, input, &file.message);
	if (file.status == PL_OK && job.is_plan) {
		file.is_plan = true;
		file.source = &job.source;
		check_file(&job, &file);
	}
	sink->on_file(sink->data, &file);
	pl_arena_reset(&run->file);
	pl_past_trim(&run->past);
}

/* ---- the run ---------------------------------------------------------------------------------------------------- */

static enum pl_status lint_all(struct pl_run *run, void *data)
{
	enum pl_status status = pl_run_prepare(run);

	for (size_t i = 0; i < run->inputs.count && status == PL_OK; i++)
		lint_file(run, &run->inputs.items[i], data);
	return status;
}

enum pl_status pl_run_lint(struct pl_run *run, const struct pl_sink *sink)
{
	enum pl_status status = pl_run_guard(run, lint_all, &(struct pl_sink){sink->data, sink->on_file});

	/* Where memory ran out in the middle of a file. */
	pl_arena_reset(&run->file);
	pl_arena_reset(&run->scratch);
	return status;
}

struct pl_str pl_file_line(const struct pl_file *file, uint32_t line) { return pl_source_line(file->source, line); }

struct pl_range pl_file_range(const struct pl_file *file, struct pl_span span)
{
	return pl_source_range(file->source, span);
}

struct pl_str pl_file_excerpt(const struct pl_file *file, struct pl_span span)
{
	return pl_source_excerpt(file->source, span);
}
