/*
 * Stems of English words: Snowball's English stemmer (Porter 2) as it was in 2022, so that fingerprints and token sets
 * are the same on every machine.
 *
 * By hand rather than by libstemmer: every program that is linked with that pays a third of a millisecond as it starts
 * for the tables of all its languages, and each word five times as much. A test holds the two against each other.
 */
#ifndef PL_TEXT_STEM_H
#define PL_TEXT_STEM_H

#include <planlint/diag.h>

enum { PL_STEM_LONGEST = 256 }; /* what is longer is no word, and its own stem */

/* The stem of a lower-case word: in the room, or the word itself. Never longer than the word. */
struct pl_str pl_stem(struct pl_str word, char room[PL_STEM_LONGEST]);

#endif
