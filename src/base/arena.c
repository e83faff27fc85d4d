/* Arenas: bump allocation in growing blocks, or one malloc an object under PL_ARENA_DEBUG. */
#include "base/arena.h"

#include "base/area.h"
#include "base/format.h"

#include <assert.h>
#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

enum { CACHE_LINE = 64 };
enum { FIRST_BLOCK = 16 * 1024, AREA_STEP = 64 * 1024, LARGEST_STEP = 1024 * 1024, MOST_KEPT = 4 * 1024 * 1024 };

struct pl_arena_block {
	struct pl_arena_block *next;
	size_t size;
	alignas(PL_ARENA_ALIGN) unsigned char bytes[];
};

void pl_arena_init(struct pl_arena *arena, struct pl_arena_guard *guard) { *arena = (struct pl_arena){.guard = guard}; }

static bool is_in_area(const struct pl_arena *arena, const struct pl_arena_block *block)
{
	return arena->area && pl_area_holds(arena->area, block);
}

static void free_blocks(struct pl_arena *arena)
{
	struct pl_arena_block *block = arena->blocks;

	while (block) {
		struct pl_arena_block *next = block->next;

		if (is_in_area(arena, block))
			pl_area_give_back(arena->area, block, sizeof *block + block->size);
		else
			free(block);
		block = next;
	}
}

void pl_arena_free(struct pl_arena *arena)
{
	free_blocks(arena);
	*arena = (struct pl_arena){.guard = arena->guard, .area = arena->area};
}

void pl_arena_exhausted(const struct pl_arena *arena)
{
	assert(arena->guard);
	longjmp(arena->guard->jump, 1);
}

#ifdef PL_ARENA_DEBUG
enum { HAS_AREA = 0 }; /* a malloc for each */
#else
enum { HAS_AREA = 1 };
#endif

static struct pl_arena_block *take_block(struct pl_arena *arena, size_t size)
{
	struct pl_arena_block *block = HAS_AREA && arena->area ? pl_area_take(arena->area, size) : NULL;

	if (!block)
		block = malloc(size);
	if (!block)
		pl_arena_exhausted(arena);
	return block;
}

static struct pl_arena_block *add_block(struct pl_arena *arena, size_t size)
{
	struct pl_arena_block *block;

	if (size > SIZE_MAX - sizeof *block)
		pl_arena_exhausted(arena);
	block = take_block(arena, sizeof *block + size);
	block->size = size;
	block->next = arena->blocks;
	arena->blocks = block;
	arena->held += size;
	return block;
}

#ifdef PL_ARENA_DEBUG

void pl_arena_reset(struct pl_arena *arena) { pl_arena_free(arena); }

bool pl_arena_extend(struct pl_arena *arena, void *object, size_t size, size_t wider)
{
	(void)arena, (void)object, (void)size, (void)wider;
	return false;
}

void pl_arena_trim(struct pl_arena *arena, void *object, size_t size, size_t kept)
{
	(void)arena, (void)object, (void)size, (void)kept;
}

void *pl_arena_regrow(struct pl_arena *arena, void *object, size_t size, size_t wider)
{
	(void)arena, (void)object, (void)size, (void)wider;
	return NULL;
}

static void *take(struct pl_arena *arena, size_t size, size_t alignment)
{
	(void)alignment;
	return add_block(arena, size)->bytes;
}

#else

static void keep_only(struct pl_arena *arena, struct pl_arena_block *kept)
{
	struct pl_arena_block **link = &arena->blocks;

	while (*link != kept)
		link = &(*link)->next;
	*link = kept->next;
	free_blocks(arena);
	kept->next = NULL;
	arena->blocks = kept;
	arena->at = kept->bytes;
	arena->limit = kept->bytes + kept->size;
	arena->held = kept->size;
}

/* Who fills an arena again and again, a file at a time, comes to need one block only: what took several is asked for at
 * once the next time. Otherwise each file would fetch fresh pages from the system and give them back. */
void pl_arena_reset(struct pl_arena *arena)
{
	struct pl_arena_block *largest = NULL;
	size_t held = arena->held;

	for (struct pl_arena_block *block = arena->blocks; block; block = block->next)
		if (block->size <= MOST_KEPT && (!largest || block->size > largest->size))
			largest = block;
	if (largest && (held == largest->size || held > MOST_KEPT)) {
		keep_only(arena, largest);
		return;
	}
	pl_arena_free(arena);
	arena->next_block = held <= MOST_KEPT ? held : 0;
}

/* Blocks grow with what is held. In an area they need not: its memory is there already. */
static size_t next_step(const struct pl_arena *arena)
{
	size_t most = arena->area && pl_area_room(arena->area) > AREA_STEP ? AREA_STEP : LARGEST_STEP;

	if (arena->held < FIRST_BLOCK)
		return FIRST_BLOCK;
	return arena->held < most ? arena->held : most;
}

static void *take(struct pl_arena *arena, size_t size, size_t alignment)
{
	size_t skip = -(uintptr_t)arena->at & (alignment - 1); /* a power of two, and dividing by it would be slow */
	size_t room = (size_t)(arena->limit - arena->at);
	unsigned char *object;

	if (room < skip || room - skip < size) {
		size_t step = next_step(arena);
		struct pl_arena_block *block;

		if (size <= arena->next_block)
			step = arena->next_block;
		else if (size > step / 4) { /* a large object gets a block of its own: the current one stays in use */
			block = add_block(arena, size);
			if (block->next) {
				arena->blocks = block->next;
				block->next = arena->blocks->next;
				arena->blocks->next = block;
			} else {
				arena->at = arena->limit = block->bytes + size;
			}
			return block->bytes;
		}
		arena->next_block = 0;
		block = add_block(arena, step);
		arena->at = block->bytes;
		arena->limit = block->bytes + step;
		skip = 0;
	}
	object = arena->at + skip;
	arena->at = object + size;
	return object;
}

bool pl_arena_extend(struct pl_arena *arena, void *object, size_t size, size_t wider)
{
	unsigned char *end = (unsigned char *)object + size;

	if (end != arena->at || (size_t)(arena->limit - end) < wider - size)
		return false;
	memset(end, 0, wider - size);
	arena->at += wider - size;
	return true;
}

void pl_arena_trim(struct pl_arena *arena, void *object, size_t size, size_t kept)
{
	if ((unsigned char *)object + size == arena->at)
		arena->at -= size - kept;
}

void *pl_arena_regrow(struct pl_arena *arena, void *object, size_t size, size_t wider)
{
	struct pl_arena_block **link = &arena->blocks, *block;

	while (*link && (*link)->bytes != (unsigned char *)object)
		link = &(*link)->next;
	block = *link;
	if (!block || block->size != size || is_in_area(arena, block))
		return NULL;
	block = realloc(block, sizeof *block + wider);
	if (!block)
		pl_arena_exhausted(arena);
	*link = block;
	block->size = wider;
	arena->held += wider - size;
	if (block == arena->blocks)
		arena->at = arena->limit = block->bytes + wider;
	memset(block->bytes + size, 0, wider - size);
	return block->bytes;
}

#endif

void *pl_arena_alloc(struct pl_arena *arena, size_t count, size_t size)
{
	void *object;

	if (size && count > SIZE_MAX / 2 / size)
		pl_arena_exhausted(arena);
	size *= count;
	object = take(arena, size ? size : 1, PL_ARENA_ALIGN);
	return memset(object, 0, size);
}

/* Where that takes a new block the object stands as that begins: it is one of thousands. */
void *pl_arena_alloc_hot(struct pl_arena *arena, size_t size)
{
	size_t skip = -(uintptr_t)arena->at % CACHE_LINE;

	if ((size_t)(arena->limit - arena->at) > skip)
		arena->at += skip;
	return pl_arena_alloc(arena, 1, size);
}

char *pl_arena_bytes(struct pl_arena *arena, size_t size) { return take(arena, size ? size : 1, 1); }

void *pl_arena_keep(struct pl_arena *arena, const void *object, size_t size)
{
	void *copy = take(arena, size ? size : 1, PL_ARENA_ALIGN);

	return size ? memcpy(copy, object, size) : copy;
}

char *pl_arena_copy(struct pl_arena *arena, struct pl_str text)
{
	char *copy = pl_arena_bytes(arena, text.len + 1);

	if (text.len)
		memcpy(copy, text.ptr, text.len);
	copy[text.len] = '\0';
	return copy;
}

char *pl_arena_vprint(struct pl_arena *arena, const char *format, va_list arguments)
{
	enum { LIKELY = 256 }; /* what most prints stay below, so that they are made once */
	char likely[LIKELY];
	va_list again;
	size_t length;
	char *text;

	va_copy(again, arguments);
	length = pl_format(likely, sizeof likely, format, again);
	va_end(again);
	text = pl_arena_bytes(arena, length + 1);
	if (length < LIKELY)
		memcpy(text, likely, length + 1);
	else
		(void)pl_format(text, length + 1, format, arguments);
	return text;
}

char *pl_arena_print(struct pl_arena *arena, const char *format, ...)
{
	va_list arguments;
	char *text;

	va_start(arguments, format);
	text = pl_arena_vprint(arena, format, arguments);
	va_end(arguments);
	return text;
}
