/* What milestones and findings are counted under: officers, priorities, quarters and the like. */
#include "report/rates.h"

#include "base/str.h"
#include "report/redact.h"

#include <stdio.h>

static const char *const fields[] = {
        [PL_RATE_RULE] = "rule",         [PL_RATE_PLAN] = "plan",       [PL_RATE_ORGANISATION] = "organisation",
        [PL_RATE_TEMPLATE] = "template", [PL_RATE_OFFICER] = "officer", [PL_RATE_PRIORITY] = "priority",
        [PL_RATE_QUARTER] = "quarter",
};

const char *pl_rate_field_name(size_t field) { return field < PL_RATE_FIELDS ? fields[field] : NULL; }

bool pl_rate_field_parse(struct pl_str name, enum pl_rate_field *out)
{
	for (size_t i = 0; i < PL_RATE_FIELDS; i++)
		if (pl_str_equal(name, pl_str_of(fields[i]))) {
			*out = (enum pl_rate_field)i;
			return true;
		}
	return false;
}

/* ---- rows ---- */

enum { FOLDED = 160 }; /* names that are alike so far and longer are not the same but for their case */

static struct pl_str fold(char *room, struct pl_str text)
{
	if (text.len > FOLDED)
		return text;
	for (size_t i = 0; i < text.len; i++)
		room[i] = pl_ascii_lower(text.ptr[i]);
	return (struct pl_str){room, text.len};
}

static struct pl_str copy(struct pl_rates *rates, struct pl_str text)
{
	return (struct pl_str){pl_arena_copy(rates->arena, text), text.len};
}

/* Names that are redacted to the same token are one row. */
static uint32_t new_row(struct pl_rates *rates, struct pl_rate_table *table, struct pl_str key)
{
	bool is_place = table->field == PL_RATE_RULE || table->field == PL_RATE_PLAN;
	struct pl_str name = key;
	char room[FOLDED];
	uint32_t *place;

	if (rates->options->redaction && !is_place)
		name = pl_redact_text(rates->options->redaction, rates->arena, key, NULL);
	place = pl_map_put(rates->arena, &table->names, copy(rates, fold(room, name)), NULL);
	if (!*place) {
		PL_VEC_PUSH(rates->arena, &table->rows)->name = key.len ? pl_arena_copy(rates->arena, name) : NULL;
		*place = (uint32_t)table->rows.count;
	}
	return *place;
}

struct pl_rate *pl_rate_row(struct pl_rates *rates, struct pl_rate_table *table, struct pl_str key)
{
	char room[FOLDED];
	struct pl_str folded = fold(room, key);
	uint32_t *place = pl_map_find(&table->keys, folded), made;

	if (place)
		return &table->rows.items[*place - 1];
	made = new_row(rates, table, key);
	*pl_map_put(rates->arena, &table->keys, copy(rates, folded), NULL) = made;
	return &table->rows.items[made - 1];
}

struct pl_rate *pl_rate_rule_row(struct pl_rates *rates, struct pl_rate_table *table, const struct pl_rule *rule)
{
	struct pl_rate *row = pl_rate_row(rates, table, pl_str_of(rule->id));

	row->rule = rule;
	return row;
}

/* ---- what belongs to what ---- */

static struct pl_rate_subject of_action(const struct pl_action *action, const struct pl_due *due)
{
	return (struct pl_rate_subject){action->item.plan, action, action->lead_officer, due};
}

struct pl_rate_subject pl_rate_subject_of(const struct pl_item *item)
{
	const struct pl_milestone *milestone = (const struct pl_milestone *)(const void *)item;
	const struct pl_target *target = (const struct pl_target *)(const void *)item;
	const struct pl_action *action = (const struct pl_action *)(const void *)item;

	if (!item)
		return (struct pl_rate_subject){0};
	switch (item->kind) {
	case PL_ITEM_MILESTONE:
		return (struct pl_rate_subject){item->plan, milestone->action, pl_milestone_officer(milestone),
		                                &milestone->due};
	case PL_ITEM_TARGET:
		return of_action(target->action, &target->by);
	case PL_ITEM_ACHIEVEMENT:
		return of_action(((const struct pl_achievement *)(const void *)item)->action,
		                 &((const struct pl_achievement *)(const void *)item)->due);
	case PL_ITEM_ACTION:
		return of_action(action, &action->deadline);
	default:
		return (struct pl_rate_subject){.plan = item->plan};
	}
}

/* ---- single fields ---- */

static struct pl_str words_of(const struct pl_text *text)
{
	return text ? pl_str_trim(text->value) : (struct pl_str){0};
}

static struct pl_str plan_name(const char *path, uint32_t document, char *room, size_t size)
{
	if (!document)
		return pl_str_of(path);
	(void)snprintf(room, size, "%s#%u", path, document + 1);
	return pl_str_of(room);
}

/* "2010-07 to 2010-09" */
static struct pl_str quarter_of(pl_day day, uint32_t year_start, char *room, size_t size)
{
	int first, last;

	if (day == PL_NO_DAY)
		return (struct pl_str){0};
	first = pl_day_month(day);
	first -= (first % 12 + 13 - (int)(year_start / 100)) % 3;
	last = first + 2;
	(void)snprintf(room, size, "%04d-%02d to %04d-%02d", first / 12, first % 12 + 1, last / 12, last % 12 + 1);
	return pl_str_of(room);
}

static struct pl_str priority_name(const struct pl_priority_use *use)
{
	const struct pl_item *item = use->to.item;

	return words_of(item && item->title ? item->title : use->to.text);
}

static void priority_rows(struct pl_rates *rates, struct pl_rate_table *table, const struct pl_action *action,
                          void (*each)(struct pl_rate *row))
{
	for (size_t i = 0; i < action->priority_count; i++) {
		struct pl_str name = priority_name(&action->priorities[i]);
		bool again = false;

		for (size_t k = 0; k < i && !again; k++)
			again = pl_str_equal(priority_name(&action->priorities[k]), name);
		if (!again)
			each(pl_rate_row(rates, table, name));
	}
	if (!action->priority_count)
		each(pl_rate_row(rates, table, (struct pl_str){0}));
}

void pl_rate_rows(struct pl_rates *rates, struct pl_rate_table *table, const struct pl_rate_subject *subject,
                  void (*each)(struct pl_rate *row))
{
	const struct pl_plan *plan = subject->plan;
	struct pl_str name = {0};
	char room[4096];

	switch (table->field) {
	case PL_RATE_PLAN:
		name = plan_name(plan->path, plan->document, room, sizeof room);
		break;
	case PL_RATE_ORGANISATION:
		name = words_of(plan->organisation);
		break;
	case PL_RATE_TEMPLATE:
		name = pl_str_of(pl_template_terms(plan->template_kind)->name);
		break;
	case PL_RATE_OFFICER:
		name = words_of(subject->officer);
		break;
	case PL_RATE_QUARTER:
		name = quarter_of(subject->due ? pl_due_day(subject->due) : PL_NO_DAY, plan->year_start, room,
		                  sizeof room);
		break;
	case PL_RATE_PRIORITY:
		priority_rows(rates, table, subject->action, each);
		return;
	case PL_RATE_RULE:
	case PL_RATE_FIELDS:
		return;
	}
	each(pl_rate_row(rates, table, name));
}

/* ---- findings across plans ---- */

const struct pl_corpus_milestone *pl_rate_milestone(const struct pl_corpus *corpus, const struct pl_corpus_place *place)
{
	uintptr_t at = (uintptr_t)place, begin = (uintptr_t)corpus->milestones;

	if (!place || at < begin || at >= begin + corpus->milestone_count * sizeof *corpus->milestones)
		return NULL;
	return (const struct pl_corpus_milestone *)(const void *)place; /* its first member */
}

/* The month in which a financial year begins is not remembered: nearly everywhere a quarter begins in April. */
enum { USUAL_YEAR_START = 401 };

struct pl_rate *pl_rate_row_across(struct pl_rates *rates, struct pl_rate_table *table, const struct pl_corpus *corpus,
                                   const struct pl_corpus_place *place)
{
	const struct pl_corpus_milestone *milestone = pl_rate_milestone(corpus, place);
	const struct pl_corpus_plan *plan = &corpus->plans[place->plan];
	struct pl_str name = {0};
	char room[4096];

	if (table->field == PL_RATE_PLAN)
		name = plan_name(plan->path, plan->document, room, sizeof room);
	else if (table->field == PL_RATE_ORGANISATION)
		name = pl_str_trim(plan->organisation);
	else if (table->field == PL_RATE_TEMPLATE)
		name = pl_str_of(pl_template_terms(plan->template_kind)->name);
	else if (table->field == PL_RATE_OFFICER && milestone)
		name = milestone->officer ? pl_str_trim(corpus->officers[milestone->officer - 1]) : name;
	else if (table->field == PL_RATE_QUARTER && milestone)
		name = quarter_of(milestone->due, USUAL_YEAR_START, room, sizeof room);
	else
		return NULL;
	return pl_rate_row(rates, table, name);
}
