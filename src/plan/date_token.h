/* A text cut into what dates are made of: numbers, names of months, the words and marks between them. */
#ifndef PL_PLAN_DATE_TOKEN_H
#define PL_PLAN_DATE_TOKEN_H

#include <planlint/diag.h>

enum pl_date_kind {
	PL_DATE_END, /* behind the last token */
	PL_DATE_NUMBER,
	PL_DATE_MONTH,
	PL_DATE_SEASON,    /* 1 spring to 4 winter */
	PL_DATE_QUARTER,   /* value 0: the number follows */
	PL_DATE_FISCAL,    /* FY, financial (year) */
	PL_DATE_YEAR_WORD, /* the word "year" */
	PL_DATE_PART,      /* 1 early, 2 mid, 3 late or end */
	PL_DATE_ORDINAL,   /* first to fourth, as a word */
	PL_DATE_OF,
	PL_DATE_THE,
	PL_DATE_TO, /* value 1: until, which also brings in a date by itself */
	PL_DATE_AND,
	PL_DATE_LEAD, /* by, in, on …; value 1: between, whose "and" is a "to"; 2: due by */
	PL_DATE_THAN, /* no later than */
	PL_DATE_LATER,
	PL_DATE_NOT,
	PL_DATE_ONWARDS,
	PL_DATE_WEEKDAY,
	PL_DATE_COUNTED, /* Phase, Stage …: the number behind it is no day */
	PL_DATE_SMALL,   /* a word that may follow a date at once: for, with, all … */
	PL_DATE_WORD,    /* any other word, a number with a unit or currency too */
	PL_DATE_DASH,
	PL_DATE_SLASH,
	PL_DATE_DOT,
	PL_DATE_COMMA, /* , and ; */
	PL_DATE_OPEN,  /* ( and [ */
	PL_DATE_CLOSE,
	PL_DATE_MARK /* any other sign */
};

struct pl_date_token {
	uint32_t begin, end;
	uint16_t value; /* of a number: at most 9999, more is a word */
	uint8_t kind;
	uint8_t digits;    /* of a number */
	bool spaced : 1;   /* white space, or the text's begin, before it */
	bool ordinal : 1;  /* 30th */
	bool quoted : 1;   /* '10 */
	bool capital : 1;  /* a word that begins with a capital */
	bool attached : 1; /* a sign before it makes a number no date: £, $, #, a letter */
};

enum { PL_DATE_ROOM = 192 };

/* Tokens from byte `from` on, at most PL_DATE_ROOM of them and PL_DATE_END behind the last; answers how many. */
size_t pl_date_tokens(struct pl_str text, size_t from, struct pl_date_token tokens[PL_DATE_ROOM + 1]);

/* Nothing but letters, as nearly all words are, and no word that has to do with dates: then its one token. */
bool pl_date_is_plain(struct pl_str word, struct pl_date_token *token);

/* Could there be a date in it? Fast: a digit, or the name of a month with a capital. */
bool pl_date_possible(struct pl_str text);

/* The kind of a sign of ASCII. */
uint8_t pl_date_sign(char sign);

/* Can these tokens of a word or number make a date of the words around it? Where none of a text's can, and no dash but
 * "-" joins numbers in it, no date is in the text. */
bool pl_date_is_told_by(const struct pl_date_token *tokens, size_t count);

/* The month's name that a misspelt word stands for; NULL. */
const char *pl_date_month_near(struct pl_str word);

#endif
