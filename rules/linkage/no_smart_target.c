/* A key action without SMART targets, where its template has them. */
#include <planlint/rule.h>

static void on_action(struct pl_ctx *ctx, const struct pl_action *action)
{
	if (!pl_terms(ctx)->has_targets || action->item.given & PL_FIELD_TARGETS)
		return;
	pl_report(ctx, &(struct pl_report){
	                       .item = &action->item,
	                       .message = pl_print(ctx, "this %s has no SMART targets", pl_terms(ctx)->action),
	               });
}

const struct pl_rule pl_rule_no_smart_target = {
        .id = "no-smart-target",
        .module = "linkage",
        .since = "1.0",
        .summary = "a key action without SMART targets",
        .why = "Milestones are steps towards the SMART targets of their key action. Without a target nobody can say "
               "whether the steps lead anywhere, or when the key action has been met. Only templates that have such "
               "a section ask for it.",
        .advice = "Write at least one target with a number and a date that shows when this has been met",
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
               "    milestones:\n"
               "      - {id: M1, text: 900 smoke alarms fitted above cookers, due: Q2}\n",
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
