/* imprecise-deadline: a deadline that names a time of year, or wraps a date in words, instead of giving the date. */
#include <planlint/rule.h>

/* The date inside "In place by March 2014", which is all that the deadline needs to say. */
static bool find_date(struct pl_ctx *ctx, const struct pl_due *due, struct pl_dated *date)
{
	if (pl_plan_dates(pl_ctx_plan(ctx), due->text, date, 1) == 0)
		return false;
	return date->kind != PL_DUE_RANGE && date->days.last == due->days.last &&
	       date->end - date->begin < due->text->value.len;
}

static void check(struct pl_ctx *ctx, const struct pl_item *item, const struct pl_due *due)
{
	if (due->kind != PL_DUE_RANGE || !due->text)
		return;
	struct pl_str words = due->text->value;
	const char *quoted = pl_print_quoted(ctx, due->text);
	struct pl_report report = {.item = item, .part = {.text = due->text}};
	struct pl_dated date;
	pl_day day = pl_due_day(due);
	if (day == PL_NO_DAY) {
		report.message = pl_print(ctx, "%s names no year, and the plan gives no period to place it in", quoted);
		report.advice = "Write the year with it, or give the plan its period";
	} else if (find_date(ctx, due, &date) && pl_date_role(due->text, &date) == PL_DATE_START) {
		report.message = pl_print(ctx, "%s says when it starts, not by when it will be done", quoted);
		report.advice = "Give the date by which it will be done, or the date of its next result";
	} else if (find_date(ctx, due, &date)) {
		report.message = pl_print(ctx, "%s wraps the deadline in words: it was read as %s", quoted,
		                          pl_print_day(ctx, day));
		report.advice = pl_print(ctx, "Give the date alone, \"%.*s\", and the rest in the text or a comment",
		                         (int)(date.end - date.begin), words.ptr + date.begin);
	} else {
		report.message =
		        pl_print(ctx, "%s is not an exact deadline: it was read as %s", quoted, pl_print_day(ctx, day));
		report.advice =
		        pl_print(ctx, "Give %s, or the day, month or quarter that is meant", pl_print_day(ctx, day));
	}
	pl_report(ctx, &report);
}

static void check_milestone(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	check(ctx, &milestone->item, &milestone->due);
}

static void check_action(struct pl_ctx *ctx, const struct pl_action *action)
{
	if (!pl_action_is_leaf(action))
		check(ctx, &action->item, &action->deadline);
}

const struct pl_rule pl_rule_imprecise_deadline = {
        .id = "imprecise-deadline",
        .module = "timescale",
        .since = "1.0",
        .summary = "a season, \"early\", \"by 2028\", a month without a year or a date inside other words",
        .why = "Two people read \"early summer\" as two different days, and each is sure the milestone is late or is "
               "not. A day, a month with its year, a quarter or a financial year each have one last day. What is "
               "reported was read as the latest day it can mean, and all other rules go by that day.",
        .advice = "Give the latest day, month or quarter that it can mean",
        .bad = "plan: {title: Leisure plan, period: 2010/11}\n"
               "key_actions:\n"
               "  - title: Get more people swimming\n"
               "    milestones:\n"
               "      - {text: Learner pool reopened after repairs, due: Autumn 2010}\n",
        .good = "plan: {title: Leisure plan, period: 2010/11}\n"
                "key_actions:\n"
                "  - title: Get more people swimming\n"
                "    milestones:\n"
                "      - {text: Learner pool reopened after repairs, due: November 2010}\n",
        .severity = PL_WARNING,
        .confidence = PL_HIGH,
        .on_milestone = check_milestone,
        .on_action = check_action,
};
