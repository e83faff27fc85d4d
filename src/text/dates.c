/* Finds the dates in a text, from what its words are to a date; few texts are cut anew for them. */
#include "text/draft.h"

#include "plan/date_token.h"

enum { MOST_DATES = 32 };

/* "30 June 2010", and "21 Jan" too, whether or not there is a period to tell the year. */
static bool names_day(struct pl_str text, const struct pl_dated *date)
{
	size_t digits = 0, letters = 0;

	if (date->kind == PL_DUE_DAY || (date->days.first == date->days.last && date->days.first != PL_NO_DAY))
		return true;
	for (uint32_t i = date->begin; i < date->end; i++) {
		digits += pl_ascii_is_digit(text.ptr[i]);
		letters += pl_ascii_is_alpha(text.ptr[i]);
	}
	return date->days.first == PL_NO_DAY && letters && (digits == 1 || digits == 2);
}

/* The text's tokens; PL_DATE_ROOM where there are as many or more. */
static size_t gather(const struct pl_draft *draft, struct pl_date_token tokens[PL_DATE_ROOM + 1])
{
	size_t count = 0;

	for (uint32_t i = 0; i < draft->count; i++) {
		const struct pl_word *word = &draft->words[i];
		const struct pl_written *written = draft->written[i];
		size_t first = count;

		if (count + written->date_token_count + 1 > PL_DATE_ROOM)
			return PL_DATE_ROOM;
		if (written == &pl_written_none)
			tokens[count++] = (struct pl_date_token){.end = word->end - word->begin,
			                                         .kind = pl_date_sign(draft->value.ptr[word->begin])};
		for (size_t k = 0; k < written->date_token_count; k++)
			tokens[count++] = written->date_tokens[k];
		tokens[first].spaced = (word->flags & PL_WORD_GAP) != 0;
		for (size_t k = first; k < count; k++) {
			tokens[k].begin += word->begin;
			tokens[k].end += word->begin;
		}
	}
	tokens[count] = (struct pl_date_token){
	        .begin = (uint32_t)draft->value.len, .end = (uint32_t)draft->value.len, .spaced = true};
	return count;
}

static size_t scan(const struct pl_draft *draft, struct pl_dated dates[MOST_DATES])
{
	const struct pl_calendar *calendar = &draft->setting->calendar;
	struct pl_date_token tokens[PL_DATE_ROOM + 1];
	size_t count = draft->is_open ? PL_DATE_ROOM : gather(draft, tokens);

	if (count == PL_DATE_ROOM)
		return pl_due_scan(draft->value, calendar, dates, MOST_DATES);
	return pl_due_scan_tokens(tokens, count, calendar, dates, MOST_DATES);
}

void pl_text_find_dates(struct pl_draft *draft)
{
	struct pl_dated dates[MOST_DATES];

	if (!draft->tells_day || (!(draft->cues & PL_CUE(NUMERAL)) && !pl_date_possible(draft->value)))
		return;
	draft->date_count = (uint32_t)scan(draft, dates);
	if (!draft->date_count)
		return;
	draft->dates = memcpy(PL_MAKE_ARRAY(draft->arena, draft->date_count, struct pl_dated), dates,
	                      draft->date_count * sizeof *dates);
	for (uint32_t i = 0; i < draft->date_count; i++)
		draft->day_count += names_day(draft->value, &dates[i]);
}
