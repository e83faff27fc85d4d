/* Takes one input through the stages: source, tree, plans, rules. */
#include "lint/job.h"

#include "base/str.h"
#include "lint/ctx.h"
#include "lint/pairing.h"
#include "lint/registry.h"

#include <string.h>

/* ---- reading ---------------------------------------------------------------------------------------------------- */

static bool matches_ref(const void *pattern, struct pl_str ref)
{
	const struct pl_job *job = pattern;
	struct pl_span found;

	return pl_worker_find(job->worker, job->rules->ref_pattern, ref, 0, &found) != PL_MATCH_NONE;
}

static enum pl_status read_source(struct pl_job *job, const struct pl_run_input *input, const char **message)
{
	const struct pl_run *run = job->run;
	enum pl_status status = PL_OK;
	bool too_large;

	if (input->is_buffer)
		pl_source_open(&job->source, job->arena, input->path, input->bytes, run->limits.size, &too_large);
	else
		status = pl_source_read(&job->source, job->arena, input->path, run->limits.size, &too_large, message);
	if (status == PL_OK && too_large)
		pl_collect_builtin(&job->collector, PL_BUILTIN_INPUT_LIMIT, NULL, (struct pl_span){0, 0},
		                   "Split the file, or raise the limit with --max-size",
		                   "this file was not read: it has %zu bytes, and the limit is %zu", job->source.size,
		                   (size_t)run->limits.size);
	return status;
}

struct pl_plan_options pl_job_plan_options(const struct pl_job *job, pl_day as_of)
{
	const struct pl_config *config = job->rules->config;
	struct pl_plan_options options = {.as_of = as_of};

	if (config) {
		options.year_start = config->year_start;
		options.aliases = config->aliases.items;
		options.alias_count = config->aliases.count;
	}
	if (job->rules->ref_pattern) {
		options.ref_pattern = job;
		options.ref_matches = matches_ref;
	}
	return options;
}

static bool tells_plan(struct pl_str key, const struct pl_plan_options *options)
{
	struct pl_text nothing = {0};
	struct pl_pair pair = {.key.value = key, .value = {.kind = PL_NODE_SCALAR, .of.text = &nothing}};
	struct pl_node root = {.kind = PL_NODE_MAPPING, .count = 1, .of.pairs = &pair};

	return pl_plan_recognise(&root, options);
}

/* Of a broken file that was found in a folder there may be no document left to recognise: then its first-level keys
 * tell. */
static bool has_plan_line(const struct pl_source *source, const struct pl_plan_options *options)
{
	uint32_t count = pl_source_line_count(source);

	for (uint32_t i = 1; i <= count; i++) {
		struct pl_str line = pl_source_line(source, i), key;

		if (line.len && pl_ascii_is_alpha(line.ptr[0]) && memchr(line.ptr, ':', line.len) &&
		    pl_str_split(&line, ':', &key) && tells_plan(key, options))
			return true;
	}
	return false;
}

static bool holds_plan(const struct pl_job *job, const struct pl_run_input *input)
{
	struct pl_plan_options options = pl_job_plan_options(job, PL_NO_DAY);

	if (input->how == PL_INPUT_NAMED || job->source.too_large) /* nobody can know what was not read */
		return true;
	for (size_t i = 0; i < job->stream.count; i++)
		if (job->stream.documents[i].root && pl_plan_recognise(job->stream.documents[i].root, &options))
			return true;
	return job->stream.broken && has_plan_line(&job->source, &options);
}

static void build_plans(struct pl_job *job, const struct pl_run_input *input)
{
	struct pl_plan_options options = pl_job_plan_options(job, job->run->as_of);

	for (size_t i = 0; i < job->stream.count; i++) {
		const struct pl_document *document = &job->stream.documents[i];
		bool known = document->root && pl_plan_recognise(document->root, &options);
		struct pl_plan *plan;

		if (!document->root || (input->how == PL_INPUT_FOUND && !known))
			continue;
		plan = pl_plan_build(job->arena, &job->worker->tree, &job->source, document, (uint32_t)i, &options,
		                     &job->collector);
		if (known) /* what is none has been reported as such; no rule need look at it */
			*PL_VEC_PUSH(job->arena, &job->plans) = plan;
	}
}

/* Where reading stopped, that has been said. */
static bool has_content(const struct pl_job *job)
{
	for (size_t i = 0; i < job->stream.count; i++)
		if (job->stream.documents[i].root)
			return true;
	return job->stream.broken;
}

enum pl_status pl_job_open(struct pl_job *job, struct pl_worker *worker, struct pl_arena *arena,
                           const struct pl_run_input *input, const char **message)
{
	const struct pl_run *run = worker->run;
	enum pl_status status;

	*job = (struct pl_job){
	        .run = run, .worker = worker, .arena = arena, .rules = input->rules, .ran = {.rules = input->rules}};
	job->collector = (struct pl_collector){.arena = arena, .limit = run->limits.findings};
	status = read_source(job, input, message);
	if (status != PL_OK)
		return status;
	job->stream = pl_yaml_load(arena, &worker->tree, &job->source, &run->limits, &job->collector);
	job->names_us = pl_str_find(job->source.text, PL_STR("planlint")) != NULL;
	job->is_plan = holds_plan(job, input);
	if (!job->is_plan)
		return PL_OK;
	build_plans(job, input);
	if (!has_content(job))
		pl_collect_builtin(&job->collector, PL_BUILTIN_NOT_A_PLAN, NULL, (struct pl_span){0, 0}, NULL,
		                   "this file is empty");
	return PL_OK;
}

void pl_job_drop_tree(struct pl_job *job)
{
	if (job->stream.broken || job->names_us)
		return;
	job->stream.count = 0;
	pl_arena_reset(&job->worker->tree);
}

/* ---- rules ------------------------------------------------------------------------------------------------------ */

/* What a rule looks at items with: side by side, as every key action is shown to all of them. */
struct hooks {
	size_t rule; /* its place in the catalogue */
	void (*on_action)(struct pl_ctx *ctx, const struct pl_action *action);
	void (*on_milestone)(struct pl_ctx *ctx, const struct pl_milestone *milestone);
};

static void check_action(struct pl_job *job, const struct pl_action *action, const struct hooks *hooks)
{
	struct pl_ctx ctx = {
	        .rules = job->rules, .rule = hooks->rule, .job = job, .plan = action->item.plan, .item = &action->item};

	if (!pl_job_spend(job, 1 + action->milestone_count))
		return;
	if (hooks->on_action)
		hooks->on_action(&ctx, action);
	for (size_t i = 0; hooks->on_milestone && i < action->milestone_count; i++) {
		ctx.item = &action->milestones[i]->item;
		hooks->on_milestone(&ctx, action->milestones[i]);
	}
}

/* Action by action rather than rule by rule: what was read of one is asked for together, and can then go. */
static void check_actions(struct pl_job *job, const struct pl_plan *plan)
{
	const struct pl_catalogue *catalogue = job->rules->catalogue;
	struct hooks *hooks = PL_MAKE_ARRAY(job->arena, pl_catalogue_count(catalogue), struct hooks);
	size_t count = 0;

	for (size_t i = 0; i < pl_catalogue_count(catalogue); i++) {
		const struct pl_rule *rule = pl_catalogue_at(catalogue, i);

		if (pl_ruleset_runs(job->rules, i) && (rule->on_action || rule->on_milestone))
			hooks[count++] = (struct hooks){i, rule->on_action, rule->on_milestone};
	}
	for (size_t i = 0; i < plan->action_count; i++) {
		for (size_t j = 0; j < count; j++)
			check_action(job, plan->actions[i], &hooks[j]);
		pl_arena_reset(&job->worker->hook);
		pl_job_rest(job);
	}
}

static void check_whole(struct pl_job *job, const struct pl_plan *plan)
{
	const struct pl_catalogue *catalogue = job->rules->catalogue;

	for (size_t i = 0; i < pl_catalogue_count(catalogue); i++) {
		const struct pl_rule *rule = pl_catalogue_at(catalogue, i);
		struct pl_ctx ctx = {.rules = job->rules, .rule = i, .job = job, .plan = plan, .item = &plan->item};

		if (!rule->on_plan || !pl_ruleset_runs(job->rules, i) || !pl_job_spend(job, 1 + plan->milestone_count))
			continue;
		rule->on_plan(&ctx, plan);
		pl_arena_reset(&job->worker->hook);
		pl_job_rest(job);
	}
}

static void check_plan(struct pl_job *job, struct pl_plan *plan)
{
	plan->previous_plan = pl_past_plan(job, plan);
	if (plan->previous && !plan->previous_plan)
		pl_collect_unchecked(&job->collector, &pl_builtin_rules[PL_BUILTIN_UNKNOWN_REFERENCE],
		                     "what became of last period's milestones was not checked",
		                     pl_past_is_itself(job, plan)
		                             ? "the plan names itself as its previous plan"
		                             : pl_arena_print(job->arena, "%.*s could not be read as a plan",
		                                              PL_STR_ARG(plan->previous->value)));
	check_actions(job, plan);
	check_whole(job, plan);
	if (job->run->sweep && plan->previous_plan)
		pl_heirs_count(&(struct pl_ctx){.rules = job->rules,
		                                .rule = pl_rule_index(&pl_builtin_rules[PL_BUILTIN_INCOMPLETE_CHECK]),
		                                .job = job,
		                                .plan = plan,
		                                .item = &plan->item},
		               plan, &job->since);
}

void pl_job_check(struct pl_job *job)
{
	for (size_t i = 0; i < job->plans.count; i++)
		check_plan(job, job->plans.items[i]);
	pl_job_say_cut(job);
}

/* ---- what is said ----------------------------------------------------------------------------------------------- */

static bool stops_reading(const struct pl_rule *rule)
{
	return rule == &pl_builtin_rules[PL_BUILTIN_YAML_SYNTAX] || rule == &pl_builtin_rules[PL_BUILTIN_NOT_A_PLAN] ||
	       rule == &pl_builtin_rules[PL_BUILTIN_INPUT_LIMIT] ||
	       rule == &pl_builtin_rules[PL_BUILTIN_INCOMPLETE_CHECK];
}

void pl_job_drop(struct pl_job *job)
{
	struct pl_record *records = job->collector.records.items;
	size_t kept = 0;

	for (size_t i = 0; i < job->collector.records.count; i++) {
		if (pl_ruleset_runs(job->rules, pl_record_rule(&records[i])))
			records[kept++] = records[i];
		else if (stops_reading(records[i].rule))
			pl_collect_unchecked(&job->collector, records[i].rule, "part of the file was not checked",
			                     records[i].message);
	}
	job->collector.records.count = kept;
}

const struct pl_source *pl_job_source(const struct pl_job *job, const struct pl_plan *plan)
{
	const struct pl_source *past = pl_past_source(&job->past, plan);

	return past ? past : &job->source;
}
