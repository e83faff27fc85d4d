/* Conditions of rule packs: read from YAML, asked of a plan. */
#ifndef PL_LINT_PACK_WHEN_H
#define PL_LINT_PACK_WHEN_H

#include "lint/config_read.h"
#include "lint/pack_fields.h"

enum pl_condition_kind {
	PL_CONDITION_ALL,
	PL_CONDITION_ANY,
	PL_CONDITION_NOT,
	PL_CONDITION_PRESENT,
	PL_CONDITION_ABSENT,
	PL_CONDITION_MATCHES,
	PL_CONDITION_NOT_MATCHES,
	PL_CONDITION_BEFORE,
	PL_CONDITION_AFTER,
	PL_CONDITION_COUNT,
	PL_CONDITION_KINDS
};

struct pl_condition {
	enum pl_condition_kind kind;
	const struct pl_condition *const *parts; /* of all, any and not */
	size_t part_count;
	const struct pl_pack_field *field;
	const struct pl_pattern *pattern;
	const struct pl_pack_field *other; /* of before and after: NULL for a fixed day */
	pl_day day;
	size_t least, most;
};

/* Named lists of words that patterns can stand for. */
struct pl_pack_words {
	struct pl_str name;
	struct pl_str pattern;
};

struct pl_pack_reader {
	struct pl_config_reader *config;
	PL_VEC(struct pl_pack_words) words;
	enum pl_pack_level level; /* of the rule that is read */
};

/* The pattern for a list of words: each as a whole word, a star at its end for any ending. */
struct pl_str pl_pack_words_pattern(struct pl_pack_reader *reader, const char *name, const struct pl_node *list);

/* NULL after saying what is wrong. */
const struct pl_condition *pl_condition_read(struct pl_pack_reader *reader, const struct pl_node *node);

/* Does it hold? `hit` is what decided it, where that has a place; its text stays NULL otherwise. */
bool pl_condition_holds(struct pl_ctx *ctx, const struct pl_condition *condition, const struct pl_pack_place *place,
                        struct pl_part *hit);

#endif
