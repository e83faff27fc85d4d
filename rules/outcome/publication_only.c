/* publication-only: the substance is that a document exists. */
#include <planlint/rule.h>

static const char *advice(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	if (milestone->is_action)
		return NULL;
	return pl_print(ctx, "Write what it will bring about for %s: who will use it, for what, and by when",
	                pl_print_item(ctx, &milestone->action->item));
}

static void check_milestone(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	const struct pl_reading *reading;
	const struct pl_clause *clause;

	if (!milestone->item.title)
		return;
	reading = pl_read(ctx, milestone->item.title);
	clause = pl_main_with(reading, PL_YIELD_DOCUMENT);
	if (!clause || pl_main_with(reading, PL_YIELD_RESULT))
		return;
	pl_report_words(
	        ctx, &milestone->item, reading, clause,
	        &(struct pl_report){
	                .message = pl_print(ctx, "this says that a document (\"%s\") is there, not what it will change",
	                                    pl_print_decided(ctx, reading, clause, PL_KIND(DOCUMENT) | PL_KIND(STUDY))),
	                .advice = advice(ctx, milestone),
	                .confidence = clause->sure ? PL_HIGH : PL_MEDIUM});
}

const struct pl_rule pl_rule_publication_only = {
        .id = "publication-only",
        .module = "outcome",
        .since = "1.0",
        .summary = "a document is written, agreed or published, and nothing says what it adds",
        .why = "A strategy, report or guide on paper changes nothing yet. The guidance asks for what it adds to the "
               "SMART targets or the key action: who uses it, and what happens because of it. A review, survey or "
               "consultation that is completed is not meant, only the document about it.",
        .advice = "Write what the document brings about: who will use it, what they will do with it, and by when",
        .bad = "plan: {title: Housing plan}\n"
               "key_actions:\n"
               "  - title: Fewer empty homes\n"
               "    milestones:\n"
               "      - text: Empty homes strategy published\n",
        .good = "plan: {title: Housing plan}\n"
                "key_actions:\n"
                "  - title: Fewer empty homes\n"
                "    milestones:\n"
                "      - text: Empty homes strategy published and 40 grants paid to owners\n",
        .severity = PL_WARNING,
        .confidence = PL_MEDIUM,
        .on_milestone = check_milestone,
};
