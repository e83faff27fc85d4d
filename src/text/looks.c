/* What a word can be, before its place is looked at: what the lexicon and its ending say. */
#include "text/tag.h"

const struct pl_lexeme pl_no_lexeme;

/* ---- of a word that stands alone, once for all places ---- */

/* Two letters are not enough before an ending: "red", "king", "wise". */
static bool has_ending(struct pl_str word, const char *const *endings)
{
	for (; *endings; endings++) {
		struct pl_str ending = pl_str_of(*endings);

		if (word.len > ending.len + 2 && word.ptr[word.len - 1] == ending.ptr[ending.len - 1] &&
		    pl_str_ends(word, ending))
			return true;
	}
	return false;
}

static uint16_t endings_of(struct pl_str word)
{
	static const struct {
		enum pl_look look;
		const char *endings[9];
	} known[] = {
	        {PL_LOOK_ED, {"ed"}},
	        {PL_LOOK_ING, {"ing"}},
	        {PL_LOOK_LY, {"ly"}},
	        {PL_LOOK_ISE, {"ise", "ize", "ify"}},
	        {PL_LOOK_AL, {"al", "ive", "ous", "ic", "able", "ful", "less", "ary"}},
	};
	uint16_t looks = 0;

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (has_ending(word, known[i].endings))
			looks |= (uint16_t)known[i].look;
	return looks;
}

static bool is_in_front_of_nouns(uint8_t tag) { return tag == PL_TAG_DETERMINER || tag == PL_TAG_ADJECTIVE; }

static bool begins_noun_phrase(const struct pl_lexeme *lexeme, uint16_t looks)
{
	if (lexeme->is_other)
		return is_in_front_of_nouns(lexeme->other_tag) || lexeme->other_tag == PL_TAG_PRONOUN;
	if (lexeme->is_noun)
		return true;
	if (lexeme->is_verb) /* "planned works", "rising costs" */
		return lexeme->form == PL_FORM_ED || lexeme->form == PL_FORM_ING;
	return !(looks & PL_LOOK_LY);
}

void pl_vocabulary_look(struct pl_vocabulary_entry *entry)
{
	struct pl_lexeme *lexeme = &entry->listed.lexeme;
	bool unknown = !lexeme->is_noun && !lexeme->is_verb && !lexeme->is_other;
	uint16_t looks = endings_of(entry->word);

	if (memchr(entry->word.ptr, '-', entry->word.len))
		looks |= PL_LOOK_HYPHEN;
	if (lexeme->is_verb || (unknown && (looks & PL_LOOK_ISE)))
		looks |= PL_LOOK_CAN_BE_VERB;
	if (lexeme->is_verb ? lexeme->form == PL_FORM_ED : unknown && (looks & PL_LOOK_ED))
		looks |= PL_LOOK_CAN_BE_PARTICIPLE;
	if (begins_noun_phrase(lexeme, looks))
		looks |= PL_LOOK_BEGINS_PHRASE;
	if (entry->own || entry->terms.count)
		looks |= PL_LOOK_BEGINS_TERM;
	lexeme->looks = looks;
	if (!lexeme->is_verb)
		lexeme->form = looks & PL_LOOK_ING ? PL_FORM_ING : looks & PL_LOOK_ED ? PL_FORM_ED : PL_FORM_BASE;
}

/* ---- of a word in a text ---- */

bool pl_draft_begins_noun_phrase(const struct pl_draft *draft, uint32_t i)
{
	const struct pl_word *word = &draft->words[i];

	if (word->length > 1)
		return word->tag == PL_TAG_NOUN || is_in_front_of_nouns(word->tag);
	if (word->tag == PL_TAG_NUMBER)
		return true;
	if (word->tag == PL_TAG_MARK || word->tag == PL_TAG_AND)
		return pl_draft_is_quote(draft, i);
	return pl_draft_looks(draft, i, PL_LOOK_BEGINS_PHRASE);
}
