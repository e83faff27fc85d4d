/* Names an item in words: `KA3 "Bring empty homes …" > M2`. */
#include "base/str.h"
#include "base/utf8.h"
#include "plan/build.h"

enum { MOST_COLUMNS = 40 };

static const char ellipsis[] = " …";

/* What is shown of a title. */
struct shown {
	struct pl_str words;
	bool is_cut;
};

/* Of printable ASCII, which is what nearly all are made of. */
static struct shown shown_of_plain(struct pl_str title)
{
	size_t cut = MOST_COLUMNS;

	if (title.len <= MOST_COLUMNS)
		return (struct shown){title, false};
	while (cut && title.ptr[cut] != ' ')
		cut--;
	return (struct shown){pl_str_sub(title, 0, cut ? cut : MOST_COLUMNS), true};
}

/* Cut at a word, at 40 columns. */
static struct shown shown_of(struct pl_str title)
{
	size_t at = 0, cut = 0, back = 0;
	int columns = 0, width = 0;
	struct pl_str head;

	title = pl_str_trim(title);
	head = pl_str_sub(title, 0, MOST_COLUMNS + 1);
	if (pl_str_plain(head) == head.len)
		return shown_of_plain(title);
	while (at < title.len && columns <= MOST_COLUMNS) {
		if (pl_ascii_is_space(title.ptr[at]))
			cut = at;
		columns += pl_utf8_width(pl_utf8_next(title, &at));
	}
	if (columns <= MOST_COLUMNS)
		return (struct shown){title, false};
	while (!cut && back < title.len && width < MOST_COLUMNS) /* one long word */
		width += pl_utf8_width(pl_utf8_next(title, &back));
	return (struct shown){pl_str_sub(title, 0, cut ? cut : back), true};
}

static char *put(char *at, struct pl_str text)
{
	if (text.len)
		memcpy(at, text.ptr, text.len);
	return at + text.len;
}

/* In quotes, on one line. */
static char *put_shown(char *at, const struct shown *shown)
{
	*at++ = '"';
	for (size_t i = 0; i < shown->words.len; i++) {
		char c = shown->words.ptr[i];

		*at++ = pl_ascii_is_space(c) ? ' ' : c;
	}
	if (shown->is_cut)
		at = put(at, pl_str_of(ellipsis));
	*at++ = '"';
	return at;
}

static size_t room_for(const struct shown *shown) { return shown->words.len + sizeof "\"\"" + sizeof ellipsis; }

const char *pl_plan_quote(struct pl_arena *arena, struct pl_str title)
{
	struct shown shown = shown_of(title);
	char *text = pl_arena_bytes(arena, room_for(&shown));

	*put_shown(text, &shown) = '\0';
	return text;
}

/* How an item is called: its ref, its title or both, else its place in the list. */
struct name {
	struct pl_str ref;
	bool has_title;
	struct shown title;
};

static struct name name_of(struct pl_arena *arena, const struct pl_item *item, bool ref_will_do)
{
	struct name name = {.has_title = item->title && !(item->ref && ref_will_do)};

	if (item->ref)
		name.ref = pl_str_trim(item->ref->value);
	else if (!item->title)
		name.ref = pl_str_of(pl_arena_print(arena, "%s %u", pl_item_term(item), (unsigned)item->ordinal + 1));
	if (name.has_title)
		name.title = shown_of(item->title->value);
	return name;
}

static size_t room_of(const struct name *name) { return name->ref.len + 1 + room_for(&name->title); }

static char *put_name(char *at, const struct pl_item *item, const struct name *name)
{
	at = put(at, name->ref);
	if (item->ref && name->has_title)
		*at++ = ' ';
	return name->has_title ? put_shown(at, &name->title) : at;
}

const char *pl_plan_path(struct pl_arena *arena, const struct pl_item *item)
{
	bool in_action = item && item->parent && item->parent->kind == PL_ITEM_ACTION;
	struct name own, parent;
	size_t room;
	char *text, *at;

	if (!item || item->kind == PL_ITEM_PLAN)
		return "";
	own = name_of(arena, item, in_action);
	parent = in_action ? name_of(arena, item->parent, false) : (struct name){0};
	room = room_of(&own) + room_of(&parent) + sizeof " > ";
	at = text = pl_arena_bytes(arena, room);
	if (in_action)
		at = put(put_name(at, item->parent, &parent), PL_STR(" > "));
	at = put_name(at, item, &own);
	*at++ = '\0';
	pl_arena_trim(arena, text, room, (size_t)(at - text));
	return text;
}

const char *pl_plan_below(struct pl_arena *arena, const struct pl_item *item)
{
	struct name own = name_of(arena, item, item->parent && item->parent->kind == PL_ITEM_ACTION);
	char *text = pl_arena_bytes(arena, room_of(&own) + 1);

	*put_name(text, item, &own) = '\0';
	return text;
}
