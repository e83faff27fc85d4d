/* A hash table from texts to numbers: open addressing over an array in order of insertion. */
#include "base/map.h"

#include "base/str.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

enum { SMALLEST = 16 };

uint64_t pl_hash(struct pl_str text) { return XXH3_64bits(text.ptr ? text.ptr : "", text.len); }

void pl_hash128(struct pl_str text, unsigned char out[16])
{
	XXH128_canonical_t canonical;

	XXH128_canonicalFromHash(&canonical, XXH3_128bits(text.ptr ? text.ptr : "", text.len));
	memcpy(out, canonical.digest, sizeof canonical.digest);
}

const char *pl_hash_print(struct pl_arena *arena, const unsigned char hash[16], size_t digits)
{
	char *text = pl_arena_bytes(arena, digits + 1);

	for (size_t i = 0; i < digits / 2; i++) {
		text[2 * i] = "0123456789abcdef"[hash[i] >> 4];
		text[2 * i + 1] = "0123456789abcdef"[hash[i] & 15];
	}
	text[digits] = '\0';
	return text;
}

const char *pl_hash_digits(struct pl_arena *arena, struct pl_str text, size_t digits)
{
	unsigned char hash[16];

	pl_hash128(text, hash);
	return pl_hash_print(arena, hash, digits);
}

/* The slot that holds the key, or the free one where it belongs. */
static uint32_t *slot_of(const struct pl_map *map, struct pl_str key, uint32_t hash)
{
	for (uint32_t i = hash & map->mask;; i = (i + 1) & map->mask) {
		uint32_t *slot = &map->slots[i];

		if (*slot == 0)
			return slot;
		if (map->entries[*slot - 1].hash == hash && pl_str_equal(map->entries[*slot - 1].key, key))
			return slot;
	}
}

uint32_t *pl_map_find(const struct pl_map *map, struct pl_str key)
{
	uint32_t *slot = map->count ? slot_of(map, key, (uint32_t)pl_hash(key)) : NULL;

	return slot && *slot ? &map->entries[*slot - 1].value : NULL;
}

static void grow(struct pl_arena *arena, struct pl_map *map)
{
	uint32_t room = map->room ? map->room * 2 : SMALLEST;
	struct pl_map_entry *entries = PL_MAKE_ARRAY(arena, room, struct pl_map_entry);

	if (map->count)
		memcpy(entries, map->entries, map->count * sizeof *entries);
	map->entries = entries;
	map->room = room;
	map->slots = PL_MAKE_ARRAY(arena, (size_t)room * 2, uint32_t);
	map->mask = room * 2 - 1;
	for (uint32_t i = 0; i < map->count; i++)
		*slot_of(map, entries[i].key, entries[i].hash) = i + 1;
}

uint32_t *pl_map_put(struct pl_arena *arena, struct pl_map *map, struct pl_str key, bool *fresh)
{
	uint32_t hash = (uint32_t)pl_hash(key);
	uint32_t *slot;

	if (map->count == map->room)
		grow(arena, map);
	slot = slot_of(map, key, hash);
	if (fresh)
		*fresh = *slot == 0;
	if (*slot == 0) {
		map->entries[map->count] = (struct pl_map_entry){.key = key, .hash = hash};
		*slot = ++map->count;
	}
	return &map->entries[*slot - 1].value;
}
