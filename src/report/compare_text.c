/* The comparison for people on a terminal: a section a pair of plans, what changed in words, totals last. */
#include "report/compare.h"

#include "base/str.h"

#include <assert.h>

enum { INDENT = 2, LABEL = 10, TEXT = INDENT + LABEL };

struct state {
	size_t sections; /* written */
};

static void put_label(struct pl_screen *screen, enum pl_style style, const char *label)
{
	pl_out_print(screen->out, "%*s", INDENT, "");
	pl_screen_string(screen, style, label);
	pl_out_print(screen->out, "%*s", (int)(strlen(label) < LABEL ? LABEL - strlen(label) : 1), "");
}

static void put_line(struct pl_screen *screen, const char *text)
{
	pl_out_print(screen->out, "%*s", TEXT, "");
	pl_screen_wrap(screen, text, TEXT, TEXT);
}

/* ---- milestones ------------------------------------------------------------------------------------------------- */

static const char *label_of(const struct pl_compared_plan *plan, const struct pl_compared_milestone *one)
{
	static const char *const fates[] = {[PL_FATE_COMPLETED] = "completed",
	                                    [PL_FATE_CARRIED] = "carried",
	                                    [PL_FATE_SET_AGAIN] = "set again",
	                                    [PL_FATE_DROPPED] = "dropped",
	                                    [PL_FATE_LOST] = "lost"};

	if (one->fate != PL_FATE_NONE)
		return fates[one->fate];
	if (!one->was)
		return plan->two_periods ? "new" : "added";
	return !one->is ? "gone" : one->reworded ? "reworded" : one->moved ? "deadline" : "moved";
}

/* `KA1 "Insulate homes" > M3: due 30 June 2010, now 30 September 2010` */
static const char *place_of(struct pl_compare_report *report, const struct pl_compared_milestone *one)
{
	const char *item = one->was ? one->was_item : one->is_item, *due = one->was ? one->was_due : one->is_due;

	if (one->elsewhere)
		item = pl_arena_print(report->view, "%s, now %s", item, one->is_item);
	if (one->moved)
		return pl_arena_print(report->view, "%s: due %s, now %s", item, due, one->is_due);
	if (one->was && one->is)
		return item;
	return pl_arena_print(report->view, strcmp(due, "no date") == 0 ? "%s, %s" : "%s, due %s", item, due);
}

static void show_milestone(struct pl_compare_report *report, const struct pl_compared_plan *plan,
                           const struct pl_compared_milestone *one)
{
	struct pl_screen *screen = &report->screen;
	const char *was = one->was ? pl_compare_title(report, one->was) : NULL;
	const char *is = one->is ? pl_compare_title(report, one->is) : NULL;

	put_label(screen, PL_STYLE_BOLD, label_of(plan, one));
	pl_screen_wrap(screen, place_of(report, one), TEXT, TEXT);
	if (one->reworded) {
		put_line(screen, pl_arena_print(report->view, "was: %s", was));
		put_line(screen, pl_arena_print(report->view, "now: %s", is));
	} else {
		put_line(screen, was ? was : is);
	}
}

static bool is_told(const struct pl_compared_milestone *one)
{
	return (one->was_item || one->is_item) && one->fate != PL_FATE_COMPLETED;
}

static void show_milestones(struct pl_compare_report *report, const struct pl_compared_plan *plan,
                            const struct pl_compare_totals *totals)
{
	const struct pl_template_terms *terms = pl_template_terms(plan->is->template_kind);
	const char *line;

	if (plan->two_periods)
		line = pl_compare_fates(report, totals, terms);
	else
		line = pl_arena_print(report->view, "%c%s: %s", terms->milestones[0] - 'a' + 'A', terms->milestones + 1,
		                      pl_compare_changes(report, totals));
	pl_screen_wrap(&report->screen, line, 0, INDENT);
	for (size_t i = 0; i < plan->milestone_count; i++)
		if (is_told(&plan->milestones[i]))
			show_milestone(report, plan, &plan->milestones[i]);
	if (plan->cut)
		put_line(&report->screen, "too many of them are nearly alike to be paired for certain");
}

/* ---- findings --------------------------------------------------------------------------------------------------- */

static enum pl_style style_of(const struct pl_compared_finding *finding)
{
	if (finding->change != PL_CHANGE_NEW)
		return PL_STYLE_DIM;
	assert(finding->is);
	return finding->is->severity == PL_ERROR     ? PL_STYLE_ERROR
	       : finding->is->severity == PL_WARNING ? PL_STYLE_WARNING
	                                             : PL_STYLE_INFO;
}

static void show_finding(struct pl_compare_report *report, const struct pl_compared_finding *finding)
{
	static const char *const labels[] = {[PL_CHANGE_NEW] = "new",
	                                     [PL_CHANGE_GONE] = "gone",
	                                     [PL_CHANGE_UNCHANGED] = "unchanged",
	                                     [PL_CHANGE_IGNORED] = "ignored"};
	const struct pl_finding *shown = finding->is ? finding->is : finding->was;

	put_label(&report->screen, style_of(finding), labels[finding->change]);
	pl_screen_wrap(&report->screen,
	               pl_arena_print(report->view, "%s[%s] %s:%u:%u", pl_severity_name(shown->severity),
	                              shown->rule->id, shown->path, (unsigned)shown->range.start.line,
	                              (unsigned)shown->range.start.column),
	               TEXT, TEXT);
	if (*shown->item)
		put_line(&report->screen, shown->item);
	put_line(&report->screen, shown->message);
}

static void show_findings(struct pl_compare_report *report, const struct pl_compared_file *file)
{
	static const enum pl_change order[] = {PL_CHANGE_NEW, PL_CHANGE_IGNORED, PL_CHANGE_GONE, PL_CHANGE_UNCHANGED};
	size_t changes[PL_CHANGES] = {0};

	for (size_t i = 0; i < file->finding_count; i++)
		changes[file->findings[i].change]++;
	if (!file->finding_count)
		return;
	pl_screen_wrap(&report->screen,
	               pl_arena_print(report->view, "Findings: %s", pl_compare_findings_line(report, changes)), 0,
	               INDENT);
	for (size_t k = 0; k < sizeof order / sizeof *order; k++)
		for (size_t i = 0; i < file->finding_count; i++)
			if (file->findings[i].change == order[k] &&
			    (order[k] != PL_CHANGE_UNCHANGED || report->options.verbose) &&
			    (file->is || report->options.verbose))
				show_finding(report, &file->findings[i]);
}

/* ---- a pair of files -------------------------------------------------------------------------------------------- */

static void show_heading(struct pl_compare_report *report, const struct pl_plan *plan, const char *was_path)
{
	struct pl_screen *screen = &report->screen;
	const char *title = pl_compare_words(report, plan->item.title);

	pl_screen_style(screen, PL_STYLE_BOLD);
	if (*title)
		pl_screen_wrap(screen, title, 0, INDENT);
	pl_screen_style(screen, PL_STYLE_PLAIN);
	if (was_path)
		pl_screen_wrap(screen, pl_arena_print(report->view, "from %s to %s", was_path, plan->path), 0, INDENT);
	else
		pl_screen_wrap(screen, plan->path, 0, INDENT);
}

static void show_plan(struct pl_compare_report *report, const struct pl_compared_plan *plan)
{
	const struct pl_plan *shown = plan->is ? plan->is : plan->was;
	struct pl_compare_totals totals = pl_compare_count(plan);

	assert(shown);
	show_heading(report, shown, plan->was && plan->is ? plan->was->path : NULL);
	if (plan->was && plan->is)
		show_milestones(report, plan, &totals);
	else
		pl_screen_wrap(&report->screen,
		               pl_arena_print(report->view, "This plan was %s, with %zu %s.",
		                              plan->is ? "added" : "dropped", shown->milestone_count,
		                              shown->milestone_count == 1
		                                      ? pl_template_terms(shown->template_kind)->milestone
		                                      : pl_template_terms(shown->template_kind)->milestones),
		               0, INDENT);
}

static void text_file(struct pl_compare_report *report, const struct pl_compared_file *file)
{
	struct state *state = report->state;

	if (!pl_compare_has_news(file) && !report->options.verbose)
		return;
	for (size_t i = 0; i < file->plan_count; i++)
		show_plan(report, &file->plans[i]);
	show_findings(report, file);
	pl_out_puts(report->screen.out, "\n");
	state->sections++;
}

static void show_totals(struct pl_compare_report *report, const char *line)
{
	const struct pl_compare_totals *totals = &report->totals;

	pl_screen_wrap(&report->screen,
	               pl_arena_print(report->view, "%s; findings: %s", line,
	                              pl_compare_findings_line(report, totals->changes)),
	               0, INDENT);
	if (totals->plans > totals->periods)
		pl_screen_wrap(&report->screen,
		               pl_arena_print(report->view, "milestones: %s", pl_compare_changes(report, totals)), 0,
		               INDENT);
	if (totals->periods && totals->past)
		pl_screen_wrap(&report->screen, pl_compare_fates(report, totals, pl_template_terms(PL_TEMPLATE_NONE)),
		               0, INDENT);
}

static void text_end(struct pl_compare_report *report)
{
	const struct pl_compare_totals *totals = &report->totals;
	size_t plans = totals->plans + totals->plans_added + totals->plans_dropped;
	const char *line;

	if (report->options.quiet || !plans)
		return;
	line = pl_arena_print(report->view, "%zu plan%s compared", totals->plans, pl_plural(totals->plans));
	if (totals->plans_added)
		line = pl_arena_print(report->view, "%s, %zu added", line, totals->plans_added);
	if (totals->plans_dropped)
		line = pl_arena_print(report->view, "%s, %zu dropped", line, totals->plans_dropped);
	if (!((struct state *)report->state)->sections)
		pl_screen_wrap(&report->screen, pl_arena_print(report->view, "%s; nothing changed", line), 0, INDENT);
	else if (plans > 1)
		show_totals(report, line);
}

const struct pl_compare_reporter pl_compare_text = {
        .state_size = sizeof(struct state),
        .file = text_file,
        .end = text_end,
};
