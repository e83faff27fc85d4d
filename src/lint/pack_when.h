/* Conditions of rule packs: read from YAML, asked of a plan. */
#ifndef PL_LINT_PACK_WHEN_H
#define PL_LINT_PACK_WHEN_H

#include "lint/config_read.h"
#include "lint/pack_fields.h"

struct pl_condition;

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
