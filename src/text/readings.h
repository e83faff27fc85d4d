/* The readings of a file's texts, each made when it is first asked for. One thread's. */
#ifndef PL_TEXT_READINGS_H
#define PL_TEXT_READINGS_H

#include "text/similar.h"

/* What is known of a text so far. */
struct pl_read_text {
	const struct pl_text *text;
	struct pl_reading *reading;
	struct pl_token_set *tokens;    /* NULL until asked for */
	bool has_clauses, has_specific; /* of the reading, of the tokens */
};

struct pl_readings {
	struct pl_arena *arena;
	struct pl_vocabulary *vocabulary;
	struct pl_read_text *slots; /* by the text's address */
	uint32_t count, room;
	size_t words; /* in all of them */
};

void pl_readings_open(struct pl_readings *readings, struct pl_arena *arena, struct pl_vocabulary *vocabulary);

/* Forgets all of them, and what their arena holds: it must be theirs alone. */
void pl_readings_forget(struct pl_readings *readings);

/* NULL where the text has not been read. With words, perhaps without clauses. Valid until the next is read. */
struct pl_read_text *pl_readings_find(const struct pl_readings *readings, const struct pl_text *text);

/* Reads a text that has not been. Never NULL. */
struct pl_read_text *pl_readings_add(struct pl_readings *readings, const struct pl_text *text,
                                     const struct pl_text_setting *setting);

/* With clauses. */
const struct pl_reading *pl_readings_clauses(struct pl_readings *readings, struct pl_read_text *slot);

/* The tokens, perhaps without what of them is specific. */
const struct pl_token_set *pl_readings_tokens(struct pl_readings *readings, struct pl_read_text *slot);

/* With it. */
const struct pl_token_set *pl_readings_specific(struct pl_readings *readings, struct pl_read_text *slot);

#endif
