/*
 * What the parts of checking cost, by milestone: cost FOLDER-OF-PLANS.
 *
 * Times are processor time, the best of several: on a busy machine the best varies least.
 */
#define _DEFAULT_SOURCE
#include "base/str.h"
#include "plan/build.h"
#include "text/read.h"
#include "text/similar.h"

#include <planlint/planlint.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ROUNDS = 5 };

static void fail(const char *what)
{
	perror(what);
	exit(1);
}

struct input {
	char *path;
	char *bytes;
	size_t size;
};

struct inputs {
	struct input *items;
	size_t count;
};

static void add_input(struct inputs *inputs, const char *folder, const char *name)
{
	struct input *input;
	FILE *file;
	char path[4096];

	snprintf(path, sizeof path, "%s%s%s", folder, *folder ? "/" : "", name);
	inputs->items = realloc(inputs->items, (inputs->count + 1) * sizeof *inputs->items);
	input = &inputs->items[inputs->count++];
	*input = (struct input){.path = strdup(path)};
	file = fopen(path, "rb");
	if (!file || fseek(file, 0, SEEK_END))
		fail(path);
	input->size = (size_t)ftell(file);
	input->bytes = malloc(input->size);
	rewind(file);
	if (fread(input->bytes, 1, input->size, file) != input->size)
		fail(path);
	fclose(file);
}

static int by_path(const void *a, const void *b)
{
	const struct input *x = a, *y = b;

	return strcmp(x->path, y->path);
}

static struct inputs inputs_of(const char *folder)
{
	struct inputs inputs = {0};
	DIR *dir = opendir(folder);
	struct dirent *entry;

	if (!dir)
		fail(folder);
	while ((entry = readdir(dir)))
		if (entry->d_name[0] != '.')
			add_input(&inputs, folder, entry->d_name);
	closedir(dir);
	qsort(inputs.items, inputs.count, sizeof *inputs.items, by_path);
	return inputs;
}

/* ---- time -------------------------------------------------------------------------------------------------------- */

static double now(clockid_t clock)
{
	struct timespec time;

	clock_gettime(clock, &time);
	return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* The best time that `work` takes. */
static double best_of(int rounds, void (*work)(void *data), void *data)
{
	double best = 1e9;

	for (int i = 0; i < rounds; i++) {
		double begin = now(CLOCK_PROCESS_CPUTIME_ID), took;

		work(data);
		took = now(CLOCK_PROCESS_CPUTIME_ID) - begin;
		best = took < best ? took : best;
	}
	return best;
}

/* ---- the stages of a text ---------------------------------------------------------------------------------------- */

struct texts {
	struct pl_vocabulary vocabulary;
	struct pl_text_setting setting;
	struct pl_arena plans, scratch;
	PL_VEC(const struct pl_text *) items;
	int steps; /* how many to take */
};

static void add_text(void *data, const struct pl_item *item, const struct pl_text *text, enum pl_seen seen)
{
	struct texts *texts = data;

	(void)seen;
	if (item->kind == PL_ITEM_MILESTONE && text == item->title)
		*PL_VEC_PUSH(&texts->plans, &texts->items) = text;
}

static void add_texts(struct texts *texts, const struct input *input)
{
	struct pl_source *source = PL_MAKE(&texts->plans, struct pl_source);
	struct pl_collector collector = {.arena = &texts->plans, .limit = 1000};
	struct pl_limits limits = pl_limits_default();
	struct pl_stream stream;
	struct pl_plan *plan;
	bool too_large;

	pl_source_open(source, &texts->plans, input->path, (struct pl_str){input->bytes, input->size}, limits.size,
	               &too_large);
	stream = pl_yaml_load(&texts->plans, &texts->plans, source, &limits, &collector);
	plan = pl_plan_build(&texts->plans, &texts->plans, source, &stream.documents[0], 0,
	                     &(struct pl_plan_options){.as_of = PL_NO_DAY}, &collector);
	pl_text_setting_of(&texts->setting, &texts->plans, &texts->vocabulary, plan);
	pl_plan_visit_texts(plan, &(struct pl_text_visitor){add_text, texts});
}

/* As far as `steps` say. */
static void read_texts(void *data)
{
	struct texts *texts = data;

	for (size_t i = 0; i < texts->items.count; i++) {
		struct pl_reading *reading =
		        pl_text_read_words(&texts->vocabulary, &texts->scratch, texts->items.items[i], &texts->setting);

		if (texts->steps > 1)
			pl_text_read_clauses(&texts->scratch, reading);
		if (texts->steps > 2)
			pl_tokens_of(&texts->scratch, reading);
		pl_arena_reset(&texts->scratch);
	}
}

static double cost_of_text(struct texts *texts, int steps)
{
	texts->steps = steps;
	return best_of(ROUNDS * 2, read_texts, texts) / (double)texts->items.count * 1e6;
}

static void show_steps(struct texts *texts)
{
	static const char *const names[] = {"words in their places", "clauses, and what they leave behind",
	                                    "set of tokens"};
	double before = 0;

	printf("the text stage, by milestone (%zu of them)                  us\n", texts->items.count);
	for (int i = 0; i < 3; i++) {
		double took = cost_of_text(texts, i + 1);

		printf("  %-50s %8.2f\n", names[i], took - before);
		before = took;
	}
	printf("\n");
}

static void show_texts(const struct inputs *inputs)
{
	struct texts texts = {0};
	struct pl_arena_guard guard;

	if (setjmp(guard.jump))
		fail("memory");
	pl_arena_init(&texts.plans, &guard);
	pl_arena_init(&texts.scratch, &guard);
	pl_vocabulary_open(&texts.vocabulary, &texts.plans);
	for (size_t i = 0; i < inputs->count; i++)
		add_texts(&texts, &inputs->items[i]);
	show_steps(&texts);
	pl_arena_free(&texts.plans);
	pl_arena_free(&texts.scratch);
}

/* ---- rules ------------------------------------------------------------------------------------------------------- */

struct lint {
	const struct inputs *inputs;
	const char *rules;
	size_t findings, milestones;
};

static void count_file(void *data, const struct pl_file *file)
{
	struct lint *lint = data;

	lint->findings += file->finding_count;
	lint->milestones += file->milestone_count;
}

static void run_lint(void *data)
{
	struct lint *lint = data;
	struct pl_run *run = pl_run_open();
	enum pl_status status = pl_run_select(run, lint->rules);

	lint->findings = lint->milestones = 0;
	for (size_t i = 0; i < lint->inputs->count && status == PL_OK; i++)
		status = pl_run_add_buffer(run, lint->inputs->items[i].path, lint->inputs->items[i].bytes,
		                           lint->inputs->items[i].size);
	if (status == PL_OK)
		status = pl_run_lint(run, &(struct pl_sink){.data = lint, .on_file = count_file});
	if (status != PL_OK)
		fail(pl_run_message(run));
	pl_run_close(run);
}

static double time_of(struct lint *lint, const char *rules)
{
	lint->rules = rules;
	return best_of(1, run_lint, lint);
}

/* What `more` costs over `rules`, in microseconds a milestone: the two in turn, so that both see the same machine. */
static double cost_over(struct lint *lint, const char *rules, const char *more)
{
	double without = 1e9, with = 1e9;
	char both[200];

	snprintf(both, sizeof both, "%s,%s", rules, more);
	for (int i = 0; i < ROUNDS; i++) {
		double first = time_of(lint, rules), second = time_of(lint, both);

		without = first < without ? first : without;
		with = second < with ? second : with;
	}
	return (with - without) / (double)lint->milestones * 1e6;
}

static bool has_hooks(const struct pl_rule *rule) { return rule->on_plan || rule->on_action || rule->on_milestone; }

/* A rule that reads every milestone pays for the reading when it runs alone; beside one that has read them it does not.
 */
static void show_rules(const struct inputs *inputs)
{
	static const char bare[] = "yaml-syntax", reader[] = "yaml-syntax,meeting-only";
	struct lint lint = {.inputs = inputs, .rules = bare};
	double none = best_of(ROUNDS * 2, run_lint, &lint);

	printf("the rules, by milestone             us alone   beside meeting-only   findings in 100\n");
	printf("  no rule: source, tree, plan       %8.2f\n", none / (double)lint.milestones * 1e6);
	for (size_t i = 0; i < pl_rule_count(); i++) {
		const struct pl_rule *rule = pl_rule_at(i);
		double alone, beside;

		if (!has_hooks(rule))
			continue;
		alone = cost_over(&lint, bare, rule->id);
		beside = strcmp(rule->id, "meeting-only") ? cost_over(&lint, reader, rule->id) : 0;
		time_of(&lint, rule->id);
		printf("  %-32s  %8.2f              %8.2f          %8.1f\n", rule->id, alone, beside,
		       100 * (double)lint.findings / (double)lint.milestones);
	}
}

int main(int argc, char **argv)
{
	struct inputs inputs;

	if (argc != 2) {
		fprintf(stderr, "usage: cost FOLDER-OF-PLANS\n");
		return 2;
	}
	inputs = inputs_of(argv[1]);
	show_texts(&inputs);
	show_rules(&inputs);
	return 0;
}
