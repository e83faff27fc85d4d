/* Where in a plan a suppression can stand: insertions to be tried one after the other. */
#ifndef PL_CLI_EDIT_H
#define PL_CLI_EDIT_H

#include "base/arena.h"

#include <planlint/planlint.h>

/* What is to be ignored, and where that stands in the bytes of the file. */
struct pl_edit_target {
	struct pl_str bytes; /* of the file: UTF-8, perhaps with a byte order mark */
	const char *rule;
	struct pl_str reason;    /* one line */
	uint32_t line;           /* on which the finding begins */
	struct pl_position item; /* where its item begins; line 0: there is none */
	struct pl_position item_end;
};

/* Bytes that go in, and nothing that goes out. */
struct pl_edit {
	size_t offset;
	struct pl_str text;
	struct pl_str more; /* goes in as well, at or behind `offset` */
	size_t later;       /* where */
};

/* The attempt with that number, the narrowest and most usual first; false behind the last. An attempt may be nonsense
 * in the file's syntax: whoever makes it looks at what comes of it. */
bool pl_edit_at(struct pl_arena *arena, const struct pl_edit_target *target, size_t attempt, struct pl_edit *out);

/* The bytes after the edit; in the arena. */
struct pl_str pl_edit_apply(struct pl_arena *arena, struct pl_str bytes, const struct pl_edit *edit);

#endif
