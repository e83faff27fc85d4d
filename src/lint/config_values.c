/* Reads the values of a configuration's keys, one function a kind. */
#include "base/path.h"
#include "base/str.h"
#include "lint/config_read.h"
#include "lint/version.h"
#include "plan/due.h"
#include "plan/keys.h"

static void read_part(struct pl_config_reader *reader, const struct pl_config_value *value)
{
	if (pl_config_mapping(reader, value->row->key, value->node))
		pl_config_section(reader, value->row->part, value->node, reader->config);
}

/* What is extended has been read before all other keys. */
static void read_extends(struct pl_config_reader *reader, const struct pl_config_value *value)
{
	(void)reader;
	(void)value;
}

static void read_needs(struct pl_config_reader *reader, const struct pl_config_value *value)
{
	struct pl_str range;
	bool fits;

	if (!pl_config_text(reader, value->row->key, value->node, &range))
		return;
	if (!pl_version_range(range, PL_STR(PL_VERSION), &fits))
		pl_config_say(reader, value->node->span, "Write it as in \">=1.0\" or \">=1.0, <2\"",
		              "%.*s names no versions", PL_STR_ARG(range));
	else if (!fits)
		pl_config_say(reader, value->node->span, "Install a version that fits",
		              "this is planlint " PL_VERSION ", and the configuration is for %.*s", PL_STR_ARG(range));
	*(const char **)value->field = pl_arena_copy(reader->arena, range);
}

static void read_version(struct pl_config_reader *reader, const struct pl_config_value *value)
{
	struct pl_str version;

	if (!pl_config_text(reader, value->row->key, value->node, &version))
		return;
	if (!pl_version_valid(version))
		pl_config_say(reader, value->node->span, "Write it as in 1.2", "%.*s is no version",
		              PL_STR_ARG(version));
	*(const char **)value->field = pl_arena_copy(reader->arena, version);
}

static void read_severity(struct pl_config_reader *reader, const struct pl_config_value *value)
{
	enum pl_severity *severity = value->field;
	struct pl_str word;

	if (!pl_config_text(reader, value->row->key, value->node, &word))
		return;
	if (!pl_severity_parse(word, severity) || *severity == PL_OFF)
		pl_config_say(reader, value->node->span, NULL, "%.*s is none of error, warning and info",
		              PL_STR_ARG(word));
}

static void read_fail_on(struct pl_config_reader *reader, const struct pl_config_value *value)
{
	enum pl_severity severity = PL_OFF;
	struct pl_str word;

	if (!pl_config_text(reader, value->row->key, value->node, &word))
		return;
	if (pl_str_equal_fold(word, PL_STR("never")))
		*(int *)value->field = PL_ERROR + 1;
	else if (pl_severity_parse(word, &severity) && severity != PL_OFF)
		*(int *)value->field = (int)severity;
	else
		pl_config_say(reader, value->node->span, NULL, "%.*s is none of error, warning, info and never",
		              PL_STR_ARG(word));
}

static void read_confidence(struct pl_config_reader *reader, const struct pl_config_value *value)
{
	struct pl_str word;

	if (pl_config_text(reader, value->row->key, value->node, &word) && !pl_confidence_parse(word, value->field))
		pl_config_say(reader, value->node->span, NULL, "%.*s is none of high, medium and low",
		              PL_STR_ARG(word));
}

static void read_texts(struct pl_config_reader *reader, const struct pl_config_value *value)
{
	struct pl_strs *out = value->field;
	struct pl_str text;
	struct pl_span span;

	for (uint32_t at = 0; pl_config_each(reader, value->row->key, value->node, &at, &text, &span);)
		*PL_VEC_PUSH(reader->arena, out) = text;
}

static void read_file(struct pl_config_reader *reader, const struct pl_config_value *value)
{
	struct pl_str name;

	if (pl_config_text(reader, value->row->key, value->node, &name))
		*(const char **)value->field =
		        pl_path_join(reader->arena, pl_path_folder(reader->arena, reader->source.path),
		                     pl_arena_copy(reader->arena, name));
}

/* As plan keys are compared: lower case, `_`. */
static struct pl_str plan_key(struct pl_arena *arena, struct pl_str written)
{
	char *key = pl_arena_copy(arena, written);

	for (size_t i = 0; i < written.len; i++)
		key[i] = key[i] == '-' || key[i] == ' ' ? '_' : pl_ascii_lower(key[i]);
	return (struct pl_str){key, written.len};
}

static bool is_plan_key(struct pl_str key)
{
	for (size_t i = 0; i < pl_key_row_count; i++)
		if (pl_str_equal(pl_str_of(pl_key_rows[i].spelling), key))
			return true;
	return false;
}

static void read_aliases(struct pl_config_reader *reader, const struct pl_config_value *value)
{
	if (!pl_config_mapping(reader, value->row->key, value->node))
		return;
	for (uint32_t i = 0; i < value->node->count; i++) {
		const struct pl_pair *pair = &value->node->of.pairs[i];
		struct pl_str means = plan_key(reader->arena, pl_str_trim(pair->key.value)), name;
		struct pl_span span;

		if (!is_plan_key(means)) {
			const struct pl_key_row *nearest = pl_keys_nearest(means, ~0u);

			pl_config_say(reader, pair->key.span,
			              pl_config_suggest(reader, nearest ? nearest->spelling : NULL),
			              "%.*s is no key of the plan format", PL_STR_ARG(means));
			continue;
		}
		for (uint32_t at = 0; pl_config_each(reader, "an alias", &pair->value, &at, &name, &span);)
			*PL_VEC_PUSH(reader->arena, &reader->config->aliases) =
			        (struct pl_key_alias){plan_key(reader->arena, name), means};
	}
}

static void read_year_start(struct pl_config_reader *reader, const struct pl_config_value *value)
{
	struct pl_str text, rest, part;
	long month = 0, day = 0;

	if (!pl_config_text(reader, value->row->key, value->node, &text))
		return;
	rest = text;
	if (pl_str_split(&rest, '-', &part) && pl_str_number(part, &month) && pl_str_number(rest, &day) && month > 0 &&
	    month <= 12 && day > 0 && pl_day_from_civil(2001, (int)month, (int)day) != PL_NO_DAY)
		*(uint32_t *)value->field = (uint32_t)(month * 100 + day);
	else
		pl_config_say(reader, value->node->span, "Write month and day, as in 04-01", "%.*s is no day of a year",
		              PL_STR_ARG(text));
}

static void read_days(struct pl_config_reader *reader, const struct pl_config_value *value)
{
	const struct pl_calendar calendar = {.period = {PL_NO_DAY, PL_NO_DAY}, .year_start = 401};
	struct pl_strs *out = value->field;
	struct pl_str text;
	struct pl_span span;

	for (uint32_t at = 0; pl_config_each(reader, value->row->key, value->node, &at, &text, &span);) {
		struct pl_due due = pl_due_parse(reader->arena, text, &calendar);
		char room[PL_DAY_ROOM];

		if (due.kind != PL_DUE_DAY) {
			pl_config_say(reader, span, "Write it as in 2026-12-25", "%.*s is no day", PL_STR_ARG(text));
			continue;
		}
		*PL_VEC_PUSH(reader->arena, out) =
		        pl_str_of(pl_arena_copy(reader->arena, pl_str_of(pl_day_iso(due.days.first, room))));
	}
}

static void read_acronyms(struct pl_config_reader *reader, const struct pl_config_value *value)
{
	struct pl_str letters, meaning;
	struct pl_span span;

	if (value->node->kind != PL_NODE_MAPPING) { /* letters alone */
		for (uint32_t at = 0; pl_config_each(reader, value->row->key, value->node, &at, &letters, &span);)
			PL_VEC_PUSH(reader->arena, &reader->config->acronyms)->letters = letters;
		return;
	}
	for (uint32_t i = 0; i < value->node->count; i++) {
		const struct pl_pair *pair = &value->node->of.pairs[i];

		letters = pl_str_trim(pair->key.value);
		if (pl_config_text(reader, "an acronym", &pair->value, &meaning))
			*PL_VEC_PUSH(reader->arena, &reader->config->acronyms) =
			        (struct pl_config_acronym){letters, meaning};
	}
}

static void read_rules(struct pl_config_reader *reader, const struct pl_config_value *value)
{
	pl_config_rules(reader, value->node, value->field);
}

static void read_overrides(struct pl_config_reader *reader, const struct pl_config_value *value)
{
	const struct pl_node *node = value->node;

	if (node->kind != PL_NODE_SEQUENCE)
		pl_config_say(reader, node->span, "Begin each with - files:", "overrides takes a list");
	for (uint32_t i = 0; node->kind == PL_NODE_SEQUENCE && i < node->count; i++) {
		struct pl_override *override;

		if (!pl_config_mapping(reader, "an override", &node->of.items[i]))
			continue;
		override = PL_VEC_PUSH(reader->arena, &reader->config->overrides);
		pl_config_section(reader, PL_SECTION_OVERRIDE, &node->of.items[i], override);
		if (!override->files.count)
			pl_config_say(reader, node->of.items[i].span, "Add files: [\"archive/**\"] or the like",
			              "this override does not say which files it is for");
	}
}

static void read_flag(struct pl_config_reader *reader, const struct pl_config_value *value)
{
	bool flag;

	if (pl_config_flag(reader, value->row->key, value->node, &flag))
		*(int *)value->field = flag ? 2 : 1;
}

static void read_locked(struct pl_config_reader *reader, const struct pl_config_value *value)
{
	const struct pl_catalogue *catalogue = &reader->run->catalogue;
	struct pl_strs *out = value->field;
	struct pl_str name;
	struct pl_span span;

	for (uint32_t at = 0; pl_config_each(reader, value->row->key, value->node, &at, &name, &span);) {
		*PL_VEC_PUSH(reader->arena, out) = name;
		if (!pl_catalogue_find(catalogue, name) && !pl_catalogue_has_module(catalogue, name))
			pl_config_say(
			        reader, span,
			        pl_config_suggest(reader, pl_catalogue_nearest(catalogue, reader->arena, name, true)),
			        "there is no rule or module %.*s", PL_STR_ARG(name));
	}
}

static void (*const readers[])(struct pl_config_reader *reader,
                               const struct pl_config_value *value) = {[PL_TAKES_MAPPING] = read_part,
                                                                       [PL_TAKES_EXTENDS] = read_extends,
                                                                       [PL_TAKES_NEEDS] = read_needs,
                                                                       [PL_TAKES_VERSION] = read_version,
                                                                       [PL_TAKES_FAIL_ON] = read_fail_on,
                                                                       [PL_TAKES_SEVERITY] = read_severity,
                                                                       [PL_TAKES_GLOBS] = read_texts,
                                                                       [PL_TAKES_CONFIDENCE] = read_confidence,
                                                                       [PL_TAKES_FILE] = read_file,
                                                                       [PL_TAKES_ALIASES] = read_aliases,
                                                                       [PL_TAKES_YEAR_START] = read_year_start,
                                                                       [PL_TAKES_DAYS] = read_days,
                                                                       [PL_TAKES_TEXTS] = read_texts,
                                                                       [PL_TAKES_ACRONYMS] = read_acronyms,
                                                                       [PL_TAKES_RULES] = read_rules,
                                                                       [PL_TAKES_OVERRIDES] = read_overrides,
                                                                       [PL_TAKES_FLAG] = read_flag,
                                                                       [PL_TAKES_LOCKED] = read_locked};

void pl_config_value(struct pl_config_reader *reader, const struct pl_config_value *value)
{
	readers[value->row->kind](reader, value);
}
