/* Walks folders for plans: hidden folders, links to folders and what .planlintignore names are left out. */
#include "cli/inputs.h"

#include "base/glob.h"
#include "base/path.h"
#include "base/str.h"
#include "base/unread.h"
#include "cli/ignore.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

struct walk {
	struct pl_cli *cli;
	struct pl_inputs *inputs;
};

static void failed(struct walk *walk, const char *path, int error)
{
	pl_cli_say(walk->cli, "%s: %s", path, pl_unread_reason(&walk->cli->arena, error));
	walk->inputs->failed = true;
}

/* What the configuration says; where that is refused, it was said and ends the job. */
static enum pl_scope scope_of(struct walk *walk, const char *path, bool is_folder)
{
	enum pl_scope scope = PL_SCOPE_USUAL;

	if (!walk->inputs->refused && pl_run_scope(walk->inputs->run, path, is_folder, &scope) != PL_OK) {
		pl_cli_refused(walk->cli, walk->inputs->run);
		walk->inputs->refused = walk->inputs->failed = true;
	}
	return scope;
}

/* --include in place of *.yaml and *.yml; a glob without a slash is about the name alone. */
static bool is_wanted(const struct pl_cli *cli, const char *path, const char *name, enum pl_scope scope)
{
	const struct pl_names *include = &cli->settings.include;

	if (strcmp(name, ".planlint.yaml") == 0)
		return false;
	if (!include->count)
		return scope == PL_SCOPE_IN || pl_str_ends(pl_str_of(name), PL_STR(".yaml")) ||
		       pl_str_ends(pl_str_of(name), PL_STR(".yml"));
	for (size_t i = 0; i < include->count; i++) {
		const char *glob = include->items[i];

		if (pl_glob_match(pl_str_of(glob), pl_str_of(strchr(glob, '/') ? path : name)))
			return true;
	}
	return false;
}

static int by_name(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

/* The names in a folder, sorted, so that messages too come in one order everywhere. False after saying why not. */
static bool list(struct walk *walk, const char *folder, struct pl_names *names)
{
	DIR *stream = opendir(folder);
	const struct dirent *entry;
	int error;

	if (!stream) {
		failed(walk, folder, errno);
		return false;
	}
	while (errno = 0, (entry = readdir(stream)))
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			*PL_VEC_PUSH(&walk->cli->arena, names) =
			        pl_arena_copy(&walk->cli->arena, pl_str_of(entry->d_name));
	error = errno;
	closedir(stream);
	if (error)
		failed(walk, folder, error);
	if (names->count)
		qsort(names->items, names->count, sizeof *names->items, by_name);
	return !error;
}

static void walk_into(struct walk *walk, const char *folder, const char *real, const struct pl_ignore *above);

/* Why a folder is not entered; NULL where it is. A link to a folder is not followed: it may lead round in a circle, or
 * out of what the user named. */
static const char *folder_reason(const struct walk *walk, const char *path, const char *real, const char *name,
                                 bool is_link, const struct pl_ignore *ignore)
{
	if (is_link)
		return "a link to a folder is not followed";
	if (name[0] == '.')
		return "hidden folder";
	if (pl_inputs_excluded(walk->cli, path, true))
		return "--exclude names it";
	return pl_ignore_matches(ignore, pl_str_of(real), true) ? ".planlintignore names it" : NULL;
}

static const char *file_reason(const struct walk *walk, const char *path, const char *real, const struct stat *info,
                               const struct pl_ignore *ignore)
{
	if (!S_ISREG(info->st_mode))
		return "no regular file";
	if (pl_inputs_excluded(walk->cli, path, false))
		return "--exclude names it";
	return pl_ignore_matches(ignore, pl_str_of(real), false) ? ".planlintignore names it" : NULL;
}

static void visit(struct walk *walk, const char *path, const char *real, const char *name,
                  const struct pl_ignore *ignore)
{
	struct stat link, info;
	const char *reason;
	bool there = lstat(path, &link) == 0, reached = there && stat(path, &info) == 0;
	int error = errno;
	enum pl_scope scope;

	if (reached && S_ISDIR(info.st_mode)) {
		reason = folder_reason(walk, path, real, name, S_ISLNK(link.st_mode), ignore);
		if (!reason && scope_of(walk, path, true) == PL_SCOPE_OUT)
			reason = "the configuration leaves it out";
		if (reason)
			pl_cli_tell(walk->cli, "skipped", path, reason);
		else
			walk_into(walk, path, real, ignore);
		return;
	}
	scope = scope_of(walk, path, false);
	if (!is_wanted(walk->cli, path, name, scope))
		return;
	if (!reached) {
		failed(walk, path, error);
		return;
	}
	reason = file_reason(walk, path, real, &info, ignore);
	/* the option --include beats what the configuration includes */
	if (!reason && scope == PL_SCOPE_OUT && !walk->cli->settings.include.count)
		reason = "the configuration leaves it out";
	if (reason) {
		pl_cli_tell(walk->cli, "skipped", path, reason);
		return;
	}
	if (S_ISLNK(link.st_mode)) {
		const char *target = pl_path_real(&walk->cli->arena, path);

		real = target ? target : real;
	}
	pl_inputs_add(walk->cli, walk->inputs, path, real, PL_INPUT_FOUND);
}

static const struct pl_ignore *ignore_of(struct walk *walk, const char *real, const struct pl_ignore *above)
{
	int error = 0;
	const struct pl_ignore *ignore = above;

	if (!walk->cli->settings.isolated)
		ignore = pl_ignore_read(&walk->cli->arena, real, above, &error);
	if (error)
		failed(walk, pl_path_join(&walk->cli->arena, real, ".planlintignore"), error);
	return ignore;
}

static void walk_into(struct walk *walk, const char *folder, const char *real, const struct pl_ignore *above)
{
	const struct pl_ignore *ignore = ignore_of(walk, real, above);
	struct pl_names names = {0};

	if (!list(walk, folder, &names))
		return;
	for (size_t i = 0; i < names.count; i++)
		visit(walk, pl_path_join(&walk->cli->arena, folder, names.items[i]),
		      pl_path_join(&walk->cli->arena, real, names.items[i]), names.items[i], ignore);
}

/* The ignore files above a folder, up to the repository's root (which holds .git), else up to the file system's. */
static const struct pl_ignore *ignores_above(struct walk *walk, const char *real)
{
	struct pl_arena *arena = &walk->cli->arena;
	struct pl_names folders = {0};
	const struct pl_ignore *ignore = NULL;
	char *folder = pl_arena_copy(arena, pl_str_of(real));
	struct stat info;

	while (strcmp(folder, "/") != 0 && stat(pl_path_join(arena, folder, ".git"), &info) != 0) {
		char *slash = strrchr(folder, '/');

		slash[slash == folder] = '\0';
		*PL_VEC_PUSH(arena, &folders) = pl_arena_copy(arena, pl_str_of(folder));
	}
	for (size_t i = folders.count; i > 0; i--)
		ignore = ignore_of(walk, folders.items[i - 1], ignore);
	return ignore;
}

void pl_walk_folder(struct pl_cli *cli, struct pl_inputs *inputs, const char *folder)
{
	struct walk walk = {cli, inputs};
	const char *real = pl_path_real(&cli->arena, folder);

	if (!real) {
		failed(&walk, folder, errno);
		return;
	}
	walk_into(&walk, folder, real, ignores_above(&walk, real));
}
