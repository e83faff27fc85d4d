/* Makes the list of rules from builtin.def and rules.def. */
#include "lint/registry.h"

#include "base/str.h"
#include "diag/collect.h"

#include <planlint/planlint.h>

#include <assert.h>

#define PL_RULE(name) extern const struct pl_rule pl_rule_##name;
#include "../../rules/rules.def"
#undef PL_RULE

static const struct pl_rule *const written[] = {
#define PL_RULE(name) &pl_rule_##name,
#include "../../rules/rules.def"
#undef PL_RULE
        NULL /* an array needs a member also while there is no rule */
};

/* builtin.def lists structure, with which every listing begins, and then suppression, with which it ends. */
enum {
	FIRST = PL_BUILTIN_BAD_SUPPRESSION,
	WRITTEN = sizeof written / sizeof *written - 1,
	COUNT = PL_BUILTIN_COUNT + WRITTEN
};

size_t pl_rule_count(void) { return COUNT; }

const struct pl_rule *pl_rule_at(size_t index)
{
	assert(index < COUNT);
	if (index < FIRST)
		return &pl_builtin_rules[index];
	return index < FIRST + WRITTEN ? written[index - FIRST] : &pl_builtin_rules[index - WRITTEN];
}

size_t pl_rule_index(const struct pl_rule *rule)
{
	size_t index = 0;

	while (pl_rule_at(index) != rule)
		index++;
	return index;
}

const struct pl_rule *pl_rule_find(struct pl_str id)
{
	for (size_t i = 0; i < COUNT; i++)
		if (pl_str_equal(pl_str_of(pl_rule_at(i)->id), id))
			return pl_rule_at(i);
	return NULL;
}

bool pl_module_known(struct pl_str name)
{
	for (size_t i = 0; i < COUNT; i++)
		if (pl_str_equal(pl_str_of(pl_rule_at(i)->module), name))
			return true;
	return false;
}

const char *pl_rule_nearest(struct pl_str name, bool modules_too)
{
	const char *names[COUNT * 2];
	size_t count = 0;

	for (size_t i = 0; i < COUNT; i++)
		names[count++] = pl_rule_at(i)->id;
	for (size_t i = 0; i < COUNT && modules_too; i++)
		names[count++] = pl_rule_at(i)->module;
	return pl_str_nearest(name, names, count);
}
