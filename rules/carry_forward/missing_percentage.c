/* An unfinished milestone of last period without its percentage. */
#include <planlint/rule.h>

static void check(struct pl_ctx *ctx, const struct pl_achievement *achievement)
{
	const struct pl_progress *progress = &achievement->progress;
	const struct pl_text *sign = progress->percent_text;
	const char *message;

	/* a percentage that cannot be read is an invalid value, but a bare sign is a missing number */
	if (pl_progress_over(progress) || progress->percent >= 0 ||
	    (sign && (sign->value.len != 1 || sign->value.ptr[0] != '%')))
		return;
	if (pl_progress_given(progress) || achievement->carried.text || achievement->carried.said != PL_UNSAID)
		message = pl_print(ctx, "this %s is not complete, and no percentage says how far it got",
		                   pl_terms(ctx)->milestone);
	else
		message = pl_print(ctx, "nothing says whether this %s was completed, or how far it got",
		                   pl_terms(ctx)->milestone);
	pl_report(ctx, &(struct pl_report){.item = &achievement->item, .part.text = sign, .message = message});
}

static void on_action(struct pl_ctx *ctx, const struct pl_action *action)
{
	for (size_t i = 0; i < action->achievement_count; i++)
		check(ctx, &action->achievements[i]);
}

const struct pl_rule pl_rule_missing_percentage = {
        .id = "missing-percentage",
        .module = "carry_forward",
        .since = "1.0",
        .summary = "an unfinished milestone of last period without its percentage",
        .why = "Next to every milestone of last period that is not complete stands how far it got: at 90 % it needs "
               "no new milestone, at 10 % perhaps another approach. A milestone that has no status counts as not "
               "complete; one that was cancelled needs no percentage.",
        .advice = "Give percent_complete, or the status completed if it was",
        .bad = "plan:\n"
               "  title: Youth service plan 2010/11\n"
               "key_actions:\n"
               "  - ref: KA1\n"
               "    title: Give young people somewhere to go\n"
               "    achievements:\n"
               "      - id: M4\n"
               "        text: Skate park opened\n"
               "        status: in progress\n"
               "        carried_forward: yes\n"
               "        explanation: The ground had to be drained first\n",
        .good = "plan:\n"
                "  title: Youth service plan 2010/11\n"
                "key_actions:\n"
                "  - ref: KA1\n"
                "    title: Give young people somewhere to go\n"
                "    achievements:\n"
                "      - id: M4\n"
                "        text: Skate park opened\n"
                "        status: in progress\n"
                "        percent_complete: 70\n"
                "        carried_forward: yes\n"
                "        explanation: The ground had to be drained first\n",
        .severity = PL_WARNING,
        .confidence = PL_HIGH,
        .on_action = on_action,
};
