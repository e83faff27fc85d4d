/* Writes a typed plan as text, a field a line with its place, for tests and for the curious. */
#include "base/buf.h"
#include "base/str.h"
#include "plan/build.h"
#include "plan/due.h"

struct dump {
	const struct pl_source *source;
	struct pl_buf *out;
	unsigned depth;
};

static const char *const item_kinds[] = {"plan",      "theme",  "objective",   "action",
                                         "milestone", "target", "achievement", "priority"};
static const char *const due_kinds[] = {"absent", "day",   "month", "quarter", "year",
                                        "list",   "range", "open",  "invalid"};
static const char *const states[] = {"unknown", "not started", "in progress", "delayed",
                                     "overdue", "completed",   "cancelled"};
static const char *const rags[] = {"unknown", "red", "amber", "green"};
static const char *const answers[] = {"unsaid", "no", "yes"};

static void begin(const struct dump *dump, const char *name)
{
	for (unsigned i = 0; i < dump->depth; i++)
		pl_buf_puts(dump->out, "  ");
	pl_buf_puts(dump->out, name);
}

static void put_place(const struct dump *dump, struct pl_span span)
{
	struct pl_position at = pl_source_locate(dump->source, span.begin);

	pl_buf_print(dump->out, " %u:%u", (unsigned)at.line, (unsigned)at.column);
}

static void put_value(const struct dump *dump, struct pl_str value)
{
	pl_buf_putc(dump->out, '"');
	for (size_t i = 0; i < value.len; i++) {
		if (value.ptr[i] == '\n')
			pl_buf_puts(dump->out, "\\n");
		else
			pl_buf_putc(dump->out, value.ptr[i]);
	}
	pl_buf_putc(dump->out, '"');
}

static void put_text(const struct dump *dump, const char *name, const struct pl_text *text)
{
	if (!text)
		return;
	begin(dump, name);
	put_place(dump, text->span);
	pl_buf_putc(dump->out, ' ');
	put_value(dump, text->value);
	pl_buf_putc(dump->out, '\n');
}

static void put_texts(const struct dump *dump, const char *name, const struct pl_texts *texts)
{
	for (size_t i = 0; i < texts->count; i++)
		put_text(dump, name, texts->items[i]);
}

static void put_day(const struct dump *dump, pl_day day)
{
	char room[PL_DAY_ROOM];

	pl_buf_puts(dump->out, day == PL_NO_DAY ? "none" : pl_day_iso(day, room));
}

static void put_days(const struct dump *dump, struct pl_days days)
{
	put_day(dump, days.first);
	if (days.last != days.first) {
		pl_buf_puts(dump->out, " to ");
		put_day(dump, days.last);
	}
}

/* A text and what it was read as: `start 3:4 "May 2010" = 2010-05-01`. */
static void put_read(const struct dump *dump, const char *name, const struct pl_text *text, const char *reading)
{
	if (!text)
		return;
	begin(dump, name);
	put_place(dump, text->span);
	pl_buf_putc(dump->out, ' ');
	put_value(dump, text->value);
	pl_buf_print(dump->out, " = %s", reading);
}

static void put_day_field(const struct dump *dump, const char *name, const struct pl_text *text, pl_day day)
{
	if (!text && day == PL_NO_DAY)
		return;
	if (text)
		put_read(dump, name, text, "");
	else
		begin(dump, name), pl_buf_puts(dump->out, " = ");
	put_day(dump, day);
	pl_buf_putc(dump->out, '\n');
}

static void put_due(const struct dump *dump, const char *name, const struct pl_due *due)
{
	if (due->kind == PL_DUE_ABSENT)
		return;
	put_read(dump, name, due->text, due_kinds[due->kind]);
	if (due->kind != PL_DUE_OPEN && due->kind != PL_DUE_INVALID) {
		pl_buf_putc(dump->out, ' ');
		put_days(dump, due->days);
	}
	for (uint32_t i = 0; i < due->each_count; i++) {
		pl_buf_puts(dump->out, i ? ", " : ": ");
		put_days(dump, due->each[i]);
	}
	pl_buf_putc(dump->out, '\n');
}

static void put_yes_no(const struct dump *dump, const char *name, enum pl_yes_no said, const struct pl_text *text)
{
	if (said == PL_UNSAID && !text)
		return;
	begin(dump, name);
	if (text)
		put_place(dump, text->span);
	pl_buf_print(dump->out, " = %s\n", answers[said]);
}

static void put_progress(struct dump *dump, const struct pl_progress *progress)
{
	if (progress->status) {
		put_read(dump, "status", progress->status, states[progress->state]);
		pl_buf_putc(dump->out, '\n');
	}
	if (progress->percent_text) {
		put_read(dump, "percent_complete", progress->percent_text, "");
		if (progress->percent < 0)
			pl_buf_puts(dump->out, "none\n");
		else
			pl_buf_print(dump->out, "%g\n", (double)progress->percent);
	}
	if (progress->rag_text) {
		put_read(dump, "rag", progress->rag_text, rags[progress->rag]);
		pl_buf_putc(dump->out, '\n');
	}
	put_text(dump, "comments", progress->comments);
	put_day_field(dump, "updated_on", progress->updated_text, progress->updated_on);
}

static void put_reviews(struct dump *dump, const struct pl_progress *reviews, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		begin(dump, "review\n");
		dump->depth++;
		if (reviews[i].at) {
			put_read(dump, "at", reviews[i].at, "");
			put_days(dump, reviews[i].at_days);
			pl_buf_putc(dump->out, '\n');
		}
		put_progress(dump, &reviews[i]);
		dump->depth--;
	}
}

static void put_carry(struct dump *dump, const struct pl_carry *carry)
{
	if (!carry || carry->said == PL_UNSAID)
		return;
	put_yes_no(dump, "carried_forward", carry->said, carry->text);
	dump->depth++;
	put_text(dump, "from", carry->from);
	if (carry->source)
		put_text(dump, "source", carry->source->item.title);
	put_text(dump, "explanation", carry->explanation);
	dump->depth--;
}

/* ---- items ------------------------------------------------------------------------------------------------------ */

static void put_item(const struct dump *dump, const struct pl_item *item, const char *name)
{
	struct pl_range range = pl_source_range(dump->source, item->span);

	begin(dump, name ? name : item_kinds[item->kind]);
	pl_buf_print(dump->out, " %u:%u-%u:%u", (unsigned)range.start.line, (unsigned)range.start.column,
	             (unsigned)range.end.line, (unsigned)range.end.column);
	if (item->ref) {
		pl_buf_putc(dump->out, ' ');
		put_value(dump, item->ref->value);
		put_place(dump, item->ref->span);
	}
	pl_buf_putc(dump->out, '\n');
}

static void put_references(const struct dump *dump, const char *name, const struct pl_references *references)
{
	for (size_t i = 0; i < references->count; i++) {
		const struct pl_item *item = references->items[i].item;

		put_read(dump, name, references->items[i].text, item ? item_kinds[item->kind] : "nothing");
		pl_buf_putc(dump->out, '\n');
	}
}

static void put_milestone(struct dump *dump, const struct pl_milestone *leaf)
{
	put_item(dump, &leaf->item, leaf->is_action ? "itself" : leaf->is_entry ? "entry" : NULL);
	dump->depth++;
	if (!leaf->is_action) {
		put_text(dump, "text", leaf->item.title);
		put_due(dump, "due", &leaf->due);
		put_text(dump, "lead_officer", leaf->lead_officer);
		put_text(dump, "outcome", leaf->outcome);
		put_references(dump, "feeds", &leaf->feeds);
		put_progress(dump, leaf->progress);
		put_reviews(dump, leaf->reviews, leaf->review_count);
	}
	put_day_field(dump, "start", leaf->start_text, leaf->start);
	put_references(dump, "depends_on", &leaf->depends_on);
	put_references(dump, "also_in", &leaf->also_in);
	put_carry(dump, leaf->carried);
	dump->depth--;
}

static void put_targets(struct dump *dump, const struct pl_action *action)
{
	for (size_t i = 0; i < action->target_count; i++) {
		put_item(dump, &action->targets[i].item, NULL);
		dump->depth++;
		put_text(dump, "text", action->targets[i].item.title);
		put_due(dump, "by", &action->targets[i].by);
		dump->depth--;
	}
}

static void put_achievements(struct dump *dump, const struct pl_action *action)
{
	for (size_t i = 0; i < action->achievement_count; i++) {
		const struct pl_achievement *achievement = &action->achievements[i];

		put_item(dump, &achievement->item, NULL);
		dump->depth++;
		put_text(dump, "text", achievement->item.title);
		put_due(dump, "due", &achievement->due);
		put_progress(dump, &achievement->progress);
		put_carry(dump, &achievement->carried);
		put_text(dump, "explanation", achievement->explanation);
		dump->depth--;
	}
}

static void put_links(struct dump *dump, const struct pl_action *action)
{
	if (!action->has_links)
		return;
	begin(dump, "links");
	put_place(dump, action->links_span);
	pl_buf_putc(dump->out, '\n');
	for (size_t i = 0; i < action->link_count; i++) {
		const struct pl_link *link = &action->links[i];

		begin(dump, "  link");
		put_place(dump, link->span);
		pl_buf_puts(dump->out, link->to_milestone ? " = milestone\n"
		                       : link->to_action  ? " = action\n"
		                                          : " = nothing\n");
		dump->depth += 2;
		put_text(dump, "plan", link->plan);
		put_text(dump, "to", link->to);
		put_text(dump, "milestone", link->milestone);
		put_text(dump, "note", link->note);
		dump->depth -= 2;
	}
}

static void put_flags(const struct dump *dump, const struct pl_action *action)
{
	put_yes_no(dump, "support_function", action->support_function, NULL);
	put_yes_no(dump, "statutory", action->statutory, action->statutory_text);
	put_yes_no(dump, "contract", action->contract, action->contract_text);
	put_yes_no(dump, "efficiency", action->efficiency, action->efficiency_text);
	put_yes_no(dump, "improvement_plan", action->improvement_said, NULL);
	put_text(dump, "improvement_plan", action->improvement_ref);
}

static void put_action(struct dump *dump, const struct pl_action *action)
{
	put_item(dump, &action->item, NULL);
	dump->depth++;
	put_text(dump, "title", action->item.title);
	put_text(dump, "lead_officer", action->lead_officer);
	put_text(dump, "service_team", action->service_team);
	put_due(dump, "deadline", &action->deadline);
	put_text(dump, "expected_outcome", action->expected_outcome);
	put_text(dump, "resources", action->resources);
	put_texts(dump, "partner", &action->partners);
	put_text(dump, "explanation", action->explanation);
	put_targets(dump, action);
	put_links(dump, action);
	for (size_t i = 0; i < action->priority_count; i++) {
		put_references(dump, "priority", &(struct pl_references){&action->priorities[i].to, 1});
		put_text(dump, "impact", action->priorities[i].impact);
	}
	put_flags(dump, action);
	put_progress(dump, action->progress);
	put_reviews(dump, action->reviews, action->review_count);
	put_achievements(dump, action);
	for (size_t i = 0; i < action->milestone_count; i++)
		put_milestone(dump, action->milestones[i]);
	dump->depth--;
}

static void put_theme(struct dump *dump, const struct pl_theme *theme)
{
	put_item(dump, &theme->item, NULL);
	dump->depth++;
	put_text(dump, "title", theme->item.title);
	put_text(dump, "explanation", theme->explanation);
	begin(dump, "holds");
	pl_buf_print(dump->out, " %zu actions, %zu leaves\n", theme->action_count, theme->entry_count);
	dump->depth--;
}

static void put_head(struct dump *dump, const struct pl_plan *plan)
{
	put_text(dump, "title", plan->item.title);
	put_text(dump, "organisation", plan->organisation);
	if (plan->template_text) {
		put_read(dump, "template", plan->template_text, pl_template_terms(plan->template_kind)->name);
		pl_buf_putc(dump->out, '\n');
	}
	if (plan->period_text) {
		put_read(dump, "period", plan->period_text, "");
		put_days(dump, plan->period);
		pl_buf_putc(dump->out, '\n');
	}
	put_day_field(dump, "set_on", plan->set_on_text, plan->set_on);
	put_day_field(dump, "as_at", plan->as_at_text, plan->as_at);
	put_text(dump, "previous", plan->previous);
	put_texts(dump, "corporate_improvement", &plan->corporate_improvement);
	for (size_t i = 0; i < plan->acronym_count; i++) {
		begin(dump, "acronym");
		put_place(dump, plan->acronyms[i].span);
		pl_buf_print(dump->out, " %.*s\n", PL_STR_ARG(plan->acronyms[i].letters));
		put_text(dump, "  meaning", plan->acronyms[i].meaning);
	}
	for (size_t i = 0; i < plan->priority_count; i++) {
		put_item(dump, &plan->priorities[i]->item, NULL);
		put_text(dump, "  title", plan->priorities[i]->item.title);
		put_texts(dump, "  target", &plan->priorities[i]->targets);
	}
}

/* Levels above an action are shown by where they begin: themes and objectives first, then every action in order. */
void pl_plan_dump(const struct pl_plan *plan, const struct pl_source *source, struct pl_buf *out)
{
	struct dump dump = {source, out, 0};

	put_item(&dump, &plan->item, NULL);
	dump.depth++;
	put_head(&dump, plan);
	for (size_t i = 0; i < plan->theme_count; i++)
		put_theme(&dump, plan->themes[i]);
	for (size_t i = 0; i < plan->objective_count; i++) {
		put_item(&dump, &plan->objectives[i]->item, NULL);
		put_text(&dump, "  title", plan->objectives[i]->item.title);
		put_text(&dump, "  explanation", plan->objectives[i]->explanation);
	}
	for (size_t i = 0; i < plan->action_count; i++)
		put_action(&dump, plan->actions[i]);
}
