/* Pairs the files of the two sides of a comparison. */
#include "lint/compare_files.h"

#include "base/queue.h"
#include "base/str.h"
#include "lint/job.h"
#include "plan/name.h"

struct sides {
	struct pl_run *run;
	struct pl_worker *worker;
	struct pl_arena *scratch;
	struct pl_run_input **partner; /* of each input; NULL */
};

static struct pl_str name_of(const struct pl_run_input *input)
{
	return pl_str_of(input->side ? input->side : input->path);
}

/* Of a file that cannot be read or holds no plan nothing is known: it pairs with none. */
static struct pl_str title_of(struct sides *sides, const struct pl_run_input *input)
{
	struct pl_job job;
	const char *message;
	struct pl_str name = {0};

	if (pl_job_open(&job, sides->worker, sides->scratch, input, &message) == PL_OK && job.plans.count)
		name = pl_plan_name(sides->scratch, job.plans.items[0]);
	if (name.len)
		name.ptr = pl_arena_copy(&sides->run->arena, name);
	pl_arena_reset(sides->scratch);
	pl_worker_clear(sides->worker);
	return name;
}

/* Inputs of both sides without a partner, in order, where their keys are the same. */
static void pair_by(struct sides *sides, struct pl_str (*key_of)(struct sides *sides, const struct pl_run_input *input))
{
	struct pl_run *run = sides->run;
	struct pl_run_input *inputs = run->inputs.items;
	struct pl_queues old;

	pl_queues_open(&old, &run->arena, run->inputs.count);
	for (size_t i = 0; i < run->inputs.count; i++)
		if (inputs[i].is_old && !sides->partner[i])
			pl_queues_put(&old, &run->arena, key_of(sides, &inputs[i]), (uint32_t)i);
	for (size_t i = 0; i < run->inputs.count && old.last.count; i++) {
		uint32_t at;

		if (inputs[i].is_old || sides->partner[i] || !pl_queues_take(&old, key_of(sides, &inputs[i]), &at))
			continue;
		sides->partner[at] = &inputs[i];
		sides->partner[i] = &inputs[at];
	}
}

static struct pl_str by_name(struct sides *sides, const struct pl_run_input *input)
{
	(void)sides;
	return name_of(input);
}

static bool has_lonely(const struct sides *sides, bool old)
{
	for (size_t i = 0; i < sides->run->inputs.count; i++)
		if (sides->run->inputs.items[i].is_old == old && !sides->partner[i])
			return true;
	return false;
}

struct pl_file_pairs pl_compare_files(struct pl_run *run, struct pl_worker *worker, struct pl_arena *scratch)
{
	struct sides sides = {.run = run,
	                      .worker = worker,
	                      .scratch = scratch,
	                      .partner = PL_MAKE_ARRAY(&run->arena, run->inputs.count, struct pl_run_input *)};
	struct pl_file_pairs pairs = {0};

	pair_by(&sides, by_name);
	if (has_lonely(&sides, true) && has_lonely(&sides, false))
		pair_by(&sides, title_of);
	for (int old = 0; old < 2; old++)
		for (size_t i = 0; i < run->inputs.count; i++) {
			struct pl_run_input *input = &run->inputs.items[i];

			if (input->is_old != old || (old && sides.partner[i]))
				continue;
			*PL_VEC_PUSH(&run->arena, &pairs.items) =
			        (struct pl_file_pair){old ? input : sides.partner[i], old ? NULL : input};
		}
	return pairs;
}
