/*
 * A configuration: what `.planlint.yaml` says, with all that it extends laid below it.
 *
 * Single values replace what is extended, lists and mappings add to it. Lives in the run's arena.
 */
#ifndef PL_LINT_CONFIG_H
#define PL_LINT_CONFIG_H

#include "lint/ruleset.h"
#include "plan/build.h"

struct pl_run;

struct pl_strs {
	struct pl_str *items;
	size_t count, room;
};

/* One setting of one rule. */
struct pl_rule_change {
	size_t rule;   /* its place in the catalogue */
	size_t option; /* PL_SEVERITY_OPTION: the severity */
	enum pl_severity severity;
	struct pl_option_value value;
	bool adds; /* entries of a list come behind those that are there */
};

#define PL_SEVERITY_OPTION SIZE_MAX

struct pl_rule_changes {
	struct pl_rule_change *items;
	size_t count, room;
};

struct pl_override {
	struct pl_strs files;
	struct pl_rule_changes rules;
};

struct pl_config_acronym {
	struct pl_str letters, meaning;
};

struct pl_config {
	const char *path;   /* as shown */
	const char *folder; /* absolute: globs count from here */
	int profile;        /* enum pl_profile + 1; 0: not said */
	enum pl_severity min_severity;
	enum pl_confidence min_confidence;
	int fail_on; /* enum pl_severity, beyond PL_ERROR: never; 0: not said */
	const char *required, *rules_as_of, *baseline;
	uint32_t year_start; /* month * 100 + day */
	int require_reason;  /* 0 not said, 1 no, 2 yes */
	struct pl_strs include, exclude, holidays, bodies, meetings, locked;
	PL_VEC(struct pl_key_alias) aliases;
	PL_VEC(struct pl_config_acronym) acronyms;
	PL_VEC(struct pl_override) overrides;
	struct pl_rule_changes rules;
	PL_VEC(size_t) packs; /* rules that its packs bring, by their place in the catalogue */
};

/* Reads a file and all that it extends. PL_BAD_SETTING with the run's message and `refused` for what is wrong in any.
 */
enum pl_status pl_config_load(struct pl_run *run, const char *path, const char *folder,
                              const struct pl_config **out) PL_MUST_USE;

/* The configuration for what lies in `folder` (absolute), by the nearest .planlint.yaml upward; NULL for none. */
enum pl_status pl_config_find(struct pl_run *run, const char *folder, const struct pl_config **out) PL_MUST_USE;

/* Does any of the globs name the file or folder (absolute), or a folder on the way to it from the configuration's? */
bool pl_config_names(const struct pl_config *config, const struct pl_strs *globs, const char *path);

/* Lays severities, options and levels over a ruleset. */
void pl_config_apply(const struct pl_config *config, struct pl_ruleset *set);
void pl_changes_apply(const struct pl_rule_changes *changes, struct pl_ruleset *set);

/* Does `locked` name the rule or its module? */
bool pl_config_locks(const struct pl_config *config, const struct pl_rule *rule);

/* ---- the table of keys ------------------------------------------------------------------------------------------ */

enum pl_config_section {
	PL_SECTION_ROOT,
	PL_SECTION_OVERRIDE,
#define PL_CONFIG_PART(section, parent, key, summary) PL_SECTION_##section,
#include "lint/config.def"
	PL_SECTION_COUNT
};

enum pl_config_kind {
	PL_TAKES_MAPPING,
	PL_TAKES_EXTENDS,
	PL_TAKES_NEEDS,
	PL_TAKES_VERSION,
	PL_TAKES_FAIL_ON,
	PL_TAKES_SEVERITY,
	PL_TAKES_CONFIDENCE,
	PL_TAKES_GLOBS,
	PL_TAKES_FILE,
	PL_TAKES_ALIASES,
	PL_TAKES_YEAR_START,
	PL_TAKES_DAYS,
	PL_TAKES_TEXTS,
	PL_TAKES_ACRONYMS,
	PL_TAKES_RULES,
	PL_TAKES_OVERRIDES,
	PL_TAKES_FLAG,
	PL_TAKES_LOCKED
};

struct pl_config_row {
	enum pl_config_section section;
	const char *key;
	enum pl_config_kind kind;
	enum pl_config_section part; /* of PL_TAKES_MAPPING */
	size_t field;                /* offset */
	const char *summary;
};

extern const struct pl_config_row pl_config_rows[]; /* ends with a NULL key */

#endif
