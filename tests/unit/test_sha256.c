/* SHA-256 against the examples of FIPS 180-4. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/sha256.h"
#include "base/str.h"

/* `echo -n … | openssl dgst -sha256 -binary | base64` */
static const struct {
	const char *text, *sum;
} cases[] = {
        {"", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="},
        {"abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="},
};

static void sums_are_right(void **state)
{
	struct pl_sha256 sha;
	char sum[45];

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		pl_sha256_begin(&sha);
		pl_sha256_add(&sha, pl_str_of(cases[i].text));
		pl_sha256_base64(&sha, sum);
		assert_string_equal(sum, cases[i].sum);
	}
}

static void pieces_are_the_whole(void **state)
{
	struct pl_sha256 sha;
	char sum[45];

	(void)state;
	pl_sha256_begin(&sha);
	for (int i = 0; i < 1000000; i++)
		pl_sha256_add(&sha, PL_STR("a"));
	pl_sha256_base64(&sha, sum);
	assert_string_equal(sum, "zcduXJkU+5KBocfihNc+Z/GAmkiklyAOBG05zMcRLNA=");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(sums_are_right),
	        cmocka_unit_test(pieces_are_the_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
