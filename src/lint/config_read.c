/* Reads the keys of a configuration by their table. */
#include "lint/config_read.h"

#include "base/str.h"
#include "plan/keys.h"

#include <stdarg.h>

const struct pl_config_row pl_config_rows[] = {
#define PL_CONFIG_PART(part, parent, key, summary)                                                                     \
	{PL_SECTION_##parent, key, PL_TAKES_MAPPING, PL_SECTION_##part, 0, summary},
#define PL_CONFIG_KEY(section, of, key, kind, field, summary)                                                          \
	{PL_SECTION_##section, key, PL_TAKES_##kind, PL_SECTION_ROOT, offsetof(struct of, field), summary},
#include "lint/config.def"
        {.key = NULL}};

/* ---- saying what is wrong --------------------------------------------------------------------------------------- */

static const struct pl_rule mistake = {
        .id = "configuration", .module = "configuration", .severity = PL_ERROR, .confidence = PL_HIGH};

void pl_config_say(struct pl_config_reader *reader, struct pl_span span, const char *advice, const char *format, ...)
{
	va_list arguments;
	const char *message;

	va_start(arguments, format);
	message = pl_arena_vprint(reader->arena, format, arguments);
	va_end(arguments);
	pl_collect(&reader->collector,
	           &(struct pl_record){
	                   .rule = &mistake, .span = span, .message = message, .advice = advice ? advice : ""});
}

const char *pl_config_suggest(struct pl_config_reader *reader, const char *nearest)
{
	return nearest ? pl_arena_print(reader->arena, "Did you mean %s?", nearest) : NULL;
}

/* ---- shapes of values ------------------------------------------------------------------------------------------- */

bool pl_config_same(struct pl_str a, const char *b) { return pl_str_distance(a, pl_str_of(b), 0) == 0; }

bool pl_config_text(struct pl_config_reader *reader, const char *key, const struct pl_node *node, struct pl_str *out)
{
	if (node->kind == PL_NODE_SCALAR && !pl_node_is_absent(node)) {
		*out = pl_str_trim(node->of.text->value);
		return true;
	}
	pl_config_say(reader, node->span, NULL, node->kind == PL_NODE_SCALAR ? "%s has no value" : "%s takes one value",
	              key);
	return false;
}

bool pl_config_flag(struct pl_config_reader *reader, const char *key, const struct pl_node *node, bool *out)
{
	static const char *const words[] = {"no", "yes", "off", "on", "false", "true"};
	struct pl_str text;

	if (!pl_config_text(reader, key, node, &text))
		return false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (pl_str_equal_fold(text, pl_str_of(words[i]))) {
			*out = i % 2;
			return true;
		}
	pl_config_say(reader, node->span, NULL, "%.*s is neither yes nor no", PL_STR_ARG(text));
	return false;
}

bool pl_config_each(struct pl_config_reader *reader, const char *key, const struct pl_node *node, uint32_t *at,
                    struct pl_str *out, struct pl_span *span)
{
	if (node->kind == PL_NODE_MAPPING) {
		if (!(*at)++)
			pl_config_say(reader, node->span, NULL, "%s takes a list", key);
		return false;
	}
	while (*at < (node->kind == PL_NODE_SEQUENCE ? node->count : 1)) {
		const struct pl_node *item = node->kind == PL_NODE_SEQUENCE ? &node->of.items[*at] : node;

		(*at)++;
		*span = item->span;
		if (pl_config_text(reader, key, item, out))
			return true;
	}
	return false;
}

bool pl_config_mapping(struct pl_config_reader *reader, const char *key, const struct pl_node *node)
{
	if (node->kind != PL_NODE_MAPPING)
		pl_config_say(reader, node->span, NULL, "%s takes keys and values, one below the other", key);
	return node->kind == PL_NODE_MAPPING;
}

/* ---- keys ------------------------------------------------------------------------------------------------------- */

static const struct pl_config_row *find_row(enum pl_config_section section, struct pl_str key)
{
	for (const struct pl_config_row *row = pl_config_rows; row->key; row++)
		if (row->section == section && pl_config_same(key, row->key))
			return row;
	return NULL;
}

static void say_unknown(struct pl_config_reader *reader, enum pl_config_section section, const struct pl_text *key)
{
	const char *names[32];
	size_t count = 0;

	for (const struct pl_config_row *row = pl_config_rows; row->key && count < 32; row++)
		if (row->section == section)
			names[count++] = row->key;
	pl_config_say(reader, key->span, pl_config_suggest(reader, pl_str_nearest(key->value, names, count)),
	              "there is no setting %.*s here", PL_STR_ARG(key->value));
}

void pl_config_section(struct pl_config_reader *reader, enum pl_config_section section, const struct pl_node *mapping,
                       void *target)
{
	bool given[64] = {false}; /* `-` and `_` make two keys of one name */

	for (uint32_t i = 0; i < mapping->count; i++) {
		const struct pl_pair *pair = &mapping->of.pairs[i];
		const struct pl_config_row *row = find_row(section, pl_str_trim(pair->key.value));
		size_t number = row ? (size_t)(row - pl_config_rows) : 0;

		if (!row) {
			say_unknown(reader, section, &pair->key);
		} else if (given[number]) {
			pl_config_say(reader, pair->key.span, "Keep one of them", "%s is given twice", row->key);
		} else if (!pl_node_is_absent(&pair->value)) {
			given[number] = true;
			pl_config_value(reader, &(struct pl_config_value){row, &pair->value,
			                                                  row->kind == PL_TAKES_MAPPING
			                                                          ? target
			                                                          : (char *)target + row->field});
		}
	}
}
