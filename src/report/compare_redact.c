/* A comparison without officers' names. */
#include "report/compare.h"

#include "base/str.h"
#include "report/redact.h"

#include <assert.h>

static const struct pl_compared_plan *clean_plans(struct pl_redaction *redaction, struct pl_arena *arena,
                                                  const struct pl_compared_file *file)
{
	struct pl_compared_plan *plans = PL_MAKE_ARRAY(arena, file->plan_count, struct pl_compared_plan);

	for (size_t i = 0; i < file->plan_count; i++) {
		size_t count = file->plans[i].milestone_count;
		struct pl_compared_milestone *milestones = PL_MAKE_ARRAY(arena, count, struct pl_compared_milestone);

		for (size_t k = 0; k < count; k++) {
			milestones[k] = file->plans[i].milestones[k];
			milestones[k].was_item = pl_redact_string(redaction, arena, milestones[k].was_item);
			milestones[k].is_item = pl_redact_string(redaction, arena, milestones[k].is_item);
			milestones[k].was_due = pl_redact_string(redaction, arena, milestones[k].was_due);
			milestones[k].is_due = pl_redact_string(redaction, arena, milestones[k].is_due);
		}
		plans[i] = file->plans[i];
		plans[i].milestones = milestones;
	}
	return plans;
}

/* The new file first: its findings are numbered as `check` numbers them. */
const struct pl_compared_file *pl_redact_compared(struct pl_redaction *redaction, struct pl_arena *arena,
                                                  const struct pl_compared_file *file)
{
	struct pl_compared_file *copy = PL_MAKE(arena, struct pl_compared_file);
	struct pl_compared_finding *findings = PL_MAKE_ARRAY(arena, file->finding_count, struct pl_compared_finding);

	*copy = *file;
	if (file->is)
		copy->is = pl_redact_file(redaction, arena, file->is);
	if (file->was)
		copy->was = pl_redact_file(redaction, arena, file->was);
	for (size_t i = 0; i < file->finding_count; i++) {
		findings[i] = file->findings[i];
		assert((file->is || !findings[i].is) && (file->was || !findings[i].was));
		if (findings[i].is)
			findings[i].is = &copy->is->findings[findings[i].is - file->is->findings];
		if (findings[i].was)
			findings[i].was = &copy->was->findings[findings[i].was - file->was->findings];
	}
	copy->findings = findings;
	copy->plans = clean_plans(redaction, arena, file);
	return copy;
}
