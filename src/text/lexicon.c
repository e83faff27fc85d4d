/* The lexicon: looks word forms up in the tables that were made of the lists when the program was built. */
#include "text/lexicon.h"

#include "base/map.h"
#include "base/str.h"
#include "text/lexicon/forms.h"
#include "text/vocabulary.h"

#include "text/lexicon/forms.inc"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* ---- by hash ---- */

static bool is_text(struct pl_str text, uint32_t at, uint8_t len)
{
	return text.len == len && memcmp(texts + at, text.ptr, len) == 0;
}

static const struct form *find(struct pl_str word)
{
	uint64_t hash = pl_hash(word);
	size_t mask = COUNT(form_slots) - 1;

	for (size_t i = hash & mask; form_slots[i].index; i = (i + 1) & mask) {
		const struct form *form = &forms[form_slots[i].index - 1];

		if (form_slots[i].sign == hash >> 48 && is_text(word, form->text, form->len))
			return form;
	}
	return NULL;
}

uint32_t pl_lexicon_stem(struct pl_str stem)
{
	uint64_t hash = pl_hash(stem);
	size_t mask = COUNT(stem_slots) - 1;

	for (size_t i = hash & mask; stem_slots[i].index; i = (i + 1) & mask) {
		const struct stem *known = &stems[stem_slots[i].index - 1];

		if (stem_slots[i].sign == hash >> 48 && is_text(stem, known->text, known->len))
			return stem_slots[i].index;
	}
	return 0;
}

uint32_t pl_lexicon_stem_count(void) { return COUNT(stems); }

struct pl_str pl_lexicon_stem_text(uint32_t number)
{
	return (struct pl_str){texts + stems[number - 1].text, stems[number - 1].len};
}

struct pl_phrase pl_lexicon_phrase(uint16_t index)
{
	const struct term *term = &terms[index];

	return (struct pl_phrase){texts + term->text, term->kinds, term->tag, term->count, term->letters};
}

/* ---- words ---- */

static struct pl_listed listed_of(const struct form *form)
{
	const struct start *start = &starts[form->start];
	struct pl_listed listed = {.lexeme = {.noun = kinds[form->noun],
	                                      .verb = kinds[form->verb],
	                                      .other = kinds[form->other],
	                                      .looks = form->looks,
	                                      .other_tag = form->tag,
	                                      .form = form->form,
	                                      .is_noun = form->flags & FORM_NOUN,
	                                      .is_verb = form->flags & FORM_VERB,
	                                      .is_other = form->flags & FORM_OTHER,
	                                      .is_plural = form->flags & FORM_PLURAL,
	                                      .is_nominal = form->flags & FORM_NOMINAL},
	                           .nominal = kinds[form->nominal],
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
	const struct form *own, *deciding;
	bool is_plural; /* if nothing decides */
};

static struct found find_any(struct pl_str word)
{
	const struct form *own = find(word);
	struct found found = {own, own, word.len > 2 && word.ptr[word.len - 1] == 's'};
	char room[PL_LEXICON_LONGEST];

	if (!own || !(own->flags & (FORM_NOUN | FORM_VERB | FORM_OTHER))) {
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
	listed.lexeme.cues = found->own ? kinds[found->own->cues] : 0;
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
	entry->word = (struct pl_str){texts + found.own->text, found.own->len};
	entry->stem = found.own->stem;
	return true;
}
