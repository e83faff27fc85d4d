/* Finds the root of the project that a file belongs to. */
#include "cli/root.h"

#include "base/path.h"
#include "base/str.h"

#include <sys/stat.h>

const char *pl_root_here(struct pl_arena *arena)
{
	const char *real = pl_path_real(arena, ".");

	return real ? real : "/";
}

static bool holds(struct pl_arena *arena, const char *folder, const char *name)
{
	struct stat info;

	return stat(pl_arena_print(arena, "%s/%s", strcmp(folder, "/") == 0 ? "" : folder, name), &info) == 0;
}

/* `folder` and those above it, until one holds `name`; NULL where none does. */
static const char *nearest_with(struct pl_arena *arena, const char *folder, const char *name)
{
	char *at = pl_arena_copy(arena, pl_str_of(folder));

	while (!holds(arena, at, name)) {
		char *slash = strrchr(at, '/');

		if (!slash || !at[1])
			return NULL;
		slash[slash == at] = '\0';
	}
	return at;
}

const char *pl_root_of(struct pl_arena *arena, const char *folder)
{
	const char *root = nearest_with(arena, folder, ".git");

	if (!root)
		root = nearest_with(arena, folder, ".planlint.yaml");
	return root ? root : pl_root_here(arena);
}

static const char *below(const char *path, const char *root)
{
	size_t length = strcmp(root, "/") == 0 ? 0 : strlen(root);

	return strncmp(path, root, length) == 0 && path[length] == '/' ? path + length + 1 : path;
}

const char *pl_root_relative(struct pl_arena *arena, struct pl_root *last, const struct pl_input_file *file)
{
	const char *real = file->real;
	struct pl_str folder;

	if (real[0] != '/') /* standard input, or a file that is not there */
		real = file->path[0] == '/' ? file->path
		                            : pl_arena_print(arena, "%s/%s", pl_root_here(arena), file->path);
	folder = pl_path_folder_of(real);
	if (!last->folder || !pl_str_equal(pl_str_of(last->folder), folder)) {
		last->folder = pl_arena_copy(arena, folder);
		last->root = pl_root_of(arena, last->folder);
	}
	return below(real, last->root);
}

const char *pl_root_relative_argument(struct pl_arena *arena, const char *argument)
{
	const char *real = pl_path_real(arena, argument), *kept = real ? real : argument, *root;
	struct stat info;

	if (stat(kept, &info) != 0 || !S_ISDIR(info.st_mode))
		return pl_root_relative(arena, &(struct pl_root){0},
		                        &(struct pl_input_file){.path = argument, .real = kept});
	root = pl_root_of(arena, kept);
	return strcmp(kept, root) == 0 ? "" : below(kept, root);
}
