/* What a word can be, before its place is looked at: what the lexicon and its ending say. */
#include "text/tag.h"

const struct pl_lexeme *pl_draft_lexeme(const struct pl_draft *draft, uint32_t i)
{
	static const struct pl_lexeme none;

	return i < draft->count && pl_draft_entry(draft, i) && draft->words[i].length == 1
	               ? &pl_draft_entry(draft, i)->lexeme
	               : &none;
}

bool pl_draft_is_other(const struct pl_draft *draft, uint32_t i, enum pl_tag tag)
{
	const struct pl_lexeme *lexeme = pl_draft_lexeme(draft, i);

	return lexeme->is_other && lexeme->other_tag == tag;
}

/* Two letters are not enough before an ending: "red", "king", "wise". */
bool pl_draft_ends(const struct pl_draft *draft, uint32_t i, const char *ending)
{
	struct pl_str tail = pl_str_of(ending);

	return pl_draft_entry(draft, i) && pl_draft_entry(draft, i)->word.len > tail.len + 2 &&
	       pl_str_ends(pl_draft_entry(draft, i)->word, tail);
}

bool pl_draft_can_be_verb(const struct pl_draft *draft, uint32_t i)
{
	const struct pl_lexeme *lexeme = pl_draft_lexeme(draft, i);

	if (i >= draft->count)
		return false;
	if (draft->words[i].length > 1)
		return draft->words[i].tag == PL_TAG_VERB;
	if (lexeme->is_verb)
		return true;
	return pl_draft_entry(draft, i) && !lexeme->is_noun && !lexeme->is_other &&
	       (pl_draft_ends(draft, i, "ise") || pl_draft_ends(draft, i, "ize") || pl_draft_ends(draft, i, "ify"));
}

bool pl_draft_can_be_participle(const struct pl_draft *draft, uint32_t i)
{
	const struct pl_lexeme *lexeme = pl_draft_lexeme(draft, i);

	if (lexeme->is_verb)
		return lexeme->form == PL_FORM_ED;
	return !lexeme->is_noun && !lexeme->is_other && pl_draft_ends(draft, i, "ed");
}

uint8_t pl_draft_verb_form(const struct pl_draft *draft, uint32_t i)
{
	if (draft->words[i].length > 1)
		return draft->words[i].form;
	if (pl_draft_lexeme(draft, i)->is_verb)
		return pl_draft_lexeme(draft, i)->form;
	return pl_draft_ends(draft, i, "ing") ? PL_FORM_ING : pl_draft_ends(draft, i, "ed") ? PL_FORM_ED : PL_FORM_BASE;
}

static bool is_in_front_of_nouns(uint8_t tag) { return tag == PL_TAG_DETERMINER || tag == PL_TAG_ADJECTIVE; }

bool pl_draft_begins_noun_phrase(const struct pl_draft *draft, uint32_t i)
{
	const struct pl_word *word = &draft->words[i];
	const struct pl_lexeme *lexeme = pl_draft_lexeme(draft, i);

	if (word->length > 1)
		return word->tag == PL_TAG_NOUN || is_in_front_of_nouns(word->tag);
	if (word->tag == PL_TAG_NUMBER)
		return true;
	if (word->tag == PL_TAG_MARK || word->tag == PL_TAG_AND)
		return pl_draft_is_quote(draft, i);
	if (lexeme->is_other)
		return is_in_front_of_nouns(lexeme->other_tag) || lexeme->other_tag == PL_TAG_PRONOUN;
	if (lexeme->is_noun)
		return true;
	if (lexeme->is_verb) /* "planned works", "rising costs" */
		return lexeme->form == PL_FORM_ED || lexeme->form == PL_FORM_ING;
	return pl_draft_entry(draft, i) && !pl_draft_ends(draft, i, "ly");
}

bool pl_draft_is_bare_noun(const struct pl_draft *draft, uint32_t i)
{
	const struct pl_lexeme *lexeme = pl_draft_lexeme(draft, i);

	return lexeme->is_noun && !lexeme->is_other;
}
