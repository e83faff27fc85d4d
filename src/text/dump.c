/* A reading as text, for people who ask why a rule decided as it did, and for goldens: word/tag+kinds, then clauses. */
#include "text/read.h"

#include "base/buf.h"
#include "base/str.h"

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

_Static_assert(sizeof kind_names / sizeof *kind_names == PL_BIT_PLACEHOLDER + 1, "a name for each kind");

const char *pl_kind_name(enum pl_kind_bit kind) { return kind_names[kind]; }

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
