/*
 * What the fuzzers share: each is one function that takes bytes, lets a stage do its work, and holds what came out
 * against what the stage promises. A broken promise ends the program, as a crash would.
 */
#ifndef PL_TESTS_FUZZ_H
#define PL_TESTS_FUZZ_H

#include "base/str.h"
#include "base/utf8.h"
#include "diag/collect.h"
#include "source/source.h"

#include <planlint/planlint.h>

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define FUZZ_HOLDS(promise)                                                                                            \
	((promise) ? (void)0 : (fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #promise), abort()))

static inline struct pl_str fuzz_text(const uint8_t *data, size_t size)
{
	return (struct pl_str){(const char *)data, size};
}

/* Cuts off what stands before the first line that is just `mark`; all of it where there is none. */
static inline struct pl_str fuzz_part(struct pl_str *rest, const char *mark)
{
	struct pl_str line = pl_str_of(mark);

	for (size_t at = 0; at + line.len <= rest->len; at++) {
		bool begins = at == 0 || rest->ptr[at - 1] == '\n';
		bool ends = at + line.len == rest->len || rest->ptr[at + line.len] == '\n';
		struct pl_str part = pl_str_sub(*rest, 0, at);

		if (begins && ends && memcmp(rest->ptr + at, line.ptr, line.len) == 0) {
			*rest = pl_str_sub(*rest, at + line.len + 1, rest->len);
			return part;
		}
	}
	line = *rest;
	rest->len = 0;
	return line;
}

static inline void fuzz_check_span(const struct pl_source *source, struct pl_span span)
{
	FUZZ_HOLDS(span.begin <= span.end);
	FUZZ_HOLDS(span.end <= source->text.len);
}

/* One line for people: there, clean UTF-8, nothing that steers, no full stop at its end where it is a message. */
static inline void fuzz_check_message(const char *message)
{
	FUZZ_HOLDS(message);
	FUZZ_HOLDS(*message);
	FUZZ_HOLDS(pl_utf8_check(pl_str_of(message)) == strlen(message));
}

/* Memory that runs out is no bug: fuzzers are given a bound. */
static inline void fuzz_guard_tripped(void)
{
	fprintf(stderr, "out of memory\n");
	abort();
}

static inline struct pl_limits fuzz_limits(void)
{
	struct pl_limits limits = pl_limits_default();

	limits.depth = 200;
	limits.nodes = 20000;
	limits.documents = 50;
	limits.findings = 500;
	limits.match = 5000;
	return limits;
}

#endif
