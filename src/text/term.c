/* Joins words into the terms of several words that the lexicon knows: "set up", "terms of reference". */
#include "text/draft.h"

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

static bool matches(const struct pl_draft *draft, uint32_t at, const struct pl_phrase *phrase)
{
	struct pl_str rest = pl_str_of(phrase->words), part;
	uint32_t last = at + phrase->count - 1;

	if (last >= draft->count)
		return false;
	pl_str_split(&rest, ' ', &part);
	for (uint32_t i = at + 1; pl_str_split(&rest, ' ', &part); i++) {
		bool may_be_plural = i == last && phrase->tag == PL_TAG_NOUN;

		if (!pl_draft_entry(draft, i) ||
		    (!pl_str_equal(pl_draft_entry(draft, i)->word, part) &&
		     !(may_be_plural && is_plural_of(pl_draft_entry(draft, i)->word, part))))
			return false;
	}
	return true;
}

/* The longest term among those that may begin with this word, as written or (way 1) as a form of a verb; "sets up" is
 * "set up", but "terms up" is no form of a noun "term up". */
static void find_longest(const struct pl_draft *draft, uint32_t at, int way, struct pl_phrase *longest)
{
	const struct pl_lexeme *lexeme = &pl_draft_entry(draft, at)->lexeme;

	for (uint16_t i = lexeme->phrases[way][0]; i < lexeme->phrases[way][1]; i++) {
		struct pl_phrase phrase;

		if (!pl_lexicon_phrase_goes_on(i, pl_draft_entry(draft, at + 1)->word.ptr[0]))
			continue;
		phrase = pl_lexicon_phrase(i);
		if (way == 1 && phrase.tag != PL_TAG_VERB)
			continue;
		if (phrase.count > longest->count && matches(draft, at, &phrase))
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
	if (!pl_draft_entry(draft, at) || at + 1 >= draft->count || !pl_draft_entry(draft, at + 1))
		return false;
	find_longest(draft, at, 0, longest);
	find_longest(draft, at, 1, longest);
	find_own(draft, at, longest);
	return longest->count > 0;
}

static void join(struct pl_draft *draft, uint32_t at, const struct pl_phrase *phrase)
{
	const struct pl_lexeme *first = &pl_draft_entry(draft, at)->lexeme;
	struct pl_word *word = &draft->words[at];

	word->length = phrase->count;
	word->tag = phrase->tag;
	word->kinds = phrase->kinds;
	draft->kinds |= phrase->kinds;
	word->form = first->is_verb ? first->form : PL_FORM_BASE;
	for (uint32_t k = at + 1; k < at + phrase->count; k++) {
		draft->words[k].length = 0;
		if (pl_draft_entry(draft, k)->lexeme.is_other)
			draft->words[k].tag = pl_draft_entry(draft, k)->lexeme.other_tag;
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
