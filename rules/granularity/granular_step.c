/* granular-step: a part step that a later milestone of the same key action already implies. */
#include <planlint/rule.h>

static bool is_later(const struct pl_milestone *a, const struct pl_milestone *b)
{
	pl_day first = a->due.days.last, second = b->due.days.last;

	if (first != PL_NO_DAY && second != PL_NO_DAY && first != second)
		return second > first;
	return b->item.ordinal > a->item.ordinal;
}

static void report(struct pl_ctx *ctx, const struct pl_milestone *milestone, const struct pl_step *step,
                   const struct pl_milestone *later)
{
	struct pl_place place = {
	        .item = &later->item, .part = {.text = later->item.title}, .message = "this implies it"};

	pl_report_words(
	        ctx, &milestone->item, step->reading, step->clause,
	        &(struct pl_report){.message = pl_print(ctx, "this is a step on the way to %s, which says enough",
	                                                pl_print_item(ctx, &later->item)),
	                            .confidence = PL_MEDIUM,
	                            .related = &place,
	                            .related_count = 1});
}

/* No key action has that many milestones by intent: the time stays that of their number. */
enum { LOOK_AHEAD = 400 };

static bool may_be_step(const struct pl_step *step)
{
	return step->clause && (step->stage < PL_STEP_FINAL || step->share || pl_step_is_written(step));
}

/* The milestone that makes the i-th one unnecessary: the first of those around it that is due later and implies it. */
static const struct pl_milestone *find_implying(const struct pl_action *action, const struct pl_step *steps, size_t i)
{
	size_t from = i > LOOK_AHEAD ? i - LOOK_AHEAD : 0;
	size_t to = action->milestone_count - i > LOOK_AHEAD ? i + LOOK_AHEAD : action->milestone_count;

	for (size_t k = from; k < to; k++)
		if (k != i && is_later(action->milestones[i], action->milestones[k]) &&
		    pl_step_implies(&steps[k], &steps[i]))
			return action->milestones[k];
	return NULL;
}

static void check_action(struct pl_ctx *ctx, const struct pl_action *action)
{
	struct pl_step *steps = pl_alloc(ctx, action->milestone_count, sizeof *steps);

	for (size_t i = 0; i < action->milestone_count; i++)
		if (action->milestones[i]->item.title)
			steps[i] = pl_step_of(ctx, action->milestones[i]->item.title);
	for (size_t i = 0; i < action->milestone_count; i++) {
		const struct pl_milestone *later = may_be_step(&steps[i]) ? find_implying(action, steps, i) : NULL;

		if (later)
			report(ctx, action->milestones[i], &steps[i], later);
	}
}

const struct pl_rule pl_rule_granular_step = {
        .id = "granular-step",
        .module = "granularity",
        .since = "1.0",
        .summary = "a part step that a later milestone of the same key action implies",
        .why = "Breaking work down finely helps to plan a week, not to report on a year. Where one quarter says that drafting "
               "begins and the next that the draft is complete, the second is enough. Steps that produce something of their own "
               "(a consultation held, funding secured, a contract let) are left alone.",
        .advice = "Leave this one out and keep the later one",
        .bad = "plan: {title: Housing plan}\n"
               "key_actions:\n"
               "  - title: Fewer empty homes\n"
               "    milestones:\n"
               "      - {text: Begin to draft empty homes strategy, due: 2010-06-30}\n"
               "      - {text: Complete empty homes strategy, due: 2010-09-30}\n",
        .good = "plan: {title: Housing plan}\n"
                "key_actions:\n"
                "  - title: Fewer empty homes\n"
                "    milestones:\n"
                "      - {text: Lottery funding for 40 repairs secured, due: 2010-06-30}\n"
                "      - {text: 40 homes repaired, due: 2010-12-31}\n",
        .severity = PL_WARNING,
        .confidence = PL_MEDIUM,
        .on_action = check_action,
};
