/* Two key actions that share a milestone while no link says so. */
#include <planlint/rule.h>

/* As for milestones that stand twice in the plan, but across key actions: what only says which step of any piece of
 * work it is ("report to Cabinet") is never shared. */
static const double SAME = 0.75;

enum { SPECIFIC_ENOUGH = 2 };

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

static bool is_same(struct pl_ctx *ctx, void *data, uint32_t a, uint32_t b, double similarity)
{
	const struct pl_text *const *texts = data;

	(void)similarity;
	return !pl_tells_apart(ctx, texts[a], texts[b]) && pl_does_the_same(ctx, texts[a], texts[b]);
}

static void choose(struct pl_ctx *ctx, const struct pl_milestone *milestone, const struct pl_text **text)
{
	if (!milestone->is_action && milestone->item.title &&
	    pl_is_specific(ctx, milestone->item.title, SPECIFIC_ENOUGH))
		*text = milestone->item.title;
	pl_rest(ctx);
}

/* For each milestone the first that is shared; NULL where there is none, or the plan has nowhere to say so. */
static const uint32_t *group_milestones(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	const struct pl_text **texts = pl_alloc(ctx, plan->milestone_count, sizeof *texts);
	const uint32_t *same = has_links(plan) ? pl_same_milestones(ctx) : NULL;
	bool found = false;

	/* What is shared is also the same: only few are left to be compared. */
	for (size_t i = 0; same && i < plan->milestone_count; i++)
		if (same[i] != i) {
			choose(ctx, plan->milestones[i], &texts[i]);
			choose(ctx, plan->milestones[same[i]], &texts[same[i]]);
			found = true;
		}
	if (!found)
		return NULL;
	return pl_group_alike(ctx, &(struct pl_alike){.texts = texts,
	                                              .count = (uint32_t)plan->milestone_count,
	                                              .threshold = SAME,
	                                              .same = is_same,
	                                              .data = texts});
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

static bool linked(const struct pl_action *a, const struct pl_action *b)
{
	return a == b || pl_action_links(a, b) || pl_action_links(b, a);
}

/* Which key actions have been named together with this one: those whose mark is its own. */
struct pairs {
	uint32_t *marks; /* by index of key action */
	uint32_t mark;
	const uint32_t *group; /* by index of milestone: the first that is the same; NULL: none is looked for */
	uint32_t *next;        /* by index of milestone: the next that is the same; 0 ends */
};

static bool is_new(struct pairs *pairs, const struct pl_action *own, const struct pl_action *other)
{
	if (pairs->marks[other->index] == pairs->mark || linked(own, other))
		return false;
	pairs->marks[other->index] = pairs->mark;
	return true;
}

static void check_also_in(struct pl_ctx *ctx, const struct pl_milestone *milestone, struct pairs *pairs)
{
	for (size_t i = 0; i < milestone->also_in.count; i++) {
		const struct pl_item *item = milestone->also_in.items[i].item;
		const struct pl_action *other;

		if (!item || item->kind != PL_ITEM_ACTION)
			continue;
		other = (const struct pl_action *)(const void *)item;
		if (is_new(pairs, milestone->action, other))
			report(ctx, milestone, other, (struct pl_place){.item = item, .message = "also in"});
	}
}

/* Each pair of key actions is named once: at the first milestone that they share. Of many that share one, each is named
 * with the first only: links to that one will do, and a plan that says one thing a thousand times is not told half a
 * million. */
static void check_shared(struct pl_ctx *ctx, const struct pl_milestone *milestone, struct pairs *pairs)
{
	const struct pl_plan *plan = pl_ctx_plan(ctx);

	if (!pairs->group || pairs->group[milestone->index] != milestone->index)
		return;
	for (uint32_t i = pairs->next[milestone->index]; i; i = pairs->next[i]) {
		const struct pl_milestone *other = plan->milestones[i];

		if (is_new(pairs, milestone->action, other->action))
			report(ctx, milestone, other->action,
			       (struct pl_place){.item = &other->item, .message = "the same here"});
	}
}

static uint32_t *chain_groups(struct pl_ctx *ctx, const struct pl_plan *plan, const uint32_t *group)
{
	uint32_t count = (uint32_t)plan->milestone_count;
	uint32_t *next = pl_alloc(ctx, count, sizeof *next), *last = pl_alloc(ctx, count, sizeof *last);

	for (uint32_t i = 0; group && i < count; i++) {
		if (group[i] != i)
			next[last[group[i]]] = i;
		last[group[i]] = i;
	}
	return next;
}

static void on_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	struct pairs pairs = {
	        .marks = pl_alloc(ctx, plan->action_count, sizeof *pairs.marks),
	        .group = group_milestones(ctx, plan),
	};

	pairs.next = chain_groups(ctx, plan, pairs.group);
	for (size_t i = 0; i < plan->action_count; i++) {
		const struct pl_action *action = plan->actions[i];

		pairs.mark++;
		for (size_t j = 0; j < action->milestone_count; j++)
			check_also_in(ctx, action->milestones[j], &pairs);
		for (size_t j = 0; j < action->milestone_count; j++)
			check_shared(ctx, action->milestones[j], &pairs);
	}
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
                "      - {id: M1, text: Lift to the lower promenade reopened, due: 2014-10-31, also_in: [KA2]}\n"
                "  - ref: KA2\n"
                "    title: A seafront for wheelchairs\n"
                "    deadline: 2015-03-31\n"
                "    links: [{to: KA1, note: The lift}]\n"
                "    milestones:\n"
                "      - {id: M1, text: 12 wheelchairs for hire, due: 2014-10-31}\n",
        .severity = PL_WARNING,
        .confidence = PL_MEDIUM,
        .on_plan = on_plan,
};
