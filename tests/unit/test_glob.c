/* Globs against paths. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/glob.h"
#include "base/str.h"

static const struct {
	const char *pattern, *path;
	bool matches;
} cases[] = {
        {"*.yaml", "a.yaml", true},
        {"*.yaml", "plans/a.yaml", false},
        {"**/*.yaml", "a.yaml", true},
        {"**/*.yaml", "x/y/a.yaml", true},
        {"plans/**", "plans/a.yaml", true},
        {"plans/**", "plans/x/y", true},
        {"plans/**", "plans", false},
        {"a/**/b", "a/b", true},
        {"a/**/b", "a/x/y/b", true},
        {"a/**/b", "a/x/y/c", false},
        {"**/archive/**", "x/archive/2009/a.yaml", true},
        {"**/archive/**", "archived/a.yaml", false},
        {"a?c", "abc", true},
        {"a?c", "a/c", false},
        {"q[1-4].yaml", "q3.yaml", true},
        {"q[1-4].yaml", "q5.yaml", false},
        {"q[!1-4].yaml", "q5.yaml", true},
        {"a[]]b", "a]b", true},
        {"a[b", "a[b", true},
        {"\\*.yaml", "*.yaml", true},
        {"\\*.yaml", "a.yaml", false},
        {"a*b*c", "aXbYbZc", true},
        {"a*b*c", "aXbYbZ", false},
        {"", "", true},
        {"", "a", false},
        {"a/", "a", true},
        {"*a*a*a*a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false},
};

static void matches(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (pl_glob_match(pl_str_of(cases[i].pattern), pl_str_of(cases[i].path)) != cases[i].matches)
			fail_msg("%s against %s", cases[i].pattern, cases[i].path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(matches)};

	return cmocka_run_group_tests_name("glob", tests, NULL, NULL);
}
