/* Output held back: small in memory, large in a file, whole either way. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "report/spool.h"

#include <errno.h>
#include <unistd.h>

static void write_lines(struct pl_spool *spool, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		pl_out_print(&spool->out, "line %07zu\n", i);
		pl_spool_settle(spool);
	}
}

static void check_lines(const struct pl_out *out, size_t count)
{
	enum { LINE = 13 };
	char line[32]; /* as the compiler counts: it does not know how few lines there are */

	assert_int_equal(out->buf.len, count * LINE);
	for (size_t i = 0; i < count; i++) {
		snprintf(line, sizeof line, "line %07zu\n", i);
		assert_memory_equal(out->buf.ptr + i * LINE, line, LINE);
	}
}

static void copies_all(size_t count, bool in_file)
{
	struct pl_spool spool;
	struct pl_out out = {.fd = -1};

	pl_spool_open(&spool);
	write_lines(&spool, count);
	assert_int_equal(spool.file != NULL, in_file);
	assert_int_equal(pl_spool_size(&spool), count * 13);
	pl_spool_copy(&spool, &out);
	check_lines(&out, count);
	assert_int_equal(out.error, 0);
	pl_spool_close(&spool);
	pl_spool_close(&spool); /* twice is fine */
	pl_buf_free(&out.buf);
}

static void little_stays_in_memory(void **state)
{
	(void)state;
	copies_all(0, false);
	copies_all(1000, false);
}

static void much_goes_to_a_file(void **state)
{
	(void)state;
	copies_all(200000, true);
}

static void errors_are_handed_on(void **state)
{
	struct pl_spool spool;
	struct pl_out out = {.fd = -1};

	(void)state;
	pl_spool_open(&spool);
	write_lines(&spool, 200000);
	spool.out.fd = -1; /* what a full disk comes to */
	spool.out.error = ENOSPC;
	pl_spool_copy(&spool, &out);
	assert_int_equal(out.error, ENOSPC);
	pl_spool_close(&spool);
	pl_buf_free(&out.buf);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(little_stays_in_memory),
	        cmocka_unit_test(much_goes_to_a_file),
	        cmocka_unit_test(errors_are_handed_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
