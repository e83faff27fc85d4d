/* Reads suppressions from comments and keys. */
#include "base/str.h"
#include "lint/cover.h"
#include "lint/registry.h"

struct reader {
	struct pl_job *job;
	struct pl_arena *arena;
	struct pl_suppression *out;
	bool needs_reason;
};

static void say_bad(struct reader *reader, struct pl_span place, const char *message)
{
	pl_collect_builtin(&reader->job->collector, PL_BUILTIN_BAD_SUPPRESSION, NULL, place, NULL, "%s", message);
}

/* ---- names ------------------------------------------------------------------------------------------------------ */

/* A module is locked where any of its rules is. */
static bool is_locked(const struct reader *reader, const struct pl_rule *rule, struct pl_str name)
{
	const struct pl_ruleset *rules = reader->job->rules;

	if (!rules->config)
		return false;
	for (size_t i = 0; i < pl_catalogue_count(rules->catalogue); i++) {
		const struct pl_rule *each = pl_catalogue_at(rules->catalogue, i);

		if (pl_str_equal(name, pl_str_of(rule ? each->id : each->module)) &&
		    pl_config_locks(rules->config, each))
			return true;
	}
	return false;
}

static void add_name(struct reader *reader, struct pl_str name, struct pl_span place, const char *reason)
{
	const struct pl_catalogue *catalogue = reader->job->rules->catalogue;
	const struct pl_rule *rule = pl_catalogue_find(catalogue, name);

	if (!rule && !pl_catalogue_has_module(catalogue, name)) {
		const char *nearest = pl_catalogue_nearest(catalogue, reader->arena, name, true);

		say_bad(reader, place,
		        pl_arena_print(reader->arena, "there is no rule \"%.*s\" to ignore%s%s%s", PL_STR_ARG(name),
		                       nearest ? "; did you mean \"" : "", nearest ? nearest : "",
		                       nearest ? "\"?" : ""));
		return;
	}
	if (is_locked(reader, rule, name)) {
		say_bad(reader, place,
		        pl_arena_print(reader->arena, "%.*s cannot be ignored here: the configuration locks it",
		                       PL_STR_ARG(name)));
		return;
	}
	if (reader->needs_reason && !*reason) {
		say_bad(reader, place,
		        pl_arena_print(reader->arena, "why %.*s is ignored here is not said", PL_STR_ARG(name)));
		return;
	}
	*PL_VEC_PUSH(reader->arena, &reader->out->names) =
	        (struct pl_ignored){.name = name, .rule = rule, .reason = reason};
}

static struct pl_span span_in(struct pl_str whole, struct pl_span place, struct pl_str part)
{
	uint32_t begin = place.begin + (uint32_t)(part.ptr - whole.ptr);

	return (struct pl_span){begin, begin + (uint32_t)part.len};
}

/* ---- comments --------------------------------------------------------------------------------------------------- */

static bool skip(struct pl_str *text, struct pl_str prefix)
{
	if (!pl_str_starts(*text, prefix))
		return false;
	*text = pl_str_trim(pl_str_sub(*text, prefix.len, text->len));
	return true;
}

/* What follows the names: nothing, or `-- reason`. NULL where it is something else. */
static const char *read_reason(struct reader *reader, struct pl_str rest)
{
	if (!rest.len)
		return "";
	return skip(&rest, PL_STR("--")) ? pl_arena_copy(reader->arena, rest) : NULL;
}

/* Reads `[names] -- reason`; `whole` is the comment's text, at `place`. */
static void read_names(struct reader *reader, struct pl_str rest, struct pl_str whole, struct pl_span place)
{
	struct pl_str names, name;
	const char *reason;

	if (!skip(&rest, PL_STR("[")) || !rest.len || !memchr(rest.ptr, ']', rest.len)) {
		say_bad(reader, place, "this comment does not say which rules to ignore");
		return;
	}
	pl_str_split(&rest, ']', &names);
	reason = read_reason(reader, pl_str_trim(rest));
	if (!reason)
		say_bad(reader, place, "this comment cannot be read: the reason follows after two hyphens");
	else if (!names.len)
		say_bad(reader, place, "this comment does not say which rules to ignore");
	while (reason && pl_str_split(&names, ',', &name))
		if (name.len)
			add_name(reader, name, span_in(whole, place, name), reason);
}

static void cover(struct reader *reader, const struct pl_tree_places *places, const struct pl_comment *comment,
                  bool is_file)
{
	if (is_file)
		*PL_VEC_PUSH(reader->arena, &reader->out->covers) = (struct pl_cover){.span = {0, UINT32_MAX}};
	else if (comment->alone)
		pl_cover_below(reader->arena, reader->job, places, comment, reader->out);
	else
		pl_cover_line(reader->arena, reader->job, places, comment, reader->out);
}

static void read_comment(struct reader *reader, const struct pl_tree_places *places, const struct pl_comment *comment,
                         struct pl_str text)
{
	struct pl_str rest = pl_str_trim(pl_str_sub(text, sizeof "planlint:" - 1, text.len));
	bool is_file = skip(&rest, PL_STR("ignore-file"));

	reader->out->place = comment->span;
	if (!is_file && !skip(&rest, PL_STR("ignore"))) {
		say_bad(reader, comment->span,
		        "this comment cannot be read: after planlint: comes ignore or ignore-file");
		return;
	}
	if (is_file && (comment->span.begin > places->content || !comment->alone)) {
		say_bad(reader, comment->span,
		        "ignore-file has no effect here: it stands above everything else in a file");
		return;
	}
	read_names(reader, rest, pl_source_excerpt(&reader->job->source, comment->span), comment->span);
	cover(reader, places, comment, is_file);
}

/* The directive in a comment: at its start, or behind another `#`. Empty where the comment only talks of planlint. */
static struct pl_str directive(struct pl_str text)
{
	struct pl_str part, rest = text;

	while (pl_str_split(&rest, '#', &part))
		if (pl_str_starts(part, PL_STR("planlint:")))
			return pl_str_sub(text, (size_t)(part.ptr - text.ptr), text.len);
	return (struct pl_str){0};
}

/* ---- keys ------------------------------------------------------------------------------------------------------- */

static void read_list(struct reader *reader, const struct pl_node *node)
{
	const struct pl_text *text = node->of.text;
	struct pl_str rest, name;

	if (node->kind != PL_NODE_SCALAR) {
		say_bad(reader, node->span, "planlint_ignore takes the names of rules, each with its reason");
		return;
	}
	rest = text->value;
	while (pl_str_split(&rest, ',', &name)) {
		uint32_t begin = (uint32_t)(name.ptr - text->value.ptr);

		if (name.len)
			add_name(reader, name,
			         pl_yaml_locate(&reader->job->source, text, begin, begin + (uint32_t)name.len), "");
	}
}

static void read_reasons(struct reader *reader, const struct pl_node *mapping)
{
	for (uint32_t i = 0; i < mapping->count; i++) {
		const struct pl_pair *pair = &mapping->of.pairs[i];

		if (pair->value.kind != PL_NODE_SCALAR)
			say_bad(reader, pair->key.span,
			        "planlint_ignore takes the names of rules, each with its reason");
		else
			add_name(reader, pl_str_trim(pair->key.value), pair->key.span,
			         pl_arena_copy(reader->arena, pl_str_trim(pair->value.of.text->value)));
	}
}

static void read_key(struct reader *reader, const struct pl_ignore_key *key)
{
	const struct pl_node *value = &key->pair->value;

	reader->out->place = key->pair->key.span;
	*PL_VEC_PUSH(reader->arena, &reader->out->covers) = (struct pl_cover){.span = key->entry};
	if (value->kind == PL_NODE_MAPPING)
		read_reasons(reader, value);
	else if (value->kind == PL_NODE_SCALAR)
		read_list(reader, value);
	for (uint32_t i = 0; i < value->count && value->kind == PL_NODE_SEQUENCE; i++)
		read_list(reader, &value->of.items[i]);
}

/* ---- the file --------------------------------------------------------------------------------------------------- */

void pl_suppressions_read(struct pl_job *job, struct pl_suppressions *found)
{
	struct pl_arena *arena = job->arena;
	size_t bad = pl_rule_index(&pl_builtin_rules[PL_BUILTIN_BAD_SUPPRESSION]);
	struct reader reader = {.job = job, .arena = arena, .needs_reason = job->rules->rules[bad].options[0].number};
	struct pl_tree_places places = {0};
	struct pl_comments comments;

	if (!job->names_us)
		return;
	pl_tree_places_read(arena, &job->stream, &places);
	comments = pl_yaml_comments(arena, &job->source, &job->stream, PL_STR("planlint:"));
	for (size_t i = 0; i < comments.count; i++) {
		struct pl_str text = directive(comments.items[i].text);

		if (!text.len)
			continue;
		reader.out = PL_VEC_PUSH(arena, &found->items);
		read_comment(&reader, &places, &comments.items[i], text);
	}
	for (size_t i = 0; i < places.keys.count; i++) {
		reader.out = PL_VEC_PUSH(arena, &found->items);
		read_key(&reader, &places.keys.items[i]);
	}
}
