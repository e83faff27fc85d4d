/* Compares the plans of two files: what became of each milestone. */
#include "lint/compare.h"

#include "base/path.h"
#include "base/queue.h"
#include "base/str.h"
#include "lint/registry.h"
#include "plan/name.h"

/* How alike two milestones of one key action must be in two versions of a plan. */
static const double NEAR_HERE = 0.5;

/* ---- one period or two ------------------------------------------------------------------------------------------ */

static bool same_text(const struct pl_text *a, const struct pl_text *b)
{
	return a && b && pl_str_equal(a->value, b->value);
}

static bool names_previous(const struct pl_plan *is, const struct pl_plan *was)
{
	return is->previous && (same_text(is->previous, was->item.title) ||
	                        pl_str_equal(pl_path_name(is->previous->value), pl_path_name(pl_str_of(was->path))));
}

/* By the periods; where one of them gives none, by its title (the same but for the year) or by what `previous` names.
 */
static bool of_two_periods(struct pl_arena *arena, const struct pl_plan *was, const struct pl_plan *is)
{
	if (was->period.first != PL_NO_DAY && is->period.first != PL_NO_DAY)
		return is->period.first > was->period.first;
	if (names_previous(is, was))
		return true;
	return was->item.title && is->item.title && !same_text(was->item.title, is->item.title) &&
	       pl_str_equal(pl_plan_name(arena, was), pl_plan_name(arena, is));
}

/* ---- milestones ------------------------------------------------------------------------------------------------- */

/* A pair of plans on the way. */
struct look {
	struct pl_ctx ctx;
	struct pl_arena *arena;
	struct pl_compare_pair *pair;
	struct pl_paired_plans paired;
	struct pl_compared_milestone *milestones;
	size_t count;
};

static void tell_changes(struct look *look, struct pl_compared_milestone *one)
{
	const struct pl_text *was, *is;

	was = look->paired.was.items[one->was->index].item->title;
	is = look->paired.is.items[one->is->index].item->title;
	one->moved = pl_due_day(&one->was->due) != pl_due_day(&one->is->due);
	one->elsewhere = look->paired.was.items[one->was->index].group != look->paired.is.items[one->is->index].group;
	one->reworded = was && is ? !pl_word_for_word(was->value, is->value) : was != is;
	one->alike = !one->reworded ? 1 : was && is ? pl_similarity(&look->ctx, was, is) : 0;
}

static void name_side(struct look *look, const struct pl_milestone *milestone, const char **item, const char **due)
{
	struct pl_ctx ctx = look->ctx; /* quarters are told by the year of the milestone's own plan */

	if (!milestone)
		return;
	ctx.plan = milestone->item.plan;
	*item = pl_plan_path(look->arena, pl_tracked_milestone(milestone).item);
	*due = pl_print_due(&ctx, &milestone->due);
}

static void add_pair(struct look *look, const struct pl_compared_milestone *made)
{
	struct pl_compared_milestone *one = &look->milestones[look->count++];

	*one = *made;
	if (one->was && one->is)
		tell_changes(look, one);
	if (one->was && one->is && !one->reworded && !one->moved && !one->elsewhere && !one->fate)
		return;
	name_side(look, one->was, &one->was_item, &one->was_due);
	name_side(look, one->is, &one->is_item, &one->is_due);
}

/* Two versions: each pairs with one at most. */
static void compare_versions(struct look *look)
{
	const struct pl_compared_plan *plan = &look->pair->plan;

	look->pair->milestones = pl_pair_items(&look->ctx, &(struct pl_pairing){.was = look->paired.was,
	                                                                        .is = look->paired.is,
	                                                                        .near = NEAR_HERE,
	                                                                        .same_period = true});
	for (size_t i = 0; i < plan->was->milestone_count; i++) {
		uint32_t at = look->pair->milestones[i];

		add_pair(look,
		         &(struct pl_compared_milestone){.was = plan->was->milestones[i],
		                                         .is = at == PL_UNPAIRED ? NULL : plan->is->milestones[at]});
	}
}

static void compare_periods(struct look *look)
{
	const struct pl_compared_plan *plan = &look->pair->plan;
	uint32_t *places = PL_MAKE_ARRAY(look->arena, plan->was->milestone_count, uint32_t);
	const struct pl_heirs *heirs = pl_pair_heirs(&look->ctx, plan->was, plan->is, &look->paired);

	for (size_t i = 0; i < plan->was->milestone_count; i++) {
		places[i] = heirs[i].milestone ? heirs[i].milestone->index : PL_UNPAIRED;
		add_pair(look,
		         &(struct pl_compared_milestone){.was = plan->was->milestones[i],
		                                         .is = heirs[i].milestone,
		                                         .fate = pl_milestone_fate(plan->was->milestones[i], &heirs[i]),
		                                         .achievement = heirs[i].achievement});
	}
	look->pair->milestones = places;
}

static void add_rest(struct look *look)
{
	const struct pl_compared_plan *plan = &look->pair->plan;
	bool *known;

	if (!plan->is) {
		for (size_t i = 0; i < plan->was->milestone_count; i++)
			add_pair(look, &(struct pl_compared_milestone){.was = plan->was->milestones[i]});
		return;
	}
	known = PL_MAKE_ARRAY(look->arena, plan->is->milestone_count, bool);
	for (size_t i = 0; i < look->count; i++)
		if (look->milestones[i].is)
			known[look->milestones[i].is->index] = true;
	for (size_t i = 0; i < plan->is->milestone_count; i++)
		if (!known[i])
			add_pair(look, &(struct pl_compared_milestone){.is = plan->is->milestones[i]});
}

static void compare_plan(struct pl_job *job, struct pl_compare_pair *pair)
{
	struct pl_compared_plan *plan = &pair->plan;
	size_t most = (plan->was ? plan->was->milestone_count : 0) + (plan->is ? plan->is->milestone_count : 0);
	size_t said = job->collector.records.count;
	struct look look = {.arena = job->arena,
	                    .pair = pair,
	                    .milestones = PL_MAKE_ARRAY(job->arena, most, struct pl_compared_milestone)};

	look.ctx = (struct pl_ctx){.rules = job->rules,
	                           .rule = pl_rule_index(&pl_builtin_rules[PL_BUILTIN_INCOMPLETE_CHECK]),
	                           .job = job,
	                           .plan = plan->is ? plan->is : plan->was};
	look.ctx.item = &look.ctx.plan->item;
	if (plan->was && plan->is) {
		plan->two_periods = of_two_periods(job->arena, plan->was, plan->is);
		look.paired = pl_pair_plans(&look.ctx, plan->was, plan->is, !plan->two_periods);
		pair->actions = look.paired.actions;
		if (plan->two_periods)
			compare_periods(&look);
		else
			compare_versions(&look);
	}
	add_rest(&look);
	plan->cut = job->collector.records.count > said;
	plan->milestones = look.milestones;
	plan->milestone_count = look.count;
}

/* ---- plans ------------------------------------------------------------------------------------------------------ */

static void add_plans(struct pl_arena *arena, struct pl_compare_pairs *pairs, const struct pl_plan *was,
                      const struct pl_plan *is)
{
	struct pl_compare_pair *pair = PL_VEC_PUSH(arena, &pairs->items);

	pair->plan.was = was;
	pair->plan.is = is;
}

static size_t plan_count(const struct pl_job *job) { return job ? job->plans.count : 0; }

/* Plans of the earlier file by their names, and which of them have a partner. */
struct waiting {
	struct pl_queues names;
	bool *taken;
};

static void wait_for(struct pl_arena *arena, struct waiting *waiting, const struct pl_job *was)
{
	size_t count = plan_count(was);

	pl_queues_open(&waiting->names, arena, count);
	waiting->taken = PL_MAKE_ARRAY(arena, count, bool);
	for (size_t i = 0; i < count; i++)
		pl_queues_put(&waiting->names, arena, pl_plan_name(arena, was->plans.items[i]), (uint32_t)i);
}

static const struct pl_plan *take_named(struct pl_arena *arena, struct waiting *waiting, const struct pl_job *was,
                                        const struct pl_plan *is)
{
	uint32_t at;

	if (!pl_queues_take(&waiting->names, pl_plan_name(arena, is), &at))
		return NULL;
	waiting->taken[at] = true;
	return was->plans.items[at];
}

/* The one plan of either file that is left pairs whatever its name: the files did. */
static bool pair_last(struct pl_compare_pairs *pairs, const struct pl_plan *was)
{
	struct pl_compare_pair *lonely = NULL;

	for (size_t i = 0; i < pairs->items.count; i++) {
		if (pairs->items.items[i].plan.was)
			continue;
		if (lonely)
			return false;
		lonely = &pairs->items.items[i];
	}
	if (lonely)
		lonely->plan.was = was;
	return lonely != NULL;
}

static void pair_plans(struct pl_arena *arena, struct pl_compare_pairs *pairs, const struct pl_job *was,
                       const struct pl_job *is)
{
	struct waiting waiting;
	size_t left = 0, last = 0;

	wait_for(arena, &waiting, was);
	for (size_t i = 0; i < plan_count(is); i++)
		add_plans(arena, pairs, take_named(arena, &waiting, was, is->plans.items[i]), is->plans.items[i]);
	for (size_t i = 0; i < plan_count(was); i++)
		if (!waiting.taken[i]) {
			left++;
			last = i;
		}
	if (left == 1)
		waiting.taken[last] = pair_last(pairs, was->plans.items[last]);
	for (size_t i = 0; i < plan_count(was); i++)
		if (!waiting.taken[i])
			add_plans(arena, pairs, was->plans.items[i], NULL);
}

struct pl_compare_pairs pl_compare_plans(struct pl_job *was, struct pl_job *is)
{
	struct pl_job *job = is ? is : was;
	struct pl_compare_pairs pairs = {0};

	pair_plans(job->arena, &pairs, was, is);
	for (size_t i = 0; i < pairs.items.count; i++)
		compare_plan(job, &pairs.items.items[i]);
	return pairs;
}
