/* Counts what a comparison found, and the sentences that every format for people says of it. */
#include "report/compare.h"

#include "base/str.h"
#include "report/redact.h"

static const struct pl_compare_reporter *const reporters[] = {&pl_compare_text, &pl_compare_json, &pl_compare_markdown};

enum { REPORTERS = sizeof reporters / sizeof *reporters };

const struct pl_compare_reporter *pl_compare_reporter_at(size_t index)
{
	return index < REPORTERS ? reporters[index] : NULL;
}

/* ---- counting --------------------------------------------------------------------------------------------------- */

static void count_milestone(struct pl_compare_totals *totals, const struct pl_compared_milestone *one)
{
	totals->added += !one->was;
	totals->fates[one->fate] += one->fate != PL_FATE_NONE;
	totals->past += one->fate != PL_FATE_NONE;
	if (one->fate != PL_FATE_NONE || !one->was)
		return;
	totals->gone += !one->is;
	totals->reworded += one->reworded;
	totals->moved += one->moved;
	totals->elsewhere += one->elsewhere;
	totals->same += one->is && !one->reworded && !one->moved && !one->elsewhere;
}

struct pl_compare_totals pl_compare_count(const struct pl_compared_plan *plan)
{
	struct pl_compare_totals totals = {.plans = plan->was && plan->is,
	                                   .plans_added = !plan->was,
	                                   .plans_dropped = !plan->is,
	                                   .periods = plan->two_periods};

	for (size_t i = 0; i < plan->milestone_count; i++)
		count_milestone(&totals, &plan->milestones[i]);
	if (plan->two_periods) {
		totals.fresh = totals.added;
		totals.added = 0;
	}
	return totals;
}

bool pl_compare_has_news(const struct pl_compared_file *file)
{
	for (size_t i = 0; i < file->finding_count; i++)
		if (file->findings[i].change != PL_CHANGE_UNCHANGED)
			return true;
	for (size_t i = 0; i < file->plan_count; i++) {
		struct pl_compare_totals plan = pl_compare_count(&file->plans[i]);

		if (!plan.plans || plan.periods || plan.added || plan.gone || plan.reworded || plan.moved ||
		    plan.elsewhere)
			return true;
	}
	return false;
}

static void add_totals(struct pl_compare_totals *all, const struct pl_compare_totals *one)
{
	all->plans += one->plans;
	all->plans_added += one->plans_added;
	all->plans_dropped += one->plans_dropped;
	all->periods += one->periods;
	all->past += one->past;
	all->fresh += one->fresh;
	all->same += one->same;
	all->added += one->added;
	all->gone += one->gone;
	all->reworded += one->reworded;
	all->moved += one->moved;
	all->elsewhere += one->elsewhere;
	for (size_t i = 0; i < PL_FATES; i++)
		all->fates[i] += one->fates[i];
}

static void count_file(struct pl_compare_totals *totals, const struct pl_compared_file *file)
{
	totals->unreadable += file->was && file->was->status != PL_OK;
	totals->unreadable += file->is && file->is->status != PL_OK;
	for (size_t i = 0; i < file->plan_count; i++) {
		struct pl_compare_totals plan = pl_compare_count(&file->plans[i]);

		add_totals(totals, &plan);
	}
	for (size_t i = 0; i < file->finding_count; i++) {
		const struct pl_compared_finding *finding = &file->findings[i];

		totals->changes[finding->change]++;
		if (finding->change != PL_CHANGE_NEW)
			continue;
		totals->severities[finding->is->severity]++;
		totals->failing += pl_report_fails(file->is, finding->is);
	}
}

/* ---- the report ------------------------------------------------------------------------------------------------- */

void pl_compare_report_open(struct pl_compare_report *report, struct pl_arena *arena, struct pl_arena *view,
                            const struct pl_compare_reporter *reporter, const struct pl_screen *screen,
                            const struct pl_compare_options *options)
{
	*report = (struct pl_compare_report){.reporter = reporter,
	                                     .screen = *screen,
	                                     .arena = arena,
	                                     .view = view,
	                                     .options = *options,
	                                     .state = pl_arena_alloc(arena, 1, reporter->state_size)};
	if (reporter->begin)
		reporter->begin(report);
}

void pl_compare_report_file(struct pl_compare_report *report, const struct pl_compared_file *file)
{
	if (report->options.redaction)
		file = pl_redact_compared(report->options.redaction, report->view, file);
	count_file(&report->totals, file);
	report->reporter->file(report, file);
	pl_arena_reset(report->view);
}

void pl_compare_report_end(struct pl_compare_report *report)
{
	if (report->reporter->end)
		report->reporter->end(report);
	pl_arena_reset(report->view);
	pl_out_flush(report->screen.out);
}

/* ---- words ------------------------------------------------------------------------------------------------------ */

const char *pl_compare_words(struct pl_compare_report *report, const struct pl_text *text)
{
	struct pl_str words = text ? text->value : (struct pl_str){"", 0};

	if (report->options.redaction)
		words = pl_redact_text(report->options.redaction, report->view, words, NULL);
	return pl_arena_copy(report->view, words);
}

const char *pl_compare_title(struct pl_compare_report *report, const struct pl_milestone *milestone)
{
	return pl_compare_words(report, pl_tracked_milestone(milestone).item->title);
}

/* A number of things in a list of some: "3 added". */
struct part {
	size_t count;
	const char *words;
};

static const char *list(struct pl_compare_report *report, const struct part *parts, size_t count)
{
	const char *all = "";

	for (size_t i = 0; i < count; i++)
		if (parts[i].count)
			all = pl_arena_print(report->view, "%s%s%zu %s", all, *all ? ", " : "", parts[i].count,
			                     parts[i].words);
	return all;
}

const char *pl_compare_fates(struct pl_compare_report *report, const struct pl_compare_totals *totals,
                             const struct pl_template_terms *terms)
{
	struct part parts[PL_FATES - 1];

	for (int fate = PL_FATE_NONE + 1; fate < PL_FATES; fate++)
		parts[fate - 1] = (struct part){totals->fates[fate], pl_fate_words[fate]};

	return pl_arena_print(report->view, "Of %zu %s of last period: %s%s%zu new", totals->past,
	                      totals->past == 1 ? terms->milestone : terms->milestones,
	                      list(report, parts, PL_FATES - 1), totals->past ? "; " : "", totals->fresh);
}

const char *pl_compare_changes(struct pl_compare_report *report, const struct pl_compare_totals *totals)
{
	const struct part parts[] = {{totals->added, "added"},
	                             {totals->gone, "gone"},
	                             {totals->reworded, "reworded"},
	                             {totals->moved, "with another deadline"},
	                             {totals->elsewhere, "under another key action"},
	                             {totals->same, "as before"}};

	return list(report, parts, sizeof parts / sizeof *parts);
}

const char *pl_compare_findings_line(struct pl_compare_report *report, const size_t changes[PL_CHANGES])
{
	const struct part parts[] = {{changes[PL_CHANGE_NEW], "new"},
	                             {changes[PL_CHANGE_GONE], "gone"},
	                             {changes[PL_CHANGE_IGNORED], "now ignored"},
	                             {changes[PL_CHANGE_UNCHANGED], "unchanged"}};
	const char *all = list(report, parts, sizeof parts / sizeof *parts);

	return *all ? all : "none, before or now";
}
