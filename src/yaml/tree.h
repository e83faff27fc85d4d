/*
 * YAML documents as planlint's own tree: every node with its span in the file, aliases and merge keys resolved.
 *
 * Values are borrowed from the source where they stand there as they are, and copied to the arena where quotes, escapes
 * or folded lines make them differ.
 */
#ifndef PL_YAML_TREE_H
#define PL_YAML_TREE_H

#include "diag/collect.h"
#include "source/source.h"

#include <planlint/planlint.h>

enum pl_scalar_style {
	PL_SCALAR_PLAIN,
	PL_SCALAR_SINGLE,
	PL_SCALAR_DOUBLE,
	PL_SCALAR_LITERAL,
	PL_SCALAR_FOLDED,
	PL_SCALAR_ALIAS /* `*name`: the value is the anchor's, the span the alias's; parts cannot be told apart */
};

enum pl_node_kind { PL_NODE_SCALAR, PL_NODE_SEQUENCE, PL_NODE_MAPPING };

struct pl_pair;

struct pl_node {
	uint8_t kind;        /* enum pl_node_kind */
	bool cut;            /* a collection that was still open where a syntax error or a limit ended the reading: what
	                        it lacks may stand in the part that was not read */
	bool merged;         /* the value of a pair that came in by `<<` */
	uint32_t count;      /* items or pairs */
	struct pl_span span; /* a scalar's text.span; a collection from its first byte to the end of its last value (the
	                        closing bracket for flow style); an alias's own */
	union {
		const struct pl_text *text;  /* scalar; never NULL, its value may be empty here */
		const struct pl_node *items; /* sequence */
		const struct pl_pair *pairs; /* mapping; merged pairs come after its own, without those it has itself */
	} of;
};

struct pl_pair {
	struct pl_text key; /* may be empty; no other of the mapping's says the same */
	struct pl_node value;
};

/* The YAML token in the file: with quotes or block indicator. */
static inline struct pl_span pl_text_token(const struct pl_text *text)
{
	bool quoted = text->style == PL_SCALAR_SINGLE || text->style == PL_SCALAR_DOUBLE;

	return (struct pl_span){text->token, text->span.end + quoted};
}

/* A comment without its `#` and surrounding spaces. */
struct pl_comment {
	struct pl_span span; /* from the `#` to the last visible byte */
	struct pl_str text;
	uint32_t line; /* 1-based */
	bool alone;    /* nothing but white space before it on its line */
};

struct pl_document {
	const struct pl_node *root; /* NULL for an empty document */
	struct pl_span span;        /* from `---` or the first token to the last */
	bool broken;                /* not all of it could be read: see pl_node.cut */
};

struct pl_stream {
	const struct pl_document *documents;
	size_t count;
	bool broken; /* part of the file may be missing: yaml-syntax or input-limit was raised, or it is too large */
	const struct pl_span *hidden; /* where a `#` begins no comment: scalars that hold one, and what was not read */
	size_t hidden_count;
};

/* Reads all documents. What is wrong (yaml-syntax, input-limit, duplicate-key, bad-encoding from source->bad) goes to
 * the collector, whose arena is `arena` too; reading resumes at the next line that starts with `---`. Of a document
 * that breaks off what was read up to there is kept. Anchors do not reach across documents. Depth and nodes are those
 * after aliases are expanded: walking the tree recursively is safe.
 *
 * Nodes, pairs and keys go to the arena `tree`, which may be the same: once plans have been built it can go. Texts and
 * all else stay in `arena`. */
struct pl_stream pl_yaml_load(struct pl_arena *arena, struct pl_arena *tree, const struct pl_source *source,
                              const struct pl_limits *limits, struct pl_collector *collector);

/* The same by libyaml alone, for tests: plans in plain block style are otherwise read by a quicker reader, which must
 * come to the same trees. */
struct pl_stream pl_yaml_load_by_events(struct pl_arena *arena, struct pl_arena *tree, const struct pl_source *source,
                                        const struct pl_limits *limits, struct pl_collector *collector);

/* Comments outside scalars, in order. Cheap where the source has no `needle` (then count is 0). */
struct pl_comments {
	const struct pl_comment *items;
	size_t count;
};
struct pl_comments pl_yaml_comments(struct pl_arena *arena, const struct pl_source *source,
                                    const struct pl_stream *stream, struct pl_str needle);

/* The place in the file of bytes [begin, end) of text->value; end 0 means all. For every style: quotes, escapes, folded
 * and indented lines are walked as YAML 1.1 reads them. A part that begins or ends inside an escape takes all of it. */
struct pl_span pl_yaml_locate(const struct pl_source *source, const struct pl_text *text, uint32_t begin, uint32_t end);

/* Writes the tree as text, for --dump tree and goldens. */
struct pl_buf;
void pl_yaml_dump(const struct pl_stream *stream, const struct pl_source *source, struct pl_buf *out);

#endif
