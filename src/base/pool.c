/* Runs work on several threads and hands its results to the caller in order. */
#include "base/pool.h"

#include <assert.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

struct pool {
	const struct pl_pool_work *work;
	pthread_mutex_t lock;
	pthread_cond_t made, room; /* the caller waits for the item due; the others for a free slot */
	bool *is_made;             /* by slot */
	size_t next, due;          /* item to make, item to take */
	bool stopped;
};

struct hand {
	struct pool *pool;
	unsigned thread;
	pthread_t id;
};

static bool has_work(const struct pool *pool)
{
	return pool->next < pool->work->count && pool->next - pool->due < pool->work->slots;
}

/* Called and left with the lock held. */
static void make_next(struct pool *pool, unsigned thread)
{
	size_t item = pool->next++;
	unsigned slot = (unsigned)(item % pool->work->slots);
	bool fine;

	pthread_mutex_unlock(&pool->lock);
	fine = pool->work->make(pool->work->data, thread, slot, item);
	pthread_mutex_lock(&pool->lock);
	pool->is_made[slot] = true;
	pool->stopped |= !fine;
	if (item == pool->due || !fine)
		pthread_cond_signal(&pool->made);
}

/* The same. */
static void take_due(struct pool *pool)
{
	unsigned slot = (unsigned)(pool->due % pool->work->slots);
	bool fine;

	pthread_mutex_unlock(&pool->lock);
	fine = pool->work->take(pool->work->data, slot, pool->due);
	pthread_mutex_lock(&pool->lock);
	pool->is_made[slot] = false;
	pool->due++;
	pool->stopped |= !fine;
	pthread_cond_signal(&pool->room);
}

static void *help(void *data)
{
	const struct hand *hand = data;
	struct pool *pool = hand->pool;

	pthread_mutex_lock(&pool->lock);
	while (!pool->stopped && pool->next < pool->work->count)
		if (has_work(pool))
			make_next(pool, hand->thread);
		else
			pthread_cond_wait(&pool->room, &pool->lock);
	pthread_cond_signal(&pool->room); /* whoever else waits need not any more */
	pthread_mutex_unlock(&pool->lock);
	return NULL;
}

static void work_as_caller(struct pool *pool)
{
	pthread_mutex_lock(&pool->lock);
	while (!pool->stopped && pool->due < pool->work->count)
		if (pool->is_made[pool->due % pool->work->slots])
			take_due(pool);
		else if (has_work(pool))
			make_next(pool, 0);
		else
			pthread_cond_wait(&pool->made, &pool->lock);
	pool->stopped = true;
	pthread_cond_signal(&pool->room);
	pthread_mutex_unlock(&pool->lock);
}

/* As much as main's usually has: what is nested deep is read by calls as deep. */
enum { STACK = 8 * 1024 * 1024 };

/* Signals are for the thread that everything is delivered to. Answers how many there are. */
static unsigned start(struct hand *hands, struct pool *pool)
{
	sigset_t all, before;
	pthread_attr_t attributes;
	unsigned count = 0;

	if (pthread_attr_init(&attributes) != 0)
		return 0;
	(void)pthread_attr_setstacksize(&attributes, STACK);
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	for (; count + 1 < pool->work->threads; count++) {
		hands[count] = (struct hand){.pool = pool, .thread = count + 1};
		if (pthread_create(&hands[count].id, &attributes, help, &hands[count]) != 0)
			break;
	}
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	pthread_attr_destroy(&attributes);
	return count;
}

void pl_pool_run(struct pl_arena *arena, const struct pl_pool_work *work)
{
	struct hand *hands = PL_MAKE_ARRAY(arena, work->threads, struct hand);
	struct pool pool = {.work = work, .is_made = PL_MAKE_ARRAY(arena, work->slots, bool)};
	unsigned started;

	assert(work->threads && work->slots >= work->threads);
	pthread_mutex_init(&pool.lock, NULL);
	pthread_cond_init(&pool.made, NULL);
	pthread_cond_init(&pool.room, NULL);
	started = start(hands, &pool);
	work_as_caller(&pool);
	for (unsigned i = 0; i < started; i++)
		pthread_join(hands[i].id, NULL);
	pthread_cond_destroy(&pool.room);
	pthread_cond_destroy(&pool.made);
	pthread_mutex_destroy(&pool.lock);
}

unsigned pl_pool_processors(void)
{
	long count = sysconf(_SC_NPROCESSORS_ONLN);

	return count > 0 && count < INT16_MAX ? (unsigned)count : 1;
}

/* ---- one at a time ---- */

struct pl_lock {
	pthread_mutex_t mutex;
};

struct pl_lock *pl_lock_open(void)
{
	struct pl_lock *lock = malloc(sizeof *lock);

	if (lock)
		pthread_mutex_init(&lock->mutex, NULL);
	return lock;
}

void pl_lock_close(struct pl_lock *lock)
{
	if (lock)
		pthread_mutex_destroy(&lock->mutex);
	free(lock);
}

void pl_lock_take(struct pl_lock *lock) { pthread_mutex_lock(&lock->mutex); }

void pl_lock_give(struct pl_lock *lock) { pthread_mutex_unlock(&lock->mutex); }
