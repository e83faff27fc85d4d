/* Keeps how the texts of a file read, so that many rules can ask for little. */
#include "lint/ctx.h"
#include "text/join.h"

static struct pl_vocabulary *vocabulary_of(const struct pl_job *job)
{
	return pl_worker_vocabulary(job->worker, job->rules->config);
}

/* The texts of one plan come together, so one setting is kept: the last. */
static const struct pl_text_setting *setting_of(struct pl_job *job, const struct pl_plan *plan)
{
	const struct pl_config *config = job->rules->config;

	if (job->setting_plan == plan)
		return &job->setting;
	job->setting_plan = plan;
	pl_text_setting_of(&job->setting, job->arena, vocabulary_of(job), plan);
	for (size_t i = 0; config && i < config->acronyms.count; i++)
		pl_text_setting_add(&job->setting, job->arena, vocabulary_of(job), config->acronyms.items[i].letters,
		                    config->acronyms.items[i].meaning);
	return &job->setting;
}

static struct pl_read_text *read_text(struct pl_job *job, const struct pl_plan *plan, const struct pl_text *text)
{
	struct pl_read_text *slot = pl_readings_find(&job->readings, text);

	if (slot)
		return slot;
	if (!job->readings.room)
		pl_readings_open(&job->readings, &job->worker->readings, vocabulary_of(job));
	slot = pl_readings_add(&job->readings, text, setting_of(job, plan));
	job->was_cut |= slot->reading->cut;
	return slot;
}

enum { MOST_TEXTS = 1500, MOST_WORDS = 24000 }; /* about a mebibyte: a plan of some 600 milestones */

void pl_job_rest(struct pl_job *job)
{
	if (job->readings.count > MOST_TEXTS || job->readings.words > MOST_WORDS)
		pl_readings_forget(&job->readings);
}

void pl_rest(struct pl_ctx *ctx) { pl_job_rest(ctx->job); }

const struct pl_reading *pl_job_read(struct pl_job *job, const struct pl_plan *plan, const struct pl_text *text)
{
	struct pl_read_text *slot = read_text(job, plan, text);

	return pl_readings_clauses(&job->readings, slot);
}

const struct pl_reading *pl_read_words(struct pl_ctx *ctx, const struct pl_text *text)
{
	return read_text(ctx->job, ctx->plan, text)->reading;
}

static void say_cut(void *data, const struct pl_item *item, const struct pl_text *text, enum pl_seen seen)
{
	struct pl_job *job = data;
	const struct pl_reading *reading = read_text(job, item->plan, text)->reading;
	const struct pl_word *last = reading->cut ? &reading->words[reading->word_count - 1] : NULL;

	(void)seen;
	if (last)
		pl_collect_builtin(&job->collector, PL_BUILTIN_INCOMPLETE_CHECK, item,
		                   pl_yaml_locate(&job->source, text, last->begin, last->end), NULL,
		                   "this text was not checked beyond this word, the %uth", reading->word_count);
	pl_job_rest(job);
}

/* At the title of the plan: which part was left is not one place. */
static void say_spent(struct pl_job *job)
{
	const struct pl_item *plan = &job->plans.items[0]->item;

	pl_collect_builtin(&job->collector, PL_BUILTIN_INCOMPLETE_CHECK, plan,
	                   plan->title ? plan->title->span : (struct pl_span){plan->span.begin, plan->span.begin},
	                   "Split the file, or allow more with --max-steps",
	                   "not all of this file was checked: that takes more than %llu steps",
	                   (unsigned long long)job->run->limits.steps);
}

void pl_job_say_cut(struct pl_job *job)
{
	for (size_t i = 0; i < job->plans.count && job->was_cut; i++)
		pl_plan_visit_texts(job->plans.items[i], &(struct pl_text_visitor){say_cut, job});
	if (job->plans.count && !pl_job_spend(job, 0))
		say_spent(job);
}

const struct pl_token_set *pl_job_tokens(struct pl_job *job, const struct pl_plan *plan, const struct pl_text *text)
{
	return pl_readings_specific(&job->readings, read_text(job, plan, text));
}

static const struct pl_token_set *tokens_of(struct pl_ctx *ctx, const struct pl_text *text)
{
	return pl_readings_tokens(&ctx->job->readings, read_text(ctx->job, ctx->plan, text));
}

static const struct pl_token_set *specific_of(struct pl_ctx *ctx, const struct pl_text *text)
{
	return pl_readings_specific(&ctx->job->readings, read_text(ctx->job, ctx->plan, text));
}

/* Rules compare all with all where a plan looks like it: that is what a file's steps are for. */
static bool may_compare(struct pl_ctx *ctx, const struct pl_token_set *a, const struct pl_token_set *b)
{
	return pl_job_spend(ctx->job, 1 + (uint64_t)a->count + b->count);
}

double pl_similarity(struct pl_ctx *ctx, const struct pl_text *a, const struct pl_text *b)
{
	const struct pl_token_set *x = tokens_of(ctx, a), *y = tokens_of(ctx, b);

	return may_compare(ctx, x, y) ? pl_tokens_similarity(x, y) : 0;
}

double pl_containment(struct pl_ctx *ctx, const struct pl_text *a, const struct pl_text *b)
{
	const struct pl_token_set *x = tokens_of(ctx, a), *y = tokens_of(ctx, b);

	return may_compare(ctx, x, y) ? pl_tokens_containment(x, y) : 0;
}

struct pl_shared pl_shared_content(struct pl_ctx *ctx, const struct pl_text *a, const struct pl_text *b)
{
	const struct pl_token_set *x = tokens_of(ctx, a), *y = tokens_of(ctx, b);
	struct pl_shared shared = {0};
	uint32_t weight = 0;

	if (!may_compare(ctx, x, y))
		return shared;
	for (uint32_t i = 0, j = 0; i < x->count && j < y->count;) {
		const struct pl_token *left = &x->tokens[i], *right = &y->tokens[j];

		if (left->stem == right->stem) {
			shared.numbers += left->is_number && left->stem < PL_TOKEN_DAY;
			shared.stems += !left->is_number;
			weight += left->weight < right->weight ? left->weight : right->weight;
		}
		i += left->stem <= right->stem;
		j += right->stem <= left->stem;
	}
	shared.similarity = pl_tokens_jaccard(x, y, weight);
	return shared;
}

bool pl_is_specific(struct pl_ctx *ctx, const struct pl_text *text, uint32_t least)
{
	return specific_of(ctx, text)->specific >= least;
}

bool pl_tells_apart(struct pl_ctx *ctx, const struct pl_text *a, const struct pl_text *b)
{
	return pl_tokens_tell_apart(specific_of(ctx, a), specific_of(ctx, b));
}

struct alike_call {
	struct pl_ctx *ctx;
	const struct pl_alike *alike;
	bool keeps; /* the sets are copies: readings may be forgotten */
};

static bool ask_rule(void *data, uint32_t a, uint32_t b, double similarity)
{
	const struct alike_call *call = data;

	bool same = call->alike->same(call->ctx, call->alike->data, a, b, similarity);

	if (call->keeps)
		pl_rest(call->ctx);
	return same;
}

enum { MOST_KEPT = 2048 };

/* The tokens of a text; of very many texts as copies, so that the readings need not all be there at once. */
static const struct pl_token_set *set_of(struct pl_ctx *ctx, const struct pl_text *text, bool copy)
{
	struct pl_arena *scratch = &ctx->job->worker->scratch;
	const struct pl_token_set *set = tokens_of(ctx, text);
	struct pl_token_set *kept;

	if (!copy)
		return set;
	kept = pl_arena_keep(scratch, set, sizeof *set);
	kept->tokens = pl_arena_keep(scratch, set->tokens, set->count * sizeof *set->tokens);
	pl_rest(ctx);
	return kept;
}

enum { STEPS_A_TEXT = 2000, STEPS_AT_LEAST = 2000000 };

const uint32_t *pl_group_alike(struct pl_ctx *ctx, const struct pl_alike *alike)
{
	static const struct pl_token_set empty;
	struct pl_arena *scratch = &ctx->job->worker->scratch;
	const struct pl_token_set **sets = PL_MAKE_ARRAY(scratch, alike->count, const struct pl_token_set *);
	uint32_t *group = PL_MAKE_ARRAY(ctx->job->arena, alike->count, uint32_t);
	struct alike_call call = {ctx, alike, alike->count > MOST_KEPT};
	struct pl_joined joined = {.sets = sets,
	                           .keys = alike->keys,
	                           .count = alike->count,
	                           .threshold = alike->threshold,
	                           .steps = STEPS_AT_LEAST + (uint64_t)STEPS_A_TEXT * alike->count,
	                           .same = alike->same ? ask_rule : NULL,
	                           .data = &call};

	for (uint32_t i = 0; i < alike->count; i++)
		sets[i] = alike->texts[i] ? set_of(ctx, alike->texts[i], call.keeps) : &empty;
	if (!pl_join(scratch, &joined, group))
		pl_ctx_cut(ctx, "too many texts are nearly alike");
	pl_arena_reset(scratch);
	return group;
}

/* ---- places of words --------------------------------------------------------------------------------------------- */

struct pl_part pl_words_part(const struct pl_reading *reading, uint32_t first, uint32_t last)
{
	uint32_t length = reading->words[last].length;

	return (struct pl_part){reading->text, reading->words[first].begin,
	                        reading->words[last + (length ? length - 1 : 0)].end};
}

struct pl_part pl_word_part(const struct pl_reading *reading, uint32_t word)
{
	return pl_words_part(reading, word, word);
}

/* The word before, or before the bracket that closes here. */
static uint32_t before_bracket(const struct pl_reading *reading, uint32_t first, uint32_t last)
{
	if (pl_word_is(reading, last, ")"))
		for (uint32_t i = last; i > first; i--)
			if (pl_word_is(reading, i, "("))
				return i - 1;
	return last - 1;
}

/* A clause without the marks, joining words and dates around it. */
static struct pl_part clause_part(const struct pl_reading *reading, const struct pl_clause *clause)
{
	uint32_t first = clause->begin, last = clause->end - 1;

	while (first < last && (reading->words[first].flags & PL_WORD_OUTSIDE ||
	                        reading->words[first].tag == PL_TAG_MARK || reading->words[first].tag == PL_TAG_AND))
		first++;
	while (last > first && (reading->words[last].flags & PL_WORD_OUTSIDE ||
	                        reading->words[last].tag == PL_TAG_MARK || !reading->words[last].length))
		last = before_bracket(reading, first, last);
	return pl_words_part(reading, first, last);
}

void pl_report_words(struct pl_ctx *ctx, const struct pl_item *item, const struct pl_reading *reading,
                     const struct pl_clause *clause, const struct pl_report *report)
{
	struct pl_report full = *report;
	struct pl_part decided[2];

	full.item = item;
	full.part = clause_part(reading, clause);
	full.evidence = decided;
	for (size_t i = 0; i < 2; i++)
		if (clause->decided[i] != PL_NO_WORD)
			decided[full.evidence_count++] = pl_word_part(reading, clause->decided[i]);
	pl_report(ctx, &full);
}

const char *pl_print_decided(struct pl_ctx *ctx, const struct pl_reading *reading, const struct pl_clause *clause,
                             uint64_t kinds)
{
	uint32_t word = clause->decided[0];
	struct pl_str text;

	if (word == PL_NO_WORD || (clause->decided[1] != PL_NO_WORD && !(reading->words[word].kinds & kinds) &&
	                           (reading->words[clause->decided[1]].kinds & kinds)))
		word = clause->decided[1];
	if (word == PL_NO_WORD)
		return "";
	text = pl_word_text(reading, word);
	return pl_print(ctx, "%.*s", (int)text.len, text.ptr);
}
