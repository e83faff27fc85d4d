/* compound-milestone: two results that could be met apart, joined in one item. */
#include <planlint/rule.h>

/* Steps on the way to one result: "developed and agreed", "designed and built", "reviewed and updated". */
static bool is_same_result(const struct pl_reading *reading, const struct pl_clause *a, const struct pl_clause *b)
{
	return a->object == b->object || a->object == PL_NO_WORD || b->object == PL_NO_WORD ||
	       reading->words[a->object].stem == reading->words[b->object].stem;
}

/* Something that would be reached, not how it is gone about. */
static bool is_result(const struct pl_clause *clause)
{
	return clause->role == PL_ROLE_MAIN && clause->verb != PL_NO_WORD;
}

static const struct pl_clause *second_result(const struct pl_reading *reading, const struct pl_clause **first)
{
	*first = NULL;
	for (uint32_t i = 0; i < reading->clause_count; i++) {
		const struct pl_clause *clause = &reading->clauses[i];

		if (!is_result(clause))
			continue;
		if (!*first)
			*first = clause;
		else if (!is_same_result(reading, *first, clause))
			return clause;
	}
	return NULL;
}

static void check_milestone(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	const struct pl_reading *reading;
	const struct pl_clause *first, *second;

	if (!milestone->item.title)
		return;
	reading = pl_read(ctx, milestone->item.title);
	second = second_result(reading, &first);
	if (!second)
		return;
	pl_report_words(ctx, &milestone->item, reading, second,
	                &(struct pl_report){.message = "This is a second result: one could be met and the other missed",
	                                    .confidence = PL_MEDIUM});
}

const struct pl_rule pl_rule_compound_milestone = {
        .id = "compound-milestone",
        .module = "outcome",
        .since = "1.0",
        .summary = "two separately achievable results in one item",
        .why = "When one of two results is met and the other is not, nobody can say whether the milestone is. Steps of one "
               "result (designed and built, drafted and agreed) and lists of places or partners are one result.",
        .advice = "Write two milestones, each with its own deadline and lead officer",
        .bad = "plan: {title: Housing plan}\n"
               "key_actions:\n"
               "  - title: Fewer empty homes\n"
               "    milestones:\n"
               "      - text: Advice line for owners opened and 40 grants paid\n",
        .good = "plan: {title: Housing plan}\n"
                "key_actions:\n"
                "  - title: Fewer empty homes\n"
                "    milestones:\n"
                "      - text: Grant scheme designed and agreed\n",
        .severity = PL_INFO,
        .confidence = PL_MEDIUM,
        .on_milestone = check_milestone,
};
