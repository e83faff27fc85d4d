/* What is no substance of a milestone: numbering in front, dates, placeholders. */
#include "text/draft.h"

/* "March 2008 and ongoing": the date goes, what it says about an end stays. */
static bool says_repeated(const struct pl_draft *draft, uint32_t i)
{
	return draft->written[i]->lexeme.other & PL_KIND(REPEATED);
}

/* Closing punctuation stays: a comma joins or parts what is left. */
static void set_word_outside(struct pl_draft *draft, uint32_t i, uint8_t flags)
{
	if (!says_repeated(draft, i) && !pl_draft_is_mark(draft, i, ",;."))
		draft->words[i].flags |= (uint8_t)(PL_WORD_OUTSIDE | flags);
}

static void set_outside(struct pl_draft *draft, uint32_t begin, uint32_t end, uint8_t flags)
{
	for (uint32_t i = 0; i < draft->count && draft->words[i].begin < end; i++)
		if (draft->words[i].end > begin)
			set_word_outside(draft, i, flags);
}

/* "1. ", "2.3 ", "a) ", "(iv) ", "M1: ", bullets. A number with nothing behind it ("6 workshops") is no numbering. */
static uint32_t numbering_end(struct pl_str text)
{
	size_t at = 0, letters = 0, digits = 0;
	bool open;

	while (at < text.len && (text.ptr[at] == '*' || text.ptr[at] == '-' || text.ptr[at] == '>'))
		at++;
	if (at)
		return at < text.len && text.ptr[at] == ' ' ? (uint32_t)at : 0;
	open = text.len && text.ptr[0] == '(';
	at += open;
	for (; at < text.len && pl_ascii_is_alpha(text.ptr[at]) && letters < 4; at++)
		letters++;
	for (; at < text.len &&
	       (pl_ascii_is_digit(text.ptr[at]) ||
	        (digits && text.ptr[at] == '.' && at + 1 < text.len && pl_ascii_is_digit(text.ptr[at + 1])));
	     at++)
		digits++;
	if ((!letters && !digits) || (letters > 1 && !digits && !open))
		return 0;
	if (at < text.len && (text.ptr[at] == ')' || (!open && (text.ptr[at] == '.' || text.ptr[at] == ':'))) &&
	    at + 1 < text.len && text.ptr[at + 1] == ' ')
		return (uint32_t)at + 1;
	return 0;
}

static void set_dates(struct pl_draft *draft)
{
	for (uint32_t i = 0; i < draft->date_count; i++) {
		set_outside(draft, draft->dates[i].begin, draft->dates[i].end, PL_WORD_DATE);
		set_outside(draft, draft->dates[i].lead, draft->dates[i].tail, 0);
	}
}

static void set_placeholders(struct pl_draft *draft)
{
	if (!(draft->kinds & PL_KIND(PLACEHOLDER)))
		return;
	for (uint32_t i = 0; i < draft->count; i++) {
		const struct pl_word *word = &draft->words[i];
		uint64_t kinds = word->kinds | draft->written[i]->lexeme.other;

		for (uint32_t k = i; (kinds & PL_KIND(PLACEHOLDER)) && k < i + word->length; k++)
			set_word_outside(draft, k, 0);
	}
}

void pl_text_set_outside(struct pl_draft *draft)
{
	set_outside(draft, 0, numbering_end(draft->value), 0);
	set_dates(draft);
	set_placeholders(draft);
}
