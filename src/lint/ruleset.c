/* Settings of rules: selecting, ignoring, severities and options. */
#include "lint/ruleset.h"

#include "base/str.h"
#include "lint/options.h"
#include "lint/registry.h"

#include <assert.h>

static struct pl_option_value *default_options(struct pl_arena *arena, const struct pl_rule *rule)
{
	size_t count = pl_option_total(rule);
	struct pl_option_value *values = PL_MAKE_ARRAY(arena, count, struct pl_option_value);

	for (size_t i = 0; i < count; i++) {
		const char *message;
		enum pl_status status = pl_option_parse(arena, &rule->options[i], pl_str_of(rule->options[i].fallback),
		                                        &values[i], &message);

		assert(status == PL_OK);
		(void)status;
	}
	return values;
}

struct pl_ruleset *pl_ruleset_open(struct pl_arena *arena, const struct pl_catalogue *catalogue)
{
	struct pl_ruleset *set = PL_MAKE(arena, struct pl_ruleset);
	size_t count = pl_catalogue_count(catalogue);

	set->arena = arena;
	set->catalogue = catalogue;
	set->min_severity = PL_INFO;
	set->min_confidence = PL_MEDIUM;
	set->fail_on = PL_WARNING;
	set->rules = PL_MAKE_ARRAY(arena, count, struct pl_rule_setting);
	for (size_t i = 0; i < count; i++) {
		const struct pl_rule *rule = pl_catalogue_at(catalogue, i);

		set->rules[i].severity = rule->severity;
		set->rules[i].options = default_options(arena, rule);
		set->rules[i].off = rule->off;
		set->rules[i].absent = rule->pack != NULL;
	}
	return set;
}

/* ", did you mean …" for a message, or nothing. */
static const char *suggest(struct pl_arena *arena, const char *nearest)
{
	return nearest ? pl_arena_print(arena, "; did you mean \"%s\"?", nearest) : "";
}

static void mark(struct pl_ruleset *set, size_t rule, bool ignore)
{
	if (ignore)
		set->rules[rule].ignored = true;
	else
		set->rules[rule].selected = true;
}

static enum pl_status mark_all(struct pl_ruleset *set, struct pl_str list, bool ignore, const char **message)
{
	struct pl_str name;

	while (pl_str_split(&list, ',', &name)) {
		bool known = !name.len;

		for (size_t i = 0; i < pl_catalogue_count(set->catalogue); i++) {
			const struct pl_rule *rule = pl_catalogue_at(set->catalogue, i);

			if (!pl_str_equal(pl_str_of(rule->id), name) && !pl_str_equal(pl_str_of(rule->module), name))
				continue;
			mark(set, i, ignore);
			known = true;
		}
		if (!known) {
			*message = pl_arena_print(
			        set->arena, "there is no rule or module \"%.*s\"%s", PL_STR_ARG(name),
			        suggest(set->arena, pl_catalogue_nearest(set->catalogue, set->arena, name, true)));
			return PL_BAD_SETTING;
		}
	}
	return PL_OK;
}

enum pl_status pl_ruleset_select(struct pl_ruleset *set, struct pl_str list, const char **message)
{
	set->selective = true;
	return mark_all(set, list, false, message);
}

enum pl_status pl_ruleset_ignore(struct pl_ruleset *set, struct pl_str list, const char **message)
{
	return mark_all(set, list, true, message);
}

static enum pl_status set_severity(struct pl_ruleset *set, size_t rule, struct pl_str words, const char **message)
{
	if (pl_severity_parse(words, &set->rules[rule].severity))
		return PL_OK;
	*message = pl_arena_print(set->arena, "%s.severity: \"%.*s\" is none of error, warning, info and off",
	                          pl_catalogue_at(set->catalogue, rule)->id, PL_STR_ARG(words));
	return PL_BAD_SETTING;
}

static enum pl_status no_such_option(struct pl_ruleset *set, const struct pl_rule *rule, struct pl_str name,
                                     const char **message)
{
	size_t count = pl_option_total(rule);
	const char **names = PL_MAKE_ARRAY(set->arena, count + 1, const char *);

	for (size_t i = 0; i < count; i++)
		names[i] = rule->options[i].name;
	names[count] = "severity";
	*message = pl_arena_print(set->arena, "%s has no option \"%.*s\"%s", rule->id, PL_STR_ARG(name),
	                          suggest(set->arena, pl_str_nearest(name, names, count + 1)));
	return PL_BAD_SETTING;
}

static enum pl_status set_option(struct pl_ruleset *set, size_t index, struct pl_str name, struct pl_str words,
                                 const char **message)
{
	const struct pl_rule *rule = pl_catalogue_at(set->catalogue, index);
	const char *reason;

	if (pl_str_equal(name, PL_STR("severity")))
		return set_severity(set, index, words, message);
	for (size_t i = 0; i < pl_option_total(rule); i++) {
		if (pl_str_distance(name, pl_str_of(rule->options[i].name), 0)) /* `_` will do for `-` */
			continue;
		if (!pl_option_parse(set->arena, &rule->options[i], words, &set->rules[index].options[i], &reason))
			return PL_OK;
		*message = pl_arena_print(set->arena, "%s.%s", rule->id, reason);
		return PL_BAD_SETTING;
	}
	return no_such_option(set, rule, name, message);
}

enum pl_status pl_ruleset_set(struct pl_ruleset *set, struct pl_str assignment, const char **message)
{
	struct pl_str rest = assignment, left, id;
	bool known = false;

	if (!memchr(assignment.ptr, '=', assignment.len) || !pl_str_split(&rest, '=', &left) ||
	    !memchr(left.ptr, '.', left.len) || !pl_str_split(&left, '.', &id)) {
		*message = pl_arena_print(set->arena, "\"%.*s\" is not of the form RULE.OPTION=VALUE",
		                          PL_STR_ARG(assignment));
		return PL_BAD_SETTING;
	}
	for (size_t i = 0; i < pl_catalogue_count(set->catalogue); i++) {
		if (!pl_str_equal(pl_str_of(pl_catalogue_at(set->catalogue, i)->id), id))
			continue;
		known = true;
		if (set_option(set, i, pl_str_trim(left), pl_str_trim(rest), message) != PL_OK)
			return PL_BAD_SETTING;
	}
	if (known)
		return PL_OK;
	*message = pl_arena_print(set->arena, "there is no rule \"%.*s\"%s", PL_STR_ARG(id),
	                          suggest(set->arena, pl_catalogue_nearest(set->catalogue, set->arena, id, false)));
	return PL_BAD_SETTING;
}

bool pl_ruleset_enabled(const struct pl_ruleset *set, size_t rule)
{
	const struct pl_rule_setting *setting = &set->rules[rule];

	if (setting->ignored || setting->absent || setting->severity == PL_OFF)
		return false;
	return set->selective ? setting->selected : !setting->off;
}

bool pl_ruleset_runs(const struct pl_ruleset *set, size_t rule)
{
	return pl_ruleset_enabled(set, rule) && set->rules[rule].severity >= set->min_severity;
}
