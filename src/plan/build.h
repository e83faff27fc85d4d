/*
 * From the tree of one YAML document to the typed plan: keys and synonyms, dates, statuses, references, templates.
 *
 * Raises all of module structure that concerns what a document says: not-a-plan, unknown-key, wrong-type,
 * invalid-value, missing-field, duplicate-key (two synonyms of one field), duplicate-ref, unknown-reference,
 * ref-format.
 */
#ifndef PL_PLAN_BUILD_H
#define PL_PLAN_BUILD_H

#include "yaml/tree.h"

/* A project's own synonym: the key as compared (lower case, `_`) and the plan format's key it stands for. */
struct pl_key_alias {
	struct pl_str key, means;
};

struct pl_plan_options {
	pl_day as_of;        /* PL_NO_DAY: the plan's own as_at */
	uint32_t year_start; /* month * 100 + day; 0 means 401 */
	const struct pl_key_alias *aliases;
	size_t alias_count;
	const void *ref_pattern; /* ref-format's option, for ref_matches; NULL: compare siblings */
	bool (*ref_matches)(const void *pattern, struct pl_str ref);
};

/* Does the document look like a plan at all: a mapping with at least one key that only plans have? */
bool pl_plan_recognise(const struct pl_node *root, const struct pl_plan_options *options);

/* Never NULL. `document` counts from 0. The plan lives in the arena; what is needed only while it is built goes to
 * `scratch`, which may be the document's. */
struct pl_plan *pl_plan_build(struct pl_arena *arena, struct pl_arena *scratch, const struct pl_source *source,
                              const struct pl_document *document, uint32_t number,
                              const struct pl_plan_options *options, struct pl_collector *collector);

/* The words in quotes and on one line, cut at 40 columns. */
const char *pl_plan_quote(struct pl_arena *arena, struct pl_str title);

/* `KA3 "Bring empty homes …" > M2`; "" for NULL and for the plan itself. Titles are cut at a word, at 40 columns. */
const char *pl_plan_path(struct pl_arena *arena, const struct pl_item *item);

/* The path without the key action that the item stands in, if it stands in one. */
const char *pl_plan_below(struct pl_arena *arena, const struct pl_item *item);

/* For --dump plan and goldens. */
struct pl_buf;
void pl_plan_dump(const struct pl_plan *plan, const struct pl_source *source, struct pl_buf *out);

#endif
