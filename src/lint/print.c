/* Words for days, deadlines and items in messages. */
#include "base/str.h"
#include "base/utf8.h"
#include "plan/due.h"

#include <planlint/rule.h>

const char *pl_print_day(struct pl_ctx *ctx, pl_day day)
{
	struct pl_civil civil = pl_day_civil(day);

	return pl_print(ctx, "%d %s %d", civil.day, pl_month_names[civil.month - 1], (int)civil.year);
}

/* The financial year of a day by its first calendar year, and the months since it began. */
struct in_year {
	int year;
	int months;
	bool is_calendar; /* the financial year is the calendar year */
};

static struct in_year place_in_year(const struct pl_plan *plan, pl_day day)
{
	struct pl_civil civil = pl_day_civil(day);
	int start_month = (int)plan->year_start / 100, start_day = (int)plan->year_start % 100;
	int passed = civil.month - start_month - (civil.day < start_day);

	return (struct in_year){.year = (int)civil.year - (passed < 0),
	                        .months = passed < 0 ? passed + 12 : passed,
	                        .is_calendar = plan->year_start == 101};
}

static const char *print_year(struct pl_ctx *ctx, pl_day first)
{
	struct in_year at = place_in_year(pl_ctx_plan(ctx), first);

	return at.is_calendar ? pl_print(ctx, "%d", at.year) : pl_print(ctx, "%d/%02d", at.year, (at.year + 1) % 100);
}

const char *pl_print_month(struct pl_ctx *ctx, pl_day day)
{
	struct pl_civil civil = pl_day_civil(day);

	return pl_print(ctx, "%s %d", pl_month_names[civil.month - 1], (int)civil.year);
}

static const char *print_quarter(struct pl_ctx *ctx, pl_day first)
{
	int quarter = place_in_year(pl_ctx_plan(ctx), first).months / 3 + 1;

	return pl_print(ctx, "Q%d %s", quarter, print_year(ctx, first));
}

const char *pl_print_due(struct pl_ctx *ctx, const struct pl_due *due)
{
	if (due->days.first != PL_NO_DAY) {
		switch (due->kind) {
		case PL_DUE_DAY:
		case PL_DUE_LIST: /* the last date counts */
			return pl_print_day(ctx, due->days.last);
		case PL_DUE_MONTH:
			return pl_print_month(ctx, due->days.first);
		case PL_DUE_QUARTER:
			return print_quarter(ctx, due->days.first);
		case PL_DUE_YEAR:
			return print_year(ctx, due->days.first);
		default:
			break;
		}
	}
	return due->text ? pl_print(ctx, "\"%.*s\"", PL_TEXT_ARG(due->text)) : "no date";
}

const char *pl_print_deadline(struct pl_ctx *ctx, const struct pl_due *due)
{
	const char *words = pl_print_due(ctx, due);

	if (due->kind != PL_DUE_RANGE || due->days.last == PL_NO_DAY)
		return words;
	return pl_print(ctx, "%s (%s)", pl_print_day(ctx, due->days.last), words);
}

enum { TITLE_COLUMNS = 40 };

/* The bytes that fit, up to the end of a word; all of them where the text is short. */
static size_t fitting(struct pl_str text)
{
	size_t at = 0, word = 0;

	for (int columns = 0; at < text.len;) {
		size_t before = at;
		uint32_t code = pl_utf8_next(text, &at);

		if (code == ' ')
			word = before;
		columns += pl_utf8_width(code);
		if (columns > TITLE_COLUMNS)
			return word ? word : before;
	}
	return text.len;
}

const char *pl_print_item(struct pl_ctx *ctx, const struct pl_item *item)
{
	static const char *const kinds[] = {[PL_ITEM_PLAN] = "the plan",
	                                    [PL_ITEM_THEME] = "a theme",
	                                    [PL_ITEM_OBJECTIVE] = "an objective",
	                                    [PL_ITEM_ACTION] = "a key action",
	                                    [PL_ITEM_MILESTONE] = "a milestone",
	                                    [PL_ITEM_TARGET] = "a target",
	                                    [PL_ITEM_ACHIEVEMENT] = "an achievement",
	                                    [PL_ITEM_PRIORITY] = "a priority"};
	size_t length;

	if (item->ref)
		return pl_print(ctx, "%.*s", PL_TEXT_ARG(item->ref));
	if (!item->title)
		return kinds[item->kind];
	length = fitting(item->title->value);
	return pl_print(ctx, "\"%.*s%s\"", (int)length, item->title->value.ptr,
	                length < item->title->value.len ? " …" : "");
}
