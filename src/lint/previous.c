/* Reads the plans of past periods for the rules that compare with them. */
#include "lint/previous.h"

#include "base/str.h"
#include "lint/archive.h"
#include "lint/job.h"

/* `previous` as a path: relative to the plan's own file. */
static const char *resolve(struct pl_arena *arena, const char *from, struct pl_str name)
{
	const char *slash = strrchr(from, '/');
	int folder = slash && name.ptr[0] != '/' ? (int)(slash - from) + 1 : 0;

	while (pl_str_starts(name, PL_STR("./")))
		name = pl_str_sub(name, 2, name.len);
	return pl_arena_print(arena, "%.*s%.*s", folder, from, PL_STR_ARG(name));
}

/* ---- files ------------------------------------------------------------------------------------------------------ */

static void load_plans(struct pl_job *job, struct pl_past_file *file)
{
	struct pl_arena *arena = job->arena;
	struct pl_collector unread = {.arena = arena, .limit = 1};
	struct pl_plan_options options = pl_job_plan_options(job, PL_NO_DAY);
	struct pl_stream stream = pl_yaml_load(arena, arena, &file->source, &job->run->limits, &unread);

	file->plans = PL_MAKE_ARRAY(arena, stream.count, struct pl_plan *);
	for (size_t i = 0; i < stream.count; i++)
		if (stream.documents[i].root && pl_plan_recognise(stream.documents[i].root, &options))
			file->plans[file->count++] = pl_plan_build(arena, arena, &file->source, &stream.documents[i],
			                                           (uint32_t)i, &options, &unread);
}

static struct pl_past_file *load(struct pl_job *job, const char *path)
{
	struct pl_past *past = &job->past;
	struct pl_past_file *file;
	const char *message;
	bool too_large = false;

	for (size_t i = 0; i < past->files.count; i++)
		if (strcmp(past->files.items[i]->path, path) == 0)
			return past->files.items[i];
	file = PL_MAKE(job->arena, struct pl_past_file);
	file->path = path;
	if (pl_source_read(&file->source, job->arena, path, job->run->limits.size, &too_large, &message) == PL_OK)
		load_plans(job, file);
	*PL_VEC_PUSH(job->arena, &past->files) = file;
	return file;
}

static struct pl_past_file *file_of(const struct pl_past *past, const struct pl_plan *plan)
{
	for (size_t i = 0; i < past->files.count; i++)
		for (size_t j = 0; j < past->files.items[i]->count; j++)
			if (past->files.items[i]->plans[j] == plan)
				return past->files.items[i];
	return NULL;
}

const struct pl_source *pl_past_source(const struct pl_past *past, const struct pl_plan *plan)
{
	const struct pl_past_file *file = file_of(past, plan);

	return file ? &file->source : NULL;
}

/* ---- which plan ------------------------------------------------------------------------------------------------- */

/* Several periods may stand in one file: then the title tells. */
static struct pl_plan *by_title(struct pl_job *job, const struct pl_plan *plan)
{
	const struct pl_past_file *file = file_of(&job->past, plan);
	struct pl_plan **plans = file ? file->plans : job->plans.items;
	size_t count = file ? file->count : job->plans.count;

	for (size_t i = 0; i < count && plans[i] != plan; i++) {
		const struct pl_text *title = plans[i]->item.title;

		if (title && pl_str_equal(title->value, plan->previous->value))
			return plans[i];
	}
	return NULL;
}

bool pl_past_is_itself(struct pl_job *job, const struct pl_plan *plan)
{
	return strcmp(resolve(job->arena, plan->path, plan->previous->value), plan->path) == 0;
}

static struct pl_plan *by_path(struct pl_job *job, const struct pl_plan *plan)
{
	const struct pl_past_file *file;

	if (pl_past_is_itself(job, plan))
		return NULL;
	file = load(job, resolve(job->arena, plan->path, plan->previous->value));
	if (!file->count)
		return NULL;
	return file->plans[plan->document < file->count ? plan->document : 0];
}

static struct pl_plan *by_name(struct pl_job *job, const struct pl_plan *plan)
{
	const struct pl_archived *found = pl_archive_before(job->run->archive, job->arena, plan);
	const struct pl_past_file *file;

	if (!found)
		return NULL;
	file = load(job, found->path);
	for (size_t i = 0; i < file->count; i++)
		if (file->plans[i]->document == found->document)
			return file->plans[i];
	return NULL;
}

struct pl_plan *pl_past_plan(struct pl_job *job, const struct pl_plan *plan)
{
	struct pl_plan *past;

	if (!plan->previous)
		return job->run->archive ? by_name(job, plan) : NULL;
	past = by_title(job, plan);
	return past ? past : by_path(job, plan);
}
