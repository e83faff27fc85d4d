/* Gathers what the summary of the page says: findings by rule, deadlines by month, plans by their share of findings. */
#include "report/html.h"

#include "base/str.h"

enum { MOST_ROWS = 60 };

void pl_html_count_rule(struct pl_html_sum *sum, const struct pl_finding *finding)
{
	struct pl_html_rule *row = NULL;

	for (size_t i = 0; i < sum->rules.count && !row; i++)
		if (sum->rules.items[i].rule == finding->rule)
			row = &sum->rules.items[i];
	if (!row) {
		row = PL_VEC_PUSH(sum->arena, &sum->rules);
		row->rule = finding->rule;
	}
	row->count++;
	if (finding->severity > row->worst)
		row->worst = finding->severity;
}

/* ---- deadlines -------------------------------------------------------------------------------------------------- */

static struct pl_html_month *month_at(struct pl_html_sum *sum, int32_t month)
{
	size_t low = 0, high = sum->months.count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (sum->months.items[middle].month < month)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < sum->months.count && sum->months.items[low].month == month)
		return &sum->months.items[low];
	(void)PL_VEC_PUSH(sum->arena, &sum->months);
	memmove(sum->months.items + low + 1, sum->months.items + low,
	        (sum->months.count - 1 - low) * sizeof *sum->months.items);
	sum->months.items[low] = (struct pl_html_month){.month = month};
	return &sum->months.items[low];
}

static void take_period(struct pl_html_sum *sum, struct pl_days period)
{
	if (period.first == PL_NO_DAY || period.last == PL_NO_DAY)
		return;
	if (!sum->has_period)
		sum->period = period;
	else if (period.first != sum->period.first || period.last != sum->period.last)
		sum->mixed_periods = true;
	sum->has_period = true;
}

void pl_html_count_deadlines(struct pl_html_sum *sum, const struct pl_plan *plan)
{
	struct pl_days period = plan->period;

	take_period(sum, period);
	for (size_t i = 0; i < plan->milestone_count; i++) {
		pl_day day = pl_due_day(&plan->milestones[i]->due);
		struct pl_html_month *month;

		if (day == PL_NO_DAY) {
			sum->undated++;
			continue;
		}
		month = month_at(sum, pl_day_month(day));
		if (period.first != PL_NO_DAY && period.last != PL_NO_DAY && (day < period.first || day > period.last))
			month->outside++;
		else
			month->inside++;
	}
}

/* ---- plans ------------------------------------------------------------------------------------------------------ */

/* By share of milestones with findings, then by findings; those that came first stay first. */
static bool is_worse(const struct pl_html_row *a, const struct pl_html_row *b)
{
	uint64_t left = (uint64_t)a->loud * (b->milestones ? b->milestones : 1);
	uint64_t right = (uint64_t)b->loud * (a->milestones ? a->milestones : 1);

	return left != right ? left > right : a->findings > b->findings;
}

/* The place for a row, of which those with the largest shares come first. */
static size_t place_for(const struct pl_html_sum *sum, const struct pl_html_row *row, size_t end)
{
	while (end && is_worse(row, &sum->rows.items[end - 1]))
		end--;
	return end;
}

static void move_up(struct pl_html_sum *sum, size_t from, size_t to)
{
	struct pl_html_row *rows = sum->rows.items, row = rows[from];

	memmove(rows + to + 1, rows + to, (from - to) * sizeof row);
	rows[to] = row;
}

/* Keeps only so many rows, so that thousands of plans cost no memory. */
void pl_html_count_plan(struct pl_html_sum *sum, const struct pl_html_row *row)
{
	size_t at = place_for(sum, row, sum->rows.count), last;

	if (sum->rows.count == MOST_ROWS)
		sum->rows_left_out++;
	if (at == MOST_ROWS)
		return;
	if (sum->rows.count < MOST_ROWS)
		(void)PL_VEC_PUSH(sum->arena, &sum->rows);
	last = sum->rows.count - 1;
	sum->rows.items[last] = *row;
	sum->rows.items[last].title = pl_arena_copy(sum->arena, pl_str_of(row->title));
	sum->rows.items[last].path = pl_arena_copy(sum->arena, pl_str_of(row->path));
	move_up(sum, last, at);
}

void pl_html_count_again(struct pl_html_sum *sum, const char *path, size_t findings, size_t roused)
{
	for (size_t i = 0; i < sum->rows.count; i++) {
		struct pl_html_row *row = &sum->rows.items[i];

		if (strcmp(row->path, path) != 0)
			continue;
		row->findings += findings;
		row->loud += roused;
		move_up(sum, i, place_for(sum, row, i));
		return;
	}
}
