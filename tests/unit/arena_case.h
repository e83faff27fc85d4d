/* An arena for each test: ARENA_TEST(name) in the list of tests opens it before and frees it behind. */
#ifndef ARENA_CASE_H
#define ARENA_CASE_H

#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct pl_arena arena;

static inline int open_arena(void **state)
{
	(void)state;
	pl_arena_init(&arena, NULL);
	return 0;
}

static inline int close_arena(void **state)
{
	(void)state;
	pl_arena_free(&arena);
	return 0;
}

#define ARENA_TEST(name) cmocka_unit_test_setup_teardown(name, open_arena, close_arena)

#endif
