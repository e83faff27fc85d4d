/*
 * Grows one document's tree, event by event. Knows offsets in the file, and nothing of libyaml.
 *
 * Calls answer false where a limit ends the reading; the finding is raised here.
 */
#ifndef PL_YAML_GROW_H
#define PL_YAML_GROW_H

#include "base/map.h"
#include "yaml/tree.h"

/* A collection that is still open. */
struct pl_grow_frame {
	uint8_t kind;
	bool flow;
	bool has_key;          /* of a mapping: its last pair waits for the value */
	uint32_t begin, end;   /* end: of the last value so far */
	uint32_t first;        /* its first node in `items`, or pair in `pairs` */
	uint32_t height;       /* of what it holds, aliases expanded */
	uint32_t anchor;       /* 1-based in `anchors`; 0 for none */
	uint64_t nodes_before; /* what `nodes` was before it */
};

struct pl_grow_anchor {
	struct pl_node node;
	uint64_t nodes;
	uint32_t height;
	bool open; /* the node it names is not finished */
};

struct pl_grow {
	struct pl_arena *arena; /* for texts and values */
	struct pl_arena *tree;  /* for nodes, pairs and what is needed only while they grow */
	struct pl_arena keys;   /* for the keys of one mapping at a time */
	const struct pl_limits *limits;
	struct pl_collector *collector;
	PL_VEC(struct pl_node) items; /* of the sequences that are open, one behind the other */
	PL_VEC(struct pl_pair) pairs; /* of the mappings that are open */
	PL_VEC(struct pl_grow_frame) open;
	PL_VEC(struct pl_grow_anchor) anchors;
	struct pl_map anchor_names; /* to the newest of that name */
	struct pl_node root;
	bool has_root;
	uint64_t nodes; /* of the whole file, aliases expanded */
	bool broken;    /* an alias to nothing, or cut short */
};

/* The style of a key that is no text but a collection, until its mapping closes: + enum pl_node_kind. */
enum { PL_GROW_ODD_KEY = 128 };

void pl_grow_begin(struct pl_grow *grow);

/* Room for the next text, zeroed: a key's in its pair, others' in the arena. To be filled and given to pl_grow_scalar
 * at once. */
struct pl_text *pl_grow_text(struct pl_grow *grow);

/* `anchor` is the name, or NULL. A block collection's span is set by what it holds. */
bool pl_grow_scalar(struct pl_grow *grow, const struct pl_text *text, const char *anchor);
bool pl_grow_open(struct pl_grow *grow, enum pl_node_kind kind, bool flow, uint32_t begin, const char *anchor);
void pl_grow_close(struct pl_grow *grow, uint32_t end);
bool pl_grow_alias(struct pl_grow *grow, struct pl_span span, const char *name);

/* The bracket or brace that is still open, or UINT32_MAX. */
uint32_t pl_grow_bracket(const struct pl_grow *grow);

/* The root, or NULL for an empty document. Collections still open are closed and marked as cut; a key without its
 * value is dropped, and so is an item of a list that holds nothing but texts so far. */
const struct pl_node *pl_grow_end(struct pl_grow *grow);

/* Gives the mapping the last `count` of grow->pairs: duplicate keys and merge keys. They are removed. */
void pl_grow_pairs(struct pl_grow *grow, struct pl_node *mapping, uint32_t count);

#endif
