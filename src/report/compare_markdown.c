/* The comparison for a comment on a pull request: what changed in a table a plan, findings below. */
#include "report/clean.h"
#include "report/compare.h"

#include "base/str.h"

/* A comment on GitHub has 65,536 characters. */
enum { MOST_BYTES = 60 * 1024 };

struct state {
	struct pl_out text; /* what comes behind the summary */
	size_t left;        /* sections that did not fit */
};

static void cell(struct pl_out *out, const char *text) { pl_clean(out, text, pl_escape_markdown); }

/* ---- milestones ------------------------------------------------------------------------------------------------- */

static const char *label_of(const struct pl_compared_milestone *one)
{
	static const char *const fates[] = {[PL_FATE_COMPLETED] = "completed",
	                                    [PL_FATE_CARRIED] = "carried forward",
	                                    [PL_FATE_SET_AGAIN] = "set again",
	                                    [PL_FATE_DROPPED] = "dropped",
	                                    [PL_FATE_LOST] = "lost"};

	if (one->fate != PL_FATE_NONE)
		return fates[one->fate];
	return !one->was                     ? "added"
	       : !one->is                    ? "gone"
	       : one->reworded && one->moved ? "reworded, new deadline"
	       : one->reworded               ? "reworded"
	       : one->moved                  ? "new deadline"
	                                     : "other key action";
}

/* "before → now", or the one there is. */
static void two(struct pl_out *out, const char *was, const char *is, bool differ)
{
	if (was)
		cell(out, was);
	if (was && is && differ)
		pl_out_puts(out, " → ");
	if (is && (!was || differ))
		cell(out, is);
}

static void milestone_row(struct pl_compare_report *report, struct pl_out *out, const struct pl_compared_milestone *one)
{
	pl_out_print(out, "| %s | ", label_of(one));
	two(out, one->was_item, one->is_item, one->elsewhere);
	pl_out_puts(out, " | ");
	if (one->was && one->reworded)
		pl_out_puts(out, "~~");
	if (one->was)
		cell(out, pl_compare_title(report, one->was));
	if (one->was && one->reworded)
		pl_out_puts(out, "~~<br>");
	if (one->is && (!one->was || one->reworded))
		cell(out, pl_compare_title(report, one->is));
	pl_out_puts(out, " | ");
	two(out, one->was_due, one->is_due, one->moved);
	pl_out_puts(out, " |\n");
}

static void milestones(struct pl_compare_report *report, struct pl_out *out, const struct pl_compared_plan *plan)
{
	bool begun = false;

	for (size_t i = 0; i < plan->milestone_count; i++) {
		const struct pl_compared_milestone *one = &plan->milestones[i];

		if ((!one->was_item && !one->is_item) || one->fate == PL_FATE_COMPLETED)
			continue;
		if (!begun)
			pl_out_puts(out, "\n| | where | milestone | due |\n|---|---|---|---|\n");
		begun = true;
		milestone_row(report, out, one);
	}
}

/* ---- findings --------------------------------------------------------------------------------------------------- */

static void finding_row(struct pl_out *out, enum pl_change change, const char *label, const struct pl_finding *finding)
{
	pl_out_print(out, "| %s | %u | ", label, (unsigned)finding->range.start.line);
	cell(out, finding->rule->id);
	pl_out_puts(out, " | ");
	pl_clean_sentences(out, finding->message, change == PL_CHANGE_NEW ? finding->advice : NULL, pl_escape_markdown);
	if (*finding->item) {
		pl_out_puts(out, "<br><sub>");
		cell(out, finding->item);
		pl_out_puts(out, "</sub>");
	}
	pl_out_puts(out, " |\n");
}

static void findings(struct pl_out *out, const struct pl_compared_file *file)
{
	static const struct {
		enum pl_change change;
		const char *label;
	} rows[] = {{PL_CHANGE_NEW, "**new**"}, {PL_CHANGE_IGNORED, "now ignored"}, {PL_CHANGE_GONE, "gone"}};
	bool begun = false;

	for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
		for (size_t i = 0; i < file->finding_count && file->is; i++) {
			const struct pl_compared_finding *one = &file->findings[i];

			if (one->change != rows[k].change)
				continue;
			if (!begun)
				pl_out_puts(out, "\n| finding | line | rule | what it says |\n|---|---:|---|---|\n");
			begun = true;
			finding_row(out, one->change, rows[k].label, one->is ? one->is : one->was);
		}
}

/* ---- a pair of files -------------------------------------------------------------------------------------------- */

static void heading(struct pl_compare_report *report, struct pl_out *out, const struct pl_compared_plan *plan)
{
	const struct pl_plan *shown = plan->is ? plan->is : plan->was;
	const char *title = pl_compare_words(report, shown->item.title);
	struct pl_compare_totals totals = pl_compare_count(plan);

	pl_out_puts(out, "\n### ");
	cell(out, *title ? title : shown->path);
	pl_out_puts(out, "\n\n");
	two(out, plan->was ? plan->was->path : NULL, plan->is ? plan->is->path : NULL,
	    plan->was && plan->is && strcmp(plan->was->path, plan->is->path) != 0);
	pl_out_puts(out, ": ");
	if (!plan->was || !plan->is)
		pl_out_print(out, "this plan was %s, with %zu milestone%s\n", plan->is ? "added" : "dropped",
		             shown->milestone_count, pl_plural(shown->milestone_count));
	else if (plan->two_periods)
		pl_out_print(out, "%s\n", pl_compare_fates(report, &totals, pl_template_terms(shown->template_kind)));
	else
		pl_out_print(out, "milestones: %s\n", pl_compare_changes(report, &totals));
}

static void markdown_file(struct pl_compare_report *report, const struct pl_compared_file *file)
{
	struct state *state = report->state;
	struct pl_out section = {.fd = -1};

	if (!pl_compare_has_news(file))
		return;
	for (size_t i = 0; i < file->plan_count; i++) {
		heading(report, &section, &file->plans[i]);
		if (file->plans[i].was && file->plans[i].is)
			milestones(report, &section, &file->plans[i]);
	}
	findings(&section, file);
	if (!state->left && state->text.buf.len + section.buf.len <= MOST_BYTES)
		pl_out_join(&state->text, &section.buf);
	else
		state->left++;
	pl_buf_free(&section.buf);
}

static void markdown_begin(struct pl_compare_report *report) { ((struct state *)report->state)->text.fd = -1; }

static void summary(struct pl_compare_report *report)
{
	const struct pl_compare_totals *totals = &report->totals;
	struct pl_out *out = report->screen.out;

	pl_out_print(out, "**Findings: %s** in %zu plan%s", pl_compare_findings_line(report, totals->changes),
	             totals->plans, pl_plural(totals->plans));
	if (totals->plans_added || totals->plans_dropped)
		pl_out_print(out, "; %zu plan%s added, %zu dropped", totals->plans_added,
		             pl_plural(totals->plans_added), totals->plans_dropped);
	pl_out_puts(out, "\n");
}

static void markdown_end(struct pl_compare_report *report)
{
	const struct pl_compare_totals *totals = &report->totals;
	struct state *state = report->state;
	struct pl_out *out = report->screen.out;

	pl_out_puts(out, "## planlint: what changed\n\n");
	if (!state->text.buf.len && !state->left)
		pl_out_print(out, "Nothing changed in %zu plan%s.\n", totals->plans, pl_plural(totals->plans));
	else
		summary(report);
	pl_out_join(out, &state->text.buf);
	if (state->left)
		pl_out_print(out, "\n%zu more file%s changed; --format json has all of it.\n", state->left,
		             pl_plural(state->left));
}

const struct pl_compare_reporter pl_compare_markdown = {
        .state_size = sizeof(struct state),
        .begin = markdown_begin,
        .file = markdown_file,
        .end = markdown_end,
};
