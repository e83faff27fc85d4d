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

enum { LANE = 32 };

/* Copies a byte in lower case; answers whether there is more to fold than that: other characters, or white space but
 * single spaces. */
static inline bool copy_byte(char *to, const char *from)
{
	unsigned char c = (unsigned char)*from;

	*to = pl_ascii_lower((char)c);
	return (uint8_t)(c - ' ') >= 0x80 - ' ' || (c == ' ' && from[-1] == ' ');
}

/* False where not all is copied as it should be. */
static bool copy_plain(char *restrict to, struct pl_str text)
{
	const char *restrict from = text.ptr;
	uint8_t odd = 0;
	size_t at = 1;

	if (!text.len || (unsigned char)from[0] <= ' ' || from[text.len - 1] == ' ')
		return false;
	odd = (unsigned char)from[0] >= 0x80;
	to[0] = pl_ascii_lower(from[0]);
	for (; text.len - at >= LANE; at += LANE)
		for (size_t i = 0; i < LANE;
		     i++) /* a loop of fixed length: compilers make a few vector instructions of it */
			odd = (uint8_t)(odd | copy_byte(to + at + i, from + at + i));
	for (; at < text.len; at++)
		odd = (uint8_t)(odd | copy_byte(to + at, from + at));
	return !odd;
}

/* Case folded, white space as one space: what survives a new line break or another capital. */
static void add_words(struct pl_fingerprints *prints, struct pl_str text)
{
	char *begin = reserve(prints, text.len + 1);

	if (!copy_plain(begin, text)) {
		add_all(prints, pl_utf8_fold_words(prints->scratch, text));
		return;
	}
	begin[text.len] = '\0';
	prints->bytes.count += text.len + 1;
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
