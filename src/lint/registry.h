/*
 * The list of all rules: what stages raise themselves and what is written under rules/, in the order of listing; and a
 * run's own list, which has the rules of its packs behind them.
 */
#ifndef PL_LINT_REGISTRY_H
#define PL_LINT_REGISTRY_H

#include "diag/collect.h"

#include <planlint/rule.h>

/* Rules of a run, each known by its place. Two packs that no configuration names together may have a rule of the same
 * id. */
struct pl_catalogue {
	PL_VEC(const struct pl_rule *) packed;
};

size_t pl_catalogue_count(const struct pl_catalogue *catalogue);
const struct pl_rule *pl_catalogue_at(const struct pl_catalogue *catalogue, size_t index);

/* NULL where there is none. */
const struct pl_rule *pl_catalogue_find(const struct pl_catalogue *catalogue, struct pl_str id);

/* Is there a module of this name? */
bool pl_catalogue_has_module(const struct pl_catalogue *catalogue, struct pl_str name);

/* The nearest id for "did you mean", or the nearest of ids and modules; NULL for none. */
const char *pl_catalogue_nearest(const struct pl_catalogue *catalogue, struct pl_arena *arena, struct pl_str name,
                                 bool modules_too);

/* A rule's place in any catalogue that has it. */
size_t pl_rule_index(const struct pl_rule *rule);

/* That of a record's rule, which a rule notes when it reports. */
size_t pl_record_rule(const struct pl_record *record);

#endif
