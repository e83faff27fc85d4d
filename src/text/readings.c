/* The readings of a file's texts: a table by address. */
#include "text/readings.h"

enum { SMALLEST = 64 };

void pl_readings_open(struct pl_readings *readings, struct pl_arena *arena, struct pl_vocabulary *vocabulary)
{
	*readings = (struct pl_readings){.arena = arena, .vocabulary = vocabulary};
}

void pl_readings_forget(struct pl_readings *readings)
{
	pl_arena_reset(readings->arena);
	readings->slots = NULL;
	readings->count = readings->room = 0;
	readings->words = 0;
}

static struct pl_read_text *slot_of(const struct pl_readings *readings, const struct pl_text *text)
{
	uint32_t mask = readings->room - 1;
	uint32_t i = (uint32_t)(((uintptr_t)text >> 3) * UINT64_C(0x9E3779B97F4A7C15) >> 32) & mask;

	while (readings->slots[i].text && readings->slots[i].text != text)
		i = (i + 1) & mask;
	return &readings->slots[i];
}

static void grow(struct pl_readings *readings)
{
	struct pl_read_text *slots = readings->slots;
	uint32_t room = readings->room;

	readings->room = room ? room * 2 : SMALLEST;
	readings->slots = PL_MAKE_ARRAY(readings->arena, readings->room, struct pl_read_text);
	for (uint32_t i = 0; i < room; i++)
		if (slots[i].text)
			*slot_of(readings, slots[i].text) = slots[i];
}

struct pl_read_text *pl_readings_find(const struct pl_readings *readings, const struct pl_text *text)
{
	struct pl_read_text *slot = readings->room ? slot_of(readings, text) : NULL;

	return slot && slot->text ? slot : NULL;
}

struct pl_read_text *pl_readings_add(struct pl_readings *readings, const struct pl_text *text,
                                     const struct pl_text_setting *setting)
{
	struct pl_read_text *slot;

	if (readings->count * 2 >= readings->room)
		grow(readings);
	slot = slot_of(readings, text);
	slot->text = text;
	slot->reading = pl_text_read_words(readings->vocabulary, readings->arena, text, setting);
	readings->count++;
	readings->words += slot->reading->word_count;
	return slot;
}

const struct pl_reading *pl_readings_clauses(struct pl_readings *readings, struct pl_read_text *slot)
{
	if (!slot->has_clauses)
		pl_text_read_clauses(readings->arena, slot->reading);
	slot->has_clauses = true;
	return slot->reading;
}

const struct pl_token_set *pl_readings_tokens(struct pl_readings *readings, struct pl_read_text *slot)
{
	if (!slot->tokens) {
		slot->tokens = PL_MAKE(readings->arena, struct pl_token_set);
		*slot->tokens = pl_tokens_of(readings->arena, slot->reading);
	}
	return slot->tokens;
}

const struct pl_token_set *pl_readings_specific(struct pl_readings *readings, struct pl_read_text *slot)
{
	pl_readings_tokens(readings, slot);
	if (!slot->has_specific)
		pl_tokens_set_specific(slot->tokens, pl_readings_clauses(readings, slot));
	slot->has_specific = true;
	return slot->tokens;
}
