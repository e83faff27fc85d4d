/* Finds which milestones of a key action take its achievements up again, without comparing each with each. */
#include "base/map.h"
#include "base/vec.h"
#include "lint/ctx.h"
#include "text/similar.h"
#include "text/wording.h"

#include <stdlib.h>

static const uint32_t NONE = UINT32_MAX;

struct pl_own_heirs {
	const struct pl_action *action;
	uint32_t *places; /* of each achievement: its milestone's place in the key action; NONE */
	bool *is_heir;    /* of each milestone */
};

/* ---- the milestones by their words ------------------------------------------------------------------------------ */

struct holder {
	uint32_t place, next; /* of the milestone; 1-based in `holders`, 0 for none */
};

/* The milestones that have a stem, in order. */
struct holders {
	uint32_t first, count;
};

struct shelf {
	struct pl_ctx *ctx;
	struct pl_arena *arena;
	const struct pl_action *action;
	struct pl_map wordings; /* the first that reads so, 1-based */
	struct pl_map stems;    /* 1-based in `lists` */
	PL_VEC(struct holders) lists;
	PL_VEC(struct holder) holders;
};

static struct pl_str key_of(const uint32_t *stem) { return (struct pl_str){(const char *)stem, sizeof *stem}; }

static void put_stem(struct shelf *shelf, const uint32_t *stem, uint32_t place)
{
	bool fresh;
	uint32_t *number = pl_map_put(shelf->arena, &shelf->stems, key_of(stem), &fresh);
	struct holders *list;

	if (fresh) {
		PL_VEC_PUSH(shelf->arena, &shelf->lists);
		*number = (uint32_t)shelf->lists.count;
	}
	list = &shelf->lists.items[*number - 1];
	*PL_VEC_PUSH(shelf->arena, &shelf->holders) = (struct holder){place, list->first};
	list->first = (uint32_t)shelf->holders.count;
	list->count++;
}

/* From the last to the first, so that the first comes first. */
static void put_milestones(struct shelf *shelf)
{
	for (size_t i = shelf->action->milestone_count; i-- > 0;) {
		const struct pl_text *title = shelf->action->milestones[i]->item.title;
		const struct pl_token_set *tokens;
		struct pl_str wording;

		if (!title)
			continue;
		wording = pl_wording_key(shelf->arena, pl_read(shelf->ctx, title), 0);
		if (wording.len)
			*pl_map_put(shelf->arena, &shelf->wordings, wording, NULL) = (uint32_t)i + 1;
		tokens = pl_job_tokens(shelf->ctx->job, shelf->ctx->plan, title);
		for (uint32_t k = 0; k < tokens->count; k++)
			put_stem(shelf, &tokens->tokens[k].stem, (uint32_t)i);
	}
}

/* ---- the first that reads the same ------------------------------------------------------------------------------ */

/* A token of an achievement, and the milestones that have it. */
struct clue {
	struct holders holders;
	uint32_t weight;
};

static int rarest_first(const void *a, const void *b)
{
	const struct clue *x = a, *y = b;

	return (x->holders.count > y->holders.count) - (x->holders.count < y->holders.count);
}

static struct clue *clues_of(struct shelf *shelf, const struct pl_token_set *tokens)
{
	struct clue *clues = PL_MAKE_ARRAY(shelf->arena, tokens->count, struct clue);

	for (uint32_t k = 0; k < tokens->count; k++) {
		const uint32_t *number = pl_map_find(&shelf->stems, key_of(&tokens->tokens[k].stem));

		clues[k].weight = tokens->tokens[k].weight;
		if (number)
			clues[k].holders = shelf->lists.items[*number - 1];
	}
	if (tokens->count > 1)
		qsort(clues, tokens->count, sizeof *clues, rarest_first);
	return clues;
}

/* The first before `place` of those that hold the clue and say the same. */
static uint32_t first_alike(struct shelf *shelf, const struct clue *clue, const struct pl_text *title, uint32_t place)
{
	for (uint32_t at = clue->holders.first; at; at = shelf->holders.items[at - 1].next) {
		uint32_t other = shelf->holders.items[at - 1].place;

		if (other >= place)
			break;
		if (pl_similarity(shelf->ctx, shelf->action->milestones[other]->item.title, title) >= PL_WORDING_SAME)
			return other;
	}
	return place;
}

/* What says the same lacks only so much of the achievement's weight: it has one of any tokens that weigh more. The
 * rarest do. */
static uint32_t find_same(struct shelf *shelf, const struct pl_text *title)
{
	struct pl_str wording = pl_wording_key(shelf->arena, pl_read(shelf->ctx, title), 0);
	const struct pl_token_set *tokens = pl_job_tokens(shelf->ctx->job, shelf->ctx->plan, title);
	const uint32_t *same = wording.len ? pl_map_find(&shelf->wordings, wording) : NULL;
	const struct clue *clues = clues_of(shelf, tokens);
	uint32_t place = same ? *same - 1 : NONE, weight = 0;

	for (uint32_t k = 0; k < tokens->count && weight <= (1 - PL_WORDING_SAME + 1e-6) * tokens->weight; k++) {
		place = first_alike(shelf, &clues[k], title, place);
		weight += clues[k].weight;
	}
	return place;
}

/* ---- all of a key action ---------------------------------------------------------------------------------------- */

/* Those that say from which achievement they come; the first of them counts. */
static void find_declared(struct pl_own_heirs *heirs)
{
	const struct pl_action *action = heirs->action;

	for (size_t i = action->milestone_count; i-- > 0;) {
		const struct pl_carry *carried = action->milestones[i]->carried;

		if (carried && carried->source && carried->source->action == action)
			heirs->places[carried->source - action->achievements] = (uint32_t)i;
	}
}

static void find_reworded(struct pl_ctx *ctx, struct pl_own_heirs *heirs)
{
	const struct pl_action *action = heirs->action;
	struct shelf shelf = {.ctx = ctx, .arena = &ctx->job->worker->scratch, .action = action};

	put_milestones(&shelf);
	for (size_t i = 0; i < action->achievement_count; i++)
		if (heirs->places[i] == NONE && action->achievements[i].item.title)
			heirs->places[i] = find_same(&shelf, action->achievements[i].item.title);
	pl_arena_reset(shelf.arena);
}

static const struct pl_own_heirs *find_heirs(struct pl_ctx *ctx, const struct pl_action *action)
{
	struct pl_own_heirs *heirs = PL_MAKE(ctx->job->arena, struct pl_own_heirs);

	heirs->action = action;
	heirs->places = PL_MAKE_ARRAY(ctx->job->arena, action->achievement_count, uint32_t);
	heirs->is_heir = PL_MAKE_ARRAY(ctx->job->arena, action->milestone_count, bool);
	for (size_t i = 0; i < action->achievement_count; i++)
		heirs->places[i] = NONE;
	find_declared(heirs);
	find_reworded(ctx, heirs);
	for (size_t i = 0; i < action->achievement_count; i++)
		if (heirs->places[i] != NONE)
			heirs->is_heir[heirs->places[i]] = true;
	return heirs;
}

/* Several rules ask, some of them for each milestone: the key action asked for last is remembered. */
static const struct pl_own_heirs *heirs_in(struct pl_ctx *ctx, const struct pl_action *action)
{
	struct pl_job *job = ctx->job;

	if (!job->own_heirs || job->own_heirs->action != action)
		job->own_heirs = find_heirs(ctx, action);
	return job->own_heirs;
}

const struct pl_milestone *pl_achievement_heir(struct pl_ctx *ctx, const struct pl_achievement *achievement)
{
	const struct pl_action *action = achievement->action;
	uint32_t place = heirs_in(ctx, action)->places[achievement - action->achievements];

	return place == NONE ? NULL : action->milestones[place];
}

bool pl_milestone_is_heir(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	const struct pl_action *action = milestone->action;
	size_t place = milestone->is_action ? 0 : milestone->item.ordinal;

	return action->achievement_count && heirs_in(ctx, action)->is_heir[place];
}
