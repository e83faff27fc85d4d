/* Which places of a file suppressions cover for the rules across plans, which speak when the file is gone. */
#include "lint/corpus.h"
#include "lint/registry.h"

struct look {
	struct pl_corpus_part *part;
	struct pl_job *job;
	const struct pl_suppressions *suppressions;
	const struct pl_rule *rule;
};

static void look_at(const struct look *look, const struct pl_corpus_place *place)
{
	const char *reason = pl_suppressions_reason(look->suppressions, look->rule, place->span);

	if (reason)
		*PL_VEC_PUSH(look->job->arena, &look->part->ignored) =
		        (struct pl_corpus_ignored){place->plan, place->span, look->rule, reason};
}

void pl_corpus_read_ignored(struct pl_corpus_part *part, struct pl_job *job, const struct pl_suppressions *suppressions)
{
	struct look look = {part, job, suppressions, NULL};

	if (!job->run->apply_suppressions || !suppressions->items.count)
		return;
	for (size_t i = 0; i < pl_catalogue_count(job->rules->catalogue); i++) {
		look.rule = pl_catalogue_at(job->rules->catalogue, i);
		if (!look.rule->on_corpus || !pl_ruleset_runs(job->rules, i))
			continue;
		for (size_t k = 0; k < part->milestones.count; k++)
			look_at(&look, &part->milestones.items[k].place);
		for (size_t k = 0; k < part->acronyms.count; k++)
			look_at(&look, &part->acronyms.items[k].place);
		for (size_t k = 0; k < part->statuses.count; k++)
			look_at(&look, &part->statuses.items[k].status.place);
	}
}
