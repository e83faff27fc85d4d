/* Reading a configuration or rule pack: mistakes are collected, each with its place, and refuse the whole file. */
#ifndef PL_LINT_CONFIG_READ_H
#define PL_LINT_CONFIG_READ_H

#include "lint/config.h"
#include "lint/run.h"

struct pl_config_reader {
	struct pl_run *run;
	struct pl_arena *arena; /* the run's */
	struct pl_config *config;
	struct pl_source source;
	struct pl_collector collector;
	const char *real;                     /* the file, without links */
	const struct pl_config_reader *outer; /* of the file that extends this one; NULL */
	bool refused;                         /* a file that this one extends was refused */
};

void PL_PRINTF(4, 5) pl_config_say(struct pl_config_reader *reader, struct pl_span span, const char *advice,
                                   const char *format, ...);

/* "Did you mean …?" as advice, or NULL for no name. */
const char *pl_config_suggest(struct pl_config_reader *reader, const char *nearest);

/* A text behind `key`; false after saying what else is there. */
bool pl_config_text(struct pl_config_reader *reader, const char *key, const struct pl_node *node, struct pl_str *out);

/* Yes or no; false after saying that it is neither. */
bool pl_config_flag(struct pl_config_reader *reader, const char *key, const struct pl_node *node, bool *out);

/* Each text of a list; one text is a list of one. False behind the last. `at` begins at 0. */
bool pl_config_each(struct pl_config_reader *reader, const char *key, const struct pl_node *node, uint32_t *at,
                    struct pl_str *out, struct pl_span *span);

/* False after saying that a mapping belongs there. */
bool pl_config_mapping(struct pl_config_reader *reader, const char *key, const struct pl_node *node);

/* Are the names the same but for case and `-` against `_`? */
bool pl_config_same(struct pl_str a, const char *b);

/* Reads the keys of a section into `target`, as the table says. */
void pl_config_section(struct pl_config_reader *reader, enum pl_config_section section, const struct pl_node *mapping,
                       void *target);

/* One value, and where it goes: `field` is the member that the row names, or the whole target of a mapping. */
struct pl_config_value {
	const struct pl_config_row *row;
	const struct pl_node *node;
	void *field;
};

void pl_config_value(struct pl_config_reader *reader, const struct pl_config_value *value);

/* ---- the parts -------------------------------------------------------------------------------------------------- */

void pl_config_rules(struct pl_config_reader *reader, const struct pl_node *node, struct pl_rule_changes *out);
void pl_config_extends(struct pl_config_reader *reader, const struct pl_node *node);

/* A rule pack: `rules` is a list there. */
bool pl_pack_recognise(const struct pl_node *root);
void pl_pack_read(struct pl_config_reader *reader, const struct pl_node *root);

/* Takes the rules of a pack that was read before; false for one that was not. */
bool pl_pack_again(struct pl_config_reader *reader, const char *real);

/* The place of a rule that the configuration knows: a built-in one, or of its packs. False for none. */
bool pl_config_find_rule(const struct pl_config_reader *reader, struct pl_str id, size_t *place);

#endif
