/* Format `markdown`: a summary for people that fits a job summary or a comment: totals, then a table a file. */
#include "report/clean.h"
#include "report/keep.h"

#include "base/str.h"

enum { MOST_BYTES = 900 * 1024 }; /* GitHub takes a job summary of 1 MiB */

struct state {
	struct pl_kept kept;
	size_t left;
};

static void heading(struct pl_out *out, const struct pl_totals *totals)
{
	pl_out_puts(out, "## planlint\n\n");
	pl_out_print(out, "**%zu error%s, %zu warning%s, %zu info** in %zu plan%s", totals->severities[PL_ERROR],
	             pl_plural(totals->severities[PL_ERROR]), totals->severities[PL_WARNING],
	             pl_plural(totals->severities[PL_WARNING]), totals->severities[PL_INFO], totals->plans,
	             pl_plural(totals->plans));
	if (totals->milestones)
		pl_out_print(out, "; %zu of %zu milestone%s raised nothing", totals->quiet_milestones,
		             totals->milestones, pl_plural(totals->milestones));
	pl_out_puts(out, "\n");
}

static void row(struct pl_out *out, const struct pl_finding *finding)
{
	pl_out_print(out, "| %u | %s | ", (unsigned)finding->range.start.line, pl_severity_name(finding->severity));
	pl_clean(out, finding->rule->id, pl_escape_markdown);
	pl_out_puts(out, " | ");
	pl_clean_sentences(out, finding->message, finding->advice, pl_escape_markdown);
	if (finding->item && *finding->item) {
		pl_out_puts(out, "<br><sub>");
		pl_clean(out, finding->item, pl_escape_markdown);
		pl_out_puts(out, "</sub>");
	}
	pl_out_puts(out, " |\n");
}

static void tables(struct pl_out *out, struct state *state)
{
	const char *file = NULL;
	struct pl_out text = {.fd = -1};

	for (size_t i = 0; i < state->kept.findings.count; i++) {
		const struct pl_finding *finding = &state->kept.findings.items[i].finding;

		if (text.buf.len > MOST_BYTES) {
			state->left = state->kept.findings.count - i;
			break;
		}
		if (!file || strcmp(file, finding->path) != 0) {
			pl_out_puts(&text, "\n### ");
			pl_clean(&text, finding->path, pl_escape_markdown);
			pl_out_puts(&text, "\n\n| line | severity | rule | what to change |\n|---:|---|---|---|\n");
		}
		file = finding->path;
		row(&text, finding);
	}
	pl_out_join(out, &text.buf);
}

static void unchecked(struct pl_out *out, const struct pl_totals *totals)
{
	if (totals->unchecked.count)
		pl_out_puts(out, "\n### Not checked\n\n");
	for (size_t i = 0; i < totals->unchecked.count; i++) {
		const struct pl_unchecked_count *one = &totals->unchecked.items[i];

		pl_out_puts(out, "- ");
		pl_clean(out, one->what, pl_escape_markdown);
		pl_out_puts(out, ": ");
		pl_clean(out, one->why, pl_escape_markdown);
		pl_out_print(out, " (%zu of %zu file%s)\n", one->files, totals->files, pl_plural(totals->files));
	}
}

static void unreadable(struct pl_out *out, const struct pl_kept *kept)
{
	if (kept->unreadable.count)
		pl_out_puts(out, "\n### Not read\n\n");
	for (size_t i = 0; i < kept->unreadable.count; i++) {
		pl_out_puts(out, "- ");
		pl_clean(out, kept->unreadable.items[i].identity, pl_escape_markdown);
		pl_out_puts(out, ": ");
		pl_clean(out, kept->unreadable.items[i].message, pl_escape_markdown);
		pl_out_puts(out, "\n");
	}
}

static void markdown_file(struct pl_report_job *job, const struct pl_file *file)
{
	pl_keep(&((struct state *)job->state)->kept, job->arena, file, false);
}

static void markdown_end(struct pl_report_job *job, const struct pl_totals *totals)
{
	struct state *state = job->state;
	struct pl_out *out = job->screen.out;

	heading(out, totals);
	tables(out, state);
	if (state->left)
		pl_out_print(out, "\n%zu more finding%s not shown here.\n", state->left,
		             state->left == 1 ? " is" : "s are");
	unreadable(out, &state->kept);
	unchecked(out, totals);
}

const struct pl_reporter pl_reporter_markdown = {
        .name = "markdown",
        .has_no_fingerprints = true,
        .summary = "a summary with a table a file, for job summaries",
        .state_size = sizeof(struct state),
        .file = markdown_file,
        .end = markdown_end,
};
