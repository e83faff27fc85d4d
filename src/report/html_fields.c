/* What an item of a plan says beside its title, under the names that officers know. */
#include "report/html.h"

#include "base/str.h"
#include "plan/due.h"

#include <stdlib.h>

struct list {
	struct pl_arena *arena;
	struct pl_html_fields *fields;
};

static void add(const struct list *list, const char *label, const struct pl_text *text)
{
	struct pl_html_fields *fields = list->fields;

	if (!text)
		return;
	for (size_t i = 0; i < fields->items.count; i++)
		if (fields->items.items[i].text == text) /* an explanation may belong to two fields */
			return;
	*PL_VEC_PUSH(list->arena, &fields->items) = (struct pl_html_field){
	        .label = label, .text = text, .place = text->token, .order = fields->items.count};
}

static void add_person(const struct list *list, const char *label, const struct pl_text *text)
{
	add(list, label, text);
	if (text)
		list->fields->items.items[list->fields->items.count - 1].is_person = true;
}

static void add_texts(const struct list *list, const char *label, const struct pl_texts *texts)
{
	for (size_t i = 0; i < texts->count; i++)
		add(list, label, texts->items[i]);
}

static void add_references(const struct list *list, const char *label, const struct pl_references *references)
{
	for (size_t i = 0; i < references->count; i++)
		add(list, label, references->items[i].text);
}

/* An entry of a schedule whose key is a bare number has no text to show. */
static void add_due(const struct list *list, const char *label, const struct pl_due *due)
{
	struct pl_civil day;

	if (due->text || due->kind == PL_DUE_ABSENT || due->days.last == PL_NO_DAY) {
		add(list, label, due->text);
		return;
	}
	day = pl_day_civil(due->days.last);
	*PL_VEC_PUSH(list->arena, &list->fields->items) = (struct pl_html_field){
	        .label = label,
	        .plain = pl_arena_print(list->arena, "%s %d", pl_month_names[day.month - 1], (int)day.year),
	        .order = list->fields->items.count};
}

static const char *at_review(const struct list *list, const char *label, const struct pl_progress *progress)
{
	return progress->at ? pl_arena_print(list->arena, "%s, %.*s", label, PL_TEXT_ARG(progress->at)) : label;
}

static void add_progress(const struct list *list, const struct pl_progress *progress)
{
	add(list, at_review(list, "Status", progress), progress->status);
	add(list, at_review(list, "Complete", progress), progress->percent_text);
	add(list, at_review(list, "Colour", progress), progress->rag_text);
	add(list, at_review(list, "Comments", progress), progress->comments);
	add(list, at_review(list, "Updated", progress), progress->updated_text);
}

static void add_reviews(const struct list *list, const struct pl_progress *progress, const struct pl_progress *reviews,
                        size_t count)
{
	add_progress(list, progress);
	for (size_t i = 0; i < count; i++)
		add_progress(list, &reviews[i]);
}

static void add_carry(const struct list *list, const struct pl_carry *carry)
{
	if (!carry)
		return;
	add(list, "Carried forward", carry->text);
	add(list, "Carried forward from", carry->from);
	add(list, "Explanation", carry->explanation);
}

/* The days behind "2026/27", and the end that a period written in two fields has. */
static void add_period(const struct list *list, const struct pl_plan *plan)
{
	struct pl_civil first, last;

	add(list, "Period", plan->period_text);
	if (!plan->period_text || plan->period.first == PL_NO_DAY || plan->period.last == PL_NO_DAY)
		return;
	first = pl_day_civil(plan->period.first);
	last = pl_day_civil(plan->period.last);
	*PL_VEC_PUSH(list->arena, &list->fields->items) = (struct pl_html_field){
	        .label = "Period",
	        .plain = pl_arena_print(list->arena, "%d %s %d to %d %s %d", first.day, pl_month_names[first.month - 1],
	                                (int)first.year, last.day, pl_month_names[last.month - 1], (int)last.year),
	        .place = plan->period_text->token,
	        .order = list->fields->items.count};
}

static void add_plan(const struct list *list, const struct pl_plan *plan)
{
	add(list, "Organisation", plan->organisation);
	add(list, "Template", plan->template_text);
	add_period(list, plan);
	add(list, "Set on", plan->set_on_text);
	add(list, "As at", plan->as_at_text);
	add(list, "Last period’s plan", plan->previous);
	add_texts(list, "Corporate improvement", &plan->corporate_improvement);
	for (size_t i = 0; i < plan->acronym_count; i++)
		add(list, pl_arena_copy(list->arena, plan->acronyms[i].letters), plan->acronyms[i].meaning);
}

static void add_links(const struct list *list, const struct pl_action *action)
{
	for (size_t i = 0; i < action->link_count; i++) {
		add(list, "Links", action->links[i].plan);
		add(list, "Links", action->links[i].to);
		add(list, "Links", action->links[i].milestone);
		add(list, "Links", action->links[i].note);
	}
}

/* What only milestones have, of a key action that is its own. */
static void add_leaf(const struct list *list, const struct pl_milestone *leaf)
{
	add(list, "Start", leaf->start_text);
	add_references(list, "Feeds", &leaf->feeds);
	add_references(list, "Depends on", &leaf->depends_on);
	add_references(list, "Also in", &leaf->also_in);
	add_carry(list, leaf->carried);
}

static void add_action(const struct list *list, const struct pl_action *action)
{
	add_person(list, "Lead officer", action->lead_officer);
	add_person(list, "Team", action->service_team);
	add_due(list, "Deadline", &action->deadline);
	add(list, "Expected outcome", action->expected_outcome);
	add(list, "Resources", action->resources);
	add_texts(list, "Partners", &action->partners);
	add(list, "Explanation", action->explanation);
	add_links(list, action);
	for (size_t i = 0; i < action->priority_count; i++) {
		add(list, "Priorities", action->priorities[i].to.text);
		add(list, "Impact", action->priorities[i].impact);
	}
	add(list, "Statutory", action->statutory_text);
	add(list, "Contract", action->contract_text);
	add(list, "Efficiency", action->efficiency_text);
	add(list, "Improvement plan", action->improvement_ref);
	add_reviews(list, action->progress, action->reviews, action->review_count);
	if (pl_action_is_leaf(action))
		add_leaf(list, action->milestones[0]);
}

static void add_milestone(const struct list *list, const struct pl_milestone *milestone)
{
	add_due(list, "Due", &milestone->due);
	add_person(list, "Lead officer", milestone->lead_officer);
	add(list, "Outcome", milestone->outcome);
	add_leaf(list, milestone);
	add_reviews(list, milestone->progress, milestone->reviews, milestone->review_count);
}

static void add_achievement(const struct list *list, const struct pl_achievement *achievement)
{
	add_due(list, "Due", &achievement->due);
	add_progress(list, &achievement->progress);
	add_carry(list, &achievement->carried);
	add(list, "Explanation", achievement->explanation);
}

/* In the order of the file; what has no place there stays where the list above puts it. */
static int by_place(const void *a, const void *b)
{
	const struct pl_html_field *left = a, *right = b;

	if (left->place != right->place)
		return left->place < right->place ? -1 : 1;
	return left->order < right->order ? -1 : left->order > right->order;
}

void pl_html_fields(struct pl_arena *arena, const struct pl_item *item, struct pl_html_fields *fields)
{
	struct list list = {arena, fields};

	if (item->kind == PL_ITEM_PLAN)
		add_plan(&list, (const struct pl_plan *)item);
	else if (item->kind == PL_ITEM_THEME)
		add(&list, "Explanation", ((const struct pl_theme *)item)->explanation);
	else if (item->kind == PL_ITEM_OBJECTIVE)
		add(&list, "Explanation", ((const struct pl_objective *)item)->explanation);
	else if (item->kind == PL_ITEM_ACTION)
		add_action(&list, (const struct pl_action *)item);
	else if (item->kind == PL_ITEM_MILESTONE)
		add_milestone(&list, (const struct pl_milestone *)item);
	else if (item->kind == PL_ITEM_TARGET)
		add_due(&list, "By", &((const struct pl_target *)item)->by);
	else if (item->kind == PL_ITEM_ACHIEVEMENT)
		add_achievement(&list, (const struct pl_achievement *)item);
	else if (item->kind == PL_ITEM_PRIORITY)
		add_texts(&list, "Targets", &((const struct pl_priority *)item)->targets);
	if (fields->items.count > 1)
		qsort(fields->items.items, fields->items.count, sizeof *fields->items.items, by_place);
}
