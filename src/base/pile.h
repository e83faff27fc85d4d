/*
 * Growing arrays that are too large for an arena, where what an array outgrows stays: struct { T *items; size_t count,
 * room; } in memory of its own, which the owner frees.
 *
 *	PL_PILE(uint32_t) tokens = {0};
 *	*PL_PILE_PUSH(arena, &tokens) = token;
 *	pl_pile_free(tokens.items);
 */
#ifndef PL_BASE_PILE_H
#define PL_BASE_PILE_H

#include "base/arena.h"

#define PL_PILE(type)                                                                                                  \
	struct {                                                                                                       \
		type *items;                                                                                           \
		size_t count, room;                                                                                    \
	}

/* The address of `more` new elements at the end, which are not zeroed. Where memory runs out it goes to the guard of
 * `arena`; the pile stays as it was. */
#define PL_PILE_ADD(arena, pile, more)                                                                                 \
	(!(pile)->items || (pile)->room - (pile)->count < (more)                                                       \
	         ? (void)((pile)->items = pl_pile_grow((arena), (pile)->items, (pile)->count, (more), &(pile)->room,   \
	                                               sizeof *(pile)->items))                                         \
	         : (void)0,                                                                                            \
	 (pile)->count += (more), (pile)->items + ((pile)->count - (more)))

#define PL_PILE_PUSH(arena, pile) PL_PILE_ADD(arena, pile, 1)

void *pl_pile_grow(struct pl_arena *arena, void *items, size_t count, size_t more, size_t *room, size_t size);
void pl_pile_free(void *items);

#endif
