/* Looking at the words of a reading in the making: marks, neighbours, exact forms. What every step asks. */
#ifndef PL_TEXT_DRAFT_H
#define PL_TEXT_DRAFT_H

#include "text/read.h"

#include "base/str.h"

/* ---- what a word is ---- */

/* What the vocabulary knows of the word; NULL for marks and numbers. */
static inline const struct pl_vocabulary_entry *pl_draft_entry(const struct pl_draft *draft, uint32_t i)
{
	return draft->written[i]->entry;
}

static inline bool pl_draft_is_tag(const struct pl_draft *draft, uint32_t i, enum pl_tag tag)
{
	return i < draft->count && draft->words[i].tag == tag;
}

/* Is this written here, alone or as the first word of a term? In lower case, and with a letter of ASCII in front: most
 * words are told apart by that. */
static inline bool pl_draft_says(const struct pl_draft *draft, uint32_t i, const char *word)
{
	const struct pl_vocabulary_entry *entry;
	size_t length = strlen(word); /* a constant where this is inlined, and then no call compares */

	if (i >= draft->count || (draft->value.ptr[draft->words[i].begin] | 0x20) != word[0])
		return false;
	entry = pl_draft_entry(draft, i);
	return entry && entry->word.len == length && memcmp(entry->word.ptr, word, length) == 0;
}

/* The same, but the word stands alone: the "of" of "in favour of" is not meant. */
static inline bool pl_draft_is_word(const struct pl_draft *draft, uint32_t i, const char *word)
{
	return pl_draft_says(draft, i, word) && draft->words[i].length == 1;
}

/* Has the word, in the form that is written, one of these cues? */
static inline bool pl_draft_has_cue(const struct pl_draft *draft, uint32_t i, uint64_t cues)
{
	return i < draft->count && (draft->written[i]->lexeme.cues & cues);
}

/* The same, of a word that stands alone. */
static inline bool pl_draft_is_cue(const struct pl_draft *draft, uint32_t i, uint64_t cues)
{
	return pl_draft_has_cue(draft, i, cues) && draft->words[i].length == 1;
}

/* Is the participle one that mostly describes the noun before it ("services provided by the trust")? */
static inline bool pl_draft_describes(const struct pl_draft *draft, uint32_t i)
{
	return pl_draft_is_cue(draft, i, PL_CUE(DESCRIBES));
}

/* Is the word one of these one-byte marks? A dash ("-" with a space before it, en or em dash)? A quotation mark? */
static inline bool pl_draft_is_mark(const struct pl_draft *draft, uint32_t i, const char *marks)
{
	const struct pl_word *word = &draft->words[i];

	return word->tag == PL_TAG_MARK && word->end == word->begin + 1 && strchr(marks, draft->value.ptr[word->begin]);
}

bool pl_draft_is_dash(const struct pl_draft *draft, uint32_t i);
bool pl_draft_is_quote(const struct pl_draft *draft, uint32_t i);

/* ---- its neighbours ---- */

/* The nearest counting word at or behind, before `end`; `end` where there is none. */
static inline uint32_t pl_draft_next(const struct pl_draft *draft, uint32_t from, uint32_t end)
{
	while (from < end && !pl_word_counts(&draft->words[from]))
		from++;
	return from;
}

/* The nearest counting word before `from`, at or behind `begin`; PL_NO_WORD where there is none. */
static inline uint32_t pl_draft_before(const struct pl_draft *draft, uint32_t from, uint32_t begin)
{
	while (from-- > begin)
		if (pl_word_counts(&draft->words[from]))
			return from;
	return PL_NO_WORD;
}

/* Behind the bracket that opens at `i`; `end` where it does not close. */
uint32_t pl_draft_behind_bracket(const struct pl_draft *draft, uint32_t i, uint32_t end);

/* The nearest counting word at or behind that is in no bracket; `end` where there is none. */
static inline uint32_t pl_draft_step(const struct pl_draft *draft, uint32_t from, uint32_t end)
{
	for (;;) {
		from = pl_draft_next(draft, from, end);
		if (from >= end || !pl_draft_is_mark(draft, from, "(["))
			return from;
		from = pl_draft_behind_bracket(draft, from, end);
	}
}

/* From `i` on, the first word that is no adverb and no "not". */
uint32_t pl_draft_skip_adverbs(const struct pl_draft *draft, uint32_t i, uint32_t end);

#endif
