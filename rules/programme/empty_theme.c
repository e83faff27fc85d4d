/* A theme, or a row of a programme, in which nothing stands and nothing says why. */
#include <planlint/rule.h>

/* A row may say why it is empty; in a grid the column of comments does as well. */
static bool is_explained(const struct pl_action *action)
{
	return action->explanation || action->progress->comments ||
	       (action->objective && ((const struct pl_objective *)(const void *)action->objective)->explanation);
}

/* Does the plan say below the theme why something in it is empty? */
static bool is_explained_below(const struct pl_plan *plan, const struct pl_theme *theme)
{
	for (size_t i = 0; i < plan->action_count; i++)
		if (plan->actions[i]->theme == &theme->item && is_explained(plan->actions[i]))
			return true;
	for (size_t i = 0; i < plan->objective_count; i++)
		if (plan->objectives[i]->item.parent == &theme->item && plan->objectives[i]->explanation)
			return true;
	return false;
}

/* Outside programmes a theme whose key actions lack milestones is no-milestones' affair. Where some rows are explained,
 * the others are named one by one. */
static bool is_empty(const struct pl_theme *theme, bool programme)
{
	return !theme->explanation && !theme->entry_count && (programme || !theme->action_count) &&
	       !is_explained_below(theme->item.plan, theme);
}

/* Has the theme it stands in been reported, or does it explain the row as well? */
static bool is_settled(const struct pl_action *action)
{
	const struct pl_theme *theme = (const struct pl_theme *)(const void *)action->theme;

	return theme && !theme->entry_count && (theme->explanation || is_empty(theme, true));
}

static void report(struct pl_ctx *ctx, const struct pl_item *item, const char *what)
{
	pl_report(ctx, &(struct pl_report){
	                       .item = item,
	                       .message = pl_print(ctx, "this theme has no %s and no explanation why", what),
	               });
}

static void on_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	const struct pl_template_terms *terms = pl_terms(ctx);
	bool programme = plan->template_kind == PL_TEMPLATE_PROGRAMME;

	for (size_t i = 0; i < plan->theme_count; i++)
		if (is_empty(plan->themes[i], programme))
			report(ctx, &plan->themes[i]->item, programme ? terms->milestone : terms->action);
	for (size_t i = 0; programme && i < plan->action_count; i++) {
		const struct pl_action *action = plan->actions[i];

		if (!action->milestone_count && !is_explained(action) && !is_settled(action))
			report(ctx, &action->item, terms->milestone);
	}
}

const struct pl_rule pl_rule_empty_theme = {
        .id = "empty-theme",
        .module = "programme",
        .since = "1.0",
        .summary = "a theme or row without an entry or an explanation",
        .why = "An empty theme in a programme may mean that nothing is planned, that somebody else does it, or that "
               "it was forgotten: the reader cannot tell. One sentence of explanation settles it; on a row of the "
               "grid a comment does as well. In other templates only a theme without any key action is empty.",
        .advice = "Add an entry, or an explanation that says why there is none",
        .bad = "plan:\n"
               "  title: Shared libraries\n"
               "  template: programme\n"
               "  period: {start: 2012-04-01, end: 2012-09-30}\n"
               "themes:\n"
               "  - title: Buildings\n"
               "    key_actions:\n"
               "      - title: One library for two towns\n"
               "        schedule:\n"
               "          2012-06: Lease signed\n"
               "  - title: Staff\n",
        .good = "plan:\n"
                "  title: Shared libraries\n"
                "  template: programme\n"
                "  period: {start: 2012-04-01, end: 2012-09-30}\n"
                "themes:\n"
                "  - title: Buildings\n"
                "    key_actions:\n"
                "      - title: One library for two towns\n"
                "        schedule:\n"
                "          2012-06: Lease signed\n"
                "  - title: Staff\n"
                "    explanation: Posts are settled once the lease is signed\n",
        .severity = PL_WARNING,
        .confidence = PL_HIGH,
        .on_plan = on_plan,
};
