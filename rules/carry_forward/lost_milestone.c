/* An unfinished milestone of last period's plan of which this one says nothing. */
#include <planlint/rule.h>

/* "M2 of KA1, "Footbridge rebuilt in oak"": by its id alone nobody would find it in last period's plan. */
static const char *name_of(struct pl_ctx *ctx, const struct pl_milestone *was)
{
	const struct pl_item *item = pl_tracked_milestone(was).item;
	const char *name = pl_print_item(ctx, item);

	if (!was->is_action)
		name = pl_print(ctx, "%s of %s", name, pl_print_item(ctx, &was->action->item));
	return item->ref ? pl_print(ctx, "%s, \"%.*s\",", name, PL_TEXT_ARG(item->title)) : name;
}

static void report(struct pl_ctx *ctx, const struct pl_plan *plan, const struct pl_milestone *was)
{
	const struct pl_action *action = pl_action_match(ctx, plan, was->action);
	struct pl_tracked tracked = pl_tracked_milestone(was);
	struct pl_place place = {.item = tracked.item, .message = "last period's plan"};

	pl_report(ctx, &(struct pl_report){
	                       .item = action ? &action->item : &plan->item,
	                       .part.text = action ? NULL : plan->previous,
	                       .related = &place,
	                       .related_count = 1,
	                       .message = pl_print(
	                               ctx, "last period's %s %s was not completed and appears nowhere in this plan",
	                               pl_item_term(tracked.item), name_of(ctx, was)),
	               });
}

static void on_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	const struct pl_plan *previous = pl_previous(ctx, plan);
	const struct pl_heirs *heirs;

	if (!previous)
		return;
	heirs = pl_heirs(ctx, plan);
	for (size_t i = 0; i < previous->milestone_count; i++) {
		const struct pl_milestone *was = previous->milestones[i];

		if (was->item.title && pl_milestone_fate(was, &heirs[i]) == PL_FATE_LOST)
			report(ctx, plan, was);
	}
}

const struct pl_rule pl_rule_lost_milestone = {
        .id = "lost-milestone",
        .module = "carry_forward",
        .since = "1.0",
        .summary = "an unfinished milestone of last period's plan appears nowhere in this one",
        .why = "Every milestone that last period's plan left unfinished is either carried forward or dropped for a "
               "reason: both leave a trace in the new plan, and a milestone without one has been lost. It is looked "
               "for by its id in the key action of the same ref, then by its words anywhere, among the achievements "
               "and the milestones; an id given to something else altogether does not count.",
        .advice = "List it under achievements with its percentage, and say there whether it is carried forward and why",
        .bad = "plan:\n"
               "  title: Coast plan 2010/11\n"
               "key_actions:\n"
               "  - ref: KA1\n"
               "    title: Keep the beaches clean\n"
               "    milestones:\n"
               "      - id: M4\n"
               "        text: Beach cleaner leased with the harbour trust\n"
               "        due: 2011-01-31\n"
               "        status: delayed\n"
               "---\n"
               "plan:\n"
               "  title: Coast plan 2011/12\n"
               "  previous: Coast plan 2010/11\n"
               "key_actions:\n"
               "  - ref: KA1\n"
               "    title: Keep the beaches clean\n"
               "    milestones:\n"
               "      - id: M1\n"
               "        text: 12 bins set up on the promenade\n"
               "        due: 2011-06-30\n",
        .good = "plan:\n"
                "  title: Coast plan 2010/11\n"
                "key_actions:\n"
                "  - ref: KA1\n"
                "    title: Keep the beaches clean\n"
                "    milestones:\n"
                "      - id: M4\n"
                "        text: Beach cleaner leased with the harbour trust\n"
                "        due: 2011-01-31\n"
                "        status: delayed\n"
                "---\n"
                "plan:\n"
                "  title: Coast plan 2011/12\n"
                "  previous: Coast plan 2010/11\n"
                "key_actions:\n"
                "  - ref: KA1\n"
                "    title: Keep the beaches clean\n"
                "    achievements:\n"
                "      - id: M4\n"
                "        text: Beach cleaner leased with the harbour trust\n"
                "        percent_complete: 20\n"
                "        carried_forward: no\n"
                "        explanation: The trust withdrew; volunteers do it by hand\n"
                "    milestones:\n"
                "      - id: M1\n"
                "        text: 12 bins set up on the promenade\n"
                "        due: 2011-06-30\n",
        .severity = PL_WARNING,
        .confidence = PL_HIGH,
        .on_plan = on_plan,
};
