/* Estimates precision and recall from marks. */
#include "report/score.h"

static uint64_t judged(const struct pl_score_marks *marks) { return marks->yes + marks->no; }

static struct pl_estimate none(const char *why) { return (struct pl_estimate){.why_not = why}; }

struct pl_estimate pl_score_precision(const struct pl_score *score, const struct pl_score_rule *rule)
{
	(void)score;
	if (!rule->findings.population)
		return none("it found nothing");
	if (judged(&rule->findings) < PL_SCORE_LEAST_FINDINGS)
		return none("fewer than 5 of its findings are marked yes or no");
	return (struct pl_estimate){.interval = pl_interval_share(rule->findings.yes, judged(&rule->findings))};
}

/* How many milestones of one stratum the rule missed. */
static struct pl_interval missed_in(const struct pl_score *score, const struct pl_score_rule *rule,
                                    enum pl_score_kind kind)
{
	const struct pl_score_marks *marks = &score->milestones[kind];

	if (!marks->population)
		return (struct pl_interval){0};
	return pl_interval_times(pl_interval_share(rule->missed[kind], judged(marks)), (double)marks->population);
}

static bool has_few(const struct pl_score_marks *marks)
{
	uint64_t least = marks->population < PL_SCORE_LEAST_MILESTONES ? marks->population : PL_SCORE_LEAST_MILESTONES;

	return judged(marks) < least;
}

struct pl_estimate pl_score_recall(const struct pl_score *score, const struct pl_score_rule *rule)
{
	struct pl_estimate precision = pl_score_precision(score, rule);
	struct pl_interval missed, right;

	if (rule->findings.population && !rule->milestones)
		return none("it reports on key actions or plans, and the sample is one of milestones");
	if (rule->findings.population && precision.why_not)
		return none(precision.why_not);
	if (!score->milestones[PL_SCORE_UNFLAGGED].population && !score->milestones[PL_SCORE_FLAGGED].population)
		return none("the sample holds no milestones");
	if (has_few(&score->milestones[PL_SCORE_UNFLAGGED]))
		return none("fewer than 10 of the unflagged milestones are marked");
	if (has_few(&score->milestones[PL_SCORE_FLAGGED]))
		return none("fewer than 10 of the flagged milestones are marked");
	missed = pl_interval_sum(missed_in(score, rule, PL_SCORE_UNFLAGGED), missed_in(score, rule, PL_SCORE_FLAGGED));
	right = pl_interval_times(precision.interval, (double)rule->milestones);
	if (right.value + missed.value <= 0)
		return none("none of its findings is right, and none was missed");
	return (struct pl_estimate){.interval = pl_interval_part(right, missed)};
}
