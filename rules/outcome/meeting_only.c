/* meeting-only: the substance is that people meet. */
#include <planlint/rule.h>

/* Does the verb say what comes of it? */
static bool is_hard(uint64_t kinds, bool group)
{
	uint64_t soft = PL_KIND(EFFORT) | PL_KIND(THINK) | PL_KIND(TALK) | PL_KIND(STUDYING);

	if (group && (kinds & PL_KIND(DEED)) && !(kinds & soft))
		return true; /* what a group is set up to do is what it will deliver */
	return (kinds & PL_KIND(DECIDE)) || ((kinds & (PL_KIND(IMPLEMENT) | PL_KIND(APPROVE))) && !(kinds & soft));
}

/* "What they plan to do": talked about, not done. */
static bool is_question(const struct pl_reading *reading, const struct pl_clause *clause)
{
	static const char *const asking[] = {"what", "how", "why", "whether", "who", NULL};

	return pl_word_is_any(reading, clause->begin, asking);
}

/* Something else that the text would leave behind. */
static bool brings_more(const struct pl_reading *reading)
{
	bool group = reading->kinds & PL_KIND(GROUP);
	for (uint32_t i = 0; i < reading->clause_count; i++) {
		const struct pl_clause *clause = &reading->clauses[i];

		if (clause->role == PL_ROLE_MAIN &&
		    (clause->yield == PL_YIELD_RESULT || clause->yield == PL_YIELD_DOCUMENT ||
		     clause->yield == PL_YIELD_STEP))
			return true;
		/* "workshop to agree the criteria", "meeting at which the rota is settled" */
		if (clause->role != PL_ROLE_MAIN && clause->verb != PL_NO_WORD && !is_question(reading, clause) &&
		    is_hard(reading->words[clause->verb].kinds, group))
			return true;
		if (clause->role == PL_ROLE_PURPOSE && clause->yield == PL_YIELD_RESULT && reading->quantities)
			return true;
	}
	return false;
}

static const char *message(struct pl_ctx *ctx, const struct pl_reading *reading, const struct pl_clause *clause)
{
	const char *word = pl_print_decided(ctx, reading, clause, PL_KIND(EVENT) | PL_KIND(GROUP));

	if (clause->decided[0] != PL_NO_WORD && (reading->words[clause->decided[0]].kinds & PL_KIND(GROUP)) &&
	    !(reading->words[clause->decided[0]].kinds & PL_KIND(BODY)))
		return pl_print(ctx, "this says that there is a group (\"%s\"), not what it will deliver", word);
	return pl_print(ctx, "this says that people meet (\"%s\"), not what they will decide or produce", word);
}

/* In the key action's own words, where it has a milestone below it. */
static const char *advice(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	if (milestone->is_action)
		return NULL;
	return pl_print(
	        ctx,
	        "Write what will have been decided or produced towards %s by then; name the meeting in passing or leave it out",
	        pl_print_item(ctx, &milestone->action->item));
}

static void check_milestone(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	const struct pl_reading *reading;
	const struct pl_clause *clause;

	if (!milestone->item.title)
		return;
	reading = pl_read(ctx, milestone->item.title);
	clause = pl_main_with(reading, PL_YIELD_MEETING);
	if (!clause || brings_more(reading))
		return;
	pl_report_words(ctx, &milestone->item, reading, clause,
	                &(struct pl_report){.message = message(ctx, reading, clause),
	                                    .advice = advice(ctx, milestone),
	                                    .confidence = clause->sure ? PL_HIGH : PL_MEDIUM});
}

const struct pl_rule pl_rule_meeting_only = {
        .id = "meeting-only",
        .module = "outcome",
        .since = "1.0",
        .summary = "a meeting takes place, and nothing says what it decides or produces",
        .why = "A meeting can be held and change nothing. The guidance asks whether it is the meeting that matters, "
               "or what comes out of it. Setting up a group says no more, unless the text names what the group will "
               "deliver. A session that is itself the service (training for staff, a fair for residents) is left "
               "alone.",
        .advice =
                "Write what will have been decided, agreed or produced by then, and drop the meeting or name it in passing",
        .bad = "plan: {title: Housing plan}\n"
               "key_actions:\n"
               "  - title: Fewer empty homes\n"
               "    milestones:\n"
               "      - text: Quarterly meetings of the Empty Homes Group\n",
        .good = "plan: {title: Housing plan}\n"
                "key_actions:\n"
                "  - title: Fewer empty homes\n"
                "    milestones:\n"
                "      - text: 12 grants paid to owners of empty homes\n",
        .severity = PL_WARNING,
        .confidence = PL_MEDIUM,
        .on_milestone = check_milestone,
};
