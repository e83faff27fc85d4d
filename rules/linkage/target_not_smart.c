/* A SMART target that cannot be measured, or has no date. */
#include <planlint/rule.h>

/* Verbs that go on for ever or only point in a direction: without a number nobody can say that it has been done. */
static const uint64_t SOFT = PL_KIND(EFFORT) | PL_KIND(THINK) | PL_KIND(TALK) | PL_KIND(CONTINUE) | PL_KIND(MONITOR) |
                             PL_KIND(CHANGE) | PL_KIND(ENSURE) | PL_KIND(HAVE);
/* What is there or is not. */
static const uint64_t THING = PL_KIND(ASSET) | PL_KIND(DOCUMENT) | PL_KIND(STUDY);

/* Done or not done, although some of these verbs can also be mere effort. */
static const uint64_t HARD = PL_KIND(DEED) | PL_KIND(APPROVE) | PL_KIND(FINISH) | PL_KIND(PUBLISH) | PL_KIND(FOUND) |
                             PL_KIND(IMPLEMENT) | PL_KIND(DECIDE);

/* "Increase in visitors who feel safe": whatever follows, by how much is the question. */
static bool points_somewhere(const struct pl_reading *reading, uint32_t word)
{
	static const char *const words[] = {"increase", "increased", "rise",    "growth",   "reduction",   "reduced",
	                                    "decrease", "fall",      "more",    "fewer",    "less",        "better",
	                                    "higher",   "lower",     "greater", "improved", "improvement", NULL};

	return pl_word_is_any(reading, word, words);
}

static bool names_something(const struct pl_reading *reading, uint32_t begin, uint32_t end)
{
	for (uint32_t i = begin; i < end; i++)
		if (reading->words[i].tag == PL_TAG_NAME &&
		    !(reading->words[i].flags & (PL_WORD_OUTSIDE | PL_WORD_DATE)))
			return true;
	return false;
}

/* "Residents feel safer", "streets are cleaner": a direction again, behind the verb. */
static bool compares(const struct pl_reading *reading, const struct pl_clause *clause)
{
	static const char *const words[] = {"safer",   "healthier", "cleaner",  "happier", "stronger", "wider",
	                                    "quicker", "faster",    "easier",   "closer",  "warmer",   "greener",
	                                    "more",    "better",    "less",     "fewer",   "greater",  "higher",
	                                    "lower",   "quieter",   "smoother", "fairer",  "tidier",   NULL};
	uint32_t i = clause->verb == PL_NO_WORD ? clause->begin : clause->verb;

	for (; i < clause->end; i++)
		if (pl_word_is_any(reading, i, words) && !(reading->words[i].flags & PL_WORD_CAPITAL)) /* Lower Road */
			return true;
	return false;
}

static bool is_test(const struct pl_reading *reading, const struct pl_clause *clause)
{
	uint64_t kinds;

	if (clause->role != PL_ROLE_MAIN || points_somewhere(reading, clause->begin) || compares(reading, clause))
		return false;
	if (clause->form == PL_CLAUSE_STATE)
		return true;
	if (clause->verb == PL_NO_WORD)
		return clause->object != PL_NO_WORD && (reading->words[clause->object].kinds & THING);
	kinds = reading->words[clause->verb].kinds;
	if (!(kinds & SOFT))
		return true;
	if (clause->form == PL_CLAUSE_PASSIVE || clause->form == PL_CLAUSE_AGENT)
		return kinds & HARD;
	return (kinds & PL_KIND(CONTINUE)) &&
	       names_something(reading, clause->begin, clause->end); /* "retain Green Flag" */
}

/* Words that count, or that name what somebody else awards. */
static bool is_measure(const struct pl_reading *reading, uint32_t word)
{
	static const char *const words[] = {"no",     "none",   "zero",    "net",           "half",      "halve",
	                                    "halved", "double", "doubled", "treble",        "quartile",  "award",
	                                    "status", "rating", "rated",   "accreditation", "judgement", "certificate",
	                                    NULL};

	if (reading->words[word].flags & (PL_WORD_OUTSIDE | PL_WORD_DATE))
		return false;
	return (reading->words[word].flags & PL_WORD_LABEL) || reading->words[word].tag == PL_TAG_NOT ||
	       pl_word_is_any(reading, word, words);
}

/* Can somebody look at the end and say yes or no? */
static bool is_measurable(struct pl_ctx *ctx, const struct pl_text *text)
{
	const struct pl_reading *reading = pl_read_words(ctx, text);

	if (reading->quantities || (reading->kinds & (PL_KIND(ALL) | PL_KIND(DONE))))
		return true;
	for (uint32_t i = 0; i < reading->word_count; i++)
		if (is_measure(reading, i))
			return true;
	reading = pl_read(ctx, text);
	for (uint32_t i = 0; i < reading->clause_count; i++)
		if (is_test(reading, &reading->clauses[i]))
			return true;
	return false;
}

/* Does the text have a date that is not over when the plan begins, like the year that figures are compared with? */
static bool has_date(const struct pl_plan *plan, const struct pl_reading *reading)
{
	for (uint32_t i = 0; i < reading->date_count; i++) {
		pl_day last = reading->dates[i].days.last;

		if (last == PL_NO_DAY || plan->period.first == PL_NO_DAY || last >= plan->period.first)
			return true;
	}
	return false;
}

static bool is_dated(const struct pl_target *target, const struct pl_reading *reading)
{
	if (target->by.kind != PL_DUE_ABSENT && target->by.kind != PL_DUE_OPEN)
		return true;
	return has_date(target->item.plan, reading) || pl_names_year_end(target->item.title->value);
}

static void check(struct pl_ctx *ctx, const struct pl_target *target)
{
	const struct pl_text *text = target->item.title;
	bool measurable = is_measurable(ctx, text), dated = is_dated(target, pl_read_words(ctx, text));
	const char *message, *advice;

	if (measurable && dated)
		return;
	if (!measurable && !dated) {
		message =
		        "this target is neither measurable nor time-bound (M and T of SMART): no number, no yes or no, no date";
		advice = "Give the number that will show it has been met, and the date";
	} else if (!measurable) {
		message = "this target is not measurable (M of SMART): it has no number, and no yes or no";
		advice = "Give the number, or the state that is there or not, that will show it has been met";
	} else {
		message = "this target is not time-bound (T of SMART): it has no date";
		advice = "Say by when it will be met";
	}
	pl_report(ctx, &(struct pl_report){
	                       .item = &target->item,
	                       .part.text = target->item.title,
	                       .message = message,
	                       .advice = advice,
	                       .confidence = measurable ? PL_HIGH : PL_MEDIUM,
	               });
}

static void on_action(struct pl_ctx *ctx, const struct pl_action *action)
{
	for (size_t i = 0; i < action->target_count; i++)
		if (action->targets[i].item.title)
			check(ctx, &action->targets[i]);
}

const struct pl_rule pl_rule_target_not_smart = {
        .id = "target-not-smart",
        .module = "linkage",
        .since = "1.0",
        .summary = "a SMART target without a number or a yes or no, or without a date",
        .why = "A SMART target is specific, measurable, achievable, realistic and time-bound, and two of these "
               "letters can be checked on paper: M, a number or a state that is there or not there, and T, a date "
               "in the text or under by. Verbs that only point in a direction (increase, improve, support) need a "
               "number; what is opened, adopted, let or published is measured by yes or no.",
        .advice = "Give the number, or the state that is there or not, and the date",
        .bad = "plan:\n"
               "  title: Noise plan 2014/15\n"
               "  period: 2014/15\n"
               "key_actions:\n"
               "  - ref: KA1\n"
               "    title: Quieter nights\n"
               "    smart_targets:\n"
               "      - {id: T1, text: Improve the way complaints are handled}\n",
        .good = "plan:\n"
                "  title: Noise plan 2014/15\n"
                "  period: 2014/15\n"
                "key_actions:\n"
                "  - ref: KA1\n"
                "    title: Quieter nights\n"
                "    smart_targets:\n"
                "      - {id: T1, text: 90% of complaints visited within an hour by December 2014}\n"
                "      - {id: T2, text: Night patrol set up, by: 2014-09-30}\n",
        .severity = PL_WARNING,
        .confidence = PL_MEDIUM,
        .on_action = on_action,
};
