/* Lints the inputs of a run: several files at a time, delivered one after the other. */
#include "base/pool.h"
#include "base/str.h"
#include "lint/across.h"
#include "lint/archive.h"
#include "lint/findings.h"
#include "lint/lint.h"
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
	                   "%u more finding%s in this file %s not kept: there is room for %u", cut, pl_plural(cut),
	                   cut == 1 ? "was" : "were", job->run->limits.findings);
}

enum { MUCH = 1 << 20 };

/* Findings are made without what texts and joins of a large file have left behind. */
static void lighten(struct pl_job *job)
{
	if (job->worker->readings.held > MUCH) {
		job->readings = (struct pl_readings){0};
		pl_arena_free(&job->worker->readings);
	}
	if (job->worker->scratch.held > MUCH)
		pl_arena_free(&job->worker->scratch);
}

static void check_file(struct pl_job *job, struct pl_file *file, struct pl_corpus_part *part)
{
	struct pl_suppressions suppressions = {0};

	pl_job_drop_tree(job);
	pl_job_drop(job);
	pl_job_check(job);
	pl_job_drop_half_read(job);
	say_cut(job);
	pl_suppressions_read(job, &suppressions);
	pl_job_drop(job);
	pl_collect_sort(&job->collector, &job->worker->scratch, pl_record_rule);
	if (job->run->apply_suppressions)
		pl_suppressions_apply(job, &suppressions);
	lighten(job);
	pl_findings_make(job, file);
	if (part)
		pl_corpus_read(part, job, &suppressions);
	pl_source_line_count(&job->source); /* makes the line table now: on_file must not run out of memory for it */
}

void pl_lint_input(struct pl_job *job, struct pl_worker *worker, struct pl_arena *arena,
                   const struct pl_run_input *input, struct pl_file *file, struct pl_corpus_part *part)
{
	*file = (struct pl_file){.path = input->path, .identity = input->identity, .fail_on = input->rules->fail_on};
	file->status = pl_job_open(job, worker, arena, input, &file->message);
	if (file->status == PL_OK && job->is_plan) {
		file->is_plan = true;
		file->source = &job->source;
		check_file(job, file, part);
		file->since = job->since.plans ? &job->since : NULL;
	}
	job->readings = (struct pl_readings){0};
	pl_worker_clear(worker);
}

/* ---- the run ---------------------------------------------------------------------------------------------------- */

/* A file in flight. */
struct slot {
	struct pl_arena arena;
	struct pl_job job;
	struct pl_file file;
	struct pl_corpus_part part;
};

struct lint {
	struct pl_run *run;
	const struct pl_sink *sink;
	struct slot *slots;
	unsigned slot_count;
	bool remembers; /* somebody asks what is across plans */
	struct pl_corpus_store store;
	struct pl_sweep sweep;
};

struct step {
	struct lint *lint;
	struct slot *slot;
	const struct pl_run_input *input;
};

/* On any thread. */
static enum pl_status make_file(struct pl_worker *worker, void *data)
{
	const struct step *step = data;

	if (!step->lint->remembers)
		pl_worker_forget_words(worker);
	pl_lint_input(&step->slot->job, worker, &step->slot->arena, step->input, &step->slot->file,
	              step->lint->remembers ? &step->slot->part : NULL);
	return PL_OK;
}

static void remember(struct lint *lint, const struct step *step, struct pl_file *file)
{
	file->remembered_plan = (uint32_t)lint->store.plans.count;
	pl_corpus_add(&lint->store, &step->slot->arena, &step->slot->part,
	              (uint32_t)(step->input - lint->run->inputs.items), file->path);
	if (!lint->sink->on_corpus)
		return;
	pl_corpus_finish(&lint->store);
	file->remembered = &lint->store.corpus;
}

/* On the thread that called pl_run_lint. */
static enum pl_status deliver_file(struct pl_worker *worker, void *data)
{
	const struct step *step = data;
	struct pl_file *file = &step->slot->file;
	struct lint *lint = step->lint;

	(void)worker;
	lint->store.arena.guard = step->slot->arena.guard;
	if (file->is_plan)
		pl_findings_settle(&step->slot->job, file, &lint->run->baseline);
	if (file->is_plan && lint->remembers)
		remember(lint, step, file);
	lint->sink->on_file(lint->sink->data, file);
	return PL_OK;
}

static bool make_item(void *data, unsigned thread, unsigned slot, size_t item)
{
	struct lint *lint = data;
	struct step step = {lint, &lint->slots[slot], &lint->run->inputs.items[item]};

	return pl_lint_step(lint->run, thread, &step.slot->arena, make_file, &step);
}

static bool take_item(void *data, unsigned slot, size_t item)
{
	struct lint *lint = data;
	struct step step = {lint, &lint->slots[slot], &lint->run->inputs.items[item]};
	bool fine = pl_lint_step(lint->run, 0, &step.slot->arena, deliver_file, &step);

	pl_arena_reset(&step.slot->arena);
	return fine;
}

void pl_lint_begin(struct pl_run *run) { atomic_store(&run->outcome, PL_OK); }

bool pl_lint_step(struct pl_run *run, unsigned thread, struct pl_arena *arena,
                  enum pl_status (*body)(struct pl_worker *worker, void *data), void *data)
{
	struct pl_worker *worker = &run->workers[thread];
	enum pl_status status = pl_worker_guard(worker, arena, body, data);

	if (status != PL_OK) {
		atomic_store(&run->outcome, status);
		pl_worker_clear(worker);
	} else if (atomic_load(&run->stopped)) {
		atomic_store(&run->outcome, PL_STOPPED);
	}
	return atomic_load(&run->outcome) == PL_OK;
}

enum pl_status pl_lint_end(struct pl_run *run, enum pl_status status)
{
	if (status == PL_NO_MEMORY)
		run->message = "there is not enough memory";
	if (status == PL_STOPPED)
		run->message = "the run was stopped";
	return status;
}

/* More files in flight than threads, so that none waits while a large one is due. */
enum { SLOTS_A_THREAD = 4 };

unsigned pl_lint_threads(struct pl_run *run, size_t count)
{
	unsigned threads = run->threads < count ? run->threads : (unsigned)count;

	threads = threads ? threads : 1;
	if (!run->workers)
		run->workers = PL_MAKE_ARRAY(&run->arena, run->threads, struct pl_worker);
	for (; run->worker_count < threads; run->worker_count++)
		pl_worker_open(&run->workers[run->worker_count], run);
	return threads;
}

static void open_slots(struct lint *lint)
{
	unsigned threads = pl_lint_threads(lint->run, lint->run->inputs.count);

	lint->slot_count = threads > 1 ? threads * SLOTS_A_THREAD : 1;
	lint->slots = PL_MAKE_ARRAY(&lint->run->arena, lint->slot_count, struct slot);
}

/* One file is read and done with: as little as can be is asked of the system. Of many the later ones use again what the
 * first has left. */
static void settle(struct lint *lint)
{
	struct pl_area *area = &lint->run->area;

	if (lint->run->inputs.count != 1 || lint->remembers)
		return;
	if (!area->begin)
		pl_area_open(area);
	pl_worker_settle(&lint->run->workers[0], area);
	lint->slots[0].arena.area = area;
}

static enum pl_status deliver_across(struct pl_worker *worker, void *data)
{
	struct lint *lint = data;

	lint->sweep.run = lint->run;
	lint->sweep.store = &lint->store;
	pl_across_deliver(&lint->sweep, &worker->scratch, lint->sink);
	return atomic_load(&lint->run->stopped) ? PL_STOPPED : PL_OK;
}

static enum pl_status lint_all(struct pl_run *run, void *data)
{
	struct lint *lint = data;
	enum pl_status status = pl_run_prepare(run);

	if (status != PL_OK)
		return status;
	lint->remembers = lint->sink->on_corpus || pl_across_wanted(run);
	open_slots(lint);
	settle(lint);
	for (unsigned i = 0; i < run->worker_count; i++)
		pl_worker_tell_anew(&run->workers[i]);
	status = pl_archive_open(run, &run->workers[0]);
	if (status != PL_OK)
		return status;
	pl_pool_run(&run->arena,
	            &(struct pl_pool_work){.count = run->inputs.count,
	                                   .threads = lint->slot_count > 1 ? lint->slot_count / SLOTS_A_THREAD : 1,
	                                   .slots = lint->slot_count,
	                                   .make = make_item,
	                                   .take = take_item,
	                                   .data = lint});
	status = atomic_load(&run->outcome);
	if (status == PL_OK && lint->remembers)
		status = pl_worker_guard(&run->workers[0], &lint->slots[0].arena, deliver_across, lint);
	return status;
}

enum pl_status pl_run_lint(struct pl_run *run, const struct pl_sink *sink)
{
	struct lint lint = {.run = run, .sink = sink};
	enum pl_status status;

	pl_lint_begin(run);
	status = pl_run_guard(run, lint_all, &lint);
	for (unsigned i = 0; i < lint.slot_count; i++)
		pl_arena_free(&lint.slots[i].arena);
	pl_corpus_close(&lint.store);
	pl_arena_free(&lint.sweep.file);
	pl_arena_free(&lint.sweep.arena);
	return pl_lint_end(run, status);
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
