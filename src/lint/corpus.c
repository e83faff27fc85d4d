/* What others may ask of the record of many plans. */
#include "lint/corpus.h"

#include "base/str.h"
#include "text/deed.h"
#include "text/join.h"

static const struct pl_corpus_store *store_of(const struct pl_corpus *corpus)
{
	return (const struct pl_corpus_store *)corpus;
}

struct pl_str pl_corpus_token(const struct pl_corpus *corpus, uint32_t token)
{
	uint32_t number = pl_packed_number(token);

	if (number < PL_PACKED_DAYS)
		return store_of(corpus)->days.items[number];
	return store_of(corpus)->stems.entries[number - PL_PACKED_DAYS - 1].key;
}

const char *pl_corpus_above(const struct pl_corpus *corpus, const struct pl_corpus_place *place)
{
	return store_of(corpus)->labels.items + place->above;
}

const char *pl_corpus_item(const struct pl_corpus *corpus, const struct pl_corpus_place *place)
{
	return store_of(corpus)->labels.items + place->item;
}

/* ---- comparing --------------------------------------------------------------------------------------------------- */

static struct pl_packed set_of(const struct pl_corpus *corpus, uint32_t milestone)
{
	const struct pl_corpus_milestone *found = &corpus->milestones[milestone];

	return (struct pl_packed){corpus->tokens + found->first_token, found->token_count, found->weight};
}

double pl_corpus_similarity(const struct pl_corpus *corpus, uint32_t a, uint32_t b)
{
	struct pl_packed x = set_of(corpus, a), y = set_of(corpus, b);

	return pl_packed_similarity(&x, &y);
}

bool pl_corpus_tells_apart(const struct pl_corpus *corpus, uint32_t a, uint32_t b)
{
	struct pl_packed x = set_of(corpus, a), y = set_of(corpus, b);

	return pl_packed_tell_apart(&x, &y);
}

bool pl_corpus_does_the_same(const struct pl_corpus *corpus, uint32_t a, uint32_t b)
{
	const struct pl_corpus_milestone *x = &corpus->milestones[a], *y = &corpus->milestones[b];

	return pl_deeds_are_one(x->deed, (uint64_t)x->deed_kinds << PL_BIT_EFFORT, y->deed,
	                        (uint64_t)y->deed_kinds << PL_BIT_EFFORT);
}

/* ---- those alike --------------------------------------------------------------------------------------------------
 */

struct look {
	const struct pl_corpus *corpus;
	const struct pl_corpus_alike *alike;
};

static struct pl_packed counted_set(const void *of, uint32_t milestone)
{
	const struct look *look = of;

	if (look->alike->counts && !look->alike->counts(look->alike->data, look->corpus, milestone))
		return (struct pl_packed){0};
	return set_of(look->corpus, milestone);
}

static bool ask_rule(void *data, uint32_t a, uint32_t b, double similarity)
{
	const struct look *look = data;

	(void)similarity;
	return look->alike->same(look->alike->data, look->corpus, a, b);
}

enum { STEPS_A_TEXT = 20000, STEPS_AT_LEAST = 100000000 };

bool pl_corpus_join(struct pl_arena *arena, const struct pl_corpus *corpus, const struct pl_corpus_alike *alike,
                    const struct pl_corpus_watcher *watcher, uint32_t *group)
{
	struct look look = {corpus, alike};

	return pl_join_packed(
	        arena,
	        &(struct pl_packed_joined){.set = counted_set,
	                                   .of = &look,
	                                   .count = corpus->milestone_count,
	                                   .threshold = alike->threshold,
	                                   .steps = STEPS_AT_LEAST + (uint64_t)STEPS_A_TEXT * corpus->milestone_count,
	                                   .same = alike->same ? ask_rule : NULL,
	                                   .data = &look,
	                                   .watch = watcher->watch,
	                                   .watcher = watcher->data},
	        group);
}
