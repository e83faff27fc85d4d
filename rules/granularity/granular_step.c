/* granular-step: a part step that a later milestone of the same key action already implies. */
#include <planlint/rule.h>

/* How far along a deliverable a milestone stands. */
enum stage {
	NO_STAGE,
	BEGUN,   /* begin, scope, identify sites */
	DRAFTED, /* draft, outline, design */
	AGREED,  /* agreed, complete, published */
	IN_EFFECT /* implemented, built, in place */
};

struct step {
	const struct pl_reading *reading;
	const struct pl_clause *clause; /* the first main one that says something */
	enum stage stage;
	bool partial; /* only part of the way to something: begin, draft, outline */
};

static bool has_word(const struct pl_reading *reading, uint32_t begin, uint32_t end, uint64_t kinds)
{
	return pl_word_with(reading, begin, end, kinds) != PL_NO_WORD;
}

static const struct pl_clause *first_main(const struct pl_reading *reading)
{
	for (uint32_t i = 0; i < reading->clause_count; i++)
		if (reading->clauses[i].role == PL_ROLE_MAIN)
			return &reading->clauses[i];
	return NULL;
}

static bool is_any(const struct pl_reading *reading, uint32_t word, const char *const *texts)
{
	for (; word != PL_NO_WORD && *texts; texts++)
		if (pl_word_is(reading, word, *texts))
			return true;
	return false;
}

static const char *const picking[] = {"identify", "identified", "identifying", "confirm", "confirmed", "select", "selected",
                                      "scope", "scoped", "scoping", "shortlist", "shortlisted", NULL};
static const char *const outlining[] = {"draft", "drafted", "drafting", "outline", "outlined", "design", "designed", "designs", "drafts", NULL};

static struct step step_of(struct pl_ctx *ctx, const struct pl_text *text)
{
	struct step step = {.reading = pl_read(ctx, text)};
	const struct pl_reading *reading = step.reading;
	const struct pl_clause *clause = step.clause = first_main(reading);
	uint64_t verb;

	if (!clause)
		return step;
	verb = clause->verb != PL_NO_WORD ? reading->words[clause->verb].kinds : 0;
	step.partial = true;
	if (verb & PL_KIND(BEGIN) || is_any(reading, clause->verb, picking))
		step.stage = BEGUN;
	else if (is_any(reading, clause->verb, outlining) || is_any(reading, clause->object, outlining) ||
	         has_word(reading, clause->begin, clause->end, PL_KIND(SUBSTEP)))
		step.stage = DRAFTED;
	else if (verb & (PL_KIND(IMPLEMENT) | PL_KIND(DEED)))
		step = (struct step){reading, clause, IN_EFFECT, false};
	else if (verb & (PL_KIND(APPROVE) | PL_KIND(FINISH) | PL_KIND(PUBLISH) | PL_KIND(WRITE)) || clause->form == PL_CLAUSE_STATE ||
	         clause->yield == PL_YIELD_STEP || clause->yield == PL_YIELD_DOCUMENT)
		step = (struct step){reading, clause, AGREED, false};
	else
		step.partial = false;
	return step;
}

/* Do they work on the same thing: a noun of the object in common? */
static bool same_deliverable(const struct step *a, const struct step *b)
{
	for (uint32_t i = a->clause->object_begin; i < a->clause->object_end; i++) {
		const struct pl_word *word = &a->reading->words[i];

		if (word->tag != PL_TAG_NOUN && word->tag != PL_TAG_NAME)
			continue;
		for (uint32_t k = 0; k < b->reading->word_count; k++)
			if (b->reading->words[k].stem == word->stem && !(b->reading->words[k].flags & PL_WORD_OUTSIDE))
				return true;
	}
	return false;
}

static pl_day due_of(const struct pl_milestone *milestone)
{
	return milestone->due.days.last;
}

static bool is_later(const struct pl_milestone *a, const struct pl_milestone *b)
{
	if (due_of(a) != PL_NO_DAY && due_of(b) != PL_NO_DAY && due_of(a) != due_of(b))
		return due_of(b) > due_of(a);
	return b->item.ordinal > a->item.ordinal;
}

static void report(struct pl_ctx *ctx, const struct pl_milestone *milestone, const struct step *step,
                   const struct pl_milestone *later)
{
	struct pl_place place = {.item = &later->item, .part = {.text = later->item.title}, .message = "this implies it"};

	pl_report_words(ctx, &milestone->item, step->reading, step->clause,
	                &(struct pl_report){.message = pl_print(ctx, "This is a step on the way to %s, which says enough",
	                                                        pl_print_item(ctx, &later->item)),
	                                    .confidence = PL_MEDIUM,
	                                    .related = &place,
	                                    .related_count = 1});
}

static void check_action(struct pl_ctx *ctx, const struct pl_action *action)
{
	struct step *steps = pl_alloc(ctx, action->milestone_count, sizeof *steps);

	for (size_t i = 0; i < action->milestone_count; i++)
		if (action->milestones[i]->item.title)
			steps[i] = step_of(ctx, action->milestones[i]->item.title);
	for (size_t i = 0; i < action->milestone_count; i++) {
		if (!steps[i].clause || !steps[i].partial)
			continue;
		for (size_t k = 0; k < action->milestone_count; k++) {
			if (k == i || !steps[k].clause || steps[k].stage <= steps[i].stage ||
			    !is_later(action->milestones[i], action->milestones[k]) || !same_deliverable(&steps[i], &steps[k]))
				continue;
			report(ctx, action->milestones[i], &steps[i], action->milestones[k]);
			break;
		}
	}
}

const struct pl_rule pl_rule_granular_step = {
        .id = "granular-step",
        .module = "granularity",
        .since = "1.0",
        .summary = "a part step that a later milestone of the same key action implies",
        .why = "Breaking work down finely helps to plan a week, not to report on a year. Where one quarter says that drafting "
               "begins and the next that the draft is complete, the second is enough. Steps that produce something of their own "
               "(a consultation held, funding secured, a contract let) are left alone.",
        .advice = "Leave this one out and keep the later one",
        .bad = "plan: {title: Housing plan}\n"
               "key_actions:\n"
               "  - title: Fewer empty homes\n"
               "    milestones:\n"
               "      - {text: Begin to draft empty homes strategy, due: 2010-06-30}\n"
               "      - {text: Complete empty homes strategy, due: 2010-09-30}\n",
        .good = "plan: {title: Housing plan}\n"
                "key_actions:\n"
                "  - title: Fewer empty homes\n"
                "    milestones:\n"
                "      - {text: Lottery funding for 40 repairs secured, due: 2010-06-30}\n"
                "      - {text: 40 homes repaired, due: 2010-12-31}\n",
        .severity = PL_WARNING,
        .confidence = PL_MEDIUM,
        .on_action = check_action,
};
