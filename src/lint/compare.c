/* Compares the two sides of a run: several pairs of files at a time, delivered one after the other. */
#include "lint/compare.h"

#include "base/pool.h"
#include "base/str.h"
#include "lint/compare_files.h"
#include "lint/lint.h"

#include <assert.h>

/* ---- sides ------------------------------------------------------------------------------------------------------ */

struct side_call {
	enum pl_side side;
	const char *name;
};

static enum pl_status set_side(struct pl_run *run, void *data)
{
	const struct side_call *call = data;
	struct pl_run_input *input;

	assert(run->inputs.count);
	input = &run->inputs.items[run->inputs.count - 1];
	input->is_old = call->side == PL_SIDE_OLD;
	input->side = call->name ? pl_arena_copy(&run->arena, pl_str_of(call->name)) : NULL;
	return PL_OK;
}

enum pl_status pl_run_side(struct pl_run *run, enum pl_side side, const char *name)
{
	return pl_run_guard(run, set_side, &(struct side_call){side, name});
}

const char *pl_change_name(enum pl_change change)
{
	static const char *const names[] = {[PL_CHANGE_NEW] = "new",
	                                    [PL_CHANGE_GONE] = "gone",
	                                    [PL_CHANGE_UNCHANGED] = "unchanged",
	                                    [PL_CHANGE_IGNORED] = "ignored"};

	return names[change];
}

/* ---- a pair of files -------------------------------------------------------------------------------------------- */

/* One of the two. */
struct half {
	struct pl_arena arena;
	struct pl_job job;
	struct pl_file file;
	bool is_there; /* and a plan, or unreadable */
};

struct slot {
	struct half was, is;
	struct pl_compared_file file;
};

struct compare {
	struct pl_run *run;
	const struct pl_compare_sink *sink;
	struct pl_file_pairs pairs;
	struct slot *slots;
	unsigned slot_count;
};

struct step {
	struct compare *compare;
	struct slot *slot;
	const struct pl_file_pair *pair;
};

static void make_half(struct half *half, struct pl_worker *worker, const struct pl_run_input *input)
{
	half->is_there = input != NULL;
	if (!input)
		return;
	pl_lint_input(&half->job, worker, &half->arena, input, &half->file, NULL);
	half->is_there = half->file.status != PL_OK || half->file.is_plan;
}

static enum pl_status make_was(struct pl_worker *worker, void *data)
{
	const struct step *step = data;

	make_half(&step->slot->was, worker, step->pair->was);
	return PL_OK;
}

static struct pl_job *job_of(struct half *half) { return half->is_there && half->file.is_plan ? &half->job : NULL; }

static void compare_halves(struct slot *slot)
{
	struct pl_job *was = job_of(&slot->was), *is = job_of(&slot->is);
	struct pl_arena *arena = &slot->is.arena;
	struct pl_compare_pairs pairs;
	struct pl_compared_plan *plans;

	if (!was && !is)
		return;
	if (was)
		was->arena = arena; /* what is made from here on */
	pairs = pl_compare_plans(was, is);
	plans = PL_MAKE_ARRAY(arena, pairs.items.count, struct pl_compared_plan);
	for (size_t i = 0; i < pairs.items.count; i++)
		plans[i] = pairs.items.items[i].plan;
	slot->file.plans = plans;
	slot->file.plan_count = pairs.items.count;
	pl_compare_findings(arena, &pairs, &slot->file);
}

static enum pl_status make_is(struct pl_worker *worker, void *data)
{
	const struct step *step = data;
	struct slot *slot = step->slot;

	make_half(&slot->is, worker, step->pair->is);
	slot->file = (struct pl_compared_file){.was = slot->was.is_there ? &slot->was.file : NULL,
	                                       .is = slot->is.is_there ? &slot->is.file : NULL};
	compare_halves(slot);
	slot->is.job.readings = (struct pl_readings){0};
	pl_worker_clear(worker);
	return PL_OK;
}

/* On the thread that called pl_run_compare. */
static enum pl_status deliver(struct pl_worker *worker, void *data)
{
	const struct step *step = data;
	const struct pl_compared_file *file = &step->slot->file;

	(void)worker;
	if (file->was || file->is)
		step->compare->sink->on_file(step->compare->sink->data, file);
	return PL_OK;
}

/* ---- all of them ------------------------------------------------------------------------------------------------ */

static bool make_item(void *data, unsigned thread, unsigned slot, size_t item)
{
	struct compare *compare = data;
	struct step step = {compare, &compare->slots[slot], &compare->pairs.items.items[item]};

	return pl_lint_step(compare->run, thread, &step.slot->was.arena, make_was, &step) &&
	       pl_lint_step(compare->run, thread, &step.slot->is.arena, make_is, &step);
}

static bool take_item(void *data, unsigned slot, size_t item)
{
	struct compare *compare = data;
	struct step step = {compare, &compare->slots[slot], &compare->pairs.items.items[item]};
	bool fine = pl_lint_step(compare->run, 0, &step.slot->is.arena, deliver, &step);

	pl_arena_reset(&step.slot->was.arena);
	pl_arena_reset(&step.slot->is.arena);
	return fine;
}

/* Fingerprints go by the path of the new file, whatever the old one was called. */
static void identify(struct compare *compare)
{
	for (size_t i = 0; i < compare->pairs.items.count; i++) {
		struct pl_file_pair *pair = &compare->pairs.items.items[i];

		if (pair->was && pair->is)
			pair->was->identity = pair->is->identity;
	}
}

static enum pl_status find_pairs(struct pl_worker *worker, void *data)
{
	struct compare *compare = data;

	compare->pairs = pl_compare_files(compare->run, worker, &compare->slots[0].is.arena);
	return PL_OK;
}

static enum pl_status compare_all(struct pl_run *run, void *data)
{
	struct compare *compare = data;
	enum pl_status status = pl_run_prepare(run);
	unsigned threads = pl_lint_threads(run, run->inputs.count);

	if (status != PL_OK)
		return status;
	compare->slots = PL_MAKE_ARRAY(&run->arena, (size_t)2 * threads, struct slot);
	compare->slot_count = threads > 1 ? 2 * threads : 1;
	status = pl_worker_guard(&run->workers[0], &compare->slots[0].is.arena, find_pairs, compare);
	if (status != PL_OK)
		return status;
	identify(compare);
	pl_pool_run(&run->arena, &(struct pl_pool_work){.count = compare->pairs.items.count,
	                                                .threads = threads,
	                                                .slots = compare->slot_count,
	                                                .make = make_item,
	                                                .take = take_item,
	                                                .data = compare});
	return atomic_load(&run->outcome);
}

enum pl_status pl_run_compare(struct pl_run *run, const struct pl_compare_sink *sink)
{
	struct compare compare = {.run = run, .sink = sink};
	enum pl_status status;

	pl_lint_begin(run);
	status = pl_run_guard(run, compare_all, &compare);
	for (unsigned i = 0; i < compare.slot_count; i++) {
		pl_arena_free(&compare.slots[i].was.arena);
		pl_arena_free(&compare.slots[i].is.arena);
	}
	return pl_lint_end(run, status);
}
