/* A plan from a string, and what was found wrong in it, for the tests of the plan stage. */
#ifndef PLAN_CASE_H
#define PLAN_CASE_H

#include "base/str.h"
#include "plan/build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

struct plan_case {
	struct pl_arena arena;
	struct pl_source source;
	struct pl_collector collector;
	struct pl_plan *plan; /* of the first document */
	struct pl_plan_options options;
	char found[8000]; /* a finding a line: `rule at "words": message` */
};

static inline void read_case(struct plan_case *c, const char *yaml)
{
	struct pl_limits limits = {
	        .size = 1u << 26, .depth = 1000, .nodes = 10000000, .documents = 100, .findings = 100000};
	struct pl_stream stream;
	bool too_large;
	size_t n = 0;

	pl_arena_init(&c->arena, NULL);
	pl_source_open(&c->source, &c->arena, "case.yaml", pl_str_of(yaml), 1u << 26, &too_large);
	c->collector = (struct pl_collector){.arena = &c->arena, .limit = 100000};
	if (!c->options.as_of)
		c->options.as_of = PL_NO_DAY;
	stream = pl_yaml_load(&c->arena, &c->arena, &c->source, &limits, &c->collector);
	for (size_t i = 0; i < stream.count; i++) {
		struct pl_plan *plan = pl_plan_build(&c->arena, &c->arena, &c->source, &stream.documents[i],
		                                     (uint32_t)i, &c->options, &c->collector);

		if (i == 0)
			c->plan = plan;
	}
	c->found[0] = '\0';
	for (size_t i = 0; i < c->collector.records.count && n < sizeof c->found; i++) {
		const struct pl_record *record = &c->collector.records.items[i];
		struct pl_str words = pl_source_excerpt(&c->source, record->span);

		n += (size_t)snprintf(c->found + n, sizeof c->found - n, "%s at \"%.*s\": %s\n", record->rule->id,
		                      PL_STR_ARG(words), record->message);
	}
}

static inline void end_case(struct plan_case *c) { pl_arena_free(&c->arena); }

/* The findings are exactly these lines. */
static inline void check_found(const char *yaml, const char *expected)
{
	struct plan_case c = {0};

	read_case(&c, yaml);
	if (strcmp(c.found, expected) != 0)
		fail_msg("in\n%s\nfound\n%snot\n%s", yaml, c.found, expected);
	end_case(&c);
}

/* Nothing is wrong with it. */
static inline void check_silent(const char *yaml) { check_found(yaml, ""); }

static inline void check_text(const struct pl_text *text, const char *expected)
{
	if (!text || !pl_str_equal(text->value, pl_str_of(expected)))
		fail_msg("'%.*s' is not '%s'", text ? (int)text->value.len : 4, text ? text->value.ptr : "NULL",
		         expected);
}

#endif
