/* What the command line says of configuration, profile, rules, levels and limits, given to a run. */
#include "cli/cli.h"

#include "base/pool.h"
#include "base/str.h"

void pl_cli_refused(struct pl_cli *cli, const struct pl_run *run)
{
	const struct pl_file *file = pl_run_refused(run);
	const struct pl_report_options options = {0};
	struct pl_report_job job = {
	        .reporter = &pl_reporter_text, .screen = cli->errors, .arena = &cli->arena, .options = &options};

	if (!file) {
		pl_cli_say(cli, "%s", pl_run_message(run));
		return;
	}
	job.state = pl_arena_alloc(&cli->arena, 1, job.reporter->state_size);
	job.reporter->file(&job, file);
	pl_cli_say(cli, "%s: %zu mistake%s%s", file->path, file->finding_count, pl_plural(file->finding_count),
	           cli->command->bit & (PL_COMMAND_CHECK | PL_COMMAND_SWEEP) ? "; nothing was checked" : "");
}

bool pl_cli_read_config(struct pl_cli *cli, struct pl_run *run)
{
	if (!cli->settings.config || pl_run_config_file(run, cli->settings.config) == PL_OK)
		return true;
	pl_cli_refused(cli, run);
	return false;
}

bool pl_cli_read_config_here(struct pl_cli *cli, struct pl_run *run)
{
	if (cli->settings.config || cli->settings.isolated)
		return pl_cli_read_config(cli, run);
	if (pl_run_config_near(run, ".") == PL_OK)
		return true;
	pl_cli_refused(cli, run);
	return false;
}

static bool each(struct pl_cli *cli, struct pl_run *run, const struct pl_names *values,
                 enum pl_status (*apply)(struct pl_run *run, const char *value))
{
	for (size_t i = 0; i < values->count; i++)
		if (apply(run, values->items[i]) != PL_OK) {
			pl_cli_say(cli, "%s", pl_run_message(run));
			return false;
		}
	return true;
}

static void set_limits(struct pl_run *run, const struct pl_settings *settings)
{
	struct pl_limits limits = pl_limits_default();
	const struct {
		uint64_t asked;
		uint32_t *limit;
	} numbers[] = {
	        {settings->max_depth, &limits.depth},         {settings->max_nodes, &limits.nodes},
	        {settings->max_documents, &limits.documents}, {settings->max_findings_per_file, &limits.findings},
	        {settings->max_match_steps, &limits.match},
	};

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		if (numbers[i].asked)
			*numbers[i].limit = (uint32_t)numbers[i].asked;
	if (settings->max_size)
		limits.size = settings->max_size;
	if (settings->max_steps)
		limits.steps = settings->max_steps;
	pl_run_limits(run, &limits);
}

/* The profile first: what the other options say is laid over it, in whatever order they were typed. */
bool pl_cli_configure(struct pl_cli *cli, struct pl_run *run)
{
	const struct pl_settings *settings = &cli->settings;

	if (cli->command->bit == PL_COMMAND_SWEEP && pl_run_sweep(run, true) != PL_OK) {
		pl_cli_say(cli, "%s", pl_run_message(run));
		return false;
	}
	if (settings->profile && pl_run_profile(run, (enum pl_profile)(settings->profile - 1)) != PL_OK) {
		pl_cli_say(cli, "%s", pl_run_message(run));
		return false;
	}
	if (!each(cli, run, &settings->select, pl_run_select) || !each(cli, run, &settings->ignore, pl_run_ignore) ||
	    !each(cli, run, &settings->set, pl_run_set))
		return false;
	if (settings->min_severity)
		pl_run_min_severity(run, (enum pl_severity)settings->min_severity);
	if (settings->min_confidence)
		pl_run_min_confidence(run, (enum pl_confidence)settings->min_confidence);
	if (settings->fail_on)
		pl_run_fail_on(run, settings->fail_on);
	if (settings->as_of_text)
		pl_run_as_of(run, settings->as_of);
	pl_run_apply_suppressions(run, !settings->no_ignores);
	pl_run_threads(run, settings->jobs ? (unsigned)settings->jobs : pl_pool_processors());
	set_limits(run, settings);
	return true;
}
