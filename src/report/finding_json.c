/* A finding, the totals and the files as JSON: the contract of `planlint schema output` in one place. */
#include "report/finding_json.h"

#include "base/str.h"

static void position(struct pl_json *json, const char *key, const struct pl_position *at)
{
	pl_json_open(json, key, '{');
	pl_json_number(json, "line", at->line);
	pl_json_number(json, "column", at->column);
	pl_json_number(json, "offset", at->offset);
	pl_json_close(json, '}');
}

static void range(struct pl_json *json, const struct pl_range *range)
{
	pl_json_open(json, "range", '{');
	position(json, "start", &range->start);
	position(json, "end", &range->end);
	pl_json_close(json, '}');
}

static void evidence(struct pl_json *json, const struct pl_finding *finding)
{
	pl_json_open(json, "evidence", '[');
	for (size_t i = 0; i < finding->evidence_count; i++) {
		pl_json_open(json, NULL, '{');
		pl_json_text(json, "words", finding->evidence[i].words);
		range(json, &finding->evidence[i].range);
		pl_json_close(json, '}');
	}
	pl_json_close(json, ']');
}

static void related(struct pl_json *json, const struct pl_finding *finding)
{
	pl_json_open(json, "related", '[');
	for (size_t i = 0; i < finding->related_count; i++) {
		const struct pl_related *place = &finding->related[i];

		pl_json_open(json, NULL, '{');
		pl_json_string(json, "path", place->path);
		pl_json_string(json, "item", place->item);
		range(json, &place->range);
		pl_json_string(json, "message", place->message);
		pl_json_close(json, '}');
	}
	pl_json_close(json, ']');
}

static void suppression(struct pl_json *json, const struct pl_finding *finding)
{
	if (finding->state != PL_SUPPRESSED) {
		pl_json_string(json, "suppression", NULL);
		return;
	}
	pl_json_open(json, "suppression", '{');
	pl_json_string(json, "reason", finding->reason ? finding->reason : "");
	pl_json_close(json, '}');
}

void pl_json_finding(struct pl_json *json, const struct pl_finding *finding)
{
	pl_json_open(json, NULL, '{');
	pl_json_string(json, "rule", finding->rule->id);
	pl_json_string(json, "module", finding->rule->module);
	pl_json_string(json, "severity", pl_severity_name(finding->severity));
	pl_json_string(json, "confidence", pl_confidence_name(finding->confidence));
	pl_json_string(json, "message", finding->message);
	pl_json_string(json, "advice", finding->advice ? finding->advice : "");
	pl_json_string(json, "path", finding->path);
	pl_json_string(json, "item", finding->item);
	range(json, &finding->range);
	evidence(json, finding);
	related(json, finding);
	pl_json_string(json, "fingerprint", finding->fingerprint);
	pl_json_string(json, "state", pl_state_name(finding->state));
	suppression(json, finding);
	pl_json_close(json, '}');
}

void pl_json_head(struct pl_json *json, const struct pl_report_options *options)
{
	pl_json_string(json, "schema", PL_OUTPUT_SCHEMA);
	pl_json_open(json, "tool", '{');
	pl_json_string(json, "name", "planlint");
	pl_json_string(json, "version", PL_VERSION);
	pl_json_close(json, '}');
	pl_json_string(json, "as_of", options->as_of);
}

static const char *kept(struct pl_arena *arena, const char *text)
{
	return text ? pl_arena_copy(arena, pl_str_of(text)) : NULL;
}

/* What is found across plans comes for files that were there before, in their order. */
static struct pl_json_file *file_again(struct pl_json_tail *tail, const struct pl_file *file)
{
	while (strcmp(tail->files.items[tail->again].path, file->path) != 0)
		tail->again++;
	tail->files.items[tail->again].quiet -= file->roused_count;
	return &tail->files.items[tail->again];
}

static struct pl_json_file *add_file(struct pl_json_tail *tail, struct pl_arena *arena, const struct pl_file *file)
{
	struct pl_json_file *added = PL_VEC_PUSH(arena, &tail->files);

	*added = (struct pl_json_file){
	        .path = kept(arena, file->path),
	        .message = file->status == PL_OK ? NULL : kept(arena, file->message ? file->message : ""),
	        .plans = file->plan_count,
	        .actions = file->action_count,
	        .milestones = file->milestone_count,
	        .quiet = file->quiet_count,
	};
	return added;
}

void pl_json_tail_keep(struct pl_json_tail *tail, struct pl_arena *arena, const struct pl_file *file)
{
	struct pl_json_file *last = file->corpus ? file_again(tail, file) : add_file(tail, arena, file);

	for (size_t i = 0; i < file->finding_count; i++)
		if (file->findings[i].state == PL_NEW)
			last->severities[file->findings[i].severity]++;
	for (size_t i = 0; i < file->unchecked_count; i++) {
		const struct pl_unchecked *unchecked = &file->unchecked[i];

		*PL_VEC_PUSH(arena, &tail->unchecked) = (struct pl_json_unchecked){
		        last->path,
		        unchecked->rule ? unchecked->rule->id : NULL,
		        kept(arena, unchecked->what),
		        kept(arena, unchecked->why),
		};
	}
}

static void severities(struct pl_json *json, const size_t counts[PL_ERROR + 1])
{
	pl_json_number(json, "errors", counts[PL_ERROR]);
	pl_json_number(json, "warnings", counts[PL_WARNING]);
	pl_json_number(json, "infos", counts[PL_INFO]);
}

/* Only where some plan has one before it. */
static void since(struct pl_json *json, const struct pl_totals *totals)
{
	pl_json_open(json, "since_last_period", '{');
	pl_json_number(json, "plans", totals->since.plans);
	pl_json_number(json, "milestones", totals->since.milestones);
	for (int fate = PL_FATE_NONE + 1; fate < PL_FATES; fate++)
		pl_json_number(json, pl_fate_name((enum pl_fate)fate), totals->since.fates[fate]);
	pl_json_number(json, "new", totals->since.added);
	pl_json_number(json, "put_off_twice", pl_totals_repeated(totals));
	pl_json_close(json, '}');
}

static void summary(struct pl_json *json, const struct pl_totals *totals)
{
	pl_json_open(json, "summary", '{');
	pl_json_number(json, "files", totals->files);
	pl_json_number(json, "unreadable", totals->unreadable);
	pl_json_number(json, "plans", totals->plans);
	pl_json_number(json, "actions", totals->actions);
	pl_json_number(json, "milestones", totals->milestones);
	pl_json_number(json, "quiet_milestones", totals->quiet_milestones);
	severities(json, totals->severities);
	pl_json_number(json, "suppressed", totals->states[PL_SUPPRESSED]);
	pl_json_number(json, "baselined", totals->states[PL_BASELINED]);
	if (totals->since.plans)
		since(json, totals);
	pl_json_close(json, '}');
}

static void show_file(struct pl_json *json, const struct pl_json_file *file)
{
	pl_json_open(json, NULL, '{');
	pl_json_string(json, "path", file->path);
	pl_json_flag(json, "readable", !file->message);
	if (file->message)
		pl_json_string(json, "message", file->message);
	pl_json_number(json, "plans", file->plans);
	pl_json_number(json, "actions", file->actions);
	pl_json_number(json, "milestones", file->milestones);
	pl_json_number(json, "quiet_milestones", file->quiet);
	severities(json, file->severities);
	pl_json_close(json, '}');
}

void pl_json_tail_show(struct pl_json *json, const struct pl_json_tail *tail, const struct pl_totals *totals)
{
	summary(json, totals);
	pl_json_open(json, "not_checked", '[');
	for (size_t i = 0; i < tail->unchecked.count; i++) {
		const struct pl_json_unchecked *unchecked = &tail->unchecked.items[i];

		pl_json_open(json, NULL, '{');
		pl_json_string(json, "path", unchecked->path);
		pl_json_string(json, "rule", unchecked->rule);
		pl_json_string(json, "what", unchecked->what);
		pl_json_string(json, "why", unchecked->why);
		pl_json_close(json, '}');
	}
	pl_json_close(json, ']');
	pl_json_open(json, "files", '[');
	for (size_t i = 0; i < tail->files.count; i++)
		show_file(json, &tail->files.items[i]);
	pl_json_close(json, ']');
}
