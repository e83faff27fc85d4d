/* Decides what serves what: milestones and targets, linked key actions. */
#include <planlint/rule.h>

bool pl_texts_meet(struct pl_ctx *ctx, const struct pl_text *a, const struct pl_text *b)
{
	struct pl_shared shared = {0};

	if (a && b)
		shared = pl_shared_content(ctx, a, b);
	return shared.numbers >= 1 || shared.stems >= 2;
}

bool pl_milestone_feeds(struct pl_ctx *ctx, const struct pl_milestone *milestone, const struct pl_target *target)
{
	for (size_t i = 0; i < milestone->feeds.count; i++)
		if (milestone->feeds.items[i].item == &target->item)
			return true;
	return pl_texts_meet(ctx, milestone->item.title, target->item.title) ||
	       pl_texts_meet(ctx, milestone->outcome, target->item.title);
}

const struct pl_action *pl_link_action(const struct pl_link *link)
{
	if (link->to_action || !link->to_milestone)
		return link->to_action;
	return link->to_milestone->action;
}

bool pl_action_links(const struct pl_action *from, const struct pl_action *to)
{
	for (size_t i = 0; i < from->link_count; i++)
		if (pl_link_action(&from->links[i]) == to)
			return true;
	return false;
}
