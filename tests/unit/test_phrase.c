/* Phrases and acronyms: what is found, where, and what is not. */
#include "text/phrase.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* ---- phrases, on readings made by hand: words at blanks, other characters as marks --------------------------------
 */

static struct pl_reading read_words(struct pl_arena *arena, struct pl_text *text)
{
	struct pl_str value = text->value;
	struct pl_word *words = PL_MAKE_ARRAY(arena, value.len + 1, struct pl_word);
	struct pl_reading reading = {.text = text, .words = words};
	for (uint32_t i = 0; i < value.len;) {
		uint32_t begin = i;
		while (i < value.len && pl_ascii_is_alpha(value.ptr[i]))
			i++;
		if (i == begin && pl_ascii_is_space(value.ptr[i++]))
			continue;
		words[reading.word_count++] =
		        (struct pl_word){.begin = begin,
		                         .end = i,
		                         .tag = pl_ascii_is_alpha(value.ptr[begin]) ? PL_TAG_NOUN : PL_TAG_MARK};
	}
	return reading;
}

static void check_phrase(const char *phrases, const char *sentence, const char *expected)
{
	struct pl_arena arena;
	pl_arena_init(&arena, NULL);
	struct pl_text text = {.value = pl_str_of(sentence)};
	struct pl_str list = pl_str_of(phrases);
	struct pl_reading reading = read_words(&arena, &text);
	struct pl_phrase_match match = {0, 0};
	assert_int_equal(pl_phrases_find(pl_phrases_make(&arena, NULL, &list, 1), &reading, &match), *expected != 0);
	struct pl_str found = pl_str_sub(text.value, match.begin, match.end);
	assert_int_equal(found.len, strlen(expected));
	assert_memory_equal(found.ptr, expected, found.len);
	pl_arena_free(&arena);
}

static void finds_phrases(void **state)
{
	(void)state;
	check_phrase("new bridge", "A new bridge opened", "new bridge");
	check_phrase("New BRIDGE", "a new Bridge", "new Bridge");
	check_phrase("bridg*", "Two bridges opened", "bridges");
	check_phrase("road|bridge", "A bridge and a road", "bridge");
	check_phrase("open ... bridge", "We open the long iron bridge", "open the long iron bridge");
	check_phrase("open ... bridge", "We open a bridge", "open a bridge");
	check_phrase("re open", "To re-open it", "re-open");
	check_phrase("open * road", "We open every road", "open every road");
	check_phrase("open ...", "We open a road", "open");
	check_phrase("OPEN ... Road", "We open every road", "open every road");
}

static void leaves_other_words_alone(void **state)
{
	(void)state;
	check_phrase("bridge", "Two bridges opened", "");
	check_phrase("new bridge", "A new iron bridge", "");
	check_phrase("open ... bridge", "We open one two three four five six seven bridge", "");
	check_phrase("open ... bridge", "We open. A bridge closes", "");
	check_phrase("bridge opens", "Opens at the bridge", "");
	check_phrase("", "A bridge", "");
}

/* ---- acronyms -----------------------------------------------------------------------------------------------------
 */

static void check_acronyms(const char *sentence, const char *expected)
{
	char found[200] = "";
	struct pl_acronym_use use;
	struct pl_str text = pl_str_of(sentence);
	for (uint32_t from = 0; pl_acronym_next(text, from, &use); from = use.end) {
		strncat(found, use.letters.ptr, use.letters.len);
		strcat(found, use.explained ? "+ " : " ");
	}
	assert_string_equal(found, expected);
}

static void finds_acronyms(void **state)
{
	(void)state;
	check_acronyms("The LSP and two LSPs", "LSP LSP ");
	check_acronyms("R&B, HR/ICT", "R&B HR ICT ");
	check_acronyms("the PCT’s nurses", "PCT ");
	check_acronyms("end of LSP", "LSP ");
}

static void tells_explanations(void **state)
{
	(void)state;
	check_acronyms("Local Strategic Partnership (LSP)", "LSP+ ");
	check_acronyms("LSP (local strategic partnership)", "LSP+ ");
	check_acronyms("LSP [the Local Strategic Partnership]", "LSP+ ");
	check_acronyms("Local Strategic Partnership [LSP]", "LSP+ ");
	check_acronyms("LSP [local strategic)", "LSP ");
	check_acronyms("a good LSP (see notes)", "LSP ");
	check_acronyms("board (LSP)", "LSP ");
	check_acronyms("(LSP", "LSP ");
	check_acronyms("LSP (local strategic", "LSP ");
}

static void leaves_other_capitals_alone(void **state)
{
	(void)state;
	check_acronyms("KA3 and CO2 in Q4, phases II and XIV, plan A, a B&B", "B&B ");
	check_acronyms("WWW.anytown.gov.UK", "");
	check_acronyms("NOT before MAR, tbc TBC", "");
	check_acronyms("ALL PUPILS EAT APPLES", "");
	check_acronyms("", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(finds_phrases),
	        cmocka_unit_test(leaves_other_words_alone),
	        cmocka_unit_test(finds_acronyms),
	        cmocka_unit_test(tells_explanations),
	        cmocka_unit_test(leaves_other_capitals_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
