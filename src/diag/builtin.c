/* The rules that stages raise themselves: builtin.def as a table. */
#include "diag/collect.h"

const struct pl_rule pl_builtin_rules[PL_BUILTIN_COUNT] = {
#define PL_BUILTIN(name, ...) [PL_BUILTIN_##name] = {__VA_ARGS__},
#include "diag/builtin.def"
#undef PL_BUILTIN
};
