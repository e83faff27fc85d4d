/* The place of every part of a scalar: what is walked in the file must be the value that libyaml reads. */
#include "arena_case.h"

#include "base/str.h"
#include "base/utf8.h"
#include "yaml/walk.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

struct rebuilt {
	const struct pl_text *text;
	size_t at;
	bool same;
};

static bool compare_piece(void *data, const struct pl_walk_piece *piece)
{
	struct rebuilt *rebuilt = data;
	struct pl_str there = pl_str_sub(rebuilt->text->value, rebuilt->at, rebuilt->at + piece->bytes.len);

	rebuilt->same = rebuilt->same && pl_str_equal(there, piece->bytes);
	rebuilt->at += piece->bytes.len;
	return true;
}

static void show(const struct pl_source *source, const struct pl_text *text, const char *what)
{
	struct pl_str token = pl_source_excerpt(source, pl_text_token(text));

	print_error("%s: %s\n[%.*s]\n[%.*s]\n", source->path, what, PL_STR_ARG(token), PL_STR_ARG(text->value));
}

/* One character of the value stands in the file as itself, as an escape, or as a line end that was folded. */
static bool stands_there(const struct pl_source *source, const struct pl_text *text, uint32_t begin, uint32_t end)
{
	struct pl_span span = pl_yaml_locate(source, text, begin, end);
	struct pl_str there = pl_source_excerpt(source, span), part = pl_str_sub(text->value, begin, end);

	if (pl_str_equal(there, part))
		return true;
	if (part.len == text->value.len) /* all of it: the visible words, perhaps none */
		return span.begin == text->span.begin && span.end == text->span.end;
	if (part.ptr[0] == ' ' || part.ptr[0] == '\n')
		return (there.len && strchr("\r\n\\\xc2", there.ptr[0])) || span.begin == source->text.len;
	if (text->style == PL_SCALAR_SINGLE)
		return pl_str_equal(there, PL_STR("''"));
	return text->style == PL_SCALAR_DOUBLE && there.len >= 2 && there.ptr[0] == '\\';
}

static void check_text(const struct pl_source *source, const struct pl_text *text)
{
	struct rebuilt rebuilt = {.text = text, .same = true};
	size_t at = 0;

	if (text->style == PL_SCALAR_ALIAS)
		return;
	pl_walk_scalar(
	        &(struct pl_walk){.source = source->text, .text = text, .visit = compare_piece, .data = &rebuilt});
	if (!rebuilt.same || rebuilt.at != text->value.len) {
		show(source, text, "walked to something else");
		fail();
	}
	while (at < text->value.len) {
		size_t begin = at;

		pl_utf8_next(text->value, &at);
		if (!stands_there(source, text, (uint32_t)begin, (uint32_t)at)) {
			show(source, text, "a character stands elsewhere");
			print_error("byte %zu\n", begin);
			fail();
		}
	}
}

static size_t check_node(const struct pl_source *source, const struct pl_node *node)
{
	size_t count = 0;

	if (node->kind == PL_NODE_SCALAR) {
		check_text(source, node->of.text);
		return 1;
	}
	for (uint32_t i = 0; i < node->count; i++) {
		if (node->kind == PL_NODE_SEQUENCE) {
			count += check_node(source, &node->of.items[i]);
		} else {
			check_text(source, &node->of.pairs[i].key);
			count += 1 + check_node(source, &node->of.pairs[i].value);
		}
	}
	return count;
}

static size_t check_source(const struct pl_source *source)
{
	struct pl_limits limits = {
	        .size = 1 << 20, .depth = 100, .nodes = 100000, .documents = 100, .findings = 100, .match = 1};
	struct pl_collector collector = {.arena = &arena};
	struct pl_stream stream = pl_yaml_load(&arena, &arena, source, &limits, &collector);
	size_t count = 0;

	for (size_t i = 0; i < stream.count; i++)
		if (stream.documents[i].root)
			count += check_node(source, stream.documents[i].root);
	return count;
}

static size_t check_bytes(const char *name, struct pl_str bytes)
{
	struct pl_source source;
	bool too_large;

	pl_source_open(&source, &arena, name, bytes, 1 << 20, &too_large);
	return check_source(&source);
}

/* Styles, each with `%s` where lines of text go. */
static const char *const plain_like[] = {"k: %s\n", "k: '%s'\n", "k: \"%s\"\n", "- - '%s'\n- x\n", "[\"%s\", b]\n"};

static const char *const headers[] = {"k: |\n",  "k: >\n",        "k: |-\n",         "k: >-\n",  "k: |+\n",
                                      "k: >+\n", "k: >- # why\n", "k: &a !!str |\n", "- - - >\n"};

static const char *const words[] = {
        "40 homes", "caf\xc3\xa9 open", "\xf0\x9f\x8f\xa0 built",    "e\xcc\x81tude",
        "a\tb",     "one\n  two",       "one  \n\n\n  two\n  three", "one\n\n  two \t\n    three",
        "",
};

static struct pl_str with_ends(const char *text, const char *ending, bool mark)
{
	char *out = pl_arena_bytes(&arena, strlen(text) * 2 + 4), *at = out;

	if (mark)
		at += sprintf(at, "\xef\xbb\xbf");
	for (; *text; text++)
		at += *text == '\n' ? sprintf(at, "%s", ending) : sprintf(at, "%c", *text);
	return (struct pl_str){out, (size_t)(at - out)};
}

static const char *const endings[] = {"\n", "\r\n", "\r", "\xc2\x85"};

static void check_everywhere(const char *yaml)
{
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		size_t texts = check_bytes(yaml, with_ends(yaml, endings[i], false));

		if (!texts)
			print_error("nothing was read of:\n%s", yaml);
		assert_true(texts > 0);
		check_bytes(yaml, with_ends(yaml, endings[i], true));
	}
}

static void flow_scalars(void **state)
{
	static const char *const more[] = {
	        "k: 'it''s ''here'''\n",
	        "k: 'a\n\n\n  b'\n",
	        "k: ' a\n   b '\n",
	        "k: \"a\\nb\\t\\\"c\\\" \\u00e9 \\x41 \\U0001F3E0 \\_ \\L \\P \\N\\0\\e\\/ \\\\\"\n",
	        "k: \"one \\\n   two\\\n\n\n   three\\\n\"\n",
	        "k: \"one\n  \\  two\\\n   \\tthree\n  \"\n",
	        "k: \"\\u0301x\\\t\"\n",
	        "plain\n  over\n\n  lines\n",
	        "k: a\xe2\x80\xa8  b\xe2\x80\xa9  c\n",
	        "? 'a key'\n: b # c\n",
	        "k: \xc2\xa0 x\n",
	        "{a: b\n  c, 'd\n e': \"f\n\n g\"}\n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof plain_like / sizeof *plain_like; i++)
		for (size_t j = 0; j < sizeof words / sizeof *words; j++)
			check_everywhere(pl_arena_print(&arena, plain_like[i], words[j]));
	for (size_t i = 0; i < sizeof more / sizeof *more; i++)
		check_everywhere(more[i]);
}

static void block_scalars(void **state)
{
	static const char *const bodies[] = {
	        "      one\n",
	        "      one",
	        "      one\n      two\n",
	        "      one\n\n      two\n\n\n      three\n",
	        "\n\n      one\n        two\n      three\n",
	        "\n     \n      one\n       * two\n       * three\n\n      four  \n\n\n",
	        "      one\n     \n      \ttwo\n      \n      three\n       \n",
	        "      caf\xc3\xa9 \xf0\x9f\x8f\xa0\n      e\xcc\x81 # no comment\n",
	        "\n",
	        "",
	};

	(void)state;
	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
		for (size_t j = 0; j < sizeof bodies / sizeof *bodies; j++) {
			check_everywhere(pl_arena_print(&arena, "%s%s", headers[i], bodies[j]));
			check_everywhere(pl_arena_print(&arena, "- %s%s\n# more\n", "|\n", bodies[j]));
		}
	check_everywhere("k: |2\n    one\n   two\n  three\nl: >1-\n   one\n  two\n three\n");
	check_everywhere("- a: >1+\n      one\n    two\n\n    three\n\n\n  b: |1\n    x\n");
	check_everywhere("k: >2\n\n\n    \n  one\n  two\n");
}

/* Plans of others, where they lie beside the project. */
static void check_folder(const char *folder)
{
	DIR *stream = opendir(folder);
	const struct dirent *entry;
	size_t texts = 0;

	if (!stream) {
		print_message("%s is not there: not checked\n", folder);
		return;
	}
	while ((entry = readdir(stream)) != NULL) {
		struct pl_source source;
		const char *message;
		bool too_large;

		if (!pl_str_ends(pl_str_of(entry->d_name), PL_STR(".yaml")))
			continue;
		assert_int_equal(pl_source_read(&source, &arena, pl_arena_print(&arena, "%s/%s", folder, entry->d_name),
		                                1 << 24, &too_large, &message),
		                 PL_OK);
		texts += check_source(&source);
	}
	closedir(stream);
	print_message("%s: %zu texts\n", folder, texts);
}

static void texts_of_others(void **state)
{
	(void)state;
	check_folder("examples");
	check_folder("../shared/corpus/dev");
	check_folder("../shared/yaml-test-suite");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        ARENA_TEST(flow_scalars),
	        ARENA_TEST(block_scalars),
	        ARENA_TEST(texts_of_others),
	};

	return cmocka_run_group_tests_name("yaml_walk", tests, NULL, NULL);
}
