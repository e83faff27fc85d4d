/* Copies of findings that outlive their file. */
#include "report/keep.h"

#include "base/str.h"

static const char *copy(struct pl_arena *arena, const char *text)
{
	return text ? pl_arena_copy(arena, pl_str_of(text)) : NULL;
}

static const struct pl_related *copy_related(struct pl_arena *arena, const struct pl_finding *finding)
{
	struct pl_related *related = PL_MAKE_ARRAY(arena, finding->related_count, struct pl_related);

	for (size_t i = 0; i < finding->related_count; i++)
		related[i] = (struct pl_related){.path = copy(arena, finding->related[i].path),
		                                 .item = copy(arena, finding->related[i].item),
		                                 .message = copy(arena, finding->related[i].message),
		                                 .range = finding->related[i].range};
	return related;
}

static void keep_finding(struct pl_kept *kept, struct pl_arena *arena, const struct pl_finding *finding,
                         const char *identity)
{
	struct pl_kept_finding *one = PL_VEC_PUSH(arena, &kept->findings);

	one->identity = identity;
	one->finding = *finding;
	one->finding.where = NULL;
	one->finding.path = copy(arena, finding->path);
	one->finding.item = copy(arena, finding->item);
	one->finding.message = copy(arena, finding->message);
	one->finding.advice = copy(arena, finding->advice);
	one->finding.reason = copy(arena, finding->reason);
	one->finding.fingerprint = copy(arena, finding->fingerprint);
	one->finding.evidence = NULL; /* no report that keeps findings shows it */
	one->finding.evidence_count = 0;
	one->finding.related = copy_related(arena, finding);
}

void pl_keep(struct pl_kept *kept, struct pl_arena *arena, const struct pl_file *file, bool all)
{
	const char *identity = copy(arena, file->identity);

	if (file->status != PL_OK)
		*PL_VEC_PUSH(arena, &kept->unreadable) = (struct pl_kept_file){identity, copy(arena, file->message)};
	for (size_t i = 0; i < file->finding_count; i++)
		if (all || file->findings[i].state == PL_NEW)
			keep_finding(kept, arena, &file->findings[i], identity);
	for (size_t i = 0; i < file->unchecked_count; i++)
		*PL_VEC_PUSH(arena, &kept->unchecked) = (struct pl_kept_unchecked){
		        identity,
		        {.rule = file->unchecked[i].rule,
		         .what = copy(arena, file->unchecked[i].what),
		         .why = copy(arena, file->unchecked[i].why)},
		};
}

void pl_kept_each(const struct pl_kept *kept, void (*each)(void *data, const struct pl_kept_finding *one), void *data)
{
	for (int severity = PL_ERROR; severity >= PL_INFO; severity--)
		for (size_t i = 0; i < kept->findings.count; i++)
			if (kept->findings.items[i].finding.severity == (enum pl_severity)severity)
				each(data, &kept->findings.items[i]);
}

/* The finding's own file shows what was put before its path, or left out, to make it the path from the root. */
const char *pl_kept_path(struct pl_arena *arena, const struct pl_kept_finding *one, const char *path)
{
	struct pl_str named = pl_str_of(one->finding.path), known = pl_str_of(one->identity), front;

	if (strcmp(path, one->finding.path) == 0)
		return one->identity;
	if (pl_str_ends(known, named))
		return pl_arena_print(arena, "%.*s%s", (int)(known.len - named.len), known.ptr, path);
	front = pl_str_sub(named, 0, named.len > known.len ? named.len - known.len : 0);
	if (pl_str_ends(named, known) && pl_str_starts(pl_str_of(path), front))
		return path + front.len;
	return path;
}
