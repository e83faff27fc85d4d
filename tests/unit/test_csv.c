/* Tests of reading CSV as spreadsheets write it. */
#include "arena_case.h"

#include "base/csv.h"
#include "base/str.h"

/* The rows with `|` between fields and the line of each before it, `/` between rows, the mistake at the end. */
static const char *show(const char *bytes, size_t size)
{
	struct pl_csv csv;
	struct pl_csv_row row = {0};
	const char *all = "";

	pl_csv_open(&csv, (struct pl_str){bytes, size});
	while (pl_csv_next(&csv, &arena, &row)) {
		all = pl_arena_print(&arena, "%s%s%u:", all, *all ? "/" : "", (unsigned)row.line);
		for (size_t i = 0; i < row.fields.count; i++)
			all = pl_arena_print(&arena, "%s%s%.*s", all, i ? "|" : "", PL_STR_ARG(pl_csv_field(&row, i)));
	}
	if (csv.mistake)
		all = pl_arena_print(&arena, "%s!%u %s", all, (unsigned)csv.mistake_line, csv.mistake);
	return all;
}

#define SHOWS(text, expected) assert_string_equal(show(text, sizeof(text) - 1), expected)

static void test_plain(void **state)
{
	(void)state;
	SHOWS("", "");
	SHOWS("a,b\nc,d\n", "1:a|b/2:c|d");
	SHOWS("a,b\r\nc,d", "1:a|b/2:c|d");
	SHOWS("a,b\rc,d\r", "1:a|b/2:c|d");
	SHOWS("a,,b,\n", "1:a||b|");
	SHOWS("a , b\n\n\nc,d\n,\n", "1:a|b/4:c|d");
}

static void test_quotes(void **state)
{
	(void)state;
	SHOWS("\"a,b\",\"c\"\"d\"\n", "1:a,b|c\"d");
	SHOWS("\"\",\"\"\"\"\n", "1:|\"");
	SHOWS("\"a\nb\",c\nd,e\n", "1:a\nb|c/3:d|e");
	SHOWS("\"a\r\nb\" ,c\r\nd,e\r\n", "1:a\r\nb|c/3:d|e");
	SHOWS("a\"b,c\n", "1:a\"b|c");
}

static void test_spreadsheets(void **state)
{
	(void)state;
	SHOWS("\xEF\xBB\xBF"
	      "a,b\nc,d\n",
	      "1:a|b/2:c|d");
	SHOWS("a;b;\"x,y,z\"\nc;d,e\n", "1:a|b|x,y,z/2:c|d,e");
	SHOWS("a\tb\nc\td\n", "1:a|b/2:c|d");
	SHOWS("sep=;\r\na;b,c\r\n", "2:a|b,c");
	SHOWS("'=1+1,'-x,'plain,it's\n", "1:=1+1|-x|'plain|it's");
	SHOWS("a,b,c\nd\n", "1:a|b|c/2:d");
}

static void test_mistakes(void **state)
{
	(void)state;
	SHOWS("a,b\nc,\"d\ne\n", "1:a|b!2 a quotation mark opens here and none closes it");
	SHOWS("a\nb\n\"c\nd\"e\n", "1:a/2:b!4 text stands behind a closing quotation mark");
	SHOWS("\xFF\xFE"
	      "a\0,\0",
	      "!1 this is no CSV in UTF-8; save it as \"CSV UTF-8\"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_plain),
	        cmocka_unit_test(test_quotes),
	        cmocka_unit_test(test_spreadsheets),
	        cmocka_unit_test(test_mistakes),
	};

	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
