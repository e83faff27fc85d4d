/*
 * Regular expressions (PCRE2: UTF, caseless, JIT where there is one), with a bound on the steps of a match.
 *
 * A set of patterns belongs to one run and one thread: its patterns share match memory. The only file that includes
 * pcre2.h.
 */
#ifndef PL_TEXT_PATTERN_H
#define PL_TEXT_PATTERN_H

#include "base/arena.h"

#include <planlint/rule.h>

struct pl_patterns;

/* Never NULL. Ends with pl_patterns_close, which must come before the arena's end and be the last call. */
struct pl_patterns *pl_patterns_open(struct pl_arena *arena);
void pl_patterns_close(struct pl_patterns *patterns); /* NULL is fine */

/* Steps a match may take (default 1,000,000). */
void pl_patterns_limit(struct pl_patterns *patterns, uint32_t steps);

/* NULL where `source` is no pattern; then `*message` (arena) says why and where. Lives as long as the set. */
const struct pl_pattern *pl_patterns_compile(struct pl_patterns *patterns, struct pl_str source, const char **message);

enum pl_match {
	PL_MATCH_NONE,
	PL_MATCH_FOUND,
	PL_MATCH_CUT /* a limit ended the search: there may be a match or not */
};

/* The first match from byte `from` on; `*found` is its place in `subject`. */
enum pl_match pl_patterns_match(struct pl_patterns *patterns, const struct pl_pattern *pattern, struct pl_str subject,
                                uint32_t from, struct pl_span *found);

#endif
