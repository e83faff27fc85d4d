/* Where on the page things stand that findings speak of. */
#include "report/html.h"

#include "base/str.h"

static uint64_t offset_of(const struct pl_html *html, const struct pl_item *item)
{
	return pl_file_range(html->file, item->title ? item->title->span : item->span).start.offset;
}

static const char *id_at(struct pl_arena *arena, size_t section, uint64_t offset)
{
	return pl_arena_print(arena, "p%zu-%llu", section, (unsigned long long)offset);
}

/* An alias brings an item in twice: links lead to the first. */
static void add_items(const struct pl_html *html, struct pl_html_node *node)
{
	for (; node; node = node->next) {
		bool fresh = false;

		if (!html->is_brief || node->notes) {
			const char *id = id_at(html->places->arena, html->section, offset_of(html, node->item));

			(void)pl_map_put(html->places->arena, &html->places->ids, pl_str_of(id), &fresh);
			node->id = fresh ? id : NULL;
		}
		add_items(html, node->first);
	}
}

void pl_html_places_add(const struct pl_html *html)
{
	const char *path = pl_arena_copy(html->places->arena, pl_str_of(html->file->path));

	if (html->file->corpus) /* it stands further up */
		return;
	*pl_map_put(html->places->arena, &html->places->sections, pl_str_of(path), NULL) = (uint32_t)html->section;
	for (size_t i = 0; i < html->file->plan_count; i++)
		if (html->plans[i])
			add_items(html, html->plans[i]->first);
}

/* The innermost item that holds the byte and has an id. */
static const char *holder_of(const struct pl_html *html, const struct pl_html_node *node, uint64_t offset)
{
	for (; node; node = node->next) {
		struct pl_range range = pl_file_range(html->file, node->item->span);
		const char *inner;

		if (offset < range.start.offset || offset >= range.end.offset)
			continue;
		inner = holder_of(html, node->first, offset);
		return inner ? inner : node->id;
	}
	return NULL;
}

static const char *here(const struct pl_html *html, uint64_t offset)
{
	const char *id = NULL;

	for (size_t i = 0; i < html->file->plan_count && !id; i++)
		if (html->plans[i])
			id = holder_of(html, html->plans[i]->first, offset);
	return id;
}

const char *pl_html_place_of(const struct pl_html *html, const struct pl_related *related)
{
	const uint32_t *section = pl_map_find(&html->places->sections, pl_str_of(related->path));
	uint64_t offset = related->range.start.offset;
	const char *id;

	if (!section)
		return NULL;
	id = id_at(html->arena, *section, offset);
	if (pl_map_find(&html->places->ids, pl_str_of(id)))
		return id;
	id = *section == html->section ? here(html, offset) : NULL;
	return id ? id : pl_arena_print(html->arena, "p%u", (unsigned)*section);
}

void pl_html_put_id(const struct pl_html *html, const struct pl_html_node *node)
{
	if (node->id)
		pl_out_print(html->out, " id=\"%s\"", node->id);
}
