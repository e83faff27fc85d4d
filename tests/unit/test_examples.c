/* Runs the examples that every rule shows: the bad one fires the rule, the good one does not. */
#include "linted.h"

#include <stdio.h>

/* With the rules of structure, so that there is something to suppress; nesting is bounded so that an example of too
 * much of it can be short. */
static bool fires(const struct pl_rule *rule, const char *example)
{
	struct pl_limits limits = pl_limits_default();
	char finding[64];
	void *state;
	struct linted *linted;
	bool found;

	limits.depth = 20;
	snprintf(finding, sizeof finding, " %s \"", rule->id);
	linted_open(&state);
	linted = state;
	pl_run_limits(linted->run, &limits);
	for (size_t i = 0; i < pl_rule_count(); i++)
		linted_select(linted, pl_rule_at(i)->module);
	found = strstr(linted_plan(linted, example), finding) != NULL;
	linted_close(&state);
	return found;
}

static void examples_show_what_they_should(void **state)
{
	const struct pl_rule *rule = *state;

	assert_true(fires(rule, rule->bad));
	assert_false(fires(rule, rule->good));
}

int main(void)
{
	struct CMUnitTest *tests = calloc(pl_rule_count(), sizeof *tests);
	size_t count = 0;
	int failed;

	if (!tests)
		return 1;
	for (size_t i = 0; i < pl_rule_count(); i++)
		if (pl_rule_at(i)->bad) /* of incomplete-check it would take thousands of words */
			tests[count++] = (struct CMUnitTest){.name = pl_rule_at(i)->id,
			                                     .test_func = examples_show_what_they_should,
			                                     .initial_state = (void *)pl_rule_at(i)};
	failed = _cmocka_run_group_tests("examples", tests, count, NULL, NULL);
	free(tests);
	return failed;
}
