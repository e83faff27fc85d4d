/* The last lines of a report for people: how much was found, how much raised nothing, what was not looked at. */
#include "report/report.h"

#include "base/str.h"

#include <stdlib.h>

/* "3 errors, 12 warnings, 1 info" */
static void add_severities(struct pl_buf *line, const struct pl_totals *totals)
{
	const char *between = "";

	for (int severity = PL_ERROR; severity >= PL_INFO; severity--) {
		size_t count = totals->severities[severity];

		if (!count)
			continue;
		pl_buf_print(line, "%s%zu %s%s", between, count, pl_severity_name((enum pl_severity)severity),
		             severity == PL_INFO ? "" : pl_plural(count));
		between = ", ";
	}
	if (!*between)
		pl_buf_puts(line, "no findings");
}

static void add_found(struct pl_buf *line, const struct pl_totals *totals)
{
	add_severities(line, totals);
	if (totals->plans)
		pl_buf_print(line, " in %zu plan%s", totals->plans, pl_plural(totals->plans));
	else
		pl_buf_print(line, " in %zu file%s, no plan", totals->files, pl_plural(totals->files));
	if (totals->states[PL_SUPPRESSED])
		pl_buf_print(line, "; %zu suppressed", totals->states[PL_SUPPRESSED]);
	if (totals->states[PL_BASELINED])
		pl_buf_print(line, "; %zu in the baseline", totals->states[PL_BASELINED]);
	if (totals->unreadable)
		pl_buf_print(line, "; %zu file%s could not be read", totals->unreadable, pl_plural(totals->unreadable));
}

static void add_quiet(struct pl_buf *line, const struct pl_totals *totals)
{
	if (totals->milestones)
		pl_buf_print(line, "%zu of %zu milestone%s raised nothing", totals->quiet_milestones,
		             totals->milestones, pl_plural(totals->milestones));
	else
		pl_buf_puts(line, totals->plans == 1 ? "the plan has no milestones" : "the plans have no milestones");
}

static void show_line(struct pl_screen *screen, struct pl_buf *line, unsigned indent)
{
	screen->out->buf.failed |= line->failed;
	if (!line->failed)
		pl_screen_wrap(screen, line->ptr, 0, indent);
	pl_buf_clear(line);
}

/* One reason closes the sentence; several are a list under it. */
static void show_unchecked(struct pl_screen *screen, const struct pl_totals *totals, struct pl_buf *line)
{
	size_t count = totals->unchecked.count;

	if (count == 1)
		pl_buf_puts(line, "; ");
	else
		show_line(screen, line, 2);
	if (count > 1)
		pl_out_puts(screen->out, "not checked:\n");
	for (size_t i = 0; i < count; i++) {
		const struct pl_unchecked_count *unchecked = &totals->unchecked.items[i];

		pl_buf_print(line, "%s%s: %s", count > 1 ? "- " : "", unchecked->what, unchecked->why);
		if (totals->plans > 1)
			pl_buf_print(line, " (%zu of %zu files)", unchecked->files, totals->files);
		show_line(screen, line, 2);
	}
}

static int more_first(const void *a, const void *b)
{
	const struct pl_rule_count *left = a, *right = b;

	if (left->count != right->count)
		return left->count < right->count ? 1 : -1;
	return strcmp(left->rule->id, right->rule->id);
}

static void show_statistics(struct pl_screen *screen, const struct pl_totals *totals)
{
	size_t count = totals->rules.count;
	struct pl_rule_count *sorted = malloc((count + 1) * sizeof *sorted);

	screen->out->buf.failed |= !sorted;
	if (!sorted || !count) {
		free(sorted);
		return;
	}
	memcpy(sorted, totals->rules.items, count * sizeof *sorted);
	qsort(sorted, count, sizeof *sorted, more_first);
	for (size_t i = 0; i < count; i++)
		pl_out_print(screen->out, "%7zu  %s\n", sorted[i].count, sorted[i].rule->id);
	pl_out_puts(screen->out, "\n");
	free(sorted);
}

size_t pl_totals_repeated(const struct pl_totals *totals)
{
	for (size_t i = 0; i < totals->rules.count; i++)
		if (strcmp(totals->rules.items[i].rule->id, "repeated-rollover") == 0)
			return totals->rules.items[i].count;
	return 0;
}

const char *const pl_fate_words[PL_FATES] = {[PL_FATE_COMPLETED] = "completed",
                                             [PL_FATE_CARRIED] = "carried forward",
                                             [PL_FATE_SET_AGAIN] = "set again without saying so",
                                             [PL_FATE_DROPPED] = "dropped",
                                             [PL_FATE_LOST] = "lost"};

/* "since last period (4 plans): of 120 milestones 50 were completed, …; 30 are new; 3 were put off twice or more" */
static void show_since(struct pl_screen *screen, const struct pl_totals *totals, struct pl_buf *line)
{
	const struct pl_since *since = &totals->since;
	size_t repeated = pl_totals_repeated(totals);
	const char *between = ": ";

	pl_buf_print(line, "since last period (%zu plan%s), of %zu milestone%s", since->plans, pl_plural(since->plans),
	             since->milestones, pl_plural(since->milestones));
	for (int fate = PL_FATE_NONE + 1; fate < PL_FATES; fate++)
		if (since->fates[fate]) {
			pl_buf_print(line, "%s%zu %s", between, since->fates[fate], pl_fate_words[fate]);
			between = ", ";
		}
	pl_buf_print(line, "; %zu new", since->added);
	if (repeated)
		pl_buf_print(line, "; %zu put off twice or more", repeated);
	show_line(screen, line, 2);
}

void pl_totals_show(struct pl_screen *screen, const struct pl_totals *totals, const struct pl_report_options *options,
                    size_t most)
{
	size_t found = totals->states[PL_NEW];
	struct pl_buf line = {0};

	if (most && found > most)
		pl_out_print(screen->out, "%zu more finding%s not shown (--max-findings %zu)\n\n", found - most,
		             found - most == 1 ? " is" : "s are", most);
	if (options->statistics)
		show_statistics(screen, totals);
	if (options->quiet || !totals->files)
		return;
	add_found(&line, totals);
	show_line(screen, &line, 2);
	if (totals->plans) {
		add_quiet(&line, totals);
		show_unchecked(screen, totals, &line);
	}
	if (totals->since.plans)
		show_since(screen, totals, &line);
	pl_buf_free(&line);
}
