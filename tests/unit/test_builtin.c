/* The examples of the rules that the stages raise themselves: the bad one fires its rule and nothing else, the good one
 * is silent. */
#include <planlint/planlint.h>

#include "base/str.h"
#include "diag/collect.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

struct tally {
	const char *id;
	size_t own, others;
};

static void count(void *data, const struct pl_file *file)
{
	struct tally *tally = data;

	for (size_t i = 0; i < file->finding_count; i++) {
		const struct pl_finding *finding = &file->findings[i];

		if (strcmp(finding->rule->id, tally->id) == 0) {
			tally->own++;
		} else {
			tally->others++;
			print_error("example of %s: %u:%u %s: %s\n", tally->id, (unsigned)finding->range.start.line,
			            (unsigned)finding->range.start.column, finding->rule->id, finding->message);
		}
	}
}

static struct tally lint(const struct pl_rule *rule, const char *yaml)
{
	struct pl_run *run = pl_run_open();
	struct tally tally = {.id = rule->id};

	assert_non_null(run);
	assert_int_equal(pl_run_add_buffer(run, "example.yaml", yaml, strlen(yaml)), PL_OK);
	assert_int_equal(pl_run_lint(run, &(struct pl_sink){.data = &tally, .on_file = count}), PL_OK);
	pl_run_close(run);
	return tally;
}

static void every_rule_explains_itself(void **state)
{
	(void)state;
	for (size_t i = 0; i < PL_BUILTIN_COUNT; i++) {
		const struct pl_rule *rule = &pl_builtin_rules[i];

		assert_non_null(rule->since);
		assert_non_null(rule->summary);
		assert_non_null(rule->why);
		assert_non_null(rule->advice);
		assert_true((rule->bad == NULL) == (rule->good == NULL));
		/* Only a hostile text or pattern could run into the limit on steps: no example shows it. */
		assert_true(rule->bad || i == PL_BUILTIN_INCOMPLETE_CHECK);
	}
}

static void bad_examples_fire_their_rule_alone(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < PL_BUILTIN_COUNT; i++) {
		const struct pl_rule *rule = &pl_builtin_rules[i];
		struct tally tally = rule->bad ? lint(rule, rule->bad) : (struct tally){.own = 1};

		if (!tally.own)
			print_error("the bad example of %s does not fire it\n", rule->id);
		wrong += !tally.own || tally.others;
	}
	assert_int_equal(wrong, 0);
}

static void good_examples_are_silent(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < PL_BUILTIN_COUNT; i++) {
		const struct pl_rule *rule = &pl_builtin_rules[i];
		struct tally tally = rule->good ? lint(rule, rule->good) : (struct tally){0};

		if (tally.own)
			print_error("the good example of %s fires it\n", rule->id);
		wrong += tally.own || tally.others;
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(every_rule_explains_itself),
	        cmocka_unit_test(bad_examples_fire_their_rule_alone),
	        cmocka_unit_test(good_examples_are_silent),
	};

	return cmocka_run_group_tests_name("builtin", tests, NULL, NULL);
}
