/* The quick reader of plain block style: it comes to the same trees as libyaml, and leaves alone what it does not know.
 */
#include "base/buf.h"
#include "base/str.h"
#include "yaml/load.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <cmocka.h>

static const struct pl_limits limits = {
        .size = 1 << 24, .depth = 30, .nodes = 1000000, .documents = 10, .findings = 100};

struct side {
	struct pl_arena arena;
	struct pl_collector collector;
	struct pl_stream stream;
	struct pl_buf dump;
};

/* The tokens too, which a dump doesn't show. */
static void dump_tokens(struct pl_buf *out, const struct pl_node *node)
{
	if (node->kind == PL_NODE_SCALAR)
		pl_buf_print(out, "%u ", (unsigned)node->of.text->token);
	for (uint32_t i = 0; node->kind == PL_NODE_SEQUENCE && i < node->count; i++)
		dump_tokens(out, &node->of.items[i]);
	for (uint32_t i = 0; node->kind == PL_NODE_MAPPING && i < node->count; i++) {
		pl_buf_print(out, "%u ", (unsigned)node->of.pairs[i].key.token);
		dump_tokens(out, &node->of.pairs[i].value);
	}
}

static void dump(struct side *side, const struct pl_source *source)
{
	struct pl_comments comments = pl_yaml_comments(&side->arena, source, &side->stream, PL_STR("#"));

	pl_yaml_dump(&side->stream, source, &side->dump);
	for (size_t i = 0; i < side->stream.count; i++)
		if (side->stream.documents[i].root)
			dump_tokens(&side->dump, side->stream.documents[i].root);
	for (size_t i = 0; i < comments.count; i++)
		pl_buf_print(&side->dump, "#%u ", (unsigned)comments.items[i].span.begin);
	for (size_t i = 0; i < side->collector.records.count; i++)
		pl_buf_print(&side->dump, "\n%s", side->collector.records.items[i].message);
	pl_buf_puts(&side->dump, side->stream.broken ? " broken" : " whole");
}

static void free_side(struct side *side)
{
	pl_buf_free(&side->dump);
	pl_arena_free(&side->arena);
}

typedef struct pl_stream loader(struct pl_arena *, struct pl_arena *, const struct pl_source *,
                                const struct pl_limits *, struct pl_collector *);

static void load(struct side *side, struct pl_str bytes, loader *by)
{
	struct pl_source source;
	bool too_large;

	*side = (struct side){0};
	pl_arena_init(&side->arena, NULL);
	side->collector = (struct pl_collector){.arena = &side->arena, .limit = limits.findings};
	pl_source_open(&source, &side->arena, "plan.yaml", bytes, limits.size, &too_large);
	side->stream = by(&side->arena, &side->arena, &source, &limits, &side->collector);
	dump(side, &source);
}

static bool is_same(struct pl_str bytes)
{
	struct side quick, slow;
	bool same;

	load(&quick, bytes, pl_yaml_load);
	load(&slow, bytes, pl_yaml_load_by_events);
	same = !strcmp(quick.dump.ptr, slow.dump.ptr);
	if (!same)
		print_error("[%.*s]\nquick: %s\nlibyaml: %s\n", bytes.len < 400 ? (int)bytes.len : 400, bytes.ptr,
		            quick.dump.ptr, slow.dump.ptr);
	free_side(&quick);
	free_side(&slow);
	return same;
}

/* Does the quick reader take it? */
static bool is_taken(struct pl_str bytes)
{
	struct pl_arena arena;
	struct pl_source source;
	struct pl_collector collector = {.arena = &arena};
	struct pl_load read = {.arena = &arena,
	                       .tree = &arena,
	                       .source = &source,
	                       .limits = &limits,
	                       .collector = &collector,
	                       .grow = {.arena = &arena, .tree = &arena, .limits = &limits, .collector = &collector}};
	bool too_large, taken;

	pl_arena_init(&arena, NULL);
	pl_arena_init(&read.grow.keys, NULL);
	pl_source_open(&source, &arena, "plan.yaml", bytes, limits.size, &too_large);
	taken = pl_block_read(&read);
	if (!taken) {
		assert_int_equal(read.documents.count, 0);
		assert_int_equal(collector.records.count, 0);
		assert_int_equal(read.grow.nodes, 0);
	}
	pl_arena_free(&read.grow.keys);
	pl_arena_free(&arena);
	return taken;
}

/* ---- by hand ---------------------------------------------------------------------------------------------------- */

static const char *const taken[] = {
        "a: b\n",
        "a: b",
        "a: b\r\nc: d\r\n",
        "---\na: b\n",
        "# top\n\n---   \n# more\na: b # why\n  # end\n",
        "\xef\xbb\xbf"
        "a: b\n",
        "  a: b\n  c: d\n",
        "a:\n  b:\n    c: d\n  e: f\ng:\n",
        "a:\n- b\n- c\nd: e\n",
        "a:\n  - b\n  -\n  - c:\n  - d: e\n    f:\nend:\n",
        "- a\n- - b\n  - c\n-\n  - d\n-   e: f\n    g: h\n",
        "-\n-\n",
        "a: -5%\nb: x:y, 10:30 - z#1\nc: 'it'\nd: \"caf\xc3\xa9\"\ne: (two)\nlong key of-words: v\n",
        "a: one\n  two\n\n\n  three # no more\nb: c\n",
        "a: one\n  - two\n  ?three\nb: c\n",
        "- one\n  two\n- three\n",
        "a: 'it''s'\nb: \"say \\\"so\\\" \\\\ \\n\\t\\/ x\"\nc: ''\nd: \"\"\n",
        "a: 'one\n  two\n\n  three'  # c\nb: \"one  \n  two\\\n  \\  three\"\n",
        "a:\n  on its own\nb:\n  \"quoted\"\nc:\n  >-\n    folded\n",
        "a: >-\n  one\n  two\n\n  three\n   indented\n  four\nb: |\n  lines\n  more\n\n\nc: >\n  x\n\n# c\nd: |-\n    # text\n\n  # none\n",
        "- >-\n  one\n- |\n one\n",
        "a: [b, c d, 'e, f', \"g\"] # c\nb: []\nc: [ x ]\nd: [[1, 2], {e: f, g: [h]}, {}]\ne: {i-j: 'k'}\n",
        "a: >- # why\n  one\nb: # nothing\nc:   # list\n# here\n- d\n",
        "a: b\n---\nc: d\n---\n- e\n",
        "a: 1\na: 2\nb: {c: 1, c: 2}\n",
        "",
        "# nothing\n",
        "\n\n",
};

static const char *const left[] = {
        "a:\tb\n",
        "a: b\rc: d\n",
        "a: b\xc2\x85\n",
        "a: b\xe2\x80\xa8\n",
        "a: &b c\nd: *b\n",
        "a: !!str b\n",
        "<<: {a: b}\n",
        "? a\n: b\n",
        "'a': b\n",
        "a : b\n",
        "a: b: c\n",
        "a: b\n  c: d\n",
        "a: b\n c\nd\n",
        "a:\n  b: c\n d: e\n",
        "a:\n    b: c\n  d: e\n",
        "- a\nb: c\n",
        "a: b\n- c\n",
        "a: - b\n",
        "a: -\n",
        "a: 'b\n",
        "a: 'b\nc'\n",
        "a: 'b' c\n",
        "a: 'b'\n  c\n",
        "a: \"b\\x41\"\n",
        "a: \"\\L\"\n",
        "a: |2\n   b\n",
        "a: >+\n  b\n\n",
        "a: |\nb: c\n",
        "a: |\n  b",
        "a: |\n    \n  b\n",
        "a: >\n  b\n      \n  c\n",
        "a: [b,\n  c]\n",
        "a: [b, ]\n",
        "a: [b: c]\n",
        "a: [b] c\n",
        "a: {b}\n",
        "a: {b: }\n",
        "a: {b: c: d}\n",
        "a: {b: 'c''d'}\n",
        "a: @b\n",
        "a: `b`\n",
        "a: %b\n",
        "a: ]\n",
        "a: ?b\n",
        "%YAML 1.1\n---\na: b\n",
        "--- a\n",
        "--- # c\na: b\n",
        "---\n",
        "---\n---\na: b\n",
        "a: b\n...\n",
        "plain\n",
        "a: b # c\n  d\n",
        "- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - a\n",
};

static void plain_style_is_taken_and_read_alike(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) {
		if (*taken[i] && !is_taken(pl_str_of(taken[i])))
			fail_msg("left to libyaml: %s", taken[i]);
		assert_true(is_same(pl_str_of(taken[i])));
	}
}

static void what_is_not_plain_is_left_alone(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof left / sizeof *left; i++) {
		if (is_taken(pl_str_of(left[i])))
			fail_msg("taken: %s", left[i]);
		assert_true(is_same(pl_str_of(left[i])));
	}
}

static void a_long_key_is_left_to_libyaml(void **state)
{
	char text[2000];

	(void)state;
	for (int length = 120; length < 1100; length += length < 140 ? 1 : 100) {
		snprintf(text, sizeof text, "a:\n  %0*d: b\n", length, 7);
		assert_true(is_same(pl_str_of(text)));
		assert_int_equal(is_taken(pl_str_of(text)), length <= 128);
	}
}

/* ---- by the thousand -------------------------------------------------------------------------------------------- */

static uint32_t below(uint32_t *seed, uint32_t limit)
{
	*seed = *seed * 1664525 + 1013904223;
	return (*seed >> 8) % limit;
}

/* Pieces of all the texts above, cut anywhere and put behind each other. */
static void pieces_in_any_order_are_read_alike(void **state)
{
	enum { ROUNDS = 30000, MOST = 6 };
	static const char *const marks[] = {"\n", "  ", "\n  ", "- ", ": ", " #", "'", "\"", ">-\n", "[", "]", "\n\n "};
	size_t wrong = 0, quick = 0, count = sizeof taken / sizeof *taken, others = sizeof left / sizeof *left;
	uint32_t seed = 20261122;

	(void)state;
	for (size_t round = 0; round < ROUNDS && wrong < 3; round++) {
		struct pl_buf text = {0};

		for (uint32_t pieces = 1 + below(&seed, MOST); pieces; pieces--) {
			uint32_t pick = below(&seed, (uint32_t)(count * 2 + others));
			struct pl_str piece = pl_str_of(pick < count * 2 ? taken[pick / 2] : left[pick - count * 2]);
			uint32_t begin = piece.len && below(&seed, 3) ? below(&seed, (uint32_t)piece.len) : 0;

			piece = pl_str_sub(piece, begin, begin + 1 + below(&seed, 40));
			pl_buf_add(&text, piece);
			if (!below(&seed, 3))
				pl_buf_puts(&text, marks[below(&seed, sizeof marks / sizeof *marks)]);
		}
		quick += is_taken((struct pl_str){text.ptr, text.len});
		wrong += !is_same((struct pl_str){text.ptr, text.len});
		pl_buf_free(&text);
	}
	assert_int_equal(wrong, 0);
	assert_true(quick > ROUNDS / 20); /* else this says little */
}

static void check_folder(const char *path, size_t *files, size_t *wrong);

static void check_entry(const char *path, size_t *files, size_t *wrong)
{
	struct pl_arena arena;
	struct pl_source source;
	struct stat status;
	const char *message;
	bool too_large;

	if (!stat(path, &status) && S_ISDIR(status.st_mode)) {
		check_folder(path, files, wrong);
		return;
	}
	if (!pl_str_ends(pl_str_of(path), PL_STR(".yaml")))
		return;
	pl_arena_init(&arena, NULL);
	if (pl_source_read(&source, &arena, path, limits.size, &too_large, &message) == PL_OK) {
		*wrong += !is_same(source.text);
		++*files;
	}
	pl_arena_free(&arena);
}

static void check_folder(const char *path, size_t *files, size_t *wrong)
{
	DIR *stream = opendir(path);
	const struct dirent *entry;

	while (stream && (entry = readdir(stream)) != NULL) {
		char below_it[4096];

		snprintf(below_it, sizeof below_it, "%s/%s", path, entry->d_name);
		if (entry->d_name[0] != '.')
			check_entry(below_it, files, wrong);
	}
	if (stream)
		closedir(stream);
}

static void all_files_here_are_read_alike(void **state)
{
	static const char *const folders[] = {"examples", "tests", "../shared/corpus/dev", "../shared/yaml-test-suite"};
	size_t files = 0, wrong = 0;

	(void)state;
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
		check_folder(folders[i], &files, &wrong);
	print_message("%zu files\n", files);
	assert_true(files > 100);
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(plain_style_is_taken_and_read_alike),
	        cmocka_unit_test(what_is_not_plain_is_left_alone),
	        cmocka_unit_test(a_long_key_is_left_to_libyaml),
	        cmocka_unit_test(pieces_in_any_order_are_read_alike),
	        cmocka_unit_test(all_files_here_are_read_alike),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
