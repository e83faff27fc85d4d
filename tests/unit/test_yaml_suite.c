/* The YAML test suite, where it lies beside the project: yaml-syntax exactly where libyaml says no. */
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
#include <yaml.h>

/* libyaml's event loop does not look whether an alias has an anchor; then `*aliases` is true. */
static bool libyaml_reads(struct pl_str text, bool *aliases)
{
	yaml_parser_t parser;
	yaml_event_t event;
	bool more = true, fine = true;

	*aliases = false;
	assert_true(yaml_parser_initialize(&parser));
	yaml_parser_set_input_string(&parser, (const unsigned char *)text.ptr, text.len);
	while (more && (fine = yaml_parser_parse(&parser, &event) != 0)) {
		more = event.type != YAML_STREAM_END_EVENT;
		*aliases = *aliases || event.type == YAML_ALIAS_EVENT;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	return fine;
}

static bool check_file(struct pl_arena *arena, const char *path)
{
	struct pl_limits limits = {.size = 1 << 20, .depth = 1000, .nodes = 100000, .documents = 1000};
	struct pl_collector collector = {.arena = arena};
	struct pl_source source;
	const char *message;
	bool too_large, aliases, reads, syntax = false;

	assert_int_equal(pl_source_read(&source, arena, path, limits.size, &too_large, &message), PL_OK);
	pl_yaml_load(arena, arena, &source, &limits, &collector);
	for (size_t i = 0; i < collector.records.count; i++)
		syntax = syntax || collector.records.items[i].rule == &pl_builtin_rules[PL_BUILTIN_YAML_SYNTAX];
	reads = libyaml_reads(source.text, &aliases);
	if (syntax == reads && !(reads && aliases))
		print_error("%s: libyaml %s it\n", path, reads ? "reads" : "rejects");
	return syntax != reads || (reads && aliases);
}

static void the_suite_is_read_as_libyaml_reads_it(void **state)
{
	static const char folder[] = "../shared/yaml-test-suite";
	DIR *stream = opendir(folder);
	const struct dirent *entry;
	size_t files = 0, wrong = 0;

	(void)state;
	if (!stream) {
		print_message("%s is not there: not checked\n", folder);
		skip();
	}
	while ((entry = readdir(stream)) != NULL) {
		struct pl_arena arena;

		if (!pl_str_ends(pl_str_of(entry->d_name), PL_STR(".yaml")))
			continue;
		pl_arena_init(&arena, NULL);
		wrong += !check_file(&arena, pl_arena_print(&arena, "%s/%s", folder, entry->d_name));
		files++;
		pl_arena_free(&arena);
	}
	closedir(stream);
	print_message("%s: %zu files\n", folder, files);
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(the_suite_is_read_as_libyaml_reads_it)};

	return cmocka_run_group_tests_name("yaml_suite", tests, NULL, NULL);
}
