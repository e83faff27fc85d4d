/* duplicate-milestone: the same milestone twice in a plan. */
#include <planlint/rule.h>

static void report_group(struct pl_ctx *ctx, const struct pl_plan *plan, const uint32_t *next, uint32_t first,
                         uint32_t members)
{
	struct pl_place *places = pl_alloc(ctx, members - 1, sizeof *places);
	uint32_t found = 0;
	double least = 1;
	bool across = false;
	const char *term = pl_terms(ctx)->milestone;
	const char *said = pl_print(ctx, "the same %s", term);

	for (uint32_t i = next[first]; i; i = next[i]) {
		double similarity =
		        pl_similarity(ctx, plan->milestones[first]->item.title, plan->milestones[i]->item.title);

		least = similarity < least ? similarity : least;
		across |= plan->milestones[i]->action != plan->milestones[first]->action;
		places[found++] = (struct pl_place){.item = &plan->milestones[i]->item,
		                                    .part = {.text = plan->milestones[i]->item.title},
		                                    .message = said};
	}
	pl_report(
	        ctx,
	        &(struct pl_report){
	                .item = &plan->milestones[first]->item,
	                .part = {.text = plan->milestones[first]->item.title},
	                .confidence = least == 1 ? PL_HIGH : PL_MEDIUM,
	                .message =
	                        least == 1
	                                ? pl_print(ctx, "this %s stands %u times in the plan", term, members)
	                                : pl_print(
	                                          ctx,
	                                          "this %s stands %u times in the plan, in words that are %.0f%% alike",
	                                          term, members, 100 * least),
	                .advice = across ? "Keep it in one place and name it under the links of the others"
	                                 : "Keep one of them, or write how they differ",
	                .related = places,
	                .related_count = found,
	        });
}

/* Reports each group once, at its first member. Members hang in a chain, so that the time is that of the output. */
static void report_groups(struct pl_ctx *ctx, const struct pl_plan *plan, const uint32_t *group)
{
	uint32_t count = (uint32_t)plan->milestone_count;
	uint32_t *next = pl_alloc(ctx, count, sizeof *next); /* 0 ends: the first of all is nobody's next */
	uint32_t *members = pl_alloc(ctx, count, sizeof *members);

	for (uint32_t i = count; i-- > 0;) {
		uint32_t first = group[i];

		members[first]++;
		if (i != first) {
			next[i] = next[first];
			next[first] = i;
		}
	}
	for (uint32_t i = 0; i < count; i++)
		if (members[i] > 1)
			report_group(ctx, plan, next, i, members[i]);
}

static void check_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	if (plan->milestone_count > 1)
		report_groups(ctx, plan, pl_same_milestones(ctx));
}

const struct pl_rule pl_rule_duplicate_milestone = {
        .id = "duplicate-milestone",
        .module = "duplication",
        .since = "1.0",
        .summary = "the same milestone twice in a plan",
        .why = "A milestone that stands under two key actions is counted twice when it is met and twice when it is missed. The "
               "guidance asks for it once, and for a note under the links of the other key action. Texts count as the same when "
               "only word order, inflection, words of completion or dates differ; another number, name, year or stage makes "
               "another milestone. A text that only names a step (\"consultation completed\") belongs to its own key action.",
        .advice = "Keep it in one place and name it under the links of the others",
        .bad = "plan: {title: Housing plan}\n"
               "key_actions:\n"
               "  - title: Fewer empty homes\n"
               "    milestones:\n"
               "      - text: Advice line for owners of empty homes opened\n"
               "  - title: Help for landlords\n"
               "    milestones:\n"
               "      - text: Open advice line for empty home owners\n",
        .good = "plan: {title: Housing plan}\n"
                "key_actions:\n"
                "  - title: Fewer empty homes\n"
                "    milestones:\n"
                "      - text: Advice line for owners in Northgate opened\n"
                "  - title: Help for landlords\n"
                "    milestones:\n"
                "      - text: Advice line for owners in Eastfield opened\n",
        .severity = PL_WARNING,
        .confidence = PL_MEDIUM,
        .on_plan = check_plan,
};
