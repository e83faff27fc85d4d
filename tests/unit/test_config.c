/* Configurations as an embedder meets them, and the parts they are made of: versions, paths, globs. */
#define _XOPEN_SOURCE 700 /* mkdtemp */
#include "base/path.h"
#include "lint/config.h"
#include "lint/version.h"
#include "linted.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define PLAN                                                                                                           \
	"plan: {title: Park plan, period: 2010/11}\n"                                                                  \
	"key_actions:\n"                                                                                               \
	"  - title: Repair the paths\n"                                                                                \
	"    expected_outcome: Wheelchairs reach every bench\n"                                                        \
	"    milestones:\n"                                                                                            \
	"      - {text: 40 metres of path resurfaced, due: 2012-01-31}\n"

#define LATE "6:51 deadline-outside-period \"2012-01-31\"\n"

static char folder[] = "/tmp/planlint-config-XXXXXX";

/* In a folder of its own: what a test writes is there for the next one too, unless it has another name. */
static int enter(void **state)
{
	(void)state;
	return mkdtemp(folder) && chdir(folder) == 0 && mkdir(".git", 0777) == 0 ? 0 : -1;
}

static int leave(void **state)
{
	char command[80];

	(void)state;
	(void)snprintf(command, sizeof command, "rm -rf %s", folder);
	return chdir("/") == 0 && system(command) == 0 ? 0 : -1;
}

static void put(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

/* ---- versions --------------------------------------------------------------------------------------------------- */

static void versions_compare_number_by_number(void **state)
{
	(void)state;
	assert_true(pl_version_compare(PL_STR("1.10"), PL_STR("1.9")) > 0);
	assert_true(pl_version_compare(PL_STR("1"), PL_STR("1.0.0")) == 0);
	assert_true(pl_version_compare(PL_STR("0.9.9"), PL_STR("1.0")) < 0);
}

static void only_numbers_and_points_are_versions(void **state)
{
	static const char *const bad[] = {"",   ".",   "1.", ".1",  "1..2",
	                                  "v1", "1.x", "-1", "1 2", "99999999999999999999999999"};

	(void)state;
	assert_true(pl_version_valid(PL_STR("1.2.3")));
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(pl_version_valid(pl_str_of(bad[i])));
}

static void a_range_is_all_of_its_comparisons(void **state)
{
	bool fits;

	(void)state;
	assert_true(pl_version_range(PL_STR(">=1.0, <2"), PL_STR("1.4"), &fits) && fits);
	assert_true(pl_version_range(PL_STR(">=1.0, <2"), PL_STR("2.0"), &fits) && !fits);
	assert_true(pl_version_range(PL_STR("= 1.4"), PL_STR("1.4.0"), &fits) && fits);
	assert_true(pl_version_range(PL_STR("<=1.4"), PL_STR("1.5"), &fits) && !fits);
	assert_true(pl_version_range(PL_STR(">1.4"), PL_STR("1.4"), &fits) && !fits);
	assert_false(pl_version_range(PL_STR("1.4"), PL_STR("1.4"), &fits));
	assert_false(pl_version_range(PL_STR(""), PL_STR("1.4"), &fits));
	assert_false(pl_version_range(PL_STR(">= "), PL_STR("1.4"), &fits));
}

/* ---- paths and globs -------------------------------------------------------------------------------------------- */

static void paths_are_taken_apart_and_joined(void **state)
{
	struct pl_arena arena;
	const char *rest;

	(void)state;
	pl_arena_init(&arena, NULL);
	assert_string_equal(pl_path_folder(&arena, "a/b.yaml"), "a");
	assert_string_equal(pl_path_folder(&arena, "b.yaml"), ".");
	assert_string_equal(pl_path_folder(&arena, "/b.yaml"), "/");
	assert_string_equal(pl_path_join(&arena, "a", "b"), "a/b");
	assert_string_equal(pl_path_join(&arena, "/", "b"), "/b");
	assert_string_equal(pl_path_join(&arena, ".", "b"), "b");
	assert_string_equal(pl_path_join(&arena, "a", "/b"), "/b");
	assert_true(pl_path_below("/a", "/a/b", &rest));
	assert_string_equal(rest, "b");
	assert_true(pl_path_below("/", "/a/b", &rest));
	assert_string_equal(rest, "a/b");
	assert_false(pl_path_below("/a", "/ab", &rest));
	pl_arena_free(&arena);
}

static bool names(const char *glob, const char *path)
{
	struct pl_str pattern = pl_str_of(glob);
	struct pl_config config = {.folder = "/p"};

	return pl_config_names(&config, &(struct pl_strs){.items = &pattern, .count = 1}, path);
}

static void globs_count_from_the_configuration(void **state)
{
	(void)state;
	assert_true(names("plans/**", "/p/plans/a/b.yaml"));
	assert_true(names("plans/*.yaml", "/p/plans/b.yaml"));
	assert_false(names("plans/*.yaml", "/p/x/plans/b.yaml"));
	assert_true(names("archive", "/p/x/archive/b.yaml"));
	assert_true(names("archive/", "/p/archive/b.yaml"));
	assert_true(names("./plans", "/p/plans/b.yaml"));
	assert_true(names("*.yaml", "/p/x/b.yaml"));
	assert_false(names("plans", "/p/replans/b.yaml"));
	assert_false(names("**", "/q/b.yaml"));
	assert_false(names("", "/p/b.yaml"));
}

/* ---- runs ------------------------------------------------------------------------------------------------------- */

static void a_configuration_holds_for_all_files(void **state)
{
	struct linted *linted = *state;

	put("off.yaml", "rules: {deadline-outside-period: off}\n");
	assert_int_equal(pl_run_config_file(linted->run, "off.yaml"), PL_OK);
	assert_string_equal(linted_plan(linted, PLAN), "");
}

static void what_was_asked_before_still_beats_it(void **state)
{
	struct linted *linted = *state;

	assert_int_equal(pl_run_set(linted->run, "deadline-outside-period.severity=error"), PL_OK);
	assert_int_equal(pl_run_config_file(linted->run, "off.yaml"), PL_OK);
	assert_string_equal(linted_plan(linted, PLAN), LATE);
}

static void nothing_is_looked_for_unless_asked(void **state)
{
	struct linted *linted = *state;

	put(".planlint.yaml", "rules: {deadline-outside-period: off}\n");
	assert_string_equal(linted_plan(linted, PLAN), LATE);
}

static void a_buffer_follows_the_folder_of_its_name(void **state)
{
	struct linted *linted = *state;

	pl_run_discover(linted->run, true);
	assert_string_equal(linted_plan(linted, PLAN), "");
}

static void files_of_one_run_may_follow_different_ones(void **state)
{
	struct linted *linted = *state;

	assert_int_equal(mkdir("inner", 0777), 0);
	put("inner/.planlint.yaml", "rules: {deadline-outside-period: error}\n");
	put("inner/plan.yaml", PLAN);
	put("plan.yaml", PLAN);
	pl_run_discover(linted->run, true);
	assert_int_equal(pl_run_add_file(linted->run, "inner/plan.yaml", PL_INPUT_NAMED), PL_OK);
	assert_int_equal(pl_run_add_file(linted->run, "plan.yaml", PL_INPUT_NAMED), PL_OK);
	linted_run(linted);
	assert_string_equal(linted_text(&linted->lines), LATE);
	assert_int_equal(linted->files, 2);
}

static void words_of_the_project_are_read_as_what_they_are(void **state)
{
	struct linted *linted = *state;

	put("words.yaml", "vocabulary: {bodies: [Policy and Resources, Moot], meetings: [powwow]}\n");
	assert_int_equal(pl_run_config_file(linted->run, "words.yaml"), PL_OK);
	linted_select(linted, "committee-only,meeting-only");
	linted_plan(linted, "plan: {title: Park plan, period: 2010/11}\n"
	                    "key_actions:\n"
	                    "  - title: Repair the paths\n"
	                    "    milestones:\n"
	                    "      - Report to Moot\n"
	                    "      - Report to policy  and Resources\n"
	                    "      - Powwow with the coach\n"
	                    "      - Report to Policy\n");
	assert_non_null(strstr(linted_text(&linted->lines), "5:9 committee-only"));
	assert_non_null(strstr(linted_text(&linted->lines), "6:9 committee-only"));
	assert_non_null(strstr(linted_text(&linted->lines), "7:9 meeting-only"));
	assert_null(strstr(linted_text(&linted->lines), "8:9"));
}

static void a_refused_configuration_says_where(void **state)
{
	struct linted *linted = *state;
	const struct pl_file *file;

	assert_null(pl_run_refused(linted->run));
	put("bad.yaml", "fail-on: eror\nrules: {nothing: off}\n");
	assert_int_equal(pl_run_config_file(linted->run, "bad.yaml"), PL_BAD_SETTING);
	assert_string_equal(pl_run_message(linted->run),
	                    "bad.yaml:1:10: eror is none of error, warning, info and never");
	file = pl_run_refused(linted->run);
	assert_non_null(file);
	assert_int_equal(file->finding_count, 2);
	assert_int_equal(file->findings[1].range.start.line, 2);
	assert_int_equal(pl_run_config_file(linted->run, "not-there.yaml"), PL_BAD_SETTING);
	assert_null(pl_run_refused(linted->run));
}

static void rules_of_a_pack_are_rules_of_the_run(void **state)
{
	struct linted *linted = *state;
	size_t before = pl_run_rule_count(linted->run);
	const struct pl_rule *rule;

	put("pack.yaml", "rules:\n  - {id: metres, summary: length, when: {matches: {text: metres}}}\n");
	put("packed.yaml", "extends: pack.yaml\n");
	assert_null(pl_run_rule_find(linted->run, PL_STR("metres")));
	assert_int_equal(pl_run_config_file(linted->run, "packed.yaml"), PL_OK);
	assert_int_equal(pl_run_rule_count(linted->run), before + 1);
	rule = pl_run_rule_find(linted->run, PL_STR("metres"));
	assert_ptr_equal(pl_run_rule_at(linted->run, before), rule);
	assert_true(pl_run_rule_enabled(linted->run, rule));
	assert_int_equal(pl_run_rule_severity(linted->run, rule), PL_WARNING);
	linted_select(linted, "metres");
	assert_string_equal(linted_plan(linted, PLAN), "6:19 metres \"metres\"\n");
}

static void a_run_without_packs_has_the_rules_of_the_program(void **state)
{
	struct linted *linted = *state;

	assert_int_equal(pl_run_rule_count(linted->run), pl_rule_count());
	assert_int_equal(pl_run_rule_count(NULL), pl_rule_count());
	assert_ptr_equal(pl_run_rule_at(NULL, 0), pl_rule_at(0));
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, linted_open, linted_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(versions_compare_number_by_number),
	        cmocka_unit_test(only_numbers_and_points_are_versions),
	        cmocka_unit_test(a_range_is_all_of_its_comparisons),
	        cmocka_unit_test(paths_are_taken_apart_and_joined),
	        cmocka_unit_test(globs_count_from_the_configuration),
	        CASE(a_configuration_holds_for_all_files),
	        CASE(what_was_asked_before_still_beats_it),
	        CASE(nothing_is_looked_for_unless_asked),
	        CASE(a_buffer_follows_the_folder_of_its_name),
	        CASE(files_of_one_run_may_follow_different_ones),
	        CASE(words_of_the_project_are_read_as_what_they_are),
	        CASE(a_refused_configuration_says_where),
	        CASE(rules_of_a_pack_are_rules_of_the_run),
	        CASE(a_run_without_packs_has_the_rules_of_the_program),
	};

	return cmocka_run_group_tests(tests, enter, leave);
}
