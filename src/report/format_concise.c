/* Format `concise`: one line a finding, `path:line:column: severity rule message`, for editors and grep. */
#include "report/group.h"

#include "base/str.h"

struct state {
	size_t shown;
	struct pl_groups groups;
};

static void show(struct pl_screen *screen, const struct pl_finding *finding)
{
	pl_screen_text(screen, pl_str_of(finding->path));
	pl_out_puts(screen->out, ":");
	pl_out_number(screen->out, finding->range.start.line, 0);
	pl_out_puts(screen->out, ":");
	pl_out_number(screen->out, finding->range.start.column, 0);
	pl_out_print(screen->out, ": %s %s ", pl_severity_name(finding->severity), finding->rule->id);
	pl_screen_text(screen, pl_str_of(finding->message));
	pl_out_puts(screen->out, "\n");
}

static void concise_file(struct pl_report_job *job, const struct pl_file *file)
{
	struct state *state = job->state;
	bool grouped = job->options->group_by != PL_GROUP_NONE;

	for (size_t i = 0; i < file->finding_count; i++) {
		const struct pl_finding *finding = &file->findings[i];

		if (finding->state != PL_NEW)
			continue;
		if (!grouped && job->most && state->shown++ >= job->most)
			return;
		show(grouped ? pl_groups_screen(&state->groups, job) : &job->screen, finding);
		if (grouped)
			pl_groups_add(&state->groups, job, file, finding);
	}
}

static void concise_end(struct pl_report_job *job, const struct pl_totals *totals)
{
	(void)totals;
	pl_groups_show(&((struct state *)job->state)->groups, job, false);
}

const struct pl_reporter pl_reporter_concise = {
        .name = "concise",
        .has_no_fingerprints = true,
        .summary = "path:line:column: severity rule message",
        .state_size = sizeof(struct state),
        .file = concise_file,
        .end = concise_end,
};
