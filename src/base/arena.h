/*
 * Arenas: memory that is freed all at once.
 *
 * planlint has three lifetimes, each an arena: the run (rules, settings, vocabulary), the plan file (tree, model,
 * readings, findings) and scratch (inside one call). A function that allocates takes the arena it allocates from.
 *
 * Running out: the arena jumps to the innermost `pl_arena_guard` of its run, whose owner answers PL_NO_MEMORY. Nothing
 * else has a branch for it, so resources outside an arena (FILE, parser, compiled pattern) are released by the guard's
 * owner.
 *
 * Built with PL_ARENA_DEBUG every object is a malloc of its own, so that AddressSanitizer sees overruns and uses after
 * the arena was reset.
 */
#ifndef PL_BASE_ARENA_H
#define PL_BASE_ARENA_H

#include <planlint/diag.h>

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

/* Where to go when memory runs out. One a thread of a run; set jump with `setjmp(guard->jump)`. */
struct pl_arena_guard {
	jmp_buf jump;
};

struct pl_arena_block;
struct pl_area; /* area.h */

struct pl_arena {
	struct pl_arena_block *blocks; /* newest first */
	unsigned char *at, *limit;     /* free room in the newest block */
	size_t held;                   /* bytes of all blocks */
	size_t next_block;             /* its least size, from what was held before a reset; 0: as it comes */
	struct pl_arena_guard *guard;  /* borrowed */
	struct pl_area *area;          /* where blocks are taken from as long as there is room; NULL; borrowed */
};

void pl_arena_init(struct pl_arena *arena, struct pl_arena_guard *guard);

/* Frees everything; the arena can be used again. */
void pl_arena_free(struct pl_arena *arena);

/* Forgets everything but keeps the largest block for reuse. */
void pl_arena_reset(struct pl_arena *arena);

/* Zeroed, aligned for any object that planlint has (no long double). `count * size` may be 0 (then a unique, non-NULL
 * pointer). Overflow counts as out of memory. Never NULL. */
void *pl_arena_alloc(struct pl_arena *arena, size_t count, size_t size);

/* The same for an object that is looked at very often: in as few lines of the processor's cache as can be. */
void *pl_arena_alloc_hot(struct pl_arena *arena, size_t size);

/* As pl_arena_alloc, but not zeroed and aligned only for bytes. */
char *pl_arena_bytes(struct pl_arena *arena, size_t size);

/* Where `object` of `size` bytes is what was allocated last: makes it `wider` in its place, the rest zeroed; else false
 * and nothing changes. */
bool pl_arena_extend(struct pl_arena *arena, void *object, size_t size, size_t wider);

/* Where `object` of `size` bytes has a block of its own, as large ones do: makes it `wider`, perhaps in another place,
 * the rest zeroed, and answers where; else NULL and nothing changes. Nothing may point into it. */
void *pl_arena_regrow(struct pl_arena *arena, void *object, size_t size, size_t wider);

/* Where `object` of `size` bytes is what was allocated last: gives back what is behind the first `kept`. */
void pl_arena_trim(struct pl_arena *arena, void *object, size_t size, size_t kept);

/* A copy of an object, or of several in a row. */
void *pl_arena_keep(struct pl_arena *arena, const void *object, size_t size);

/* A NUL-terminated copy. */
char *pl_arena_copy(struct pl_arena *arena, struct pl_str text);

/* printf; NUL-terminated. */
char *pl_arena_print(struct pl_arena *arena, const char *format, ...) PL_PRINTF(2, 3);
char *pl_arena_vprint(struct pl_arena *arena, const char *format, va_list arguments) PL_PRINTF(2, 0);

/* For resources that cannot live in an arena: jumps to the guard. */
PL_NORETURN void pl_arena_exhausted(const struct pl_arena *arena);

enum { PL_ARENA_ALIGN = 8 };

/* pl_arena_alloc for one object: inline, because nodes and texts are made by the hundred thousand. */
static inline void *pl_arena_make(struct pl_arena *arena, size_t size)
{
#ifndef PL_ARENA_DEBUG
	uintptr_t skip = -(uintptr_t)arena->at % PL_ARENA_ALIGN;

	if ((size_t)(arena->limit - arena->at) >= skip + size) {
		unsigned char *object = arena->at + skip;

		arena->at = object + size;
		return memset(object, 0, size);
	}
#endif
	return pl_arena_alloc(arena, 1, size);
}

#define PL_MAKE(arena, type)              ((type *)pl_arena_make((arena), sizeof(type)))
#define PL_MAKE_ARRAY(arena, count, type) ((type *)pl_arena_alloc((arena), (count), sizeof(type)))

#endif
