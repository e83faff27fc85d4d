/*
 * Identity of a finding across versions of a plan: path, rule, the chain of refs (else titles) of its item, the words
 * at its place, and which of several equal ones it is. No line numbers and no positions in lists, so that it survives
 * moves, reordering and new neighbours.
 */
#ifndef PL_LINT_FINGERPRINT_H
#define PL_LINT_FINGERPRINT_H

#include "base/map.h"
#include "base/vec.h"
#include "diag/collect.h"

struct pl_fingerprints {
	struct pl_arena *arena;   /* of the fingerprints */
	struct pl_arena *table;   /* of what was seen */
	struct pl_arena *scratch; /* emptied by each call */
	const char *path;         /* of the file, from its project's root */
	const struct pl_source *source;
	struct pl_map seen; /* how often an identity was met */
	PL_VEC(char) bytes; /* of the identity in work: the path, and behind it what is the record's own */
	size_t path_length; /* 0: not there yet */
};

/* 32 hexadecimal digits. To be called once for each record, in order. */
const char *pl_fingerprint(struct pl_fingerprints *prints, const struct pl_record *record);

#endif
