/* The schemas of the format json, of `check` and of `compare`. */
#include "report/schema.h"

#include "report/compare_json.h"
#include "report/finding_json.h"

static const struct pl_schema_member position[] = {
        {"line", "integer", NULL}, {"column", "integer", NULL}, {"offset", "integer", NULL}, {.name = NULL}};
static const struct pl_schema_member range[] = {
        {"start", "#position", NULL}, {"end", "#position", NULL}, {.name = NULL}};
static const struct pl_schema_member evidence[] = {
        {"words", "string", NULL}, {"range", "#range", NULL}, {.name = NULL}};
static const struct pl_schema_member related[] = {{"path", "string", NULL},
                                                  {"item", "string", NULL},
                                                  {"range", "#range", NULL},
                                                  {"message", "string", NULL},
                                                  {.name = NULL}};
static const struct pl_schema_member suppression[] = {{"reason", "?string", NULL}, {.name = NULL}};
static const struct pl_schema_member finding[] = {{"rule", "string", NULL},
                                                  {"module", "string", NULL},
                                                  {"severity", "#severity", NULL},
                                                  {"confidence", "#confidence", NULL},
                                                  {"message", "string", NULL},
                                                  {"advice", "string", NULL},
                                                  {"path", "string", NULL},
                                                  {"item", "string", NULL},
                                                  {"range", "#range", NULL},
                                                  {"evidence", "*#evidence", NULL},
                                                  {"related", "*#related", NULL},
                                                  {"fingerprint", "string", NULL},
                                                  {"state", "#state", NULL},
                                                  {"suppression", "?#suppression", NULL},
                                                  {.name = NULL}};
static const struct pl_schema_member tool[] = {{"name", "string", NULL}, {"version", "string", NULL}, {.name = NULL}};
static const struct pl_schema_member summary[] = {{"files", "integer", NULL},
                                                  {"unreadable", "integer", NULL},
                                                  {"plans", "integer", NULL},
                                                  {"actions", "integer", NULL},
                                                  {"milestones", "integer", NULL},
                                                  {"quiet_milestones", "integer", NULL},
                                                  {"errors", "integer", NULL},
                                                  {"warnings", "integer", NULL},
                                                  {"infos", "integer", NULL},
                                                  {"suppressed", "integer", NULL},
                                                  {"baselined", "integer", NULL},
                                                  {"since_last_period", "!#since", NULL},
                                                  {.name = NULL}};
static const struct pl_schema_member since[] = {{"plans", "integer", NULL},           {"milestones", "integer", NULL},
                                                {"completed", "integer", NULL},       {"lost", "integer", NULL},
                                                {"carried_forward", "integer", NULL}, {"set_again", "integer", NULL},
                                                {"dropped", "integer", NULL},         {"new", "integer", NULL},
                                                {"put_off_twice", "integer", NULL},   {.name = NULL}};
static const struct pl_schema_member unchecked[] = {{"path", "string", NULL},
                                                    {"rule", "?string", NULL},
                                                    {"what", "string", NULL},
                                                    {"why", "string", NULL},
                                                    {.name = NULL}};
static const struct pl_schema_member file[] = {{"path", "string", NULL},        {"readable", "boolean", NULL},
                                               {"plans", "integer", NULL},      {"actions", "integer", NULL},
                                               {"milestones", "integer", NULL}, {"quiet_milestones", "integer", NULL},
                                               {"errors", "integer", NULL},     {"warnings", "integer", NULL},
                                               {"infos", "integer", NULL},      {.name = NULL}};
static const struct pl_schema_member document[] = {{"schema", "string", NULL},           {"tool", "#tool", NULL},
                                                   {"as_of", "?string", NULL},           {"summary", "#summary", NULL},
                                                   {"not_checked", "*#unchecked", NULL}, {"files", "*#file", NULL},
                                                   {"findings", "*#finding", NULL},      {.name = NULL}};

/* ---- of planlint compare ---------------------------------------------------------------------------------------- */

static const struct pl_schema_member compare_plan_side[] = {{"path", "string", NULL},
                                                            {"title", "string", NULL},
                                                            {"organisation", "string", NULL},
                                                            {"period_from", "?string", NULL},
                                                            {"period_to", "?string", NULL},
                                                            {"milestones", "integer", NULL},
                                                            {.name = NULL}};
static const struct pl_schema_member compare_milestone_side[] = {{"item", "string", NULL},
                                                                 {"text", "string", NULL},
                                                                 {"due", "?string", NULL},
                                                                 {"line", "integer", NULL},
                                                                 {.name = NULL}};
static const struct pl_schema_member compare_milestone[] = {{"change", "#milestone_change", NULL},
                                                            {"fate", "?#fate", NULL},
                                                            {"reworded", "boolean", NULL},
                                                            {"moved", "boolean", NULL},
                                                            {"elsewhere", "boolean", NULL},
                                                            {"alike_percent", "integer", NULL},
                                                            {"old", "?#compare_milestone_side", NULL},
                                                            {"new", "?#compare_milestone_side", NULL},
                                                            {.name = NULL}};
static const struct pl_schema_member compare_plan[] = {{"old", "?#compare_plan_side", NULL},
                                                       {"new", "?#compare_plan_side", NULL},
                                                       {"two_periods", "boolean", NULL},
                                                       {"complete", "boolean", NULL},
                                                       {"milestones", "*#compare_milestone", NULL},
                                                       {.name = NULL}};
static const struct pl_schema_member compare_findings[] = {{"new", "*#finding", NULL},
                                                           {"gone", "*#finding", NULL},
                                                           {"unchanged", "*#finding", NULL},
                                                           {"ignored", "*#finding", NULL},
                                                           {.name = NULL}};
static const struct pl_schema_member compare_file_side[] = {
        {"path", "string", NULL}, {"readable", "boolean", NULL}, {.name = NULL}};
static const struct pl_schema_member compare_file[] = {{"old", "?#compare_file_side", NULL},
                                                       {"new", "?#compare_file_side", NULL},
                                                       {"plans", "*#compare_plan", NULL},
                                                       {"findings", "#compare_findings", NULL},
                                                       {.name = NULL}};
static const struct pl_schema_member compare_document[] = {{"schema", "string", NULL},
                                                           {"tool", "#tool", NULL},
                                                           {"as_of", "?string", NULL},
                                                           {"old", "string", NULL},
                                                           {"new", "string", NULL},
                                                           {"files", "*#compare_file", NULL},
                                                           {"summary", "#compare_summary", NULL},
                                                           {.name = NULL}};

struct object {
	const char *name;
	const struct pl_schema_member *members;
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
	for (size_t i = 0; i < count; i++)
		pl_schema_define(json, all[i].name, all[i].members);
}

void pl_schema_output(struct pl_json *json, const struct pl_run *run)
{
	(void)run; /* packs bring rules that the reader of a report need not know */
	pl_schema_members(json, document);
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
	struct pl_schema_member counts[64] = {{.name = NULL}};

	for (size_t i = 0; pl_compare_counts[i].name && i + 1 < sizeof counts / sizeof *counts; i++)
		counts[i] = (struct pl_schema_member){.name = pl_compare_counts[i].name, .type = "integer"};
	pl_schema_define(json, "compare_summary", counts);
}

void pl_schema_compare(struct pl_json *json, const struct pl_run *run)
{
	(void)run;
	pl_schema_members(json, compare_document);
	pl_json_open(json, "$defs", '{');
	define_names(json);
	define_fates(json);
	define_objects(json, objects, sizeof objects / sizeof *objects);
	define_objects(json, compare_objects, sizeof compare_objects / sizeof *compare_objects);
	define_summary(json);
	pl_json_close(json, '}');
}
