/* Opens and closes a run, takes its settings and inputs. */
#include "lint/run.h"

#include "base/str.h"
#include "diag/collect.h"
#include "lint/ctx.h"
#include "lint/options.h"
#include "lint/registry.h"

#include <assert.h>
#include <stdlib.h>

enum pl_status pl_run_guard(struct pl_run *run, enum pl_status (*body)(struct pl_run *run, void *data), void *data)
{
	struct pl_arena *arenas[] = {&run->arena, &run->file, &run->scratch, &run->past.arena};
	struct pl_arena_guard *outer = run->arena.guard, guard;
	enum pl_status status;

	for (size_t i = 0; i < sizeof arenas / sizeof *arenas; i++)
		arenas[i]->guard = &guard;
	if (setjmp(guard.jump)) {
		run->message = "there is not enough memory";
		status = PL_NO_MEMORY;
	} else {
		status = body(run, data);
	}
	for (size_t i = 0; i < sizeof arenas / sizeof *arenas; i++)
		arenas[i]->guard = outer;
	return status;
}

/* ---- opening and closing ---------------------------------------------------------------------------------------- */

static enum pl_status open_parts(struct pl_run *run, void *data)
{
	(void)data;
	run->rules = pl_ruleset_open(&run->arena);
	run->patterns = pl_patterns_open(&run->arena);
	return PL_OK;
}

struct pl_run *pl_run_open(void)
{
	struct pl_run *run = calloc(1, sizeof *run);

	if (!run)
		return NULL;
	pl_arena_init(&run->arena, NULL);
	pl_arena_init(&run->file, NULL);
	pl_arena_init(&run->scratch, NULL);
	pl_arena_init(&run->past.arena, NULL);
	run->message = "";
	run->as_of = PL_NO_DAY;
	run->apply_suppressions = true;
	run->limits = pl_limits_default();
	if (pl_run_guard(run, open_parts, NULL) != PL_OK) {
		pl_run_close(run);
		return NULL;
	}
	return run;
}

void pl_run_close(struct pl_run *run)
{
	if (!run)
		return;
	pl_patterns_close(run->patterns);
	if (run->has_vocabulary)
		pl_vocabulary_close(&run->vocabulary);
	pl_arena_free(&run->past.arena);
	pl_arena_free(&run->scratch);
	pl_arena_free(&run->file);
	pl_arena_free(&run->arena);
	free(run);
}

const char *pl_run_message(const struct pl_run *run) { return run->message; }

/* ---- settings --------------------------------------------------------------------------------------------------- */

static const struct profile {
	const char *name;
	enum pl_severity severity;
	enum pl_confidence confidence;
} profiles[] = {[PL_PROFILE_CI] = {"ci", PL_INFO, PL_MEDIUM},
                [PL_PROFILE_OFFICER] = {"officer", PL_WARNING, PL_HIGH},
                [PL_PROFILE_RESEARCH] = {"research", PL_INFO, PL_LOW}};

bool pl_profile_parse(struct pl_str name, enum pl_profile *out)
{
	for (size_t i = 0; i < sizeof profiles / sizeof *profiles; i++)
		if (pl_str_equal_fold(pl_str_of(profiles[i].name), name)) {
			*out = (enum pl_profile)i;
			return true;
		}
	return false;
}

enum pl_status pl_run_profile(struct pl_run *run, enum pl_profile profile)
{
	if (!run->asked_severity)
		run->rules->min_severity = profiles[profile].severity;
	if (!run->asked_confidence)
		run->rules->min_confidence = profiles[profile].confidence;
	return PL_OK;
}

void pl_run_min_severity(struct pl_run *run, enum pl_severity severity)
{
	run->rules->min_severity = run->asked_severity = severity ? severity : PL_INFO;
}

void pl_run_min_confidence(struct pl_run *run, enum pl_confidence confidence)
{
	run->rules->min_confidence = run->asked_confidence = confidence ? confidence : PL_LOW;
}

static enum pl_status select_rules(struct pl_run *run, void *list)
{
	return pl_ruleset_select(run->rules, pl_str_of(list), &run->message);
}

static enum pl_status ignore_rules(struct pl_run *run, void *list)
{
	return pl_ruleset_ignore(run->rules, pl_str_of(list), &run->message);
}

static enum pl_status set_rule(struct pl_run *run, void *assignment)
{
	return pl_ruleset_set(run->rules, pl_str_of(assignment), &run->message);
}

enum pl_status pl_run_select(struct pl_run *run, const char *list)
{
	return pl_run_guard(run, select_rules, (void *)list);
}

enum pl_status pl_run_ignore(struct pl_run *run, const char *list)
{
	return pl_run_guard(run, ignore_rules, (void *)list);
}

enum pl_status pl_run_set(struct pl_run *run, const char *assignment)
{
	return pl_run_guard(run, set_rule, (void *)assignment);
}

void pl_run_as_of(struct pl_run *run, pl_day day) { run->as_of = day; }

void pl_run_apply_suppressions(struct pl_run *run, bool apply) { run->apply_suppressions = apply; }

enum { MEBIBYTE = 1024 * 1024 };

struct pl_limits pl_limits_default(void)
{
	return (struct pl_limits){.size = (uint64_t)64 * MEBIBYTE,
	                          .depth = 1000,
	                          .nodes = 10000000,
	                          .documents = 10000,
	                          .findings = 100000,
	                          .match = 1000000};
}

void pl_run_limits(struct pl_run *run, const struct pl_limits *limits) { run->limits = *limits; }

/* ---- inputs ----------------------------------------------------------------------------------------------------- */

static enum pl_status add_entry(struct pl_run *run, void *data)
{
	struct pl_run_input *entry = data;

	entry->identity = entry->path = pl_arena_copy(&run->arena, pl_str_of(entry->path));
	*PL_VEC_PUSH(&run->arena, &run->inputs) = *entry;
	return PL_OK;
}

enum pl_status pl_run_add_file(struct pl_run *run, const char *path, enum pl_input how)
{
	return pl_run_guard(run, add_entry, &(struct pl_run_input){.path = path, .how = how});
}

enum pl_status pl_run_add_buffer(struct pl_run *run, const char *name, const char *bytes, size_t size)
{
	return pl_run_guard(run, add_entry,
	                    &(struct pl_run_input){.path = name, .bytes = {bytes, size}, .is_buffer = true});
}

static enum pl_status identify(struct pl_run *run, void *identity)
{
	assert(run->inputs.count);
	run->inputs.items[run->inputs.count - 1].identity = pl_arena_copy(&run->arena, pl_str_of(identity));
	return PL_OK;
}

enum pl_status pl_run_identify(struct pl_run *run, const char *identity)
{
	return pl_run_guard(run, identify, (void *)identity);
}

/* ---- preparing -------------------------------------------------------------------------------------------------- */

static enum pl_status prepare_rule(struct pl_run *run, size_t index)
{
	struct pl_ctx ctx = {.run = run, .rules = run->rules, .rule = index};
	const struct pl_rule *rule = pl_rule_at(index);
	struct pl_rule_setting *setting = &run->rules->rules[index];
	enum pl_status status;

	setting->prepared = pl_arena_alloc(&run->arena, 1, rule->prepared_size);
	run->message = "";
	status = rule->prepare(&ctx, setting->prepared);
	if (status != PL_OK)
		run->message = pl_arena_print(&run->arena, "%s: %s", rule->id, run->message);
	return status;
}

/* The option `pattern` of ref-format, which the plan stage asks for through a callback. */
static enum pl_status prepare_refs(struct pl_run *run)
{
	size_t index = pl_rule_index(&pl_builtin_rules[PL_BUILTIN_REF_FORMAT]);
	struct pl_str source = run->rules->rules[index].options[0].text;
	const char *message;

	if (!source.len)
		return PL_OK;
	run->ref_pattern = pl_patterns_compile(run->patterns, source, &message);
	if (run->ref_pattern)
		return PL_OK;
	run->message = pl_arena_print(&run->arena, "ref-format.pattern: %s", message);
	return PL_BAD_SETTING;
}

enum pl_status pl_run_prepare(struct pl_run *run)
{
	enum pl_status status = PL_OK;

	if (run->prepared)
		return PL_OK;
	pl_patterns_limit(run->patterns, run->limits.match);
	status = prepare_refs(run);
	for (size_t i = 0; i < pl_rule_count() && status == PL_OK; i++)
		if (pl_rule_at(i)->prepare && pl_ruleset_runs(run->rules, i))
			status = prepare_rule(run, i);
	run->prepared = status == PL_OK;
	return status;
}

/* ---- how rules stand -------------------------------------------------------------------------------------------- */

bool pl_run_rule_enabled(const struct pl_run *run, const struct pl_rule *rule)
{
	return pl_ruleset_enabled(run->rules, pl_rule_index(rule));
}

enum pl_severity pl_run_rule_severity(const struct pl_run *run, const struct pl_rule *rule)
{
	return run->rules->rules[pl_rule_index(rule)].severity;
}

struct option_query {
	const struct pl_rule *rule;
	size_t option;
	const char *value;
};

static enum pl_status print_option(struct pl_run *run, void *data)
{
	struct option_query *query = data;
	const struct pl_rule_setting *setting = &run->rules->rules[pl_rule_index(query->rule)];

	query->value =
	        pl_option_print(&run->arena, &query->rule->options[query->option], &setting->options[query->option]);
	return PL_OK;
}

const char *pl_run_option_value(struct pl_run *run, const struct pl_rule *rule, size_t option)
{
	struct option_query query = {.rule = rule, .option = option, .value = ""};

	/* Without memory there is no answer, and the run's message says so. */
	return pl_run_guard(run, print_option, &query) == PL_OK ? query.value : "";
}
