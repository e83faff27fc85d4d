/* Tests of what a run remembers of many plans: the same whatever the number of threads. */
#include "linted.h"

#include <planlint/corpus.h>

#include <stdio.h>

enum { FILES = 40 };

struct seen {
	struct pl_buf text;
	uint32_t plans, milestones;
};

static void see_place(struct pl_buf *text, const struct pl_corpus *corpus, const struct pl_corpus_place *place)
{
	pl_buf_print(text, "%u:%u+%u \"%s\" > \"%s\" %llx", place->line, place->column, place->offset,
	             pl_corpus_above(corpus, place), pl_corpus_item(corpus, place),
	             (unsigned long long)place->identity);
}

static void see_milestone(struct pl_buf *text, const struct pl_corpus *corpus, uint32_t i)
{
	const struct pl_corpus_milestone *milestone = &corpus->milestones[i];

	pl_buf_print(text, "%u of %u: ", i, milestone->place.plan);
	see_place(text, corpus, &milestone->place);
	for (uint32_t k = 0; k < milestone->token_count; k++) {
		uint32_t token = corpus->tokens[milestone->first_token + k];

		pl_buf_print(text, " %u=%.*s", token, PL_STR_ARG(pl_corpus_token(corpus, token)));
	}
	if (milestone->officer)
		pl_buf_print(text, " by %.*s", PL_STR_ARG(corpus->officers[milestone->officer - 1]));
	pl_buf_print(text, " due %d does %u\n", (int)milestone->due, milestone->deed);
}

static void see(void *data, const struct pl_corpus *corpus)
{
	struct seen *seen = data;

	seen->plans = corpus->plan_count;
	seen->milestones = corpus->milestone_count;
	for (uint32_t i = 0; i < corpus->plan_count; i++)
		pl_buf_print(&seen->text, "%s %.*s %u %u\n", corpus->plans[i].path, PL_STR_ARG(corpus->plans[i].title),
		             corpus->plans[i].series, corpus->plans[i].organisation_number);
	for (uint32_t i = 0; i < corpus->milestone_count; i++)
		see_milestone(&seen->text, corpus, i);
}

static void ignore_file(void *data, const struct pl_file *file)
{
	(void)data;
	assert_null(file->corpus);
}

static const char *const things[] = {"benches", "lamps", "swings", "paths",    "gates",
                                     "fences",  "walls", "doors",  "lanterns", "paddling pools"};

/* Words come up in another order in each plan. */
static void add_plan(struct pl_run *run, char *bytes, size_t room, int i)
{
	char name[32];
	int length =
	        snprintf(bytes, room,
	                 "plan: {title: Plan %d, organisation: %s}\nkey_actions:\n  - {title: Work, lead_officer: "
	                 "Officer %d, milestones: [{text: Repair %d %s, due: 2010-09-%02d}, {id: M2, text: Paint %s "
	                 "on 12 May}, Agree %s with Cabinet]}\n",
	                 i % 7, i % 2 ? "Eastfield" : "EASTFIELD", i % 5, i, things[i % 10], i % 28 + 1,
	                 things[i * 7 % 10], things[i * 3 % 10]);

	snprintf(name, sizeof name, "plan-%02d.yaml", i);
	assert_true(length > 0 && (size_t)length < room);
	assert_int_equal(pl_run_add_buffer(run, name, bytes, (size_t)length), PL_OK);
}

static struct seen look(unsigned threads, int times)
{
	static char bytes[FILES][512];
	struct pl_run *run = pl_run_open();
	struct seen seen = {0};

	pl_run_threads(run, threads);
	for (int i = 0; i < FILES; i++)
		add_plan(run, bytes[i], sizeof bytes[i], i);
	for (int i = 0; i < times; i++) {
		pl_buf_clear(&seen.text);
		assert_int_equal(
		        pl_run_lint(run, &(struct pl_sink){.data = &seen, .on_file = ignore_file, .on_corpus = see}),
		        PL_OK);
	}
	pl_run_close(run);
	return seen;
}

static void threads_make_no_difference(void **state)
{
	struct seen first = look(1, 1);

	(void)state;
	assert_int_equal(first.plans, FILES);
	assert_int_equal(first.milestones, 3 * FILES);
	for (unsigned threads = 2; threads < 9; threads += 3) {
		struct seen other = look(threads, 2); /* a second time with what workers know already */

		assert_string_equal(other.text.ptr, first.text.ptr);
		pl_buf_free(&other.text);
	}
	pl_buf_free(&first.text);
}

static void check_first(void *data, const struct pl_corpus *corpus)
{
	const struct pl_corpus_milestone *first = corpus->milestones, *second = first + 1;

	assert_int_equal(corpus->plan_count, 2);
	assert_string_equal(corpus->plans[1].path, "b.yaml");
	assert_int_equal(corpus->plans[0].series, corpus->plans[1].series);
	assert_int_equal(corpus->plans[1].first_milestone, 2);
	assert_string_equal(pl_corpus_above(corpus, &first->place), "KA1 \"Parks\"");
	assert_string_equal(pl_corpus_item(corpus, &first->place), "M1");
	assert_int_equal(first->officer, 1);
	assert_int_equal(second->officer, 1);
	assert_int_equal(first[2].officer, 1);
	assert_int_equal(corpus->officer_count, 1);
	assert_true(pl_corpus_similarity(corpus, 0, 2) == 1);
	assert_true(pl_corpus_similarity(corpus, 0, 1) < 0.5);
	assert_true(pl_corpus_does_the_same(corpus, 0, 2));
	assert_true(pl_corpus_tells_apart(corpus, 0, 1));
	assert_int_equal(corpus->acronym_count, 2);
	assert_true(corpus->acronyms[0].sense == corpus->acronyms[1].sense);
	*(bool *)data = true;
}

static void a_milestone_is_remembered(void **state)
{
	static const char
	        a[] = "plan: {title: Parks, organisation: East}\nacronyms: {FG: friends' group}\n"
	              "key_actions:\n  - ref: KA1\n    title: Parks\n    lead_officer: J Lee\n    milestones:\n"
	              "      - {id: M1, text: Repair 12 benches in Mill Park}\n      - Plant 40 trees\n",
	        b[] = "plan: {title: PARKS, organisation: east}\nacronyms: {FG: Friends' Groups}\n"
	              "key_actions:\n  - ref: KA1\n    title: Parks\n    lead_officer: j lee\n    milestones:\n"
	              "      - 12 benches in Mill Park repaired\n";
	struct pl_run *run = pl_run_open();
	bool seen = false;

	(void)state;
	assert_int_equal(pl_run_add_buffer(run, "a.yaml", a, sizeof a - 1), PL_OK);
	assert_int_equal(pl_run_add_buffer(run, "b.yaml", b, sizeof b - 1), PL_OK);
	assert_int_equal(
	        pl_run_lint(run, &(struct pl_sink){.data = &seen, .on_file = ignore_file, .on_corpus = check_first}),
	        PL_OK);
	assert_true(seen);
	pl_run_close(run);
}

static void stop_at_once(void *data, const struct pl_file *file)
{
	(void)file;
	pl_run_stop(data);
}

static void a_run_can_be_stopped(void **state)
{
	static char bytes[FILES][512];

	(void)state;
	for (unsigned threads = 1; threads < 5; threads += 3) {
		struct pl_run *run = pl_run_open();

		pl_run_threads(run, threads);
		for (int i = 0; i < FILES; i++)
			add_plan(run, bytes[i], sizeof bytes[i], i);
		assert_int_equal(pl_run_lint(run, &(struct pl_sink){.data = run, .on_file = stop_at_once}), PL_STOPPED);
		assert_string_equal(pl_run_message(run), "the run was stopped");
		pl_run_close(run);
	}
}

struct watcher {
	struct pl_run *run;
	size_t told, done, files; /* files: delivered with what was found across plans */
	bool stops;
};

static void count_across(void *data, const struct pl_file *file)
{
	((struct watcher *)data)->files += file->corpus != NULL;
}

static void watch(void *data, size_t done, size_t total)
{
	struct watcher *watcher = data;

	assert_true(done <= total && done >= watcher->done);
	assert_true(watcher->told++ > 0 || total == 0);
	watcher->done = done;
	if (watcher->stops && watcher->told > 1)
		pl_run_stop(watcher->run);
}

/* Plans whose milestones share all words but one, and so must be compared. */
static struct watcher compare_many(bool stops, enum pl_status expected)
{
	enum { MILESTONES = 600 };
	struct watcher watcher = {.run = pl_run_open(), .stops = stops};
	struct pl_buf plans[2] = {{0}};
	char name[] = "0.yaml";

	assert_int_equal(pl_run_select(watcher.run, "duplicate-across-plans"), PL_OK);
	for (int i = 0; i < 2; i++) {
		pl_buf_print(&plans[i], "plan: {title: Plan %d}\nkey_actions:\n  - title: Work\n    milestones:\n", i);
		for (int k = 0; k < MILESTONES; k++)
			pl_buf_print(
			        &plans[i],
			        "      - Lighting benches hedges railings gravel and drains of Abbey Park repaired "
			        "near gate%c%c%c\n",
			        'a' + i, 'a' + k / 26, 'a' + k % 26);
		name[0] = (char)('a' + i);
		assert_int_equal(pl_run_add_buffer(watcher.run, name, plans[i].ptr, plans[i].len), PL_OK);
	}
	assert_int_equal(pl_run_lint(watcher.run,
	                             &(struct pl_sink){.data = &watcher, .on_file = count_across, .on_across = watch}),
	                 expected);
	pl_run_close(watcher.run);
	pl_buf_free(&plans[0]);
	pl_buf_free(&plans[1]);
	return watcher;
}

static void comparing_plans_is_told_and_can_be_stopped(void **state)
{
	struct watcher whole = compare_many(false, PL_OK), stopped = compare_many(true, PL_STOPPED);

	(void)state;
	assert_true(whole.told > 2);
	assert_int_equal(whole.files, 1);
	assert_int_equal(stopped.told, 2);
	assert_int_equal(stopped.files, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(threads_make_no_difference),
	        cmocka_unit_test(a_milestone_is_remembered),
	        cmocka_unit_test(a_run_can_be_stopped),
	        cmocka_unit_test(comparing_plans_is_told_and_can_be_stopped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
