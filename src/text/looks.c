/* What a word can be, before its place is looked at, as far as its letters say: of those in no list, and for make.c. */
#include "base/str.h"
#include "text/vocabulary.h"

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

static bool begins_noun_phrase(const struct pl_lexeme *lexeme, uint16_t looks)
{
	if (lexeme->is_other)
		return pl_tag_precedes_nouns(lexeme->other_tag) || lexeme->other_tag == PL_TAG_PRONOUN;
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
	if (entry->own || entry->listed.seconds)
		looks |= PL_LOOK_BEGINS_TERM;
	lexeme->looks = looks;
	if (!lexeme->is_verb)
		lexeme->form = looks & PL_LOOK_ING ? PL_FORM_ING : looks & PL_LOOK_ED ? PL_FORM_ED : PL_FORM_BASE;
}
