/* too-many-milestones: a key action cut into so many steps that none of them says much. */
#include <planlint/rule.h>

#include <stdlib.h>

static const struct pl_option options[] = {
        {"action", PL_OPTION_NUMBER, "8", 1, 1000000, "how many milestones a key action may have"},
        {"quarter", PL_OPTION_NUMBER, "3", 1, 1000000, "how many of them may be due in one quarter"},
        {.name = NULL},
};

struct limits {
	size_t action, quarter;
};

static enum pl_status prepare(struct pl_ctx *ctx, void *prepared)
{
	*(struct limits *)prepared =
	        (struct limits){(size_t)pl_option_number(ctx, 0), (size_t)pl_option_number(ctx, 1)};
	return PL_OK;
}

/* Quarters of the plan's financial year, counted through. */
static int32_t quarter_of(const struct pl_plan *plan, pl_day day)
{
	struct pl_civil civil = pl_day_civil(day);
	int32_t start_month = (int32_t)plan->year_start / 100, start_day = (int32_t)plan->year_start % 100;
	int32_t months = civil.year * 12 + civil.month - start_month - (civil.day < start_day ? 1 : 0);
	return months / 3;
}

static int compare(const void *left, const void *right)
{
	const int32_t *a = left, *b = right;
	return (*a > *b) - (*a < *b);
}

/* How many milestones the fullest quarter has. */
static size_t fullest_quarter(struct pl_ctx *ctx, const struct pl_action *action)
{
	int32_t *quarters = pl_alloc(ctx, action->milestone_count, sizeof *quarters);
	size_t count = 0, fullest = 0, run = 0;
	for (size_t i = 0; i < action->milestone_count; i++) {
		pl_day day = pl_due_day(&action->milestones[i]->due);
		if (day != PL_NO_DAY)
			quarters[count++] = quarter_of(pl_ctx_plan(ctx), day);
	}
	if (count > 0)
		qsort(quarters, count, sizeof *quarters, compare);
	for (size_t i = 0; i < count; i++) {
		run = i > 0 && quarters[i] == quarters[i - 1] ? run + 1 : 1;
		fullest = run > fullest ? run : fullest;
	}
	return fullest;
}

static void check_action(struct pl_ctx *ctx, const struct pl_action *action)
{
	const struct limits *limits = pl_prepared(ctx);
	const struct pl_template_terms *terms = pl_terms(ctx);
	struct pl_report report = {.item = &action->item};
	size_t quarter = fullest_quarter(ctx, action);
	if (action->milestone_count > limits->action)
		report.message = pl_print(ctx, "%zu %s in one %s; more than %zu is too fine", action->milestone_count,
		                          terms->milestones, terms->action, limits->action);
	else if (quarter > limits->quarter)
		report.message = pl_print(ctx, "%zu of its %s are due in one quarter; more than %zu is too fine",
		                          quarter, terms->milestones, limits->quarter);
	if (report.message)
		pl_report(ctx, &report);
}

const struct pl_rule pl_rule_too_many_milestones = {
        .id = "too-many-milestones",
        .module = "granularity",
        .since = "1.0",
        .summary = "more milestones in a key action, or in one of its quarters, than the limit",
        .why = "Small steps help to plan one's own work; as milestones they hide the few results that matter and have "
               "to be reported on every quarter. More than eight in a key action, or three in one of its quarters, "
               "usually means that steps of one result have been listed one by one. Quarters follow the financial "
               "year.",
        .advice = "Keep the milestones that show a result, and leave the steps towards them to the work plan",
        .bad = "plan: {title: Allotments plan, period: 2010/11}\n"
               "key_actions:\n"
               "  - title: More allotments\n"
               "    milestones:\n"
               "      - {text: Field at Long Acre leased, due: Q1}\n"
               "      - {text: Field fenced, due: Q1}\n"
               "      - {text: Water laid on, due: Q1}\n"
               "      - {text: 40 plots marked out, due: Q1}\n",
        .good = "plan: {title: Allotments plan, period: 2010/11}\n"
                "key_actions:\n"
                "  - title: More allotments\n"
                "    milestones:\n"
                "      - {text: 40 plots with water and a fence let at Long Acre, due: Q1}\n",
        .severity = PL_INFO,
        .confidence = PL_HIGH,
        .options = options,
        .prepared_size = sizeof(struct limits),
        .prepare = prepare,
        .on_action = check_action,
};
