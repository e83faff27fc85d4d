/* Finds last period's plan by organisation and title. */
#include "lint/archive.h"

#include "base/str.h"
#include "lint/job.h"
#include "plan/name.h"

/* By its period, else by the year in its title, else by the day it describes or was set. */
static pl_day when_of(struct pl_arena *arena, const struct pl_plan *plan)
{
	pl_day when = PL_NO_DAY;

	if (plan->period.first != PL_NO_DAY)
		return plan->period.first;
	if (plan->item.title)
		when = pl_name_when(arena, plan->item.title->value);
	return when != PL_NO_DAY ? when : plan->as_at != PL_NO_DAY ? plan->as_at : plan->set_on;
}

static void add_plan(struct pl_run *run, struct pl_arena *scratch, const char *path, const struct pl_plan *plan)
{
	struct pl_archive *archive = run->archive;
	struct pl_str name = pl_plan_name(scratch, plan);
	pl_day when = when_of(scratch, plan);
	uint32_t *head;

	if (!name.len || when == PL_NO_DAY)
		return;
	head = pl_map_find(&archive->names, name);
	if (!head) {
		name.ptr = pl_arena_copy(&run->arena, name);
		head = pl_map_put(&run->arena, &archive->names, name, NULL);
	}
	*PL_VEC_PUSH(&run->arena, &archive->plans) =
	        (struct pl_archived){.path = path, .document = plan->document, .when = when, .next = *head};
	*head = (uint32_t)archive->plans.count;
}

struct read_call {
	struct pl_run *run;
	struct pl_arena file;
};

static enum pl_status read_all(struct pl_worker *worker, void *data)
{
	struct read_call *call = data;
	struct pl_run *run = call->run;

	for (size_t i = 0; i < run->archive->paths.count; i++) {
		struct pl_run_input input = {.path = run->archive->paths.items[i],
		                             .how = PL_INPUT_FOUND,
		                             .rules = run->inputs.items[0].rules};
		struct pl_job job;
		const char *message;

		if (pl_job_open(&job, worker, &call->file, &input, &message) == PL_OK && job.is_plan)
			for (size_t k = 0; k < job.plans.count; k++)
				add_plan(run, &call->file, input.path, job.plans.items[k]);
		pl_arena_reset(&call->file);
		pl_arena_reset(&worker->tree);
	}
	run->archive->is_read = true;
	return PL_OK;
}

enum pl_status pl_archive_open(struct pl_run *run, struct pl_worker *worker)
{
	struct read_call call = {.run = run};
	enum pl_status status = PL_OK;

	if (!run->archive || run->archive->is_read || !run->inputs.count)
		return PL_OK;
	status = pl_worker_guard(worker, &call.file, read_all, &call);
	pl_arena_free(&call.file);
	return status;
}

const struct pl_archived *pl_archive_before(const struct pl_archive *archive, struct pl_arena *arena,
                                            const struct pl_plan *plan)
{
	struct pl_str name = pl_plan_name(arena, plan);
	const uint32_t *head = name.len ? pl_map_find(&archive->names, name) : NULL;
	const struct pl_archived *best = NULL;
	pl_day when = when_of(arena, plan);

	if (!head || when == PL_NO_DAY)
		return NULL;
	for (uint32_t at = *head; at; at = archive->plans.items[at - 1].next) {
		const struct pl_archived *one = &archive->plans.items[at - 1];

		/* of equals the first: they hang in the chain backwards */
		if (one->when < when && (!best || one->when >= best->when))
			best = one;
	}
	return best;
}
