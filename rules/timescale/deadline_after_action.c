/* deadline-after-action: a milestone due after the deadline of the key action it belongs to. */
#include <planlint/rule.h>

static void check_milestone(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	const struct pl_action *action = milestone->action;
	pl_day day = pl_due_day(&milestone->due);
	pl_day limit = pl_due_day(&action->deadline);
	if (milestone->is_action || day == PL_NO_DAY || limit == PL_NO_DAY || day <= limit)
		return;
	const char *parent = pl_terms(ctx)->action;
	struct pl_place deadline = {
	        .item = &action->item,
	        .part = {.text = action->deadline.text},
	        .message = pl_print(ctx, "the deadline of the %s", parent),
	};
	pl_report(ctx, &(struct pl_report){
	                       .item = &milestone->item,
	                       .part = {.text = milestone->due.text},
	                       .message = pl_print(ctx, "due %s, after the %s itself, which is due %s",
	                                           pl_print_due(ctx, &milestone->due), parent,
	                                           pl_print_due(ctx, &action->deadline)),
	                       .related = &deadline,
	                       .related_count = 1,
	               });
}

const struct pl_rule pl_rule_deadline_after_action = {
        .id = "deadline-after-action",
        .module = "timescale",
        .since = "1.0",
        .summary = "due after the deadline of its own key action",
        .why = "Milestones are the way to a key action, so none can come after it: the action would be reported as "
               "finished with part of it still to do. The last day of a month or quarter counts, and the same day is "
               "fine.",
        .advice = "Bring the date forward, or move the deadline of what it belongs to",
        .bad = "plan: {title: Parks plan, template: strategic, period: 2007/08}\n"
               "activities:\n"
               "  - ref: 4a\n"
               "    title: Restore the walled garden\n"
               "    lead_officer: P. Green\n"
               "    deadline: 2007-09-30\n"
               "    milestones:\n"
               "      - {no: 1, text: Glasshouse reglazed, lead_officer: P. Green, deadline: 2007-10-31}\n",
        .good = "plan: {title: Parks plan, template: strategic, period: 2007/08}\n"
                "activities:\n"
                "  - ref: 4a\n"
                "    title: Restore the walled garden\n"
                "    lead_officer: P. Green\n"
                "    deadline: 2007-10-31\n"
                "    milestones:\n"
                "      - {no: 1, text: Glasshouse reglazed, lead_officer: P. Green, deadline: 2007-10-31}\n",
        .severity = PL_WARNING,
        .confidence = PL_HIGH,
        .on_milestone = check_milestone,
};
