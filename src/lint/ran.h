/* Which rules could look at which plans of a file: what rates divide by. */
#ifndef PL_LINT_RAN_H
#define PL_LINT_RAN_H

#include "base/vec.h"
#include "lint/ruleset.h"

/* The plan does not give what the rule goes by. */
struct pl_unable {
	const struct pl_plan *plan;
	const struct pl_rule *rule;
};

struct pl_ran {
	const struct pl_ruleset *rules;
	PL_VEC(struct pl_unable) unable; /* plan by plan, each pair once */
};

struct pl_job;

/* `rule` cannot look at `plan`; saying so again changes nothing. */
void pl_ran_note(struct pl_job *job, const struct pl_plan *plan, const struct pl_rule *rule);

#endif
