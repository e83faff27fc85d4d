/* A run from the inside: its memory, settings and inputs. */
#ifndef PL_LINT_RUN_H
#define PL_LINT_RUN_H

#include "lint/previous.h"
#include "lint/ruleset.h"
#include "text/pattern.h"
#include "text/vocabulary.h"

#include <planlint/planlint.h>

struct pl_run_input {
	const char *path;
	const char *identity; /* never NULL */
	struct pl_str bytes;  /* of a buffer; the embedder's */
	bool is_buffer;
	enum pl_input how;
};

struct pl_run {
	struct pl_arena arena;   /* lives as long as the run */
	struct pl_arena file;    /* emptied after each file */
	struct pl_arena scratch; /* emptied by whoever used it */
	struct pl_ruleset *rules;
	struct pl_patterns *patterns;
	struct pl_vocabulary vocabulary;
	bool has_vocabulary; /* opened with the first text that is read */
	struct pl_past past;
	struct pl_limits limits;
	pl_day as_of; /* PL_NO_DAY: each plan's own as_at */
	bool apply_suppressions;
	enum pl_severity asked_severity;      /* PL_OFF: nobody asked, the profile decides */
	enum pl_confidence asked_confidence;  /* PL_ANY_CONFIDENCE: the same */
	const struct pl_pattern *ref_pattern; /* of ref-format; NULL: none is set */
	bool prepared;
	PL_VEC(struct pl_run_input) inputs;
	const char *message;
};

/* Calls `body` where running out of memory leads back here, and to PL_NO_MEMORY. Calls may be nested. */
enum pl_status pl_run_guard(struct pl_run *run, enum pl_status (*body)(struct pl_run *run, void *data), void *data);

/* What rules prepare, once. */
enum pl_status pl_run_prepare(struct pl_run *run);

#endif
