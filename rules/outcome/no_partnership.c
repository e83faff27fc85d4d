/* no-partnership: a key action that works with partners and names none, or that stands alone where the others don't. */
#include <planlint/rule.h>

#include <string.h>
#include <strings.h>

/* Together with somebody, who goes unnamed. */
static const char CLAIMS[] =
        "jointly|in partnership|multi agency|interagency|with partners|with our "
        "partners|with all partners|with key partners|with local partners|with other partners|with relevant "
        "partners|with partner organisations|with partner agencies|with other agencies|with relevant agencies|with "
        "other organisations|with stakeholders|with key stakeholders|by partners|partners to|our partners|"
        "joint working|partnership working|partnership approach|partner organisations|partner agencies";

static enum pl_status prepare(struct pl_ctx *ctx, void *prepared)
{
	struct pl_str claims = {CLAIMS, sizeof CLAIMS - 1};
	*(const struct pl_phrases **)prepared = pl_phrases_compile(ctx, &claims, 1);
	return PL_OK;
}

/* Who may be asked to do something: "by the police", "through schools", but not "by bus". */
static const uint64_t SOMEBODY = PL_KIND(PEOPLE) | PL_KIND(GROUP) | PL_KIND(BODY) | PL_KIND(OUTSIDE);

/* Which words may bring in a partner: after "with" it can be any noun. */
static bool is_link(const struct pl_reading *reading, uint32_t word, bool *any_noun)
{
	static const struct {
		const char *word;
		bool any_noun;
	} links[] = {{"with", true}, {"between", true}, {"including", true}, {"by", false}, {"through", false}};
	for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
		*any_noun = links[i].any_noun;
		if (pl_word_is(reading, word, links[i].word))
			return true;
	}
	return false;
}

/* Words that stand for any partner at all. */
static bool is_anybody(const struct pl_reading *reading, uint32_t word)
{
	static const char *const words[] = {
	        "partner",  "partners",    "partnership",  "partnerships", "agency",        "agencies",
	        "others",   "stakeholder", "stakeholders", "organisation", "organisations", "bodies",
	        "services", "key",         "relevant",     "local",        "all",           "our",
	        "other",    "the",         "external",     "strategic",    "appropriate",   "a",
	        "range",    "of",          "and",          "their",        "its",           "working",
	        NULL};

	return pl_word_is_any(reading, word, words);
}

static bool is_noun(const struct pl_word *word)
{
	return (word->tag == PL_TAG_NOUN || word->tag == PL_TAG_ADJECTIVE || word->tag == PL_TAG_NAME) &&
	       !(word->flags & PL_WORD_DATE);
}

/* Is it a partner of whom the words from `next` on speak? "by parish councils" */
static bool is_somebody(const struct pl_reading *reading, uint32_t next, bool any_noun)
{
	if (any_noun)
		return next < reading->word_count && is_noun(&reading->words[next]);
	for (; next < reading->word_count && is_noun(&reading->words[next]); next++) {
		if (reading->words[next].tag == PL_TAG_NAME || (reading->words[next].kinds & SOMEBODY))
			return true;
	}
	return false;
}

/* "with the police", "between schools and the college", "by Anytown Trust". */
static bool names_partner(struct pl_ctx *ctx, const struct pl_text *text)
{
	if (!text)
		return false;
	const struct pl_reading *reading = pl_read_words(ctx, text);
	for (uint32_t i = 0; i < reading->word_count; i++) {
		bool any_noun;
		uint32_t next = i + 1;
		if (!is_link(reading, i, &any_noun))
			continue;
		while (next < reading->word_count && is_anybody(reading, next))
			next++;
		if (is_somebody(reading, next, any_noun))
			return true;
	}
	return false;
}

static bool is_named(struct pl_ctx *ctx, const struct pl_action *action)
{
	if (action->partners.count > 0 || names_partner(ctx, action->item.title) ||
	    names_partner(ctx, action->expected_outcome) || names_partner(ctx, action->resources) ||
	    (action->objective && names_partner(ctx, action->objective->title)))
		return true;
	for (size_t i = 0; i < action->milestone_count; i++) {
		if (names_partner(ctx, action->milestones[i]->item.title))
			return true;
	}
	return false;
}

/* Does a part of a word begin at this byte that every claim has in it: joint, agencies, organisations, partners,
 * stakeholders? */
static bool is_of_claim(const char *at, size_t left)
{
	static const char *const parts[] = {"joint", "genc", "gani", "partn", "kehol"};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		size_t length = strlen(parts[i]);
		if (left >= length && strncasecmp(at, parts[i], length) == 0)
			return true;
	}
	return false;
}

/* Outcomes are long, and other rules leave most of them unread: what can't claim anything need not be read here. */
static bool may_claim(struct pl_str text)
{
	static const bool begins[256] = {['j'] = true, ['g'] = true, ['p'] = true, ['k'] = true,
	                                 ['J'] = true, ['G'] = true, ['P'] = true, ['K'] = true};
	for (size_t i = 0; i < text.len; i++) {
		if (begins[(unsigned char)text.ptr[i]] && is_of_claim(text.ptr + i, text.len - i))
			return true;
	}
	return false;
}

/* Where the key action says that it works with somebody; `part` is left alone where it doesn't. */
static bool claims(struct pl_ctx *ctx, const struct pl_text *text, struct pl_part *part)
{
	const struct pl_phrases *const *phrases = pl_prepared(ctx);
	struct pl_phrase_match match;
	if (!text)
		return false;
	/* the Interagency Round Table is a name */
	if (!pl_phrases_find(*phrases, pl_read_words(ctx, text), &match) ||
	    (match.begin > 0 && text->value.ptr[match.begin] >= 'A' && text->value.ptr[match.begin] <= 'Z'))
		return false;
	*part = (struct pl_part){text, match.begin, match.end};
	return true;
}

static const struct pl_item *find_claim(struct pl_ctx *ctx, const struct pl_action *action, struct pl_part *part)
{
	const struct pl_text *outcome = action->expected_outcome;
	if (claims(ctx, action->item.title, part) ||
	    (outcome && may_claim(outcome->value) && claims(ctx, outcome, part)))
		return &action->item;
	for (size_t i = 0; i < action->milestone_count; i++) {
		if (claims(ctx, action->milestones[i]->item.title, part))
			return &action->milestones[i]->item;
	}
	return NULL;
}

static void check_action(struct pl_ctx *ctx, const struct pl_action *action, size_t with_partners, size_t total)
{
	struct pl_report report = {.item = &action->item};
	const struct pl_item *item = find_claim(ctx, action, &report.part);
	if (item) {
		report.item = item;
		report.message =
		        pl_print(ctx, "\"%.*s\", but no partner is named", (int)(report.part.end - report.part.begin),
		                 report.part.text->value.ptr + report.part.begin);
	} else if (with_partners >= 2 && with_partners * 2 > total - 1) {
		report.message = pl_print(ctx, "this %s names no partner, as %zu of the other %zu do",
		                          pl_terms(ctx)->action, with_partners, total - 1);
	}
	if (report.message && !is_named(ctx, action))
		pl_report(ctx, &report);
}

static void check_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	size_t with_partners = 0;
	for (size_t i = 0; i < plan->action_count; i++)
		with_partners += plan->actions[i]->partners.count > 0;
	for (size_t i = 0; i < plan->action_count; i++) {
		if (plan->actions[i]->partners.count == 0)
			check_action(ctx, plan->actions[i], with_partners, plan->action_count);
		pl_rest(ctx);
	}
}

const struct pl_rule pl_rule_no_partnership = {
        .id = "no-partnership",
        .module = "outcome",
        .since = "1.0",
        .summary = "partners that are not named, or a key action without any where the others have some",
        .why = "Much of what a plan wants can't be reached by one organisation alone, and a partner who is not named "
               "has not been asked. Reported where a text says jointly, in partnership or with partners and nothing "
               "in the key action tells who they are, and where most of the other key actions (two or more) list "
               "partners.",
        .advice = "Name the partners and what they will do, or say that none is needed",
        .bad = "plan: {title: Countryside plan, period: 2010/11}\n"
               "key_actions:\n"
               "  - title: Cleaner rivers\n"
               "    milestones:\n"
               "      - {text: Work jointly to clear 4 km of river bank, due: Q2}\n",
        .good = "plan: {title: Countryside plan, period: 2010/11}\n"
                "key_actions:\n"
                "  - title: Cleaner rivers\n"
                "    partners: [Anytown Angling Club]\n"
                "    milestones:\n"
                "      - {text: Work jointly to clear 4 km of river bank, due: Q2}\n",
        .severity = PL_INFO,
        .confidence = PL_MEDIUM,
        .prepared_size = sizeof(const struct pl_phrases *),
        .prepare = prepare,
        .on_plan = check_plan,
};
