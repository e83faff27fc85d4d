/*
 * The words of a run: each form is looked up and stemmed once, however often it occurs.
 *
 * A vocabulary belongs to one thread. Stem numbers are its own: they compare within it.
 */
#ifndef PL_TEXT_VOCABULARY_H
#define PL_TEXT_VOCABULARY_H

#include "base/map.h"
#include "base/vec.h"
#include "text/lexicon.h"
#include "text/written.h"

/* What a word can be by itself, from the lexicon and its ending. */
enum pl_look {
	PL_LOOK_ED = 1, /* has the ending, and enough before it */
	PL_LOOK_ING = 2,
	PL_LOOK_LY = 4,
	PL_LOOK_ISE = 8, /* -ise, -ize, -ify: a verb */
	PL_LOOK_AL = 16, /* -al, -ive, -ous …: an adjective */
	PL_LOOK_HYPHEN = 32,
	PL_LOOK_CAN_BE_VERB = 64,
	PL_LOOK_CAN_BE_PARTICIPLE = 128,
	PL_LOOK_BEGINS_PHRASE = 256, /* a noun phrase */
	PL_LOOK_BEGINS_TERM = 512,   /* of the lexicon's, or of the project's own */
};

struct pl_vocabulary_entry {
	struct pl_str word; /* lower case */
	uint32_t stem;      /* 1-based number */
	uint32_t own;       /* 1-based: the last of the project's own terms that begins with it; 0 for none */
	struct pl_listed listed;
};

static inline bool pl_tag_precedes_nouns(uint8_t tag) { return tag == PL_TAG_DETERMINER || tag == PL_TAG_ADJECTIVE; }

/* Sets looks by the rest, and the form that a word which no list has as a verb has by its ending (looks.c). */
void pl_vocabulary_look(struct pl_vocabulary_entry *entry);

/* A project's own term of several words. */
struct pl_own_term {
	struct pl_phrase phrase;
	uint32_t before; /* 1-based: the one added before it with the same first word; 0 for none */
};

/* What a project says of a word. */
struct pl_own_word {
	uint64_t kinds; /* as a noun */
	bool is_noun;
	uint32_t terms; /* 1-based: the last that begins with it; 0 for none */
};

struct pl_vocabulary {
	struct pl_arena *arena; /* the run's */
	struct pl_map stems;    /* that are not the lexicon's; their numbers go on behind its */
	struct pl_map own_words;
	PL_VEC(struct pl_own_word) own_kinds; /* by value of the map */
	PL_VEC(struct pl_own_term) own;
	struct pl_writings writings;
	const struct pl_phrases *phrases; /* the newest set when it was opened; NULL */
	struct pl_word *words_room;       /* `room` of each, for the text being split */
	const struct pl_written **written_room;
	uint32_t *begins_room;
	uint32_t room;
};

void pl_vocabulary_open(struct pl_vocabulary *vocabulary, struct pl_arena *arena);

/* Twice the room, at most PL_READING_WORDS; what is in it stays. */
void pl_vocabulary_widen(struct pl_vocabulary *vocabulary);

/* A project's own word or term of several words: `kinds` are laid over what the lexicon knows, as a noun. Before any
 * word is asked for. */
void pl_vocabulary_add_noun(struct pl_vocabulary *vocabulary, struct pl_str term, uint64_t kinds);

/* What is known of a word in any case; curly apostrophes count as straight. Lives as long as the vocabulary, and is
 * made anew each time: pl_written_get remembers. */
const struct pl_vocabulary_entry *pl_vocabulary_word(struct pl_vocabulary *vocabulary, struct pl_str word);

/* Parts of the same, for those who ask seldom: no entry is made. */
struct pl_lexeme pl_vocabulary_lexeme(struct pl_vocabulary *vocabulary, struct pl_str word);
uint32_t pl_vocabulary_stem_of(struct pl_vocabulary *vocabulary, struct pl_str word);

/* The stem number of a number in any case; nothing is looked up. */
uint32_t pl_vocabulary_number(struct pl_vocabulary *vocabulary, struct pl_str number);

/* The stem of a number that one of the words has. Lives as long as the vocabulary. */
struct pl_str pl_vocabulary_stem(const struct pl_vocabulary *vocabulary, uint32_t stem);

#endif
