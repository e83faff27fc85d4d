/*
 * Reports without officers' names: each name becomes a token, the same wherever it stands, in every report of a run.
 *
 *	for each file: pl_redact_learn(redaction, file);    (a first run, so that a name is known before it is met)
 *	for each file: report(pl_redact_file(redaction, arena, file));
 *
 * Without a key tokens are numbers in the order in which names are met: nothing can be worked out from them, and other
 * inputs number officers anew. With a key they are made from name and key: the same in every run with that key, and
 * who lacks the key cannot try names.
 */
#ifndef PL_REPORT_REDACT_H
#define PL_REPORT_REDACT_H

#include "report/redact_names.h"

#include <planlint/planlint.h>

struct pl_redaction {
	struct pl_arena *arena;
	const char *key;      /* NULL or "": numbers */
	struct pl_map tokens; /* name in lower case: place + 1 in names */
	struct pl_redact_names names;
	size_t officers;
	struct pl_map prints; /* how often a redacted finding was met */
};

/* Bytes [begin, end) of a text that became `length` bytes. */
struct pl_redact_edit {
	size_t begin, end, length;
};

struct pl_redact_edits {
	PL_VEC(struct pl_redact_edit) items;
};

struct pl_redaction *pl_redact_open(struct pl_arena *arena, const char *key);

/* Takes note of the officers of a file's plans, and of last period's. */
void pl_redact_learn(struct pl_redaction *redaction, const struct pl_file *file);

/* `text` without the names, in `arena`; `text` itself where there is none. `edits` may be NULL. */
struct pl_str pl_redact_text(struct pl_redaction *redaction, struct pl_arena *arena, struct pl_str text,
                             struct pl_redact_edits *edits);

/* The same; NULL stays NULL. */
const char *pl_redact_string(struct pl_redaction *redaction, struct pl_arena *arena, const char *text);

/* pl_redact_text for a line of a plan: also what stands behind a key that names people, known or not. */
struct pl_str pl_redact_line(struct pl_redaction *redaction, struct pl_arena *arena, struct pl_str line,
                             struct pl_redact_edits *edits);

/* The place of a byte of the text after the edits. */
size_t pl_redact_place(const struct pl_redact_edits *edits, size_t byte);

/* A copy of the file whose findings and other texts are without names; plans and source are as they were. Fingerprints
 * that were made from a name become ones made without it. */
const struct pl_file *pl_redact_file(struct pl_redaction *redaction, struct pl_arena *arena,
                                     const struct pl_file *file);

#endif
