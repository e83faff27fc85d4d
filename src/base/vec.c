/* Growing arrays in an arena. */
#include "base/vec.h"

#include <string.h>

/* Bytes to begin with: most arrays in a plan have one element or two, and there are many of them. */
enum { FIRST_BYTES = 96, FIRST_ELEMENTS = 8, LARGE = 128 * 1024 };

static size_t first_room(size_t size)
{
	size_t room = FIRST_BYTES / size;

	return room < 1 ? 1 : room > FIRST_ELEMENTS ? FIRST_ELEMENTS : room;
}

void *pl_vec_grow(struct pl_arena *arena, void *items, size_t count, size_t *room, size_t size)
{
	size_t wider = *room ? *room * 2 : first_room(size);
	void *grown;

	if (*room && pl_arena_extend(arena, items, *room * size, wider * size)) {
		*room = wider;
		return items;
	}
	grown = *room * size >= LARGE ? pl_arena_regrow(arena, items, *room * size, wider * size) : NULL;
	if (grown) {
		*room = wider;
		return grown;
	}
	grown = pl_arena_alloc(arena, wider, size);
	if (count)
		memcpy(grown, items, count * size);
	*room = wider;
	return grown;
}
