/* Which part of a file a suppression covers, from where it stands in the tree. */
#ifndef PL_LINT_COVER_H
#define PL_LINT_COVER_H

#include "lint/suppress.h"

enum pl_place_kind {
	PL_PLACE_ENTRY,     /* a document, an item of a list, a key with its value */
	PL_PLACE_SCALAR,    /* a scalar with its quotes, from its key on or alone */
	PL_PLACE_COLLECTION /* a list or mapping under its key */
};

struct pl_tree_place {
	uint32_t start; /* what it is found by: the first byte of the key, or of the value */
	struct pl_span span;
	enum pl_place_kind kind;
};

/* A mapping's key `planlint_ignore`. */
struct pl_ignore_key {
	const struct pl_pair *pair;
	struct pl_span entry; /* what the mapping is the value of, or all of the document */
};

struct pl_tree_places {
	PL_VEC(struct pl_tree_place) places; /* by start, the larger first */
	PL_VEC(struct pl_ignore_key) keys;   /* in order */
	uint32_t content;                    /* where the first document's content begins */
};

/* Reads off the tree what suppressions need. Aliases are not followed: what they repeat stands at its anchor. */
void pl_tree_places_read(struct pl_arena *arena, const struct pl_stream *stream, struct pl_tree_places *places);

/* What a comment behind a line covers. */
void pl_cover_line(struct pl_arena *arena, const struct pl_job *job, const struct pl_tree_places *places,
                   const struct pl_comment *comment, struct pl_suppression *out);

/* What a comment alone on its line covers: the entry that begins below it, unless that stands further left (then the
 * comment is the last line of what has ended there). */
void pl_cover_below(struct pl_arena *arena, const struct pl_job *job, const struct pl_tree_places *places,
                    const struct pl_comment *comment, struct pl_suppression *out);

#endif
