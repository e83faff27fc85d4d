/* Makes the fingerprints of findings. */
#include "lint/fingerprint.h"

#include "base/str.h"
#include "yaml/tree.h"
#include "base/utf8.h"

#include <planlint/plan.h>

struct identity {
	struct pl_arena *arena;
	PL_VEC(char) bytes;
};

static void add(struct identity *identity, char c) { *PL_VEC_PUSH(identity->arena, &identity->bytes) = c; }

static void add_all(struct identity *identity, struct pl_str text)
{
	for (size_t i = 0; i < text.len; i++)
		add(identity, text.ptr[i]);
	add(identity, '\0');
}

/* `./plans//a.yaml` and `plans\\a.yaml` are `plans/a.yaml`. */
static void add_path(struct identity *identity, const char *path)
{
	bool at_start = true; /* of a name in the path */

	while (*path) {
		bool slash = *path == '/' || *path == '\\';

		if (at_start && *path == '.' && (path[1] == '/' || path[1] == '\\')) {
			path += 2;
			continue;
		}
		if (!slash || !at_start || !identity->bytes.count)
			add(identity, slash ? '/' : *path);
		at_start = slash;
		path++;
	}
	add(identity, '\0');
}

/* Case folded, white space as one space: what survives a new line break or another capital. */
static void add_words(struct identity *identity, struct pl_str text)
{
	struct pl_str rest = pl_str_trim(pl_utf8_fold(identity->arena, text));
	bool gap = false;

	for (size_t i = 0; i < rest.len; i++) {
		if (pl_ascii_is_space(rest.ptr[i])) {
			gap = true;
			continue;
		}
		if (gap)
			add(identity, ' ');
		gap = false;
		add(identity, rest.ptr[i]);
	}
	add(identity, '\0');
}

static void add_chain(struct identity *identity, const struct pl_item *item)
{
	for (; item; item = item->parent) {
		const struct pl_text *name = item->ref ? item->ref : item->title;

		add_words(identity, name ? name->value : (struct pl_str){0});
	}
}

static const char *print(struct pl_arena *arena, const unsigned char hash[16])
{
	char *text = pl_arena_bytes(arena, 33);

	for (size_t i = 0; i < 16; i++) {
		text[2 * i] = "0123456789abcdef"[hash[i] >> 4];
		text[2 * i + 1] = "0123456789abcdef"[hash[i] & 15];
	}
	text[32] = '\0';
	return text;
}

/* The words at the place, and the whole text where they are part of the item's: "Workshop" alone would be the same
 * finding whatever else the text comes to say. */
static void add_text(struct identity *identity, const struct pl_fingerprints *prints, const struct pl_record *record)
{
	const struct pl_text *title = record->item ? record->item->title : NULL;

	add_words(identity, pl_source_excerpt(prints->source, record->span));
	if (title && record->span.begin >= title->token && record->span.end <= pl_text_token(title).end)
		add_words(identity, title->value);
}

const char *pl_fingerprint(struct pl_fingerprints *prints, const struct pl_record *record)
{
	struct identity identity = {.arena = prints->scratch};
	unsigned char hash[16];
	struct pl_str key;
	uint32_t *times;

	add_path(&identity, prints->path);
	add_all(&identity, pl_str_of(record->rule->id));
	add_chain(&identity, record->item);
	add_text(&identity, prints, record);
	pl_hash128((struct pl_str){identity.bytes.items, identity.bytes.count}, hash);
	key = (struct pl_str){pl_arena_copy(prints->arena, (struct pl_str){(const char *)hash, sizeof hash}),
	                      sizeof hash};
	times = pl_map_put(prints->arena, &prints->seen, key, NULL);
	if ((*times)++) {
		add_all(&identity, pl_str_of(pl_arena_print(prints->scratch, "%u", *times)));
		pl_hash128((struct pl_str){identity.bytes.items, identity.bytes.count}, hash);
	}
	pl_arena_reset(prints->scratch);
	return print(prints->arena, hash);
}
