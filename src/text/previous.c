/* Finds what became of last period's key actions and milestones. */
#include "base/str.h"

#include <planlint/rule.h>

/* Shares of content words in common, from which two texts are taken for the same thing reworded. */
static const double SAME = 0.9;  /* word for word, but for dates */
static const double NEAR = 0.75; /* of two key actions */

/* A file that is named and could not be read has been reported where it was read. */
const struct pl_plan *pl_previous(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	if (!plan->previous)
		pl_not_checked(ctx, "last period's plan was not compared", "the plan names no previous plan");
	else if (!plan->previous_plan)
		pl_not_applicable(ctx);
	return plan->previous_plan;
}

static double alike(struct pl_ctx *ctx, const struct pl_text *a, const struct pl_text *b)
{
	return a && b ? pl_similarity(ctx, a, b) : 0;
}

/* The next word that says something else than a date or that it is done, and has none of the flags; `word_count` for
 * none. */
static uint32_t next_word(const struct pl_reading *reading, uint32_t at, unsigned flags)
{
	for (; at < reading->word_count; at++) {
		const struct pl_word *word = &reading->words[at];

		if (word->tag != PL_TAG_MARK && word->tag != PL_TAG_DETERMINER && word->stem &&
		    !(word->flags & (PL_WORD_OUTSIDE | PL_WORD_DATE | flags)) &&
		    !(word->kinds & (PL_KIND(FINISH) | PL_KIND(DONE))))
			break;
	}
	return at;
}

static bool same_words(struct pl_ctx *ctx, const struct pl_text *a, const struct pl_text *b, unsigned without)
{
	const struct pl_reading *x = pl_read(ctx, a), *y = pl_read(ctx, b);
	uint32_t i = next_word(x, 0, without), j = next_word(y, 0, without);

	if (i == x->word_count || j == y->word_count)
		return false;
	while (i < x->word_count && j < y->word_count && x->words[i].stem == y->words[j].stem) {
		i = next_word(x, i + 1, without);
		j = next_word(y, j + 1, without);
	}
	return i == x->word_count && j == y->word_count;
}

bool pl_reads_same(struct pl_ctx *ctx, const struct pl_text *a, const struct pl_text *b)
{
	return a && b && (same_words(ctx, a, b, 0) || pl_similarity(ctx, a, b) >= SAME);
}

bool pl_only_amounts_differ(struct pl_ctx *ctx, const struct pl_text *a, const struct pl_text *b)
{
	return a && b && same_words(ctx, a, b, PL_WORD_QUANTITY);
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
