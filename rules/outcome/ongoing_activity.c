/* ongoing-activity: work with no end point. */
#include <planlint/rule.h>

static uint32_t find_continuing(const struct pl_reading *reading)
{
	for (uint32_t i = 0; i < reading->clause_count; i++) {
		const struct pl_clause *clause = &reading->clauses[i];

		if (clause->verb == PL_NO_WORD ||
		    !(reading->words[clause->verb].kinds & (PL_KIND(CONTINUE) | PL_KIND(MONITOR))))
			continue;
		/* "commits to continuing …" says it as plainly as "continues" */
		if (clause->role == PL_ROLE_MAIN ||
		    (clause->role == PL_ROLE_PURPOSE && i && clause[-1].verb != PL_NO_WORD &&
		     clause[-1].role == PL_ROLE_MAIN && (reading->words[clause[-1].verb].kinds & PL_KIND(EFFORT))))
			return clause->verb;
	}
	return PL_NO_WORD;
}

/* Does the clause say that something takes place again and again, rather than name a thing that does ("annual permit
 * introduced", "regular bus service started")? */
static bool says_repetition(const struct pl_reading *reading, const struct pl_clause *clause, uint32_t word)
{
	uint64_t repeatable = PL_KIND(CONVENE) | PL_KIND(PUBLISH) | PL_KIND(SUBMIT) | PL_KIND(WRITE) | PL_KIND(MEET) |
	                      PL_KIND(TALK) | PL_KIND(EFFORT) | PL_KIND(STUDYING);

	if (reading->words[word].tag != PL_TAG_ADVERB && reading->quantities)
		return false; /* "4 quarterly newsletters": so many, and then done */
	if (reading->words[word].tag != PL_TAG_ADVERB && clause->object != PL_NO_WORD && word > clause->object_end &&
	    clause->role == PL_ROLE_MAIN && word + 1 < clause->end && reading->words[word + 1].tag == PL_TAG_NOUN)
		return false; /* "a culture of continuous improvement": somewhere in what it is about */
	if (reading->words[word].tag == PL_TAG_ADVERB || clause->verb == PL_NO_WORD)
		return clause->form != PL_CLAUSE_STATE || reading->words[word].tag == PL_TAG_ADVERB ||
		       word >= clause->object_end;
	if (reading->words[clause->verb].kinds & (PL_KIND(FINISH) | PL_KIND(BEGIN)))
		return false;
	if (clause->form == PL_CLAUSE_PASSIVE)
		return (reading->words[clause->verb].kinds & (PL_KIND(CONVENE) | PL_KIND(PUBLISH) | PL_KIND(SUBMIT))) &&
		       !(reading->words[clause->verb].kinds & PL_KIND(EFFORT)) && word < clause->verb;
	if (clause->form == PL_CLAUSE_GERUND && word < clause->verb)
		return true; /* "continued implementation of …" */
	return (reading->words[clause->verb].kinds & repeatable) != 0;
}

static uint32_t find_repeated(const struct pl_reading *reading)
{
	for (uint32_t i = 0; i < reading->clause_count; i++) {
		const struct pl_clause *clause = &reading->clauses[i];
		uint32_t word = clause->begin;

		if (clause->role == PL_ROLE_PURPOSE || clause->role == PL_ROLE_RESULT ||
		    clause->role == PL_ROLE_CONDITION)
			continue;
		while ((word = pl_word_with(reading, word, clause->end, PL_KIND(REPEATED))) != PL_NO_WORD) {
			if (says_repetition(reading, clause, word) &&
			    (clause->role != PL_ROLE_RELATIVE || reading->words[word].tag == PL_TAG_ADVERB))
				return word;
			word++;
		}
	}
	return PL_NO_WORD;
}

static void check_milestone(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	const struct pl_reading *reading;
	uint32_t word;
	bool continues;
	struct pl_part part;

	if (!milestone->item.title)
		return;
	reading = pl_read(ctx, milestone->item.title);
	word = find_continuing(reading);
	continues = word != PL_NO_WORD && reading->words[word].tag == PL_TAG_VERB;
	if (word == PL_NO_WORD)
		word = find_repeated(reading);
	if (word == PL_NO_WORD)
		return;
	part = pl_word_part(reading, word);
	pl_report(ctx,
	          &(struct pl_report){
	                  .item = &milestone->item,
	                  .part = part,
	                  .message = pl_print(ctx, "\"%.*s\" has no end: it could go on as it is, whatever the date",
	                                      (int)pl_word_text(reading, word).len, pl_word_text(reading, word).ptr),
	                  .evidence = &part,
	                  .evidence_count = 1,
	                  .confidence = continues ? PL_HIGH : PL_MEDIUM});
}

const struct pl_rule pl_rule_ongoing_activity = {
        .id = "ongoing-activity",
        .module = "outcome",
        .since = "1.0",
        .summary = "work that continues or repeats, with no end point",
        .why = "Continuing, maintaining, monitoring and repeating are how a service runs. A milestone says what will "
               "be different at a date. A repeated thing with a fixed number and a last date is fine.",
        .advice = "Write what will be reached by the end of the period: how many, for whom, or which state",
        .bad = "plan: {title: Housing plan}\n"
               "key_actions:\n"
               "  - title: Fewer empty homes\n"
               "    milestones:\n"
               "      - text: Continue to monitor empty homes\n",
        .good = "plan: {title: Housing plan}\n"
                "key_actions:\n"
                "  - title: Fewer empty homes\n"
                "    milestones:\n"
                "      - text: All 300 empty homes visited once by March\n",
        .severity = PL_WARNING,
        .confidence = PL_MEDIUM,
        .on_milestone = check_milestone,
};
