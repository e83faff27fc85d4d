/* The lexicon: looks word forms up in the tables that were made of the lists when the program was built. */
#include "text/lexicon.h"

#include "base/map.h"
#include "base/str.h"
#include "text/lexicon/forms.h"
#include "text/vocabulary.h"

/* ---- by hash ---- */

static bool is_text(struct pl_str text, uint32_t at, uint8_t len)
{
	return text.len == len && memcmp(pl_listed_texts + at, text.ptr, len) == 0;
}

static const struct pl_listed_form *find(struct pl_str word)
{
	uint64_t hash = pl_hash(word);
	size_t mask = pl_listed_form_mask;

	for (size_t i = hash & mask; pl_listed_form_slots[i].index; i = (i + 1) & mask) {
		const struct pl_listed_form *form = &pl_listed_forms[pl_listed_form_slots[i].index - 1];

		if (pl_listed_form_slots[i].sign == hash >> 48 && is_text(word, form->text, form->len))
			return form;
	}
	return NULL;
}

uint32_t pl_lexicon_stem(struct pl_str stem)
{
	uint64_t hash = pl_hash(stem);
	size_t mask = pl_listed_stem_mask;

	for (size_t i = hash & mask; pl_listed_stem_slots[i].index; i = (i + 1) & mask) {
		const struct pl_listed_stem *known = &pl_listed_stems[pl_listed_stem_slots[i].index - 1];

		if (pl_listed_stem_slots[i].sign == hash >> 48 && is_text(stem, known->text, known->len))
			return pl_listed_stem_slots[i].index;
	}
	return 0;
}

uint32_t pl_lexicon_stem_count(void) { return pl_listed_stem_count; }

struct pl_str pl_lexicon_stem_text(uint32_t number)
{
	return (struct pl_str){pl_listed_texts + pl_listed_stems[number - 1].text, pl_listed_stems[number - 1].len};
}

struct pl_phrase pl_lexicon_phrase(uint16_t index)
{
	const struct pl_listed_term *term = &pl_listed_terms[index];

	return (struct pl_phrase){pl_listed_texts + term->text, term->kinds, term->tag, term->count, term->letters};
}

/* ---- words ---- */

static struct pl_listed listed_of(const struct pl_listed_form *form)
{
	const struct pl_listed_start *start = &pl_listed_starts[form->start];
	struct pl_listed listed = {.lexeme = {.noun = pl_listed_kinds[form->noun],
	                                      .verb = pl_listed_kinds[form->verb],
	                                      .other = pl_listed_kinds[form->other],
	                                      .looks = form->looks,
	                                      .other_tag = form->tag,
	                                      .form = form->form,
	                                      .is_noun = form->flags & PL_LISTED_NOUN,
	                                      .is_verb = form->flags & PL_LISTED_VERB,
	                                      .is_other = form->flags & PL_LISTED_OTHER,
	                                      .is_plural = form->flags & PL_LISTED_PLURAL,
	                                      .is_nominal = form->flags & PL_LISTED_NOMINAL},
	                           .nominal = pl_listed_kinds[form->nominal],
	                           .seconds = start->seconds};

	memcpy(listed.phrases, start->phrases, sizeof listed.phrases);
	return listed;
}

/* American spellings are looked up as British ones: organize, prioritized. */
static struct pl_str british(struct pl_str word, char room[PL_LEXICON_LONGEST])
{
	for (size_t i = word.len; i-- > 3;)
		if (word.ptr[i] == 'z' && word.ptr[i - 1] == 'i' && word.len - i >= 2 && word.len - i <= 7) {
			memcpy(room, word.ptr, word.len);
			room[i] = 's';
			return (struct pl_str){room, word.len};
		}
	return word;
}

/* The form that decides what a word is: its own, or that of its British spelling. */
struct found {
	const struct pl_listed_form *own, *deciding;
	bool is_plural; /* if nothing decides */
};

static struct found find_any(struct pl_str word)
{
	const struct pl_listed_form *own = find(word);
	struct found found = {own, own, word.len > 2 && word.ptr[word.len - 1] == 's'};
	char room[PL_LEXICON_LONGEST];

	if (!own || !(own->flags & (PL_LISTED_NOUN | PL_LISTED_VERB | PL_LISTED_OTHER))) {
		struct pl_str spelt = british(word, room);

		if (spelt.ptr != word.ptr)
			found.deciding = find(spelt);
	}
	return found;
}

/* The cues are those of the word as it is written. */
static struct pl_listed listed_by(const struct found *found)
{
	struct pl_listed listed = {.lexeme.is_plural = found->is_plural};

	if (found->deciding)
		listed = listed_of(found->deciding);
	listed.lexeme.cues = found->own ? pl_listed_kinds[found->own->cues] : 0;
	return listed;
}

struct pl_listed pl_lexicon_look_up(struct pl_str word)
{
	struct found found;

	if (!word.len || word.len > PL_LEXICON_LONGEST)
		return (struct pl_listed){0};
	found = find_any(word);
	return listed_by(&found);
}

bool pl_lexicon_find(struct pl_str word, struct pl_vocabulary_entry *entry)
{
	struct found found;

	if (!word.len || word.len > PL_LEXICON_LONGEST)
		return false;
	found = find_any(word);
	entry->listed = listed_by(&found);
	if (!found.own || found.own != found.deciding)
		return false;
	entry->word = (struct pl_str){pl_listed_texts + found.own->text, found.own->len};
	entry->stem = found.own->stem;
	return true;
}
