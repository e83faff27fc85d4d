/* Words that engage a third party where no contract is declared, and a contract of which no word speaks. */
#include <planlint/rule.h>

struct words {
	const struct pl_pattern *claim;
	const struct pl_pattern *third_party;
};

/* What hires somebody; \\K leaves the words before out of the finding. Contractors and suppliers who are only paid,
 * advised or inspected are not engaged by it. */
static const char CLAIM[] =
        "(?:\\b(?:appoint|select|choos|engag|hir(?:e|ing)|employ|secur|by|through|via|from|with|new|preferred|main|external|"
        "private)\\w*\\s+(?:(?:an?|the|our|new|preferred|main|external|local|specialist)\\s+){0,3}"
        "\\K(?:sub-?)?(?:contractors?|suppliers?)\\b"
        "|\\b(?:contractors?|suppliers?)\\b(?=\\s+(?:(?:to be|is|are|was|has been|have been)\\s+)?"
        "(?:appointed|chosen|selected|engaged|hired|found|identified|starts?|on site|in place)\\b)"
        "|\\b(?:commission|engag|appoint|hir|employ)\\w*\\s+(?:(?:an?|the|external|specialist|independent)\\s+){0,3}"
        "\\K(?:consultants?|providers?|architects?|agency|firm|company)\\b"
        "|\\b(?:re-?)?tender(?:s|ed|ing)?\\b(?! loving)|\\bprocur(?:e|es|ed|ing|ement of)\\b|\\boutsourc(?:e|es|ed|ing)\\b"
        "|\\b(?:let|letting|award|awards|awarded|awarding|sign|signs|signed|signing|renew|renews|renewed|renewing)\\s+"
        "(?:[\\w-]+\\s+){0,3}contracts?\\b(?! of employment)"
        "|(?<!\\bemployment )\\bcontracts?\\s+(?:for\\s+(?:[\\w-]+\\s+){1,5})?(?:(?:to be|is|are|was|were)\\s+)?"
        "(?:let|awarded|signed|placed|renewed|in place)\\b)";

/* Anybody outside, or anything that is bought. */
static const char THIRD_PARTY[] =
        "\\b(?:contract|supplier|tender|procur|outsourc|purchas|buy|bought|leas(?:e|ing)|hire|consultant|commission|"
        "provider|partner|agency|agent|compan(?:y|ies)|ltd|plc|trust|print|design|software|system|survey)";

/* Work of the office's own: papers, reviews, meetings. */
static const uint64_t OWN_WORK = PL_KIND(DOCUMENT) | PL_KIND(DATA) | PL_KIND(STUDY) | PL_KIND(EVENT) | PL_KIND(GROUP) |
                                 PL_KIND(BODY) | PL_KIND(REPORTING) | PL_KIND(DECISION);

static enum pl_status prepare(struct pl_ctx *ctx, void *prepared)
{
	struct words *words = prepared;

	words->claim = pl_pattern_of(ctx, CLAIM);
	words->third_party = pl_pattern_of(ctx, THIRD_PARTY);
	return PL_OK;
}

static void check(struct pl_ctx *ctx, const struct pl_action *action)
{
	const struct words *words = pl_prepared(ctx);
	const struct pl_text *said;
	struct pl_place place;
	const struct pl_part *part = &place.part;
	enum pl_yes_no answer = pl_action_impact(action, PL_IMPACT_CONTRACT, &said);
	struct pl_part evidence = {.text = said};

	if (answer == PL_YES || !pl_action_find(ctx, action, words->claim, &place))
		return;
	pl_report(ctx, &(struct pl_report){
	                       .item = place.item,
	                       .part = *part,
	                       .evidence = &evidence,
	                       .evidence_count = said != NULL,
	                       .message = pl_print(ctx, "\"%.*s\" engages a third party, and contract %s",
	                                           (int)(part->end - part->begin), part->text->value.ptr + part->begin,
	                                           answer == PL_NO ? "is no" : "is not filled in"),
	               });
}

/* Most of what is built or bought takes a contract without saying so: only a task of papers and meetings is asked. */
static void check_converse(struct pl_ctx *ctx, const struct pl_action *action)
{
	const struct words *words = pl_prepared(ctx);
	struct pl_place place;
	uint64_t kinds;

	if (action->contract != PL_YES || !action->item.title || action->partners.count)
		return;
	kinds = pl_read_words(ctx, action->item.title)->kinds;
	if (!(kinds & OWN_WORK) || (kinds & PL_KIND(ASSET)) || pl_action_find(ctx, action, words->third_party, &place))
		return;
	pl_report(ctx,
	          &(struct pl_report){
	                  .item = &action->item,
	                  .part.text = action->contract_text,
	                  .confidence = PL_LOW,
	                  .message = "contract is yes, and the text names neither a third party nor anything bought",
	                  .advice = "Say who is under contract and for what, or set contract to no",
	          });
}

static void on_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	if (!pl_plan_has_impact(plan, PL_IMPACT_CONTRACT))
		return;
	for (size_t i = 0; i < plan->action_count; i++) {
		check(ctx, plan->actions[i]);
		check_converse(ctx, plan->actions[i]);
		pl_rest(ctx);
	}
}

const struct pl_rule pl_rule_undeclared_contract = {
        .id = "undeclared-contract",
        .module = "impact",
        .since = "1.0",
        .summary = "a contractor, tender or supplier in the text, and contract is not yes",
        .why = "Formal contracts with third parties belong on the contract register, and the column is how the "
               "procurement team hears of them. Words that hire somebody (a tender, a contract let, a contractor on "
               "site) ask for a yes; paying, inspecting or advising suppliers does not. A yes on a task of papers "
               "and meetings that names no third party is reported with low confidence; what is built or bought may "
               "well take a contract without saying so.",
        .advice = "Set contract to yes, so that the procurement team can pick it up, or say who does the work",
        .bad = "plan:\n"
               "  title: Highways plan 2006/07 to 2008/09\n"
               "  template: three-year\n"
               "  period: 2006/07 to 2008/09\n"
               "tasks:\n"
               "  - ref: H1\n"
               "    task: Tenders for gritting evaluated\n"
               "    task_officer: A. Officer\n"
               "    quarter: 4\n"
               "    outcomes: Fewer people hurt on the roads\n"
               "    support_function: yes\n"
               "    contract: no\n",
        .good = "plan:\n"
                "  title: Highways plan 2006/07 to 2008/09\n"
                "  template: three-year\n"
                "  period: 2006/07 to 2008/09\n"
                "tasks:\n"
                "  - ref: H1\n"
                "    task: Tenders for gritting evaluated\n"
                "    task_officer: A. Officer\n"
                "    quarter: 4\n"
                "    outcomes: Fewer people hurt on the roads\n"
                "    support_function: yes\n"
                "    contract: yes\n"
                "  - ref: H2\n"
                "    task: Invoices of suppliers paid within 10 days\n"
                "    task_officer: A. Officer\n"
                "    quarter: 4\n"
                "    outcomes: Fewer people hurt on the roads\n"
                "    support_function: yes\n",
        .severity = PL_WARNING,
        .confidence = PL_MEDIUM,
        .prepared_size = sizeof(struct words),
        .prepare = prepare,
        .on_plan = on_plan,
};
