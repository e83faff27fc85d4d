/* The schema of the format json. */
#include "report/schema.h"

#include "report/finding_json.h"

/* A member of an object: `type` names a JSON type, a definition with `#`, or a list of one with `*`; `?` before it
 * allows null. */
struct field {
	const char *name, *type;
};

static const struct field position[] = {
        {"line", "integer"}, {"column", "integer"}, {"offset", "integer"}, {.name = NULL}};
static const struct field range[] = {{"start", "#position"}, {"end", "#position"}, {.name = NULL}};
static const struct field evidence[] = {{"words", "string"}, {"range", "#range"}, {.name = NULL}};
static const struct field related[] = {
        {"path", "string"}, {"item", "string"}, {"range", "#range"}, {"message", "string"}, {.name = NULL}};
static const struct field suppression[] = {{"reason", "?string"}, {.name = NULL}};
static const struct field finding[] = {{"rule", "string"},
                                       {"module", "string"},
                                       {"severity", "#severity"},
                                       {"confidence", "#confidence"},
                                       {"message", "string"},
                                       {"advice", "string"},
                                       {"path", "string"},
                                       {"item", "string"},
                                       {"range", "#range"},
                                       {"evidence", "*evidence"},
                                       {"related", "*related"},
                                       {"fingerprint", "string"},
                                       {"state", "#state"},
                                       {"suppression", "?#suppression"},
                                       {.name = NULL}};
static const struct field tool[] = {{"name", "string"}, {"version", "string"}, {.name = NULL}};
static const struct field summary[] = {
        {"files", "integer"},      {"unreadable", "integer"},       {"plans", "integer"},     {"actions", "integer"},
        {"milestones", "integer"}, {"quiet_milestones", "integer"}, {"errors", "integer"},    {"warnings", "integer"},
        {"infos", "integer"},      {"suppressed", "integer"},       {"baselined", "integer"}, {.name = NULL}};
static const struct field unchecked[] = {
        {"path", "string"}, {"rule", "?string"}, {"what", "string"}, {"why", "string"}, {.name = NULL}};
static const struct field file[] = {{"path", "string"},     {"readable", "boolean"},   {"plans", "integer"},
                                    {"actions", "integer"}, {"milestones", "integer"}, {"quiet_milestones", "integer"},
                                    {"errors", "integer"},  {"warnings", "integer"},   {"infos", "integer"},
                                    {.name = NULL}};
static const struct field document[] = {
        {"schema", "string"},          {"tool", "#tool"},  {"as_of", "?string"},     {"summary", "#summary"},
        {"not_checked", "*unchecked"}, {"files", "*file"}, {"findings", "*finding"}, {.name = NULL}};

static const struct {
	const char *name;
	const struct field *fields;
} objects[] = {{"position", position},      {"range", range}, {"evidence", evidence},
               {"related", related},        {"tool", tool},   {"summary", summary},
               {"unchecked", unchecked},    {"file", file},   {"finding", finding},
               {"suppression", suppression}};

static void write_type(struct pl_json *json, const char *key, const char *type)
{
	if (*type == '#') {
		pl_schema_ref(json, key, type + 1);
	} else if (*type == '*') {
		pl_schema_list(json, key, type + 1);
	} else if (*type == '?') {
		pl_json_open(json, key, '{');
		pl_json_open(json, "anyOf", '[');
		write_type(json, NULL, type + 1);
		pl_schema_type(json, NULL, "null");
		pl_json_close(json, ']');
		pl_json_close(json, '}');
	} else {
		pl_schema_type(json, key, type);
	}
}

/* Members may be added in later versions: the rest is left open. */
static void write_object(struct pl_json *json, const struct field *fields)
{
	pl_json_string(json, "type", "object");
	pl_json_open(json, "required", '[');
	for (size_t i = 0; fields[i].name; i++)
		pl_json_string(json, NULL, fields[i].name);
	pl_json_close(json, ']');
	pl_json_open(json, "properties", '{');
	for (size_t i = 0; fields[i].name; i++)
		write_type(json, fields[i].name, fields[i].type);
	pl_json_close(json, '}');
}

static void define_names(struct pl_json *json)
{
	const char *severities[] = {pl_severity_name(PL_ERROR), pl_severity_name(PL_WARNING), pl_severity_name(PL_INFO),
	                            NULL};
	const char *confidences[] = {pl_confidence_name(PL_HIGH), pl_confidence_name(PL_MEDIUM),
	                             pl_confidence_name(PL_LOW), NULL};
	const char *states[] = {pl_state_name(PL_NEW), pl_state_name(PL_BASELINED), pl_state_name(PL_SUPPRESSED), NULL};

	pl_schema_enum(json, "severity", severities);
	pl_schema_enum(json, "confidence", confidences);
	pl_schema_enum(json, "state", states);
}

void pl_schema_output(struct pl_json *json, const struct pl_run *run)
{
	(void)run; /* packs bring rules that the reader of a report need not know */
	write_object(json, document);
	pl_json_open(json, "$defs", '{');
	define_names(json);
	for (size_t i = 0; i < sizeof objects / sizeof *objects; i++) {
		pl_json_break(json);
		pl_json_open(json, objects[i].name, '{');
		write_object(json, objects[i].fields);
		pl_json_close(json, '}');
	}
	pl_json_close(json, '}');
}
