/*
 * What a rule is, and what a rule may call.
 *
 * A rule is one file `rules/<module>/<rule>.c` that defines one `const struct pl_rule pl_rule_<rule>`; one line in
 * rules/rules.def and a folder tests/rules/<rule>/ complete it. A rule never prints, never allocates with malloc, keeps
 * no state between calls, and does not see severities in force or suppressions. Hooks may run on any thread.
 */
#ifndef PLANLINT_RULE_H
#define PLANLINT_RULE_H

#include <planlint/diag.h>
#include <planlint/plan.h>
#include <planlint/text.h>

struct pl_ctx;
struct pl_corpus;    /* corpus.h */
struct pl_pack_rule; /* planlint's own */

/* ---- options ---------------------------------------------------------------------------------------------------- */

enum pl_option_type {
	PL_OPTION_NUMBER, /* a whole number within [minimum, maximum] */
	PL_OPTION_FLAG,   /* yes or no */
	PL_OPTION_TEXT,
	PL_OPTION_LIST, /* texts; on the command line separated by commas */
	PL_OPTION_TABLE /* name: whole number; what is given is laid over the default, name by name */
};

struct pl_option {
	const char *name; /* as users type it, with `-` */
	enum pl_option_type type;
	const char *fallback;  /* the default, written as on the command line; a table as "name=number,name=number" */
	long minimum, maximum; /* of numbers */
	const char *summary;
};

/* The value in force, by position in `pl_rule.options`. For prepare() only. The caller borrows; it lives as long as the
 * run. */
PL_API long pl_option_number(struct pl_ctx *ctx, size_t option);
PL_API bool pl_option_flag(struct pl_ctx *ctx, size_t option);
PL_API struct pl_str pl_option_text(struct pl_ctx *ctx, size_t option);
PL_API size_t pl_option_count(struct pl_ctx *ctx, size_t option);                      /* of a list or table */
PL_API struct pl_str pl_option_entry(struct pl_ctx *ctx, size_t option, size_t index); /* its text or name */
PL_API long pl_option_entry_number(struct pl_ctx *ctx, size_t option, size_t index);   /* of a table */

/* ---- the rule --------------------------------------------------------------------------------------------------- */

struct pl_rule {
	const char *id, *module;   /* stable; what users type, what baselines store */
	const char *since;         /* the version that brought it, "1.0" */
	const char *summary;       /* one line, for lists */
	const char *why;           /* two or three sentences: the guidance in our own words */
	const char *advice;        /* what to write instead; a finding may bring a better one */
	const char *bad, *good;    /* whole plans in YAML: shown by explain, run by the tests */
	enum pl_severity severity; /* default */
	enum pl_confidence confidence;
	bool off;                        /* runs only when selected … */
	bool sweep;                      /* … and in a sweep (pl_run_sweep) by itself */
	const struct pl_option *options; /* ends with a NULL name; may be NULL */
	size_t prepared_size;            /* zeroed memory for prepare(), read-only afterwards */
	enum pl_status (*prepare)(struct pl_ctx *ctx, void *prepared);
	void (*on_milestone)(struct pl_ctx *ctx, const struct pl_milestone *milestone);
	void (*on_action)(struct pl_ctx *ctx, const struct pl_action *action);
	void (*on_plan)(struct pl_ctx *ctx, const struct pl_plan *plan); /* after all its actions and milestones */
	void (*on_corpus)(struct pl_ctx *ctx, const struct pl_corpus *corpus); /* once, after all plans */
	const struct pl_pack_rule *pack; /* what a rule pack says; NULL for a rule that is written in C */
};

/* What prepare() left; read-only. */
PL_API const void *pl_prepared(const struct pl_ctx *ctx);

/* The plan under inspection (any hook). */
PL_API const struct pl_plan *pl_ctx_plan(const struct pl_ctx *ctx);

/* Memory that lives until the hook returns, in prepare() as long as the run; zeroed. Never NULL: running out ends the
 * run with PL_NO_MEMORY. */
PL_API void *pl_alloc(struct pl_ctx *ctx, size_t count, size_t size);

/* A text of the plan for `%.*s`. */
#define PL_TEXT_ARG(text) (int)(text)->value.len, (text)->value.ptr

/* printf into memory that lives until the file's findings are reported. `%.*s` prints a pl_str. */
PL_API const char *pl_print(struct pl_ctx *ctx, const char *format, ...) PL_PRINTF(2, 3);

/* For prepare(): `return pl_refuse(ctx, "holidays: …")` where an option's value makes no sense. */
PL_API enum pl_status pl_refuse(struct pl_ctx *ctx, const char *message) PL_MUST_USE;

/* ---- reporting -------------------------------------------------------------------------------------------------- */

/* A part of a text: bytes [begin, end) of text->value. */
struct pl_part {
	const struct pl_text *text;
	uint32_t begin, end; /* end 0: all of it */
};

/* Another place, for pl_report.related. */
struct pl_place {
	const struct pl_item *item; /* may belong to another plan of the run */
	struct pl_part part;        /* text NULL: the item's title */
	const char *message;        /* "the same milestone", "the later stage" */
};

/* One finding as a rule states it. Zero what is not needed. All is copied but the strings, which must live as long as
 * pl_print's do (literals, pl_print). */
struct pl_report {
	const struct pl_item *item;    /* required */
	struct pl_part part;           /* where it stands; text NULL: the item's title, else its first key */
	enum pl_confidence confidence; /* 0: the rule's own */
	const char *message;           /* required; one sentence, no full stop needed */
	const char *advice;            /* NULL: the rule's own */
	const struct pl_part *evidence;
	size_t evidence_count;
	const struct pl_place *related;
	size_t related_count;
};

PL_API void pl_report(struct pl_ctx *ctx, const struct pl_report *report);

/* The place of a word of the reading, or of the words from one to another. */
PL_API struct pl_part pl_word_part(const struct pl_reading *reading, uint32_t word);
PL_API struct pl_part pl_words_part(const struct pl_reading *reading, uint32_t first, uint32_t last);

/* A second result that could be met or missed apart from the first: the clause that tells it (NULL: none), what is
 * named in passing ("as well as opening a hub"), or what has a deadline of its own ("650 by May and 900 by June"). */
PL_API const struct pl_clause *pl_second_result(const struct pl_reading *reading);
PL_API bool pl_adds_result(const struct pl_reading *reading, struct pl_part *second);
PL_API bool pl_second_deadline(const struct pl_reading *reading, struct pl_part *second);

/* The word of a clause that decided its yield, as it stands in the plan; of the two, the one with any of `kinds`, else
 * the first. "" where there is none. As pl_print. */
PL_API const char *pl_print_decided(struct pl_ctx *ctx, const struct pl_reading *reading,
                                    const struct pl_clause *clause, uint64_t kinds);

/* Reports on a clause: where it stands, what it says and the words that decided are filled in; the rest is the
 * caller's. */
PL_API void pl_report_words(struct pl_ctx *ctx, const struct pl_item *item, const struct pl_reading *reading,
                            const struct pl_clause *clause, const struct pl_report *report);

/* Says once a plan that something was not looked at: "deadlines were not compared with the period", "the plan gives
 * none". */
PL_API void pl_not_checked(struct pl_ctx *ctx, const char *what, const char *why);

/* The same where it has been said already, or goes without saying: the rule could not look at this plan, and rates
 * leave the plan out for it. */
PL_API void pl_not_applicable(struct pl_ctx *ctx);

/* ---- conveniences ----------------------------------------------------------------------------------------------- */

/* The terms of the plan's template: pl_terms(ctx)->milestone. */
PL_API const struct pl_template_terms *pl_terms(const struct pl_ctx *ctx);

/* "30 September 2010"; "September 2010" and "Q2 2010/11" in the precision of `due`. As pl_print. */
PL_API const char *pl_print_day(struct pl_ctx *ctx, pl_day day);
PL_API const char *pl_print_month(struct pl_ctx *ctx, pl_day day); /* that it lies in: "September 2010" */
PL_API const char *pl_print_due(struct pl_ctx *ctx, const struct pl_due *due);

/* The same with the day that counts where the words are imprecise: `31 August 2011 ("summer 2011")`. */
PL_API const char *pl_print_deadline(struct pl_ctx *ctx, const struct pl_due *due);

/* How messages name an item: its ref, else its title cut at a word (`KA3`, `"Bring empty homes …"`). As pl_print. */
PL_API const char *pl_print_item(struct pl_ctx *ctx, const struct pl_item *item);

/* A text in quotes, on one line, cut at a word: for messages about all of it. As pl_print. */
PL_API const char *pl_print_quoted(struct pl_ctx *ctx, const struct pl_text *text);

/* ---- first tests ------------------------------------------------------------------------------------------------ */

/* What a text may hold, by its bytes alone: nearly all texts of a plan have neither. */
enum pl_mark {
	PL_MARK_ACRONYM = 1, /* two capitals together, or one before an & */
	PL_MARK_GAP = 2      /* what no placeholder goes without: ??, xx, [, tb, "to be " … */
};

/* pl_plan_visit_texts, but only with the texts that bear one of `marks`. All rules share one walk over the plan. */
PL_API void pl_visit_marked(struct pl_ctx *ctx, unsigned marks, const struct pl_text_visitor *visitor);

/* ---- patterns (PCRE2: UTF, caseless, JIT, match limits) -----------------------------------------------------------
 */

struct pl_pattern;

/* Compiles for the run; NULL with a PL_BAD_SETTING message in the run where `source` is no pattern. For prepare(). */
PL_API const struct pl_pattern *pl_pattern_compile(struct pl_ctx *ctx, struct pl_str source);

/* The same for a pattern of the rule's own, which is known to be one: compiled with the first search for it, as most
 * plans hold nothing that it need be searched in. Never NULL. `source` must outlive the run. */
PL_API const struct pl_pattern *pl_pattern_of(struct pl_ctx *ctx, const char *source);

/* The first match in `subject` from byte `from`; false where there is none, or where a step limit cut the search short
 * (then the stage itself reports incomplete-check). begin and end are bytes of `subject`. */
PL_API bool pl_pattern_find(struct pl_ctx *ctx, const struct pl_pattern *pattern, struct pl_str subject, uint32_t from,
                            uint32_t *begin, uint32_t *end);

/* ---- phrases: for rules that go by a table of them ----------------------------------------------------------------
 */

struct pl_phrases;

/* Each list is "open tender*|consult* ... residents": `|` between phrases, `*` for any ending, `...` for up to four
 * words; ASCII case is ignored. For prepare(); the lists are borrowed for the run. */
PL_API const struct pl_phrases *pl_phrases_compile(struct pl_ctx *ctx, const struct pl_str *lists, size_t count);

/* Bytes of the text's value; both 0 where nothing was found. */
struct pl_phrase_match {
	uint32_t begin, end;
};

/* For each of the lists the first of its phrases in the text. `out` has room for as many as there are lists, and says
 * nothing where none was found in any of them (false). */
PL_API bool pl_phrases_find(const struct pl_phrases *phrases, const struct pl_reading *reading,
                            struct pl_phrase_match *out);

/* The first match in what a key action sets out to do: its title, outcome, targets, resources and milestones. */
PL_API bool pl_action_find(struct pl_ctx *ctx, const struct pl_action *action, const struct pl_pattern *pattern,
                           struct pl_place *out);

#endif
