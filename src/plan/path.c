/* Names an item in words: `KA3 "Bring empty homes …" > M2`. */
#include "base/str.h"
#include "base/utf8.h"
#include "plan/build.h"

enum { MOST_COLUMNS = 40 };

/* Cut at a word, at 40 columns; on one line. */
const char *pl_plan_quote(struct pl_arena *arena, struct pl_str title)
{
	size_t at = 0, cut = 0;
	int columns = 0;
	char *copy;

	title = pl_str_trim(title);
	while (at < title.len && columns <= MOST_COLUMNS) {
		if (pl_ascii_is_space(title.ptr[at]))
			cut = at;
		columns += pl_utf8_width(pl_utf8_next(title, &at));
	}
	if (columns <= MOST_COLUMNS) {
		copy = pl_arena_print(arena, "\"%.*s\"", PL_STR_ARG(title));
	} else {
		size_t back = 0;
		int width = 0;

		while (!cut && back < title.len && width < MOST_COLUMNS) /* one long word */
			width += pl_utf8_width(pl_utf8_next(title, &back));
		copy = pl_arena_print(arena, "\"%.*s …\"", (int)(cut ? cut : back), title.ptr);
	}
	for (char *c = copy; *c; c++)
		if (pl_ascii_is_space(*c))
			*c = ' ';
	return copy;
}

static const char *with_title(struct pl_arena *arena, const struct pl_item *item)
{
	struct pl_str ref;

	if (!item->ref && item->title)
		return pl_plan_quote(arena, item->title->value);
	if (!item->ref)
		return pl_arena_print(arena, "%s %u", pl_item_term(item), (unsigned)item->ordinal + 1);
	ref = pl_str_trim(item->ref->value);
	if (!item->title)
		return pl_arena_print(arena, "%.*s", PL_STR_ARG(ref));
	return pl_arena_print(arena, "%.*s %s", PL_STR_ARG(ref), pl_plan_quote(arena, item->title->value));
}

static const char *below_action(struct pl_arena *arena, const struct pl_item *item)
{
	if (item->ref)
		return pl_arena_copy(arena, pl_str_trim(item->ref->value));
	return with_title(arena, item);
}

const char *pl_plan_path(struct pl_arena *arena, const struct pl_item *item)
{
	if (!item || item->kind == PL_ITEM_PLAN)
		return "";
	if (item->parent && item->parent->kind == PL_ITEM_ACTION)
		return pl_arena_print(arena, "%s > %s", with_title(arena, item->parent), below_action(arena, item));
	return with_title(arena, item);
}
