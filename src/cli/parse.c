/* Reads the command line by the option table: GNU style, unambiguous abbreviations, the nearest name on a mistake. */
#include "cli/cli.h"

#include "base/str.h"

struct reader {
	struct pl_cli *cli;
	char **words;
	int count, at;
};

static bool applies(const struct pl_cli *cli, const struct pl_option_row *row)
{
	return (row->commands & cli->command->bit) != 0;
}

static bool mistake(struct pl_cli *cli, const char *text)
{
	pl_cli_say(cli, "%s (see planlint help %s)", text, cli->command->name);
	return false;
}

static const char *nearest_option(struct pl_cli *cli, struct pl_str name)
{
	struct pl_names names = {0};

	for (const struct pl_option_row *row = pl_option_rows; row->name; row++)
		if (applies(cli, row))
			*PL_VEC_PUSH(&cli->arena, &names) = row->name;
	return pl_str_nearest(name, names.items, names.count);
}

static const struct pl_option_row *unknown(struct pl_cli *cli, struct pl_str name)
{
	const char *nearest = nearest_option(cli, name);
	const char *text = pl_arena_print(&cli->arena, "unknown option --%.*s", PL_STR_ARG(name));

	if (nearest)
		text = pl_arena_print(&cli->arena, "%s; did you mean --%s?", text, nearest);
	mistake(cli, text);
	return NULL;
}

static const struct pl_option_row *ambiguous(struct pl_cli *cli, struct pl_str name)
{
	struct pl_names names = {0};

	for (const struct pl_option_row *row = pl_option_rows; row->name; row++)
		if (applies(cli, row) && pl_str_starts(pl_str_of(row->name), name))
			*PL_VEC_PUSH(&cli->arena, &names) = pl_arena_print(&cli->arena, "--%s", row->name);
	mistake(cli, pl_arena_print(&cli->arena, "--%.*s could be any of %s", PL_STR_ARG(name),
	                            pl_names_join(&cli->arena, &names, ", ")));
	return NULL;
}

static const struct pl_option_row *find_long(struct pl_cli *cli, struct pl_str name)
{
	const struct pl_option_row *found = NULL;

	for (const struct pl_option_row *row = pl_option_rows; row->name; row++) {
		if (!applies(cli, row) || !pl_str_starts(pl_str_of(row->name), name))
			continue;
		if (strlen(row->name) == name.len)
			return row;
		if (found)
			return ambiguous(cli, name);
		found = row;
	}
	return found && name.len ? found : unknown(cli, name);
}

static const struct pl_option_row *find_short(struct pl_cli *cli, char letter)
{
	for (const struct pl_option_row *row = pl_option_rows; row->name; row++)
		if (applies(cli, row) && row->letter == letter)
			return row;
	mistake(cli, pl_arena_print(&cli->arena, "unknown option -%c", letter));
	return NULL;
}

static bool bad_value(struct pl_cli *cli, const struct pl_option_row *row, const char *value, const char *wanted)
{
	return mistake(cli, pl_arena_print(&cli->arena, "--%s %s: %s", row->name, *value ? value : "''", wanted));
}

static bool read_choice(struct pl_cli *cli, const struct pl_option_row *row, const char *value, int *field)
{
	struct pl_names names = {0};
	const char *nearest, *all = pl_option_choices(&cli->arena, row);

	for (const struct pl_choice *choice = row->choices; choice->name; choice++) {
		*PL_VEC_PUSH(&cli->arena, &names) = choice->name;
		if (strcmp(choice->name, value) == 0) {
			*field = choice->value;
			return true;
		}
	}
	nearest = pl_str_nearest(pl_str_of(value), names.items, names.count);
	if (nearest)
		return bad_value(cli, row, value, pl_arena_print(&cli->arena, "did you mean %s?", nearest));
	return bad_value(cli, row, value, pl_arena_print(&cli->arena, "it is one of %s", all));
}

static bool read_number(struct pl_cli *cli, const struct pl_option_row *row, const char *value, uint64_t *field)
{
	static const char units[] = "KMG";
	struct pl_str digits = pl_str_of(value);
	const char *unit = row->kind == PL_KIND_SIZE && digits.len ? strchr(units, digits.ptr[digits.len - 1]) : NULL;
	unsigned shift = unit ? 10 * (unsigned)(unit - units + 1) : 0;
	long number;

	if (unit)
		digits.len--;
	if (!pl_str_number(digits, &number) || number < 0 || (uint64_t)number > row->maximum >> shift ||
	    (uint64_t)number << shift < row->minimum)
		return bad_value(cli, row, value,
		                 pl_arena_print(&cli->arena, "it is a whole number from %llu to %llu",
		                                (unsigned long long)row->minimum, (unsigned long long)row->maximum));
	*field = (uint64_t)number << shift;
	return true;
}

static bool read_day(struct pl_cli *cli, const struct pl_option_row *row, const char *value)
{
	struct pl_str rest = pl_str_of(value), part;
	long numbers[3] = {0};
	bool fine = rest.len == 10 && value[4] == '-' && value[7] == '-';
	pl_day day = PL_NO_DAY;

	for (size_t i = 0; fine && i < 3; i++) {
		fine = pl_str_split(&rest, '-', &part) && part.len == (i ? 2 : 4);
		for (size_t k = 0; fine && k < part.len; k++)
			fine = pl_ascii_is_digit(part.ptr[k]);
		fine = fine && pl_str_number(part, &numbers[i]);
	}
	if (fine)
		day = pl_day_from_civil((int)numbers[0], (int)numbers[1], (int)numbers[2]);
	if (day == PL_NO_DAY)
		return bad_value(cli, row, value, "it is a day such as 2010-09-30");
	cli->settings.as_of = day;
	cli->settings.as_of_text = value;
	return true;
}

static bool read_format(struct pl_cli *cli, const struct pl_option_row *row, const char *value)
{
	const struct pl_reporter *format = pl_reporter_find(pl_str_of(value));
	struct pl_names names = {0};
	const char *nearest;

	if (format) {
		*PL_VEC_PUSH(&cli->arena, &cli->settings.outputs) = (struct pl_output){.format = format};
		return true;
	}
	for (size_t i = 0; pl_reporter_at(i); i++)
		*PL_VEC_PUSH(&cli->arena, &names) = pl_reporter_at(i)->name;
	nearest = pl_str_nearest(pl_str_of(value), names.items, names.count);
	if (nearest)
		return bad_value(cli, row, value, pl_arena_print(&cli->arena, "did you mean %s?", nearest));
	return bad_value(cli, row, value,
	                 pl_arena_print(&cli->arena, "the formats are %s", pl_names_join(&cli->arena, &names, ", ")));
}

static bool read_output(struct pl_cli *cli, const struct pl_option_row *row, const char *value)
{
	struct pl_settings *settings = &cli->settings;

	if (!*value)
		return bad_value(cli, row, value, "it is the name of a file");
	if (!settings->outputs.count)
		*PL_VEC_PUSH(&cli->arena, &settings->outputs) = (struct pl_output){.format = &pl_reporter_text};
	if (settings->outputs.items[settings->outputs.count - 1].path)
		return bad_value(cli, row, value, "give the --format that goes there before it");
	settings->outputs.items[settings->outputs.count - 1].path = value;
	return true;
}

static bool apply(struct pl_cli *cli, const struct pl_option_row *row, const char *value)
{
	void *field = (char *)&cli->settings + row->field;

	switch (row->kind) {
	case PL_KIND_FLAG:
		*(bool *)field = true;
		return true;
	case PL_KIND_NUMBER:
	case PL_KIND_SIZE:
		return read_number(cli, row, value, field);
	case PL_KIND_CHOICE:
		return read_choice(cli, row, value, field);
	case PL_KIND_TEXT:
		*(const char **)field = value;
		return true;
	case PL_KIND_NAMES:
		*PL_VEC_PUSH(&cli->arena, (struct pl_names *)field) = value;
		return true;
	case PL_KIND_DAY:
		return read_day(cli, row, value);
	case PL_KIND_FORMAT:
		return read_format(cli, row, value);
	case PL_KIND_OUTPUT:
		return read_output(cli, row, value);
	}
	return false;
}

/* The value behind an option: what is joined to it, else the next word. */
static bool with_value(struct reader *reader, const struct pl_option_row *row, const char *joined)
{
	struct pl_cli *cli = reader->cli;

	if (joined)
		return apply(cli, row, joined);
	if (reader->at == reader->count)
		return mistake(cli, pl_arena_print(&cli->arena, "--%s needs a value: --%s %s", row->name, row->name,
		                                   row->argument));
	return apply(cli, row, reader->words[reader->at++]);
}

static bool long_option(struct reader *reader, const char *word)
{
	struct pl_cli *cli = reader->cli;
	const char *equals = strchr(word, '=');
	struct pl_str name = {word, equals ? (size_t)(equals - word) : strlen(word)};
	const struct pl_option_row *row = find_long(cli, name);

	if (!row)
		return false;
	if (row->kind != PL_KIND_FLAG)
		return with_value(reader, row, equals ? equals + 1 : NULL);
	if (equals)
		return mistake(cli, pl_arena_print(&cli->arena, "--%s takes no value", row->name));
	return apply(cli, row, NULL);
}

/* `-qv`, `-oFILE`, `-o FILE`. */
static bool short_options(struct reader *reader, const char *letters)
{
	for (; *letters; letters++) {
		const struct pl_option_row *row = find_short(reader->cli, *letters);

		if (!row)
			return false;
		if (row->kind != PL_KIND_FLAG)
			return with_value(reader, row, letters[1] ? letters + 1 : NULL);
		if (!apply(reader->cli, row, NULL))
			return false;
	}
	return true;
}

bool pl_cli_parse(struct pl_cli *cli, int count, char **words)
{
	struct reader reader = {.cli = cli, .words = words, .count = count};
	bool options_end = false;

	while (reader.at < count) {
		const char *word = words[reader.at++];
		bool fine = true;

		if (options_end || word[0] != '-' || !word[1])
			*PL_VEC_PUSH(&cli->arena, &cli->settings.arguments) = word;
		else if (strcmp(word, "--") == 0)
			options_end = true;
		else if (word[1] == '-')
			fine = long_option(&reader, word + 2);
		else
			fine = short_options(&reader, word + 1);
		if (!fine)
			return false;
	}
	return true;
}
