/* Fuzzes `.planlint.yaml` and rule packs: refused with places that hold, or in force and then a plan is linted under
 * it. What stands behind a line `%%` is a rule pack under the name pack.yaml. */
#include "base/buf.h"
#include "scratch.h"

static const char plan[] = "plan: {title: Harbour plan, period: 2010/11, template: local-delivery}\n"
                           "key_actions:\n"
                           "  - ref: KA1\n"
                           "    title: Repair the quay (HMB)\n"
                           "    lead_officer: Ann Other\n"
                           "    expected_outcome: Boats are safe\n"
                           "    deadline: 2010-12-31\n"
                           "    milestones:\n"
                           "      - {text: Hold a meeting, due: Q5}\n"
                           "      - {text: 40 metres of quay rebuilt, due: 2011-09-30, status: late}\n"
                           "      - {text: Continue to support the harbour master, due: ongoing}\n";

static void show(void *data, const struct pl_file *file)
{
	struct pl_buf *lines = data;

	for (size_t i = 0; i < file->finding_count; i++) {
		fuzz_check_message(file->findings[i].message);
		FUZZ_HOLDS(file->findings[i].severity != PL_OFF);
		pl_buf_print(lines, "%u:%u %s %s\n", file->findings[i].range.start.line,
		             file->findings[i].range.start.column, file->findings[i].rule->id,
		             file->findings[i].message);
	}
}

static void check_refused(const struct pl_run *run)
{
	const struct pl_file *file = pl_run_refused(run);

	fuzz_check_message(pl_run_message(run));
	if (!file || !file->source)
		return;
	for (size_t i = 0; i < file->finding_count; i++) {
		const struct pl_finding *finding = &file->findings[i];
		struct pl_range range = pl_file_range(file, finding->span);

		fuzz_check_message(finding->message);
		fuzz_check_span(file->source, finding->span);
		FUZZ_HOLDS(range.start.line == finding->range.start.line);
		FUZZ_HOLDS(range.start.column == finding->range.start.column);
	}
}

/* What an option says is what it takes: its value, typed as it is printed, changes nothing. */
static void check_options(struct pl_run *run)
{
	for (size_t i = 0; i < pl_run_rule_count(run); i++) {
		const struct pl_rule *rule = pl_run_rule_at(run, i);

		fuzz_check_message(rule->id);
		FUZZ_HOLDS(pl_run_rule_severity(run, rule) <= PL_ERROR);
		for (size_t k = 0; rule->options && rule->options[k].name; k++)
			FUZZ_HOLDS(pl_run_option_value(run, rule, k));
	}
}

static void run_under(struct pl_buf *lines, const char *path)
{
	struct pl_run *run = pl_run_open();
	struct pl_limits limits = fuzz_limits();

	if (!run)
		fuzz_guard_tripped();
	pl_run_limits(run, &limits);
	if (pl_run_config_file(run, path) != PL_OK) {
		check_refused(run);
		pl_buf_print(lines, "%s\n", pl_run_message(run));
	} else if (pl_run_add_buffer(run, "plan.yaml", plan, sizeof plan - 1) == PL_OK) {
		if (pl_run_lint(run, &(struct pl_sink){.data = lines, .on_file = show}) != PL_OK)
			fuzz_check_message(pl_run_message(run));
		check_options(run);
	}
	pl_run_close(run);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pl_str pack = fuzz_text(data, size), config = fuzz_part(&pack, "%%");
	struct pl_buf first = {0}, again = {0};
	char path[128];

	scratch_put(path, "pack.yaml", pack);
	scratch_put(path, "config.yaml", config);
	run_under(&first, path);
	run_under(&again, path);
	FUZZ_HOLDS(first.len == again.len);
	FUZZ_HOLDS(!first.len || !memcmp(first.ptr, again.ptr, first.len));
	pl_buf_free(&first);
	pl_buf_free(&again);
	return 0;
}
