/* deadline-after-target: a milestone due after the date of the SMART target it feeds. */
#include <planlint/rule.h>

/* The day by which the target is to be met: as given, else the last date in its text ("… by March 2011"). */
static pl_day target_day(struct pl_ctx *ctx, const struct pl_target *target, struct pl_part *part)
{
	pl_day day = pl_due_day(&target->by);
	*part = (struct pl_part){.text = target->by.text};
	if (target->by.kind != PL_DUE_ABSENT || !target->item.title)
		return day;
	const struct pl_reading *reading = pl_read_words(ctx, target->item.title);
	for (uint32_t i = 0; i < reading->date_count; i++) {
		const struct pl_dated *date = &reading->dates[i];
		enum pl_date_role role = pl_date_role(target->item.title, date);
		/* "15% down on 2008/09", "the May 2009 survey", "from April": not when it is to be met */
		if (date->days.last == PL_NO_DAY || (day != PL_NO_DAY && date->days.last <= day) ||
		    (role != PL_DATE_PROMISE && role != PL_DATE_PLAIN))
			continue;
		day = date->days.last;
		*part = (struct pl_part){target->item.title, date->begin, date->end};
	}
	return day;
}

static void check_milestone(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	pl_day day = pl_due_day(&milestone->due);
	for (size_t i = 0; day != PL_NO_DAY && i < milestone->feeds.count; i++) {
		const struct pl_item *fed = milestone->feeds.items[i].item;
		if (!fed || fed->kind != PL_ITEM_TARGET)
			continue;
		struct pl_place place = {.item = fed, .message = "the target"};
		pl_day limit = target_day(ctx, (const struct pl_target *)fed, &place.part);
		if (limit == PL_NO_DAY || day <= limit)
			continue;
		pl_report(ctx, &(struct pl_report){
		                       .item = &milestone->item,
		                       .part = {.text = milestone->due.text},
		                       .message = pl_print(
		                               ctx, "due %s, after the target it feeds, %s, which is to be met by %s",
		                               pl_print_due(ctx, &milestone->due), pl_print_item(ctx, fed),
		                               pl_print_day(ctx, limit)),
		                       .related = &place,
		                       .related_count = 1,
		               });
	}
}

const struct pl_rule pl_rule_deadline_after_target = {
        .id = "deadline-after-target",
        .module = "timescale",
        .since = "1.0",
        .summary = "due after the date of the SMART target it feeds",
        .why = "Milestones feed the SMART targets, so what comes after a target's date can't have helped to meet it. "
               "The date is the one given with the target, else the last one in its text; the last day of a month or "
               "quarter counts, and the same day is fine.",
        .advice = "Bring the date forward, or link it to a target that it can still help to meet",
        .bad = "plan: {title: Jobs plan, period: 2010/11}\n"
               "key_actions:\n"
               "  - title: Work for young people\n"
               "    smart_targets: [{id: T1, text: 60 apprentices taken on, by: 2010-12-31}]\n"
               "    milestones:\n"
               "      - {text: 25 firms signed up, due: January 2011, feeds: [T1]}\n",
        .good = "plan: {title: Jobs plan, period: 2010/11}\n"
                "key_actions:\n"
                "  - title: Work for young people\n"
                "    smart_targets: [{id: T1, text: 60 apprentices taken on, by: 2010-12-31}]\n"
                "    milestones:\n"
                "      - {text: 25 firms signed up, due: September 2010, feeds: [T1]}\n",
        .severity = PL_WARNING,
        .confidence = PL_HIGH,
        .on_milestone = check_milestone,
};
