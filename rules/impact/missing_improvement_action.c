/* An entry of the corporate improvement plan that no key action takes up. */
#include <planlint/rule.h>

static const double NEAR = 0.6; /* titles are often shortened on the way from one plan to the other */

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c; }

static bool is_letter(char c) { return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9'); }

/* Does `text` begin with the whole of `ref`: "CIP4", "CIP4: Better letters"? */
static bool begins_with(struct pl_str text, struct pl_str ref)
{
	if (!ref.len || text.len < ref.len || (text.len > ref.len && is_letter(text.ptr[ref.len])))
		return false;
	for (size_t i = 0; i < ref.len; i++)
		if (lower(text.ptr[i]) != lower(ref.ptr[i]))
			return false;
	return true;
}

/* Is it one of the refs that the text lists: "CIP4, CIP9"? */
static bool lists(struct pl_str text, struct pl_str ref)
{
	for (size_t i = 0; i < text.len; i++)
		if ((i == 0 || !is_letter(text.ptr[i - 1])) &&
		    begins_with((struct pl_str){text.ptr + i, text.len - i}, ref))
			return true;
	return false;
}

static bool takes_up(struct pl_ctx *ctx, const struct pl_action *action, const struct pl_text *entry)
{
	const struct pl_text *ref = action->item.ref, *named = action->improvement_ref;

	if (named && (lists(named->value, entry->value) || begins_with(entry->value, named->value)))
		return true;
	if (ref && begins_with(entry->value, ref->value))
		return true;
	if (action->item.title && pl_similarity(ctx, action->item.title, entry) >= NEAR)
		return true;
	for (size_t i = 0; i < action->milestone_count; i++)
		if (action->milestones[i]->item.title &&
		    pl_similarity(ctx, action->milestones[i]->item.title, entry) >= NEAR)
			return true;
	return false;
}

static bool is_covered(struct pl_ctx *ctx, const struct pl_plan *plan, const struct pl_text *entry)
{
	for (size_t i = 0; i < plan->action_count; i++)
		if (takes_up(ctx, plan->actions[i], entry))
			return true;
	return false;
}

static void on_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	for (size_t i = 0; i < plan->corporate_improvement.count; i++) {
		const struct pl_text *entry = plan->corporate_improvement.items[i];

		if (!is_covered(ctx, plan, entry))
			pl_report(ctx, &(struct pl_report){
			                       .item = &plan->item,
			                       .part.text = entry,
			                       .message = pl_print(
			                               ctx, "no %s takes up \"%.*s\" of the corporate improvement plan",
			                               pl_terms(ctx)->action, PL_TEXT_ARG(entry)),
			               });
	}
}

const struct pl_rule pl_rule_missing_improvement_action = {
        .id = "missing-improvement-action",
        .module = "impact",
        .since = "1.0",
        .summary = "an entry of the corporate improvement plan that no task takes up",
        .why = "An action that a service has in the corporate improvement plan should appear in its own plan as "
               "well, or nobody there works on it. An entry is taken up by a task that names it under "
               "improvement_plan, has its ref, or has nearly the same words as title or milestone.",
        .advice = "Add the task, or name the entry under improvement_plan in the task that does it",
        .bad = "plan:\n"
               "  title: Highways plan 2006/07 to 2008/09\n"
               "  template: three-year\n"
               "  period: 2006/07 to 2008/09\n"
               "corporate_improvement: [CIP4, CIP7]\n"
               "tasks:\n"
               "  - ref: H1\n"
               "    task: Potholes mended within a week\n"
               "    task_officer: A. Officer\n"
               "    quarter: 4\n"
               "    outcomes: Fewer people hurt on the roads\n"
               "    support_function: yes\n"
               "    improvement_plan: CIP4\n",
        .good = "plan:\n"
                "  title: Highways plan 2006/07 to 2008/09\n"
                "  template: three-year\n"
                "  period: 2006/07 to 2008/09\n"
                "corporate_improvement: [CIP4]\n"
                "tasks:\n"
                "  - ref: H1\n"
                "    task: Potholes mended within a week\n"
                "    task_officer: A. Officer\n"
                "    quarter: 4\n"
                "    outcomes: Fewer people hurt on the roads\n"
                "    support_function: yes\n"
                "    improvement_plan: CIP4\n",
        .severity = PL_WARNING,
        .confidence = PL_HIGH,
        .on_plan = on_plan,
};
