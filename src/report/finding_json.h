/* The members that json and jsonl share. */
#ifndef PL_REPORT_FINDING_JSON_H
#define PL_REPORT_FINDING_JSON_H

#include "report/json.h"
#include "report/report.h"

#define PL_OUTPUT_SCHEMA "planlint-output-1"

void pl_json_finding(struct pl_json *json, const struct pl_finding *finding);

/* `schema`, `tool`, `as_of`: how either document begins. */
void pl_json_head(struct pl_json *json, const struct pl_report_options *options);

struct pl_json_file {
	const char *path, *message; /* message NULL where it could be read */
	size_t plans, actions, milestones, quiet;
	size_t severities[PL_ERROR + 1];
};

struct pl_json_unchecked {
	const char *path, *rule, *what, *why;
};

/* What `not_checked` and `files` need, kept until the last file is there. Texts are copied to the arena. */
struct pl_json_tail {
	PL_VEC(struct pl_json_file) files;
	PL_VEC(struct pl_json_unchecked) unchecked;
	size_t again; /* place in files of the last that had findings across plans */
};

void pl_json_tail_keep(struct pl_json_tail *tail, struct pl_arena *arena, const struct pl_file *file);

/* `summary`, `not_checked`, `files`. */
void pl_json_tail_show(struct pl_json *json, const struct pl_json_tail *tail, const struct pl_totals *totals);

#endif
