/* unrelated-milestone: a milestone that has nothing in common with the key action it stands in. */
#include <planlint/rule.h>

enum { SPECIFIC = 2, ENOUGH = 3, MANY = 5, NEIGHBOURS = 50 };

static bool share_word(struct pl_ctx *ctx, const struct pl_text *a, const struct pl_text *b)
{
	struct pl_shared shared = {0};

	if (a && b)
		shared = pl_shared_content(ctx, a, b);
	return shared.stems + shared.numbers > 0;
}

/* What the key action is about: its title, what it is for, and how that is measured. */
static bool meets_action(struct pl_ctx *ctx, const struct pl_action *action, const struct pl_text *text)
{
	const struct pl_item *above[] = {action->objective, action->theme};

	if (share_word(ctx, text, action->item.title) || share_word(ctx, text, action->expected_outcome))
		return true;
	for (size_t i = 0; i < action->target_count; i++)
		if (share_word(ctx, text, action->targets[i].item.title))
			return true;
	for (size_t i = 0; i < sizeof above / sizeof *above; i++)
		if (above[i] && share_word(ctx, text, above[i]->title))
			return true;
	return false;
}

static bool is_related(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	return meets_action(ctx, milestone->action, milestone->item.title) ||
	       meets_action(ctx, milestone->action, milestone->outcome);
}

/* "Foundations laid" belongs to "New library" by way of "Foundations of the library designed". */
static bool continues_another(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	const struct pl_action *action = milestone->action;
	size_t place = milestone->index - action->milestones[0]->index;
	size_t first = place > NEIGHBOURS ? place - NEIGHBOURS : 0;

	for (size_t i = first; i < action->milestone_count && i <= place + NEIGHBOURS; i++)
		if (i != place && share_word(ctx, milestone->item.title, action->milestones[i]->item.title) &&
		    is_related(ctx, action->milestones[i]))
			return true;
	return false;
}

static uint32_t content_of(struct pl_ctx *ctx, const struct pl_text *text)
{
	return text ? pl_read_words(ctx, text)->content_count : 0;
}

/* "Timings" or "Cause for concern" is a heading: with so few words nothing need have one in common. */
static bool says_enough(struct pl_ctx *ctx, const struct pl_action *action)
{
	uint32_t content = content_of(ctx, action->item.title) + content_of(ctx, action->expected_outcome);

	for (size_t i = 0; i < action->target_count && content < ENOUGH; i++)
		content += content_of(ctx, action->targets[i].item.title);
	return content >= ENOUGH;
}

/* So is "Commitments in the letter of May" over ten different things: there a word in common is the exception. */
static bool is_collection(struct pl_ctx *ctx, const struct pl_action *action)
{
	size_t related = 0, count = action->milestone_count < NEIGHBOURS ? action->milestone_count : NEIGHBOURS;

	for (size_t i = 0; i < count && related * 2 < count; i++)
		related += is_related(ctx, action->milestones[i]);
	return count > 2 && related * 2 < count;
}

/* What only says that people meet or that a body is told is asked for its content by other rules; "21 Jan Leaders"
 * can't have a word in common with anything. */
static bool is_diary_entry(const struct pl_reading *reading)
{
	return pl_main_with(reading, PL_YIELD_MEETING) || pl_main_with(reading, PL_YIELD_STEP);
}

/* May one ask at all? Whoever names a target or a step before it has said how it belongs. */
static bool is_asked(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	const struct pl_text *text = milestone->item.title;

	if (milestone->is_action || !text || !milestone->action->item.title || milestone->feeds.count ||
	    milestone->depends_on.count || is_diary_entry(pl_read(ctx, text)) || !says_enough(ctx, milestone->action))
		return false;
	/* "consultation completed" belongs to whatever it stands in, also with a day, which counts as specific twice */
	return pl_is_specific(ctx, text, SPECIFIC + 2 * pl_read_words(ctx, text)->day_count);
}

static void report(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	const struct pl_template_terms *terms = pl_terms(ctx);
	const struct pl_item *action = &milestone->action->item;
	struct pl_place place = {.item = action, .message = pl_print(ctx, "the %s", terms->action)};

	pl_report(ctx, &(struct pl_report){
	                       .item = &milestone->item,
	                       .message = pl_print(ctx, "nothing in the words of this %s shows what it adds to %s",
	                                           terms->milestone, pl_print_item(ctx, action)),
	                       .related = &place,
	                       .related_count = 1,
	               });
}

/* Where most milestones are unrelated, the titles of the plan are mere headings, and nothing is said. */
static void check_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	const struct pl_milestone **unrelated = pl_alloc(ctx, plan->milestone_count, sizeof *unrelated);
	size_t asked = 0, count = 0;

	for (size_t i = 0; i < plan->milestone_count; i++) {
		const struct pl_milestone *milestone = plan->milestones[i];

		if (!is_asked(ctx, milestone))
			continue;
		asked++;
		if (!is_related(ctx, milestone) && !continues_another(ctx, milestone))
			unrelated[count++] = milestone;
		pl_rest(ctx);
	}
	if (asked >= MANY && count * 2 > asked)
		return;
	for (size_t i = 0; i < count; i++)
		if (!is_collection(ctx, unrelated[i]->action))
			report(ctx, unrelated[i]);
}

const struct pl_rule pl_rule_unrelated_milestone = {
        .id = "unrelated-milestone",
        .module = "outcome",
        .since = "1.0",
        .summary = "a milestone whose words show no connection with its key action",
        .why = "Each milestone should make a substantial contribution to its key action, and a reader should see "
               "which. One that shares no word with the key action's title, outcome and targets, the objective and "
               "theme above it, or a milestone that does, may still belong there: it is worth a thought, no more. "
               "Steps of any piece of work (\"consultation completed\") and diary entries are left alone, and so is "
               "what names a target under feeds.",
        .advice = "Say what it contributes, name the target under feeds, or move it to the key action it belongs to",
        .bad = "plan: {title: Food plan, period: 2010/11}\n"
               "key_actions:\n"
               "  - title: Safer kitchens in takeaways\n"
               "    expected_outcome: Fewer people ill after a meal out\n"
               "    milestones:\n"
               "      - {text: 12 new desk lamps bought for the licensing office, due: Q2}\n",
        .good = "plan: {title: Food plan, period: 2010/11}\n"
                "key_actions:\n"
                "  - title: Safer kitchens in takeaways\n"
                "    expected_outcome: Fewer people ill after a meal out\n"
                "    milestones:\n"
                "      - {text: Cooks of 60 takeaways trained in hygiene, due: Q2}\n",
        .severity = PL_INFO,
        .confidence = PL_LOW,
        .on_plan = check_plan,
};
