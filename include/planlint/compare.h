/*
 * Two states of plans compared: what a new version adds and mends and, where they are of two periods, what became of
 * last period's milestones.
 *
 *	pl_run_add_file(run, "2010/housing.yaml", PL_INPUT_NAMED);
 *	pl_run_side(run, PL_SIDE_OLD, "housing.yaml");
 *	pl_run_add_file(run, "2011/housing.yaml", PL_INPUT_NAMED);
 *	pl_run_side(run, PL_SIDE_NEW, "housing.yaml");
 *	pl_run_compare(run, &(struct pl_compare_sink){ .on_file = show });
 *
 * Files pair by the names given, else by organisation and title of their first plan with the years left out; the plans
 * of two files by organisation and title, and what is left where each file has one plan left. One pair of files is in
 * memory for each thread at work.
 */
#ifndef PLANLINT_COMPARE_H
#define PLANLINT_COMPARE_H

#include <planlint/planlint.h>

enum pl_side { PL_SIDE_NEW, PL_SIDE_OLD };

/* To which side the input added last belongs (default: new), and the name under which it looks for its partner
 * (default: its path). Copied. */
PL_API enum pl_status pl_run_side(struct pl_run *run, enum pl_side side, const char *name) PL_MUST_USE;

struct pl_compared_milestone {
	const struct pl_milestone *was, *is;      /* NULL: added; gone */
	bool reworded;                            /* other words, or the same with other marks */
	bool moved;                               /* another deadline, or only one of them names a day */
	bool elsewhere;                           /* under another key action */
	double alike;                             /* share of content words in common, 0 to 1 */
	enum pl_fate fate;                        /* of `was` */
	const struct pl_achievement *achievement; /* where the new plan reports on `was`; NULL */
	/* For people, where any of that is to be said: `KA3 "Bring empty homes …" > M2`, "30 September 2010". Else
	 * NULL. */
	const char *was_item, *is_item, *was_due, *is_due;
};

enum pl_change {
	PL_CHANGE_NEW,
	PL_CHANGE_GONE,
	PL_CHANGE_UNCHANGED, /* also where the words were changed and the same rule still finds fault with the item */
	PL_CHANGE_IGNORED    /* gone because the new version suppresses it, or its baseline knows it */
};
enum { PL_CHANGES = PL_CHANGE_IGNORED + 1 };

PL_API const char *pl_change_name(enum pl_change change);

/* Of findings that are suppressed or baselined on both sides nothing is said. */
struct pl_compared_finding {
	enum pl_change change;
	const struct pl_finding *was, *is; /* NULL where it is not there */
	bool reworded;                     /* unchanged, though the words it is about are not */
};

struct pl_compared_plan {
	const struct pl_plan *was, *is; /* NULL: added; dropped */
	bool two_periods;
	bool cut; /* too many milestones are nearly alike: some may count as added and gone that are the same */
	const struct pl_compared_milestone *milestones; /* those of `was` in order, then the added ones */
	size_t milestone_count;
};

/* A pair of files, or one without a partner. Borrowed until on_file returns. */
struct pl_compared_file {
	const struct pl_file *was, *is; /* NULL: added; dropped */
	const struct pl_compared_plan *plans;
	size_t plan_count;
	const struct pl_compared_finding *findings; /* those of `is` in order, then the gone ones */
	size_t finding_count;
};

struct pl_compare_sink {
	void *data;
	/* The new files in the order of adding, then the dropped ones. Of unreadable files `status` and `message` tell;
	 * what was found in a folder and is no plan on either side is left out. */
	void (*on_file)(void *data, const struct pl_compared_file *file);
};

/* Lints both sides and compares them. PL_OK also where single files were unreadable. */
PL_API enum pl_status pl_run_compare(struct pl_run *run, const struct pl_compare_sink *sink) PL_MUST_USE;

#endif
