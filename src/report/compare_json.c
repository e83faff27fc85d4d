/* The comparison as one JSON document: the contract of `planlint schema compare`. */
#include "report/compare_json.h"

#include "report/finding_json.h"

struct state {
	struct pl_json json;
};

/* ---- plans ------------------------------------------------------------------------------------------------------ */

static void plan_side(struct pl_compare_report *report, struct pl_json *json, const char *key,
                      const struct pl_plan *plan)
{
	if (!plan) {
		pl_json_string(json, key, NULL);
		return;
	}
	pl_json_open(json, key, '{');
	pl_json_string(json, "path", plan->path);
	pl_json_string(json, "title", pl_compare_words(report, plan->item.title));
	pl_json_string(json, "organisation", pl_compare_words(report, plan->organisation));
	pl_json_day(json, "period_from", plan->period.first);
	pl_json_day(json, "period_to", plan->period.last);
	pl_json_number(json, "milestones", plan->milestone_count);
	pl_json_close(json, '}');
}

static void milestone_side(struct pl_compare_report *report, struct pl_json *json, const char *key,
                           const struct pl_milestone *milestone, const char *item, const struct pl_file *file)
{
	const struct pl_text *title;

	if (!milestone) {
		pl_json_string(json, key, NULL);
		return;
	}
	title = pl_tracked_milestone(milestone).item->title;
	pl_json_open(json, key, '{');
	pl_json_string(json, "item", item);
	pl_json_string(json, "text", pl_compare_title(report, milestone));
	pl_json_day(json, "due", pl_due_day(&milestone->due));
	pl_json_number(
	        json, "line",
	        pl_file_range(file, title ? title->span : pl_tracked_milestone(milestone).item->span).start.line);
	pl_json_close(json, '}');
}

static void milestone(struct pl_compare_report *report, struct pl_json *json, const struct pl_compared_milestone *one,
                      const struct pl_compared_file *file)
{
	pl_json_break(json);
	pl_json_open(json, NULL, '{');
	pl_json_string(json, "change", !one->was ? "added" : !one->is ? "gone" : "kept");
	pl_json_string(json, "fate", one->fate == PL_FATE_NONE ? NULL : pl_fate_name(one->fate));
	pl_json_flag(json, "reworded", one->reworded);
	pl_json_flag(json, "moved", one->moved);
	pl_json_flag(json, "elsewhere", one->elsewhere);
	pl_json_number(json, "alike_percent", (uint64_t)(100 * one->alike + 0.5));
	milestone_side(report, json, "old", one->was, one->was_item, file->was);
	milestone_side(report, json, "new", one->is, one->is_item, file->is);
	pl_json_close(json, '}');
}

static void plan(struct pl_compare_report *report, struct pl_json *json, const struct pl_compared_plan *one,
                 const struct pl_compared_file *file)
{
	pl_json_open(json, NULL, '{');
	plan_side(report, json, "old", one->was);
	plan_side(report, json, "new", one->is);
	pl_json_flag(json, "two_periods", one->two_periods);
	pl_json_flag(json, "complete", !one->cut);
	pl_json_open(json, "milestones", '[');
	for (size_t i = 0; i < one->milestone_count; i++)
		if (one->milestones[i].was_item || one->milestones[i].is_item)
			milestone(report, json, &one->milestones[i], file);
	pl_json_close(json, ']');
	pl_json_close(json, '}');
}

/* ---- findings --------------------------------------------------------------------------------------------------- */

static void findings(struct pl_json *json, const struct pl_compared_file *file)
{
	pl_json_open(json, "findings", '{');
	for (int change = 0; change < PL_CHANGES; change++) {
		pl_json_open(json, pl_change_name((enum pl_change)change), '[');
		for (size_t i = 0; i < file->finding_count; i++) {
			const struct pl_compared_finding *one = &file->findings[i];

			if (one->change != (enum pl_change)change)
				continue;
			pl_json_break(json);
			pl_json_finding(json, one->is ? one->is : one->was);
		}
		pl_json_close(json, ']');
	}
	pl_json_close(json, '}');
}

/* ---- the document ----------------------------------------------------------------------------------------------- */

static void json_begin(struct pl_compare_report *report)
{
	struct pl_json *json = &((struct state *)report->state)->json;

	json->out = report->screen.out;
	pl_json_open(json, NULL, '{');
	pl_json_string(json, "schema", PL_COMPARE_SCHEMA);
	pl_json_open(json, "tool", '{');
	pl_json_string(json, "name", "planlint");
	pl_json_string(json, "version", PL_VERSION);
	pl_json_close(json, '}');
	pl_json_string(json, "as_of", report->options.as_of);
	pl_json_string(json, "old", report->options.was);
	pl_json_string(json, "new", report->options.is);
	pl_json_open(json, "files", '[');
}

static void file_side(struct pl_json *json, const char *key, const struct pl_file *file)
{
	if (!file) {
		pl_json_string(json, key, NULL);
		return;
	}
	pl_json_open(json, key, '{');
	pl_json_string(json, "path", file->path);
	pl_json_flag(json, "readable", file->status == PL_OK);
	if (file->status != PL_OK)
		pl_json_string(json, "message", file->message);
	pl_json_close(json, '}');
}

static void json_file(struct pl_compare_report *report, const struct pl_compared_file *file)
{
	struct pl_json *json = &((struct state *)report->state)->json;

	pl_json_break(json);
	pl_json_open(json, NULL, '{');
	file_side(json, "old", file->was);
	file_side(json, "new", file->is);
	pl_json_open(json, "plans", '[');
	for (size_t i = 0; i < file->plan_count; i++)
		plan(report, json, &file->plans[i], file);
	pl_json_close(json, ']');
	findings(json, file);
	pl_json_close(json, '}');
	pl_out_flush(report->screen.out);
}

static void json_end(struct pl_compare_report *report)
{
	struct pl_json *json = &((struct state *)report->state)->json;
	const struct pl_compare_totals *totals = &report->totals;

	pl_json_close(json, ']');
	pl_json_break(json);
	pl_json_open(json, "summary", '{');
	for (size_t i = 0; pl_compare_counts[i].name; i++)
		pl_json_number(json, pl_compare_counts[i].name,
		               *(const size_t *)(const void *)((const char *)totals + pl_compare_counts[i].field));
	pl_json_close(json, '}');
	pl_json_close(json, '}');
	pl_out_puts(report->screen.out, "\n");
}

#define COUNT(name, field)                                                                                             \
	{                                                                                                              \
		name, offsetof(struct pl_compare_totals, field)                                                        \
	}

const struct pl_compare_count pl_compare_counts[] = {COUNT("unreadable", unreadable),
                                                     COUNT("plans", plans),
                                                     COUNT("plans_added", plans_added),
                                                     COUNT("plans_dropped", plans_dropped),
                                                     COUNT("plans_of_two_periods", periods),
                                                     COUNT("milestones_unchanged", same),
                                                     COUNT("milestones_added", added),
                                                     COUNT("milestones_gone", gone),
                                                     COUNT("milestones_reworded", reworded),
                                                     COUNT("milestones_moved", moved),
                                                     COUNT("milestones_elsewhere", elsewhere),
                                                     COUNT("last_period", past),
                                                     COUNT("completed", fates[PL_FATE_COMPLETED]),
                                                     COUNT("carried_forward", fates[PL_FATE_CARRIED]),
                                                     COUNT("set_again", fates[PL_FATE_SET_AGAIN]),
                                                     COUNT("dropped", fates[PL_FATE_DROPPED]),
                                                     COUNT("lost", fates[PL_FATE_LOST]),
                                                     COUNT("new_this_period", fresh),
                                                     COUNT("findings_new", changes[PL_CHANGE_NEW]),
                                                     COUNT("findings_gone", changes[PL_CHANGE_GONE]),
                                                     COUNT("findings_unchanged", changes[PL_CHANGE_UNCHANGED]),
                                                     COUNT("findings_ignored", changes[PL_CHANGE_IGNORED]),
                                                     {NULL, 0}};

const struct pl_compare_reporter pl_compare_json = {
        .state_size = sizeof(struct state),
        .begin = json_begin,
        .file = json_file,
        .end = json_end,
};
