/* Format `junit`: a suite a plan, a case a rule that ran; what fails the run fails its case. */
#include "report/clean.h"
#include "report/report.h"

#include "base/str.h"

/* U+FFFE and U+FFFF cannot stand in XML at all. */
static const struct pl_escape in_xml[] = {{'&', "&amp;"},
                                          {'<', "&lt;"},
                                          {'>', "&gt;"},
                                          {'"', "&quot;"},
                                          {'\'', "&#39;"},
                                          {0xFFFE, "\xEF\xBF\xBD"},
                                          {0xFFFF, "\xEF\xBF\xBD"},
                                          {0}};

struct counts {
	size_t tests, failures, skipped;
};

static size_t count(const struct pl_file *file, const struct pl_rule *rule, bool failing)
{
	size_t found = 0;

	for (size_t i = 0; i < file->finding_count; i++) {
		const struct pl_finding *finding = &file->findings[i];

		found += finding->rule == rule && finding->state == PL_NEW && pl_report_fails(file, finding) == failing;
	}
	return found;
}

static const struct pl_unchecked *unchecked_of(const struct pl_file *file, const struct pl_rule *rule)
{
	for (size_t i = 0; i < file->unchecked_count; i++)
		if (file->unchecked[i].rule == rule)
			return &file->unchecked[i];
	return NULL;
}

/* A rule ran where it is enabled, and where it has something to say (the file's own settings may differ). Rules across
 * plans pass or fail once for all: they are told of where they found something. */
static bool ran(const struct pl_report_job *job, const struct pl_file *file, const struct pl_rule *rule)
{
	bool enabled = job->options->run && pl_run_rule_enabled(job->options->run, rule);

	return (enabled && !rule->on_corpus && !file->corpus) || count(file, rule, true) || count(file, rule, false) ||
	       unchecked_of(file, rule);
}

static struct counts count_all(const struct pl_report_job *job, const struct pl_file *file)
{
	struct counts counts = {0};

	for (size_t i = 0; i < pl_run_rule_count(job->options->run); i++) {
		const struct pl_rule *rule = pl_run_rule_at(job->options->run, i);
		bool failed = count(file, rule, true) > 0;

		counts.tests += ran(job, file, rule);
		counts.failures += failed;
		counts.skipped += !failed && unchecked_of(file, rule);
	}
	return counts;
}

static void attribute(struct pl_out *out, const char *name, const char *value)
{
	pl_out_print(out, " %s=\"", name);
	pl_clean(out, value, in_xml);
	pl_out_puts(out, "\"");
}

static void lines(const struct pl_report_job *job, const struct pl_file *file, const struct pl_rule *rule, bool failing)
{
	struct pl_out *out = job->screen.out;

	for (size_t i = 0; i < file->finding_count; i++) {
		const struct pl_finding *finding = &file->findings[i];

		if (finding->rule != rule || finding->state != PL_NEW || pl_report_fails(file, finding) != failing)
			continue;
		pl_clean(out, finding->path, in_xml);
		pl_out_print(out, ":%u:%u: %s: ", (unsigned)finding->range.start.line,
		             (unsigned)finding->range.start.column, pl_severity_name(finding->severity));
		pl_clean_sentences(out, finding->message, finding->advice, in_xml);
		pl_out_puts(out, "\n");
	}
}

static void failure(const struct pl_report_job *job, const struct pl_file *file, const struct pl_rule *rule)
{
	struct pl_out *out = job->screen.out;
	size_t failures = count(file, rule, true);

	pl_out_print(out, "<failure type=\"%s\" message=\"%zu finding%s\">", rule->id, failures, pl_plural(failures));
	lines(job, file, rule, true);
	pl_out_puts(out, "</failure>");
}

static void unchecked_words(struct pl_out *out, const struct pl_unchecked *unchecked)
{
	pl_clean(out, unchecked->what, in_xml);
	pl_out_puts(out, ": ");
	pl_clean(out, unchecked->why, in_xml);
}

static void skipped(struct pl_out *out, const struct pl_unchecked *unchecked)
{
	pl_out_puts(out, "<skipped message=\"");
	unchecked_words(out, unchecked);
	pl_out_puts(out, "\"/>");
}

/* What does not decide about pass or fail; a case that failed can't be skipped as well. */
static void system_out(const struct pl_report_job *job, const struct pl_file *file, const struct pl_rule *rule)
{
	const struct pl_unchecked *unchecked = count(file, rule, true) ? unchecked_of(file, rule) : NULL;
	struct pl_out *out = job->screen.out;

	if (!unchecked && !count(file, rule, false))
		return;
	pl_out_puts(out, "<system-out>");
	lines(job, file, rule, false);
	if (unchecked) {
		pl_out_puts(out, "not checked: ");
		unchecked_words(out, unchecked);
	}
	pl_out_puts(out, "</system-out>");
}

static void show_case(const struct pl_report_job *job, const struct pl_file *file, const struct pl_rule *rule)
{
	struct pl_out *out = job->screen.out;
	const struct pl_unchecked *unchecked = unchecked_of(file, rule);

	pl_out_puts(out, "    <testcase");
	attribute(out, "classname", file->path);
	attribute(out, "name", rule->id);
	pl_out_puts(out, ">");
	if (count(file, rule, true))
		failure(job, file, rule);
	else if (unchecked)
		skipped(out, unchecked);
	system_out(job, file, rule);
	pl_out_puts(out, "</testcase>\n");
}

static void show_unreadable(struct pl_out *out, const struct pl_file *file)
{
	pl_out_puts(out, "  <testsuite");
	attribute(out, "name", file->path);
	pl_out_puts(out, " tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n    <testcase");
	attribute(out, "classname", file->path);
	pl_out_puts(out, " name=\"reading\"><error type=\"not-read\"");
	attribute(out, "message", file->message);
	pl_out_puts(out, "/></testcase>\n  </testsuite>\n");
}

static void junit_begin(struct pl_report_job *job)
{
	pl_out_puts(job->screen.out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"planlint\">\n");
}

static void junit_file(struct pl_report_job *job, const struct pl_file *file)
{
	struct pl_out *out = job->screen.out;
	struct counts counts;

	if (file->status != PL_OK) {
		show_unreadable(out, file);
		return;
	}
	counts = count_all(job, file);
	pl_out_puts(out, "  <testsuite");
	attribute(out, "name", file->path);
	pl_out_print(out, " tests=\"%zu\" failures=\"%zu\" errors=\"0\" skipped=\"%zu\">\n", counts.tests,
	             counts.failures, counts.skipped);
	for (size_t i = 0; i < pl_run_rule_count(job->options->run); i++)
		if (ran(job, file, pl_run_rule_at(job->options->run, i)))
			show_case(job, file, pl_run_rule_at(job->options->run, i));
	pl_out_puts(out, "  </testsuite>\n");
}

static void junit_end(struct pl_report_job *job, const struct pl_totals *totals)
{
	(void)totals;
	pl_out_puts(job->screen.out, "</testsuites>\n");
}

const struct pl_reporter pl_reporter_junit = {
        .name = "junit",
        .has_no_fingerprints = true,
        .summary = "test results: a suite a plan, a case a rule",
        .begin = junit_begin,
        .file = junit_file,
        .end = junit_end,
};
