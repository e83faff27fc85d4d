/* officer-overload: one officer with more due in one month than anybody can finish. */
#include <planlint/rule.h>

#include <stdlib.h>
#include <strings.h>

static const struct pl_option options[] = {
        {"milestones", PL_OPTION_NUMBER, "6", 1, 1000000, "how many milestones one officer may have due in one month"},
        {.name = NULL},
};

static enum pl_status prepare(struct pl_ctx *ctx, void *prepared)
{
	*(size_t *)prepared = (size_t)pl_option_number(ctx, 0);
	return PL_OK;
}

struct load {
	const struct pl_text *officer;
	int32_t month;
	const struct pl_milestone *milestone;
};

static int compare_officers(struct pl_str a, struct pl_str b)
{
	size_t shorter = a.len < b.len ? a.len : b.len;
	int order = strncasecmp(a.ptr, b.ptr, shorter);
	return order ? order : (a.len > b.len) - (a.len < b.len);
}

static int compare_groups(const struct load *a, const struct load *b)
{
	if (a->month != b->month)
		return a->month < b->month ? -1 : 1;
	return compare_officers(a->officer->value, b->officer->value);
}

static int compare(const void *left, const void *right)
{
	const struct load *a = left, *b = right;
	int order = compare_groups(a, b);
	return order ? order
	             : (a->milestone->index > b->milestone->index) - (a->milestone->index < b->milestone->index);
}

/* Everything with a day and somebody who answers for it; nobody works on what is cancelled. */
static size_t collect(const struct pl_plan *plan, struct load *loads)
{
	size_t count = 0;
	for (size_t i = 0; i < plan->milestone_count; i++) {
		const struct pl_milestone *milestone = plan->milestones[i];
		const struct pl_text *officer = pl_milestone_officer(milestone);
		pl_day day = pl_due_day(&milestone->due);
		if (!officer || day == PL_NO_DAY || milestone->progress->state == PL_STATE_CANCELLED)
			continue;
		loads[count++] = (struct load){officer, pl_day_month(day), milestone};
	}
	return count;
}

static void report(struct pl_ctx *ctx, const struct load *loads, size_t count)
{
	struct pl_place *others = pl_alloc(ctx, count - 1, sizeof *others);
	struct pl_str officer = loads->officer->value;
	for (size_t i = 1; i < count; i++)
		others[i - 1] =
		        (struct pl_place){.item = &loads[i].milestone->item, .message = "due in the same month"};
	pl_report(ctx, &(struct pl_report){
	                       .item = &loads->milestone->item,
	                       .part = {.text = loads->officer},
	                       .message = pl_print(ctx, "%.*s has %zu %s due in %s", (int)officer.len, officer.ptr,
	                                           count, pl_terms(ctx)->milestones,
	                                           pl_print_month(ctx, pl_due_day(&loads->milestone->due))),
	                       .related = others,
	                       .related_count = count - 1,
	               });
}

static void check_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	const size_t *limit = pl_prepared(ctx);
	struct load *loads = pl_alloc(ctx, plan->milestone_count, sizeof *loads);
	size_t count = collect(plan, loads), end;
	if (count > 0)
		qsort(loads, count, sizeof *loads, compare);
	for (size_t begin = 0; begin < count; begin = end) {
		for (end = begin + 1; end < count && compare_groups(&loads[begin], &loads[end]) == 0; end++)
			;
		if (end - begin > *limit)
			report(ctx, loads + begin, end - begin);
	}
}

const struct pl_rule pl_rule_officer_overload = {
        .id = "officer-overload",
        .module = "timescale",
        .since = "1.0",
        .summary = "one officer with very many milestones due in one month",
        .why = "Each milestone may be realistic and all of them together not. Counted by the officer named with the "
               "milestone, else with its key action, under the name as it is written, and by the month of the last "
               "day; cancelled ones don't count. One finding an officer and month stands on the first and lists the "
               "others.",
        .advice = "Spread the dates, or share the work among more officers",
        .bad = "plan: {title: Markets plan, period: 2010/11}\n"
               "key_actions:\n"
               "  - title: Busier street markets\n"
               "    lead_officer: T. Brown\n"
               "    milestones:\n"
               "      - {text: 10 stalls let in North Street, due: 2010-09-30}\n"
               "      - {text: 12 stalls let in South Street, due: 2010-09-30}\n"
               "      - {text: 14 stalls let in Mill Lane, due: 2010-09-15}\n"
               "      - {text: Electricity laid to the square, due: 2010-09-10}\n"
               "      - {text: Farmers' market held monthly from the square, due: 2010-09-20}\n"
               "      - {text: Parking for traders marked out, due: September 2010}\n"
               "      - {text: Rents collected by direct debit from 80% of traders, due: Q2}\n",
        .good = "plan: {title: Markets plan, period: 2010/11}\n"
                "key_actions:\n"
                "  - title: Busier street markets\n"
                "    lead_officer: T. Brown\n"
                "    milestones:\n"
                "      - {text: 10 stalls let in North Street, due: 2010-09-30}\n"
                "      - {text: 12 stalls let in South Street, due: 2010-09-30}\n"
                "      - {text: 14 stalls let in Mill Lane, due: 2010-09-15}\n"
                "      - {text: Electricity laid to the square, due: 2010-06-10}\n"
                "      - {text: Farmers' market held monthly from the square, due: 2010-11-20}\n"
                "      - {text: Parking for traders marked out, due: September 2010}\n"
                "      - {text: Rents collected by direct debit from 80% of traders, due: Q2}\n",
        .severity = PL_INFO,
        .confidence = PL_HIGH,
        .options = options,
        .prepared_size = sizeof(size_t),
        .prepare = prepare,
        .on_plan = check_plan,
};
