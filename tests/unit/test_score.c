/* Tests of intervals, and of what marks come to. */
#include "report/sample.h"
#include "report/score.h"
#include "base/str.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static bool near(double a, double b) { return fabs(a - b) < 0.0005; }

static void check_share(uint64_t hits, uint64_t count, double low, double high)
{
	struct pl_interval interval = pl_interval_share(hits, count);

	assert_true(near(interval.value, (double)hits / (double)count));
	assert_true(near(interval.low, low));
	assert_true(near(interval.high, high));
}

/* As in the tables of Brown, Cai and DasGupta 2001, and worked out by hand. */
static void test_wilson(void **state)
{
	(void)state;
	check_share(0, 10, 0, 0.2775);
	check_share(10, 10, 0.7225, 1);
	check_share(5, 10, 0.2366, 0.7634);
	check_share(4, 5, 0.3755, 0.9638);
	check_share(81, 263, 0.2553, 0.3662);
}

static void test_together(void **state)
{
	struct pl_interval a = {10, 8, 13}, b = {20, 16, 24}, exact = {30, 30, 30}, zero = {0, 0, 0};
	struct pl_interval sum = pl_interval_sum(a, b), part = pl_interval_part(exact, a);

	(void)state;
	assert_true(near(sum.value, 30) && near(sum.low, 30 - sqrt(20)) && near(sum.high, 35));
	/* with one part exact the limits are those of the other: 30 / (30 + 13), 30 / (30 + 8) */
	assert_true(near(part.value, 0.75) && near(part.low, 30.0 / 43) && near(part.high, 30.0 / 38));
	part = pl_interval_part(exact, zero);
	assert_true(near(part.value, 1) && near(part.low, 1) && near(part.high, 1));
	part = pl_interval_part(exact, (struct pl_interval){0, 0, 10});
	assert_true(near(part.value, 1) && near(part.low, 0.75) && near(part.high, 1));
	part = pl_interval_part((struct pl_interval){0, 0, 10}, exact);
	assert_true(near(part.value, 0) && near(part.low, 0) && near(part.high, 0.25));
}

/* splitmix64, as a share */
static double toss(uint64_t *seed)
{
	uint64_t z = (*seed += UINT64_C(0x9E3779B97F4A7C15));

	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	return (double)((z ^ (z >> 31)) >> 11) / 9007199254740992.0;
}

static uint64_t draw(uint64_t *seed, uint64_t count, double share)
{
	uint64_t hits = 0;

	while (count--)
		hits += toss(seed) < share;
	return hits;
}

static const struct pl_score_marks *mark(struct pl_score_marks *marks, uint64_t population, uint64_t yes, uint64_t no)
{
	*marks = (struct pl_score_marks){.population = population, .yes = yes, .no = no};
	return marks;
}

/* Of many samples from plans whose recall is known, how many intervals hold it? */
static void test_recall_covers(void **state)
{
	static const struct {
		double precision, missed_unflagged, missed_flagged;
		uint64_t findings, unflagged, flagged; /* marks */
	} cases[] = {{0.8, 0.05, 0.02, 60, 150, 80}, {0.9, 0.2, 0.1, 30, 60, 40}, {0.6, 0.01, 0.0, 100, 300, 200}};
	enum { SAMPLES = 400, MILESTONES = 800, UNFLAGGED = 5000, FLAGGED = 2000 };
	uint64_t seed = 1;

	(void)state;
	for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
		double right = cases[c].precision * MILESTONES;
		double missed = cases[c].missed_unflagged * UNFLAGGED + cases[c].missed_flagged * FLAGGED;
		double recall = right / (right + missed);
		int held = 0;

		for (int i = 0; i < SAMPLES; i++) {
			struct pl_score score = {0};
			struct pl_score_rule rule = {.id = "r", .milestones = MILESTONES};
			uint64_t yes = draw(&seed, cases[c].findings, cases[c].precision);
			struct pl_estimate estimate;

			rule.missed[0] = draw(&seed, cases[c].unflagged, cases[c].missed_unflagged);
			rule.missed[1] = draw(&seed, cases[c].flagged, cases[c].missed_flagged);
			mark(&rule.findings, MILESTONES, yes, cases[c].findings - yes);
			mark(&score.milestones[0], UNFLAGGED, cases[c].unflagged - rule.missed[0], rule.missed[0]);
			mark(&score.milestones[1], FLAGGED, cases[c].flagged - rule.missed[1], rule.missed[1]);
			estimate = pl_score_recall(&score, &rule);
			assert_null(estimate.why_not);
			assert_true(estimate.interval.low <= estimate.interval.value);
			assert_true(estimate.interval.value <= estimate.interval.high);
			held += estimate.interval.low <= recall && recall <= estimate.interval.high;
		}
		assert_in_range(held, SAMPLES * 92 / 100, SAMPLES);
	}
}

static void test_why_not(void **state)
{
	struct pl_score score = {0};
	struct pl_score_rule rule = {.id = "r", .milestones = 50};

	(void)state;
	mark(&rule.findings, 50, 2, 2);
	mark(&score.milestones[0], 100, 10, 0);
	mark(&score.milestones[1], 3, 3, 0); /* all there are */
	assert_string_equal(pl_score_precision(&score, &rule).why_not,
	                    "fewer than 5 of its findings are marked yes or no");
	assert_non_null(pl_score_recall(&score, &rule).why_not);
	rule.findings.yes = 3;
	assert_null(pl_score_precision(&score, &rule).why_not);
	assert_null(pl_score_recall(&score, &rule).why_not);
	score.milestones[0].yes = 9;
	assert_string_equal(pl_score_recall(&score, &rule).why_not,
	                    "fewer than 10 of the unflagged milestones are marked");
	score.milestones[0].yes = 10;
	rule.milestones = 0;
	assert_non_null(pl_score_recall(&score, &rule).why_not);
}

/* The first numbers of splitmix64 from 0, as its authors' code gives them; and ranks made of them. */
static void test_ranks(void **state)
{
	(void)state;
	assert_true(pl_sample_mix(0) == UINT64_C(0xE220A8397B1DCDAF));
	assert_true(pl_sample_mix(UINT64_C(0x9E3779B97F4A7C15)) == UINT64_C(0x6E789E6AA1B965F4));
	assert_true(pl_sample_rank(0, "e220a8397b1dcdafffffffffffffffff") == UINT64_C(0xE220A8397B1DCDAF));
	assert_true(pl_sample_rank(1, "e220a8397b1dcdafffffffffffffffff") != UINT64_C(0xE220A8397B1DCDAF));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_wilson),  cmocka_unit_test(test_together), cmocka_unit_test(test_recall_covers),
	        cmocka_unit_test(test_why_not), cmocka_unit_test(test_ranks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
