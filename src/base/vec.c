/* Growing arrays in an arena. */
#include "base/vec.h"

#include <string.h>

void *pl_vec_grow(struct pl_arena *arena, const void *items, size_t count, size_t *room, size_t size)
{
	size_t wider = *room ? *room * 2 : 8;
	void *grown = pl_arena_alloc(arena, wider, size);

	if (count)
		memcpy(grown, items, count * size);
	*room = wider;
	return grown;
}
