/* Neither finished nor carried forward, and no reason given. */
#include <planlint/rule.h>

/* An achievement of which nothing at all is recorded is left to missing-percentage. */
static bool known_incomplete(const struct pl_achievement *achievement)
{
	return !pl_progress_complete(&achievement->progress) &&
	       (pl_progress_given(&achievement->progress) || achievement->carried.said == PL_NO);
}

static void check(struct pl_ctx *ctx, const struct pl_achievement *achievement)
{
	const struct pl_progress *progress = &achievement->progress;
	struct pl_part evidence = {.text = achievement->carried.text};
	const char *standing = "was not completed";

	if (!known_incomplete(achievement) || achievement->carried.said == PL_YES || achievement->explanation ||
	    progress->comments || pl_achievement_heir(ctx, achievement))
		return;
	if (!evidence.text)
		evidence.text = progress->percent_text ? progress->percent_text : progress->status;
	if (progress->percent >= 0)
		standing = pl_print(ctx, "stopped at %g %%", (double)progress->percent);
	pl_report(ctx,
	          &(struct pl_report){
	                  .item = &achievement->item,
	                  .evidence = &evidence,
	                  .evidence_count = evidence.text != NULL,
	                  .message = pl_print(
	                          ctx, "this %s of last period %s: it is not carried forward, and no reason is given",
	                          pl_terms(ctx)->milestone, standing),
	          });
}

static void on_action(struct pl_ctx *ctx, const struct pl_action *action)
{
	for (size_t i = 0; i < action->achievement_count; i++)
		check(ctx, &action->achievements[i]);
}

const struct pl_rule pl_rule_unexplained_drop = {
        .id = "unexplained-drop",
        .module = "carry_forward",
        .since = "1.0",
        .summary = "not complete, not carried forward, and no reason",
        .why = "Deciding not to carry an unfinished milestone forward is a decision like any other, and the guidance "
               "asks for the reason: otherwise it looks as if it had been forgotten. A milestone of the same key "
               "action that says it carries this one forward, or reads the same, counts as carrying it.",
        .advice = "Carry it forward, or say under explanation why it is no longer worth doing",
        .bad = "plan:\n"
               "  title: Arts plan 2010/11\n"
               "key_actions:\n"
               "  - ref: KA1\n"
               "    title: Bring theatre to villages\n"
               "    achievements:\n"
               "      - id: M2\n"
               "        text: Mobile stage bought\n"
               "        percent_complete: 30\n"
               "    milestones:\n"
               "      - id: M1\n"
               "        text: 20 performances given in village halls\n"
               "        due: 2010-12-31\n",
        .good = "plan:\n"
                "  title: Arts plan 2010/11\n"
                "key_actions:\n"
                "  - ref: KA1\n"
                "    title: Bring theatre to villages\n"
                "    achievements:\n"
                "      - id: M2\n"
                "        text: Mobile stage bought\n"
                "        percent_complete: 30\n"
                "        carried_forward: no\n"
                "        explanation: The county now lends its stage free of charge\n"
                "    milestones:\n"
                "      - id: M1\n"
                "        text: 20 performances given in village halls\n"
                "        due: 2010-12-31\n",
        .severity = PL_WARNING,
        .confidence = PL_HIGH,
        .on_action = on_action,
};
