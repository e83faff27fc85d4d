/*
 * Words and numbers as they are written, case included: what the bytes alone say of one is found out once, however
 * often it occurs.
 */
#ifndef PL_TEXT_WRITTEN_H
#define PL_TEXT_WRITTEN_H

#include "base/arena.h"
#include "text/lexicon.h"

struct pl_date_token;       /* date_token.h */
struct pl_vocabulary;       /* vocabulary.h */
struct pl_vocabulary_entry; /* vocabulary.h */

/* What the steps of a reading ask of every word comes first, in as few bytes as can be: they ask it of thousands. */
struct pl_written {
	struct pl_lexeme lexeme;                 /* nothing for numbers and marks */
	const struct pl_vocabulary_entry *entry; /* NULL for numbers and marks */
	uint32_t stem;
	uint32_t begins; /* the sets of phrases that have one beginning with it: pl_phrases_begun_by */
	uint32_t length; /* of `bytes` */
	uint8_t flags;   /* enum pl_word_flag, as far as the bytes decide */
	uint8_t letters; /* of the entry's word: pl_phrase_letters */
	uint8_t date_token_count;
	bool is_listed : 1;                      /* nothing but case tells it from the entry's word: not "draft's" */
	bool tells_day : 1;                      /* can make a date of the text around it: "May", 2010, 30/9 */
	bool is_open : 1;                        /* may have other date tokens where certain signs stand next to it */
	const struct pl_date_token *date_tokens; /* from its first byte on; the text's spaces are not in them */
	char bytes[];
};

/* The cues of the word itself, not of what it is a possessive of. */
static inline uint64_t pl_written_cues(const struct pl_written *written)
{
	return written->is_listed ? written->lexeme.cues : 0;
}

/* By their bytes: open addressing, at most half full. */
struct pl_writings {
	struct {
		const struct pl_written *written; /* NULL: free */
		uint64_t head; /* a short word's bytes, which tell it from all others of its length; else their hash */
	} * slots;
	uint32_t count, mask; /* mask: 0 where there are no slots */
};

/* Stands for what is no word: marks, and numbers that are spelt out. */
extern const struct pl_written pl_written_none;

/* Finds all words (tagged as nouns so far) and numbers of a text; for what is neither, pl_written_none. They live as
 * long as the vocabulary. */
void pl_written_find(struct pl_vocabulary *vocabulary, struct pl_str text, const struct pl_word *words, uint32_t count,
                     const struct pl_written **found);

#endif
