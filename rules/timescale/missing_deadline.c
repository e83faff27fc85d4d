/* missing-deadline: a milestone that says nowhere by when, or says it in words that name no date. */
#include <planlint/rule.h>

#include <string.h>

static bool has_date(const struct pl_due *due)
{
	return due->kind != PL_DUE_ABSENT && due->kind != PL_DUE_OPEN && due->kind != PL_DUE_INVALID;
}

/* A list of steps under one dated key action is due when the action is, unless the plan dates its steps one by one:
 * the strategic template asks for it, and a dated sibling shows that the author meant to. */
static bool covers_milestones(const struct pl_ctx *ctx, const struct pl_action *action)
{
	if (pl_action_is_leaf(action) || !has_date(&action->deadline) ||
	    pl_ctx_plan(ctx)->template_kind == PL_TEMPLATE_STRATEGIC)
		return false;
	for (size_t i = 0; i < action->milestone_count; i++) {
		if (action->milestones[i]->due.kind != PL_DUE_ABSENT)
			return false;
	}
	return true;
}

/* Nobody asks by when something will be done that is done, or will not be. */
static bool is_settled(const struct pl_progress *progress)
{
	return progress->state == PL_STATE_COMPLETED || progress->state == PL_STATE_CANCELLED;
}

static void report_words(struct pl_ctx *ctx, const struct pl_item *item, const struct pl_text *words)
{
	pl_report(ctx, &(struct pl_report){
	                       .item = item,
	                       .part = {.text = words},
	                       .message = pl_print(ctx, "%s gives no date by which it is to be done",
	                                           pl_print_quoted(ctx, words)),
	               });
}

/* "12 lamps bought - July 2010", but not "In July 2010 the ministry wrote …". */
static bool is_last(struct pl_str text, const struct pl_dated *date)
{
	for (uint32_t i = date->tail; i < text.len; i++) {
		if (!strchr(" .;,)]\n", text.ptr[i]))
			return false;
	}
	return true;
}

/* The first date in the text that says when something is to happen. */
static bool find_date(struct pl_ctx *ctx, const struct pl_text *text, struct pl_dated *date)
{
	const struct pl_reading *reading = text ? pl_read_words(ctx, text) : NULL;
	for (uint32_t i = 0; reading && i < reading->date_count; i++) {
		enum pl_date_role role = pl_date_role(text, &reading->dates[i]);
		*date = reading->dates[i];
		if (role == PL_DATE_PROMISE || (role == PL_DATE_PLAIN && is_last(text->value, date)))
			return true;
	}
	return false;
}

static void report_absent(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	const char *what = pl_terms(ctx)->milestone;
	const struct pl_text *text = milestone->item.title;
	struct pl_dated date;
	struct pl_report report = {
	        .item = &milestone->item,
	        .message = pl_print(ctx, "this %s has no deadline", what),
	};
	/* the author did think of a date: say where to put it */
	if (find_date(ctx, text, &date)) {
		report.message = pl_print(ctx, "this %s has no deadline, only a date in its text: %.*s", what,
		                          (int)(date.end - date.begin), text->value.ptr + date.begin);
		report.advice =
		        "Give the day it is due as the deadline too: words are not compared with the period or with "
		        "progress";
	}
	pl_report(ctx, &report);
}

static void check_milestone(struct pl_ctx *ctx, const struct pl_milestone *milestone, bool covered)
{
	if (is_settled(milestone->progress))
		return;
	if (milestone->due.kind == PL_DUE_OPEN && milestone->due.text)
		report_words(ctx, &milestone->item, milestone->due.text);
	else if (milestone->due.kind == PL_DUE_ABSENT && !covered && !(milestone->item.given & PL_FIELD_DUE))
		report_absent(ctx, milestone);
}

static void check_action(struct pl_ctx *ctx, const struct pl_action *action)
{
	bool covered = covers_milestones(ctx, action);
	for (size_t i = 0; i < action->milestone_count; i++)
		check_milestone(ctx, action->milestones[i], covered);
	/* what an action above its milestones says in place of a deadline; that it says nothing is missing-field's, and
	 * only in templates that ask for it */
	if (!pl_action_is_leaf(action) && action->deadline.kind == PL_DUE_OPEN && action->deadline.text &&
	    !is_settled(action->progress))
		report_words(ctx, &action->item, action->deadline.text);
}

const struct pl_rule pl_rule_missing_deadline = {
        .id = "missing-deadline",
        .module = "timescale",
        .since = "1.0",
        .summary = "no deadline, or words such as \"ongoing\" or \"tbc\" in its place",
        .why = "Without a day nobody can say whether a milestone is late, and it drops out of every report on "
               "progress. \"Ongoing\", \"tbc\" or \"next meeting\" are not deadlines either. Milestones without any "
               "date under a key action that has one count as due with it, except in strategic plans, which date each "
               "milestone; what is completed or no longer relevant needs no date any more.",
        .advice =
                "Give the day, month or quarter by which it will be done; for work that goes on, the date of its next "
                "result",
        .bad = "plan: {title: Library service plan, period: 2010/11}\n"
               "key_actions:\n"
               "  - title: Lend more books to teenagers\n"
               "    milestones:\n"
               "      - {text: 500 new graphic novels on the shelves, due: Ongoing}\n",
        .good = "plan: {title: Library service plan, period: 2010/11}\n"
                "key_actions:\n"
                "  - title: Lend more books to teenagers\n"
                "    milestones:\n"
                "      - {text: 500 new graphic novels on the shelves, due: September 2010}\n",
        .severity = PL_WARNING,
        .confidence = PL_HIGH,
        .on_action = check_action,
};
