/* Format `gitlab`: the Code Quality report that GitLab shows on merge requests. */
#include "report/json.h"
#include "report/report.h"

#include "base/map.h"
#include "base/str.h"

static void issue(struct pl_json *json, const char *path, const struct pl_range *range, const char *check,
                  const char *severity, const char *description, const char *fingerprint)
{
	uint32_t first = range && range->start.line ? range->start.line : 1;

	pl_json_break(json);
	pl_json_open(json, NULL, '{');
	pl_json_string(json, "type", "issue");
	pl_json_string(json, "check_name", check);
	pl_json_string(json, "description", description);
	pl_json_string(json, "severity", severity);
	pl_json_string(json, "fingerprint", fingerprint);
	pl_json_open(json, "location", '{');
	pl_json_string(json, "path", path);
	pl_json_open(json, "lines", '{');
	pl_json_number(json, "begin", first);
	pl_json_number(json, "end", range && range->end.line > first ? range->end.line : first);
	pl_json_close(json, '}');
	pl_json_close(json, '}');
	pl_json_close(json, '}');
}

/* What is no finding has no fingerprint of its own; GitLab wants one that is unlike all others. */
static const char *fingerprint_of(struct pl_arena *arena, const char *path, const char *words)
{
	return pl_hash_digits(arena, pl_str_of(pl_arena_print(arena, "%s\n%s", path, words)), PL_HASH_DIGITS);
}

static void show_finding(struct pl_json *json, struct pl_arena *arena, const struct pl_file *file,
                         const struct pl_finding *finding)
{
	static const char *const severities[] = {[PL_INFO] = "info", [PL_WARNING] = "minor", [PL_ERROR] = "major"};
	bool advises = finding->advice && *finding->advice;

	issue(json, file->identity, &finding->range, finding->rule->id, severities[finding->severity],
	      pl_arena_print(arena, "%s%s%s", finding->message, advises ? ". " : "", advises ? finding->advice : ""),
	      finding->fingerprint);
}

static void gitlab_begin(struct pl_report_job *job)
{
	struct pl_json *json = job->state;

	json->out = job->screen.out;
	pl_json_open(json, NULL, '[');
}

static void gitlab_file(struct pl_report_job *job, const struct pl_file *file)
{
	struct pl_json *json = job->state;

	if (file->status != PL_OK) {
		const char *words = pl_arena_print(job->arena, "This file could not be read: %s", file->message);

		issue(json, file->identity, NULL, "not-read", "blocker", words,
		      fingerprint_of(job->arena, file->identity, words));
	}
	for (size_t i = 0; i < file->finding_count; i++)
		if (file->findings[i].state == PL_NEW)
			show_finding(json, job->arena, file, &file->findings[i]);
	for (size_t i = 0; i < file->unchecked_count; i++) {
		const char *words = pl_arena_print(job->arena, "Not checked: %s: %s", file->unchecked[i].what,
		                                   file->unchecked[i].why);

		issue(json, file->identity, NULL, "not-checked", "info", words,
		      fingerprint_of(job->arena, file->identity, words));
	}
}

static void gitlab_end(struct pl_report_job *job, const struct pl_totals *totals)
{
	struct pl_json *json = job->state;

	(void)totals;
	pl_json_break(json);
	pl_json_close(json, ']');
	pl_out_puts(job->screen.out, "\n");
}

const struct pl_reporter pl_reporter_gitlab = {
        .name = "gitlab",
        .summary = "GitLab's Code Quality report",
        .state_size = sizeof(struct pl_json),
        .begin = gitlab_begin,
        .file = gitlab_file,
        .end = gitlab_end,
};
