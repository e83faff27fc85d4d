/* The tree: spans, aliases, merge keys, duplicate keys, limits, comments, and reading on behind a mistake. */
#include "base/buf.h"
#include "base/str.h"
#include "yaml/tree.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

struct loaded {
	struct pl_arena arena;
	struct pl_source source;
	struct pl_collector collector;
	struct pl_stream stream;
	struct pl_limits limits;
};

static int set_up(void **state)
{
	struct loaded *loaded = calloc(1, sizeof *loaded);

	*state = loaded;
	pl_arena_init(&loaded->arena, NULL);
	loaded->limits =
	        (struct pl_limits){.size = 1 << 24, .depth = 50, .nodes = 1000000, .documents = 10, .findings = 100};
	return loaded ? 0 : -1;
}

static int tear_down(void **state)
{
	struct loaded *loaded = *state;

	pl_arena_free(&loaded->arena);
	free(loaded);
	return 0;
}

static void load_bytes(struct loaded *loaded, struct pl_str bytes)
{
	bool too_large;

	loaded->collector = (struct pl_collector){.arena = &loaded->arena};
	pl_source_open(&loaded->source, &loaded->arena, "plan.yaml", bytes, loaded->limits.size, &too_large);
	loaded->stream =
	        pl_yaml_load(&loaded->arena, &loaded->arena, &loaded->source, &loaded->limits, &loaded->collector);
}

static void load(struct loaded *loaded, const char *yaml) { load_bytes(loaded, pl_str_of(yaml)); }

static void assert_dump(struct loaded *loaded, const char *expected)
{
	struct pl_buf buf = {0};

	pl_yaml_dump(&loaded->stream, &loaded->source, &buf);
	assert_string_equal(buf.ptr ? buf.ptr : "", expected);
	pl_buf_free(&buf);
}

static void assert_count(const struct loaded *loaded, size_t count)
{
	for (size_t i = 0; i < loaded->collector.records.count && loaded->collector.records.count != count; i++)
		print_error("%s\n", loaded->collector.records.items[i].message);
	assert_int_equal(loaded->collector.records.count, count);
}

static void assert_finding(struct loaded *loaded, size_t index, enum pl_builtin id, const char *there,
                           const char *words)
{
	const struct pl_record *record = &loaded->collector.records.items[index];
	struct pl_str excerpt = pl_source_excerpt(&loaded->source, record->span);

	assert_true(index < loaded->collector.records.count);
	assert_string_equal(record->rule->id, pl_builtin_rules[id].id);
	if (!pl_str_equal(excerpt, pl_str_of(there)) || !strstr(record->message, words))
		print_error("[%.*s] %s\n", PL_STR_ARG(excerpt), record->message);
	assert_true(pl_str_equal(excerpt, pl_str_of(there)));
	assert_non_null(strstr(record->message, words));
	assert_non_null(record->advice);
}

static void spans_are_those_of_the_author(void **state)
{
	load(*state,
	     "# top\nplan: &p\n  title: !!str 'It''s'  # why\n  note: >-\n    two\n    lines\n\n\nlist:\n- {a: 1, b: "
	     "}\n-\n  - x\n");
	assert_count(*state, 0);
	assert_dump(*state, "document 1 2:1-12:6: mapping 2:1-12:6\n"
	                    "  \"plan\" 2:1-2:5: mapping 3:3-6:10\n"
	                    "    \"title\" 3:3-3:8: single 3:17-3:22 \"It's\"\n"
	                    "    \"note\" 4:3-4:7: folded 5:5-6:10 \"two lines\"\n"
	                    "  \"list\" 9:1-9:5: list 10:1-12:6\n"
	                    "    - mapping 10:3-10:14\n"
	                    "      \"a\" 10:4-10:5: plain 10:7-10:8 \"1\"\n"
	                    "      \"b\" 10:10-10:11: plain 10:13-10:13 \"\"\n"
	                    "    - list 12:3-12:6\n"
	                    "      - plain 12:5-12:6 \"x\"\n");
}

static void spans_are_bytes_behind_wide_characters(void **state)
{
	struct loaded *loaded = *state;
	const struct pl_pair *pairs;

	load(loaded, "\xef\xbb\xbf\xf0\x9f\x8f\xa0: caf\xc3\xa9\r\ntwo: \"\xe2\x80\x9c\"\r\n");
	pairs = loaded->stream.documents[0].root->of.pairs;
	assert_int_equal(pairs[0].key.span.begin, 3);
	assert_int_equal(pairs[0].value.span.end, 14);
	assert_int_equal(pairs[1].value.of.text->token, 21);
	assert_int_equal(pairs[1].value.span.begin, 22);
	assert_int_equal(pairs[1].value.span.end, 25);
	assert_true(pairs[0].value.of.text->value.ptr == loaded->source.text.ptr + 9); /* borrowed */
}

static void documents_and_empty_ones(void **state)
{
	load(*state, "");
	assert_dump(*state, "");
	load(*state, "# only a comment\n\n");
	assert_dump(*state, "");
	load(*state, "--- ");
	assert_dump(*state, "document 1 1:1-1:4: empty\n");
	load(*state, "a: b\n---\n~\n--- # c\n...\n---\n'': \n");
	assert_dump(*state, "document 1 1:1-1:5: mapping 1:1-1:5\n"
	                    "  \"a\" 1:1-1:2: plain 1:4-1:5 \"b\"\n"
	                    "document 2 2:1-3:2: plain 3:1-3:2 \"~\"\n"
	                    "document 3 4:1-5:4: empty\n"
	                    "document 4 6:1-7:4: mapping 7:2-7:4\n"
	                    "  \"\" 7:2-7:2: plain 7:4-7:4 \"\"\n");
	assert_count(*state, 0);
}

static void aliases_share_and_are_named_where_they_stand(void **state)
{
	struct loaded *loaded = *state;
	const struct pl_pair *pairs;

	load(loaded, "a: &t long text\nb: *t\nc: &l [1, 2]\nd: *l\n&k key: *k\n");
	assert_count(loaded, 0);
	pairs = loaded->stream.documents[0].root->of.pairs;
	assert_int_equal(pairs[1].value.of.text->style, PL_SCALAR_ALIAS);
	assert_true(pl_str_equal(pairs[1].value.of.text->value, PL_STR("long text")));
	assert_true(pl_str_equal(pl_source_excerpt(&loaded->source, pairs[1].value.span), PL_STR("*t")));
	assert_ptr_equal(pairs[2].value.of.items, pairs[3].value.of.items);
	assert_true(pl_str_equal(pl_source_excerpt(&loaded->source, pairs[3].value.span), PL_STR("*l")));
	assert_true(pl_str_equal(pairs[4].value.of.text->value, PL_STR("key")));
}

static void the_latest_anchor_of_a_name_counts(void **state)
{
	load(*state, "a: &x 1\nb: *x\nc: &x 2\nd: *x\n---\ne: *x\n");
	assert_count(*state, 1);
	assert_finding(*state, 0, PL_BUILTIN_YAML_SYNTAX, "*x", "there is no '&x'");
	assert_dump(*state, "document 1 1:1-4:6: mapping 1:1-4:6\n"
	                    "  \"a\" 1:1-1:2: plain 1:7-1:8 \"1\"\n"
	                    "  \"b\" 2:1-2:2: alias 2:4-2:6 \"1\"\n"
	                    "  \"c\" 3:1-3:2: plain 3:7-3:8 \"2\"\n"
	                    "  \"d\" 4:1-4:2: alias 4:4-4:6 \"2\"\n"
	                    "document 2 5:1-6:6 broken: mapping 6:1-6:6\n"
	                    "  \"e\" 6:1-6:2: alias 6:4-6:6 \"\"\n");
}

static void an_alias_inside_its_own_node(void **state)
{
	load(*state, "a: &x [1, *x]\nb: &y {c: *y}\n");
	assert_count(*state, 2);
	assert_finding(*state, 0, PL_BUILTIN_YAML_SYNTAX, "*x", "inside the very item");
	assert_finding(*state, 1, PL_BUILTIN_YAML_SYNTAX, "*y", "inside the very item");
}

static void merge_keys(void **state)
{
	load(*state, "x: &x {a: 1, b: 2}\ny: &y {b: 3, c: 4}\nz: {<<: [*x, *y], c: 5}\nw: {<<: {d: 6}}\nv: {<<: []}\n");
	assert_count(*state, 0);
	assert_dump(*state, "document 1 1:1-5:12: mapping 1:1-5:12\n"
	                    "  \"x\" 1:1-1:2: mapping 1:7-1:19\n"
	                    "    \"a\" 1:8-1:9: plain 1:11-1:12 \"1\"\n"
	                    "    \"b\" 1:14-1:15: plain 1:17-1:18 \"2\"\n"
	                    "  \"y\" 2:1-2:2: mapping 2:7-2:19\n"
	                    "    \"b\" 2:8-2:9: plain 2:11-2:12 \"3\"\n"
	                    "    \"c\" 2:14-2:15: plain 2:17-2:18 \"4\"\n"
	                    "  \"z\" 3:1-3:2: mapping 3:4-3:24\n"
	                    "    \"c\" 3:19-3:20: plain 3:22-3:23 \"5\"\n"
	                    "    \"a\" 1:8-1:9 merged: plain 1:11-1:12 \"1\"\n"
	                    "    \"b\" 1:14-1:15 merged: plain 1:17-1:18 \"2\"\n"
	                    "  \"w\" 4:1-4:2: mapping 4:4-4:16\n"
	                    "    \"d\" 4:10-4:11 merged: plain 4:13-4:14 \"6\"\n"
	                    "  \"v\" 5:1-5:2: mapping 5:4-5:12\n");
	load(*state, "a: {<<: text}\nb: {<<: [1]}\nc: {'<<': 1}\n");
	assert_count(*state, 2);
	assert_finding(*state, 0, PL_BUILTIN_WRONG_TYPE, "text", "takes over");
	assert_finding(*state, 1, PL_BUILTIN_WRONG_TYPE, "[1]", "takes over");
}

static void keys_given_twice(void **state)
{
	struct loaded *loaded = *state;
	const struct pl_record *record;

	load(loaded, "due: Q1\n\"due\": Q2\nDue: Q3\n");
	assert_count(loaded, 1);
	assert_finding(loaded, 0, PL_BUILTIN_DUPLICATE_KEY, "due", "'due' is given twice");
	record = &loaded->collector.records.items[0];
	assert_int_equal(record->span.begin, 9);
	assert_int_equal(record->related_count, 1);
	assert_int_equal(record->related[0].span.begin, 0);
	assert_int_equal(loaded->stream.documents[0].root->count, 2);
	assert_true(pl_str_equal(loaded->stream.documents[0].root->of.pairs[0].value.of.text->value, PL_STR("Q1")));
}

static void very_many_keys(void **state)
{
	enum { COUNT = 100000 };
	struct loaded *loaded = *state;
	struct pl_buf buf = {0};

	for (int i = 0; i < COUNT; i++)
		pl_buf_print(&buf, "k%d: x\n", i);
	pl_buf_puts(&buf, "k5: y\n");
	load_bytes(loaded, (struct pl_str){buf.ptr, buf.len});
	assert_count(loaded, 1);
	assert_finding(loaded, 0, PL_BUILTIN_DUPLICATE_KEY, "k5", "twice");
	assert_int_equal(loaded->stream.documents[0].root->count, COUNT);
	pl_buf_free(&buf);
}

static void keys_that_are_no_texts(void **state)
{
	load(*state, "? [a, b]\n: 1\n? {c: d}\n: 2\ne: 3\n");
	assert_count(*state, 2);
	assert_finding(*state, 0, PL_BUILTIN_WRONG_TYPE, "[a, b]", "is a list");
	assert_finding(*state, 1, PL_BUILTIN_WRONG_TYPE, "{c: d}", "group of keys");
	assert_dump(*state, "document 1 1:1-5:5: mapping 1:3-5:5\n"
	                    "  \"e\" 5:1-5:2: plain 5:4-5:5 \"3\"\n");
}

static void what_was_read_before_a_mistake_is_kept(void **state)
{
	struct loaded *loaded = *state;

	load(loaded, "a:\n  - x: 1\n  - y: [2]\n    z: 'open\n---\nb: [1\n---\nc: 3\n");
	assert_count(loaded, 2);
	assert_true(loaded->stream.broken);
	assert_dump(loaded, "document 1 1:1-4:6 broken: mapping 1:1-4:6 cut\n"
	                    "  \"a\" 1:1-1:2: list 2:3-4:6 cut\n"
	                    "    - mapping 2:5-2:9\n"
	                    "      \"x\" 2:5-2:6: plain 2:8-2:9 \"1\"\n"
	                    "    - mapping 3:5-4:6 cut\n"
	                    "      \"y\" 3:5-3:6: list 3:8-3:11\n"
	                    "        - plain 3:9-3:10 \"2\"\n"
	                    "document 2 5:1-6:6 broken: mapping 6:1-6:6 cut\n"
	                    "  \"b\" 6:1-6:2: list 6:4-6:6 cut\n"
	                    "    - plain 6:5-6:6 \"1\"\n"
	                    "document 3 7:1-8:5: mapping 8:1-8:5\n"
	                    "  \"c\" 8:1-8:2: plain 8:4-8:5 \"3\"\n");
}

/* Half an item would be blamed for what stands behind the mistake. */
static void an_item_that_had_only_begun_is_left_out(void **state)
{
	load(*state, "a:\n- x: 1\n- y: 2\n  z: w: v\n");
	assert_count(*state, 1);
	assert_dump(*state, "document 1 1:1-2:7 broken: mapping 1:1-2:7 cut\n"
	                    "  \"a\" 1:1-1:2: list 2:1-2:7 cut\n"
	                    "    - mapping 2:3-2:7\n"
	                    "      \"x\" 2:3-2:4: plain 2:6-2:7 \"1\"\n");
}

static void lines_that_were_not_read_are_named(void **state)
{
	struct loaded *loaded = *state;

	load(loaded, "a: b: c\nd: e\nf: g\n---\nh: @\n");
	assert_int_equal(loaded->collector.unchecked.count, 1);
	assert_string_equal(loaded->collector.unchecked.items[0].what, "lines 2 to 3 were not read");
	assert_string_equal(loaded->collector.unchecked.items[0].why,
	                    "the mistake in line 1 has to be put right first");
}

static void depth_is_limited(void **state)
{
	struct loaded *loaded = *state;
	struct pl_buf buf = {0};

	loaded->limits.depth = 3;
	load(loaded, "a: [[1]]\n");
	assert_count(loaded, 0);
	load(loaded, "a: [[[1]]]\nb: c\n");
	assert_count(loaded, 1);
	assert_finding(loaded, 0, PL_BUILTIN_INPUT_LIMIT, "[", "more than 3 deep");
	assert_non_null(strstr(loaded->collector.records.items[0].advice, "--max-depth"));
	assert_int_equal(loaded->collector.records.items[0].span.begin, 5);
	assert_true(loaded->stream.broken);

	loaded->limits.depth = 1000;
	for (int i = 0; i < 200000; i++)
		pl_buf_putc(&buf, i % 2 ? '[' : '{');
	load_bytes(loaded, (struct pl_str){buf.ptr, buf.len});
	assert_count(loaded, 1);
	assert_finding(loaded, 0, PL_BUILTIN_INPUT_LIMIT, "{", "more than 1000 deep");
	pl_buf_free(&buf);
}

/* Each level holds an alias of the one before: the tree is deeper than anything in the file. */
static void depth_counts_what_aliases_bring(void **state)
{
	struct loaded *loaded = *state;
	struct pl_buf buf = {0};

	pl_buf_puts(&buf, "a0: &a0 [x]\n");
	for (int i = 1; i <= 60; i++)
		pl_buf_print(&buf, "a%d: &a%d [*a%d]\n", i, i, i - 1);
	load_bytes(loaded, (struct pl_str){buf.ptr, buf.len});
	assert_count(loaded, 1);
	assert_finding(loaded, 0, PL_BUILTIN_INPUT_LIMIT, "*a48", "more than 50 deep");
	pl_buf_free(&buf);
}

static void nodes_count_what_aliases_bring(void **state)
{
	struct loaded *loaded = *state;
	struct pl_buf buf = {0};

	pl_buf_puts(&buf, "a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
	for (int i = 1; i < 30; i++) {
		pl_buf_print(&buf, "a%d: &a%d [", i, i);
		for (int j = 0; j < 9; j++)
			pl_buf_print(&buf, "*a%d%s", i - 1, j < 8 ? ", " : "]\n");
	}
	load_bytes(loaded, (struct pl_str){buf.ptr, buf.len});
	assert_count(loaded, 1);
	assert_finding(loaded, 0, PL_BUILTIN_INPUT_LIMIT, "*a5", "more than 1000000 values");
	assert_non_null(strstr(loaded->collector.records.items[0].advice, "--max-nodes"));
	assert_true(loaded->arena.held < 1 << 20);
	pl_buf_free(&buf);
}

static void merges_cannot_explode(void **state)
{
	struct loaded *loaded = *state;
	struct pl_buf buf = {0};

	pl_buf_puts(&buf, "m0: &m0 {a: 1, b: 2, c: 3}\n");
	for (int i = 1; i < 40; i++)
		pl_buf_print(&buf, "m%d: &m%d {<<: [*m%d, *m%d], k%d: x}\n", i, i, i - 1, i - 1, i);
	load_bytes(loaded, (struct pl_str){buf.ptr, buf.len});
	assert_count(loaded, 1);
	assert_string_equal(loaded->collector.records.items[0].rule->id, "input-limit");
	pl_buf_free(&buf);
}

static void documents_are_limited(void **state)
{
	struct loaded *loaded = *state;

	loaded->limits.documents = 2;
	load(loaded, "a: 1\n---\nb: 2\n---\nc: 3\n");
	assert_count(loaded, 1);
	assert_finding(loaded, 0, PL_BUILTIN_INPUT_LIMIT, "---", "more than 2 documents");
	assert_int_equal(loaded->stream.count, 2);
}

static void very_many_anchors(void **state)
{
	struct loaded *loaded = *state;
	struct pl_buf buf = {0};

	for (int i = 0; i < 100000; i++)
		pl_buf_print(&buf, "- &a%d x\n", i);
	pl_buf_puts(&buf, "- *a77777\n");
	load_bytes(loaded, (struct pl_str){buf.ptr, buf.len});
	assert_count(loaded, 0);
	assert_int_equal(loaded->stream.documents[0].root->count, 100001);
	pl_buf_free(&buf);
}

static void bad_bytes_are_said_and_the_rest_is_read(void **state)
{
	struct loaded *loaded = *state;

	load(loaded, "a: the council\x92s\nb: c\x0b\nc:\n- \x95 bullet\n");
	assert_count(loaded, 3);
	assert_finding(loaded, 0, PL_BUILTIN_BAD_ENCODING, "_", "0x92");
	assert_non_null(strstr(loaded->collector.records.items[0].advice, "'\xe2\x80\x99'"));
	assert_finding(loaded, 1, PL_BUILTIN_BAD_ENCODING, "_", "U+000B");
	assert_int_equal(loaded->stream.documents[0].root->count, 3);
}

static void comments_stand_outside_scalars(void **state)
{
	struct loaded *loaded = *state;
	struct pl_comments comments;
	static const char *const expected[] = {"one", "two", "three", "five", "six", "eight"};

	load(loaded, "#one\na: b # two\nc: >- # three\n  # four\n  text\n  # no\nd: 'x # no' #   five \ne: \"#no\n  # "
	             "no\"\nf#g: h#no # six\ni: [a, # eight\n b]\n");
	assert_count(loaded, 0);
	comments = pl_yaml_comments(&loaded->arena, &loaded->source, &loaded->stream, PL_STR("five"));
	assert_int_equal(comments.count, 6);
	for (size_t i = 0; i < comments.count; i++)
		assert_true(pl_str_equal(comments.items[i].text, pl_str_of(expected[i])));
	assert_true(comments.items[0].alone);
	assert_false(comments.items[1].alone);
	assert_int_equal(comments.items[3].line, 7);
	assert_true(pl_str_equal(pl_source_excerpt(&loaded->source, comments.items[3].span), PL_STR("#   five")));
	comments = pl_yaml_comments(&loaded->arena, &loaded->source, &loaded->stream, PL_STR("planlint:"));
	assert_int_equal(comments.count, 0);
}

static void nothing_is_a_comment_where_nothing_was_read(void **state)
{
	struct loaded *loaded = *state;
	struct pl_comments comments;

	load(loaded, "a: b # one\nc: 'open # no\nd: e # no\n---\nf: g # two\n");
	comments = pl_yaml_comments(&loaded->arena, &loaded->source, &loaded->stream, PL_STR("#"));
	assert_int_equal(comments.count, 2);
	assert_true(pl_str_equal(comments.items[1].text, PL_STR("two")));
}

static void running_out_of_memory_leaks_nothing(void **state)
{
	struct pl_arena_guard guard;
	struct pl_arena *arena = calloc(1, sizeof *arena);
	struct pl_buf *buf = calloc(1, sizeof *buf);

	(void)state;
	pl_arena_init(arena, &guard);
	for (int i = 0; i < 2000; i++)
		pl_buf_puts(buf, "- {a: \"b\\tc\"}\n");
	if (!setjmp(guard.jump)) {
		struct pl_source source;
		struct pl_limits limits = {.size = 1 << 20, .depth = 9, .nodes = 1u << 31, .documents = 1};
		/* A collection of that size is more than any arena gives: the jump comes from inside the loader. */
		struct pl_collector collector = {.arena = arena,
		                                 .records = {.count = SIZE_MAX / 4, .room = SIZE_MAX / 4}};
		bool too_large;

		pl_buf_puts(buf, "- {a: 1, a: 2}\n");
		pl_source_open(&source, arena, "plan.yaml", (struct pl_str){buf->ptr, buf->len}, limits.size,
		               &too_large);
		pl_yaml_load(arena, arena, &source, &limits, &collector);
		fail_msg("the arena gave what there is not");
	}
	assert_ptr_equal(arena->guard, &guard);
	pl_arena_free(arena);
	pl_buf_free(buf);
	free(arena);
	free(buf);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	        TEST(spans_are_those_of_the_author),
	        TEST(spans_are_bytes_behind_wide_characters),
	        TEST(documents_and_empty_ones),
	        TEST(aliases_share_and_are_named_where_they_stand),
	        TEST(the_latest_anchor_of_a_name_counts),
	        TEST(an_alias_inside_its_own_node),
	        TEST(merge_keys),
	        TEST(keys_given_twice),
	        TEST(very_many_keys),
	        TEST(keys_that_are_no_texts),
	        TEST(what_was_read_before_a_mistake_is_kept),
	        TEST(an_item_that_had_only_begun_is_left_out),
	        TEST(lines_that_were_not_read_are_named),
	        TEST(depth_is_limited),
	        TEST(depth_counts_what_aliases_bring),
	        TEST(nodes_count_what_aliases_bring),
	        TEST(merges_cannot_explode),
	        TEST(documents_are_limited),
	        TEST(very_many_anchors),
	        TEST(bad_bytes_are_said_and_the_rest_is_read),
	        TEST(comments_stand_outside_scalars),
	        TEST(nothing_is_a_comment_where_nothing_was_read),
	        TEST(running_out_of_memory_leaks_nothing),
	};

	return cmocka_run_group_tests_name("yaml", tests, NULL, NULL);
}
