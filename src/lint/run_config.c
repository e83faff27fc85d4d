/* Which configuration holds for which file, and what it says of looking at the file at all. */
#include "base/path.h"
#include "base/str.h"
#include "lint/run.h"

static enum pl_status load_config(struct pl_run *run, void *path)
{
	const char *here = pl_path_real(&run->arena, ".");
	enum pl_status status = pl_config_load(run, path, here ? here : "/", &run->config);

	return status == PL_OK ? pl_run_settle(run) : status;
}

enum pl_status pl_run_config_file(struct pl_run *run, const char *path)
{
	return pl_run_guard(run, load_config, (void *)path);
}

void pl_run_discover(struct pl_run *run, bool discover) { run->discover = discover; }

static enum pl_status load_near(struct pl_run *run, void *path)
{
	const char *real = pl_path_real(&run->arena, path);
	enum pl_status status = PL_OK;

	if (real)
		status = pl_config_find(run, pl_path_is_folder(real) ? real : pl_path_folder(&run->arena, real),
		                        &run->config);
	return status == PL_OK ? pl_run_settle(run) : status;
}

enum pl_status pl_run_config_near(struct pl_run *run, const char *path)
{
	return pl_run_guard(run, load_near, (void *)path);
}

const struct pl_file *pl_run_refused(const struct pl_run *run) { return run->refused; }

/* The real folder of a path. Files come folder by folder, so the last one is kept; thousands of copies of its name
 * would be most of what a long run holds. */
static const char *real_folder(struct pl_run *run, struct pl_str folder)
{
	const char *name;

	if (run->last_folder.name && pl_str_equal(pl_str_of(run->last_folder.name), folder))
		return run->last_folder.real;
	name = pl_arena_copy(&run->arena, folder);
	run->last_folder.real = pl_path_real(&run->arena, name);
	run->last_folder.name = name;
	return run->last_folder.real;
}

/* A file need not be there (a buffer, standard input): then its folder counts, or the one we are in. */
static const char *folder_of(struct pl_run *run, const char *path)
{
	const char *folder = real_folder(run, pl_path_folder_of(path));

	if (!folder)
		folder = pl_path_real(&run->arena, ".");
	return folder ? folder : "/";
}

static const char *name_in(struct pl_run *run, const char *folder, const char *path)
{
	return pl_path_join(&run->arena, folder, pl_path_name(pl_str_of(path)).ptr);
}

static enum pl_status config_in(struct pl_run *run, const char *folder, const struct pl_config **config)
{
	*config = run->config;
	return run->discover && !run->config ? pl_config_find(run, folder, config) : PL_OK;
}

enum pl_status pl_run_place(struct pl_run *run, struct pl_run_input *input)
{
	const char *folder = folder_of(run, input->path);
	enum pl_status status = config_in(run, folder, &input->config);

	if (status == PL_OK && input->config)
		input->real = name_in(run, folder, input->path);
	return status;
}

struct scope_query {
	const char *path;
	bool is_folder;
	enum pl_scope answer;
};

/* What names a folder or everything in it means the plans there, not the notes beside them. */
static enum pl_scope include_scope(const struct pl_config *config, const char *real)
{
	enum pl_scope scope = PL_SCOPE_OUT;

	for (size_t i = 0; i < config->include.count; i++) {
		struct pl_strs glob = {.items = &config->include.items[i], .count = 1};

		if (!pl_config_names(config, &glob, real))
			continue;
		if (!strchr("*/", glob.items->ptr[glob.items->len - 1]))
			return PL_SCOPE_IN;
		scope = PL_SCOPE_USUAL;
	}
	return scope;
}

static enum pl_status find_scope(struct pl_run *run, void *data)
{
	struct scope_query *query = data;
	const char *folder = folder_of(run, query->path), *real;
	const struct pl_config *config;
	enum pl_status status = config_in(run, folder, &config);

	query->answer = PL_SCOPE_USUAL;
	if (status != PL_OK || !config || !(config->exclude.count + config->include.count))
		return status;
	real = name_in(run, folder, query->path);
	if (pl_config_names(config, &config->exclude, real))
		query->answer = PL_SCOPE_OUT;
	else if (config->include.count && !query->is_folder)
		query->answer = include_scope(config, real);
	return PL_OK;
}

enum pl_status pl_run_scope(struct pl_run *run, const char *path, bool is_folder, enum pl_scope *out)
{
	struct scope_query query = {path, is_folder, PL_SCOPE_USUAL};
	enum pl_status status = pl_run_guard(run, find_scope, &query);

	*out = query.answer;
	return status;
}

struct baseline_query {
	const char *path, *answer;
};

static enum pl_status find_baseline(struct pl_run *run, void *data)
{
	struct baseline_query *query = data;
	const struct pl_config *config;
	enum pl_status status = config_in(run, folder_of(run, query->path), &config);

	query->answer = status == PL_OK && config ? config->baseline : NULL;
	return status;
}

enum pl_status pl_run_config_baseline(struct pl_run *run, const char *path, const char **out)
{
	struct baseline_query query = {.path = path};
	enum pl_status status = pl_run_guard(run, find_baseline, &query);

	*out = query.answer;
	return status;
}
