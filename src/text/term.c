/* Joins words into the terms of several words that the lexicon knows: "set up", "terms of reference". */
#include "text/tag.h"

/* A term is a noun in the plural too: "action plans", "local authorities", "master classes". */
static bool is_plural_of(struct pl_str word, struct pl_str part)
{
	if (word.len <= part.len || word.ptr[word.len - 1] != 's')
		return false;
	if (word.len == part.len + 1)
		return pl_str_starts(word, part);
	if (word.len != part.len + 2)
		return false;
	return pl_str_starts(word, part) ||
	       (part.ptr[part.len - 1] == 'y' && pl_str_starts(word, pl_str_sub(part, 0, part.len - 1)));
}

/* Do the words behind `at` go on as the term does? */
static bool matches(const struct pl_draft *draft, uint32_t at, const struct pl_phrase *phrase)
{
	const char *part = phrase->words;
	uint32_t last = at + phrase->count - 1;

	if (last >= draft->count)
		return false;
	for (uint32_t i = at + 1; i <= last; i++) {
		const struct pl_vocabulary_entry *entry = pl_draft_entry(draft, i);
		size_t length = strcspn(part, " ");
		bool may_be_plural = i == last && phrase->tag == PL_TAG_NOUN;

		if (!entry || (!pl_str_equal(entry->word, (struct pl_str){part, length}) &&
		               !(may_be_plural && is_plural_of(entry->word, (struct pl_str){part, length}))))
			return false;
		part += length + (part[length] == ' ');
	}
	return true;
}

/* The longest term of the lexicon's. */
static void find_longest(const struct pl_draft *draft, uint32_t at, struct pl_phrase *longest)
{
	const struct pl_listed *listed = &pl_draft_entry(draft, at)->listed;
	uint8_t letters = draft->written[at + 1]->letters;

	if (!(listed->seconds >> letters & 1))
		return;
	for (int way = 0; way < 2; way++)
		for (uint16_t i = listed->phrases[way][0]; i < listed->phrases[way][1]; i++) {
			struct pl_phrase phrase = pl_lexicon_phrase(i);

			if (phrase.letters == letters && phrase.count > longest->count &&
			    pl_phrase_begins(&phrase, way) && matches(draft, at, &phrase))
				*longest = phrase;
		}
}

/* The project's own terms; where one is as long as what the lexicon knows, it counts. */
static void find_own(const struct pl_draft *draft, uint32_t at, struct pl_phrase *longest)
{
	for (uint32_t i = pl_draft_entry(draft, at)->own; i; i = draft->vocabulary->own.items[i - 1].before) {
		const struct pl_phrase *phrase = &draft->vocabulary->own.items[i - 1].phrase;

		if (phrase->count >= longest->count && matches(draft, at, phrase))
			*longest = *phrase;
	}
}

static bool find_term(const struct pl_draft *draft, uint32_t at, struct pl_phrase *longest)
{
	longest->count = 0;
	if (!pl_draft_looks(draft, at, PL_LOOK_BEGINS_TERM) || at + 1 >= draft->count || !pl_draft_entry(draft, at + 1))
		return false;
	find_longest(draft, at, longest);
	find_own(draft, at, longest);
	return longest->count > 0;
}

static void join(struct pl_draft *draft, uint32_t at, const struct pl_phrase *phrase)
{
	const struct pl_lexeme *first = &draft->written[at]->lexeme;
	struct pl_word *word = &draft->words[at];

	word->length = phrase->count;
	word->tag = phrase->tag;
	word->kinds = phrase->kinds;
	draft->kinds |= phrase->kinds;
	word->form = first->is_verb ? first->form : PL_FORM_BASE;
	for (uint32_t k = at + 1; k < at + phrase->count; k++) {
		draft->words[k].length = 0;
		if (draft->written[k]->lexeme.is_other)
			draft->words[k].tag = draft->written[k]->lexeme.other_tag;
	}
}

void pl_text_join_terms(struct pl_draft *draft)
{
	for (uint32_t i = 0; i < draft->count; i++) {
		struct pl_phrase term;

		if (!find_term(draft, i, &term))
			continue;
		join(draft, i, &term);
		i += term.count - 1u;
	}
}
