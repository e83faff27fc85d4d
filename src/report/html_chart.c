/* The charts of the summary: tables with bars, and columns with a table behind them. */
#include "report/html.h"

#include "base/str.h"
#include "plan/due.h"

#include <stdlib.h>

/* ---- bars ------------------------------------------------------------------------------------------------------- */

/* A bar in a cell; the number stands beside it, so it is left out for those who hear the page. */
static void bar(struct pl_out *out, char class, size_t part, size_t whole)
{
	size_t width = whole ? part * 1000 / whole : 0;

	pl_out_print(out,
	             "<td class=\"b\"><svg class=\"bar %c\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" "
	             "aria-hidden=\"true\" focusable=\"false\"><rect width=\"%zu\" height=\"10\"/></svg></td>",
	             class,
	             width  ? width
	             : part ? 1
	                    : 0);
}

static int more_first(const void *a, const void *b)
{
	const struct pl_html_rule *left = a, *right = b;

	if (left->count != right->count)
		return left->count < right->count ? 1 : -1;
	return strcmp(left->rule->id, right->rule->id);
}

static struct pl_html_rule *sorted_rules(const struct pl_html_sum *sum)
{
	struct pl_html_rule *rules = PL_MAKE_ARRAY(sum->arena, sum->rules.count, struct pl_html_rule);

	if (sum->rules.count) {
		memcpy(rules, sum->rules.items, sum->rules.count * sizeof *rules);
		qsort(rules, sum->rules.count, sizeof *rules, more_first);
	}
	return rules;
}

void pl_html_rule_chart(struct pl_out *out, const struct pl_html_sum *sum)
{
	const struct pl_html_rule *rules = sorted_rules(sum);

	if (!sum->rules.count)
		return;
	pl_out_puts(out, "<table class=\"chart\"><caption>Findings by rule</caption>\n<thead><tr>"
	                 "<th scope=\"col\">What was found</th><th scope=\"col\">Severity</th>"
	                 "<th scope=\"col\" class=\"num\">Findings</th><td class=\"b\"></td></tr></thead>\n<tbody>\n");
	for (size_t i = 0; i < sum->rules.count; i++) {
		pl_out_puts(out, "<tr><th scope=\"row\"><a href=\"#r-");
		pl_html_string(out, rules[i].rule->id);
		pl_out_puts(out, "\">");
		pl_html_string(out, rules[i].rule->summary);
		pl_out_puts(out, "</a> <span class=\"r\">");
		pl_html_string(out, rules[i].rule->id);
		pl_out_print(out, "</span></th><td><span class=\"s %c\">%s</span></td><td class=\"num\">%zu</td>",
		             pl_html_class(rules[i].worst), pl_html_severity(rules[i].worst), rules[i].count);
		bar(out, pl_html_class(rules[i].worst), rules[i].count, rules[0].count);
		pl_out_puts(out, "</tr>\n");
	}
	pl_out_puts(out, "</tbody></table>\n");
}

static void plan_row(struct pl_out *out, const struct pl_html_row *row)
{
	pl_out_puts(out, "<tr><th scope=\"row\">");
	if (row->number)
		pl_out_print(out, "<a href=\"#p%zu\">", row->number);
	pl_html_string(out, *row->title ? row->title : row->path);
	pl_out_puts(out, row->number ? "</a>" : "");
	if (*row->title) {
		pl_out_puts(out, " <span class=\"r\">");
		pl_html_string(out, row->path);
		pl_out_puts(out, "</span>");
	}
	pl_out_print(out, "</th><td class=\"num\">%zu</td><td class=\"num\">%zu of %zu</td>", row->findings, row->loud,
	             row->milestones);
	bar(out, 'l', row->loud, row->milestones);
	pl_out_puts(out, "</tr>\n");
}

void pl_html_plan_chart(struct pl_out *out, const struct pl_html_sum *sum)
{
	if (sum->rows.count + sum->rows_left_out < 2)
		return;
	pl_out_puts(out,
	            "<table class=\"chart\"><caption>Share of milestones with findings, by plan</caption>\n"
	            "<thead><tr><th scope=\"col\">Plan</th><th scope=\"col\" class=\"num\">Findings</th>"
	            "<th scope=\"col\" class=\"num\">Milestones with findings</th><td class=\"b\"></td></tr></thead>\n"
	            "<tbody>\n");
	for (size_t i = 0; i < sum->rows.count; i++)
		plan_row(out, &sum->rows.items[i]);
	pl_out_puts(out, "</tbody></table>\n");
	if (sum->rows_left_out)
		pl_out_print(
		        out,
		        "<p class=\"small\">The %zu plans with the largest shares; %zu more are left out here.</p>\n",
		        sum->rows.count, sum->rows_left_out);
}

/* ---- columns ---------------------------------------------------------------------------------------------------- */

enum { SHORT_NAME = 3, MOST_COLUMNS = 14, STEP = 30, HEIGHT = 90, TOP = 16, FOOT = 32 };

enum where { WITHIN, BEFORE, AFTER };

struct column {
	int32_t first, last; /* months */
	size_t inside, outside;
	enum where where;
};

struct columns {
	struct column items[MOST_COLUMNS + 2];
	size_t count, most;
	int32_t unit;
};

/* As many months a column as it takes for the columns to fit. */
static int32_t unit_for(int32_t first, int32_t last)
{
	static const int32_t units[] = {1, 3, 6, 12, 24, 60, 120, 600, 1200, 12000};
	size_t i = 0;

	while ((last - first) / units[i] + 1 > MOST_COLUMNS - 2 && i + 1 < sizeof units / sizeof *units)
		i++;
	return units[i];
}

static void add_column(struct columns *columns, int32_t first, int32_t last, enum where where)
{
	columns->items[columns->count++] = (struct column){.first = first, .last = last, .where = where};
}

/* The months of the period that all plans share, with what is due before and after it; else all months with deadlines.
 */
static void lay_out(struct columns *columns, const struct pl_html_sum *sum)
{
	int32_t earliest = sum->months.items[0].month, latest = sum->months.items[sum->months.count - 1].month;
	int32_t first = earliest, last = latest;

	if (sum->has_period && !sum->mixed_periods) {
		first = pl_day_month(sum->period.first);
		last = pl_day_month(sum->period.last);
	}
	columns->unit = unit_for(first, last);
	if (earliest < first)
		add_column(columns, earliest, first - 1, BEFORE);
	for (int32_t at = first; at <= last && columns->count < MOST_COLUMNS; at += columns->unit)
		add_column(columns, at, at + columns->unit - 1 < last ? at + columns->unit - 1 : last, WITHIN);
	if (latest > last)
		add_column(columns, last + 1, latest, AFTER);
}

static void fill(struct columns *columns, const struct pl_html_sum *sum)
{
	for (size_t i = 0, at = 0; i < sum->months.count; i++) {
		const struct pl_html_month *month = &sum->months.items[i];

		while (at + 1 < columns->count && month->month > columns->items[at].last)
			at++;
		columns->items[at].inside += month->inside;
		columns->items[at].outside += month->outside;
	}
	for (size_t i = 0; i < columns->count; i++)
		if (columns->items[i].inside + columns->items[i].outside > columns->most)
			columns->most = columns->items[i].inside + columns->items[i].outside;
}

static const char *label(struct pl_arena *arena, const struct columns *columns, const struct column *column)
{
	const char *first = pl_arena_print(arena, "%.*s %d", SHORT_NAME, pl_month_names[column->first % 12],
	                                   (int)(column->first / 12));

	if (column->where == BEFORE)
		return "before the period";
	if (column->where == AFTER)
		return "after the period";
	if (columns->unit == 1 || column->first == column->last)
		return first;
	return pl_arena_print(arena, "%s to %.*s %d", first, SHORT_NAME, pl_month_names[column->last % 12],
	                      (int)(column->last / 12));
}

/* Two short lines under a column: the month, and the year where it is new. */
static void show_foot(struct pl_out *out, const struct columns *columns, size_t index)
{
	const struct column *column = &columns->items[index];
	size_t x = index * STEP + STEP / 2;
	bool first = index == 0 || columns->items[index - 1].where == BEFORE;
	int year = (int)(column->first / 12);

	if (column->where != WITHIN) {
		pl_out_print(out, "<text x=\"%zu\" y=\"%d\">%s</text>", x, TOP + HEIGHT + 13,
		             column->where == BEFORE ? "before" : "after");
		return;
	}
	if (columns->unit < 12)
		pl_out_print(out, "<text x=\"%zu\" y=\"%d\">%.*s</text>", x, TOP + HEIGHT + 13, SHORT_NAME,
		             pl_month_names[column->first % 12]);
	if (first || columns->unit >= 12 || year != (int)(columns->items[index - 1].first / 12))
		pl_out_print(out, "<text x=\"%zu\" y=\"%d\">%d</text>", x,
		             TOP + HEIGHT + (columns->unit < 12 ? 26 : 13), year);
}

static void show_column(struct pl_out *out, const struct columns *columns, size_t index)
{
	const struct column *column = &columns->items[index];
	size_t total = column->inside + column->outside, x = index * STEP + 4;
	size_t height = total * HEIGHT / columns->most, outside = column->outside * HEIGHT / columns->most;

	if (total && !height)
		height = 1;
	if (height > outside)
		pl_out_print(out, "<rect class=\"in\" x=\"%zu\" y=\"%zu\" width=\"%d\" height=\"%zu\"/>", x,
		             TOP + HEIGHT - height, STEP - 8, height - outside);
	if (outside)
		pl_out_print(out, "<rect class=\"out\" x=\"%zu\" y=\"%zu\" width=\"%d\" height=\"%zu\"/>", x,
		             TOP + HEIGHT - outside, STEP - 8, outside);
	if (total)
		pl_out_print(out, "<text x=\"%zu\" y=\"%zu\">%zu</text>", index * STEP + STEP / 2,
		             TOP + HEIGHT - height - 4, total);
	show_foot(out, columns, index);
}

/* The ground behind the columns of the period. */
static void show_period(struct pl_out *out, const struct columns *columns)
{
	size_t first = 0, end = columns->count;

	while (first < end && columns->items[first].where == BEFORE)
		first++;
	while (end > first && columns->items[end - 1].where == AFTER)
		end--;
	pl_out_print(out, "<rect class=\"period\" x=\"%zu\" y=\"0\" width=\"%zu\" height=\"%d\"/>", first * STEP,
	             (end - first) * STEP, TOP + HEIGHT);
}

static void show_picture(struct pl_out *out, const struct columns *columns, bool has_period)
{
	size_t width = columns->count * STEP;

	pl_out_print(out,
	             "<svg class=\"columns\" viewBox=\"0 0 %zu %d\" width=\"%zu\" height=\"%d\" role=\"img\" "
	             "aria-labelledby=\"due-t due-d\"><title id=\"due-t\">Deadlines by month</title><desc id=\"due-d\">"
	             "The table below has the same numbers.</desc>",
	             width, TOP + HEIGHT + FOOT, width, TOP + HEIGHT + FOOT);
	pl_out_puts(out, "<defs><pattern id=\"hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" "
	                 "patternTransform=\"rotate(45)\"><rect class=\"out0\" width=\"5\" height=\"5\"/>"
	                 "<rect class=\"out1\" width=\"2\" height=\"5\"/></pattern></defs>");
	if (has_period)
		show_period(out, columns);
	for (size_t i = 0; i < columns->count; i++)
		show_column(out, columns, i);
	pl_out_print(out, "<path class=\"axis\" d=\"M0 %dH%zu\"/></svg>\n", TOP + HEIGHT, width);
}

static void show_table(struct pl_out *out, struct pl_arena *arena, const struct columns *columns)
{
	pl_out_puts(
	        out,
	        "<details class=\"same\"><summary>The numbers as a table</summary>\n<table><caption>Deadlines by month</caption>"
	        "<thead><tr><th scope=\"col\">Month</th><th scope=\"col\" class=\"num\">Deadlines</th>"
	        "<th scope=\"col\" class=\"num\">outside the period</th></tr></thead>\n<tbody>\n");
	for (size_t i = 0; i < columns->count; i++)
		pl_out_print(out,
		             "<tr><th scope=\"row\">%s</th><td class=\"num\">%zu</td><td class=\"num\">%zu</td></tr>\n",
		             label(arena, columns, &columns->items[i]),
		             columns->items[i].inside + columns->items[i].outside, columns->items[i].outside);
	pl_out_puts(out, "</tbody></table></details>\n");
}

void pl_html_month_chart(struct pl_out *out, const struct pl_html_sum *sum)
{
	struct columns columns = {.most = 1};
	bool has_period = sum->has_period && !sum->mixed_periods;
	size_t outside = 0;

	if (!sum->months.count)
		return;
	lay_out(&columns, sum);
	fill(&columns, sum);
	for (size_t i = 0; i < columns.count; i++)
		outside += columns.items[i].outside;
	pl_out_puts(out, "<figure><figcaption>Deadlines by month</figcaption>\n");
	show_picture(out, &columns, has_period);
	pl_out_puts(out, "<p class=\"small\">");
	if (has_period)
		pl_out_puts(out, "Shaded: the plan’s period. ");
	if (outside)
		pl_out_print(out, "Striped: %zu deadline%s outside %s. ", outside, pl_plural(outside),
		             has_period ? "it" : "the period of the plan");
	if (sum->undated)
		pl_out_print(out, "%zu milestone%s name%s no day.", sum->undated, pl_plural(sum->undated),
		             sum->undated == 1 ? "s" : "");
	pl_out_puts(out, "</p>\n");
	show_table(out, sum->arena, &columns);
	pl_out_puts(out, "</figure>\n");
}
