/* Words that claim a saving where no efficiency is declared. */
#include <planlint/rule.h>

struct words {
	const struct pl_pattern *claim;
};

/* Money or time saved; not energy, water or lives. */
static const char CLAIM[] =
        "(?:(?<!\\benergy )(?<!\\bfuel )(?<!\\bwater )(?<!\\blife )(?<!\\blife-)(?<!\\bcarbon )\\bsavings?\\b"
        "(?! (?:account|bank|club|scheme|energy|water|fuel|lives|carbon))"
        "|(?<!\\benergy )(?<!\\bfuel )(?<!\\bwater )(?<!\\bthermal )\\befficienc(?:y|ies)\\b"
        "|\\bsav(?:e|es|ed)\\s+(?:about |over |up to |at least )?"
        "(?:(?:£|GBP ?|€|\\$)\\d[\\d,.]*\\w*|\\d[\\d,.]*\\s?(?:k\\b|m\\b|%|per cent|hours|days|posts|FTE))"
        "|\\b(?:reduc|lower|cut)\\w*\\s+(?:[\\w-]+\\s+){0,2}costs?\\b(?! (?:of (?:living|childcare|travel|housing)|for|to)\\b)"
        "|\\bcost reductions?\\b|\\bbudgets?\\s+(?:cut|reduced)\\s+by\\b|\\bcashable\\b|\\bgershon\\b)";

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
	enum pl_yes_no answer = pl_action_impact(action, PL_IMPACT_EFFICIENCY, &said);
	struct pl_part evidence = {.text = said};

	if (answer == PL_YES || !pl_action_find(ctx, action, words->claim, &place))
		return;
	pl_report(ctx, &(struct pl_report){
	                       .item = place.item,
	                       .part = *part,
	                       .evidence = &evidence,
	                       .evidence_count = said != NULL,
	                       .message = pl_print(ctx, "\"%.*s\" claims a saving, and efficiency %s",
	                                           (int)(part->end - part->begin), part->text->value.ptr + part->begin,
	                                           answer == PL_NO ? "is no" : "is not filled in"),
	               });
}

static void on_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	if (!pl_plan_has_impact(plan, PL_IMPACT_EFFICIENCY))
		return;
	for (size_t i = 0; i < plan->action_count; i++)
		check(ctx, plan->actions[i]);
}

const struct pl_rule pl_rule_undeclared_efficiency = {
        .id = "undeclared-efficiency",
        .module = "impact",
        .since = "1.0",
        .summary = "savings or efficiencies in the text, and efficiency is not yes",
        .why = "Efficiencies are added up once a year from the tasks that declare them, and what is not declared is "
               "missed. Savings, efficiencies and lower costs in the text ask for a yes; saving energy, water or "
               "lives does not.",
        .advice = "Set efficiency to yes if money or time is saved, so that it is counted",
        .bad = "plan:\n"
               "  title: Highways plan 2006/07 to 2008/09\n"
               "  template: three-year\n"
               "  period: 2006/07 to 2008/09\n"
               "tasks:\n"
               "  - ref: H1\n"
               "    task: Two depots merged into one\n"
               "    task_officer: A. Officer\n"
               "    quarter: 4\n"
               "    outcomes: Savings of GBP 40k a year\n"
               "    support_function: yes\n",
        .good = "plan:\n"
                "  title: Highways plan 2006/07 to 2008/09\n"
                "  template: three-year\n"
                "  period: 2006/07 to 2008/09\n"
                "tasks:\n"
                "  - ref: H1\n"
                "    task: Two depots merged into one\n"
                "    task_officer: A. Officer\n"
                "    quarter: 4\n"
                "    outcomes: Savings of GBP 40k a year\n"
                "    support_function: yes\n"
                "    efficiency: yes\n"
                "  - ref: H2\n"
                "    task: Energy savings in street lights measured\n"
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
