/* almost-complete: a milestone that was all but reached when it was set. */
#include <planlint/rule.h>

static const struct pl_option options[] = {
        {"percentage", PL_OPTION_NUMBER, "75", 1, 100,
         "from which percentage on a milestone counts as almost complete"},
        {.name = NULL},
};

static enum pl_status prepare(struct pl_ctx *ctx, void *prepared)
{
	*(long *)prepared = pl_option_number(ctx, 0);
	return PL_OK;
}

static bool is_reached(struct pl_ctx *ctx, const struct pl_progress *progress)
{
	const long *limit = pl_prepared(ctx);
	return progress->state == PL_STATE_COMPLETED || progress->percent >= (float)*limit;
}

static const char *describe(struct pl_ctx *ctx, const struct pl_progress *progress)
{
	if (progress->percent >= 0 && progress->percent < 100)
		return pl_print(ctx, "already %g%% complete", (double)progress->percent);
	return "already complete";
}

static struct pl_part record_of(const struct pl_progress *progress)
{
	return (struct pl_part){.text = progress->percent_text ? progress->percent_text : progress->status};
}

static void report_carried(struct pl_ctx *ctx, const struct pl_milestone *milestone,
                           const struct pl_achievement *source)
{
	struct pl_place place = {.item = &source->item, .part = record_of(&source->progress), .message = "last period"};
	pl_report(ctx,
	          &(struct pl_report){
	                  .item = &milestone->item,
	                  .part = {.text = milestone->carried ? milestone->carried->from : NULL},
	                  .message = pl_print(ctx, "%s when it was carried forward", describe(ctx, &source->progress)),
	                  .related = &place,
	                  .related_count = 1,
	          });
}

/* An achievement says that it is carried forward, or the milestone says from which. */
static void check_action(struct pl_ctx *ctx, const struct pl_action *action)
{
	for (size_t i = 0; i < action->achievement_count; i++) {
		const struct pl_achievement *achievement = &action->achievements[i];
		if (achievement->carried.said != PL_YES || !is_reached(ctx, &achievement->progress))
			continue;
		const struct pl_milestone *heir = pl_achievement_heir(ctx, achievement);
		if (heir && !(heir->carried && heir->carried->source))
			report_carried(ctx, heir, achievement);
	}
}

static bool has_record(const struct pl_progress *progress)
{
	return progress->state != PL_STATE_ABSENT || progress->percent >= 0;
}

static void check_milestone(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	const struct pl_plan *plan = pl_ctx_plan(ctx);
	if (milestone->carried && milestone->carried->source &&
	    is_reached(ctx, &milestone->carried->source->progress)) {
		report_carried(ctx, milestone, milestone->carried->source);
		return;
	}
	if (!has_record(milestone->progress))
		return;
	if (plan->set_on == PL_NO_DAY) {
		if (!pl_plan_is_reviewed(plan))
			pl_not_checked(ctx, "progress was not looked at as it stood when the milestones were set",
			               "the plan gives no set_on");
		return;
	}
	/* the record describes a later day, when progress is what one hopes for */
	if ((plan->as_at != PL_NO_DAY && plan->as_at > plan->set_on) || !is_reached(ctx, milestone->progress))
		return;
	pl_report(ctx, &(struct pl_report){
	                       .item = &milestone->item,
	                       .part = record_of(milestone->progress),
	                       .message = pl_print(ctx, "%s on the day the %s was set, %s",
	                                           describe(ctx, milestone->progress), pl_terms(ctx)->milestone,
	                                           pl_print_day(ctx, plan->set_on)),
	               });
}

const struct pl_rule pl_rule_almost_complete = {
        .id = "almost-complete",
        .module = "timescale",
        .since = "1.0",
        .summary = "complete or nearly so on the day it was set",
        .why = "A milestone is there to be reached in the coming period. One that is nearly done when it is written "
               "down will turn green by itself and says nothing about the period. Progress is taken as it stood on "
               "set_on (where as_at is not later), or as last period's achievements left a milestone that is carried "
               "forward.",
        .advice = "Count it among last period's achievements, and set what is to be reached next",
        .bad = "plan: {title: Benefits plan, period: 2010/11, set_on: 2010-03-01}\n"
               "key_actions:\n"
               "  - title: Pay benefits faster\n"
               "    milestones:\n"
               "      - {text: New claims paid within 20 days, due: Q1, percent_complete: 90}\n",
        .good = "plan: {title: Benefits plan, period: 2010/11, set_on: 2010-03-01}\n"
                "key_actions:\n"
                "  - title: Pay benefits faster\n"
                "    milestones:\n"
                "      - {text: New claims paid within 20 days, due: Q3, percent_complete: 20}\n",
        .severity = PL_WARNING,
        .confidence = PL_HIGH,
        .options = options,
        .prepared_size = sizeof(long),
        .prepare = prepare,
        .on_milestone = check_milestone,
        .on_action = check_action,
};
