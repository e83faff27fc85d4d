/* The tables that make.c writes and lexicon.c reads. Texts stand one behind the other, and are told by where they
 * begin. */
#ifndef PL_TEXT_LEXICON_FORMS_H
#define PL_TEXT_LEXICON_FORMS_H

#include <stdint.h>

enum form_flag { FORM_NOUN = 1, FORM_VERB = 2, FORM_OTHER = 4, FORM_PLURAL = 8, FORM_NOMINAL = 16 };

/* A word as it may be written. */
struct form {
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
struct start {
	uint16_t phrases[2][2];
	uint64_t seconds;
};

struct stem {
	uint32_t text;
	uint8_t len;
};

struct term {
	uint64_t kinds;
	uint32_t text; /* with a NUL behind it */
	uint8_t tag, count, letters;
};

/* Of a hash table with open addressing, at most two thirds full. `sign`: bits of the hash that the place does not tell.
 */
struct slot {
	uint16_t sign;
	uint16_t index; /* 1-based */
};

#endif
