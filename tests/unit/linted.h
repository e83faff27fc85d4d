/*
 * For tests of whole runs: lints a text and writes each finding as one line,
 *
 *	LINE:COLUMN rule "words" [state reason]
 *
 * so that a test is a plan and the lines expected of it.
 */
#ifndef PL_TESTS_LINTED_H
#define PL_TESTS_LINTED_H

#include "base/buf.h"
#include "base/str.h"

#include <planlint/planlint.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <cmocka.h>

struct linted {
	struct pl_run *run;
	struct pl_buf lines;        /* of findings */
	struct pl_buf messages;     /* one a line */
	struct pl_buf fingerprints; /* one a line */
	struct pl_buf unchecked;    /* "what: why", one a line */
	size_t files, plans, milestones, quiet;
	enum pl_status status; /* of the last file */
	bool is_plan;          /* the last file */
};

static inline void linted_finding(struct linted *linted, const struct pl_file *file, const struct pl_finding *finding)
{
	struct pl_str words = pl_file_excerpt(file, finding->span);

	pl_buf_print(&linted->lines, "%u:%u %s \"%.*s\"", finding->range.start.line, finding->range.start.column,
	             finding->rule->id, PL_STR_ARG(words));
	if (finding->state != PL_NEW)
		pl_buf_print(&linted->lines, " [%s%s%s]", pl_state_name(finding->state), *finding->reason ? " " : "",
		             finding->reason);
	pl_buf_puts(&linted->lines, "\n");
	pl_buf_print(&linted->messages, "%s\n", finding->message);
	pl_buf_print(&linted->fingerprints, "%s\n", finding->fingerprint);
}

static inline void linted_file(void *data, const struct pl_file *file)
{
	struct linted *linted = data;

	linted->files++;
	linted->status = file->status;
	linted->is_plan = file->is_plan;
	linted->plans += file->plan_count;
	linted->milestones += file->milestone_count;
	linted->quiet += file->quiet_count;
	for (size_t i = 0; i < file->finding_count; i++)
		linted_finding(linted, file, &file->findings[i]);
	for (size_t i = 0; i < file->unchecked_count; i++)
		pl_buf_print(&linted->unchecked, "%s: %s\n", file->unchecked[i].what, file->unchecked[i].why);
}

static inline int linted_open(void **state)
{
	struct linted *linted = calloc(1, sizeof *linted);

	linted->run = pl_run_open();
	assert_non_null(linted->run);
	assert_int_equal(pl_run_profile(linted->run, PL_PROFILE_RESEARCH), PL_OK);
	*state = linted;
	return 0;
}

static inline int linted_close(void **state)
{
	struct linted *linted = *state;

	pl_run_close(linted->run);
	pl_buf_free(&linted->lines);
	pl_buf_free(&linted->messages);
	pl_buf_free(&linted->fingerprints);
	pl_buf_free(&linted->unchecked);
	free(linted);
	return 0;
}

static inline const char *linted_text(struct pl_buf *buf) { return buf->ptr ? buf->ptr : ""; }

static inline void linted_run(struct linted *linted)
{
	assert_int_equal(pl_run_lint(linted->run, &(struct pl_sink){.data = linted, .on_file = linted_file}), PL_OK);
}

/* Adds a plan under the name plan.yaml, lints, and answers the lines of findings. */
static inline const char *linted_plan(struct linted *linted, const char *plan)
{
	assert_int_equal(pl_run_add_buffer(linted->run, "plan.yaml", plan, strlen(plan)), PL_OK);
	linted_run(linted);
	return linted_text(&linted->lines);
}

static inline void linted_select(struct linted *linted, const char *rules)
{
	assert_int_equal(pl_run_select(linted->run, rules), PL_OK);
}

#endif
