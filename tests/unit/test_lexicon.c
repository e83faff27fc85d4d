/* The lexicon: its tables are in order, and every form of a word leads to what is known of it. */
#include "text/lexicon/derive.h"

#include "base/str.h"
#include "text/stem.h"
#include "text/vocabulary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static struct pl_lexeme look_up(const char *word) { return pl_lexicon_look_up(pl_str_of(word)).lexeme; }

static bool has_same_terms(const struct pl_listed *a, const struct pl_listed *b)
{
	return a->seconds == b->seconds && (!a->seconds || memcmp(a->phrases, b->phrases, sizeof a->phrases) == 0);
}

static bool is_same(const struct pl_listed *listed, const struct pl_listed *other)
{
	const struct pl_lexeme *a = &listed->lexeme, *b = &other->lexeme;

	return a->noun == b->noun && a->verb == b->verb && a->other == b->other && a->cues == b->cues &&
	       listed->nominal == other->nominal && a->is_noun == b->is_noun && a->is_verb == b->is_verb &&
	       a->is_other == b->is_other && a->is_plural == b->is_plural && a->is_nominal == b->is_nominal &&
	       a->other_tag == b->other_tag && has_same_terms(listed, other);
}

static void hold(struct pl_str word)
{
	const char *lemma;
	struct pl_vocabulary_entry entry = {.word = word}, derived = {.word = word, .listed = pl_derive(word, &lemma)};
	char room[PL_STEM_LONGEST];
	bool found = pl_lexicon_find(word, &entry);

	if (!is_same(&derived.listed, &entry.listed))
		fail_msg("%.*s is not what the lists make of it", PL_STR_ARG(word));
	if (!found)
		return;
	pl_vocabulary_look(&derived);
	assert_true(pl_str_equal(entry.word, word));
	assert_true(pl_str_equal(pl_lexicon_stem_text(entry.stem), pl_stem(lemma ? pl_str_of(lemma) : word, room)));
	assert_int_equal(entry.listed.lexeme.looks, derived.listed.lexeme.looks);
	assert_int_equal(entry.listed.lexeme.form, derived.listed.lexeme.form);
}

/* Nothing that the rules of spelling trace back to a list is missing in the tables, and nothing else is there. */
static void tables_say_what_the_lists_say(void **state)
{
	static const char *const endings[] = {"",   "s",  "es",   "ies", "ied",  "ed",    "ing", "d",   "e",
	                                      "ss", "ly", "ning", "ned", "sses", "ching", "x",   "hed", "y"};

	(void)state;
	for (enum pl_list list = 0; list < PL_LISTS; list++)
		for (size_t i = 0; pl_derive_word(list, i); i++)
			for (size_t e = 0; e < sizeof endings / sizeof *endings; e++)
				for (int cut = 0; cut < 4; cut++) {
					const char *word = pl_derive_word(list, i);
					int len = (int)strcspn(word, " ") - cut;
					char form[64];

					if (len < 1)
						continue;
					snprintf(form, sizeof form, "%.*s%s", len, word, endings[e]);
					if (!strchr(form, 'z')) /* American spelling is no matter of the lists */
						hold(pl_str_of(form));
				}
}

static void stems_are_found(void **state)
{
	(void)state;
	for (uint32_t i = 1; i <= pl_lexicon_stem_count(); i++)
		assert_int_equal(pl_lexicon_stem(pl_lexicon_stem_text(i)), i);
	assert_int_equal(pl_lexicon_stem(PL_STR("xylophon")), 0);
	assert_int_equal(pl_lexicon_stem(PL_STR("")), 0);
}

static void check_verb(const char *word, const char *base, enum pl_form form)
{
	struct pl_lexeme lexeme = look_up(word);

	if (!lexeme.is_verb || lexeme.form != form || lexeme.verb != look_up(base).verb)
		fail_msg("%s is not read as a form of %s", word, base);
}

static void verbs_are_inflected(void **state)
{
	(void)state;
	check_verb("publish", "publish", PL_FORM_BASE);
	check_verb("publishes", "publish", PL_FORM_S);
	check_verb("published", "publish", PL_FORM_ED);
	check_verb("publishing", "publish", PL_FORM_ING);
	check_verb("drafts", "draft", PL_FORM_S);
	check_verb("completing", "complete", PL_FORM_ING); /* the e goes */
	check_verb("completed", "complete", PL_FORM_ED);
	check_verb("planned", "plan", PL_FORM_ED); /* a consonant is doubled */
	check_verb("setting", "set", PL_FORM_ING);
	check_verb("identified", "identify", PL_FORM_ED); /* y turns to i */
	check_verb("identifies", "identify", PL_FORM_S);
	check_verb("held", "hold", PL_FORM_ED); /* irregular */
	check_verb("written", "write", PL_FORM_ED);
	check_verb("brought", "bring", PL_FORM_ED);
}

static void american_spellings_are_british_ones(void **state)
{
	(void)state;
	check_verb("organize", "organise", PL_FORM_BASE);
	check_verb("organized", "organise", PL_FORM_ED);
	check_verb("prioritizing", "prioritise", PL_FORM_ING);
	assert_false(look_up("quiz").is_verb);
}

static uint32_t stem_of(const char *word)
{
	struct pl_vocabulary_entry entry = {0};

	assert_true(pl_lexicon_find(pl_str_of(word), &entry));
	return entry.stem;
}

static void irregular_forms_have_the_stem_of_their_lemma(void **state)
{
	(void)state;
	assert_int_equal(stem_of("brought"), stem_of("bring"));
	assert_int_equal(stem_of("published"), stem_of("publish"));
	assert_int_not_equal(stem_of("brought"), stem_of("publish"));
}

static void nouns_have_plurals(void **state)
{
	static const char *const pairs[][2] = {
	        {"report", "reports"}, {"strategy", "strategies"}, {"process", "processes"}, {"church", "churches"}};

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		assert_false(look_up(pairs[i][0]).is_plural);
		assert_true(look_up(pairs[i][1]).is_plural);
		assert_int_equal(look_up(pairs[i][1]).is_noun, look_up(pairs[i][0]).is_noun);
		assert_true(look_up(pairs[i][1]).noun == look_up(pairs[i][0]).noun);
	}
}

static void words_have_several_readings(void **state)
{
	struct pl_lexeme report = look_up("report");

	(void)state;
	assert_true(report.is_noun && (report.noun & PL_KIND(REPORTING)));
	assert_true(report.is_verb && (report.verb & PL_KIND(SUBMIT)));
	assert_false(report.is_other);
}

static void cues_belong_to_one_form(void **state)
{
	(void)state;
	assert_true(look_up("provided").cues & PL_CUE(DESCRIBES));
	assert_false(look_up("provide").cues & PL_CUE(DESCRIBES));
	assert_true(look_up("provide").cues & PL_CUE(MAKER));
	assert_true(look_up("phase").cues & PL_CUE(LABELLED));
	assert_true(look_up("phases").cues & PL_CUE(LABELLED));
}

static void what_nobody_lists_is_nothing(void **state)
{
	char longest[300];

	(void)state;
	memset(longest, 'x', sizeof longest);
	assert_false(look_up("").is_noun);
	assert_false(look_up("s").is_noun);
	assert_false(look_up("ies").is_verb);
	assert_false(look_up("ed").is_verb);
	assert_false(look_up("\xC3\xA9\xF0\x9F\x99\x82").is_noun);
	assert_false(pl_lexicon_look_up((struct pl_str){longest, sizeof longest}).lexeme.is_noun);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(tables_say_what_the_lists_say),
	        cmocka_unit_test(stems_are_found),
	        cmocka_unit_test(verbs_are_inflected),
	        cmocka_unit_test(american_spellings_are_british_ones),
	        cmocka_unit_test(irregular_forms_have_the_stem_of_their_lemma),
	        cmocka_unit_test(nouns_have_plurals),
	        cmocka_unit_test(words_have_several_readings),
	        cmocka_unit_test(cues_belong_to_one_form),
	        cmocka_unit_test(what_nobody_lists_is_nothing),
	};

	return cmocka_run_group_tests_name("lexicon", tests, NULL, NULL);
}
