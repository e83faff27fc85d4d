/*
 * How the rules stand: which run, at what severity, with which options, and what they prepared.
 *
 * A run may hold several rulesets, one for each part of the files; each owns nothing outside its arena. Where a
 * function answers a pl_status, `*message` (arena) says what is wrong.
 */
#ifndef PL_LINT_RULESET_H
#define PL_LINT_RULESET_H

#include "lint/registry.h"

#include <planlint/planlint.h>

struct pl_config;

struct pl_option_entry {
	struct pl_str name;
	long number; /* of a table */
};

struct pl_option_value {
	long number; /* of a number; 0 or 1 of a flag */
	struct pl_str text;
	PL_VEC(struct pl_option_entry) entries; /* of a list or table */
};

struct pl_rule_setting {
	bool selected, ignored;
	bool absent; /* of a pack that the configuration does not name */
	bool off;    /* runs only when selected */
	enum pl_severity severity;
	struct pl_option_value *options;
	void *prepared; /* zeroed, of the rule's prepared_size; what prepare() left there is read-only */
};

struct pl_ruleset {
	struct pl_arena *arena;
	const struct pl_catalogue *catalogue;
	const struct pl_config *config; /* NULL: none */
	bool selective;                 /* something was selected: everything else is off */
	enum pl_severity min_severity;
	enum pl_confidence min_confidence;
	int fail_on;                          /* enum pl_severity; beyond PL_ERROR: never */
	struct pl_rule_setting *rules;        /* by place in the catalogue */
	const struct pl_pattern *ref_pattern; /* of ref-format; NULL: none is set */
	bool prepared;
};

/* Every rule as its descriptor says, those of packs absent, the levels as profile ci says. The catalogue must not grow
 * afterwards. */
struct pl_ruleset *pl_ruleset_open(struct pl_arena *arena, const struct pl_catalogue *catalogue);

/* `list`: ids or modules separated by commas. */
enum pl_status pl_ruleset_select(struct pl_ruleset *set, struct pl_str list, const char **message) PL_MUST_USE;
enum pl_status pl_ruleset_ignore(struct pl_ruleset *set, struct pl_str list, const char **message) PL_MUST_USE;

/* "RULE.OPTION=VALUE" or "RULE.severity=LEVEL". */
enum pl_status pl_ruleset_set(struct pl_ruleset *set, struct pl_str assignment, const char **message) PL_MUST_USE;

/* May it report at all? Selected or on by itself, not ignored, not off. */
bool pl_ruleset_enabled(const struct pl_ruleset *set, size_t rule);

/* Enabled, and its severity is shown: what it would say is of use. */
bool pl_ruleset_runs(const struct pl_ruleset *set, size_t rule);

#endif
