/* What rules may call: memory, options, reporting, patterns. */
#include "lint/ctx.h"

#include "base/str.h"
#include "lint/registry.h"
#include "text/phrase.h"

#include <assert.h>
#include <stdarg.h>

struct pl_arena *pl_ctx_arena(const struct pl_ctx *ctx)
{
	if (ctx->sweep)
		return &ctx->sweep->arena;
	return ctx->job ? ctx->job->arena : &ctx->run->arena;
}

static const struct pl_rule *rule_of(const struct pl_ctx *ctx)
{
	return pl_catalogue_at(ctx->rules->catalogue, ctx->rule);
}

void *pl_alloc(struct pl_ctx *ctx, size_t count, size_t size)
{
	bool is_hook = ctx->job && !ctx->sweep;

	return pl_arena_alloc(is_hook ? &ctx->job->worker->hook : pl_ctx_arena(ctx), count, size);
}

const char *pl_print(struct pl_ctx *ctx, const char *format, ...)
{
	va_list arguments;
	const char *text;

	va_start(arguments, format);
	text = pl_arena_vprint(pl_ctx_arena(ctx), format, arguments);
	va_end(arguments);
	return text;
}

const char *pl_print_quoted(struct pl_ctx *ctx, const struct pl_text *text)
{
	return pl_plan_quote(pl_ctx_arena(ctx), text->value);
}

enum pl_status pl_refuse(struct pl_ctx *ctx, const char *message)
{
	ctx->run->message = message;
	return PL_BAD_SETTING;
}

const void *pl_prepared(const struct pl_ctx *ctx) { return ctx->rules->rules[ctx->rule].prepared; }

const struct pl_plan *pl_ctx_plan(const struct pl_ctx *ctx) { return ctx->plan; }

const struct pl_template_terms *pl_terms(const struct pl_ctx *ctx)
{
	return pl_template_terms(ctx->plan->template_kind);
}

/* ---- options ---------------------------------------------------------------------------------------------------- */

static const struct pl_option_value *value_of(const struct pl_ctx *ctx, size_t option)
{
	return &ctx->rules->rules[ctx->rule].options[option];
}

long pl_option_number(struct pl_ctx *ctx, size_t option) { return value_of(ctx, option)->number; }

bool pl_option_flag(struct pl_ctx *ctx, size_t option) { return value_of(ctx, option)->number != 0; }

struct pl_str pl_option_text(struct pl_ctx *ctx, size_t option) { return value_of(ctx, option)->text; }

size_t pl_option_count(struct pl_ctx *ctx, size_t option) { return value_of(ctx, option)->entries.count; }

struct pl_str pl_option_entry(struct pl_ctx *ctx, size_t option, size_t index)
{
	return value_of(ctx, option)->entries.items[index].name;
}

long pl_option_entry_number(struct pl_ctx *ctx, size_t option, size_t index)
{
	return value_of(ctx, option)->entries.items[index].number;
}

/* ---- reporting -------------------------------------------------------------------------------------------------- */

/* An item without a title: the key that it begins with. */
static struct pl_span first_key(const struct pl_source *source, struct pl_span item)
{
	struct pl_str text = pl_source_excerpt(source, item);
	size_t begin = 0, end;

	while (begin < text.len && (text.ptr[begin] == '{' || pl_ascii_is_space(text.ptr[begin])))
		begin++;
	for (end = begin; end < text.len && !strchr(":,}\r\n", text.ptr[end]);)
		end++;
	return (struct pl_span){item.begin + (uint32_t)begin, item.begin + (uint32_t)end};
}

static struct pl_span part_span(const struct pl_source *source, const struct pl_item *item, const struct pl_part *part)
{
	if (part->text)
		return pl_yaml_locate(source, part->text, part->begin, part->end);
	return item->title ? item->title->span : first_key(source, item->span);
}

static struct pl_record_place place_of(const struct pl_ctx *ctx, const struct pl_place *place)
{
	const struct pl_source *source = pl_job_source(ctx->job, place->item->plan);

	return (struct pl_record_place){.source = source,
	                                .item = place->item,
	                                .span = part_span(source, place->item, &place->part),
	                                .message = place->message};
}

void pl_report(struct pl_ctx *ctx, const struct pl_report *report)
{
	const struct pl_source *source = &ctx->job->source;
	struct pl_arena *scratch = &ctx->job->worker->scratch;
	struct pl_record_place *evidence = PL_MAKE_ARRAY(scratch, report->evidence_count, struct pl_record_place);
	struct pl_record_place *related = PL_MAKE_ARRAY(scratch, report->related_count, struct pl_record_place);

	assert(report->item->plan == ctx->plan);
	for (size_t i = 0; i < report->evidence_count; i++)
		evidence[i].span = part_span(source, report->item, &report->evidence[i]);
	for (size_t i = 0; i < report->related_count; i++)
		related[i] = place_of(ctx, &report->related[i]);
	pl_collect(&ctx->job->collector, &(struct pl_record){.rule = rule_of(ctx),
	                                                     .place = (uint32_t)ctx->rule + 1,
	                                                     .item = report->item,
	                                                     .span = part_span(source, report->item, &report->part),
	                                                     .confidence = report->confidence,
	                                                     .message = report->message,
	                                                     .advice = report->advice,
	                                                     .evidence = evidence,
	                                                     .evidence_count = (uint32_t)report->evidence_count,
	                                                     .related = related,
	                                                     .related_count = (uint32_t)report->related_count});
	pl_arena_reset(scratch);
}

void pl_not_checked(struct pl_ctx *ctx, const char *what, const char *why)
{
	pl_collect_unchecked(&ctx->job->collector, rule_of(ctx), what, why);
	pl_not_applicable(ctx);
}

void pl_not_applicable(struct pl_ctx *ctx) { pl_ran_note(ctx->job, ctx->plan, rule_of(ctx)); }

/* Once for each item, however often its texts are searched. */
void pl_ctx_cut(struct pl_ctx *ctx, const char *why)
{
	const struct pl_item *item = ctx->item;

	if (!ctx->job || ctx->cut == item)
		return;
	ctx->cut = item;
	pl_collect_builtin(&ctx->job->collector, PL_BUILTIN_INCOMPLETE_CHECK, item,
	                   item->title ? item->title->span : first_key(&ctx->job->source, item->span), NULL,
	                   "%s was not checked to the end here: %s", rule_of(ctx)->id, why);
}

/* ---- texts ------------------------------------------------------------------------------------------------------ */

const struct pl_reading *pl_read(struct pl_ctx *ctx, const struct pl_text *text)
{
	return pl_job_read(ctx->job, ctx->plan, text);
}

/* ---- patterns --------------------------------------------------------------------------------------------------- */

const struct pl_pattern *pl_pattern_compile(struct pl_ctx *ctx, struct pl_str source)
{
	return pl_patterns_compile(ctx->run->patterns, source, &ctx->run->message);
}

const struct pl_pattern *pl_pattern_of(struct pl_ctx *ctx, const char *source)
{
	return pl_patterns_add(ctx->run->patterns, source);
}

const struct pl_phrases *pl_phrases_compile(struct pl_ctx *ctx, const struct pl_str *lists, size_t count)
{
	ctx->run->phrases = pl_phrases_make(&ctx->run->arena, ctx->run->phrases, lists, count);
	return ctx->run->phrases;
}

bool pl_pattern_find(struct pl_ctx *ctx, const struct pl_pattern *pattern, struct pl_str subject, uint32_t from,
                     uint32_t *begin, uint32_t *end)
{
	struct pl_span found;

	if (!pl_job_spend(ctx->job, 1 + (subject.len > from ? subject.len - from : 0)))
		return false;
	switch (pl_worker_find(ctx->job->worker, pattern, subject, from, &found)) {
	case PL_MATCH_FOUND:
		*begin = found.begin;
		*end = found.end;
		return true;
	case PL_MATCH_CUT:
		pl_job_spend(ctx->job, ctx->job->run->limits.match);
		pl_ctx_cut(ctx, "the search took too many steps");
		return false;
	default:
		return false;
	}
}
