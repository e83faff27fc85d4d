/*
 * The lexicon: what English words of plans can stand for.
 *
 * src/text/lexicon has the lists that people write. When the program is built, make.c there finds out all that they say
 * of every form of their words, stems included, and puts it into tables by hash: most words of a plan are met once, and
 * then a look into a table is all that they cost. The tables hold numbers instead of pointers, so that a program that
 * starts has nothing to set right in them.
 */
#ifndef PL_TEXT_LEXICON_H
#define PL_TEXT_LEXICON_H

#include <planlint/text.h>

/* What the exact form of a word gives away, where its kinds (which all forms of a lemma share) would say too much:
 * "services provided by …" describes, "provide services" does not. */
#define PL_CUE(name) (UINT64_C(1) << PL_CUE_BIT_##name)
enum pl_cue_bit {
	/* numbers */
	PL_CUE_BIT_NUMERAL,   /* 12, £5m: of whole texts, in no list */
	PL_CUE_BIT_NUMBER,    /* five, dozen, nil */
	PL_CUE_BIT_FRACTION,  /* third, quarters: with "a" before it */
	PL_CUE_BIT_LABELLED,  /* phase, wards: a number behind it only names */
	PL_CUE_BIT_TIME_UNIT, /* day, week: "a five day course" counts nothing */
	PL_CUE_BIT_SPAN,      /* days, weeks: 30 of them are no people */
	/* verbs in their place */
	PL_CUE_BIT_UNCHANGING, /* set, put, run: base form and participle alike */
	PL_CUE_BIT_DESCRIBES,  /* provided, held, used: mostly tells which noun is meant, not what is done */
	PL_CUE_BIT_TELLS_MORE, /* outlining, covering: tells more of the noun before it */
	PL_CUE_BIT_RESULT,     /* leading, enabling: brings what comes of it */
	PL_CUE_BIT_BY_THINGS,  /* go, include, cover: done by things as well as people */
	/* clauses */
	PL_CUE_BIT_CONTAINER,  /* range, draft: only holds what is behind "of" */
	PL_CUE_BIT_SHORT_FORM, /* approx, dept: a full stop behind it ends no sentence */
	PL_CUE_BIT_RELATIVE,   /* whose, how, whether */
	/* steps before a body */
	PL_CUE_BIT_DEALING,  /* considered, notes, tabled: what a body does with a paper */
	PL_CUE_BIT_BACKING,  /* agreement, consent: what a body gives */
	PL_CUE_BIT_KEEPING,  /* keep: a body, informed */
	PL_CUE_BIT_INFORMED, /* updated, briefed: what a body is kept */
	PL_CUE_BIT_PUTTING,  /* put, bring: before a body */
	/* meetings */
	PL_CUE_BIT_INVITING,
	PL_CUE_BIT_BID,       /* bids, tenders: what is invited without anybody coming */
	PL_CUE_BIT_ARRANGING, /* arrange */
	PL_CUE_BIT_NO_GROUP,  /* team, partnership: people who work rather than meet */
	PL_CUE_BIT_SERVICE,   /* visits, drop-in: where they are counted, the service itself */
	/* documents and effort */
	PL_CUE_BIT_IN_EFFECT,    /* force, use, live */
	PL_CUE_BIT_PLACING,      /* put, get: a document in place */
	PL_CUE_BIT_HANDING,      /* give, submit, refer: a document to somebody outside */
	PL_CUE_BIT_PRODUCTION,   /* publication: what is ensured of a document */
	PL_CUE_BIT_WRITING_DOWN, /* document, as a verb */
	PL_CUE_BIT_MAKER,        /* develop, provide: open-ended with a plural behind it */
	PL_CUE_BIT_BETTERING,    /* make, take: "make it better" */
	/* steps on the way to a deliverable */
	PL_CUE_BIT_PICKING,      /* select, scope, define: begun, nothing is there yet */
	PL_CUE_BIT_STARTING,     /* start, commences */
	PL_CUE_BIT_GOING_ON,     /* ongoing */
	PL_CUE_BIT_OUTLINING,    /* draft, sketch */
	PL_CUE_BIT_PREPARING,    /* design, specification, tender */
	PL_CUE_BIT_PLANNING,     /* plan, proposal: "for" what is behind it */
	PL_CUE_BIT_PREPARATION,  /* arrangements, programme: agreed or written */
	PL_CUE_BIT_STEP,         /* names the step rather than what it leads to */
	PL_CUE_BIT_CARRYING_OUT, /* implementation, works */
	PL_CUE_BIT_FINALISING,
	PL_CUE_BIT_SHARE,  /* half, all, per (cent) */
	PL_CUE_BIT_ADDING, /* alongside: a result beside another */
	/* single words, looked for among others */
	PL_CUE_BIT_AT,
	PL_CUE_BIT_BEFORE,
	PL_CUE_BIT_BY,
	PL_CUE_BIT_FOR,
	PL_CUE_BIT_FROM,
	PL_CUE_BIT_IN,
	PL_CUE_BIT_OF,
	PL_CUE_BIT_REACHING,
	PL_CUE_BIT_THROUGH,
	PL_CUE_BIT_TO,
	PL_CUE_BIT_VIA,
	PL_CUE_BIT_WITH
};

/* What is known of one form of a word, whatever it turns out to be in its place: what the steps of a reading ask of
 * every word, and no more. */
struct pl_lexeme {
	uint64_t noun, verb, other; /* kinds as each */
	uint64_t cues;              /* PL_CUE(…) of this very form */
	uint16_t looks;             /* enum pl_look (vocabulary.h): the lexicon leaves it 0 */
	uint8_t other_tag;          /* enum pl_tag */
	uint8_t form;               /* enum pl_form as a verb */
	bool is_noun : 1, is_verb : 1, is_other : 1;
	bool is_plural : 1;
	bool is_nominal : 1; /* a noun like "development (of)" that stands for a verb */
};

/* What the lists hold of a word. */
struct pl_listed {
	struct pl_lexeme lexeme;
	uint64_t nominal;       /* kinds of the verb that a nominal stands for */
	uint64_t seconds;       /* a bit for the `letters` of each phrase that may begin here */
	uint16_t phrases[2][2]; /* entries [from, to) of the phrase table that may begin here: as written, as verb */
};

enum { PL_LEXICON_LONGEST = 40 }; /* bytes: longer words are in no list */

/* `word` in lower case. What is in no list has all false. */
struct pl_listed pl_lexicon_look_up(struct pl_str word);

struct pl_vocabulary_entry; /* vocabulary.h */

/* The same, for an entry: true where all of it but `own` was found out when the program was built, and its word lives
 * for ever; false where only `listed` is set, but for the looks. */
bool pl_lexicon_find(struct pl_str word, struct pl_vocabulary_entry *entry);

/* ---- stems of the words that are in the lists ---- */

uint32_t pl_lexicon_stem_count(void);
uint32_t pl_lexicon_stem(struct pl_str stem);        /* its number, from 1 to the count; 0: no word has it */
struct pl_str pl_lexicon_stem_text(uint32_t number); /* lives for ever */

/* ---- terms of several words ---- */

struct pl_phrase {
	const char *words; /* behind the first; separated by single spaces */
	uint64_t kinds;
	uint8_t tag;
	uint8_t count;   /* of words, with the first */
	uint8_t letters; /* of the second word: pl_phrase_letters */
};

/* A number below 64 by which most words can be told from each other: of the first two letters, which a noun has in the
 * plural too. */
static inline uint8_t pl_phrase_letters(struct pl_str word)
{
	unsigned first = (unsigned char)word.ptr[0], second = word.len > 1 ? (unsigned char)word.ptr[1] : 0;

	return (first * 5 + second * 11) % 64;
}

/* May it begin with a word as it is written (way 0), or as the form of a verb (way 1) that the word is? "Sets up" is
 * "set up", but "terms up" is no form of a noun "term up". */
static inline bool pl_phrase_begins(const struct pl_phrase *phrase, int way)
{
	return way == 0 || phrase->tag == PL_TAG_VERB;
}

/* An entry of the phrase table. */
struct pl_phrase pl_lexicon_phrase(uint16_t index);

#endif
