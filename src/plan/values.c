/* Reads single fields: texts, lists of texts, deadlines, days, yes and no. */
#include "base/str.h"
#include "plan/build.h"
#include "plan/reader.h"

static const char *shape_name(const struct pl_node *node)
{
	return node->kind == PL_NODE_SEQUENCE ? "a list" : node->kind == PL_NODE_MAPPING ? "a group of keys" : "a text";
}

void pl_wrong_type(struct pl_reader *reader, const struct pl_item *item, const char *name, const struct pl_node *node,
                   const char *expected)
{
	const char *advice = pl_arena_print(reader->arena, "Write %s behind '%s:'", expected, name);

	pl_collect_builtin(reader->collector, PL_BUILTIN_WRONG_TYPE, item, node->span, advice,
	                   "'%s' has %s where %s belongs", name, shape_name(node), expected);
}

const struct pl_text *pl_key_text(struct pl_reader *reader, const struct pl_text *key)
{
	return pl_arena_keep(reader->arena, key, sizeof *key);
}

const struct pl_node *pl_key_node(struct pl_reader *reader, const struct pl_text *key)
{
	struct pl_node *node = PL_MAKE(reader->arena, struct pl_node);

	*node = (struct pl_node){.kind = PL_NODE_SCALAR, .span = key->span, .of.text = pl_key_text(reader, key)};
	return node;
}

const struct pl_text *pl_node_text(struct pl_reader *reader, const struct pl_item *item, const char *name,
                                   const struct pl_node *node)
{
	if (pl_node_is_absent(node))
		return NULL;
	if (node->kind == PL_NODE_SCALAR)
		return node->of.text;
	if (node->kind == PL_NODE_SEQUENCE && node->count == 0)
		return NULL;
	if (node->kind == PL_NODE_SEQUENCE && node->count == 1 && node->of.items[0].kind == PL_NODE_SCALAR)
		return pl_node_text(reader, item, name, &node->of.items[0]);
	pl_wrong_type(reader, item, name, node, "one text");
	return NULL;
}

/* A key's name is looked up only for messages. */
const struct pl_text *pl_read_text(struct pl_reader *reader, const struct pl_fields *fields, enum pl_key key)
{
	const struct pl_node *node = fields->value[key];

	if (!node)
		return NULL;
	if (node->kind == PL_NODE_SCALAR) /* never an absent one: fields.c */
		return node->of.text;
	return pl_node_text(reader, fields->item, pl_fields_name(fields, key), node);
}

/* Refs or names as the keys of a mapping, texts, or mappings that have a ref or title. */
static const struct pl_text *entry_text(struct pl_reader *reader, const struct pl_fields *fields, enum pl_key key,
                                        const struct pl_node *node)
{
	if (node->kind == PL_NODE_MAPPING && (key == PL_KEY_CORPORATE_IMPROVEMENT || key == PL_KEY_PRIORITY_TARGETS)) {
		struct pl_fields inner = {.place = PL_IN_PRIORITY, .item = fields->item};
		enum pl_key first = key == PL_KEY_PRIORITY_TARGETS ? PL_KEY_LABEL : PL_KEY_REF;

		pl_fields_read(reader, node, &inner);
		return pl_read_text(reader, &inner,
		                    inner.value[first]    ? first
		                    : first == PL_KEY_REF ? PL_KEY_LABEL
		                                          : PL_KEY_REF);
	}
	return pl_node_text(reader, fields->item, pl_fields_name(fields, key), node);
}

static struct pl_texts read_texts(struct pl_reader *reader, struct pl_arena *arena, const struct pl_fields *fields,
                                  enum pl_key key)
{
	const struct pl_node *node = fields->value[key];
	const struct pl_text **texts;
	size_t count = 0;

	if (!node)
		return (struct pl_texts){0};
	texts = PL_MAKE_ARRAY(arena, node->kind == PL_NODE_SCALAR ? 1 : node->count, const struct pl_text *);
	if (node->kind == PL_NODE_SCALAR) {
		texts[count++] = node->of.text;
	} else if (node->kind == PL_NODE_MAPPING && key == PL_KEY_CORPORATE_IMPROVEMENT) {
		for (uint32_t i = 0; i < node->count; i++)
			if (!pl_text_is_absent(&node->of.pairs[i].key))
				texts[count++] = pl_key_text(reader, &node->of.pairs[i].key);
	} else if (node->kind == PL_NODE_MAPPING) {
		pl_wrong_type(reader, fields->item, pl_fields_name(fields, key), node, "a list of texts");
	} else {
		for (uint32_t i = 0; i < node->count; i++) {
			const struct pl_text *text = entry_text(reader, fields, key, &node->of.items[i]);

			if (text)
				texts[count++] = text;
		}
	}
	return (struct pl_texts){texts, count};
}

struct pl_texts pl_read_texts(struct pl_reader *reader, const struct pl_fields *fields, enum pl_key key)
{
	return read_texts(reader, reader->arena, fields, key);
}

struct pl_texts pl_gather_texts(struct pl_reader *reader, const struct pl_fields *fields, enum pl_key key)
{
	return read_texts(reader, reader->scratch, fields, key);
}

void pl_invalid_value(struct pl_reader *reader, const struct pl_item *item, const struct pl_text *text,
                      const char *advice, const char *what)
{
	pl_collect_builtin(reader->collector, PL_BUILTIN_INVALID_VALUE, item, text->span, advice, "%s is %s",
	                   pl_plan_quote(reader->arena, text->value), what);
}

enum pl_yes_no pl_read_yes_no(struct pl_reader *reader, const struct pl_fields *fields, enum pl_key key,
                              const struct pl_text **text)
{
	const struct pl_text *said = pl_read_text(reader, fields, key);
	enum pl_yes_no value = PL_UNSAID;

	if (text)
		*text = said;
	if (said && !pl_says_nothing(said->value) && !pl_yes_no_parse(said->value, &value))
		pl_invalid_value(reader, fields->item, said, "Write yes or no",
		                 pl_arena_print(reader->arena, "neither yes nor no, which '%s' needs",
		                                pl_fields_name(fields, key)));
	return value;
}

/* ---- deadlines -------------------------------------------------------------------------------------------------- */

static const char *date_advice(const struct pl_reader *reader)
{
	return reader->calendar.quarters_run_on
	               ? "Write a day (2010-09-30), a month (September 2010) or a quarter from 1 to 12"
	               : "Write a day (2010-09-30), a month (September 2010) or a quarter (Q1 to Q4)";
}

static void say_no_date(struct pl_reader *reader, const struct pl_item *item, const char *name,
                        const struct pl_text *text)
{
	pl_invalid_value(reader, item, text, date_advice(reader),
	                 pl_arena_print(reader->arena, "no date or quarter that exists, so '%s' can't be read", name));
}

struct pl_due pl_read_due_text(struct pl_reader *reader, const struct pl_item *item, const char *name,
                               const struct pl_text *text)
{
	struct pl_due due = pl_due_parse(reader->arena, text->value, &reader->calendar);

	due.text = text;
	if (due.kind == PL_DUE_INVALID)
		say_no_date(reader, item, name, text);
	return due;
}

static struct pl_due read_due_list(struct pl_reader *reader, const struct pl_fields *fields, enum pl_key key,
                                   const struct pl_node *node)
{
	struct pl_days *each = PL_MAKE_ARRAY(reader->arena, node->count, struct pl_days);
	struct pl_due whole = {.days = {PL_NO_DAY, PL_NO_DAY}};
	bool invalid = false, dated = false;

	for (uint32_t i = 0; i < node->count; i++) {
		const char *name = pl_fields_name(fields, key);
		const struct pl_text *text = pl_node_text(reader, fields->item, name, &node->of.items[i]);
		struct pl_due due;

		if (!text)
			continue;
		due = pl_read_due_text(reader, fields->item, name, text);
		invalid |= due.kind == PL_DUE_INVALID;
		dated |= due.kind != PL_DUE_OPEN && due.kind != PL_DUE_ABSENT;
		each[whole.each_count++] = due.days;
		if (!whole.text || (due.days.last != PL_NO_DAY && due.days.last >= whole.days.last))
			whole.text = text;
		if (due.days.first != PL_NO_DAY && (whole.days.first == PL_NO_DAY || due.days.first < whole.days.first))
			whole.days.first = due.days.first;
		if (due.days.last != PL_NO_DAY && (whole.days.last == PL_NO_DAY || due.days.last > whole.days.last))
			whole.days.last = due.days.last;
	}
	whole.each = each;
	whole.kind = PL_DUE_LIST;
	if (dated && !invalid)
		return whole;
	return (struct pl_due){.kind = !whole.text ? PL_DUE_ABSENT
	                               : invalid   ? PL_DUE_INVALID
	                                           : PL_DUE_OPEN,
	                       .text = whole.text,
	                       .days = {PL_NO_DAY, PL_NO_DAY}};
}

struct pl_due pl_read_due(struct pl_reader *reader, const struct pl_fields *fields, enum pl_key key)
{
	const struct pl_node *node = fields->value[key];
	const struct pl_text *text;
	struct pl_due due;

	if (node && node->kind == PL_NODE_SEQUENCE && node->count > 1)
		return read_due_list(reader, fields, key, node);
	text = pl_read_text(reader, fields, key);
	if (!text)
		return (struct pl_due){.days = {PL_NO_DAY, PL_NO_DAY}};
	due = pl_due_parse(reader->arena, text->value, &reader->calendar);
	due.text = text;
	if (due.kind == PL_DUE_INVALID)
		say_no_date(reader, fields->item, pl_fields_name(fields, key), text);
	return due;
}

pl_day pl_read_day(struct pl_reader *reader, const struct pl_fields *fields, enum pl_key key, bool last,
                   const struct pl_text **text)
{
	struct pl_due due;

	*text = pl_read_text(reader, fields, key);
	if (!*text || pl_says_nothing((*text)->value))
		return PL_NO_DAY;
	due = pl_due_parse(reader->arena, (*text)->value, &reader->calendar);
	if (due.days.last == PL_NO_DAY) /* a quarter without a period to lie in is no day either */
		pl_invalid_value(
		        reader, fields->item, *text, "Write a day, such as 2010-09-30",
		        pl_arena_print(reader->arena, "no date, so '%s' can't be read", pl_fields_name(fields, key)));
	return last ? due.days.last : due.days.first;
}
