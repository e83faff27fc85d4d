/* Lays a configuration over the rules as they are by themselves. */
#include "base/str.h"
#include "diag/collect.h"
#include "lint/config.h"
#include "lint/options.h"
#include "lint/version.h"

#include <assert.h>

static void lay_entry(struct pl_arena *arena, struct pl_option_value *value, const struct pl_option_entry *entry)
{
	for (size_t i = 0; i < value->entries.count; i++)
		if (pl_str_equal_fold(value->entries.items[i].name, entry->name)) {
			value->entries.items[i] = *entry;
			return;
		}
	*PL_VEC_PUSH(arena, &value->entries) = *entry;
}

static void lay_value(struct pl_ruleset *set, const struct pl_option *option, const struct pl_rule_change *change,
                      struct pl_option_value *value)
{
	value->number = change->value.number;
	value->text = change->value.text;
	if (option->type == PL_OPTION_LIST && !change->adds)
		value->entries.count = 0;
	for (size_t i = 0; i < change->value.entries.count; i++)
		lay_entry(set->arena, value, &change->value.entries.items[i]);
}

void pl_changes_apply(const struct pl_rule_changes *changes, struct pl_ruleset *set)
{
	for (size_t i = 0; i < changes->count; i++) {
		const struct pl_rule_change *change = &changes->items[i];
		const struct pl_rule *rule = pl_catalogue_at(set->catalogue, change->rule);
		struct pl_rule_setting *setting = &set->rules[change->rule];

		if (change->option != PL_SEVERITY_OPTION) {
			lay_value(set, &rule->options[change->option], change, &setting->options[change->option]);
			continue;
		}
		setting->severity = change->severity;
		setting->off = false; /* whoever gives it a severity wants it to run */
	}
}

/* ---- what other keys mean for single rules ---------------------------------------------------------------------- */

/* An option that a key of the configuration stands for; it is there as long as the rule keeps its promise. */
static size_t option_of(const struct pl_rule *rule, const char *name)
{
	size_t option = 0;

	while (option < pl_option_total(rule) && strcmp(rule->options[option].name, name) != 0)
		option++;
	assert(option < pl_option_total(rule));
	return option;
}

static void add_entries(struct pl_ruleset *set, const char *id, const char *option, const struct pl_strs *names)
{
	const struct pl_rule *rule = pl_rule_find(pl_str_of(id));
	struct pl_rule_change change = {.rule = pl_rule_index(rule), .option = option_of(rule, option), .adds = true};

	for (size_t i = 0; i < names->count; i++)
		PL_VEC_PUSH(set->arena, &change.value.entries)->name = names->items[i];
	pl_changes_apply(&(struct pl_rule_changes){.items = &change, .count = names->count > 0}, set);
}

static void lay_acronyms(const struct pl_config *config, struct pl_ruleset *set)
{
	struct pl_strs letters = {0};

	for (size_t i = 0; i < config->acronyms.count; i++)
		*PL_VEC_PUSH(set->arena, &letters) = config->acronyms.items[i].letters;
	add_entries(set, "undefined-acronym", "known", &letters);
}

static void leave_newer_off(const struct pl_config *config, struct pl_ruleset *set)
{
	for (size_t i = 0; config->rules_as_of && i < pl_catalogue_count(set->catalogue); i++) {
		const char *since = pl_catalogue_at(set->catalogue, i)->since;

		if (since && pl_version_compare(pl_str_of(since), pl_str_of(config->rules_as_of)) > 0)
			set->rules[i].off = true;
	}
}

static void set_reason(const struct pl_config *config, struct pl_ruleset *set)
{
	const struct pl_rule *rule = &pl_builtin_rules[PL_BUILTIN_BAD_SUPPRESSION];

	set->rules[pl_rule_index(rule)].options[option_of(rule, "require-reason")].number = config->require_reason == 2;
}

void pl_config_apply(const struct pl_config *config, struct pl_ruleset *set)
{
	set->config = config;
	for (size_t i = 0; i < config->packs.count; i++)
		set->rules[config->packs.items[i]].absent = false;
	leave_newer_off(config, set);
	add_entries(set, "non-working-day", "holidays", &config->holidays);
	lay_acronyms(config, set);
	pl_changes_apply(&config->rules, set);
	if (config->require_reason)
		set_reason(config, set);
	if (config->min_severity)
		set->min_severity = config->min_severity;
	if (config->min_confidence)
		set->min_confidence = config->min_confidence;
	if (config->fail_on)
		set->fail_on = config->fail_on;
}

bool pl_config_locks(const struct pl_config *config, const struct pl_rule *rule)
{
	for (size_t i = 0; i < config->locked.count; i++)
		if (!pl_str_distance(config->locked.items[i], pl_str_of(rule->id), 0) ||
		    !pl_str_distance(config->locked.items[i], pl_str_of(rule->module), 0))
			return true;
	return false;
}
