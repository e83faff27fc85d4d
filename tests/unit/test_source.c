/* Reading inputs: encodings, bytes that are no text, lines and columns, and what cannot be read. */
#include "arena_case.h"

#include "base/str.h"
#include "source/source.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static struct pl_source open_bytes(struct pl_str bytes)
{
	struct pl_source source;
	bool too_large;

	pl_source_open(&source, &arena, "plan.yaml", bytes, 1 << 20, &too_large);
	assert_false(too_large);
	return source;
}

static void assert_text(const struct pl_source *source, struct pl_str expected)
{
	if (!pl_str_equal(source->text, expected))
		print_error("[%.*s]\n", PL_STR_ARG(source->text));
	assert_true(pl_str_equal(source->text, expected));
}

static void assert_place(const struct pl_source *source, uint32_t at, uint32_t line, uint32_t column, uint64_t offset)
{
	struct pl_position place = pl_source_locate(source, at);

	assert_int_equal(place.line, line);
	assert_int_equal(place.column, column);
	assert_int_equal(place.offset, offset);
}

static void clean_bytes_are_borrowed(void **state)
{
	struct pl_str bytes = PL_STR("a: caf\xc3\xa9 \xf0\x9f\x8f\xa0\n\xc2\x85\t\r\n");
	struct pl_source source = open_bytes(bytes);

	(void)state;
	assert_ptr_equal(source.text.ptr, bytes.ptr);
	assert_int_equal(source.bad_count, 0);
	assert_false(source.ascii);
	assert_true(open_bytes(PL_STR("a: b\r\n\tc")).ascii);
}

static void bad_bytes_are_replaced_in_place(void **state)
{
	static const struct {
		struct pl_str bytes, text;
		size_t runs;
		struct pl_bad_bytes first;
	} cases[] = {
	        {{"a\x92"
	          "b",
	          3},
	         {"a_b", 3},
	         1,
	         {{1, 2}, 0x92, false}},
	        {{"caf\xe9", 4}, {"caf_", 4}, 1, {{3, 4}, 0xe9, false}},
	        {{"\xed\xa0\x80", 3}, {"_~_", 3}, 1, {{0, 3}, 0xed, false}}, /* a surrogate */
	        {{"\xc0\xaf", 2}, {"_~", 2}, 1, {{0, 2}, 0xc0, false}},      /* over-long */
	        {{"\xf4\x90\x80\x80", 4}, {"_~_~", 4}, 1, {{0, 4}, 0xf4, false}},
	        {{"\xe2\x80", 2}, {"_~", 2}, 1, {{0, 2}, 0xe2, false}}, /* cut off */
	        {{"a\0b\0", 4}, {"a_b_", 4}, 2, {{1, 2}, 0, true}},
	        {{"\x01\x1f\x7f", 3}, {"_~_", 3}, 1, {{0, 3}, 1, true}},
	        {{"\xc2\x80", 2}, {"\xc2\xa4", 2}, 1, {{0, 2}, 0x80, true}},
	        {{"\xef\xbf\xbe", 3}, {"\xef\xbf\xbd", 3}, 1, {{0, 3}, 0xfffe, true}},
	        {{"a\xef\xbb\xbf", 4},
	         {"a\xef\xbf\xbd", 4},
	         1,
	         {{1, 4}, 0xfeff, true}}, /* a mark, but not at the start */
	        {{"\xff\x01", 2}, {"_~", 2}, 2, {{0, 1}, 0xff, false}},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct pl_source source = open_bytes(cases[i].bytes);

		assert_text(&source, cases[i].text);
		assert_int_equal(source.bad_count, cases[i].runs);
		assert_int_equal(source.bad[0].span.begin, cases[i].first.span.begin);
		assert_int_equal(source.bad[0].span.end, cases[i].first.span.end);
		assert_int_equal(source.bad[0].code, cases[i].first.code);
		assert_int_equal(source.bad[0].is_character, cases[i].first.is_character);
	}
}

/* Eight bytes are looked at together: a bad one must be found at each place among good ones. */
static void bad_bytes_are_found_at_every_alignment(void **state)
{
	static const char bad[] = {'\0', '\x08', '\x1f', '\x7f', '\x80', '\xff'};
	char bytes[40];

	(void)state;
	for (size_t i = 0; i < sizeof bad; i++)
		for (size_t at = 0; at < sizeof bytes; at++) {
			struct pl_source source;

			memset(bytes, at % 2 ? '~' : ' ', sizeof bytes);
			bytes[at] = bad[i];
			source = open_bytes((struct pl_str){bytes, sizeof bytes});
			assert_int_equal(source.bad_count, 1);
			assert_int_equal(source.bad[0].span.begin, at);
			assert_int_equal(source.bad[0].span.end, at + 1);
		}
}

static void only_the_first_bad_runs_are_kept(void **state)
{
	char bytes[200];
	struct pl_source source;

	(void)state;
	for (size_t i = 0; i < sizeof bytes; i++)
		bytes[i] = i % 2 ? 'a' : '\x80';
	source = open_bytes((struct pl_str){bytes, sizeof bytes});
	assert_int_equal(source.bad_count, 100);
	assert_int_equal(source.bad[PL_BAD_KEPT - 1].span.begin, 2 * (PL_BAD_KEPT - 1));
}

static void utf16_is_read_and_places_are_those_on_disk(void **state)
{
	/* mark, a, e acute, house (a pair), newline, b */
	static const char little[] = "\xff\xfe"
	                             "a\0\xe9\0\x3c\xd8\xe0\xdf\n\0b";
	static const char big[] = "\xfe\xff\0a\0\xe9\xd8\x3c\xdf\xe0\0\n\0b";
	struct pl_str expected = PL_STR("\xef\xbb\xbf"
	                                "a\xc3\xa9\xf0\x9f\x8f\xa0\nb");
	struct pl_source sources[] = {open_bytes((struct pl_str){little, sizeof little}),
	                              open_bytes((struct pl_str){big, sizeof big - 1})};

	(void)state;
	assert_int_equal(sources[0].encoding, PL_UTF16LE);
	assert_int_equal(sources[1].encoding, PL_UTF16BE);
	for (size_t i = 0; i < 2; i++) {
		assert_text(&sources[i], expected);
		assert_int_equal(sources[i].mark, 3);
		assert_place(&sources[i], 3, 1, 1, 2);
		assert_place(&sources[i], 4, 1, 2, 4);
		assert_place(&sources[i], 6, 1, 3, 6);
		assert_place(&sources[i], 10, 1, 4, 10);
		assert_place(&sources[i], 11, 2, 1, 12);
		assert_place(&sources[i], 12, 2, 2, 14);
	}
}

static void broken_utf16_is_reported(void **state)
{
	struct pl_source lone = open_bytes((struct pl_str){"\xff\xfe\x3c\xd8"
	                                                   "a\0",
	                                                   6});
	struct pl_source odd = open_bytes((struct pl_str){"\xfe\xff\0a\0", 5});

	(void)state;
	assert_text(&lone, PL_STR("\xef\xbb\xbf\xef\xbf\xbd"
	                          "a"));
	assert_int_equal(lone.bad[0].code, 0xd83c);
	assert_false(lone.bad[0].is_character);
	assert_text(&odd, PL_STR("\xef\xbb\xbf"
	                         "a\xef\xbf\xbd"));
	assert_int_equal(odd.bad_count, 1);
	assert_place(&odd, 7, 1, 3, 5);
}

static void lines_end_in_every_way(void **state)
{
	struct pl_source source = open_bytes(PL_STR("a\nb\r\nc\rd\n\r\xe2\x80\xa8x"));

	(void)state;
	assert_int_equal(pl_source_line_count(&source), 6);
	assert_place(&source, 0, 1, 1, 0);
	assert_place(&source, 2, 2, 1, 2);
	assert_place(&source, 5, 3, 1, 5);
	assert_place(&source, 7, 4, 1, 7);
	assert_place(&source, 9, 5, 1, 9);
	assert_place(&source, 13, 6, 2, 13);
	assert_true(pl_str_equal(pl_source_line(&source, 2), PL_STR("b")));
	assert_true(pl_str_equal(pl_source_line(&source, 5), PL_STR("")));
	assert_true(pl_str_equal(pl_source_line(&source, 99), PL_STR("")));
	assert_int_equal(pl_source_line_begin(&source, 3), 5);
	assert_int_equal(pl_source_line_begin(&source, 99), source.text.len);
}

static void counts_lines(void **state)
{
	static const struct {
		const char *text;
		uint32_t lines;
	} cases[] = {{"", 1},        {"a", 1},         {"\n", 2},          {"\r", 2},       {"\r\n", 2},
	             {"\n\r", 3},    {"\r\r", 3},      {"\r\r\n", 3},      {"a\r\nb\r", 3}, {"a\n\nb\r\n\r\n", 5},
	             {"a\rb\rc", 3}, {"a\rb\nc\r", 4}, {"\xef\xbb\xbf", 1}};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct pl_source source = open_bytes(pl_str_of(cases[i].text));

		assert_int_equal(pl_source_line_count(&source), cases[i].lines);
		assert_int_equal(pl_source_locate(&source, UINT32_MAX).line, cases[i].lines);
	}
}

static void columns_count_code_points_behind_a_mark(void **state)
{
	struct pl_source source = open_bytes(PL_STR("\xef\xbb\xbf"
	                                            "a\xc3\xa9\xf0\x9f\x8f\xa0"
	                                            "e\xcc\x81z"));

	(void)state;
	assert_int_equal(source.mark, 3);
	assert_place(&source, 0, 1, 1, 0);
	assert_place(&source, 3, 1, 1, 3);
	assert_place(&source, 6, 1, 3, 6);
	assert_place(&source, 8, 1, 3, 6); /* inside a character */
	assert_place(&source, 13, 1, 6, 13);
	assert_place(&source, 99, 1, 7, 14);
	assert_true(pl_str_starts(pl_source_line(&source, 1), PL_STR("a")));
}

static void places_in_a_very_long_line(void **state)
{
	enum { COUNT = 30000 };
	char *bytes = pl_arena_bytes(&arena, 2 * COUNT + 1);
	struct pl_source source;

	(void)state;
	bytes[0] = '\n';
	for (size_t i = 0; i < COUNT; i++)
		memcpy(bytes + 1 + 2 * i, "\xc3\xa9", 2);
	source = open_bytes((struct pl_str){bytes, 2 * COUNT + 1});
	for (uint32_t i = 0; i <= COUNT; i += 777)
		assert_place(&source, 1 + 2 * i, 2, i + 1, 1 + 2 * i);
}

static void empty_inputs(void **state)
{
	struct pl_source source = open_bytes((struct pl_str){NULL, 0});

	(void)state;
	assert_int_equal(source.text.len, 0);
	assert_place(&source, 0, 1, 1, 0);
	assert_int_equal(pl_source_line_count(&source), 1);
	assert_true(pl_str_equal(pl_source_line(&source, 1), PL_STR("")));
}

static char folder[] = "/tmp/planlint-test-XXXXXX";

static const char *in_folder(const char *name) { return pl_arena_print(&arena, "%s/%s", folder, name); }

static void write_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

static void assert_unreadable(const char *path, const char *words)
{
	struct pl_source source;
	const char *message;
	bool too_large;

	assert_int_equal(pl_source_read(&source, &arena, path, 100, &too_large, &message), PL_UNREADABLE);
	if (!strstr(message, words))
		print_error("%s\n", message);
	assert_non_null(strstr(message, words));
}

static void what_is_no_regular_file_is_unreadable(void **state)
{
	const char *pipe_path = in_folder("pipe"), *secret = in_folder("secret"), *loop = in_folder("loop");

	(void)state;
	assert_unreadable(in_folder("nothing"), "no such file");
	assert_unreadable(folder, "a folder");
	assert_unreadable("/dev/null", "a device");
	assert_int_equal(mkfifo(pipe_path, 0600), 0);
	assert_unreadable(pipe_path, "a pipe");
	assert_int_equal(symlink("loop", loop), 0);
	assert_unreadable(loop, "a link");
	write_file(secret, "x");
	assert_int_equal(chmod(secret, 0), 0);
	if (geteuid() != 0) /* root may read everything */
		assert_unreadable(secret, "permission");
	unlink(pipe_path);
	unlink(loop);
	unlink(secret);
}

static void files_are_read_and_limited(void **state)
{
	const char *path = in_folder("plan.yaml"), *message;
	struct pl_source source;
	bool too_large;

	(void)state;
	write_file(path, "\xff"
	                 "b: c\n");
	assert_int_equal(pl_source_read(&source, &arena, path, 6, &too_large, &message), PL_OK);
	assert_false(too_large);
	assert_text(&source, PL_STR("_b: c\n"));
	assert_string_equal(source.path, path);
	assert_int_equal(pl_source_read(&source, &arena, path, 5, &too_large, &message), PL_OK);
	assert_true(too_large && source.too_large);
	assert_int_equal(source.text.len, 0);
	assert_int_equal(source.size, 6);
	write_file(path, "");
	assert_int_equal(pl_source_read(&source, &arena, path, 5, &too_large, &message), PL_OK);
	assert_int_equal(source.text.len, 0);
	unlink(path);
}

static int make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
	(void)state;
	return rmdir(folder);
}

/* Every place of a long text with all kinds of line ends, against counting from its beginning. */
static void every_place_is_found(void **state)
{
	static const char *const pieces[] = {"key: value\n", "\r\n", "\r", "caf\xc3\xa9\n", "\n", "long enough "};
	char room[4096];
	size_t length = 0;
	struct pl_source source;
	uint32_t line = 1, column = 1;

	(void)state;
	for (size_t i = 0; length + 32 < sizeof room; i++) {
		const char *piece = pieces[(i * i + i / 7) % (sizeof pieces / sizeof *pieces)];

		memcpy(room + length, piece, strlen(piece));
		length += strlen(piece);
	}
	source = open_bytes((struct pl_str){room, length});
	for (uint32_t at = 0; at < length; at++) {
		bool is_pair = room[at] == '\r' && at + 1 < length && room[at + 1] == '\n';

		if ((room[at] & 0xc0) == 0x80)
			continue;
		assert_place(&source, at, line, column, at);
		if (column == 1)
			assert_int_equal(pl_source_line_begin(&source, line), at);
		column++;
		if (room[at] == '\n' || (room[at] == '\r' && !is_pair)) {
			line++;
			column = 1;
		}
	}
	assert_int_equal(pl_source_line_count(&source), line);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        ARENA_TEST(clean_bytes_are_borrowed),
	        ARENA_TEST(bad_bytes_are_replaced_in_place),
	        ARENA_TEST(bad_bytes_are_found_at_every_alignment),
	        ARENA_TEST(only_the_first_bad_runs_are_kept),
	        ARENA_TEST(utf16_is_read_and_places_are_those_on_disk),
	        ARENA_TEST(broken_utf16_is_reported),
	        ARENA_TEST(lines_end_in_every_way),
	        ARENA_TEST(counts_lines),
	        ARENA_TEST(columns_count_code_points_behind_a_mark),
	        ARENA_TEST(places_in_a_very_long_line),
	        ARENA_TEST(every_place_is_found),
	        ARENA_TEST(empty_inputs),
	        ARENA_TEST(what_is_no_regular_file_is_unreadable),
	        ARENA_TEST(files_are_read_and_limited),
	};

	return cmocka_run_group_tests_name("source", tests, make_folder, remove_folder);
}
