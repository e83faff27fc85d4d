/* Queues as rings in one array: the last number leads to the first. */
#include "base/queue.h"

void pl_queues_open(struct pl_queues *queues, struct pl_arena *arena, size_t count)
{
	*queues = (struct pl_queues){.next = PL_MAKE_ARRAY(arena, count, uint32_t)};
}

void pl_queues_put(struct pl_queues *queues, struct pl_arena *arena, struct pl_str key, uint32_t number)
{
	uint32_t *last;

	if (!key.len)
		return;
	last = pl_map_put(arena, &queues->last, key, NULL);
	queues->next[number] = *last ? queues->next[*last - 1] : number + 1;
	if (*last)
		queues->next[*last - 1] = number + 1;
	*last = number + 1;
}

bool pl_queues_first(const struct pl_queues *queues, struct pl_str key, uint32_t *number)
{
	const uint32_t *last = key.len ? pl_map_find(&queues->last, key) : NULL;

	if (!last || !*last)
		return false;
	*number = queues->next[*last - 1] - 1;
	return true;
}

bool pl_queues_take(struct pl_queues *queues, struct pl_str key, uint32_t *number)
{
	uint32_t *last = key.len ? pl_map_find(&queues->last, key) : NULL;

	if (!last || !*last)
		return false;
	*number = queues->next[*last - 1] - 1;
	queues->next[*last - 1] = queues->next[*number];
	if (*last == *number + 1)
		*last = 0;
	return true;
}
