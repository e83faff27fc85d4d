/* Applies suppressions to findings, and says which were of no use. */
#include "lint/suppress.h"

#include "base/str.h"
#include "lint/registry.h"

static bool names_rule(const struct pl_ignored *ignored, const struct pl_rule *rule)
{
	return ignored->rule ? pl_str_equal(ignored->name, pl_str_of(rule->id))
	                     : pl_str_equal(ignored->name, pl_str_of(rule->module));
}

static bool covers(const struct pl_cover *cover, struct pl_span place)
{
	if (cover->exact)
		return place.begin == cover->span.begin && place.end == cover->span.end;
	return place.begin >= cover->span.begin && place.begin < cover->span.end;
}

const char *pl_suppressions_reason(const struct pl_suppressions *found, const struct pl_rule *rule,
                                   struct pl_span place)
{
	for (size_t i = found->items.count; i-- > 0;) {
		const struct pl_suppression *suppression = &found->items.items[i];
		const struct pl_ignored *by = NULL;

		for (size_t j = 0; j < suppression->names.count; j++)
			if (names_rule(&suppression->names.items[j], rule))
				by = &suppression->names.items[j];
		for (size_t j = 0; j < suppression->covers.count && by; j++)
			if (covers(&suppression->covers.items[j], place))
				return by->reason;
	}
	return NULL;
}

static void apply_cover(struct pl_collector *collector, struct pl_suppression *suppression,
                        const struct pl_cover *cover)
{
	for (size_t i = pl_collect_first_from(collector, cover->span.begin); i < collector->records.count; i++) {
		struct pl_record *record = &collector->records.items[i];

		if (record->span.begin >= cover->span.end)
			break;
		if (!covers(cover, record->span))
			continue;
		for (size_t j = 0; j < suppression->names.count; j++) {
			struct pl_ignored *ignored = &suppression->names.items[j];

			if (!names_rule(ignored, record->rule))
				continue;
			ignored->used = true;
			record->reason = ignored->reason;
		}
	}
}

static void apply(struct pl_collector *collector, struct pl_suppressions *found)
{
	for (size_t i = 0; i < found->items.count; i++) {
		struct pl_suppression *suppression = &found->items.items[i];

		for (size_t j = 0; j < suppression->covers.count; j++)
			apply_cover(collector, suppression, &suppression->covers.items[j]);
	}
}

/* ---- what was of no use ----------------------------------------------------------------------------------------- */

/* Could it have been of use: did all that it names run? What is said about suppressions themselves is left alone, and
 * what rules across plans say is not known yet. */
static bool did_run(const struct pl_job *job, const struct pl_ignored *ignored)
{
	for (size_t i = 0; i < pl_catalogue_count(job->rules->catalogue); i++) {
		const struct pl_rule *rule = pl_catalogue_at(job->rules->catalogue, i);

		if (!names_rule(ignored, rule) || (rule->on_corpus && !ignored->rule))
			continue;
		if (!pl_ruleset_runs(job->rules, i) || rule->on_corpus ||
		    pl_str_equal(pl_str_of(rule->module), PL_STR("suppression")))
			return false;
	}
	return true;
}

static void say_unused(struct pl_job *job, const struct pl_suppression *suppression)
{
	const char *names = "";

	for (size_t i = 0; i < suppression->names.count; i++) {
		const struct pl_ignored *ignored = &suppression->names.items[i];

		if (!ignored->used && did_run(job, ignored))
			names = pl_arena_print(job->arena, "%s%s%.*s", names, *names ? ", " : "",
			                       PL_STR_ARG(ignored->name));
	}
	if (*names)
		pl_collect_builtin(&job->collector, PL_BUILTIN_UNUSED_SUPPRESSION, NULL, suppression->place, NULL,
		                   "nothing is left to ignore here: no finding of %s", names);
}

void pl_suppressions_apply(struct pl_job *job, struct pl_suppressions *found)
{
	size_t before = job->collector.records.count;

	apply(&job->collector, found);
	for (size_t i = 0; i < found->items.count; i++)
		say_unused(job, &found->items.items[i]);
	if (job->collector.records.count == before)
		return;
	pl_job_drop(job);
	pl_collect_sort(&job->collector, &job->worker->scratch, pl_record_rule);
	apply(&job->collector, found); /* what was said just now can be suppressed as well */
}
