/* Arenas and growing arrays: what is kept, what is zeroed, what is given back. */
#include "base/area.h"
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

static void areas_are_filled_and_then_left(void **state)
{
	struct pl_area area = {0};
	struct pl_arena arena;
	size_t kept = 0, others = 0;

	(void)state;
	pl_area_open(&area);
	assert_non_null(area.begin);
	pl_arena_init(&arena, NULL);
	arena.area = &area;
	for (int i = 0; i < 5000; i++) {
		unsigned char *bytes = pl_arena_alloc(&arena, 1000, 1);

		memset(bytes, i, 1000);
		kept += pl_area_holds(&area, bytes);
		others += !pl_area_holds(&area, bytes);
	}
#ifdef PL_ARENA_DEBUG
	assert_int_equal(kept, 0);
#else
	assert_in_range(kept, 1900, 2097);
#endif
	assert_int_equal(kept + others, 5000);
	pl_arena_reset(&arena);
	pl_arena_free(&arena);
	pl_area_close(&area);
	assert_null(area.begin);
}

static void areas_take_back_what_was_taken_last(void **state)
{
	struct pl_area area = {0};
	void *first, *second;

	(void)state;
	assert_null(pl_area_take(&area, 1)); /* closed */
	pl_area_open(&area);
	first = pl_area_take(&area, 100);
	second = pl_area_take(&area, 200);
	pl_area_give_back(&area, first, 100);
	assert_ptr_not_equal(pl_area_take(&area, 10), first);
	pl_area_close(&area);
	pl_area_open(&area);
	first = pl_area_take(&area, 100);
	second = pl_area_take(&area, 200);
	pl_area_give_back(&area, second, 200);
	pl_area_give_back(&area, first, 100);
	assert_ptr_equal(pl_area_take(&area, 300), first);
	assert_null(pl_area_take(&area, SIZE_MAX));
	pl_area_close(&area);
}

/* Objects that grow in their place do not leave the area by realloc. */
static void large_objects_of_an_area_grow_elsewhere(void **state)
{
	struct pl_area area = {0};
	struct pl_arena arena;
	PL_VEC(uint64_t) numbers = {0};

	(void)state;
	pl_area_open(&area);
	pl_arena_init(&arena, NULL);
	arena.area = &area;
	for (uint64_t i = 0; i < 300000; i++)
		*PL_VEC_PUSH(&arena, &numbers) = i;
	for (uint64_t i = 0; i < 300000; i++)
		assert_true(numbers.items[i] == i);
	pl_arena_free(&arena);
	pl_area_close(&area);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(areas_are_filled_and_then_left),
	        cmocka_unit_test(areas_take_back_what_was_taken_last),
	        cmocka_unit_test(large_objects_of_an_area_grow_elsewhere),
	        cmocka_unit_test(large_arrays_grow_and_keep_what_they_hold),
	        cmocka_unit_test(objects_are_zeroed_after_a_reset),
	};

	return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
