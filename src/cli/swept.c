/* Rates, samples and records in the place of findings. */
#include "cli/swept.h"

#include "base/str.h"
#include "report/redact.h"

static bool asks_by(const struct pl_settings *settings) { return settings->by.count > 0; }

static bool asks_sample(const struct pl_settings *settings) { return settings->sample > 0; }
static bool asks_records(const struct pl_settings *settings) { return settings->emit != 0; }

static const struct {
	const char *option;
	bool (*asked)(const struct pl_settings *settings);
} kinds[] = {{"--by", asks_by}, {"--sample", asks_sample}, {"--emit", asks_records}};

enum { KINDS = sizeof kinds / sizeof *kinds };

/* Text is what is written where no format was asked for. */
static const struct {
	bool (*asked)(const struct pl_settings *settings);
	const char *format;
	const struct pl_reporter *reporter;
} instead[] = {
        {asks_by, "text", &pl_reporter_rates_text},    {asks_by, "json", &pl_reporter_rates_json},
        {asks_by, "csv", &pl_reporter_rates_csv},      {asks_sample, "text", &pl_reporter_sample},
        {asks_sample, "csv", &pl_reporter_sample},     {asks_records, "text", &pl_reporter_records},
        {asks_records, "jsonl", &pl_reporter_records},
};

bool pl_swept_asked(const struct pl_settings *settings)
{
	for (size_t i = 0; i < KINDS; i++)
		if (kinds[i].asked(settings))
			return true;
	return false;
}

const struct pl_reporter *pl_swept_reporter(const struct pl_settings *settings, const struct pl_reporter *asked)
{
	for (size_t i = 0; i < sizeof instead / sizeof *instead; i++)
		if (instead[i].asked(settings) && strcmp(instead[i].format, asked->name) == 0)
			return instead[i].reporter;
	return asked;
}

/* What is asked for would go nowhere. */
static bool has_output(struct pl_cli *cli, const char *option)
{
	const struct pl_settings *settings = &cli->settings;
	struct pl_names names = {0};

	for (size_t i = 0; i < settings->outputs.count; i++)
		if (pl_swept_reporter(settings, settings->outputs.items[i].format) != settings->outputs.items[i].format)
			return true;
	for (size_t i = 0; i < sizeof instead / sizeof *instead; i++)
		if (instead[i].asked(settings))
			*PL_VEC_PUSH(&cli->arena, &names) = instead[i].format;
	pl_cli_say(cli, "%s is written with --format %s", option, pl_names_join(&cli->arena, &names, " or "));
	return false;
}

static bool unknown_field(struct pl_cli *cli, struct pl_str name)
{
	struct pl_names names = {0};
	const char *nearest;

	for (size_t i = 0; pl_rate_field_name(i); i++)
		*PL_VEC_PUSH(&cli->arena, &names) = pl_rate_field_name(i);
	nearest = pl_str_nearest(name, names.items, names.count);
	if (nearest)
		pl_cli_say(cli, "--by %.*s: did you mean %s?", PL_STR_ARG(name), nearest);
	else
		pl_cli_say(cli, "--by %.*s: it is one of %s", PL_STR_ARG(name),
		           pl_names_join(&cli->arena, &names, ", "));
	return false;
}

static bool add_field(struct pl_cli *cli, struct pl_report_options *options, struct pl_str name)
{
	enum pl_rate_field field;

	if (!pl_rate_field_parse(name, &field))
		return unknown_field(cli, name);
	for (size_t i = 0; i < options->by_count; i++)
		if (options->by[i] == field)
			return true;
	options->by[options->by_count++] = field;
	return true;
}

static bool read_by(struct pl_cli *cli, struct pl_report_options *options)
{
	for (size_t i = 0; i < cli->settings.by.count; i++) {
		struct pl_str rest = pl_str_of(cli->settings.by.items[i]), name;

		do {
			if (!pl_str_split(&rest, ',', &name))
				name = (struct pl_str){0};
			if (!add_field(cli, options, name))
				return false;
		} while (rest.len);
	}
	return true;
}

bool pl_swept_read(struct pl_cli *cli, struct pl_report_options *options)
{
	const char *first = NULL;

	for (size_t i = 0; i < KINDS; i++) {
		if (!kinds[i].asked(&cli->settings))
			continue;
		if (first) {
			pl_cli_say(cli, "%s and %s can't be written at once; run twice", first, kinds[i].option);
			return false;
		}
		first = kinds[i].option;
	}
	if (first && !has_output(cli, first))
		return false;
	if (asks_records(&cli->settings) && options->redaction && !options->redaction->key) {
		pl_cli_say(
		        cli,
		        "records without names need PLANLINT_REDACT_KEY: a key of yours, the same for all that is joined");
		return false;
	}
	options->sample = cli->settings.sample;
	options->seed = cli->settings.seed;
	return read_by(cli, options);
}
