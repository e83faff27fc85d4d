/* Refs, what they name, how they are written, and what a template asks for. */
#include "plan_case.h"

static void test_resolved(void **state)
{
	struct plan_case c = {0};

	(void)state;
	read_case(
	        &c,
	        "plan: {title: P}\n"
	        "corporate_improvement: [CIP4, Answer the telephone]\n"
	        "key_actions:\n"
	        "  - ref: KA.1\n"
	        "    title: One\n"
	        "    improvement_plan: answer the telephone\n"
	        "    smart_targets: [{id: T1, text: t}]\n"
	        "    achievements: [{id: M7, text: old}]\n"
	        "    links: [{to: KA2, milestone: M1}, {plan: other.yaml, to: X9}, KA2.M1]\n"
	        "    milestones:\n"
	        "      - {id: M1, text: a, feeds: [T1], also_in: [KA2]}\n"
	        "      - {id: M2, text: b, depends_on: 'M1, KA2.M1', carried_forward: {from: M7, explanation: rain}}\n"
	        "  - ref: KA2\n"
	        "    title: Two\n"
	        "    improvement_plan: yes\n"
	        "    links: none\n"
	        "    milestones: [{id: M1, text: c, depends_on: [KA.1.M2], feeds: KA.1.T1}]\n");
	assert_string_equal(c.found, "");
	assert_ptr_equal(c.plan->milestones[0]->feeds.items[0].item, &c.plan->actions[0]->targets[0].item);
	assert_ptr_equal(c.plan->milestones[0]->also_in.items[0].item, &c.plan->actions[1]->item);
	assert_ptr_equal(c.plan->milestones[1]->depends_on.items[0].item, &c.plan->milestones[0]->item);
	assert_ptr_equal(c.plan->milestones[1]->depends_on.items[1].item, &c.plan->milestones[2]->item);
	assert_ptr_equal(c.plan->milestones[1]->carried->source, &c.plan->actions[0]->achievements[0]);
	assert_ptr_equal(c.plan->milestones[2]->depends_on.items[0].item, &c.plan->milestones[1]->item);
	assert_ptr_equal(c.plan->milestones[2]->feeds.items[0].item, &c.plan->actions[0]->targets[0].item);
	assert_int_equal(c.plan->actions[0]->link_count, 3);
	assert_ptr_equal(c.plan->actions[0]->links[0].to_milestone, c.plan->milestones[2]);
	assert_null(c.plan->actions[0]->links[1].to_action);
	assert_ptr_equal(c.plan->actions[0]->links[2].to_milestone, c.plan->milestones[2]);
	assert_int_equal(c.plan->actions[1]->improvement_said, PL_YES);
	assert_int_equal(c.plan->actions[1]->link_count, 0);
	assert_true(c.plan->actions[1]->has_links);
	end_case(&c);
}

static void test_unknown_reference(void **state)
{
	(void)state;
	check_found(
	        "priorities: [{ref: P1, title: Safe}]\n"
	        "corporate_improvement: [CIP4]\n"
	        "key_actions:\n"
	        "  - ref: KA1\n"
	        "    title: One\n"
	        "    priorities: P1, P2\n"
	        "    improvement_plan: CIP5\n"
	        "    links: [{to: KA9}, {to: KA2, milestone: M8}]\n"
	        "    achievements: [{id: M7, text: old}]\n"
	        "    smart_targets: [{id: T1, text: t}]\n"
	        "    milestones: [{id: M1, text: a, feeds: 'T1, T2', depends_on: [Zebra], also_in: [XY12],\n"
	        "      carried_forward: {from: M6}}]\n"
	        "  - {ref: KA2, title: Two, milestones: [{id: M1, text: b}]}\n",
	        "unknown-reference at \"CIP5\": there is no corporate improvement action \"CIP5\"; the nearest is \"CIP4\"\n"
	        "unknown-reference at \"P2\": there is no priority \"P2\"; the nearest is \"P1\"\n"
	        "unknown-reference at \"KA9\": there is no key action \"KA9\"; the nearest is \"KA2\"\n"
	        "unknown-reference at \"M8\": there is no milestone \"M8\"; the nearest is \"M1\"\n"
	        "unknown-reference at \"T2\": there is no SMART target \"T2\"; the nearest is \"T1\"\n"
	        "unknown-reference at \"Zebra\": there is no milestone \"Zebra\"\n"
	        "unknown-reference at \"XY12\": there is no key action \"XY12\"\n"
	        "unknown-reference at \"M6\": there is no achievement \"M6\"; the nearest is \"M7\"\n");
}

/* Where there is nothing to look in, nothing is said. */
static void test_not_checked(void **state)
{
	(void)state;
	check_silent("key_actions:\n"
	             "  - title: One\n"
	             "    priorities: [P1]\n"
	             "    improvement_plan: CIP5\n"
	             "    milestones: [{text: a, carried_forward: {from: M6}}]\n");
	check_silent("plan: {title: P, previous: last.yaml}\n"
	             "key_actions:\n"
	             "  - title: One\n"
	             "    achievements: [{id: M7, text: old}]\n"
	             "    milestones: [{text: a, carried_forward: {from: M6}}]\n");
}

static void test_duplicate_ref(void **state)
{
	(void)state;
	check_found("key_actions:\n"
	            "  - {ref: KA1, title: One, milestones: [{id: M1, text: a}, {no: M1, text: b}]}\n"
	            "  - {ref: KA1, title: Two, milestones: [{id: M1, text: a}], smart_targets: [{id: M1, text: t}]}\n"
	            "objectives: [{ref: KA1, title: Three}]\n",
	            "duplicate-ref at \"KA1\": \"KA1\" is used twice in this plan\n"
	            "duplicate-ref at \"M1\": \"M1\" is used twice in this key action\n"
	            "duplicate-ref at \"KA1\": \"KA1\" is used twice in this plan\n");
}

static void test_ref_format(void **state)
{
	(void)state;
	check_found(
	        "key_actions:\n"
	        "  - {ref: KA1, title: a}\n  - {ref: KA2, title: b}\n  - {ref: Action 3, title: c}\n  - {ref: KA12, title: d}\n",
	        "ref-format at \"Action 3\": \"Action 3\" is written differently from the 3 others beside it, such as "
	        "\"KA1\"\n");
	/* Too few to say what is usual; two ways of writing; a number put in between. */
	check_silent("key_actions:\n  - {ref: KA1, title: a}\n  - {ref: KA2, title: b}\n  - {ref: X.3, title: c}\n");
	check_silent(
	        "key_actions:\n"
	        "  - {ref: KA1, title: a}\n  - {ref: KA2, title: b}\n  - {ref: 3, title: c}\n  - {ref: 4, title: d}\n");
	check_silent(
	        "key_actions:\n"
	        "  - {ref: 1, title: a}\n  - {ref: 2, title: b}\n  - {ref: 2a, title: c}\n  - {ref: 3, title: d}\n");
	check_found("key_actions: [{title: A, milestones: {1: a, 2: b, 3: c, M4: d}}]\n",
	            "ref-format at \"M4\": \"M4\" is written differently from the 3 others beside it, such as \"1\"\n");
}

static bool begins_with(const void *pattern, struct pl_str ref) { return pl_str_starts(ref, pl_str_of(pattern)); }

static void test_ref_pattern(void **state)
{
	struct plan_case c = {.options = {.ref_pattern = "KA", .ref_matches = begins_with}};

	(void)state;
	read_case(&c, "key_actions: [{ref: KA1, title: a}, {ref: B2, title: b, milestones: [{id: M1, text: x}]}]\n");
	assert_string_equal(c.found,
	                    "ref-format at \"B2\": \"B2\" does not have the form that this project's configuration "
	                    "asks for\n");
	end_case(&c);
}

/* ---- what is required ------------------------------------------------------------------------------------------- */

static void test_text_required(void **state)
{
	(void)state;
	check_found(
	        "priorities: [{ref: P1}]\n"
	        "themes: [{explanation: none yet}]\n"
	        "key_actions:\n  - {ref: KA1, milestones: [{due: Q1 2010/11}], smart_targets: [{by: Q1 2010/11}]}\n",
	        "missing-field at \"ref\": this priority lacks a title\n"
	        "missing-field at \"explanation\": this theme lacks a title\n"
	        "missing-field at \"by\": this target lacks a text\n"
	        "missing-field at \"due\": this milestone lacks a text\n"
	        "missing-field at \"ref\": this key action lacks a title\n");
	check_found("key_actions:\n  - title: A\n    milestones:\n      - \n      - Mended\n",
	            "missing-field at \"-\": 'milestones' has an empty entry\n");
}

static void test_local_delivery(void **state)
{
	(void)state;
	check_found(
	        "plan: {title: P, template: Local Delivery}\nkey_actions: [{ref: KA1, title: Mend}]\n",
	        "missing-field at \"Mend\": this key action lacks a lead officer, resources and a links section (it may "
	        "be empty)\n");
	check_silent("plan: {title: P, template: local-delivery}\n"
	             "key_actions:\n"
	             "  - {title: Mend, lead: A, outcome: b, targets: [c], resources: d, links: , milestones: [e]}\n");
}

static void test_three_year(void **state)
{
	(void)state;
	check_found("plan: {title: P, template: three-year}\ntasks: [{title: Mend}]\n",
	            "missing-field at \"Mend\": this task lacks a ref and a task officer\n");
	/* The quarter of a task without milestones is missing-deadline's. */
	check_found("plan: {title: P, template: three-year}\n"
	            "tasks:\n"
	            "  - {ref: 1, title: Mend, officer: A}\n"
	            "  - {ref: 2, title: Sell, officer: A, milestones: [{text: Shop open, quarter: 3}]}\n",
	            "missing-field at \"Sell\": this task lacks a quarter\n");
}

static void test_improvement(void **state)
{
	(void)state;
	check_found(
	        "plan: {title: P, template: improvement, as_at: 2010-07-31}\n"
	        "recommendations:\n"
	        "  - {recommendation: Plan better}\n"
	        "  - {action: Count better, progress: Bought}\n"
	        "  - {action: Listen better, timescales: [Ask around, {text: Train staff, progress: Begun}]}\n"
	        "  - {action: Talk better, status: slipped}\n"
	        "  - {action: Walk better, due: May 2010, status: started}\n"
	        "  - {action: Swim better, due: May 2010, status: done}\n",
	        "missing-field at \"Plan better\": this recommendation lacks an action (what will be done) and a report on progress\n"
	        "missing-field at \"Swim better\": this recommendation lacks a report on progress\n");
	/* Before the review nobody has anything to report. */
	check_silent("plan: {title: P, template: improvement, set_on: 2010-03-01, as_at: 2010-03-01}\n"
	             "recommendations: [{action: Plan better}]\n");
}

static void test_strategic(void **state)
{
	(void)state;
	check_found("plan: {title: P, template: strategic, as_at: 2010-09-30}\n"
	            "activities:\n"
	            "  - ref: 1a\n"
	            "    activity: House people\n"
	            "    lead_officer: A\n"
	            "    percent_complete: 10\n"
	            "    milestones:\n"
	            "      - Ten homes let\n"
	            "      - {text: Twenty let, lead: A, due: 2011-03-31, status: started}\n",
	            "missing-field at \"Ten homes let\": this milestone lacks a lead officer\n"
	            "missing-field at \"House people\": this activity lacks a deadline\n");
}

/* ---- size ------------------------------------------------------------------------------------------------------- */

/* Lookups don't walk lists: this takes no noticeable time. */
static void test_many_milestones(void **state)
{
	enum { MANY = 20000 };
	struct plan_case c = {0};
	char *yaml = malloc(MANY * 60);
	size_t n = (size_t)sprintf(yaml, "key_actions:\n- ref: KA1\n  title: t\n  milestones:\n");

	(void)state;
	for (int i = 0; i < MANY; i++)
		n += (size_t)sprintf(yaml + n, "  - {id: M%d, text: x, depends_on: [M%d]}\n", i, i ? i - 1 : 1);
	read_case(&c, yaml);
	assert_string_equal(c.found, "");
	assert_int_equal(c.plan->milestone_count, MANY);
	assert_ptr_equal(c.plan->milestones[MANY - 1]->depends_on.items[0].item, &c.plan->milestones[MANY - 2]->item);
	end_case(&c);
	free(yaml);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_resolved),      cmocka_unit_test(test_unknown_reference),
	        cmocka_unit_test(test_not_checked),   cmocka_unit_test(test_duplicate_ref),
	        cmocka_unit_test(test_ref_format),    cmocka_unit_test(test_ref_pattern),
	        cmocka_unit_test(test_text_required), cmocka_unit_test(test_local_delivery),
	        cmocka_unit_test(test_three_year),    cmocka_unit_test(test_improvement),
	        cmocka_unit_test(test_strategic),     cmocka_unit_test(test_many_milestones),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
