/* Says what the record of progress of an item means: complete, overdue, in time. */
#include "base/str.h"

#include <planlint/plan.h>

struct pl_tracked pl_tracked_milestone(const struct pl_milestone *milestone)
{
	return (struct pl_tracked){
	        .item = milestone->is_action ? &milestone->action->item : &milestone->item,
	        .action = milestone->action,
	        .due = &milestone->due,
	        .progress = milestone->progress,
	        .is_leaf = true,
	};
}

struct pl_tracked pl_tracked_action(const struct pl_action *action)
{
	return (struct pl_tracked){
	        .item = &action->item,
	        .action = action,
	        .due = &action->deadline,
	        .progress = action->progress,
	        .is_leaf = false,
	};
}

bool pl_progress_given(const struct pl_progress *progress)
{
	return progress->status || progress->percent >= 0 || progress->rag != PL_RAG_ABSENT;
}

bool pl_progress_complete(const struct pl_progress *progress)
{
	if (progress->state == PL_STATE_ABSENT)
		return progress->percent >= 100;
	return progress->state == PL_STATE_COMPLETED;
}

bool pl_progress_over(const struct pl_progress *progress)
{
	return pl_progress_complete(progress) || progress->state == PL_STATE_CANCELLED;
}

static bool all_leaves_over(const struct pl_action *action)
{
	for (size_t i = 0; i < action->milestone_count; i++)
		if (!pl_progress_over(action->milestones[i]->progress))
			return false;
	return action->milestone_count > 0;
}

bool pl_tracked_overdue(const struct pl_tracked *tracked)
{
	pl_day as_at = tracked->item->plan->as_at, due = pl_due_day(tracked->due);

	if (as_at == PL_NO_DAY || due == PL_NO_DAY || due >= as_at)
		return false;
	if (pl_progress_given(tracked->progress))
		return !pl_progress_over(tracked->progress);
	if (tracked->is_leaf)
		return !pl_progress_over(tracked->action->progress);
	return !all_leaves_over(tracked->action);
}

/* Letters and digits only, so that "On-target." is read as "on target" is. */
static bool next_letter(struct pl_str text, size_t *at, char *out)
{
	while (*at < text.len && !pl_ascii_is_alpha(text.ptr[*at]) && !pl_ascii_is_digit(text.ptr[*at]))
		(*at)++;
	if (*at >= text.len)
		return false;
	*out = pl_ascii_lower(text.ptr[(*at)++]);
	return true;
}

static bool same_letters(struct pl_str a, struct pl_str b)
{
	size_t i = 0, j = 0;
	char left = 0, right = 0;

	for (;;) {
		bool more = next_letter(a, &i, &left);

		if (next_letter(b, &j, &right) != more)
			return false;
		if (!more)
			return true;
		if (left != right)
			return false;
	}
}

bool pl_status_in_time(const struct pl_text *status)
{
	static const char *const words[] = {
	        "on target", "on track",    "on schedule",    "under control",
	        "not due",   "not yet due", "not due as yet", "in progress but not reached due date",
	};

	for (size_t i = 0; status && i < sizeof words / sizeof *words; i++)
		if (same_letters(status->value, pl_str_of(words[i])))
			return true;
	return false;
}

const char *pl_item_term(const struct pl_item *item)
{
	const struct pl_template_terms *terms = pl_template_terms(item->plan->template_kind);

	switch (item->kind) {
	case PL_ITEM_ACTION:
		/* an action in a list below its recommendation, which is an objective then */
		return item->plan->template_kind == PL_TEMPLATE_IMPROVEMENT && item->parent->kind == PL_ITEM_OBJECTIVE
		               ? terms->milestone
		               : terms->action;
	case PL_ITEM_MILESTONE:
	case PL_ITEM_ACHIEVEMENT:
		return terms->milestone;
	case PL_ITEM_TARGET:
		return "target";
	case PL_ITEM_THEME:
		return "theme";
	case PL_ITEM_OBJECTIVE:
		return "objective";
	case PL_ITEM_PRIORITY:
		return "priority";
	case PL_ITEM_PLAN:
		break;
	}
	return "plan";
}
