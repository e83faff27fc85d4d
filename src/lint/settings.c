/* How the rules stand for each file: what the profile, the configuration and the embedder say, one over the other. */
#include "base/str.h"
#include "diag/collect.h"
#include "lint/ctx.h"
#include "lint/options.h"

/* ---- profiles --------------------------------------------------------------------------------------------------- */

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

/* ---- one ruleset ------------------------------------------------------------------------------------------------ */

static void lay_profile(const struct pl_run *run, const struct pl_config *config, struct pl_ruleset *set)
{
	int profile = run->asked_profile ? run->asked_profile : config ? config->profile : 0;

	if (!profile)
		return;
	set->min_severity = profiles[profile - 1].severity;
	set->min_confidence = profiles[profile - 1].confidence;
}

/* `overrides`: a byte for each of the configuration's, 1 where it applies. */
static enum pl_status make_rules(struct pl_run *run, const struct pl_config *config, struct pl_str overrides,
                                 struct pl_ruleset **out)
{
	struct pl_ruleset *set = pl_ruleset_open(&run->arena, &run->catalogue);

	for (size_t i = 0; i < pl_catalogue_count(&run->catalogue); i++)
		if (run->sweep && pl_catalogue_at(&run->catalogue, i)->sweep)
			set->rules[i].off = false;
	lay_profile(run, config, set);
	if (config)
		pl_config_apply(config, set);
	for (size_t i = 0; i < overrides.len; i++)
		if (overrides.ptr[i])
			pl_changes_apply(&config->overrides.items[i].rules, set);
	for (size_t i = 0; i < run->asked.count; i++)
		if (run->asked.items[i].apply(set, run->asked.items[i].words, &run->message) != PL_OK)
			return PL_BAD_SETTING;
	if (run->asked_severity)
		set->min_severity = run->asked_severity;
	if (run->asked_confidence)
		set->min_confidence = run->asked_confidence;
	if (run->asked_fail_on)
		set->fail_on = run->asked_fail_on;
	*out = set;
	return PL_OK;
}

enum pl_status pl_run_settle(struct pl_run *run)
{
	run->sets.count = 0;
	for (size_t i = 0; i < run->inputs.count; i++)
		run->inputs.items[i].rules = NULL;
	return make_rules(run, run->config, (struct pl_str){0}, &run->rules);
}

/* ---- what the embedder asks for --------------------------------------------------------------------------------- */

static enum pl_status settle(struct pl_run *run, void *data)
{
	(void)data;
	return pl_run_settle(run);
}

enum pl_status pl_run_profile(struct pl_run *run, enum pl_profile profile)
{
	run->asked_profile = (int)profile + 1;
	return pl_run_guard(run, settle, NULL);
}

enum pl_status pl_run_sweep(struct pl_run *run, bool sweep)
{
	run->sweep = sweep;
	return pl_run_guard(run, settle, NULL);
}

void pl_run_min_severity(struct pl_run *run, enum pl_severity severity)
{
	run->rules->min_severity = run->asked_severity = severity ? severity : PL_INFO;
}

void pl_run_min_confidence(struct pl_run *run, enum pl_confidence confidence)
{
	run->rules->min_confidence = run->asked_confidence = confidence ? confidence : PL_LOW;
}

void pl_run_fail_on(struct pl_run *run, int level) { run->rules->fail_on = run->asked_fail_on = level; }

static enum pl_status ask(struct pl_run *run, void *data)
{
	const struct pl_run_asked *asked = data;
	struct pl_run_asked *kept = PL_VEC_PUSH(&run->arena, &run->asked);

	kept->apply = asked->apply;
	kept->words = pl_str_of(pl_arena_copy(&run->arena, asked->words));
	if (pl_run_settle(run) == PL_OK)
		return PL_OK;
	run->asked.count--;
	return PL_BAD_SETTING;
}

enum pl_status pl_run_select(struct pl_run *run, const char *list)
{
	return pl_run_guard(run, ask, &(struct pl_run_asked){pl_ruleset_select, pl_str_of(list)});
}

enum pl_status pl_run_ignore(struct pl_run *run, const char *list)
{
	return pl_run_guard(run, ask, &(struct pl_run_asked){pl_ruleset_ignore, pl_str_of(list)});
}

enum pl_status pl_run_set(struct pl_run *run, const char *assignment)
{
	return pl_run_guard(run, ask, &(struct pl_run_asked){pl_ruleset_set, pl_str_of(assignment)});
}

/* ---- preparing -------------------------------------------------------------------------------------------------- */

static enum pl_status prepare_rule(struct pl_run *run, struct pl_ruleset *set, size_t index)
{
	struct pl_ctx ctx = {.run = run, .rules = set, .rule = index};
	const struct pl_rule *rule = pl_catalogue_at(set->catalogue, index);
	struct pl_rule_setting *setting = &set->rules[index];
	enum pl_status status;

	setting->prepared = pl_arena_alloc(&run->arena, 1, rule->prepared_size);
	run->message = "";
	status = rule->prepare(&ctx, setting->prepared);
	if (status != PL_OK)
		run->message = pl_arena_print(&run->arena, "%s: %s", rule->id, run->message);
	return status;
}

/* The option `pattern` of ref-format, which the plan stage asks for through a callback. */
static enum pl_status prepare_refs(struct pl_run *run, struct pl_ruleset *set)
{
	struct pl_str source = set->rules[pl_rule_index(&pl_builtin_rules[PL_BUILTIN_REF_FORMAT])].options[0].text;
	const char *message;

	if (!source.len)
		return PL_OK;
	set->ref_pattern = pl_patterns_compile(run->patterns, source, &message);
	if (set->ref_pattern)
		return PL_OK;
	run->message = pl_arena_print(&run->arena, "ref-format.pattern: %s", message);
	return PL_BAD_SETTING;
}

static enum pl_status prepare_rules(struct pl_run *run, struct pl_ruleset *set)
{
	enum pl_status status;

	if (set->prepared)
		return PL_OK;
	status = prepare_refs(run, set);
	for (size_t i = 0; i < pl_catalogue_count(set->catalogue) && status == PL_OK; i++)
		if (pl_catalogue_at(set->catalogue, i)->prepare && pl_ruleset_runs(set, i))
			status = prepare_rule(run, set, i);
	set->prepared = status == PL_OK;
	return status;
}

/* Which of the configuration's overrides are for the input. */
static struct pl_str overrides_of(struct pl_run *run, const struct pl_run_input *input)
{
	size_t count = input->config ? input->config->overrides.count : 0;
	char *applies = PL_MAKE_ARRAY(&run->arena, count, char);

	for (size_t i = 0; i < count; i++)
		applies[i] = pl_config_names(input->config, &input->config->overrides.items[i].files, input->real);
	return (struct pl_str){applies, count};
}

static enum pl_status choose_rules(struct pl_run *run, struct pl_run_input *input)
{
	struct pl_run_set set = {.config = input->config, .overrides = overrides_of(run, input)};
	enum pl_status status;

	for (size_t i = 0; i < run->sets.count; i++)
		if (run->sets.items[i].config == set.config &&
		    pl_str_equal(run->sets.items[i].overrides, set.overrides)) {
			input->rules = run->sets.items[i].rules;
			return PL_OK;
		}
	status = make_rules(run, set.config, set.overrides, &set.rules);
	if (status == PL_OK)
		status = prepare_rules(run, set.rules);
	if (status != PL_OK)
		return status;
	*PL_VEC_PUSH(&run->arena, &run->sets) = set;
	input->rules = set.rules;
	return PL_OK;
}

enum pl_status pl_run_prepare(struct pl_run *run)
{
	enum pl_status status = PL_OK;

	if (!run->inputs.count) /* settings that make no sense are said all the same */
		return prepare_rules(run, run->rules);
	for (size_t i = 0; i < run->inputs.count && status == PL_OK; i++)
		if (!run->inputs.items[i].rules)
			status = choose_rules(run, &run->inputs.items[i]);
	if (status == PL_OK && run->sets.count == 1) /* what holds for all files is what the run answers */
		run->rules = run->sets.items[0].rules;
	return status;
}

/* ---- how rules stand -------------------------------------------------------------------------------------------- */

size_t pl_run_rule_count(const struct pl_run *run)
{
	return run ? pl_catalogue_count(&run->catalogue) : pl_rule_count();
}

const struct pl_rule *pl_run_rule_at(const struct pl_run *run, size_t index)
{
	return run ? pl_catalogue_at(&run->catalogue, index) : pl_rule_at(index);
}

const struct pl_rule *pl_run_rule_find(const struct pl_run *run, struct pl_str id)
{
	return pl_catalogue_find(&run->catalogue, id);
}

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
