/* What the lists say of a form of a word: undoes endings until a list has what is left. */
#include "text/lexicon/derive.h"

#include "base/str.h"

struct entry {
	uint64_t kinds;
	uint8_t tag;
	const char *lemma;
};

static const struct entry nouns[] = {
#define PL_NOUN(lemma, kinds) {kinds, PL_TAG_NOUN, lemma},
#include "text/lexicon/nouns.def"
#undef PL_NOUN
};

static const struct entry verbs[] = {
#define PL_VERB(lemma, kinds) {kinds, PL_TAG_VERB, lemma},
#include "text/lexicon/verbs.def"
#undef PL_VERB
};

static const struct entry others[] = {
#define PL_OTHER(word, tag, kinds) {kinds, PL_TAG_##tag, word},
#include "text/lexicon/others.def"
#undef PL_OTHER
};

static const struct phrase {
	uint64_t kinds;
	uint8_t tag;
	const char *words;
} phrases[] = {
#define PL_PHRASE(words, tag, kinds) {kinds, PL_TAG_##tag, words},
#include "text/lexicon/phrases.def"
#undef PL_PHRASE
};

/* `kinds` are cues here. */
static const struct entry cues[] = {
#define PL_CUE_WORD(word, kinds) {kinds, 0, word},
#include "text/lexicon/cues.def"
#undef PL_CUE_WORD
};

struct pair {
	const char *form, *lemma;
};

static const struct pair irregular[] = {
#define PL_IRREGULAR(form, lemma) {form, lemma},
#include "text/lexicon/irregular.def"
#undef PL_IRREGULAR
};

static const struct pair nominals[] = {
#define PL_NOMINAL(noun, verb) {noun, verb},
#include "text/lexicon/nominal.def"
#undef PL_NOMINAL
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* As pl_str_compare, without looking for the lemma's end: two words differ within a few letters. */
static int compare(struct pl_str word, const char *lemma)
{
	for (size_t i = 0; i < word.len; i++) {
		int order = (unsigned char)word.ptr[i] - (unsigned char)lemma[i];

		if (order || !lemma[i])
			return order ? order : 1;
	}
	return lemma[word.len] ? -1 : 0;
}

static const struct entry *find(const struct entry *table, size_t count, struct pl_str word)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = compare(word, table[middle].lemma);

		if (order == 0)
			return &table[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

/* The word without its last `cut` bytes and with `ending` instead. */
static const struct entry *find_with(const struct entry *table, size_t count, struct pl_str word, size_t cut,
                                     const char *ending)
{
	char form[PL_LEXICON_LONGEST + 8];
	size_t stem = word.len - cut, tail = strlen(ending);

	if (word.len < cut + 2)
		return NULL;
	memcpy(form, word.ptr, stem);
	memcpy(form + stem, ending, tail);
	return find(table, count, (struct pl_str){form, stem + tail});
}

#define ENDS(word, literal) pl_str_ends(word, PL_STR(literal))

/* "publishes", "passes", "undergoes"; not "sites". */
static bool takes_es(struct pl_str word)
{
	return ENDS(word, "shes") || ENDS(word, "ches") || ENDS(word, "sses") || ENDS(word, "xes") ||
	       ENDS(word, "zes") || ENDS(word, "oes");
}

static const struct entry *find_noun(struct pl_str word, bool *plural)
{
	const struct entry *noun = find(nouns, COUNT(nouns), word);

	*plural = false;
	if (noun || word.len < 3 || word.ptr[word.len - 1] != 's')
		return noun;
	*plural = true;
	noun = find_with(nouns, COUNT(nouns), word, 1, "");
	if (!noun && ENDS(word, "ies"))
		noun = find_with(nouns, COUNT(nouns), word, 3, "y");
	if (!noun && takes_es(word))
		noun = find_with(nouns, COUNT(nouns), word, 2, "");
	return noun;
}

/* "planned", "planning": the doubled consonant goes. */
static const struct entry *find_undoubled(struct pl_str word, size_t ending)
{
	size_t stem = word.len - ending;

	if (stem < 3 || word.ptr[stem - 1] != word.ptr[stem - 2])
		return NULL;
	return find_with(verbs, COUNT(verbs), word, ending + 1, "");
}

static const struct entry *find_ending(struct pl_str word, size_t ending)
{
	const struct entry *verb = find_with(verbs, COUNT(verbs), word, ending, "");

	if (!verb)
		verb = find_with(verbs, COUNT(verbs), word, ending, "e");
	return verb ? verb : find_undoubled(word, ending);
}

/* The verb that a table of pairs gives for a form. */
static const struct entry *find_pair(const struct pair *table, size_t count, struct pl_str word)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = compare(word, table[middle].form);

		if (order == 0)
			return find(verbs, COUNT(verbs), pl_str_of(table[middle].lemma));
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

/* "set", "put", "run": base form and participle alike; the place decides, and base is the likelier. */
static const struct entry *find_verb(struct pl_str word, uint8_t *form)
{
	const struct entry *verb = find(verbs, COUNT(verbs), word);

	*form = PL_FORM_BASE;
	if (verb)
		return verb;
	*form = ENDS(word, "ing") ? PL_FORM_ING : ENDS(word, "s") && !ENDS(word, "ss") ? PL_FORM_S : PL_FORM_ED;
	verb = find_pair(irregular, COUNT(irregular), word);
	if (verb)
		return verb;
	if (*form == PL_FORM_ING)
		return find_ending(word, 3);
	if (ENDS(word, "ied") || ENDS(word, "ies"))
		return find_with(verbs, COUNT(verbs), word, 3, "y");
	if (ENDS(word, "ed"))
		return find_ending(word, 2);
	if (*form == PL_FORM_S) {
		verb = find_with(verbs, COUNT(verbs), word, 1, "");
		return verb || !takes_es(word) ? verb : find_with(verbs, COUNT(verbs), word, 2, "");
	}
	return NULL;
}

/* Phrases whose first word is `word`: entries [range[0], range[1]). */
static void find_phrases(struct pl_str word, uint16_t range[2])
{
	size_t low = 0, high = COUNT(phrases);

	while (low < high) { /* the first entry not below the word */
		size_t middle = low + (high - low) / 2;

		if (compare(word, phrases[middle].words) > 0)
			low = middle + 1;
		else
			high = middle;
	}
	range[0] = range[1] = (uint16_t)low;
	while (range[1] < COUNT(phrases)) { /* a space sorts before anything that a longer word goes on with */
		struct pl_str words = pl_str_of(phrases[range[1]].words);

		if (words.len <= word.len || words.ptr[word.len] != ' ' || !pl_str_starts(words, word))
			break;
		range[1]++;
	}
}

struct pl_phrase pl_derive_phrase(size_t index)
{
	const char *rest = strchr(phrases[index].words, ' ') + 1;
	struct pl_phrase phrase = {.words = rest,
	                           .kinds = phrases[index].kinds,
	                           .tag = phrases[index].tag,
	                           .count = 2,
	                           .letters = pl_phrase_letters((struct pl_str){rest, strcspn(rest, " ")})};

	for (const char *c = rest; *c; c++)
		phrase.count = (uint8_t)(phrase.count + (*c == ' '));
	return phrase;
}

static void set_seconds(struct pl_listed *listed)
{
	for (int way = 0; way < 2; way++)
		for (uint16_t i = listed->phrases[way][0]; i < listed->phrases[way][1]; i++) {
			struct pl_phrase phrase = pl_derive_phrase(i);

			if (pl_phrase_begins(&phrase, way))
				listed->seconds |= UINT64_C(1) << phrase.letters;
		}
}

struct pl_listed pl_derive(struct pl_str word, const char **lemma)
{
	struct pl_listed listed = {0};
	struct pl_lexeme *lexeme = &listed.lexeme;
	bool is_plural;
	const struct entry *noun = find_noun(word, &is_plural);
	const struct entry *verb = find_verb(word, &lexeme->form);
	const struct entry *other = find(others, COUNT(others), word);
	const struct entry *nominal = find_pair(nominals, COUNT(nominals), word);
	const struct entry *cue = find(cues, COUNT(cues), word);

	*lemma = verb && find_pair(irregular, COUNT(irregular), word) ? verb->lemma : NULL;
	lexeme->is_plural = is_plural;
	lexeme->is_nominal = nominal != NULL;
	listed.nominal = nominal ? nominal->kinds : 0;
	lexeme->is_noun = noun != NULL || nominal != NULL;
	lexeme->is_verb = verb != NULL;
	lexeme->is_other = other != NULL;
	lexeme->noun = noun ? noun->kinds : 0;
	lexeme->verb = verb ? verb->kinds : 0;
	lexeme->other = other ? other->kinds : 0;
	lexeme->other_tag = other ? other->tag : 0;
	lexeme->cues = cue ? cue->kinds : 0;
	find_phrases(word, listed.phrases[0]);
	if (verb && lexeme->form != PL_FORM_BASE)
		find_phrases(pl_str_of(verb->lemma), listed.phrases[1]);
	set_seconds(&listed);
	return listed;
}

/* ---- the lists themselves ---- */

static const char *word_of(const struct entry *table, size_t count, size_t index)
{
	return index < count ? table[index].lemma : NULL;
}

const char *pl_derive_word(enum pl_list list, size_t index)
{
	switch (list) {
	case PL_LIST_NOUNS:
		return word_of(nouns, COUNT(nouns), index);
	case PL_LIST_VERBS:
		return word_of(verbs, COUNT(verbs), index);
	case PL_LIST_OTHERS:
		return word_of(others, COUNT(others), index);
	case PL_LIST_CUES:
		return word_of(cues, COUNT(cues), index);
	case PL_LIST_IRREGULAR:
		return index < COUNT(irregular) ? irregular[index].form : NULL;
	case PL_LIST_NOMINALS:
		return index < COUNT(nominals) ? nominals[index].form : NULL;
	case PL_LIST_PHRASES:
		return index < COUNT(phrases) ? phrases[index].words : NULL;
	default:
		return NULL;
	}
}

const char *pl_derive_disorder(void)
{
	for (enum pl_list list = 0; list < PL_LISTS; list++)
		for (size_t i = 1; pl_derive_word(list, i); i++)
			if (strcmp(pl_derive_word(list, i - 1), pl_derive_word(list, i)) >= 0)
				return pl_derive_word(list, i);
	return NULL;
}
