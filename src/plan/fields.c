/* Sorts the pairs of one mapping by what their keys mean there. */
#include "base/str.h"
#include "plan/reader.h"

static const char *place_name(const struct pl_reader *reader, unsigned place)
{
	const struct pl_template_terms *terms = pl_template_terms(reader->plan->template_kind);

	switch (place) {
	case PL_IN_THEME:
		return "a theme";
	case PL_IN_OBJECTIVE:
		return "an objective";
	case PL_IN_ACTION:
		return pl_arena_print(reader->arena, "a%s %s", strchr("aeiou", *terms->action) ? "n" : "",
		                      terms->action);
	case PL_IN_MILESTONE:
		return pl_arena_print(reader->arena, "a%s %s", strchr("aeiou", *terms->milestone) ? "n" : "",
		                      terms->milestone);
	case PL_IN_TARGET:
		return "a SMART target";
	case PL_IN_ACHIEVEMENT:
		return "an achievement";
	case PL_IN_PRIORITY:
	case PL_IN_USE:
		return "a priority";
	case PL_IN_REVIEW:
		return "a review";
	case PL_IN_LINK:
		return "a link";
	case PL_IN_CARRY:
		return "'carried_forward'";
	case PL_IN_PERIOD:
		return "a period";
	default:
		return "a plan";
	}
}

static const char *elsewhere(struct pl_reader *reader, struct pl_str key)
{
	unsigned places = pl_keys_elsewhere(&reader->keys, key);

	for (unsigned place = PL_IN_PLAN; place <= PL_IN_USE; place <<= 1)
		if (places & place)
			return pl_arena_print(reader->arena, "Move '%.*s' to %s, where it belongs, or take it out",
			                      PL_STR_ARG(key), place_name(reader, place));
	return NULL;
}

static void suspect(struct pl_fields *fields, unsigned key) { fields->suspected[key / 64] |= (uint64_t)1 << key % 64; }

static void raise_unknown(struct pl_reader *reader, struct pl_fields *fields, const struct pl_text *key)
{
	struct pl_str written = pl_str_trim(key->value);
	unsigned place = fields->place | (fields->place == PL_IN_ROOT ? PL_IN_PLAN : 0);
	const struct pl_key_row *nearest = pl_keys_nearest(written, place);
	const char *advice = nearest ? NULL : elsewhere(reader, written);

	if (nearest) {
		suspect(fields, nearest->key);
		advice = pl_arena_print(reader->arena, "Write '%s', or take the key out", nearest->spelling);
	}
	if (!advice)
		advice = "Take the key out, or name the key it stands for under 'aliases' in the configuration";
	pl_collect_builtin(reader->collector, PL_BUILTIN_UNKNOWN_KEY, fields->item, key->span, advice,
	                   nearest ? "'%.*s' is not a key of %s; the nearest one is '%s'" : "'%.*s' is not a key of %s",
	                   PL_STR_ARG(written), place_name(reader, fields->place), nearest ? nearest->spelling : "");
}

static void raise_duplicate(struct pl_reader *reader, const struct pl_fields *fields, enum pl_key key,
                            const struct pl_text *second)
{
	const struct pl_text *first = fields->key[key];
	struct pl_record_place related = {.item = fields->item, .span = first->span, .message = "the first one"};

	pl_collect_builtin_related(reader->collector, PL_BUILTIN_DUPLICATE_KEY, fields->item, second->span, &related,
	                           "Keep the one that is right and delete the other",
	                           "'%.*s' and '%.*s' are the same field, '%s'; only the first is read",
	                           PL_STR_ARG(first->value), PL_STR_ARG(second->value),
	                           pl_key_name(key, fields->place));
}

static void keep(struct pl_fields *fields, const struct pl_key_row *row, const struct pl_pair *pair, bool absent)
{
	fields->key[row->key] = &pair->key;
	fields->value[row->key] = absent ? NULL : &pair->value;
	fields->rank[row->key] = (uint8_t)(row - pl_key_rows);
}

static void add_pair(struct pl_reader *reader, struct pl_fields *fields, const struct pl_pair *pair)
{
	unsigned shape = pl_node_shape(&pair->value);
	unsigned place = fields->place | (fields->place == PL_IN_ROOT ? PL_IN_PLAN : 0);
	const struct pl_key_row *row;

	row = pl_keys_find(&reader->keys, pair->key.value, place, shape);
	if (!row) {
		raise_unknown(reader, fields, &pair->key);
		return;
	}
	if (!shape && pair->value.kind == PL_NODE_SCALAR && pair->value.of.text->style == PL_SCALAR_ALIAS)
		suspect(fields, row->key); /* an alias to nothing, which is yaml-syntax */
	/* An empty field beside a filled synonym is no contradiction. */
	if (!fields->key[row->key] || (!fields->value[row->key] && shape)) {
		keep(fields, row, pair, !shape);
	} else if (shape && row->key == PL_KEY_LABEL) {
		/* Of several texts the first in the table's order is judged; the others describe it. */
		if (row - pl_key_rows < fields->rank[row->key])
			keep(fields, row, pair, false);
	} else if (shape && row->key != PL_KEY_IGNORE) { /* may stand on the document and on the plan */
		raise_duplicate(reader, fields, row->key, &pair->key);
	}
}

void pl_fields_read(struct pl_reader *reader, const struct pl_node *mapping, struct pl_fields *fields)
{
	if (!fields->first && mapping->count)
		fields->first = &mapping->of.pairs[0].key;
	for (uint32_t i = 0; i < mapping->count; i++)
		add_pair(reader, fields, &mapping->of.pairs[i]);
}

bool pl_fields_given(const struct pl_fields *fields, enum pl_key key)
{
	return fields->value[key] || (fields->suspected[key / 64] >> key % 64 & 1);
}

const char *pl_fields_name(const struct pl_fields *fields, enum pl_key key)
{
	const struct pl_key_row *row = &pl_key_rows[fields->rank[key]];

	if (fields->key[key] && row->key == key)
		return row->spelling;
	return pl_key_name(key, fields->place == PL_IN_ROOT ? PL_IN_ROOT | PL_IN_PLAN : fields->place);
}
