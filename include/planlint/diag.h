/*
 * What planlint says about a plan: spans, severities and findings.
 *
 * Everything here is plain data. Unless a comment says otherwise a pointer is borrowed from the run that made it and
 * stays valid until the sink that received it returns.
 */
#ifndef PLANLINT_DIAG_H
#define PLANLINT_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define PL_API                  __attribute__((visibility("default")))
#define PL_MUST_USE             __attribute__((warn_unused_result))
#define PL_PRINTF(which, first) __attribute__((format(printf, which, first)))
#define PL_NORETURN             __attribute__((noreturn))
#else
#define PL_API
#define PL_MUST_USE
#define PL_PRINTF(which, first)
#define PL_NORETURN
#endif

struct pl_rule;         /* rule.h */
struct pl_item;         /* plan.h */
struct pl_corpus_place; /* corpus.h */

/* A piece of text that is not NUL-terminated. UTF-8; `len` in bytes; `ptr` may be NULL only when `len` is 0. */
struct pl_str {
	const char *ptr;
	size_t len;
};

/* What stops the job (never: what is wrong in a plan, which is a finding). */
enum pl_status {
	PL_OK,
	PL_NO_MEMORY,   /* the system gave no more memory, or the run's own bound was reached */
	PL_UNREADABLE,  /* an input that could not be opened or read to its end */
	PL_BAD_SETTING, /* an option, rule or configuration value that makes no sense */
	PL_NO_PLAN,     /* the inputs hold no plan at all */
	PL_WRITE_ERROR, /* a report could not be written in full */
	PL_STOPPED      /* somebody asked the run to end (pl_run_stop) */
};

enum pl_severity { PL_OFF, PL_INFO, PL_WARNING, PL_ERROR };
enum pl_confidence { PL_ANY_CONFIDENCE, PL_LOW, PL_MEDIUM, PL_HIGH };
enum pl_state { PL_NEW, PL_BASELINED, PL_SUPPRESSED };

/* Half-open range of bytes in a file as planlint reads it (UTF-8, byte order mark included). */
struct pl_span {
	uint32_t begin, end;
};

/* A place for people and tools. Line and column are 1-based, a column counts code points, and column 1 of the first
 * line follows a byte order mark; `offset` is the 0-based byte in the file as it lies on disk. */
struct pl_position {
	uint32_t line, column;
	uint64_t offset;
};

struct pl_range {
	struct pl_position start, end; /* end is exclusive */
};

/* Words that decided a finding: where they stand, and the words themselves. */
struct pl_evidence {
	struct pl_range range;
	struct pl_span span; /* the same place in the bytes as read */
	struct pl_str words;
};

/* Another place that a finding is about. */
struct pl_related {
	const char *path;    /* of the file; never NULL */
	const char *item;    /* path of the item in words; "" for none */
	const char *message; /* how it is related; never NULL */
	struct pl_range range;
};

struct pl_finding {
	const struct pl_rule *rule;
	enum pl_severity severity; /* as in force: never PL_OFF */
	enum pl_confidence confidence;
	enum pl_state state;
	const char *path;            /* of the file, as it was named to the run */
	const struct pl_item *where; /* the item it stands in or on; NULL where the file has none there */
	const char *item;            /* `KA3 "Bring empty homes …" > M2`; "" where the file has no item there */
	const char *message;         /* one sentence: what is wrong, in the plan's own terms */
	const char *advice;          /* one sentence: what to write instead */
	const char *reason;          /* why it is suppressed; NULL when it is not */
	const char *fingerprint;     /* 32 hexadecimal digits; stable under moves and reordering; see
	                                pl_run_fingerprints */
	struct pl_range range;
	struct pl_span span; /* the same place in the bytes as read; `pl_file_excerpt` takes it */
	const struct pl_evidence *evidence;
	size_t evidence_count;
	const struct pl_related *related;
	size_t related_count;
	const struct pl_corpus_place *place; /* of a finding across plans, whose `where` is NULL; else NULL */
	bool rouses;                         /* across plans: nothing had been found on its milestone before */
};

/* What a run could not look at, and why: "deadlines were not compared with the period", "the plan gives no period". */
struct pl_unchecked {
	const struct pl_rule *rule; /* the first rule that said so */
	const char *what, *why;
	const char *path; /* of the file */
};

/* Names as users type them: "error", "high", "new". Never NULL. */
PL_API const char *pl_severity_name(enum pl_severity severity);
PL_API const char *pl_confidence_name(enum pl_confidence confidence);
PL_API const char *pl_state_name(enum pl_state state);

/* The value with that name, or false. "off" is a severity; there is no name for PL_ANY_CONFIDENCE. */
PL_API bool pl_severity_parse(struct pl_str name, enum pl_severity *out);
PL_API bool pl_confidence_parse(struct pl_str name, enum pl_confidence *out);

#endif
