/*
 * The tables that make.c writes when the program is built, into a file of C that is compiled by itself, and that
 * lexicon.c reads. Texts stand one behind the other, and are told by where they begin.
 */
#ifndef PL_TEXT_LEXICON_FORMS_H
#define PL_TEXT_LEXICON_FORMS_H

#include <stdint.h>

enum pl_listed_flag {
	PL_LISTED_NOUN = 1,
	PL_LISTED_VERB = 2,
	PL_LISTED_OTHER = 4,
	PL_LISTED_PLURAL = 8,
	PL_LISTED_NOMINAL = 16
};

/* A word as it may be written. */
struct pl_listed_form {
	uint32_t text;
	uint16_t noun, verb, other, nominal, cues; /* where the kinds stand */
	uint16_t stem;
	uint16_t looks;
	uint16_t start; /* of terms */
	uint8_t len;
	uint8_t flags;
	uint8_t tag;
	uint8_t form;
};

/* What terms may begin with a word. */
struct pl_listed_start {
	uint16_t phrases[2][2];
	uint64_t seconds;
};

struct pl_listed_stem {
	uint32_t text;
	uint8_t len;
};

struct pl_listed_term {
	uint64_t kinds;
	uint32_t text; /* with a NUL behind it */
	uint8_t tag, count, letters;
};

/* Of a hash table with open addressing, at most two thirds full. `sign`: bits of the hash that the place does not tell.
 */
struct pl_listed_slot {
	uint16_t sign;
	uint16_t index; /* 1-based */
};

extern const char pl_listed_texts[];
extern const uint64_t pl_listed_kinds[];
extern const struct pl_listed_form pl_listed_forms[];
extern const struct pl_listed_start pl_listed_starts[];
extern const struct pl_listed_stem pl_listed_stems[];
extern const struct pl_listed_term pl_listed_terms[];
extern const struct pl_listed_slot pl_listed_form_slots[], pl_listed_stem_slots[];
extern const uint32_t pl_listed_form_mask, pl_listed_stem_mask, pl_listed_stem_count;

#endif
