/*
 * Reports: one file a format behind `struct pl_reporter`, several at once from one run.
 *
 *	struct pl_reports reports;
 *	pl_reports_init(&reports, &arena, &options);
 *	pl_reports_add(&reports, pl_reporter_find(PL_STR("json")), &screen, true);
 *	pl_reports_begin(&reports);
 *	for each file: pl_reports_file(&reports, file);      (in order of path)
 *	pl_reports_end(&reports);
 *
 * A reporter writes as the files come. One that orders by severity keeps copies in the job's arena (`pl_file` is gone
 * when on_file returns) and writes them in end().
 */
#ifndef PL_REPORT_REPORT_H
#define PL_REPORT_REPORT_H

#include "base/vec.h"
#include "report/screen.h"

#include <planlint/planlint.h>

struct pl_redaction;

/* What the reports for people put together. */
enum pl_group_by { PL_GROUP_NONE, PL_GROUP_FILE, PL_GROUP_RULE, PL_GROUP_ACTION, PL_GROUP_OFFICER };

/* What rates are told by (report/rates.h). */
enum pl_rate_field {
	PL_RATE_RULE,
	PL_RATE_PLAN,
	PL_RATE_ORGANISATION,
	PL_RATE_TEMPLATE,
	PL_RATE_OFFICER,
	PL_RATE_PRIORITY,
	PL_RATE_QUARTER,
	PL_RATE_FIELDS
};

/* "officer" and the like; false for what is none. The names in order, NULL behind the last. */
bool pl_rate_field_parse(struct pl_str name, enum pl_rate_field *out);
const char *pl_rate_field_name(size_t field);

/* What the user asked of reports, the same for all of them. */
struct pl_report_options {
	const char *as_of;        /* YYYY-MM-DD as given to the run; NULL */
	const struct pl_run *run; /* tells which rules ran; NULL: only those with findings are known */
	size_t most;              /* findings to show on a screen; 0: all */
	bool quiet;               /* findings only: no totals */
	bool statistics;          /* findings a rule, at the end */
	enum pl_group_by group_by;
	enum pl_rate_field by[PL_RATE_FIELDS]; /* of rates, each field once */
	size_t by_count;
	uint64_t sample, seed;          /* rows of a sample to be marked (report/sample.h) */
	struct pl_redaction *redaction; /* what excerpts hide; NULL: nothing. Findings come redacted already */
};

struct pl_rule_count {
	const struct pl_rule *rule;
	size_t count;
};

/* The same words from several plans are one. */
struct pl_unchecked_count {
	const char *what, *why;
	size_t files;
};

/* What all files together come to. `severities` and `rules` count new findings; suppressed and baselined ones apart. */
struct pl_totals {
	size_t files, unreadable, skipped; /* looked at (unreadable ones included); found in folders and no plan */
	size_t plans, actions, milestones, quiet_milestones;
	size_t severities[PL_ERROR + 1];
	size_t failing; /* new findings that fail the run */
	size_t states[PL_SUPPRESSED + 1];
	struct pl_since since; /* what became of last period's milestones, in a sweep */
	PL_VEC(struct pl_rule_count) rules;
	PL_VEC(struct pl_unchecked_count) unchecked;
};

/* Milestones that were carried forward or set again twice or more, as far as the rule for them has run. */
size_t pl_totals_repeated(const struct pl_totals *totals);

struct pl_report_job {
	const struct pl_reporter *reporter;
	struct pl_screen screen; /* its `out`, and how wide and colourful it is */
	size_t most;             /* findings to show; 0: all */
	const struct pl_report_options *options;
	struct pl_arena *arena; /* until the reports end */
	void *state;            /* zeroed, `state_size` bytes */
};

struct pl_reporter {
	const char *name, *summary;
	bool has_totals;          /* tells people the totals itself */
	bool has_no_fingerprints; /* nor anything made of them: they need not be found out */
	size_t state_size;
	void (*begin)(struct pl_report_job *job);
	void (*file)(struct pl_report_job *job,
	             const struct pl_file *file); /* every file that is or should be a plan */
	void (*end)(struct pl_report_job *job, const struct pl_totals *totals);
	void (*close)(struct pl_report_job *job); /* gives back what is not in the arena, also where it never ended */
};

struct pl_reports {
	struct pl_arena *arena;
	struct pl_report_options options;
	struct pl_totals totals;
	PL_VEC(struct pl_report_job) jobs;
};

/* Does the finding fail the run: is it new, and as bad as the settings of its file say? */
bool pl_report_fails(const struct pl_file *file, const struct pl_finding *finding);

/* Every format in the order of help; NULL behind the last, and for a name that is none. */
const struct pl_reporter *pl_reporter_at(size_t index);
const struct pl_reporter *pl_reporter_find(struct pl_str name);

void pl_reports_init(struct pl_reports *reports, struct pl_arena *arena, const struct pl_report_options *options);

/* Does one of the reports that were added show fingerprints? */
bool pl_reports_have_fingerprints(const struct pl_reports *reports);

/* `is_screen`: standard output, where options.most holds. `screen` is copied, its `out` borrowed. */
void pl_reports_add(struct pl_reports *reports, const struct pl_reporter *reporter, const struct pl_screen *screen,
                    bool is_screen);

void pl_reports_begin(struct pl_reports *reports);
void pl_reports_file(struct pl_reports *reports, const struct pl_file *file);
void pl_reports_end(struct pl_reports *reports);
void pl_reports_close(struct pl_reports *reports); /* last, whether they ended or not */

/* "completed", "carried forward", "set again without saying so": what became of milestones, after a number of them. */
extern const char *const pl_fate_words[PL_FATES];

/* The last lines for people: statistics where asked for, how many findings were not shown (`most`, 0 for none), totals,
 * what raised nothing, what was not checked. */
void pl_totals_show(struct pl_screen *screen, const struct pl_totals *totals, const struct pl_report_options *options,
                    size_t most);

extern const struct pl_reporter pl_reporter_text, pl_reporter_concise, pl_reporter_json, pl_reporter_jsonl,
        pl_reporter_sarif, pl_reporter_github, pl_reporter_gitlab, pl_reporter_junit, pl_reporter_csv,
        pl_reporter_markdown, pl_reporter_html;

/* What other commands put in the place of the format of that name; pl_reporter_find does not know them. */
extern const struct pl_reporter pl_reporter_rates_text, pl_reporter_rates_json, pl_reporter_rates_csv,
        pl_reporter_sample, pl_reporter_records;

#endif
