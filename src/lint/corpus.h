/*
 * The record of many plans (planlint/corpus.h) in the making.
 *
 * Each file's part is made by the worker that linted it, in the file's memory, with numbers of its own. Parts are added
 * in the order of files by the thread that delivers them, which gives everything its number: so nothing depends on who
 * made what when.
 */
#ifndef PL_LINT_CORPUS_H
#define PL_LINT_CORPUS_H

#include "base/map.h"
#include "base/pile.h"
#include "lint/suppress.h"
#include "text/packed.h"

#include <planlint/corpus.h>

/* A stem of the part's vocabulary that none of its parts had before. */
struct pl_part_stem {
	uint32_t stem;
	struct pl_str text;
};

struct pl_part_plan {
	struct pl_corpus_plan plan;
	struct pl_str organisation, series; /* folded: equal for those that are to have one number */
};

struct pl_part_status {
	struct pl_corpus_status status;
	struct pl_str key; /* folded */
};

struct pl_part_officer {
	struct pl_str name, key; /* key: folded, with the organisation */
};

/* A place that a suppression covers for a rule across plans. */
struct pl_corpus_ignored {
	uint32_t plan;
	struct pl_span span;
	const struct pl_rule *rule;
	const char *reason;
};

struct pl_corpus_part {
	const struct pl_vocabulary *vocabulary; /* whose numbers stems have; days and shift as in the corpus */
	PL_VEC(struct pl_part_plan) plans;
	PL_VEC(struct pl_corpus_milestone) milestones;
	PL_VEC(uint32_t) tokens;
	PL_VEC(struct pl_part_stem) stems;
	PL_VEC(struct pl_part_officer) officers;
	PL_VEC(struct pl_corpus_acronym) acronyms; /* `letters` and `meaning` are the plan's */
	PL_VEC(struct pl_part_status) statuses;
	PL_VEC(struct pl_corpus_ignored) ignored;
	PL_VEC(char) labels; /* each ends with NUL; the first is empty */
};

/* Which of its places suppressions cover. */
void pl_corpus_read_ignored(struct pl_corpus_part *part, struct pl_job *job,
                            const struct pl_suppressions *suppressions);

/* What a file leaves behind, made on the worker's thread when its findings are. */
void pl_corpus_read(struct pl_corpus_part *part, struct pl_job *job, const struct pl_suppressions *suppressions);

/* Corpus numbers of the stems of one vocabulary; 0: not known yet. */
struct pl_corpus_stems {
	const struct pl_vocabulary *vocabulary;
	PL_PILE(uint32_t) numbers;
};

struct pl_corpus_store {
	struct pl_corpus corpus; /* the first member: what others see of it */
	struct pl_arena arena;
	PL_PILE(struct pl_corpus_plan) plans;
	PL_PILE(struct pl_corpus_milestone) milestones;
	PL_PILE(uint32_t) tokens;
	PL_PILE(char) labels;
	PL_VEC(struct pl_corpus_stems) vocabularies;
	PL_VEC(struct pl_str) officers;
	PL_VEC(struct pl_corpus_acronym) acronyms;
	PL_VEC(struct pl_corpus_status) statuses;
	PL_VEC(struct pl_corpus_ignored) ignored; /* by plan and place */
	PL_VEC(struct pl_str) days;               /* by number; empty where no milestone has it */
	struct pl_map stems, officer_numbers, organisations, series, words;
};

/* Numbers what a part brings. `file` is the number of its input; `arena` the file's. */
void pl_corpus_add(struct pl_corpus_store *store, struct pl_arena *arena, const struct pl_corpus_part *part,
                   uint32_t file, const char *path);

/* Who is told how far it is: as pl_packed_joined.watch. */
struct pl_corpus_watcher {
	bool (*watch)(void *data, uint32_t done, uint32_t total);
	void *data;
};

/* As pl_corpus_group; false where there were too many near pairs, or the watcher ended it. `arena` is emptied by the
 * caller. */
bool pl_corpus_join(struct pl_arena *arena, const struct pl_corpus *corpus, const struct pl_corpus_alike *alike,
                    const struct pl_corpus_watcher *watcher, uint32_t *group) PL_MUST_USE;

/* Sets what others see of the parts that are there; to be done again when others come. */
void pl_corpus_finish(struct pl_corpus_store *store);

void pl_corpus_close(struct pl_corpus_store *store);

#endif
