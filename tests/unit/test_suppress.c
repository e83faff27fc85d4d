/* Tests of suppressions: what each form covers, what cannot be read, and what was of no use. */
#include "linted.h"

#include <stdio.h>

/* Two findings to play with: unknown-key on `colour` and on `taste`. */
#define HEAD "plan:\n  title: Parks\nkey_actions:\n"

static const char *lint(void **state, const char *plan)
{
	linted_select(*state, "unknown-key,suppression");
	return linted_plan(*state, plan);
}

static const char *messages(void **state) { return linted_text(&((struct linted *)*state)->messages); }

/* ---- what is covered -------------------------------------------------------------------------------------------- */

static void behind_a_line_it_covers_that_line(void **state)
{
	assert_string_equal(lint(state, HEAD "  - title: Plant trees\n"
	                                     "    colour: green # planlint: ignore[unknown-key] -- for the map\n"
	                                     "    taste: sour\n"),
	                    "5:5 unknown-key \"colour\" [suppressed for the map]\n"
	                    "6:5 unknown-key \"taste\"\n");
}

static void behind_a_key_it_covers_the_whole_scalar(void **state)
{
	linted_select(*state, "wrong-type,unknown-key,suppression");
	assert_string_equal(linted_plan(*state, HEAD "  - title: >- # planlint: ignore[placeholder] -- see board\n"
	                                             "      Plant trees\n"
	                                             "    taste: sour\n"),
	                    "6:5 unknown-key \"taste\"\n");
}

static void behind_a_key_it_covers_the_list_itself_but_not_what_is_in_it(void **state)
{
	linted_select(*state, "wrong-type,unknown-key,suppression");
	assert_string_equal(linted_plan(*state, HEAD "  - title: Plant trees\n"
	                                             "    milestones: # planlint: ignore[unknown-key] -- no\n"
	                                             "      - {text: 40 oaks planted, colour: green}\n"),
	                    "5:17 unused-suppression \"# planlint: ignore[unknown-key] -- no\"\n"
	                    "6:33 unknown-key \"colour\"\n");
}

static void alone_it_covers_the_item_below(void **state)
{
	assert_string_equal(lint(state, HEAD "  # planlint: ignore[unknown-key] -- taken over\n"
	                                     "\n"
	                                     "  - title: Plant trees\n"
	                                     "    colour: green\n"
	                                     "    milestones:\n"
	                                     "      - text: 40 oaks planted\n"
	                                     "        colour: green\n"
	                                     "  - title: Mow lawns\n"
	                                     "    colour: green\n"),
	                    "7:5 unknown-key \"colour\" [suppressed taken over]\n"
	                    "10:9 unknown-key \"colour\" [suppressed taken over]\n"
	                    "12:5 unknown-key \"colour\"\n");
}

static void alone_it_covers_a_named_item_and_a_field(void **state)
{
	assert_string_equal(lint(state, "plan: {title: Parks}\n"
	                                "key_actions:\n"
	                                "  # planlint: ignore[unknown-key] -- first\n"
	                                "  KA1:\n"
	                                "    title: Plant trees\n"
	                                "    colour: green\n"
	                                "  KA2:\n"
	                                "    title: Mow lawns\n"
	                                "    # planlint: ignore[unknown-key] -- second\n"
	                                "    colour: green\n"
	                                "    taste: sour\n"),
	                    "6:5 unknown-key \"colour\" [suppressed first]\n"
	                    "10:5 unknown-key \"colour\" [suppressed second]\n"
	                    "11:5 unknown-key \"taste\"\n");
}

static void at_the_end_of_an_item_it_does_not_cover_the_next(void **state)
{
	assert_string_equal(lint(state, HEAD "  - title: Plant trees\n"
	                                     "    # planlint: ignore[unknown-key] -- nothing below\n"
	                                     "  - title: Mow lawns\n"
	                                     "    colour: green\n"),
	                    "5:5 unused-suppression \"# planlint: ignore[unknown-key] -- nothing below\"\n"
	                    "7:5 unknown-key \"colour\"\n");
}

static void for_a_file_it_covers_all_documents(void **state)
{
	assert_string_equal(lint(state, "# Parks plan\n"
	                                "# planlint: ignore-file[structure] -- as printed\n"
	                                "plan: {title: Parks, colour: green}\n"
	                                "key_actions: [Plant trees]\n"
	                                "---\n"
	                                "plan: {title: Woods, colour: green}\n"
	                                "key_actions: [Plant trees]\n"),
	                    "3:22 unknown-key \"colour\" [suppressed as printed]\n"
	                    "6:22 unknown-key \"colour\" [suppressed as printed]\n");
}

static void a_key_covers_its_item(void **state)
{
	assert_string_equal(lint(state, HEAD "  - title: Plant trees\n"
	                                     "    planlint_ignore: {unknown-key: asked for by the board}\n"
	                                     "    colour: green\n"
	                                     "  - title: Mow lawns\n"
	                                     "    planlint_ignore: [unknown-key]\n"
	                                     "    colour: green\n"
	                                     "  - title: Cut hedges\n"
	                                     "    planlint_ignore: unknown-key, structure\n"
	                                     "    colour: green\n"),
	                    "6:5 unknown-key \"colour\" [suppressed asked for by the board]\n"
	                    "9:5 unknown-key \"colour\" [suppressed]\n"
	                    "12:5 unknown-key \"colour\" [suppressed]\n");
}

static void a_key_of_the_plan_covers_all_of_it(void **state)
{
	assert_string_equal(lint(state, "plan:\n"
	                                "  title: Parks\n"
	                                "  planlint_ignore: {unknown-key: imported}\n"
	                                "key_actions:\n"
	                                "  - title: Plant trees\n"
	                                "    colour: green\n"),
	                    "6:5 unknown-key \"colour\" [suppressed imported]\n");
}

static void inside_a_scalar_nothing_is_a_comment(void **state)
{
	assert_string_equal(lint(state, HEAD "  - title: \"Plant # planlint: ignore[unknown-key] trees\"\n"
	                                     "    milestones:\n"
	                                     "      - text: |\n"
	                                     "          40 oaks\n"
	                                     "          # planlint: ignore[nonsense]\n"),
	                    "");
}

static void an_anchor_is_covered_where_it_stands(void **state)
{
	assert_string_equal(lint(state, HEAD "  - &trees\n"
	                                     "    title: Plant trees\n"
	                                     "    planlint_ignore: {unknown-key: one place}\n"
	                                     "    colour: green\n"
	                                     "  - *trees\n"),
	                    "7:5 unknown-key \"colour\" [suppressed one place]\n");
}

static void not_applied_they_change_nothing(void **state)
{
	struct linted *linted = *state;

	pl_run_apply_suppressions(linted->run, false);
	assert_string_equal(lint(state, HEAD "  - title: Plant trees\n"
	                                     "    colour: green # planlint: ignore[unknown-key] -- map\n"
	                                     "    cost: 3 # planlint: ignore[wrong-type] -- of no use\n"),
	                    "5:5 unknown-key \"colour\"\n"
	                    "6:5 unknown-key \"cost\"\n");
}

/* ---- what cannot be read ---------------------------------------------------------------------------------------- */

static void what_cannot_be_read_is_said(void **state)
{
	static const struct {
		const char *comment, *message;
	} cases[] = {
	        {"# planlint: ignore", "this comment does not say which rules to ignore"},
	        {"# planlint: ignore[]", "this comment does not say which rules to ignore"},
	        {"# planlint: ignore[unknown-key", "this comment does not say which rules to ignore"},
	        {"# planlint: disable[unknown-key]",
	         "this comment cannot be read: after planlint: comes ignore or ignore-file"},
	        {"# planlint: ignore[unknown-key] because",
	         "this comment cannot be read: the reason follows after two hyphens"},
	        {"# planlint: ignore-file[unknown-key] -- late",
	         "ignore-file has no effect here: it stands above everything else in a file"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		void *fresh;
		char plan[256], expected[256];

		linted_open(&fresh);
		linted_select(fresh, "suppression");
		snprintf(plan, sizeof plan, HEAD "  - title: Plant trees %s\n", cases[i].comment);
		snprintf(expected, sizeof expected, "4:24 bad-suppression \"%s\"\n", cases[i].comment);
		assert_string_equal(linted_plan(fresh, plan), expected);
		assert_memory_equal(messages(&fresh), cases[i].message, strlen(cases[i].message));
		linted_close(&fresh);
	}
	(void)state;
}

static void an_unknown_rule_stands_at_its_name(void **state)
{
	assert_string_equal(
	        lint(state,
	             HEAD "  - title: Plant trees\n"
	                  "    colour: green # planlint: ignore[unknown-kee, unknown-key] -- one wrong, one right\n"),
	        "5:5 unknown-key \"colour\" [suppressed one wrong, one right]\n"
	        "5:38 bad-suppression \"unknown-kee\"\n");
	assert_non_null(strstr(messages(state), "did you mean \"unknown-key\"?"));
}

static void an_unknown_rule_in_a_key_stands_at_its_name(void **state)
{
	assert_string_equal(lint(state, HEAD "  - title: Plant trees\n"
	                                     "    planlint_ignore: \"unknown-key, zzz\"\n"
	                                     "    colour: green\n"),
	                    "5:36 bad-suppression \"zzz\"\n"
	                    "6:5 unknown-key \"colour\" [suppressed]\n");
}

static void a_reason_is_missing_where_one_is_required(void **state)
{
	struct linted *linted = *state;

	assert_int_equal(pl_run_set(linted->run, "bad-suppression.require-reason=yes"), PL_OK);
	assert_string_equal(lint(state, HEAD "  - title: Plant trees\n"
	                                     "    colour: green # planlint: ignore[unknown-key]\n"),
	                    "5:5 unknown-key \"colour\"\n"
	                    "5:38 bad-suppression \"unknown-key\"\n");
}

/* ---- what was of no use ----------------------------------------------------------------------------------------- */

static void what_suppressed_nothing_is_said(void **state)
{
	linted_select(*state, "unknown-key,wrong-type,suppression");
	assert_string_equal(linted_plan(*state,
	                                HEAD "  - title: Plant trees\n"
	                                     "    colour: green # planlint: ignore[unknown-key, wrong-type] -- two\n"),
	                    "5:5 unknown-key \"colour\" [suppressed two]\n"
	                    "5:19 unused-suppression \"# planlint: ignore[unknown-key, wrong-type] -- two\"\n");
}

static void a_rule_that_did_not_run_is_not_unused(void **state)
{
	assert_string_equal(lint(state, HEAD "  - title: Plant trees # planlint: ignore[wrong-type] -- off here\n"),
	                    "");
}

static void it_can_be_suppressed_itself(void **state)
{
	assert_string_equal(lint(state, "# planlint: ignore-file[unused-suppression] -- shared with other plans\n" HEAD
	                                "  - title: Plant trees # planlint: ignore[unknown-key] -- none here\n"),
	                    "5:24 unused-suppression \"# planlint: ignore[unknown-key] -- none here\" "
	                    "[suppressed shared with other plans]\n");
}

static void a_comment_that_only_talks_is_left_alone(void **state)
{
	assert_string_equal(lint(state,
	                         "# checked with planlint: all fine\n" HEAD "  - title: Plant trees\n"
	                         "    colour: green # agreed # planlint: ignore[unknown-key] -- with the board\n"),
	                    "6:5 unknown-key \"colour\" [suppressed with the board]\n");
}

int main(void)
{
#define CASE(test) cmocka_unit_test_setup_teardown(test, linted_open, linted_close)
	const struct CMUnitTest tests[] = {CASE(behind_a_line_it_covers_that_line),
	                                   CASE(behind_a_key_it_covers_the_whole_scalar),
	                                   CASE(behind_a_key_it_covers_the_list_itself_but_not_what_is_in_it),
	                                   CASE(alone_it_covers_the_item_below),
	                                   CASE(alone_it_covers_a_named_item_and_a_field),
	                                   CASE(at_the_end_of_an_item_it_does_not_cover_the_next),
	                                   CASE(for_a_file_it_covers_all_documents),
	                                   CASE(a_key_covers_its_item),
	                                   CASE(a_key_of_the_plan_covers_all_of_it),
	                                   CASE(inside_a_scalar_nothing_is_a_comment),
	                                   CASE(an_anchor_is_covered_where_it_stands),
	                                   CASE(not_applied_they_change_nothing),
	                                   cmocka_unit_test(what_cannot_be_read_is_said),
	                                   CASE(an_unknown_rule_stands_at_its_name),
	                                   CASE(an_unknown_rule_in_a_key_stands_at_its_name),
	                                   CASE(a_reason_is_missing_where_one_is_required),
	                                   CASE(what_suppressed_nothing_is_said),
	                                   CASE(a_rule_that_did_not_run_is_not_unused),
	                                   CASE(it_can_be_suppressed_itself),
	                                   CASE(a_comment_that_only_talks_is_left_alone)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
