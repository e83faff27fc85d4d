/* Fuzzes YAML -> plan: the model hangs together as plan.h promises, dates and references included. */
#include "base/buf.h"
#include "fuzz.h"
#include "plan/build.h"
#include "plan/due.h"

struct build {
	struct pl_arena arena;
	struct pl_arena_guard guard;
	struct pl_source source;
	struct pl_collector collector;
	struct pl_buf dump;
};

/* ---- dates ------------------------------------------------------------------------------------------------------ */

static void check_days(struct pl_days days)
{
	FUZZ_HOLDS((days.first == PL_NO_DAY) == (days.last == PL_NO_DAY));
	FUZZ_HOLDS(days.first <= days.last);
	if (days.first != PL_NO_DAY) {
		struct pl_civil civil = pl_day_civil(days.first);

		FUZZ_HOLDS(pl_day_from_civil(civil.year, civil.month, civil.day) == days.first);
	}
}

static void check_due(const struct pl_due *due)
{
	check_days(due->days);
	FUZZ_HOLDS((due->kind == PL_DUE_LIST) == (due->each_count > 0));
	for (uint32_t i = 0; i < due->each_count; i++)
		check_days(due->each[i]);
	if (due->kind == PL_DUE_ABSENT || due->kind == PL_DUE_OPEN || due->kind == PL_DUE_INVALID)
		FUZZ_HOLDS(due->days.first == PL_NO_DAY);
}

static void check_scan(struct pl_str text, const struct pl_calendar *calendar)
{
	enum { ROOM = 8 };
	struct pl_dated dates[ROOM];
	size_t count = pl_due_scan(text, calendar, dates, ROOM), behind = 0;

	for (size_t i = 0; i < count && i < ROOM; i++) {
		FUZZ_HOLDS(behind <= dates[i].begin);
		FUZZ_HOLDS(dates[i].lead <= dates[i].begin);
		FUZZ_HOLDS(dates[i].begin < dates[i].end);
		FUZZ_HOLDS(dates[i].end <= dates[i].tail);
		FUZZ_HOLDS(dates[i].tail <= text.len);
		check_days(dates[i].days);
		behind = dates[i].end;
	}
}

/* The bytes as they come, as a deadline, a period, and a text with dates in it. */
static void check_dates(struct pl_arena *arena, struct pl_str text)
{
	struct pl_calendar none = {.period = {PL_NO_DAY, PL_NO_DAY}, .year_start = 401};
	struct pl_calendar three = {.period = {13604, 14699}, .year_start = 401, .quarters_run_on = true};
	struct pl_due due = pl_due_parse(arena, text, &none);

	check_due(&due);
	due = pl_due_parse(arena, text, &three);
	check_due(&due);
	check_days(pl_period_parse(text, 401));
	check_days(pl_period_parse(text, 101));
	check_scan(text, &none);
	check_scan(text, &three);
}

/* ---- the model -------------------------------------------------------------------------------------------------- */

static void check_text(const struct pl_source *source, const struct pl_text *text)
{
	if (!text)
		return;
	FUZZ_HOLDS(text->value.len);
	fuzz_check_span(source, text->span);
	fuzz_check_span(source, pl_text_token(text));
}

static void check_item(const struct pl_source *source, const struct pl_plan *plan, const struct pl_item *item,
                       struct pl_arena *arena)
{
	unsigned height = 0;

	FUZZ_HOLDS(item->plan == plan);
	fuzz_check_span(source, item->span);
	check_text(source, item->ref);
	check_text(source, item->title);
	FUZZ_HOLDS(pl_plan_path(arena, item));
	for (const struct pl_item *up = item; up != &plan->item; up = up->parent) {
		FUZZ_HOLDS(up);
		FUZZ_HOLDS(height++ < 1000);
	}
}

static void check_progress(const struct pl_source *source, const struct pl_progress *progress)
{
	FUZZ_HOLDS(progress);
	check_days(progress->at_days);
	check_text(source, progress->status);
	check_text(source, progress->comments);
	FUZZ_HOLDS(progress->percent <= 100);
}

static void check_references(const struct pl_source *source, const struct pl_plan *plan,
                             const struct pl_references *references)
{
	for (size_t i = 0; i < references->count; i++) {
		check_text(source, references->items[i].text);
		FUZZ_HOLDS(!references->items[i].item || references->items[i].item->plan == plan);
	}
}

static void check_milestone(const struct pl_source *source, const struct pl_plan *plan, struct pl_arena *arena,
                            size_t index)
{
	const struct pl_milestone *milestone = plan->milestones[index];

	FUZZ_HOLDS(milestone->index == index);
	FUZZ_HOLDS(milestone->action);
	FUZZ_HOLDS(plan->actions[milestone->action->index] == milestone->action);
	FUZZ_HOLDS(!milestone->is_action || milestone->action->milestone_count == 1);
	check_item(source, plan, milestone->is_action ? &milestone->action->item : &milestone->item, arena);
	check_due(&milestone->due);
	check_progress(source, milestone->progress);
	for (size_t i = 0; i < milestone->review_count; i++)
		check_progress(source, &milestone->reviews[i]);
	check_references(source, plan, &milestone->feeds);
	check_references(source, plan, &milestone->depends_on);
	check_references(source, plan, &milestone->also_in);
}

static void check_action(const struct pl_source *source, const struct pl_plan *plan, struct pl_arena *arena,
                         size_t index)
{
	const struct pl_action *action = plan->actions[index];

	FUZZ_HOLDS(action->index == index);
	check_item(source, plan, &action->item, arena);
	check_due(&action->deadline);
	check_progress(source, action->progress);
	for (size_t i = 0; i < action->milestone_count; i++)
		FUZZ_HOLDS(action->milestones[i]->action == action);
	for (size_t i = 0; i < action->target_count; i++) {
		FUZZ_HOLDS(action->targets[i].action == action);
		check_item(source, plan, &action->targets[i].item, arena);
		check_due(&action->targets[i].by);
	}
	for (size_t i = 0; i < action->achievement_count; i++) {
		FUZZ_HOLDS(action->achievements[i].action == action);
		check_item(source, plan, &action->achievements[i].item, arena);
		check_due(&action->achievements[i].due);
	}
	for (size_t i = 0; i < action->link_count; i++) {
		fuzz_check_span(source, action->links[i].span);
		FUZZ_HOLDS(!action->links[i].to_action || action->links[i].to_action->item.plan == plan);
	}
}

static void visit(void *data, const struct pl_item *item, const struct pl_text *text, enum pl_seen seen)
{
	const struct build *build = data;

	(void)seen;
	FUZZ_HOLDS(item);
	check_text(&build->source, text);
	check_scan(text->value, &(struct pl_calendar){.period = {PL_NO_DAY, PL_NO_DAY}, .year_start = 401});
}

static void check_plan(struct build *build, const struct pl_plan *plan)
{
	size_t leaves = 0;

	check_days(plan->period);
	for (size_t i = 0; i < plan->milestone_count; i++)
		check_milestone(&build->source, plan, &build->arena, i);
	for (size_t i = 0; i < plan->action_count; i++) {
		check_action(&build->source, plan, &build->arena, i);
		leaves += plan->actions[i]->milestone_count;
	}
	FUZZ_HOLDS(leaves == plan->milestone_count);
	for (size_t i = 0; i < plan->theme_count; i++)
		check_item(&build->source, plan, &plan->themes[i]->item, &build->arena);
	for (size_t i = 0; i < plan->objective_count; i++)
		check_item(&build->source, plan, &plan->objectives[i]->item, &build->arena);
	pl_plan_visit_texts(plan, &(struct pl_text_visitor){visit, build});
}

/* ---- all of it -------------------------------------------------------------------------------------------------- */

static void run(struct build *build, struct pl_str bytes)
{
	static const struct pl_key_alias aliases[] = {{{"workstreams", 11}, {"key_actions", 11}},
	                                              {{"wann", 4}, {"due", 3}}};
	struct pl_plan_options options = {.as_of = bytes.len % 2 ? 14885 : PL_NO_DAY,
	                                  .year_start = bytes.len % 3 ? 0 : 101,
	                                  .aliases = aliases,
	                                  .alias_count = 2};
	struct pl_limits limits = fuzz_limits();
	struct pl_stream stream;
	bool too_large;

	pl_arena_init(&build->arena, &build->guard);
	build->collector = (struct pl_collector){.arena = &build->arena, .limit = limits.findings};
	pl_source_open(&build->source, &build->arena, "fuzz.yaml", bytes, limits.size, &too_large);
	stream = pl_yaml_load(&build->arena, &build->arena, &build->source, &limits, &build->collector);
	for (size_t i = 0; i < stream.count; i++) {
		const struct pl_plan *plan =
		        pl_plan_build(&build->arena, &build->arena, &build->source, &stream.documents[i], (uint32_t)i,
		                      &options, &build->collector);

		check_plan(build, plan);
		pl_plan_dump(plan, &build->source, &build->dump);
	}
	for (size_t i = 0; i < build->collector.records.count; i++) {
		fuzz_check_span(&build->source, build->collector.records.items[i].span);
		fuzz_check_message(build->collector.records.items[i].message);
	}
}

static void end(struct build *build)
{
	pl_buf_free(&build->dump);
	pl_arena_free(&build->arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct build first, again;
	struct pl_str text = fuzz_text(data, size);

	first = again = (struct build){0};
	if (setjmp(first.guard.jump) || setjmp(again.guard.jump))
		fuzz_guard_tripped();
	run(&first, text);
	if (pl_utf8_check(text) == text.len)
		check_dates(&first.arena, pl_str_sub(text, 0, 2000));
	run(&again, text);
	FUZZ_HOLDS(first.dump.len == again.dump.len);
	FUZZ_HOLDS(!first.dump.len || !memcmp(first.dump.ptr, again.dump.ptr, first.dump.len));
	FUZZ_HOLDS(first.collector.records.count == again.collector.records.count);
	end(&again);
	end(&first);
	return 0;
}
