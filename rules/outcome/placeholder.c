/* placeholder: words that only keep a place for something that the author has still to fill in. */
#include <planlint/rule.h>

#include <string.h>
#include <strings.h>

struct patterns {
	const struct pl_pattern *marks;   /* nobody writes these in earnest */
	const struct pl_pattern *phrases; /* what a comment may well say about the state of affairs */
};

#define MARKS                                                                                                          \
	"\\bt\\.?b\\.?[acd]\\b|\\?{2,}|lorem ipsum|(?-i:\\bTODO\\b)|_{3,}|\\bdd/mm/yy"                                 \
	"|[£$€]\\s?x+(?:\\s?(?:k|m|bn))?\\b|\\bx{2,}(?=%)"                                                          \
	"|(?<![\\w&-])(?<!part |type |class |section |article |chapter |schedule |appendix |volume )x{2,}(?![\\w&-])"  \
	"|[\\[<](?:insert|enter|add|type|name|date|amount|number|text)\\b[^\\]>\\n]{0,60}[\\]>]"

/* "confirmed by the funder" is a milestone, "to be confirmed" a gap */
#define PHRASES                                                                                                        \
	"\\bto be (?:confirmed|announced|advised|determined)\\b(?!\\s+(?:by|with|in|at|through|following)\\b)"         \
	"|\\b(?:date|detail|venue|time|timing|timescale|name|figure|amount|cost|lead|officer|target|number|meeting|"   \
	"workshop|w/shop|visit|event|session)s?"                                                                       \
	" (?:(?:are|is|yet|still) )*to be (?:agreed|decided|set|fixed|finalised|identified|arranged)\\b(?!\\s+by\\b)"

static enum pl_status prepare(struct pl_ctx *ctx, void *prepared)
{
	struct patterns *patterns = prepared;
	patterns->marks = pl_pattern_of(ctx, MARKS);
	patterns->phrases = pl_pattern_of(ctx, PHRASES);
	return PL_OK;
}

/* TBC may be the name of a council: then the plan's own list of acronyms says so. */
static bool is_explained(const struct pl_plan *plan, struct pl_str words)
{
	for (size_t i = 0; i < plan->acronym_count; i++) {
		struct pl_str letters = plan->acronyms[i].letters;
		if (letters.len == words.len && strncasecmp(letters.ptr, words.ptr, words.len) == 0)
			return true;
	}
	return false;
}

/* A currency sign, in bytes, before the x: "£x", "$ xk". */
static bool is_sum(struct pl_str text, size_t x)
{
	if (x > 0 && text.ptr[x - 1] == ' ')
		x--;
	return x > 0 && (text.ptr[x - 1] == '$' || (unsigned char)text.ptr[x - 1] >= 0x80);
}

/* Could a mark begin at this byte? */
static bool may_begin(struct pl_str text, size_t i)
{
	char c = (char)(text.ptr[i] | ' '), next = i + 1 < text.len ? (char)(text.ptr[i + 1] | ' ') : '\0';

	switch (text.ptr[i]) {
	case '_':
	case '[':
	case '<':
		return true;
	case '?':
		return next == '?';
	case 'T':
	case 't': /* tbc, t.b.c., TODO */
		return next == 'b' || next == '.' || (text.ptr[i] == 'T' && next == 'o');
	case 'L':
	case 'l': /* lorem */
		return next == 'o' && i + 2 < text.len && (text.ptr[i + 2] | ' ') == 'r';
	case 'X':
	case 'x':
		return next == c || is_sum(text, i);
	case 'D':
	case 'd': /* dd/mm */
		return next == c;
	default:
		return false;
	}
}

/* Looking for what no mark goes without costs a fiftieth of searching for the patterns, and nearly no text has it. */
static bool may_have_marks(struct pl_str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (may_begin(text, i))
			return true;
	return false;
}

/* The same for the phrases: all of them have "to be ". */
static bool may_have_phrases(struct pl_str text)
{
	for (size_t i = 5; i < text.len; i++)
		if (text.ptr[i] == ' ' && (text.ptr[i - 2] | ' ') == 'b' &&
		    strncasecmp(text.ptr + i - 5, "to be", 5) == 0)
			return true;
	return false;
}

static bool find(struct pl_ctx *ctx, const struct pl_pattern *pattern, const struct pl_text *text, struct pl_part *part)
{
	uint32_t from = 0;
	part->text = text;
	while (pl_pattern_find(ctx, pattern, text->value, from, &part->begin, &part->end)) {
		struct pl_str words = {text->value.ptr + part->begin, part->end - part->begin};
		if (!is_explained(pl_ctx_plan(ctx), words))
			return true;
		from = part->end;
	}
	return false;
}

static void check_text(void *data, const struct pl_item *item, const struct pl_text *text, enum pl_seen seen)
{
	struct pl_ctx *ctx = data;
	const struct patterns *patterns = pl_prepared(ctx);
	struct pl_part part;
	bool marked = may_have_marks(text->value) && find(ctx, patterns->marks, text, &part);
	if (!marked &&
	    (seen == PL_SEEN_COMMENT || !may_have_phrases(text->value) || !find(ctx, patterns->phrases, text, &part)))
		return;
	pl_report(ctx, &(struct pl_report){
	                       .item = item,
	                       .part = part,
	                       .message = pl_print(ctx, "\"%.*s\" stands for something that is still missing",
	                                           (int)(part.end - part.begin), text->value.ptr + part.begin),
	               });
}

static void check_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	(void)plan;
	pl_visit_marked(ctx, PL_MARK_GAP, &(struct pl_text_visitor){.text = check_text, .data = ctx});
}

const struct pl_rule pl_rule_placeholder = {
        .id = "placeholder",
        .module = "outcome",
        .since = "1.0",
        .summary = "tbc, \"to be confirmed\", ??, xx or TODO in a text",
        .why = "A plan with gaps in it gets approved with gaps in it, and then nobody goes back. Every text that a "
               "reader sees is looked at, names and comments included; dates, percentages and statuses have rules of "
               "their own. \"To be confirmed by the funder\" is a step and no gap, a comment may say that something "
               "is to be agreed, and TBC is fine where the plan's acronyms explain it.",
        .advice = "Fill it in, or say who will decide it and by when",
        .bad = "plan: {title: Market towns plan, period: 2010/11}\n"
               "key_actions:\n"
               "  - title: Keep shops open\n"
               "    milestones:\n"
               "      - {text: Grants of £xx paid to 20 shops, due: Q3}\n",
        .good = "plan: {title: Market towns plan, period: 2010/11}\n"
                "key_actions:\n"
                "  - title: Keep shops open\n"
                "    milestones:\n"
                "      - {text: Grants of £1500 paid to 20 shops, due: Q3}\n",
        .severity = PL_WARNING,
        .confidence = PL_HIGH,
        .prepared_size = sizeof(struct patterns),
        .prepare = prepare,
        .on_plan = check_plan,
};
