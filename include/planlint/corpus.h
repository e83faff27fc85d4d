/*
 * What is remembered of many plans once they are gone: what rules across plans look at.
 *
 * Plans and their milestones are numbered in the order in which files were added, so that nothing here depends on the
 * number of threads. Everything belongs to the run and lives until pl_run_lint returns.
 */
#ifndef PLANLINT_CORPUS_H
#define PLANLINT_CORPUS_H

#include <planlint/plan.h>

/* Where something stands. */
struct pl_corpus_place {
	uint64_t identity; /* of item and words, stable under moves: what fingerprints are made of */
	uint32_t plan;     /* its number */
	struct pl_span span;
	uint32_t line, column, end_line, end_column; /* 1-based */
	uint32_t offset, end_offset;                 /* bytes on the disk */
	uint32_t above, item;                        /* for pl_corpus_above and pl_corpus_item; 0: none */
};

struct pl_corpus_milestone {
	struct pl_corpus_place place; /* of its text; of the item where it has none */
	uint32_t first_token;         /* in pl_corpus.tokens */
	uint16_t token_count;
	uint16_t weight;     /* of its tokens together */
	uint32_t deed;       /* token number of what its first main clause does; 0: it says nothing */
	uint32_t deed_kinds; /* kinds of that verb, from PL_BIT_EFFORT on */
	pl_day due;          /* the day that counts; PL_NO_DAY */
	uint32_t officer;    /* who answers for it, 1-based in pl_corpus.officers; 0: nobody is named */
	uint8_t specific;    /* how many of its tokens say what it is about */
	uint8_t state;       /* enum pl_progress_state */
	bool quiet;          /* no new finding that is shown stands in or on it */
	bool is_action;      /* a key action that stands for its own milestone */
};

struct pl_corpus_acronym {
	struct pl_corpus_place place; /* of the meaning */
	struct pl_str letters, meaning;
	uint64_t sense; /* equal for meanings that differ in case, inflection and punctuation only */
};

/* A status that planlint does not know, beside a percentage. */
struct pl_corpus_status {
	struct pl_corpus_place place; /* of the status */
	struct pl_str word;
	uint32_t number; /* equal for equal words in any case */
	float percent;
};

struct pl_corpus_plan {
	const char *path;                  /* of its file */
	uint32_t file;                     /* number of that file among the inputs */
	uint32_t document;                 /* 0-based in the file */
	struct pl_str title, organisation; /* empty where it gives none */
	uint32_t organisation_number;      /* equal for organisations of one name in any case; 0 for none */
	uint32_t series; /* equal for plans of one organisation and title: one plan from year to year */
	enum pl_template template_kind;
	struct pl_days period;
	pl_day as_at;
	uint32_t first_milestone, milestone_count; /* in pl_corpus.milestones */
};

struct pl_corpus {
	const struct pl_corpus_plan *plans;
	const struct pl_corpus_milestone *milestones; /* plan by plan */
	const uint32_t *tokens;                       /* of each milestone in the order of their numbers, each once */
	const struct pl_str *officers;                /* each once an organisation, as first written */
	const struct pl_corpus_acronym *acronyms;
	const struct pl_corpus_status *statuses;
	uint32_t plan_count, milestone_count, officer_count, acronym_count, status_count;
};

/* A token is its number, shifted, and flags. */
enum pl_corpus_flag {
	PL_TOKEN_NUMBER = 1,
	PL_TOKEN_NAME = 2,
	PL_TOKEN_STAGE = 4,    /* says which step it is */
	PL_TOKEN_SPECIFIC = 8, /* says what it is about */
	PL_TOKEN_FLAGS = 15,
	PL_TOKEN_SHIFT = 4
};

/* The stem of a token, or a day as "05-12"; borrowed from the corpus. */
PL_API struct pl_str pl_corpus_token(const struct pl_corpus *corpus, uint32_t token);

/* How the key action that something stands in is called, and how it is called itself: the parts of pl_finding.item
 * before and behind " > ". "" where there is none. Borrowed from the corpus. */
PL_API const char *pl_corpus_above(const struct pl_corpus *corpus, const struct pl_corpus_place *place);
PL_API const char *pl_corpus_item(const struct pl_corpus *corpus, const struct pl_corpus_place *place);

/* ---- comparing milestones, by their numbers: as pl_similarity and the like in text.h
 * --------------------------------- */

PL_API double pl_corpus_similarity(const struct pl_corpus *corpus, uint32_t a, uint32_t b);
PL_API bool pl_corpus_tells_apart(const struct pl_corpus *corpus, uint32_t a, uint32_t b);
PL_API bool pl_corpus_does_the_same(const struct pl_corpus *corpus, uint32_t a, uint32_t b);

struct pl_corpus_alike {
	double threshold;
	/* Does the milestone take part? NULL: all with any token do. */
	bool (*counts)(const void *data, const struct pl_corpus *corpus, uint32_t milestone);
	/* Is the pair the same after all? For pairs at or above the threshold whose tokens differ. */
	bool (*same)(const void *data, const struct pl_corpus *corpus, uint32_t a, uint32_t b);
	const void *data;
};

struct pl_ctx;

/* For each milestone the smallest number it is alike with, through others if need be; itself where with none. */
PL_API const uint32_t *pl_corpus_group(struct pl_ctx *ctx, const struct pl_corpus *corpus,
                                       const struct pl_corpus_alike *alike);

/* ---- reporting
 * ------------------------------------------------------------------------------------------------------- */

struct pl_across {
	const struct pl_corpus_place *place; /* where the finding stands */
	enum pl_confidence confidence;       /* 0: the rule's own */
	const char *message;                 /* as in pl_report */
	const char *advice;                  /* NULL: the rule's own */
	const struct pl_corpus_place *const *related;
	size_t related_count;
	const char *related_message; /* the same for all of them */
	size_t named;                /* at most so many of them are kept, and the message says so; 0: all */
};

/* From on_corpus. The places must be the corpus's own. */
PL_API void pl_report_across(struct pl_ctx *ctx, const struct pl_across *report);

/* Does the rule run for this plan? Configurations may switch it off for some files. */
PL_API bool pl_across_runs(const struct pl_ctx *ctx, const struct pl_corpus *corpus, uint32_t plan);

#endif
