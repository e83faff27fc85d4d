/* duplicate-milestone: the same milestone twice in a plan. */
#include <planlint/rule.h>

static const double NEAR = 0.75;
static const double NEAR_WITH_NUMBER = 0.5; /* where both count the same … */
static const double MOSTLY = 0.8;           /* … and the shorter is nearly all in the longer */

enum { SPECIFIC_ENOUGH = 2 };

struct look {
	const struct pl_milestone **milestones;
	const struct pl_text **texts;
	uint32_t *keys; /* 0: says what it is about wherever it stands; else 1 + the key action's index */
	uint32_t count;
};

static bool is_same(struct pl_ctx *ctx, void *data, uint32_t a, uint32_t b, double similarity)
{
	const struct look *look = data;

	if (similarity < NEAR && (!pl_shared_content(ctx, look->texts[a], look->texts[b]).numbers ||
	                          pl_containment(ctx, look->texts[a], look->texts[b]) < MOSTLY))
		return false;
	if (look->keys[a] != look->keys[b] && look->milestones[a]->action != look->milestones[b]->action &&
	    (look->keys[a] || look->keys[b]))
		return false; /* one of them only says which step of its own key action it is */
	return !pl_tells_apart(ctx, look->texts[a], look->texts[b]) &&
	       pl_does_the_same(ctx, look->texts[a], look->texts[b]);
}

static void report_group(struct pl_ctx *ctx, const struct look *look, const uint32_t *next, uint32_t first,
                         uint32_t members)
{
	struct pl_place *places = pl_alloc(ctx, members - 1, sizeof *places);
	uint32_t found = 0;
	double least = 1;
	bool across = false;
	const char *term = pl_terms(ctx)->milestone;
	const char *said = pl_print(ctx, "the same %s", term);

	for (uint32_t i = next[first]; i; i = next[i]) {
		double similarity = pl_similarity(ctx, look->texts[first], look->texts[i]);

		least = similarity < least ? similarity : least;
		across |= look->milestones[i]->action != look->milestones[first]->action;
		places[found++] = (struct pl_place){
		        .item = &look->milestones[i]->item, .part = {.text = look->texts[i]}, .message = said};
	}
	pl_report(
	        ctx,
	        &(struct pl_report){
	                .item = &look->milestones[first]->item,
	                .part = {.text = look->texts[first]},
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
static void report_groups(struct pl_ctx *ctx, const struct look *look, const uint32_t *group)
{
	uint32_t *next = pl_alloc(ctx, look->count, sizeof *next); /* 0 ends: the first of all is nobody's next */
	uint32_t *members = pl_alloc(ctx, look->count, sizeof *members);

	for (uint32_t i = look->count; i-- > 0;) {
		uint32_t first = group[i];

		members[first]++;
		if (i != first) {
			next[i] = next[first];
			next[first] = i;
		}
	}
	for (uint32_t i = 0; i < look->count; i++)
		if (members[i] > 1)
			report_group(ctx, look, next, i, members[i]);
}

static void check_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	struct look look = {.count = (uint32_t)plan->milestone_count};
	const uint32_t *group;

	if (look.count < 2)
		return;
	look.milestones = pl_alloc(ctx, look.count, sizeof *look.milestones);
	look.texts = pl_alloc(ctx, look.count, sizeof *look.texts);
	look.keys = pl_alloc(ctx, look.count, sizeof *look.keys);
	for (uint32_t i = 0; i < look.count; i++) {
		look.milestones[i] = plan->milestones[i];
		look.texts[i] = plan->milestones[i]->item.title;
		if (look.texts[i] && !pl_is_specific(ctx, look.texts[i], SPECIFIC_ENOUGH))
			look.keys[i] = plan->milestones[i]->action->index + 1;
		pl_rest(ctx);
	}
	group = pl_group_alike(ctx, &(struct pl_alike){.texts = look.texts,
	                                               .keys = look.keys,
	                                               .count = look.count,
	                                               .threshold = NEAR_WITH_NUMBER,
	                                               .same = is_same,
	                                               .data = &look});
	report_groups(ctx, &look, group);
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
