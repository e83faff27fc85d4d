/*
 * Findings on their way: collected by stages and rules, before anybody has decided on severities and suppressions.
 *
 * Stages raise the ids of builtin.def themselves; those have the same descriptor as a rule, without hooks.
 */
#ifndef PL_DIAG_COLLECT_H
#define PL_DIAG_COLLECT_H

#include "base/vec.h"
#include "source/source.h"

#include <planlint/rule.h>

/* The ids that stages raise themselves; PL_BUILTIN_YAML_SYNTAX is the index of "yaml-syntax". */
enum pl_builtin {
#define PL_BUILTIN(name, ...) PL_BUILTIN_##name,
#include "diag/builtin.def"
#undef PL_BUILTIN
	PL_BUILTIN_COUNT
};

extern const struct pl_rule pl_builtin_rules[PL_BUILTIN_COUNT];

struct pl_record_place {
	const struct pl_source *source; /* NULL: the finding's own */
	const struct pl_item *item;     /* NULL: none */
	struct pl_span span;
	const char *message; /* NULL in evidence */
};

struct pl_record {
	const struct pl_rule *rule;
	const struct pl_item *item; /* NULL where the file has none at that place */
	struct pl_span span;
	enum pl_confidence confidence; /* never PL_ANY_CONFIDENCE once collected */
	const char *message, *advice;  /* as long-lived as the collector's arena; advice NULL: the rule's */
	const struct pl_record_place *evidence;
	uint32_t evidence_count;
	const struct pl_record_place *related;
	uint32_t related_count;
	const char *reason; /* why it is suppressed, perhaps ""; NULL: it is not */
	uint32_t known;     /* its place in the baseline, 1-based; 0: it is not there */
	uint32_t place;     /* of the rule in the catalogue, plus 1; 0: nobody has noted it */
};

struct pl_collector {
	struct pl_arena *arena; /* the file's */
	PL_VEC(struct pl_record) records;
	uint32_t limit; /* 0: none; further records are counted in `cut`, not kept */
	uint32_t cut;
	PL_VEC(struct pl_unchecked) unchecked;
};

/* Copies the record (not the strings); places that stand in it are copied to the arena. */
void pl_collect(struct pl_collector *collector, const struct pl_record *record);

/* A stage's own finding; the message is printed into the arena. NULL `item` and NULL `advice` are fine. */
void pl_collect_builtin(struct pl_collector *collector, enum pl_builtin id, const struct pl_item *item,
                        struct pl_span span, const char *advice, const char *format, ...) PL_PRINTF(6, 7);

/* The same with one related place. */
void pl_collect_builtin_related(struct pl_collector *collector, enum pl_builtin id, const struct pl_item *item,
                                struct pl_span span, const struct pl_record_place *related, const char *advice,
                                const char *format, ...) PL_PRINTF(7, 8);

/* Takes back what was collected since there were `count` records and `cut` beyond the limit; not what was unchecked. */
void pl_collect_rewind(struct pl_collector *collector, size_t count, uint32_t cut);

/* Something was not looked at; the same words for the same rule once a file. `path` is left NULL. */
void pl_collect_unchecked(struct pl_collector *collector, const struct pl_rule *rule, const char *what,
                          const char *why);

/* By place, then rule in the order of listing, then message; equal rule, span and message become one (what an alias
 * repeats is said once). `order` answers the place of a record's rule in the listing. Empties `scratch`; NULL:
 * what is needed meanwhile stays in the collector's arena. */
void pl_collect_sort(struct pl_collector *collector, struct pl_arena *scratch,
                     size_t (*order)(const struct pl_record *record));

/* Once they are sorted, the first record that begins at or behind an offset; their number for none. */
size_t pl_collect_first_from(const struct pl_collector *collector, uint32_t offset);

#endif
