/* Reads rule packs and runs their rules. */
#include "lint/pack.h"

#include "base/str.h"
#include "lint/ctx.h"
#include "lint/pack_when.h"
#include "plan/keys.h"

struct pl_pack_rule {
	struct pl_rule rule;
	size_t place;
	enum pl_pack_level level;
	const char *message;
	const struct pl_condition *when;
	const struct pl_pack_field *at; /* where the finding stands; NULL: what decided, else the item's title */
};

size_t pl_pack_place(const struct pl_rule *rule) { return rule->pack->place; }

/* ---- running ---------------------------------------------------------------------------------------------------- */

static void ask(struct pl_ctx *ctx, const struct pl_pack_place *place, const struct pl_item *item)
{
	const struct pl_pack_rule *pack = pl_catalogue_at(ctx->rules->catalogue, ctx->rule)->pack;
	struct pl_part hit = {0};

	if (!pl_condition_holds(ctx, pack->when, place, &hit))
		return;
	if (pack->at && pl_pack_field_count(pack->at, place)) {
		const struct pl_text *text = pl_pack_field_text(pack->at, place, 0);

		hit = text == hit.text ? hit : (struct pl_part){.text = text};
	}
	pl_report(ctx, &(struct pl_report){.item = item, .part = hit, .message = pack->message});
}

static void on_milestone(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	ask(ctx, &(struct pl_pack_place){{milestone, milestone->action, pl_ctx_plan(ctx)}}, &milestone->item);
}

static void on_action(struct pl_ctx *ctx, const struct pl_action *action)
{
	ask(ctx, &(struct pl_pack_place){{NULL, action, pl_ctx_plan(ctx)}}, &action->item);
}

static void on_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	ask(ctx, &(struct pl_pack_place){{NULL, NULL, plan}}, &plan->item);
}

/* ---- keys of a rule --------------------------------------------------------------------------------------------- */

enum key { ID, SUMMARY, WHY, ADVICE, MESSAGE, SEVERITY, CONFIDENCE, OFF, SCOPE, WHEN, AT, BAD, GOOD, KEYS };

static const char *const keys[KEYS] = {"id",  "summary", "why",  "advice", "message", "severity", "confidence",
                                       "off", "scope",   "when", "at",     "bad",     "good"};

struct rule_reader {
	struct pl_pack_reader *pack;
	struct pl_pack_rule *rule;
	const struct pl_node *values[KEYS]; /* NULL: not given */
	struct pl_span span;                /* of the first key */
};

static struct pl_config_reader *config_of(const struct rule_reader *reader) { return reader->pack->config; }

/* Of the value, or where it is missing of the rule's first key. */
static struct pl_span span_of(const struct rule_reader *reader, enum key key)
{
	return reader->values[key] ? reader->values[key]->span : reader->span;
}

static bool find_values(struct rule_reader *reader, const struct pl_node *node)
{
	for (uint32_t i = 0; i < node->count; i++) {
		const struct pl_pair *pair = &node->of.pairs[i];
		size_t key = 0;

		while (key < KEYS && !pl_config_same(pl_str_trim(pair->key.value), keys[key]))
			key++;
		if (key == KEYS) {
			pl_config_say(config_of(reader), pair->key.span,
			              pl_config_suggest(config_of(reader), pl_str_nearest(pair->key.value, keys, KEYS)),
			              "a rule has no %.*s", PL_STR_ARG(pair->key.value));
			return false;
		}
		if (!pl_node_is_absent(&pair->value))
			reader->values[key] = &pair->value;
	}
	return true;
}

/* The text of a key; the fallback where it is not given. */
static const char *text_of(struct rule_reader *reader, enum key key, const char *fallback)
{
	struct pl_str text;

	if (!reader->values[key] || !pl_config_text(config_of(reader), keys[key], reader->values[key], &text))
		return fallback;
	return pl_arena_copy(config_of(reader)->arena, text);
}

/* Examples keep their line ends: they are whole plans. */
static const char *example_of(struct rule_reader *reader, enum key key)
{
	const struct pl_node *node = reader->values[key];

	if (!text_of(reader, key, NULL))
		return NULL;
	return pl_arena_copy(config_of(reader)->arena, node->of.text->value);
}

static bool is_name(const char *text)
{
	return *text >= 'a' && *text <= 'z' && text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

static bool read_id(struct rule_reader *reader)
{
	struct pl_config_reader *config = config_of(reader);
	const char *id = text_of(reader, ID, NULL);
	struct pl_span span = span_of(reader, ID);
	size_t place;

	reader->rule->rule.id = id;
	if (!id)
		pl_config_say(config, span, "Add id: and a name such as no-jargon", "this rule has no id");
	else if (!is_name(id))
		pl_config_say(config, span, "Write small letters, digits and hyphens", "%s is no name for a rule", id);
	else if (pl_catalogue_has_module(&config->run->catalogue, pl_str_of(id)))
		pl_config_say(config, span, "Choose another name", "there is a module %s already", id);
	else if (pl_config_find_rule(config, pl_str_of(id), &place))
		pl_config_say(config, span, "Choose another name", "there is a rule %s already", id);
	else
		return true;
	return false;
}

static bool read_levels(struct rule_reader *reader)
{
	struct pl_rule *rule = &reader->rule->rule;
	const char *severity = text_of(reader, SEVERITY, "warning"),
	           *confidence = text_of(reader, CONFIDENCE, "medium");

	if (!pl_severity_parse(pl_str_of(severity), &rule->severity) || rule->severity == PL_OFF) {
		pl_config_say(config_of(reader), span_of(reader, SEVERITY), NULL,
		              "%s is none of error, warning and info", severity);
		return false;
	}
	if (!pl_confidence_parse(pl_str_of(confidence), &rule->confidence)) {
		pl_config_say(config_of(reader), span_of(reader, CONFIDENCE), NULL,
		              "%s is none of high, medium and low", confidence);
		return false;
	}
	return !reader->values[OFF] || pl_config_flag(config_of(reader), keys[OFF], reader->values[OFF], &rule->off);
}

static bool read_scope(struct rule_reader *reader)
{
	static const char *const scopes[] = {"milestone", "action", "plan"};
	struct pl_rule *rule = &reader->rule->rule;
	struct pl_str scope = pl_str_of(text_of(reader, SCOPE, "milestone"));

	for (size_t i = 0; i < PL_LEVELS; i++)
		if (pl_str_equal_fold(scope, pl_str_of(scopes[i]))) {
			reader->pack->level = reader->rule->level = (enum pl_pack_level)i;
			rule->on_milestone = i == PL_LEVEL_MILESTONE ? on_milestone : NULL;
			rule->on_action = i == PL_LEVEL_ACTION ? on_action : NULL;
			rule->on_plan = i == PL_LEVEL_PLAN ? on_plan : NULL;
			return true;
		}
	pl_config_say(config_of(reader), span_of(reader, SCOPE),
	              pl_config_suggest(config_of(reader), pl_str_nearest(scope, scopes, PL_LEVELS)),
	              "%.*s is none of milestone, action and plan", PL_STR_ARG(scope));
	return false;
}

static bool read_at(struct rule_reader *reader)
{
	const char *at = text_of(reader, AT, NULL);

	if (!at)
		return true;
	reader->rule->at = pl_pack_field_find(pl_str_of(at), reader->pack->level);
	if (!reader->rule->at)
		pl_config_say(
		        config_of(reader), span_of(reader, AT),
		        pl_config_suggest(config_of(reader), pl_pack_field_nearest(config_of(reader)->arena,
		                                                                   pl_str_of(at), reader->pack->level)),
		        "there is no field %s here", at);
	return reader->rule->at != NULL;
}

static bool read_when(struct rule_reader *reader)
{
	if (!reader->values[WHEN]) {
		pl_config_say(config_of(reader), reader->span, "Add when: with its conditions",
		              "this rule does not say when it holds");
		return false;
	}
	reader->rule->when = pl_condition_read(reader->pack, reader->values[WHEN]);
	return reader->rule->when != NULL;
}

static bool read_texts(struct rule_reader *reader)
{
	struct pl_rule *rule = &reader->rule->rule;

	rule->summary = text_of(reader, SUMMARY, NULL);
	if (!rule->summary) {
		pl_config_say(config_of(reader), reader->span, "Add summary: with what it reports",
		              "this rule has no summary");
		return false;
	}
	rule->why = text_of(reader, WHY, "");
	rule->advice = text_of(reader, ADVICE, "");
	rule->bad = example_of(reader, BAD);
	rule->good = example_of(reader, GOOD);
	reader->rule->message = text_of(reader, MESSAGE, rule->summary);
	return true;
}

static void read_rule(struct pl_pack_reader *pack, const struct pl_node *node, const char *module)
{
	struct pl_catalogue *catalogue = &pack->config->run->catalogue;
	struct rule_reader reader = {.pack = pack, .rule = PL_MAKE(pack->config->arena, struct pl_pack_rule)};

	if (!pl_config_mapping(pack->config, "a rule", node) || !find_values(&reader, node))
		return;
	reader.span = node->count ? node->of.pairs[0].key.span : node->span;
	if (!read_id(&reader) || !read_levels(&reader) || !read_scope(&reader) || !read_texts(&reader) ||
	    !read_when(&reader) || !read_at(&reader))
		return;
	reader.rule->rule.module = module;
	reader.rule->rule.pack = reader.rule;
	reader.rule->place = catalogue->packed.count;
	*PL_VEC_PUSH(pack->config->arena, &pack->config->config->packs) = pl_catalogue_count(catalogue);
	*PL_VEC_PUSH(pack->config->arena, &catalogue->packed) = &reader.rule->rule;
}

/* ---- the pack --------------------------------------------------------------------------------------------------- */

static const struct pl_node *value_of(const struct pl_node *root, const char *key)
{
	for (uint32_t i = 0; i < root->count; i++)
		if (pl_config_same(pl_str_trim(root->of.pairs[i].key.value), key))
			return &root->of.pairs[i].value;
	return NULL;
}

bool pl_pack_recognise(const struct pl_node *root)
{
	const struct pl_node *rules = value_of(root, "rules");

	return rules && rules->kind == PL_NODE_SEQUENCE && rules->count && rules->of.items[0].kind == PL_NODE_MAPPING;
}

static void read_words(struct pl_pack_reader *pack, const struct pl_node *node)
{
	if (!node || !pl_config_mapping(pack->config, "lexicons", node))
		return;
	for (uint32_t i = 0; i < node->count; i++) {
		const struct pl_pair *pair = &node->of.pairs[i];
		struct pl_str pattern = pl_pack_words_pattern(pack, "a lexicon", &pair->value);

		*PL_VEC_PUSH(pack->config->arena, &pack->words) =
		        (struct pl_pack_words){pl_str_trim(pair->key.value), pattern};
	}
}

static void say_unknown(struct pl_config_reader *reader, const struct pl_node *root)
{
	static const char *const names[] = {"module", "lexicons", "rules"};

	for (uint32_t i = 0; i < root->count; i++) {
		const struct pl_text *key = &root->of.pairs[i].key;
		bool known = false;

		for (size_t k = 0; k < 3; k++)
			known |= pl_config_same(pl_str_trim(key->value), names[k]);
		if (!known)
			pl_config_say(reader, key->span,
			              pl_config_suggest(reader, pl_str_nearest(key->value, names, 3)),
			              "a rule pack has no %.*s", PL_STR_ARG(key->value));
	}
}

static const char *module_of(struct pl_config_reader *reader, const struct pl_node *root)
{
	const struct pl_node *node = value_of(root, "module");
	struct pl_str text;
	const char *module;

	if (!node || !pl_config_text(reader, "module", node, &text))
		return "custom";
	module = pl_arena_copy(reader->arena, text);
	if (!is_name(module) || pl_rule_find(text))
		pl_config_say(reader, node->span, "Write small letters, digits and hyphens",
		              "%s is no name for a module", module);
	return module;
}

/* For the next configuration that names this pack: its rules are made once. */
static void keep(struct pl_config_reader *reader, size_t before)
{
	size_t count = reader->config->packs.count - before;
	size_t *places = PL_MAKE_ARRAY(reader->arena, count, size_t);

	if (count)
		memcpy(places, reader->config->packs.items + before, count * sizeof *places);
	*PL_VEC_PUSH(reader->arena, &reader->run->packs) = (struct pl_run_pack){reader->real, places, count};
}

bool pl_pack_again(struct pl_config_reader *reader, const char *real)
{
	const struct pl_run *run = reader->run;

	for (size_t i = 0; i < run->packs.count; i++) {
		const struct pl_run_pack *pack = &run->packs.items[i];

		if (strcmp(pack->real, real) != 0)
			continue;
		for (size_t j = 0; j < pack->count; j++)
			*PL_VEC_PUSH(reader->arena, &reader->config->packs) = pack->rules[j];
		return true;
	}
	return false;
}

void pl_pack_read(struct pl_config_reader *reader, const struct pl_node *root)
{
	struct pl_pack_reader pack = {.config = reader};
	const struct pl_node *rules = value_of(root, "rules");
	const char *module = module_of(reader, root);

	size_t before = reader->config->packs.count;

	say_unknown(reader, root);
	read_words(&pack, value_of(root, "lexicons"));
	for (uint32_t i = 0; i < rules->count; i++)
		read_rule(&pack, &rules->of.items[i], module);
	keep(reader, before);
}
