/* What the words around a date in a text make of it: a promise, a start, a name, or just a date. */
#include "base/str.h"

#include <planlint/plan.h>

static bool is_one_of(struct pl_str word, const char *const *words)
{
	for (; *words; words++) {
		if (pl_str_equal_fold(word, pl_str_of(*words)))
			return true;
	}
	return false;
}

/* Is the last word before byte `*at` one of `words`? Then `*at` moves to where it begins. */
static bool step_back(struct pl_str text, uint32_t *at, const char *const *words)
{
	uint32_t begin = *at;
	while (begin > 0 && text.ptr[begin - 1] == ' ')
		begin--;
	uint32_t end = begin;
	while (begin > 0 && pl_ascii_is_alpha(text.ptr[begin - 1]))
		begin--;
	if (!is_one_of(pl_str_sub(text, begin, end), words))
		return false;
	*at = begin;
	return true;
}

static bool follows(struct pl_str text, uint32_t at, const char *const *words) { return step_back(text, &at, words); }

static struct pl_str word_behind(struct pl_str text, uint32_t at)
{
	uint32_t begin = at, end;
	while (begin < text.len && text.ptr[begin] == ' ')
		begin++;
	for (end = begin; end < text.len && pl_ascii_is_alpha(text.ptr[end]); end++)
		;
	return pl_str_sub(text, begin, end);
}

/* Over "the end of". */
static uint32_t before_article(struct pl_str text, uint32_t at)
{
	static const char *const words[] = {"the", "end", "of", NULL};
	while (step_back(text, &at, words))
		;
	return at;
}

static bool is_start(struct pl_str text, const struct pl_dated *date)
{
	static const char *const before[] = {"from",  "since",     "starting",  "beginning", "commencing", "starts",
	                                     "after", "following", "effective", "covering",  NULL};
	static const char *const behind[] = {"onward", "onwards", NULL};
	return follows(text, date->lead, before) || follows(text, before_article(text, date->begin), before) ||
	       is_one_of(word_behind(text, date->end), behind);
}

static bool is_promise(struct pl_str text, const struct pl_dated *date)
{
	static const char *const promises[] = {"by", "before", "until", "till", "than", NULL};
	return follows(text, before_article(text, date->begin), promises);
}

static bool is_last(struct pl_str text, const struct pl_dated *date)
{
	for (uint32_t i = date->end; i < text.len; i++) {
		if (!pl_ascii_is_space(text.ptr[i]) && !strchr(".;,)]", text.ptr[i]))
			return false;
	}
	return true;
}

/* "minutes of 8 January": belongs to the word before it. "End of July" was read as the date itself. */
static bool is_named_before(struct pl_str text, const struct pl_dated *date)
{
	static const char *const article[] = {"the", NULL};
	static const char *const before[] = {"of", "dated", "its", "their", NULL};
	uint32_t at = date->lead;
	(void)step_back(text, &at, article);
	return follows(text, at, before);
}

/* Years are what numbers are compared with ("15% down on 2025/26"), seasons what things are called. */
static bool is_year(struct pl_str text, const struct pl_dated *date)
{
	(void)text;
	return date->kind == PL_DUE_YEAR ||
	       (date->kind == PL_DUE_RANGE && date->days.last != PL_NO_DAY && date->days.last - date->days.first > 300);
}

/* "the 3 July audit", "accounts for March in print" */
static bool is_named_behind(struct pl_str text, const struct pl_dated *date)
{
	static const char *const before[] = {"the", "this", "for", NULL};
	static const char *const behind[] = {"and", "with", "to",  "by",   "for",   "in",      "at",    "as",
	                                     "or",  "then", "but", "so",   "on",    "through", "using", "including",
	                                     "via", "when", "if",  "from", "where", NULL};
	struct pl_str next = word_behind(text, date->end);
	return follows(text, date->lead, before) || date->kind == PL_DUE_RANGE ||
	       (next.len > 0 && !is_one_of(next, behind));
}

enum pl_date_role pl_date_role(const struct pl_text *text, const struct pl_dated *date)
{
	static const struct {
		bool (*test)(struct pl_str text, const struct pl_dated *date);
		enum pl_date_role role;
	} roles[] = {
	        {is_start, PL_DATE_START}, {is_promise, PL_DATE_PROMISE}, {is_named_before, PL_DATE_NAME},
	        {is_year, PL_DATE_NAME},   {is_last, PL_DATE_PLAIN},      {is_named_behind, PL_DATE_NAME},
	};
	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
		if (roles[i].test(text->value, date))
			return roles[i].role;
	}
	return PL_DATE_PLAIN;
}

/* "year end", "end of the financial year": one of the phrases, each in lower case, stands around the "year" at a byte.
 */
static bool is_year_end(struct pl_str text, size_t year)
{
	static const char *const behind[] = {" end", "-end"};
	static const char *const before[] = {"end of ", "end of the ", "end of the financial "};
	struct pl_str left = pl_str_sub(text, 0, year), right = pl_str_sub(text, year + strlen("year"), text.len);

	for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
		if (pl_str_equal_fold(pl_str_sub(right, 0, strlen(behind[i])), pl_str_of(behind[i])))
			return true;
	for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
		size_t length = strlen(before[i]);

		if (left.len >= length &&
		    pl_str_equal_fold(pl_str_sub(left, left.len - length, left.len), pl_str_of(before[i])))
			return true;
	}
	return false;
}

bool pl_names_year_end(struct pl_str text)
{
	for (size_t at = 0; at + strlen("year") <= text.len; at++)
		if (pl_ascii_lower(text.ptr[at]) == 'y' &&
		    pl_str_equal_fold(pl_str_sub(text, at, at + strlen("year")), PL_STR("year")) &&
		    is_year_end(text, at))
			return true;
	return false;
}
