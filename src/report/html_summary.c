/* The beginning of the page: how much was found, what was not looked at, what is not shown. */
#include "report/html.h"

#include "base/str.h"

#include <errno.h>

enum { MOST_NAMES = 12 * 1024 }; /* bytes of a list of files that have nothing to show */

void pl_html_add_name(struct pl_html_names *names, const struct pl_file *file)
{
	struct pl_out out = {.fd = -1};

	names->count++;
	if (names->list.len > MOST_NAMES)
		return;
	names->listed++;
	out.buf = names->list;
	pl_out_puts(&out, "<li>");
	pl_html_string(&out, file->path);
	if (file->message) {
		pl_out_puts(&out, ": ");
		pl_html_string(&out, file->message);
	}
	pl_out_puts(&out, "</li>\n");
	names->list = out.buf;
}

/* "3 errors and 12 warnings" */
static void severities(struct pl_out *out, const struct pl_totals *totals)
{
	static const char *const names[] = {
	        [PL_INFO] = "for information", [PL_WARNING] = "warning", [PL_ERROR] = "error"};
	size_t left = 0;
	bool any = false;

	for (int i = PL_INFO; i <= PL_ERROR; i++)
		left += totals->severities[i] > 0;
	for (int i = PL_ERROR; i >= PL_INFO; i--) {
		if (!totals->severities[i])
			continue;
		left--;
		pl_out_print(out, "%s%zu %s%s",
		             !any   ? ""
		             : left ? ", "
		                    : " and ",
		             totals->severities[i], names[i], i == PL_INFO ? "" : pl_plural(totals->severities[i]));
		any = true;
	}
}

void pl_html_lead(struct pl_out *out, const struct pl_totals *totals)
{
	size_t found = totals->states[PL_NEW];

	pl_out_puts(out, "<p class=\"lead\">");
	if (!totals->plans && !found)
		pl_out_puts(out, "Nothing that could be looked at is a plan.");
	else if (!found && totals->unreadable)
		pl_out_puts(out, "Nothing to change in what could be read; not every file could.");
	else if (!found)
		pl_out_print(out,
		             "Nothing to change. %s was read from beginning to end, and planlint found nothing that "
		             "it would ask %s to change. Thank you for %s easy to follow.",
		             totals->plans == 1 ? "The plan" : "Every plan",
		             totals->plans == 1 ? "its author" : "their authors",
		             totals->plans == 1 ? "a plan that is" : "plans that are");
	else {
		pl_out_print(out, "%zu thing%s to look at: ", found, pl_plural(found));
		severities(out, totals);
		pl_out_puts(out, ". Each stands beside the words it is about, with what to write instead.");
	}
	pl_out_puts(out, "</p>\n");
}

static void figure(struct pl_out *out, const char *name, size_t number)
{
	pl_out_print(out, "<div><dt>%s</dt><dd>%zu</dd></div>\n", name, number);
}

static void figures(struct pl_out *out, const struct pl_totals *totals)
{
	pl_out_puts(out, "<dl class=\"stats\">\n");
	if (totals->plans != 1)
		figure(out, "plans", totals->plans);
	figure(out, totals->actions == 1 ? "key action" : "key actions", totals->actions);
	figure(out, totals->milestones == 1 ? "milestone" : "milestones", totals->milestones);
	figure(out, "of them without findings", totals->quiet_milestones);
	figure(out, totals->states[PL_NEW] == 1 ? "finding" : "findings", totals->states[PL_NEW]);
	pl_out_puts(out, "</dl>\n");
}

static void legend(struct pl_out *out, const struct pl_totals *totals)
{
	pl_out_puts(out, "<p class=\"small legend\">");
	if (totals->severities[PL_ERROR])
		pl_out_puts(out,
		            "<span class=\"s e\">Error</span>: the plan contradicts itself, or cannot be read there. ");
	if (totals->severities[PL_WARNING])
		pl_out_puts(out, "<span class=\"s w\">Warning</span>: a careful reviewer would ask for a change. ");
	if (totals->severities[PL_INFO])
		pl_out_puts(out, "<span class=\"s i\">Info</span>: worth a second look. ");
	pl_out_puts(out, "</p>\n");
}

static void not_new(struct pl_out *out, const struct pl_totals *totals)
{
	size_t suppressed = totals->states[PL_SUPPRESSED], known = totals->states[PL_BASELINED];

	if (!suppressed && !known)
		return;
	pl_out_puts(out, "<p>Not shown: ");
	if (suppressed)
		pl_out_print(out, "%zu finding%s that the plan%s says to leave alone", suppressed,
		             pl_plural(suppressed), totals->plans == 1 ? "" : " itself");
	if (known)
		pl_out_print(out, "%s%zu that %s known before (in the baseline)", suppressed ? ", and " : "", known,
		             known == 1 ? "was" : "were");
	pl_out_puts(out, ".</p>\n");
}

static void not_checked(struct pl_out *out, const struct pl_totals *totals)
{
	if (!totals->unchecked.count)
		return;
	pl_out_puts(out, "<h3>What was not checked</h3>\n<ul class=\"todo\">\n");
	for (size_t i = 0; i < totals->unchecked.count; i++) {
		const struct pl_unchecked_count *one = &totals->unchecked.items[i];

		pl_out_puts(out, "<li>");
		pl_html_string(out, one->what);
		pl_out_puts(out, ": ");
		pl_html_string(out, one->why);
		if (totals->files > 1)
			pl_out_print(out, " (%zu of %zu files)", one->files, totals->files);
		pl_out_puts(out, "</li>\n");
	}
	pl_out_puts(out, "</ul>\n");
}

static void put_names(struct pl_out *out, const struct pl_html_names *names)
{
	pl_out_puts(out, "<ul class=\"todo\">\n");
	pl_out_add(out, (struct pl_str){names->list.ptr, names->list.len});
	if (names->list.failed && !out->error)
		out->error = ENOMEM;
	if (names->count > names->listed)
		pl_out_print(out, "<li>and %zu more</li>\n", names->count - names->listed);
	pl_out_puts(out, "</ul>\n");
}

static void unreadable(struct pl_out *out, const struct pl_html_names *names)
{
	if (!names->count)
		return;
	pl_out_puts(out, "<h3>What could not be read</h3>\n");
	put_names(out, names);
}

static void quiet(struct pl_out *out, const struct pl_html_sum *sum, const struct pl_totals *totals)
{
	if (!sum->quiet.count || totals->files < 2)
		return;
	pl_out_print(out, "<details><summary>%zu plan%s without findings%s</summary>\n", sum->quiet.count,
	             pl_plural(sum->quiet.count), sum->has_across ? " of their own" : "");
	put_names(out, &sum->quiet);
	pl_out_puts(out, "</details>\n");
}

static void left_out(struct pl_out *out, const struct pl_html_sum *sum)
{
	if (!sum->left_notes)
		return;
	pl_out_print(
	        out,
	        "<p>This page shows the first %zu findings. %zu more, in %zu file%s, are counted above and left out "
	        "below: make a page of fewer plans, or choose rules with --select, to see them; "
	        "--format csv holds all.</p>\n",
	        sum->notes, sum->left_notes, sum->left_plans, pl_plural(sum->left_plans));
}

void pl_html_summary(struct pl_out *out, const struct pl_html_sum *sum, const struct pl_totals *totals)
{
	pl_out_puts(out, "<section id=\"summary\"><h2>In short</h2>\n<div class=\"short\">\n<div>\n");
	figures(out, totals);
	legend(out, totals);
	not_new(out, totals);
	left_out(out, sum);
	not_checked(out, totals);
	unreadable(out, &sum->unreadable);
	pl_out_puts(out, "</div>\n");
	pl_html_month_chart(out, sum);
	pl_out_puts(out, "</div>\n");
	pl_html_rule_chart(out, sum);
	pl_html_plan_chart(out, sum);
	quiet(out, sum, totals);
	pl_out_puts(out, "</section>\n");
}
