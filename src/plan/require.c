/* Says what an item lacks that every plan, or its template, asks for. */
#include "base/str.h"
#include "plan/reader.h"

enum need {
	NEED_LEAD_OFFICER,
	NEED_OUTCOME,
	NEED_SMART_TARGETS,
	NEED_RESOURCES,
	NEED_MILESTONES,
	NEED_LINKS,
	NEED_REF,
	NEED_DUE,
	NEED_PRIORITY,
	NEED_STATUS,
	NEED_STATUS_OR_PERCENT,
	NEED_COMMENTS,
	NEED_ENTRY,
	NEED_ACTION,
	NEED_TIMESCALE
};

enum when { WHEN_ALWAYS, WHEN_AT_REVIEW, WHEN_WHERE_DELAYED };

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

/* What the leaves say, an action need not repeat. */
static bool leaves_say(const struct pl_reader *reader, const struct pl_item *item, bool status)
{
	const struct pl_action *action = as_action(item);
	size_t said = 0;

	for (size_t i = 0; action && i < action->milestone_count; i++) {
		const struct pl_progress *progress =
		        reader->milestones.items[reader->milestones.count - action->milestone_count + i]->progress;

		said += status ? progress->status != NULL : progress->comments != NULL;
	}
	return action && said && (!status || said == action->milestone_count);
}

/* In an improvement plan a recommendation is what the inspector asked for, not yet an action. */
static bool is_action_said(const struct pl_fields *fields)
{
	const char *spelling = pl_key_rows[fields->rank[PL_KEY_LABEL]].spelling;

	return has_leaves(fields) || !fields->value[PL_KEY_LABEL] || strcmp(spelling, "recommendation") != 0;
}

static bool is_explained(const struct pl_reader *reader, const struct pl_theme *theme)
{
	for (size_t i = reader->actions.count - theme->action_count; i < reader->actions.count; i++)
		if (reader->actions.items[i]->explanation)
			return true;
	return theme->explanation != NULL;
}

static bool is_met(const struct pl_reader *reader, const struct pl_fields *fields, const struct pl_item *item,
                   enum need need)
{
	switch (need) {
	case NEED_LEAD_OFFICER:
		return given(fields, PL_KEY_LEAD_OFFICER);
	case NEED_OUTCOME:
		return given(fields, PL_KEY_OUTCOME);
	case NEED_SMART_TARGETS:
		return given(fields, PL_KEY_SMART_TARGETS) &&
		       !(as_action(item)->targets && !as_action(item)->target_count);
	case NEED_RESOURCES:
		return given(fields, PL_KEY_RESOURCES);
	case NEED_MILESTONES:
		return as_action(item)->milestone_count || given(fields, PL_KEY_SCHEDULE) ||
		       (fields->suspected[PL_KEY_MILESTONES / 64] >> PL_KEY_MILESTONES % 64 & 1);
	case NEED_LINKS:
		return fields->key[PL_KEY_LINKS] || given(fields, PL_KEY_LINKS);
	case NEED_REF:
		return given(fields, PL_KEY_REF);
	case NEED_DUE:
		return given(fields, PL_KEY_DUE);
	case NEED_PRIORITY:
		return given(fields, PL_KEY_PRIORITIES) || as_action(item)->support_function == PL_YES ||
		       (given(fields, PL_KEY_SUPPORT_FUNCTION) && as_action(item)->support_function == PL_UNSAID);
	case NEED_STATUS:
		return given(fields, PL_KEY_STATUS) || leaves_say(reader, item, true);
	case NEED_STATUS_OR_PERCENT:
		return given(fields, PL_KEY_STATUS) || given(fields, PL_KEY_PERCENT_COMPLETE);
	case NEED_COMMENTS:
		return given(fields, PL_KEY_COMMENTS) || leaves_say(reader, item, false);
	case NEED_ENTRY:
		return ((const struct pl_theme *)item)->entry_count ||
		       is_explained(reader, (const struct pl_theme *)item);
	case NEED_ACTION:
		return is_action_said(fields);
	case NEED_TIMESCALE:
		return given(fields, PL_KEY_DUE) || has_leaves(fields);
	}
	return true;
}

static bool applies(const struct pl_plan *plan, const struct requirement *row, const struct pl_item *item)
{
	enum pl_progress_state state;

	if (row->template_kind != plan->template_kind || row->on != item->kind)
		return false;
	if (row->when == WHEN_ALWAYS)
		return true;
	if (!pl_plan_is_reviewed(plan))
		return false;
	if (row->when == WHEN_AT_REVIEW)
		return true;
	state = as_action(item)->progress->state;
	return state == PL_STATE_DELAYED || state == PL_STATE_OVERDUE || state == PL_STATE_CANCELLED;
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
		if (applies(reader->plan, &requirements[i], item) &&
		    !is_met(reader, fields, item, requirements[i].need))
			words[count++] = requirements[i].words;
	if (!count)
		return;
	list = join(reader->arena, words, count);
	pl_collect_builtin(reader->collector, PL_BUILTIN_MISSING_FIELD, item, place_of(fields, item),
	                   pl_arena_print(reader->arena, "Add %s", list), "this %s lacks %s", pl_item_term(item), list);
}
