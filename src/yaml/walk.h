/* Walks a scalar in the file and tells what each piece of it contributes to the value. */
#ifndef PL_YAML_WALK_H
#define PL_YAML_WALK_H

#include "yaml/tree.h"

struct pl_walk_piece {
	struct pl_str bytes; /* of the value */
	struct pl_span span; /* in the file */
	bool verbatim;       /* byte for byte the same */
};

struct pl_walk {
	struct pl_str source;
	const struct pl_text *text;
	uint32_t indent; /* of a block scalar's lines; 0: as the value tells */
	uint32_t made;   /* bytes of the value so far */
	bool (*visit)(void *data, const struct pl_walk_piece *piece); /* false: enough */
	void *data;
	bool done;
};

/* Visits pieces in order until they make up the value. Not for PL_SCALAR_ALIAS. */
void pl_walk_scalar(struct pl_walk *walk);

/* The value of a scalar whose token, span and style are known: as it stands there, unfolded and without escapes; in the
 * arena. It is for texts whose value is no longer than they are: those with `\L` or `\P` are not. The lines of a block
 * scalar are indented by `indent` bytes, and the last one ends with `source`; its line end is part of the value. */
struct pl_str pl_walk_value(struct pl_arena *arena, struct pl_str source, const struct pl_text *text, uint32_t indent);

/* For the walkers of single styles. `bytes` in the value, from `begin` to `end` in the file. */
void pl_walk_emit(struct pl_walk *walk, struct pl_str bytes, uint32_t begin, uint32_t end);
void pl_walk_verbatim(struct pl_walk *walk, uint32_t begin, uint32_t end);
void pl_walk_break(struct pl_walk *walk, uint32_t at); /* a line end that stays one */

void pl_walk_flow(struct pl_walk *walk);  /* plain and quoted */
void pl_walk_block(struct pl_walk *walk); /* literal and folded */

#endif
