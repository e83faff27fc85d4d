/* Where scalars and documents really begin and end: libyaml counts anchors and tags in, and lets block scalars run on.
 */
#ifndef PL_YAML_TRIM_H
#define PL_YAML_TRIM_H

#include "yaml/tree.h"

/* The first byte from `at` that belongs to no anchor, tag, white space or comment; at most `end`. */
uint32_t pl_trim_properties(struct pl_str source, uint32_t at, uint32_t end);

/* Sets token and span of a scalar with text->style that libyaml sees in `rough` (without anchor and tag). */
void pl_trim_scalar(struct pl_str source, struct pl_text *text, struct pl_span rough);

/* Could a line end begin with the byte? Most bytes need no more than this. */
static inline bool pl_trim_may_break(char byte)
{
	return byte == '\n' || byte == '\r' || byte == '\xc2' || byte == '\xe2';
}

/* Bytes of the line end at `at`, as YAML 1.1 knows them; 0 for none. */
uint32_t pl_trim_break(struct pl_str source, uint32_t at);

/* The first byte behind the line that holds `at`. */
uint32_t pl_trim_line_end(struct pl_str source, uint32_t at);

/* The next line from `at` on that starts with `---`, or the end. */
uint32_t pl_trim_find_document(struct pl_str text, uint32_t at);

#endif
