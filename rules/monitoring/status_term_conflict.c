/* status-term-conflict: one status word for finished work in one plan and for unfinished work in another. */
#include <planlint/corpus.h>
#include <planlint/rule.h>

#include <stdlib.h>

/* What a plan means by a word: only where it is always the same. */
struct use {
	const struct pl_corpus_status *first; /* in the plan */
	bool finished, unfinished;
};

static int by_word(const void *left, const void *right)
{
	const struct pl_corpus_status *a = *(const struct pl_corpus_status *const *)left,
	                              *b = *(const struct pl_corpus_status *const *)right;

	if (a->number != b->number)
		return a->number < b->number ? -1 : 1;
	return (a > b) - (a < b); /* in the order of plans, as they lie in the corpus */
}

static bool is_finished(const struct pl_corpus_status *status) { return status->percent >= 100; }

/* The uses of one word, a plan each. Answers how many there are. */
static size_t collect(const struct pl_corpus_status *const *statuses, size_t count, struct use *uses)
{
	size_t found = 0;

	for (size_t i = 0; i < count; i++) {
		if (!found || uses[found - 1].first->place.plan != statuses[i]->place.plan)
			uses[found++] = (struct use){.first = statuses[i]};
		uses[found - 1].finished |= is_finished(statuses[i]);
		uses[found - 1].unfinished |= !is_finished(statuses[i]);
	}
	return found;
}

static void check_word(struct pl_ctx *ctx, const struct pl_corpus_status *const *statuses, size_t count)
{
	struct use *uses = pl_alloc(ctx, count, sizeof *uses);
	size_t plans = collect(statuses, count, uses), finished = 0, unfinished = 0;
	const struct pl_corpus_place **places = pl_alloc(ctx, plans, sizeof *places);
	size_t named = 0;

	for (size_t i = 0; i < plans; i++) {
		finished += uses[i].finished && !uses[i].unfinished;
		unfinished += uses[i].unfinished && !uses[i].finished;
	}
	for (size_t i = 1; i < plans; i++)
		if (uses[i].finished != uses[0].finished && uses[i].finished != uses[i].unfinished)
			places[named++] = &uses[i].first->place;
	if (!finished || !unfinished || !named)
		return;
	pl_report_across(ctx,
	                 &(struct pl_across){
	                         .place = &statuses[0]->place,
	                         .message = pl_print(ctx,
	                                             "\"%.*s\" stands for work that is finished (100%%) in %zu plan%s "
	                                             "and for work that is not in %zu",
	                                             (int)statuses[0]->word.len, statuses[0]->word.ptr, finished,
	                                             finished == 1 ? "" : "s", unfinished),
	                         .related = places,
	                         .related_count = named,
	                         .related_message = is_finished(statuses[0]) ? "unfinished here" : "finished here",
	                 });
}

static void check_corpus(struct pl_ctx *ctx, const struct pl_corpus *corpus)
{
	const struct pl_corpus_status **statuses = pl_alloc(ctx, corpus->status_count, sizeof *statuses);
	size_t count = 0;

	for (uint32_t i = 0; i < corpus->status_count; i++)
		if (pl_across_runs(ctx, corpus, corpus->statuses[i].place.plan))
			statuses[count++] = &corpus->statuses[i];
	if (count)
		qsort(statuses, count, sizeof *statuses, by_word);
	for (size_t begin = 0, end; begin < count; begin = end) {
		for (end = begin + 1; end < count && statuses[end]->number == statuses[begin]->number; end++)
			;
		check_word(ctx, statuses + begin, end - begin);
	}
}

const struct pl_rule pl_rule_status_term_conflict = {
        .id = "status-term-conflict",
        .module = "monitoring",
        .since = "1.0",
        .summary = "one status word for finished work in one plan and for unfinished work in another",
        .why = "A collection of plans can be counted only where a word means the same in all of them. Compared are status words "
               "that planlint does not know itself, by the percentage beside them: those that stand for 100 % throughout one "
               "plan and for less throughout another.",
        .advice =
                "Agree on the words for each state, or use those of the guidance: not started, in progress, delayed, overdue, "
                "completed, cancelled",
        .bad = "plan: {title: Parks plan, as_at: 2010-09-30}\n"
               "key_actions:\n"
               "  - title: Safer play areas\n"
               "    milestones:\n"
               "      - {text: Swings replaced in Abbey Park, due: 2010-06-30, status: parked, percent_complete: 100}\n"
               "---\n"
               "plan: {title: Highways plan, as_at: 2010-09-30}\n"
               "key_actions:\n"
               "  - title: Lit streets\n"
               "    milestones:\n"
               "      - {text: 40 lamps replaced, due: 2010-12-31, status: Parked, percent_complete: 30}\n",
        .good = "plan: {title: Parks plan, as_at: 2010-09-30}\n"
                "key_actions:\n"
                "  - title: Safer play areas\n"
                "    milestones:\n"
                "      - {text: Swings replaced in Abbey Park, due: 2010-06-30, status: completed, percent_complete: 100}\n"
                "---\n"
                "plan: {title: Highways plan, as_at: 2010-09-30}\n"
                "key_actions:\n"
                "  - title: Lit streets\n"
                "    milestones:\n"
                "      - {text: 40 lamps replaced, due: 2010-12-31, status: in progress, percent_complete: 30}\n",
        .severity = PL_INFO,
        .confidence = PL_MEDIUM,
        .off = true,
        .sweep = true,
        .on_corpus = check_corpus,
};
