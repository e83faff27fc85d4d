/* Words and numbers as they are written: a table by their bytes. */
#include "text/written.h"

#include "base/map.h"
#include "base/str.h"
#include "base/utf8.h"
#include "plan/date_token.h"
#include "text/phrase.h"
#include "text/vocabulary.h"

enum { FEWEST_SLOTS = 1024 };

const struct pl_written pl_written_none;

/* ---- what the bytes say ---- */

static uint8_t flags_of(struct pl_str bytes)
{
	uint32_t capitals = 0;
	uint8_t flags = 0;

	for (size_t at = 0; at < bytes.len;) {
		bool first = at == 0;
		uint32_t code = pl_utf8_next(bytes, &at);

		capitals += pl_utf8_is_upper(code);
		if (first && pl_utf8_is_upper(code))
			flags |= PL_WORD_CAPITAL;
	}
	return (uint8_t)(capitals > 1 ? flags | PL_WORD_ACRONYM : flags);
}

/* Without the possessive: "Council's" is looked up as "council", "members'" has lost its mark already. */
static struct pl_str without_possessive(struct pl_str bytes)
{
	if (pl_str_ends(bytes, PL_STR("'s")) && bytes.len > 2)
		return pl_str_sub(bytes, 0, bytes.len - 2);
	if (pl_str_ends(bytes, PL_STR("\xE2\x80\x99s")) && bytes.len > 4)
		return pl_str_sub(bytes, 0, bytes.len - 4);
	return bytes;
}

/* 6,000 and 6000 are one number. */
static uint32_t stem_of_number(struct pl_vocabulary *vocabulary, struct pl_str bytes)
{
	char digits[24];
	size_t length = 0;

	for (size_t i = 0; i < bytes.len && length < sizeof digits; i++)
		if (bytes.ptr[i] != ',')
			digits[length++] = bytes.ptr[i];
	return pl_vocabulary_number(vocabulary, length < sizeof digits ? (struct pl_str){digits, length} : bytes);
}

/* "Q2%", "Sept10,100": letters and digits in one word may be read otherwise by the sign behind. */
static bool is_open(struct pl_str bytes)
{
	bool digit = false;

	for (size_t i = 0; i < bytes.len; i++) {
		if (bytes.ptr[i] & 0x80)
			return true;
		digit |= pl_ascii_is_digit(bytes.ptr[i]);
	}
	return digit && pl_ascii_is_alpha(bytes.ptr[0]);
}

static void set_dates(struct pl_arena *arena, struct pl_written *written, struct pl_str bytes)
{
	struct pl_date_token tokens[PL_DATE_ROOM + 1];
	size_t count;

	if (pl_date_is_plain(bytes, tokens)) {
		written->date_token_count = 1;
		written->date_tokens = pl_arena_keep(arena, tokens, sizeof *tokens);
		return;
	}
	count = pl_date_tokens(bytes, 0, tokens);
	written->tells_day = count == PL_DATE_ROOM || pl_date_is_told_by(tokens, count);
	written->is_open = count == PL_DATE_ROOM || is_open(bytes);
	written->date_token_count = (uint8_t)count;
	written->date_tokens = pl_arena_keep(arena, tokens, count * sizeof *tokens);
}

/* Currencies of more than one byte begin no word either. */
static bool is_number(struct pl_str bytes)
{
	size_t at = 0;

	return !pl_utf8_is_letter(pl_utf8_next(bytes, &at));
}

static struct pl_written *make(struct pl_vocabulary *vocabulary, struct pl_str bytes)
{
	struct pl_written *written = pl_arena_alloc_hot(vocabulary->arena, sizeof *written + bytes.len);

	memcpy(written->bytes, bytes.ptr, bytes.len);
	written->length = (uint32_t)bytes.len;
	written->begins = pl_phrases_begun_by(vocabulary->phrases, bytes);
	set_dates(vocabulary->arena, written, bytes);
	if (is_number(bytes)) {
		written->stem = stem_of_number(vocabulary, bytes);
		return written;
	}
	written->entry = pl_vocabulary_word(vocabulary, without_possessive(bytes));
	written->lexeme = written->entry->listed.lexeme;
	written->stem = written->entry->stem;
	written->letters = pl_phrase_letters(written->entry->word);
	written->is_listed = written->entry->word.len == bytes.len;
	written->flags = flags_of(bytes);
	return written;
}

/* ---- the table ---- */

enum { SHORT = sizeof(uint64_t) };

/* The bytes themselves as a number, the rest of it zero; read at once where the text goes on that far. */
static inline uint64_t short_head(struct pl_str text, size_t begin, size_t length)
{
	static const unsigned char ones[2 * SHORT] = {255, 255, 255, 255, 255, 255, 255, 255};
	uint64_t head = 0, mask;

	if (text.len - begin < SHORT) {
		memcpy(&head, text.ptr + begin, length);
		return head;
	}
	memcpy(&head, text.ptr + begin, SHORT);
	memcpy(&mask, ones + SHORT - length, SHORT);
	return head & mask;
}

/* Begins with a zero byte, as no word does. */
static uint64_t long_head(struct pl_str bytes)
{
	uint64_t head = pl_hash(bytes);

	memset(&head, 0, 1);
	return head;
}

static inline uint32_t first_slot(const struct pl_writings *writings, uint64_t head)
{
	return (uint32_t)(head * UINT64_C(0x9E3779B97F4A7C15) >> 32) & writings->mask;
}

static inline bool is_it(const struct pl_written *written, struct pl_str bytes)
{
	return bytes.len <= SHORT ||
	       (written->length == bytes.len && memcmp(written->bytes, bytes.ptr, bytes.len) == 0);
}

static inline const struct pl_written *find(const struct pl_writings *writings, uint64_t head, struct pl_str bytes)
{
	if (!writings->mask)
		return NULL;
	for (uint32_t i = first_slot(writings, head); writings->slots[i].written; i = (i + 1) & writings->mask)
		if (writings->slots[i].head == head && is_it(writings->slots[i].written, bytes))
			return writings->slots[i].written;
	return NULL;
}

static void put(struct pl_writings *writings, uint64_t head, const struct pl_written *written)
{
	uint32_t i = first_slot(writings, head);

	while (writings->slots[i].written)
		i = (i + 1) & writings->mask;
	writings->slots[i].head = head;
	writings->slots[i].written = written;
}

static void grow(struct pl_arena *arena, struct pl_writings *writings)
{
	struct pl_writings old = *writings;
	uint32_t room = old.mask ? (old.mask + 1) * 2 : FEWEST_SLOTS;

	writings->slots = pl_arena_alloc(arena, room, sizeof *writings->slots);
	writings->mask = room - 1;
	for (uint32_t i = 0; old.mask && i <= old.mask; i++)
		if (old.slots[i].written)
			put(writings, old.slots[i].head, old.slots[i].written);
}

static const struct pl_written *add(struct pl_vocabulary *vocabulary, uint64_t head, struct pl_str bytes)
{
	struct pl_writings *writings = &vocabulary->writings;
	const struct pl_written *written = make(vocabulary, bytes);

	if (++writings->count * 2 > writings->mask)
		grow(vocabulary->arena, writings);
	put(writings, head, written);
	return written;
}

/* Nothing is read of what is found, nor asked about it: so the processor looks for several words at a time, and waits
 * for memory only once. */
void pl_written_find(struct pl_vocabulary *vocabulary, struct pl_str text, const struct pl_word *words, uint32_t count,
                     const struct pl_written **found)
{
	for (uint32_t i = 0; i < count; i++) {
		struct pl_str bytes = {text.ptr + words[i].begin, words[i].end - words[i].begin};
		uint64_t head;

		found[i] = &pl_written_none;
		if (words[i].tag != PL_TAG_NOUN && words[i].tag != PL_TAG_NUMBER)
			continue;
		head = bytes.len <= SHORT ? short_head(text, words[i].begin, bytes.len) : long_head(bytes);
		found[i] = find(&vocabulary->writings, head, bytes);
		if (!found[i])
			found[i] = add(vocabulary, head, bytes);
	}
}
