/* The table of formats, and several reports at once over one run. */
#include "report/report.h"

#include "base/str.h"

static const struct pl_reporter *const reporters[] = {&pl_reporter_text,     &pl_reporter_concise, &pl_reporter_json,
                                                      &pl_reporter_jsonl,    &pl_reporter_sarif,   &pl_reporter_github,
                                                      &pl_reporter_gitlab,   &pl_reporter_junit,   &pl_reporter_csv,
                                                      &pl_reporter_markdown, &pl_reporter_html};

enum { REPORTERS = sizeof reporters / sizeof *reporters };

const struct pl_reporter *pl_reporter_at(size_t index) { return index < REPORTERS ? reporters[index] : NULL; }

const struct pl_reporter *pl_reporter_find(struct pl_str name)
{
	for (size_t i = 0; i < REPORTERS; i++)
		if (pl_str_equal(pl_str_of(reporters[i]->name), name))
			return reporters[i];
	return NULL;
}

void pl_reports_init(struct pl_reports *reports, struct pl_arena *arena, const struct pl_report_options *options)
{
	*reports = (struct pl_reports){.arena = arena, .options = *options};
}

void pl_reports_add(struct pl_reports *reports, const struct pl_reporter *reporter, const struct pl_screen *screen,
                    bool is_screen)
{
	*PL_VEC_PUSH(reports->arena, &reports->jobs) = (struct pl_report_job){
	        .reporter = reporter,
	        .screen = *screen,
	        .most = is_screen ? reports->options.most : 0,
	        .options = &reports->options,
	        .arena = reports->arena,
	        .state = pl_arena_alloc(reports->arena, 1, reporter->state_size),
	};
}

bool pl_reports_have_fingerprints(const struct pl_reports *reports)
{
	for (size_t i = 0; i < reports->jobs.count; i++)
		if (!reports->jobs.items[i].reporter->has_no_fingerprints)
			return true;
	return false;
}

static void count_rule(struct pl_reports *reports, const struct pl_rule *rule)
{
	struct pl_totals *totals = &reports->totals;

	for (size_t i = 0; i < totals->rules.count; i++)
		if (totals->rules.items[i].rule == rule) {
			totals->rules.items[i].count++;
			return;
		}
	*PL_VEC_PUSH(reports->arena, &totals->rules) = (struct pl_rule_count){rule, 1};
}

static void count_unchecked(struct pl_reports *reports, const struct pl_unchecked *unchecked)
{
	struct pl_totals *totals = &reports->totals;

	for (size_t i = 0; i < totals->unchecked.count; i++) {
		struct pl_unchecked_count *known = &totals->unchecked.items[i];

		if (strcmp(known->what, unchecked->what) == 0 && strcmp(known->why, unchecked->why) == 0) {
			known->files++;
			return;
		}
	}
	*PL_VEC_PUSH(reports->arena, &totals->unchecked) = (struct pl_unchecked_count){
	        pl_arena_copy(reports->arena, pl_str_of(unchecked->what)),
	        pl_arena_copy(reports->arena, pl_str_of(unchecked->why)),
	        1,
	};
}

bool pl_report_fails(const struct pl_file *file, const struct pl_finding *finding)
{
	return finding->state == PL_NEW && (int)finding->severity >= file->fail_on;
}

static void count_since(struct pl_since *all, const struct pl_since *since)
{
	all->plans += since->plans;
	all->milestones += since->milestones;
	all->added += since->added;
	for (size_t i = 0; i < PL_FATES; i++)
		all->fates[i] += since->fates[i];
}

static void count_file(struct pl_reports *reports, const struct pl_file *file)
{
	struct pl_totals *totals = &reports->totals;

	totals->files += !file->corpus;
	totals->unreadable += file->status != PL_OK;
	totals->plans += file->plan_count;
	totals->actions += file->action_count;
	totals->milestones += file->milestone_count;
	totals->quiet_milestones += file->quiet_count;
	totals->quiet_milestones -= file->roused_count;
	for (size_t i = 0; i < file->finding_count; i++) {
		const struct pl_finding *finding = &file->findings[i];

		totals->states[finding->state]++;
		totals->failing += pl_report_fails(file, finding);
		if (finding->state != PL_NEW)
			continue;
		totals->severities[finding->severity]++;
		count_rule(reports, finding->rule);
	}
	for (size_t i = 0; i < file->unchecked_count; i++)
		count_unchecked(reports, &file->unchecked[i]);
	if (file->since)
		count_since(&totals->since, file->since);
}

void pl_reports_begin(struct pl_reports *reports)
{
	for (size_t i = 0; i < reports->jobs.count; i++) {
		struct pl_report_job *job = &reports->jobs.items[i];

		if (job->reporter->begin)
			job->reporter->begin(job);
	}
}

void pl_reports_file(struct pl_reports *reports, const struct pl_file *file)
{
	if (file->status == PL_OK && !file->is_plan) {
		reports->totals.skipped++;
		return;
	}
	count_file(reports, file);
	for (size_t i = 0; i < reports->jobs.count; i++) {
		struct pl_report_job *job = &reports->jobs.items[i];

		job->reporter->file(job, file);
	}
}

void pl_reports_end(struct pl_reports *reports)
{
	for (size_t i = 0; i < reports->jobs.count; i++) {
		struct pl_report_job *job = &reports->jobs.items[i];

		if (job->reporter->end)
			job->reporter->end(job, &reports->totals);
		pl_out_flush(job->screen.out);
	}
}

void pl_reports_close(struct pl_reports *reports)
{
	for (size_t i = 0; i < reports->jobs.count; i++) {
		struct pl_report_job *job = &reports->jobs.items[i];

		if (job->reporter->close)
			job->reporter->close(job);
	}
}
