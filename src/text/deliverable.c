/* Whether a later milestone implies an earlier step: the same deliverable, further along. */
#include "text/step.h"

static const char *const step_terms[] = {"per cent", "project plan", "tender document", "tender documents", NULL};
static const char *const works_terms[] = {"roll out", NULL};

/* Nouns that name the step rather than what it leads to. */
static const struct pl_step_words steps = {PL_CUE(STEP), step_terms};
static const struct pl_step_words carrying_out = {PL_CUE(CARRYING_OUT), works_terms};
static const struct pl_step_words finalising = {PL_CUE(FINALISING), NULL};

static bool names_deliverable(const struct pl_reading *reading, uint32_t i)
{
	const struct pl_word *word = &reading->words[i];

	/* inside a term ("outline business case") every noun counts for itself */
	return !(word->flags & PL_WORD_OUTSIDE) && (word->tag == PL_TAG_NOUN || word->tag == PL_TAG_NAME) &&
	       !pl_step_is_any(reading, i, &steps);
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
static uint32_t deliverable_end(const struct pl_step *step)
{
	const struct pl_reading *reading = step->reading;
	uint32_t i = step->clause->object_end;

	while (i < step->clause->end && reading->words[i].tag != PL_TAG_VERB && reading->words[i].tag != PL_TAG_MODAL &&
	       (reading->words[i].tag != PL_TAG_PREPOSITION || pl_word_is(reading, i, "of") ||
	        pl_word_is(reading, i, "for")))
		i++;
	return i;
}

static struct common compare(const struct pl_step *step, const struct pl_step *later)
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
static bool is_bare_approval(const struct pl_step *later)
{
	const struct pl_clause *clause = later->clause;

	return clause->yield == PL_YIELD_STEP && clause->verb == PL_NO_WORD && clause->object != PL_NO_WORD &&
	       (later->reading->words[clause->object].kinds & PL_KIND(DECISION)) &&
	       deliverable_end(later) == clause->object + 1;
}

/* Do both work on the same thing? A step that names none ("Outline design completed") is about what its key action is
 * about, so that carrying that out implies it. */
static bool same_deliverable(const struct pl_step *step, const struct pl_step *later)
{
	struct common common = compare(step, later);
	uint32_t head = step->clause->object;
	bool begins = head == PL_NO_WORD ||
	              pl_word_with(step->reading, step->clause->begin, step->clause->end, PL_KIND(BEGIN)) != PL_NO_WORD;

	if (common.names && has_name(later->reading) && !common.shares_name)
		return false;
	if (step->stage > PL_STEP_BEGUN && is_bare_approval(later))
		return true;
	if (!begins && step->reading->words[head].length == 1 && names_deliverable(step->reading, head) &&
	    !has_stem(later->reading, step->reading->words[head].stem))
		return false; /* "plan for the event" and "guests for the event" */
	if (common.nouns == 0)
		return later->clause &&
		       pl_step_has_any(later->reading, later->clause->begin, later->clause->end, &carrying_out);
	return common.shared > 0 &&
	       common.shared >= (common.nouns <= 2 ? common.nouns : common.nouns - common.nouns / 3);
}

static bool is_complete(const struct pl_step *later)
{
	return !later->share && pl_word_with(later->reading, later->clause->begin, later->clause->end,
	                                     PL_KIND(FINISH) | PL_KIND(DONE)) != PL_NO_WORD;
}

/* "Prepare specification" and "finalise specification". */
bool pl_step_is_written(const struct pl_step *step)
{
	const struct pl_clause *clause = step->clause;
	uint64_t done = PL_KIND(FINISH) | PL_KIND(APPROVE) | PL_KIND(PUBLISH);
	uint64_t verb = clause->verb != PL_NO_WORD ? step->reading->words[clause->verb].kinds : 0;

	return clause->yield == PL_YIELD_DOCUMENT && (verb & PL_KIND(WRITE)) && !(verb & done);
}

static bool is_finalising(const struct pl_step *later)
{
	return pl_step_has_any(later->reading, later->clause->begin, later->clause->end, &finalising);
}

bool pl_step_implies(const struct pl_step *later, const struct pl_step *step)
{
	if (!later->clause)
		return false;
	if (pl_step_is_written(step) && is_finalising(later) &&
	    has_stem(later->reading, step->reading->words[step->clause->object].stem))
		return true;
	if (!same_deliverable(step, later))
		return false;
	if (step->share && (later->share > step->share || (step->share < 100 && is_complete(later))))
		return true;
	return step->stage != PL_STEP_UNTOLD && step->stage < PL_STEP_FINAL && later->stage > step->stage;
}
