/* Remembers which rules could not look at a plan. */
#include "lint/ran.h"

#include "lint/job.h"

static bool is_unable(const struct pl_ran *ran, const struct pl_plan *plan, const struct pl_rule *rule)
{
	/* One plan is looked at after the other, so what is noted of one stands together. */
	size_t low = 0, high = ran->unable.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (ran->unable.items[middle].plan->document < plan->document)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < ran->unable.count && ran->unable.items[low].plan == plan; low++)
		if (ran->unable.items[low].rule == rule)
			return true;
	return false;
}

void pl_ran_note(struct pl_job *job, const struct pl_plan *plan, const struct pl_rule *rule)
{
	if (!is_unable(&job->ran, plan, rule))
		*PL_VEC_PUSH(job->arena, &job->ran.unable) = (struct pl_unable){plan, rule};
}

bool pl_file_rule_ran(const struct pl_file *file, const struct pl_plan *plan, const struct pl_rule *rule)
{
	return file->ran && pl_ruleset_runs(file->ran->rules, pl_rule_index(rule)) && !is_unable(file->ran, plan, rule);
}
