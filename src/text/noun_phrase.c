/* Finds noun phrases by the parts of speech of their words. */
#include "text/noun_phrase.h"

static bool is_part(const struct pl_draft *draft, uint32_t i)
{
	switch (draft->words[i].tag) {
	case PL_TAG_NOUN:
	case PL_TAG_NAME:
	case PL_TAG_ADJECTIVE:
	case PL_TAG_DETERMINER:
	case PL_TAG_NUMBER:
	case PL_TAG_ADVERB:
	case PL_TAG_PRONOUN:
		return true;
	default:
		return pl_draft_is_quote(draft, i) || pl_draft_is_mark(draft, i, "/");
	}
}

static bool is_noun(const struct pl_draft *draft, uint32_t i)
{
	return pl_draft_is_tag(draft, i, PL_TAG_NOUN) || pl_draft_is_tag(draft, i, PL_TAG_NAME) ||
	       pl_draft_is_tag(draft, i, PL_TAG_PRONOUN);
}

/* "The board's": says whose the head is, and is none. */
static bool is_possessive(const struct pl_draft *draft, uint32_t i)
{
	struct pl_str written = pl_str_sub(draft->value, draft->words[i].begin, draft->words[i].end);

	if (draft->written[i]->is_listed)
		return false; /* nearly always */
	return pl_str_ends(written, PL_STR("'s")) || pl_str_ends(written, PL_STR("\xE2\x80\x99s"));
}

/* Does a list go on at `i` (a comma, slash or "and") with another noun phrase? Then the first word of it. */
static uint32_t list_goes_on(const struct pl_draft *draft, uint32_t i, uint32_t end)
{
	uint32_t next;

	if (!pl_draft_is_tag(draft, i, PL_TAG_AND) && !pl_draft_is_mark(draft, i, ",/"))
		return PL_NO_WORD;
	next = pl_draft_step(draft, i + 1, end);
	if (next < end && pl_draft_is_tag(draft, next, PL_TAG_AND))
		next = pl_draft_step(draft, next + 1, end);
	return next < end && is_part(draft, next) ? next : PL_NO_WORD;
}

struct scan {
	const struct pl_draft *draft;
	struct pl_noun_phrase phrase;
	uint32_t last; /* the last noun; PL_NO_WORD */
	bool listed;   /* another phrase has followed the one with the head */
	bool quoted;   /* between quotation marks: a title, in which anything may stand */
};

/* False where the phrase ends before the word. */
static bool take_part(struct scan *scan, uint32_t i)
{
	const struct pl_draft *draft = scan->draft;
	const struct pl_word *word = &draft->words[i];

	scan->quoted ^= pl_draft_is_quote(draft, i);
	if (scan->last != PL_NO_WORD && word->tag == PL_TAG_DETERMINER && !scan->listed && !scan->quoted)
		return false; /* "four meetings a year" */
	if (scan->last != PL_NO_WORD && (word->kinds & PL_KIND(DONE)))
		return false; /* "drone unit operational" */
	if (is_noun(draft, i)) {
		scan->last = i;
		if (!scan->listed && !is_possessive(draft, i))
			scan->phrase.head = i;
	}
	scan->phrase.end = i + (word->length ? word->length : 1);
	return true;
}

/* "A range of leaflets", "the final draft of the plan": the head is behind "of". */
static bool take_of(struct scan *scan, uint32_t i)
{
	uint32_t head = scan->phrase.head;

	if (!pl_draft_is_word(scan->draft, i, "of") ||
	    (head != PL_NO_WORD && !pl_draft_is_cue(scan->draft, head, PL_CUE(CONTAINER))))
		return false;
	scan->phrase.end = i + 1;
	scan->last = PL_NO_WORD;
	return true;
}

/* "The 2020 to 2023 plan". */
static bool is_between_numbers(const struct scan *scan, uint32_t i)
{
	return scan->phrase.head == PL_NO_WORD && pl_draft_is_word(scan->draft, i, "to") && i > scan->phrase.begin &&
	       pl_draft_is_tag(scan->draft, i - 1, PL_TAG_NUMBER) && pl_draft_is_tag(scan->draft, i + 1, PL_TAG_NUMBER);
}

static void take_words(struct scan *scan, uint32_t end)
{
	const struct pl_draft *draft = scan->draft;

	for (uint32_t i = pl_draft_step(draft, scan->phrase.begin, end); i < end;
	     i = pl_draft_step(draft, i + 1, end)) {
		uint32_t next;

		if (is_part(draft, i)) {
			if (!take_part(scan, i))
				return;
			continue;
		}
		if (take_of(scan, i) || is_between_numbers(scan, i))
			continue;
		next = list_goes_on(draft, i, end);
		if (next == PL_NO_WORD)
			return;
		scan->listed = scan->phrase.head != PL_NO_WORD; /* "a small or large hall" is no list yet */
		i = next - 1;
	}
}

struct pl_noun_phrase pl_draft_noun_phrase(const struct pl_draft *draft, uint32_t from, uint32_t end)
{
	static const uint64_t telling = PL_KIND(EVENT) | PL_KIND(DOCUMENT) | PL_KIND(STUDY) | PL_KIND(REPORTING) |
	                                PL_KIND(GROUP) | PL_KIND(BODY) | PL_KIND(DECISION) | PL_KIND(DATA);
	struct scan scan = {.draft = draft, .phrase = {PL_NO_WORD, from, from}, .last = PL_NO_WORD};

	take_words(&scan, end);
	/* "Jobs and childcare summit": what is named last is what it is */
	if (scan.listed && scan.last != PL_NO_WORD && (draft->words[scan.last].kinds & telling) &&
	    !(draft->words[scan.phrase.head].kinds & (telling | PL_KIND(ASSET))))
		scan.phrase.head = scan.last;
	return scan.phrase;
}
