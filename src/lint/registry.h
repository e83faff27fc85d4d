/* The list of all rules: what stages raise themselves and what is written under rules/, in the order of listing. */
#ifndef PL_LINT_REGISTRY_H
#define PL_LINT_REGISTRY_H

#include <planlint/rule.h>

/* A rule's place in the list (pl_rule_at gives it back). The rule must be of the list. */
size_t pl_rule_index(const struct pl_rule *rule);

/* Is there a module of this name? */
bool pl_module_known(struct pl_str name);

/* The nearest id for "did you mean", or the nearest of ids and modules; NULL for none. */
const char *pl_rule_nearest(struct pl_str name, bool modules_too);

#endif
