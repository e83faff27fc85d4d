/*
 * The quick reader of plain block style. It knows what it sees for certain or gives up: every function answers false
 * where the file is to be left to libyaml.
 */
#ifndef PL_YAML_BLOCK_H
#define PL_YAML_BLOCK_H

#include "yaml/load.h"

struct pl_block_line {
	uint32_t begin, at, end, next; /* at: the first byte that is no space; end: without the line end */
};

/* A mapping or list that is open. */
struct pl_block_level {
	uint32_t column; /* of its keys or dashes; bytes, which are characters as nothing but spaces and dashes stand
	                    before */
	enum pl_node_kind kind;
};

struct pl_block {
	struct pl_load *load;
	struct pl_str text;
	struct pl_block_line line; /* the one being read */
	struct pl_block_line seen; /* the one looked at last, perhaps ahead of it */
	PL_VEC(struct pl_block_level) levels;
	uint32_t pending; /* behind the `:` or `-` that still waits for its value; 0: none does */
};

/* The line that begins there; `begin` is not the end of the text. */
struct pl_block_line pl_block_line_at(struct pl_block *block, uint32_t begin);

/* The next line from `begin` on that is not blank; false for none. It may be a comment. */
bool pl_block_find_line(struct pl_block *block, uint32_t begin, struct pl_block_line *line);

/* The first byte from `at` on that is no space, or the end of the line. */
uint32_t pl_block_skip_spaces(const struct pl_block *block, uint32_t at);

/* Is there nothing more on the line from `at` on, unless a comment behind a space? */
bool pl_block_line_is_over(const struct pl_block *block, uint32_t at);

/* The `:` behind a key of plain words that begins at `at`; 0 for no such key. */
uint32_t pl_block_find_colon(const struct pl_block *block, uint32_t at);

/* Takes the text, quoted text, block text or what stands in brackets that begins at `at`, and all its lines, as a value
 * of the innermost level: block->line is its last one then. */
bool pl_block_take_value(struct pl_block *block, uint32_t at);

/* Gives a plain text to the tree, which is what stands there: a key, or an empty value. */
bool pl_block_give_plain(struct pl_block *block, uint32_t begin, uint32_t end);

/* Gives a finished text to the tree. `rough`: the whole token. */
bool pl_block_give(struct pl_block *block, const struct pl_text *text, struct pl_span rough);

#endif
