/* Targets, outcome or resources that still speak of last period. */
#include <planlint/rule.h>

enum { DATES = 8 };

/* Last period: as its plan gives it, else whatever lies before this plan's. */
static struct pl_days last_period(const struct pl_plan *plan)
{
	struct pl_days days = plan->previous_plan->period;

	if (days.last == PL_NO_DAY && plan->period.first != PL_NO_DAY)
		days = (struct pl_days){plan->period.first - 366, plan->period.first - 1};
	return days;
}

static bool within(struct pl_days days, pl_day day)
{
	return day != PL_NO_DAY && day >= days.first && day <= days.last;
}

/* A date of last period in the text; what lies before it is history, a baseline for example. */
static bool dated(const struct pl_plan *plan, const struct pl_text *text, struct pl_part *out)
{
	struct pl_dated dates[DATES];
	size_t count = pl_plan_dates(plan, text, dates, DATES);

	for (size_t i = 0; i < count; i++) {
		*out = (struct pl_part){.text = text, .begin = dates[i].begin, .end = dates[i].end};
		if (within(last_period(plan), dates[i].days.last))
			return true;
	}
	return false;
}

/* One section of this plan beside the same one of last period's. */
struct section {
	const char *name;
	const struct pl_item *item, *was_item;
	const struct pl_text *text, *was;
	const struct pl_due *by; /* of a target; else NULL */
};

static void compare(struct pl_ctx *ctx, const struct section *section)
{
	const struct pl_plan *plan = section->item->plan;
	struct pl_place place = {.item = section->was_item, .part.text = section->was, .message = "last period's plan"};
	struct pl_part date;

	if (!section->text || !section->was || !pl_word_for_word(section->text->value, section->was->value))
		return;
	if (!dated(plan, section->text, &date)) {
		if (!section->by || !within(last_period(plan), pl_due_day(section->by)))
			return;
		date = (struct pl_part){.text = section->by->text};
	}
	pl_report(ctx, &(struct pl_report){
	                       .item = section->item,
	                       .part.text = section->text,
	                       .evidence = &date,
	                       .evidence_count = date.text != NULL,
	                       .related = &place,
	                       .related_count = 1,
	                       .message = pl_print(ctx,
	                                           "the %s taken over word for word from last period's plan, with "
	                                           "last period's date",
	                                           section->name),
	               });
}

static void compare_action(struct pl_ctx *ctx, const struct pl_action *action, const struct pl_action *was)
{
	const struct pl_item *item = &action->item, *old = &was->item;

	compare(ctx, &(struct section){"expected outcome is", item, old, action->expected_outcome,
	                               was->expected_outcome, NULL});
	compare(ctx, &(struct section){"resources are", item, old, action->resources, was->resources, NULL});
	for (size_t i = 0; i < action->target_count; i++)
		for (size_t j = 0; j < was->target_count; j++)
			compare(ctx, &(struct section){"SMART target is", &action->targets[i].item,
			                               &was->targets[j].item, action->targets[i].item.title,
			                               was->targets[j].item.title, &action->targets[i].by});
}

static void on_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	const struct pl_plan *previous = pl_previous(ctx, plan);

	if (previous && last_period(plan).last == PL_NO_DAY) {
		pl_not_checked(ctx, "sections were not searched for last period's dates",
		               "neither plan gives its period");
		return;
	}
	for (size_t i = 0; previous && i < previous->action_count; i++) {
		const struct pl_action *action = pl_action_match(ctx, plan, previous->actions[i]);

		if (action)
			compare_action(ctx, action, previous->actions[i]);
	}
}

const struct pl_rule pl_rule_unreviewed_section = {
        .id = "unreviewed-section",
        .module = "carry_forward",
        .since = "1.0",
        .summary = "targets, outcome or resources taken over word for word with last period's dates",
        .why = "SMART targets, expected outcome and resources are carried into the new plan to be reviewed, not to be "
               "left as they are. What still stands there word for word and speaks of a date in last period was not "
               "looked at. Words that have no date may well still hold, and a year before last period is a baseline: "
               "neither is reported.",
        .advice = "Review it for the new period: bring figures and dates up to date, or take out what is over",
        .bad = "plan:\n"
               "  title: Woodland plan 2010/11\n"
               "  period: 2010/11\n"
               "key_actions:\n"
               "  - ref: KA1\n"
               "    title: Open woods to the public\n"
               "    expected_outcome: 5000 more visits to woods by March 2011\n"
               "---\n"
               "plan:\n"
               "  title: Woodland plan 2011/12\n"
               "  period: 2011/12\n"
               "  previous: Woodland plan 2010/11\n"
               "key_actions:\n"
               "  - ref: KA1\n"
               "    title: Open woods to the public\n"
               "    expected_outcome: 5000 more visits to woods by March 2011\n",
        .good = "plan:\n"
                "  title: Woodland plan 2010/11\n"
                "  period: 2010/11\n"
                "key_actions:\n"
                "  - ref: KA1\n"
                "    title: Open woods to the public\n"
                "    expected_outcome: 5000 more visits to woods by March 2011\n"
                "---\n"
                "plan:\n"
                "  title: Woodland plan 2011/12\n"
                "  period: 2011/12\n"
                "  previous: Woodland plan 2010/11\n"
                "key_actions:\n"
                "  - ref: KA1\n"
                "    title: Open woods to the public\n"
                "    expected_outcome: 8000 more visits to woods by March 2012\n",
        .severity = PL_WARNING,
        .confidence = PL_HIGH,
        .on_plan = on_plan,
};
