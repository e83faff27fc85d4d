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

	if (vocabulary->room) {
		memcpy(words, vocabulary->words_room, vocabulary->room * sizeof *words);
		memcpy(written, vocabulary->written_room, vocabulary->room * sizeof *written);
	}
	vocabulary->words_room = words;
	vocabulary->written_room = written;
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
	uint32_t *number = pl_map_find(&vocabulary->stems, stem);

	if (!number) {
		struct pl_str kept = {pl_arena_copy(vocabulary->arena, stem), stem.len};

		number = pl_map_put(vocabulary->arena, &vocabulary->stems, kept, NULL);
		*number = vocabulary->stems.count;
	}
	return *number;
}

/* Terms in which the word stands as written, then (way 1) as a form of a verb: "sets up" is "set up", but "terms up" is
 * no form of a noun "term up". */
static struct pl_terms terms_of(struct pl_arena *arena, const struct pl_listed *listed)
{
	size_t room =
	        (size_t)(listed->phrases[0][1] - listed->phrases[0][0] + listed->phrases[1][1] - listed->phrases[1][0]);
	struct pl_terms terms = {0};
	struct pl_term *items;

	if (!room)
		return terms;
	terms.items = items = PL_MAKE_ARRAY(arena, room, struct pl_term);
	for (int way = 0; way < 2; way++)
		for (uint16_t i = listed->phrases[way][0]; i < listed->phrases[way][1]; i++) {
			struct pl_phrase phrase = pl_lexicon_phrase(i);
			uint8_t letters;

			if (way == 1 && phrase.tag != PL_TAG_VERB)
				continue;
			phrase.words = strchr(phrase.words, ' ') + 1;
			letters = pl_terms_letters((struct pl_str){phrase.words, strcspn(phrase.words, " ")});
			terms.seconds |= UINT64_C(1) << letters;
			items[terms.count++] = (struct pl_term){phrase, letters};
		}
	return terms;
}

static struct pl_vocabulary_entry *entry_of(struct pl_vocabulary *vocabulary, struct pl_str lower)
{
	uint32_t *index = pl_map_find(&vocabulary->words, lower);
	struct pl_vocabulary_entry *entry;

	if (index)
		return vocabulary->entries.items[*index];
	entry = PL_MAKE(vocabulary->arena, struct pl_vocabulary_entry);
	*PL_VEC_PUSH(vocabulary->arena, &vocabulary->entries) = entry;
	entry->word = (struct pl_str){pl_arena_copy(vocabulary->arena, lower), lower.len};
	entry->listed = pl_lexicon_look_up(entry->word);
	entry->stem = stem_number(vocabulary, entry->listed.lemma ? pl_str_of(entry->listed.lemma) : entry->word);
	entry->terms = terms_of(vocabulary->arena, &entry->listed);
	pl_vocabulary_look(entry);
	*pl_map_put(vocabulary->arena, &vocabulary->words, entry->word, NULL) = (uint32_t)vocabulary->entries.count - 1;
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

	return entry_of(vocabulary, fold(vocabulary->arena, word, room));
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

void pl_vocabulary_add_noun(struct pl_vocabulary *vocabulary, struct pl_str term, uint64_t kinds)
{
	const char *words;
	size_t count = normalise(vocabulary->arena, term, &words);
	struct pl_vocabulary_entry *entry;

	if (!count || count > UINT8_MAX)
		return;
	entry = entry_of(vocabulary, (struct pl_str){words, strcspn(words, " ")});
	if (count == 1) {
		entry->listed.lexeme.is_noun = true;
		entry->listed.lexeme.noun |= kinds;
		pl_vocabulary_look(entry);
		return;
	}
	*PL_VEC_PUSH(vocabulary->arena, &vocabulary->own) =
	        (struct pl_own_term){{strchr(words, ' ') + 1, kinds, PL_TAG_NOUN, (uint8_t)count}, entry->own};
	entry->own = (uint32_t)vocabulary->own.count;
	pl_vocabulary_look(entry);
}

struct pl_str pl_vocabulary_stem(const struct pl_vocabulary *vocabulary, uint32_t stem)
{
	return stem ? vocabulary->stems.entries[stem - 1].key : (struct pl_str){0};
}
