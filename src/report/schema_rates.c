/* The schemas of what sweep counts and what score estimates. */
#include "report/schema.h"

#include "report/rates.h"

#define DOCUMENT                                                                                                       \
	{                                                                                                              \
		"schema", "string", NULL                                                                               \
	}

/* ---- rates ------------------------------------------------------------------------------------------------------ */

#define NUMBERS                                                                                                        \
	{"milestones", "integer", "that what is counted here could be found on"},                                      \
	        {"flagged", "integer", "those of them that a finding stands in or on"}, {"findings", "integer", NULL}, \
	        {"per_100", "?number", "findings per 100 milestones; null without milestones"},                        \
	{                                                                                                              \
		"share", "?number", "flagged of the milestones, 0 to 1; null without milestones"                       \
	}

static const struct pl_schema_member rates_row[] = {
        {"value", "?string", "null: the milestone names none"},
        NUMBERS,
        {"not_applicable", "!integer", "by rule: milestones of plans that the rule could not look at"},
        {"set_aside", "!integer", "by rule: findings that it made there in spite of that"},
        {.name = NULL}};
static const struct pl_schema_member rates_table[] = {
        {"by", "#field", NULL},
        {"elsewhere", "integer", "findings about a whole plan or file that no row counts"},
        {"rows", "*#row", NULL},
        {.name = NULL}};
static const struct pl_schema_member rates_document[] = {
        DOCUMENT, {"as_of", "?string", NULL},  {"plans", "integer", NULL},
        NUMBERS,  {"tables", "*#table", NULL}, {.name = NULL}};

void pl_schema_rates(struct pl_json *json, const struct pl_run *run)
{
	const char *fields[PL_RATE_FIELDS + 1] = {NULL};

	(void)run; /* rules of packs are values like others */
	for (size_t i = 0; i < PL_RATE_FIELDS; i++)
		fields[i] = pl_rate_field_name(i);
	pl_schema_members(json, rates_document);
	pl_json_open(json, "$defs", '{');
	pl_schema_enum(json, "field", fields);
	pl_schema_define(json, "row", rates_row);
	pl_schema_define(json, "table", rates_table);
	pl_json_close(json, '}');
}

/* ---- score ------------------------------------------------------------------------------------------------------ */

static const struct pl_schema_member marks[] = {{"population", "integer", "what the sample was drawn from"},
                                                {"yes", "integer", NULL},
                                                {"no", "integer", NULL},
                                                {"unsure", "integer", NULL},
                                                {"blank", "integer", NULL},
                                                {.name = NULL}};
static const struct pl_schema_member estimate[] = {{"value", "?number", "0 to 1; null where too little is marked"},
                                                   {"low", "!number", "where the interval begins"},
                                                   {"high", "!number", "where it ends"},
                                                   {"why_not", "!string", "why nothing could be estimated"},
                                                   {.name = NULL}};
static const struct pl_schema_member missed[] = {
        {"unflagged", "integer", NULL}, {"flagged", "integer", NULL}, {.name = NULL}};
static const struct pl_schema_member rule[] = {
        {"rule", "string", NULL},
        {"findings", "#marks", NULL},
        {"milestones", "integer", "that the rule flagged"},
        {"missed", "#missed", "milestones of the sample on which it should have fired as well"},
        {"precision", "#estimate", NULL},
        {"recall", "#estimate", NULL},
        {.name = NULL}};
static const struct pl_schema_member milestones[] = {
        {"unflagged", "#marks", NULL}, {"flagged", "#marks", NULL}, {.name = NULL}};
static const struct pl_schema_member score_document[] = {DOCUMENT,
                                                         {"confidence", "number", "of the intervals"},
                                                         {"milestones", "#milestones", NULL},
                                                         {"rules", "*#rule", NULL},
                                                         {.name = NULL}};

void pl_schema_score(struct pl_json *json, const struct pl_run *run)
{
	(void)run;
	pl_schema_members(json, score_document);
	pl_json_open(json, "$defs", '{');
	pl_schema_define(json, "marks", marks);
	pl_schema_define(json, "estimate", estimate);
	pl_schema_define(json, "missed", missed);
	pl_schema_define(json, "rule", rule);
	pl_schema_define(json, "milestones", milestones);
	pl_json_close(json, '}');
}
