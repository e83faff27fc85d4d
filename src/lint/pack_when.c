/* Reads conditions of rule packs. */
#include "lint/pack_when.h"

#include "base/str.h"
#include "plan/due.h"

/* ---- reading ---------------------------------------------------------------------------------------------------- */

static const struct {
	const char *name;
	bool takes_parts;
} kinds[PL_CONDITION_KINDS] = {[PL_CONDITION_ALL] = {"all", true},
                               [PL_CONDITION_ANY] = {"any", true},
                               [PL_CONDITION_NOT] = {"not", true},
                               [PL_CONDITION_PRESENT] = {"present", false},
                               [PL_CONDITION_ABSENT] = {"absent", false},
                               [PL_CONDITION_MATCHES] = {"matches", false},
                               [PL_CONDITION_NOT_MATCHES] = {"not-matches", false},
                               [PL_CONDITION_BEFORE] = {"before", false},
                               [PL_CONDITION_AFTER] = {"after", false},
                               [PL_CONDITION_COUNT] = {"count", false}};

static struct pl_arena *arena_of(struct pl_pack_reader *reader) { return reader->config->arena; }

static bool read_field(struct pl_pack_reader *reader, struct pl_str name, struct pl_span span,
                       const struct pl_pack_field **out)
{
	*out = pl_pack_field_find(name, reader->level);
	if (*out)
		return true;
	pl_config_say(reader->config, span,
	              pl_config_suggest(reader->config, pl_pack_field_nearest(arena_of(reader), name, reader->level)),
	              "there is no field %.*s here", PL_STR_ARG(name));
	return false;
}

/* Room for a word with every byte escaped, a blank as `\\s+`, and what goes around it. */
enum { ROOM_A_BYTE = 3, ROOM_A_WORD = 8 };

static size_t put_text(char *at, const char *text)
{
	size_t length = strlen(text);

	memcpy(at, text, length);
	return length;
}

/* Answers how many bytes it wrote. */
static size_t put_word(char *at, struct pl_str word)
{
	size_t length = 0;
	bool open = pl_str_ends(word, PL_STR("*"));

	word.len -= open;
	for (size_t i = 0; i < word.len; i++) {
		char c = word.ptr[i];

		if (pl_ascii_is_space(c)) {
			if (!pl_ascii_is_space(word.ptr[i - 1])) /* texts are trimmed: there is one before */
				length += put_text(at + length, "\\s+");
			continue;
		}
		if ((unsigned char)c < 0x80 && !pl_ascii_is_alpha(c) && !pl_ascii_is_digit(c))
			at[length++] = '\\';
		at[length++] = c;
	}
	return length + (open ? put_text(at + length, "\\w*") : 0);
}

struct pl_str pl_pack_words_pattern(struct pl_pack_reader *reader, const char *name, const struct pl_node *list)
{
	size_t room = sizeof "(?<!\\w)(?:)(?!\\w)", length;
	struct pl_strs words = {0};
	struct pl_str word;
	struct pl_span span;
	char *pattern;

	for (uint32_t at = 0; pl_config_each(reader->config, name, list, &at, &word, &span);) {
		*PL_VEC_PUSH(arena_of(reader), &words) = word;
		room += ROOM_A_BYTE * word.len + ROOM_A_WORD;
	}
	if (!words.count)
		pl_config_say(reader->config, list->span, NULL, "this lexicon is empty");
	pattern = pl_arena_bytes(arena_of(reader), room);
	length = put_text(pattern, "(?<!\\w)(?:");
	for (size_t i = 0; i < words.count; i++) {
		if (i)
			pattern[length++] = '|';
		length += put_word(pattern + length, words.items[i]);
	}
	length += put_text(pattern + length, ")(?!\\w)");
	return (struct pl_str){pattern, length};
}

/* {lexicon: NAME}; empty after saying what is wrong. */
static struct pl_str find_words(struct pl_pack_reader *reader, const struct pl_node *node)
{
	const struct pl_pair *pair = node->count == 1 ? &node->of.pairs[0] : NULL;
	const char **names = PL_MAKE_ARRAY(arena_of(reader), reader->words.count, const char *);
	struct pl_str name;

	if (!pair || !pl_config_same(pair->key.value, "lexicon")) {
		pl_config_say(reader->config, node->span, NULL, "write a pattern, or {lexicon: NAME}");
		return (struct pl_str){0};
	}
	if (!pl_config_text(reader->config, "lexicon", &pair->value, &name))
		return (struct pl_str){0};
	for (size_t i = 0; i < reader->words.count; i++) {
		if (pl_str_equal(reader->words.items[i].name, name))
			return reader->words.items[i].pattern;
		names[i] = pl_arena_copy(arena_of(reader), reader->words.items[i].name);
	}
	pl_config_say(reader->config, pair->value.span,
	              pl_config_suggest(reader->config, pl_str_nearest(name, names, reader->words.count)),
	              "this pack has no lexicon %.*s", PL_STR_ARG(name));
	return (struct pl_str){0};
}

static bool read_pattern(struct pl_pack_reader *reader, const struct pl_node *node, struct pl_condition *out)
{
	struct pl_str source = {0};
	const char *message;

	if (node->kind == PL_NODE_MAPPING)
		source = find_words(reader, node);
	else
		(void)pl_config_text(reader->config, "a pattern", node, &source);
	if (!source.len)
		return false;
	out->pattern = pl_patterns_compile(reader->config->run->patterns, source, &message);
	if (!out->pattern)
		pl_config_say(reader->config, node->span, NULL, "%s", message);
	return out->pattern != NULL;
}

/* A day, or another field that has one. */
static bool read_day(struct pl_pack_reader *reader, const struct pl_node *node, struct pl_condition *out)
{
	const struct pl_calendar calendar = {.period = {PL_NO_DAY, PL_NO_DAY}, .year_start = 401};
	struct pl_str words;
	struct pl_due due;

	if (!pl_pack_field_has_days(out->field)) {
		pl_config_say(reader->config, node->span, NULL, "this field has no day to compare with");
		return false;
	}
	if (!pl_config_text(reader->config, "before and after", node, &words))
		return false;
	due = pl_due_parse(arena_of(reader), words, &calendar);
	out->day = due.kind == PL_DUE_DAY ? due.days.first : PL_NO_DAY;
	if (out->day != PL_NO_DAY)
		return true;
	out->other = pl_pack_field_find(words, reader->level);
	if (out->other && pl_pack_field_has_days(out->other))
		return true;
	pl_config_say(reader->config, node->span, "Write a day such as 2026-03-31, or a field such as plan.period_end",
	              "%.*s is neither a day nor a field that has one", PL_STR_ARG(words));
	return false;
}

static bool read_bound(struct pl_pack_reader *reader, const struct pl_node *node, size_t *out)
{
	struct pl_str words;
	long number;

	if (!pl_config_text(reader->config, "count", node, &words))
		return false;
	if (pl_str_number(words, &number) && number >= 0) {
		*out = (size_t)number;
		return true;
	}
	pl_config_say(reader->config, node->span, NULL, "%.*s is no whole number", PL_STR_ARG(words));
	return false;
}

static bool read_count(struct pl_pack_reader *reader, const struct pl_node *node, struct pl_condition *out)
{
	out->most = SIZE_MAX;
	if (node->kind != PL_NODE_MAPPING) {
		bool read = read_bound(reader, node, &out->least);

		out->most = out->least;
		return read;
	}
	for (uint32_t i = 0; i < node->count; i++) {
		const struct pl_pair *pair = &node->of.pairs[i];
		bool is_least = pl_config_same(pair->key.value, "at-least");

		if (!is_least && !pl_config_same(pair->key.value, "at-most")) {
			pl_config_say(reader->config, pair->key.span, "Write at-least or at-most",
			              "%.*s is no bound of a count", PL_STR_ARG(pair->key.value));
			return false;
		}
		if (!read_bound(reader, &pair->value, is_least ? &out->least : &out->most))
			return false;
	}
	return true;
}

static struct pl_condition *make(struct pl_pack_reader *reader, enum pl_condition_kind kind)
{
	struct pl_condition *condition = PL_MAKE(arena_of(reader), struct pl_condition);

	condition->kind = kind;
	return condition;
}

struct parts {
	const struct pl_condition **items;
	size_t count, room;
};

static const struct pl_condition *join(struct pl_pack_reader *reader, enum pl_condition_kind kind,
                                       const struct parts *parts)
{
	struct pl_condition *condition = make(reader, kind);

	condition->parts = parts->items;
	condition->part_count = parts->count;
	return condition;
}

/* all, any and not: a list of conditions, or one. */
static bool read_parts(struct pl_pack_reader *reader, enum pl_condition_kind kind, const struct pl_node *node,
                       struct parts *out)
{
	struct parts parts = {0};
	bool is_list = node->kind == PL_NODE_SEQUENCE;

	for (uint32_t i = 0; i < (is_list ? node->count : 1); i++) {
		const struct pl_condition *part = pl_condition_read(reader, is_list ? &node->of.items[i] : node);

		if (!part)
			return false;
		*PL_VEC_PUSH(arena_of(reader), &parts) = part;
	}
	if (!parts.count) {
		pl_config_say(reader->config, node->span, NULL, "this condition is empty");
		return false;
	}
	*PL_VEC_PUSH(arena_of(reader), out) = join(reader, kind, &parts);
	return true;
}

/* `present: [a, b]`: each of them. */
static bool read_names(struct pl_pack_reader *reader, enum pl_condition_kind kind, const struct pl_node *node,
                       struct parts *out)
{
	struct pl_str name;
	struct pl_span span;

	for (uint32_t at = 0; pl_config_each(reader->config, kinds[kind].name, node, &at, &name, &span);) {
		struct pl_condition *condition = make(reader, kind);

		if (!read_field(reader, name, span, &condition->field))
			return false;
		*PL_VEC_PUSH(arena_of(reader), out) = condition;
	}
	return true;
}

/* `matches: {field: …}`: each of the fields. */
static bool read_fields(struct pl_pack_reader *reader, enum pl_condition_kind kind, const struct pl_node *node,
                        struct parts *out)
{
	if (!pl_config_mapping(reader->config, kinds[kind].name, node))
		return false;
	for (uint32_t i = 0; i < node->count; i++) {
		const struct pl_pair *pair = &node->of.pairs[i];
		struct pl_condition *condition = make(reader, kind);
		bool read = read_field(reader, pl_str_trim(pair->key.value), pair->key.span, &condition->field);

		if (read && (kind == PL_CONDITION_BEFORE || kind == PL_CONDITION_AFTER))
			read = read_day(reader, &pair->value, condition);
		else if (read && kind == PL_CONDITION_COUNT)
			read = read_count(reader, &pair->value, condition);
		else if (read)
			read = read_pattern(reader, &pair->value, condition);
		if (!read)
			return false;
		*PL_VEC_PUSH(arena_of(reader), out) = condition;
	}
	return true;
}

static bool read_pair(struct pl_pack_reader *reader, const struct pl_pair *pair, struct parts *out)
{
	const char *names[PL_CONDITION_KINDS];
	enum pl_condition_kind kind = PL_CONDITION_ALL;

	for (size_t i = 0; i < PL_CONDITION_KINDS; i++)
		names[i] = kinds[i].name;
	while (kind < PL_CONDITION_KINDS && !pl_config_same(pl_str_trim(pair->key.value), kinds[kind].name))
		kind++;
	if (kind == PL_CONDITION_KINDS) {
		pl_config_say(
		        reader->config, pair->key.span,
		        pl_config_suggest(reader->config, pl_str_nearest(pair->key.value, names, PL_CONDITION_KINDS)),
		        "there is no condition %.*s", PL_STR_ARG(pair->key.value));
		return false;
	}
	if (kinds[kind].takes_parts)
		return read_parts(reader, kind, &pair->value, out);
	return kind == PL_CONDITION_PRESENT || kind == PL_CONDITION_ABSENT
	               ? read_names(reader, kind, &pair->value, out)
	               : read_fields(reader, kind, &pair->value, out);
}

const struct pl_condition *pl_condition_read(struct pl_pack_reader *reader, const struct pl_node *node)
{
	struct parts parts = {0};

	if (!pl_config_mapping(reader->config, "a condition", node))
		return NULL;
	for (uint32_t i = 0; i < node->count; i++)
		if (!read_pair(reader, &node->of.pairs[i], &parts))
			return NULL;
	if (!parts.count) {
		pl_config_say(reader->config, node->span, NULL, "this condition is empty");
		return NULL;
	}
	return join(reader, PL_CONDITION_ALL, &parts);
}
