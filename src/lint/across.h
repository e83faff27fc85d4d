/* The end of a run over many plans: the rules across plans, and their findings file by file. */
#ifndef PL_LINT_ACROSS_H
#define PL_LINT_ACROSS_H

#include "lint/corpus.h"

/* A finding as a rule across plans states it. */
struct pl_across_record {
	const struct pl_rule *rule;
	size_t rule_index;
	const struct pl_corpus_place *place;
	enum pl_confidence confidence;
	const char *message, *advice, *related_message;
	const struct pl_corpus_place *const *related;
	size_t related_count;
};

struct pl_sweep {
	struct pl_run *run;
	struct pl_corpus_store *store;
	const struct pl_sink *sink;
	struct pl_arena arena; /* until all is delivered */
	struct pl_arena file;  /* emptied after each file, and by who used it for more */
	PL_VEC(struct pl_across_record) records;
	PL_VEC(struct pl_unchecked) unchecked;
};

/* Does any rule across plans run for any of the inputs? The run must be prepared. */
bool pl_across_wanted(const struct pl_run *run);

/* Runs these rules over all that the store holds and delivers what they find. To be called where running out of memory
 * leads away by the guard of `guarded`. */
void pl_across_deliver(struct pl_sweep *sweep, const struct pl_arena *guarded, const struct pl_sink *sink);

#endif
