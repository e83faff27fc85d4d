/*
 * A hash table from texts to numbers, in an arena. Keys are borrowed and must outlive the table. Hashes are xxHash's
 * XXH3 (the only file that includes it), seeded with a constant: order of iteration is order of insertion anyway.
 */
#ifndef PL_BASE_MAP_H
#define PL_BASE_MAP_H

#include "base/arena.h"

struct pl_map_entry {
	struct pl_str key;
	uint32_t hash;
	uint32_t value;
};

struct pl_map {
	struct pl_map_entry *entries; /* in order of insertion */
	uint32_t count, room;
	uint32_t *slots; /* 1-based indices into entries; 0 free */
	uint32_t mask;
};

uint64_t pl_hash(struct pl_str text);

/* XXH3's 128 bits, the same on every machine. */
void pl_hash128(struct pl_str text, unsigned char out[16]);

enum { PL_HASH_DIGITS = 32 }; /* of 128 bits in hexadecimal */

/* The first `digits` of such a hash, an even number; and the same of a text's. */
const char *pl_hash_print(struct pl_arena *arena, const unsigned char hash[16], size_t digits);
const char *pl_hash_digits(struct pl_arena *arena, struct pl_str text, size_t digits);

/* The value's place, or NULL. Valid until the next insertion. */
uint32_t *pl_map_find(const struct pl_map *map, struct pl_str key);

/* The value's place, new and 0 where the key was not there (then *fresh is true; `fresh` may be NULL). */
uint32_t *pl_map_put(struct pl_arena *arena, struct pl_map *map, struct pl_str key, bool *fresh);

#endif
