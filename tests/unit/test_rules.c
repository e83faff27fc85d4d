/* Tests of the list of rules and of their settings. */
#include "arena_case.h"

#include "linted.h"

#include "diag/collect.h"
#include "lint/options.h"
#include "lint/registry.h"

/* ---- the list --------------------------------------------------------------------------------------------------- */

static void assert_words(const struct pl_rule *rule, const char *field, const char *text)
{
	if (!text || !*text)
		fail_msg("%s has no %s", rule->id, field);
}

static void every_rule_is_complete(void **state)
{
	(void)state;
	for (size_t i = 0; i < pl_rule_count(); i++) {
		const struct pl_rule *rule = pl_rule_at(i);

		assert_words(rule, "module", rule->module);
		assert_words(rule, "since", rule->since);
		assert_words(rule, "summary", rule->summary);
		assert_words(rule, "why", rule->why);
		assert_words(rule, "advice", rule->advice);
		if (rule != &pl_builtin_rules[PL_BUILTIN_INCOMPLETE_CHECK]) { /* would take thousands of words */
			assert_words(rule, "bad example", rule->bad);
			assert_words(rule, "good example", rule->good);
		}
		if (!rule->severity || !rule->confidence)
			fail_msg("%s has no severity or confidence", rule->id);
		if (strchr(rule->summary, '\n') || pl_str_ends(pl_str_of(rule->advice), PL_STR(".")))
			fail_msg("%s: a summary is one line, an advice has no full stop", rule->id);
	}
}

static void every_rule_is_found_by_its_id(void **state)
{
	(void)state;
	for (size_t i = 0; i < pl_rule_count(); i++) {
		assert_ptr_equal(pl_rule_find(pl_str_of(pl_rule_at(i)->id)), pl_rule_at(i));
		assert_int_equal(pl_rule_index(pl_rule_at(i)), i);
	}
	assert_null(pl_rule_find(PL_STR("structure")));
}

static void modules_come_in_the_order_of_the_catalogue(void **state)
{
	static const char *const order[] = {"structure", "outcome",     "granularity",   "timescale",
	                                    "linkage",   "duplication", "carry_forward", "monitoring",
	                                    "impact",    "programme",   "suppression"};
	size_t module = 0;

	(void)state;
	for (size_t i = 0; i < pl_rule_count(); i++) {
		while (module < sizeof order / sizeof *order && strcmp(order[module], pl_rule_at(i)->module) != 0)
			module++;
		if (module == sizeof order / sizeof *order)
			fail_msg("%s stands outside its module in rules/rules.def", pl_rule_at(i)->id);
	}
}

static void options_have_names_and_meanings(void **state)
{
	(void)state;
	for (size_t i = 0; i < pl_rule_count(); i++) {
		const struct pl_rule *rule = pl_rule_at(i);

		for (size_t j = 0; j < pl_option_total(rule); j++) {
			assert_words(rule, "summary of an option", rule->options[j].summary);
			assert_string_not_equal(rule->options[j].name, "severity");
			for (size_t k = 0; k < j; k++)
				assert_string_not_equal(rule->options[j].name, rule->options[k].name);
		}
	}
}

/* ---- which run -------------------------------------------------------------------------------------------------- */

static bool enabled(struct linted *linted, const char *id)
{
	return pl_run_rule_enabled(linted->run, pl_rule_find(pl_str_of(id)));
}

static void selecting_switches_everything_else_off(void **state)
{
	linted_select(*state, "unknown-key, suppression");
	assert_true(enabled(*state, "unknown-key"));
	assert_true(enabled(*state, "bad-suppression"));
	assert_false(enabled(*state, "yaml-syntax"));
	linted_select(*state, "yaml-syntax");
	assert_true(enabled(*state, "yaml-syntax"));
	assert_true(enabled(*state, "unknown-key"));
}

static void ignoring_wins(void **state)
{
	struct linted *linted = *state;

	assert_int_equal(pl_run_ignore(linted->run, "unknown-key"), PL_OK);
	linted_select(linted, "structure");
	assert_false(enabled(linted, "unknown-key"));
	assert_true(enabled(linted, "wrong-type"));
}

static void an_unknown_rule_gets_the_nearest_name(void **state)
{
	struct linted *linted = *state;

	assert_int_equal(pl_run_select(linted->run, "unknwon-key"), PL_BAD_SETTING);
	assert_string_equal(pl_run_message(linted->run),
	                    "there is no rule or module \"unknwon-key\"; did you mean \"unknown-key\"?");
	assert_int_equal(pl_run_ignore(linted->run, "structur"), PL_BAD_SETTING);
	assert_non_null(strstr(pl_run_message(linted->run), "\"structure\"?"));
	assert_int_equal(pl_run_ignore(linted->run, "zzz"), PL_BAD_SETTING);
	assert_string_equal(pl_run_message(linted->run), "there is no rule or module \"zzz\"");
}

static void profiles_give_way_to_what_was_asked(void **state)
{
	struct linted *linted = *state;
	enum pl_profile profile;

	assert_true(pl_profile_parse(PL_STR("officer"), &profile));
	assert_false(pl_profile_parse(PL_STR("auditor"), &profile));
	pl_run_min_severity(linted->run, PL_INFO);
	assert_int_equal(pl_run_profile(linted->run, profile), PL_OK);
	assert_int_equal(pl_run_set(linted->run, "unknown-key.severity=info"), PL_OK);
	assert_non_null(strstr(linted_plan(linted, "plan:\n  title: Parks\n  colour: green\n"), "unknown-key"));
}

static void a_severity_can_be_set(void **state)
{
	struct linted *linted = *state;
	const struct pl_rule *rule = pl_rule_find(PL_STR("unknown-key"));

	assert_int_equal(pl_run_set(linted->run, "unknown-key.severity=error"), PL_OK);
	assert_int_equal(pl_run_rule_severity(linted->run, rule), PL_ERROR);
	assert_int_equal(pl_run_set(linted->run, "unknown-key.severity=off"), PL_OK);
	assert_false(enabled(linted, "unknown-key"));
	assert_int_equal(pl_run_set(linted->run, "unknown-key.severity=grave"), PL_BAD_SETTING);
	assert_string_equal(pl_run_message(linted->run),
	                    "unknown-key.severity: \"grave\" is none of error, warning, info and off");
}

static void a_wrong_assignment_is_explained(void **state)
{
	static const struct {
		const char *assignment, *message;
	} cases[] = {
	        {"unknown-key", "\"unknown-key\" is not of the form RULE.OPTION=VALUE"},
	        {"severity=error", "\"severity=error\" is not of the form RULE.OPTION=VALUE"},
	        {"unknown-kee.severity=error", "there is no rule \"unknown-kee\"; did you mean \"unknown-key\"?"},
	        {"unknown-key.serverity=error", "unknown-key has no option \"serverity\"; did you mean \"severity\"?"},
	        {"ref-format.patern=x", "ref-format has no option \"patern\"; did you mean \"pattern\"?"},
	        {"bad-suppression.require-reason=perhaps",
	         "bad-suppression.require-reason: \"perhaps\" is neither yes nor no"}};
	struct linted *linted = *state;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_int_equal(pl_run_set(linted->run, cases[i].assignment), PL_BAD_SETTING);
		assert_string_equal(pl_run_message(linted->run), cases[i].message);
	}
}

static void an_option_shows_the_value_in_force(void **state)
{
	struct linted *linted = *state;
	const struct pl_rule *rule = pl_rule_find(PL_STR("bad-suppression"));

	assert_string_equal(pl_run_option_value(linted->run, rule, 0), "no");
	assert_int_equal(pl_run_set(linted->run, "bad-suppression.require_reason = Yes"), PL_OK);
	assert_string_equal(pl_run_option_value(linted->run, rule, 0), "yes");
}

/* ---- values of options ------------------------------------------------------------------------------------------ */

static const struct pl_option weeks = {.name = "weeks", .type = PL_OPTION_NUMBER, .minimum = 1, .maximum = 52};
static const struct pl_option bodies = {.name = "bodies", .type = PL_OPTION_LIST};
static const struct pl_option kinds = {.name = "kinds", .type = PL_OPTION_TABLE, .minimum = 0, .maximum = 99};

/* What a second value makes of a first. */
static const char *parsed(const struct pl_option *option, const char *first, const char *second)
{
	struct pl_option_value value = {0};
	const char *message = "";

	if (pl_option_parse(&arena, option, pl_str_of(first), &value, &message) ||
	    pl_option_parse(&arena, option, pl_str_of(second), &value, &message))
		return message;
	return pl_option_print(&arena, option, &value);
}

static void numbers_are_held_to_their_range(void **state)
{
	(void)state;
	assert_string_equal(parsed(&weeks, "1", " 12 "), "12");
	assert_string_equal(parsed(&weeks, "1", "twelve"), "weeks: \"twelve\" is not a whole number");
	assert_string_equal(parsed(&weeks, "1", "2.5"), "weeks: \"2.5\" is not a whole number");
	assert_string_equal(parsed(&weeks, "1", "53"), "weeks: 53 is not between 1 and 52");
	assert_string_equal(parsed(&weeks, "1", ""), "weeks: \"\" is not a whole number");
}

static void a_list_is_replaced(void **state)
{
	(void)state;
	assert_string_equal(parsed(&bodies, "cabinet, board", " scrutiny panel ,, board"), "scrutiny panel,board");
	assert_string_equal(parsed(&bodies, "cabinet", ""), "");
}

static void a_table_is_laid_over(void **state)
{
	(void)state;
	assert_string_equal(parsed(&kinds, "tender=12,recruitment=8", "Recruitment=10, public consultation = 6"),
	                    "tender=12,Recruitment=10,public consultation=6");
	assert_string_equal(parsed(&kinds, "tender=12", "tender"),
	                    "kinds: write name=number, with commas between several");
	assert_string_equal(parsed(&kinds, "tender=12", "tender=x"), "kinds: \"x\" is not a whole number");
	assert_string_equal(parsed(&kinds, "tender=12", "=4"), "kinds: write name=number, with commas between several");
}

int main(void)
{
#define CASE(test) cmocka_unit_test_setup_teardown(test, linted_open, linted_close)
	const struct CMUnitTest tests[] = {cmocka_unit_test(every_rule_is_complete),
	                                   cmocka_unit_test(every_rule_is_found_by_its_id),
	                                   cmocka_unit_test(modules_come_in_the_order_of_the_catalogue),
	                                   cmocka_unit_test(options_have_names_and_meanings),
	                                   CASE(selecting_switches_everything_else_off),
	                                   CASE(ignoring_wins),
	                                   CASE(an_unknown_rule_gets_the_nearest_name),
	                                   CASE(profiles_give_way_to_what_was_asked),
	                                   CASE(a_severity_can_be_set),
	                                   CASE(a_wrong_assignment_is_explained),
	                                   CASE(an_option_shows_the_value_in_force),
	                                   ARENA_TEST(numbers_are_held_to_their_range),
	                                   ARENA_TEST(a_list_is_replaced),
	                                   ARENA_TEST(a_table_is_laid_over)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
