/* The readings of a file's texts, each made when it is first asked for. One thread's. */
#ifndef PL_TEXT_READINGS_H
#define PL_TEXT_READINGS_H

#include "text/similar.h"

struct pl_read_text {
	const struct pl_text *text;
	const struct pl_reading *reading;
	const struct pl_token_set *tokens; /* NULL until asked for */
};

struct pl_readings {
	struct pl_arena *arena;
	struct pl_vocabulary *vocabulary;
	struct pl_read_text *slots; /* by the text's address */
	uint32_t count, room;
};

void pl_readings_open(struct pl_readings *readings, struct pl_arena *arena, struct pl_vocabulary *vocabulary);

/* Never NULL; valid until the next call. */
struct pl_read_text *pl_readings_get(struct pl_readings *readings, const struct pl_text *text,
                                     const struct pl_text_setting *setting);

const struct pl_token_set *pl_readings_tokens(struct pl_readings *readings, struct pl_read_text *slot);

#endif
