/* Officers' names as a tree of their words: a text is searched in time with its length, however many names there are.
 */
#ifndef PL_REPORT_REDACT_NAMES_H
#define PL_REPORT_REDACT_NAMES_H

#include "base/map.h"
#include "base/vec.h"

struct pl_redact_name {
	struct pl_str words; /* as the plan has them */
	const char *token;
	bool exact_case; /* a surname alone: "Grant" is one, "grant" is none */
};

/* What names have come to after some of their pieces: words, blanks and marks. All numbers are places in `items` + 1.
 */
struct pl_redact_node {
	uint32_t whole;  /* the longest that ends here */
	uint32_t cut[2]; /* the longest that goes on behind a blank, by whether it begins with a capital */
};

struct pl_redact_names {
	PL_VEC(struct pl_redact_name) items;
	PL_VEC(struct pl_redact_node) nodes;
	struct pl_map children; /* a node's number and a piece: the next node */
};

void pl_redact_names_add(struct pl_redact_names *names, struct pl_arena *arena, struct pl_redact_name name);

/* The longest name with which `text` begins, and of how many of its bytes; NULL for none. A name may be cut behind one
 * of its words by "…", or by the end of a line. */
const struct pl_redact_name *pl_redact_names_find(const struct pl_redact_names *names, struct pl_str text, bool is_line,
                                                  size_t *length);

/* Is the byte one of a word? */
bool pl_redact_in_word(unsigned char byte);

#endif
