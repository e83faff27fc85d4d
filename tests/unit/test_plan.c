/* What a document says once its keys, synonyms, lists and values have been read. */
#include "plan_case.h"

/* ---- keys and synonyms ------------------------------------------------------------------------------------------ */

static void test_synonyms_of_actions(void **state)
{
	static const char *const lists[] = {"key_actions", "actions",         "tasks",       "activities",
	                                    "action_plan", "recommendations", "Key Actions", "KEY-ACTIONS"};
	static const char *const titles[] = {"title", "action",          "activity",      "task",
	                                     "name",  "action_required", "recommendation"};
	static const char *const dues[] = {"deadline", "due",       "by",      "target_date",
	                                   "due_date", "timescale", "quarter", "quarter_for_completion",
	                                   "end",      "finish",    "Due Date"};

	(void)state;
	for (size_t i = 0; i < 8; i++)
		for (size_t j = 0; j < 7; j++)
			for (size_t k = 0; k < 11; k++) {
				struct plan_case c = {0};
				char yaml[300];

				snprintf(yaml, sizeof yaml,
				         "plan: {title: Parks}\n%s:\n  - %s: Open a park\n    %s: Q2 2010/11\n",
				         lists[i], titles[j], dues[k]);
				read_case(&c, yaml);
				assert_string_equal(c.found, "");
				assert_int_equal(c.plan->action_count, 1);
				check_text(c.plan->actions[0]->item.title, "Open a park");
				assert_int_equal(c.plan->actions[0]->deadline.kind, PL_DUE_QUARTER);
				end_case(&c);
			}
}

static void test_synonyms_of_milestones(void **state)
{
	struct plan_case c = {0};

	(void)state;
	read_case(&c, "plan: {title: Libraries, period: 2010/11}\n"
	              "actions:\n"
	              "  - no: A1\n"
	              "    name: Lend more books\n"
	              "    owner: A. Reader\n"
	              "    team: Loans\n"
	              "    outcomes: More loans\n"
	              "    key_activity_status: On target\n"
	              "    percentage: 40%\n"
	              "    progress_to_date: Going well\n"
	              "    smart: [{code: T1, target: 900 loans, target_date: Q4}]\n"
	              "    progress_milestones:\n"
	              "      - number: 1\n"
	              "        action: Van bought\n"
	              "        finish: Q2\n"
	              "        responsible_officer: B. Driver\n"
	              "        expected_contribution: 300 loans\n"
	              "        targets: T1\n"
	              "        status_of_project: slipped\n"
	              "        complete_percent: 66.5\n"
	              "        comment: Van late\n");
	assert_string_equal(c.found, "");
	check_text(c.plan->actions[0]->lead_officer, "A. Reader");
	check_text(c.plan->actions[0]->service_team, "Loans");
	check_text(c.plan->actions[0]->expected_outcome, "More loans");
	check_text(c.plan->actions[0]->progress->comments, "Going well");
	assert_int_equal(c.plan->actions[0]->progress->state, PL_STATE_IN_PROGRESS);
	assert_int_equal((int)c.plan->actions[0]->progress->percent, 40);
	check_text(c.plan->actions[0]->targets[0].item.ref, "T1");
	assert_int_equal(c.plan->actions[0]->targets[0].by.kind, PL_DUE_QUARTER);
	check_text(c.plan->milestones[0]->item.ref, "1");
	check_text(c.plan->milestones[0]->item.title, "Van bought");
	check_text(c.plan->milestones[0]->lead_officer, "B. Driver");
	check_text(c.plan->milestones[0]->outcome, "300 loans");
	assert_int_equal(c.plan->milestones[0]->progress->state, PL_STATE_DELAYED);
	assert_true(c.plan->milestones[0]->progress->percent > 66.4f &&
	            c.plan->milestones[0]->progress->percent < 66.6f);
	assert_ptr_equal(c.plan->milestones[0]->feeds.items[0].item, &c.plan->actions[0]->targets[0].item);
	end_case(&c);
}

/* Of several texts the first in the format's order counts, wherever it stands; the others describe it. */
static void test_first_text(void **state)
{
	struct plan_case c = {0};

	(void)state;
	read_case(&c, "plan: {title: Roads}\n"
	              "key_actions:\n"
	              "  - description: On all A roads\n"
	              "    task: Mend\n"
	              "    action: Mend potholes\n"
	              "    milestones:\n"
	              "      - description: In the north\n"
	              "        milestone: Ten mended\n"
	              "      - {title: Named, action: Done}\n");
	assert_string_equal(c.found, "");
	check_text(c.plan->actions[0]->item.title, "Mend potholes");
	check_text(c.plan->milestones[0]->item.title, "Ten mended");
	check_text(c.plan->milestones[1]->item.title, "Done");
	end_case(&c);
}

static void test_aliases(void **state)
{
	static const struct pl_key_alias aliases[] = {
	        {{"workstreams", 11}, {"key_actions", 11}},
	        {{"when", 4}, {"due", 3}},
	};
	struct plan_case c = {.options = {.aliases = aliases, .alias_count = 2}};

	(void)state;
	read_case(&c,
	          "plan: {title: IT}\n"
	          "Workstreams:\n"
	          "  - {title: New phones, When: Q2 2010/11, milestones: [{text: Phones bought, when: Q1 2010/11}]}\n");
	assert_string_equal(c.found, "");
	assert_int_equal(c.plan->actions[0]->deadline.kind, PL_DUE_QUARTER);
	assert_int_equal(c.plan->milestones[0]->due.kind, PL_DUE_QUARTER);
	end_case(&c);
}

static void test_unknown_key(void **state)
{
	(void)state;
	check_found("plan: {titel: Parks}\nkey_actions: []\n",
	            "unknown-key at \"titel\": 'titel' is not a key of a plan; the nearest one is 'title'\n");
	check_found(
	        "key_actions:\n  - title: Plant trees\n    leed_officer: A\n    milestones:\n      - txt: Trees in\n",
	        "unknown-key at \"leed_officer\": 'leed_officer' is not a key of a key action; the nearest one is "
	        "'lead_officer'\n"
	        "unknown-key at \"txt\": 'txt' is not a key of a milestone; the nearest one is 'text'\n");
	check_found("key_actions:\n  - {title: Plant trees, feeds: [T1], zebra: 1}\n",
	            "unknown-key at \"feeds\": 'feeds' is not a key of a key action\n"
	            "unknown-key at \"zebra\": 'zebra' is not a key of a key action\n");
	/* Accepted on every item: it is the suppression that reads it. */
	check_silent("planlint_ignore: {placeholder: later}\n"
	             "plan: {title: P, planlint_ignore: {placeholder: later}}\n"
	             "themes: [{title: T, planlint_ignore: {empty-theme: later}}]\n"
	             "key_actions:\n  - title: A\n    planlint_ignore: {vague-milestone: later}\n"
	             "    smart_targets: [{text: T, planlint_ignore: {target-not-smart: later}}]\n"
	             "    milestones: [{text: M, planlint_ignore: {vague-milestone: later}}]\n");
}

/* The text that an unknown key probably holds is not missing as well. */
static void test_no_cascade(void **state)
{
	(void)state;
	check_found(
	        "plan: {title: P, template: strategic}\n"
	        "key_actions:\n  - {ref: A1, title: A, leed_officer: X, deadline: 31/02/2010}\n",
	        "unknown-key at \"leed_officer\": 'leed_officer' is not a key of an activity; the nearest one is "
	        "'lead_officer'\n"
	        "invalid-value at \"31/02/2010\": \"31/02/2010\" is no date or quarter that exists, so 'deadline' can't be "
	        "read\n");
}

static void test_duplicate_key(void **state)
{
	(void)state;
	check_found(
	        "key_actions:\n  - {title: A, deadline: Q1 2010/11, by: Q2 2010/11}\n",
	        "duplicate-key at \"by\": 'deadline' and 'by' are the same field, 'deadline'; only the first is read\n");
	check_silent("key_actions:\n  - {title: A, deadline: , by: Q2 2010/11}\n");
	check_found("key_actions:\n  KA1: {title: A, ref: KA2}\n",
	            "duplicate-key at \"KA2\": 'ref' is \"KA2\", but the key it stands under says \"KA1\"\n");
	check_silent("key_actions:\n  KA1: {title: A, ref: KA1}\n");
}

/* ---- the forms of lists ----------------------------------------------------------------------------------------- */

static void test_bare_texts_and_mappings(void **state)
{
	struct plan_case c = {0};

	(void)state;
	read_case(&c, "plan: {title: Housing}\n"
	              "priorities: {P1: Safe homes, P2: {title: Warm homes, targets: [Fewer damp flats]}}\n"
	              "key_actions:\n"
	              "  KA1:\n"
	              "    title: Insulate flats\n"
	              "    priorities: P1, P2\n"
	              "    partners: Tenants' forum\n"
	              "    smart_targets: {T1: 40 flats}\n"
	              "    milestones:\n"
	              "      M1: Survey done\n"
	              "      M2: {text: Lofts lagged, feeds: T1, depends_on: [M1]}\n"
	              "  KA2: {title: Mend roofs, milestones: Ten roofs mended, links: KA1}\n"
	              "  KA3: Paint doors\n");
	assert_string_equal(c.found, "");
	assert_int_equal(c.plan->action_count, 3);
	assert_int_equal(c.plan->priority_count, 2);
	check_text(c.plan->priorities[1]->targets.items[0], "Fewer damp flats");
	assert_int_equal(c.plan->actions[0]->priority_count, 2);
	assert_ptr_equal(c.plan->actions[0]->priorities[1].to.item, &c.plan->priorities[1]->item);
	check_text(c.plan->actions[0]->partners.items[0], "Tenants' forum");
	check_text(c.plan->actions[0]->milestones[0]->item.ref, "M1");
	check_text(c.plan->actions[0]->milestones[0]->item.title, "Survey done");
	assert_ptr_equal(c.plan->milestones[1]->depends_on.items[0].item, &c.plan->milestones[0]->item);
	check_text(c.plan->actions[1]->milestones[0]->item.title, "Ten roofs mended");
	assert_ptr_equal(c.plan->actions[1]->links[0].to_action, c.plan->actions[0]);
	check_text(c.plan->actions[2]->item.title, "Paint doors");
	assert_true(c.plan->actions[2]->milestones[0]->is_action);
	end_case(&c);
}

/* One item written as a mapping where a list belongs. */
static void test_single_item(void **state)
{
	struct plan_case c = {0};

	(void)state;
	read_case(&c, "key_actions:\n  title: Mend roofs\n  milestones: {text: Ten mended, due: Q2 2010/11}\n");
	assert_string_equal(c.found, "");
	assert_int_equal(c.plan->action_count, 1);
	check_text(c.plan->milestones[0]->item.title, "Ten mended");
	end_case(&c);
}

static void test_schedule(void **state)
{
	struct plan_case c = {0};

	(void)state;
	read_case(&c, "plan: {title: Grid, period: 2008/09}\n"
	              "key_actions:\n"
	              "  - title: Buses\n"
	              "    schedule:\n"
	              "      2008-11: Route agreed\n"
	              "      2009-01: [Stops built, Drivers hired]\n"
	              "      2009-02:\n"
	              "      Q4: {text: First bus, lead: A}\n"
	              "  - title: Trams\n"
	              "    milestones: {Q1: Survey, 2008-10: Permit}\n"
	              "  - title: Ids\n"
	              "    milestones: {1: One thing, 2: Another}\n");
	assert_string_equal(c.found, "");
	assert_int_equal(c.plan->milestone_count, 8);
	check_text(c.plan->milestones[0]->due.text, "2008-11");
	assert_int_equal(c.plan->milestones[0]->due.kind, PL_DUE_MONTH);
	assert_true(c.plan->milestones[0]->is_entry);
	check_text(c.plan->milestones[2]->item.title, "Drivers hired");
	check_text(c.plan->milestones[3]->lead_officer, "A");
	assert_int_equal(c.plan->milestones[3]->due.kind, PL_DUE_QUARTER);
	check_text(c.plan->milestones[4]->item.title, "Survey");
	assert_int_equal(c.plan->milestones[5]->due.kind, PL_DUE_MONTH);
	assert_false(c.plan->milestones[6]->is_entry);
	check_text(c.plan->milestones[6]->item.ref, "1");
	end_case(&c);
	check_found("key_actions:\n  - title: Buses\n    schedule: {2008-11: Route, soon: Stops}\n",
	            "invalid-value at \"soon\": \"soon\" is no date, so this part of the schedule can't be placed\n");
}

static void test_actions_below(void **state)
{
	struct plan_case c = {0};

	(void)state;
	read_case(&c, "plan: {title: Inspection, template: improvement}\n"
	              "recommendations:\n"
	              "  - recommendation: Plan better\n"
	              "    actions:\n"
	              "      - {action: Train planners, timescale: March 2011}\n"
	              "  - {action: Count better, timescales: [{no: 1, text: Counter bought, deadline: June 2011}]}\n"
	              "themes:\n"
	              "  - title: People\n"
	              "    objectives:\n"
	              "      - {ref: O1, title: Hire, tasks: [{title: Advertise, timescale: May 2011}]}\n"
	              "    activities: [{action: Pay, timescale: [May 2011, June 2011]}]\n");
	assert_string_equal(c.found, "");
	assert_int_equal(c.plan->objective_count, 2);
	assert_int_equal(c.plan->action_count, 4);
	check_text(c.plan->objectives[0]->item.title, "Plan better");
	assert_ptr_equal(c.plan->actions[0]->objective, &c.plan->objectives[0]->item);
	assert_null(c.plan->actions[0]->theme);
	assert_true(c.plan->actions[0]->milestones[0]->is_action);
	assert_int_equal(c.plan->actions[0]->milestones[0]->due.kind, PL_DUE_MONTH);
	check_text(c.plan->actions[1]->milestones[0]->item.title, "Counter bought");
	assert_ptr_equal(c.plan->actions[2]->theme, &c.plan->themes[0]->item);
	assert_int_equal(c.plan->themes[0]->action_count, 2);
	assert_int_equal(c.plan->actions[3]->deadline.kind, PL_DUE_LIST);
	end_case(&c);
}

static void test_leaves(void **state)
{
	struct plan_case c = {0};

	(void)state;
	read_case(
	        &c,
	        "plan: {title: Three years, template: three-year, period: 2006/07 to 2008/09}\n"
	        "tasks:\n"
	        "  - {ref: T1, task: Buy, task_officer: A, quarter: 7, outcomes: x, support_function: yes, start: 2007-01-01}\n");
	assert_string_equal(c.found, "");
	assert_int_equal(c.plan->milestone_count, 1);
	assert_true(c.plan->milestones[0]->is_action);
	assert_string_equal(pl_plan_path(&c.arena, &c.plan->milestones[0]->item), "T1 \"Buy\"");
	assert_int_equal(c.plan->milestones[0]->start, pl_day_from_civil(2007, 1, 1));
	assert_int_equal(c.plan->milestones[0]->due.days.last, pl_day_from_civil(2007, 12, 31));
	check_text(c.plan->milestones[0]->lead_officer, "A");
	end_case(&c);
	c = (struct plan_case){0};
	read_case(
	        &c,
	        "plan: {title: S, template: strategic}\nactivities:\n  - {ref: A, title: T, lead: X, deadline: Q1 2010/11}\n");
	assert_int_equal(c.plan->milestone_count, 0);
	end_case(&c);
}

/* ---- values ----------------------------------------------------------------------------------------------------- */

static void test_absent(void **state)
{
	struct plan_case c = {0};

	(void)state;
	read_case(
	        &c,
	        "plan: {title: P, as_at: ~, template: '', period: null}\n"
	        "key_actions:\n  - {title: A, lead_officer: \"\", deadline: ~, status: , milestones: [], links: []}\n");
	assert_string_equal(c.found, "");
	assert_null(c.plan->actions[0]->lead_officer);
	assert_int_equal(c.plan->actions[0]->deadline.kind, PL_DUE_ABSENT);
	assert_int_equal(c.plan->as_at, PL_NO_DAY);
	assert_true(c.plan->actions[0]->has_links);
	end_case(&c);
}

static void test_statuses(void **state)
{
	static const struct {
		const char *word;
		enum pl_progress_state state;
	} words[] = {{"Not yet due", PL_STATE_NOT_STARTED},
	             {"planned", PL_STATE_NOT_STARTED},
	             {"On-Target.", PL_STATE_IN_PROGRESS},
	             {"In progress but not reached due date", PL_STATE_IN_PROGRESS},
	             {"Check Progress", PL_STATE_DELAYED},
	             {"REVISED DATE", PL_STATE_DELAYED},
	             {"Overdue", PL_STATE_OVERDUE},
	             {"Completed", PL_STATE_COMPLETED},
	             {"Complete (June 2010)", PL_STATE_COMPLETED},
	             {"no longer  relevant", PL_STATE_CANCELLED}};

	(void)state;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		struct plan_case c = {0};
		char yaml[200];

		snprintf(yaml, sizeof yaml, "key_actions:\n  - title: A\n    status: '%s'\n", words[i].word);
		read_case(&c, yaml);
		assert_string_equal(c.found, "");
		assert_int_equal(c.plan->actions[0]->progress->state, words[i].state);
		end_case(&c);
	}
}

#define THIRTEEN "ééééééééééééé"

/* A long value is quoted as far as its 40th column, in whole characters. */
static void test_long_value(void **state)
{
	(void)state;
	check_found("key_actions: [{title: A, rag: a" THIRTEEN THIRTEEN THIRTEEN THIRTEEN "}]\n",
	            "invalid-value at \"a" THIRTEEN THIRTEEN THIRTEEN THIRTEEN "\": \"a" THIRTEEN THIRTEEN THIRTEEN
	            " …\" is none of the colours red, amber and green\n");
}

static void test_invalid_values(void **state)
{
	(void)state;
	check_found("plan: {title: P, template: local-delivry, period: someday, as_at: 2010-02-30}\nkey_actions: []\n",
	            "invalid-value at \"local-delivry\": \"local-delivry\" is no template that planlint knows\n"
	            "invalid-value at \"someday\": \"someday\" is no year or years that planlint can read\n"
	            "invalid-value at \"2010-02-30\": \"2010-02-30\" is no date, so 'as_at' can't be read\n");
	check_found(
	        "key_actions:\n  - {title: A, status: nearly, percent_complete: 101, rag: blue, contract: perhaps}\n",
	        "invalid-value at \"perhaps\": \"perhaps\" is neither yes nor no, which 'contract' needs\n"
	        "invalid-value at \"nearly\": \"nearly\" is no status that planlint knows\n"
	        "invalid-value at \"101\": \"101\" is no percentage from 0 to 100\n"
	        "invalid-value at \"blue\": \"blue\" is none of the colours red, amber and green\n");
	check_silent(
	        "key_actions:\n  - {title: A, status: n/a, percent_complete: '%', rag: Amber, contract: Off, statutory: Y}\n");
	check_found(
	        "plan: {title: P, period: {start: 2010-04-01, end: 2009-03-31}}\nkey_actions: []\n",
	        "invalid-value at \"2009-03-31\": \"2009-03-31\" is before the start of the period, so the plan has no "
	        "period\n");
	check_found("plan: {title: P, period: {start: 2, end: Q3}}\nkey_actions: []\n",
	            "invalid-value at \"2\": \"2\" is no date, so 'start' can't be read\n"
	            "invalid-value at \"Q3\": \"Q3\" is no date, so 'end' can't be read\n");
	check_found("plan: {title: P, period: {start: 2010-04-01}}\nkey_actions: []\n",
	            "invalid-value at \"{start: 2010-04-01}\": the period has no end\n");
}

static void test_wrong_types(void **state)
{
	(void)state;
	check_found("key_actions:\n  - {title: A, lead_officer: {name: B}, resources: [1, 2], milestones: [[x]]}\n",
	            "wrong-type at \"{name: B}\": 'lead_officer' has a group of keys where one text belongs\n"
	            "wrong-type at \"[1, 2]\": 'resources' has a list where one text belongs\n"
	            "wrong-type at \"[x]\": this entry of 'milestones' is a list of its own\n");
	check_silent("key_actions:\n  - {title: A, lead_officer: [B]}\n");
}

static void test_yes_is_a_key(void **state)
{
	struct plan_case c = {0};

	(void)state;
	read_case(&c, "key_actions:\n  - {no: 1, action: Mend, support_function: no}\n");
	assert_string_equal(c.found, "");
	check_text(c.plan->actions[0]->item.ref, "1");
	assert_int_equal(c.plan->actions[0]->support_function, PL_NO);
	end_case(&c);
}

/* ---- the plan as a whole ---------------------------------------------------------------------------------------- */

static void test_not_a_plan(void **state)
{
	(void)state;
	check_found("- a\n- b\n", "not-a-plan at \"a\": this is a list, not a plan\n");
	check_found("words only\n", "not-a-plan at \"words only\": this is a text, not a plan\n");
	check_found("services: {web: {image: x}}\n", "not-a-plan at \"services\": this is YAML, but not a plan\n");
	check_found("tasks: {build: {cmds: [make]}}\n", "not-a-plan at \"tasks\": this is YAML, but not a plan\n");
	check_silent("tasks: [{title: Mend, due: Q1 2010/11}]\n");
	check_silent("plan: {title: P}\n");
}

static void test_as_of(void **state)
{
	struct plan_case c = {.options = {.as_of = 1000}};

	(void)state;
	read_case(&c, "plan: {title: P, as_at: 2010-09-30, set_on: February 2010}\n");
	assert_int_equal(c.plan->as_at, 1000);
	assert_int_equal(c.plan->set_on, pl_day_from_civil(2010, 2, 28));
	end_case(&c);
}

static void test_several_documents(void **state)
{
	(void)state;
	check_silent(
	        "plan: {title: A}\nkey_actions: [{ref: K1, title: a}]\n---\nplan: {title: B}\nkey_actions: [{ref: K1, title: b}]\n");
}

static void test_paths(void **state)
{
	struct plan_case c = {0};

	(void)state;
	read_case(&c, "themes:\n"
	              "  - title: Streets\n"
	              "    key_actions:\n"
	              "      - ref: KA3\n"
	              "        title: Bring the long empty homes of the old town back into use\n"
	              "        milestones: [{id: M2, text: x}, Lamps lit, {due: Q1 2010/11}]\n");
	assert_string_equal(pl_plan_path(&c.arena, &c.plan->milestones[0]->item),
	                    "KA3 \"Bring the long empty homes of the old …\" > M2");
	assert_string_equal(pl_plan_path(&c.arena, &c.plan->milestones[1]->item),
	                    "KA3 \"Bring the long empty homes of the old …\" > \"Lamps lit\"");
	assert_string_equal(pl_plan_path(&c.arena, &c.plan->milestones[2]->item),
	                    "KA3 \"Bring the long empty homes of the old …\" > milestone 3");
	assert_string_equal(pl_plan_path(&c.arena, &c.plan->themes[0]->item), "\"Streets\"");
	assert_string_equal(pl_plan_path(&c.arena, &c.plan->item), "");
	assert_string_equal(pl_plan_path(&c.arena, NULL), "");
	end_case(&c);
}

/* Nothing in a document's shape may stop the reader. */
static void test_hostile(void **state)
{
	static const char *const documents[] = {
	        "",
	        "---\n---\n",
	        "plan:\n",
	        "plan: [1]\nkey_actions: {}\n",
	        "key_actions: [~, ~, [], {}, '', [[[]]]]\n",
	        "key_actions: {~: ~, a: ~, ? [x] : y}\n",
	        "themes: [[[]], {objectives: {x: [y]}}, 3, null]\nacronyms: [x]\npriorities: [[x], {targets: {a: b}}]\n",
	        "key_actions: [{title: [], milestones: {a: {b: {c: d}}}, links: {x: {y: z}}, reviews: x, "
	        "achievements: [~], schedule: x, priorities: {a: {b: c}}, partners: {a: b}, carried_forward: [x, y]}]\n",
	        "key_actions: [{title: a, milestones: [{text: b, due: [a, [b], {c: d}], feeds: {a: b}, reviews: {Q1: ~}, "
	        "carried_forward: {from: [x, y]}, depends_on: ', ,;'}]}]\n",
	        "plan: {period: [1, 2], template: {a: b}, as_at: [1, 2]}\nkey_actions: &a [{title: x, milestones: *a}]\n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof documents / sizeof *documents; i++) {
		struct plan_case c = {0};

		read_case(&c, documents[i]);
		end_case(&c);
	}
}

static void test_deep_nesting(void **state)
{
	struct plan_case c = {0};
	char *yaml = malloc(20000);
	size_t n = (size_t)sprintf(yaml, "key_actions: ");

	(void)state;
	for (int i = 0; i < 300; i++)
		n += (size_t)sprintf(yaml + n, "[{title: a, actions: ");
	n += (size_t)sprintf(yaml + n, "[x]");
	for (int i = 0; i < 300; i++)
		n += (size_t)sprintf(yaml + n, "}]");
	read_case(&c, yaml);
	assert_int_equal(c.collector.records.count, 1);
	assert_string_equal(c.collector.records.items[0].rule->id, "wrong-type");
	end_case(&c);
	free(yaml);
}

static void test_terms_of_items(void **state)
{
	struct plan_case c = {0};

	(void)state;
	read_case(&c, "plan: {title: Ward plan, template: improvement}\n"
	              "recommendations:\n"
	              "  - recommendation: Listen to patients\n"
	              "    actions: [{action: Survey of 300 patients, timescale: June 2010}]\n"
	              "  - action: Feed patients well\n"
	              "    timescales: [{text: 9 cooks trained, due: June 2010}]\n");
	assert_int_equal(c.plan->action_count, 2);
	assert_string_equal(pl_item_term(&c.plan->actions[0]->item), "action"); /* below its recommendation */
	assert_string_equal(pl_item_term(&c.plan->actions[1]->item), "recommendation");
	assert_string_equal(pl_item_term(&c.plan->milestones[1]->item), "action");
	end_case(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_synonyms_of_actions),
	        cmocka_unit_test(test_synonyms_of_milestones),
	        cmocka_unit_test(test_first_text),
	        cmocka_unit_test(test_aliases),
	        cmocka_unit_test(test_unknown_key),
	        cmocka_unit_test(test_no_cascade),
	        cmocka_unit_test(test_duplicate_key),
	        cmocka_unit_test(test_bare_texts_and_mappings),
	        cmocka_unit_test(test_single_item),
	        cmocka_unit_test(test_schedule),
	        cmocka_unit_test(test_actions_below),
	        cmocka_unit_test(test_leaves),
	        cmocka_unit_test(test_absent),
	        cmocka_unit_test(test_statuses),
	        cmocka_unit_test(test_long_value),
	        cmocka_unit_test(test_invalid_values),
	        cmocka_unit_test(test_wrong_types),
	        cmocka_unit_test(test_yes_is_a_key),
	        cmocka_unit_test(test_not_a_plan),
	        cmocka_unit_test(test_as_of),
	        cmocka_unit_test(test_several_documents),
	        cmocka_unit_test(test_terms_of_items),
	        cmocka_unit_test(test_paths),
	        cmocka_unit_test(test_hostile),
	        cmocka_unit_test(test_deep_nesting),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
