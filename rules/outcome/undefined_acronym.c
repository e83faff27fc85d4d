/* undefined-acronym: letters that the plan uses for a name and explains nowhere. */
#include <planlint/rule.h>

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const struct pl_option options[] = {
        {"known", PL_OPTION_LIST,
         "A&E,AGM,AIDS,AM,API,ASAP,BA,BBC,BS,BSc,BTEC,CAD,CCTV,CD,CEO,CSV,CV,DIY,DNA,DVD,DVLA,EC,EN,EU,FAQ,FM,FOI,FY,GBP,GCSE,GDPR,GIS,"
         "GMT,GP,GPS,HGV,HIV,HM,HMRC,HQ,HR,HTML,ICT,ID,IQ,ISO,IT,ITV,JPEG,KPI,LED,MA,MOT,MP,MEP,MSc,NATO,NHS,NSPCC,NVQ,OAP,OK,"
         "PA,PAYE,PC,PDF,PE,PIN,PM,PO,PR,RAG,RSPCA,SMART,SME,SMS,TV,UK,UN,UNESCO,UNICEF,URL,US,USA,USB,VAT,VIP,WC,XML,YMCA",
         0, 0,
         "acronyms that every reader knows; what is given takes their place, and `vocabulary: acronyms` in the "
         "configuration adds to them"},
        {.name = NULL},
};

struct known {
	const struct pl_str *items;
	size_t count;
};

static enum pl_status prepare(struct pl_ctx *ctx, void *prepared)
{
	size_t count = pl_option_count(ctx, 0);
	struct pl_str *items = pl_alloc(ctx, count, sizeof *items);
	for (size_t i = 0; i < count; i++)
		items[i] = pl_option_entry(ctx, 0, i);
	*(struct known *)prepared = (struct known){items, count};
	return PL_OK;
}

/* ---- one use of an acronym ----------------------------------------------------------------------------------------
 */

struct use {
	struct pl_str letters; /* without the s of a plural */
	const struct pl_item *item;
	struct pl_part part;
	bool explained;
	bool is_person; /* "JK to circulate": somebody's initials */
};

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c; }

/* ---- all of them --------------------------------------------------------------------------------------------------
 */

struct uses {
	struct use *items; /* NULL while they are only counted */
	size_t count;
};

/* Two letters that open a text and are to do something: action logs name people so. */
static bool is_person(struct pl_str text, const struct pl_acronym_use *use)
{
	static const char *const words[] = {" to ", " and ", " & ", "/"};
	for (size_t i = 0; use->begin == 0 && use->letters.len == 2 && i < sizeof words / sizeof *words; i++) {
		size_t length = strlen(words[i]);
		if (use->end + length <= text.len && memcmp(text.ptr + use->end, words[i], length) == 0)
			return true;
	}
	return false;
}

static void look_at(void *data, const struct pl_item *item, const struct pl_text *text, enum pl_seen seen)
{
	struct uses *uses = data;
	struct pl_acronym_use found;
	/* officers sign with their initials */
	if (seen == PL_SEEN_PERSON)
		return;
	for (uint32_t from = 0; pl_acronym_next(text->value, from, &found); from = found.end) {
		if (uses->items)
			uses->items[uses->count] = (struct use){found.letters,
			                                        item,
			                                        {text, found.begin, found.end},
			                                        found.explained,
			                                        is_person(text->value, &found)};
		uses->count++;
	}
}

static int compare(const void *left, const void *right)
{
	const struct use *a = left, *b = right;
	size_t shorter = a->letters.len < b->letters.len ? a->letters.len : b->letters.len;
	int order = memcmp(a->letters.ptr, b->letters.ptr, shorter);
	if (order == 0)
		order = (a->letters.len > b->letters.len) - (a->letters.len < b->letters.len);
	if (order == 0)
		order = (a->part.text->span.begin > b->part.text->span.begin) -
		        (a->part.text->span.begin < b->part.text->span.begin);
	return order ? order : (a->part.begin > b->part.begin) - (a->part.begin < b->part.begin);
}

static bool same_letters(struct pl_str a, struct pl_str b)
{
	return a.len == b.len && strncasecmp(a.ptr, b.ptr, a.len) == 0;
}

/* LSPS in the plan's list explains LSPs. */
static bool is_listed(const struct pl_plan *plan, struct pl_str letters)
{
	for (size_t i = 0; i < plan->acronym_count; i++) {
		struct pl_str entry = plan->acronyms[i].letters;
		if (entry.len == letters.len + 1 && lower(entry.ptr[letters.len]) == 's')
			entry.len--;
		if (plan->acronyms[i].meaning && same_letters(entry, letters))
			return true;
	}
	return false;
}

/* A council may call itself by its initials in its own plan. */
static bool is_organisation(const struct pl_plan *plan, struct pl_str letters)
{
	size_t matched = 0;
	if (!plan->organisation)
		return false;
	struct pl_str name = plan->organisation->value;
	for (size_t i = 0; i < name.len; i++) {
		bool capital = name.ptr[i] >= 'A' && name.ptr[i] <= 'Z';
		if (!capital || (i > 0 && name.ptr[i - 1] != ' '))
			continue;
		if (matched == letters.len || name.ptr[i] != letters.ptr[matched])
			return false;
		matched++;
	}
	return matched == letters.len;
}

static bool is_known(struct pl_ctx *ctx, struct pl_str letters)
{
	const struct known *known = pl_prepared(ctx);
	for (size_t i = 0; i < known->count; i++) {
		if (same_letters(known->items[i], letters))
			return true;
	}
	return is_listed(pl_ctx_plan(ctx), letters) || is_organisation(pl_ctx_plan(ctx), letters);
}

static void check_group(struct pl_ctx *ctx, const struct use *uses, size_t count)
{
	struct pl_str letters = uses->letters;
	for (size_t i = 0; i < count; i++) {
		if (uses[i].explained || uses[i].is_person)
			return;
	}
	if (is_known(ctx, letters))
		return;
	pl_report(ctx, &(struct pl_report){
	                       .item = uses->item,
	                       .part = uses->part,
	                       .message = pl_print(ctx, "%.*s is explained nowhere in the plan, and used %s",
	                                           (int)letters.len, letters.ptr,
	                                           count == 1   ? "once"
	                                           : count == 2 ? "twice"
	                                                        : pl_print(ctx, "%zu times", count)),
	               });
}

static void check_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	struct uses uses = {NULL, 0};
	struct pl_text_visitor visitor = {.text = look_at, .data = &uses};
	size_t end;
	(void)plan;
	pl_visit_marked(ctx, PL_MARK_ACRONYM, &visitor);
	if (uses.count == 0)
		return;
	uses.items = pl_alloc(ctx, uses.count, sizeof *uses.items);
	uses.count = 0;
	pl_visit_marked(ctx, PL_MARK_ACRONYM, &visitor);
	qsort(uses.items, uses.count, sizeof *uses.items, compare);
	for (size_t begin = 0; begin < uses.count; begin = end) {
		for (end = begin + 1; end < uses.count; end++) {
			if (uses.items[end].letters.len != uses.items[begin].letters.len ||
			    !same_letters(uses.items[end].letters, uses.items[begin].letters))
				break;
		}
		check_group(ctx, uses.items + begin, end - begin);
	}
}

const struct pl_rule pl_rule_undefined_acronym = {
        .id = "undefined-acronym",
        .module = "outcome",
        .since = "1.0",
        .summary = "an acronym that the plan explains nowhere",
        .why = "A plan is read by councillors, partners and residents who don't share the service's short names. Each "
               "acronym is named once, at its first use, unless the plan explains it somewhere: under acronyms, as in "
               "\"audit and inspection body (AIB)\" or the other way round. Those that every reader knows, initials "
               "of officers and the organisation's own are left alone.",
        .advice = "Write it out at its first use with the letters in brackets, or add it to the plan's acronyms",
        .bad = "plan: {title: Health plan, period: 2010/11}\n"
               "key_actions:\n"
               "  - title: Healthier schools\n"
               "    milestones:\n"
               "      - {text: NHSS status held by 12 schools, due: Q3}\n",
        .good = "plan: {title: Health plan, period: 2010/11}\n"
                "key_actions:\n"
                "  - title: Healthier schools\n"
                "    milestones:\n"
                "      - {text: National Healthy Schools Status (NHSS) held by 12 schools, due: Q3}\n",
        .severity = PL_INFO,
        .confidence = PL_MEDIUM,
        .options = options,
        .prepared_size = sizeof(struct known),
        .prepare = prepare,
        .on_plan = check_plan,
};
