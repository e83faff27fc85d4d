/* Growing arrays with memory of their own. */
#include "base/pile.h"

#include <stdlib.h>

enum { SMALLEST = 64 };

void *pl_pile_grow(struct pl_arena *arena, void *items, size_t count, size_t more, size_t *room, size_t size)
{
	size_t wider = count / 2 > more ? count + count / 2 : count + more;
	void *grown;

	if (wider < SMALLEST)
		wider = SMALLEST;
	if (wider < count || wider > SIZE_MAX / 2 / size)
		pl_arena_exhausted(arena);
	grown = realloc(items, wider * size);
	if (!grown)
		pl_arena_exhausted(arena);
	*room = wider;
	return grown;
}

void pl_pile_free(void *items) { free(items); }
