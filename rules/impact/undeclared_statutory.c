/* Words that speak of a legal requirement where none is declared. */
#include <planlint/rule.h>

struct words {
	const struct pl_pattern *claim;
};

/* Duties laid down by law; not people on duty, nor bodies that are called statutory. */
static const char CLAIM[] =
        "(?:(?<!\\bnon-)(?<!\\bnon )\\bstatutory\\b(?! (?:agenc|partner|bod(?:y|ies)|organisation|sector|consultee|"
        "undertaker|service|and voluntary|or voluntary))|\\bstatutorily\\b"
        "|(?<!\\boff )(?<!\\bon )(?<!\\bstamp )(?<!\\bheavy )(?<!heavy-)(?<!\\boff-)\\bdut(?:y|ies)\\b"
        "(?! (?:officer|manager|rota|roster|desk|team|solicitor|system|social worker|phone|free))"
        "|\\brequired (?:by|under) (?:law|statute|legislation)\\b|\\blegally required\\b"
        "|\\b(?:legal|legislative) (?:requirements?|obligations?)\\b"
        "|(?-i:\\b[A-Z]\\w+ (?:Act|Regulations)(?: (?:19|20)\\d\\d)?\\b)"
        "|\\b(?:under|with|of) \\K(?:section|s\\.) ?\\d+)";

static enum pl_status prepare(struct pl_ctx *ctx, void *prepared)
{
	struct words *words = prepared;

	words->claim = pl_pattern_of(ctx, CLAIM);
	return PL_OK;
}

static void check(struct pl_ctx *ctx, const struct pl_action *action)
{
	const struct words *words = pl_prepared(ctx);
	const struct pl_text *said;
	struct pl_place place;
	const struct pl_part *part = &place.part;
	enum pl_yes_no answer = pl_action_impact(action, PL_IMPACT_STATUTORY, &said);
	struct pl_part evidence = {.text = said};

	if (answer == PL_YES || !pl_action_find(ctx, action, words->claim, &place))
		return;
	pl_report(ctx, &(struct pl_report){
	                       .item = place.item,
	                       .part = *part,
	                       .evidence = &evidence,
	                       .evidence_count = said != NULL,
	                       .message = pl_print(ctx, "\"%.*s\" speaks of a legal requirement, and statutory %s",
	                                           (int)(part->end - part->begin), part->text->value.ptr + part->begin,
	                                           answer == PL_NO ? "is no" : "is not filled in"),
	               });
}

static void on_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	if (!pl_plan_has_impact(plan, PL_IMPACT_STATUTORY))
		return;
	for (size_t i = 0; i < plan->action_count; i++)
		check(ctx, plan->actions[i]);
}

const struct pl_rule pl_rule_undeclared_statutory = {
        .id = "undeclared-statutory",
        .module = "impact",
        .since = "1.0",
        .summary = "a duty or legal requirement in the text, and statutory is not yes",
        .why = "What the law requires has to be done whatever becomes of the budget, and the column shows which "
               "tasks those are. A duty, a statutory requirement or a section of an Act in the text asks for a yes; "
               "people on duty, duty officers and statutory partners do not.",
        .advice = "Set statutory to yes if the law requires it, or say what else it rests on",
        .bad = "plan:\n"
               "  title: Highways plan 2006/07 to 2008/09\n"
               "  template: three-year\n"
               "  period: 2006/07 to 2008/09\n"
               "tasks:\n"
               "  - ref: H1\n"
               "    task: Statutory register of streets published\n"
               "    task_officer: A. Officer\n"
               "    quarter: 4\n"
               "    outcomes: Fewer people hurt on the roads\n"
               "    support_function: yes\n",
        .good = "plan:\n"
                "  title: Highways plan 2006/07 to 2008/09\n"
                "  template: three-year\n"
                "  period: 2006/07 to 2008/09\n"
                "tasks:\n"
                "  - ref: H1\n"
                "    task: Statutory register of streets published\n"
                "    task_officer: A. Officer\n"
                "    quarter: 4\n"
                "    outcomes: Fewer people hurt on the roads\n"
                "    support_function: yes\n"
                "    statutory: yes\n"
                "  - ref: H2\n"
                "    task: Two wardens on duty at night\n"
                "    task_officer: A. Officer\n"
                "    quarter: 4\n"
                "    outcomes: Fewer people hurt on the roads\n"
                "    support_function: yes\n",
        .severity = PL_INFO,
        .confidence = PL_MEDIUM,
        .prepared_size = sizeof(struct words),
        .prepare = prepare,
        .on_plan = on_plan,
};
