/* The similarity join. */
#include "text/join.h"

#include "base/map.h"
#include "base/vec.h"

#include <stdlib.h>

struct item {
	uint32_t rank, weight; /* rank: 0 for the rarest token */
};

/* A distinct set. */
struct set {
	const struct item *items; /* by rank; behind the last a sentinel, which no slack suffices to skip */
	uint32_t count, weight;
	uint32_t slack; /* the weight that may be missing from anything alike */
	uint32_t light; /* the same from anything alike that is not lighter */
	uint32_t index; /* among the sets given */
};

/* A set in a bucket: it has the bucket's tokens, and of what stands before the last of them it skips the rest. */
struct entry {
	uint32_t set, next, skipped; /* next: its first item that is not decided */
};

struct range {
	uint32_t rank, begin, count;
};

struct tally {
	uint32_t count, light, begin;
	uint32_t passed; /* the token that all of them skip first, 1-based; 0: not one and the same */
};

/* The buckets that one bucket was sorted into, in rooms that are used again for the next. */
struct level {
	struct entry *entries;
	size_t room;
	PL_VEC(struct range) ranges;
	struct level *deeper;
};

struct join {
	const struct pl_joined *in;
	struct pl_arena *arena;
	uint32_t *group;
	struct set *sets;
	uint32_t set_count, rank_count;
	uint32_t *needed;      /* by the weight of two sets together: what they must share */
	struct tally *tallies; /* by rank; all zero between uses */
	uint64_t steps;
};

/* Sums of weights are whole numbers: this much rounding never hides one. */
static const double ROUNDING = 1e-6;

static uint32_t at_least(double weight)
{
	uint32_t whole = (uint32_t)weight;

	return whole + (weight - ROUNDING > whole);
}

static uint32_t find_root(uint32_t *group, uint32_t i)
{
	while (group[i] != i) {
		group[i] = group[group[i]];
		i = group[i];
	}
	return i;
}

static void unite(uint32_t *group, uint32_t a, uint32_t b)
{
	a = find_root(group, a);
	b = find_root(group, b);
	if (a < b)
		group[b] = a;
	else
		group[a] = b;
}

/* ---- distinct sets ---- */

static void add_set(struct join *join, uint32_t i)
{
	double weight = join->in->sets[i]->weight, threshold = join->in->threshold;
	struct set *set = &join->sets[join->set_count++];

	set->index = i;
	set->count = join->in->sets[i]->count;
	set->weight = join->in->sets[i]->weight;
	set->slack = set->weight - at_least(threshold * weight);
	set->light = set->weight - at_least(2 * threshold / (1 + threshold) * weight);
}

static void unite_equal(struct join *join)
{
	const struct pl_joined *in = join->in;
	struct pl_map first = {0};
	PL_VEC(uint32_t) stems = {0};

	for (uint32_t i = 0; i < in->count; i++) {
		const struct pl_token_set *set = in->sets[i];
		struct pl_str key;
		uint32_t *index;

		join->group[i] = i;
		stems.count = 0;
		for (uint32_t k = 0; k < set->count; k++)
			*PL_VEC_PUSH(join->arena, &stems) = set->tokens[k].stem;
		*PL_VEC_PUSH(join->arena, &stems) = in->keys ? in->keys[i] : 0;
		key = (struct pl_str){(const char *)stems.items, stems.count * sizeof *stems.items};
		index = set->count ? pl_map_find(&first, key) : NULL;
		if (index) {
			unite(join->group, *index, i);
		} else if (set->count) {
			key.ptr = pl_arena_copy(join->arena, key);
			*pl_map_put(join->arena, &first, key, NULL) = i;
			add_set(join, i);
		}
	}
}

/* ---- tokens by rarity ---- */

/* Replaces each number, 0 to join->rank_count - 1, by its place among them by rarity. */
static void rank_items(struct join *join, struct item *items, size_t count, const uint32_t *frequency)
{
	uint32_t *order = PL_MAKE_ARRAY(join->arena, join->rank_count, uint32_t);
	uint32_t *begin = PL_MAKE_ARRAY(join->arena, (size_t)join->set_count + 2, uint32_t);

	for (uint32_t i = 0; i < join->rank_count; i++)
		begin[frequency[i] + 1]++;
	for (uint32_t f = 0; f <= join->set_count; f++)
		begin[f + 1] += begin[f];
	for (uint32_t i = 0; i < join->rank_count; i++)
		order[i] = begin[frequency[i]]++;
	for (size_t i = 0; i < count; i++)
		items[i].rank = items[i].weight == UINT32_MAX ? join->rank_count : order[items[i].rank];
}

static int by_rank(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	return (x->rank > y->rank) - (x->rank < y->rank);
}

static void rank_tokens(struct join *join)
{
	struct pl_map numbers = {0};
	size_t count = 0, end = 0;
	struct item *items;
	uint32_t *frequency;

	for (uint32_t s = 0; s < join->set_count; s++)
		count += (size_t)join->sets[s].count + 1;
	items = PL_MAKE_ARRAY(join->arena, count, struct item);
	frequency = PL_MAKE_ARRAY(join->arena, count, uint32_t);
	for (uint32_t s = 0; s < join->set_count; s++) {
		const struct pl_token *tokens = join->in->sets[join->sets[s].index]->tokens;

		join->sets[s].items = items + end;
		for (uint32_t k = 0; k < join->sets[s].count; k++) {
			struct pl_str key = {(const char *)&tokens[k].stem, sizeof tokens[k].stem};
			bool fresh;
			uint32_t *number = pl_map_put(join->arena, &numbers, key, &fresh);

			if (fresh)
				*number = numbers.count - 1;
			frequency[*number]++;
			items[end++] = (struct item){*number, tokens[k].weight};
		}
		items[end++].weight = UINT32_MAX;
	}
	join->rank_count = numbers.count;
	rank_items(join, items, count, frequency);
	for (uint32_t s = 0; s < join->set_count; s++)
		qsort((struct item *)join->sets[s].items, join->sets[s].count, sizeof *items, by_rank);
}

/* ---- pairs ---- */

/* The weight that the two share where they are alike and the bucket is the one where to look at them, else 0. They
 * meet in every bucket whose tokens they share; theirs is that of the first `depth` tokens they share. */
static uint32_t shared_by(const struct join *join, const struct entry *x, const struct entry *y, uint32_t depth,
                          uint32_t needed)
{
	const struct set *a = &join->sets[x->set], *b = &join->sets[y->set];
	const struct item *left = a->items, *right = b->items;
	uint32_t shared = 0, both, matches = 0, missed_left = 0, missed_right = 0;

	while (missed_left <= a->weight - needed && missed_right <= b->weight - needed) {
		if (left->rank < right->rank) {
			missed_left += left++->weight;
			continue;
		}
		if (left->rank > right->rank) {
			missed_right += right++->weight;
			continue;
		}
		if (++matches == depth && left != a->items + x->next - 1)
			return 0;
		if (left->rank == join->rank_count)
			return matches < depth ? 0 : shared;
		both = left->weight < right->weight ? left->weight : right->weight;
		shared += both;
		missed_left += left++->weight - both;
		missed_right += right++->weight - both;
	}
	return 0;
}

static void set_needed(struct join *join)
{
	double share = join->in->threshold / (1 + join->in->threshold);
	uint32_t heaviest = 0;

	for (uint32_t s = 0; s < join->set_count; s++)
		heaviest = join->sets[s].weight > heaviest ? join->sets[s].weight : heaviest;
	join->needed = PL_MAKE_ARRAY(join->arena, 2 * (size_t)heaviest + 1, uint32_t);
	for (uint32_t w = 0; w <= 2 * heaviest; w++)
		join->needed[w] = at_least(share * w);
}

static void compare(struct join *join, const struct entry *x, const struct entry *y, uint32_t depth)
{
	const struct pl_joined *in = join->in;
	const struct set *a = &join->sets[x->set], *b = &join->sets[y->set];
	uint32_t needed = join->needed[a->weight + b->weight], shared;
	double similarity;

	if (x->skipped + needed > a->weight || y->skipped + needed > b->weight ||
	    find_root(join->group, a->index) == find_root(join->group, b->index))
		return;
	shared = shared_by(join, x, y, depth, needed);
	similarity = (double)shared / (double)(a->weight + b->weight - shared);
	if (similarity >= in->threshold && (!in->same || in->same(in->data, a->index, b->index, similarity)))
		unite(join->group, a->index, b->index);
}

static void compare_all(struct join *join, const struct entry *entries, size_t count, uint32_t depth)
{
	for (size_t i = 1; i < count && join->steps < join->in->steps; i++) {
		join->steps += i;
		for (size_t k = 0; k < i; k++)
			compare(join, &entries[k], &entries[i], depth);
	}
}

/* ---- buckets ---- */

static const struct item *next_item(const struct join *join, const struct entry *entry)
{
	return &join->sets[entry->set].items[entry->next];
}

/* Where all sets go on with the same token any pair shares it, and skipping it is no choice. */
static bool step_together(const struct join *join, struct entry *entries, size_t count)
{
	uint32_t rank = next_item(join, &entries[0])->rank;

	for (size_t i = 0; i < count; i++)
		if (next_item(join, &entries[i])->rank != rank || rank == join->rank_count)
			return false;
	for (size_t i = 0; i < count; i++)
		entries[i].next++;
	return true;
}

/* Counts under each token the sets that could go on with it: what they skip before it must not be too much. A set can
 * also end: the sentinel is the last token it may go on with. */
static void count_choices(struct join *join, struct level *level, const struct entry *entry)
{
	const struct set *set = &join->sets[entry->set];
	const struct item *first = next_item(join, entry);
	uint32_t skipped = entry->skipped, passed;

	for (const struct item *item = first; skipped <= set->slack; skipped += item++->weight) {
		struct tally *tally = &join->tallies[item->rank];

		passed = item > first ? first->rank + 1 : 0;
		if (!tally->count++) {
			PL_VEC_PUSH(join->arena, &level->ranges)->rank = item->rank;
			tally->passed = passed;
		}
		if (tally->passed != passed)
			tally->passed = 0;
		tally->light += skipped <= set->light;
		if (item->rank == join->rank_count)
			break;
	}
}

static void place_choices(struct join *join, struct level *level, const struct entry *entry)
{
	const struct set *set = &join->sets[entry->set];
	struct entry choice = *entry;

	for (const struct item *item = next_item(join, entry); choice.skipped <= set->slack;
	     choice.skipped += item++->weight) {
		struct tally *tally = &join->tallies[item->rank];

		choice.next++;
		if (tally->count)
			level->entries[tally->begin++] = choice;
		if (item->rank == join->rank_count)
			break;
	}
}

/* Leaves only ranges that can hold a pair, of which one is the lighter and which does not share a token that both skip,
 * and gives each its place. The number of pairs is at most what is returned. */
static double lay_out(struct join *join, struct level *level)
{
	size_t kept = 0;
	uint32_t end = 0;
	double pairs = 0;

	for (size_t i = 0; i < level->ranges.count; i++) {
		struct range *range = &level->ranges.items[i];
		struct tally *tally = &join->tallies[range->rank];

		if (tally->count < 2 || !tally->light || tally->passed) {
			*tally = (struct tally){0};
			continue;
		}
		tally->begin = end;
		pairs += (double)tally->count * tally->count;
		level->ranges.items[kept++] = (struct range){range->rank, end, tally->count};
		end += tally->count;
	}
	level->ranges.count = kept;
	if (end > level->room) {
		level->room = end + end / 2;
		level->entries = PL_MAKE_ARRAY(join->arena, level->room, struct entry);
	}
	join->steps += end;
	return pairs;
}

/* Where phrases come together sorting may pay only when it has come to their end. */
enum { PATIENCE = 3 };

static void join_bucket(struct join *join, struct entry *entries, size_t count, uint32_t depth, uint32_t patience,
                        struct level *level);

static void join_deeper(struct join *join, struct level *level, uint32_t depth, uint32_t patience)
{
	if (!level->deeper)
		level->deeper = PL_MAKE(join->arena, struct level);
	for (size_t i = 0; i < level->ranges.count && join->steps < join->in->steps; i++) {
		const struct range *range = &level->ranges.items[i];

		if (range->rank == join->rank_count)
			compare_all(join, level->entries + range->begin, range->count, depth);
		else
			join_bucket(join, level->entries + range->begin, range->count, depth, patience, level->deeper);
	}
}

enum { FEW = 8 }; /* sets whose pairs are compared sooner than sorted once more */

/* Joins the sets of a bucket, all of which have its `depth` tokens. */
static void join_bucket(struct join *join, struct entry *entries, size_t count, uint32_t depth, uint32_t patience,
                        struct level *level)
{
	double pairs, most = (double)count * (double)count;

	if (count <= FEW) {
		compare_all(join, entries, count, depth);
		return;
	}
	while (step_together(join, entries, count))
		depth++;
	level->ranges.count = 0;
	for (size_t i = 0; i < count; i++)
		count_choices(join, level, &entries[i]);
	pairs = lay_out(join, level);
	for (size_t i = 0; i < count && pairs > 0; i++)
		place_choices(join, level, &entries[i]);
	for (size_t i = 0; i < level->ranges.count; i++)
		join->tallies[level->ranges.items[i].rank] = (struct tally){0};
	if (pairs <= most / 2)
		join_deeper(join, level, depth + 1, PATIENCE);
	else if (patience && pairs <= most * 2)
		join_deeper(join, level, depth + 1, patience - 1);
	else /* sorting leads nowhere: they share too much */
		compare_all(join, entries, count, depth);
}

bool pl_join(struct pl_arena *arena, const struct pl_joined *joined, uint32_t *group)
{
	struct join join = {.in = joined, .arena = arena, .group = group};
	struct entry *all;

	join.sets = PL_MAKE_ARRAY(arena, joined->count, struct set);
	unite_equal(&join);
	rank_tokens(&join);
	set_needed(&join);
	join.tallies = PL_MAKE_ARRAY(arena, (size_t)join.rank_count + 1, struct tally);
	all = PL_MAKE_ARRAY(arena, join.set_count, struct entry);
	for (uint32_t s = 0; s < join.set_count; s++)
		all[s].set = s;
	join_bucket(&join, all, join.set_count, 0, PATIENCE, PL_MAKE(arena, struct level));
	for (uint32_t i = 0; i < joined->count; i++)
		group[i] = find_root(group, i);
	return join.steps < joined->steps;
}
