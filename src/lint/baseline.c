/* Reads baselines and remembers which of their entries were found again. */
#include "lint/baseline.h"

#include "base/str.h"
#include "lint/registry.h"
#include "lint/ruleset.h"
#include "source/source.h"

#include <jansson.h>

enum { MOST_BYTES = 1 << 30 };

static enum pl_status refuse(struct pl_arena *arena, const char **message, const char *path, const char *why)
{
	*message = pl_arena_print(arena, "%s: %s", path, why);
	return PL_BAD_SETTING;
}

static const char *member(const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);

	return json_is_string(value) ? json_string_value(value) : NULL;
}

static void add(struct pl_baseline *baseline, struct pl_arena *arena, const struct pl_baseline_entry *entry)
{
	uint32_t place = (uint32_t)baseline->known.count + 1;
	uint32_t *first = pl_map_put(arena, &baseline->by_path, pl_str_of(entry->path), NULL);

	*PL_VEC_PUSH(arena, &baseline->known) = (struct pl_known){.entry = *entry};
	*PL_VEC_PUSH(arena, &baseline->next) = *first;
	*first = place;
	*pl_map_put(arena, &baseline->by_fingerprint, pl_str_of(entry->fingerprint), NULL) = place;
}

static bool add_object(struct pl_baseline *baseline, struct pl_arena *arena, const json_t *object)
{
	struct pl_baseline_entry entry = {.path = member(object, "path"),
	                                  .rule = member(object, "rule"),
	                                  .item = member(object, "item"),
	                                  .message = member(object, "message"),
	                                  .fingerprint = member(object, "fingerprint")};

	if (!entry.path || !entry.rule || !entry.fingerprint)
		return false;
	entry.item = entry.item ? entry.item : "";
	entry.message = entry.message ? entry.message : "";
	if (!pl_map_find(&baseline->by_fingerprint, pl_str_of(entry.fingerprint)))
		add(baseline, arena, &entry);
	return true;
}

static enum pl_status read_findings(struct pl_baseline *baseline, struct pl_arena *arena, const json_t *document,
                                    const char *path, const char **message)
{
	const char *schema = member(document, "schema");
	const json_t *findings = json_object_get(document, "findings");

	if (!schema || strcmp(schema, PL_BASELINE_SCHEMA) != 0 || !json_is_array(findings))
		return refuse(arena, message, path, "this is no baseline of planlint");
	for (size_t i = 0; i < json_array_size(findings); i++)
		if (!add_object(baseline, arena, json_array_get(findings, i)))
			return refuse(arena, message, path,
			              pl_arena_print(arena, "entry %zu lacks a path, a rule or a fingerprint", i + 1));
	return PL_OK;
}

enum pl_status pl_baseline_read(struct pl_baseline *baseline, struct pl_arena *arena, const char *path,
                                const char **message)
{
	struct pl_source source;
	struct pl_str text;
	void **document;
	json_error_t error;
	bool too_large;
	enum pl_status status = pl_source_read(&source, arena, path, MOST_BYTES, &too_large, message);

	if (status != PL_OK) {
		*message = pl_arena_print(arena, "%s: %s", path, *message);
		return status;
	}
	text = pl_str_sub(source.text, source.mark, source.text.len);
	document = PL_VEC_PUSH(arena, &baseline->documents);
	*document = json_loadb(text.len ? text.ptr : " ", text.len ? text.len : 1, JSON_REJECT_DUPLICATES, &error);
	if (*document)
		return read_findings(baseline, arena, *document, path, message);
	if (json_error_code(&error) == json_error_out_of_memory)
		pl_arena_exhausted(arena);
	return refuse(arena, message, path,
	              pl_arena_print(arena, "line %d, column %d: this is no JSON", error.line, error.column));
}

uint32_t pl_baseline_find(const struct pl_baseline *baseline, const char *fingerprint)
{
	const uint32_t *place = pl_map_find(&baseline->by_fingerprint, pl_str_of(fingerprint));

	return place ? *place : 0;
}

void pl_baseline_meet(struct pl_baseline *baseline, uint32_t place) { baseline->known.items[place - 1].met = true; }

/* A rule that did not run could not find it; one that is no more never will. */
static bool was_left_out(const struct pl_known *known, const struct pl_ruleset *rules)
{
	const struct pl_rule *rule = pl_rule_find(pl_str_of(known->entry.rule));

	return rule && !pl_ruleset_runs(rules, pl_rule_index(rule));
}

void pl_baseline_looked(struct pl_baseline *baseline, const char *identity, const struct pl_ruleset *rules)
{
	const uint32_t *first = pl_map_find(&baseline->by_path, pl_str_of(identity));

	for (uint32_t place = first ? *first : 0; place; place = baseline->next.items[place - 1]) {
		struct pl_known *known = &baseline->known.items[place - 1];

		known->looked = !was_left_out(known, rules);
	}
}

void pl_baseline_close(struct pl_baseline *baseline)
{
	for (size_t i = 0; i < baseline->documents.count; i++)
		json_decref(baseline->documents.items[i]);
}
