/* Makes the ids of milestones. */
#include "report/milestone_id.h"

#include "base/str.h"
#include "plan/build.h"

static const struct pl_rule of_milestones = {.id = "milestone"};

void pl_milestone_ids_open(struct pl_milestone_ids *ids, struct pl_arena *arena, struct pl_redaction *redaction)
{
	*ids = (struct pl_milestone_ids){.arena = arena, .redaction = redaction};
	pl_arena_init(&ids->scratch, arena->guard);
}

void pl_milestone_ids_begin(struct pl_milestone_ids *ids, const struct pl_file *file)
{
	ids->file = file;
	ids->seen = (struct pl_map){0};
	ids->prints = (struct pl_fingerprints){.arena = ids->arena,
	                                       .table = ids->arena,
	                                       .scratch = &ids->scratch,
	                                       .path = file->identity,
	                                       .source = file->source};
}

void pl_milestone_ids_close(struct pl_milestone_ids *ids) { pl_arena_free(&ids->scratch); }

static const char *redacted(struct pl_milestone_ids *ids, const struct pl_milestone *milestone)
{
	const struct pl_text *title = milestone->item.title;
	struct pl_str words = title ? title->value : (struct pl_str){0};
	struct pl_str item = pl_str_of(pl_plan_path(ids->arena, &milestone->item));
	const char *all;
	uint32_t *times;

	words = pl_redact_text(ids->redaction, ids->arena, words, NULL);
	item = pl_redact_text(ids->redaction, ids->arena, item, NULL);
	all = pl_arena_print(ids->arena, "%s\n%.*s\n%.*s", ids->file->identity, PL_STR_ARG(item), PL_STR_ARG(words));
	times = pl_map_put(ids->arena, &ids->seen, pl_str_of(all), NULL);
	all = pl_arena_print(ids->arena, "%s\n%u", all, (unsigned)++*times);
	return pl_hash_digits(ids->arena, pl_str_of(all), PL_HASH_DIGITS);
}

const char *pl_milestone_id(struct pl_milestone_ids *ids, const struct pl_milestone *milestone)
{
	const struct pl_text *title = milestone->item.title;
	struct pl_record record = {
	        .rule = &of_milestones, .item = &milestone->item, .span = title ? title->span : milestone->item.span};

	return ids->redaction ? redacted(ids, milestone) : pl_fingerprint(&ids->prints, &record);
}
