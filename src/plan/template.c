/* What each template calls its parts. */
#include <planlint/plan.h>

static const struct pl_template_terms terms[] = {
#define PL_TEMPLATE(id, name, action, milestone, several, milestones, outcomes, targets, monitored)                    \
	[PL_TEMPLATE_##id] = {name, action, milestone, several, milestones, outcomes, targets, monitored},
#define PL_REQUIRE(template, on, what, when, words)
#include "plan/templates.def"
#undef PL_TEMPLATE
#undef PL_REQUIRE
};

const struct pl_template_terms *pl_template_terms(enum pl_template which) { return &terms[which]; }

bool pl_plan_is_reviewed(const struct pl_plan *plan)
{
	return plan->as_at != PL_NO_DAY && (plan->set_on == PL_NO_DAY || plan->as_at > plan->set_on);
}
