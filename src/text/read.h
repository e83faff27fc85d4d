/*
 * Reading a text: from bytes to words, their part of speech, and clauses.
 *
 * Steps over one array of words, each in its file: split.c finds words, marks and numbers and looks them up;
 * dates.c finds dates; term.c joins terms of several words; number.c tells what counts from what names; outside.c sets
 * aside what is no substance; tag.c decides what each word is in its place; clause.c finds who does what to what, in
 * the pieces that cut.c makes; yield.c weighs what each clause would leave behind.
 */
#ifndef PL_TEXT_READ_H
#define PL_TEXT_READ_H

#include "text/setting.h"

#include <planlint/text.h>

/* A reading in the making. `written` and `begins` run beside `words`. */
struct pl_draft {
	struct pl_str value;
	struct pl_vocabulary *vocabulary;
	const struct pl_text_setting *setting;
	struct pl_arena *arena;
	struct pl_word *words;
	const struct pl_written **written;
	uint32_t *begins; /* the sets of phrases that may begin with the word; none for marks */
	uint32_t count;
	/* what the words have among them, before anything is known of their places: most steps look for what few texts
	 * have */
	uint64_t cues;
	uint64_t kinds; /* of terms, and of words as neither nouns nor verbs */
	uint64_t said;  /* kinds of all words that count, once their places are known */
	uint32_t all_begins;
	bool tells_day; /* one of them can make a date */
	bool is_open;   /* in dates signs may join what words part: such a text is cut anew for them */
	struct pl_dated *dates;
	uint32_t date_count, day_count;
	bool cut;
	PL_VEC(struct pl_clause) clauses;
};

/* The words in their places; no clauses yet. Never NULL; lives in the arena. `text` is borrowed by it. */
struct pl_reading *pl_text_read_words(struct pl_vocabulary *vocabulary, struct pl_arena *arena,
                                      const struct pl_text *text, const struct pl_text_setting *setting);

/* Adds the clauses; once. */
void pl_text_read_clauses(struct pl_arena *arena, struct pl_reading *reading);

/* Both. */
const struct pl_reading *pl_text_read(struct pl_vocabulary *vocabulary, struct pl_arena *arena,
                                      const struct pl_text *text, const struct pl_text_setting *setting);

/* The steps, in their order. What they ask of the words is in draft.h. */
void pl_text_split(struct pl_draft *draft);
void pl_text_find_dates(struct pl_draft *draft);
void pl_text_join_terms(struct pl_draft *draft);
void pl_text_classify_numbers(struct pl_draft *draft);
void pl_text_set_outside(struct pl_draft *draft);
void pl_text_tag(struct pl_draft *draft);
void pl_text_find_clauses(struct pl_draft *draft);
void pl_text_weigh(struct pl_draft *draft);

/* Is the word one that counts: not inside a term, not outside the substance? */
static inline bool pl_word_counts(const struct pl_word *word)
{
	return word->length != 0 && !(word->flags & PL_WORD_OUTSIDE);
}

/* For --dump text and goldens. */
struct pl_buf;
/* "approve" and the like, as dumps have them. */
const char *pl_kind_name(enum pl_kind_bit kind);

void pl_text_dump(const struct pl_reading *reading, struct pl_buf *out);

#endif
