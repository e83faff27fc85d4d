/* Draws a sample of findings and milestones while they come, and writes it at the end. */
#include "report/sample.h"

#include "base/map.h"
#include "base/str.h"
#include "plan/build.h"
#include "report/csv_out.h"
#include "report/milestone_id.h"
#include "report/report.h"
#include "report/standing.h"
#include "report/strata.h"

enum column {
#define COLUMN(name) COLUMN_##name,
#include "report/sample_columns.def"
#undef COLUMN
	COLUMNS
};

struct state {
	struct pl_strata strata;
	struct pl_map places; /* id of a rule: place among the strata, 1-based */
	struct pl_arena view; /* of the file at hand */
	struct pl_milestone_ids ids;
	struct pl_standing standing;
};

/* ---- ranks ---- */

uint64_t pl_sample_mix(uint64_t number)
{
	number += UINT64_C(0x9E3779B97F4A7C15);
	number = (number ^ (number >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	number = (number ^ (number >> 27)) * UINT64_C(0x94D049BB133111EB);
	return number ^ (number >> 31);
}

uint64_t pl_sample_rank(uint64_t seed, const char *fingerprint)
{
	uint64_t bits = 0;

	for (size_t i = 0; i < 16 && fingerprint[i]; i++)
		bits = bits << 4 | (uint64_t)(fingerprint[i] <= '9' ? fingerprint[i] - '0' : fingerprint[i] - 'a' + 10);
	return pl_sample_mix(pl_sample_mix(seed) ^ bits);
}

/* ---- rows ---- */

static struct pl_stratum *stratum_of(struct pl_report_job *job, const struct pl_rule *rule)
{
	struct state *state = job->state;
	uint32_t *place = pl_map_put(job->arena, &state->places, pl_str_of(rule->id), NULL);

	if (!*place) {
		*PL_VEC_PUSH(job->arena, &state->strata.rules) = (struct pl_stratum){.rule = rule, .kind = "finding"};
		*place = (uint32_t)state->strata.rules.count;
	}
	return &state->strata.rules.items[*place - 1];
}

static const char *keep(struct pl_report_job *job, struct pl_str text)
{
	if (job->options->redaction)
		text = pl_redact_text(job->options->redaction, job->arena, text, NULL);
	return pl_arena_copy(job->arena, pl_str_trim(text));
}

static struct pl_str words_of(const struct pl_text *text) { return text ? text->value : (struct pl_str){0}; }

static const struct pl_due *due_of(const struct pl_item *item)
{
	const struct pl_action *action = pl_standing_action(item);

	if (item && item->kind == PL_ITEM_MILESTONE)
		return &((const struct pl_milestone *)(const void *)item)->due;
	return action ? &action->deadline : NULL;
}

static void keep_item(struct pl_report_job *job, struct pl_sample_row *row, const struct pl_file *file,
                      const struct pl_item *item)
{
	const struct pl_due *due = due_of(item);

	row->plan = pl_arena_copy(job->arena, pl_str_of(file->path));
	row->text = keep(job, words_of(item ? item->title : NULL));
	row->due = keep(job, words_of(due ? due->text : NULL));
}

static void offer_finding(struct pl_report_job *job, const struct pl_file *file, const struct pl_finding *finding)
{
	struct state *state = job->state;
	struct pl_stratum *stratum = stratum_of(job, finding->rule);
	struct pl_sample_row row = {.id = finding->fingerprint, .line = finding->range.start.line, .raised = ""};

	stratum->population++;
	row.rank = pl_sample_rank(job->options->seed, row.id);
	if (!pl_strata_wants(&state->strata, stratum, &row))
		return;
	keep_item(job, &row, file, finding->where);
	if (!*row.text && file->source)
		row.text = keep(job, pl_file_excerpt(file, finding->span));
	row.id = pl_arena_copy(job->arena, pl_str_of(row.id));
	row.item = pl_arena_copy(job->arena, pl_str_of(finding->item)); /* redacted already */
	row.message = pl_arena_copy(job->arena, pl_str_of(finding->message));
	pl_strata_add(&state->strata, job->arena, stratum, &row);
}

static const char *raised_on(struct pl_report_job *job, const struct pl_file *file, size_t first)
{
	struct state *state = job->state;
	const char *all = "";

	for (size_t i = first; i; i = state->standing.next.items[i - 1])
		if (!pl_standing_again(&state->standing, file, first, i))
			all = pl_arena_print(&state->view, "%s%s%s", all, *all ? ", " : "",
			                     file->findings[i - 1].rule->id);
	return pl_arena_copy(job->arena, pl_str_of(all));
}

static void offer_milestone(struct pl_report_job *job, const struct pl_file *file, const struct pl_milestone *milestone,
                            size_t first)
{
	struct state *state = job->state;
	struct pl_stratum *stratum = first ? &state->strata.flagged : &state->strata.unflagged;
	const struct pl_text *title = milestone->item.title;
	struct pl_sample_row row = {.id = pl_milestone_id(&state->ids, milestone), .message = ""};

	stratum->population++;
	row.rank = pl_sample_rank(job->options->seed, row.id);
	if (!pl_strata_wants(&state->strata, stratum, &row))
		return;
	keep_item(job, &row, file, &milestone->item);
	row.id = pl_arena_copy(job->arena, pl_str_of(row.id));
	row.item = keep(job, pl_str_of(pl_plan_path(&state->view, &milestone->item)));
	row.line = pl_file_range(file, title ? title->span : milestone->item.span).start.line;
	row.raised = raised_on(job, file, first);
	pl_strata_add(&state->strata, job->arena, stratum, &row);
}

static void count_flagged(struct pl_report_job *job, const struct pl_file *file, size_t first)
{
	struct state *state = job->state;

	for (size_t i = first; i; i = state->standing.next.items[i - 1])
		if (!pl_standing_again(&state->standing, file, first, i))
			stratum_of(job, file->findings[i - 1].rule)->milestones++;
}

static void sample_begin(struct pl_report_job *job)
{
	struct state *state = job->state;

	pl_strata_open(&state->strata, job->options->sample);
	pl_arena_init(&state->view, job->arena->guard);
	pl_milestone_ids_open(&state->ids, &state->view, job->options->redaction);
}

static void sample_file(struct pl_report_job *job, const struct pl_file *file)
{
	struct state *state = job->state;
	size_t at = 0;

	pl_standing_fill(&state->standing, job->arena, file);
	pl_milestone_ids_begin(&state->ids, file);
	for (size_t i = 0; i < file->finding_count; i++)
		if (file->findings[i].state == PL_NEW)
			offer_finding(job, file, &file->findings[i]);
	for (size_t i = 0; i < file->plan_count; i++)
		for (size_t k = 0; k < file->plans[i]->milestone_count; k++) {
			size_t first = state->standing.first.items[at++];

			offer_milestone(job, file, file->plans[i]->milestones[k], first);
			count_flagged(job, file, first);
		}
	pl_strata_forget(&state->strata);
	pl_arena_reset(&state->view);
}

static void sample_close(struct pl_report_job *job)
{
	struct state *state = job->state;

	pl_milestone_ids_close(&state->ids);
	pl_arena_free(&state->view);
}

/* ---- writing ---- */

static const char *number(struct pl_arena *arena, uint64_t value)
{
	return pl_arena_print(arena, "%llu", (unsigned long long)value);
}

static void write_row(struct pl_report_job *job, const struct pl_sample_row *row)
{
	struct state *state = job->state;
	const struct pl_stratum *stratum = row->stratum;
	const char *const fields[COLUMNS] = {
	        [COLUMN_plan] = row->plan,
	        [COLUMN_line] = number(&state->view, row->line),
	        [COLUMN_item] = row->item,
	        [COLUMN_text] = row->text,
	        [COLUMN_due] = row->due,
	        [COLUMN_rule] = stratum->rule ? stratum->rule->id : NULL,
	        [COLUMN_message] = row->message,
	        [COLUMN_raised] = row->raised,
	        [COLUMN_kind] = stratum->kind,
	        [COLUMN_population] = number(&state->view, stratum->population),
	        [COLUMN_sampled] = number(&state->view, stratum->quota),
	        [COLUMN_milestones] = stratum->rule ? number(&state->view, stratum->milestones) : NULL,
	        [COLUMN_id] = row->id,
	};

	for (size_t i = 0; i < COLUMNS; i++) {
		pl_out_puts(job->screen.out, i ? "," : "");
		pl_csv_put(job->screen.out, fields[i]);
	}
	pl_out_puts(job->screen.out, "\r\n");
	pl_arena_reset(&state->view);
}

static void sample_end(struct pl_report_job *job, const struct pl_totals *totals)
{
	static const char names[] =
#define COLUMN(name) "," #name
#include "report/sample_columns.def"
#undef COLUMN
	        "\r\n";
	struct state *state = job->state;
	struct pl_drawn drawn = {0};

	(void)totals;
	pl_out_puts(job->screen.out, names + 1);
	pl_strata_draw(&state->strata, job->arena, &drawn);
	for (size_t i = 0; i < drawn.rows.count; i++)
		write_row(job, &drawn.rows.items[i]);
}

const struct pl_reporter pl_reporter_sample = {
        .name = "csv",
        .state_size = sizeof(struct state),
        .begin = sample_begin,
        .file = sample_file,
        .end = sample_end,
        .close = sample_close,
};
