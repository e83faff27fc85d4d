/* bunched-deadlines: most of the plan falls due in the last month of its period. */
#include <planlint/rule.h>

static const struct pl_option options[] = {
        {"milestones", PL_OPTION_NUMBER, "8", 1, 1000000, "smallest number of milestones at which a plan is looked at"},
        {"percentage", PL_OPTION_NUMBER, "50", 1, 99, "reported where more than this share is due in the last month"},
        {.name = NULL},
};

struct limits {
	size_t milestones, percentage;
};

static enum pl_status prepare(struct pl_ctx *ctx, void *prepared)
{
	*(struct limits *)prepared =
	        (struct limits){(size_t)pl_option_number(ctx, 0), (size_t)pl_option_number(ctx, 1)};
	return PL_OK;
}

/* A month before the day after the period: the 1st where the period ends with a month, as nearly all do. */
static pl_day last_month(const struct pl_days *period) { return pl_day_add_months(period->last + 1, -1); }

static void check_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	const struct limits *limits = pl_prepared(ctx);
	size_t total = plan->milestone_count, bunched = 0;
	pl_day first;
	if (total < limits->milestones)
		return;
	if (plan->period.last == PL_NO_DAY) {
		pl_not_checked(ctx, "whether deadlines pile up at the end of the period was not looked at",
		               "the plan gives no period");
		return;
	}
	first = last_month(&plan->period);
	for (size_t i = 0; i < total; i++) {
		pl_day day = pl_due_day(&plan->milestones[i]->due);
		bunched += day != PL_NO_DAY && day >= first && day <= plan->period.last;
	}
	if (bunched * 100 <= total * limits->percentage)
		return;
	pl_report(ctx,
	          &(struct pl_report){
	                  .item = &plan->item,
	                  .message = pl_print(ctx, "%zu of the %zu %s are due in the last month of the period, from %s",
	                                      bunched, total, pl_terms(ctx)->milestones, pl_print_day(ctx, first)),
	          });
}

const struct pl_rule pl_rule_bunched_deadlines = {
        .id = "bunched-deadlines",
        .module = "timescale",
        .since = "1.0",
        .summary = "over half of a plan is due in the last month of its period",
        .why = "When most milestones share the last day of the year, that day is often a default and no estimate: "
               "progress can't be seen before it is too late, and the same people have everything to finish at once. "
               "Counted over all milestones of a plan that has at least eight; a quarter or year counts with its last "
               "day.",
        .advice = "Give each the date by which it can be done, and spread the work over the period",
        .bad = "plan: {title: Waterways plan, period: 2010/11}\n"
               "key_actions:\n"
               "  - title: Reopen the canal\n"
               "    milestones:\n"
               "      - {text: Lock 1 repaired, due: 2010-09-30}\n"
               "      - {text: Lock 2 repaired, due: 2010-12-31}\n"
               "      - {text: Lock 3 repaired, due: 2011-02-28}\n"
               "      - {text: Towpath resurfaced, due: 2011-03-31}\n"
               "      - {text: 12 moorings let, due: 2011-03-31}\n"
               "      - {text: Footbridge painted, due: 2011-03-31}\n"
               "      - {text: Boat trips from the basin running, due: March 2011}\n"
               "      - {text: 3 km of reed bed planted, due: Q4}\n",
        .good = "plan: {title: Waterways plan, period: 2010/11}\n"
                "key_actions:\n"
                "  - title: Reopen the canal\n"
                "    milestones:\n"
                "      - {text: Lock 1 repaired, due: 2010-09-30}\n"
                "      - {text: Lock 2 repaired, due: 2010-12-31}\n"
                "      - {text: Lock 3 repaired, due: 2011-02-28}\n"
                "      - {text: Towpath resurfaced, due: 2010-10-31}\n"
                "      - {text: 12 moorings let, due: 2011-03-31}\n"
                "      - {text: Footbridge painted, due: 2010-08-31}\n"
                "      - {text: Boat trips from the basin running, due: March 2011}\n"
                "      - {text: 3 km of reed bed planted, due: Q4}\n",
        .severity = PL_INFO,
        .confidence = PL_HIGH,
        .options = options,
        .prepared_size = sizeof(struct limits),
        .prepare = prepare,
        .on_plan = check_plan,
};
