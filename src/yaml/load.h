/*
 * One file on its way to trees: what the two readers share. pl_block_read knows the block style that plans are written
 * in; pl_events_read reads everything, by libyaml, and decides what is YAML and what is not.
 */
#ifndef PL_YAML_LOAD_H
#define PL_YAML_LOAD_H

#include "yaml/grow.h"

struct pl_load {
	struct pl_arena *arena, *tree; /* as for pl_yaml_load */
	const struct pl_source *source;
	const struct pl_limits *limits;
	struct pl_collector *collector;
	struct pl_grow grow;
	bool in_document;
	uint32_t hash; /* the first `#` from what was read last on, or the end */
	PL_VEC(struct pl_document) documents;
	PL_VEC(struct pl_span) hidden;
	bool broken;
};

/* The readers. The first answers false, and leaves all as it was, where the file has anything that it does not know for
 * certain to be read by libyaml in the same way: anything but mappings and lists in block style with plain keys, plain
 * and quoted texts, block texts, and simple lists and mappings in brackets on one line. */
bool pl_block_read(struct pl_load *load);
void pl_events_read(struct pl_load *load);

/* For the readers. False where a limit ends the reading: the finding is raised. `span` is where the document begins:
 * its `---`, or nothing at its first token. `end`: of a closing `...`, or 0. */
bool pl_load_begin(struct pl_load *load, struct pl_span span);
void pl_load_end(struct pl_load *load, uint32_t end, bool cut);

/* A text made by pl_grow_text and filled; `rough` is all of its token, `anchor` its name or NULL. */
bool pl_load_take(struct pl_load *load, struct pl_text *text, struct pl_span rough, const char *anchor);

/* Where all arenas of the reading go when memory runs out. */
void pl_load_guard(struct pl_load *load, struct pl_arena_guard *guard);

#endif
