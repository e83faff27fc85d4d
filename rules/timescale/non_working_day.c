/* non-working-day: a deadline on a weekend or a holiday. */
#include <planlint/rule.h>

static const struct pl_option options[] = {
        {"holidays", PL_OPTION_LIST, "", 0, 0, "days on which nobody works, as 2026-12-25"},
        {.name = NULL},
};

struct holidays {
	const pl_day *days;
	size_t count;
};

/* The digits of [from, to) as a number; -1 for anything else. */
static int number(struct pl_str text, size_t from, size_t to)
{
	int value = 0;
	for (size_t i = from; i < to; i++) {
		if (text.ptr[i] < '0' || text.ptr[i] > '9')
			return -1;
		value = value * 10 + (text.ptr[i] - '0');
	}
	return value;
}

static pl_day parse(struct pl_str text)
{
	if (text.len != 10 || text.ptr[4] != '-' || text.ptr[7] != '-')
		return PL_NO_DAY;
	int year = number(text, 0, 4), month = number(text, 5, 7), day = number(text, 8, 10);
	return year < 0 || month < 0 || day < 0 ? PL_NO_DAY : pl_day_from_civil(year, month, day);
}

static enum pl_status prepare(struct pl_ctx *ctx, void *prepared)
{
	size_t count = pl_option_count(ctx, 0);
	pl_day *days = pl_alloc(ctx, count, sizeof *days);
	*(struct holidays *)prepared = (struct holidays){days, count};
	for (size_t i = 0; i < count; i++) {
		struct pl_str entry = pl_option_entry(ctx, 0, i);
		days[i] = parse(entry);
		if (days[i] == PL_NO_DAY)
			return pl_refuse(ctx, pl_print(ctx, "holidays: \"%.*s\" is no day such as 2026-12-25",
			                               (int)entry.len, entry.ptr));
	}
	return PL_OK;
}

/* "a Sunday", "a holiday"; NULL for a working day. */
static const char *rest_day(struct pl_ctx *ctx, pl_day day)
{
	const struct holidays *holidays = pl_prepared(ctx);
	int weekday = pl_day_weekday(day);
	if (weekday >= 5)
		return weekday == 5 ? "a Saturday" : "a Sunday";
	for (size_t i = 0; i < holidays->count; i++) {
		if (holidays->days[i] == day)
			return "a holiday";
	}
	return NULL;
}

static void check_milestone(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	/* the last day of a month or quarter is nobody's choice */
	const char *what = milestone->due.kind == PL_DUE_DAY ? rest_day(ctx, milestone->due.days.last) : NULL;
	if (!what)
		return;
	pl_report(ctx,
	          &(struct pl_report){
	                  .item = &milestone->item,
	                  .part = {.text = milestone->due.text},
	                  .message = pl_print(ctx, "due %s, which is %s", pl_print_due(ctx, &milestone->due), what),
	          });
}

const struct pl_rule pl_rule_non_working_day = {
        .id = "non-working-day",
        .module = "timescale",
        .since = "1.0",
        .summary = "a deadline on a weekend or a holiday",
        .why = "Nobody hands anything over on a Sunday, so the real deadline is the Friday before or the Monday "
               "after, and people differ on which. Only deadlines that name a day are looked at, not the last day of "
               "a month or quarter. Off unless selected, since many plans put the last day of the month as a matter "
               "of form.",
        .advice = "Name the working day before or after it",
        .bad = "plan: {title: Elections plan, period: 2010/11}\n"
               "key_actions:\n"
               "  - title: More polling stations with a ramp\n"
               "    milestones:\n"
               "      - {text: 14 ramps in place, due: 2010-10-31}\n",
        .good = "plan: {title: Elections plan, period: 2010/11}\n"
                "key_actions:\n"
                "  - title: More polling stations with a ramp\n"
                "    milestones:\n"
                "      - {text: 14 ramps in place, due: 2010-10-29}\n",
        .severity = PL_INFO,
        .confidence = PL_HIGH,
        .off = true,
        .options = options,
        .prepared_size = sizeof(struct holidays),
        .prepare = prepare,
        .on_milestone = check_milestone,
};
