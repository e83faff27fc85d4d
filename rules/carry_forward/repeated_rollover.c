/* A milestone that was carried forward or set again twice or more along a chain of plans. */
#include <planlint/rule.h>

/* How far back it is looked, and how alike reworded texts must be to be one. */
enum { PERIODS = 20 };
static const double NEAR = 0.75;

enum { TIMES };

static const struct pl_option options[] = {
        [TIMES] = {.name = "times",
                   .type = PL_OPTION_NUMBER,
                   .fallback = "2",
                   .minimum = 1,
                   .maximum = PERIODS - 1,
                   .summary = "how often a milestone must have been carried forward or set again"},
        {.name = NULL},
};

struct prepared {
	size_t times;
};

static enum pl_status prepare(struct pl_ctx *ctx, void *prepared)
{
	((struct prepared *)prepared)->times = (size_t)pl_option_number(ctx, TIMES);
	return PL_OK;
}

/* The same milestone one period earlier, by the index of the later one. */
struct step {
	const struct pl_milestone *was;
	bool sure; /* declared, or in the same words */
};

/* "Next meeting" is over when the next plan is written. */
static bool is_next(const struct pl_due *due)
{
	static const char next[] = "next ";
	size_t length = sizeof next - 1;

	if (due->kind != PL_DUE_OPEN || !due->text || due->text->value.len <= length)
		return false;
	for (size_t i = 0; i < length; i++)
		if ((due->text->value.ptr[i] | 0x20) != next[i])
			return false;
	return true;
}

/* What stands again with the same deadline was not due yet, and what had none was never late: only a deadline that
 * moved tells of a rollover where nobody says so. */
static bool rolled_over(struct pl_ctx *ctx, const struct pl_milestone *was, const struct pl_milestone *is, bool *sure)
{
	pl_day then = pl_due_day(&was->due), now = pl_due_day(&is->due);
	const struct pl_text *before = pl_tracked_milestone(was).item->title,
	                     *after = pl_tracked_milestone(is).item->title;

	bool moved = then != PL_NO_DAY && now != PL_NO_DAY && now > then;

	if (!before || !after || !(moved || is_next(&was->due)))
		return false;
	*sure = moved && pl_reads_same(ctx, before, after);
	return *sure || pl_reads_same(ctx, before, after) || pl_similarity(ctx, before, after) >= NEAR;
}

static struct step *steps_between(struct pl_ctx *ctx, const struct pl_plan *was, const struct pl_plan *is)
{
	const struct pl_heirs *heirs = pl_heirs_between(ctx, was, is);
	struct step *steps = pl_alloc(ctx, is->milestone_count, sizeof *steps);

	for (size_t i = 0; i < was->milestone_count; i++) {
		const struct pl_milestone *heir = heirs[i].milestone;
		enum pl_fate fate = heir ? pl_milestone_fate(was->milestones[i], &heirs[i]) : PL_FATE_NONE;
		bool sure = true;

		if (!heir || steps[heir->index].was)
			continue;
		if (fate == PL_FATE_CARRIED ||
		    (fate == PL_FATE_SET_AGAIN && rolled_over(ctx, was->milestones[i], heir, &sure)))
			steps[heir->index] = (struct step){was->milestones[i], sure};
	}
	return steps;
}

/* "2010/11"; where a plan gives no period its title, else its file. */
static const char *name_of(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	if (plan->period_text)
		return pl_print(ctx, "%.*s", PL_TEXT_ARG(plan->period_text));
	return plan->item.title ? pl_print_quoted(ctx, plan->item.title) : plan->path;
}

/* Its places in the plans before, the latest first. */
struct history {
	struct pl_place places[PERIODS];
	size_t count;
	const struct pl_milestone *first;
	bool sure;
};

static struct history trace(struct pl_ctx *ctx, struct step *const *steps, size_t periods,
                            const struct pl_milestone *milestone)
{
	struct history history = {.sure = true};

	for (size_t i = 0; i + 1 < periods; i++) {
		const struct step *step = &steps[i][milestone->index];

		if (!step->was)
			break;
		milestone = history.first = step->was;
		history.sure &= step->sure;
		history.places[history.count++] =
		        (struct pl_place){.item = pl_tracked_milestone(milestone).item,
		                          .message = pl_print(ctx, "in %s, due %s", name_of(ctx, milestone->item.plan),
		                                              pl_print_due(ctx, &milestone->due))};
	}
	return history;
}

static void report(struct pl_ctx *ctx, const struct pl_milestone *milestone, const struct history *history)
{
	const struct pl_item *item = pl_tracked_milestone(milestone).item;
	const char *times = history->count == 1   ? "once"
	                    : history->count == 2 ? "twice"
	                                          : pl_print(ctx, "%zu times", history->count);

	pl_report(ctx, &(struct pl_report){
	                       .item = item,
	                       .confidence = history->sure ? PL_HIGH : PL_MEDIUM,
	                       .message = pl_print(ctx, "this %s has been carried forward or set again %s since %s",
	                                           pl_item_term(item), times, name_of(ctx, history->first->item.plan)),
	                       .related = history->places,
	                       .related_count = history->count,
	               });
}

static void on_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	const struct prepared *prepared = pl_prepared(ctx);
	const struct pl_plan *plans[PERIODS];
	struct step *steps[PERIODS];
	size_t periods;

	if (!pl_previous(ctx, plan))
		return;
	periods = pl_chain(ctx, plan, plans, PERIODS);
	if (periods <= prepared->times)
		return;
	for (size_t i = 0; i + 1 < periods; i++)
		steps[i] = steps_between(ctx, plans[i + 1], plans[i]);
	for (size_t i = 0; i < plan->milestone_count; i++) {
		struct history history;

		if (pl_progress_over(plan->milestones[i]->progress))
			continue; /* at last */
		history = trace(ctx, steps, periods, plan->milestones[i]);
		if (history.first && history.count >= prepared->times)
			report(ctx, plan->milestones[i], &history);
	}
}

#define PLAN(year, previous, due, more)                                                                                \
	"plan:\n"                                                                                                      \
	"  title: Ferry plan " year "\n"                                                                               \
	"  period: " year "\n" previous "key_actions:\n"                                                               \
	"  - ref: KA1\n"                                                                                               \
	"    title: Bring the ferry back\n"                                                                            \
	"    milestones:\n"                                                                                            \
	"      - id: M1\n"                                                                                             \
	"        text: Landing stage rebuilt in oak\n"                                                                 \
	"        due: " due "\n" more

const struct pl_rule pl_rule_repeated_rollover = {
        .id = "repeated-rollover",
        .module = "carry_forward",
        .since = "1.0",
        .summary = "a milestone carried forward or set again twice or more along a chain of plans",
        .why = "What is carried forward again and again is no milestone of any of those periods: it needs another step, "
               "another owner, or a decision to drop it. Plans are followed from period to period, by what they name as "
               "previous or, with --previous, by organisation and title. A milestone counts as carried where the later "
               "plan says so, or where it stands again in nearly the same words with a later deadline.",
        .advice = "Say what stands in the way and set the next step that can be done, or drop it and say why",
        .bad = PLAN("2009/10", "", "2010-03-31",
                    "") "---\n" PLAN("2010/11", "  previous: Ferry plan 2009/10\n", "2011-03-31",
                                     "") "---\n" PLAN("2011/12", "  previous: Ferry plan 2010/11\n", "2012-03-31", ""),
        .good = PLAN("2009/10", "", "2010-03-31", "") "---\n" PLAN(
                "2010/11", "  previous: Ferry plan 2009/10\n", "2011-03-31",
                "        status: completed\n") "---\n" PLAN("2011/12", "  previous: Ferry plan 2010/11\n", "2012-03-31",
                                                            ""),
        .severity = PL_WARNING,
        .confidence = PL_HIGH,
        .off = true,
        .sweep = true,
        .options = options,
        .prepared_size = sizeof(struct prepared),
        .prepare = prepare,
        .on_plan = on_plan,
};
