/* Makes the fingerprints of findings. */
#include "lint/fingerprint.h"

#include "base/str.h"
#include "base/utf8.h"
#include "yaml/tree.h"

#include <planlint/plan.h>

/* Room for `more` bytes behind those that are there. */
static char *reserve(struct pl_fingerprints *prints, size_t more)
{
	while (prints->bytes.room - prints->bytes.count < more)
		prints->bytes.items =
		        pl_vec_grow(prints->arena, prints->bytes.items, prints->bytes.count, &prints->bytes.room, 1);
	return prints->bytes.items + prints->bytes.count;
}

static void add_all(struct pl_fingerprints *prints, struct pl_str text)
{
	char *at = reserve(prints, text.len + 1);

	if (text.len)
		memcpy(at, text.ptr, text.len);
	at[text.len] = '\0';
	prints->bytes.count += text.len + 1;
}

/* `./plans//a.yaml` and `plans\\a.yaml` are `plans/a.yaml`. */
static void add_path(struct pl_fingerprints *prints, const char *path)
{
	char *begin = reserve(prints, strlen(path) + 1), *at = begin;
	bool at_start = true; /* of a name in the path */

	while (*path) {
		bool slash = *path == '/' || *path == '\\';

		if (at_start && *path == '.' && (path[1] == '/' || path[1] == '\\')) {
			path += 2;
			continue;
		}
		if (!slash || !at_start || at == begin)
			*at++ = slash ? '/' : *path;
		at_start = slash;
		path++;
	}
	*at++ = '\0';
	prints->bytes.count += (size_t)(at - begin);
}

static bool is_ascii(struct pl_str text)
{
	unsigned char all = 0;

	for (size_t i = 0; i < text.len; i++)
		all |= (unsigned char)text.ptr[i];
	return all < 0x80;
}

/* Case folded, white space as one space: what survives a new line break or another capital. */
static void add_words(struct pl_fingerprints *prints, struct pl_str text)
{
	struct pl_str words = is_ascii(text) ? text : pl_utf8_fold(prints->scratch, text);
	char *begin = reserve(prints, words.len + 1), *at = begin;
	bool gap = false;

	for (size_t i = 0; i < words.len; i++) {
		char c = pl_ascii_lower(words.ptr[i]);

		if (pl_ascii_is_space(c)) {
			gap = at > begin;
			continue;
		}
		if (gap)
			*at++ = ' ';
		gap = false;
		*at++ = c;
	}
	*at++ = '\0';
	prints->bytes.count += (size_t)(at - begin);
}

static void add_chain(struct pl_fingerprints *prints, const struct pl_item *item)
{
	for (; item; item = item->parent) {
		const struct pl_text *name = item->ref ? item->ref : item->title;

		add_words(prints, name ? name->value : (struct pl_str){0});
	}
}

/* The words at the place, and the whole text where they are part of the item's: "Workshop" alone would be the same
 * finding whatever else the text comes to say. */
static void add_text(struct pl_fingerprints *prints, const struct pl_record *record)
{
	const struct pl_text *title = record->item ? record->item->title : NULL;

	add_words(prints, pl_source_excerpt(prints->source, record->span));
	if (title && record->span.begin >= title->token && record->span.end <= pl_text_token(title).end)
		add_words(prints, title->value);
}

const char *pl_fingerprint(struct pl_fingerprints *prints, const struct pl_record *record)
{
	unsigned char hash[16];
	struct pl_str key;
	uint32_t *times;

	if (!prints->path_length) {
		add_path(prints, prints->path);
		prints->path_length = prints->bytes.count;
	}
	prints->bytes.count = prints->path_length;
	add_all(prints, pl_str_of(record->rule->id));
	add_chain(prints, record->item);
	add_text(prints, record);
	pl_hash128((struct pl_str){prints->bytes.items, prints->bytes.count}, hash);
	key = (struct pl_str){pl_arena_copy(prints->table, (struct pl_str){(const char *)hash, sizeof hash}),
	                      sizeof hash};
	times = pl_map_put(prints->table, &prints->seen, key, NULL);
	if ((*times)++) {
		add_all(prints, pl_str_of(pl_arena_print(prints->scratch, "%u", *times)));
		pl_hash128((struct pl_str){prints->bytes.items, prints->bytes.count}, hash);
	}
	pl_arena_reset(prints->scratch);
	return pl_hash_print(prints->arena, hash, PL_HASH_DIGITS);
}
