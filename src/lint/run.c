/* Opens and closes a run, takes its settings and inputs. */
#include "lint/worker.h"

#include "base/str.h"
#include "lint/archive.h"

#include <assert.h>
#include <stdlib.h>

enum pl_status pl_run_guard(struct pl_run *run, enum pl_status (*body)(struct pl_run *run, void *data), void *data)
{
	struct pl_arena_guard *outer = run->arena.guard, guard;
	enum pl_status status;

	run->arena.guard = &guard;
	if (setjmp(guard.jump)) {
		run->message = "there is not enough memory";
		status = PL_NO_MEMORY;
	} else {
		status = body(run, data);
	}
	run->arena.guard = outer;
	return status;
}

/* ---- opening and closing ---------------------------------------------------------------------------------------- */

static enum pl_status open_parts(struct pl_run *run, void *data)
{
	(void)data;
	run->patterns = pl_patterns_open(&run->arena);
	return pl_run_settle(run);
}

struct pl_run *pl_run_open(void)
{
	struct pl_run *run = calloc(1, sizeof *run);

	if (!run)
		return NULL;
	pl_arena_init(&run->arena, NULL);
	run->message = "";
	run->as_of = PL_NO_DAY;
	run->apply_suppressions = true;
	run->fingerprints = true;
	run->limits = pl_limits_default();
	run->threads = 1;
	if (pl_run_guard(run, open_parts, NULL) != PL_OK) {
		pl_run_close(run);
		return NULL;
	}
	return run;
}

void pl_run_close(struct pl_run *run)
{
	if (!run)
		return;
	pl_baseline_close(&run->baseline);
	for (unsigned i = 0; i < run->worker_count; i++)
		pl_worker_close(&run->workers[i]);
	pl_patterns_close(run->patterns);
	pl_arena_free(&run->arena);
	pl_area_close(&run->area);
	free(run);
}

const char *pl_run_message(const struct pl_run *run) { return run->message; }

/* ---- settings --------------------------------------------------------------------------------------------------- */

void pl_run_as_of(struct pl_run *run, pl_day day) { run->as_of = day; }

void pl_run_threads(struct pl_run *run, unsigned count) { run->threads = count ? count : 1; }

void pl_run_stop(struct pl_run *run) { atomic_store(&run->stopped, true); }

void pl_run_apply_suppressions(struct pl_run *run, bool apply) { run->apply_suppressions = apply; }

void pl_run_fingerprints(struct pl_run *run, bool wanted) { run->fingerprints = wanted; }

enum { MEBIBYTE = 1024 * 1024 };

struct pl_limits pl_limits_default(void)
{
	return (struct pl_limits){.size = (uint64_t)64 * MEBIBYTE,
	                          .depth = 1000,
	                          .nodes = 10000000,
	                          .documents = 10000,
	                          .findings = 100000,
	                          .match = 1000000,
	                          .steps = 1000000000};
}

void pl_run_limits(struct pl_run *run, const struct pl_limits *limits) { run->limits = *limits; }

/* ---- baseline --------------------------------------------------------------------------------------------------- */

static enum pl_status read_baseline(struct pl_run *run, void *path)
{
	return pl_baseline_read(&run->baseline, &run->arena, path, &run->message);
}

enum pl_status pl_run_baseline(struct pl_run *run, const char *path)
{
	return pl_run_guard(run, read_baseline, (void *)path);
}

size_t pl_run_baseline_count(const struct pl_run *run) { return run->baseline.known.count; }

const struct pl_baseline_entry *pl_run_baseline_at(const struct pl_run *run, size_t index)
{
	return &run->baseline.known.items[index].entry;
}

bool pl_run_baseline_stale(const struct pl_run *run, size_t index)
{
	const struct pl_known *known = &run->baseline.known.items[index];

	return known->looked && !known->met;
}

/* ---- inputs ----------------------------------------------------------------------------------------------------- */

static enum pl_status add_entry(struct pl_run *run, void *data)
{
	struct pl_run_input *entry = data;

	enum pl_status status;

	entry->identity = entry->path = pl_arena_copy(&run->arena, pl_str_of(entry->path));
	status = pl_run_place(run, entry);
	if (status != PL_OK)
		return status;
	*PL_VEC_PUSH(&run->arena, &run->inputs) = *entry;
	return PL_OK;
}

enum pl_status pl_run_add_file(struct pl_run *run, const char *path, enum pl_input how)
{
	return pl_run_guard(run, add_entry, &(struct pl_run_input){.path = path, .how = how});
}

enum pl_status pl_run_add_buffer(struct pl_run *run, const char *name, const char *bytes, size_t size)
{
	return pl_run_guard(run, add_entry,
	                    &(struct pl_run_input){.path = name, .bytes = {bytes, size}, .is_buffer = true});
}

static enum pl_status identify(struct pl_run *run, void *identity)
{
	assert(run->inputs.count);
	run->inputs.items[run->inputs.count - 1].identity = pl_arena_copy(&run->arena, pl_str_of(identity));
	return PL_OK;
}

static enum pl_status add_past(struct pl_run *run, void *path)
{
	if (!run->archive)
		run->archive = PL_MAKE(&run->arena, struct pl_archive);
	*PL_VEC_PUSH(&run->arena, &run->archive->paths) = pl_arena_copy(&run->arena, pl_str_of(path));
	return PL_OK;
}

enum pl_status pl_run_add_past(struct pl_run *run, const char *path)
{
	return pl_run_guard(run, add_past, (void *)path);
}

enum pl_status pl_run_identify(struct pl_run *run, const char *identity)
{
	return pl_run_guard(run, identify, (void *)identity);
}
