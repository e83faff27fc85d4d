/* Mistakes that people make in plans: where the finding stands, and which cause it names. */
#include "arena_case.h"

#include "base/str.h"
#include "yaml/tree.h"

#include <stdio.h>
#include <stdlib.h>

struct example {
	const char *yaml;
	uint32_t line;
	const char *there, *words, *advice; /* what is underlined; part of the message; part of the advice or NULL */
};

static void check(const struct example *example)
{
	struct pl_limits limits = {.size = 1 << 20, .depth = 99, .nodes = 9999, .documents = 9};
	struct pl_collector collector = {.arena = &arena};
	const struct pl_record *record;
	struct pl_source source;
	struct pl_str there;
	bool too_large;

	pl_source_open(&source, &arena, "plan.yaml", pl_str_of(example->yaml), limits.size, &too_large);
	pl_yaml_load(&arena, &arena, &source, &limits, &collector);
	if (collector.records.count != 1)
		print_error("%zu findings in:\n%s", collector.records.count, example->yaml);
	assert_int_equal(collector.records.count, 1);
	record = collector.records.items;
	there = pl_source_excerpt(&source, record->span);
	if (!pl_str_equal(there, pl_str_of(example->there)) || !strstr(record->message, example->words) ||
	    (example->advice && !strstr(record->advice, example->advice)))
		print_error("[%.*s] %s / %s\nin:\n%s", PL_STR_ARG(there), record->message, record->advice,
		            example->yaml);
	assert_string_equal(record->rule->id, "yaml-syntax");
	assert_true(pl_str_equal(there, pl_str_of(example->there)));
	assert_int_equal(pl_source_locate(&source, record->span.begin).line, example->line);
	assert_non_null(strstr(record->message, example->words));
	if (example->advice)
		assert_non_null(strstr(record->advice, example->advice));
}

static void check_all(const struct example *examples, size_t count)
{
	for (size_t i = 0; i < count; i++)
		check(&examples[i]);
}

#define CHECK(examples) check_all(examples, sizeof(examples) / sizeof *(examples))

static void tabs(void **state)
{
	static const struct example examples[] = {
	        {"a:\n\tb: c\n", 2, "\t", "a tab", "spaces"},       {"a: text\n\tb: c\n", 2, "\t", "a tab", NULL},
	        {"a:\n  - b\n\t\t- c\n", 3, "\t\t", "a tab", NULL}, {"a:\n  \t- b\n", 2, "\t", "a tab", NULL},
	        {"a: >-\n\ttext\n", 2, "\t", "a tab", NULL},        {"a:\n  - b: c\n\td: e\n", 3, "\t", "a tab", NULL},
	};

	(void)state;
	CHECK(examples);
}

static void hidden_breaks(void **state)
{
	static const struct example examples[] = {
	        {"a:\n  b: x \xe2\x80\xa8y\nc: d\n", 2, "\xe2\x80\xa8", "a line separator", "a space"},
	        {"a:\n  b: x\xc2\x85 y\nc: d\n", 2, "\xc2\x85", "a line separator", NULL},
	};

	(void)state;
	CHECK(examples);
}

static void colons(void **state)
{
	static const struct example examples[] = {
	        {"title: Parks: a plan\n", 1, ":", "this line has two", "quotes: \"Parks: a plan\""},
	        {"- text: Stage \"one\": done\n", 1, ":", "this line has two", "quotes: 'Stage \"one\": done'"},
	        {"- Stage one: done: twice\n", 1, ":", "this line has two", NULL},
	        {"due:Q1\ntitle: x\n", 1, ":", "a space is missing after this colon", NULL},
	        {"title: x\ndue:Q1\n", 2, ":", "a space is missing after this colon", NULL},
	        {"a: b\n: c\n", 2, ":", "no key before this colon", NULL},
	        {"a: [b: c: d]\n", 1, ":", "colon inside brackets", NULL},
	        {"a: {to: KA1, note: see: below}\n", 1, ":", "colon inside brackets", NULL},
	        {"title\ndue: Q1\n", 1, "title", "text without a key", NULL},
	        {"ref: KA1\ntitle\ndue: Q1\n", 2, "title", "neither 'key: value' nor part", NULL},
	        {"title: A plan for\nthe whole town\ndue: Q1\n", 2, "the whole town", "neither", "indent it further"},
	};

	(void)state;
	CHECK(examples);
}

static void indentation(void **state)
{
	static const struct example examples[] = {
	        {"title: x\n  due: Q1\n", 2, "due", "indented further than the one above", NULL},
	        {"- ref: KA1\n   title: x\n", 2, "title", "indented further than the one above", NULL},
	        {"- ref: KA1\n title: x\n", 2, "title: x", "not indented like", NULL},
	        {"plan:\n    title: T\n  period: 2010\n", 3, "period: 2010", "not indented like", NULL},
	        {"a:\n    - x\n  - y\n", 3, "- y", "not indented like", NULL},
	        {"a:\n  - x\n  y: z\n", 3, "y: z", "not indented like", NULL},
	        {"a:\n  - b: c\n    d: e\n   - b: f\n", 4, "- b: f", "not indented like", NULL},
	        {"a: |\n  one\n two\nb: c\n", 3, "two", "not indented like", NULL},
	        {"a:\n  b: x\n  - y\n", 3, "- y", "already has a text", NULL},
	        {"a:\n  -b: x\n  - c: y\n", 2, "-", "a space is missing after this '-'", NULL},
	        {"a:\n  - b: x\n  -c: y\n", 3, "-", "a space is missing after this '-'", NULL},
	        {"a: - b\n", 1, "-", "same line as its key", NULL},
	};

	(void)state;
	CHECK(examples);
}

static void quotation_marks(void **state)
{
	static const struct example examples[] = {
	        {"a: 'x\nb: y\n", 1, "'x", "never closed", "apostrophe"},
	        {"a: \"x\n---\nb: y\n", 1, "\"x", "never closed", NULL},
	        {"a: \"x\nb: \"y\"\nc: d\n", 1, "\"x", "not closed on this line", NULL},
	        {"a: 'the town's plan'\n", 1, "'", "ends at this apostrophe", "twice"},
	        {"a: \"Safer\" streets\n", 1, "streets", "follows the closing", "'\"Safer\" streets'"},
	        {"a: 'Safer' streets\n", 1, "streets", "follows the closing", "\"'Safer' streets\""},
	        {"a: \"C:\\Plans\\x\"\n", 1, "\\x", "backslash", "single quotes"},
	        {"a: \"\\q\"\n", 1, "\\q", "backslash", NULL},
	};

	(void)state;
	CHECK(examples);
}

static void first_characters(void **state)
{
	static const struct example examples[] = {
	        {"a: @office\n", 1, "@", "begin with '@'", "\"@office\""},
	        {"a: `x`\n", 1, "`", "cannot begin", NULL},
	        {"a: %50\n", 1, "%", "begin with '%'", NULL},
	        {"a: *Urgent* do\n", 1, "*", "begin with '*'", "\"*Urgent* do\""},
	        {"a: ** x\n", 1, "*", "begin with '*'", NULL},
	        {"- * x\n", 1, "*", "begin with '*'", NULL},
	        {"a: *Urgent\n", 1, "*Urgent", "no '&Urgent'", "quotes"},
	        {"a: *Urgent work\n", 1, "*Urgent", "no '&Urgent'", "quotes"},
	        {"a: & more\n", 1, "&", "begin with '&'", NULL},
	        {"a: !{x\n", 1, "!", "begin with '!'", NULL},
	        {"a: > 50 homes\n", 1, ">", "begin with '>'", "\"> 50 homes\""},
	        {"a: |50\n", 1, "|", "begin with '|'", NULL},
	        {"a: ? x\n", 1, "?", "begin with '?'", NULL},
	        {"a: , x\n", 1, ",", "begin with ','", NULL},
	        {"a: ] x\n", 1, "]", "begin with ']'", NULL},
	        {"a: [draft] Parks\n", 1, "[", "begin with '['", "\"[draft] Parks\""},
	        {"a: {draft} Parks\n", 1, "{", "begin with '{'", NULL},
	        {"%FOO\na: b\n", 1, "%FOO", "begins with '%'", NULL},
	        {"%YAML 9.0\n---\na: b\n", 1, "%YAML 9.0", "begins with '%'", NULL},
	};

	(void)state;
	CHECK(examples);
}

static void brackets(void **state)
{
	static const struct example examples[] = {
	        {"a: [x, y\nb: z\n", 1, "[x, y", "'[' that opens here is never closed", NULL},
	        {"a: {x: y\nb: z\n", 1, "{x: y", "'{' that opens here is never closed", NULL},
	        {"a: [x, y", 1, "[x, y", "never closed", NULL},
	        {"a: [\n---\nb: c\n", 1, "[", "never closed", NULL},
	        {"a: [x,\n", 1, "[x,", "never closed", NULL},
	        {"a: [x, {y: z\nb: c\n", 1, "{y: z", "never closed", NULL},
	        {"a: [x, y]]\n", 1, "]", "one ']' too many", NULL},
	        {"a: [x, y # z]\n", 1, "# z]", "is a comment", NULL},
	        {"{\"a\": {\"b\": \"c\"} \"d\": []}\n", 1, "\"", "comma", NULL},
	        {"{\"a\": \"b\"\n \"c\": \"d\"}\n", 2, "\"", "comma", NULL},
	};

	(void)state;
	CHECK(examples);
}

static void other_leftovers(void **state)
{
	static const struct example examples[] = {
	        {"a: b\n<<<<<<< ours\nc: d\n=======\nc: e\n>>>>>>> theirs\n", 2, "<<<<<<< ours", "two versions", NULL},
	        {"a: b\n...\nc: d\n", 3, "c: d", "may follow the line '...'", NULL},
	};

	(void)state;
	CHECK(examples);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        ARENA_TEST(tabs),        ARENA_TEST(hidden_breaks),   ARENA_TEST(colons),
	        ARENA_TEST(indentation), ARENA_TEST(quotation_marks), ARENA_TEST(first_characters),
	        ARENA_TEST(brackets),    ARENA_TEST(other_leftovers),
	};

	return cmocka_run_group_tests_name("yaml_mistake", tests, NULL, NULL);
}
