/* Reads and writes the values of rule options. */
#include "lint/options.h"

#include "base/str.h"

size_t pl_option_total(const struct pl_rule *rule)
{
	size_t count = 0;

	while (rule->options && rule->options[count].name)
		count++;
	return count;
}

static enum pl_status parse_whole(struct pl_arena *arena, const struct pl_option *option, struct pl_str words,
                                  long *number, const char **message)
{
	if (!pl_str_number(words, number)) {
		*message = pl_arena_print(arena, "%s: \"%.*s\" is not a whole number", option->name, PL_STR_ARG(words));
		return PL_BAD_SETTING;
	}
	if (*number < option->minimum || *number > option->maximum) {
		*message = pl_arena_print(arena, "%s: %.*s is not between %ld and %ld", option->name, PL_STR_ARG(words),
		                          option->minimum, option->maximum);
		return PL_BAD_SETTING;
	}
	return PL_OK;
}

static enum pl_status parse_number(struct pl_arena *arena, const struct pl_option *option, struct pl_str words,
                                   struct pl_option_value *value, const char **message)
{
	return parse_whole(arena, option, words, &value->number, message);
}

static enum pl_status parse_flag(struct pl_arena *arena, const struct pl_option *option, struct pl_str words,
                                 struct pl_option_value *value, const char **message)
{
	static const char *const names[] = {"no", "yes", "off", "on", "false", "true"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (pl_str_equal_fold(words, pl_str_of(names[i]))) {
			value->number = i % 2;
			return PL_OK;
		}
	*message = pl_arena_print(arena, "%s: \"%.*s\" is neither yes nor no", option->name, PL_STR_ARG(words));
	return PL_BAD_SETTING;
}

static enum pl_status parse_text(struct pl_arena *arena, const struct pl_option *option, struct pl_str words,
                                 struct pl_option_value *value, const char **message)
{
	(void)option;
	(void)message;
	value->text = (struct pl_str){pl_arena_copy(arena, words), words.len};
	return PL_OK;
}

static enum pl_status parse_list(struct pl_arena *arena, const struct pl_option *option, struct pl_str words,
                                 struct pl_option_value *value, const char **message)
{
	struct pl_str rest = {pl_arena_copy(arena, words), words.len}, part;

	(void)option;
	(void)message;
	value->entries.count = 0;
	while (pl_str_split(&rest, ',', &part))
		if (part.len)
			PL_VEC_PUSH(arena, &value->entries)->name = part;
	return PL_OK;
}

static struct pl_option_entry *find_entry(struct pl_option_value *value, struct pl_str name)
{
	for (size_t i = 0; i < value->entries.count; i++)
		if (pl_str_equal_fold(value->entries.items[i].name, name))
			return &value->entries.items[i];
	return NULL;
}

static enum pl_status parse_table(struct pl_arena *arena, const struct pl_option *option, struct pl_str words,
                                  struct pl_option_value *value, const char **message)
{
	struct pl_str rest = {pl_arena_copy(arena, words), words.len}, part, name;

	while (pl_str_split(&rest, ',', &part)) {
		struct pl_option_entry *entry;
		long number;

		if (!part.len)
			continue;
		if (!memchr(part.ptr, '=', part.len) || !pl_str_split(&part, '=', &name) || !name.len) {
			*message = pl_arena_print(arena, "%s: write name=number, with commas between several",
			                          option->name);
			return PL_BAD_SETTING;
		}
		if (parse_whole(arena, option, pl_str_trim(part), &number, message))
			return PL_BAD_SETTING;
		entry = find_entry(value, name);
		if (!entry)
			entry = PL_VEC_PUSH(arena, &value->entries);
		*entry = (struct pl_option_entry){name, number};
	}
	return PL_OK;
}

static const char *print_number(struct pl_arena *arena, const struct pl_option_value *value)
{
	return pl_arena_print(arena, "%ld", value->number);
}

static const char *print_flag(struct pl_arena *arena, const struct pl_option_value *value)
{
	(void)arena;
	return value->number ? "yes" : "no";
}

static const char *print_text(struct pl_arena *arena, const struct pl_option_value *value)
{
	return pl_arena_copy(arena, value->text);
}

static const char *print_list(struct pl_arena *arena, const struct pl_option_value *value)
{
	const char *text = "";

	for (size_t i = 0; i < value->entries.count; i++)
		text = pl_arena_print(arena, "%s%s%.*s", text, i ? "," : "", PL_STR_ARG(value->entries.items[i].name));
	return text;
}

static const char *print_table(struct pl_arena *arena, const struct pl_option_value *value)
{
	const char *text = "";

	for (size_t i = 0; i < value->entries.count; i++) {
		const struct pl_option_entry *entry = &value->entries.items[i];

		text = pl_arena_print(arena, "%s%s%.*s=%ld", text, i ? "," : "", PL_STR_ARG(entry->name),
		                      entry->number);
	}
	return text;
}

static const struct {
	enum pl_status (*parse)(struct pl_arena *arena, const struct pl_option *option, struct pl_str words,
	                        struct pl_option_value *value, const char **message);
	const char *(*print)(struct pl_arena *arena, const struct pl_option_value *value);
} types[] = {[PL_OPTION_NUMBER] = {parse_number, print_number},
             [PL_OPTION_FLAG] = {parse_flag, print_flag},
             [PL_OPTION_TEXT] = {parse_text, print_text},
             [PL_OPTION_LIST] = {parse_list, print_list},
             [PL_OPTION_TABLE] = {parse_table, print_table}};

enum pl_status pl_option_parse(struct pl_arena *arena, const struct pl_option *option, struct pl_str words,
                               struct pl_option_value *value, const char **message)
{
	return types[option->type].parse(arena, option, pl_str_trim(words), value, message);
}

const char *pl_option_print(struct pl_arena *arena, const struct pl_option *option, const struct pl_option_value *value)
{
	return types[option->type].print(arena, value);
}
