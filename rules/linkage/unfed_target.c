/* A SMART target that no milestone leads to. */
#include <planlint/rule.h>

static bool is_fed(struct pl_ctx *ctx, const struct pl_action *action, const struct pl_target *target)
{
	for (size_t i = 0; i < action->milestone_count; i++)
		if (pl_milestone_feeds(ctx, action->milestones[i], target))
			return true;
	return false;
}

/* Without any milestone no-milestones has said what there is to say. */
static void on_action(struct pl_ctx *ctx, const struct pl_action *action)
{
	if (!action->milestone_count || pl_action_is_leaf(action))
		return;
	for (size_t i = 0; i < action->target_count; i++) {
		const struct pl_target *target = &action->targets[i];

		if (target->item.title && !is_fed(ctx, action, target))
			pl_report(ctx, &(struct pl_report){
			                       .item = &target->item,
			                       .part.text = target->item.title,
			                       .message = pl_print(ctx, "no %s of this %s leads to this target",
			                                           pl_terms(ctx)->milestone, pl_terms(ctx)->action),
			               });
	}
}

const struct pl_rule pl_rule_unfed_target = {
        .id = "unfed-target",
        .module = "linkage",
        .since = "1.0",
        .summary = "a SMART target that no milestone leads to",
        .why = "A target that no milestone feeds will be met by luck or not at all. As everywhere in this module a "
               "milestone feeds a target where it names it, or where its text or outcome shares a number or two "
               "words with it.",
        .advice = "Set a milestone for this target, or name the target under feeds where a milestone already serves it",
        .bad = "plan:\n"
               "  title: Food plan 2014/15\n"
               "  period: 2014/15\n"
               "key_actions:\n"
               "  - ref: KA1\n"
               "    title: Safer kitchens\n"
               "    smart_targets:\n"
               "      - {id: T1, text: 150 takeaways with the top hygiene rating by March 2015}\n"
               "      - {id: T2, text: 12 allergy courses held by March 2015}\n"
               "    milestones:\n"
               "      - {id: M1, text: Cooks trained, due: Q2, feeds: [T1]}\n",
        .good = "plan:\n"
                "  title: Food plan 2014/15\n"
                "  period: 2014/15\n"
                "key_actions:\n"
                "  - ref: KA1\n"
                "    title: Safer kitchens\n"
                "    smart_targets:\n"
                "      - {id: T1, text: 150 takeaways with the top hygiene rating by March 2015}\n"
                "      - {id: T2, text: 12 allergy courses held by March 2015}\n"
                "    milestones:\n"
                "      - {id: M1, text: Cooks trained, due: Q2, feeds: [T1]}\n"
                "      - {id: M2, text: 4 allergy courses held, due: Q2}\n",
        .severity = PL_WARNING,
        .confidence = PL_MEDIUM,
        .on_action = on_action,
};
