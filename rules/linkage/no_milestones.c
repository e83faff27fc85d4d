/* A key action without milestones, where its template has them. */
#include <planlint/rule.h>

/* A programme's row without entries may be explained: that is empty-theme's. */
static void on_action(struct pl_ctx *ctx, const struct pl_action *action)
{
	const struct pl_template_terms *terms = pl_terms(ctx);

	if (!terms->has_milestones || action->milestone_count || action->item.given & PL_FIELD_MILESTONES ||
	    action->item.plan->template_kind == PL_TEMPLATE_PROGRAMME)
		return;
	pl_report(ctx, &(struct pl_report){
	                       .item = &action->item,
	                       .message = pl_print(ctx, "this %s has no %s", terms->action, terms->milestones),
	               });
}

const struct pl_rule pl_rule_no_milestones = {
        .id = "no-milestones",
        .module = "linkage",
        .since = "1.0",
        .summary = "a key action without milestones",
        .why = "A key action without milestones cannot be followed: for a whole year nothing says whether it is on "
               "its way. In templates whose items are themselves the milestones nothing is reported.",
        .advice =
                "Set the results by which the year can be followed, each with its date, or move the key action to another plan",
        .bad = "plan:\n"
               "  title: Fire safety plan 2014/15\n"
               "  template: local-delivery\n"
               "  period: 2014/15\n"
               "key_actions:\n"
               "  - ref: KA1\n"
               "    title: Fewer fires in flats\n"
               "    lead_officer: A. Officer\n"
               "    expected_outcome: Families live where fires are noticed early\n"
               "    resources: 2 FTE\n"
               "    links: []\n"
               "    smart_targets:\n"
               "      - {id: T1, text: 20 fewer kitchen fires by March 2015}\n",
        .good = "plan:\n"
                "  title: Fire safety plan 2014/15\n"
                "  template: local-delivery\n"
                "  period: 2014/15\n"
                "key_actions:\n"
                "  - ref: KA1\n"
                "    title: Fewer fires in flats\n"
                "    lead_officer: A. Officer\n"
                "    expected_outcome: Families live where fires are noticed early\n"
                "    resources: 2 FTE\n"
                "    links: []\n"
                "    smart_targets:\n"
                "      - {id: T1, text: 20 fewer kitchen fires by March 2015}\n"
                "    milestones:\n"
                "      - {id: M1, text: 900 smoke alarms fitted above cookers, due: Q2, feeds: [T1]}\n",
        .severity = PL_WARNING,
        .confidence = PL_HIGH,
        .on_action = on_action,
};
