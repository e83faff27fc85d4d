/* deadline-before-start: a milestone that would have to be finished before it is begun. */
#include <planlint/rule.h>

static void check_milestone(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	pl_day day = pl_due_day(&milestone->due);
	if (day == PL_NO_DAY || milestone->start == PL_NO_DAY || milestone->start <= day)
		return;
	struct pl_place start = {
	        .item = &milestone->item,
	        .part = {.text = milestone->start_text},
	        .message = "the start",
	};
	pl_report(ctx,
	          &(struct pl_report){
	                  .item = &milestone->item,
	                  .part = {.text = milestone->due.text},
	                  .message = pl_print(ctx, "due %s, before it starts on %s", pl_print_due(ctx, &milestone->due),
	                                      pl_print_day(ctx, milestone->start)),
	                  .related = &start,
	                  .related_count = 1,
	          });
}

const struct pl_rule pl_rule_deadline_before_start = {
        .id = "deadline-before-start",
        .module = "timescale",
        .since = "1.0",
        .summary = "the start is after the deadline",
        .why = "One of the two dates must be wrong, most often by a year or with day and month swapped, and "
               "everything worked out from them is wrong as well. The last day of a month or quarter counts as the "
               "deadline; starting and finishing on one day is fine.",
        .advice = "Correct the start or the deadline",
        .bad = "plan: {title: Museum plan, period: 2010/11}\n"
               "key_actions:\n"
               "  - title: Open the collection to more people\n"
               "    milestones:\n"
               "      - {text: 2000 objects photographed, start: 2010-11-01, due: 2010-10-31}\n",
        .good = "plan: {title: Museum plan, period: 2010/11}\n"
                "key_actions:\n"
                "  - title: Open the collection to more people\n"
                "    milestones:\n"
                "      - {text: 2000 objects photographed, start: 2010-05-01, due: 2010-10-31}\n",
        .severity = PL_ERROR,
        .confidence = PL_HIGH,
        .on_milestone = check_milestone,
};
