/* A look at the source around a YAML mistake: lines, first characters, where a value begins. */
#ifndef PL_YAML_LOOK_H
#define PL_YAML_LOOK_H

#include "yaml/mistake.h"

struct pl_look_line {
	uint32_t begin, first, end; /* first: of what is visible; end: without the line end */
	uint32_t key;               /* behind `- ` */
	uint32_t value;             /* behind `key: ` and `- ` */
};

struct pl_look {
	struct pl_str text;
	const struct pl_mistake *mistake;
	struct pl_look_line line, context, before; /* of `at`, of `context_at`, the visible one before that of `at` */
	bool has_before;
	char byte, context_byte; /* at the two places; 0 at the end of the text */

	/* What the cause found says. */
	struct pl_span span;
	struct pl_str quote; /* the text to put in quotes; empty for none */
	char mark;           /* for `%c` in the message */
};

struct pl_look pl_look_around(const struct pl_mistake *mistake, const struct pl_source *source);

struct pl_look_line pl_look_line(struct pl_str text, uint32_t at);

/* A span that is not empty as long as the line has something. */
struct pl_span pl_look_span(const struct pl_look *look, uint32_t begin, uint32_t end);

bool pl_look_problem(const struct pl_look *look, const char *part); /* does libyaml's problem have these words? */
bool pl_look_context(const struct pl_look *look, const char *part);

/* Does the line look like `key: …`? */
bool pl_look_has_key(struct pl_str text, const struct pl_look_line *line);

#endif
