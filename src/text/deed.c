/* Compares what two texts say is done. */
#include "text/deed.h"

#include <planlint/rule.h>

/* What the first main clause does; 0 where it says none. */
static uint64_t verb_kinds(struct pl_ctx *ctx, const struct pl_text *text, uint32_t *stem)
{
	const struct pl_reading *reading = pl_read(ctx, text);

	*stem = 0;
	for (uint32_t i = 0; i < reading->clause_count; i++)
		if (reading->clauses[i].role == PL_ROLE_MAIN && reading->clauses[i].verb != PL_NO_WORD) {
			*stem = reading->words[reading->clauses[i].verb].stem;
			return reading->words[reading->clauses[i].verb].kinds;
		}
	return 0;
}

bool pl_deeds_are_one(uint32_t first, uint64_t kinds, uint32_t second, uint64_t others)
{
	uint64_t telling = PL_KIND(APPROVE) | PL_KIND(PUBLISH) | PL_KIND(BEGIN) | PL_KIND(CONTINUE) | PL_KIND(SUBMIT);

	if (!first || !second || first == second)
		return true;
	return (kinds & others) && (kinds & telling) == (others & telling);
}

bool pl_does_the_same(struct pl_ctx *ctx, const struct pl_text *a, const struct pl_text *b)
{
	uint32_t first, second;
	uint64_t kinds = verb_kinds(ctx, a, &first), others = verb_kinds(ctx, b, &second);

	return pl_deeds_are_one(first, kinds, second, others);
}
