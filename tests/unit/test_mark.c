/* What the bytes of a text say before anything is searched in it. */
#include "text/mark.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static unsigned marks(const char *text) { return pl_text_marks(pl_str_of(text)); }

static void acronyms(void **state)
{
	static const char *const with[] = {"NHSS status held", "held by the AIB", "R&D plan", "CCTVs", "ab CD ef"};
	static const char *const without[] = {"",    "A",          "National Healthy Schools", "a & b", "R & D",
	                                      "McA", "A. B. Smith"};

	(void)state;
	for (size_t i = 0; i < sizeof with / sizeof *with; i++)
		assert_true(marks(with[i]) & PL_MARK_ACRONYM);
	for (size_t i = 0; i < sizeof without / sizeof *without; i++)
		assert_false(marks(without[i]) & PL_MARK_ACRONYM);
}

/* Whatever placeholder finds has the mark, in either case. */
static void gaps(void **state)
{
	static const char *const with[] = {"tbc",
	                                   "TBA",
	                                   "date Tbd",
	                                   "t.b.c.",
	                                   "T.B.A",
	                                   "who??",
	                                   "Lorem ipsum",
	                                   "LOREM IPSUM",
	                                   "TODO: ask",
	                                   "name ___",
	                                   "dd/mm/yy",
	                                   "DD/MM/YYYY",
	                                   "\xc2\xa3x paid",
	                                   "\xc2\xa3 xxk",
	                                   "\xe2\x82\xac\nx",
	                                   "$x",
	                                   "$ X",
	                                   "xx grants",
	                                   "XX%",
	                                   "[insert name]",
	                                   "<date>",
	                                   "To be agreed",
	                                   "date TO BE SET",
	                                   "to be confirmed"};

	(void)state;
	for (size_t i = 0; i < sizeof with / sizeof *with; i++)
		assert_true(marks(with[i]) & PL_MARK_GAP);
}

static void plain(void **state)
{
	static const char *const without[] = {"",
	                                      "12 grants paid to owners of empty homes",
	                                      "Is it open? Yes",
	                                      "6 boxes at the station",
	                                      "\xc2\xa3"
	                                      "1500 spent by 31/03/2011",
	                                      "Notable buildings",
	                                      "lots of chips"};

	(void)state;
	for (size_t i = 0; i + 1 < sizeof without / sizeof *without; i++)
		assert_int_equal(marks(without[i]), 0);
	assert_int_equal(marks(without[6]), PL_MARK_GAP); /* "lo" and "ip": searched in vain, which is no harm */
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(acronyms), cmocka_unit_test(gaps), cmocka_unit_test(plain)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
