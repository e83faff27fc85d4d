/* missing-outcome: a key action that does not say what it is for. */
#include <planlint/rule.h>

#include <string.h>
#include <strings.h>

#define REPEATS 0.8 /* of the words the same, numbers counted twice: nothing was added but grammar */

/* Words that fill the field and say nothing. "tbc" is placeholder's. */
static bool says_nothing(struct pl_str text)
{
	static const char *const words[] = {"n/a",   "na",       "none",      "nil",           "-", "--", "none given",
	                                    "ditto", "as above", "see above", "not applicable"};
	enum { LONGEST = sizeof "not applicable" - 1 };
	while (text.len > 0 && text.ptr[text.len - 1] == '.')
		text.len--;
	for (size_t i = 0; text.len <= LONGEST && i < sizeof words / sizeof *words; i++) {
		if (strlen(words[i]) == text.len && strncasecmp(words[i], text.ptr, text.len) == 0)
			return true;
	}
	return false;
}

/* Does the outcome, which begins words as `starts` says, say what `other` says, or less? */
static bool repeats(struct pl_ctx *ctx, const struct pl_text *outcome, const struct pl_starts *starts,
                    const struct pl_text *other)
{
	if (!other)
		return false;
	struct pl_starts others = pl_starts_of(other->value);
	if (!pl_starts_may_repeat(starts, &others))
		return false;
	struct pl_shared shared = pl_shared_content(ctx, outcome, other);
	uint32_t content = pl_read_words(ctx, outcome)->content_count;
	return (content > 0 && shared.stems + shared.numbers >= content) || shared.similarity >= REPEATS;
}

static void report_repeat(struct pl_ctx *ctx, const struct pl_action *action, const struct pl_item *other,
                          const char *what)
{
	struct pl_place place = {.item = other, .message = pl_print(ctx, "the %s", what)};
	pl_report(ctx, &(struct pl_report){
	                       .item = &action->item,
	                       .part = {.text = action->expected_outcome},
	                       .message = pl_print(ctx, "the expected outcome only repeats the %s", what),
	                       .related = &place,
	                       .related_count = 1,
	               });
}

static void check_outcome(struct pl_ctx *ctx, const struct pl_action *action)
{
	const struct pl_text *outcome = action->expected_outcome;
	if (says_nothing(outcome->value)) {
		pl_report(ctx, &(struct pl_report){
		                       .item = &action->item,
		                       .part = {.text = outcome},
		                       .message = pl_print(ctx, "\"%.*s\" is no expected outcome",
		                                           (int)outcome->value.len, outcome->value.ptr),
		               });
		return;
	}
	struct pl_starts starts = pl_starts_of(outcome->value);
	if (repeats(ctx, outcome, &starts, action->item.title)) {
		report_repeat(ctx, action, &action->item, "title");
		return;
	}
	for (size_t i = 0; i < action->milestone_count; i++) {
		const struct pl_milestone *milestone = action->milestones[i];
		/* a single step may well be named in a fuller outcome, but not the other way round */
		if (!milestone->is_action && repeats(ctx, outcome, &starts, milestone->item.title)) {
			report_repeat(ctx, action, &milestone->item, pl_terms(ctx)->milestone);
			return;
		}
	}
}

static bool has_outcomes_below(const struct pl_action *action)
{
	for (size_t i = 0; i < action->milestone_count; i++) {
		if (!action->milestones[i]->outcome)
			return false;
	}
	return action->milestone_count > 0;
}

static bool gives_outcomes(const struct pl_plan *plan)
{
	for (size_t i = 0; i < plan->action_count; i++) {
		if (plan->actions[i]->expected_outcome)
			return true;
	}
	return false;
}

static void check_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	bool asked_for = pl_terms(ctx)->has_outcomes;
	if (!asked_for && !gives_outcomes(plan))
		return;
	for (size_t i = 0; i < plan->action_count; i++) {
		const struct pl_action *action = plan->actions[i];
		if (action->expected_outcome)
			check_outcome(ctx, action);
		else if (!(action->item.given & PL_FIELD_OUTCOME) && (asked_for || !has_outcomes_below(action)))
			pl_report(ctx, &(struct pl_report){
			                       .item = &action->item,
			                       .message = pl_print(ctx, "this %s gives no expected outcome",
			                                           pl_terms(ctx)->action),
			               });
		pl_rest(ctx);
	}
}

const struct pl_rule pl_rule_missing_outcome = {
        .id = "missing-outcome",
        .module = "outcome",
        .since = "1.0",
        .summary = "no expected outcome, or one that only repeats the title or a milestone",
        .why = "Why are you doing this work: what need does it meet, and who will be better off? Without an answer "
               "nobody can judge whether the milestones are the right ones, and an outcome in the words of the title "
               "is no answer. Looked for where the template asks for outcomes, or where another part of the plan "
               "gives one; then outcomes given with every milestone will do as well.",
        .advice = "Say what will be different for whom when it is done, with a number if there is one",
        .bad = "plan: {title: Youth plan, period: 2010/11}\n"
               "key_actions:\n"
               "  - title: Open a youth cafe in the old station\n"
               "    expected_outcome: Youth cafe opened in the old station\n"
               "    milestones: [{text: Lease of the station signed, due: Q1}]\n",
        .good = "plan: {title: Youth plan, period: 2010/11}\n"
                "key_actions:\n"
                "  - title: Open a youth cafe in the old station\n"
                "    expected_outcome: A third fewer complaints about noise in the square at night\n"
                "    milestones: [{text: Lease of the station signed, due: Q1}]\n",
        .severity = PL_WARNING,
        .confidence = PL_HIGH,
        .on_plan = check_plan,
};
