/*
 * Threads that make items in any order, for a caller who takes them one after the other. The only file that includes
 * pthread.h.
 *
 * An item is made in a slot, by the caller or one of the threads, and taken by the caller, who makes items himself
 * while the next one due is not ready. So everything that is done with the results is done by one thread and in one
 * order, however many there are.
 */
#ifndef PL_BASE_POOL_H
#define PL_BASE_POOL_H

#include "base/arena.h"

struct pl_pool_work {
	size_t count;     /* of items */
	unsigned threads; /* the caller counts as number 0 */
	unsigned slots;   /* items made and not yet taken, at least as many as threads; item i is in slot i % slots */
	/* False stops all: no item is begun or taken any more. A slot is one thread's until its item was taken. */
	bool (*make)(void *data, unsigned thread, unsigned slot, size_t item);
	bool (*take)(void *data, unsigned slot, size_t item);
	void *data;
};

/* Ends when all items are taken or one of the two said false, and the other threads have ended. Threads that the system
 * does not give are done without. `arena` is the caller's. */
void pl_pool_run(struct pl_arena *arena, const struct pl_pool_work *work);

/* Processors that are there to be used; at least 1. */
unsigned pl_pool_processors(void);

/* ---- one at a time ---- */

struct pl_lock;

struct pl_lock *pl_lock_open(void); /* NULL where there is no memory */
void pl_lock_close(struct pl_lock *lock);
void pl_lock_take(struct pl_lock *lock);
void pl_lock_give(struct pl_lock *lock);

#endif
