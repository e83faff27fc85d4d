/* The same key action twice in one plan. */
#include <planlint/rule.h>

/* Titles are short: one word more or less is another key action, a different order or form is not. */
static const double SAME = 0.8;

enum {
	SPECIFIC_ENOUGH = 2,
	ORDERED = 3 /* content words, below which their order counts */
};

/* What is compared, by index of key action. A key action that stands for its own milestone is compared among those. */
struct look {
	const struct pl_text **texts;
	uint32_t *keys; /* titles with different keys are different, whatever they share; 0 for most */
	uint32_t *next; /* the next of the same group; 0 ends: the first of all is nobody's next */
};

/* "Home care" and "Care homes" differ in their order alone, "Timings" and "Timings" in what they stand under. */
static uint32_t key_of(struct pl_ctx *ctx, const struct pl_item *item)
{
	const struct pl_reading *reading = pl_read_words(ctx, item->title);
	uint32_t key = 0;

	if (reading->content_count < ORDERED)
		for (uint32_t i = 0; i < reading->word_count; i++)
			key = key * 31 + reading->words[i].stem + 1;
	if (item->parent && !pl_is_specific(ctx, item->title, SPECIFIC_ENOUGH))
		key = key * 31 + item->parent->span.begin + 1;
	return key;
}

static struct look look_at(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	struct look look = {
	        .texts = pl_alloc(ctx, plan->action_count, sizeof *look.texts),
	        .keys = pl_alloc(ctx, plan->action_count, sizeof *look.keys),
	};

	for (size_t i = 0; i < plan->action_count; i++) {
		const struct pl_action *action = plan->actions[i];

		if (!action->item.title || pl_action_is_leaf(action))
			continue;
		look.texts[i] = action->item.title;
		look.keys[i] = key_of(ctx, &action->item);
	}
	return look;
}

static bool is_same(struct pl_ctx *ctx, void *data, uint32_t a, uint32_t b, double similarity)
{
	const struct look *look = data;

	(void)similarity;
	return look->keys[a] == look->keys[b] && !pl_tells_apart(ctx, look->texts[a], look->texts[b]) &&
	       pl_does_the_same(ctx, look->texts[a], look->texts[b]);
}

static void report(struct pl_ctx *ctx, const struct pl_plan *plan, const struct look *look, uint32_t first,
                   struct pl_place *others)
{
	const char *term = pl_terms(ctx)->action, *times;
	const struct pl_item *item = &plan->actions[first]->item;
	size_t count = 0;
	double least = 1;

	for (uint32_t i = look->next[first]; i; i = look->next[i]) {
		double share = pl_similarity(ctx, look->texts[first], look->texts[i]);

		least = share < least ? share : least;
		others[count++] = (struct pl_place){
		        .item = &plan->actions[i]->item,
		        .message = pl_print(ctx, "the same %s, %.0f%% alike", term, 100 * share),
		};
	}
	times = count == 1 ? "twice" : pl_print(ctx, "%zu times", count + 1);
	pl_report(
	        ctx,
	        &(struct pl_report){
	                .item = item,
	                .confidence = least == 1 ? PL_HIGH : PL_MEDIUM,
	                .related = others,
	                .related_count = count,
	                .message = least == 1
	                                   ? pl_print(ctx, "this %s stands in the plan %s", term, times)
	                                   : pl_print(ctx,
	                                              "this %s stands in the plan %s, in titles that are %.0f%% alike",
	                                              term, times, 100 * least),
	        });
}

static void on_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	struct look look = look_at(ctx, plan);
	uint32_t count = (uint32_t)plan->action_count;
	struct pl_place *others = pl_alloc(ctx, count, sizeof *others);
	uint32_t *last = pl_alloc(ctx, count, sizeof *last);
	const uint32_t *group = pl_group_alike(ctx, &(struct pl_alike){.texts = look.texts,
	                                                               .keys = look.keys,
	                                                               .count = count,
	                                                               .threshold = SAME,
	                                                               .same = is_same,
	                                                               .data = &look});

	look.next = pl_alloc(ctx, count, sizeof *look.next);
	for (uint32_t i = 0; i < count; i++) {
		if (group[i] != i)
			look.next[last[group[i]]] = i;
		last[group[i]] = i;
	}
	for (uint32_t i = 0; i < count; i++)
		if (group[i] == i && look.next[i])
			report(ctx, plan, &look, i, others);
}

const struct pl_rule pl_rule_duplicate_action = {
        .id = "duplicate-action",
        .module = "duplication",
        .since = "1.0",
        .summary = "the same key action twice",
        .why = "Two key actions that say the same split the work, its milestones and its reports over two places, "
               "and each officer may wait for the other. Titles are compared by their words, whatever their order "
               "and form, with names and numbers counted twice; one finding names all that belong together. Of two "
               "or fewer words the order counts as well, and titles that name no thing of their own (Timings, "
               "Training) count only under the same heading.",
        .advice = "Merge them under one lead officer, or say in each title what sets it apart",
        .bad = "plan:\n"
               "  title: Winter plan 2014/15\n"
               "key_actions:\n"
               "  - ref: KA1\n"
               "    title: Keep the main roads open in snow\n"
               "    deadline: 2015-03-31\n"
               "    milestones:\n"
               "      - {id: M1, text: 9 gritters serviced, due: 2014-10-31}\n"
               "  - ref: KA4\n"
               "    title: In snow, keep main roads open\n"
               "    deadline: 2015-03-31\n"
               "    milestones:\n"
               "      - {id: M1, text: 400 tonnes of salt stored, due: 2014-10-31}\n",
        .good = "plan:\n"
                "  title: Winter plan 2014/15\n"
                "key_actions:\n"
                "  - ref: KA1\n"
                "    title: Keep the main roads open in snow\n"
                "    deadline: 2015-03-31\n"
                "    milestones:\n"
                "      - {id: M1, text: 9 gritters serviced, due: 2014-10-31}\n"
                "  - ref: KA4\n"
                "    title: Keep the footpaths to schools open in snow\n"
                "    deadline: 2015-03-31\n"
                "    milestones:\n"
                "      - {id: M1, text: 400 tonnes of salt stored, due: 2014-10-31}\n",
        .severity = PL_WARNING,
        .confidence = PL_MEDIUM,
        .on_plan = on_plan,
};
