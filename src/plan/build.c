/* Builds the typed plan from the tree of one document. */
#include "plan/build.h"

#include "base/str.h"
#include "plan/reader.h"

_Static_assert(PL_KEY_COUNT <= 128, "pl_fields.suspected has a bit for each key");

/* ---- is it a plan ----------------------------------------------------------------------------------------------- */

/* The distance ignores case and `-` against `_`; a space stands for `_` too. */
static bool is_same(struct pl_str key, struct pl_str name)
{
	return key.len && key.len == name.len &&
	       pl_str_distance(key, name, 3) <= (memchr(key.ptr, ' ', key.len) ? 2u : 0u);
}

/* The key, or what it stands for in this project. */
static struct pl_str key_of(const struct pl_pair *pair, const struct pl_plan_options *options)
{
	struct pl_str key = pl_str_trim(pair->key.value);

	for (size_t i = 0; i < options->alias_count; i++)
		if (is_same(key, options->aliases[i].key))
			return options->aliases[i].means;
	return key;
}

static bool is_one_of(struct pl_str key, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (is_same(key, pl_str_of(names[i])))
			return true;
	return false;
}

#define ONE_OF(key, names) is_one_of((key), (names), sizeof(names) / sizeof *(names))

/* `actions`, `tasks` and the like are common words: only what is in them shows a plan. */
static bool holds_actions(const struct pl_node *list, const struct pl_plan_options *options)
{
	static const char *const telling[] = {
	        "milestones",    "progress_milestones", "timescales",       "schedule",   "deadline",     "due",
	        "smart_targets", "expected_outcome",    "lead_officer",     "owner",      "task_officer", "quarter",
	        "timescale",     "percent_complete",    "improvement_plan", "target_date"};

	for (uint32_t i = 0; i < list->count && i < 20; i++) {
		const struct pl_node *item =
		        list->kind == PL_NODE_SEQUENCE ? &list->of.items[i] : &list->of.pairs[i].value;

		for (uint32_t j = 0; item->kind == PL_NODE_MAPPING && j < item->count; j++)
			if (ONE_OF(key_of(&item->of.pairs[j], options), telling))
				return true;
	}
	return false;
}

bool pl_plan_recognise(const struct pl_node *root, const struct pl_plan_options *options)
{
	static const char *const sure[] = {"key_actions", "action_plan",     "themes",
	                                   "objectives",  "recommendations", "corporate_improvement"};
	static const char *const perhaps[] = {"actions", "tasks", "activities"};

	for (uint32_t i = 0; root && root->kind == PL_NODE_MAPPING && i < root->count; i++) {
		const struct pl_node *value = &root->of.pairs[i].value;
		struct pl_str key = key_of(&root->of.pairs[i], options);

		if (pl_str_equal_fold(key, PL_STR("plan")) && value->kind == PL_NODE_MAPPING)
			return true;
		if (value->kind == PL_NODE_SCALAR && !pl_node_is_absent(value))
			continue;
		if (ONE_OF(key, sure))
			return true;
		if (value->kind != PL_NODE_SCALAR && ONE_OF(key, perhaps) && holds_actions(value, options))
			return true;
	}
	return false;
}

/* Of what was not read to its end, or is not even text, that has been said, and what it would have been is not known.
 */
static bool is_readable(const struct pl_reader *reader, const struct pl_document *document)
{
	return !document->broken &&
	       !(reader->source->bad_count && document->root && document->root->kind == PL_NODE_SCALAR);
}

static void raise_no_plan(struct pl_reader *reader, const struct pl_document *document)
{
	const struct pl_node *root = document->root;
	struct pl_span span = root ? root->span : document->span;
	const char *what = !root || pl_node_is_absent(root) ? "this document is empty"
	                   : root->kind == PL_NODE_SEQUENCE ? "this is a list, not a plan"
	                   : root->kind == PL_NODE_SCALAR   ? "this is a text, not a plan"
	                                                    : "this is YAML, but not a plan";

	/* The whole document is what is wrong; its first line is enough to point at. */
	if (root && root->kind != PL_NODE_SCALAR && root->count)
		span = root->kind == PL_NODE_MAPPING ? root->of.pairs[0].key.span : root->of.items[0].span;
	pl_collect_builtin(
	        reader->collector, PL_BUILTIN_NOT_A_PLAN, NULL, span,
	        "A plan begins with 'plan:' (title, template, period) and lists its 'key_actions:', each with "
	        "a title and milestones",
	        "%s", what);
}

/* ---- the head of the plan --------------------------------------------------------------------------------------- */

static void read_template(struct pl_reader *reader, const struct pl_fields *fields)
{
	static const char all[] = "local-delivery, three-year, programme, improvement or strategic";
	const struct pl_text *text = pl_read_text(reader, fields, PL_KEY_TEMPLATE);
	const char *nearest;

	reader->plan->template_text = text;
	if (!text || pl_template_parse(text->value, &reader->plan->template_kind))
		return;
	nearest = pl_template_nearest(reader->arena, text->value);
	pl_invalid_value(reader, &reader->plan->item, text,
	                 nearest ? pl_arena_print(reader->arena, "Write '%s', or another of %s", nearest, all)
	                         : pl_arena_print(reader->arena, "Write %s, or take the key out", all),
	                 "no template that planlint knows");
}

static void read_period_mapping(struct pl_reader *reader, const struct pl_fields *fields, const struct pl_node *node)
{
	struct pl_fields inner = {.place = PL_IN_PERIOD, .item = fields->item};
	struct pl_plan *plan = reader->plan;
	const struct pl_text *end;

	pl_fields_read(reader, node, &inner);
	plan->period.first = pl_read_day(reader, &inner, PL_KEY_START, false, &plan->period_text);
	plan->period.last = pl_read_day(reader, &inner, PL_KEY_END, true, &end);
	if (plan->period.first != PL_NO_DAY && plan->period.last != PL_NO_DAY) {
		if (plan->period.first <= plan->period.last)
			return;
		pl_invalid_value(reader, &reader->plan->item, end, "Write an end that comes after the start",
		                 "before the start of the period, so the plan has no period");
	} else if (!inner.value[PL_KEY_START] != !inner.value[PL_KEY_END]) {
		pl_collect_builtin(reader->collector, PL_BUILTIN_INVALID_VALUE, fields->item, node->span,
		                   "Give the period a start and an end, such as {start: 2010-04-01, end: 2011-03-31}",
		                   "the period has no %s", inner.value[PL_KEY_START] ? "end" : "start");
	}
	plan->period = (struct pl_days){PL_NO_DAY, PL_NO_DAY};
}

static void read_period(struct pl_reader *reader, const struct pl_fields *fields)
{
	const struct pl_node *node = fields->value[PL_KEY_PERIOD];
	const struct pl_text *text;

	if (node && node->kind == PL_NODE_MAPPING) {
		read_period_mapping(reader, fields, node);
		return;
	}
	text = pl_read_text(reader, fields, PL_KEY_PERIOD);
	reader->plan->period_text = text;
	if (!text)
		return;
	reader->plan->period = pl_period_parse(text->value, reader->plan->year_start);
	if (reader->plan->period.first == PL_NO_DAY)
		pl_invalid_value(
		        reader, &reader->plan->item, text,
		        "Write a year (2010/11), years (2006/07 to 2008/09), or {start: 2010-04-01, end: 2011-03-31}",
		        "no year or years that planlint can read");
}

struct pl_calendar pl_plan_calendar(const struct pl_plan *plan)
{
	struct pl_calendar calendar = {.period = plan->period, .year_start = plan->year_start};
	int days = plan->period.first == PL_NO_DAY ? 0 : plan->period.last - plan->period.first + 1;

	calendar.quarters_run_on = plan->template_kind == PL_TEMPLATE_THREE_YEAR ||
	                           (plan->template_kind == PL_TEMPLATE_NONE && days >= 1065 && days <= 1127);
	return calendar;
}

static void read_head(struct pl_reader *reader, const struct pl_fields *fields)
{
	struct pl_plan *plan = reader->plan;

	plan->item.title = pl_read_text(reader, fields, PL_KEY_LABEL);
	plan->item.ref = pl_read_text(reader, fields, PL_KEY_REF);
	plan->organisation = pl_read_text(reader, fields, PL_KEY_ORGANISATION);
	plan->previous = pl_read_text(reader, fields, PL_KEY_PREVIOUS);
	read_template(reader, fields);
	read_period(reader, fields);
	reader->calendar = pl_plan_calendar(plan);
	plan->set_on = pl_read_day(reader, fields, PL_KEY_SET_ON, true, &plan->set_on_text);
	plan->as_at = pl_read_day(reader, fields, PL_KEY_AS_AT, true, &plan->as_at_text);
	if (reader->options->as_of != PL_NO_DAY)
		plan->as_at = reader->options->as_of;
	plan->corporate_improvement = pl_read_texts(reader, fields, PL_KEY_CORPORATE_IMPROVEMENT);
}

static void read_acronyms(struct pl_reader *reader, const struct pl_fields *fields)
{
	const struct pl_node *node = fields->value[PL_KEY_ACRONYMS];
	struct pl_acronym *acronyms;

	if (!node || (node->kind == PL_NODE_SEQUENCE && !node->count))
		return;
	if (node->kind != PL_NODE_MAPPING) {
		pl_wrong_type(reader, fields->item, "acronyms", node,
		              "a list of acronyms with their meanings (CAB: Citizens Advice Bureau)");
		return;
	}
	acronyms = PL_MAKE_ARRAY(reader->arena, node->count, struct pl_acronym);
	for (uint32_t i = 0; i < node->count; i++) {
		const struct pl_pair *pair = &node->of.pairs[i];

		acronyms[reader->plan->acronym_count++] = (struct pl_acronym){
		        .letters = pair->key.value,
		        .span = pair->key.span,
		        .meaning = pl_node_text(reader, fields->item, "acronyms", &pair->value),
		};
	}
	reader->plan->acronyms = acronyms;
}

static void read_priorities(struct pl_reader *reader, const struct pl_fields *fields)
{
	struct pl_walk walk = pl_walk_list(reader, fields, PL_KEY_PRIORITIES, PL_IN_PRIORITY);
	struct pl_entry entry;

	while (pl_walk_next(reader, &walk, &entry)) {
		struct pl_priority *priority = PL_MAKE(reader->arena, struct pl_priority);
		struct pl_fields inner = {.place = PL_IN_PRIORITY};

		priority->item = (struct pl_item){.kind = PL_ITEM_PRIORITY,
		                                  .ordinal = (uint32_t)reader->priorities.count,
		                                  .parent = fields->item};
		*PL_VEC_PUSH(reader->scratch, &reader->priorities) = priority;
		pl_item_start(reader, &priority->item, &entry, &inner);
		priority->targets = pl_read_texts(reader, &inner, PL_KEY_PRIORITY_TARGETS);
		pl_require(reader, &inner, &priority->item);
	}
}

/* ---- putting it together ---------------------------------------------------------------------------------------- */

#define KEEP(reader, list)                                                                                             \
	pl_arena_keep((reader)->arena, (reader)->list.items, (reader)->list.count * sizeof *(reader)->list.items)

/* The lists have stopped growing: each action gets its slice of the leaves. */
static void finish(struct pl_reader *reader)
{
	struct pl_plan *plan = reader->plan;
	const struct pl_milestone *const *leaves;

	plan->themes = KEEP(reader, themes);
	plan->theme_count = reader->themes.count;
	plan->objectives = KEEP(reader, objectives);
	plan->objective_count = reader->objectives.count;
	plan->actions = KEEP(reader, actions);
	plan->action_count = reader->actions.count;
	plan->priorities = KEEP(reader, priorities);
	plan->priority_count = reader->priorities.count;
	plan->milestones = leaves = KEEP(reader, milestones);
	plan->milestone_count = reader->milestones.count;
	for (size_t i = 0; i < reader->actions.count; i++) {
		reader->actions.items[i]->milestones = leaves;
		leaves += reader->actions.items[i]->milestone_count;
	}
}

static void read_root(struct pl_reader *reader, const struct pl_node *root)
{
	struct pl_fields fields = {.place = PL_IN_ROOT, .item = &reader->plan->item};
	const struct pl_node *head;

	/* The template decides what messages call things, also in the head itself. */
	pl_fields_read(reader, root, &fields);
	head = fields.value[PL_KEY_PLAN];
	if (head && head->kind == PL_NODE_MAPPING) {
		fields.place = PL_IN_PLAN;
		pl_fields_read(reader, head, &fields);
	} else if (head && head->kind == PL_NODE_SCALAR && !fields.value[PL_KEY_LABEL]) {
		fields.value[PL_KEY_LABEL] = head;
		fields.key[PL_KEY_LABEL] = fields.key[PL_KEY_PLAN];
	} else if (head) {
		pl_wrong_type(reader, &reader->plan->item, "plan", head, "a group of keys (title, template, period)");
	}
	read_head(reader, &fields);
	read_acronyms(reader, &fields);
	read_priorities(reader, &fields);
	pl_read_groups(reader, &fields);
}

struct pl_plan *pl_plan_build(struct pl_arena *arena, struct pl_arena *scratch, const struct pl_source *source,
                              const struct pl_document *document, uint32_t number,
                              const struct pl_plan_options *options, struct pl_collector *collector)
{
	struct pl_plan *plan = PL_MAKE(arena, struct pl_plan);
	struct pl_reader reader = {.arena = arena,
	                           .scratch = scratch,
	                           .source = source,
	                           .options = options,
	                           .collector = collector,
	                           .plan = plan};

	plan->item = (struct pl_item){.kind = PL_ITEM_PLAN, .ordinal = number, .plan = plan, .span = document->span};
	plan->path = source->path;
	plan->document = number;
	plan->period = (struct pl_days){PL_NO_DAY, PL_NO_DAY};
	plan->set_on = plan->as_at = PL_NO_DAY;
	plan->year_start = options->year_start ? options->year_start : 401;
	if (!pl_plan_recognise(document->root, options)) {
		if (is_readable(&reader, document))
			raise_no_plan(&reader, document);
		return plan;
	}
	pl_keys_init(&reader.keys, scratch, options);
	reader.calendar = pl_plan_calendar(plan); /* the period itself is read without one */
	read_root(&reader, document->root);
	finish(&reader);
	pl_references_check(&reader);
	pl_check_ref_format(&reader);
	return plan;
}
