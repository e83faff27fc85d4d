/*
 * How far to trust the rules: precision and recall from a sample that a person has marked.
 *
 * Precision is the share of a rule's findings that are right, as marked among those sampled of it; its interval is
 * Wilson's. Recall is right / (right + missed), in milestones. `right` is the number of milestones that the rule
 * flagged times its precision. `missed` is a stratified estimate (W. G. Cochran, Sampling Techniques, chapter 5): the
 * milestones on which nothing was found and those on which something was found are sampled apart, and the share of each
 * sample on which the reader misses the rule is weighed up by the size of its stratum. The interval puts Wilson's
 * intervals of the shares together (interval.h). Rows marked unsure and rows left blank are left out: blank rows at the
 * end do no harm, as every beginning of the file is a sample too.
 */
#ifndef PL_REPORT_SCORE_H
#define PL_REPORT_SCORE_H

#include "base/map.h"
#include "base/vec.h"
#include "report/interval.h"
#include "report/screen.h"

#include <planlint/planlint.h>

/* Fewer marks tell nothing. */
enum { PL_SCORE_LEAST_FINDINGS = 5, PL_SCORE_LEAST_MILESTONES = 10 };

/* Milestones on which nothing was found, and such on which something was. */
enum pl_score_kind { PL_SCORE_UNFLAGGED, PL_SCORE_FLAGGED, PL_SCORE_KINDS };

struct pl_score_marks {
	uint64_t population; /* 0: the sample has none of it */
	uint64_t yes, no, unsure, blank;
};

struct pl_score_rule {
	const char *id;
	struct pl_score_marks findings;
	uint64_t milestones;             /* that it flagged */
	uint64_t missed[PL_SCORE_KINDS]; /* milestones of the sample on which it should have fired as well */
	uint32_t line;                   /* that names it first */
};

struct pl_score {
	struct pl_arena *arena;
	const struct pl_run *run;           /* knows the rules */
	PL_VEC(struct pl_score_rule) rules; /* once read in the order of listing, unknown ones behind by id */
	struct pl_map places;               /* id: place in rules, 1-based */
	struct pl_map ids;                  /* of rows: their line */
	struct pl_score_marks milestones[PL_SCORE_KINDS]; /* yes: nothing is missing there */
	const char *message;                              /* what is wrong with the csv */
	uint32_t line;                                    /* where; 1-based */
};

/* Reads a marked sample. False with `message` and `line` where something is wrong in it. `csv` is borrowed until the
 * score has been shown. */
bool pl_score_read(struct pl_score *score, struct pl_arena *arena, const struct pl_run *run,
                   struct pl_str csv) PL_MUST_USE;

/* What could be estimated; else why not. */
struct pl_estimate {
	const char *why_not; /* NULL where there is an interval */
	struct pl_interval interval;
};

struct pl_estimate pl_score_precision(const struct pl_score *score, const struct pl_score_rule *rule);
struct pl_estimate pl_score_recall(const struct pl_score *score, const struct pl_score_rule *rule);

/* ---- showing ---------------------------------------------------------------------------------------------------- */

#define PL_SCORE_SCHEMA "planlint-score-1"

void pl_score_text(const struct pl_score *score, struct pl_screen *screen);
void pl_score_json(const struct pl_score *score, struct pl_out *out);
void pl_score_csv(const struct pl_score *score, struct pl_out *out);

#endif
