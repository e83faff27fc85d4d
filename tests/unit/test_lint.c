/* Tests of whole runs: inputs, order, levels, limits, fingerprints, last period's plan. */
#include "linted.h"

#include "lint/run.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define PARKS "plan: {title: Parks}\n"
#define TREES "key_actions:\n  - ref: KA1\n    title: Plant trees\n"

/* ---- files ------------------------------------------------------------------------------------------------------ */

static char folder[] = "/tmp/planlint-lint-XXXXXX";

static int make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) ? 0 : -1;
}

static const char *const names[] = {"plan.yaml", "old.yaml", "other.yaml"};

static int remove_folder(void **state)
{
	char path[64];

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		snprintf(path, sizeof path, "%s/%s", folder, names[i]);
		unlink(path);
	}
	return rmdir(folder);
}

static const char *write_file(const char *name, const char *text)
{
	static char path[64];
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
	assert_int_equal(fclose(file), 0);
	return path;
}

static const char *lint_found(struct linted *linted, const char *text)
{
	assert_int_equal(pl_run_add_file(linted->run, write_file("other.yaml", text), PL_INPUT_FOUND), PL_OK);
	linted_run(linted);
	return linted_text(&linted->lines);
}

static void a_file_that_is_no_plan_is_left_out_where_it_was_found(void **state)
{
	struct linted *linted = *state;

	linted_select(linted, "structure");
	assert_string_equal(lint_found(linted, "services:\n  web: {image: nginx}\n"), "");
	assert_int_equal(linted->files, 1);
	assert_false(linted->is_plan);
}

static void a_broken_file_is_left_out_where_nothing_tells_of_a_plan(void **state)
{
	struct linted *linted = *state;

	assert_string_equal(lint_found(linted, "services: [web, db\nimages: 3\n"), "");
	assert_false(linted->is_plan);
}

static void a_broken_plan_that_was_found_is_reported(void **state)
{
	struct linted *linted = *state;

	linted_select(linted, "yaml-syntax");
	assert_non_null(
	        strstr(lint_found(linted, "plan: {title: Parks\nkey_actions:\n  - Plant trees\n"), "yaml-syntax"));
	assert_true(linted->is_plan);
}

static void of_several_documents_only_plans_are_read_where_the_file_was_found(void **state)
{
	struct linted *linted = *state;

	linted_select(linted, "not-a-plan");
	assert_string_equal(lint_found(linted, "generator: export\n---\n" PARKS TREES), "");
	assert_int_equal(linted->plans, 1);
}

static void a_named_file_must_be_a_plan(void **state)
{
	linted_select(*state, "not-a-plan");
	assert_non_null(strstr(linted_plan(*state, "services:\n  web: {image: nginx}\n"), "not-a-plan"));
}

static void a_document_that_is_no_plan_is_not_counted_as_one(void **state)
{
	struct linted *linted = *state;

	linted_select(linted, "structure,linkage,outcome");
	assert_string_equal(linted_plan(linted, "key_actions: [Plant trees]\n---\ngenerator: export\n"),
	                    "3:1 not-a-plan \"generator\"\n");
	assert_int_equal(linted->plans, 1);
}

static void an_empty_named_file_is_no_plan(void **state)
{
	struct linted *linted = *state;

	linted_select(linted, "not-a-plan");
	assert_non_null(strstr(linted_plan(linted, "# nothing yet\n"), "not-a-plan"));
	assert_int_equal(linted->plans, 0);
}

static void an_unreadable_file_does_not_end_the_run(void **state)
{
	struct linted *linted = *state;

	assert_int_equal(pl_run_add_file(linted->run, "/nowhere/at/all.yaml", PL_INPUT_NAMED), PL_OK);
	linted_run(linted);
	assert_int_equal(linted->status, PL_UNREADABLE);
	linted_select(linted, "structure");
	assert_string_equal(linted_plan(linted, PARKS TREES "    colour: green\n"), "5:5 unknown-key \"colour\"\n");
	assert_int_equal(linted->files, 3);
}

/* ---- findings --------------------------------------------------------------------------------------------------- */

static void on_first(void *data, const struct pl_file *file)
{
	const struct pl_finding **kept = data;

	assert_int_equal(file->finding_count, 1);
	*kept = &file->findings[0];
	assert_string_equal(file->findings[0].path, "plan.yaml");
	assert_string_equal(file->findings[0].item, "KA1 \"Plant trees\"");
	assert_int_equal(file->findings[0].severity, PL_WARNING);
	assert_int_equal(file->findings[0].state, PL_NEW);
	assert_null(file->findings[0].reason);
	assert_int_equal(strlen(file->findings[0].fingerprint), 32);
	assert_int_equal(pl_file_line(file, 5).len, strlen("    colour: green"));
}

static void a_finding_says_all_there_is(void **state)
{
	static const char plan[] = PARKS TREES "    colour: green\n";
	struct linted *linted = *state;
	const struct pl_finding *kept = NULL;

	linted_select(linted, "unknown-key");
	assert_int_equal(pl_run_add_buffer(linted->run, "plan.yaml", plan, sizeof plan - 1), PL_OK);
	assert_int_equal(pl_run_lint(linted->run, &(struct pl_sink){.data = &kept, .on_file = on_first}), PL_OK);
	assert_non_null(kept);
}

static void findings_come_in_the_order_of_the_file(void **state)
{
	linted_select(*state, "structure");
	assert_string_equal(linted_plan(*state, "plan: {title: Parks, colour: green}\n"
	                                        "key_actions:\n"
	                                        "  - title: Plant trees\n"
	                                        "    percent_complete: 120\n"
	                                        "    taste: sour\n"),
	                    "1:22 unknown-key \"colour\"\n"
	                    "4:23 invalid-value \"120\"\n"
	                    "5:5 unknown-key \"taste\"\n");
}

static void what_an_alias_repeats_is_said_once(void **state)
{
	linted_select(*state, "unknown-key");
	assert_string_equal(
	        linted_plan(*state, PARKS "key_actions:\n  - &a {title: Plant trees, colour: green}\n  - *a\n"),
	        "3:29 unknown-key \"colour\"\n");
}

static void what_is_below_the_shown_level_is_left_out(void **state)
{
	struct linted *linted = *state;

	linted_select(linted, "unknown-key,invalid-value");
	pl_run_min_severity(linted->run, PL_ERROR);
	assert_string_equal(linted_plan(linted, PARKS TREES "    colour: green\n    percent_complete: 120\n"),
	                    "6:23 invalid-value \"120\"\n");
}

static void a_rule_that_is_off_still_says_what_was_not_read(void **state)
{
	struct linted *linted = *state;

	linted_select(linted, "unknown-key");
	assert_string_equal(linted_plan(linted, "plan: [title\n"), "");
	assert_non_null(strstr(linted_text(&linted->unchecked), "part of the file was not checked: "));
}

static void milestones_that_raised_nothing_are_counted(void **state)
{
	struct linted *linted = *state;

	linted_select(linted, "unknown-key");
	assert_string_equal(linted_plan(linted, PARKS TREES "    colour: green\n"
	                                                    "    milestones:\n"
	                                                    "      - text: 40 oaks planted\n"
	                                                    "      - {text: 10 elms planted, colour: green}\n"
	                                                    "      - 5 limes planted\n"),
	                    "5:5 unknown-key \"colour\"\n8:33 unknown-key \"colour\"\n");
	assert_int_equal(linted->milestones, 3);
	assert_int_equal(linted->quiet, 2);
}

static void a_key_action_that_is_its_own_milestone_counts_as_one(void **state)
{
	struct linted *linted = *state;

	linted_select(linted, "unknown-key");
	linted_plan(linted, PARKS TREES "    colour: green\n  - Mow lawns\n");
	assert_int_equal(linted->milestones, 2);
	assert_int_equal(linted->quiet, 1);
}

/* ---- limits ----------------------------------------------------------------------------------------------------- */

static void too_many_findings_are_counted(void **state)
{
	struct linted *linted = *state;
	struct pl_limits limits = pl_limits_default();

	limits.findings = 2;
	pl_run_limits(linted->run, &limits);
	linted_select(linted, "unknown-key,input-limit");
	assert_string_equal(linted_plan(linted, PARKS TREES "    a1: 1\n    a2: 2\n    a3: 3\n    a4: 4\n"),
	                    "5:5 unknown-key \"a1\"\n6:5 unknown-key \"a2\"\n8:5 input-limit \"a4: 4\"\n");
	assert_non_null(strstr(linted_text(&linted->messages), "2 more findings"));
}

static void a_file_that_is_too_large_is_said(void **state)
{
	struct linted *linted = *state;
	struct pl_limits limits = pl_limits_default();

	limits.size = 10;
	pl_run_limits(linted->run, &limits);
	linted_select(linted, "structure");
	assert_string_equal(linted_plan(linted, PARKS TREES), "1:1 input-limit \"\"\n");
}

static void a_pattern_that_is_none_ends_the_run(void **state)
{
	struct linted *linted = *state;

	assert_int_equal(pl_run_set(linted->run, "ref-format.pattern=KA("), PL_OK);
	assert_int_equal(pl_run_lint(linted->run, &(struct pl_sink){.data = linted, .on_file = linted_file}),
	                 PL_BAD_SETTING);
	assert_non_null(strstr(pl_run_message(linted->run), "ref-format.pattern: \"KA(\" is no pattern"));
}

static void refs_are_held_to_the_pattern(void **state)
{
	struct linted *linted = *state;

	assert_int_equal(pl_run_set(linted->run, "ref-format.pattern=^KA\\d+$"), PL_OK);
	linted_select(linted, "ref-format");
	assert_string_equal(linted_plan(linted, PARKS TREES "  - {ref: KA-2, title: Mow lawns}\n"),
	                    "5:11 ref-format \"KA-2\"\n");
}

/* ---- fingerprints ----------------------------------------------------------------------------------------------- */

/* The fingerprint of the first finding of a fresh run. */
static void print_of(const char *path, const char *plan, char out[33])
{
	void *state;
	struct linted *linted;

	linted_open(&state);
	linted = state;
	linted_select(linted, "unknown-key");
	assert_int_equal(pl_run_add_buffer(linted->run, path, plan, strlen(plan)), PL_OK);
	linted_run(linted);
	snprintf(out, 33, "%s", linted_text(&linted->fingerprints));
	assert_int_equal(strlen(out), 32);
	linted_close(&state);
}

static const char fingerprinted[] = PARKS TREES "    colour: green\n";

static void assert_same_print(const char *path, const char *plan, bool same)
{
	char first[33], second[33];

	print_of("a/plan.yaml", fingerprinted, first);
	print_of(path, plan, second);
	assert_int_equal(strcmp(first, second) == 0, same);
}

static void a_fingerprint_survives_moves(void **state)
{
	(void)state;
	assert_same_print("./a/plan.yaml", fingerprinted, true);
	assert_same_print("a\\plan.yaml", fingerprinted, true);
	assert_same_print("a//plan.yaml", fingerprinted, true);
	assert_same_print("a/plan.yaml", "# new\n\nplan: {title:   PARKS}\n" TREES "    colour: green\n", true);
	assert_same_print("a/plan.yaml",
	                  PARKS "key_actions:\n  - {ref: KA0, title: New}\n  - colour: green\n"
	                        "    title: Plant more trees\n    ref: KA1\n",
	                  true);
}

static void a_fingerprint_tells_findings_apart(void **state)
{
	(void)state;
	assert_same_print("b/plan.yaml", fingerprinted, false);
	assert_same_print("a/plan.yaml", PARKS "key_actions:\n  - {ref: KA2, title: Plant trees, colour: green}\n",
	                  false);
	assert_same_print("a/plan.yaml", PARKS TREES "    taste: sour\n", false);
}

static void nobody_has_to_have_fingerprints(void **state)
{
	struct linted *linted = *state;

	linted_select(linted, "unknown-key");
	pl_run_fingerprints(linted->run, false);
	assert_int_equal(pl_run_add_buffer(linted->run, "plan.yaml", fingerprinted, strlen(fingerprinted)), PL_OK);
	linted_run(linted);
	assert_string_equal(linted_text(&linted->fingerprints), "\n");
}

static void equal_findings_have_fingerprints_of_their_own(void **state)
{
	struct linted *linted = *state;
	struct pl_str rest, first, second;

	linted_select(linted, "unknown-key");
	linted_plan(linted,
	            PARKS "key_actions:\n  - {title: Plant trees, colour: a}\n  - {title: Plant trees, colour: b}\n");
	rest = pl_str_of(linted_text(&linted->fingerprints));
	assert_true(pl_str_split(&rest, '\n', &first) && pl_str_split(&rest, '\n', &second));
	assert_false(pl_str_equal(first, second));
}

/* ---- last period's plan ----------------------------------------------------------------------------------------- */

static void see_previous(void *data, const struct pl_file *file)
{
	const char **title = data;

	assert_int_equal(file->plan_count, 1);
	if (file->plans[0]->previous_plan)
		*title = strcmp(file->plans[0]->previous_plan->item.title->value.ptr, "") ? "read" : "";
	assert_int_equal(file->finding_count, 0);
}

static void last_periods_plan_is_read_beside_this_one(void **state)
{
	struct linted *linted = *state;
	const char *title = "";

	linted_select(linted, "structure");
	write_file("old.yaml", "plan: {title: Parks 2009, colour: of no interest}\nkey_actions: [Plant trees]\n");
	assert_int_equal(pl_run_add_file(linted->run,
	                                 write_file("plan.yaml", "plan: {title: Parks, previous: old.yaml}\n" TREES),
	                                 PL_INPUT_NAMED),
	                 PL_OK);
	assert_int_equal(pl_run_lint(linted->run, &(struct pl_sink){.data = &title, .on_file = see_previous}), PL_OK);
	assert_string_equal(title, "read");
}

static void last_periods_plan_that_is_not_there_is_said(void **state)
{
	struct linted *linted = *state;

	linted_select(linted, "structure");
	assert_string_equal(linted_plan(linted, "plan: {title: Parks, previous: gone.yaml}\n" TREES), "");
	assert_string_equal(
	        linted_text(&linted->unchecked),
	        "what became of last period's milestones was not checked: gone.yaml could not be read as a plan\n");
}

/* ---- memory ----------------------------------------------------------------------------------------------------- */

static enum pl_status run_out(struct pl_run *run, void *data)
{
	(void)data;
	pl_arena_exhausted(&run->arena);
}

static enum pl_status run_out_inside(struct pl_run *run, void *data)
{
	enum pl_status *inner = data;

	*inner = pl_run_guard(run, run_out, NULL);
	return PL_OK;
}

static void running_out_of_memory_is_an_answer(void **state)
{
	struct linted *linted = *state;
	enum pl_status inner;

	assert_int_equal(pl_run_guard(linted->run, run_out, NULL), PL_NO_MEMORY);
	assert_string_equal(pl_run_message(linted->run), "there is not enough memory");
	assert_int_equal(pl_run_guard(linted->run, run_out_inside, &inner), PL_OK);
	assert_int_equal(inner, PL_NO_MEMORY);
	linted_select(linted, "unknown-key");
	assert_string_equal(linted_plan(linted, PARKS TREES "    colour: green\n"), "5:5 unknown-key \"colour\"\n");
}

/* ---- dumps ------------------------------------------------------------------------------------------------------ */

static void keep(void *data, struct pl_str text) { pl_buf_add(data, text); }

static void each_stage_can_be_looked_at(void **state)
{
	static const char *const stages[] = {"tree", "plan", "text"};
	static const char plan[] = PARKS TREES;
	struct linted *linted = *state;
	enum pl_stage stage;

	assert_false(pl_stage_parse(PL_STR("bytes"), &stage));
	assert_int_equal(pl_run_add_buffer(linted->run, "plan.yaml", plan, sizeof plan - 1), PL_OK);
	for (size_t i = 0; i < 3; i++) {
		assert_true(pl_stage_parse(pl_str_of(stages[i]), &stage));
		pl_buf_clear(&linted->lines);
		assert_int_equal(pl_run_dump(linted->run, stage, keep, &linted->lines), PL_OK);
		assert_non_null(strstr(linted->lines.ptr, "Plant"));
	}
}

int main(void)
{
#define CASE(test) cmocka_unit_test_setup_teardown(test, linted_open, linted_close)
	const struct CMUnitTest tests[] = {
	        CASE(a_file_that_is_no_plan_is_left_out_where_it_was_found),
	        CASE(a_broken_file_is_left_out_where_nothing_tells_of_a_plan),
	        CASE(a_broken_plan_that_was_found_is_reported),
	        CASE(of_several_documents_only_plans_are_read_where_the_file_was_found),
	        CASE(a_named_file_must_be_a_plan),
	        CASE(a_document_that_is_no_plan_is_not_counted_as_one),
	        CASE(an_empty_named_file_is_no_plan),
	        CASE(an_unreadable_file_does_not_end_the_run),
	        CASE(a_finding_says_all_there_is),
	        CASE(findings_come_in_the_order_of_the_file),
	        CASE(what_an_alias_repeats_is_said_once),
	        CASE(what_is_below_the_shown_level_is_left_out),
	        CASE(a_rule_that_is_off_still_says_what_was_not_read),
	        CASE(milestones_that_raised_nothing_are_counted),
	        CASE(a_key_action_that_is_its_own_milestone_counts_as_one),
	        CASE(too_many_findings_are_counted),
	        CASE(a_file_that_is_too_large_is_said),
	        CASE(a_pattern_that_is_none_ends_the_run),
	        CASE(refs_are_held_to_the_pattern),
	        cmocka_unit_test(a_fingerprint_survives_moves),
	        cmocka_unit_test(a_fingerprint_tells_findings_apart),
	        CASE(nobody_has_to_have_fingerprints),
	        CASE(equal_findings_have_fingerprints_of_their_own),
	        CASE(last_periods_plan_is_read_beside_this_one),
	        CASE(last_periods_plan_that_is_not_there_is_said),
	        CASE(running_out_of_memory_is_an_answer),
	        CASE(each_stage_can_be_looked_at),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
