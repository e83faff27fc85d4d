/* Reads the levels above milestones: priorities, themes, objectives and key actions. */
#include "base/str.h"
#include "plan/reader.h"

enum { DEEPEST = 16 }; /* objectives in objectives: more is no plan, and the stack is not endless */

static const struct pl_item *nearest_above(const struct pl_item *item, enum pl_item_kind kind)
{
	while (item && item->kind != kind)
		item = item->parent;
	return item;
}

static void read_flags(struct pl_reader *reader, const struct pl_fields *fields, struct pl_action *action)
{
	const struct pl_text *improvement = pl_read_text(reader, fields, PL_KEY_IMPROVEMENT_PLAN);

	action->support_function = pl_read_yes_no(reader, fields, PL_KEY_SUPPORT_FUNCTION, NULL);
	action->statutory = pl_read_yes_no(reader, fields, PL_KEY_STATUTORY, &action->statutory_text);
	action->contract = pl_read_yes_no(reader, fields, PL_KEY_CONTRACT, &action->contract_text);
	action->efficiency = pl_read_yes_no(reader, fields, PL_KEY_EFFICIENCY, &action->efficiency_text);
	if (!improvement || pl_yes_no_parse(improvement->value, &action->improvement_said) ||
	    pl_says_nothing(improvement->value))
		return;
	action->improvement_ref = improvement;
	*PL_VEC_PUSH(reader->scratch, &reader->pending) = (struct pl_pending){
	        .of.improvement = improvement, .item = &action->item, .action = action, .key = PL_KEY_IMPROVEMENT_PLAN};
}

static void read_action(struct pl_reader *reader, const struct pl_entry *entry, const struct pl_item *parent,
                        uint32_t ordinal)
{
	struct pl_action *action = PL_MAKE(reader->arena, struct pl_action);
	struct pl_fields fields = {.place = PL_IN_ACTION};

	action->item = (struct pl_item){.kind = PL_ITEM_ACTION, .ordinal = ordinal, .parent = parent};
	action->index = (uint32_t)reader->actions.count;
	*PL_VEC_PUSH(reader->scratch, &reader->actions) = action;
	action->theme = nearest_above(parent, PL_ITEM_THEME);
	action->objective = nearest_above(parent, PL_ITEM_OBJECTIVE);
	pl_item_start(reader, &action->item, entry, &fields);
	action->lead_officer = pl_read_text(reader, &fields, PL_KEY_LEAD_OFFICER);
	action->service_team = pl_read_text(reader, &fields, PL_KEY_SERVICE_TEAM);
	action->expected_outcome = pl_read_text(reader, &fields, PL_KEY_OUTCOME);
	action->resources = pl_read_text(reader, &fields, PL_KEY_RESOURCES);
	action->partners = pl_read_texts(reader, &fields, PL_KEY_PARTNERS);
	action->explanation = pl_read_text(reader, &fields, PL_KEY_EXPLANATION);
	action->deadline = pl_read_due(reader, &fields, PL_KEY_DUE);
	read_flags(reader, &fields, action);
	action->progress = pl_read_own_progress(reader, &fields);
	action->reviews = pl_read_reviews(reader, &fields, &action->review_count);
	pl_read_parts(reader, &fields, action);
	pl_read_leaves(reader, &fields, action);
	pl_require(reader, &fields, &action->item);
}

static void read_objective(struct pl_reader *reader, const struct pl_entry *entry, const struct pl_item *parent,
                           uint32_t ordinal)
{
	struct pl_objective *objective;
	struct pl_fields fields = {.place = PL_IN_OBJECTIVE};

	if (reader->depth == DEEPEST) {
		pl_collect_builtin(reader->collector, PL_BUILTIN_WRONG_TYPE, parent, entry->span,
		                   "Write key actions under a theme or an objective",
		                   "key actions stand inside key actions more than %d levels deep; these are not read",
		                   DEEPEST);
		return;
	}
	objective = PL_MAKE(reader->arena, struct pl_objective);
	objective->item = (struct pl_item){.kind = PL_ITEM_OBJECTIVE, .ordinal = ordinal, .parent = parent};
	*PL_VEC_PUSH(reader->scratch, &reader->objectives) = objective;
	pl_item_start(reader, &objective->item, entry, &fields);
	objective->explanation = pl_read_text(reader, &fields, PL_KEY_EXPLANATION);
	pl_require(reader, &fields, &objective->item);
	reader->depth++;
	pl_read_groups(reader, &fields);
	reader->depth--;
}

static void read_theme(struct pl_reader *reader, const struct pl_entry *entry, const struct pl_item *parent,
                       uint32_t ordinal)
{
	struct pl_theme *theme = PL_MAKE(reader->arena, struct pl_theme);
	struct pl_fields fields = {.place = PL_IN_THEME};
	size_t actions = reader->actions.count, leaves = reader->milestones.count;

	theme->item = (struct pl_item){.kind = PL_ITEM_THEME, .ordinal = ordinal, .parent = parent};
	*PL_VEC_PUSH(reader->scratch, &reader->themes) = theme;
	pl_item_start(reader, &theme->item, entry, &fields);
	theme->explanation = pl_read_text(reader, &fields, PL_KEY_EXPLANATION);
	pl_read_groups(reader, &fields);
	theme->action_count = reader->actions.count - actions;
	theme->entry_count = reader->milestones.count - leaves;
	pl_require(reader, &fields, &theme->item);
}

/* An item among key actions that has key actions of its own is an objective. */
static bool has_actions(const struct pl_reader *reader, const struct pl_entry *entry)
{
	const struct pl_node *node = entry->node;

	for (uint32_t i = 0; node && node->kind == PL_NODE_MAPPING && i < node->count; i++) {
		const struct pl_pair *pair = &node->of.pairs[i];
		unsigned shape = pl_node_shape(&pair->value);
		const struct pl_key_row *row;

		if (!(shape & (PL_SHAPE_LIST | PL_SHAPE_ITEMS | PL_SHAPE_MAPPING)))
			continue;
		row = pl_keys_find(&reader->keys, pair->key.value, PL_IN_ACTION, shape);
		if (row && row->key == PL_KEY_ACTIONS)
			return true;
	}
	return false;
}

static void read_list(struct pl_reader *reader, const struct pl_fields *fields, enum pl_key key)
{
	unsigned place = key == PL_KEY_THEMES ? PL_IN_THEME : key == PL_KEY_OBJECTIVES ? PL_IN_OBJECTIVE : PL_IN_ACTION;
	struct pl_walk walk = pl_walk_list(reader, fields, key, place);
	struct pl_entry entry;
	uint32_t ordinal = 0;

	for (; pl_walk_next(reader, &walk, &entry); ordinal++) {
		if (key == PL_KEY_THEMES)
			read_theme(reader, &entry, fields->item, ordinal);
		else if (key == PL_KEY_OBJECTIVES || has_actions(reader, &entry))
			read_objective(reader, &entry, fields->item, ordinal);
		else
			read_action(reader, &entry, fields->item, ordinal);
	}
}

/* The lists in the order of the file. */
void pl_read_groups(struct pl_reader *reader, const struct pl_fields *fields)
{
	enum pl_key keys[3] = {PL_KEY_THEMES, PL_KEY_OBJECTIVES, PL_KEY_ACTIONS};

	for (size_t done = 0; done < 3; done++) {
		size_t next = done;

		for (size_t i = done; i < 3; i++)
			if (fields->value[keys[i]] &&
			    (!fields->value[keys[next]] ||
			     fields->key[keys[i]]->span.begin < fields->key[keys[next]]->span.begin))
				next = i;
		if (!fields->value[keys[next]])
			return;
		read_list(reader, fields, keys[next]);
		keys[next] = keys[done];
	}
}
