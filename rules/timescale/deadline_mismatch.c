/* deadline-mismatch: a date in a milestone's text that is not the deadline it is given. */
#include <planlint/rule.h>

#include <string.h>

static bool overlap(struct pl_days a, struct pl_days b) { return a.first <= b.last && b.first <= a.last; }

/* A month fits any day in it, and the other way round: a text is often less exact than the deadline, or more. */
static bool agrees_as_read(const struct pl_due *due, struct pl_days days)
{
	for (uint32_t i = 0; i < due->each_count; i++) {
		if (overlap(due->each[i], days))
			return true;
	}
	return overlap(due->days, days);
}

static bool names_year(struct pl_str text, const struct pl_dated *date)
{
	uint32_t digits = 0;
	for (uint32_t i = date->begin; i < date->end && digits < 4; i++)
		digits = text.ptr[i] >= '0' && text.ptr[i] <= '9' ? digits + 1 : 0;
	return digits == 4;
}

/* "8 Dec" was put into the plan's period, and may have meant the year of the deadline all the same. */
static bool agrees(const struct pl_due *due, struct pl_str text, const struct pl_dated *date)
{
	struct pl_days days = date->days;
	if (date->kind == PL_DUE_RANGE && !names_year(text, date)) {
		int years = pl_day_civil(due->days.last).year - pl_day_civil(days.last).year;
		days.first = pl_day_add_months(days.first, 12 * years);
		days.last = pl_day_add_months(days.last, 12 * years);
	}
	return agrees_as_read(due, days);
}

/* Are the two only joined: "March - May 2010", "between 1 June and 30 July 2010"? */
static bool is_range(struct pl_str text, const struct pl_dated *first, const struct pl_dated *second)
{
	static const char *const joins[] = {"-", "\u2013", "to", "and", "until"};
	uint32_t begin = first->end, end = second->begin;
	while (begin < end && text.ptr[begin] == ' ')
		begin++;
	while (end > begin && text.ptr[end - 1] == ' ')
		end--;
	for (size_t i = 0; i < sizeof joins / sizeof *joins; i++) {
		if (strlen(joins[i]) == end - begin && memcmp(joins[i], text.ptr + begin, end - begin) == 0)
			return true;
	}
	return false;
}

/* Those of the text's dates that name a day. */
struct dates {
	const struct pl_text *text;
	const struct pl_due *due;
	const struct pl_dated *items;
	size_t count;
};

static struct dates dates_of(struct pl_ctx *ctx, const struct pl_text *text)
{
	const struct pl_reading *reading = pl_read_words(ctx, text);
	struct dates dates = {.text = text};
	struct pl_dated *items;
	if (reading->date_count == 0)
		return dates;
	items = pl_alloc(ctx, reading->date_count, sizeof *items);
	for (uint32_t i = 0; i < reading->date_count; i++) {
		if (reading->dates[i].days.last != PL_NO_DAY)
			items[dates.count++] = reading->dates[i];
	}
	dates.items = items;
	return dates;
}

static bool is_confirmed(const struct dates *dates)
{
	for (size_t i = 0; i < dates->count; i++) {
		const struct pl_dated *date = &dates->items[i];
		if (agrees(dates->due, dates->text->value, date))
			return true;
		if (i > 0 && is_range(dates->text->value, date - 1, date) &&
		    agrees_as_read(dates->due, (struct pl_days){date[-1].days.first, date->days.last}))
			return true;
	}
	/* "… and the rest by year end": beside it the others are interim steps */
	return pl_names_year_end(dates->text->value);
}

/* The date that speaks against the deadline; NULL. Where another date confirms the deadline, an earlier one is an
 * interim step, and only a later promise is a contradiction. A date in the middle of a text that nothing makes a
 * promise is about something else: the letter of May 2010, the 2009 survey. */
static const struct pl_dated *find_contradiction(const struct dates *dates)
{
	bool confirmed = is_confirmed(dates);
	const struct pl_dated *latest = NULL;
	for (size_t i = 0; i < dates->count; i++) {
		const struct pl_dated *date = &dates->items[i];
		enum pl_date_role role = pl_date_role(dates->text, date);
		bool later = date->days.first > dates->due->days.last;
		bool counts = role == PL_DATE_PROMISE ||
		              (!confirmed && (role == PL_DATE_PLAIN || (role == PL_DATE_START && later)));
		if (!counts || agrees(dates->due, dates->text->value, date) || (confirmed && !later))
			continue;
		if (!latest || date->days.last > latest->days.last)
			latest = date;
	}
	return latest;
}

static void check_milestone(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	const struct pl_text *text = milestone->item.title;
	if (!text || pl_due_day(&milestone->due) == PL_NO_DAY)
		return;
	struct dates dates = dates_of(ctx, text);
	dates.due = &milestone->due;
	const struct pl_dated *date = dates.count > 0 ? find_contradiction(&dates) : NULL;
	if (!date)
		return;
	struct pl_place deadline = {
	        .item = &milestone->item, .part = {.text = milestone->due.text}, .message = "the deadline"};
	pl_report(ctx, &(struct pl_report){
	                       .item = &milestone->item,
	                       .part = {.text = text, .begin = date->begin, .end = date->end},
	                       .message = pl_print(ctx, "the text says %.*s, the deadline %s",
	                                           (int)(date->end - date->begin), text->value.ptr + date->begin,
	                                           pl_print_due(ctx, &milestone->due)),
	                       .related = &deadline,
	                       .related_count = 1,
	               });
}

const struct pl_rule pl_rule_deadline_mismatch = {
        .id = "deadline-mismatch",
        .module = "timescale",
        .since = "1.0",
        .summary = "a date in the text that differs from the deadline",
        .why = "Readers go by the text, reports and reminders by the deadline: where the two differ, one of them is "
               "out of date and nobody knows which. A month in the text agrees with any day in it, a span of time "
               "with a deadline inside it, and beside the right date an earlier one may stand for an interim step. "
               "\"From April\" is a start, and contradicts a deadline only where it comes after it; \"by April and monthly "
               "thereafter\" promises something by April.",
        .advice = "Make the date in the text and the deadline the same, or take the date out of the text",
        .bad = "plan: {title: Waste plan, period: 2007/08}\n"
               "key_actions:\n"
               "  - title: Recycle more\n"
               "    milestones:\n"
               "      - {text: Kerbside glass collection on all rounds by July 2007, due: 30/09/07}\n",
        .good = "plan: {title: Waste plan, period: 2007/08}\n"
                "key_actions:\n"
                "  - title: Recycle more\n"
                "    milestones:\n"
                "      - {text: Kerbside glass collection on all rounds by September 2007, due: 30/09/07}\n",
        .severity = PL_WARNING,
        .confidence = PL_HIGH,
        .on_milestone = check_milestone,
};
