/*
 * Findings per 100 milestones, by rule, plan, organisation, template, officer, priority or quarter.
 *
 * What counts: new findings that are shown, each once. Milestones are the leaves of plans, each once. A finding on a
 * milestone counts where the milestone does, one on a key action, target or achievement where the key action does (its
 * officer, its priorities, the quarter of its deadline), and one on a whole plan or file under its rule, plan,
 * organisation and template only; `elsewhere` says how many of those a table leaves out. `flagged` are milestones that
 * a finding stands in or on, as in the totals of reports: a finding on a key action flags none of its milestones.
 * Findings across plans count where their milestone does, but by priority, which is not remembered.
 *
 * By rule: the milestones of plans that the rule could not look at (it is off there, or the plan gives no period, as_at
 * or previous to go by) are not in `milestones` but in `not_applicable`, and findings that it made there in spite of
 * that (of the part that needs none) are not in `findings` but in `set_aside`.
 *
 * By priority: a milestone counts under each priority that its key action serves. By quarter: of the deadline's last
 * day, counted from the month in which the plan's financial year begins. Names that differ in ASCII case only are one.
 *
 * Memory grows with the number of distinct values, not with that of plans or findings (by plan: with the plans).
 */
#ifndef PL_REPORT_RATES_H
#define PL_REPORT_RATES_H

#include "base/map.h"
#include "report/report.h"
#include "report/standing.h"

#include <planlint/corpus.h>

struct pl_rate {
	const char *name;           /* NULL: the milestone has no such thing */
	const struct pl_rule *rule; /* by rule */
	uint64_t milestones, flagged, findings;
	uint64_t not_applicable, set_aside; /* by rule */
	bool on;                            /* by rule: it runs somewhere, and what it finds could be shown */
};

struct pl_rate_table {
	enum pl_rate_field field;
	struct pl_map keys, names; /* as in plans, and as shown: place in rows, 1-based */
	PL_VEC(struct pl_rate) rows;
	uint64_t elsewhere;
};

/* A finding of a rule on a milestone of the file at hand. */
struct pl_rate_hit {
	uint32_t row;
	size_t milestone;
};

struct pl_rates {
	struct pl_arena *arena;
	const struct pl_report_options *options;
	struct pl_rate_table tables[PL_RATE_FIELDS];
	size_t table_count;
	struct pl_rate total;
	uint64_t plans;
	/* of the file at hand */
	struct pl_standing standing;
	PL_VEC(struct pl_rate_hit) hits;
};

/* Tables in the order of options->by. */
void pl_rates_open(struct pl_rates *rates, struct pl_arena *arena, const struct pl_report_options *options);
void pl_rates_add(struct pl_rates *rates, const struct pl_file *file);

/* Brings the rows into their order: templates by name, quarters by time, all others the highest rate first and equals
 * by name (rules by their place in the listing); what has no name last. Drops rules that ran nowhere. */
void pl_rates_close(struct pl_rates *rates);

/* ---- for the files of this module ------------------------------------------------------------------------------- */

/* What a milestone or a finding belongs to. */
struct pl_rate_subject {
	const struct pl_plan *plan;
	const struct pl_action *action; /* NULL: it stands above */
	const struct pl_text *officer;
	const struct pl_due *due; /* NULL likewise */
};

struct pl_rate_subject pl_rate_subject_of(const struct pl_item *item);

/* Calls `each` with the places in `table->rows` that the subject counts in, new ones added. */
void pl_rate_rows(struct pl_rates *rates, struct pl_rate_table *table, const struct pl_rate_subject *subject,
                  void (*each)(struct pl_rate *row));

/* The row with that name, as the plan has it; NULL for what has none. */
struct pl_rate *pl_rate_row(struct pl_rates *rates, struct pl_rate_table *table, struct pl_str key);

/* The row of a finding across plans; NULL where it has none in this table. */
struct pl_rate *pl_rate_row_across(struct pl_rates *rates, struct pl_rate_table *table, const struct pl_corpus *corpus,
                                   const struct pl_corpus_place *place);

/* The milestone that the place is that of; NULL where it is another's. */
const struct pl_corpus_milestone *pl_rate_milestone(const struct pl_corpus *corpus,
                                                    const struct pl_corpus_place *place);

/* A rule's row, in any table of rules. */
struct pl_rate *pl_rate_rule_row(struct pl_rates *rates, struct pl_rate_table *table, const struct pl_rule *rule);

#endif
