/* Snowball's English stemmer. */
#include "text/stem.h"

#include <libstemmer.h>

enum { LONGEST_WORD = 1024 }; /* what is longer is no word, and stems cost their length */

struct pl_stemmer *pl_stemmer_open(void) { return (struct pl_stemmer *)sb_stemmer_new("english", "UTF_8"); }

void pl_stemmer_close(struct pl_stemmer *stemmer)
{
	if (stemmer)
		sb_stemmer_delete((struct sb_stemmer *)stemmer);
}

struct pl_str pl_stemmer_stem(struct pl_stemmer *stemmer, struct pl_str word)
{
	struct sb_stemmer *english = (struct sb_stemmer *)stemmer;
	const sb_symbol *stem;

	if (word.len > LONGEST_WORD)
		return word;
	stem = sb_stemmer_stem(english, (const sb_symbol *)word.ptr, (int)word.len);
	return stem ? (struct pl_str){(const char *)stem, (size_t)sb_stemmer_length(english)} : (struct pl_str){0};
}
