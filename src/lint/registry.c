/* Makes the list of rules from builtin.def and rules.def. */
#include "lint/registry.h"

#include "base/str.h"
#include "diag/collect.h"
#include "lint/pack.h"

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

/* Compiled rules are few, and those of a pack know their place. */
size_t pl_rule_index(const struct pl_rule *rule)
{
	size_t index = 0;

	if (rule->pack)
		return COUNT + pl_pack_place(rule);
	while (pl_rule_at(index) != rule)
		index++;
	return index;
}

size_t pl_record_rule(const struct pl_record *record)
{
	return record->place ? record->place - 1 : pl_rule_index(record->rule);
}

const struct pl_rule *pl_rule_find(struct pl_str id)
{
	static const struct pl_catalogue none;

	return pl_catalogue_find(&none, id);
}

size_t pl_catalogue_count(const struct pl_catalogue *catalogue) { return COUNT + catalogue->packed.count; }

const struct pl_rule *pl_catalogue_at(const struct pl_catalogue *catalogue, size_t index)
{
	return index < COUNT ? pl_rule_at(index) : catalogue->packed.items[index - COUNT];
}

const struct pl_rule *pl_catalogue_find(const struct pl_catalogue *catalogue, struct pl_str id)
{
	for (size_t i = 0; i < pl_catalogue_count(catalogue); i++)
		if (pl_str_equal(pl_str_of(pl_catalogue_at(catalogue, i)->id), id))
			return pl_catalogue_at(catalogue, i);
	return NULL;
}

bool pl_catalogue_has_module(const struct pl_catalogue *catalogue, struct pl_str name)
{
	for (size_t i = 0; i < pl_catalogue_count(catalogue); i++)
		if (pl_str_equal(pl_str_of(pl_catalogue_at(catalogue, i)->module), name))
			return true;
	return false;
}

const char *pl_catalogue_nearest(const struct pl_catalogue *catalogue, struct pl_arena *arena, struct pl_str name,
                                 bool modules_too)
{
	size_t all = pl_catalogue_count(catalogue), count = 0;
	const char **names = PL_MAKE_ARRAY(arena, all * 2, const char *);

	for (size_t i = 0; i < all; i++)
		names[count++] = pl_catalogue_at(catalogue, i)->id;
	for (size_t i = 0; i < all && modules_too; i++)
		names[count++] = pl_catalogue_at(catalogue, i)->module;
	return pl_str_nearest(name, names, count);
}
