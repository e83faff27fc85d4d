/* A milestone that leads to none of its key action's targets. */
#include <planlint/rule.h>

static void on_milestone(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	const struct pl_action *action = milestone->action;

	/* whoever names a target means one: a name that fits none is an unknown reference */
	if (milestone->is_action || !milestone->item.title || !action->target_count || milestone->feeds.count)
		return;
	for (size_t i = 0; i < action->target_count; i++)
		if (pl_milestone_feeds(ctx, milestone, &action->targets[i]))
			return;
	pl_report(ctx, &(struct pl_report){
	                       .item = &milestone->item,
	                       .part.text = milestone->item.title,
	                       .message = pl_print(ctx, "nothing shows which of the SMART targets this %s leads to",
	                                           pl_terms(ctx)->milestone),
	               });
}

const struct pl_rule pl_rule_unlinked_milestone = {
        .id = "unlinked-milestone",
        .module = "linkage",
        .since = "1.0",
        .summary = "a milestone that leads to none of the SMART targets",
        .why = "Each milestone should feed one of the SMART targets of its key action, and the plan should show "
               "which. A milestone that names its target under feeds does, and so does one whose text or outcome "
               "shares a number or two words with the target. Whoever sees the connection although the words differ "
               "only has to name it.",
        .advice = "Name the target under feeds, or ask what this contributes to the key action",
        .bad = "plan:\n"
               "  title: Food plan 2014/15\n"
               "  period: 2014/15\n"
               "key_actions:\n"
               "  - ref: KA1\n"
               "    title: Safer kitchens\n"
               "    smart_targets:\n"
               "      - {id: T1, text: 150 takeaways with the top hygiene rating by March 2015}\n"
               "    milestones:\n"
               "      - {id: M1, text: New desk lamps in the office, due: Q2}\n",
        .good = "plan:\n"
                "  title: Food plan 2014/15\n"
                "  period: 2014/15\n"
                "key_actions:\n"
                "  - ref: KA1\n"
                "    title: Safer kitchens\n"
                "    smart_targets:\n"
                "      - {id: T1, text: 150 takeaways with the top hygiene rating by March 2015}\n"
                "    milestones:\n"
                "      - {id: M1, text: Cooks of 60 takeaways trained, due: Q2, feeds: [T1]}\n",
        .severity = PL_WARNING,
        .confidence = PL_MEDIUM,
        .on_milestone = on_milestone,
};
