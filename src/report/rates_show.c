/* Rates as text, json and csv: what these formats write with --by. */
#include "report/rates.h"

#include "base/str.h"
#include "report/csv_out.h"
#include "report/finding_json.h"

#define RATES_SCHEMA "planlint-rates-1"

static double per_100(const struct pl_rate *row)
{
	return row->milestones ? 100 * (double)row->findings / (double)row->milestones : 0;
}

static double share(const struct pl_rate *row)
{
	return row->milestones ? (double)row->flagged / (double)row->milestones : 0;
}

static void rates_begin(struct pl_report_job *job) { pl_rates_open(job->state, job->arena, job->options); }

static void rates_file(struct pl_report_job *job, const struct pl_file *file) { pl_rates_add(job->state, file); }

/* ---- text ---- */

enum { NAME_COLUMNS = 30, ROWS_SHOWN = 40 };

static const char *const nameless[] = {
        [PL_RATE_RULE] = "",
        [PL_RATE_PLAN] = "",
        [PL_RATE_ORGANISATION] = "no organisation is named",
        [PL_RATE_TEMPLATE] = "no template",
        [PL_RATE_OFFICER] = "no officer is named",
        [PL_RATE_PRIORITY] = "no priority",
        [PL_RATE_QUARTER] = "no day is named",
};

/* A name that is too long gets a line of its own. */
static void show_name(struct pl_screen *screen, const char *name)
{
	unsigned columns = pl_screen_columns(pl_str_of(name));

	pl_screen_string(screen, PL_STYLE_PLAIN, name);
	if (columns > NAME_COLUMNS)
		pl_out_print(screen->out, "\n%*s", NAME_COLUMNS, "");
	else
		pl_out_print(screen->out, "%*s", (int)(NAME_COLUMNS - columns), "");
}

static void show_numbers(struct pl_out *out, const struct pl_rate *row)
{
	if (row->milestones)
		pl_out_print(out, "%8.1f%10llu%12llu%9.1f%%", per_100(row), (unsigned long long)row->findings,
		             (unsigned long long)row->milestones, 100 * share(row));
	else
		pl_out_print(out, "%8s%10llu%12d%10s", "-", (unsigned long long)row->findings, 0, "-");
}

static void show_row(struct pl_screen *screen, enum pl_rate_field field, const struct pl_rate *row)
{
	show_name(screen, row->name ? row->name : nameless[field]);
	show_numbers(screen->out, row);
	if (field == PL_RATE_RULE && row->not_applicable)
		pl_out_print(screen->out, "%10llu", (unsigned long long)row->not_applicable);
	pl_out_puts(screen->out, "\n");
}

/* Rules that found nothing are a list under the table. */
static bool is_silent(const struct pl_rate_table *table, const struct pl_rate *row)
{
	return table->field == PL_RATE_RULE && !row->findings && !row->set_aside;
}

static void show_rows(struct pl_screen *screen, const struct pl_rate_table *table)
{
	size_t shown = 0, more = 0;

	for (size_t i = 0; i < table->rows.count; i++) {
		if (is_silent(table, &table->rows.items[i]))
			continue;
		if (shown == ROWS_SHOWN) {
			more++;
			continue;
		}
		show_row(screen, table->field, &table->rows.items[i]);
		shown++;
	}
	if (more)
		pl_out_print(screen->out, "and %zu more; --format csv has them all\n", more);
}

static void show_silent(struct pl_screen *screen, struct pl_arena *arena, const struct pl_rate_table *table,
                        const char *what, bool could_look)
{
	const char *line = "";

	for (size_t i = 0; i < table->rows.count; i++) {
		const struct pl_rate *row = &table->rows.items[i];

		if (is_silent(table, row) && (row->milestones > 0) == could_look)
			line = pl_arena_print(arena, "%s%s%s", line, *line ? ", " : "", row->name);
	}
	if (*line)
		pl_screen_wrap(screen, pl_arena_print(arena, "%s: %s", what, line), 0, 2);
}

static void show_table(struct pl_screen *screen, struct pl_arena *arena, const struct pl_rate_table *table)
{
	pl_out_puts(screen->out, "\n");
	pl_screen_style(screen, PL_STYLE_BOLD);
	pl_out_print(screen->out, "%-*s%8s%10s%12s%10s", NAME_COLUMNS, pl_rate_field_name(table->field), "per 100",
	             "findings", "milestones", "flagged");
	pl_screen_style(screen, PL_STYLE_PLAIN);
	pl_out_puts(screen->out, table->field == PL_RATE_RULE ? "  left out\n" : "\n");
	show_rows(screen, table);
	show_silent(screen, arena, table, "found nothing", true);
	show_silent(screen, arena, table, "had nothing to go by", false);
	if (table->elsewhere)
		pl_out_print(screen->out, "%llu finding%s about a whole plan or file not here\n",
		             (unsigned long long)table->elsewhere, table->elsewhere == 1 ? " is" : "s are");
}

static void text_end(struct pl_report_job *job, const struct pl_totals *totals)
{
	struct pl_rates *rates = job->state;
	const struct pl_rate *total = &rates->total;
	const char *head;

	pl_rates_close(rates);
	head = pl_arena_print(
	        job->arena,
	        "findings: %llu; milestones: %llu, in plans: %llu; %.1f findings per 100 milestones; %.1f%% of "
	        "the milestones have one",
	        (unsigned long long)total->findings, (unsigned long long)total->milestones,
	        (unsigned long long)rates->plans, per_100(total), 100 * share(total));
	pl_screen_wrap(&job->screen, head, 0, 0);
	for (size_t i = 0; i < rates->table_count; i++)
		show_table(&job->screen, job->arena, &rates->tables[i]);
	pl_out_puts(job->screen.out, "\n");
	pl_totals_show(&job->screen, totals, job->options, 0);
}

/* ---- json ---- */

static void numbers_json(struct pl_json *json, const struct pl_rate *row)
{
	pl_json_number(json, "milestones", row->milestones);
	pl_json_number(json, "flagged", row->flagged);
	pl_json_number(json, "findings", row->findings);
	if (row->milestones) {
		pl_json_decimal(json, "per_100", per_100(row));
		pl_json_decimal(json, "share", share(row));
	} else {
		pl_json_string(json, "per_100", NULL);
		pl_json_string(json, "share", NULL);
	}
}

static void table_json(struct pl_json *json, const struct pl_rate_table *table)
{
	pl_json_break(json);
	pl_json_open(json, NULL, '{');
	pl_json_string(json, "by", pl_rate_field_name(table->field));
	pl_json_number(json, "elsewhere", table->elsewhere);
	pl_json_open(json, "rows", '[');
	for (size_t i = 0; i < table->rows.count; i++) {
		const struct pl_rate *row = &table->rows.items[i];

		pl_json_break(json);
		pl_json_open(json, NULL, '{');
		pl_json_string(json, "value", row->name);
		numbers_json(json, row);
		if (table->field == PL_RATE_RULE) {
			pl_json_number(json, "not_applicable", row->not_applicable);
			pl_json_number(json, "set_aside", row->set_aside);
		}
		pl_json_close(json, '}');
	}
	pl_json_close(json, ']');
	pl_json_close(json, '}');
}

static void json_end(struct pl_report_job *job, const struct pl_totals *totals)
{
	struct pl_rates *rates = job->state;
	struct pl_json json = {.out = job->screen.out};

	(void)totals;
	pl_rates_close(rates);
	pl_json_open(&json, NULL, '{');
	pl_json_string(&json, "schema", RATES_SCHEMA);
	pl_json_string(&json, "as_of", job->options->as_of);
	pl_json_number(&json, "plans", rates->plans);
	numbers_json(&json, &rates->total);
	pl_json_open(&json, "tables", '[');
	for (size_t i = 0; i < rates->table_count; i++)
		table_json(&json, &rates->tables[i]);
	pl_json_close(&json, ']');
	pl_json_close(&json, '}');
	pl_out_puts(json.out, "\n");
}

/* ---- csv ---- */

static void csv_row(struct pl_out *out, const char *by, const struct pl_rate *row, bool is_rule)
{
	pl_csv_put(out, by);
	pl_out_puts(out, ",");
	pl_csv_put(out, row->name);
	pl_out_print(out, ",%llu,%llu,%llu,", (unsigned long long)row->milestones, (unsigned long long)row->flagged,
	             (unsigned long long)row->findings);
	if (row->milestones)
		pl_out_print(out, "%.4f,%.4f,", per_100(row), share(row));
	else
		pl_out_puts(out, ",,");
	if (is_rule)
		pl_out_print(out, "%llu,%llu", (unsigned long long)row->not_applicable,
		             (unsigned long long)row->set_aside);
	else
		pl_out_puts(out, ",");
	pl_out_puts(out, "\r\n");
}

static void csv_end(struct pl_report_job *job, const struct pl_totals *totals)
{
	struct pl_rates *rates = job->state;
	struct pl_out *out = job->screen.out;

	(void)totals;
	pl_rates_close(rates);
	pl_out_puts(out, "by,value,milestones,flagged,findings,per_100,share,not_applicable,set_aside\r\n");
	csv_row(out, "all", &rates->total, false);
	for (size_t i = 0; i < rates->table_count; i++)
		for (size_t k = 0; k < rates->tables[i].rows.count; k++)
			csv_row(out, pl_rate_field_name(rates->tables[i].field), &rates->tables[i].rows.items[k],
			        rates->tables[i].field == PL_RATE_RULE);
}

const struct pl_reporter pl_reporter_rates_text = {
        .name = "text",
        .has_totals = true,
        .state_size = sizeof(struct pl_rates),
        .begin = rates_begin,
        .file = rates_file,
        .end = text_end,
};

const struct pl_reporter pl_reporter_rates_json = {
        .name = "json",
        .state_size = sizeof(struct pl_rates),
        .begin = rates_begin,
        .file = rates_file,
        .end = json_end,
};

const struct pl_reporter pl_reporter_rates_csv = {
        .name = "csv",
        .state_size = sizeof(struct pl_rates),
        .begin = rates_begin,
        .file = rates_file,
        .end = csv_end,
};
