/* Walks the forms that a list may have, and starts the items in it. */
#include "base/str.h"
#include "plan/reader.h"

/* A mapping where a list belongs is one item where most of its keys are an item's, else its keys are refs. */
static bool is_one_item(const struct pl_reader *reader, const struct pl_node *mapping, unsigned place)
{
	uint32_t known = 0;

	for (uint32_t i = 0; i < mapping->count; i++) {
		const struct pl_pair *pair = &mapping->of.pairs[i];

		if (pl_keys_find(&reader->keys, pair->key.value, place, 0))
			known++;
	}
	return known * 2 > mapping->count;
}

struct pl_walk pl_walk_list(struct pl_reader *reader, const struct pl_fields *fields, enum pl_key key, unsigned place)
{
	struct pl_walk walk = {.node = fields->value[key], .item = fields->item, .place = place};

	walk.name = pl_fields_name(fields, key);
	walk.single = walk.node && walk.node->kind == PL_NODE_MAPPING && is_one_item(reader, walk.node, place);
	return walk;
}

uint32_t pl_walk_room(const struct pl_walk *walk)
{
	if (!walk->node)
		return 0;
	return walk->single || walk->node->kind == PL_NODE_SCALAR ? 1 : walk->node->count;
}

/* The entry at `at`, as it stands. */
static struct pl_entry entry_at(const struct pl_walk *walk)
{
	const struct pl_node *node = walk->node;

	if (walk->single || node->kind == PL_NODE_SCALAR)
		return (struct pl_entry){.node = node, .span = node->span};
	if (node->kind == PL_NODE_SEQUENCE)
		return (struct pl_entry){.node = &node->of.items[walk->at], .span = node->of.items[walk->at].span};
	return (struct pl_entry){
	        .node = &node->of.pairs[walk->at].value,
	        .key = &node->of.pairs[walk->at].key,
	        .span = {node->of.pairs[walk->at].key.span.begin, node->of.pairs[walk->at].value.span.end},
	};
}

/* An empty entry has no bytes of its own: its dash is what can be seen. */
static struct pl_span dash_before(const struct pl_source *source, struct pl_span span)
{
	uint32_t at = span.begin;

	if (span.end > span.begin)
		return span;
	while (at > 0 && pl_ascii_is_space(source->text.ptr[at - 1]))
		at--;
	if (at > 0 && source->text.ptr[at - 1] == '-')
		return (struct pl_span){at - 1, at};
	return span;
}

bool pl_walk_next(struct pl_reader *reader, struct pl_walk *walk, struct pl_entry *entry)
{
	for (; walk->at < pl_walk_room(walk); walk->at++) {
		*entry = entry_at(walk);
		if (entry->span.end < entry->span.begin && entry->key) /* a value that an alias brought from above */
			entry->span = entry->key->span;
		if (entry->node->kind == PL_NODE_SEQUENCE) {
			pl_collect_builtin(reader->collector, PL_BUILTIN_WRONG_TYPE, walk->item, entry->node->span,
			                   "Write a text, or keys such as 'title:', behind the dash",
			                   "this entry of '%s' is a list of its own", walk->name);
			continue;
		}
		if (pl_node_is_absent(entry->node) && !entry->key) {
			pl_collect_builtin(reader->collector, PL_BUILTIN_MISSING_FIELD, walk->item,
			                   dash_before(reader->source, entry->span),
			                   "Write the entry, or take the empty one out", "'%s' has an empty entry",
			                   walk->name);
			continue;
		}
		if (pl_node_is_absent(entry->node))
			entry->node = NULL;
		walk->at++;
		return true;
	}
	return false;
}

/* The key of a list that is a mapping is the ref; the same ref inside is fine, another one contradicts it. */
static void take_key_as_ref(struct pl_reader *reader, struct pl_item *item, const struct pl_entry *entry,
                            const struct pl_fields *fields)
{
	const struct pl_text *key = pl_key_text(reader, entry->key);

	if (!item->ref) {
		item->ref = key;
		return;
	}
	if (!pl_str_equal(pl_str_trim(item->ref->value), pl_str_trim(key->value))) {
		struct pl_record_place related = {.item = item, .span = entry->key->span, .message = "the key"};

		pl_collect_builtin_related(
		        reader->collector, PL_BUILTIN_DUPLICATE_KEY, item, item->ref->span, &related,
		        "Keep the one that is right", "'%s' is \"%.*s\", but the key it stands under says \"%.*s\"",
		        pl_fields_name(fields, PL_KEY_REF), PL_STR_ARG(item->ref->value), PL_STR_ARG(key->value));
		item->ref = key;
	}
}

/* Neither an empty list nor "none". */
static bool is_said(const struct pl_node *value)
{
	if (value->kind == PL_NODE_SCALAR)
		return !pl_says_none(value->of.text->value);
	return value->count > 0;
}

static unsigned given_fields(const struct pl_fields *fields)
{
	static const struct {
		enum pl_key key;
		enum pl_field field;
	} watched[] = {
	        {PL_KEY_DUE, PL_FIELD_DUE},
	        {PL_KEY_OUTCOME, PL_FIELD_OUTCOME},
	        {PL_KEY_SMART_TARGETS, PL_FIELD_TARGETS},
	        {PL_KEY_MILESTONES, PL_FIELD_MILESTONES},
	        {PL_KEY_SCHEDULE, PL_FIELD_MILESTONES},
	        {PL_KEY_STATUS, PL_FIELD_STATUS},
	        {PL_KEY_PERCENT_COMPLETE, PL_FIELD_PERCENT},
	        {PL_KEY_PRIORITIES, PL_FIELD_PRIORITIES},
	        {PL_KEY_SUPPORT_FUNCTION, PL_FIELD_SUPPORT},
	};
	unsigned given = 0;

	for (size_t i = 0; i < sizeof watched / sizeof *watched; i++) {
		const struct pl_node *value = fields->value[watched[i].key];

		if (value ? is_said(value) : pl_fields_given(fields, watched[i].key))
			given |= watched[i].field;
	}
	return given;
}

static bool has_space(struct pl_str text) { return memchr(text.ptr, ' ', text.len) != NULL; }

void pl_item_start(struct pl_reader *reader, struct pl_item *item, const struct pl_entry *entry,
                   struct pl_fields *fields)
{
	item->plan = reader->plan;
	item->span = entry->span;
	fields->item = item;
	fields->first = entry->key;
	if (entry->node && entry->node->kind == PL_NODE_MAPPING) {
		pl_fields_read(reader, entry->node, fields);
		item->ref = pl_read_text(reader, fields, PL_KEY_REF);
		item->title = pl_read_text(reader, fields, PL_KEY_LABEL);
		item->given = given_fields(fields);
	} else if (entry->node) {
		item->title = entry->node->of.text;
		fields->value[PL_KEY_LABEL] = entry->node;
		fields->key[PL_KEY_LABEL] = entry->node->of.text;
	}
	if (!entry->key || pl_text_is_absent(entry->key))
		return;
	/* "Living safely: {objectives: …}": words for a key are the title where there is no other. */
	if (!item->title && !item->ref && has_space(pl_str_trim(entry->key->value))) {
		item->title = pl_key_text(reader, entry->key);
		fields->value[PL_KEY_LABEL] = pl_key_node(reader, entry->key);
		return;
	}
	take_key_as_ref(reader, item, entry, fields);
	fields->value[PL_KEY_REF] = pl_key_node(reader, entry->key);
}
