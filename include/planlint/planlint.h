/*
 * Embedding planlint: open a run, add files or buffers, lint, read findings, close.
 *
 *	struct pl_run *run = pl_run_open();
 *	pl_run_add_file(run, "housing.yaml", PL_INPUT_NAMED);
 *	pl_run_lint(run, &(struct pl_sink){ .on_file = show });
 *	pl_run_close(run);
 *
 * A run is used by one thread at a time (it may use several itself: pl_run_threads); several runs may live side by
 *side. No function here prints, exits, reads the clock or the environment. A function that answers pl_status leaves one
 *message for people in pl_run_message().
 */
#ifndef PLANLINT_PLANLINT_H
#define PLANLINT_PLANLINT_H

#include <planlint/corpus.h>
#include <planlint/diag.h>
#include <planlint/plan.h>
#include <planlint/rule.h>

#define PL_VERSION "0.1.0"

struct pl_run;
struct pl_source; /* one input: bytes and lines */

/* NULL only where there is no memory. The caller owns it and ends it with pl_run_close. */
PL_API struct pl_run *pl_run_open(void);
PL_API void pl_run_close(struct pl_run *run); /* NULL is fine */

/* The last message, one line, no full stop at the end; "" where nothing went wrong. Owned by the run. */
PL_API const char *pl_run_message(const struct pl_run *run);

/* ---- settings: all before the first pl_run_lint -------------------------------------------------------------------
 */

enum pl_profile { PL_PROFILE_CI, PL_PROFILE_OFFICER, PL_PROFILE_RESEARCH };

PL_API bool pl_profile_parse(struct pl_str name, enum pl_profile *out);
PL_API enum pl_status pl_run_profile(struct pl_run *run, enum pl_profile profile) PL_MUST_USE;

/* `list`: ids or modules separated by commas. Selecting anything switches everything else off. PL_BAD_SETTING with the
 * nearest name for what is neither. */
PL_API enum pl_status pl_run_select(struct pl_run *run, const char *list) PL_MUST_USE;
PL_API enum pl_status pl_run_ignore(struct pl_run *run, const char *list) PL_MUST_USE;

/* "RULE.OPTION=VALUE"; "RULE.severity=error" sets the severity. */
PL_API enum pl_status pl_run_set(struct pl_run *run, const char *assignment) PL_MUST_USE;

/* A configuration for all files, and what the file extends; its globs count from the current folder. PL_BAD_SETTING
 * where something is wrong in it: pl_run_refused says what and where. */
PL_API enum pl_status pl_run_config_file(struct pl_run *run, const char *path) PL_MUST_USE;

/* Do the rules across plans run by themselves (default: only when selected)? Their findings come when all files were
 * delivered, once more through on_file, in the order of path. */
PL_API enum pl_status pl_run_sweep(struct pl_run *run, bool sweep) PL_MUST_USE;

/* From here on each file that is added follows the nearest `.planlint.yaml` upward from it, up to the repository's
 * root. Default: no. A configuration for all files is used instead where there is one. */
PL_API void pl_run_discover(struct pl_run *run, bool discover);

/* The configuration that a file or folder would follow becomes that of all files. */
PL_API enum pl_status pl_run_config_near(struct pl_run *run, const char *path) PL_MUST_USE;

/* The configuration or rule pack that was refused last, its mistakes as findings whose rule is none of the list; NULL
 * for none. Lives as long as the run. */
struct pl_file;
PL_API const struct pl_file *pl_run_refused(const struct pl_run *run);

/* What a path's configuration says of looking at it when a folder is searched. */
enum pl_scope {
	PL_SCOPE_USUAL, /* nothing */
	PL_SCOPE_IN,    /* `include` names it */
	PL_SCOPE_OUT    /* `exclude` names it, or `include` does not */
};

PL_API enum pl_status pl_run_scope(struct pl_run *run, const char *path, bool is_folder,
                                   enum pl_scope *out) PL_MUST_USE;

/* The baseline that the configuration of a file names; NULL. */
PL_API enum pl_status pl_run_config_baseline(struct pl_run *run, const char *path, const char **out) PL_MUST_USE;

/* Which new findings fail the run (pl_file.fail_on): an enum pl_severity, PL_ERROR + 1 for none. Default: PL_WARNING.
 */
PL_API void pl_run_fail_on(struct pl_run *run, int level);

PL_API void pl_run_min_severity(struct pl_run *run, enum pl_severity severity); /* what is shown */
PL_API void pl_run_min_confidence(struct pl_run *run, enum pl_confidence confidence);
PL_API void pl_run_as_of(struct pl_run *run, pl_day day);              /* instead of `as_at` */
PL_API void pl_run_apply_suppressions(struct pl_run *run, bool apply); /* default: yes */

/* Default: yes. Without, the findings of files have none ("") where no baseline asks for them: they take time. */
PL_API void pl_run_fingerprints(struct pl_run *run, bool wanted);

/* On how many threads files are linted; default 1: on the caller's own. Whatever their number, the sink is called on
 * the thread that called pl_run_lint, for one file after the other in the order of adding, and sees the same. No more
 * are started than there are files. */
PL_API void pl_run_threads(struct pl_run *run, unsigned count);

/* Limits of input. A file that meets one gets the finding input-limit. */
struct pl_limits {
	uint64_t size;      /* bytes of one file; default 64 MiB, at most 1 GiB */
	uint32_t depth;     /* nesting; default 1,000, at most 10,000 */
	uint32_t nodes;     /* after alias expansion; default 10,000,000 */
	uint32_t documents; /* in one file; default 10,000 */
	uint32_t findings;  /* in one file; default 100,000 */
	uint32_t match;     /* PCRE2 match steps a match; default 1,000,000 */
	uint64_t steps;     /* of all rules in one file; default 1,000,000,000. Beyond them: incomplete-check */
};

PL_API struct pl_limits pl_limits_default(void);
PL_API void pl_run_limits(struct pl_run *run, const struct pl_limits *limits);

/* ---- baseline: what was found before and does not count -----------------------------------------------------------
 */

#define PL_BASELINE_SCHEMA "planlint-baseline-1"

struct pl_baseline_entry {
	const char *path; /* from the project's root, as pl_file.identity */
	const char *rule, *item, *message;
	const char *fingerprint; /* what counts; the rest is for people */
};

/* Reads a baseline: findings that it holds get PL_BASELINED. Several add up. PL_UNREADABLE or
 * PL_BAD_SETTING, with a message that names the file, where it cannot be read or is none. */
PL_API enum pl_status pl_run_baseline(struct pl_run *run, const char *path) PL_MUST_USE;

/* The entries in the order of the file. Owned by the run. */
PL_API size_t pl_run_baseline_count(const struct pl_run *run);
PL_API const struct pl_baseline_entry *pl_run_baseline_at(const struct pl_run *run, size_t index);

/* After pl_run_lint: its file was looked at, its rule ran there (or is no more), and it was not found again. Of files
 * that could only be read in part nothing is stale. */
PL_API bool pl_run_baseline_stale(const struct pl_run *run, size_t index);

/* ---- input --------------------------------------------------------------------------------------------------------
 */

enum pl_input {
	PL_INPUT_NAMED, /* the user named it: what is no plan gets the finding not-a-plan */
	PL_INPUT_FOUND  /* found in a folder: what is no plan is left out (pl_file.is_plan is false) */
};

/* A file, read when it is linted. `path` is copied. */
PL_API enum pl_status pl_run_add_file(struct pl_run *run, const char *path, enum pl_input how) PL_MUST_USE;

/* Bytes under a name. The caller keeps `bytes` alive and unchanged until pl_run_close. */
PL_API enum pl_status pl_run_add_buffer(struct pl_run *run, const char *name, const char *bytes,
                                        size_t size) PL_MUST_USE;

/* Under which path the input added last goes in fingerprints and baselines: relative to the root of its project, so
 * that they hold wherever a run is started. Default: the path or name as added. Copied. */
PL_API enum pl_status pl_run_identify(struct pl_run *run, const char *identity) PL_MUST_USE;

/* A file in which last period's plan is sought where a plan names none as `previous`: the latest earlier one of the
 * same organisation and title, years and periods left out. `path` is copied. */
PL_API enum pl_status pl_run_add_past(struct pl_run *run, const char *path) PL_MUST_USE;

/* ---- linting ------------------------------------------------------------------------------------------------------
 */

/* What became of last period's milestones in the plans of a file that have a plan before them. */
struct pl_since {
	size_t plans;
	size_t milestones; /* of last period */
	size_t fates[PL_FATES];
	size_t added; /* milestones that are new this period */
};

/* One input and what was found in it. Borrowed until on_file returns. */
struct pl_file {
	const char *path;
	const char *identity;  /* the path in fingerprints and baselines */
	enum pl_status status; /* PL_OK, or PL_UNREADABLE and then `message` */
	bool is_plan;          /* false: found in a folder and no plan; nothing else is set */
	const char *message;
	const struct pl_source *source;    /* NULL where unreadable */
	const struct pl_finding *findings; /* in order of line, column, rule; those below the shown levels left out */
	size_t finding_count;
	const struct pl_unchecked *unchecked;
	size_t unchecked_count;
	size_t plan_count, action_count, milestone_count;
	int fail_on;        /* enum pl_severity from which on a new finding fails the run; beyond PL_ERROR: none does */
	size_t quiet_count; /* milestones that no shown, new finding stands in or on */
	const struct pl_plan *const *plans;
	const struct pl_corpus *corpus; /* not NULL: findings across plans in a file that came before, without counts */
	const struct pl_corpus *remembered; /* what is remembered of the plans so far, this file's from remembered_plan
	                                       on; NULL where no sink.on_corpus asks for it */
	uint32_t remembered_plan;
	size_t roused_count;          /* then: milestones that were among its quiet_count and are quiet no more */
	const struct pl_since *since; /* in a sweep; NULL where no plan has one before it */
	const struct pl_ran *ran;     /* for pl_file_rule_ran; NULL where the file was not linted */
};

/* Could the rule look at this plan of the file? False where it is off there, or said that the plan does not give what
 * it goes by (pl_unchecked). */
PL_API bool pl_file_rule_ran(const struct pl_file *file, const struct pl_plan *plan, const struct pl_rule *rule);

/* One line of the input, without its line ending. `line` is 1-based; empty beyond the last. */
PL_API struct pl_str pl_file_line(const struct pl_file *file, uint32_t line);

/* Where a span stands. */
PL_API struct pl_range pl_file_range(const struct pl_file *file, struct pl_span span);

/* The bytes of a span; UTF-8. */
PL_API struct pl_str pl_file_excerpt(const struct pl_file *file, struct pl_span span);

struct pl_sink {
	void *data;
	void (*on_file)(void *data, const struct pl_file *file);       /* in the order of adding; required */
	void (*on_corpus)(void *data, const struct pl_corpus *corpus); /* after all files: what is remembered of their
	                                                                  plans; NULL: not asked for */
	/* Now and then while plans are compared with each other, once all files are delivered: how far that is; `total`
	 * 0: it has only begun. NULL: not asked for. */
	void (*on_across)(void *data, size_t done, size_t total);
};

/* Lints what was added. PL_OK also where findings came and where single files were unreadable. */
PL_API enum pl_status pl_run_lint(struct pl_run *run, const struct pl_sink *sink) PL_MUST_USE;

/* Ends a pl_run_lint that is going on (PL_STOPPED) once the files in hand are done, and keeps others from beginning.
 * May be called by the sink, on any thread, and in a signal's handler. */
PL_API void pl_run_stop(struct pl_run *run);

/* What the stages make of the inputs, as text for people and tests: the tree with its spans, the typed plan, the words.
 */
enum pl_stage { PL_STAGE_TREE, PL_STAGE_PLAN, PL_STAGE_TEXT };

PL_API bool pl_stage_parse(struct pl_str name, enum pl_stage *out);
PL_API enum pl_status pl_run_dump(struct pl_run *run, enum pl_stage stage,
                                  void (*write)(void *data, struct pl_str text), void *data) PL_MUST_USE;

/* ---- the rules ----------------------------------------------------------------------------------------------------
 */

/* Every rule in the order of listing: modules as in the catalogue, rules by their place in it. */
PL_API size_t pl_rule_count(void);
PL_API const struct pl_rule *pl_rule_at(size_t index);
PL_API const struct pl_rule *pl_rule_find(struct pl_str id); /* NULL where there is none */

/* The same with the rules of the packs that the run's configurations brought behind them. Known once the configurations
 * have been read: that of all files at once, others when their first file is added. NULL for the run: without packs. */
PL_API size_t pl_run_rule_count(const struct pl_run *run);
PL_API const struct pl_rule *pl_run_rule_at(const struct pl_run *run, size_t index);
PL_API const struct pl_rule *pl_run_rule_find(const struct pl_run *run, struct pl_str id);

/* How a rule stands in a run. */
PL_API bool pl_run_rule_enabled(const struct pl_run *run, const struct pl_rule *rule);
PL_API enum pl_severity pl_run_rule_severity(const struct pl_run *run, const struct pl_rule *rule);

/* The value in force of one option, written as on the command line. Owned by the run. */
PL_API const char *pl_run_option_value(struct pl_run *run, const struct pl_rule *rule, size_t option);

#endif
