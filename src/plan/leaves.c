/* Reads what a key action is to do: milestones, schedules, and key actions that are their own milestone. */
#include "base/str.h"
#include "plan/reader.h"

static struct pl_milestone *add_leaf(struct pl_reader *reader, struct pl_action *action)
{
	struct pl_milestone *leaf = PL_MAKE(reader->arena, struct pl_milestone);

	leaf->item = (struct pl_item){.kind = PL_ITEM_MILESTONE,
	                              .ordinal = (uint32_t)action->milestone_count,
	                              .parent = &action->item,
	                              .plan = reader->plan};
	leaf->index = (uint32_t)reader->milestones.count;
	leaf->action = action;
	leaf->due.days = (struct pl_days){PL_NO_DAY, PL_NO_DAY};
	leaf->start = PL_NO_DAY;
	leaf->progress = &pl_progress_none;
	*PL_VEC_PUSH(reader->scratch, &reader->milestones) = leaf;
	action->milestone_count++;
	return leaf;
}

/* What a milestone and a key action that stands for one have in common. */
static void read_common(struct pl_reader *reader, const struct pl_fields *fields, struct pl_milestone *leaf)
{
	if (fields->value[PL_KEY_START])
		leaf->start = pl_read_day(reader, fields, PL_KEY_START, false, &leaf->start_text);
	if (fields->value[PL_KEY_DEPENDS_ON])
		leaf->depends_on = pl_read_references(reader, fields, PL_KEY_DEPENDS_ON, leaf->action);
	if (fields->value[PL_KEY_ALSO_IN])
		leaf->also_in = pl_read_references(reader, fields, PL_KEY_ALSO_IN, leaf->action);
	leaf->carried = pl_read_carry(reader, fields, leaf->action);
}

static void read_milestone(struct pl_reader *reader, const struct pl_entry *entry, struct pl_action *action,
                           const struct pl_text *due)
{
	struct pl_milestone *leaf = add_leaf(reader, action);
	struct pl_fields fields = {.place = PL_IN_MILESTONE};

	pl_item_start(reader, &leaf->item, entry, &fields);
	if (entry->node && entry->node->kind == PL_NODE_MAPPING) {
		leaf->lead_officer = pl_read_text(reader, &fields, PL_KEY_LEAD_OFFICER);
		leaf->outcome = pl_read_text(reader, &fields, PL_KEY_OUTCOME);
		leaf->feeds = pl_read_references(reader, &fields, PL_KEY_FEEDS, action);
		leaf->progress = pl_read_own_progress(reader, &fields);
		leaf->reviews = pl_read_reviews(reader, &fields, &leaf->review_count);
		leaf->due = pl_read_due(reader, &fields, PL_KEY_DUE);
		read_common(reader, &fields, leaf);
	}
	leaf->is_entry = due != NULL;
	if (due && leaf->due.kind == PL_DUE_ABSENT) {
		leaf->due = pl_due_parse(reader->arena, due->value, &reader->calendar);
		leaf->due.text = due;
		fields.value[PL_KEY_DUE] = fields.value[PL_KEY_LABEL]; /* given by the schedule */
	}
	pl_require(reader, &fields, &leaf->item);
}

/* ---- schedules -------------------------------------------------------------------------------------------------- */

static void read_slot(struct pl_reader *reader, const struct pl_pair *pair, struct pl_action *action)
{
	const struct pl_text *due = pl_key_text(reader, &pair->key);
	const struct pl_node *value = &pair->value;
	enum pl_due_kind kind = pl_due_parse(reader->arena, due->value, &reader->calendar).kind;
	uint32_t count = value->kind == PL_NODE_SEQUENCE ? value->count : 1;

	if (kind == PL_DUE_INVALID || kind == PL_DUE_OPEN || kind == PL_DUE_ABSENT)
		pl_collect_builtin(reader->collector, PL_BUILTIN_INVALID_VALUE, &action->item, pair->key.span,
		                   "Write a month (2008-11), a day (2008-11-30) or a quarter (Q3) before the colon",
		                   "\"%.*s\" is no date, so this part of the schedule can't be placed",
		                   PL_STR_ARG(due->value));
	for (uint32_t i = 0; i < count; i++) {
		const struct pl_node *node = value->kind == PL_NODE_SEQUENCE ? &value->of.items[i] : value;
		struct pl_entry entry = {.node = node, .span = node->span};

		if (pl_node_is_absent(node)) /* an empty month of the grid */
			continue;
		if (node->kind == PL_NODE_SEQUENCE) {
			pl_wrong_type(reader, &action->item, "schedule", node, "one text");
			continue;
		}
		if (node == value && node->span.end > pair->key.span.begin)
			entry.span.begin = pair->key.span.begin;
		read_milestone(reader, &entry, action, due);
	}
}

static void read_schedule(struct pl_reader *reader, const struct pl_node *node, struct pl_action *action)
{
	for (uint32_t i = 0; i < node->count; i++)
		read_slot(reader, &node->of.pairs[i], action);
}

static void read_schedule_field(struct pl_reader *reader, const struct pl_node *node, struct pl_action *action)
{
	if (node->kind == PL_NODE_MAPPING) {
		read_schedule(reader, node, action);
		return;
	}
	for (uint32_t i = 0; node->kind == PL_NODE_SEQUENCE && i < node->count; i++)
		if (node->of.items[i].kind == PL_NODE_MAPPING)
			read_schedule(reader, &node->of.items[i], action);
		else if (!pl_node_is_absent(&node->of.items[i]))
			pl_wrong_type(reader, &action->item, "schedule", &node->of.items[i],
			              "a date and what is due then");
	if (node->kind == PL_NODE_SCALAR)
		pl_wrong_type(reader, &action->item, "schedule", node,
		              "a list of dates with what is due then (2010-11: Pier open)");
}

/* Milestones whose keys are all dates are a schedule. Bare numbers are ids: nearly every list is numbered. */
static bool is_schedule(struct pl_reader *reader, const struct pl_node *node)
{
	for (uint32_t i = 0; i < node->count; i++) {
		const struct pl_str key = node->of.pairs[i].key.value;
		long number;
		enum pl_due_kind kind;

		if (pl_str_number(pl_str_trim(key), &number) && key.len < 4)
			return false;
		kind = pl_due_parse(reader->arena, key, &reader->calendar).kind;
		if (kind == PL_DUE_ABSENT || kind == PL_DUE_OPEN || kind == PL_DUE_INVALID)
			return false;
	}
	return node->count > 0;
}

static void read_milestones(struct pl_reader *reader, const struct pl_fields *fields, struct pl_action *action)
{
	struct pl_walk walk = pl_walk_list(reader, fields, PL_KEY_MILESTONES, PL_IN_MILESTONE);
	struct pl_entry entry;

	if (walk.node->kind == PL_NODE_MAPPING && !walk.single && is_schedule(reader, walk.node)) {
		read_schedule(reader, walk.node, action);
		return;
	}
	while (pl_walk_next(reader, &walk, &entry))
		read_milestone(reader, &entry, action, NULL);
}

/* A key action without milestones, where none are asked for, is its own milestone. */
static void stand_in(struct pl_reader *reader, const struct pl_fields *fields, struct pl_action *action)
{
	struct pl_milestone *leaf = add_leaf(reader, action);

	leaf->item = action->item;
	leaf->item.kind = PL_ITEM_MILESTONE; /* its first member: kinds say what may be cast to what */
	leaf->is_action = true;
	leaf->due = action->deadline;
	leaf->lead_officer = action->lead_officer;
	leaf->outcome = action->expected_outcome;
	leaf->progress = action->progress;
	leaf->reviews = action->reviews;
	leaf->review_count = action->review_count;
	read_common(reader, fields, leaf);
}

void pl_read_leaves(struct pl_reader *reader, const struct pl_fields *fields, struct pl_action *action)
{
	const struct pl_node *milestones = fields->value[PL_KEY_MILESTONES], *schedule = fields->value[PL_KEY_SCHEDULE];
	bool schedule_first = milestones && schedule &&
	                      fields->key[PL_KEY_SCHEDULE]->span.begin < fields->key[PL_KEY_MILESTONES]->span.begin;

	if (schedule && schedule_first)
		read_schedule_field(reader, schedule, action);
	if (milestones)
		read_milestones(reader, fields, action);
	if (schedule && !schedule_first)
		read_schedule_field(reader, schedule, action);
	if (action->milestone_count == 0 && !pl_template_terms(reader->plan->template_kind)->has_milestones)
		stand_in(reader, fields, action);
}
