/* Reads what a configuration says of rules: severities and options. */
#include "base/str.h"
#include "lint/config_read.h"
#include "lint/options.h"
#include "plan/keys.h"

struct rules {
	struct pl_config_reader *reader;
	struct pl_rule_changes *out;
};

static struct pl_rule_change *add_change(struct rules *rules, size_t place, size_t option)
{
	struct pl_rule_change *change = PL_VEC_PUSH(rules->reader->arena, rules->out);

	change->rule = place;
	change->option = option;
	return change;
}

static const struct pl_rule *rule_at(const struct rules *rules, size_t place)
{
	return pl_catalogue_at(&rules->reader->run->catalogue, place);
}

/* ---- severities ------------------------------------------------------------------------------------------------- */

static bool read_severity(struct rules *rules, const char *name, const struct pl_node *node, enum pl_severity *out)
{
	static const char *const words[] = {"error", "warning", "info", "off"};
	struct pl_str word;

	if (!pl_config_text(rules->reader, name, node, &word))
		return false;
	if (pl_severity_parse(word, out))
		return true;
	pl_config_say(rules->reader, node->span, pl_config_suggest(rules->reader, pl_str_nearest(word, words, 4)),
	              "%.*s is none of error, warning, info and off", PL_STR_ARG(word));
	return false;
}

static void set_severity(struct rules *rules, size_t place, const struct pl_node *node)
{
	enum pl_severity severity;

	if (read_severity(rules, rule_at(rules, place)->id, node, &severity))
		add_change(rules, place, PL_SEVERITY_OPTION)->severity = severity;
}

/* ---- options ---------------------------------------------------------------------------------------------------- */

static const struct pl_option_value *parse(struct rules *rules, const struct pl_option *option, struct pl_str words,
                                           struct pl_span span, struct pl_option_value *value)
{
	const char *message;

	if (pl_option_parse(rules->reader->arena, option, words, value, &message) == PL_OK)
		return value;
	pl_config_say(rules->reader, span, NULL, "%s", message);
	return NULL;
}

/* Texts as they are: what has a comma in it stays one. */
static void read_list(struct rules *rules, const struct pl_option *option, const struct pl_node *node,
                      struct pl_option_value *value)
{
	struct pl_str text;
	struct pl_span span;

	for (uint32_t at = 0; pl_config_each(rules->reader, option->name, node, &at, &text, &span);)
		PL_VEC_PUSH(rules->reader->arena, &value->entries)->name = text;
}

static void read_table(struct rules *rules, const struct pl_option *option, const struct pl_node *node,
                       struct pl_option_value *value)
{
	for (uint32_t i = 0; i < node->count; i++) {
		const struct pl_pair *pair = &node->of.pairs[i];
		struct pl_option single = *option;
		struct pl_option_value number = {0};
		struct pl_str words;

		single.type = PL_OPTION_NUMBER;
		single.name = pl_arena_copy(rules->reader->arena, pl_str_trim(pair->key.value));
		if (pl_config_text(rules->reader, single.name, &pair->value, &words) &&
		    parse(rules, &single, words, pair->value.span, &number))
			*PL_VEC_PUSH(rules->reader->arena, &value->entries) =
			        (struct pl_option_entry){pl_str_of(single.name), number.number};
	}
}

static void set_option(struct rules *rules, size_t place, size_t index, const struct pl_node *node)
{
	const struct pl_option *option = &rule_at(rules, place)->options[index];
	struct pl_option_value value = {0};
	struct pl_str words;

	if (option->type == PL_OPTION_LIST && node->kind == PL_NODE_SEQUENCE)
		read_list(rules, option, node, &value);
	else if (option->type == PL_OPTION_TABLE && node->kind == PL_NODE_MAPPING)
		read_table(rules, option, node, &value);
	else if (!pl_config_text(rules->reader, option->name, node, &words) ||
	         !parse(rules, option, words, node->span, &value))
		return;
	add_change(rules, place, index)->value = value;
}

static void say_no_option(struct rules *rules, const struct pl_rule *rule, const struct pl_text *key)
{
	size_t count = pl_option_total(rule);
	const char **names = PL_MAKE_ARRAY(rules->reader->arena, count + 1, const char *);

	for (size_t i = 0; i < count; i++)
		names[i] = rule->options[i].name;
	names[count] = "severity";
	pl_config_say(rules->reader, key->span,
	              pl_config_suggest(rules->reader, pl_str_nearest(key->value, names, count + 1)),
	              "%s has no option %.*s", rule->id, PL_STR_ARG(key->value));
}

static void read_options(struct rules *rules, size_t place, const struct pl_node *mapping)
{
	const struct pl_rule *rule = rule_at(rules, place);

	for (uint32_t i = 0; i < mapping->count; i++) {
		const struct pl_pair *pair = &mapping->of.pairs[i];
		struct pl_str name = pl_str_trim(pair->key.value);
		size_t total = pl_option_total(rule), option = 0;

		while (option < total && !pl_config_same(name, rule->options[option].name))
			option++;
		if (pl_config_same(name, "severity"))
			set_severity(rules, place, &pair->value);
		else if (option < total)
			set_option(rules, place, option, &pair->value);
		else
			say_no_option(rules, rule, &pair->key);
	}
}

/* ---- rules and modules ------------------------------------------------------------------------------------------ */

static bool is_known(const struct pl_config *config, const struct pl_rule *rule, size_t place)
{
	bool known = !rule->pack;

	for (size_t i = 0; i < config->packs.count && !known; i++)
		known = config->packs.items[i] == place;
	return known;
}

bool pl_config_find_rule(const struct pl_config_reader *reader, struct pl_str id, size_t *place)
{
	const struct pl_catalogue *catalogue = &reader->run->catalogue;

	for (*place = 0; *place < pl_catalogue_count(catalogue); (*place)++) {
		const struct pl_rule *rule = pl_catalogue_at(catalogue, *place);

		if (pl_config_same(id, rule->id) && is_known(reader->config, rule, *place))
			return true;
	}
	return false;
}

/* A module takes a severity for all its rules; false where there is none of that name. */
static bool set_module(struct rules *rules, const struct pl_pair *pair)
{
	const struct pl_catalogue *catalogue = &rules->reader->run->catalogue;
	struct pl_str name = pl_str_trim(pair->key.value);
	enum pl_severity severity;
	bool found = false, read = false;

	for (size_t i = 0; i < pl_catalogue_count(catalogue); i++) {
		const struct pl_rule *rule = pl_catalogue_at(catalogue, i);

		if (!pl_config_same(name, rule->module) || !is_known(rules->reader->config, rule, i))
			continue;
		if (!found)
			read = read_severity(rules, rule->module, &pair->value, &severity);
		found = true;
		/* a rule that is off by itself comes on only by its own name */
		if (read && (severity == PL_OFF || !rule->off))
			add_change(rules, i, PL_SEVERITY_OPTION)->severity = severity;
	}
	return found;
}

void pl_config_rules(struct pl_config_reader *reader, const struct pl_node *node, struct pl_rule_changes *out)
{
	struct rules rules = {reader, out};

	if (!pl_config_mapping(reader, "rules", node))
		return;
	for (uint32_t i = 0; i < node->count; i++) {
		const struct pl_pair *pair = &node->of.pairs[i];
		struct pl_str name = pl_str_trim(pair->key.value);
		size_t place;

		if (!pl_config_find_rule(reader, name, &place)) {
			if (!set_module(&rules, pair))
				pl_config_say(
				        reader, pair->key.span,
				        pl_config_suggest(reader, pl_catalogue_nearest(&reader->run->catalogue,
				                                                       reader->arena, name, true)),
				        "there is no rule or module %.*s", PL_STR_ARG(name));
		} else if (pair->value.kind == PL_NODE_MAPPING) {
			read_options(&rules, place, &pair->value);
		} else {
			set_severity(&rules, place, &pair->value);
		}
	}
}
