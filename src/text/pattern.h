/*
 * Regular expressions (PCRE2: UTF, caseless, JIT where there is one), with a bound on the steps of a match.
 *
 * A set of patterns is made by one thread and then only read; each thread that searches has a matcher, whose match
 * memory is its own. The only file that includes pcre2.h.
 */
#ifndef PL_TEXT_PATTERN_H
#define PL_TEXT_PATTERN_H

#include "base/arena.h"

#include <planlint/rule.h>

struct pl_patterns;

/* Never NULL. Ends with pl_patterns_close, which must come before the arena's end and be the last call. */
struct pl_patterns *pl_patterns_open(struct pl_arena *arena);
void pl_patterns_close(struct pl_patterns *patterns); /* NULL is fine */

/* NULL where `source` is no pattern; then `*message` (arena) says why and where. Lives as long as the set. */
const struct pl_pattern *pl_patterns_compile(struct pl_patterns *patterns, struct pl_str source, const char **message);

/* What is known to be a pattern: compiled with the first search. Never NULL. `source` must outlive the set. */
const struct pl_pattern *pl_patterns_add(struct pl_patterns *patterns, const char *source);

enum pl_match {
	PL_MATCH_NONE,
	PL_MATCH_FOUND,
	PL_MATCH_CUT /* a limit ended the search: there may be a match or not */
};

struct pl_matcher;

/* For the patterns of one set. `steps`: how many a match may take. Never NULL; ends with pl_matcher_close, before the
 * arena and the set do. */
struct pl_matcher *pl_matcher_open(struct pl_arena *arena, const struct pl_patterns *patterns, uint32_t steps);
void pl_matcher_close(struct pl_matcher *matcher); /* NULL is fine */

/* The first match from byte `from` on; `*found` is its place in `subject`. */
enum pl_match pl_matcher_find(struct pl_matcher *matcher, const struct pl_pattern *pattern, struct pl_str subject,
                              uint32_t from, struct pl_span *found);

#endif
