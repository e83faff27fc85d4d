/* Says what an item lacks that every plan, or its template, asks for. */
#include "base/str.h"
#include "plan/reader.h"

enum need { NEED_LEAD_OFFICER, NEED_RESOURCES, NEED_LINKS, NEED_REF, NEED_DUE, NEED_COMMENTS, NEED_ACTION };

enum when { WHEN_ALWAYS, WHEN_UNLESS_LEAF, WHEN_UNLESS_LATE };

static const struct requirement {
	enum pl_template template_kind;
	enum pl_item_kind on;
	enum need need;
	enum when when;
	const char *words;
} requirements[] = {
#define PL_TEMPLATE(id, ...)
#define PL_REQUIRE(template, on, what, when, words)                                                                    \
	{PL_TEMPLATE_##template, PL_ITEM_##on, NEED_##what, WHEN_##when, words},
#include "plan/templates.def"
#undef PL_TEMPLATE
#undef PL_REQUIRE
};

enum { REQUIREMENTS = sizeof requirements / sizeof *requirements };

/* A value that can't be read has its own finding and is not missing as well: hence `given` throughout. */
static bool given(const struct pl_fields *fields, enum pl_key key) { return pl_fields_given(fields, key); }

static const struct pl_action *as_action(const struct pl_item *item)
{
	return item->kind == PL_ITEM_ACTION ? (const struct pl_action *)item : NULL;
}

static bool has_leaves(const struct pl_fields *fields)
{
	return given(fields, PL_KEY_MILESTONES) || given(fields, PL_KEY_SCHEDULE);
}

/* A report on its leaves is one on the action. */
static bool leaves_report(const struct pl_reader *reader, const struct pl_action *action)
{
	for (size_t i = reader->milestones.count - action->milestone_count; i < reader->milestones.count; i++)
		if (reader->milestones.items[i]->progress->comments)
			return true;
	return false;
}

/* In an improvement plan a recommendation is what the inspector asked for, not yet an action. */
static bool is_action_said(const struct pl_fields *fields)
{
	const char *spelling = pl_key_rows[fields->rank[PL_KEY_LABEL]].spelling;

	return has_leaves(fields) || !fields->value[PL_KEY_LABEL] || strcmp(spelling, "recommendation") != 0;
}

static bool is_met(const struct pl_reader *reader, const struct pl_fields *fields, const struct pl_item *item,
                   enum need need)
{
	switch (need) {
	case NEED_LEAD_OFFICER:
		return given(fields, PL_KEY_LEAD_OFFICER);
	case NEED_RESOURCES:
		return given(fields, PL_KEY_RESOURCES);
	case NEED_LINKS:
		return fields->key[PL_KEY_LINKS] || given(fields, PL_KEY_LINKS);
	case NEED_REF:
		return given(fields, PL_KEY_REF);
	case NEED_DUE:
		return given(fields, PL_KEY_DUE);
	case NEED_COMMENTS:
		return given(fields, PL_KEY_COMMENTS) || leaves_report(reader, as_action(item));
	case NEED_ACTION:
		return is_action_said(fields);
	}
	return true;
}

static bool is_leaf(const struct pl_reader *reader, const struct pl_action *action)
{
	return action->milestone_count && reader->milestones.items[reader->milestones.count - 1]->is_action;
}

/* Then unexplained-delay asks for a comment. */
static bool is_late(const struct pl_action *action)
{
	const struct pl_progress *progress = action->progress;
	pl_day due = pl_due_day(&action->deadline);

	return progress->state == PL_STATE_DELAYED || progress->state == PL_STATE_OVERDUE ||
	       progress->state == PL_STATE_CANCELLED || progress->rag == PL_RAG_RED ||
	       (due != PL_NO_DAY && due < action->item.plan->as_at && !pl_progress_over(progress));
}

static bool applies(const struct pl_reader *reader, const struct requirement *row, const struct pl_item *item)
{
	if (row->template_kind != reader->plan->template_kind || row->on != item->kind)
		return false;
	switch (row->when) {
	case WHEN_ALWAYS:
		return true;
	case WHEN_UNLESS_LEAF: /* whose deadline is missing-deadline's */
		return !is_leaf(reader, as_action(item));
	case WHEN_UNLESS_LATE:
		return pl_plan_is_reviewed(reader->plan) && !is_late(as_action(item));
	}
	return false;
}

static const char *label_words(enum pl_item_kind kind)
{
	switch (kind) {
	case PL_ITEM_MILESTONE:
	case PL_ITEM_TARGET:
	case PL_ITEM_ACHIEVEMENT:
		return "a text";
	default:
		return "a title";
	}
}

static const char *join(struct pl_arena *arena, const char *const *words, size_t count)
{
	const char *text = words[0];

	for (size_t i = 1; i < count; i++)
		text = pl_arena_print(arena, i + 1 == count ? "%s and %s" : "%s, %s", text, words[i]);
	return text;
}

/* Without a title: on the first key. */
static struct pl_span place_of(const struct pl_fields *fields, const struct pl_item *item)
{
	if (item->title)
		return item->title->span;
	return fields->first ? fields->first->span : item->span;
}

void pl_require(struct pl_reader *reader, const struct pl_fields *fields, const struct pl_item *item)
{
	const char *words[REQUIREMENTS + 1];
	const char *list;
	size_t count = 0;

	if (!given(fields, PL_KEY_LABEL))
		words[count++] = label_words(item->kind);
	for (size_t i = 0; i < REQUIREMENTS; i++)
		if (applies(reader, &requirements[i], item) && !is_met(reader, fields, item, requirements[i].need))
			words[count++] = requirements[i].words;
	if (!count)
		return;
	list = join(reader->arena, words, count);
	pl_collect_builtin(reader->collector, PL_BUILTIN_MISSING_FIELD, item, place_of(fields, item),
	                   pl_arena_print(reader->arena, "Add %s", list), "this %s lacks %s", pl_item_term(item), list);
}
