/* Asks the file system for names. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "base/path.h"

#include "base/str.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>

const char *pl_path_real(struct pl_arena *arena, const char *path)
{
	char room[PATH_MAX];
	const char *real = realpath(path, room);

	/* That memory ran out must not pass for a file that is not there. */
	if (!real && errno == ENOMEM)
		pl_arena_exhausted(arena);
	return real ? pl_arena_copy(arena, pl_str_of(real)) : NULL;
}

struct pl_str pl_path_folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return PL_STR(".");
	return slash == path ? PL_STR("/") : (struct pl_str){path, (size_t)(slash - path)};
}

const char *pl_path_folder(struct pl_arena *arena, const char *path)
{
	return pl_arena_copy(arena, pl_path_folder_of(path));
}

struct pl_str pl_path_name(struct pl_str path)
{
	size_t begin = path.len;

	while (begin && path.ptr[begin - 1] != '/')
		begin--;
	return pl_str_sub(path, begin, path.len);
}

const char *pl_path_join(struct pl_arena *arena, const char *folder, const char *name)
{
	size_t length = strlen(folder);

	if (name[0] == '/' || strcmp(folder, ".") == 0)
		return name;
	return pl_arena_print(arena, "%s%s%s", folder, length && folder[length - 1] == '/' ? "" : "/", name);
}

bool pl_path_exists(const char *path)
{
	struct stat info;

	return stat(path, &info) == 0;
}

bool pl_path_is_folder(const char *path)
{
	struct stat info;

	return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

bool pl_path_below(const char *folder, const char *path, const char **rest)
{
	size_t length = strlen(folder);

	if (length > 1) {
		if (strncmp(folder, path, length) != 0 || path[length] != '/')
			return false;
		*rest = path + length + 1;
		return true;
	}
	*rest = path + 1; /* below "/" */
	return path[0] == '/';
}
