/*
 * Which milestone of one plan is which of another: each test is two plans and what became of each milestone,
 *
 *	old id -> new id [reworded] [moved] [elsewhere] [fate]
 *
 * in the order of the old plan, then what was added.
 */
#include "base/buf.h"
#include "base/str.h"

#include <planlint/compare.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#define PLAN            "plan: {title: Canal plan, period: 2010/11}\nkey_actions:\n"
#define NEXT            "plan: {title: Canal plan, period: 2011/12}\nkey_actions:\n"
#define BOATS           "  - ref: KA1\n    title: Bring boats back to the canal\n    milestones:\n"
#define WATER           "  - ref: KA2\n    title: Keep the water clean for fish\n    milestones:\n"
#define M(id, text)     "      - {id: " id ", text: '" text "', due: 2010-09-30}\n"
#define LATER(id, text) "      - {id: " id ", text: '" text "', due: 2010-12-31}\n"
#define BARE(text)      "      - {text: '" text "', due: 2010-09-30}\n"

struct seen {
	struct pl_buf lines, findings;
	size_t plans, added, dropped;
};

static const char *id_of(const struct pl_milestone *milestone)
{
	static char text[2][200];
	static unsigned turn;
	const struct pl_item *item;

	if (!milestone)
		return "-";
	item = pl_tracked_milestone(milestone).item;
	turn = !turn;
	snprintf(text[turn], sizeof text[turn], "%.*s.%.*s",
	         milestone->action->item.ref ? (int)milestone->action->item.ref->value.len : 0,
	         milestone->action->item.ref ? milestone->action->item.ref->value.ptr : "",
	         item->ref ? (int)item->ref->value.len : (int)item->title->value.len,
	         item->ref ? item->ref->value.ptr : item->title->value.ptr);
	return text[turn];
}

static void add_milestone(struct seen *seen, const struct pl_compared_milestone *one)
{
	pl_buf_print(&seen->lines, "%s -> ", id_of(one->was));
	pl_buf_print(&seen->lines, "%s%s%s%s%s%s\n", id_of(one->is), one->reworded ? " reworded" : "",
	             one->moved ? " moved" : "", one->elsewhere ? " elsewhere" : "", one->fate ? " " : "",
	             pl_fate_name(one->fate));
}

static void on_file(void *data, const struct pl_compared_file *file)
{
	struct seen *seen = data;

	for (size_t i = 0; i < file->plan_count; i++) {
		seen->plans += file->plans[i].was && file->plans[i].is;
		seen->added += !file->plans[i].was;
		seen->dropped += !file->plans[i].is;
		for (size_t k = 0; k < file->plans[i].milestone_count; k++)
			add_milestone(seen, &file->plans[i].milestones[k]);
	}
	for (size_t i = 0; i < file->finding_count; i++) {
		const struct pl_compared_finding *one = &file->findings[i];

		pl_buf_print(&seen->findings, "%s %s%s\n", pl_change_name(one->change),
		             (one->is ? one->is : one->was)->rule->id, one->reworded ? " reworded" : "");
	}
}

static void add_side(struct pl_run *run, enum pl_side side, const char *name, const char *plan)
{
	assert_int_equal(pl_run_add_buffer(run, name, plan, strlen(plan)), PL_OK);
	assert_int_equal(pl_run_side(run, side, name), PL_OK);
}

static void compare_named(struct seen *seen, const char *rules, const char *const old[2], const char *const new[2])
{
	struct pl_run *run = pl_run_open();

	assert_non_null(run);
	assert_int_equal(pl_run_profile(run, PL_PROFILE_RESEARCH), PL_OK);
	assert_int_equal(pl_run_select(run, rules), PL_OK);
	add_side(run, PL_SIDE_OLD, old[0], old[1]);
	add_side(run, PL_SIDE_NEW, new[0], new[1]);
	assert_int_equal(pl_run_compare(run, &(struct pl_compare_sink){seen, on_file}), PL_OK);
	pl_run_close(run);
}

static void end(struct seen *seen)
{
	pl_buf_free(&seen->lines);
	pl_buf_free(&seen->findings);
}

static void check_lines(const char *old, const char *new, const char *expected)
{
	struct seen seen = {0};

	compare_named(&seen, "yaml-syntax", (const char *const[]){"plan.yaml", old},
	              (const char *const[]){"plan.yaml", new});
	assert_string_equal(seen.lines.ptr ? seen.lines.ptr : "", expected);
	end(&seen);
}

static void check_findings(const char *old, const char *new, const char *expected)
{
	struct seen seen = {0};

	compare_named(&seen, "meeting-only,missing-outcome", (const char *const[]){"plan.yaml", old},
	              (const char *const[]){"plan.yaml", new});
	assert_string_equal(seen.findings.ptr ? seen.findings.ptr : "", expected);
	end(&seen);
}

/* ---- two versions ------------------------------------------------------------------------------------------------ */

static void what_stays_is_the_same(void **state)
{
	(void)state;
	check_lines(PLAN BOATS M("M1", "Lock gates replaced") M("M2", "Towpath lit"),
	            PLAN BOATS M("M2", "Towpath lit") M("M1", "Lock gates replaced"),
	            "KA1.M1 -> KA1.M1\nKA1.M2 -> KA1.M2\n");
}

static void a_new_deadline_moves(void **state)
{
	(void)state;
	check_lines(PLAN BOATS M("M1", "Lock gates replaced"), PLAN BOATS LATER("M1", "Lock gates replaced"),
	            "KA1.M1 -> KA1.M1 moved\n");
}

static void ids_numbered_afresh_do_not_count(void **state)
{
	(void)state;
	check_lines(PLAN BOATS M("M1", "Lock gates replaced") M("M2", "Towpath lit from Stoke to the basin"),
	            PLAN BOATS M("M1", "Three moorings opened") M("M2", "Lock gates replaced")
	                    M("M3", "Towpath lit from Stoke to the basin"),
	            "KA1.M1 -> KA1.M2\nKA1.M2 -> KA1.M3\n- -> KA1.M1\n");
}

static void key_actions_numbered_afresh_do_not_count(void **state)
{
	(void)state;
	check_lines(
	        PLAN BOATS M("M1", "Lock gates replaced"),
	        PLAN "  - ref: KA1\n    title: Open a museum of coal\n    milestones:\n" M(
	                "M1",
	                "Roof sealed") "  - ref: KA2\n    title: Bring boats back to the canal\n    milestones:\n" M("M1",
	                                                                                                             "Lock gates replaced"),
	        "KA1.M1 -> KA2.M1\n- -> KA1.M1\n");
}

static void equal_ones_pair_one_to_one_in_order(void **state)
{
	(void)state;
	check_lines(PLAN BOATS BARE("Newsletter issued") BARE("Newsletter issued") BARE("Newsletter issued"),
	            PLAN BOATS BARE("Newsletter issued") BARE("Newsletter issued"),
	            "KA1.Newsletter issued -> KA1.Newsletter issued\n"
	            "KA1.Newsletter issued -> KA1.Newsletter issued\nKA1.Newsletter issued -> -\n");
	check_lines(PLAN BOATS M("M1", "Newsletter issued") LATER("M2", "Newsletter issued"),
	            PLAN BOATS LATER("M7", "Newsletter issued"), "KA1.M1 -> -\nKA1.M2 -> KA1.M7\n");
}

static void other_words_for_the_same(void **state)
{
	(void)state;
	check_lines(PLAN BOATS BARE("Towpath resurfaced from Mill Lane to the basin") BARE("Gates painted"),
	            PLAN BOATS BARE("Gates painted") BARE("Resurface the towpath, Mill Lane to basin"),
	            "KA1.Towpath resurfaced from Mill Lane to the basin -> "
	            "KA1.Resurface the towpath, Mill Lane to basin reworded\nKA1.Gates painted -> KA1.Gates painted\n");
}

static void much_may_be_added(void **state)
{
	(void)state;
	check_lines(
	        PLAN BOATS M("M1", "Agree the lease of the tollhouse at Stoke with the county")
	                M("M2", "Gates painted"),
	        PLAN BOATS M("M2", "Gates painted") M(
	                "M3",
	                "Agree the lease of the tollhouse at Stoke with the county, for 20 years and with a tea room"),
	        "KA1.M1 -> KA1.M3 reworded\nKA1.M2 -> KA1.M2\n");
}

static void the_nearest_of_several(void **state)
{
	(void)state;
	check_lines(PLAN BOATS M("M1", "Towpath resurfaced from Mill Lane to Stoke bridge"),
	            PLAN BOATS M("M5", "Towpath resurfaced from Mill Lane to Church Street")
	                    M("M6", "Towpath newly resurfaced from Mill Lane to Stoke bridge"),
	            "KA1.M1 -> KA1.M6 reworded\n- -> KA1.M5\n");
}

static void a_new_amount_is_the_same_milestone(void **state)
{
	(void)state;
	check_lines(PLAN BOATS BARE("250 moorings let to visitors") BARE("Gates painted"),
	            PLAN BOATS BARE("Gates painted") BARE("300 moorings let to visitors"),
	            "KA1.250 moorings let to visitors -> KA1.300 moorings let to visitors reworded\n"
	            "KA1.Gates painted -> KA1.Gates painted\n");
}

static void another_phase_place_or_step_is_another_milestone(void **state)
{
	static const char *const pairs[][2] = {
	        {"Phase 1 of the dredging at Stoke completed", "Phase 2 of the dredging at Stoke completed"},
	        {"Moorings at Stoke Wharf let", "Moorings at Barton Wharf let"},
	        {"Begin the dredging of the basin", "Finish the dredging of the basin"},
	        {"Agree the design of the new lock", "Publish the design of the new lock"},
	        {"Minutes of the eleventh meeting circulated", "Minutes of the twelfth meeting circulated"},
	        {"Consultation on the mooring fees completed", "Mooring fees reviewed"},
	        {"Circulate minutes and actions of the third meeting",
	         "Circulate minutes and actions of the seventh meeting"},
	        {"Publish the notes of the 3rd meeting of anglers", "Publish the notes of the 7th meeting of anglers"},
	        {"Set up group", "Terms of reference for group"},
	        {"Waterways Trust to support the Canal Company in founding a school for lock keepers",
	         "Waterways Trust to work with the Canal Company on a public statement of support"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		char old[400], new[400], expected[400];

		snprintf(old, sizeof old, PLAN BOATS BARE("%s") BARE("Gates painted"), pairs[i][0]);
		snprintf(new, sizeof new, PLAN BOATS BARE("Gates painted") BARE("%s"), pairs[i][1]);
		snprintf(expected, sizeof expected,
		         "KA1.%s -> -\nKA1.Gates painted -> KA1.Gates painted\n- -> KA1.%s\n", pairs[i][0],
		         pairs[i][1]);
		check_lines(old, new, expected);
	}
}

static void under_its_id_a_milestone_may_be_written_anew(void **state)
{
	(void)state;
	check_lines(PLAN BOATS M("M1", "Workshop with boaters") M("M2", "Towpath lit"),
	            PLAN BOATS M("M2", "Towpath lit") M("M1", "30 owners have chosen their moorings"),
	            "KA1.M1 -> KA1.M1 reworded\nKA1.M2 -> KA1.M2\n");
}

static void so_it_may_in_its_place(void **state)
{
	(void)state;
	check_lines(PLAN BOATS BARE("Gates painted") BARE("Work with anglers") BARE("Towpath lit"),
	            PLAN BOATS BARE("Gates painted") BARE("12 swims let to anglers by the club") BARE("Towpath lit"),
	            "KA1.Gates painted -> KA1.Gates painted\n"
	            "KA1.Work with anglers -> KA1.12 swims let to anglers by the club reworded\n"
	            "KA1.Towpath lit -> KA1.Towpath lit\n");
	/* nothing in common but the place */
	check_lines(PLAN BOATS BARE("Gates painted") BARE("Work with anglers") BARE("Towpath lit"),
	            PLAN BOATS BARE("Gates painted") BARE("Roof of the tollhouse sealed") BARE("Towpath lit"),
	            "KA1.Gates painted -> KA1.Gates painted\nKA1.Work with anglers -> -\n"
	            "KA1.Towpath lit -> KA1.Towpath lit\n- -> KA1.Roof of the tollhouse sealed\n");
}

static void under_another_key_action(void **state)
{
	(void)state;
	check_lines(PLAN BOATS M("M1", "Reed beds planted at Stoke") M("M2", "Gates painted") WATER M("M1", "Weed cut"),
	            PLAN BOATS M("M2", "Gates painted") WATER M("M1", "Weed cut") M("M2", "Reed beds planted at Stoke"),
	            "KA1.M1 -> KA2.M2 elsewhere\nKA1.M2 -> KA1.M2\nKA2.M1 -> KA2.M1\n");
	/* what only says which step it is may be a step of anything */
	check_lines(PLAN BOATS M("M1", "Report to Cabinet") M("M2", "Gates painted") WATER M("M1", "Weed cut"),
	            PLAN BOATS M("M2", "Gates painted") WATER M("M1", "Weed cut") M("M2", "Report to Cabinet"),
	            "KA1.M1 -> -\nKA1.M2 -> KA1.M2\nKA2.M1 -> KA2.M1\n- -> KA2.M2\n");
}

static void key_actions_without_milestones(void **state)
{
	static const char old[] = "plan: {title: Review}\nrecommendations:\n"
	                          "  - {ref: R1, title: Publish the fees of moorings, due: 2010-09-30}\n"
	                          "  - {ref: R2, title: Train 12 lock keepers, due: 2010-09-30}\n";
	static const char new[] = "plan: {title: Review}\nrecommendations:\n"
	                          "  - {ref: R1, title: Train 14 lock keepers, due: 2010-12-31}\n"
	                          "  - {ref: R2, title: Publish the fees of moorings, due: 2010-09-30}\n";

	(void)state;
	check_lines(old, new, "R1.R1 -> R2.R2\nR2.R2 -> R1.R1 reworded moved\n");
}

/* ---- two periods ------------------------------------------------------------------------------------------------- */

static void what_became_of_last_period(void **state)
{
	(void)state;
	check_lines(PLAN BOATS "      - {id: M1, text: Lock gates replaced, due: Q1, status: completed}\n"
	                       "      - {id: M2, text: Towpath lit from Stoke, due: Q2}\n"
	                       "      - {id: M3, text: Three moorings opened, due: Q2}\n"
	                       "      - {id: M4, text: 40 anglers trained, due: Q3}\n"
	                       "      - {id: M5, text: Tollhouse roof sealed, due: Q4}\n"
	                       "      - {id: M6, text: Weed cut at the weir, due: Q4, status: cancelled}\n"
	                       "      - {id: M7, text: Boat fees reviewed, due: Q4}\n",
	            NEXT "  - ref: KA1\n    title: Bring boats back to the canal\n    achievements:\n"
	                 "      - {id: M4, text: 40 anglers trained, percent_complete: 20, carried_forward: no}\n"
	                 "      - {id: M7, text: Boat fees reviewed, status: completed}\n"
	                 "    milestones:\n"
	                 "      - {id: M1, text: Towpath lit from Stoke, due: Q2, carried_forward: {from: M2}}\n"
	                 "      - {id: M2, text: Three moorings opened, due: Q3}\n"
	                 "      - {id: M3, text: Café opened, due: Q3}\n",
	            "KA1.M1 -> - completed\nKA1.M2 -> KA1.M1 moved carried_forward\nKA1.M3 -> KA1.M2 moved set_again\n"
	            "KA1.M4 -> - dropped\nKA1.M5 -> - lost\nKA1.M6 -> - dropped\nKA1.M7 -> - completed\n- -> KA1.M3\n");
}

static void an_id_alone_means_nothing_in_another_period(void **state)
{
	(void)state;
	check_lines(PLAN BOATS M("M1", "Lock gates replaced"), NEXT BOATS M("M1", "Café let to a tenant"),
	            "KA1.M1 -> - lost\n- -> KA1.M1\n");
}

static void two_that_became_one_are_not_lost(void **state)
{
	(void)state;
	check_lines(PLAN BOATS M("M1", "Towpath lit from Stoke") M("M2", "Towpath lit from Stoke"),
	            NEXT BOATS M("M1", "Towpath lit from Stoke"),
	            "KA1.M1 -> KA1.M1 set_again\nKA1.M2 -> KA1.M1 set_again\n");
}

/* ---- findings ---------------------------------------------------------------------------------------------------- */

static void findings_are_new_gone_or_unchanged(void **state)
{
	(void)state;
	check_findings(PLAN BOATS M("M1", "Meeting of the boat club") M("M2", "Visit to Stoke"),
	               PLAN BOATS M("M3", "Weekly meetings of lock keepers") M("M1", "Meeting of the boat club"),
	               "new meeting-only\nunchanged meeting-only\ngone meeting-only\n");
}

static void a_reworded_fault_is_the_old_one(void **state)
{
	(void)state;
	check_findings(PLAN BOATS M("M1", "Meeting of the boat club"),
	               PLAN BOATS M("M1", "Hold a meeting of the boat club"), "unchanged meeting-only reworded\n");
}

static void an_ignored_one_is_told_apart(void **state)
{
	(void)state;
	check_findings(PLAN BOATS "      - text: Meeting of the boat club\n        due: 2010-09-30\n",
	               PLAN BOATS
	               "      - text: Meeting of the boat club # planlint: ignore[meeting-only] -- statutory\n"
	               "        due: 2010-09-30\n",
	               "ignored meeting-only\n");
	check_findings(PLAN BOATS
	               "      - text: Meeting of the boat club # planlint: ignore[meeting-only] -- statutory\n",
	               PLAN BOATS "      - text: Meeting of the boat club\n", "new meeting-only\n");
}

/* ---- plans ------------------------------------------------------------------------------------------------------- */

static void check_plans(const char *const old[2], const char *const new[2], size_t pairs, size_t added, size_t dropped)
{
	struct seen seen = {0};

	compare_named(&seen, "yaml-syntax", old, new);
	assert_int_equal(seen.plans, pairs);
	assert_int_equal(seen.added, added);
	assert_int_equal(seen.dropped, dropped);
	end(&seen);
}

static void plans_pair_by_path_else_by_title(void **state)
{
	static const char canal[] = "plan: {title: Canal plan 2010/11}\nkey_actions: [Dig]\n";
	static const char later[] = "plan: {title: 'Canal plan, 2011/12'}\nkey_actions: [Dig]\n";
	static const char roads[] = "plan: {title: Roads plan 2011/12}\nkey_actions: [Dig]\n";

	(void)state;
	check_plans((const char *const[]){"a.yaml", canal}, (const char *const[]){"a.yaml", roads}, 1, 0, 0);
	check_plans((const char *const[]){"a.yaml", canal}, (const char *const[]){"b.yaml", later}, 1, 0, 0);
	check_plans((const char *const[]){"a.yaml", canal}, (const char *const[]){"b.yaml", roads}, 0, 1, 1);
}

static void plans_of_one_file_pair_by_title(void **state)
{
	static const char old[] = "plan: {title: Canal plan 2010/11}\nkey_actions: [Dig]\n---\n"
	                          "plan: {title: Roads plan 2010/11}\nkey_actions: [Pave]\n";
	static const char new[] = "plan: {title: Roads plan 2011/12}\nkey_actions: [Pave]\n---\n"
	                          "plan: {title: Parks plan 2011/12}\nkey_actions: [Plant]\n---\n"
	                          "plan: {title: Woods plan 2011/12}\nkey_actions: [Plant]\n";

	(void)state;
	check_plans((const char *const[]){"a.yaml", old}, (const char *const[]){"a.yaml", new}, 1, 2, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(what_stays_is_the_same),
	        cmocka_unit_test(a_new_deadline_moves),
	        cmocka_unit_test(ids_numbered_afresh_do_not_count),
	        cmocka_unit_test(key_actions_numbered_afresh_do_not_count),
	        cmocka_unit_test(equal_ones_pair_one_to_one_in_order),
	        cmocka_unit_test(other_words_for_the_same),
	        cmocka_unit_test(much_may_be_added),
	        cmocka_unit_test(the_nearest_of_several),
	        cmocka_unit_test(a_new_amount_is_the_same_milestone),
	        cmocka_unit_test(another_phase_place_or_step_is_another_milestone),
	        cmocka_unit_test(under_its_id_a_milestone_may_be_written_anew),
	        cmocka_unit_test(so_it_may_in_its_place),
	        cmocka_unit_test(under_another_key_action),
	        cmocka_unit_test(key_actions_without_milestones),
	        cmocka_unit_test(what_became_of_last_period),
	        cmocka_unit_test(an_id_alone_means_nothing_in_another_period),
	        cmocka_unit_test(two_that_became_one_are_not_lost),
	        cmocka_unit_test(findings_are_new_gone_or_unchanged),
	        cmocka_unit_test(a_reworded_fault_is_the_old_one),
	        cmocka_unit_test(an_ignored_one_is_told_apart),
	        cmocka_unit_test(plans_pair_by_path_else_by_title),
	        cmocka_unit_test(plans_of_one_file_pair_by_title),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
