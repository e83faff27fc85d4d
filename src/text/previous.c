/* Finds what became of last period's key actions and milestones. */
#include "base/str.h"

#include <planlint/rule.h>

/* Shares of content words in common, from which two texts are taken for the same thing reworded. */
static const double SAME = 0.9;      /* word for word, but for dates */
static const double NEAR = 0.75;     /* anywhere in the plan */
static const double NEAR_HERE = 0.5; /* in the same key action, where fewer candidates stand */
static const double NEAR_ID = 0.25;  /* there, under the same id */

/* A file that is named and could not be read is reported where it was read. */
const struct pl_plan *pl_previous(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	if (!plan->previous)
		pl_not_checked(ctx, "last period's plan was not compared", "the plan names no previous plan");
	return plan->previous_plan;
}

static double alike(struct pl_ctx *ctx, const struct pl_text *a, const struct pl_text *b)
{
	return a && b ? pl_similarity(ctx, a, b) : 0;
}

/* The next word that says something else than a date or that it is done; `word_count` for none. */
static uint32_t next_word(const struct pl_reading *reading, uint32_t at)
{
	for (; at < reading->word_count; at++) {
		const struct pl_word *word = &reading->words[at];

		if (word->tag != PL_TAG_MARK && word->tag != PL_TAG_DETERMINER && word->stem &&
		    !(word->flags & (PL_WORD_OUTSIDE | PL_WORD_DATE)) &&
		    !(word->kinds & (PL_KIND(FINISH) | PL_KIND(DONE))))
			break;
	}
	return at;
}

static bool same_words(struct pl_ctx *ctx, const struct pl_text *a, const struct pl_text *b)
{
	const struct pl_reading *x = pl_read(ctx, a), *y = pl_read(ctx, b);
	uint32_t i = next_word(x, 0), j = next_word(y, 0);

	if (i == x->word_count || j == y->word_count)
		return false;
	while (i < x->word_count && j < y->word_count && x->words[i].stem == y->words[j].stem) {
		i = next_word(x, i + 1);
		j = next_word(y, j + 1);
	}
	return i == x->word_count && j == y->word_count;
}

bool pl_reads_same(struct pl_ctx *ctx, const struct pl_text *a, const struct pl_text *b)
{
	return a && b && (same_words(ctx, a, b) || pl_similarity(ctx, a, b) >= SAME);
}

bool pl_word_for_word(struct pl_str a, struct pl_str b)
{
	size_t i = 0, j = 0;

	while (i < a.len && j < b.len) {
		bool gap = pl_ascii_is_space(a.ptr[i]);

		if (gap != pl_ascii_is_space(b.ptr[j]))
			return false;
		if (!gap && a.ptr[i++] != b.ptr[j++])
			return false;
		for (; gap && i < a.len && pl_ascii_is_space(a.ptr[i]); i++)
			;
		for (; gap && j < b.len && pl_ascii_is_space(b.ptr[j]); j++)
			;
	}
	return i == a.len && j == b.len;
}

static bool same_ref(const struct pl_item *a, const struct pl_item *b)
{
	return a->ref && b->ref && pl_str_equal_fold(a->ref->value, b->ref->value);
}

/* Many plans number their milestones afresh each year: an id counts where the words bear it out. */
static bool same_id(struct pl_ctx *ctx, const struct pl_item *a, const struct pl_item *b)
{
	return same_ref(a, b) && (!a->title || !b->title || alike(ctx, a->title, b->title) >= NEAR_ID);
}

const struct pl_action *pl_action_match(struct pl_ctx *ctx, const struct pl_plan *plan, const struct pl_action *other)
{
	const struct pl_action *best = NULL;
	double most = NEAR;

	for (size_t i = 0; i < plan->action_count; i++)
		if (same_ref(&plan->actions[i]->item, &other->item))
			return plan->actions[i];
	for (size_t i = 0; i < plan->action_count; i++) {
		double share = alike(ctx, plan->actions[i]->item.title, other->item.title);

		if (share < most || (best && share <= most))
			continue;
		best = plan->actions[i];
		most = share;
	}
	return best;
}

/* The best match so far, of one kind of item. */
struct search {
	struct pl_ctx *ctx;
	const struct pl_item *wanted, *best;
	double most;
};

static void offer(struct search *search, const struct pl_item *item)
{
	double share = alike(search->ctx, search->wanted->title, item->title);

	if (share < search->most || (search->best && share <= search->most))
		return;
	search->best = item;
	search->most = share;
}

static bool carries(const struct pl_milestone *milestone, const struct pl_item *was)
{
	return milestone->carried && milestone->carried->from && was->ref &&
	       pl_str_equal_fold(milestone->carried->from->value, was->ref->value);
}

/* The item that says it carries the wanted one, else the one in its words, else the one with its id; NULL. */
static const struct pl_item *find_achievement(struct pl_ctx *ctx, const struct pl_action *action,
                                              const struct pl_item *was)
{
	for (size_t i = 0; i < action->achievement_count; i++)
		if (pl_reads_same(ctx, action->achievements[i].item.title, was->title))
			return &action->achievements[i].item;
	for (size_t i = 0; i < action->achievement_count; i++)
		if (same_id(ctx, &action->achievements[i].item, was))
			return &action->achievements[i].item;
	return NULL;
}

static const struct pl_item *find_milestone(struct pl_ctx *ctx, const struct pl_action *action,
                                            const struct pl_item *was)
{
	for (size_t i = 0; i < action->milestone_count; i++)
		if (carries(action->milestones[i], was))
			return &action->milestones[i]->item;
	for (size_t i = 0; i < action->milestone_count; i++)
		if (pl_reads_same(ctx, action->milestones[i]->item.title, was->title))
			return &action->milestones[i]->item;
	for (size_t i = 0; i < action->milestone_count; i++)
		if (same_id(ctx, &action->milestones[i]->item, was))
			return &action->milestones[i]->item;
	return NULL;
}

/* In the key action that is the same. */
static struct pl_heirs heirs_in(struct pl_ctx *ctx, const struct pl_action *action, const struct pl_item *wanted)
{
	struct search achievements = {.ctx = ctx, .wanted = wanted, .most = NEAR_HERE}, milestones = achievements;

	achievements.best = find_achievement(ctx, action, wanted);
	milestones.best = find_milestone(ctx, action, wanted);
	for (size_t i = 0; !achievements.best && i < action->achievement_count; i++)
		offer(&achievements, &action->achievements[i].item);
	for (size_t i = 0; !milestones.best && i < action->milestone_count; i++)
		offer(&milestones, &action->milestones[i]->item);
	return (struct pl_heirs){
	        .achievement = (const struct pl_achievement *)(const void *)achievements.best,
	        .milestone = (const struct pl_milestone *)(const void *)milestones.best,
	};
}

/* Everything in this plan that may be an heir, and behind it last period's milestones that still lack one. */
struct crowd {
	const struct pl_text **texts;
	const struct pl_achievement **achievements;
	uint32_t milestone_count, achievement_count, count;
};

static struct crowd gather(struct pl_ctx *ctx, const struct pl_plan *plan, const struct pl_heirs *heirs)
{
	const struct pl_plan *previous = plan->previous_plan;
	struct crowd crowd = {.milestone_count = (uint32_t)plan->milestone_count};
	uint32_t achievements = 0;

	for (size_t i = 0; i < plan->action_count; i++)
		achievements += (uint32_t)plan->actions[i]->achievement_count;
	crowd.achievements = pl_alloc(ctx, achievements, sizeof *crowd.achievements);
	crowd.texts =
	        pl_alloc(ctx, plan->milestone_count + achievements + previous->milestone_count, sizeof *crowd.texts);
	for (; crowd.count < crowd.milestone_count; crowd.count++)
		crowd.texts[crowd.count] = plan->milestones[crowd.count]->item.title;
	for (size_t i = 0; i < plan->action_count; i++)
		for (size_t j = 0; j < plan->actions[i]->achievement_count; j++) {
			crowd.achievements[crowd.achievement_count++] = &plan->actions[i]->achievements[j];
			crowd.texts[crowd.count++] = plan->actions[i]->achievements[j].item.title;
		}
	for (size_t i = 0; i < previous->milestone_count; i++)
		if (!heirs[i].achievement && !heirs[i].milestone)
			crowd.texts[crowd.count++] = previous->milestones[i]->item.title;
	return crowd;
}

/* Anywhere in the plan. Who comes first in a group stands for it: a milestone of this plan if there is one. */
static void find_strays(struct pl_ctx *ctx, const struct pl_plan *plan, struct pl_heirs *heirs)
{
	struct crowd crowd = gather(ctx, plan, heirs);
	uint32_t at = crowd.milestone_count + crowd.achievement_count;
	const uint32_t *group;

	if (at == crowd.count)
		return;
	group = pl_group_alike(ctx, &(struct pl_alike){.texts = crowd.texts, .count = crowd.count, .threshold = NEAR});
	for (size_t i = 0; i < plan->previous_plan->milestone_count; i++) {
		uint32_t first;

		if (heirs[i].achievement || heirs[i].milestone)
			continue;
		first = group[at++];
		if (first < crowd.milestone_count)
			heirs[i].milestone = plan->milestones[first];
		else if (first < crowd.milestone_count + crowd.achievement_count)
			heirs[i].achievement = crowd.achievements[first - crowd.milestone_count];
	}
}

const struct pl_heirs *pl_heirs(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	const struct pl_plan *previous = plan->previous_plan;
	struct pl_heirs *heirs = pl_alloc(ctx, previous->milestone_count, sizeof *heirs);

	for (size_t i = 0; i < previous->action_count; i++) {
		const struct pl_action *was = previous->actions[i], *action = pl_action_match(ctx, plan, was);

		for (size_t j = 0; action && j < was->milestone_count; j++)
			heirs[was->milestones[j]->index] =
			        heirs_in(ctx, action, pl_tracked_milestone(was->milestones[j]).item);
	}
	find_strays(ctx, plan, heirs);
	return heirs;
}

bool pl_milestone_carried(const struct pl_milestone *milestone)
{
	return milestone->carried && (milestone->carried->said == PL_YES || milestone->carried->from);
}

const struct pl_milestone *pl_achievement_heir(struct pl_ctx *ctx, const struct pl_achievement *achievement)
{
	const struct pl_action *action = achievement->action;

	for (size_t i = 0; i < action->milestone_count; i++)
		if (action->milestones[i]->carried && action->milestones[i]->carried->source == achievement)
			return action->milestones[i];
	for (size_t i = 0; i < action->milestone_count; i++)
		if (pl_reads_same(ctx, action->milestones[i]->item.title, achievement->item.title))
			return action->milestones[i];
	return NULL;
}
