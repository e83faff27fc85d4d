/* Fuzzes texts -> readings, tokens, similarity: words and clauses stand where they should, measures are measures, and
 * the join finds what comparing every pair finds. */
#include "base/buf.h"
#include "fuzz.h"
#include "text/join.h"
#include "text/similar.h"

enum { MOST = 24 };

struct texts {
	struct pl_arena arena;
	struct pl_arena_guard guard;
	struct pl_vocabulary vocabulary;
	struct pl_text_setting setting;
	struct pl_text texts[MOST];
	const struct pl_reading *readings[MOST];
	struct pl_token_set sets[MOST];
	const struct pl_token_set *set_places[MOST];
	uint32_t count;
	struct pl_buf dump;
};

static bool is_word(const struct pl_reading *reading, uint32_t word)
{
	return word == PL_NO_WORD || word < reading->word_count;
}

static void check_clause(const struct pl_reading *reading, const struct pl_clause *clause)
{
	FUZZ_HOLDS(clause->begin <= clause->end);
	FUZZ_HOLDS(clause->end <= reading->word_count);
	FUZZ_HOLDS(clause->form <= PL_CLAUSE_STATE);
	FUZZ_HOLDS(clause->role <= PL_ROLE_CONDITION);
	FUZZ_HOLDS(clause->yield <= PL_YIELD_EFFORT);
	FUZZ_HOLDS(is_word(reading, clause->verb));
	FUZZ_HOLDS(is_word(reading, clause->inner));
	FUZZ_HOLDS(is_word(reading, clause->agent));
	FUZZ_HOLDS(is_word(reading, clause->object));
	FUZZ_HOLDS(is_word(reading, clause->decided[0]));
	FUZZ_HOLDS(is_word(reading, clause->decided[1]));
	FUZZ_HOLDS(clause->object_begin <= clause->object_end);
	FUZZ_HOLDS(clause->object_end <= reading->word_count);
}

static void check_reading(const struct pl_reading *reading)
{
	const struct pl_str value = reading->text->value;
	uint32_t behind = 0;

	FUZZ_HOLDS(reading->word_count <= PL_READING_WORDS);
	for (uint32_t i = 0; i < reading->word_count; i++) {
		const struct pl_word *word = &reading->words[i];

		FUZZ_HOLDS(behind <= word->begin);
		FUZZ_HOLDS(word->begin < word->end);
		FUZZ_HOLDS(word->end <= value.len);
		FUZZ_HOLDS(i + word->length <= reading->word_count);
		FUZZ_HOLDS(word->tag <= PL_TAG_MARK);
		FUZZ_HOLDS(((unsigned char)value.ptr[word->begin] & 0xC0) != 0x80);
		FUZZ_HOLDS(word->end == value.len || ((unsigned char)value.ptr[word->end] & 0xC0) != 0x80);
		behind = word->end;
	}
	for (uint32_t i = 0; i < reading->clause_count; i++)
		check_clause(reading, &reading->clauses[i]);
	for (uint32_t i = 0; i < reading->date_count; i++)
		FUZZ_HOLDS(reading->dates[i].end <= value.len);
	FUZZ_HOLDS(reading->day_count <= reading->date_count);
}

static void check_acronyms(struct pl_str text)
{
	struct pl_acronym_use use;

	for (uint32_t from = 0; pl_acronym_next(text, from, &use); from = use.end) {
		FUZZ_HOLDS(from <= use.begin);
		FUZZ_HOLDS(use.begin < use.end);
		FUZZ_HOLDS(use.end <= text.len);
		FUZZ_HOLDS(use.letters.len >= 2);
	}
}

static void check_set(const struct pl_token_set *set)
{
	uint32_t weight = 0, specific = 0;

	for (uint32_t i = 0; i < set->count; i++) {
		FUZZ_HOLDS(!i || set->tokens[i - 1].stem < set->tokens[i].stem);
		FUZZ_HOLDS(set->tokens[i].weight);
		weight += set->tokens[i].weight;
		specific += set->tokens[i].stem >= PL_TOKEN_DAY ? 2 : set->tokens[i].is_specific;
	}
	FUZZ_HOLDS(weight == set->weight);
	FUZZ_HOLDS(specific == set->specific);
}

static void check_pair(const struct pl_token_set *a, const struct pl_token_set *b)
{
	double similarity = pl_tokens_similarity(a, b), containment = pl_tokens_containment(a, b);

	FUZZ_HOLDS(similarity >= 0 && similarity <= 1);
	FUZZ_HOLDS(containment >= 0 && containment <= 1);
	FUZZ_HOLDS(pl_tokens_shared(a, b) == pl_tokens_shared(b, a));
	FUZZ_HOLDS(pl_tokens_shared(a, b) <= a->weight && pl_tokens_shared(a, b) <= b->weight);
	FUZZ_HOLDS(!(similarity < pl_tokens_similarity(b, a)) && !(similarity > pl_tokens_similarity(b, a)));
	FUZZ_HOLDS(containment >= similarity);
	FUZZ_HOLDS(pl_tokens_tell_apart(a, b) == pl_tokens_tell_apart(b, a));
	FUZZ_HOLDS(a != b || !a->count || similarity >= 1);
}

/* ---- the join against every pair -------------------------------------------------------------------------------- */

static bool same_stems(const struct pl_token_set *a, const struct pl_token_set *b)
{
	if (a->count != b->count || !a->count)
		return false;
	for (uint32_t i = 0; i < a->count; i++)
		if (a->tokens[i].stem != b->tokens[i].stem)
			return false;
	return true;
}

static uint32_t root(const uint32_t *group, uint32_t i)
{
	while (group[i] != i)
		i = group[i];
	return i;
}

/* The first of the sets with the same stems stands for all of them, whatever weights they have. */
static const struct pl_token_set *first_equal(const struct texts *texts, uint32_t of)
{
	for (uint32_t i = 0; i < of; i++)
		if (same_stems(&texts->sets[i], &texts->sets[of]))
			return &texts->sets[i];
	return &texts->sets[of];
}

static void check_join(struct texts *texts, double threshold)
{
	struct pl_joined joined = {
	        .sets = texts->set_places, .count = texts->count, .threshold = threshold, .steps = 1000000};
	uint32_t group[MOST], expected[MOST];

	FUZZ_HOLDS(pl_join(&texts->arena, &joined, group));
	for (uint32_t i = 0; i < texts->count; i++)
		expected[i] = i;
	for (uint32_t a = 0; a < texts->count; a++)
		for (uint32_t b = a + 1; b < texts->count; b++) {
			const struct pl_token_set *one = first_equal(texts, a), *other = first_equal(texts, b);
			uint32_t x = root(expected, a), y = root(expected, b);

			if ((one == other && one->count) || pl_tokens_similarity(one, other) >= threshold)
				expected[x > y ? x : y] = x > y ? y : x;
		}
	for (uint32_t i = 0; i < texts->count; i++)
		FUZZ_HOLDS(group[i] == root(expected, i));
}

/* ---- all of it -------------------------------------------------------------------------------------------------- */

static void read_all(struct texts *texts, struct pl_str rest)
{
	while (rest.len && texts->count < MOST) {
		const char *end = memchr(rest.ptr, '\n', rest.len);
		struct pl_str line = pl_str_sub(rest, 0, end ? (size_t)(end - rest.ptr) : rest.len);
		struct pl_text *text = &texts->texts[texts->count];
		const struct pl_reading *reading;

		rest = pl_str_sub(rest, line.len + 1, rest.len);
		if (!line.len)
			continue;
		text->value = line;
		reading = pl_text_read(&texts->vocabulary, &texts->arena, text, &texts->setting);
		check_reading(reading);
		check_acronyms(line);
		pl_text_dump(reading, &texts->dump);
		texts->readings[texts->count] = reading;
		texts->sets[texts->count] = pl_tokens_of(&texts->arena, reading);
		pl_tokens_set_specific(&texts->sets[texts->count], reading);
		check_set(&texts->sets[texts->count]);
		texts->set_places[texts->count] = &texts->sets[texts->count];
		texts->count++;
	}
}

static void run(struct texts *texts, struct pl_str bytes)
{
	struct pl_source source;
	bool too_large;

	pl_arena_init(&texts->arena, &texts->guard);
	texts->setting = (struct pl_text_setting){.calendar = {.period = {14700, 15064}, .year_start = 401}};
	pl_vocabulary_open(&texts->vocabulary, &texts->arena);
	pl_vocabulary_add_noun(&texts->vocabulary, PL_STR("policy and resources"), PL_KIND(BODY));
	pl_text_setting_add(&texts->setting, &texts->arena, &texts->vocabulary, PL_STR("LSP"),
	                    PL_STR("Local Strategic Partnership"));
	pl_source_open(&source, &texts->arena, "fuzz.txt", bytes, UINT32_MAX, &too_large);
	read_all(texts, source.text);
}

static void end(struct texts *texts)
{
	pl_buf_free(&texts->dump);
	pl_arena_free(&texts->arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct texts first, again;

	first = again = (struct texts){0};
	if (setjmp(first.guard.jump) || setjmp(again.guard.jump))
		fuzz_guard_tripped();
	run(&first, fuzz_text(data, size));
	for (uint32_t a = 0; a < first.count; a++)
		for (uint32_t b = a; b < first.count; b++)
			check_pair(&first.sets[a], &first.sets[b]);
	check_join(&first, 0.5);
	check_join(&first, 0.85);
	run(&again, fuzz_text(data, size));
	FUZZ_HOLDS(first.dump.len == again.dump.len);
	FUZZ_HOLDS(!first.dump.len || !memcmp(first.dump.ptr, again.dump.ptr, first.dump.len));
	end(&again);
	end(&first);
	return 0;
}
