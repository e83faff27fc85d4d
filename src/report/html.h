/*
 * The pieces of the page that `--format html` writes: texts, one plan as a document, one finding, the summary.
 *
 * A piece writes to the `out` of its view and keeps nothing. Everything that comes from a plan goes through
 * pl_html_text and its like, so that it stays text whatever it holds, and without names where they are redacted.
 */
#ifndef PL_REPORT_HTML_H
#define PL_REPORT_HTML_H

#include "base/map.h"
#include "report/report.h"

/* A finding with its number on the page. */
struct pl_html_note {
	const struct pl_finding *finding;
	size_t number;             /* from 1 */
	bool is_marked;            /* its words are marked in what was written of its item */
	struct pl_html_note *next; /* of the same item, in order */
};

/* What links can lead to: files that are on the page so far, and items of them. */
struct pl_html_places {
	struct pl_arena *arena; /* the page's */
	struct pl_map sections; /* by path: number of the file's section */
	struct pl_map ids;      /* of items */
};

struct pl_html_node;

/* One file as it is being written. */
struct pl_html {
	struct pl_out *out;
	struct pl_arena *arena; /* until the file is done */
	const struct pl_file *file;
	struct pl_redaction *redaction; /* NULL: names are shown */
	size_t section;                 /* its number */
	struct pl_html_places *places;
	struct pl_html_node *const *plans; /* of the file */
	bool is_brief;                     /* only what has findings, and of long texts only the words around them */
};

/* ---- texts ------------------------------------------------------------------------------------------------------ */

void pl_html_text(struct pl_out *out, struct pl_str text);
void pl_html_string(struct pl_out *out, const char *text); /* NULL: nothing */

/* The end of a word at or before `at`, unless that is far; never inside a character. */
size_t pl_html_cut(struct pl_str text, size_t at);

/* The first `most` bytes or so, cut at a word. */
void pl_html_short(struct pl_out *out, struct pl_str text, size_t most);

/* A plan's title without names and cut; not yet escaped. */
const char *pl_html_name(const struct pl_html *html, struct pl_str title);

/* A text of the plan, the words of `notes` marked in it and numbered; sets their is_marked. A person's name becomes a
 * token where names are redacted, even one that was never learnt. */
void pl_html_value(const struct pl_html *html, const struct pl_text *text, struct pl_html_note *notes, bool is_person);

/* Does the finding stand in the text? */
bool pl_html_is_in(const struct pl_text *text, const struct pl_finding *finding);

/* The line of the file that a finding stands on, its words marked. */
void pl_html_line(const struct pl_html *html, const struct pl_finding *finding);

/* The words alone, all of them marked and numbered; sets is_marked. */
void pl_html_words(const struct pl_html *html, struct pl_html_note *note);

/* "Error", "Warning", "Note"; and the letter that stands for it in class names */
const char *pl_html_severity(enum pl_severity severity);
char pl_html_class(enum pl_severity severity);

/* ---- findings --------------------------------------------------------------------------------------------------- */

/* A list of them; nothing for NULL. */
void pl_html_notes(const struct pl_html *html, const struct pl_html_note *notes);

/* Each beside the words of the file that it stands on, for what belongs to no item of a plan. */
void pl_html_excerpts(const struct pl_html *html, struct pl_html_note *notes);

/* ---- a plan as a document --------------------------------------------------------------------------------------- */

/* An item of a plan, with its findings and what it holds. */
struct pl_html_node {
	const struct pl_item *item;
	struct pl_html_node *first, *last, *next; /* children, and the next one of its parent */
	struct pl_html_note *notes, *last_note;
	const char *id; /* on the page; NULL: no link leads to it */
};

/* The plan as a tree of items in the order of the file; its notes are put to their items, those without one to the
 * plan.
 */
struct pl_html_node *pl_html_tree(struct pl_arena *arena, const struct pl_plan *plan, struct pl_html_note *notes);

/* ---- links ------------------------------------------------------------------------------------------------------ */

/* The file's section is on the page, and so are the items of its plans, in brief those with findings. */
void pl_html_places_add(const struct pl_html *html);

/* The id of where a related place stands on the page: of the item, else of the file's section; NULL where it is not
 * there (yet). In the file's arena. */
const char *pl_html_place_of(const struct pl_html *html, const struct pl_related *related);

/* Writes the attribute where the node has an id. */
void pl_html_put_id(const struct pl_html *html, const struct pl_html_node *node);

/* A field of an item: "Lead officer", "Due". */
struct pl_html_field {
	const char *label;
	const struct pl_text *text; /* NULL: `plain` */
	const char *plain;
	bool is_person;
	uint32_t place; /* in the file */
	size_t order;   /* among equals */
};

struct pl_html_fields {
	PL_VEC(struct pl_html_field) items;
};

/* Adds what an item has beside title and ref, in the order of the file. */
void pl_html_fields(struct pl_arena *arena, const struct pl_item *item, struct pl_html_fields *fields);

/* The plan from its heading on. */
void pl_html_plan(const struct pl_html *html, struct pl_html_node *plan);

/* ---- the summary ------------------------------------------------------------------------------------------------ */

struct pl_html_rule {
	const struct pl_rule *rule;
	size_t count;
	enum pl_severity worst;
};

struct pl_html_month {
	int32_t month; /* months since the year 0 */
	size_t inside, outside;
};

struct pl_html_row {
	const char *title, *path;
	size_t number; /* of its section on the page; 0: it has none */
	size_t milestones, loud, findings;
};

/* Names of files as a list, which the owner frees. */
struct pl_html_names {
	struct pl_buf list;
	size_t count, listed;
};

/* What the summary is made of, gathered as the files come. */
struct pl_html_sum {
	struct pl_arena *arena;
	PL_VEC(struct pl_html_rule) rules;
	PL_VEC(struct pl_html_month) months; /* in order */
	struct pl_days period;               /* of the plans that give one */
	bool has_period, mixed_periods;
	size_t undated; /* milestones whose deadline names no day */
	PL_VEC(struct pl_html_row) rows;
	size_t rows_left_out;
	size_t notes;                           /* findings on the page */
	size_t left_notes, left_plans;          /* findings that are only counted, and in how many files */
	bool has_across;                        /* some were found across plans */
	struct pl_html_names quiet, unreadable; /* files without findings, and such as could not be read */
};

void pl_html_count_rule(struct pl_html_sum *sum, const struct pl_finding *finding);
void pl_html_count_deadlines(struct pl_html_sum *sum, const struct pl_plan *plan);
void pl_html_count_plan(struct pl_html_sum *sum, const struct pl_html_row *row);

/* More findings in a plan that was counted, and milestones that had raised nothing until then. */
void pl_html_count_again(struct pl_html_sum *sum, const char *path, size_t findings, size_t roused);

void pl_html_add_name(struct pl_html_names *names, const struct pl_file *file);

void pl_html_lead(struct pl_out *out, const struct pl_totals *totals); /* a sentence or two */
void pl_html_summary(struct pl_out *out, const struct pl_html_sum *sum, const struct pl_totals *totals);
void pl_html_rule_chart(struct pl_out *out, const struct pl_html_sum *sum);
void pl_html_month_chart(struct pl_out *out, const struct pl_html_sum *sum);
void pl_html_plan_chart(struct pl_out *out, const struct pl_html_sum *sum);

/* Why each rule with findings asks what it asks; which rules looked at all. */
void pl_html_rule_help(struct pl_out *out, const struct pl_run *run, const struct pl_html_sum *sum);
void pl_html_checked(struct pl_out *out, const struct pl_run *run);

/* ---- the page --------------------------------------------------------------------------------------------------- */

/* Up to and with <body>, and the link that leads past the summary where there are findings. */
void pl_html_head(struct pl_out *out, const char *title, bool has_findings);
void pl_html_filters(struct pl_out *out); /* hidden until the script shows them */
void pl_html_foot(struct pl_out *out);

#endif
