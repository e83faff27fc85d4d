/*
 * Read-only view of a text of the plan, and of how it reads as English.
 *
 * A `pl_text` is one YAML scalar with its place. A `pl_reading` is what the text stage makes of it: words with their
 * kinds and stems, the substance (what is left without numbering, dates, placeholders and closing punctuation), and
 * clauses: who does what to what, in which form, and how each clause hangs on the one before.
 *
 * The analysis is shallow and local on purpose (a lexicon, word order, no grammar of English): it must be right about
 * the telegraphic style of plans ("Report to Cabinet", "Protocol agreed", "21 Jan Leaders"), and a reader must be able
 * to see why it decided as it did. `planlint check --dump text` shows it.
 */
#ifndef PLANLINT_TEXT_H
#define PLANLINT_TEXT_H

#include <planlint/diag.h>

struct pl_ctx;     /* rule.h */
struct pl_dated;   /* plan.h */
struct pl_written; /* planlint's own */

/* One scalar of a plan. Owned by the plan. An empty or null scalar is never a `pl_text`: the field is NULL instead. */
struct pl_text {
	struct pl_str value; /* what the author wrote, escapes and folds resolved; never empty */
	struct pl_span span; /* the words in the file: without quotes, and from the first to the last visible byte of a
	                        block scalar */
	uint32_t token; /* where its YAML token begins: at the quotation mark or block indicator, else span.begin */
	uint8_t style;  /* enum pl_scalar_style: how the bytes of `value` lie in the token */
};

/* ---- words ------------------------------------------------------------------------------------------------------- */

/* What a word can stand for, as bits. A word may have several until its place in the sentence decides; once a
 * reading is made, a noun has no bits of verbs and the other way round. The lists are in src/text/lexicon. */
#define PL_KIND(name) (UINT64_C(1) << PL_BIT_##name)
enum pl_kind_bit {
	/* nouns */
	PL_BIT_EVENT,     /* meeting, workshop, visit: something that takes place */
	PL_BIT_GROUP,     /* group, network, forum: people who meet */
	PL_BIT_BODY,      /* committee, cabinet, board: decides or manages inside */
	PL_BIT_OUTSIDE,   /* regulator, funder, ministry: decides outside */
	PL_BIT_DOCUMENT,  /* strategy, report, leaflet, web page */
	PL_BIT_DATA,      /* data, figures, minutes: what is handed on rather than written */
	PL_BIT_STUDY,     /* review, survey, consultation, audit */
	PL_BIT_ASSET,     /* building, system, service, contract, post: there or not there */
	PL_BIT_PEOPLE,    /* staff, residents, pupils */
	PL_BIT_QUALITY,   /* awareness, engagement, partnership working: nobody could prove it */
	PL_BIT_MEASURE,   /* rate, level, number, satisfaction: what numbers are about */
	PL_BIT_WORKS,     /* plan, strategy, recommendations, actions as something that is carried out */
	PL_BIT_DECISION,  /* approval, agreement, decision, sign-off as nouns */
	PL_BIT_REPORTING, /* report, update, paper, presentation: what goes to a body */
	PL_BIT_STAGE,     /* draft, outline, scope, first phase: a part step */
	/* verbs */
	PL_BIT_EFFORT,    /* support, promote, strengthen: no end state */
	PL_BIT_THINK,     /* consider, explore, look into */
	PL_BIT_TALK,      /* discuss, liaise, engage, consult with */
	PL_BIT_CONTINUE,  /* continue, maintain, keep */
	PL_BIT_MONITOR,   /* monitor, track, oversee */
	PL_BIT_BEGIN,     /* begin, start, commence */
	PL_BIT_FINISH,    /* complete, finalise, conclude */
	PL_BIT_WRITE,     /* draft, produce, develop, revise: makes documents */
	PL_BIT_PUBLISH,   /* publish, issue, circulate */
	PL_BIT_SUBMIT,    /* report, present, submit, take */
	PL_BIT_APPROVE,   /* approve, agree, endorse, adopt */
	PL_BIT_CONVENE,   /* hold, arrange, attend, host */
	PL_BIT_MEET,      /* meet */
	PL_BIT_FOUND,     /* establish, set up, form, create */
	PL_BIT_IMPLEMENT, /* implement, deliver, roll out */
	PL_BIT_CHANGE,    /* increase, reduce, improve: wants a number */
	PL_BIT_STUDYING,  /* review, assess, survey, map */
	PL_BIT_ENSURE,    /* ensure, make sure */
	PL_BIT_DEED,      /* appoint, install, award, open: done or not done */
	PL_BIT_DECIDE,    /* decide, resolve, prioritise: what makes a meeting more than a meeting */
	PL_BIT_HAVE,      /* be, have */
	/* others */
	PL_BIT_REPEATED,   /* quarterly, regular, ongoing, annually */
	PL_BIT_WOOLLY,     /* effective, appropriate, better, more, robust */
	PL_BIT_ALL,        /* all, every, each, 100% */
	PL_BIT_DONE,       /* complete, in place, live, operational, available: a state reached */
	PL_BIT_SUBSTEP,    /* outline, draft, initial, first, interim as modifiers */
	PL_BIT_PLACEHOLDER /* tbc, tba */
};

enum pl_tag {
	PL_TAG_NOUN,
	PL_TAG_NAME, /* capitalised inside a sentence, or an acronym, and not in the lexicon */
	PL_TAG_VERB,
	PL_TAG_ADJECTIVE,
	PL_TAG_ADVERB,
	PL_TAG_DETERMINER,
	PL_TAG_PRONOUN,
	PL_TAG_PREPOSITION,
	PL_TAG_TO,    /* before a verb; "to Cabinet" is a preposition */
	PL_TAG_AND,   /* and, &, plus, or */
	PL_TAG_JOIN,  /* which, that, so, while, if, where … */
	PL_TAG_MODAL, /* will, should, must */
	PL_TAG_BE,    /* be, is, are, been, being */
	PL_TAG_NOT,
	PL_TAG_NUMBER,
	PL_TAG_MARK /* punctuation */
};

enum pl_form { PL_FORM_BASE, PL_FORM_S, PL_FORM_ED, PL_FORM_ING };

enum pl_word_flag {
	PL_WORD_CAPITAL = 1, /* begins with a capital */
	PL_WORD_ACRONYM = 2, /* two or more capitals: CECG, HCFOs */
	PL_WORD_OUTSIDE = 4, /* no part of the substance: numbering, date, placeholder */
	PL_WORD_DATE = 8,
	PL_WORD_QUANTITY = 16, /* a number that counts something: 650, 16%, £5m, twelve; not "phase 2" or "LAP 7" */
	PL_WORD_LABEL = 32,    /* a number that only names: phase 2, level 3, zone 27N, year 2 */
	PL_WORD_GAP = 64,      /* white space before it */
	PL_WORD_QUOTED = 128   /* within quotation marks */
};

struct pl_word {
	uint32_t begin, end; /* bytes of the text's value */
	uint64_t kinds;      /* PL_KIND(…) */
	uint32_t stem;       /* equal numbers: the same Snowball stem; within one run. 0 for marks */
	uint8_t tag;         /* enum pl_tag */
	uint8_t form;        /* enum pl_form, of verbs */
	uint8_t flags;       /* enum pl_word_flag */
	uint8_t length;      /* words of the term that begins here ("set up": 2); 0 inside one */
};

/* ---- clauses ----------------------------------------------------------------------------------------------------- */

enum pl_clause_form {
	PL_CLAUSE_NOMINAL,    /* "Quarterly meetings of …", "Report to Cabinet": no verb says it */
	PL_CLAUSE_IMPERATIVE, /* "Publish the guide" */
	PL_CLAUSE_AGENT,      /* "Officers to publish …", "We will publish …" */
	PL_CLAUSE_GERUND,     /* "Publishing the guide" */
	PL_CLAUSE_PASSIVE,    /* "Guide to be published", "Guide published" */
	PL_CLAUSE_STATE       /* "Guide in place", "All schools have a guide" */
};

enum pl_clause_role {
	PL_ROLE_MAIN,     /* what the milestone is; "and" joins equals */
	PL_ROLE_PURPOSE,  /* to …, in order to …, so that … */
	PL_ROLE_RESULT,   /* resulting in …, which will …, leading to … */
	PL_ROLE_RELATIVE, /* that …, where …, including … */
	PL_ROLE_WITH,     /* with …, through …, by …ing, subject to … */
	PL_ROLE_CONDITION /* if …, when …, once …, unless … */
};

#define PL_NO_WORD UINT32_MAX

/* What a clause would leave behind if it were met. */
enum pl_yield {
	PL_YIELD_UNCLEAR,  /* cannot be told: the benefit of the doubt */
	PL_YIELD_RESULT,   /* a deed, a state, a number: could be shown */
	PL_YIELD_DOCUMENT, /* a document written, agreed, published, in place */
	PL_YIELD_STEP,     /* a body inside is told, asked, or agrees */
	PL_YIELD_MEETING,  /* people meet, or a group exists */
	PL_YIELD_EFFORT    /* somebody tries, supports, considers, improves */
};

struct pl_clause {
	uint32_t begin, end; /* words [begin, end) */
	uint8_t form;        /* enum pl_clause_form */
	uint8_t role;        /* enum pl_clause_role */
	uint32_t verb;       /* the word that says what is done; PL_NO_WORD for nominal clauses */
	uint32_t inner;      /* "go on publishing", "begin drafting": the verb behind the first; PL_NO_WORD */
	uint32_t agent;      /* head of who does it; PL_NO_WORD */
	uint32_t object;     /* head noun of what it is done to, of a nominal clause its head; PL_NO_WORD */
	uint32_t object_begin, object_end; /* the whole phrase, up to the first preposition behind the head */
	bool oblique;                      /* the object stands behind a preposition: "circulate to members" */
	uint8_t yield;                     /* enum pl_yield */
	bool sure;                         /* the yield is plain from the words themselves */
	uint32_t decided[2];               /* the words that decided the yield; PL_NO_WORD */
};

struct pl_reading {
	const struct pl_text *text;
	const struct pl_word *words;
	const struct pl_clause *clauses;
	uint32_t word_count;
	uint32_t clause_count;
	uint32_t content_count;       /* nouns, names, verbs, adjectives and numbers in the substance */
	uint64_t kinds;               /* of all words of the substance together: a cheap first test */
	uint32_t quantities;          /* words with PL_WORD_QUANTITY */
	const struct pl_dated *dates; /* in the text, in order */
	uint32_t date_count;
	uint32_t day_count; /* of them such as name a day */
	bool cut;           /* over PL_READING_WORDS words: what follows was not read */
	/* planlint's own: what it knows of each word, and of all of them */
	const struct pl_written *const *written;
	const uint32_t *begins; /* the sets of phrases that one of can begin with it */
	uint64_t cues;
	uint32_t all_begins;
};

enum { PL_READING_WORDS = 4000 };

/* How the text reads. Kept until the hook returns, or calls pl_rest or pl_group_alike; never NULL. `text` must not be
 * NULL. */
PL_API const struct pl_reading *pl_read(struct pl_ctx *ctx, const struct pl_text *text);

/* The same, perhaps without the clauses, which cost as much again as all the rest. */
PL_API const struct pl_reading *pl_read_words(struct pl_ctx *ctx, const struct pl_text *text);

/* For hooks that read the texts of a whole plan, between one item and the next: what was read so far may be forgotten,
 * and is where the plan is very large. */
PL_API void pl_rest(struct pl_ctx *ctx);

/* A word as written; `length` words of a term together. */
PL_API struct pl_str pl_word_text(const struct pl_reading *reading, uint32_t word);

/* Is it this word, or the term that begins there (ASCII case ignored)? Not where `word` is PL_NO_WORD. */
PL_API bool pl_word_reads(const struct pl_reading *reading, uint32_t word, const char *text);

/* The same. Most words are told apart by their first letter, without a call. */
static inline bool pl_word_is(const struct pl_reading *reading, uint32_t word, const char *text)
{
	return word < reading->word_count &&
	       !((reading->text->value.ptr[reading->words[word].begin] ^ text[0]) & ~0x20) &&
	       pl_word_reads(reading, word, text);
}

/* Is it any of the words? NULL behind the last. */
static inline bool pl_word_is_any(const struct pl_reading *reading, uint32_t word, const char *const *words)
{
	for (; *words; words++)
		if (pl_word_is(reading, word, *words))
			return true;
	return false;
}

/* The first word in [begin, end) of the substance with any of `kinds`, or PL_NO_WORD. */
PL_API uint32_t pl_word_with(const struct pl_reading *reading, uint32_t begin, uint32_t end, uint64_t kinds);

/* The first clause in the role of a main one with that yield; NULL. */
PL_API const struct pl_clause *pl_main_with(const struct pl_reading *reading, enum pl_yield yield);

/* ---- acronyms ---------------------------------------------------------------------------------------------------- */

struct pl_acronym_use {
	uint32_t begin, end;   /* bytes of the text, with the s of a plural */
	struct pl_str letters; /* without it */
	bool explained;        /* here: "in words (AIB)" or "AIB (in words)" */
};

/* The next acronym from byte `from` on: two to six capitals, perhaps with an &; no Roman numbers, refs, emphasis or
 * parts of addresses, and nothing in a text that is all in capitals. */
PL_API bool pl_acronym_next(struct pl_str text, uint32_t from, struct pl_acronym_use *use);

/* ---- steps --------------------------------------------------------------------------------------------------------
 */

/* How far along a deliverable a text says it is. */
enum pl_step_stage { PL_STEP_UNTOLD, PL_STEP_BEGUN, PL_STEP_OUTLINED, PL_STEP_PREPARED, PL_STEP_FINAL };

struct pl_step {
	const struct pl_text *text;
	const struct pl_reading *reading;
	const struct pl_clause *clause; /* the first main one; NULL: the text says nothing */
	enum pl_step_stage stage;
	uint32_t share; /* of the whole, in percent ("25%", "half", "all"); 0 for none told */
};

PL_API struct pl_step pl_step_of(struct pl_ctx *ctx, const struct pl_text *text);

/* Is a document being written, and not yet agreed or published? */
PL_API bool pl_step_is_written(const struct pl_step *step);

/* Does reaching `later` mean that `step` was reached: the same deliverable further along, or more of it? Both must have
 * a clause. */
PL_API bool pl_step_implies(const struct pl_step *later, const struct pl_step *step);

/* ---- comparing --------------------------------------------------------------------------------------------------- */

/* How alike two texts are as sets of content stems and numbers, 0 to 1 (Jaccard, numbers and names counted twice).
 * Words of completion (complete, completed, done) and dates don't count. 0 where either text has no content. */
PL_API double pl_similarity(struct pl_ctx *ctx, const struct pl_text *a, const struct pl_text *b);

/* How much of the text with less content is in the other, 0 to 1, counted in the same way. */
PL_API double pl_containment(struct pl_ctx *ctx, const struct pl_text *a, const struct pl_text *b);

/* What the first letters of its words tell of a text, without reading it. */
struct pl_starts {
	uint64_t all;   /* a bit for the first three letters of each word */
	uint64_t solid; /* of words of six letters or more, which nearly always have content */
};
PL_API struct pl_starts pl_starts_of(struct pl_str text);

/* False where so many solid words of the text are not in the other that pl_similarity stays below 0.8 and the text has
 * content of its own. Cheap: asked first, it saves reading long texts. */
PL_API bool pl_starts_may_repeat(const struct pl_starts *text, const struct pl_starts *other);

/* Content stems (nouns, names, verbs, adjectives outside the lexicon's everyday words) in both, and numbers in both. */
struct pl_shared {
	uint32_t stems, numbers;
	double similarity; /* pl_similarity of the two */
};
PL_API struct pl_shared pl_shared_content(struct pl_ctx *ctx, const struct pl_text *a, const struct pl_text *b);

/* Of many texts, those that are alike: an exact similarity join, in time with the number of pairs that are near. */
struct pl_alike {
	const struct pl_text *const *texts; /* NULL entries are like nothing */
	const uint32_t *keys;               /* equal texts with different keys stay apart; NULL: all equal */
	uint32_t count;
	double threshold; /* of pl_similarity, above 0 */
	/* Is the pair the same after all? For pairs at or above the threshold that are not equal. */
	bool (*same)(struct pl_ctx *ctx, void *data, uint32_t a, uint32_t b, double similarity);
	void *data;
};

/* For each text the smallest index it is alike with, through others if need be; itself where with none. Lives as long
 * as the file. Where there are too many near pairs, groups may be missing, and the stage says so (incomplete-check). */
PL_API const uint32_t *pl_group_alike(struct pl_ctx *ctx, const struct pl_alike *alike);

/* For each milestone of the plan under inspection, by index, the first that says the same: in nearly the same words
 * with no number, name or stage between them, and where a text only says which step it is ("consultation completed"),
 * under the same key action. Found once a plan. */
PL_API const uint32_t *pl_same_milestones(struct pl_ctx *ctx);

/* Does the text say which thing it is about: names, numbers, days or things of its own in at least `least` places,
 * rather than only which step of any piece of work ("consultation completed")? */
PL_API bool pl_is_specific(struct pl_ctx *ctx, const struct pl_text *text, uint32_t least);

/* Do the texts tell two things of one kind apart: a number, name or stage in each that the other lacks? */
PL_API bool pl_tells_apart(struct pl_ctx *ctx, const struct pl_text *a, const struct pl_text *b);

/* May the two do the same? "Agree the specification" and "implement the specification" share all words but the one that
 * counts. True where one of them has no verb. */
PL_API bool pl_does_the_same(struct pl_ctx *ctx, const struct pl_text *a, const struct pl_text *b);

#endif
