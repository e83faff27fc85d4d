/* Tests of the thread pool: every item is made once and taken in order, however many threads there are. */
#include "base/pool.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <cmocka.h>

enum { ITEMS = 2000, SLOTS = 12 };

struct line {
	size_t slots[SLOTS]; /* the item in each, 1-based; 0: free */
	atomic_uint made[ITEMS];
	size_t taken;
	size_t bad_item, last; /* `make` and `take` say false there */
	atomic_bool in_order;
	struct pl_lock *lock;
	size_t locked_sum;
};

static bool make(void *data, unsigned thread, unsigned slot, size_t item)
{
	struct line *line = data;

	(void)thread;
	if (line->slots[slot])
		line->in_order = false;
	line->slots[slot] = item + 1;
	atomic_fetch_add(&line->made[item], 1);
	pl_lock_take(line->lock);
	line->locked_sum += item;
	pl_lock_give(line->lock);
	return item != line->bad_item;
}

static bool take(void *data, unsigned slot, size_t item)
{
	struct line *line = data;

	if (line->taken != item || line->slots[slot] != item + 1)
		line->in_order = false;
	line->slots[slot] = 0;
	line->taken++;
	return item != line->last;
}

static void run(struct line *line, unsigned threads, size_t count, size_t bad_item, size_t last)
{
	struct pl_arena_guard guard;
	struct pl_arena arena;

	*line = (struct line){.bad_item = bad_item, .last = last, .in_order = true, .lock = pl_lock_open()};
	assert_non_null(line->lock);
	pl_arena_init(&arena, &guard);
	if (setjmp(guard.jump))
		fail();
	pl_pool_run(&arena, &(struct pl_pool_work){count, threads, SLOTS, make, take, line});
	pl_arena_free(&arena);
	pl_lock_close(line->lock);
}

static void all_are_made_once_and_taken_in_order(void **state)
{
	static struct line line;

	(void)state;
	for (unsigned threads = 1; threads <= 5; threads += 2) {
		run(&line, threads, ITEMS, SIZE_MAX, SIZE_MAX);
		assert_true(line.in_order);
		assert_int_equal(line.taken, ITEMS);
		assert_int_equal(line.locked_sum, (size_t)ITEMS * (ITEMS - 1) / 2);
		for (size_t i = 0; i < ITEMS; i++)
			assert_int_equal(atomic_load(&line.made[i]), 1);
	}
}

static void nothing_to_do_is_soon_done(void **state)
{
	static struct line line;

	(void)state;
	run(&line, 3, 0, SIZE_MAX, SIZE_MAX);
	assert_int_equal(line.taken, 0);
	run(&line, 3, 1, SIZE_MAX, SIZE_MAX);
	assert_int_equal(line.taken, 1);
}

static void making_can_stop_it(void **state)
{
	static struct line line;

	(void)state;
	for (unsigned threads = 1; threads <= 4; threads++) {
		run(&line, threads, ITEMS, 100, SIZE_MAX);
		assert_true(line.in_order);
		assert_true(line.taken <= 100 + SLOTS);
		assert_int_equal(atomic_load(&line.made[ITEMS - 1]), 0);
	}
}

static void taking_can_stop_it(void **state)
{
	static struct line line;

	(void)state;
	for (unsigned threads = 1; threads <= 4; threads++) {
		run(&line, threads, ITEMS, SIZE_MAX, 50);
		assert_true(line.in_order);
		assert_int_equal(line.taken, 51);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(all_are_made_once_and_taken_in_order),
	        cmocka_unit_test(nothing_to_do_is_soon_done),
	        cmocka_unit_test(making_can_stop_it),
	        cmocka_unit_test(taking_can_stop_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
