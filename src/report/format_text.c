/* Format `text`, for people: severity, rule and message, the place, the words underlined, what to write instead. */
#include "report/excerpt.h"
#include "report/group.h"

#include "base/str.h"

enum { SHOWN_PLACES = 4 }; /* related places of one finding; the machine formats have them all */

struct state {
	size_t shown;
	bool across; /* what was found across plans has begun */
	struct pl_groups groups;
};

static enum pl_style style_of(enum pl_severity severity)
{
	return severity == PL_ERROR ? PL_STYLE_ERROR : severity == PL_WARNING ? PL_STYLE_WARNING : PL_STYLE_INFO;
}

static unsigned digits(uint32_t line)
{
	unsigned count = 1;

	while (line >= 10) {
		line /= 10;
		count++;
	}
	return count;
}

static size_t shown_places(const struct pl_finding *finding)
{
	return finding->related_count < SHOWN_PLACES ? finding->related_count : SHOWN_PLACES;
}

static bool is_here(const struct pl_file *file, const struct pl_related *related)
{
	return strcmp(file->path, related->path) == 0;
}

static unsigned gutter_of(const struct pl_file *file, const struct pl_finding *finding)
{
	uint32_t line = finding->range.end.line;

	for (size_t i = 0; i < shown_places(finding); i++)
		if (is_here(file, &finding->related[i]) && finding->related[i].range.end.line > line)
			line = finding->related[i].range.end.line;
	return digits(line);
}

static void show_place(struct pl_screen *screen, const char *path, const char *item, struct pl_position at,
                       unsigned gutter)
{
	pl_screen_style(screen, PL_STYLE_FRAME);
	pl_out_fill(screen->out, ' ', gutter);
	pl_out_puts(screen->out, "-->");
	pl_screen_style(screen, PL_STYLE_PLAIN);
	pl_out_puts(screen->out, " ");
	pl_screen_text(screen, pl_str_of(path));
	pl_out_puts(screen->out, ":");
	pl_out_number(screen->out, at.line, 0);
	pl_out_puts(screen->out, ":");
	pl_out_number(screen->out, at.column, 0);
	pl_out_puts(screen->out, "\n");
	if (!*item)
		return;
	pl_screen_style(screen, PL_STYLE_FRAME);
	pl_out_fill(screen->out, ' ', gutter);
	pl_out_puts(screen->out, "in ");
	pl_screen_style(screen, PL_STYLE_PLAIN);
	pl_out_puts(screen->out, " ");
	pl_screen_text(screen, pl_str_of(item));
	pl_out_puts(screen->out, "\n");
}

static bool has_text(const struct pl_file *file, const struct pl_range *range)
{
	return file->source && range->start.line > 0 &&
	       (range->end.line > range->start.line || pl_file_line(file, range->start.line).len > 0);
}

static void show_excerpt(struct pl_screen *screen, const struct pl_excerpt *excerpt)
{
	if (!has_text(excerpt->file, &excerpt->range))
		return;
	pl_excerpt_bar(screen, excerpt->gutter);
	pl_out_puts(screen->out, "\n");
	pl_excerpt_show(screen, excerpt);
}

static void show_related(const struct pl_report_job *job, struct pl_screen *screen, const struct pl_file *file,
                         const struct pl_finding *finding, unsigned gutter)
{
	for (size_t i = 0; i < shown_places(finding); i++) {
		const struct pl_related *related = &finding->related[i];

		pl_screen_string(screen, PL_STYLE_BOLD, "note");
		pl_out_puts(screen->out, ": ");
		pl_screen_text(screen, pl_str_of(related->message));
		pl_out_puts(screen->out, "\n");
		/* the item is said once where both places are in it */
		show_place(screen, related->path, strcmp(related->item, finding->item) ? related->item : "",
		           related->range.start, gutter);
		if (is_here(file, related))
			show_excerpt(screen, &(struct pl_excerpt){.file = file,
			                                          .range = related->range,
			                                          .gutter = gutter,
			                                          .style = PL_STYLE_FRAME,
			                                          .redaction = job->options->redaction});
	}
	if (finding->related_count > SHOWN_PLACES) {
		pl_screen_string(screen, PL_STYLE_BOLD, "note");
		pl_out_print(screen->out, ": and %zu more (--format json names them all)\n",
		             finding->related_count - SHOWN_PLACES);
	}
}

static void show_advice(struct pl_screen *screen, const char *advice)
{
	enum { HANGING = 7 };

	if (!advice || !*advice)
		return;
	pl_out_puts(screen->out, "  ");
	pl_screen_string(screen, PL_STYLE_TRY, "try:");
	pl_out_puts(screen->out, " ");
	pl_screen_wrap(screen, advice, HANGING, HANGING);
}

static void show_message(struct pl_screen *screen, const struct pl_finding *finding)
{
	const char *severity = pl_severity_name(finding->severity);

	pl_screen_style(screen, style_of(finding->severity));
	pl_out_puts(screen->out, severity);
	pl_out_puts(screen->out, "[");
	pl_out_puts(screen->out, finding->rule->id);
	pl_out_puts(screen->out, "]");
	pl_screen_style(screen, PL_STYLE_PLAIN);
	pl_screen_style(screen, PL_STYLE_BOLD);
	pl_out_puts(screen->out, ": ");
	if (screen->is_terminal) {
		enum { HANGING = 2 };

		pl_screen_wrap(screen, finding->message, (unsigned)(strlen(severity) + strlen(finding->rule->id)) + 4,
		               HANGING);
	} else {
		pl_screen_text(screen, pl_str_of(finding->message));
		pl_out_puts(screen->out, "\n");
	}
	pl_screen_style(screen, PL_STYLE_PLAIN);
}

static void show_finding(const struct pl_report_job *job, struct pl_screen *screen, const struct pl_file *file,
                         const struct pl_finding *finding)
{
	unsigned gutter = gutter_of(file, finding);
	struct pl_str exact = {0};

	if (file->source)
		exact = pl_file_excerpt(file, finding->span);
	show_message(screen, finding);
	show_place(screen, finding->path, finding->item, finding->range.start, gutter);
	show_excerpt(screen, &(struct pl_excerpt){.file = file,
	                                          .range = finding->range,
	                                          .exact = &exact,
	                                          .evidence = finding->evidence,
	                                          .evidence_count = finding->evidence_count,
	                                          .gutter = gutter,
	                                          .style = style_of(finding->severity),
	                                          .redaction = job->options->redaction});
	show_related(job, screen, file, finding, gutter);
	show_advice(screen, finding->advice);
	pl_out_puts(screen->out, "\n");
}

static void begin_across(struct pl_report_job *job, struct state *state)
{
	if (state->across)
		return;
	state->across = true;
	pl_screen_string(&job->screen, PL_STYLE_BOLD, "across the plans:");
	pl_out_puts(job->screen.out, "\n\n");
}

static void text_file(struct pl_report_job *job, const struct pl_file *file)
{
	struct state *state = job->state;
	bool grouped = job->options->group_by != PL_GROUP_NONE;

	for (size_t i = 0; i < file->finding_count; i++) {
		const struct pl_finding *finding = &file->findings[i];

		if (finding->state != PL_NEW)
			continue;
		if (!grouped && job->most && state->shown++ >= job->most)
			return;
		if (file->corpus && !grouped)
			begin_across(job, state);
		show_finding(job, grouped ? pl_groups_screen(&state->groups, job) : &job->screen, file, finding);
		if (grouped)
			pl_groups_add(&state->groups, job, file, finding);
	}
}

static void text_end(struct pl_report_job *job, const struct pl_totals *totals)
{
	struct state *state = job->state;

	pl_groups_show(&state->groups, job, true);
	pl_totals_show(&job->screen, totals, job->options, job->most);
}

const struct pl_reporter pl_reporter_text = {
        .name = "text",
        .has_no_fingerprints = true,
        .summary = "for people: words underlined, advice, totals",
        .has_totals = true,
        .state_size = sizeof(struct state),
        .file = text_file,
        .end = text_end,
};
