/*
 * A run from the inside: its settings and inputs, only read while files are linted (a worker has what changes then),
 * but for the baseline, which is the thread's that delivers.
 */
#ifndef PL_LINT_RUN_H
#define PL_LINT_RUN_H

#include "base/area.h"
#include "base/map.h"
#include "lint/baseline.h"
#include "lint/config.h"
#include "text/pattern.h"

#include <planlint/planlint.h>

#include <stdatomic.h>

struct pl_archive;
struct pl_worker;

struct pl_run_input {
	const char *path;
	const char *identity; /* never NULL */
	struct pl_str bytes;  /* of a buffer; the embedder's */
	bool is_buffer;
	bool is_old;      /* of the two sides of a comparison */
	const char *side; /* its name there; NULL: its path */
	enum pl_input how;
	const struct pl_config *config; /* NULL: none */
	const char *real;               /* absolute, for its globs */
	struct pl_ruleset *rules;       /* from pl_run_prepare on */
};

/* What the embedder asked for beyond the configuration, in order. */
struct pl_run_asked {
	enum pl_status (*apply)(struct pl_ruleset *set, struct pl_str words, const char **message);
	struct pl_str words;
};

/* Rules for the files of one configuration to which the same overrides apply. */
struct pl_run_set {
	const struct pl_config *config;
	struct pl_str overrides; /* a byte for each, 1 where it applies */
	struct pl_ruleset *rules;
};

/* A rule pack that was read: several configurations may name it. */
struct pl_run_pack {
	const char *real;
	const size_t *rules; /* places in the catalogue */
	size_t count;
};

struct pl_run {
	struct pl_arena arena;    /* lives as long as the run */
	struct pl_area area;      /* of its first worker, where it lints one file */
	struct pl_ruleset *rules; /* as the embedder sees them: for `config` without overrides */
	struct pl_patterns *patterns;
	const struct pl_phrases *phrases; /* the newest set of them */
	struct pl_catalogue catalogue;
	PL_VEC(struct pl_run_pack) packs;
	const struct pl_config *config; /* of all files that have no nearer one; NULL */
	bool discover;
	struct {
		const char *name, *real; /* of the folder asked for last; `real` NULL where there is none */
	} last_folder;
	bool sweep;                               /* rules of a sweep run by themselves */
	PL_VEC(const struct pl_config *) configs; /* found by pl_config_find */
	struct pl_map found;                      /* absolute folder: place in `configs`, 1-based; 0 none */
	PL_VEC(struct pl_run_set) sets;
	const struct pl_file *refused;
	struct pl_limits limits;
	pl_day as_of; /* PL_NO_DAY: each plan's own as_at */
	bool apply_suppressions;
	bool fingerprints;                   /* of all findings, whoever asks */
	int asked_profile;                   /* enum pl_profile + 1; 0: nobody asked, the configuration decides */
	enum pl_severity asked_severity;     /* PL_OFF: nobody asked, configuration or profile decide */
	enum pl_confidence asked_confidence; /* PL_ANY_CONFIDENCE: the same */
	int asked_fail_on;                   /* 0: the same */
	PL_VEC(struct pl_run_asked) asked;
	struct pl_baseline baseline;
	PL_VEC(struct pl_run_input) inputs;
	struct pl_archive *archive; /* where last period's plans are sought; NULL */
	unsigned threads;           /* asked for; at least 1 */
	struct pl_worker *workers;  /* one a thread, made with the first file that is linted; NULL */
	unsigned worker_count;
	atomic_bool stopped;             /* somebody wants the run to end */
	_Atomic(enum pl_status) outcome; /* of what the threads have done so far */
	const char *message;
};

/* Calls `body` where running out of memory leads back here, and to PL_NO_MEMORY. Calls may be nested. */
enum pl_status pl_run_guard(struct pl_run *run, enum pl_status (*body)(struct pl_run *run, void *data), void *data);

/* Before each file: decides which rules stand how for which file, and lets them prepare. */
enum pl_status pl_run_prepare(struct pl_run *run) PL_MUST_USE;

/* Decides on `rules` anew, after any change of settings. */
enum pl_status pl_run_settle(struct pl_run *run) PL_MUST_USE;

/* Sets the configuration of an input by its path. */
enum pl_status pl_run_place(struct pl_run *run, struct pl_run_input *input) PL_MUST_USE;

#endif
