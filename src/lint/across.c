/* Runs the rules across plans and delivers what they find, file by file. */
#include "lint/across.h"

#include "base/str.h"
#include "lint/ctx.h"
#include "lint/registry.h"

#include <inttypes.h>
#include <stdlib.h>

static const struct pl_corpus_plan *plan_at(const struct pl_sweep *sweep, uint32_t plan)
{
	return &sweep->store->plans.items[plan];
}

static const struct pl_ruleset *rules_at(const struct pl_sweep *sweep, uint32_t plan)
{
	return sweep->run->inputs.items[plan_at(sweep, plan)->file].rules;
}

/* ---- running ----------------------------------------------------------------------------------------------------- */

/* Whose options the rule goes by: the first part of the files for which it runs. */
static const struct pl_ruleset *rules_with(const struct pl_run *run, size_t rule)
{
	for (size_t i = 0; i < run->sets.count; i++)
		if (pl_ruleset_runs(run->sets.items[i].rules, rule))
			return run->sets.items[i].rules;
	return NULL;
}

bool pl_across_wanted(const struct pl_run *run)
{
	for (size_t i = 0; i < pl_catalogue_count(&run->catalogue); i++)
		if (pl_catalogue_at(&run->catalogue, i)->on_corpus && rules_with(run, i))
			return true;
	return false;
}

static void run_rules(struct pl_sweep *sweep)
{
	const struct pl_catalogue *catalogue = &sweep->run->catalogue;

	for (size_t i = 0; i < pl_catalogue_count(catalogue); i++) {
		const struct pl_rule *rule = pl_catalogue_at(catalogue, i);
		struct pl_ctx ctx = {.rule = i, .sweep = sweep};

		if (!rule->on_corpus)
			continue;
		ctx.rules = rules_with(sweep->run, i);
		if (ctx.rules)
			rule->on_corpus(&ctx, &sweep->store->corpus);
	}
}

bool pl_across_runs(const struct pl_ctx *ctx, const struct pl_corpus *corpus, uint32_t plan)
{
	(void)corpus;
	return pl_ruleset_runs(rules_at(ctx->sweep, plan), ctx->rule);
}

void pl_report_across(struct pl_ctx *ctx, const struct pl_across *report)
{
	struct pl_sweep *sweep = ctx->sweep;
	const struct pl_rule *rule = pl_catalogue_at(&sweep->run->catalogue, ctx->rule);
	bool all = !report->named || report->related_count <= report->named;
	size_t count = all ? report->related_count : report->named;
	const char *message = all ? report->message
	                          : pl_arena_print(&sweep->arena, "%s; %zu of the %zu other places are named",
	                                           report->message, count, report->related_count);

	*PL_VEC_PUSH(&sweep->arena, &sweep->records) = (struct pl_across_record){
	        .rule = rule,
	        .rule_index = ctx->rule,
	        .place = report->place,
	        .confidence = report->confidence ? report->confidence : rule->confidence,
	        .message = message,
	        .advice = report->advice ? report->advice : rule->advice,
	        .related_message = report->related_message,
	        .related = pl_arena_keep(&sweep->arena, report->related, count * sizeof *report->related),
	        .related_count = count};
}

static bool tell_sink(void *data, uint32_t done, uint32_t total)
{
	const struct pl_sweep *sweep = data;

	if (sweep->sink->on_across)
		sweep->sink->on_across(sweep->sink->data, done, total);
	return !atomic_load(&sweep->run->stopped);
}

const uint32_t *pl_corpus_group(struct pl_ctx *ctx, const struct pl_corpus *corpus, const struct pl_corpus_alike *alike)
{
	struct pl_sweep *sweep = ctx->sweep;
	uint32_t *group = PL_MAKE_ARRAY(&sweep->arena, corpus->milestone_count, uint32_t);

	if (!tell_sink(sweep, 0, 0) ||
	    !pl_corpus_join(&sweep->file, corpus, alike, &(struct pl_corpus_watcher){tell_sink, sweep}, group))
		*PL_VEC_PUSH(&sweep->arena, &sweep->unchecked) =
		        (struct pl_unchecked){.rule = pl_catalogue_at(&sweep->run->catalogue, ctx->rule),
		                              .what = "not all milestones were compared with those of other plans",
		                              .why = "too many texts are nearly alike"};
	pl_arena_free(&sweep->file);
	return group;
}

/* ---- one finding ------------------------------------------------------------------------------------------------- */

struct delivery {
	struct pl_sweep *sweep;
	const struct pl_run_input *input;
	struct pl_source source;
	struct pl_file file;
	struct pl_map prints; /* how often an identity was met in the file */
};

static const char *item_of(const struct delivery *delivery, const struct pl_corpus_place *place)
{
	const struct pl_corpus *corpus = &delivery->sweep->store->corpus;
	const char *above = pl_corpus_above(corpus, place), *item = pl_corpus_item(corpus, place);

	return *above ? pl_arena_print(&delivery->sweep->file, "%s > %s", above, item) : item;
}

static struct pl_range range_of(const struct pl_corpus_place *place)
{
	return (struct pl_range){{place->line, place->column, place->offset},
	                         {place->end_line, place->end_column, place->end_offset}};
}

static const struct pl_related *make_related(const struct delivery *delivery, const struct pl_across_record *record)
{
	struct pl_related *related = PL_MAKE_ARRAY(&delivery->sweep->file, record->related_count, struct pl_related);

	for (size_t i = 0; i < record->related_count; i++)
		related[i] = (struct pl_related){.path = plan_at(delivery->sweep, record->related[i]->plan)->path,
		                                 .item = item_of(delivery, record->related[i]),
		                                 .message = record->related_message,
		                                 .range = range_of(record->related[i])};
	return related;
}

static const char *reason_of(const struct delivery *delivery, const struct pl_across_record *record)
{
	const struct pl_corpus_store *store = delivery->sweep->store;

	for (size_t i = 0; i < store->ignored.count; i++) {
		const struct pl_corpus_ignored *ignored = &store->ignored.items[i];

		if (ignored->rule == record->rule && ignored->plan == record->place->plan &&
		    ignored->span.begin == record->place->span.begin && ignored->span.end == record->place->span.end)
			return ignored->reason;
	}
	return NULL;
}

/* From path, rule, item and words, and which of several equal ones it is. */
static const char *fingerprint(struct delivery *delivery, const struct pl_across_record *record)
{
	struct pl_arena *arena = &delivery->sweep->file;
	const char *identity = pl_arena_print(arena, "%s\n%s\n%016" PRIx64, delivery->input->identity, record->rule->id,
	                                      record->place->identity);
	uint32_t *times = pl_map_put(arena, &delivery->prints, pl_str_of(identity), NULL);

	if ((*times)++)
		identity = pl_arena_print(arena, "%s\n%u", identity, (unsigned)*times);
	return pl_hash_digits(arena, pl_str_of(identity), PL_HASH_DIGITS);
}

static enum pl_state state_of(const struct pl_finding *finding, uint32_t known)
{
	return finding->reason ? PL_SUPPRESSED : known ? PL_BASELINED : PL_NEW;
}

static void make_finding(struct delivery *delivery, const struct pl_across_record *record, struct pl_finding *out)
{
	const struct pl_ruleset *rules = delivery->input->rules;
	struct pl_baseline *baseline = &delivery->sweep->run->baseline;
	uint32_t known;

	*out = (struct pl_finding){.rule = record->rule,
	                           .severity = rules->rules[record->rule_index].severity,
	                           .confidence = record->confidence,
	                           .path = delivery->file.path,
	                           .item = item_of(delivery, record->place),
	                           .message = record->message,
	                           .advice = record->advice,
	                           .reason = reason_of(delivery, record),
	                           .fingerprint = fingerprint(delivery, record),
	                           .range = range_of(record->place),
	                           .span = record->place->span,
	                           .related = make_related(delivery, record),
	                           .related_count = record->related_count,
	                           .place = record->place};
	known = pl_baseline_find(baseline, out->fingerprint);
	if (known)
		pl_baseline_meet(baseline, known);
	out->state = state_of(out, known);
}

/* ---- one file ---------------------------------------------------------------------------------------------------- */

/* A milestone that had raised nothing so far raises something now. */
static void rouse(struct delivery *delivery, struct pl_finding *finding)
{
	struct pl_corpus_store *store = delivery->sweep->store;
	const struct pl_corpus_plan *plan = plan_at(delivery->sweep, finding->place->plan);
	struct pl_corpus_milestone *milestone = store->milestones.items + plan->first_milestone;

	for (uint32_t i = 0; i < plan->milestone_count && finding->state == PL_NEW; i++, milestone++) {
		if (&milestone->place != finding->place)
			continue;
		finding->rouses = milestone->quiet;
		delivery->file.roused_count += milestone->quiet;
		milestone->quiet = false;
	}
}

/* Only for its lines: what has changed since is shown without them. */
static void open_source(struct delivery *delivery)
{
	struct pl_arena *arena = &delivery->sweep->file;
	const struct pl_run_input *input = delivery->input;
	uint64_t limit = delivery->sweep->run->limits.size;
	enum pl_status status = PL_OK;
	const char *message;
	bool too_large;

	if (input->is_buffer)
		pl_source_open(&delivery->source, arena, input->path, input->bytes, limit, &too_large);
	else
		status = pl_source_read(&delivery->source, arena, input->path, limit, &too_large, &message);
	if (status != PL_OK || too_large)
		return;
	pl_source_line_count(&delivery->source);
	delivery->file.source = &delivery->source;
}

static void deliver(struct pl_sweep *sweep, uint32_t input, const struct pl_across_record *records, size_t count,
                    const struct pl_sink *sink)
{
	struct delivery delivery = {.sweep = sweep, .input = &sweep->run->inputs.items[input]};
	struct pl_finding *findings = PL_MAKE_ARRAY(&sweep->file, count, struct pl_finding);
	struct pl_file *file = &delivery.file;

	*file = (struct pl_file){.path = delivery.input->path,
	                         .identity = delivery.input->identity,
	                         .is_plan = true,
	                         .findings = findings,
	                         .fail_on = delivery.input->rules->fail_on,
	                         .corpus = &sweep->store->corpus};
	open_source(&delivery);
	for (size_t i = 0; i < count; i++) {
		if (records[i].confidence < delivery.input->rules->min_confidence)
			continue;
		make_finding(&delivery, &records[i], &findings[file->finding_count]);
		rouse(&delivery, &findings[file->finding_count++]);
	}
	file->unchecked = sweep->unchecked.items;
	file->unchecked_count = sweep->unchecked.count;
	for (size_t i = 0; i < sweep->unchecked.count; i++)
		sweep->unchecked.items[i].path = file->path;
	sink->on_file(sink->data, file);
	sweep->unchecked.count = 0; /* said once */
	pl_arena_reset(&sweep->file);
}

/* ---- all --------------------------------------------------------------------------------------------------------- */

static int compare_numbers(size_t a, size_t b) { return (a > b) - (a < b); }

/* Plans are in the order of files and of documents. */
static int by_place(const void *a, const void *b)
{
	const struct pl_across_record *x = a, *y = b;
	int order = compare_numbers(x->place->plan, y->place->plan);

	if (!order)
		order = compare_numbers(x->place->span.begin, y->place->span.begin);
	if (!order)
		order = compare_numbers(x->place->span.end, y->place->span.end);
	if (!order)
		order = compare_numbers(x->rule_index, y->rule_index);
	return order ? order : strcmp(x->message, y->message);
}

static void deliver_all(struct pl_sweep *sweep, const struct pl_sink *sink)
{
	const struct pl_across_record *records = sweep->records.items;

	for (size_t begin = 0, end; begin < sweep->records.count; begin = end) {
		uint32_t file = plan_at(sweep, records[begin].place->plan)->file;

		for (end = begin + 1; end < sweep->records.count; end++)
			if (plan_at(sweep, records[end].place->plan)->file != file)
				break;
		if (atomic_load(&sweep->run->stopped))
			return;
		deliver(sweep, file, records + begin, end - begin, sink);
	}
	if (sweep->unchecked.count && !atomic_load(&sweep->run->stopped))
		deliver(sweep, plan_at(sweep, 0)->file, NULL, 0, sink);
}

void pl_across_deliver(struct pl_sweep *sweep, const struct pl_arena *guarded, const struct pl_sink *sink)
{
	sweep->sink = sink;
	sweep->arena.guard = sweep->file.guard = sweep->store->arena.guard = guarded->guard;
	pl_corpus_finish(sweep->store);
	run_rules(sweep);
	if (sweep->records.count)
		qsort(sweep->records.items, sweep->records.count, sizeof *sweep->records.items, by_place);
	deliver_all(sweep, sink);
	if (sink->on_corpus && !atomic_load(&sweep->run->stopped))
		sink->on_corpus(sink->data, &sweep->store->corpus);
}
