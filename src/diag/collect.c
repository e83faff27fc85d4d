/* Collects findings, brings them into the order of the file, and says what was found twice only once. */
#include "diag/collect.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static const struct pl_record_place *copy_places(struct pl_arena *arena, const struct pl_record_place *places,
                                                 uint32_t count)
{
	struct pl_record_place *copy;

	if (!count)
		return NULL;
	copy = PL_MAKE_ARRAY(arena, count, struct pl_record_place);
	memcpy(copy, places, count * sizeof *copy);
	return copy;
}

static bool is_full(struct pl_collector *collector)
{
	return collector->limit && collector->records.count >= collector->limit;
}

void pl_collect(struct pl_collector *collector, const struct pl_record *record)
{
	struct pl_record *copy;

	if (is_full(collector)) {
		collector->cut++;
		return;
	}
	copy = PL_VEC_PUSH(collector->arena, &collector->records);
	*copy = *record;
	if (copy->confidence == PL_ANY_CONFIDENCE)
		copy->confidence = copy->rule->confidence;
	copy->evidence = copy_places(collector->arena, record->evidence, record->evidence_count);
	copy->related = copy_places(collector->arena, record->related, record->related_count);
}

static void PL_PRINTF(3, 0)
        collect_printed(struct pl_collector *collector, struct pl_record *record, const char *format, va_list arguments)
{
	/* A file with a million mistakes of one kind: what is not kept is not printed either. */
	record->message = is_full(collector) ? "" : pl_arena_vprint(collector->arena, format, arguments);
	pl_collect(collector, record);
}

void pl_collect_rewind(struct pl_collector *collector, size_t count, uint32_t cut)
{
	collector->records.count = count;
	collector->cut = cut;
}

void pl_collect_builtin(struct pl_collector *collector, enum pl_builtin id, const struct pl_item *item,
                        struct pl_span span, const char *advice, const char *format, ...)
{
	struct pl_record record = {.rule = &pl_builtin_rules[id], .item = item, .span = span, .advice = advice};
	va_list arguments;

	va_start(arguments, format);
	collect_printed(collector, &record, format, arguments);
	va_end(arguments);
}

void pl_collect_builtin_related(struct pl_collector *collector, enum pl_builtin id, const struct pl_item *item,
                                struct pl_span span, const struct pl_record_place *related, const char *advice,
                                const char *format, ...)
{
	struct pl_record record = {.rule = &pl_builtin_rules[id],
	                           .item = item,
	                           .span = span,
	                           .advice = advice,
	                           .related = related,
	                           .related_count = 1};
	va_list arguments;

	va_start(arguments, format);
	collect_printed(collector, &record, format, arguments);
	va_end(arguments);
}

void pl_collect_unchecked(struct pl_collector *collector, const struct pl_rule *rule, const char *what, const char *why)
{
	for (size_t i = 0; i < collector->unchecked.count; i++) {
		const struct pl_unchecked *said = &collector->unchecked.items[i];

		if (said->rule == rule && strcmp(said->what, what) == 0 && strcmp(said->why, why) == 0)
			return;
	}
	*PL_VEC_PUSH(collector->arena, &collector->unchecked) =
	        (struct pl_unchecked){.rule = rule, .what = what, .why = why};
}

/* What a record is sorted by: small, as it is moved about, and the rule's place in the listing is asked for once. */
struct ranked {
	uint32_t begin, end;
	size_t order;
	const struct pl_record *record; /* in the order of collecting, which makes this one total */
};

static int compare_numbers(size_t a, size_t b) { return (a > b) - (a < b); }

static int compare(const void *left, const void *right)
{
	const struct ranked *a = left, *b = right;
	int order;

	if (a->begin != b->begin)
		return a->begin < b->begin ? -1 : 1;
	order = compare_numbers(a->end, b->end);
	if (!order)
		order = compare_numbers(a->order, b->order);
	if (!order)
		order = strcmp(a->record->message, b->record->message);
	return order ? order : (a->record > b->record) - (a->record < b->record);
}

static bool same(const struct pl_record *a, const struct pl_record *b)
{
	return a->rule == b->rule && a->span.begin == b->span.begin && a->span.end == b->span.end &&
	       strcmp(a->message, b->message) == 0;
}

void pl_collect_sort(struct pl_collector *collector, struct pl_arena *scratch,
                     size_t (*order)(const struct pl_record *record))
{
	size_t count = collector->records.count, kept = 0;
	struct pl_arena *arena = scratch ? scratch : collector->arena;
	struct ranked *ranked = PL_MAKE_ARRAY(arena, count, struct ranked);
	struct pl_record *sorted = PL_MAKE_ARRAY(arena, count, struct pl_record);

	for (size_t i = 0; i < count; i++) {
		const struct pl_record *record = &collector->records.items[i];

		ranked[i] = (struct ranked){record->span.begin, record->span.end, order(record), record};
	}
	if (count)
		qsort(ranked, count, sizeof *ranked, compare);
	for (size_t i = 0; i < count; i++)
		if (!kept || !same(&sorted[kept - 1], ranked[i].record))
			sorted[kept++] = *ranked[i].record;
	if (kept)
		memcpy(collector->records.items, sorted, kept * sizeof *sorted);
	collector->records.count = kept;
	if (scratch)
		pl_arena_reset(scratch);
}

size_t pl_collect_first_from(const struct pl_collector *collector, uint32_t offset)
{
	size_t low = 0, high = collector->records.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (collector->records.items[middle].span.begin < offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}
