/* Reading a text: the four steps, and what a reading offers to rules. */
#include "text/read.h"

#include "base/buf.h"
#include "base/str.h"

bool pl_draft_is_mark(const struct pl_draft *draft, uint32_t i, const char *marks)
{
	const struct pl_word *word = &draft->words[i];

	return word->tag == PL_TAG_MARK && word->end == word->begin + 1 && strchr(marks, draft->value.ptr[word->begin]);
}

bool pl_draft_is_dash(const struct pl_draft *draft, uint32_t i)
{
	const struct pl_word *word = &draft->words[i];
	struct pl_str mark = pl_str_sub(draft->value, word->begin, word->end);

	if (word->tag != PL_TAG_MARK)
		return false;
	return pl_str_equal(mark, PL_STR("\xE2\x80\x93")) || pl_str_equal(mark, PL_STR("\xE2\x80\x94")) ||
	       ((word->flags & PL_WORD_GAP) && pl_str_equal(mark, PL_STR("-")));
}

bool pl_draft_is_quote(const struct pl_draft *draft, uint32_t i)
{
	static const char *const quotes[] = {"'", "\"", "\xE2\x80\x98", "\xE2\x80\x99", "\xE2\x80\x9C", "\xE2\x80\x9D"};
	const struct pl_word *word = &draft->words[i];

	for (size_t k = 0; word->tag == PL_TAG_MARK && k < sizeof quotes / sizeof quotes[0]; k++)
		if (pl_str_equal(pl_str_sub(draft->value, word->begin, word->end), pl_str_of(quotes[k])))
			return true;
	return false;
}

static bool is_content(const struct pl_word *word)
{
	return pl_word_counts(word) &&
	       (word->tag == PL_TAG_NOUN || word->tag == PL_TAG_NAME || word->tag == PL_TAG_VERB ||
	        word->tag == PL_TAG_ADJECTIVE || word->tag == PL_TAG_NUMBER);
}

const struct pl_reading *pl_text_read(struct pl_vocabulary *vocabulary, struct pl_arena *arena,
                                      const struct pl_text *text, const struct pl_text_setting *setting)
{
	struct pl_reading *reading = PL_MAKE(arena, struct pl_reading);
	struct pl_draft draft = {.value = text->value,
	                         .vocabulary = vocabulary,
	                         .setting = setting,
	                         .arena = arena,
	                         .words = vocabulary->words_room,
	                         .entries = vocabulary->entries_room,
	                         .room = PL_READING_WORDS};

	pl_text_split(&draft);
	draft.words = memcpy(PL_MAKE_ARRAY(arena, draft.count, struct pl_word), draft.words,
	                     draft.count * sizeof *draft.words);
	pl_text_set_outside(&draft);
	pl_text_tag(&draft);
	pl_text_find_clauses(&draft);
	pl_text_weigh(&draft);
	*reading = (struct pl_reading){.text = text,
	                               .words = draft.words,
	                               .word_count = draft.count,

	                               .dates = draft.dates,
	                               .date_count = draft.date_count,
	                               .day_count = draft.day_count,
	                               .cut = draft.cut,
	                               .clauses = draft.clauses.items,
	                               .clause_count = (uint32_t)draft.clauses.count};
	for (uint32_t i = 0; i < draft.count; i++) {
		if (!pl_word_counts(&draft.words[i]))
			continue;
		reading->kinds |= draft.words[i].kinds;
		reading->content_count += is_content(&draft.words[i]);
		reading->quantities += (draft.words[i].flags & PL_WORD_QUANTITY) != 0;
	}
	return reading;
}

struct pl_str pl_word_text(const struct pl_reading *reading, uint32_t word)
{
	uint32_t length = reading->words[word].length;

	return pl_str_sub(reading->text->value, reading->words[word].begin,
	                  reading->words[word + (length ? length - 1 : 0)].end);
}

bool pl_word_is(const struct pl_reading *reading, uint32_t word, const char *text)
{
	if (word >= reading->word_count)
		return false;
	/* most words are told apart by their first letter */
	if (pl_ascii_lower(reading->text->value.ptr[reading->words[word].begin]) != pl_ascii_lower(text[0]))
		return false;
	return pl_str_equal_fold(pl_word_text(reading, word), pl_str_of(text));
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

/* ---- dump ---- */

static const char *const tag_names[] = {"noun", "name", "verb", "adj",   "adv", "det", "pron",   "prep",
                                        "to",   "and",  "join", "modal", "be",  "not", "number", "mark"};
static const char *const form_names[] = {"", "-s", "-ed", "-ing"};
static const char *const clause_names[] = {"nominal", "imperative", "agent", "gerund", "passive", "state"};
static const char *const yield_names[] = {"unclear", "result", "document", "step", "meeting", "effort"};
static const char *const role_names[] = {"main", "purpose", "result", "relative", "with", "condition"};
static const char *const kind_names[] = {
        "event",    "group",   "body",      "outside",  "document",  "data",       "study",  "asset",   "people",
        "quality",  "measure", "works",     "decision", "reporting", "stage",      "effort", "think",   "talk",
        "continue", "monitor", "begin",     "finish",   "write",     "publish",    "submit", "approve", "convene",
        "meet",     "found",   "implement", "change",   "studying",  "ensure",     "deed",   "decide",  "have",
        "repeated", "woolly",  "all",       "done",     "substep",   "placeholder"};

static void dump_word(const struct pl_reading *reading, uint32_t i, struct pl_buf *out)
{
	const struct pl_word *word = &reading->words[i];

	pl_buf_putc(out, ' ');
	pl_buf_add(out, pl_word_text(reading, i));
	if (word->flags & PL_WORD_OUTSIDE) {
		pl_buf_puts(out, "/-");
		return;
	}
	if (word->tag == PL_TAG_MARK)
		return;
	pl_buf_print(out, "/%s%s", tag_names[word->tag], word->tag == PL_TAG_VERB ? form_names[word->form] : "");
	if (word->flags & PL_WORD_QUANTITY)
		pl_buf_puts(out, "+count");
	for (size_t k = 0; k < sizeof kind_names / sizeof kind_names[0]; k++)
		if (word->kinds >> k & 1)
			pl_buf_print(out, "+%s", kind_names[k]);
}

static void dump_part(const struct pl_reading *reading, const char *name, uint32_t word, struct pl_buf *out)
{
	if (word == PL_NO_WORD)
		return;
	pl_buf_print(out, " %s=", name);
	pl_buf_add(out, pl_word_text(reading, word));
}

void pl_text_dump(const struct pl_reading *reading, struct pl_buf *out)
{
	for (uint32_t i = 0; i < reading->word_count; i++)
		if (reading->words[i].length)
			dump_word(reading, i, out);
	pl_buf_putc(out, '\n');
	for (uint32_t c = 0; c < reading->clause_count; c++) {
		const struct pl_clause *clause = &reading->clauses[c];

		pl_buf_print(out, "    %s %s (%s%s):", role_names[clause->role], clause_names[clause->form],
		             yield_names[clause->yield], clause->sure ? ", sure" : "");
		dump_part(reading, "agent", clause->agent, out);
		dump_part(reading, "verb", clause->verb, out);
		dump_part(reading, "object", clause->object, out);
		pl_buf_puts(out, " [");
		pl_buf_add(out, pl_str_trim(pl_str_sub(reading->text->value, reading->words[clause->begin].begin,
		                                       reading->words[clause->end - 1].end)));
		pl_buf_puts(out, "]\n");
	}
}
