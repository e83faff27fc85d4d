/* A theme, or a row of a programme, in which nothing stands and nothing says why. */
#include <planlint/rule.h>

/* Outside programmes a theme whose key actions lack milestones is no-milestones' affair. */
static bool is_empty(const struct pl_theme *theme, bool programme)
{
	return !theme->explanation && !theme->entry_count && (programme || !theme->action_count);
}

/* Is the row reported already with the theme it stands in? */
static bool in_empty_theme(const struct pl_plan *plan, const struct pl_action *action)
{
	for (size_t i = 0; i < plan->theme_count; i++)
		if (action->theme == &plan->themes[i]->item)
			return !plan->themes[i]->entry_count;
	return false;
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

		if (!action->milestone_count && !action->progress->comments && !in_empty_theme(plan, action))
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
               "grid a comment does. In other templates only a theme without any key action is empty.",
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
