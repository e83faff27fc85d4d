/* Finds the part of a file that a suppression covers. */
#include "lint/cover.h"

#include "base/str.h"

#include <stdlib.h>

struct walk {
	struct pl_arena *arena;
	struct pl_tree_places *out;
};

static void add(struct walk *walk, uint32_t start, struct pl_span span, enum pl_place_kind kind)
{
	*PL_VEC_PUSH(walk->arena, &walk->out->places) = (struct pl_tree_place){start, span, kind};
}

static struct pl_span whole(const struct pl_node *node)
{
	return node->kind == PL_NODE_SCALAR ? pl_text_token(node->of.text) : node->span;
}

static void walk_node(struct walk *walk, const struct pl_node *node, struct pl_span entry);

static void walk_pair(struct walk *walk, const struct pl_pair *pair, struct pl_span entry)
{
	struct pl_span key = pl_text_token(&pair->key), value = whole(&pair->value);
	struct pl_span both = {key.begin, value.end > key.end ? value.end : key.end};
	bool is_scalar = pair->value.kind == PL_NODE_SCALAR;

	if (pl_str_distance(pair->key.value, PL_STR("planlint_ignore"), 0) == 0)
		*PL_VEC_PUSH(walk->arena, &walk->out->keys) = (struct pl_ignore_key){pair, entry};
	add(walk, key.begin, both, PL_PLACE_ENTRY);
	add(walk, key.begin, value, is_scalar ? PL_PLACE_SCALAR : PL_PLACE_COLLECTION);
	walk_node(walk, &pair->value, both);
}

static void walk_node(struct walk *walk, const struct pl_node *node, struct pl_span entry)
{
	if (node->kind == PL_NODE_SCALAR) {
		add(walk, whole(node).begin, whole(node), PL_PLACE_SCALAR);
		return;
	}
	for (uint32_t i = 0; i < node->count; i++) {
		bool is_pair = node->kind == PL_NODE_MAPPING;
		uint32_t begin = is_pair ? node->of.pairs[i].key.span.begin : node->of.items[i].span.begin;
		bool is_elsewhere = begin < node->span.begin || begin >= node->span.end;
		const struct pl_node *item;

		if (is_elsewhere) /* the node is an alias, or the pair was merged */
			continue;
		if (is_pair) {
			walk_pair(walk, &node->of.pairs[i], entry);
			continue;
		}
		item = &node->of.items[i];
		add(walk, whole(item).begin, whole(item), PL_PLACE_ENTRY);
		walk_node(walk, item, whole(item));
	}
}

static int compare(const void *left, const void *right)
{
	const struct pl_tree_place *a = left, *b = right;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return (a->span.end < b->span.end) - (a->span.end > b->span.end);
}

/* What stands under `plan:` is said of all of the document. */
static void widen_plan_key(struct pl_tree_places *places, size_t from, const struct pl_node *root)
{
	for (size_t i = from; i < places->keys.count; i++)
		for (uint32_t j = 0; j < root->count; j++) {
			const struct pl_pair *pair = &root->of.pairs[j];

			if (pl_str_equal_fold(pair->key.value, PL_STR("plan")) &&
			    pair->key.span.begin == places->keys.items[i].entry.begin)
				places->keys.items[i].entry = root->span;
		}
}

void pl_tree_places_read(struct pl_arena *arena, const struct pl_stream *stream, struct pl_tree_places *places)
{
	struct walk walk = {arena, places};

	places->content = UINT32_MAX;
	for (size_t i = 0; i < stream->count; i++) {
		const struct pl_node *root = stream->documents[i].root;
		size_t keys = places->keys.count;

		if (!root)
			continue;
		if (places->content == UINT32_MAX)
			places->content = root->span.begin;
		add(&walk, whole(root).begin, whole(root), PL_PLACE_ENTRY);
		walk_node(&walk, root, root->span);
		if (root->kind == PL_NODE_MAPPING)
			widen_plan_key(places, keys, root);
	}
	if (places->places.count)
		qsort(places->places.items, places->places.count, sizeof *places->places.items, compare);
}

/* The first place that starts at or behind an offset. */
static size_t first_from(const struct pl_tree_places *places, uint32_t offset)
{
	size_t low = 0, high = places->places.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (places->places.items[middle].start < offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void pl_cover_line(struct pl_arena *arena, const struct pl_job *job, const struct pl_tree_places *places,
                   const struct pl_comment *comment, struct pl_suppression *out)
{
	uint32_t begin = pl_source_line_begin(&job->source, comment->line);

	*PL_VEC_PUSH(arena, &out->covers) = (struct pl_cover){.span = {begin, comment->span.begin}};
	for (size_t i = first_from(places, begin); i < places->places.count; i++) {
		const struct pl_tree_place *place = &places->places.items[i];

		if (place->start >= comment->span.begin)
			break;
		if (place->kind != PL_PLACE_ENTRY)
			*PL_VEC_PUSH(arena, &out->covers) =
			        (struct pl_cover){place->span, place->kind == PL_PLACE_COLLECTION};
	}
}

/* Columns of white space before an offset's line's first visible byte. */
static uint32_t indent_at(const struct pl_source *source, uint32_t offset)
{
	uint32_t begin = pl_source_line_begin(source, pl_source_locate(source, offset).line), at = begin;

	while (at < offset && pl_ascii_is_space(source->text.ptr[at]))
		at++;
	return at - begin;
}

void pl_cover_below(struct pl_arena *arena, const struct pl_job *job, const struct pl_tree_places *places,
                    const struct pl_comment *comment, struct pl_suppression *out)
{
	size_t i = first_from(places, comment->span.end);

	while (i < places->places.count && places->places.items[i].kind != PL_PLACE_ENTRY)
		i++;
	if (i == places->places.count ||
	    indent_at(&job->source, places->places.items[i].start) < indent_at(&job->source, comment->span.begin))
		return;
	*PL_VEC_PUSH(arena, &out->covers) = (struct pl_cover){.span = places->places.items[i].span};
}
