/* Counts milestones and findings under what they belong to. */
#include "report/rates.h"

#include "base/str.h"
#include "lint/ran.h"
#include "lint/registry.h"

#include <stdlib.h>

void pl_rates_open(struct pl_rates *rates, struct pl_arena *arena, const struct pl_report_options *options)
{
	*rates = (struct pl_rates){.arena = arena, .options = options, .table_count = options->by_count};
	for (size_t i = 0; i < options->by_count; i++)
		rates->tables[i].field = options->by[i];
}

/* ---- milestones ---- */

static void count_milestone(struct pl_rate *row) { row->milestones++; }
static void count_flagged(struct pl_rate *row) { row->flagged++; }
static void count_finding(struct pl_rate *row) { row->findings++; }

static void count_rules(struct pl_rates *rates, struct pl_rate_table *table, const struct pl_file *file,
                        const struct pl_plan *plan)
{
	size_t count = pl_run_rule_count(rates->options->run);

	for (size_t i = 0; i < count && file->ran; i++) {
		const struct pl_rule *rule = pl_run_rule_at(rates->options->run, i);
		struct pl_rate *row = pl_rate_rule_row(rates, table, rule);

		if (pl_file_rule_ran(file, plan, rule))
			row->milestones += plan->milestone_count;
		else
			row->not_applicable += plan->milestone_count;
		row->on |= pl_ruleset_runs(file->ran->rules, pl_rule_index(rule)) &&
		           rule->confidence >= file->ran->rules->min_confidence;
	}
}

/* `first` tells of each milestone of the plan whether a finding stands on it. */
static void count_milestones(struct pl_rates *rates, struct pl_rate_table *table, const struct pl_plan *plan,
                             const size_t *first)
{
	for (size_t i = 0; i < plan->milestone_count; i++) {
		struct pl_rate_subject subject = pl_rate_subject_of(&plan->milestones[i]->item);

		pl_rate_rows(rates, table, &subject, count_milestone);
		if (first[i])
			pl_rate_rows(rates, table, &subject, count_flagged);
	}
}

static void count_plan(struct pl_rates *rates, const struct pl_file *file, size_t index)
{
	const struct pl_plan *plan = file->plans[index];
	const size_t *first = rates->standing.first.items + rates->standing.begins.items[index];

	rates->plans++;
	rates->total.milestones += plan->milestone_count;
	for (size_t i = 0; i < plan->milestone_count; i++)
		rates->total.flagged += first[i] > 0;
	for (size_t i = 0; i < rates->table_count; i++)
		if (rates->tables[i].field == PL_RATE_RULE)
			count_rules(rates, &rates->tables[i], file, plan);
		else
			count_milestones(rates, &rates->tables[i], plan, first);
}

/* ---- findings ---- */

static void count_under_rule(struct pl_rates *rates, struct pl_rate_table *table, const struct pl_file *file,
                             const struct pl_finding *finding, size_t milestone)
{
	struct pl_rate *row = pl_rate_rule_row(rates, table, finding->rule);
	size_t plan = pl_standing_plan(file, finding->where);

	row->on = true;
	if (plan < file->plan_count && !pl_file_rule_ran(file, file->plans[plan], finding->rule)) {
		row->set_aside++;
		return;
	}
	row->findings++;
	if (milestone != PL_NOWHERE)
		*PL_VEC_PUSH(rates->arena, &rates->hits) =
		        (struct pl_rate_hit){(uint32_t)(row - table->rows.items), milestone};
}

/* Once more delivered, and counted: a finding across plans stands on a milestone that was counted with its plan. */
static void count_across(struct pl_rates *rates, struct pl_rate_table *table, const struct pl_file *file,
                         const struct pl_finding *finding)
{
	struct pl_rate *row = pl_rate_row_across(rates, table, file->corpus, finding->place);

	if (row) {
		row->findings++;
		row->flagged += finding->rouses;
	} else {
		table->elsewhere++;
	}
}

/* Of a finding on the whole file or across plans only the path is known. */
static void count_under(struct pl_rates *rates, struct pl_rate_table *table, const struct pl_file *file,
                        const struct pl_finding *finding)
{
	struct pl_rate_subject subject = {0};
	bool above = table->field == PL_RATE_PLAN || table->field == PL_RATE_ORGANISATION ||
	             table->field == PL_RATE_TEMPLATE;

	if (file->corpus && finding->place) {
		count_across(rates, table, file, finding);
		return;
	}
	if (pl_standing_plan(file, finding->where) < file->plan_count)
		subject = pl_rate_subject_of(finding->where);
	if (!subject.plan && above && file->plan_count == 1)
		subject.plan = file->plans[0];
	if (subject.action || (subject.plan && above))
		pl_rate_rows(rates, table, &subject, count_finding);
	else if (table->field == PL_RATE_PLAN)
		pl_rate_row(rates, table, pl_str_of(file->path))->findings++;
	else
		table->elsewhere++;
}

/* Among all that are remembered. */
static size_t across_milestone(const struct pl_corpus *corpus, const struct pl_finding *finding)
{
	const struct pl_corpus_milestone *milestone = pl_rate_milestone(corpus, finding->place);

	return milestone ? (size_t)(milestone - corpus->milestones) : PL_NOWHERE;
}

static void count_findings(struct pl_rates *rates, const struct pl_file *file)
{
	for (size_t i = 0; i < file->finding_count; i++) {
		const struct pl_finding *finding = &file->findings[i];
		size_t milestone;

		if (finding->state != PL_NEW)
			continue;
		milestone = pl_standing_milestone(&rates->standing, file, finding->where);
		if (file->corpus)
			milestone = across_milestone(file->corpus, finding);
		rates->total.findings++;
		for (size_t k = 0; k < rates->table_count; k++)
			if (rates->tables[k].field == PL_RATE_RULE)
				count_under_rule(rates, &rates->tables[k], file, finding, milestone);
			else
				count_under(rates, &rates->tables[k], file, finding);
	}
}

static int by_row(const void *a, const void *b)
{
	const struct pl_rate_hit *x = a, *y = b;

	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	return (x->milestone > y->milestone) - (x->milestone < y->milestone);
}

/* A rule may find two things in one milestone. */
static void count_hits(struct pl_rates *rates, struct pl_rate_table *table)
{
	struct pl_rate_hit *hits = rates->hits.items;

	if (rates->hits.count)
		qsort(hits, rates->hits.count, sizeof *hits, by_row);
	for (size_t i = 0; i < rates->hits.count; i++)
		if (!i || by_row(&hits[i - 1], &hits[i]) != 0)
			table->rows.items[hits[i].row].flagged++;
}

/* ---- files ---- */

void pl_rates_add(struct pl_rates *rates, const struct pl_file *file)
{
	rates->hits.count = 0;
	pl_standing_fill(&rates->standing, rates->arena, file);
	rates->total.flagged += file->roused_count;
	count_findings(rates, file);
	for (size_t i = 0; i < file->plan_count; i++)
		count_plan(rates, file, i);
	for (size_t i = 0; i < rates->table_count; i++)
		if (rates->tables[i].field == PL_RATE_RULE)
			count_hits(rates, &rates->tables[i]);
}

/* ---- order ---- */

static int compare_names(const struct pl_rate *a, const struct pl_rate *b)
{
	if (a->rule && b->rule && a->rule != b->rule)
		return pl_rule_index(a->rule) < pl_rule_index(b->rule) ? -1 : 1;
	return a->name && b->name ? strcmp(a->name, b->name) : 0;
}

/* Where there are no milestones no rate can be given: behind those that have one. */
static int compare_rates(const struct pl_rate *a, const struct pl_rate *b)
{
	uint64_t left = a->findings * b->milestones, right = b->findings * a->milestones;

	if (!a->milestones != !b->milestones)
		return a->milestones ? -1 : 1;
	return left == right ? 0 : left > right ? -1 : 1;
}

static int by_name(const void *a, const void *b)
{
	const struct pl_rate *left = a, *right = b;

	if (!left->name != !right->name)
		return left->name ? -1 : 1;
	return compare_names(left, right);
}

static int by_rate(const void *a, const void *b)
{
	const struct pl_rate *left = a, *right = b;
	int order;

	if (!left->name != !right->name)
		return left->name ? -1 : 1;
	order = compare_rates(left, right);
	return order ? order : compare_names(left, right);
}

static void drop_off(struct pl_rate_table *table)
{
	size_t kept = 0;

	for (size_t i = 0; i < table->rows.count; i++)
		if (table->rows.items[i].on)
			table->rows.items[kept++] = table->rows.items[i];
	table->rows.count = kept;
}

void pl_rates_close(struct pl_rates *rates)
{
	for (size_t i = 0; i < rates->table_count; i++) {
		struct pl_rate_table *table = &rates->tables[i];
		bool named = table->field == PL_RATE_TEMPLATE || table->field == PL_RATE_QUARTER;

		if (table->field == PL_RATE_RULE)
			drop_off(table);
		if (table->rows.count)
			qsort(table->rows.items, table->rows.count, sizeof *table->rows.items,
			      named ? by_name : by_rate);
	}
}
