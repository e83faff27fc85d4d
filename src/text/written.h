/*
 * Words and numbers as they are written, case included: what the bytes alone say of one is found out once, however
 * often it occurs.
 */
#ifndef PL_TEXT_WRITTEN_H
#define PL_TEXT_WRITTEN_H

#include "base/arena.h"

struct pl_date_token;       /* date_token.h */
struct pl_vocabulary;       /* vocabulary.h */
struct pl_vocabulary_entry; /* vocabulary.h */

struct pl_written {
	struct pl_str bytes;                     /* behind the struct itself: who looks for a word has both at hand */
	const struct pl_vocabulary_entry *entry; /* NULL for numbers and marks */
	uint32_t stem;
	uint64_t cues;   /* of the word, where nothing but case tells it from the one in the list: not of "draft's" */
	uint32_t begins; /* the sets of phrases that have one beginning with it: pl_phrases_begun_by */
	uint8_t flags;   /* enum pl_word_flag, as far as the bytes decide */
	bool tells_day;  /* can make a date of the text around it: "May", 2010, 30/9 */
	bool is_open;    /* may have other date tokens where certain signs stand next to it */
	uint8_t date_token_count;
	const struct pl_date_token *date_tokens; /* from its first byte on; the text's spaces are not in them */
};

/* By their bytes: open addressing, at most half full. */
struct pl_writings {
	struct {
		struct pl_written *written; /* NULL: free */
		uint32_t hash;
	} * slots;
	uint32_t count, mask; /* mask: 0 where there are no slots */
};

/* Stands for what is no word: marks, and numbers that are spelt out. */
extern const struct pl_written pl_written_none;

/* The word, or number where it begins with no letter. Lives as long as the vocabulary. */
const struct pl_written *pl_written_get(struct pl_vocabulary *vocabulary, struct pl_str bytes);

#endif
