/* duplicate-across-plans: the same milestone in the plans of several services. */
#include <planlint/corpus.h>
#include <planlint/rule.h>

static const struct pl_option options[] = {
        {"similarity", PL_OPTION_NUMBER, "80", 60, 100, "how many percent of their words two milestones share"},
        {"places", PL_OPTION_NUMBER, "20", 1, 1000000, "how many other places a finding names"},
        {.name = NULL},
};

struct settings {
	double threshold;
	uint32_t places;
};

static enum pl_status prepare(struct pl_ctx *ctx, void *prepared)
{
	struct settings *settings = prepared;

	settings->threshold = (double)pl_option_number(ctx, 0) / 100;
	settings->places = (uint32_t)pl_option_number(ctx, 1);
	return PL_OK;
}

enum { SPECIFIC_ENOUGH = 2 };

/* "Annual report published" is in every plan: only what says what it is about can be a duplicate. */
static bool counts(const void *data, const struct pl_corpus *corpus, uint32_t milestone)
{
	const struct pl_corpus_milestone *found = &corpus->milestones[milestone];

	return found->specific >= SPECIFIC_ENOUGH && found->state != PL_STATE_CANCELLED &&
	       pl_across_runs(data, corpus, found->place.plan);
}

static bool is_same(const void *data, const struct pl_corpus *corpus, uint32_t a, uint32_t b)
{
	(void)data;
	return !pl_corpus_tells_apart(corpus, a, b) && pl_corpus_does_the_same(corpus, a, b);
}

/* A group is of interest where it holds plans of more than one series: next year's plan may well say the same, and
 * what stands twice in one plan is duplicate-milestone's. */
struct group {
	uint32_t first, members, plans;
	double least; /* of the similarities to the first */
	bool differs; /* more than one series */
};

static uint32_t series_of(const struct pl_corpus *corpus, uint32_t milestone)
{
	return corpus->plans[corpus->milestones[milestone].place.plan].series;
}

/* Members hang in a chain in their order, so the plans of a group are counted by their changes. */
static struct group look_at(const struct pl_corpus *corpus, const uint32_t *next, uint32_t first)
{
	struct group group = {.first = first, .members = 1, .plans = 1, .least = 1};
	uint32_t plan = corpus->milestones[first].place.plan;

	for (uint32_t i = next[first]; i; i = next[i]) {
		double similarity = pl_corpus_similarity(corpus, first, i);

		group.members++;
		group.plans += corpus->milestones[i].place.plan != plan;
		plan = corpus->milestones[i].place.plan;
		group.least = similarity < group.least ? similarity : group.least;
		group.differs |= series_of(corpus, i) != series_of(corpus, first);
	}
	return group;
}

static const char *say(struct pl_ctx *ctx, const struct group *group)
{
	uint32_t others = group->plans - 1;
	const char *alike =
	        group->least < 1 ? pl_print(ctx, ", in words that are %.0f%% alike or more", 100 * group->least) : "";

	return pl_print(ctx, "this milestone stands in %u other plan%s as well%s", others, others == 1 ? "" : "s",
	                alike);
}

static void report(struct pl_ctx *ctx, const struct pl_corpus *corpus, const uint32_t *next, const struct group *group)
{
	const struct settings *settings = pl_prepared(ctx);
	const struct pl_corpus_place **places = pl_alloc(ctx, group->members - 1, sizeof *places);
	size_t count = 0;

	for (uint32_t i = next[group->first]; i; i = next[i])
		places[count++] = &corpus->milestones[i].place;
	pl_report_across(ctx, &(struct pl_across){.place = &corpus->milestones[group->first].place,
	                                          .confidence = group->least == 1 ? PL_HIGH : PL_MEDIUM,
	                                          .message = say(ctx, group),
	                                          .related = places,
	                                          .related_count = count,
	                                          .related_message = "the same milestone",
	                                          .named = settings->places});
}

static void check_corpus(struct pl_ctx *ctx, const struct pl_corpus *corpus)
{
	const struct settings *settings = pl_prepared(ctx);
	const uint32_t *group = pl_corpus_group(
	        ctx, corpus,
	        &(struct pl_corpus_alike){
	                .threshold = settings->threshold, .counts = counts, .same = is_same, .data = ctx});
	uint32_t *next =
	        pl_alloc(ctx, corpus->milestone_count, sizeof *next); /* 0 ends: the first of all is nobody's next */

	for (uint32_t i = corpus->milestone_count; i-- > 0;)
		if (group[i] != i) {
			next[i] = next[group[i]];
			next[group[i]] = i;
		}
	for (uint32_t i = 0; i < corpus->milestone_count; i++)
		if (group[i] == i && next[i]) {
			struct group found = look_at(corpus, next, i);

			if (found.differs)
				report(ctx, corpus, next, &found);
		}
}

const struct pl_rule pl_rule_duplicate_across_plans = {
        .id = "duplicate-across-plans",
        .module = "duplication",
        .since = "1.0",
        .summary = "the same milestone in several plans",
        .why = "Two services that plan the same work either do it twice or wait for each other. Milestones count as the same "
               "where their words do, as in duplicate-milestone, and only where they say what they are about: a step that "
               "every plan has is no duplicate. The plan of another year (same title, same organisation) may say the same. "
               "Each group is reported once, at its first place, with the others.",
        .advice = "Agree whose it is, keep it in that plan, and name it under the links of the others",
        .bad = "plan: {title: Parks plan}\n"
               "key_actions:\n"
               "  - title: Safer play areas\n"
               "    milestones:\n"
               "      - text: Lighting in Abbey Park and on the riverside path repaired\n"
               "---\n"
               "plan: {title: Highways plan}\n"
               "key_actions:\n"
               "  - title: Lit streets\n"
               "    milestones:\n"
               "      - text: Repair lighting on the riverside path and in Abbey Park\n",
        .good = "plan: {title: Parks plan}\n"
                "key_actions:\n"
                "  - title: Safer play areas\n"
                "    milestones:\n"
                "      - text: Lighting in Abbey Park repaired\n"
                "---\n"
                "plan: {title: Highways plan}\n"
                "key_actions:\n"
                "  - title: Lit streets\n"
                "    milestones:\n"
                "      - text: Repair lighting on the riverside path\n",
        .severity = PL_INFO,
        .confidence = PL_MEDIUM,
        .off = true,
        .sweep = true,
        .options = options,
        .prepared_size = sizeof(struct settings),
        .prepare = prepare,
        .on_corpus = check_corpus,
};
