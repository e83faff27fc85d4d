/* Format `concise`: one line a finding, `path:line:column: severity rule message`, for editors and grep. */
#include "report/report.h"

#include "base/str.h"

struct state {
	size_t shown;
};

static void concise_file(struct pl_report_job *job, const struct pl_file *file)
{
	struct state *state = job->state;

	for (size_t i = 0; i < file->finding_count; i++) {
		const struct pl_finding *finding = &file->findings[i];

		if (finding->state != PL_NEW)
			continue;
		if (job->most && state->shown++ >= job->most)
			return;
		pl_screen_text(&job->screen, pl_str_of(finding->path));
		pl_out_print(job->screen.out, ":%u:%u: %s %s ", (unsigned)finding->range.start.line,
		             (unsigned)finding->range.start.column, pl_severity_name(finding->severity),
		             finding->rule->id);
		pl_screen_text(&job->screen, pl_str_of(finding->message));
		pl_out_puts(job->screen.out, "\n");
	}
}

const struct pl_reporter pl_reporter_concise = {
        .name = "concise",
        .summary = "path:line:column: severity rule message",
        .state_size = sizeof(struct state),
        .file = concise_file,
};
