/* What rules ask of a whole plan: the day that counts, who answers for a milestone, the dates and texts in it. */
#include "plan/due.h"

pl_day pl_due_day(const struct pl_due *due)
{
	switch (due->kind) {
	case PL_DUE_ABSENT:
	case PL_DUE_OPEN:
	case PL_DUE_INVALID:
		return PL_NO_DAY;
	default:
		return due->days.last;
	}
}

bool pl_action_is_leaf(const struct pl_action *action)
{
	return action->milestone_count == 1 && action->milestones[0]->is_action;
}

const struct pl_text *pl_milestone_officer(const struct pl_milestone *milestone)
{
	return milestone->lead_officer ? milestone->lead_officer : milestone->action->lead_officer;
}

size_t pl_plan_dates(const struct pl_plan *plan, const struct pl_text *text, struct pl_dated *out, size_t room)
{
	struct pl_calendar calendar = pl_plan_calendar(plan);
	size_t count = pl_due_scan(text->value, &calendar, out, room);
	return count < room ? count : room;
}

/* ---- every text that a reader sees ------------------------------------------------------------------------------ */

static void show(const struct pl_text_visitor *visitor, const struct pl_item *item, const struct pl_text *text,
                 enum pl_seen seen)
{
	if (text)
		visitor->text(visitor->data, item, text, seen);
}

static void show_all(const struct pl_text_visitor *visitor, const struct pl_item *item, const struct pl_texts *texts)
{
	for (size_t i = 0; i < texts->count; i++)
		show(visitor, item, texts->items[i], PL_SEEN_WORDING);
}

static void show_progress(const struct pl_text_visitor *visitor, const struct pl_item *item,
                          const struct pl_progress *progress, const struct pl_progress *reviews, size_t review_count)
{
	show(visitor, item, progress->comments, PL_SEEN_COMMENT);
	for (size_t i = 0; i < review_count; i++)
		show(visitor, item, reviews[i].comments, PL_SEEN_COMMENT);
}

static void show_plan(const struct pl_text_visitor *visitor, const struct pl_plan *plan)
{
	show(visitor, &plan->item, plan->item.title, PL_SEEN_WORDING);
	show(visitor, &plan->item, plan->organisation, PL_SEEN_WORDING);
	show_all(visitor, &plan->item, &plan->corporate_improvement);
	for (size_t i = 0; i < plan->acronym_count; i++)
		show(visitor, &plan->item, plan->acronyms[i].meaning, PL_SEEN_WORDING);
	for (size_t i = 0; i < plan->priority_count; i++) {
		const struct pl_priority *priority = plan->priorities[i];
		show(visitor, &priority->item, priority->item.title, PL_SEEN_WORDING);
		show_all(visitor, &priority->item, &priority->targets);
	}
	for (size_t i = 0; i < plan->theme_count; i++) {
		const struct pl_theme *theme = plan->themes[i];
		show(visitor, &theme->item, theme->item.title, PL_SEEN_WORDING);
		show(visitor, &theme->item, theme->explanation, PL_SEEN_WORDING);
	}
	for (size_t i = 0; i < plan->objective_count; i++) {
		const struct pl_objective *objective = plan->objectives[i];
		show(visitor, &objective->item, objective->item.title, PL_SEEN_WORDING);
		show(visitor, &objective->item, objective->explanation, PL_SEEN_WORDING);
	}
}

static void show_achievement(const struct pl_text_visitor *visitor, const struct pl_achievement *achievement)
{
	const struct pl_item *item = &achievement->item;
	show(visitor, item, item->title, PL_SEEN_WORDING);
	show(visitor, item, achievement->explanation, PL_SEEN_COMMENT);
	show_progress(visitor, item, &achievement->progress, NULL, 0);
}

static void show_action(const struct pl_text_visitor *visitor, const struct pl_action *action)
{
	const struct pl_item *item = &action->item;
	show(visitor, item, item->title, PL_SEEN_WORDING);
	show(visitor, item, action->lead_officer, PL_SEEN_PERSON);
	show(visitor, item, action->service_team, PL_SEEN_PERSON);
	show(visitor, item, action->expected_outcome, PL_SEEN_WORDING);
	show(visitor, item, action->resources, PL_SEEN_WORDING);
	show(visitor, item, action->explanation, PL_SEEN_WORDING);
	show_all(visitor, item, &action->partners);
	for (size_t i = 0; i < action->target_count; i++)
		show(visitor, &action->targets[i].item, action->targets[i].item.title, PL_SEEN_WORDING);
	for (size_t i = 0; i < action->link_count; i++)
		show(visitor, item, action->links[i].note, PL_SEEN_COMMENT);
	for (size_t i = 0; i < action->achievement_count; i++)
		show_achievement(visitor, &action->achievements[i]);
	show_progress(visitor, item, action->progress, action->reviews, action->review_count);
}

static void show_milestone(const struct pl_text_visitor *visitor, const struct pl_milestone *milestone)
{
	const struct pl_item *item = &milestone->item;
	show(visitor, item, item->title, PL_SEEN_WORDING);
	show(visitor, item, milestone->lead_officer, PL_SEEN_PERSON);
	show(visitor, item, milestone->outcome, PL_SEEN_WORDING);
	if (milestone->carried)
		show(visitor, item, milestone->carried->explanation, PL_SEEN_COMMENT);
	show_progress(visitor, item, milestone->progress, milestone->reviews, milestone->review_count);
}

void pl_plan_visit_texts(const struct pl_plan *plan, const struct pl_text_visitor *visitor)
{
	show_plan(visitor, plan);
	for (size_t i = 0; i < plan->action_count; i++)
		show_action(visitor, plan->actions[i]);
	for (size_t i = 0; i < plan->milestone_count; i++) {
		/* a key action that is its own milestone has been shown */
		if (!plan->milestones[i]->is_action)
			show_milestone(visitor, plan->milestones[i]);
	}
}
