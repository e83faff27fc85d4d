/* Reading a text: the steps, and what a reading offers to rules. */
#include "text/read.h"

#include "base/str.h"

#define TAG(name) (1u << PL_TAG_##name)

/* Of a word that counts. */
static bool is_content(const struct pl_word *word)
{
	return (TAG(NOUN) | TAG(NAME) | TAG(VERB) | TAG(ADJECTIVE) | TAG(NUMBER)) >> word->tag & 1;
}

/* What all words say together. */
static void sum_up(struct pl_reading *reading)
{
	uint32_t content = 0, quantities = 0;
	uint64_t kinds = 0;

	for (uint32_t i = 0; i < reading->word_count; i++) {
		const struct pl_word *word = &reading->words[i];

		if (!pl_word_counts(word))
			continue;
		kinds |= word->kinds;
		content += is_content(word);
		quantities += (word->flags & PL_WORD_QUANTITY) != 0;
	}
	reading->kinds = kinds;
	reading->content_count = content;
	reading->quantities = quantities;
}

/* From the room where it was split, now that its length is known. */
static void keep(struct pl_draft *draft)
{
	draft->words = pl_arena_keep(draft->arena, draft->words, draft->count * sizeof *draft->words);
	draft->written = pl_arena_keep(draft->arena, draft->written, draft->count * sizeof *draft->written);
	draft->begins = pl_arena_keep(draft->arena, draft->begins, draft->count * sizeof *draft->begins);
}

struct pl_reading *pl_text_read_words(struct pl_vocabulary *vocabulary, struct pl_arena *arena,
                                      const struct pl_text *text, const struct pl_text_setting *setting)
{
	struct pl_reading *reading = PL_MAKE(arena, struct pl_reading);
	struct pl_draft draft = {.value = text->value,
	                         .vocabulary = vocabulary,
	                         .setting = setting,
	                         .arena = arena,
	                         .words = vocabulary->words_room,
	                         .written = vocabulary->written_room,
	                         .begins = vocabulary->begins_room};

	pl_text_split(&draft);
	pl_text_find_dates(&draft);
	pl_text_join_terms(&draft);
	pl_text_classify_numbers(&draft);
	keep(&draft);
	pl_text_set_outside(&draft);
	pl_text_tag(&draft);
	reading->text = text;
	reading->words = draft.words;
	reading->word_count = draft.count;
	reading->dates = draft.dates;
	reading->date_count = draft.date_count;
	reading->day_count = draft.day_count;
	reading->cut = draft.cut;
	reading->written = draft.written;
	reading->cues = draft.cues;
	reading->begins = draft.begins;
	reading->all_begins = draft.all_begins;
	sum_up(reading);
	return reading;
}

void pl_text_read_clauses(struct pl_arena *arena, struct pl_reading *reading)
{
	struct pl_draft draft = {.value = reading->text->value,
	                         .arena = arena,
	                         /* the steps from here on only look at the words */
	                         .words = (struct pl_word *)reading->words,
	                         .written = (const struct pl_written **)reading->written,
	                         .count = reading->word_count,
	                         .day_count = reading->day_count,
	                         .cues = reading->cues,
	                         .said = reading->kinds};

	pl_text_find_clauses(&draft);
	pl_text_weigh(&draft);
	reading->clauses = draft.clauses.items;
	reading->clause_count = (uint32_t)draft.clauses.count;
}

const struct pl_reading *pl_text_read(struct pl_vocabulary *vocabulary, struct pl_arena *arena,
                                      const struct pl_text *text, const struct pl_text_setting *setting)
{
	struct pl_reading *reading = pl_text_read_words(vocabulary, arena, text, setting);

	pl_text_read_clauses(arena, reading);
	return reading;
}

struct pl_str pl_word_text(const struct pl_reading *reading, uint32_t word)
{
	uint32_t length = reading->words[word].length;

	return pl_str_sub(reading->text->value, reading->words[word].begin,
	                  reading->words[word + (length ? length - 1 : 0)].end);
}

bool pl_word_reads(const struct pl_reading *reading, uint32_t word, const char *text)
{
	return word < reading->word_count && pl_str_equal_fold(pl_word_text(reading, word), pl_str_of(text));
}

uint32_t pl_word_with(const struct pl_reading *reading, uint32_t begin, uint32_t end, uint64_t kinds)
{
	for (uint32_t i = begin; i < end && i < reading->word_count; i++)
		if (pl_word_counts(&reading->words[i]) && (reading->words[i].kinds & kinds))
			return i;
	return PL_NO_WORD;
}

const struct pl_clause *pl_main_with(const struct pl_reading *reading, enum pl_yield yield)
{
	for (uint32_t i = 0; i < reading->clause_count; i++)
		if (reading->clauses[i].role == PL_ROLE_MAIN && reading->clauses[i].yield == yield)
			return &reading->clauses[i];
	return NULL;
}
