/* From what the user named to the list of files: sorted, each once. */
#include "cli/inputs.h"

#include "base/path.h"
#include "base/str.h"
#include "base/unread.h"
#include "cli/ignore.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

/* `./plans//a.yaml` is `plans/a.yaml`: one file has one name however it was typed. */
static const char *tidy(struct pl_arena *arena, const char *path)
{
	char *tidied = pl_arena_bytes(arena, strlen(path) + 2);
	size_t length = 0;

	while (path[0] == '.' && path[1] == '/') {
		path += 2;
		while (*path == '/')
			path++;
	}
	for (; *path; path++)
		if (*path != '/' || !length || tidied[length - 1] != '/')
			tidied[length++] = *path;
	while (length > 1 && tidied[length - 1] == '/')
		length--;
	if (!length)
		tidied[length++] = '.';
	tidied[length] = '\0';
	return tidied;
}

static const char *real_name(struct pl_arena *arena, const char *path)
{
	const char *real = pl_path_real(arena, path);

	return real ? real : path;
}

void pl_inputs_add(struct pl_cli *cli, struct pl_inputs *inputs, const char *path, const char *real, enum pl_input how)
{
	*PL_VEC_PUSH(&cli->arena, &inputs->files) = (struct pl_input_file){.path = path, .real = real, .how = how};
}

static bool matches_exclude(const struct pl_cli *cli, struct pl_str path, bool is_folder)
{
	const struct pl_names *exclude = &cli->settings.exclude;

	for (size_t i = 0; i < exclude->count; i++) {
		struct pl_ignore_line line;

		if (pl_ignore_line_read(pl_str_of(exclude->items[i]), &line) &&
		    pl_ignore_line_matches(&line, path, is_folder))
			return true;
	}
	return false;
}

bool pl_inputs_excluded(const struct pl_cli *cli, const char *path, bool is_folder)
{
	struct pl_str whole = pl_str_of(path);

	for (size_t i = 1; i < whole.len; i++)
		if (path[i] == '/' && matches_exclude(cli, pl_str_sub(whole, 0, i), true))
			return true;
	return matches_exclude(cli, whole, is_folder);
}

static void add_stdin(struct pl_cli *cli, struct pl_inputs *inputs)
{
	const char *name = cli->settings.stdin_filename ? cli->settings.stdin_filename : "<stdin>";

	*PL_VEC_PUSH(&cli->arena, &inputs->files) =
	        (struct pl_input_file){.path = name, .real = "-", .how = PL_INPUT_NAMED, .is_stdin = true};
}

static void add_named(struct pl_cli *cli, struct pl_inputs *inputs, const char *argument)
{
	const char *path = tidy(&cli->arena, argument);
	struct stat info;
	bool there = stat(path, &info) == 0, is_folder = there && S_ISDIR(info.st_mode);

	if (!*argument) {
		pl_cli_say(cli, "an empty name is no file");
		inputs->failed = true;
	} else if (pl_inputs_excluded(cli, path, is_folder)) {
		pl_cli_tell(cli, "skipped", path, "--exclude names it");
	} else if (is_folder) {
		pl_walk_folder(cli, inputs, path);
	} else {
		pl_inputs_add(cli, inputs, path, real_name(&cli->arena, path), PL_INPUT_NAMED);
	}
}

/* Names of --files-from; an empty name is skipped. */
static void add_list(struct pl_cli *cli, struct pl_inputs *inputs, const char *list)
{
	bool is_stdin = strcmp(list, "-") == 0;
	FILE *file = is_stdin ? stdin : fopen(list, "rb");
	char *line = NULL;
	size_t room = 0;
	ssize_t length;
	int end = cli->settings.nul ? '\0' : '\n';

	while (file && (length = getdelim(&line, &room, end, file)) >= 0) {
		if (length > 0 && line[length - 1] == end)
			line[--length] = '\0';
		if (length > 0 && !cli->settings.nul && line[length - 1] == '\r')
			line[--length] = '\0';
		if (length > 0)
			add_named(cli, inputs, pl_arena_copy(&cli->arena, pl_str_of(line)));
	}
	if (!file || ferror(file)) {
		pl_cli_say(cli, "%s: %s", list, pl_unread_reason(&cli->arena, errno));
		inputs->failed = true;
	}
	free(line);
	if (file && !is_stdin)
		(void)fclose(file);
}

static int by_path(const void *a, const void *b)
{
	const struct pl_input_file *left = a, *right = b;
	int order = strcmp(left->path, right->path);

	return order ? order : (int)left->how - (int)right->how;
}

/* Equal real names, in the order of path: the first keeps its place, and a name that was typed outranks one found. */
static int by_real(const void *a, const void *b)
{
	const struct pl_input_file *left = a, *right = b;
	int order = strcmp(left->real, right->real);

	return order                     ? order
	       : left->how != right->how ? (int)left->how - (int)right->how
	                                 : strcmp(left->path, right->path);
}

static void sort_once(struct pl_inputs *inputs)
{
	size_t kept = 0;

	if (!inputs->files.count)
		return;
	qsort(inputs->files.items, inputs->files.count, sizeof *inputs->files.items, by_real);
	for (size_t i = 0; i < inputs->files.count; i++)
		if (!kept || strcmp(inputs->files.items[kept - 1].real, inputs->files.items[i].real) != 0)
			inputs->files.items[kept++] = inputs->files.items[i];
	inputs->files.count = kept;
	qsort(inputs->files.items, kept, sizeof *inputs->files.items, by_path);
}

static size_t count_dashes(const struct pl_names *names)
{
	size_t count = 0;

	for (size_t i = 0; i < names->count; i++)
		count += strcmp(names->items[i], "-") == 0;
	return count;
}

static void add_all(struct pl_cli *cli, struct pl_inputs *inputs, const struct pl_names *names)
{
	for (size_t i = 0; i < names->count; i++)
		if (strcmp(names->items[i], "-") == 0)
			add_stdin(cli, inputs);
		else
			add_named(cli, inputs, names->items[i]);
}

void pl_inputs_gather_from(struct pl_cli *cli, struct pl_inputs *inputs, const struct pl_names *names)
{
	add_all(cli, inputs, names);
	sort_once(inputs);
}

void pl_inputs_gather(struct pl_cli *cli, struct pl_inputs *inputs)
{
	const struct pl_settings *settings = &cli->settings;

	if (count_dashes(&settings->files_from) + (count_dashes(&settings->arguments) > 0) > 1) {
		pl_cli_say(cli, "standard input is one thing: a plan, or one list of names");
		inputs->failed = true;
		return;
	}
	add_all(cli, inputs, &settings->arguments);
	for (size_t i = 0; i < settings->files_from.count; i++)
		add_list(cli, inputs, settings->files_from.items[i]);
	if (!settings->arguments.count && !settings->files_from.count)
		add_named(cli, inputs, ".");
	sort_once(inputs);
}
