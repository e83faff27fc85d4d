/* Bits of numbers, and eight bytes at a time: against looking at one after the other. */
#include "base/bits.h"
#include "base/eight.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void bits_are_counted(void **state)
{
	(void)state;
	assert_int_equal(pl_bits_count(0), 0);
	assert_int_equal(pl_bits_count(UINT64_MAX), 64);
	for (unsigned i = 0; i < 64; i++) {
		assert_int_equal(pl_bits_count(UINT64_C(1) << i), 1);
		assert_int_equal(pl_bits_count(UINT64_MAX << i), 64 - i);
	}
}

/* Every byte in every place, among bytes that would carry into it. */
static void check_byte(unsigned byte, size_t place, char around)
{
	char bytes[PL_EIGHT];
	bool is_alnum = pl_ascii_is_alpha((char)byte) || pl_ascii_is_digit((char)byte);
	uint64_t answer;

	memset(bytes, around, sizeof bytes);
	bytes[place] = (char)byte;
	answer = pl_eight_alnum(pl_eight(bytes));
	assert_int_equal(answer >> (8 * place) & 0xFF, is_alnum ? 0x80 : 0);
	assert_true((answer & ~PL_EIGHT_TOPS) == 0);
}

static void letters_and_digits_are_told(void **state)
{
	static const char around[] = {0, ' ', '/', '9', 'A', 'z', 0x7F, (char)0x80, (char)0xFF};

	(void)state;
	for (unsigned byte = 0; byte < 256; byte++)
		for (size_t place = 0; place < PL_EIGHT; place++)
			for (size_t i = 0; i < sizeof around; i++)
				check_byte(byte, place, around[i]);
}

static void the_first_is_found(void **state)
{
	(void)state;
	assert_int_equal(pl_eight_first(0), PL_EIGHT);
	assert_int_equal(pl_eight_first(~pl_eight_alnum(pl_eight("word two")) & PL_EIGHT_TOPS), 4);
	assert_int_equal(pl_eight_first(~pl_eight_alnum(pl_eight(" another")) & PL_EIGHT_TOPS), 0);
	assert_int_equal(pl_eight_first(~pl_eight_alnum(pl_eight("unbroken")) & PL_EIGHT_TOPS), PL_EIGHT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(bits_are_counted),
	        cmocka_unit_test(letters_and_digits_are_told),
	        cmocka_unit_test(the_first_is_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
