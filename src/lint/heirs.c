/* Finds what became of last period's milestones. */
#include "lint/pairing.h"

static const double NEAR_HERE = 0.5; /* in the same key action, where few candidates stand */

static size_t count_achievements(const struct pl_plan *plan)
{
	size_t count = 0;

	for (size_t i = 0; i < plan->action_count; i++)
		count += plan->actions[i]->achievement_count;
	return count;
}

/* Grouped by their key actions, as milestones are. */
static struct pl_pair_side achievements_of(struct pl_arena *arena, const struct pl_plan *plan)
{
	struct pl_pair_side side = {.items = PL_MAKE_ARRAY(arena, count_achievements(plan), struct pl_pair_item)};

	for (size_t i = 0; i < plan->action_count; i++)
		for (size_t j = 0; j < plan->actions[i]->achievement_count; j++)
			side.items[side.count++] =
			        (struct pl_pair_item){.item = &plan->actions[i]->achievements[j].item,
			                              .group = (uint32_t)i,
			                              .day = pl_due_day(&plan->actions[i]->achievements[j].due)};
	return side;
}

const struct pl_heirs *pl_pair_heirs(struct pl_ctx *ctx, const struct pl_plan *was, const struct pl_plan *is,
                                     const struct pl_paired_plans *plans)
{
	struct pl_arena *arena = pl_ctx_arena(ctx);
	struct pl_heirs *heirs = PL_MAKE_ARRAY(arena, was->milestone_count, struct pl_heirs);
	struct pl_pairing pairing = {.was = plans->was, .is = plans->is, .near = NEAR_HERE, .share = true};
	const uint32_t *milestones = pl_pair_items(ctx, &pairing), *achievements;

	pairing.is = achievements_of(arena, is);
	achievements = pl_pair_items(ctx, &pairing);
	for (size_t i = 0; i < was->milestone_count; i++) {
		if (milestones[i] != PL_UNPAIRED)
			heirs[i].milestone = is->milestones[milestones[i]];
		if (achievements[i] != PL_UNPAIRED)
			heirs[i].achievement =
			        (const struct pl_achievement *)(const void *)pairing.is.items[achievements[i]].item;
	}
	return heirs;
}

const struct pl_heirs *pl_heirs_between(struct pl_ctx *ctx, const struct pl_plan *was, const struct pl_plan *is)
{
	struct pl_job *job = ctx->job;
	struct pl_paired_plans plans;
	struct pl_known_heirs *known;

	for (size_t i = 0; i < job->heirs.count; i++)
		if (job->heirs.items[i].was == was && job->heirs.items[i].is == is)
			return job->heirs.items[i].heirs;
	plans = pl_pair_plans(ctx, was, is, false);
	known = PL_VEC_PUSH(job->arena, &job->heirs);
	*known = (struct pl_known_heirs){was, is, pl_pair_heirs(ctx, was, is, &plans)};
	return known->heirs;
}

const struct pl_heirs *pl_heirs(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	return pl_heirs_between(ctx, plan->previous_plan, plan);
}

/* ---- what became of it ------------------------------------------------------------------------------------------ */

static bool declared(const struct pl_heirs *heirs)
{
	return (heirs->milestone && pl_milestone_carried(heirs->milestone)) ||
	       (heirs->achievement && heirs->achievement->carried.said == PL_YES);
}

enum pl_fate pl_milestone_fate(const struct pl_milestone *was, const struct pl_heirs *heirs)
{
	const struct pl_achievement *achievement = heirs->achievement;

	if (pl_progress_complete(was->progress) || (achievement && pl_progress_complete(&achievement->progress)))
		return PL_FATE_COMPLETED;
	if (pl_progress_over(was->progress) || (achievement && pl_progress_over(&achievement->progress)))
		return PL_FATE_DROPPED;
	if (declared(heirs))
		return PL_FATE_CARRIED;
	if (heirs->milestone)
		return PL_FATE_SET_AGAIN;
	return achievement ? PL_FATE_DROPPED : PL_FATE_LOST;
}

void pl_heirs_count(struct pl_ctx *ctx, const struct pl_plan *plan, struct pl_since *since)
{
	const struct pl_plan *was = plan->previous_plan;
	const struct pl_heirs *heirs = pl_heirs(ctx, plan);
	bool *known = pl_alloc(ctx, plan->milestone_count, sizeof *known);

	since->plans++;
	since->milestones += was->milestone_count;
	for (size_t i = 0; i < was->milestone_count; i++) {
		since->fates[pl_milestone_fate(was->milestones[i], &heirs[i])]++;
		if (heirs[i].milestone)
			known[heirs[i].milestone->index] = true;
	}
	for (size_t i = 0; i < plan->milestone_count; i++)
		since->added += !known[i];
}

const char *pl_fate_name(enum pl_fate fate)
{
	static const char *const names[] = {[PL_FATE_NONE] = "",
	                                    [PL_FATE_COMPLETED] = "completed",
	                                    [PL_FATE_CARRIED] = "carried_forward",
	                                    [PL_FATE_SET_AGAIN] = "set_again",
	                                    [PL_FATE_DROPPED] = "dropped",
	                                    [PL_FATE_LOST] = "lost"};

	return names[fate];
}
