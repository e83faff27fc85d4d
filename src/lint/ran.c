/* Remembers which rules could not look at a plan. */
#include "lint/ran.h"

#include "lint/job.h"

static bool is_unable(const struct pl_ran *ran, const struct pl_plan *plan, const struct pl_rule *rule)
{
	/* from the end: what is noted again was noted last */
	for (size_t i = ran->unable.count; i-- > 0;)
		if (ran->unable.items[i].plan == plan && ran->unable.items[i].rule == rule)
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
