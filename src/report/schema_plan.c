/* The schema of plans, from the table of keys: a definition for each place that keys stand in. */
#include "report/schema.h"

#include "base/str.h"
#include "plan/keys.h"

static const struct place {
	unsigned in;
	const char *name;
} places[] = {{PL_IN_ROOT | PL_IN_PLAN, "document"},
              {PL_IN_PLAN, "plan"},
              {PL_IN_THEME, "theme"},
              {PL_IN_OBJECTIVE, "objective"},
              {PL_IN_ACTION, "key_action"},
              {PL_IN_MILESTONE, "milestone"},
              {PL_IN_TARGET, "target"},
              {PL_IN_ACHIEVEMENT, "achievement"},
              {PL_IN_PRIORITY, "priority"},
              {PL_IN_REVIEW, "review"},
              {PL_IN_LINK, "link"},
              {PL_IN_CARRY, "carried_forward"},
              {PL_IN_PERIOD, "period"},
              {PL_IN_USE, "served_priority"}};

enum { PLACES = sizeof places / sizeof *places };

/* What a list under a key holds. */
static const char *entry_of(const struct pl_key_row *row, unsigned place)
{
	switch (row->key) {
	case PL_KEY_THEMES:
		return "theme";
	case PL_KEY_OBJECTIVES:
		return "objective";
	case PL_KEY_ACTIONS:
		return "key_action";
	case PL_KEY_MILESTONES:
		return "milestone";
	case PL_KEY_SMART_TARGETS:
		return "target";
	case PL_KEY_ACHIEVEMENTS:
		return "achievement";
	case PL_KEY_PRIORITIES:
		return place & PL_IN_PLAN ? "priority" : "served_priority";
	case PL_KEY_REVIEWS:
		return "review";
	default:
		return "link";
	}
}

/* A text, a list of texts and items, one item, or a mapping from refs to items. */
static void write_items(struct pl_json *json, const char *entry)
{
	pl_schema_ref(json, NULL, "text");
	pl_json_open(json, NULL, '{');
	pl_json_string(json, "type", "array");
	pl_json_open(json, "items", '{');
	pl_json_open(json, "anyOf", '[');
	pl_schema_ref(json, NULL, "text");
	pl_schema_ref(json, NULL, entry);
	pl_json_close(json, ']');
	pl_json_close(json, '}');
	pl_json_close(json, '}');
	pl_schema_type(json, NULL, "object");
}

static void write_texts(struct pl_json *json)
{
	pl_schema_ref(json, NULL, "text");
	pl_json_open(json, NULL, '{');
	pl_json_string(json, "type", "array");
	pl_json_close(json, '}');
	pl_schema_type(json, NULL, "object");
}

/* The forms of a value that are added for one meaning of a key. */
static void write_forms(struct pl_json *json, const struct pl_key_row *row, unsigned place)
{
	switch (pl_key_infos[row->key].kind) {
	case PL_VALUE_ITEMS:
	case PL_VALUE_PRIORITIES:
	case PL_VALUE_REVIEWS:
	case PL_VALUE_LINKS:
		write_items(json, entry_of(row, place));
		break;
	case PL_VALUE_TEXTS:
	case PL_VALUE_REFERENCES:
	case PL_VALUE_SCHEDULE:
	case PL_VALUE_ACRONYMS:
	case PL_VALUE_IGNORE:
		write_texts(json);
		break;
	case PL_VALUE_PERIOD:
		pl_schema_ref(json, NULL, "text");
		pl_schema_ref(json, NULL, "period");
		break;
	case PL_VALUE_CARRY:
		pl_schema_ref(json, NULL, "text");
		pl_schema_ref(json, NULL, "carried_forward");
		break;
	case PL_VALUE_PLAN:
		pl_schema_ref(json, NULL, "plan");
		break;
	default: /* a deadline may be several days */
		pl_schema_ref(json, NULL, "text");
		pl_schema_list(json, NULL, "text");
	}
}

static bool is_first(const struct pl_key_row *row, unsigned place)
{
	for (const struct pl_key_row *before = pl_key_rows; before < row; before++)
		if ((before->places & place) && strcmp(before->spelling, row->spelling) == 0)
			return false;
	return true;
}

static void write_key(struct pl_json *json, const struct pl_key_row *row, unsigned place)
{
	pl_json_break(json);
	pl_json_open(json, row->spelling, '{');
	pl_json_string(json, "description", pl_key_infos[row->key].summary);
	pl_json_open(json, "anyOf", '[');
	for (const struct pl_key_row *same = row; same < pl_key_rows + pl_key_row_count; same++)
		if ((same->places & place) && strcmp(same->spelling, row->spelling) == 0)
			write_forms(json, same, place);
	pl_json_close(json, ']');
	pl_json_close(json, '}');
}

static void write_place(struct pl_json *json, const struct place *place)
{
	pl_json_break(json);
	pl_json_open(json, place->name, '{');
	pl_json_string(json, "type", "object");
	pl_json_open(json, "properties", '{');
	for (size_t i = 0; i < pl_key_row_count; i++)
		if ((pl_key_rows[i].places & place->in) && is_first(&pl_key_rows[i], place->in))
			write_key(json, &pl_key_rows[i], place->in);
	pl_json_close(json, '}');
	pl_json_close(json, '}');
}

void pl_schema_plan(struct pl_json *json)
{
	pl_json_string(json, "$ref", "#/$defs/document");
	pl_json_open(json, "$defs", '{');
	pl_schema_define_text(json);
	for (size_t i = 0; i < PLACES; i++)
		write_place(json, &places[i]);
	pl_json_close(json, '}');
}
