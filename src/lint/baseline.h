/* The baseline of a run: findings that are known already, by fingerprint. The only file that includes jansson is its
 * own. */
#ifndef PL_LINT_BASELINE_H
#define PL_LINT_BASELINE_H

#include "base/map.h"
#include "base/vec.h"

#include <planlint/planlint.h>

struct pl_ruleset;

struct pl_known {
	struct pl_baseline_entry entry;
	bool met;    /* found again */
	bool looked; /* its file was looked at, and its rule ran: it is stale if it was not found */
};

struct pl_baseline {
	PL_VEC(void *) documents; /* jansson's; the entries' texts are theirs */
	PL_VEC(struct pl_known) known;
	struct pl_map by_fingerprint; /* place + 1 */
	struct pl_map by_path;        /* place + 1 of the last that was read */
	PL_VEC(uint32_t) next;        /* for each of `known` the place + 1 of the one before it of the same path */
};

/* Reads a file, beside those read before; the run's arena holds what is not the document's. */
enum pl_status pl_baseline_read(struct pl_baseline *baseline, struct pl_arena *arena, const char *path,
                                const char **message);

/* The place of a finding that is known, 1-based; 0 where it is not. */
uint32_t pl_baseline_find(const struct pl_baseline *baseline, const char *fingerprint);

/* What stands at the place was found again. */
void pl_baseline_meet(struct pl_baseline *baseline, uint32_t place);

/* A file was looked at to its end: what is known of it and belongs to a rule that ran here is stale unless it was met
 * or is met later (across plans). */
void pl_baseline_looked(struct pl_baseline *baseline, const char *identity, const struct pl_ruleset *rules);

void pl_baseline_close(struct pl_baseline *baseline);

#endif
