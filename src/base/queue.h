/* Numbers that wait under keys: those of one key come back in the order in which they were put. */
#ifndef PL_BASE_QUEUE_H
#define PL_BASE_QUEUE_H

#include "base/map.h"

struct pl_queues {
	struct pl_map last; /* of each key the number put last, 1-based; 0: none is left */
	uint32_t *next;     /* of each number, 1-based; that of the last is the first */
};

/* For numbers below `count`. */
void pl_queues_open(struct pl_queues *queues, struct pl_arena *arena, size_t count);

/* Each number waits once at most, and none under an empty key. The key is borrowed. */
void pl_queues_put(struct pl_queues *queues, struct pl_arena *arena, struct pl_str key, uint32_t number);

/* The first that waits under the key, which stays there; false where none does. */
bool pl_queues_first(const struct pl_queues *queues, struct pl_str key, uint32_t *number);

/* The same, and it waits no more. */
bool pl_queues_take(struct pl_queues *queues, struct pl_str key, uint32_t *number);

#endif
