/* Reads a configuration with all that it extends, and says what is wrong in any of the files. */
#include "base/path.h"
#include "base/str.h"
#include "lint/config_read.h"
#include "plan/keys.h"

/* ---- refusing --------------------------------------------------------------------------------------------------- */

static size_t as_found(const struct pl_record *record)
{
	(void)record;
	return 0;
}

static struct pl_finding finding_of(struct pl_config_reader *reader, const struct pl_record *record)
{
	const struct pl_source *source = &reader->source;
	struct pl_related *related = PL_MAKE_ARRAY(reader->arena, record->related_count, struct pl_related);

	for (uint32_t i = 0; i < record->related_count; i++)
		related[i] = (struct pl_related){.path = source->path,
		                                 .item = "",
		                                 .message = record->related[i].message,
		                                 .range = pl_source_range(source, record->related[i].span)};
	return (struct pl_finding){.rule = record->rule,
	                           .severity = PL_ERROR,
	                           .confidence = PL_HIGH,
	                           .path = source->path,
	                           .item = "",
	                           .message = record->message,
	                           .advice = record->advice ? record->advice : record->rule->advice,
	                           .fingerprint = "",
	                           .range = pl_source_range(source, record->span),
	                           .span = record->span,
	                           .related = related,
	                           .related_count = record->related_count};
}

/* Leaves all mistakes with the run, and the first as its message. */
static void refuse(struct pl_config_reader *reader)
{
	struct pl_file *file = PL_MAKE(reader->arena, struct pl_file);
	struct pl_finding *findings;
	size_t count;

	pl_collect_sort(&reader->collector, NULL, as_found);
	count = reader->collector.records.count;
	findings = PL_MAKE_ARRAY(reader->arena, count, struct pl_finding);
	for (size_t i = 0; i < count; i++)
		findings[i] = finding_of(reader, &reader->collector.records.items[i]);
	*file = (struct pl_file){.path = reader->source.path,
	                         .is_plan = true,
	                         .source = PL_MAKE(reader->arena, struct pl_source),
	                         .findings = findings,
	                         .finding_count = count};
	*(struct pl_source *)file->source = reader->source;
	reader->run->refused = file;
	reader->run->message =
	        pl_arena_print(reader->arena, "%s:%u:%u: %s", file->path, (unsigned)findings[0].range.start.line,
	                       (unsigned)findings[0].range.start.column, findings[0].message);
}

/* ---- what is extended ------------------------------------------------------------------------------------------- */

static bool read_file(struct pl_config_reader *reader);

/* A file that leads back to itself would be read for ever; the circle is shown. */
static bool is_circle(struct pl_config_reader *reader, const char *real, struct pl_span span)
{
	const char *way = pl_arena_print(reader->arena, "%s", reader->source.path);

	for (const struct pl_config_reader *outer = reader; outer; outer = outer->outer) {
		if (outer != reader)
			way = pl_arena_print(reader->arena, "%s, which %s extends", way, outer->source.path);
		if (strcmp(outer->real, real) != 0)
			continue;
		pl_config_say(reader, span, "Take this line out", "this goes round in a circle: back to %s", way);
		return true;
	}
	return false;
}

static void extend_file(struct pl_config_reader *reader, struct pl_str name, struct pl_span span)
{
	const char *path = pl_path_join(reader->arena, pl_path_folder(reader->arena, reader->source.path),
	                                pl_arena_copy(reader->arena, name));
	struct pl_config_reader inner = {.run = reader->run,
	                                 .arena = reader->arena,
	                                 .config = reader->config,
	                                 .real = pl_path_real(reader->arena, path),
	                                 .outer = reader};
	enum pl_status status;
	const char *message;
	bool too_large;

	if (!inner.real) {
		pl_config_say(reader, span, "Paths count from the folder of this file", "there is no file %s", path);
		return;
	}
	if (is_circle(reader, inner.real, span) || pl_pack_again(reader, inner.real))
		return;
	status = pl_source_read(&inner.source, reader->arena, path, reader->run->limits.size, &too_large, &message);
	if (status != PL_OK)
		pl_config_say(reader, span, NULL, "%s cannot be read: %s", path, message);
	else if (!read_file(&inner))
		reader->refused = true;
}

static void extend_profile(struct pl_config_reader *reader, struct pl_str name, struct pl_span span)
{
	static const char *const names[] = {"officer", "ci", "research"};
	enum pl_profile profile;

	if (pl_profile_parse(name, &profile))
		reader->config->profile = (int)profile + 1;
	else
		pl_config_say(reader, span, pl_config_suggest(reader, pl_str_nearest(name, names, 3)),
		              "planlint has no profile %.*s; it has officer, ci and research", PL_STR_ARG(name));
}

void pl_config_extends(struct pl_config_reader *reader, const struct pl_node *node)
{
	struct pl_str own = PL_STR("planlint:"), name;
	struct pl_span span;

	for (uint32_t at = 0; pl_config_each(reader, "extends", node, &at, &name, &span) && !reader->refused;)
		if (pl_str_starts(name, own))
			extend_profile(reader, pl_str_sub(name, own.len, name.len), span);
		else
			extend_file(reader, name, span);
}

/* ---- one file --------------------------------------------------------------------------------------------------- */

static void read_root(struct pl_config_reader *reader, const struct pl_node *root)
{
	if (root->kind != PL_NODE_MAPPING) {
		pl_config_say(reader, root->span, "See planlint init for a beginning", "this is no configuration");
		return;
	}
	if (pl_pack_recognise(root)) {
		pl_pack_read(reader, root);
		return;
	}
	/* what is extended comes first: this file is laid over it, and its packs bring the rules that are named here */
	for (uint32_t i = 0; i < root->count; i++)
		if (pl_config_same(root->of.pairs[i].key.value, "extends") &&
		    !pl_node_is_absent(&root->of.pairs[i].value))
			pl_config_extends(reader, &root->of.pairs[i].value);
	if (!reader->refused)
		pl_config_section(reader, PL_SECTION_ROOT, root, reader->config);
}

/* False where it, or what it extends, is refused. */
static bool read_file(struct pl_config_reader *reader)
{
	struct pl_stream stream;

	reader->collector = (struct pl_collector){.arena = reader->arena};
	stream = pl_yaml_load(reader->arena, reader->arena, &reader->source, &reader->run->limits, &reader->collector);
	if (!reader->collector.records.count && stream.count > 1)
		pl_config_say(reader, stream.documents[1].span, "Take out what follows ---",
		              "a configuration is one document");
	if (!reader->collector.records.count && stream.count && stream.documents[0].root)
		read_root(reader, stream.documents[0].root);
	if (reader->refused)
		return false;
	if (reader->collector.records.count)
		refuse(reader);
	return !reader->collector.records.count;
}

enum pl_status pl_config_load(struct pl_run *run, const char *path, const char *folder, const struct pl_config **out)
{
	struct pl_config *config = PL_MAKE(&run->arena, struct pl_config);
	struct pl_config_reader reader = {.run = run, .arena = &run->arena, .config = config};
	const char *message;
	bool too_large;
	enum pl_status status;

	run->refused = NULL;
	config->path = pl_arena_copy(&run->arena, pl_str_of(path));
	config->folder = folder;
	status = pl_source_read(&reader.source, &run->arena, config->path, run->limits.size, &too_large, &message);
	if (status != PL_OK) {
		run->message = pl_arena_print(&run->arena, "%s: %s", path, message);
		return PL_BAD_SETTING;
	}
	reader.real = pl_path_real(&run->arena, path);
	*out = config;
	return read_file(&reader) ? PL_OK : PL_BAD_SETTING;
}
