/* Records: what is remembered of each milestone, one JSON line each, for engines that join more of them than one
 * machine can hold. schema_records.c says what the members mean. */
#include "base/map.h"
#include "base/str.h"
#include "base/utf8.h"
#include "plan/build.h"
#include "report/json.h"
#include "report/milestone_id.h"
#include "report/report.h"
#include "report/standing.h"
#include "text/packed.h"
#include "text/read.h"

#include <planlint/corpus.h>

#include <stdlib.h>

struct state {
	struct pl_arena view; /* of the file at hand */
	struct pl_milestone_ids ids;
	struct pl_standing standing;
	const struct pl_rule *across;
};

/* One milestone, with what is remembered of it. */
struct look {
	struct pl_report_job *job;
	struct state *state;
	const struct pl_file *file;
	const struct pl_plan *plan;
	const struct pl_milestone *milestone;
	const struct pl_corpus_plan *series;
	const struct pl_corpus_milestone *known;
};

/* ---- words that may be names ---- */

static struct pl_str clean(const struct look *look, struct pl_str text)
{
	if (!look->job->options->redaction)
		return text;
	return pl_redact_text(look->job->options->redaction, &look->state->view, text, NULL);
}

/* What nobody can turn back who lacks the key; the same on every machine that has it. */
static const char *hash(const struct look *look, struct pl_str text)
{
	const struct pl_redaction *redaction = look->job->options->redaction;
	const char *key = redaction && redaction->key ? redaction->key : "";
	const char *all = pl_arena_print(&look->state->view, "%s\n%.*s\n%s", key, PL_STR_ARG(text), key);

	return pl_hash_digits(&look->state->view, pl_str_of(all), 16);
}

/* A stem as it is, or hashed: with names in them, tokens would give officers away. */
static const char *stem(const struct look *look, uint32_t token)
{
	struct pl_str text = pl_corpus_token(look->file->remembered, token);

	if (pl_packed_number(token) < PL_PACKED_DAYS)
		text = pl_str_of(pl_arena_print(&look->state->view, "=%.*s", PL_STR_ARG(text)));
	return look->job->options->redaction ? hash(look, text) : pl_arena_copy(&look->state->view, text);
}

/* By what plans of one series are known. */
static const char *series(const struct look *look)
{
	struct pl_arena *arena = &look->state->view;
	struct pl_str title = pl_utf8_fold_words(arena, look->series->title),
	              body = pl_utf8_fold_words(arena, look->series->organisation);

	return hash(look, pl_str_of(pl_arena_print(arena, "%.*s\n%.*s", PL_STR_ARG(title), PL_STR_ARG(body))));
}

/* ---- members ---- */

static void text_or_null(struct pl_json *json, const char *key, struct pl_str text)
{
	if (text.len)
		pl_json_text(json, key, text);
	else
		pl_json_string(json, key, NULL);
}

static void write_place(struct pl_json *json, const struct look *look)
{
	pl_json_number(json, "v", 1);
	pl_json_string(json, "id", pl_milestone_id(&look->state->ids, look->milestone));
	pl_json_string(json, "plan", look->file->path);
	pl_json_number(json, "document", look->plan->document);
	pl_json_number(json, "milestone", look->milestone->index);
	pl_json_number(json, "line", look->known->place.line);
	/* without names no words either: they are for people who may see the plan */
	pl_json_string(json, "item",
	               look->job->options->redaction ? NULL : pl_plan_path(&look->state->view, &look->milestone->item));
	text_or_null(json, "organisation", clean(look, look->series->organisation));
	pl_json_string(json, "series", series(look));
}

static void write_state(struct pl_json *json, const struct look *look)
{
	const struct pl_text *officer = pl_milestone_officer(look->milestone);

	pl_json_day(json, "due", look->known->due);
	text_or_null(json, "officer", officer ? clean(look, pl_str_trim(officer->value)) : (struct pl_str){0});
	pl_json_flag(json, "cancelled", look->known->state == PL_STATE_CANCELLED);
	pl_json_flag(json, "compared", pl_file_rule_ran(look->file, look->plan, look->state->across));
}

static void write_deed(struct pl_json *json, const struct look *look)
{
	uint64_t kinds = (uint64_t)look->known->deed_kinds << PL_BIT_EFFORT;

	pl_json_string(json, "deed", look->known->deed ? stem(look, look->known->deed << PL_TOKEN_SHIFT) : NULL);
	pl_json_open(json, "deed_kinds", '[');
	for (enum pl_kind_bit kind = PL_BIT_EFFORT; kind <= PL_BIT_HAVE; kind++)
		if (kinds >> kind & 1)
			pl_json_string(json, NULL, pl_kind_name(kind));
	pl_json_close(json, ']');
}

static int by_text(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

/* In the order of their bytes: numbers of stems are those of one run. */
static void write_tokens(struct pl_json *json, const struct look *look)
{
	const uint32_t *tokens = look->file->remembered->tokens + look->known->first_token;
	struct pl_arena *arena = &look->state->view;
	uint32_t count = look->known->token_count;
	const char **texts = PL_MAKE_ARRAY(arena, count, const char *);

	for (uint32_t i = 0; i < count; i++)
		texts[i] = pl_arena_print(arena, "%s/%u%s%s%s%s", stem(look, tokens[i]),
		                          (unsigned)pl_packed_weight(tokens[i]), tokens[i] & PL_TOKEN_NUMBER ? "n" : "",
		                          tokens[i] & PL_TOKEN_NAME ? "p" : "", tokens[i] & PL_TOKEN_STAGE ? "g" : "",
		                          tokens[i] & PL_TOKEN_SPECIFIC ? "s" : "");
	if (count)
		qsort(texts, count, sizeof *texts, by_text);
	pl_json_number(json, "weight", look->known->weight);
	pl_json_number(json, "specific", look->known->specific);
	pl_json_open(json, "tokens", '[');
	for (uint32_t i = 0; i < count; i++)
		pl_json_string(json, NULL, texts[i]);
	pl_json_close(json, ']');
}

static void write_rules(struct pl_json *json, const struct look *look, size_t first)
{
	const struct pl_finding *findings = look->file->findings;
	const struct pl_standing *standing = &look->state->standing;

	pl_json_open(json, "rules", '[');
	for (size_t i = first; i; i = standing->next.items[i - 1])
		if (!pl_standing_again(standing, look->file, first, i))
			pl_json_string(json, NULL, findings[i - 1].rule->id);
	pl_json_close(json, ']');
}

static void write_record(const struct look *look, size_t first)
{
	struct pl_json json = {.out = look->job->screen.out};

	pl_json_open(&json, NULL, '{');
	write_place(&json, look);
	write_state(&json, look);
	write_deed(&json, look);
	write_tokens(&json, look);
	write_rules(&json, look, first);
	pl_json_close(&json, '}');
	pl_out_puts(json.out, "\n");
}

/* ---- the reporter ---- */

static void records_begin(struct pl_report_job *job)
{
	struct state *state = job->state;

	state->across = pl_rule_find(PL_STR("duplicate-across-plans"));
	pl_arena_init(&state->view, job->arena->guard);
	pl_milestone_ids_open(&state->ids, &state->view, job->options->redaction);
}

static void records_file(struct pl_report_job *job, const struct pl_file *file)
{
	struct state *state = job->state;
	size_t at = 0;

	if (!file->remembered)
		return;
	pl_standing_fill(&state->standing, job->arena, file);
	pl_milestone_ids_begin(&state->ids, file);
	for (size_t i = 0; i < file->plan_count; i++) {
		const struct pl_corpus_plan *known = &file->remembered->plans[file->remembered_plan + i];

		for (size_t k = 0; k < file->plans[i]->milestone_count; k++) {
			struct look look = {.job = job,
			                    .state = state,
			                    .file = file,
			                    .plan = file->plans[i],
			                    .milestone = file->plans[i]->milestones[k],
			                    .series = known,
			                    .known = &file->remembered->milestones[known->first_milestone + k]};

			write_record(&look, state->standing.first.items[at++]);
		}
	}
	pl_arena_reset(&state->view);
}

static void records_close(struct pl_report_job *job)
{
	struct state *state = job->state;

	pl_milestone_ids_close(&state->ids);
	pl_arena_free(&state->view);
}

const struct pl_reporter pl_reporter_records = {
        .name = "jsonl",
        .state_size = sizeof(struct state),
        .begin = records_begin,
        .file = records_file,
        .close = records_close,
};
