/* Keeps the rows of the lowest ranks, and shares the sample out among the strata. */
#include "report/strata.h"

#include "lint/registry.h"
#include "report/score.h"

#include <stdlib.h>
#include <string.h>

/* Two rows of one rank are as good as never met; then their ids decide. */
static bool is_before(const struct pl_sample_row *a, const struct pl_sample_row *b)
{
	return a->rank != b->rank ? a->rank < b->rank : strcmp(a->id, b->id) < 0;
}

/* ---- the lowest ranks of a stratum ---- */

static void swap(struct pl_sample_row *a, struct pl_sample_row *b)
{
	struct pl_sample_row c = *a;

	*a = *b;
	*b = c;
}

static void sift_up(struct pl_sample_row *rows, size_t at)
{
	for (; at && is_before(&rows[(at - 1) / 2], &rows[at]); at = (at - 1) / 2)
		swap(&rows[(at - 1) / 2], &rows[at]);
}

static void sift_down(struct pl_sample_row *rows, size_t count)
{
	for (size_t at = 0, child = 1; child < count; child = 2 * at + 1) {
		if (child + 1 < count && is_before(&rows[child], &rows[child + 1]))
			child++;
		if (!is_before(&rows[at], &rows[child]))
			return;
		swap(&rows[at], &rows[child]);
		at = child;
	}
}

static void drop_last(struct pl_stratum *stratum)
{
	stratum->rows.items[0] = stratum->rows.items[--stratum->rows.count];
	sift_down(stratum->rows.items, stratum->rows.count);
}

static uint64_t most_of(const struct pl_strata *strata, const struct pl_stratum *stratum)
{
	return stratum->rule ? strata->most : strata->size;
}

bool pl_strata_wants(const struct pl_strata *strata, const struct pl_stratum *stratum, const struct pl_sample_row *row)
{
	return stratum->rows.count < most_of(strata, stratum) || is_before(row, &stratum->rows.items[0]);
}

void pl_strata_add(const struct pl_strata *strata, struct pl_arena *arena, struct pl_stratum *stratum,
                   const struct pl_sample_row *row)
{
	if (stratum->rows.count >= most_of(strata, stratum))
		drop_last(stratum);
	*PL_VEC_PUSH(arena, &stratum->rows) = *row;
	sift_up(stratum->rows.items, stratum->rows.count - 1);
}

/* ---- how many of each ---- */

static uint64_t sum_below(const struct pl_strata *strata, uint64_t most)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < strata->rules.count; i++)
		sum += strata->rules.items[i].population < most ? strata->rules.items[i].population : most;
	return sum;
}

/* The largest number of rows that each rule can have, where it has so many, without going beyond `room`. */
static uint64_t even_share(const struct pl_strata *strata, uint64_t room)
{
	uint64_t low = 1, high = room;

	while (low < high) {
		uint64_t middle = high - (high - low) / 2;

		if (sum_below(strata, middle) <= room)
			low = middle;
		else
			high = middle - 1;
	}
	return low;
}

static uint64_t room_for_findings(const struct pl_strata *strata) { return (strata->size + 1) / 2; }

void pl_strata_open(struct pl_strata *strata, uint64_t size)
{
	*strata = (struct pl_strata){.unflagged.kind = "unflagged", .flagged.kind = "flagged", .size = size};
	strata->most = room_for_findings(strata) + 1;
}

/* As more is found the share only gets smaller. One more than it may be drawn where it leaves a rest. */
void pl_strata_forget(struct pl_strata *strata)
{
	strata->most = even_share(strata, room_for_findings(strata)) + 1;
	for (size_t i = 0; i < strata->rules.count; i++)
		while (strata->rules.items[i].rows.count > strata->most)
			drop_last(&strata->rules.items[i]);
}

/* Answers how many rows that makes. */
static uint64_t share_rules(struct pl_strata *strata, uint64_t room)
{
	uint64_t share = even_share(strata, room), drawn = 0;

	for (size_t i = 0; i < strata->rules.count; i++) {
		struct pl_stratum *stratum = &strata->rules.items[i];

		stratum->quota = stratum->population < share ? stratum->population : share;
		drawn += stratum->quota;
	}
	for (size_t i = 0; i < strata->rules.count && drawn < room; i++)
		if (strata->rules.items[i].quota < strata->rules.items[i].population) {
			strata->rules.items[i].quota++;
			drawn++;
		}
	return drawn;
}

/* In proportion, but of each kind what `score` needs at least, where the room is enough for that. */
static uint64_t least_of(uint64_t a, uint64_t b) { return a < b ? a : b; }

static void share_milestones(struct pl_strata *strata, uint64_t room)
{
	uint64_t unflagged = strata->unflagged.population, flagged = strata->flagged.population, share;
	uint64_t least = room >= 2 * PL_SCORE_LEAST_MILESTONES ? PL_SCORE_LEAST_MILESTONES : 0;

	room = least_of(room, unflagged + flagged);
	if (!room)
		return;
	share = (uint64_t)((double)room * (double)flagged / (double)(unflagged + flagged) + 0.5);
	if (share > room - least_of(least, unflagged))
		share = room - least_of(least, unflagged);
	if (share < least)
		share = least;
	strata->flagged.quota = least_of(share, flagged);
	strata->unflagged.quota = least_of(room - strata->flagged.quota, unflagged);
}

/* ---- drawing ---- */

static int by_rank(const void *a, const void *b) { return is_before(a, b) ? -1 : is_before(b, a); }

static void draw(struct pl_drawn *drawn, struct pl_arena *arena, const struct pl_stratum *stratum)
{
	struct pl_sample_row *rows = stratum->rows.items;
	size_t count = stratum->rows.count;

	if (count)
		qsort(rows, count, sizeof *rows, by_rank);
	for (size_t i = 0; i < count && i < stratum->quota; i++) {
		rows[i].stratum = stratum;
		rows[i].place = i;
		*PL_VEC_PUSH(arena, &drawn->rows) = rows[i];
	}
}

/* There are few rules. */
static void sort_rules(struct pl_strata *strata)
{
	for (size_t i = 1; i < strata->rules.count; i++) {
		struct pl_stratum stratum = strata->rules.items[i];
		size_t order = pl_rule_index(stratum.rule), k = i;

		for (; k && pl_rule_index(strata->rules.items[k - 1].rule) > order; k--)
			strata->rules.items[k] = strata->rules.items[k - 1];
		strata->rules.items[k] = stratum;
	}
}

static int by_kind(const struct pl_stratum *a, const struct pl_stratum *b)
{
	if (a->rule && b->rule)
		return (a > b) - (a < b); /* neighbours in the list of rules */
	return a->rule ? -1 : b->rule ? 1 : strcmp(a->kind, b->kind);
}

/* By the middle of the row's part of its stratum, (2 place + 1) / (2 quota): so each beginning has a part of each. */
static int by_part(const void *a, const void *b)
{
	const struct pl_sample_row *x = a, *y = b;
	uint64_t left = (2 * x->place + 1) * y->stratum->quota, right = (2 * y->place + 1) * x->stratum->quota;

	if (left != right)
		return left < right ? -1 : 1;
	return by_kind(x->stratum, y->stratum);
}

void pl_strata_draw(struct pl_strata *strata, struct pl_arena *arena, struct pl_drawn *drawn)
{
	uint64_t room = room_for_findings(strata), found;

	sort_rules(strata);
	found = share_rules(strata, room);
	room = strata->size > found ? strata->size - found : 0;
	share_milestones(strata, room > strata->size / 2 ? room : strata->size / 2);
	for (size_t i = 0; i < strata->rules.count; i++)
		draw(drawn, arena, &strata->rules.items[i]);
	draw(drawn, arena, &strata->unflagged);
	draw(drawn, arena, &strata->flagged);
	if (drawn->rows.count)
		qsort(drawn->rows.items, drawn->rows.count, sizeof *drawn->rows.items, by_part);
}
