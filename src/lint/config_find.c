/* Finds the configuration for a file, and what its globs say of one. */
#include "base/glob.h"
#include "base/path.h"
#include "base/str.h"
#include "lint/config.h"
#include "lint/run.h"

/* As people see it: from the folder they are in, where it lies below. */
static const char *shown(struct pl_arena *arena, const char *path)
{
	const char *here = pl_path_real(arena, "."), *rest;

	return here && pl_path_below(here, path, &rest) ? rest : path;
}

static enum pl_status look_upward(struct pl_run *run, const char *folder, const struct pl_config **out)
{
	struct pl_arena *arena = &run->arena;

	*out = NULL;
	for (;; folder = pl_path_folder(arena, folder)) {
		const char *file = pl_path_join(arena, folder, ".planlint.yaml");

		if (pl_path_exists(file)) {
			for (size_t i = 0; i < run->configs.count; i++)
				if (strcmp(run->configs.items[i]->folder, folder) == 0) {
					*out = run->configs.items[i];
					return PL_OK;
				}
			if (pl_config_load(run, shown(arena, file), folder, out) != PL_OK)
				return PL_BAD_SETTING;
			*PL_VEC_PUSH(arena, &run->configs) = *out;
			return pl_run_settle(run); /* it may have brought rules */
		}
		if (strcmp(folder, "/") == 0 || pl_path_exists(pl_path_join(arena, folder, ".git")))
			return PL_OK;
	}
}

enum pl_status pl_config_find(struct pl_run *run, const char *folder, const struct pl_config **out)
{
	bool fresh;
	uint32_t *place = pl_map_find(&run->found, pl_str_of(folder));

	if (place) {
		*out = *place ? run->configs.items[*place - 1] : NULL;
		return PL_OK;
	}
	if (look_upward(run, folder, out) != PL_OK)
		return PL_BAD_SETTING;
	place = pl_map_put(&run->arena, &run->found, pl_str_of(pl_arena_copy(&run->arena, pl_str_of(folder))), &fresh);
	for (size_t i = 0; i < run->configs.count; i++)
		if (run->configs.items[i] == *out)
			*place = (uint32_t)i + 1;
	return PL_OK;
}

/* A glob without a slash is about the name alone, one with a slash at its end a folder. */
static bool glob_names(struct pl_str glob, struct pl_str path)
{
	const char *slash = path.len ? memchr(path.ptr, '/', path.len) : NULL;
	size_t begin = 0;

	if (pl_str_ends(glob, PL_STR("/")))
		glob.len--;
	if (pl_str_starts(glob, PL_STR("./")))
		glob = pl_str_sub(glob, 2, glob.len);
	if (memchr(glob.ptr, '/', glob.len))
		return pl_glob_match(glob, path);
	for (; slash; slash = memchr(path.ptr + begin, '/', path.len - begin))
		begin = (size_t)(slash - path.ptr) + 1;
	return pl_glob_match(glob, pl_str_sub(path, begin, path.len));
}

static bool any_names(const struct pl_strs *globs, struct pl_str path)
{
	for (size_t i = 0; i < globs->count; i++)
		if (globs->items[i].len && glob_names(globs->items[i], path))
			return true;
	return false;
}

bool pl_config_names(const struct pl_config *config, const struct pl_strs *globs, const char *path)
{
	const char *below;
	struct pl_str whole;

	if (!pl_path_below(config->folder, path, &below))
		return false;
	whole = pl_str_of(below);
	for (size_t i = 1; i < whole.len; i++)
		if (below[i] == '/' && any_names(globs, pl_str_sub(whole, 0, i)))
			return true;
	return any_names(globs, whole);
}
