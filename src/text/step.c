/* How far along a milestone says that its deliverable is: begun, outlined, prepared or there. */
#include "text/step.h"

#include "text/written.h"

static const char *const outline_terms[] = {"outline business case", "strategic outline case", NULL};
static const char *const tender_terms[] = {"tender document", "tender documents", NULL};
static const char *const plan_terms[] = {"project plan", "test plan", "work plan", NULL};
static const char *const going_terms[] = {"in progress", "under way", NULL};

static const struct pl_step_words picking = {PL_CUE(PICKING), NULL};
static const struct pl_step_words starting = {PL_CUE(STARTING), NULL};
static const struct pl_step_words going_on = {PL_CUE(GOING_ON), going_terms};
static const struct pl_step_words outlining = {PL_CUE(OUTLINING), outline_terms};
static const struct pl_step_words preparing = {PL_CUE(PREPARING), tender_terms};
static const struct pl_step_words planning = {PL_CUE(PLANNING), plan_terms};
static const struct pl_step_words preparation = {PL_CUE(PREPARATION), NULL};

static bool is_term(const struct pl_reading *reading, uint32_t word, const char *const *terms)
{
	for (; terms && *terms; terms++)
		if (pl_word_is(reading, word, *terms))
			return true;
	return false;
}

bool pl_step_is_any(const struct pl_reading *reading, uint32_t word, const struct pl_step_words *words)
{
	if (word >= reading->word_count)
		return false;
	if (reading->words[word].length > 1)
		return is_term(reading, word, words->terms);
	return pl_written_cues(reading->written[word]) & words->cue;
}

bool pl_step_has_any(const struct pl_reading *reading, uint32_t begin, uint32_t end, const struct pl_step_words *words)
{
	if (!(reading->cues & words->cue) && !words->terms)
		return false;
	for (uint32_t i = begin; i < end; i++)
		if (reading->words[i].length && !(reading->words[i].flags & PL_WORD_OUTSIDE) &&
		    pl_step_is_any(reading, i, words))
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
	return pl_word_with(reading, clause->begin, clause->end, PL_KIND(BEGIN)) != PL_NO_WORD ||
	       pl_step_is_any(reading, clause->verb, &picking) || pl_step_is_any(reading, clause->object, &picking) ||
	       pl_step_has_any(reading, clause->begin, clause->end, &starting) ||
	       (clause->object != PL_NO_WORD && pl_step_has_any(reading, clause->object + 1, clause->end, &going_on));
}

/* "Damp policy - first draft". */
static bool is_labelled_draft(const struct pl_reading *reading, const struct pl_clause *clause)
{
	const struct pl_clause *next = clause + 1;

	return next < reading->clauses + reading->clause_count && clause->verb == PL_NO_WORD &&
	       next->verb == PL_NO_WORD && next->end - next->begin <= 4 &&
	       pl_step_has_any(reading, next->begin, next->end, &outlining);
}

static enum pl_step_stage stage_of(const struct pl_reading *reading, const struct pl_clause *clause)
{
	uint64_t verb = clause->verb != PL_NO_WORD ? reading->words[clause->verb].kinds : 0;
	uint64_t object = clause->object != PL_NO_WORD ? reading->words[clause->object].kinds : 0;

	if (is_begun(reading, clause))
		return PL_STEP_BEGUN;
	if (clause->oblique || (verb & PL_KIND(PUBLISH)))
		return PL_STEP_FINAL; /* "consult on the draft", "tender documents published": for others to see */
	if (pl_step_is_any(reading, clause->verb, &outlining) ||
	    pl_step_has_any(reading, clause->object_begin, clause->object_end, &outlining) ||
	    is_labelled_draft(reading, clause) ||
	    (pl_word_with(reading, clause->object_begin, clause->object_end, PL_KIND(SUBSTEP)) != PL_NO_WORD &&
	     (object & PL_KIND(DOCUMENT))))
		return PL_STEP_OUTLINED;
	if (pl_step_is_any(reading, clause->object, &preparing) ||
	    pl_step_has_any(reading, clause->object_begin, clause->object_end, &preparing))
		return PL_STEP_PREPARED;
	if ((verb & (PL_KIND(APPROVE) | PL_KIND(WRITE))) && pl_step_is_any(reading, clause->object, &preparation))
		return PL_STEP_PREPARED;
	if (clause->object != PL_NO_WORD && pl_step_is_any(reading, clause->object, &planning) &&
	    pl_word_is(reading, clause->object_end, "for"))
		return PL_STEP_PREPARED; /* "project plan for the payroll migration" */
	return clause->yield == PL_YIELD_EFFORT || clause->yield == PL_YIELD_MEETING ? PL_STEP_UNTOLD : PL_STEP_FINAL;
}

/* "50 per cent of lanterns", "half of the paperwork", "all". */
static uint32_t share_of(const struct pl_reading *reading, const struct pl_clause *clause)
{
	uint32_t share = 0;

	if (!(reading->cues & (PL_CUE(SHARE) | PL_CUE(NUMERAL))))
		return 0;
	for (uint32_t i = clause->begin; i < clause->end; i++) {
		struct pl_str word;
		bool percent;
		uint32_t number = 0;

		if (reading->words[i].tag != PL_TAG_NUMBER && !(pl_written_cues(reading->written[i]) & PL_CUE(SHARE)))
			continue;
		word = pl_word_text(reading, i);
		percent = word.len > 1 && word.ptr[word.len - 1] == '%';
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

struct pl_step pl_step_of(struct pl_ctx *ctx, const struct pl_text *text)
{
	struct pl_step step = {.text = text, .reading = pl_read(ctx, text)};

	step.clause = first_main(step.reading);
	if (!step.clause)
		return step;
	step.stage = stage_of(step.reading, step.clause);
	step.share = share_of(step.reading, step.clause);
	return step;
}
