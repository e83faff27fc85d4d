/* Sorts sets into buckets by the first tokens that a pair could share, and compares the pairs of small ones. */
#include "text/join_bucket.h"

#include "base/vec.h"

/* A set in a bucket: it has the bucket's tokens, and of what stands before the last of them it skips the rest. */
struct entry {
	uint32_t set, next, skipped; /* next: its first item that is not decided */
};

struct range {
	uint32_t rank, begin, count;
};

struct pl_join_tally {
	uint32_t count, light, begin;
	uint32_t passed; /* the token that all of them skip first, 1-based; 0: not one and the same */
};

/* The buckets that one bucket was sorted into, in rooms that are used again for the next. */
struct pl_join_level {
	struct entry *entries;
	size_t room;
	PL_VEC(struct range) ranges;
	struct pl_join_level *deeper;
};

/* ---- pairs ---- */

/* The weight that the two share where they are alike and the bucket is the one where to look at them, else 0. They
 * meet in every bucket whose tokens they share; theirs is that of the first `depth` tokens they share. */
static uint32_t shared_by(const struct pl_join *join, const struct entry *x, const struct entry *y, uint32_t depth,
                          uint32_t needed)
{
	const struct pl_join_set *a = &join->sets[x->set], *b = &join->sets[y->set];
	const struct pl_join_item *left = a->items, *right = b->items;
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

static void compare(struct pl_join *join, const struct entry *x, const struct entry *y, uint32_t depth)
{
	const struct pl_packed_joined *in = join->in;
	const struct pl_join_set *a = &join->sets[x->set], *b = &join->sets[y->set];
	uint32_t needed = join->needed[a->weight + b->weight], shared;
	double similarity;

	if (x->skipped + needed > a->weight || y->skipped + needed > b->weight ||
	    pl_join_root(join->group, a->index) == pl_join_root(join->group, b->index))
		return;
	shared = shared_by(join, x, y, depth, needed);
	similarity = (double)shared / (double)(a->weight + b->weight - shared);
	if (similarity >= in->threshold && (!in->same || in->same(in->data, a->index, b->index, similarity)))
		pl_join_unite(join->group, a->index, b->index);
}

enum { STEPS_A_LOOK = 1 << 18 };

/* Asked before each piece of work. */
static bool goes_on(struct pl_join *join)
{
	const struct pl_packed_joined *in = join->in;

	if (in->watch && join->steps >= join->told) {
		join->told = join->steps + STEPS_A_LOOK;
		if (!in->watch(in->watcher, join->done, join->total))
			join->steps = in->steps;
	}
	return join->steps < in->steps;
}

static void compare_all(struct pl_join *join, const struct entry *entries, size_t count, uint32_t depth)
{
	for (size_t i = 1; i < count && goes_on(join); i++) {
		join->steps += i;
		for (size_t k = 0; k < i; k++)
			compare(join, &entries[k], &entries[i], depth);
	}
}

/* ---- buckets ---- */

static const struct pl_join_item *next_item(const struct pl_join *join, const struct entry *entry)
{
	return &join->sets[entry->set].items[entry->next];
}

/* Where all sets go on with the same token any pair shares it, and skipping it is no choice. */
static bool step_together(const struct pl_join *join, struct entry *entries, size_t count)
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
static void count_choices(struct pl_join *join, struct pl_join_level *level, const struct entry *entry)
{
	const struct pl_join_set *set = &join->sets[entry->set];
	const struct pl_join_item *first = next_item(join, entry);
	uint32_t skipped = entry->skipped, passed;

	for (const struct pl_join_item *item = first; skipped <= set->slack; skipped += item++->weight) {
		struct pl_join_tally *tally = &join->tallies[item->rank];

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

static void place_choices(struct pl_join *join, struct pl_join_level *level, const struct entry *entry)
{
	const struct pl_join_set *set = &join->sets[entry->set];
	struct entry choice = *entry;

	for (const struct pl_join_item *item = next_item(join, entry); choice.skipped <= set->slack;
	     choice.skipped += item++->weight) {
		struct pl_join_tally *tally = &join->tallies[item->rank];

		choice.next++;
		if (tally->count)
			level->entries[tally->begin++] = choice;
		if (item->rank == join->rank_count)
			break;
	}
}

/* Leaves only ranges that can hold a pair, of which one is the lighter and which does not share a token that both skip,
 * and gives each its place. The number of pairs is at most what is returned. */
static double lay_out(struct pl_join *join, struct pl_join_level *level)
{
	size_t kept = 0;
	uint32_t end = 0;
	double pairs = 0;

	for (size_t i = 0; i < level->ranges.count; i++) {
		struct range *range = &level->ranges.items[i];
		struct pl_join_tally *tally = &join->tallies[range->rank];

		if (tally->count < 2 || !tally->light || tally->passed) {
			*tally = (struct pl_join_tally){0};
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
	if (level == join->top)
		join->total = end;
	return pairs;
}

/* Where phrases come together sorting may pay only when it has come to their end. */
enum { PATIENCE = 3 };

static void join_bucket(struct pl_join *join, struct entry *entries, size_t count, uint32_t depth, uint32_t patience,
                        struct pl_join_level *level);

static void join_deeper(struct pl_join *join, struct pl_join_level *level, uint32_t depth, uint32_t patience)
{
	if (!level->deeper)
		level->deeper = PL_MAKE(join->arena, struct pl_join_level);
	for (size_t i = 0; i < level->ranges.count && goes_on(join); i++) {
		const struct range *range = &level->ranges.items[i];

		if (level == join->top)
			join->done = range->begin;
		if (range->rank == join->rank_count)
			compare_all(join, level->entries + range->begin, range->count, depth);
		else
			join_bucket(join, level->entries + range->begin, range->count, depth, patience, level->deeper);
	}
}

enum { FEW = 8 }; /* sets whose pairs are compared sooner than sorted once more */

/* Joins the sets of a bucket, all of which have its `depth` tokens. */
static void join_bucket(struct pl_join *join, struct entry *entries, size_t count, uint32_t depth, uint32_t patience,
                        struct pl_join_level *level)
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
		join->tallies[level->ranges.items[i].rank] = (struct pl_join_tally){0};
	if (pairs <= most / 2)
		join_deeper(join, level, depth + 1, PATIENCE);
	else if (patience && pairs <= most * 2)
		join_deeper(join, level, depth + 1, patience - 1);
	else /* sorting leads nowhere: they share too much */
		compare_all(join, entries, count, depth);
}

void pl_join_buckets(struct pl_join *join)
{
	struct entry *all = PL_MAKE_ARRAY(join->arena, join->set_count, struct entry);
	struct pl_join_level *top;

	join->tallies = PL_MAKE_ARRAY(join->arena, (size_t)join->rank_count + 1, struct pl_join_tally);
	for (uint32_t s = 0; s < join->set_count; s++)
		all[s].set = s;
	top = PL_MAKE(join->arena, struct pl_join_level);
	join->top = top;
	join_bucket(join, all, join->set_count, 0, PATIENCE, top);
}
