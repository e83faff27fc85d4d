/* Format `json`: one document; the findings stream, so the members that need the last file stand behind them. */
#include "report/finding_json.h"

struct state {
	struct pl_json json;
	struct pl_json_tail tail;
};

static void json_begin(struct pl_report_job *job)
{
	struct state *state = job->state;

	state->json.out = job->screen.out;
	pl_json_open(&state->json, NULL, '{');
	pl_json_head(&state->json, job->options);
	pl_json_open(&state->json, "findings", '[');
}

static void json_file(struct pl_report_job *job, const struct pl_file *file)
{
	struct state *state = job->state;

	for (size_t i = 0; i < file->finding_count; i++) {
		pl_json_break(&state->json);
		pl_json_finding(&state->json, &file->findings[i]);
	}
	pl_json_tail_keep(&state->tail, job->arena, file);
}

static void json_end(struct pl_report_job *job, const struct pl_totals *totals)
{
	struct state *state = job->state;

	pl_json_close(&state->json, ']');
	pl_json_break(&state->json);
	pl_json_tail_show(&state->json, &state->tail, totals);
	pl_json_close(&state->json, '}');
	pl_out_puts(job->screen.out, "\n");
}

const struct pl_reporter pl_reporter_json = {
        .name = "json",
        .summary = "one document with everything",
        .state_size = sizeof(struct state),
        .begin = json_begin,
        .file = json_file,
        .end = json_end,
};
