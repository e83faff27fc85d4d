/*
 * Read-only model of a plan: what the YAML says once keys, synonyms, dates and statuses have been read.
 *
 * Everything is owned by the plan and lives as long as it. Lists are in the order of the file. A text field that the
 * plan lacks, leaves empty or fills with null is NULL. A value that could not be read (a finding of its own) counts as
 * absent, except that the text it was read from is still there.
 */
#ifndef PLANLINT_PLAN_H
#define PLANLINT_PLAN_H

#include <planlint/text.h>

/* ---- days ------------------------------------------------------------------------------------------------------- */

/* A day is the number of days since 1970-01-01 in the proleptic Gregorian calendar. */
typedef int32_t pl_day;
#define PL_NO_DAY INT32_MIN

struct pl_civil {
	int32_t year;
	uint8_t month, day; /* 1-12, 1-31 */
};

PL_API struct pl_civil pl_day_civil(pl_day day);
PL_API pl_day pl_day_from_civil(int year, int month, int day); /* PL_NO_DAY where there is no such day */
PL_API int pl_day_weekday(pl_day day);                         /* 0 Monday to 6 Sunday */
PL_API pl_day pl_day_add_months(pl_day day, int months);       /* the 31st becomes the month's last day */
PL_API int32_t pl_day_month(pl_day day);                       /* months since the year 0 */

/* What kind of deadline a text is. */
enum pl_due_kind {
	PL_DUE_ABSENT,  /* no value */
	PL_DUE_DAY,     /* 2010-09-30 */
	PL_DUE_MONTH,   /* September 2010 */
	PL_DUE_QUARTER, /* Q2, Q2 2010/11, 7 in a three-year plan */
	PL_DUE_YEAR,    /* 2010/11 */
	PL_DUE_LIST,    /* a recurring item: several of the above */
	PL_DUE_RANGE,   /* imprecise: a season, "early 2011", "by 2028", a date inside free text */
	PL_DUE_OPEN,    /* words that name no deadline: ongoing, tbc, next meeting, anything without a date */
	PL_DUE_INVALID  /* looks like a date and is none: 31/02/2010, Q7 */
};

struct pl_days {
	pl_day first, last; /* inclusive; both PL_NO_DAY where the value names no day (Q2 in a plan without a period) */
};

struct pl_due {
	const struct pl_text
	        *text; /* as written; NULL for PL_DUE_ABSENT and for a schedule entry's key that is a number */
	const struct pl_days *each; /* the dates of a list, in the order written; else NULL */
	uint32_t each_count;
	enum pl_due_kind kind;
	struct pl_days days; /* the whole range; of a list from its first to its last date */
};

/* ---- values ----------------------------------------------------------------------------------------------------- */

enum pl_template {
	PL_TEMPLATE_NONE,
	PL_TEMPLATE_LOCAL_DELIVERY,
	PL_TEMPLATE_THREE_YEAR,
	PL_TEMPLATE_PROGRAMME,
	PL_TEMPLATE_IMPROVEMENT,
	PL_TEMPLATE_STRATEGIC
};

enum pl_yes_no { PL_UNSAID, PL_NO, PL_YES };

enum pl_progress_state {
	PL_STATE_ABSENT,
	PL_STATE_NOT_STARTED,
	PL_STATE_IN_PROGRESS,
	PL_STATE_DELAYED,
	PL_STATE_OVERDUE,
	PL_STATE_COMPLETED,
	PL_STATE_CANCELLED
};

enum pl_rag { PL_RAG_ABSENT, PL_RAG_RED, PL_RAG_AMBER, PL_RAG_GREEN };

struct pl_texts {
	const struct pl_text *const *items;
	size_t count;
};

/* One report of progress: the one at `as_at`, or an earlier review. */
struct pl_progress {
	const struct pl_text *at; /* which review; NULL for the one at `as_at` */
	struct pl_days at_days;
	const struct pl_text *status, *percent_text, *rag_text, *comments, *updated_text;
	enum pl_progress_state state;
	enum pl_rag rag;
	float percent; /* 0 to 100; below 0 where there is none */
	pl_day updated_on;
};

/* `carried_forward`: yes/no, or {from, explanation}. */
struct pl_carry {
	enum pl_yes_no said;
	const struct pl_text *text; /* the yes/no as written */
	const struct pl_text *from;
	const struct pl_text *explanation;
	const struct pl_achievement *source; /* what `from` names in the same key action; NULL */
};

/* ---- items ------------------------------------------------------------------------------------------------------ */

enum pl_item_kind {
	PL_ITEM_PLAN,
	PL_ITEM_THEME,
	PL_ITEM_OBJECTIVE,
	PL_ITEM_ACTION,
	PL_ITEM_MILESTONE,
	PL_ITEM_TARGET,
	PL_ITEM_ACHIEVEMENT,
	PL_ITEM_PRIORITY
};

/* The fields that rules miss where they are not there: bits of pl_item.given. */
enum pl_field {
	PL_FIELD_DUE = 1 << 0,
	PL_FIELD_OUTCOME = 1 << 1,
	PL_FIELD_TARGETS = 1 << 2,
	PL_FIELD_MILESTONES = 1 << 3,
	PL_FIELD_STATUS = 1 << 4,
	PL_FIELD_PERCENT = 1 << 5,
	PL_FIELD_PRIORITIES = 1 << 6,
	PL_FIELD_SUPPORT = 1 << 7
};

/* What every level has. It is the first member of each of the structs below. */
struct pl_item {
	enum pl_item_kind kind;
	uint32_t ordinal;             /* 0-based among the items of its list */
	const struct pl_item *parent; /* NULL for the plan */
	const struct pl_plan *plan;
	struct pl_span span;         /* from its first key to the end of its last value */
	const struct pl_text *ref;   /* ref or id */
	const struct pl_text *title; /* title or text: what a finding about something missing stands on */
	unsigned given; /* enum pl_field: has a value, or a key that seems to mean it; what of it can't be read has a
	                   finding of its own, and is not missing as well */
};

struct pl_target {
	struct pl_item item;
	const struct pl_action *action;
	struct pl_due by;
};

struct pl_achievement {
	struct pl_item item;
	const struct pl_action *action;
	struct pl_due due;
	struct pl_progress progress;
	struct pl_carry carried;
	const struct pl_text *explanation; /* its own, else that of `carried` */
};

struct pl_reference { /* one entry of `feeds`, `depends_on`, `also_in`, `priorities` */
	const struct pl_text *text;
	const struct pl_item *item; /* what it names; NULL where it names nothing */
};

struct pl_references {
	const struct pl_reference *items;
	size_t count;
};

struct pl_link {
	struct pl_span span;
	const struct pl_text *plan; /* another plan's file; then nothing is resolved */
	const struct pl_text *to, *milestone, *note;
	const struct pl_action *to_action; /* NULL where it names nothing */
	const struct pl_milestone *to_milestone;
};

/* Every leaf of a plan: a milestone, an entry of a schedule, or a key action that stands for its own milestone because
 * it has none and its template (or having no template) does not ask for them. */
struct pl_milestone {
	struct pl_item item;
	uint32_t index;                 /* 0-based in pl_plan.milestones */
	bool is_action;                 /* a key action without milestones: item.title and due are the action's own */
	bool is_entry;                  /* from a schedule */
	const struct pl_action *action; /* never NULL; the action itself for is_action */
	struct pl_due due;
	const struct pl_text *start_text;
	pl_day start;
	const struct pl_text *lead_officer, *outcome;
	struct pl_references feeds, depends_on, also_in;
	const struct pl_progress *progress; /* never NULL */
	const struct pl_progress *reviews;
	size_t review_count;
	const struct pl_carry *carried; /* NULL where the plan says nothing */
};

struct pl_priority_use {
	struct pl_reference to;
	const struct pl_text *impact;
};

struct pl_action {
	struct pl_item item;
	uint32_t index;                          /* 0-based in pl_plan.actions */
	const struct pl_item *theme, *objective; /* the nearest above; NULL */
	const struct pl_text *lead_officer, *service_team;
	const struct pl_text *expected_outcome, *resources;
	struct pl_texts partners;
	struct pl_due deadline;
	const struct pl_target *targets;
	size_t target_count;
	bool has_links; /* the section is there, perhaps empty */
	struct pl_span links_span;
	const struct pl_link *links;
	size_t link_count;
	const struct pl_priority_use *priorities;
	size_t priority_count;
	enum pl_yes_no support_function, statutory, contract, efficiency;
	const struct pl_text *contract_text, *statutory_text, *efficiency_text;
	const struct pl_text *explanation;     /* why it has no entries */
	enum pl_yes_no improvement_said;       /* improvement_plan: yes/no … */
	const struct pl_text *improvement_ref; /* … or which entry */
	const struct pl_progress *progress;    /* never NULL */
	const struct pl_progress *reviews;
	size_t review_count;
	const struct pl_achievement *achievements;
	size_t achievement_count;
	const struct pl_milestone *const *milestones; /* its leaves: itself alone where is_action */
	size_t milestone_count;
};

struct pl_objective {
	struct pl_item item;
	const struct pl_text *explanation;
};

struct pl_theme {
	struct pl_item item;
	const struct pl_text *explanation;
	size_t action_count; /* below it, at any depth */
	size_t entry_count;  /* leaves below it */
};

struct pl_priority {
	struct pl_item item;
	struct pl_texts targets;
};

struct pl_acronym {
	struct pl_str letters; /* the key as written */
	struct pl_span span;
	const struct pl_text *meaning; /* NULL where empty */
};

struct pl_plan {
	struct pl_item item;
	const char *path;
	uint32_t document; /* 0-based in its file */
	const struct pl_text *organisation, *template_text, *period_text, *set_on_text, *as_at_text, *previous;
	enum pl_template template_kind;
	struct pl_days period; /* both PL_NO_DAY where the plan gives none */
	pl_day set_on, as_at;  /* PL_NO_DAY where it gives none; `as_at` is --as-of where that is given */
	uint32_t year_start;   /* month * 100 + day on which a financial year begins: 401 */
	const struct pl_acronym *acronyms;
	size_t acronym_count;
	const struct pl_priority *const *priorities;
	size_t priority_count;
	struct pl_texts corporate_improvement;
	const struct pl_theme *const *themes;
	size_t theme_count;
	const struct pl_objective *const *objectives;
	size_t objective_count;
	const struct pl_action *const *actions; /* all of them, at any depth */
	size_t action_count;
	const struct pl_milestone *const *milestones; /* every leaf */
	size_t milestone_count;
	const struct pl_plan *previous_plan; /* last period's, where `previous` names a file that was read; NULL */
};

/* What a template calls its parts, and what it asks for. */
struct pl_template_terms {
	const char *name;       /* "local-delivery"; "" for no template */
	const char *action;     /* "key action", "task", "theme", "recommendation", "activity" */
	const char *milestone;  /* "milestone", "task", "entry", "action" */
	const char *milestones; /* more than one: "milestones", "entries" */
	bool has_milestones;    /* a key action is expected to have some */
	bool has_outcomes;      /* an expected outcome is asked for */
	bool has_targets;       /* SMART targets are asked for */
	bool is_monitored;      /* at a review every item needs a status */
};

PL_API const struct pl_template_terms *pl_template_terms(enum pl_template which); /* never NULL */

/* Does the review that the plan describes come after the plan was set? (`as_at` is there.) */
PL_API bool pl_plan_is_reviewed(const struct pl_plan *plan);

/* ---- reading a plan across ----------------------------------------------------------------------------------------
 */

/* The day of a deadline that counts, its last; PL_NO_DAY where it names none. */
PL_API pl_day pl_due_day(const struct pl_due *due);

/* Does the key action stand for its own milestone? Then on_milestone sees it as well. */
PL_API bool pl_action_is_leaf(const struct pl_action *action);

/* Who answers for a milestone: its own officer, else its key action's; NULL where neither is given. */
PL_API const struct pl_text *pl_milestone_officer(const struct pl_milestone *milestone);

/* A date that stands in free text. */
struct pl_dated {
	uint32_t begin, end; /* bytes of the text: the date itself */
	uint32_t lead;       /* where the words that bring it in begin ("by the end of ", "- ", "("): <= begin */
	uint32_t tail;       /* where the words that close it end (" and ongoing", the bracket of its lead): >= end */
	enum pl_due_kind kind;
	struct pl_days days;
};

/* The dates in a text of the plan, in order, read against its period; at most `room` are stored. Answers how many. */
PL_API size_t pl_plan_dates(const struct pl_plan *plan, const struct pl_text *text, struct pl_dated *out, size_t room);

/* What the words around such a date make of it. */
enum pl_date_role {
	PL_DATE_PLAIN,   /* "published May 2007 with …", "… - July 2007" */
	PL_DATE_PROMISE, /* "by July 2007", "no later than the end of July 2007" */
	PL_DATE_START,   /* "from April 2007", "April 2007 onwards" */
	PL_DATE_NAME     /* "the January 2006 audit", "accounts for 2006/07": no time at which anything is due */
};

PL_API enum pl_date_role pl_date_role(const struct pl_text *text, const struct pl_dated *date);

/* Does the text speak of the end of the year, a date that is not among those above? */
PL_API bool pl_names_year_end(struct pl_str text);

/* What kind of text a reader sees. */
enum pl_seen {
	PL_SEEN_WORDING, /* titles, milestones, targets, outcomes, resources, partners, why a theme is empty, acronyms
	                  */
	PL_SEEN_PERSON,  /* officers and teams */
	PL_SEEN_COMMENT  /* comments, notes, why a milestone was not met: written later, about how it went */
};

/* Shows every text of a plan that a reader sees, once, with the item it belongs to: no refs, dates, percentages,
 * statuses or names of files. By level of item, not in the order of the file. */
struct pl_text_visitor {
	void (*text)(void *data, const struct pl_item *item, const struct pl_text *text, enum pl_seen seen);
	void *data;
};

PL_API void pl_plan_visit_texts(const struct pl_plan *plan, const struct pl_text_visitor *visitor);

/* ---- the record of progress ------------------------------------------------------------------------------------- */

/* What progress is recorded of: a leaf, or a key action that has leaves below it. */
struct pl_tracked {
	const struct pl_item *item;
	const struct pl_action *action; /* the key action it belongs to, or is */
	const struct pl_due *due;
	const struct pl_progress *progress;
	bool is_leaf;
};

PL_API struct pl_tracked pl_tracked_milestone(const struct pl_milestone *milestone);
PL_API struct pl_tracked pl_tracked_action(const struct pl_action *action);

/* Has somebody recorded how far it got: a status, a percentage or a colour? */
PL_API bool pl_progress_given(const struct pl_progress *progress);

/* Completed by its status; without a status, by 100 %. Nothing recorded counts as not completed. */
PL_API bool pl_progress_complete(const struct pl_progress *progress);
PL_API bool pl_progress_over(const struct pl_progress *progress); /* completed or cancelled */

/* Due before the day of the review and not over. False where the plan has no `as_at`, or no day is named. A leaf (or a
 * key action) of which nothing is recorded is as far as its key action (or all its leaves) say they are. */
PL_API bool pl_tracked_overdue(const struct pl_tracked *tracked);

/* "on target", "not yet due", "under control": does the status say that all is in time? */
PL_API bool pl_status_in_time(const struct pl_text *status);

/* What the plan's template calls the item: "milestone", "key action", "theme". */
PL_API const char *pl_item_term(const struct pl_item *item);

/* ---- last period's plan -------------------------------------------------------------------------------------------
 */

/* Last period's plan; where there is none, says once that it was not compared and answers NULL. */
PL_API const struct pl_plan *pl_previous(struct pl_ctx *ctx, const struct pl_plan *plan);

/* The key action of `plan` that is the same as one of another period: the same ref, else nearly the same title. */
PL_API const struct pl_action *pl_action_match(struct pl_ctx *ctx, const struct pl_plan *plan,
                                               const struct pl_action *other);

/* The plan and those of the periods before it, the latest first. Ends where none is found before, where one would come
 * twice (a plan may name itself, or a later one), and when `room` is full. At least 1. */
PL_API size_t pl_chain(struct pl_ctx *ctx, const struct pl_plan *plan, const struct pl_plan **out, size_t room);

/* What a plan says of a milestone of last period. Both NULL where it says nothing. */
struct pl_heirs {
	const struct pl_achievement *achievement; /* where it is reported on */
	const struct pl_milestone *milestone;     /* where it stands again */
};

/* Those of the milestones of `was`, by their index, in a plan of a later period. Sought in the key action that is the
 * same: what says that it carries it, else what reads the same, else what has its id and words in common (many plans
 * number their milestones afresh each year), else what is much alike; then by text anywhere. Each has heirs of its own,
 * but two that read the same may have become one. */
PL_API const struct pl_heirs *pl_heirs_between(struct pl_ctx *ctx, const struct pl_plan *was, const struct pl_plan *is);

/* The same from `plan->previous_plan` (not NULL) to the plan. */
PL_API const struct pl_heirs *pl_heirs(struct pl_ctx *ctx, const struct pl_plan *plan);

/* What became of a milestone of last period. */
enum pl_fate {
	PL_FATE_NONE,      /* no two periods */
	PL_FATE_COMPLETED, /* last period's plan or the new one's achievements say so */
	PL_FATE_CARRIED,   /* carried forward, and the new plan says so */
	PL_FATE_SET_AGAIN, /* stands again, and nothing says that it was carried forward */
	PL_FATE_DROPPED,   /* cancelled, or reported on and not carried forward */
	PL_FATE_LOST       /* not completed, and the new plan says nothing of it */
};
enum { PL_FATES = PL_FATE_LOST + 1 };

PL_API enum pl_fate pl_milestone_fate(const struct pl_milestone *was, const struct pl_heirs *heirs);
PL_API const char *pl_fate_name(enum pl_fate fate); /* "carried_forward"; "" for PL_FATE_NONE */

/* The milestone of the same key action that takes an achievement up again: it says so, or it reads the same. */
PL_API const struct pl_milestone *pl_achievement_heir(struct pl_ctx *ctx, const struct pl_achievement *achievement);

/* Is it that of any achievement? */
PL_API bool pl_milestone_is_heir(struct pl_ctx *ctx, const struct pl_milestone *milestone);

/* Does the plan say that the milestone was carried forward? */
PL_API bool pl_milestone_carried(const struct pl_milestone *milestone);

/* Do two texts say the same apart from dates and words of completion? */
PL_API bool pl_reads_same(struct pl_ctx *ctx, const struct pl_text *a, const struct pl_text *b);

/* The same words and marks: only how the lines are broken may differ. */
PL_API bool pl_word_for_word(struct pl_str a, struct pl_str b);

/* ---- what serves what ---------------------------------------------------------------------------------------------
 */

/* Do two texts share a number, or two content words? False where either is NULL. */
PL_API bool pl_texts_meet(struct pl_ctx *ctx, const struct pl_text *a, const struct pl_text *b);

/* Does the milestone serve the target: does it say so (feeds), or does its text or outcome meet the target's? */
PL_API bool pl_milestone_feeds(struct pl_ctx *ctx, const struct pl_milestone *milestone,
                               const struct pl_target *target);

/* The key action that a link leads to; NULL where it leads to none of this plan. */
PL_API const struct pl_action *pl_link_action(const struct pl_link *link);

/* Does the links section of `from` name `to`? */
PL_API bool pl_action_links(const struct pl_action *from, const struct pl_action *to);

/* ---- the impact assessment ----------------------------------------------------------------------------------------
 */

/* The yes-or-no columns of the impact assessment. */
enum pl_impact { PL_IMPACT_CONTRACT, PL_IMPACT_STATUTORY, PL_IMPACT_EFFICIENCY };

/* What the key action says there, and the words as written (NULL where it says nothing). */
PL_API enum pl_yes_no pl_action_impact(const struct pl_action *action, enum pl_impact which,
                                       const struct pl_text **text);

/* Does the plan have that column: by its template, or because one of its key actions fills it in? */
PL_API bool pl_plan_has_impact(const struct pl_plan *plan, enum pl_impact which);

#endif
