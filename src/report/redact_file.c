/* Findings and other texts of a file without officers' names. */
#include "report/redact.h"

#include "base/str.h"

#include <planlint/plan.h>

struct job {
	struct pl_redaction *redaction;
	struct pl_arena *arena;
	bool changed; /* a name was met */
};

static struct pl_str clean_str(struct job *job, struct pl_str text)
{
	struct pl_str clean = pl_redact_text(job->redaction, job->arena, text, NULL);

	job->changed |= clean.ptr != text.ptr;
	return clean;
}

static const char *clean(struct job *job, const char *text)
{
	const char *clean = pl_redact_string(job->redaction, job->arena, text);

	job->changed |= clean != text;
	return clean;
}

static const struct pl_evidence *clean_evidence(struct job *job, const struct pl_finding *finding)
{
	struct pl_evidence *evidence = PL_MAKE_ARRAY(job->arena, finding->evidence_count, struct pl_evidence);

	for (size_t i = 0; i < finding->evidence_count; i++) {
		evidence[i] = finding->evidence[i];
		evidence[i].words = clean_str(job, evidence[i].words);
	}
	return evidence;
}

static const struct pl_related *clean_related(struct job *job, const struct pl_finding *finding)
{
	struct pl_related *related = PL_MAKE_ARRAY(job->arena, finding->related_count, struct pl_related);

	for (size_t i = 0; i < finding->related_count; i++) {
		related[i] = finding->related[i];
		related[i].item = clean(job, related[i].item);
		related[i].message = clean(job, related[i].message);
	}
	return related;
}

/* Titles above the finding are part of its fingerprint too. */
static void look_above(struct job *job, const struct pl_item *item)
{
	for (; item; item = item->parent) {
		if (item->ref)
			(void)clean_str(job, item->ref->value);
		if (item->title)
			(void)clean_str(job, item->title->value);
	}
}

/* A fingerprint made from a name would let a reader try names until it fits. */
static const char *fingerprint(struct job *job, const struct pl_file *file, const struct pl_finding *finding,
                               struct pl_str words)
{
	const char *all = pl_arena_print(job->redaction->arena, "%s\n%s\n%s\n%s\n%.*s", file->identity,
	                                 finding->rule->id, finding->item, finding->message, PL_STR_ARG(words));
	uint32_t *times = pl_map_put(job->redaction->arena, &job->redaction->prints, pl_str_of(all), NULL);

	all = pl_arena_print(job->arena, "%s\n%u", all, (unsigned)++*times);
	return pl_hash_digits(job->arena, pl_str_of(all), PL_HASH_DIGITS);
}

static struct pl_finding clean_finding(struct job *job, const struct pl_file *file, const struct pl_finding *finding)
{
	struct pl_finding copy = *finding;
	struct pl_str words = {0};

	job->changed = finding->place != NULL; /* what stood above it is not here any more */
	copy.item = clean(job, finding->item);
	copy.message = clean(job, finding->message);
	copy.advice = clean(job, finding->advice);
	copy.reason = clean(job, finding->reason);
	copy.evidence = clean_evidence(job, finding);
	copy.related = clean_related(job, finding);
	if (file->source)
		words = clean_str(job, pl_file_excerpt(file, finding->span));
	look_above(job, finding->where);
	if (job->changed)
		copy.fingerprint = fingerprint(job, file, &copy, words);
	return copy;
}

const struct pl_file *pl_redact_file(struct pl_redaction *redaction, struct pl_arena *arena, const struct pl_file *file)
{
	struct job job = {.redaction = redaction, .arena = arena};
	struct pl_file *copy = PL_MAKE(arena, struct pl_file);
	struct pl_finding *findings = PL_MAKE_ARRAY(arena, file->finding_count, struct pl_finding);
	struct pl_unchecked *unchecked = PL_MAKE_ARRAY(arena, file->unchecked_count, struct pl_unchecked);

	pl_redact_learn(redaction, file); /* it may have been unreadable, or another, when names were learnt */
	*copy = *file;
	for (size_t i = 0; i < file->finding_count; i++)
		findings[i] = clean_finding(&job, file, &file->findings[i]);
	for (size_t i = 0; i < file->unchecked_count; i++) {
		unchecked[i] = file->unchecked[i];
		unchecked[i].what = clean(&job, unchecked[i].what);
		unchecked[i].why = clean(&job, unchecked[i].why);
	}
	copy->findings = findings;
	copy->unchecked = unchecked;
	return copy;
}
