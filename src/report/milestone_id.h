/*
 * Identity of a milestone across versions of a plan, like that of a finding (lint/fingerprint.h): path of the file,
 * chain of refs (else titles), words, and which of several equal ones it is. Where officers are redacted it is made of
 * redacted words, so that nobody can try names until one fits.
 */
#ifndef PL_REPORT_MILESTONE_ID_H
#define PL_REPORT_MILESTONE_ID_H

#include "lint/fingerprint.h"
#include "report/redact.h"

struct pl_milestone_ids {
	struct pl_arena *arena; /* of the ids: until the next file */
	struct pl_redaction *redaction;
	struct pl_arena scratch;
	const struct pl_file *file;
	struct pl_fingerprints prints;
	struct pl_map seen;
};

/* `arena` is the caller's to empty between files. */
void pl_milestone_ids_open(struct pl_milestone_ids *ids, struct pl_arena *arena, struct pl_redaction *redaction);
void pl_milestone_ids_begin(struct pl_milestone_ids *ids, const struct pl_file *file);
void pl_milestone_ids_close(struct pl_milestone_ids *ids);

/* 32 hexadecimal digits. To be called once for each milestone of the file, in order. */
const char *pl_milestone_id(struct pl_milestone_ids *ids, const struct pl_milestone *milestone);

#endif
