/* Two key actions that share a milestone while no link says so. */
#include <planlint/rule.h>

/* Alike in nearly every word, and in enough of them to be more than "report to committee". */
static const double SAME = 0.8;
enum { WORDS = 3 };

/* The other templates have no links section, unless the plan has added one. */
static bool has_links(const struct pl_plan *plan)
{
	if (plan->template_kind == PL_TEMPLATE_NONE || plan->template_kind == PL_TEMPLATE_LOCAL_DELIVERY)
		return true;
	for (size_t i = 0; i < plan->action_count; i++)
		if (plan->actions[i]->has_links)
			return true;
	return false;
}

static bool is_same(struct pl_ctx *ctx, const struct pl_milestone *a, const struct pl_milestone *b)
{
	struct pl_shared shared;

	if (a->is_action || b->is_action || !a->item.title || !b->item.title ||
	    pl_similarity(ctx, a->item.title, b->item.title) < SAME)
		return false;
	shared = pl_shared_content(ctx, a->item.title, b->item.title);
	return shared.stems + shared.numbers >= WORDS;
}

static void report(struct pl_ctx *ctx, const struct pl_milestone *milestone, const struct pl_action *other,
                   struct pl_place place)
{
	const char *own = pl_print_item(ctx, &milestone->action->item), *name = pl_print_item(ctx, &other->item);

	pl_report(ctx, &(struct pl_report){
	                       .item = &milestone->item,
	                       .related = &place,
	                       .related_count = 1,
	                       .message = pl_print(ctx, "%s and %s share this %s, and no link between them says so",
	                                           own, name, pl_terms(ctx)->milestone),
	               });
}

/* Looks for one that is in `other` as well; each pair of key actions is named once. */
static bool compare(struct pl_ctx *ctx, const struct pl_milestone *milestone, const struct pl_action *other)
{
	for (size_t i = 0; i < other->milestone_count; i++) {
		if (!is_same(ctx, milestone, other->milestones[i]))
			continue;
		report(ctx, milestone, other,
		       (struct pl_place){.item = &other->milestones[i]->item, .message = "the same milestone"});
		return true;
	}
	return false;
}

static bool linked(const struct pl_action *a, const struct pl_action *b)
{
	return a == b || pl_action_links(a, b) || pl_action_links(b, a);
}

static void check_also_in(struct pl_ctx *ctx, const struct pl_milestone *milestone, bool *named)
{
	for (size_t i = 0; i < milestone->also_in.count; i++) {
		const struct pl_item *item = milestone->also_in.items[i].item;
		const struct pl_action *other;

		if (!item || item->kind != PL_ITEM_ACTION)
			continue;
		other = (const struct pl_action *)(const void *)item;
		if (named[other->index] || linked(milestone->action, other))
			continue;
		named[other->index] = true;
		report(ctx, milestone, other, (struct pl_place){.item = item, .message = "also in"});
	}
}

static void check(struct pl_ctx *ctx, const struct pl_plan *plan, const struct pl_action *action, bool *named)
{
	for (size_t i = 0; i < plan->action_count; i++)
		named[i] = false;
	for (size_t i = 0; i < action->milestone_count; i++)
		check_also_in(ctx, action->milestones[i], named);
	if (!has_links(plan))
		return;
	for (size_t j = action->index + 1; j < plan->action_count; j++)
		for (size_t i = 0; i < action->milestone_count && !named[j] && !linked(action, plan->actions[j]); i++)
			named[j] = compare(ctx, action->milestones[i], plan->actions[j]);
}

static void on_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	bool *named = pl_alloc(ctx, plan->action_count + 1, sizeof *named);

	for (size_t i = 0; i < plan->action_count; i++)
		check(ctx, plan, plan->actions[i], named);
}

const struct pl_rule pl_rule_unlinked_duplicate = {
        .id = "unlinked-duplicate",
        .module = "duplication",
        .since = "1.0",
        .summary = "two key actions share a milestone and no link says so",
        .why = "A milestone that serves two key actions belongs in one of them, and the links section of both "
               "should note the crossover, so that both lead officers know of it. It is shared where also_in says "
               "so, or where both key actions have it in nearly the same words. In templates without a links "
               "section only also_in is looked at.",
        .advice = "Keep it in one of the two, and name the other key action in the links section of each",
        .bad = "plan:\n"
               "  title: Seaside plan 2014/15\n"
               "key_actions:\n"
               "  - ref: KA1\n"
               "    title: More visitors in winter\n"
               "    deadline: 2015-03-31\n"
               "    milestones:\n"
               "      - {id: M1, text: Lift to the lower promenade reopened, due: 2014-10-31}\n"
               "  - ref: KA2\n"
               "    title: A seafront for wheelchairs\n"
               "    deadline: 2015-03-31\n"
               "    milestones:\n"
               "      - {id: M1, text: Reopen the lift to the lower promenade, due: 2014-10-31}\n",
        .good = "plan:\n"
                "  title: Seaside plan 2014/15\n"
                "key_actions:\n"
                "  - ref: KA1\n"
                "    title: More visitors in winter\n"
                "    deadline: 2015-03-31\n"
                "    links: [{to: KA2, note: The lift}]\n"
                "    milestones:\n"
                "      - {id: M1, text: Lift to the lower promenade reopened, due: 2014-10-31}\n"
                "  - ref: KA2\n"
                "    title: A seafront for wheelchairs\n"
                "    deadline: 2015-03-31\n"
                "    links: [{to: KA1, note: The lift}]\n"
                "    milestones:\n"
                "      - {id: M1, text: Reopen the lift to the lower promenade, due: 2014-10-31}\n",
        .severity = PL_WARNING,
        .confidence = PL_MEDIUM,
        .on_plan = on_plan,
};
