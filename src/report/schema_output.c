/* The schemas of the format json, of `check` and of `compare`. */
#include "report/schema.h"

#include "report/compare_json.h"
#include "report/finding_json.h"

/* A member of an object: `type` names a JSON type, a definition with `#`, or a list of one with `*`; `?` before it
 * allows null, `!` that the member is not always there. */
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
static const struct field summary[] = {{"files", "integer"},
                                       {"unreadable", "integer"},
                                       {"plans", "integer"},
                                       {"actions", "integer"},
                                       {"milestones", "integer"},
                                       {"quiet_milestones", "integer"},
                                       {"errors", "integer"},
                                       {"warnings", "integer"},
                                       {"infos", "integer"},
                                       {"suppressed", "integer"},
                                       {"baselined", "integer"},
                                       {"since_last_period", "!#since"},
                                       {.name = NULL}};
static const struct field since[] = {{"plans", "integer"},           {"milestones", "integer"},
                                     {"completed", "integer"},       {"lost", "integer"},
                                     {"carried_forward", "integer"}, {"set_again", "integer"},
                                     {"dropped", "integer"},         {"new", "integer"},
                                     {"put_off_twice", "integer"},   {.name = NULL}};
static const struct field unchecked[] = {
        {"path", "string"}, {"rule", "?string"}, {"what", "string"}, {"why", "string"}, {.name = NULL}};
static const struct field file[] = {{"path", "string"},     {"readable", "boolean"},   {"plans", "integer"},
                                    {"actions", "integer"}, {"milestones", "integer"}, {"quiet_milestones", "integer"},
                                    {"errors", "integer"},  {"warnings", "integer"},   {"infos", "integer"},
                                    {.name = NULL}};
static const struct field document[] = {
        {"schema", "string"},          {"tool", "#tool"},  {"as_of", "?string"},     {"summary", "#summary"},
        {"not_checked", "*unchecked"}, {"files", "*file"}, {"findings", "*finding"}, {.name = NULL}};

/* ---- of planlint compare ---------------------------------------------------------------------------------------- */

static const struct field compare_plan_side[] = {{"path", "string"},
                                                 {"title", "string"},
                                                 {"organisation", "string"},
                                                 {"period_from", "?string"},
                                                 {"period_to", "?string"},
                                                 {"milestones", "integer"},
                                                 {.name = NULL}};
static const struct field compare_milestone_side[] = {
        {"item", "string"}, {"text", "string"}, {"due", "?string"}, {"line", "integer"}, {.name = NULL}};
static const struct field compare_milestone[] = {{"change", "#milestone_change"},
                                                 {"fate", "?#fate"},
                                                 {"reworded", "boolean"},
                                                 {"moved", "boolean"},
                                                 {"elsewhere", "boolean"},
                                                 {"alike_percent", "integer"},
                                                 {"old", "?#compare_milestone_side"},
                                                 {"new", "?#compare_milestone_side"},
                                                 {.name = NULL}};
static const struct field compare_plan[] = {{"old", "?#compare_plan_side"},       {"new", "?#compare_plan_side"},
                                            {"two_periods", "boolean"},           {"complete", "boolean"},
                                            {"milestones", "*compare_milestone"}, {.name = NULL}};
static const struct field compare_findings[] = {
        {"new", "*finding"}, {"gone", "*finding"}, {"unchanged", "*finding"}, {"ignored", "*finding"}, {.name = NULL}};
static const struct field compare_file_side[] = {{"path", "string"}, {"readable", "boolean"}, {.name = NULL}};
static const struct field compare_file[] = {{"old", "?#compare_file_side"},
                                            {"new", "?#compare_file_side"},
                                            {"plans", "*compare_plan"},
                                            {"findings", "#compare_findings"},
                                            {.name = NULL}};
static const struct field compare_document[] = {{"schema", "string"},
                                                {"tool", "#tool"},
                                                {"as_of", "?string"},
                                                {"old", "string"},
                                                {"new", "string"},
                                                {"files", "*compare_file"},
                                                {"summary", "#compare_summary"},
                                                {.name = NULL}};

struct object {
	const char *name;
	const struct field *fields;
};

static const struct object compare_objects[] = {{"compare_plan_side", compare_plan_side},
                                                {"compare_milestone_side", compare_milestone_side},
                                                {"compare_milestone", compare_milestone},
                                                {"compare_plan", compare_plan},
                                                {"compare_findings", compare_findings},
                                                {"compare_file_side", compare_file_side},
                                                {"compare_file", compare_file}};

static const struct object objects[] = {
        {"position", position}, {"range", range},     {"evidence", evidence},      {"related", related},
        {"tool", tool},         {"summary", summary}, {"unchecked", unchecked},    {"since", since},
        {"file", file},         {"finding", finding}, {"suppression", suppression}};

static void write_type(struct pl_json *json, const char *key, const char *type)
{
	if (*type == '!') {
		write_type(json, key, type + 1);
	} else if (*type == '#') {
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
		if (*fields[i].type != '!')
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

static void define_objects(struct pl_json *json, const struct object *all, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		pl_json_break(json);
		pl_json_open(json, all[i].name, '{');
		write_object(json, all[i].fields);
		pl_json_close(json, '}');
	}
}

void pl_schema_output(struct pl_json *json, const struct pl_run *run)
{
	(void)run; /* packs bring rules that the reader of a report need not know */
	write_object(json, document);
	pl_json_open(json, "$defs", '{');
	define_names(json);
	define_objects(json, objects, sizeof objects / sizeof *objects);
	pl_json_close(json, '}');
}

static void define_fates(struct pl_json *json)
{
	const char *fates[PL_FATES + 1] = {NULL};

	for (int fate = PL_FATE_NONE + 1; fate < PL_FATES; fate++)
		fates[fate - 1] = pl_fate_name((enum pl_fate)fate);
	pl_schema_enum(json, "fate", fates);
	pl_schema_enum(json, "milestone_change", (const char *const[]){"kept", "added", "gone", NULL});
}

static void define_summary(struct pl_json *json)
{
	struct field counts[64] = {{.name = NULL}};

	for (size_t i = 0; pl_compare_counts[i].name && i + 1 < sizeof counts / sizeof *counts; i++)
		counts[i] = (struct field){pl_compare_counts[i].name, "integer"};
	define_objects(json, &(struct object){"compare_summary", counts}, 1);
}

void pl_schema_compare(struct pl_json *json, const struct pl_run *run)
{
	(void)run;
	write_object(json, compare_document);
	pl_json_open(json, "$defs", '{');
	define_names(json);
	define_fates(json);
	define_objects(json, objects, sizeof objects / sizeof *objects);
	define_objects(json, compare_objects, sizeof compare_objects / sizeof *compare_objects);
	define_summary(json);
	pl_json_close(json, '}');
}
