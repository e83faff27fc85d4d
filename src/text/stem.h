/* Snowball's English stemmer (Porter 2). The only file that includes libstemmer.h. */
#ifndef PL_TEXT_STEM_H
#define PL_TEXT_STEM_H

#include <planlint/diag.h>

struct pl_stemmer;

struct pl_stemmer *pl_stemmer_open(void);          /* NULL where there is no memory */
void pl_stemmer_close(struct pl_stemmer *stemmer); /* NULL is fine */

/* The stem of a lower-case word, borrowed until the next call; its `ptr` is NULL where there is no memory. */
struct pl_str pl_stemmer_stem(struct pl_stemmer *stemmer, struct pl_str word);

#endif
