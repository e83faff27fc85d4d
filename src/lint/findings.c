/* Makes findings from records. */
#include "lint/findings.h"

#include "lint/fingerprint.h"
#include "lint/registry.h"

#include <string.h>

static const struct pl_evidence *make_evidence(struct pl_job *job, const struct pl_record *record)
{
	struct pl_evidence *evidence = PL_MAKE_ARRAY(job->arena, record->evidence_count, struct pl_evidence);

	for (uint32_t i = 0; i < record->evidence_count; i++) {
		evidence[i].range = pl_source_range(&job->source, record->evidence[i].span);
		evidence[i].span = record->evidence[i].span;
		evidence[i].words = pl_source_excerpt(&job->source, record->evidence[i].span);
	}
	return evidence;
}

static const struct pl_related *make_related(struct pl_job *job, const struct pl_record *record)
{
	struct pl_related *related = PL_MAKE_ARRAY(job->arena, record->related_count, struct pl_related);

	for (uint32_t i = 0; i < record->related_count; i++) {
		const struct pl_record_place *place = &record->related[i];
		const struct pl_source *source = place->source ? place->source : &job->source;

		related[i] = (struct pl_related){.path = source->path,
		                                 .item = pl_plan_path(job->arena, place->item),
		                                 .message = place->message ? place->message : "",
		                                 .range = pl_source_range(source, place->span)};
	}
	return related;
}

static struct pl_finding make_finding(struct pl_job *job, const struct pl_record *record, enum pl_severity severity,
                                      const char *item)
{
	return (struct pl_finding){.rule = record->rule,
	                           .severity = severity,
	                           .confidence = record->confidence,
	                           .state = record->reason  ? PL_SUPPRESSED
	                                    : record->known ? PL_BASELINED
	                                                    : PL_NEW,
	                           .path = job->source.path,
	                           .where = record->item,
	                           .item = item,
	                           .message = record->message,
	                           .advice = record->advice ? record->advice : record->rule->advice,
	                           .reason = record->reason,
	                           .range = pl_source_range(&job->source, record->span),
	                           .span = record->span,
	                           .evidence = make_evidence(job, record),
	                           .evidence_count = record->evidence_count,
	                           .related = make_related(job, record),
	                           .related_count = record->related_count};
}

static bool is_shown(const struct pl_job *job, const struct pl_record *record)
{
	return pl_ruleset_runs(job->rules, pl_record_rule(record)) && record->confidence >= job->rules->min_confidence;
}

/* ---- milestones that raised nothing ----------------------------------------------------------------------------- */

/* A milestone is loud where a finding stands in or on it; one that is a key action also where it stands on that. */
static void mark_loud(const struct pl_plan *plan, bool *loud, const struct pl_item *item)
{
	for (; item && item->plan == plan; item = item->parent) {
		if (item->kind == PL_ITEM_MILESTONE) {
			loud[((const struct pl_milestone *)item)->index] = true;
			return;
		}
		if (item->kind == PL_ITEM_ACTION) {
			const struct pl_action *action = (const struct pl_action *)item;

			if (action->milestone_count && action->milestones[0]->is_action)
				loud[action->milestones[0]->index] = true;
			return;
		}
	}
}

const bool *pl_findings_loud(struct pl_job *job, const struct pl_plan *plan)
{
	bool *loud = PL_MAKE_ARRAY(job->arena, plan->milestone_count, bool);
	const struct pl_record *records = job->collector.records.items;

	for (size_t i = pl_collect_first_from(&job->collector, plan->item.span.begin); i < job->collector.records.count;
	     i++) {
		const struct pl_record *record = &records[i];

		if (record->span.begin > plan->item.span.end)
			break;
		if (!record->reason && !record->known && is_shown(job, record))
			mark_loud(plan, loud, record->item);
	}
	return loud;
}

static size_t count_quiet(struct pl_job *job, const struct pl_plan *plan)
{
	const bool *loud = pl_findings_loud(job, plan);
	size_t quiet = 0;

	for (size_t i = 0; i < plan->milestone_count; i++)
		quiet += !loud[i];
	return quiet;
}

/* ---- the whole file --------------------------------------------------------------------------------------------- */

static void make_all(struct pl_job *job, struct pl_file *file)
{
	size_t count = job->collector.records.count;
	const struct pl_baseline *baseline = &job->run->baseline;
	bool wanted = job->run->fingerprints || baseline->known.count;
	const struct pl_item *item = NULL;
	const char *path = NULL;
	struct pl_finding *findings = PL_MAKE_ARRAY(job->arena, count, struct pl_finding);
	struct pl_fingerprints prints = {.arena = job->arena,
	                                 .table = &job->worker->tree,
	                                 .scratch = &job->worker->scratch,
	                                 .path = file->identity,
	                                 .source = &job->source};

	for (size_t i = 0; i < count; i++) {
		struct pl_record *record = &job->collector.records.items[i];
		/* also of what is not shown: it counts equals, and a baseline may know it */
		const char *fingerprint = wanted ? pl_fingerprint(&prints, record) : "";

		if (baseline->known.count)
			record->known = pl_baseline_find(baseline, fingerprint);
		if (!is_shown(job, record))
			continue;
		if (!path || record->item != item) /* findings of one item stand together */
			path = pl_plan_path(job->arena, record->item);
		item = record->item;
		findings[file->finding_count] =
		        make_finding(job, record, job->rules->rules[pl_record_rule(record)].severity, path);
		findings[file->finding_count++].fingerprint = fingerprint;
	}
	file->findings = findings;
}

/* Two rules that miss the same thing say so once. */
static void make_unchecked(struct pl_job *job, struct pl_file *file)
{
	struct pl_unchecked *unchecked = job->collector.unchecked.items;

	for (size_t i = 0; i < job->collector.unchecked.count; i++) {
		bool said = false;

		for (size_t j = 0; j < file->unchecked_count && !said; j++)
			said = strcmp(unchecked[i].what, unchecked[j].what) == 0 &&
			       strcmp(unchecked[i].why, unchecked[j].why) == 0;
		if (said)
			continue;
		unchecked[file->unchecked_count] = unchecked[i];
		unchecked[file->unchecked_count++].path = job->source.path;
	}
	file->unchecked = unchecked;
}

void pl_findings_make(struct pl_job *job, struct pl_file *file)
{
	make_all(job, file);
	make_unchecked(job, file);
	file->plans = (const struct pl_plan *const *)job->plans.items;
	file->plan_count = job->plans.count;
	file->ran = &job->ran;
	for (size_t i = 0; i < job->plans.count; i++) {
		file->action_count += job->plans.items[i]->action_count;
		file->milestone_count += job->plans.items[i]->milestone_count;
		file->quiet_count += count_quiet(job, job->plans.items[i]);
	}
}

void pl_findings_settle(const struct pl_job *job, const struct pl_file *file, struct pl_baseline *baseline)
{
	for (size_t i = 0; i < job->collector.records.count; i++)
		if (job->collector.records.items[i].known)
			pl_baseline_meet(baseline, job->collector.records.items[i].known);
	if (!job->stream.broken)
		pl_baseline_looked(baseline, file->identity, job->rules);
}
