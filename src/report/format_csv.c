/* Format `csv`: one row a finding, whose columns never change, safe to open in a spreadsheet. */
#include "report/csv_out.h"
#include "report/report.h"

struct row {
	const char *path;
	struct pl_range range;
	const char *rule, *module, *severity, *confidence, *state, *item, *message, *advice, *reason, *fingerprint;
};

static void number(struct pl_out *out, uint32_t value)
{
	if (value)
		pl_out_print(out, "%u", (unsigned)value);
}

static void show(struct pl_out *out, const struct row *row)
{
	const uint32_t numbers[] = {row->range.start.line, row->range.start.column, row->range.end.line,
	                            row->range.end.column};
	const char *texts[] = {row->rule, row->module,  row->severity, row->confidence, row->state,
	                       row->item, row->message, row->advice,   row->reason,     row->fingerprint};

	pl_csv_put(out, row->path);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		pl_out_puts(out, ",");
		number(out, numbers[i]);
	}
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		pl_out_puts(out, ",");
		pl_csv_put(out, texts[i]);
	}
	pl_out_puts(out, "\r\n");
}

static void csv_begin(struct pl_report_job *job)
{
	pl_out_puts(job->screen.out, "path,line,column,end_line,end_column,rule,module,severity,confidence,state,item,"
	                             "message,advice,reason,fingerprint\r\n");
}

static void csv_file(struct pl_report_job *job, const struct pl_file *file)
{
	struct pl_out *out = job->screen.out;

	if (file->status != PL_OK)
		show(out, &(struct row){.path = file->path, .state = "not-read", .message = file->message});
	for (size_t i = 0; i < file->finding_count; i++) {
		const struct pl_finding *finding = &file->findings[i];

		show(out, &(struct row){.path = finding->path,
		                        .range = finding->range,
		                        .rule = finding->rule->id,
		                        .module = finding->rule->module,
		                        .severity = pl_severity_name(finding->severity),
		                        .confidence = pl_confidence_name(finding->confidence),
		                        .state = pl_state_name(finding->state),
		                        .item = finding->item,
		                        .message = finding->message,
		                        .advice = finding->advice,
		                        .reason = finding->reason,
		                        .fingerprint = finding->fingerprint});
	}
	for (size_t i = 0; i < file->unchecked_count; i++) {
		const struct pl_rule *rule = file->unchecked[i].rule;

		show(out, &(struct row){.path = file->path,
		                        .rule = rule ? rule->id : NULL,
		                        .module = rule ? rule->module : NULL,
		                        .state = "not-checked",
		                        .message = file->unchecked[i].what,
		                        .reason = file->unchecked[i].why});
	}
}

const struct pl_reporter pl_reporter_csv = {
        .name = "csv",
        .summary = "a row a finding, for spreadsheets",
        .begin = csv_begin,
        .file = csv_file,
};
