/* Arenas and growing arrays: what is kept, what is zeroed, what is given back. */
#include "base/vec.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Far beyond the size from which an array has a block of its own, with others allocated in between. */
static void large_arrays_grow_and_keep_what_they_hold(void **state)
{
	enum { COUNT = 300000 };
	struct pl_arena arena;
	PL_VEC(uint32_t) numbers = {0};
	PL_VEC(uint64_t) squares = {0};

	(void)state;
	pl_arena_init(&arena, NULL);
	for (uint32_t i = 0; i < COUNT; i++) {
		uint64_t *square = PL_VEC_PUSH(&arena, &squares);

		assert_int_equal(*square, 0);
		*square = (uint64_t)i * i;
		*PL_VEC_PUSH(&arena, &numbers) = i;
	}
	for (uint32_t i = 0; i < COUNT; i++) {
		assert_int_equal(numbers.items[i], i);
		assert_int_equal(squares.items[i], (uint64_t)i * i);
	}
	pl_arena_free(&arena);
}

static void objects_are_zeroed_after_a_reset(void **state)
{
	struct pl_arena arena;

	(void)state;
	pl_arena_init(&arena, NULL);
	for (int round = 0; round < 3; round++) {
		for (int i = 0; i < 5000; i++) {
			uint64_t *pair = pl_arena_make(&arena, 2 * sizeof *pair);

			assert_int_equal((uintptr_t)pair % PL_ARENA_ALIGN, 0);
			assert_true(pair[0] == 0 && pair[1] == 0);
			pair[0] = pair[1] = UINT64_MAX;
			pl_arena_bytes(&arena, 3);
		}
		pl_arena_reset(&arena);
	}
	pl_arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(large_arrays_grow_and_keep_what_they_hold),
	        cmocka_unit_test(objects_are_zeroed_after_a_reset),
	};

	return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
