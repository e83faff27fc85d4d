/* Opens the reports that were asked for, each where it is to go. */
#include "cli/outputs.h"

#include "cli/interrupt.h"
#include "cli/swept.h"

#include <stdlib.h>
#include <string.h>

/* Two reports in one place would be no document at all. */
static bool outputs_differ(struct pl_cli *cli)
{
	const struct pl_output *outputs = cli->settings.outputs.items;

	for (size_t i = 0; i < cli->settings.outputs.count; i++)
		for (size_t k = 0; k < i; k++) {
			const char *left = outputs[i].path ? outputs[i].path : "-";

			if (strcmp(left, outputs[k].path ? outputs[k].path : "-") != 0)
				continue;
			if (strcmp(left, "-") == 0)
				left = "standard output";
			pl_cli_say(cli, "two reports would both go to %s; give each its -o FILE", left);
			return false;
		}
	return true;
}

/* Other formats are for programs to read, which must find what there is. */
static bool is_for_people(const struct pl_reporter *format)
{
	return strcmp(format->name, "text") == 0 || strcmp(format->name, "concise") == 0;
}

static bool open_report(struct pl_outputs *outputs, struct pl_session *session, const struct pl_output *output)
{
	const struct pl_settings *settings = &session->cli->settings;
	struct pl_out *out = &outputs->outs[outputs->count++];
	struct pl_screen screen = session->cli->screen;

	if (pl_out_open(out, output->path) != PL_OK)
		return pl_session_unwritten(session, out);
	screen.out = out;
	if (out->path) {
		screen.colour = settings->colour == PL_WHEN_ALWAYS;
		screen.width = PL_USUAL_WIDTH;
		screen.is_terminal = false;
	}
	out->has_colours = screen.colour;
	out->has_commands = !out->path && pl_cli_is_log() && is_for_people(output->format);
	pl_reports_add(&outputs->reports, pl_swept_reporter(settings, output->format), &screen, !out->path);
	return true;
}

/* What nobody asked for otherwise: text, and where GitHub runs the job, annotations behind it. */
static void usual_outputs(struct pl_cli *cli)
{
	*PL_VEC_PUSH(&cli->arena, &cli->settings.outputs) = (struct pl_output){.format = &pl_reporter_text};
	if (!pl_swept_asked(&cli->settings) && pl_cli_is_log())
		*PL_VEC_PUSH(&cli->arena, &cli->settings.outputs) = (struct pl_output){.format = &pl_reporter_github};
}

bool pl_outputs_open(struct pl_outputs *outputs, struct pl_session *session, struct pl_redaction *redaction)
{
	struct pl_cli *cli = session->cli;
	struct pl_settings *settings = &cli->settings;
	struct pl_report_options options = {.as_of = settings->as_of_text,
	                                    .run = session->run,
	                                    .most = settings->max_findings,
	                                    .quiet = settings->quiet,
	                                    .statistics = settings->statistics,
	                                    .group_by = (enum pl_group_by)settings->group_by,
	                                    .redaction = redaction};
	bool asked = settings->outputs.count > 0;

	if (!asked)
		usual_outputs(cli);
	if (!pl_swept_read(cli, &options) || (asked && !outputs_differ(cli))) {
		session->failed = true;
		return false;
	}
	pl_reports_init(&outputs->reports, &cli->arena, &options);
	outputs->outs = PL_MAKE_ARRAY(&cli->arena, settings->outputs.count, struct pl_out);
	pl_interrupt_watch(outputs->outs, settings->outputs.count);
	for (size_t i = 0; i < settings->outputs.count; i++)
		if (!open_report(outputs, session, &settings->outputs.items[i]))
			return false;
	pl_run_fingerprints(session->run, pl_reports_have_fingerprints(&outputs->reports));
	return true;
}

void pl_outputs_close(struct pl_outputs *outputs, struct pl_session *session, bool keep)
{
	pl_reports_close(&outputs->reports);
	for (size_t i = 0; i < outputs->count; i++)
		if (pl_out_close(&outputs->outs[i], keep) != PL_OK && keep)
			pl_session_unwritten(session, &outputs->outs[i]);
	pl_interrupt_watch(NULL, 0);
}

void pl_outputs_totals(const struct pl_outputs *outputs, struct pl_cli *cli)
{
	const struct pl_reports *reports = &outputs->reports;

	for (size_t i = 0; i < reports->jobs.count; i++) {
		const struct pl_report_job *job = &reports->jobs.items[i];

		if (job->reporter == &pl_reporter_concise && !outputs->outs[i].path) {
			pl_totals_show(&cli->errors, &reports->totals, &reports->options, job->most);
			pl_out_flush(&cli->err);
		}
	}
}
