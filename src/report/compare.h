/*
 * Reports of a comparison: one file a format behind `struct pl_compare_reporter`.
 *
 *	struct pl_compare_report report;
 *	pl_compare_report_open(&report, &arena, reporter, &screen, &options);
 *	for each pair of files: pl_compare_report_file(&report, file);
 *	pl_compare_report_end(&report);
 */
#ifndef PL_REPORT_COMPARE_H
#define PL_REPORT_COMPARE_H

#include "report/report.h"

#include <planlint/compare.h>

struct pl_compare_options {
	const char *was, *is;           /* what was compared, as named */
	const char *as_of;              /* YYYY-MM-DD; NULL */
	bool quiet;                     /* no totals */
	bool verbose;                   /* unchanged findings too */
	struct pl_redaction *redaction; /* NULL: officers are named */
};

struct pl_compare_totals {
	size_t unreadable;
	size_t plans, plans_added, plans_dropped; /* of both sides; of one */
	size_t periods;                           /* pairs of plans of two periods */
	size_t fates[PL_FATES], past;             /* milestones of last period in them */
	size_t fresh;                             /* milestones of two periods that are new in the later one */
	size_t same, added, gone, reworded, moved, elsewhere; /* milestones of two versions, and of single plans */
	size_t changes[PL_CHANGES];                           /* findings */
	size_t severities[PL_ERROR + 1];
	size_t failing; /* new findings that fail the run */
};

struct pl_compare_report {
	const struct pl_compare_reporter *reporter;
	struct pl_screen screen;
	struct pl_arena *arena; /* until the report ends */
	struct pl_arena *view;  /* of the file at hand */
	struct pl_compare_options options;
	struct pl_compare_totals totals;
	void *state;
};

struct pl_compare_reporter {
	size_t state_size;
	void (*begin)(struct pl_compare_report *report);
	void (*file)(struct pl_compare_report *report, const struct pl_compared_file *file);
	void (*end)(struct pl_compare_report *report);
};

/* In the order of enum pl_list_format; NULL behind the last. */
const struct pl_compare_reporter *pl_compare_reporter_at(size_t index);

/* `view` is emptied after each file. `screen` is copied, its `out` borrowed. */
void pl_compare_report_open(struct pl_compare_report *report, struct pl_arena *arena, struct pl_arena *view,
                            const struct pl_compare_reporter *reporter, const struct pl_screen *screen,
                            const struct pl_compare_options *options);
void pl_compare_report_file(struct pl_compare_report *report, const struct pl_compared_file *file);
void pl_compare_report_end(struct pl_compare_report *report);

/* A copy whose findings and words are without names, with redacted findings in `arena`. */
const struct pl_compared_file *pl_redact_compared(struct pl_redaction *redaction, struct pl_arena *arena,
                                                  const struct pl_compared_file *file);

/* ---- for the formats -------------------------------------------------------------------------------------------- */

/* A text of a plan as it may be shown, NUL-terminated; "" for NULL. */
const char *pl_compare_words(struct pl_compare_report *report, const struct pl_text *text);

/* The words of a milestone. */
const char *pl_compare_title(struct pl_compare_report *report, const struct pl_milestone *milestone);

/* The counts of one plan. */
struct pl_compare_totals pl_compare_count(const struct pl_compared_plan *plan);

/* Is there more to say than that all is as before? */
bool pl_compare_has_news(const struct pl_compared_file *file);

/* "Of 12 milestones of last period: 5 completed, 3 carried forward, …", "2 added, 1 reworded" and "1 new, 3 gone". In
 * the view. */
const char *pl_compare_fates(struct pl_compare_report *report, const struct pl_compare_totals *totals,
                             const struct pl_template_terms *terms);
const char *pl_compare_changes(struct pl_compare_report *report, const struct pl_compare_totals *totals);
const char *pl_compare_findings_line(struct pl_compare_report *report, const size_t changes[PL_CHANGES]);

extern const struct pl_compare_reporter pl_compare_text, pl_compare_json, pl_compare_markdown;

#endif
