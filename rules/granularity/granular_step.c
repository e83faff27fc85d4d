/* granular-step: a part step that a later milestone of the same key action already implies. */
#include <planlint/rule.h>

/* How far along a deliverable a milestone stands. */
enum stage { UNTOLD, BEGUN, OUTLINED, PREPARED, FINAL };

struct step {
	const struct pl_text *text;
	const struct pl_reading *reading;
	const struct pl_clause *clause; /* the first main one */
	enum stage stage;
	uint32_t share; /* of the whole, in percent; 0 for none told */
};

/* ---- the stage -------------------------------------------------------------------------------------------------- */

static const char *const picking[] = {"identify", "identified", "select",    "selected",  "pick",        "picked",
                                      "scope",    "scoped",     "choose",    "shortlist", "shortlisted", "gather",
                                      "gathered", "confirm",    "confirmed", "define",    "defined",     "plan",
                                      "planned",  "scoping",    NULL};
static const char *const outlining[] = {"draft", "drafts",   "drafted",  "outline",  "outlines", "outlined", "outline business case", "strategic outline case", "v1", "v0.1", "drafting", "skeleton", "sketches", "sketch",   NULL};
static const char *const preparing[] = {
        "design",          "designs",          "designed",      "brief",        "specification", "spec",
        "tender",          "tenders",          "schedule",      "requirements", "questions",     "invitation",
        "tender document", "tender documents", "questionnaire", "drawings",     "scoping",       NULL};
static const char *const planning[] = {"plan",     "paper",     "project plan", "test plan",
                                       "proposal", "timetable", "work plan",    NULL};
static const char *const arranging[] = {"arrangements", "arrangement", "programme", "workplan", "plan", NULL};

static bool is_any(const struct pl_reading *reading, uint32_t word, const char *const *texts)
{
	for (; word != PL_NO_WORD && *texts; texts++)
		if (pl_word_is(reading, word, *texts))
			return true;
	return false;
}

static bool has_any(const struct pl_reading *reading, uint32_t begin, uint32_t end, const char *const *texts)
{
	for (uint32_t i = begin; i < end; i++)
		if (reading->words[i].length && !(reading->words[i].flags & PL_WORD_OUTSIDE) &&
		    is_any(reading, i, texts))
			return true;
	return false;
}

static const struct pl_clause *first_main(const struct pl_reading *reading)
{
	for (uint32_t i = 0; i < reading->clause_count; i++)
		if (reading->clauses[i].role == PL_ROLE_MAIN)
			return &reading->clauses[i];
	return NULL;
}

static bool is_begun(const struct pl_reading *reading, const struct pl_clause *clause)
{
	static const char *const beginning[] = {"start",   "starts",      "begins",    "commences", "commencement", "continues", NULL};
	static const char *const going[] = {"ongoing", "in progress", "underway", "under way", NULL};

	return pl_word_with(reading, clause->begin, clause->end, PL_KIND(BEGIN)) != PL_NO_WORD ||
	       is_any(reading, clause->verb, picking) || is_any(reading, clause->object, picking) ||
	       has_any(reading, clause->begin, clause->end, beginning) ||
	       (clause->object != PL_NO_WORD && has_any(reading, clause->object + 1, clause->end, going));
}

/* "Damp policy - first draft". */
static bool is_labelled_draft(const struct pl_reading *reading, const struct pl_clause *clause)
{
	const struct pl_clause *next = clause + 1;

	return next < reading->clauses + reading->clause_count && clause->verb == PL_NO_WORD &&
	       next->verb == PL_NO_WORD && next->end - next->begin <= 4 &&
	       has_any(reading, next->begin, next->end, outlining);
}

static enum stage stage_of(const struct pl_reading *reading, const struct pl_clause *clause)
{
	uint64_t verb = clause->verb != PL_NO_WORD ? reading->words[clause->verb].kinds : 0;
	uint64_t object = clause->object != PL_NO_WORD ? reading->words[clause->object].kinds : 0;

	if (is_begun(reading, clause))
		return BEGUN;
	if (clause->oblique || (verb & PL_KIND(PUBLISH)))
		return FINAL; /* "consult on the draft", "tender documents published": for others to see */
	if (is_any(reading, clause->verb, outlining) ||
	    has_any(reading, clause->object_begin, clause->object_end, outlining) ||
	    is_labelled_draft(reading, clause) ||
	    (pl_word_with(reading, clause->object_begin, clause->object_end, PL_KIND(SUBSTEP)) != PL_NO_WORD &&
	     (object & PL_KIND(DOCUMENT))))
		return OUTLINED;
	if (is_any(reading, clause->object, preparing) ||
	    has_any(reading, clause->object_begin, clause->object_end, preparing))
		return PREPARED;
	if ((verb & (PL_KIND(APPROVE) | PL_KIND(WRITE))) && is_any(reading, clause->object, arranging))
		return PREPARED;
	if (clause->object != PL_NO_WORD && is_any(reading, clause->object, planning) &&
	    pl_word_is(reading, clause->object_end, "for"))
		return PREPARED; /* "project plan for the payroll migration" */
	return clause->yield == PL_YIELD_EFFORT || clause->yield == PL_YIELD_MEETING ? UNTOLD : FINAL;
}

/* "50 per cent of lanterns", "half of the paperwork", "all". */
static uint32_t share_of(const struct pl_reading *reading, const struct pl_clause *clause)
{
	uint32_t share = 0;

	for (uint32_t i = clause->begin; i < clause->end; i++) {
		struct pl_str word = pl_word_text(reading, i);
		bool percent = word.len > 1 && word.ptr[word.len - 1] == '%';
		uint32_t number = 0;

		if (pl_word_is(reading, i, "half"))
			share = 50;
		if (pl_word_is(reading, i, "third"))
			share = 33;
		if (pl_word_is(reading, i, "quarter"))
			share = 25;
		if (pl_word_is(reading, i, "all") || (reading->words[i].length && pl_word_is(reading, i, "every")))
			share = share ? share : 100;
		if (!percent && !pl_word_is(reading, i + 1, "per cent") && !pl_word_is(reading, i + 1, "percent") &&
		    !pl_word_is(reading, i + 1, "%"))
			continue;
		for (size_t k = 0; k < word.len && word.ptr[k] >= '0' && word.ptr[k] <= '9' && number < 1000; k++)
			number = number * 10 + (uint32_t)(word.ptr[k] - '0');
		share = number ? number : share;
	}
	return share;
}

static struct step step_of(struct pl_ctx *ctx, const struct pl_text *text)
{
	struct step step = {.text = text, .reading = pl_read(ctx, text)};

	step.clause = first_main(step.reading);
	if (!step.clause)
		return step;
	step.stage = stage_of(step.reading, step.clause);
	step.share = share_of(step.reading, step.clause);
	return step;
}

/* ---- the deliverable -------------------------------------------------------------------------------------------- */

/* Nouns that name the step rather than what it leads to. */
static const char *const steps[] = {"draft",
                                    "drafts",
                                    "outline",
                                    "design",
                                    "designs",
                                    "scope",
                                    "brief",
                                    "document",
                                    "documents",
                                    "tender",
                                    "specification",
                                    "spec",
                                    "schedule",
                                    "site",
                                    "sites",
                                    "location",
                                    "locations",
                                    "options",
                                    "option",
                                    "alignments",
                                    "questions",
                                    "requirements",
                                    "supplier",
                                    "suppliers",
                                    "areas",
                                    "start",
                                    "starts",
                                    "version",
                                    "half",
                                    "per cent",
                                    "priority",
                                    "target",
                                    "construction",
                                    "v1",
                                    "text",
                                    "drawings",
                                    "sketches",
                                    "sketch",
                                    "feasibility",
                                    "skeleton",
                                    "paper",
                                    "plan",
                                    "project plan",
                                    "questionnaire",
                                    "shortlist",
                                    "third",
                                    "quarter",
                                    "stage",
                                    "work",
                                    "tender document",
                                    "tender documents",
                                    NULL};
static const char *const carrying_out[] = {"implementation", "construction", "scheme",  "schemes",      "works",
                                           "work",           "programme",    "project", "improvements", "installation",
                                           "build",          "roll out",     "rollout", "roll-out",     NULL};

static bool names_deliverable(const struct pl_reading *reading, uint32_t i)
{
	const struct pl_word *word = &reading->words[i];

	/* inside a term ("outline business case") every noun counts for itself */
	return !(word->flags & PL_WORD_OUTSIDE) && (word->tag == PL_TAG_NOUN || word->tag == PL_TAG_NAME) &&
	       !is_any(reading, i, steps);
}

static bool has_stem(const struct pl_reading *reading, uint32_t stem)
{
	for (uint32_t i = 0; i < reading->word_count; i++)
		if (reading->words[i].stem == stem && !(reading->words[i].flags & PL_WORD_OUTSIDE))
			return true;
	return false;
}

struct common {
	uint32_t nouns, shared; /* of the step's deliverable, and those of them in the later one */
	bool names, shares_name;
};

/* The object and what it is of or for: "the brief for the pop-up shop". */
static uint32_t deliverable_end(const struct step *step)
{
	const struct pl_reading *reading = step->reading;
	uint32_t i = step->clause->object_end;

	while (i < step->clause->end && reading->words[i].tag != PL_TAG_VERB && reading->words[i].tag != PL_TAG_MODAL &&
	       (reading->words[i].tag != PL_TAG_PREPOSITION || pl_word_is(reading, i, "of") ||
	        pl_word_is(reading, i, "for")))
		i++;
	return i;
}

static struct common compare(const struct step *step, const struct step *later)
{
	struct common common = {0};

	for (uint32_t i = step->clause->object_begin; i < deliverable_end(step); i++) {
		const struct pl_word *word = &step->reading->words[i];
		bool shared;

		if (!names_deliverable(step->reading, i))
			continue;
		shared = has_stem(later->reading, word->stem);
		common.nouns++;
		common.shared += shared;
		common.names |= word->tag == PL_TAG_NAME;
		common.shares_name |= shared && word->tag == PL_TAG_NAME;
	}
	return common;
}

static bool has_name(const struct pl_reading *reading)
{
	for (uint32_t i = 0; i < reading->word_count; i++)
		if (reading->words[i].tag == PL_TAG_NAME && !(reading->words[i].flags & PL_WORD_OUTSIDE))
			return true;
	return false;
}

/* "Full Council approval": of what the key action has drafted. */
static bool is_bare_approval(const struct step *later)
{
	const struct pl_clause *clause = later->clause;

	return clause->yield == PL_YIELD_STEP && clause->verb == PL_NO_WORD && clause->object != PL_NO_WORD &&
	       (later->reading->words[clause->object].kinds & PL_KIND(DECISION)) &&
	       deliverable_end(later) == clause->object + 1;
}

/* Do both work on the same thing? A step that names none ("Outline design completed") is about what its key action is
 * about, so that carrying that out implies it. */
static bool same_deliverable(const struct step *step, const struct step *later)
{
	struct common common = compare(step, later);
	uint32_t head = step->clause->object;
	bool begins = head == PL_NO_WORD ||
	              pl_word_with(step->reading, step->clause->begin, step->clause->end, PL_KIND(BEGIN)) != PL_NO_WORD;

	if (common.names && has_name(later->reading) && !common.shares_name)
		return false;
	if (step->stage > BEGUN && is_bare_approval(later))
		return true;
	if (!begins && step->reading->words[head].length == 1 && names_deliverable(step->reading, head) && !has_stem(later->reading, step->reading->words[head].stem))
		return false; /* "plan for the event" and "guests for the event" */
	if (common.nouns == 0)
		return later->clause && has_any(later->reading, later->clause->begin, later->clause->end, carrying_out);
	return common.shared > 0 &&
	       common.shared >= (common.nouns <= 2 ? common.nouns : common.nouns - common.nouns / 3);
}

static bool is_complete(const struct step *later)
{
	return !later->share && pl_word_with(later->reading, later->clause->begin, later->clause->end,
	                                     PL_KIND(FINISH) | PL_KIND(DONE)) != PL_NO_WORD;
}

/* "Prepare specification" and "finalise specification". */
static bool is_written(const struct step *step)
{
	const struct pl_clause *clause = step->clause;
	uint64_t done = PL_KIND(FINISH) | PL_KIND(APPROVE) | PL_KIND(PUBLISH);
	uint64_t verb = clause->verb != PL_NO_WORD ? step->reading->words[clause->verb].kinds : 0;

	return clause->yield == PL_YIELD_DOCUMENT && (verb & PL_KIND(WRITE)) && !(verb & done);
}

static bool is_finalising(const struct step *later)
{
	static const char *const final[] = {"final", "finalise", "finalised", "finalize", "finalized", "finalising", NULL};

	return has_any(later->reading, later->clause->begin, later->clause->end, final);
}

static bool implies(const struct step *later, const struct step *step)
{
	if (!later->clause)
		return false;
	if (is_written(step) && is_finalising(later) && has_stem(later->reading, step->reading->words[step->clause->object].stem))
		return true;
	if (!same_deliverable(step, later))
		return false;
	if (step->share && (later->share > step->share || (step->share < 100 && is_complete(later))))
		return true;
	return step->stage != UNTOLD && step->stage < FINAL && later->stage > step->stage;
}

/* ---- the order -------------------------------------------------------------------------------------------------- */

static bool is_later(const struct pl_milestone *a, const struct pl_milestone *b)
{
	pl_day first = a->due.days.last, second = b->due.days.last;

	if (first != PL_NO_DAY && second != PL_NO_DAY && first != second)
		return second > first;
	return b->item.ordinal > a->item.ordinal;
}

static void report(struct pl_ctx *ctx, const struct pl_milestone *milestone, const struct step *step,
                   const struct pl_milestone *later)
{
	struct pl_place place = {
	        .item = &later->item, .part = {.text = later->item.title}, .message = "this implies it"};

	pl_report_words(
	        ctx, &milestone->item, step->reading, step->clause,
	        &(struct pl_report){.message = pl_print(ctx, "this is a step on the way to %s, which says enough",
	                                                pl_print_item(ctx, &later->item)),
	                            .confidence = PL_MEDIUM,
	                            .related = &place,
	                            .related_count = 1});
}

static void check_action(struct pl_ctx *ctx, const struct pl_action *action)
{
	struct step *found = pl_alloc(ctx, action->milestone_count, sizeof *found);

	for (size_t i = 0; i < action->milestone_count; i++)
		if (action->milestones[i]->item.title)
			found[i] = step_of(ctx, action->milestones[i]->item.title);
	for (size_t i = 0; i < action->milestone_count; i++)
		for (size_t k = 0;
		     found[i].clause && (found[i].stage < FINAL || found[i].share || is_written(&found[i])) && k < action->milestone_count;
		     k++) {
			if (k == i || !is_later(action->milestones[i], action->milestones[k]) ||
			    !implies(&found[k], &found[i]))
				continue;
			report(ctx, action->milestones[i], &found[i], action->milestones[k]);
			break;
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
