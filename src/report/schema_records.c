/* The schema of the lines that `sweep --emit records` writes. */
#include "report/schema.h"

static const struct pl_schema_member members[] = {
        {"v", "integer", "1: the version of this form"},
        {"id", "string", "the milestone across versions of its plan, as fingerprints are: 32 hexadecimal digits"},
        {"plan", "string", "path of the file"},
        {"document", "integer", "which of the plans in the file, from 0"},
        {"milestone", "integer", "which of the plan's milestones, from 0"},
        {"line", "integer", "where its words stand, from 1"},
        {"item", "?string", "the milestone for people, as in findings; null with --redact"},
        {"organisation", "?string", "as the plan names it"},
        {"series", "string",
         "equal for plans of one organisation and title: one plan from year to year. 16 hexadecimal digits"},
        {"due", "?string", "the day that counts, YYYY-MM-DD"},
        {"officer", "?string", "who answers for it: the name, or with --redact a token"},
        {"cancelled", "boolean", "its status says so"},
        {"compared", "boolean", "the rule duplicate-across-plans runs for its plan"},
        {"deed", "?string", "stem of the verb of its first main clause"},
        {"deed_kinds", "*string", "what kinds of verb that is, as in check --dump text"},
        {"weight", "integer", "of its tokens together"},
        {"specific", "integer", "how many of its tokens say what it is about, a day counted twice; up to 255"},
        {"tokens", "*string",
         "its words as STEM/WEIGHT and letters: n number, p name, g stage of work, s says what it is about. Each stem "
         "once, in the order of bytes. A day is =MM-DD. With --redact each stem is 16 hexadecimal digits made with "
         "the key"},
        {"rules", "*string", "rules that found something in or on it, without those across plans"},
        {.name = NULL},
};

void pl_schema_records(struct pl_json *json, const struct pl_run *run)
{
	(void)run; /* rules of packs are names like others */
	pl_schema_members(json, members);
}
