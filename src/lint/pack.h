/*
 * Rules of a rule pack: conditions in YAML over the fields of a plan. Each is a struct pl_rule like any other, with
 * hooks that ask its conditions.
 */
#ifndef PL_LINT_PACK_H
#define PL_LINT_PACK_H

#include <planlint/rule.h>

/* A rule's place among those of packs. */
size_t pl_pack_place(const struct pl_rule *rule);

#endif
