/* How alike two texts are. */
#include "text/similar.h"

#include "base/str.h"

#include <stdlib.h>

enum { NAME_WEIGHT = 2, NUMBER_WEIGHT = 2, DAY_WEIGHT = 4, MOST_DAYS = 8 };

/* That something is made or done goes without saying: "guide produced", "develop a guide". */
static bool is_content(const struct pl_word *word)
{
	if (!pl_word_counts(word) || (word->kinds & (PL_KIND(FINISH) | PL_KIND(DONE) | PL_KIND(HAVE))))
		return false;
	if (word->tag == PL_TAG_VERB &&
	    (word->kinds & (PL_KIND(WRITE) | PL_KIND(FOUND) | PL_KIND(PUBLISH) | PL_KIND(IMPLEMENT))))
		return false;
	return word->tag == PL_TAG_NOUN || word->tag == PL_TAG_NAME || word->tag == PL_TAG_VERB ||
	       word->tag == PL_TAG_ADJECTIVE || word->tag == PL_TAG_NUMBER;
}

static struct pl_token token_of(const struct pl_word *word)
{
	struct pl_token token = {.stem = word->stem, .weight = 1};

	if (word->tag == PL_TAG_NUMBER) {
		token.is_number = true;
		token.weight = NUMBER_WEIGHT;
	} else if (word->tag == PL_TAG_NAME) {
		token.is_name = true;
		token.weight = NAME_WEIGHT;
	}
	token.is_stage =
	        (word->kinds & (PL_KIND(BEGIN) | PL_KIND(SUBSTEP) | PL_KIND(STAGE))) ||
	        (word->tag == PL_TAG_NOUN && (word->kinds & (PL_KIND(STUDY) | PL_KIND(EVENT) | PL_KIND(DECISION))));
	return token;
}

static int by_stem(const void *a, const void *b)
{
	const struct pl_token *x = a, *y = b;

	return (x->stem > y->stem) - (x->stem < y->stem);
}

/* Month and day as written, where no period tells the year: "12 May" is 512; 0 for what is no day. */
static uint32_t day_as_written(struct pl_str text, const struct pl_dated *date)
{
	static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";
	uint32_t day = 0, month = 0;

	for (uint32_t i = date->begin; i < date->end; i++) {
		char c = pl_ascii_lower(text.ptr[i]);

		if (pl_ascii_is_digit(c))
			day = day * 10 + (uint32_t)(c - '0');
		for (uint32_t m = 0; m < 12 && !month && i + 2 < date->end; m++)
			if (c == months[3 * m] && pl_ascii_lower(text.ptr[i + 1]) == months[3 * m + 1] &&
			    pl_ascii_lower(text.ptr[i + 2]) == months[3 * m + 2])
				month = m + 1;
	}
	return month && day && day < 32 ? month * 100 + day : 0;
}

enum { FEW = 32 };

/* Most texts are short: they are put in order without calling a function for each comparison. */
static void sort(struct pl_token *tokens, uint32_t count)
{
	if (count > FEW) {
		qsort(tokens, count, sizeof *tokens, by_stem);
		return;
	}
	for (uint32_t i = 1; i < count; i++) {
		struct pl_token token = tokens[i];
		uint32_t k = i;

		for (; k && tokens[k - 1].stem > token.stem; k--)
			tokens[k] = tokens[k - 1];
		tokens[k] = token;
	}
}

static uint32_t add_days(struct pl_token *tokens, const struct pl_reading *reading)
{
	uint32_t added = 0;

	for (uint32_t i = 0; i < reading->date_count && added < MOST_DAYS; i++) {
		const struct pl_dated *date = &reading->dates[i];
		uint32_t day = day_as_written(reading->text->value, date);

		if (date->days.first != date->days.last)
			continue;
		if (date->days.first != PL_NO_DAY) {
			struct pl_civil civil = pl_day_civil(date->days.first);

			day = civil.month * 100u + civil.day;
		}
		if (day)
			tokens[added++] =
			        (struct pl_token){.stem = PL_TOKEN_DAY + day, .weight = DAY_WEIGHT, .is_number = true};
	}
	return added;
}

struct pl_token_set pl_tokens_of(struct pl_arena *arena, const struct pl_reading *reading)
{
	size_t room = (size_t)reading->word_count + MOST_DAYS;
	struct pl_token *tokens = PL_MAKE_ARRAY(arena, room, struct pl_token);
	struct pl_token_set set = {.tokens = tokens};
	uint32_t count = 0;

	for (uint32_t i = 0; i < reading->word_count; i++) {
		const struct pl_word *word = &reading->words[i];

		if (is_content(word))
			for (uint32_t k = 0; k < word->length; k++) {
				if (k && (word[k].tag == PL_TAG_PREPOSITION || word[k].tag == PL_TAG_ADVERB ||
				          word[k].tag == PL_TAG_DETERMINER))
					continue; /* "back into" of "bring back into use" */
				tokens[count] = token_of(word);
				tokens[count].word = (uint16_t)i;
				tokens[count++].stem = word[k].stem;
			}
	}
	count += add_days(tokens + count, reading);
	sort(tokens, count);
	for (uint32_t i = 0; i < count; i++) {
		if (set.count && tokens[set.count - 1].stem == tokens[i].stem)
			continue;
		tokens[set.count++] = tokens[i];
		set.weight += tokens[i].weight;
	}
	pl_arena_trim(arena, tokens, room * sizeof *tokens, set.count * sizeof *tokens);
	return set;
}

/* ---- what is specific ---- */

/* Nouns that name a step of any piece of work rather than what the work is about. */
static const uint64_t step_kinds = PL_KIND(EVENT) | PL_KIND(BODY) | PL_KIND(DOCUMENT) | PL_KIND(STUDY) |
                                   PL_KIND(QUALITY) | PL_KIND(WORKS) | PL_KIND(DECISION) | PL_KIND(REPORTING) |
                                   PL_KIND(STAGE);

/* What goes along with a milestone doesn't say which it is: "…, with regular reports to the board". */
static bool is_aside(const struct pl_reading *reading, uint32_t word)
{
	for (uint32_t i = 0; i < reading->clause_count; i++)
		if (word >= reading->clauses[i].begin && word < reading->clauses[i].end)
			return reading->clauses[i].role == PL_ROLE_WITH ||
			       reading->clauses[i].role == PL_ROLE_CONDITION;
	return false;
}

static bool is_specific(const struct pl_token *token, const struct pl_reading *reading)
{
	const struct pl_word *word = &reading->words[token->word];

	if (token->is_number || token->is_name || (word->tag == PL_TAG_NOUN && !(word->kinds & step_kinds)))
		return !is_aside(reading, token->word);
	return false;
}

void pl_tokens_set_specific(struct pl_token_set *set, const struct pl_reading *reading)
{
	for (uint32_t i = 0; i < set->count; i++) {
		struct pl_token *token = &set->tokens[i];
		bool day = token->stem >= PL_TOKEN_DAY;

		token->is_specific = day || is_specific(token, reading);
		set->specific += day ? 2u : token->is_specific; /* a diary entry is its day */
	}
}

/* ---- comparing ---- */

uint32_t pl_tokens_shared(const struct pl_token_set *a, const struct pl_token_set *b)
{
	uint32_t shared = 0, i = 0, j = 0;

	while (i < a->count && j < b->count) {
		const struct pl_token *x = &a->tokens[i], *y = &b->tokens[j];

		if (x->stem == y->stem) /* a word may be a name here and a noun there */
			shared += x->weight < y->weight ? x->weight : y->weight;
		i += x->stem <= y->stem;
		j += y->stem <= x->stem;
	}
	return shared;
}

double pl_tokens_similarity(const struct pl_token_set *a, const struct pl_token_set *b)
{
	return pl_tokens_jaccard(a, b, pl_tokens_shared(a, b));
}

double pl_tokens_containment(const struct pl_token_set *a, const struct pl_token_set *b)
{
	uint32_t smaller = a->weight < b->weight ? a->weight : b->weight;

	return smaller ? (double)pl_tokens_shared(a, b) / (double)smaller : 0;
}

/* Tokens of each sort that are in `a` and not in `b`. */
struct missing {
	bool number, name, stage, thing;
};

static struct missing missing_from(const struct pl_token_set *a, const struct pl_token_set *b)
{
	struct missing missing = {0};

	for (uint32_t i = 0, j = 0; i < a->count; i++) {
		const struct pl_token *token = &a->tokens[i];

		while (j < b->count && b->tokens[j].stem < token->stem)
			j++;
		if (j < b->count && b->tokens[j].stem == token->stem)
			continue;
		missing.number |= token->is_number;
		missing.name |= token->is_name;
		missing.stage |= token->is_stage;
		missing.thing |= token->is_specific;
	}
	return missing;
}

bool pl_tokens_tell_apart(const struct pl_token_set *a, const struct pl_token_set *b)
{
	struct missing left = missing_from(a, b), right = missing_from(b, a);

	return (left.number && right.number) || (left.name && right.name) || (left.thing && right.thing) ||
	       left.stage || right.stage;
}
