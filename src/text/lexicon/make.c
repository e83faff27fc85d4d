/*
 * Writes the tables of the lexicon when the program is built: all forms that the words of the lists have, and what
 * there is to know of each.
 */
#include "text/lexicon/derive.h"
#include "text/lexicon/forms.h"

#include "base/map.h"
#include "base/str.h"
#include "text/stem.h"
#include "text/vocabulary.h"

#include <stdio.h>
#include <stdlib.h>

static struct pl_arena arena;

static _Noreturn void fail(const char *what, struct pl_str word)
{
	fprintf(stderr, "lexicon: %s: %.*s\n", what, PL_STR_ARG(word));
	exit(1);
}

/* ---- texts, one behind the other ---- */

static PL_VEC(char) texts;

static uint32_t add_text(struct pl_str text)
{
	uint32_t at = (uint32_t)texts.count;

	for (size_t i = 0; i < text.len; i++)
		*PL_VEC_PUSH(&arena, &texts) = text.ptr[i];
	return at;
}

static void print_texts(void)
{
	printf("const char pl_listed_texts[] = {");
	for (size_t i = 0; i < texts.count; i++)
		printf("%s%d,", i % 32 ? "" : "\n", texts.items[i]);
	printf("\n};\n");
}

/* ---- kinds, each once ---- */

static PL_VEC(uint64_t) kinds;

static uint16_t number_of_kinds(uint64_t wanted)
{
	size_t i = 0;

	while (i < kinds.count && kinds.items[i] != wanted)
		i++;
	if (i == kinds.count)
		*PL_VEC_PUSH(&arena, &kinds) = wanted;
	return (uint16_t)i;
}

static void print_kinds(void)
{
	printf("const uint64_t pl_listed_kinds[] = {\n");
	for (size_t i = 0; i < kinds.count; i++)
		printf("UINT64_C(0x%llx),\n", (unsigned long long)kinds.items[i]);
	printf("};\n");
}

/* ---- tables by hash ---- */

static void print_slots(const char *name, const struct pl_str *keys, size_t count)
{
	size_t mask = 1;
	struct pl_listed_slot *slots;

	while (mask < count + count / 2)
		mask *= 2;
	slots = PL_MAKE_ARRAY(&arena, mask--, struct pl_listed_slot);
	for (size_t k = 0; k < count; k++) {
		uint64_t hash = pl_hash(keys[k]);
		size_t i = hash & mask;

		while (slots[i].index)
			i = (i + 1) & mask;
		slots[i] = (struct pl_listed_slot){(uint16_t)(hash >> 48), (uint16_t)(k + 1)};
	}
	printf("const uint32_t pl_listed_%s_mask = %zu;\n", name, mask);
	printf("const struct pl_listed_slot pl_listed_%s_slots[] = {\n", name);
	for (size_t i = 0; i <= mask; i++)
		printf("{%u,%u},%s", slots[i].sign, slots[i].index, i % 8 == 7 ? "\n" : "");
	printf("};\n");
}

/* ---- forms ---- */

struct known {
	struct pl_vocabulary_entry entry;
	uint32_t text;
};

static struct pl_map seen;
static PL_VEC(struct known) forms;

static bool is_known(const struct pl_listed *listed)
{
	const struct pl_lexeme *lexeme = &listed->lexeme;

	return lexeme->is_noun || lexeme->is_verb || lexeme->is_other || lexeme->cues || listed->seconds;
}

static struct pl_map stems;

static uint32_t stem_number(struct pl_str word)
{
	char room[PL_STEM_LONGEST];
	struct pl_str stem = pl_stem(word, room);
	bool fresh;
	uint32_t *number = pl_map_put(&arena, &stems, (struct pl_str){pl_arena_copy(&arena, stem), stem.len}, &fresh);

	if (fresh)
		*number = stems.count;
	return *number;
}

static void add_form(struct pl_str word)
{
	struct known known = {.entry.word = word};
	struct pl_vocabulary_entry *entry = &known.entry;
	const char *lemma;
	bool fresh;

	pl_map_put(&arena, &seen, word, &fresh);
	if (!fresh || word.len > PL_LEXICON_LONGEST)
		return;
	entry->listed = pl_derive(word, &lemma);
	if (!is_known(&entry->listed))
		return;
	entry->stem = stem_number(lemma ? pl_str_of(lemma) : word);
	pl_vocabulary_look(entry);
	known.text = add_text(word);
	*PL_VEC_PUSH(&arena, &forms) = known;
}

/* The word without its last `cut` bytes and with these endings instead. */
static void add_endings(struct pl_str word, size_t cut, const char *const *endings)
{
	for (; word.len > cut && *endings; endings++)
		add_form(pl_str_of(pl_arena_print(&arena, "%.*s%s", (int)(word.len - cut), word.ptr, *endings)));
}

/* All that derive.c may trace back to the word, and more: what it does not know of is left out again. */
static void add_forms(struct pl_str word)
{
	static const char *const added[] = {"s", "es", "ed", "ing", NULL};
	static const char *const instead_of_e[] = {"ed", "ing", NULL}, *const instead_of_y[] = {"ies", "ied", NULL};
	const char last[] = {word.ptr[word.len - 1], '\0'};
	const char *const doubled[] = {pl_arena_print(&arena, "%sed", last), pl_arena_print(&arena, "%sing", last),
	                               NULL};

	add_form(word);
	add_endings(word, 0, added);
	add_endings(word, 0, doubled);
	add_endings(word, 1, instead_of_e);
	add_endings(word, 1, instead_of_y);
}

static void add_lists(void)
{
	for (enum pl_list list = 0; list < PL_LISTS; list++) {
		const char *word;

		for (size_t i = 0; (word = pl_derive_word(list, i)); i++) {
			struct pl_str first = {word, strcspn(word, " ")};

			if (!first.len || (word[first.len] == ' ') != (list == PL_LIST_PHRASES))
				fail("a word or term too few or too many", pl_str_of(word));
			add_forms(first);
		}
	}
}

/* ---- what is printed ---- */

static uint8_t flags_of(const struct pl_lexeme *lexeme)
{
	return (uint8_t)((lexeme->is_noun ? PL_LISTED_NOUN : 0) | (lexeme->is_verb ? PL_LISTED_VERB : 0) |
	                 (lexeme->is_other ? PL_LISTED_OTHER : 0) | (lexeme->is_plural ? PL_LISTED_PLURAL : 0) |
	                 (lexeme->is_nominal ? PL_LISTED_NOMINAL : 0));
}

static PL_VEC(const struct known *) starts;

static size_t number_of_start(const struct known *known)
{
	if (!known->entry.listed.seconds && starts.count)
		return 0;
	*PL_VEC_PUSH(&arena, &starts) = known;
	return starts.count - 1;
}

static void print_form(const struct known *known)
{
	const struct pl_vocabulary_entry *entry = &known->entry;
	const struct pl_lexeme *lexeme = &entry->listed.lexeme;

	printf("{%u,%u,%u,%u,%u,%u,%u,%u,%zu,%zu,%u,%u,%u},\n", known->text, number_of_kinds(lexeme->noun),
	       number_of_kinds(lexeme->verb), number_of_kinds(lexeme->other), number_of_kinds(entry->listed.nominal),
	       number_of_kinds(lexeme->cues), entry->stem, lexeme->looks, number_of_start(known), entry->word.len,
	       flags_of(lexeme), lexeme->other_tag, lexeme->form);
}

static void print_forms(void)
{
	static const struct known no_terms;
	struct pl_str *words = PL_MAKE_ARRAY(&arena, forms.count, struct pl_str);

	(void)number_of_start(&no_terms);
	printf("const struct pl_listed_form pl_listed_forms[] = {\n");
	for (size_t i = 0; i < forms.count; i++) {
		print_form(&forms.items[i]);
		words[i] = forms.items[i].entry.word;
	}
	printf("};\nconst struct pl_listed_start pl_listed_starts[] = {\n");
	for (size_t i = 0; i < starts.count; i++) {
		const uint16_t(*phrases)[2] = starts.items[i]->entry.listed.phrases;

		printf("{{{%u,%u},{%u,%u}},UINT64_C(0x%llx)},\n", phrases[0][0], phrases[0][1], phrases[1][0],
		       phrases[1][1], (unsigned long long)starts.items[i]->entry.listed.seconds);
	}
	printf("};\n");
	print_slots("form", words, forms.count);
}

static void print_stems(void)
{
	struct pl_str *texts_of = PL_MAKE_ARRAY(&arena, stems.count, struct pl_str);

	printf("const struct pl_listed_stem pl_listed_stems[] = {\n");
	for (size_t i = 0; i < stems.count; i++) {
		texts_of[i] = stems.entries[i].key;
		printf("{%u,%zu},\n", add_text(texts_of[i]), texts_of[i].len);
	}
	printf("};\n");
	printf("const uint32_t pl_listed_stem_count = %u;\n", stems.count);
	print_slots("stem", texts_of, stems.count);
}

static void print_terms(void)
{
	printf("const struct pl_listed_term pl_listed_terms[] = {\n");
	for (size_t i = 0; pl_derive_word(PL_LIST_PHRASES, i); i++) {
		struct pl_phrase phrase = pl_derive_phrase(i);

		printf("{UINT64_C(0x%llx),%u,%u,%u,%u},\n", (unsigned long long)phrase.kinds,
		       add_text((struct pl_str){phrase.words, strlen(phrase.words) + 1}), phrase.tag, phrase.count,
		       phrase.letters);
	}
	printf("};\n");
}

int main(void)
{
	struct pl_arena_guard guard;

	if (setjmp(guard.jump))
		fail("out of memory", (struct pl_str){0});
	pl_arena_init(&arena, &guard);
	if (pl_derive_disorder())
		fail("out of order", pl_str_of(pl_derive_disorder()));
	add_lists();
	(void)number_of_kinds(0);
	printf("/* Written by src/text/lexicon/make.c. */\n#include \"text/lexicon/forms.h\"\n\n");
	print_forms();
	print_stems();
	print_terms();
	print_kinds();
	print_texts();
	if (forms.count > UINT16_MAX || stems.count > UINT16_MAX || kinds.count > UINT16_MAX)
		fail("too many words", (struct pl_str){0});
	pl_arena_free(&arena);
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
