/* Last period's milestone set again with another date, and nothing said about it. */
#include <planlint/rule.h>

static bool only_date_moved(struct pl_ctx *ctx, const struct pl_milestone *was, const struct pl_milestone *is)
{
	pl_day then = pl_due_day(&was->due), now = pl_due_day(&is->due);

	return then != PL_NO_DAY && now != PL_NO_DAY && then != now &&
	       pl_reads_same(ctx, was->item.title, is->item.title);
}

static void report(struct pl_ctx *ctx, const struct pl_milestone *was, const struct pl_milestone *is)
{
	struct pl_tracked tracked = pl_tracked_milestone(is);
	struct pl_place place = {
	        .item = pl_tracked_milestone(was).item,
	        .part.text = was->due.text,
	        .message = "last period's deadline",
	};

	pl_report(ctx, &(struct pl_report){
	                       .item = tracked.item,
	                       .part.text = is->due.text,
	                       .related = &place,
	                       .related_count = 1,
	                       .message = pl_print(ctx,
	                                           "last period's %s again, only its date moved from %s to %s, and "
	                                           "not declared as carried forward",
	                                           pl_item_term(tracked.item), pl_print_due(ctx, &was->due),
	                                           pl_print_due(ctx, &is->due)),
	               });
}

static void on_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	const struct pl_plan *previous = pl_previous(ctx, plan);
	const struct pl_heirs *heirs;

	if (!previous)
		return;
	heirs = pl_heirs(ctx, plan);
	for (size_t i = 0; i < previous->milestone_count; i++) {
		const struct pl_milestone *was = previous->milestones[i], *is = heirs[i].milestone;

		/* one that was met and is set again is a new round, not a rollover */
		if (pl_milestone_fate(was, &heirs[i]) == PL_FATE_SET_AGAIN && only_date_moved(ctx, was, is))
			report(ctx, was, is);
	}
}

const struct pl_rule pl_rule_date_only_rollover = {
        .id = "date-only-rollover",
        .module = "carry_forward",
        .since = "1.0",
        .summary = "last period's milestone again with only its date moved, not declared as carried forward",
        .why = "Setting last period's milestone again with a new date hides that it was not met. The guidance wants "
               "it declared as carried forward, with the reason and how far it got. The two are matched by their "
               "words, dates aside; a milestone that last period's plan or this plan's achievements record as "
               "completed is a new round and is left alone.",
        .advice = "Declare it with carried_forward and say why it was not met, or set the next step instead",
        .bad = "plan:\n"
               "  title: Canal plan 2010/11\n"
               "  period: 2010/11\n"
               "key_actions:\n"
               "  - ref: KA1\n"
               "    title: Bring boats back to the canal\n"
               "    milestones:\n"
               "      - id: M2\n"
               "        text: Top lock gates replaced\n"
               "        due: 2010-12-31\n"
               "        status: in progress\n"
               "---\n"
               "plan:\n"
               "  title: Canal plan 2011/12\n"
               "  period: 2011/12\n"
               "  previous: Canal plan 2010/11\n"
               "key_actions:\n"
               "  - ref: KA1\n"
               "    title: Bring boats back to the canal\n"
               "    milestones:\n"
               "      - id: M1\n"
               "        text: Top lock gates replaced\n"
               "        due: 2011-12-31\n",
        .good = "plan:\n"
                "  title: Canal plan 2010/11\n"
                "  period: 2010/11\n"
                "key_actions:\n"
                "  - ref: KA1\n"
                "    title: Bring boats back to the canal\n"
                "    milestones:\n"
                "      - id: M2\n"
                "        text: Top lock gates replaced\n"
                "        due: 2010-12-31\n"
                "        status: in progress\n"
                "---\n"
                "plan:\n"
                "  title: Canal plan 2011/12\n"
                "  period: 2011/12\n"
                "  previous: Canal plan 2010/11\n"
                "key_actions:\n"
                "  - ref: KA1\n"
                "    title: Bring boats back to the canal\n"
                "    milestones:\n"
                "      - id: M1\n"
                "        text: Top lock gates replaced\n"
                "        due: 2011-12-31\n"
                "        carried_forward:\n"
                "          from: M2\n"
                "          explanation: The oak was delivered in March\n",
        .severity = PL_WARNING,
        .confidence = PL_HIGH,
        .on_plan = on_plan,
};
