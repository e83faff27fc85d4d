/* What a service plan should think of and no task mentions. */
#include <planlint/rule.h>

enum { TOPICS = 4, YEARS = 10 };

struct topic {
	const char *name, *pattern;
};

static const struct topic topics[TOPICS] = {
        {"training needs",
         "\\b(?:train(?:ing|ed|s|ers?)?|skills?|learning|inductions?|qualif\\w+|CPD|apprentice\\w*|coach\\w*)\\b"},
        {"equality actions",
         "\\b(?:equalit\\w+|equit\\w+|divers\\w+|disab\\w+|inclusi\\w+|accessib\\w+|gender|rac(?:e|ial)|ethnic\\w*|"
         "DDA|discriminat\\w+)\\b"},
        {"consultation",
         "\\b(?:consult(?:s|ed|ing|ation|ations|ative)?|engag(?:e|ed|ing|ement)|survey\\w*|feedback|views|focus groups?|"
         "questionnaires?|user (?:group|panel|forum)s?)\\b"},
        {"partners", "\\b(?:partner\\w*|joint(?:ly)?|together with|in collaboration|multi-?agency)\\b"},
};

struct words {
	const struct pl_pattern *patterns[TOPICS];
};

static enum pl_status prepare(struct pl_ctx *ctx, void *prepared)
{
	struct words *words = prepared;

	for (size_t i = 0; i < TOPICS; i++)
		words->patterns[i] = pl_pattern_of(ctx, topics[i].pattern);
	return PL_OK;
}

/* The question is the guidance's for service plans: other plans have it only where they serve priorities as those do.
 */
static bool is_service_plan(const struct pl_plan *plan)
{
	return plan->template_kind == PL_TEMPLATE_THREE_YEAR ||
	       (plan->template_kind == PL_TEMPLATE_NONE && plan->priority_count);
}

/* What the search has come across so far. */
struct search {
	struct pl_ctx *ctx;
	const struct words *words;
	bool found[TOPICS];
};

static void look(void *data, const struct pl_item *item, const struct pl_text *text, enum pl_seen seen)
{
	struct search *search = data;
	uint32_t begin, end;

	if (seen != PL_SEEN_WORDING ||
	    (item->kind != PL_ITEM_ACTION && item->kind != PL_ITEM_MILESTONE && item->kind != PL_ITEM_TARGET))
		return;
	for (size_t i = 0; i < TOPICS; i++)
		if (!search->found[i])
			search->found[i] =
			        pl_pattern_find(search->ctx, search->words->patterns[i], text->value, 0, &begin, &end);
}

/* "training needs", "training needs and partners", "a, b and c"; NULL for none. */
static const char *listing(struct pl_ctx *ctx, const char *const *names, size_t count)
{
	const char *list = count ? names[0] : NULL;

	for (size_t i = 1; i < count; i++)
		list = pl_print(ctx, "%s%s%s", list, i + 1 < count ? ", " : " or ", names[i]);
	return list;
}

static const char *topics_missing(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	struct search search = {.ctx = ctx, .words = pl_prepared(ctx)};
	const char *names[TOPICS];
	size_t count = 0;

	pl_plan_visit_texts(plan, &(struct pl_text_visitor){.text = look, .data = &search});
	for (size_t i = 0; i < plan->action_count; i++)
		search.found[TOPICS - 1] |= plan->actions[i]->partners.count > 0;
	for (size_t i = 0; i < TOPICS; i++)
		if (!search.found[i])
			names[count++] = topics[i].name;
	return listing(ctx, names, count);
}

static bool has_task(const struct pl_plan *plan, pl_day first, pl_day last)
{
	for (size_t i = 0; i < plan->milestone_count; i++) {
		pl_day day = pl_due_day(&plan->milestones[i]->due);

		if (day != PL_NO_DAY && day >= first && day <= last)
			return true;
	}
	return false;
}

static const char *year_name(struct pl_ctx *ctx, pl_day first)
{
	struct pl_civil civil = pl_day_civil(first);

	if (civil.month == 1)
		return pl_print(ctx, "%d", (int)civil.year);
	return pl_print(ctx, "%d/%02d", (int)civil.year, (int)((civil.year + 1) % 100));
}

static const char *years_missing(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	const char *names[YEARS];
	size_t count = 0;
	pl_day first = plan->period.first;

	if (plan->template_kind != PL_TEMPLATE_THREE_YEAR)
		return NULL;
	if (first == PL_NO_DAY) {
		pl_not_checked(ctx, "years without tasks were not looked for", "the plan gives no period");
		return NULL;
	}
	while (first <= plan->period.last && count < YEARS) {
		pl_day next = pl_day_add_months(first, 12);

		if (!has_task(plan, first, next - 1))
			names[count++] = year_name(ctx, first);
		first = next;
	}
	return listing(ctx, names, count);
}

/* NULL where there is nothing to say. */
static const char *message(struct pl_ctx *ctx, const char *missing, const char *years)
{
	const char *term = pl_terms(ctx)->action;

	if (missing && years)
		return pl_print(ctx, "no %s mentions %s, and no %s is due in %s", term, missing, term, years);
	if (missing)
		return pl_print(ctx, "no %s mentions %s", term, missing);
	return years ? pl_print(ctx, "no %s is due in %s", term, years) : NULL;
}

static void on_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	struct pl_report report = {.item = &plan->item};

	if (!is_service_plan(plan) || !plan->action_count)
		return;
	report.message = message(ctx, topics_missing(ctx, plan), years_missing(ctx, plan));
	if (report.message)
		pl_report(ctx, &report);
}

const struct pl_rule pl_rule_review_gaps = {
        .id = "review-gaps",
        .module = "impact",
        .since = "1.0",
        .summary = "what a service plan should think of and no task mentions",
        .why = "Before a service plan is finished its team asks whether training needs, actions that come out of "
               "equality assessments, consultation and work with partners are all in it, and whether the later "
               "years have tasks at all. One finding a plan names what no task mentions; there may be good reasons, "
               "so it is only worth a thought. It is asked of three-year plans, and of plans without a template "
               "that name priorities.",
        .advice = "Add what is missing, or be ready to say why there is none",
        .bad = "plan:\n"
               "  title: Highways plan 2006/07 to 2008/09\n"
               "  template: three-year\n"
               "  period: 2006/07 to 2008/09\n"
               "tasks:\n"
               "  - ref: H1\n"
               "    task: Staff trained in winter driving\n"
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
                "    task: Staff trained in winter driving\n"
                "    task_officer: A. Officer\n"
                "    quarter: 4\n"
                "    outcomes: Fewer people hurt on the roads\n"
                "    support_function: yes\n"
                "  - ref: H2\n"
                "    task: Residents consulted on 20 mph zones with partners\n"
                "    task_officer: A. Officer\n"
                "    quarter: 8\n"
                "    outcomes: Fewer people hurt on the roads\n"
                "    support_function: yes\n"
                "  - ref: H3\n"
                "    task: Dropped kerbs for disabled people at 90 corners\n"
                "    task_officer: A. Officer\n"
                "    quarter: 12\n"
                "    outcomes: Fewer people hurt on the roads\n"
                "    support_function: yes\n",
        .severity = PL_INFO,
        .confidence = PL_MEDIUM,
        .prepared_size = sizeof(struct words),
        .prepare = prepare,
        .on_plan = on_plan,
};
