/* What a linted file leaves behind for the rules across plans. */
#include "base/str.h"
#include "base/utf8.h"
#include "lint/corpus.h"
#include "lint/findings.h"

#include <planlint/rule.h>

struct reader {
	struct pl_corpus_part *part;
	struct pl_job *job;
	struct pl_arena *arena;
	const struct pl_plan *plan;
	uint32_t number; /* of the plan in the part */
	struct pl_str organisation;
	struct pl_map officers; /* by key: place in the part, 1-based */
	const struct pl_text *last_officer;
	uint32_t last_number;
	const struct pl_item *above; /* the key action whose label and identity these are */
	uint32_t above_label;
	uint64_t above_identity;
	const bool *loud; /* by index of the milestone */
};

/* ---- names and identities ---------------------------------------------------------------------------------------- */

/* Two keys as one that no other two make. They may hold any bytes, NUL as well. */
static struct pl_str pair(struct pl_arena *arena, struct pl_str a, struct pl_str b)
{
	size_t length = a.len + 1 + b.len;
	char *bytes = pl_arena_bytes(arena, length);

	if (a.len)
		memcpy(bytes, a.ptr, a.len);
	bytes[a.len] = '\n';
	if (b.len)
		memcpy(bytes + a.len + 1, b.ptr, b.len);
	return (struct pl_str){bytes, length};
}

static uint64_t hash_words(struct reader *reader, struct pl_str text)
{
	return pl_hash(pl_utf8_fold_words(&reader->job->worker->scratch, text));
}

static uint64_t mix(uint64_t above, uint64_t own)
{
	uint64_t both[2] = {above, own};

	return pl_hash((struct pl_str){(const char *)both, sizeof both});
}

static uint64_t identity_of(struct reader *reader, const struct pl_item *item)
{
	const struct pl_text *name = item->ref ? item->ref : item->title;
	uint64_t own = name ? hash_words(reader, name->value) : 0;

	return item->parent ? mix(identity_of(reader, item->parent), own) : own;
}

static uint32_t add_label(struct reader *reader, const char *text)
{
	uint32_t begin = (uint32_t)reader->part->labels.count;

	do
		*PL_VEC_PUSH(reader->arena, &reader->part->labels) = *text;
	while (*text++);
	return begin;
}

/* The milestones of a key action come together. */
static void look_above(struct reader *reader, const struct pl_item *item)
{
	const struct pl_item *above = item->parent && item->parent->kind == PL_ITEM_ACTION ? item->parent : NULL;

	if (above && above == reader->above)
		return;
	reader->above = above;
	reader->above_label = above ? add_label(reader, pl_plan_path(&reader->job->worker->scratch, above)) : 0;
	reader->above_identity = item->parent ? identity_of(reader, item->parent) : 0;
}

/* ---- places ------------------------------------------------------------------------------------------------------ */

static struct pl_corpus_place place_of(struct reader *reader, const struct pl_item *item, const struct pl_text *text)
{
	struct pl_span span = text ? text->span : (struct pl_span){item->span.begin, item->span.begin};
	struct pl_range range = pl_source_range(&reader->job->source, span);
	struct pl_corpus_place place = {.plan = reader->number, .span = span};

	if (item->kind != PL_ITEM_PLAN) {
		look_above(reader, item);
		place.above = reader->above_label;
		place.item = add_label(reader, pl_plan_below(&reader->job->worker->scratch, item));
		place.identity = mix(reader->above_identity, item->ref ? hash_words(reader, item->ref->value) : 0);
	} else {
		place.identity = identity_of(reader, item);
	}
	place.identity = mix(place.identity, text ? hash_words(reader, text->value) : 0);
	place.line = range.start.line;
	place.column = range.start.column;
	place.end_line = range.end.line;
	place.end_column = range.end.column;
	place.offset = (uint32_t)range.start.offset;
	place.end_offset = (uint32_t)range.end.offset;
	return place;
}

/* ---- tokens ------------------------------------------------------------------------------------------------------ */

static uint32_t number_of(struct reader *reader, uint32_t stem)
{
	if (stem >= PL_TOKEN_DAY)
		return stem - PL_TOKEN_DAY;
	if (pl_worker_tells(reader->job->worker, reader->part->vocabulary, stem))
		*PL_VEC_PUSH(reader->arena, &reader->part->stems) =
		        (struct pl_part_stem){stem, pl_vocabulary_stem(reader->part->vocabulary, stem)};
	return stem + PL_PACKED_DAYS;
}

static uint32_t pack(struct reader *reader, const struct pl_token *token)
{
	return number_of(reader, token->stem) << PL_TOKEN_SHIFT | (token->is_number ? PL_TOKEN_NUMBER : 0) |
	       (token->is_name ? PL_TOKEN_NAME : 0) | (token->is_stage ? PL_TOKEN_STAGE : 0) |
	       (token->is_specific ? PL_TOKEN_SPECIFIC : 0);
}

enum { MOST_TOKENS = UINT16_MAX / 4 };

static void add_tokens(struct reader *reader, const struct pl_text *text, struct pl_corpus_milestone *out)
{
	const struct pl_token_set *set = pl_job_tokens(reader->job, reader->plan, text);
	const struct pl_reading *reading = pl_job_read(reader->job, reader->plan, text);

	out->first_token = (uint32_t)reader->part->tokens.count;
	for (uint32_t i = 0; i < set->count && i < MOST_TOKENS; i++)
		*PL_VEC_PUSH(reader->arena, &reader->part->tokens) = pack(reader, &set->tokens[i]);
	out->token_count = (uint16_t)(reader->part->tokens.count - out->first_token);
	out->weight = (uint16_t)(set->weight < UINT16_MAX ? set->weight : UINT16_MAX);
	out->specific = (uint8_t)(set->specific < UINT8_MAX ? set->specific : UINT8_MAX);
	for (uint32_t i = 0; i < reading->clause_count; i++) {
		const struct pl_clause *clause = &reading->clauses[i];

		if (clause->role != PL_ROLE_MAIN || clause->verb == PL_NO_WORD)
			continue;
		out->deed = number_of(reader, reading->words[clause->verb].stem);
		out->deed_kinds = (uint32_t)(reading->words[clause->verb].kinds >> PL_BIT_EFFORT);
		return;
	}
}

/* ---- officers ---------------------------------------------------------------------------------------------------- */

static uint32_t officer_of(struct reader *reader, const struct pl_text *name)
{
	struct pl_str key;
	uint32_t *place;
	bool fresh;

	if (!name || name == reader->last_officer)
		return name ? reader->last_number : 0;
	key = pair(reader->arena, pl_utf8_fold_words(reader->arena, name->value), reader->organisation);
	place = pl_map_put(reader->arena, &reader->officers, key, &fresh);
	if (fresh) {
		*PL_VEC_PUSH(reader->arena, &reader->part->officers) = (struct pl_part_officer){name->value, key};
		*place = (uint32_t)reader->part->officers.count;
	}
	reader->last_officer = name;
	return reader->last_number = *place;
}

/* ---- milestones -------------------------------------------------------------------------------------------------- */

static void add_status(struct reader *reader, const struct pl_item *item, const struct pl_progress *progress)
{
	struct pl_part_status *added;

	if (!progress->status || progress->state != PL_STATE_ABSENT || progress->percent < 0)
		return;
	added = PL_VEC_PUSH(reader->arena, &reader->part->statuses);
	added->key = pl_utf8_fold_words(reader->arena, progress->status->value);
	added->status = (struct pl_corpus_status){.place = place_of(reader, item, progress->status),
	                                          .word = progress->status->value,
	                                          .percent = progress->percent};
}

static void add_milestone(struct reader *reader, const struct pl_milestone *milestone)
{
	const struct pl_text *text = milestone->item.title;
	struct pl_corpus_milestone *added = PL_VEC_PUSH(reader->arena, &reader->part->milestones);

	added->place = place_of(reader, &milestone->item, text);
	added->due = pl_due_day(&milestone->due);
	added->officer = officer_of(reader, pl_milestone_officer(milestone));
	added->state = (uint8_t)milestone->progress->state;
	added->quiet = !reader->loud[milestone->index];
	added->is_action = milestone->is_action;
	if (text)
		add_tokens(reader, text, added);
	add_status(reader, &milestone->item, milestone->progress);
	pl_arena_reset(&reader->job->worker->scratch);
}

/* ---- acronyms ---------------------------------------------------------------------------------------------------- */

/* The stems of the words, without marks: "Local strategic partnerships" is "Local Strategic Partnership". */
static uint64_t sense_of(struct reader *reader, struct pl_str meaning)
{
	struct pl_vocabulary *vocabulary = pl_worker_vocabulary(reader->job->worker, reader->job->rules->config);
	uint64_t sense = 0;

	for (size_t at = 0; at < meaning.len;) {
		size_t begin = at;

		while (at < meaning.len && ((unsigned char)meaning.ptr[at] >= 0x80 ||
		                            pl_ascii_is_alpha(meaning.ptr[at]) || pl_ascii_is_digit(meaning.ptr[at])))
			at++;
		if (at > begin) {
			uint32_t stem = pl_vocabulary_stem_of(vocabulary, pl_str_sub(meaning, begin, at));

			sense = mix(sense, pl_hash(pl_vocabulary_stem(vocabulary, stem)));
		} else {
			at++;
		}
	}
	return sense;
}

static void add_acronym(struct reader *reader, const struct pl_acronym *acronym)
{
	struct pl_corpus_acronym *added;

	if (!acronym->meaning)
		return;
	added = PL_VEC_PUSH(reader->arena, &reader->part->acronyms);
	added->place = place_of(reader, &reader->plan->item, acronym->meaning);
	added->letters = acronym->letters;
	added->meaning = acronym->meaning->value;
	added->sense = sense_of(reader, acronym->meaning->value);
}

/* ---- the file ---------------------------------------------------------------------------------------------------- */

static struct pl_str words_of(const struct pl_text *text) { return text ? text->value : (struct pl_str){0}; }

static void add_plan(struct reader *reader, const struct pl_plan *plan)
{
	struct pl_part_plan *added = PL_VEC_PUSH(reader->arena, &reader->part->plans);

	reader->plan = plan;
	reader->above = NULL;
	reader->number = (uint32_t)reader->part->plans.count - 1;
	reader->organisation = pl_utf8_fold_words(reader->arena, words_of(plan->organisation));
	reader->loud = pl_findings_loud(reader->job, plan);
	added->organisation = reader->organisation;
	added->series = pair(reader->arena, pl_utf8_fold_words(reader->arena, words_of(plan->item.title)),
	                     reader->organisation);
	added->plan = (struct pl_corpus_plan){.document = plan->document,
	                                      .title = words_of(plan->item.title),
	                                      .organisation = words_of(plan->organisation),
	                                      .template_kind = plan->template_kind,
	                                      .period = plan->period,
	                                      .as_at = plan->as_at,
	                                      .first_milestone = (uint32_t)reader->part->milestones.count,
	                                      .milestone_count = (uint32_t)plan->milestone_count};
	for (size_t i = 0; i < plan->milestone_count; i++)
		add_milestone(reader, plan->milestones[i]);
	for (size_t i = 0; i < plan->acronym_count; i++)
		add_acronym(reader, &plan->acronyms[i]);
}

void pl_corpus_read(struct pl_corpus_part *part, struct pl_job *job, const struct pl_suppressions *suppressions)
{
	struct reader reader = {.part = part, .job = job, .arena = job->arena};

	*part = (struct pl_corpus_part){.vocabulary = pl_worker_vocabulary(job->worker, job->rules->config)};
	add_label(&reader, "");
	for (size_t i = 0; i < job->plans.count; i++)
		add_plan(&reader, job->plans.items[i]);
	pl_corpus_read_ignored(part, job, suppressions);
	pl_arena_reset(&job->worker->scratch);
}
