/* Words and numbers as they are written: a table by their bytes. */
#include "text/written.h"

#include "base/map.h"
#include "base/str.h"
#include "base/utf8.h"
#include "plan/date_token.h"
#include "text/phrase.h"
#include "text/vocabulary.h"

enum { FEWEST_SLOTS = 1024 };

const struct pl_written pl_written_none = {.begins = UINT32_MAX};

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

static void set_dates(struct pl_arena *arena, struct pl_written *written)
{
	struct pl_date_token tokens[PL_DATE_ROOM + 1], *kept;
	size_t count = pl_date_tokens(written->bytes, 0, tokens);

	written->tells_day = count == PL_DATE_ROOM || pl_date_is_told_by(tokens, count);
	written->is_open = count == PL_DATE_ROOM || is_open(written->bytes);
	written->date_token_count = (uint8_t)count;
	kept = PL_MAKE_ARRAY(arena, count, struct pl_date_token);
	memcpy(kept, tokens, count * sizeof *tokens);
	written->date_tokens = kept;
}

/* Currencies of more than one byte begin no word either. */
static bool is_number(struct pl_str bytes)
{
	size_t at = 0;

	return !pl_utf8_is_letter(pl_utf8_next(bytes, &at));
}

static struct pl_written *make(struct pl_vocabulary *vocabulary, struct pl_str bytes)
{
	struct pl_written *written = pl_arena_alloc(vocabulary->arena, 1, sizeof *written + bytes.len);

	written->bytes = (struct pl_str){memcpy(written + 1, bytes.ptr, bytes.len), bytes.len};
	written->begins = pl_phrases_begun_by(vocabulary->phrases, bytes);
	set_dates(vocabulary->arena, written);
	if (is_number(bytes)) {
		written->stem = stem_of_number(vocabulary, bytes);
		return written;
	}
	written->entry = pl_vocabulary_word(vocabulary, without_possessive(bytes));
	written->stem = written->entry->stem;
	written->cues = written->entry->word.len == bytes.len ? written->entry->lexeme.cues : 0;
	written->flags = flags_of(bytes);
	return written;
}

/* ---- the table ---- */

/* The number of the slot that holds the word, or of the free one where it belongs. */
static inline uint32_t slot_of(const struct pl_writings *writings, struct pl_str bytes, uint32_t hash)
{
	for (uint32_t i = hash & writings->mask;; i = (i + 1) & writings->mask) {
		const struct pl_written *written = writings->slots[i].written;

		if (!written || (writings->slots[i].hash == hash && written->bytes.len == bytes.len &&
		                 memcmp(written->bytes.ptr, bytes.ptr, bytes.len) == 0))
			return i;
	}
}

static void grow(struct pl_arena *arena, struct pl_writings *writings)
{
	struct pl_writings old = *writings;
	uint32_t room = old.mask ? (old.mask + 1) * 2 : FEWEST_SLOTS;

	writings->slots = pl_arena_alloc(arena, room, sizeof *writings->slots);
	writings->mask = room - 1;
	for (uint32_t i = 0; old.mask && i <= old.mask; i++)
		if (old.slots[i].written)
			writings->slots[slot_of(writings, old.slots[i].written->bytes, old.slots[i].hash)] =
			        old.slots[i];
}

static const struct pl_written *add(struct pl_vocabulary *vocabulary, struct pl_str bytes, uint32_t hash)
{
	struct pl_writings *writings = &vocabulary->writings;
	struct pl_written *written = make(vocabulary, bytes);
	uint32_t slot;

	if (++writings->count * 2 > writings->mask)
		grow(vocabulary->arena, writings);
	slot = slot_of(writings, bytes, hash);
	writings->slots[slot].hash = hash;
	return writings->slots[slot].written = written;
}

const struct pl_written *pl_written_get(struct pl_vocabulary *vocabulary, struct pl_str bytes)
{
	const struct pl_writings *writings = &vocabulary->writings;
	uint32_t hash = (uint32_t)pl_hash(bytes);
	const struct pl_written *written =
	        writings->mask ? writings->slots[slot_of(writings, bytes, hash)].written : NULL;

	return written ? written : add(vocabulary, bytes, hash);
}
