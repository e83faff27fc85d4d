/* Leaves out what rules say of items that a YAML mistake cut off: what such an item lacks may stand in the part that
 * was not read, and the mistake itself is reported. Items that were complete before the mistake keep their findings. */
#include "lint/job.h"

/* The value in which reading stopped, and where its key stands; `place` is the key's where there is one. */
static const struct pl_node *last_part(const struct pl_node *node, struct pl_span *place)
{
	const struct pl_node *last;

	if (!node->count)
		return NULL;
	if (node->kind == PL_NODE_SEQUENCE) {
		last = &node->of.items[node->count - 1];
		*place = last->span;
		return last;
	}
	for (uint32_t i = node->count; i-- > 0;)
		if (!node->of.pairs[i].value.merged) {
			*place = node->of.pairs[i].key.span;
			return &node->of.pairs[i].value;
		}
	return NULL;
}

static size_t indent_of(struct pl_str line)
{
	size_t at = 0;

	while (at < line.len && line.ptr[at] == ' ')
		at++;
	return at;
}

/* Does the line behind the value stand further in than the one it begins on? Then it was meant to be part of it. */
static bool goes_on(const struct pl_source *source, struct pl_span place, const struct pl_node *node)
{
	uint32_t line = pl_source_locate(source, node->span.end).line + 1, count = pl_source_line_count(source);

	while (line <= count && indent_of(pl_source_line(source, line)) == pl_source_line(source, line).len)
		line++;
	return line <= count && indent_of(pl_source_line(source, line)) >
	                                indent_of(pl_source_line(source, pl_source_locate(source, place.begin).line));
}

static bool is_cut(const struct pl_source *source, const struct pl_document *document, const struct pl_item *item)
{
	const struct pl_node *node = document->root;
	struct pl_span place = {0};

	if (!node || !node->cut)
		return false;
	if (item->kind == PL_ITEM_PLAN)
		return true;
	while ((node = last_part(node, &place)) != NULL && node->kind != PL_NODE_SCALAR &&
	       (node->cut || goes_on(source, place, node)))
		if (item->span.begin == place.begin || item->span.begin == node->span.begin)
			return true;
	return false;
}

static bool is_half_read(const struct pl_job *job, const struct pl_record *record)
{
	const struct pl_item *item = record->item;
	const struct pl_document *document;

	if (!item || pl_job_source(job, item->plan) != &job->source)
		return false;
	document = &job->stream.documents[item->plan->document];
	if (!document->broken)
		return false;
	/* What a reference names may come later, and so may what serves a target or a priority. */
	if (record->rule == &pl_builtin_rules[PL_BUILTIN_UNKNOWN_REFERENCE] || item->kind == PL_ITEM_PRIORITY)
		return true;
	return is_cut(&job->source, document, item) ||
	       (item->kind == PL_ITEM_TARGET && item->parent && is_cut(&job->source, document, item->parent));
}

void pl_job_drop_half_read(struct pl_job *job)
{
	size_t kept = 0;

	if (!job->stream.broken)
		return;
	for (size_t i = 0; i < job->collector.records.count; i++)
		if (!is_half_read(job, &job->collector.records.items[i]))
			job->collector.records.items[kept++] = job->collector.records.items[i];
	job->collector.records.count = kept;
}
