/* The words of a run. */
#include "text/vocabulary.h"

#include "base/str.h"
#include "base/utf8.h"
#include "text/stem.h"

#include <string.h>

enum { USUAL_WORDS = 250 };

static void make_room(struct pl_vocabulary *vocabulary, uint32_t room)
{
	struct pl_word *words = PL_MAKE_ARRAY(vocabulary->arena, room, struct pl_word);
	const struct pl_written **written = PL_MAKE_ARRAY(vocabulary->arena, room, const struct pl_written *);
	uint32_t *begins = PL_MAKE_ARRAY(vocabulary->arena, room, uint32_t);

	if (vocabulary->room) {
		memcpy(words, vocabulary->words_room, vocabulary->room * sizeof *words);
		memcpy(written, vocabulary->written_room, vocabulary->room * sizeof *written);
		memcpy(begins, vocabulary->begins_room, vocabulary->room * sizeof *begins);
	}
	vocabulary->words_room = words;
	vocabulary->written_room = written;
	vocabulary->begins_room = begins;
	vocabulary->room = room;
}

void pl_vocabulary_widen(struct pl_vocabulary *vocabulary)
{
	make_room(vocabulary, vocabulary->room * 2 < PL_READING_WORDS ? vocabulary->room * 2 : PL_READING_WORDS);
}

void pl_vocabulary_open(struct pl_vocabulary *vocabulary, struct pl_arena *arena)
{
	*vocabulary = (struct pl_vocabulary){.arena = arena};
	make_room(vocabulary, USUAL_WORDS);
}

static uint32_t stem_number(struct pl_vocabulary *vocabulary, struct pl_str word)
{
	char room[PL_STEM_LONGEST];
	struct pl_str stem = pl_stem(word, room);
	uint32_t known = pl_lexicon_stem(stem), *number = known ? NULL : pl_map_find(&vocabulary->stems, stem);

	if (known)
		return known;
	if (!number) {
		struct pl_str kept = {pl_arena_copy(vocabulary->arena, stem), stem.len};

		number = pl_map_put(vocabulary->arena, &vocabulary->stems, kept, NULL);
		*number = pl_lexicon_stem_count() + vocabulary->stems.count;
	}
	return *number;
}

static void add_own(const struct pl_vocabulary *vocabulary, struct pl_vocabulary_entry *entry)
{
	const uint32_t *index = pl_map_find(&vocabulary->own_words, entry->word);
	const struct pl_own_word *own = index ? &vocabulary->own_kinds.items[*index] : NULL;

	if (!own)
		return;
	entry->listed.lexeme.is_noun |= own->is_noun;
	entry->listed.lexeme.noun |= own->kinds;
	entry->own = own->terms;
	pl_vocabulary_look(entry);
}

/* All but where the word is kept. */
static struct pl_vocabulary_entry describe(struct pl_vocabulary *vocabulary, struct pl_str lower)
{
	struct pl_vocabulary_entry entry = {.word = lower};

	if (!pl_lexicon_find(lower, &entry)) {
		entry.stem = stem_number(vocabulary, lower);
		pl_vocabulary_look(&entry);
	}
	if (vocabulary->own_words.count)
		add_own(vocabulary, &entry);
	return entry;
}

enum { SHORT_WORD = 48 };

/* Nearly always ASCII, and folded into the room. */
static struct pl_str fold(struct pl_arena *arena, struct pl_str word, char room[SHORT_WORD])
{
	size_t i = 0;

	if (word.len <= SHORT_WORD)
		for (; i < word.len && (unsigned char)word.ptr[i] < 0x80; i++)
			room[i] = pl_ascii_lower(word.ptr[i]);
	return i == word.len ? (struct pl_str){room, i} : pl_utf8_fold(arena, word);
}

const struct pl_vocabulary_entry *pl_vocabulary_word(struct pl_vocabulary *vocabulary, struct pl_str word)
{
	char room[SHORT_WORD];

	struct pl_str lower = fold(vocabulary->arena, word, room);
	struct pl_vocabulary_entry entry = describe(vocabulary, lower);

	if (entry.word.ptr == room)
		entry.word.ptr = pl_arena_copy(vocabulary->arena, lower);
	return pl_arena_keep(vocabulary->arena, &entry, sizeof entry);
}

struct pl_lexeme pl_vocabulary_lexeme(struct pl_vocabulary *vocabulary, struct pl_str word)
{
	char room[SHORT_WORD];

	return describe(vocabulary, fold(vocabulary->arena, word, room)).listed.lexeme;
}

uint32_t pl_vocabulary_stem_of(struct pl_vocabulary *vocabulary, struct pl_str word)
{
	char room[SHORT_WORD];

	return describe(vocabulary, fold(vocabulary->arena, word, room)).stem;
}

uint32_t pl_vocabulary_number(struct pl_vocabulary *vocabulary, struct pl_str number)
{
	char room[SHORT_WORD];

	return stem_number(vocabulary, fold(vocabulary->arena, number, room));
}

/* As the lexicon's terms are written: lower case, single spaces. Answers how many words there are. */
static size_t normalise(struct pl_arena *arena, struct pl_str term, const char **out)
{
	struct pl_str rest = pl_utf8_fold(arena, pl_str_trim(term)), part;
	size_t count = 0;

	*out = "";
	while (pl_str_split(&rest, ' ', &part))
		if (part.len)
			*out = pl_arena_print(arena, "%s%s%.*s", *out, count++ ? " " : "", PL_STR_ARG(part));
	return count;
}

static struct pl_own_word *own_word(struct pl_vocabulary *vocabulary, struct pl_str word)
{
	bool fresh;
	uint32_t *index = pl_map_put(vocabulary->arena, &vocabulary->own_words, word, &fresh);

	if (fresh) {
		*index = (uint32_t)vocabulary->own_kinds.count;
		*PL_VEC_PUSH(vocabulary->arena, &vocabulary->own_kinds) = (struct pl_own_word){0};
	}
	return &vocabulary->own_kinds.items[*index];
}

void pl_vocabulary_add_noun(struct pl_vocabulary *vocabulary, struct pl_str term, uint64_t kinds)
{
	const char *words;
	size_t count = normalise(vocabulary->arena, term, &words);
	struct pl_own_word *own;

	if (!count || count > UINT8_MAX)
		return;
	own = own_word(vocabulary, (struct pl_str){words, strcspn(words, " ")});
	if (count == 1) {
		own->is_noun = true;
		own->kinds |= kinds;
		return;
	}
	*PL_VEC_PUSH(vocabulary->arena, &vocabulary->own) =
	        (struct pl_own_term){.phrase = {.words = strchr(words, ' ') + 1,
	                                        .kinds = kinds,
	                                        .tag = PL_TAG_NOUN,
	                                        .count = (uint8_t)count},
	                             .before = own->terms};
	own->terms = (uint32_t)vocabulary->own.count;
}

struct pl_str pl_vocabulary_stem(const struct pl_vocabulary *vocabulary, uint32_t stem)
{
	uint32_t known = pl_lexicon_stem_count();

	if (!stem)
		return (struct pl_str){0};
	return stem <= known ? pl_lexicon_stem_text(stem) : vocabulary->stems.entries[stem - known - 1].key;
}
