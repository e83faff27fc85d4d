/* Fuzzes baselines: refused with a message, or read, and then every entry is whole and findings are known by it. */
#include "scratch.h"

static const char plan[] = "plan: {title: Harbour plan, period: 2010/11}\n"
                           "key_actions:\n"
                           "  - title: Repair the quay\n"
                           "    milestones:\n"
                           "      - {text: Hold a meeting, due: 2011-09-30}\n"
                           "      - {text: Continue to support the harbour master, due: ongoing}\n";

struct seen {
	const struct pl_run *run;
	size_t findings, known;
};

static bool stands_in(const struct pl_run *run, const char *fingerprint)
{
	for (size_t i = 0; i < pl_run_baseline_count(run); i++)
		if (strcmp(pl_run_baseline_at(run, i)->fingerprint, fingerprint) == 0)
			return true;
	return false;
}

static void show(void *data, const struct pl_file *file)
{
	struct seen *seen = data;

	for (size_t i = 0; i < file->finding_count; i++) {
		bool known = stands_in(seen->run, file->findings[i].fingerprint);

		FUZZ_HOLDS((file->findings[i].state == PL_BASELINED) == known);
		seen->known += known;
		seen->findings++;
	}
}

static void check_entries(const struct pl_run *run)
{
	for (size_t i = 0; i < pl_run_baseline_count(run); i++) {
		const struct pl_baseline_entry *entry = pl_run_baseline_at(run, i);

		FUZZ_HOLDS(entry->path && entry->rule && entry->item && entry->message && entry->fingerprint);
		FUZZ_HOLDS(!pl_run_baseline_stale(run, i) || strcmp(entry->path, "plan.yaml") == 0);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pl_run *run = pl_run_open();
	struct seen seen = {.run = run};
	char path[128];

	if (!run || pl_run_profile(run, PL_PROFILE_RESEARCH) != PL_OK)
		fuzz_guard_tripped();
	scratch_put(path, "baseline.json", fuzz_text(data, size));
	if (pl_run_baseline(run, path) != PL_OK)
		fuzz_check_message(pl_run_message(run));
	FUZZ_HOLDS(pl_run_add_buffer(run, "plan.yaml", plan, sizeof plan - 1) == PL_OK);
	FUZZ_HOLDS(pl_run_lint(run, &(struct pl_sink){.data = &seen, .on_file = show}) == PL_OK);
	FUZZ_HOLDS(seen.findings);
	check_entries(run);
	pl_run_close(run);
	return 0;
}
