/* Our printf beside the C library's. */
#include "base/format.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static void PL_PRINTF(2, 3) check(size_t room, const char *format, ...)
{
	char ours[128], theirs[128];
	va_list arguments, again;
	int length;

	va_start(arguments, format);
	va_copy(again, arguments);
	length = vsnprintf(theirs, room, format, arguments);
	assert_int_equal(pl_format(ours, room, format, again), length);
	va_end(again);
	va_end(arguments);
	assert_string_equal(ours, theirs);
}

static void prints_texts(void **state)
{
	struct pl_str nothing = {0};

	(void)state;
	check(128, "plain");
	check(128, "%s", "");
	check(128, "%s and %s", "one", "two");
	check(128, "%.*s|%.*s", 3, "three", 9, "nine");
	check(128, "%*s|%*s", 5, "abc", 2, "abc");
	check(128, "%c%c %%", 'a', 'b');
	check(128, "%.*s", PL_STR_ARG(*(volatile struct pl_str *)&nothing)); /* the compiler would see the NULL */
}

static void prints_numbers(void **state)
{
	(void)state;
	check(128, "%u %u %d %d %d", 0u, UINT32_MAX, 0, INT32_MIN, INT32_MAX);
	check(128, "%zu %lu %llu", SIZE_MAX, 12345678901ul, UINT64_MAX / 1ull);
	check(128, "%ld %lld", -12345678901l, (long long)INT64_MIN);
	check(128, "%*u|%*d|%*u", 6, 42u, 5, -7, 1, 123u);
}

/* What is rarer is the C library's, whatever stood before it. */
static void leaves_the_rest(void **state)
{
	(void)state;
	check(128, "%s %.0f%% of %d", "about", 12.5, 3);
	check(128, "%02x %04u %-6s| %5u %.3s %i %g", 10u, 7u, "left", 3u, "abcdef", 4, 0.5);
	check(128, "%d %-*s|", 1, 8, "wide");
}

static void keeps_to_the_room(void **state)
{
	(void)state;
	for (size_t room = 1; room < 24; room++) {
		check(room, "%s, %u and %*s", "first", 1234u, 9, "last");
		check(room, "%s %.1f", "number", 2.5);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(prints_texts), cmocka_unit_test(prints_numbers),
	                                   cmocka_unit_test(leaves_the_rest), cmocka_unit_test(keeps_to_the_room)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
