/* Carried forward into the new period without a reason why it was not met. */
#include <planlint/rule.h>

static bool has_reason(const struct pl_achievement *achievement, const struct pl_milestone *heir)
{
	return achievement->explanation || achievement->progress.comments ||
	       (heir && heir->carried && heir->carried->explanation);
}

static void check(struct pl_ctx *ctx, const struct pl_achievement *achievement)
{
	const struct pl_milestone *heir = pl_achievement_heir(ctx, achievement);
	struct pl_place place = {.message = "carried forward here"};

	if (pl_progress_over(&achievement->progress) || (achievement->carried.said != PL_YES && !heir) ||
	    has_reason(achievement, heir))
		return;
	if (heir)
		place.item = &heir->item;
	pl_report(ctx,
	          &(struct pl_report){
	                  .item = &achievement->item,
	                  .related = &place,
	                  .related_count = heir != NULL,
	                  .message = pl_print(ctx, "this %s is carried forward without a reason why it was not met",
	                                      pl_terms(ctx)->milestone),
	          });
}

static void on_action(struct pl_ctx *ctx, const struct pl_action *action)
{
	for (size_t i = 0; i < action->achievement_count; i++)
		check(ctx, &action->achievements[i]);
}

/* What is carried forward from an achievement of this plan is reported there. */
static void on_milestone(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	if (!pl_milestone_carried(milestone) || milestone->carried->source || milestone->carried->explanation ||
	    milestone->progress->comments || pl_milestone_is_heir(ctx, milestone))
		return;
	pl_report(ctx,
	          &(struct pl_report){
	                  .item = pl_tracked_milestone(milestone).item,
	                  .message = pl_print(ctx, "this %s is carried forward without a reason why it was not met",
	                                      pl_terms(ctx)->milestone),
	          });
}

const struct pl_rule pl_rule_unexplained_carry_forward = {
        .id = "unexplained-carry-forward",
        .module = "carry_forward",
        .since = "1.0",
        .summary = "carried forward without a reason why it was not met",
        .why = "What was not finished last period may be carried forward, and whoever agrees to that has to know why "
               "it was not met: a reason tells whether the new date is any more likely than the old one. The reason "
               "may stand with last period's milestone or with the new one, as an explanation or as a comment.",
        .advice = "Say under explanation what kept it from being met, and what is different now",
        .bad = "plan:\n"
               "  title: Countryside plan 2010/11\n"
               "key_actions:\n"
               "  - ref: KA1\n"
               "    title: Open up the old railway line to walkers\n"
               "    achievements:\n"
               "      - id: M3\n"
               "        text: Bridge over the brook replaced\n"
               "        percent_complete: 60\n"
               "        carried_forward: yes\n"
               "    milestones:\n"
               "      - id: M1\n"
               "        text: 4 miles of surface laid\n"
               "        due: 2010-12-31\n",
        .good = "plan:\n"
                "  title: Countryside plan 2010/11\n"
                "key_actions:\n"
                "  - ref: KA1\n"
                "    title: Open up the old railway line to walkers\n"
                "    achievements:\n"
                "      - id: M3\n"
                "        text: Bridge over the brook replaced\n"
                "        percent_complete: 60\n"
                "        carried_forward: yes\n"
                "        explanation: Nesting birds stopped the work until August; the steel is now on site\n"
                "    milestones:\n"
                "      - id: M1\n"
                "        text: 4 miles of surface laid\n"
                "        due: 2010-12-31\n",
        .severity = PL_WARNING,
        .confidence = PL_HIGH,
        .on_action = on_action,
        .on_milestone = on_milestone,
};
