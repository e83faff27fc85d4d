/* Pairs the findings of two versions of a file. */
#include "lint/compare.h"

#include "base/queue.h"
#include "base/str.h"

struct by_document {
	const struct pl_compare_pair **pairs;
	size_t count;
};

struct pairing {
	struct pl_arena *arena;
	const struct pl_compare_pairs *pairs;
	const struct pl_file *was, *is;
	struct by_document was_pairs, is_pairs;
	size_t *to_was; /* of each finding of `is`: its partner + 1 */
	bool *taken;    /* of each finding of `was` */
};

static size_t count_of(const struct pl_file *file) { return file ? file->finding_count : 0; }

/* ---- by fingerprint --------------------------------------------------------------------------------------------- */

static void pair_prints(struct pairing *pairing)
{
	struct pl_map prints = {0};

	for (size_t i = 0; i < count_of(pairing->was); i++)
		*pl_map_put(pairing->arena, &prints, pl_str_of(pairing->was->findings[i].fingerprint), NULL) =
		        (uint32_t)i + 1;
	for (size_t i = 0; i < count_of(pairing->is) && prints.count; i++) {
		const uint32_t *found = pl_map_find(&prints, pl_str_of(pairing->is->findings[i].fingerprint));

		if (!found)
			continue;
		pairing->to_was[i] = *found;
		pairing->taken[*found - 1] = true;
	}
}

/* ---- by the item ------------------------------------------------------------------------------------------------ */

/* The pairs of a file's plans by their documents, which come in order; NULL for what is no plan. */
static struct by_document by_document(const struct pairing *pairing, const struct pl_file *file)
{
	struct by_document by = {.count = file && file->plan_count ? file->plans[file->plan_count - 1]->document + 1
	                                                           : 0};

	by.pairs = PL_MAKE_ARRAY(pairing->arena, by.count, const struct pl_compare_pair *);
	for (size_t i = 0; i < pairing->pairs->items.count; i++) {
		const struct pl_compare_pair *pair = &pairing->pairs->items.items[i];
		const struct pl_plan *plan = file == pairing->is ? pair->plan.is : pair->plan.was;

		if (plan)
			by.pairs[plan->document] = pair;
	}
	return by;
}

/* NULL where the item's plan has no partner, or is none. */
static const struct pl_compare_pair *pair_of(const struct by_document *by, const struct pl_item *item)
{
	uint32_t document = item->plan->document;
	const struct pl_compare_pair *pair = document < by->count ? by->pairs[document] : NULL;

	return pair && pair->plan.was && pair->plan.is ? pair : NULL;
}

static uint32_t number_of(const uint32_t *places, uint32_t index) { return places ? places[index] : index; }

/* The key action or milestone that an item is or stands in, by its number in the later plan: what it has been paired
 * with there. PL_UNPAIRED where it has no partner. */
struct anchor {
	char kind; /* 'm', 'a', or 'p' for the plan itself */
	uint32_t number;
};

static struct anchor anchor_of(const struct pl_item *item, const uint32_t *actions, const uint32_t *milestones)
{
	for (; item; item = item->parent) {
		if (item->kind == PL_ITEM_MILESTONE) {
			uint32_t index = ((const struct pl_milestone *)(const void *)item)->index;

			return (struct anchor){'m', number_of(milestones, index)};
		}
		if (item->kind == PL_ITEM_ACTION) {
			const struct pl_action *action = (const struct pl_action *)(const void *)item;

			if (pl_action_is_leaf(action))
				return (struct anchor){'m', number_of(milestones, action->milestones[0]->index)};
			return (struct anchor){'a', number_of(actions, action->index)};
		}
	}
	return (struct anchor){'p', 0};
}

/* The same for two findings of one rule on what is the same item in both plans; empty where the item has no partner. A
 * target or an achievement is the same by its ref, else by its words. */
static struct pl_str key_of(const struct pairing *pairing, const struct pl_finding *finding, bool is)
{
	const struct pl_item *item = finding->where;
	const struct pl_text *name = NULL;
	const struct pl_compare_pair *pair;
	struct anchor anchor = {'p', 0};
	uint32_t document = 0;

	if (item) {
		pair = pair_of(is ? &pairing->is_pairs : &pairing->was_pairs, item);
		if (!pair)
			return (struct pl_str){0};
		document = pair->plan.is->document + 1;
		anchor = anchor_of(item, is ? NULL : pair->actions, is ? NULL : pair->milestones);
		if (item->kind != PL_ITEM_MILESTONE && item->kind != PL_ITEM_ACTION && item->kind != PL_ITEM_PLAN)
			name = item->ref ? item->ref : item->title;
	}
	if (anchor.number == PL_UNPAIRED)
		return (struct pl_str){0};
	return pl_str_of(pl_arena_print(pairing->arena, "%s %u %c%u %d %.*s", finding->rule->id, document, anchor.kind,
	                                anchor.number, item ? (int)item->kind : -1, name ? (int)name->value.len : 0,
	                                name ? name->value.ptr : ""));
}

static void pair_items(struct pairing *pairing)
{
	struct pl_queues was;

	pl_queues_open(&was, pairing->arena, count_of(pairing->was));
	for (size_t i = 0; i < count_of(pairing->was); i++)
		if (!pairing->taken[i])
			pl_queues_put(&was, pairing->arena, key_of(pairing, &pairing->was->findings[i], false),
			              (uint32_t)i);
	for (size_t i = 0; i < count_of(pairing->is) && was.last.count; i++) {
		uint32_t at;

		if (pairing->to_was[i] || !pl_queues_take(&was, key_of(pairing, &pairing->is->findings[i], true), &at))
			continue;
		pairing->to_was[i] = at + 1;
		pairing->taken[at] = true;
	}
}

/* ---- what that comes to ----------------------------------------------------------------------------------------- */

static bool counts(const struct pl_finding *finding) { return finding && finding->state == PL_NEW; }

static bool reworded(const struct pl_finding *was, const struct pl_finding *is)
{
	const struct pl_text *before = was->where ? was->where->title : NULL;
	const struct pl_text *now = is->where ? is->where->title : NULL;

	return before && now && !pl_word_for_word(before->value, now->value);
}

static void add(struct pl_compared_file *file, struct pl_compared_finding *out, const struct pl_finding *was,
                const struct pl_finding *is)
{
	struct pl_compared_finding *one = &out[file->finding_count];

	if (!counts(was) && !counts(is))
		return;
	*one = (struct pl_compared_finding){.was = was, .is = is};
	if (counts(is))
		one->change = counts(was) ? PL_CHANGE_UNCHANGED : PL_CHANGE_NEW;
	else
		one->change = is ? PL_CHANGE_IGNORED : PL_CHANGE_GONE;
	one->reworded = one->change == PL_CHANGE_UNCHANGED && reworded(was, is);
	file->finding_count++;
}

void pl_compare_findings(struct pl_arena *arena, const struct pl_compare_pairs *pairs, struct pl_compared_file *file)
{
	size_t was_count = count_of(file->was), is_count = count_of(file->is);
	struct pairing pairing = {.arena = arena,
	                          .pairs = pairs,
	                          .was = file->was,
	                          .is = file->is,
	                          .to_was = PL_MAKE_ARRAY(arena, is_count, size_t),
	                          .taken = PL_MAKE_ARRAY(arena, was_count, bool)};
	struct pl_compared_finding *findings = PL_MAKE_ARRAY(arena, was_count + is_count, struct pl_compared_finding);

	pairing.was_pairs = by_document(&pairing, file->was);
	pairing.is_pairs = by_document(&pairing, file->is);
	pair_prints(&pairing);
	pair_items(&pairing);
	for (size_t i = 0; i < is_count; i++)
		add(file, findings, pairing.to_was[i] ? &file->was->findings[pairing.to_was[i] - 1] : NULL,
		    &file->is->findings[i]);
	for (size_t i = 0; i < was_count; i++)
		if (!pairing.taken[i])
			add(file, findings, &file->was->findings[i], NULL);
	file->findings = findings;
}
