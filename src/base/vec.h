/*
 * Growing arrays in an arena: struct { T *items; size_t count, room; }.
 *
 *	PL_VEC(struct pl_span) spans = {0};
 *	*PL_VEC_PUSH(&arena, &spans) = span;
 *
 * What an array outgrows stays in the arena: at most as much again as the array itself, and nothing where it was
 * allocated last or is large.
 */
#ifndef PL_BASE_VEC_H
#define PL_BASE_VEC_H

#include "base/arena.h"

#define PL_VEC(type)                                                                                                   \
	struct {                                                                                                       \
		type *items;                                                                                           \
		size_t count, room;                                                                                    \
	}

/* The address of a new, zeroed last element. */
#define PL_VEC_PUSH(arena, vec)                                                                                        \
	((vec)->count == (vec)->room ? (void)((vec)->items = pl_vec_grow((arena), (vec)->items, (vec)->count,          \
	                                                                 &(vec)->room, sizeof *(vec)->items))          \
	                             : (void)0,                                                                        \
	 &(vec)->items[(vec)->count++])

void *pl_vec_grow(struct pl_arena *arena, void *items, size_t count, size_t *room, size_t size);

#endif
