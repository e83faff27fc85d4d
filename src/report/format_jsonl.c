/* Format `jsonl`: a finding a line as it comes, and a last line without `rule` that tells what the whole run came to.
 */
#include "report/finding_json.h"

static void jsonl_file(struct pl_report_job *job, const struct pl_file *file)
{
	for (size_t i = 0; i < file->finding_count; i++) {
		struct pl_json json = {.out = job->screen.out};

		pl_json_finding(&json, &file->findings[i]);
		pl_out_puts(json.out, "\n");
	}
	pl_json_tail_keep(job->state, job->arena, file);
}

static void jsonl_end(struct pl_report_job *job, const struct pl_totals *totals)
{
	struct pl_json json = {.out = job->screen.out};

	pl_json_open(&json, NULL, '{');
	pl_json_head(&json, job->options);
	pl_json_tail_show(&json, job->state, totals);
	pl_json_close(&json, '}');
	pl_out_puts(json.out, "\n");
}

const struct pl_reporter pl_reporter_jsonl = {
        .name = "jsonl",
        .summary = "one finding a line, then a line with the totals",
        .state_size = sizeof(struct pl_json_tail),
        .file = jsonl_file,
        .end = jsonl_end,
};
