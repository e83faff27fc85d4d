/* The same key action twice in one plan. */
#include <planlint/rule.h>

/* Titles are short: one word more or less is another key action, a different order or form is not. */
static const double SAME = 0.8;

/* Under different headings "Timings" or "Training" may each be a row of its own. */
static bool is_same(struct pl_ctx *ctx, const struct pl_action *a, const struct pl_action *b, double *share)
{
	struct pl_shared shared;

	*share = pl_similarity(ctx, a->item.title, b->item.title);
	if (*share < SAME)
		return false;
	shared = pl_shared_content(ctx, a->item.title, b->item.title);
	return a->item.parent == b->item.parent || shared.stems + shared.numbers >= 2;
}

/* A key action that stands for its own milestone is compared among the milestones. */
static bool is_compared(const struct pl_action *action) { return action->item.title && !pl_action_is_leaf(action); }

/* `others` has room for all key actions, `taken` marks those that an earlier finding names. */
static void check(struct pl_ctx *ctx, const struct pl_plan *plan, size_t first, bool *taken, struct pl_place *others)
{
	const struct pl_action *action = plan->actions[first];
	double share, least = 1;
	size_t count = 0;

	for (size_t i = first + 1; i < plan->action_count; i++) {
		if (taken[i] || !is_compared(plan->actions[i]) || !is_same(ctx, action, plan->actions[i], &share))
			continue;
		taken[i] = true;
		least = share < least ? share : least;
		others[count++] = (struct pl_place){
		        .item = &plan->actions[i]->item,
		        .message =
		                pl_print(ctx, "the same %s (similarity %.0f %%)", pl_terms(ctx)->action, share * 100),
		};
	}
	if (count)
		pl_report(ctx, &(struct pl_report){
		                       .item = &action->item,
		                       .related = others,
		                       .related_count = count,
		                       .message = pl_print(
		                               ctx, "this %s stands in the plan %s: %s again (similarity %.0f %%)",
		                               pl_terms(ctx)->action, count == 1 ? "twice" : "several times",
		                               pl_print_item(ctx, others[0].item), least * 100),
		               });
}

static void on_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	bool *taken = pl_alloc(ctx, plan->action_count + 1, sizeof *taken);
	struct pl_place *others = pl_alloc(ctx, plan->action_count + 1, sizeof *others);

	for (size_t i = 0; i < plan->action_count; i++)
		if (!taken[i] && is_compared(plan->actions[i]))
			check(ctx, plan, i, taken, others);
}

const struct pl_rule pl_rule_duplicate_action = {
        .id = "duplicate-action",
        .module = "duplication",
        .since = "1.0",
        .summary = "the same key action twice",
        .why = "Two key actions that say the same split the work, its milestones and its reports over two places, and "
               "each officer may wait for the other. Titles are compared by their words, whatever their order and "
               "form, with names and numbers counted twice; one finding names all that belong together. Titles of a "
               "single word count only under the same heading.",
        .advice = "Merge them under one lead officer, or say in each title what sets it apart",
        .bad = "plan:\n"
               "  title: Winter plan 2014/15\n"
               "key_actions:\n"
               "  - ref: KA1\n"
               "    title: Keep the main roads open in snow\n"
               "    deadline: 2015-03-31\n"
               "    milestones:\n"
               "      - {id: M1, text: 9 gritters serviced, due: 2014-10-31}\n"
               "  - ref: KA4\n"
               "    title: In snow, keep main roads open\n"
               "    deadline: 2015-03-31\n"
               "    milestones:\n"
               "      - {id: M1, text: 400 tonnes of salt stored, due: 2014-10-31}\n",
        .good = "plan:\n"
                "  title: Winter plan 2014/15\n"
                "key_actions:\n"
                "  - ref: KA1\n"
                "    title: Keep the main roads open in snow\n"
                "    deadline: 2015-03-31\n"
                "    milestones:\n"
                "      - {id: M1, text: 9 gritters serviced, due: 2014-10-31}\n"
                "  - ref: KA4\n"
                "    title: Keep the footpaths to schools open in snow\n"
                "    deadline: 2015-03-31\n"
                "    milestones:\n"
                "      - {id: M1, text: 400 tonnes of salt stored, due: 2014-10-31}\n",
        .severity = PL_WARNING,
        .confidence = PL_MEDIUM,
        .on_plan = on_plan,
};
