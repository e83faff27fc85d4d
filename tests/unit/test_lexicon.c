/* The lexicon: its tables are in order, and every form of a word leads to what is known of it. */
#include "text/lexicon.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct pl_lexeme look_up(const char *word) { return pl_lexicon_look_up(pl_str_of(word)).lexeme; }

static void tables_are_in_order(void **state)
{
	(void)state;
	assert_ptr_equal(pl_lexicon_disorder(), NULL);
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

static void irregular_forms_have_their_lemma(void **state)
{
	(void)state;
	assert_string_equal(pl_lexicon_look_up(PL_STR("brought")).lemma, "bring");
	assert_ptr_equal(pl_lexicon_look_up(PL_STR("published")).lemma, NULL);
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
	        cmocka_unit_test(tables_are_in_order),
	        cmocka_unit_test(verbs_are_inflected),
	        cmocka_unit_test(american_spellings_are_british_ones),
	        cmocka_unit_test(irregular_forms_have_their_lemma),
	        cmocka_unit_test(nouns_have_plurals),
	        cmocka_unit_test(words_have_several_readings),
	        cmocka_unit_test(cues_belong_to_one_form),
	        cmocka_unit_test(what_nobody_lists_is_nothing),
	};

	return cmocka_run_group_tests_name("lexicon", tests, NULL, NULL);
}
