/* Values of options: from the words a user types to what a rule asks for, and back. */
#ifndef PL_LINT_OPTIONS_H
#define PL_LINT_OPTIONS_H

#include "lint/ruleset.h"

size_t pl_option_total(const struct pl_rule *rule);

/* Reads `words` into `value`; a table is laid over what `value` holds. Messages begin with the option's name. */
enum pl_status pl_option_parse(struct pl_arena *arena, const struct pl_option *option, struct pl_str words,
                               struct pl_option_value *value, const char **message) PL_MUST_USE;

/* As it would be typed. */
const char *pl_option_print(struct pl_arena *arena, const struct pl_option *option,
                            const struct pl_option_value *value);

#endif
