/* Pairs items of two plans, the strongest evidence first. */
#include "lint/pairing.h"

#include "base/queue.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "text/wording.h"

#include <stdlib.h>

/* Shares of content words in common, from which two texts are taken for the same thing reworded. */
static const double NEAR_ELSEWHERE = 0.75;
static const double NEAR_ID = 0.25; /* under the same id in the same group */
static const double JOINED = 0.4;   /* what is compared at all, of those with other ids */
static const double CLOSE = 0.75;   /* enough by itself; below that … */
static const double WITHIN = 0.8;   /* … one of the two must be nearly all in the other */
static const double ADDED_TO = 0.9; /* so nearly that much may have been added to it */

/* What counts beside the words where several could be the one. */
static const double GROUP_BONUS = 0.2, ID_BONUS = 0.15, DAY_BONUS = 0.05;

/* How many things of its own a text must name to be found under another key action: in the same words, in others. */
enum { NAMES_ONE = 1, NAMES_TWO = 2 };
/* How many words a text must keep that is reworded, and one that was added to. */
enum { KEPT = 2, KEPT_WITHIN = 4 };

struct candidate {
	uint32_t was, is;
	double score;
};

struct work {
	struct pl_ctx *ctx;
	struct pl_arena *arena;
	const struct pl_pairing *pairing;
	uint32_t *to_is, *to_was;
	uint32_t *spare; /* of `was`: an equal that another one has got */
	PL_VEC(struct candidate) candidates;
	const uint32_t *left; /* of the join: an index of `was`, or behind those `was_left` one of `is` */
	uint32_t was_left;
};

static void pair(struct work *work, uint32_t was, uint32_t is)
{
	work->to_is[was] = is;
	work->to_was[is] = was;
}

/* ---- equal ones ------------------------------------------------------------------------------------------------- */

enum trait { GROUP = 1, REF = 2, FROM = 4, WORDS = 8, DAY = 16, WORDING = 32 };

/* The words by which a text is known again, without what is counted: "250 homes insulated" is "300 homes insulated"
 * with another figure. Empty where nothing is left. */
static struct pl_str wording_of(struct work *work, const struct pl_text *text)
{
	return pl_wording_key(work->arena, pl_read(work->ctx, text), PL_WORD_QUANTITY);
}

/* What two items must have in common; empty where this one lacks some of it. */
static struct pl_str key_of(struct work *work, const struct pl_pair_item *item, unsigned traits)
{
	const struct pl_text *ref = traits & FROM ? item->from : item->item->ref, *title = item->item->title;
	struct pl_str name = {0}, words = {0}, front;
	char *key;

	if ((traits & (REF | FROM) && !ref) || (traits & (WORDS | WORDING) && !title) ||
	    (traits & DAY && item->day == PL_NO_DAY) || (traits & GROUP && item->group == PL_UNPAIRED))
		return (struct pl_str){0};
	if (traits & (REF | FROM))
		name = pl_utf8_fold_words(work->arena, ref->value);
	if (traits & (WORDS | WORDING))
		words = traits & WORDS ? pl_utf8_fold_words(work->arena, title->value) : wording_of(work, title);
	if (traits & (WORDS | WORDING) && !words.len)
		return (struct pl_str){0};
	front = pl_str_of(pl_arena_print(work->arena, "%u %d %zu %.*s", traits & GROUP ? item->group : 0,
	                                 traits & DAY ? item->day : 0, name.len, PL_STR_ARG(name)));
	key = pl_arena_bytes(work->arena, front.len + words.len + 1);
	memcpy(key, front.ptr, front.len);
	memcpy(key + front.len, words.ptr ? words.ptr : "", words.len);
	return (struct pl_str){key, front.len + words.len};
}

/* Those of `is` that are free, by their keys. */
static struct pl_queues shelve(struct work *work, unsigned traits)
{
	const struct pl_pair_side *is = &work->pairing->is;
	struct pl_queues shelf;

	pl_queues_open(&shelf, work->arena, is->count);
	for (uint32_t i = 0; i < is->count; i++)
		if (work->to_was[i] == PL_UNPAIRED)
			pl_queues_put(&shelf, work->arena, key_of(work, &is->items[i], traits), i);
	return shelf;
}

/* Pairs the free ones that have these traits in common, in order. A carried ref stands in `from` on the one side and is
 * the ref of the other. What only says which step it is counts nowhere but under its own key action. */
static void pair_equal(struct work *work, unsigned traits)
{
	const struct pl_pair_side *was = &work->pairing->was;
	struct pl_queues shelf = shelve(work, traits);
	unsigned asked = traits & FROM ? (traits & ~(unsigned)FROM) | REF : traits;

	for (uint32_t i = 0; i < was->count && shelf.last.count; i++) {
		struct pl_str key = {0};
		uint32_t at;

		if (work->to_is[i] == PL_UNPAIRED)
			key = key_of(work, &was->items[i], asked);
		if (!pl_queues_first(&shelf, key, &at) ||
		    (!(traits & GROUP) && !pl_is_specific(work->ctx, was->items[i].item->title, NAMES_ONE)))
			continue;
		pl_queues_take(&shelf, key, &at);
		pair(work, i, at);
	}
}

/* ---- nearly equal ones ------------------------------------------------------------------------------------------ */

static bool same_ref(const struct pl_pair_item *a, const struct pl_pair_item *b)
{
	return a->item->ref && b->item->ref && pl_str_equal_fold(a->item->ref->value, b->item->ref->value);
}

static bool same_group(const struct pl_pair_item *a, const struct pl_pair_item *b)
{
	return a->group == b->group && a->group != PL_UNPAIRED;
}

/* Who does it with whom makes much of a long text: where half the words are others, it is another milestone unless one
 * of the two says all that the other says. */
static bool close_enough(struct work *work, const struct pl_text *x, const struct pl_text *y, double similarity,
                         double near)
{
	struct pl_shared shared;
	double within;

	if (similarity >= CLOSE)
		return true;
	shared = pl_shared_content(work->ctx, x, y);
	within = pl_containment(work->ctx, x, y);
	return (similarity >= near && within >= WITHIN && shared.stems + shared.numbers >= KEPT) ||
	       (within >= ADDED_TO && shared.stems >= KEPT_WITHIN);
}

/* May they be one thing, as alike as they are? Another phase, zone, name, step or turn ("the third meeting") is another
 * milestone. */
static bool may_be_one(struct work *work, const struct pl_pair_item *a, const struct pl_pair_item *b, double similarity)
{
	const struct pl_text *x = a->item->title, *y = b->item->title;
	bool here = same_group(a, b);

	if (here && same_ref(a, b) && (work->pairing->same_period || work->pairing->refs_hold))
		return true;
	if (here && same_ref(a, b) ? similarity < NEAR_ID
	    : here                 ? !close_enough(work, x, y, similarity, work->pairing->near)
	                           : similarity < NEAR_ELSEWHERE)
		return false;
	if (!here && !pl_is_specific(work->ctx, x, NAMES_TWO))
		return false;
	return pl_does_the_same(work->ctx, x, y) && !pl_tells_apart(work->ctx, x, y) &&
	       !pl_wording_turns_differ(pl_read(work->ctx, x), pl_read(work->ctx, y));
}

static void offer(struct work *work, uint32_t was, uint32_t is, double similarity)
{
	const struct pl_pair_item *a = &work->pairing->was.items[was], *b = &work->pairing->is.items[is];

	if (!may_be_one(work, a, b, similarity))
		return;
	if (same_group(a, b))
		similarity += GROUP_BONUS + (same_ref(a, b) ? ID_BONUS : 0);
	if (a->day == b->day && a->day != PL_NO_DAY)
		similarity += DAY_BONUS;
	*PL_VEC_PUSH(work->arena, &work->candidates) = (struct candidate){was, is, similarity};
}

/* Of two texts that were found near: takes note, and joins nothing. */
static bool note(struct pl_ctx *ctx, void *data, uint32_t a, uint32_t b, double similarity)
{
	struct work *work = data;

	(void)ctx;
	if (a < work->was_left && b >= work->was_left)
		offer(work, work->left[a], work->left[b], similarity);
	return false;
}

/* What is left, in one list. With `share` those of `is` that are taken as well. */
static uint32_t gather(struct work *work, uint32_t *left, const struct pl_text **texts, uint32_t *keys)
{
	const struct pl_pairing *pairing = work->pairing;
	uint32_t count = 0;

	for (uint32_t i = 0; i < pairing->was.count; i++)
		if (work->to_is[i] == PL_UNPAIRED && pairing->was.items[i].item->title) {
			texts[count] = pairing->was.items[i].item->title;
			left[count++] = i;
		}
	work->was_left = count;
	for (uint32_t i = 0; i < pairing->is.count && work->was_left; i++)
		if ((pairing->share || work->to_was[i] == PL_UNPAIRED) && pairing->is.items[i].item->title) {
			texts[count] = pairing->is.items[i].item->title;
			left[count++] = i;
		}
	for (uint32_t i = 0; i < count; i++)
		keys[i] = i;
	return count;
}

static void find_near(struct work *work)
{
	size_t most = (size_t)work->pairing->was.count + work->pairing->is.count;
	uint32_t *left = PL_MAKE_ARRAY(work->arena, most, uint32_t), *keys = PL_MAKE_ARRAY(work->arena, most, uint32_t);
	const struct pl_text **texts = PL_MAKE_ARRAY(work->arena, most, const struct pl_text *);
	uint32_t count = gather(work, left, texts, keys);

	work->left = left;
	if (count > work->was_left)
		pl_group_alike(work->ctx, &(struct pl_alike){.texts = texts,
		                                             .keys = keys,
		                                             .count = count,
		                                             .threshold = JOINED,
		                                             .same = note,
		                                             .data = work});
}

/* Under the same id fewer words need be the same than the join looks for. */
static void find_by_ref(struct work *work)
{
	const struct pl_pair_side *was = &work->pairing->was, *is = &work->pairing->is;
	struct pl_queues shelf = shelve(work, GROUP | REF);

	for (uint32_t i = 0; i < was->count && shelf.last.count; i++) {
		const struct pl_pair_item *a = &was->items[i];
		double similarity = 0;
		uint32_t at;

		if (work->to_is[i] != PL_UNPAIRED || !pl_queues_first(&shelf, key_of(work, a, GROUP | REF), &at))
			continue;
		if (a->item->title && is->items[at].item->title)
			similarity = pl_similarity(work->ctx, a->item->title, is->items[at].item->title);
		if (similarity < JOINED)
			offer(work, i, at, similarity);
	}
}

static int best_first(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->score != y->score)
		return x->score < y->score ? 1 : -1;
	if (x->was != y->was)
		return x->was < y->was ? -1 : 1;
	return (x->is > y->is) - (x->is < y->is);
}

static void pair_near(struct work *work)
{
	struct candidate *items;

	find_near(work);
	find_by_ref(work);
	items = work->candidates.items;
	if (work->candidates.count > 1)
		qsort(items, work->candidates.count, sizeof *items, best_first);
	for (size_t i = 0; i < work->candidates.count; i++) {
		uint32_t was = items[i].was, is = items[i].is;

		if (work->to_is[was] != PL_UNPAIRED)
			continue;
		if (work->to_was[is] == PL_UNPAIRED)
			pair(work, was, is);
		else if (work->spare[was] == PL_UNPAIRED)
			work->spare[was] = is;
	}
}

/* ---- rewritten in their place ----------------------------------------------------------------------------------- */

/* The same place among neighbours that stayed, the beginning or the end of the group included; `step` 1: the one
 * before, -1: the one behind. */
static bool same_neighbour(const struct work *work, uint32_t was, uint32_t is, int step)
{
	const struct pl_pair_side *a = &work->pairing->was, *b = &work->pairing->is;
	uint32_t x = was - (uint32_t)step, y = is - (uint32_t)step; /* wraps round below 0 */
	bool x_here = x < a->count && a->items[x].group == a->items[was].group;
	bool y_here = y < b->count && b->items[y].group == b->items[is].group;

	return x_here && y_here ? work->to_is[x] == y : x_here == y_here;
}

static bool share_word(struct work *work, const struct pl_pair_item *a, const struct pl_pair_item *b)
{
	return a->item->title && b->item->title &&
	       pl_shared_content(work->ctx, a->item->title, b->item->title).stems > 0;
}

/* Where in `was` each group begins; its end where it has none there. */
static const uint32_t *first_of_groups(struct work *work)
{
	const struct pl_pair_side *was = &work->pairing->was, *is = &work->pairing->is;
	uint32_t *first, most = 0;

	for (uint32_t i = 0; i < is->count; i++)
		if (is->items[i].group != PL_UNPAIRED && is->items[i].group > most)
			most = is->items[i].group;
	first = PL_MAKE_ARRAY(work->arena, (size_t)most + 1, uint32_t);
	for (uint32_t i = 0; i <= most; i++)
		first[i] = was->count;
	for (uint32_t i = was->count; i-- > 0;)
		if (was->items[i].group <= most)
			first[was->items[i].group] = i;
	return first;
}

/* The place in `was` where one of `is` would have stood: behind its neighbour's, or first of its group. */
static uint32_t place_before(const struct work *work, const uint32_t *first, uint32_t is)
{
	const struct pl_pair_item *items = work->pairing->is.items;

	if (!is || items[is - 1].group != items[is].group)
		return first[items[is].group];
	return work->to_was[is - 1] == PL_UNPAIRED ? work->pairing->was.count : work->to_was[is - 1] + 1;
}

/* An officer who rewrites a vague milestone leaves few of its words, but leaves it where it stood. */
static void pair_in_place(struct work *work)
{
	const struct pl_pair_side *was = &work->pairing->was, *is = &work->pairing->is;
	const uint32_t *first = first_of_groups(work);

	for (uint32_t i = 0; i < is->count; i++) {
		const struct pl_pair_item *item = &is->items[i];
		uint32_t at;

		if (work->to_was[i] != PL_UNPAIRED || item->group == PL_UNPAIRED)
			continue;
		at = place_before(work, first, i);
		if (at < was->count && work->to_is[at] == PL_UNPAIRED && was->items[at].group == item->group &&
		    same_neighbour(work, at, i, 1) && same_neighbour(work, at, i, -1) &&
		    share_word(work, &was->items[at], item))
			pair(work, at, i);
	}
}

/* ---- all of it -------------------------------------------------------------------------------------------------- */

static uint32_t *no_matches(struct pl_arena *arena, uint32_t count)
{
	uint32_t *places = PL_MAKE_ARRAY(arena, count, uint32_t);

	for (uint32_t i = 0; i < count; i++)
		places[i] = PL_UNPAIRED;
	return places;
}

uint32_t *pl_pair_items(struct pl_ctx *ctx, const struct pl_pairing *pairing)
{
	struct pl_arena *arena = pl_ctx_arena(ctx);
	struct work work = {.ctx = ctx,
	                    .arena = arena,
	                    .pairing = pairing,
	                    .to_is = no_matches(arena, pairing->was.count),
	                    .to_was = no_matches(arena, pairing->is.count),
	                    .spare = no_matches(arena, pairing->was.count)};
	static const unsigned rounds[] = {
	        GROUP | FROM, GROUP | REF | WORDS | DAY, GROUP | REF | WORDS, GROUP | WORDS | DAY, GROUP | WORDS,
	        WORDS,        GROUP | REF | WORDING,     GROUP | WORDING};

	for (size_t i = 0; i < sizeof rounds / sizeof *rounds; i++)
		pair_equal(&work, rounds[i]);
	pair_near(&work);
	if (pairing->same_period)
		pair_in_place(&work);
	for (uint32_t i = 0; i < pairing->was.count && pairing->share; i++)
		if (work.to_is[i] == PL_UNPAIRED)
			work.to_is[i] = work.spare[i];
	return work.to_is;
}
