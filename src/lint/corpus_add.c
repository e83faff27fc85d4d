/* Numbers what each file leaves behind, file after file. */
#include "base/str.h"
#include "lint/corpus.h"

#include <stdlib.h>

/* What a part's own numbers become. */
struct numbers {
	struct pl_corpus_stems *stems;
	const uint32_t *officers; /* 1-based; by the part's, 1-based */
	uint32_t plan, label;     /* of the part's first */
};

static struct pl_str keep(struct pl_corpus_store *store, struct pl_str text)
{
	return (struct pl_str){pl_arena_copy(&store->arena, text), text.len};
}

/* The number of a key, 1-based; *fresh tells whether it is a new one. */
static uint32_t number_of(struct pl_corpus_store *store, struct pl_map *map, struct pl_str key, bool *fresh)
{
	const uint32_t *known = pl_map_find(map, key);
	uint32_t *number;

	*fresh = !known;
	if (known)
		return *known;
	number = pl_map_put(&store->arena, map, keep(store, key), NULL);
	return *number = map->count;
}

/* ---- tokens ------------------------------------------------------------------------------------------------------ */

static struct pl_corpus_stems *stems_of(struct pl_corpus_store *store, const struct pl_vocabulary *vocabulary)
{
	for (size_t i = 0; i < store->vocabularies.count; i++)
		if (store->vocabularies.items[i].vocabulary == vocabulary)
			return &store->vocabularies.items[i];
	*PL_VEC_PUSH(&store->arena, &store->vocabularies) = (struct pl_corpus_stems){.vocabulary = vocabulary};
	return &store->vocabularies.items[store->vocabularies.count - 1];
}

static int by_text(const void *a, const void *b)
{
	return pl_str_compare(((const struct pl_part_stem *)a)->text, ((const struct pl_part_stem *)b)->text);
}

/* Stems that no file before had get their numbers in the order of their letters: which of them a worker met first says
 * nothing. */
static void learn_stems(struct pl_corpus_store *store, const struct pl_corpus_part *part, struct pl_corpus_stems *stems)
{
	bool fresh;

	if (part->stems.count)
		qsort(part->stems.items, part->stems.count, sizeof *part->stems.items, by_text);
	for (size_t i = 0; i < part->stems.count; i++) {
		const struct pl_part_stem *stem = &part->stems.items[i];

		while (stems->numbers.count <= stem->stem)
			*PL_PILE_PUSH(&store->arena, &stems->numbers) = 0;
		stems->numbers.items[stem->stem] = number_of(store, &store->stems, stem->text, &fresh);
	}
}

static void name_day(struct pl_corpus_store *store, uint32_t day)
{
	while (store->days.count <= day)
		*PL_VEC_PUSH(&store->arena, &store->days) = (struct pl_str){0};
	if (!store->days.items[day].len)
		store->days.items[day] = pl_str_of(pl_arena_print(&store->arena, "%02u-%02u", day / 100, day % 100));
}

static uint32_t map_number(struct pl_corpus_store *store, const struct pl_corpus_stems *stems, uint32_t number)
{
	if (number < PL_PACKED_DAYS)
		name_day(store, number);
	return number < PL_PACKED_DAYS ? number : stems->numbers.items[number - PL_PACKED_DAYS] + PL_PACKED_DAYS;
}

static void add_tokens(struct pl_corpus_store *store, const struct pl_corpus_part *part, struct pl_corpus_milestone *to,
                       const struct pl_corpus_stems *stems)
{
	const uint32_t *from = to->token_count ? part->tokens.items + to->first_token : NULL;
	uint32_t *tokens;

	if (store->tokens.count > UINT32_MAX - UINT16_MAX)
		pl_arena_exhausted(&store->arena);
	to->first_token = (uint32_t)store->tokens.count;
	tokens = PL_PILE_ADD(&store->arena, &store->tokens, (size_t)to->token_count);
	for (uint32_t i = 0; i < to->token_count; i++) {
		uint32_t token = map_number(store, stems, from[i] >> PL_TOKEN_SHIFT) << PL_TOKEN_SHIFT |
		                 (from[i] & PL_TOKEN_FLAGS);
		uint32_t k = i;

		for (; k && tokens[k - 1] > token; k--)
			tokens[k] = tokens[k - 1];
		tokens[k] = token;
	}
}

/* ---- the rest ---------------------------------------------------------------------------------------------------- */

static struct pl_corpus_place map_place(const struct numbers *numbers, struct pl_corpus_place place)
{
	place.plan += numbers->plan;
	place.above = place.above ? place.above + numbers->label : 0;
	place.item = place.item ? place.item + numbers->label : 0;
	return place;
}

static void add_labels(struct pl_corpus_store *store, const struct pl_corpus_part *part)
{
	if (part->labels.count > UINT32_MAX - store->labels.count)
		pl_arena_exhausted(&store->arena);
	if (part->labels.count)
		memcpy(PL_PILE_ADD(&store->arena, &store->labels, part->labels.count), part->labels.items,
		       part->labels.count);
}

static const uint32_t *add_officers(struct pl_corpus_store *store, struct pl_arena *arena,
                                    const struct pl_corpus_part *part)
{
	uint32_t *numbers = PL_MAKE_ARRAY(arena, part->officers.count + 1, uint32_t);
	bool fresh;

	for (size_t i = 0; i < part->officers.count; i++) {
		numbers[i + 1] = number_of(store, &store->officer_numbers, part->officers.items[i].key, &fresh);
		if (fresh)
			*PL_VEC_PUSH(&store->arena, &store->officers) = keep(store, part->officers.items[i].name);
	}
	return numbers;
}

static void add_plans(struct pl_corpus_store *store, const struct pl_corpus_part *part, uint32_t file, const char *path)
{
	bool fresh;

	for (size_t i = 0; i < part->plans.count; i++) {
		const struct pl_part_plan *from = &part->plans.items[i];
		struct pl_corpus_plan plan = from->plan;

		plan.path = path;
		plan.file = file;
		plan.title = keep(store, plan.title);
		plan.organisation = keep(store, plan.organisation);
		if (from->organisation.len)
			plan.organisation_number = number_of(store, &store->organisations, from->organisation, &fresh);
		plan.series = number_of(store, &store->series, from->series, &fresh);
		plan.first_milestone += (uint32_t)store->milestones.count;
		*PL_PILE_PUSH(&store->arena, &store->plans) = plan;
	}
}

static void add_milestones(struct pl_corpus_store *store, const struct pl_corpus_part *part,
                           const struct numbers *numbers)
{
	struct pl_corpus_milestone *to;

	if (store->milestones.count > UINT32_MAX - part->milestones.count)
		pl_arena_exhausted(&store->arena);
	to = PL_PILE_ADD(&store->arena, &store->milestones, part->milestones.count);
	for (size_t i = 0; i < part->milestones.count; i++) {
		to[i] = part->milestones.items[i];
		to[i].place = map_place(numbers, to[i].place);
		to[i].officer = numbers->officers[to[i].officer];
		to[i].deed = to[i].deed ? map_number(store, numbers->stems, to[i].deed) : 0;
		add_tokens(store, part, &to[i], numbers->stems);
	}
}

static void add_terms(struct pl_corpus_store *store, const struct pl_corpus_part *part, const struct numbers *numbers)
{
	bool fresh;

	for (size_t i = 0; i < part->acronyms.count; i++) {
		struct pl_corpus_acronym acronym = part->acronyms.items[i];

		acronym.place = map_place(numbers, acronym.place);
		acronym.letters = keep(store, acronym.letters);
		acronym.meaning = keep(store, acronym.meaning);
		*PL_VEC_PUSH(&store->arena, &store->acronyms) = acronym;
	}
	for (size_t i = 0; i < part->statuses.count; i++) {
		struct pl_corpus_status status = part->statuses.items[i].status;

		status.place = map_place(numbers, status.place);
		status.number = number_of(store, &store->words, part->statuses.items[i].key, &fresh);
		status.word = keep(store, status.word);
		*PL_VEC_PUSH(&store->arena, &store->statuses) = status;
	}
	for (size_t i = 0; i < part->ignored.count; i++) {
		struct pl_corpus_ignored ignored = part->ignored.items[i];

		ignored.plan += numbers->plan;
		ignored.reason = pl_arena_copy(&store->arena, pl_str_of(ignored.reason));
		*PL_VEC_PUSH(&store->arena, &store->ignored) = ignored;
	}
}

void pl_corpus_add(struct pl_corpus_store *store, struct pl_arena *arena, const struct pl_corpus_part *part,
                   uint32_t file, const char *path)
{
	struct numbers numbers = {.stems = stems_of(store, part->vocabulary),
	                          .officers = add_officers(store, arena, part),
	                          .plan = (uint32_t)store->plans.count,
	                          .label = (uint32_t)store->labels.count};

	learn_stems(store, part, numbers.stems);
	add_plans(store, part, file, path);
	add_labels(store, part);
	add_milestones(store, part, &numbers);
	add_terms(store, part, &numbers);
}

void pl_corpus_finish(struct pl_corpus_store *store)
{
	store->corpus = (struct pl_corpus){.plans = store->plans.items,
	                                   .milestones = store->milestones.items,
	                                   .tokens = store->tokens.items,
	                                   .officers = store->officers.items,
	                                   .acronyms = store->acronyms.items,
	                                   .statuses = store->statuses.items,
	                                   .plan_count = (uint32_t)store->plans.count,
	                                   .milestone_count = (uint32_t)store->milestones.count,
	                                   .officer_count = (uint32_t)store->officers.count,
	                                   .acronym_count = (uint32_t)store->acronyms.count,
	                                   .status_count = (uint32_t)store->statuses.count};
}

void pl_corpus_close(struct pl_corpus_store *store)
{
	for (size_t i = 0; i < store->vocabularies.count; i++)
		pl_pile_free(store->vocabularies.items[i].numbers.items);
	pl_pile_free(store->plans.items);
	pl_pile_free(store->milestones.items);
	pl_pile_free(store->tokens.items);
	pl_pile_free(store->labels.items);
	pl_arena_free(&store->arena);
}
