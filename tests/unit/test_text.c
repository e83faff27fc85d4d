/* Readings: parts of speech, numbers, what is no substance, clauses and what they would leave behind. */
#include "text/similar.h"

#include "base/buf.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct pl_arena arena;
static struct pl_arena_guard guard;
static struct pl_vocabulary vocabulary;
static struct pl_text_setting setting;

static int open_vocabulary(void **state)
{
	(void)state;
	pl_arena_init(&arena, &guard);
	setting = (struct pl_text_setting){
	        .calendar = {.period = {PL_NO_DAY, PL_NO_DAY}, .year_start = 401, .quarters_run_on = false}};
	pl_vocabulary_open(&vocabulary, &arena);
	return 0;
}

static int close_vocabulary(void **state)
{
	(void)state;
	pl_arena_free(&arena);
	return 0;
}

static const struct pl_reading *read_bytes(const char *bytes, size_t len)
{
	struct pl_text *text = PL_MAKE(&arena, struct pl_text);

	text->value = (struct pl_str){bytes, len};
	return pl_text_read(&vocabulary, &arena, text, &setting);
}

static const struct pl_reading *read(const char *sentence) { return read_bytes(sentence, strlen(sentence)); }

static uint32_t find(const struct pl_reading *reading, const char *word)
{
	for (uint32_t i = 0; i < reading->word_count; i++)
		if (reading->words[i].length && pl_word_is(reading, i, word))
			return i;
	fail_msg("no word \"%s\" in \"%.*s\"", word, PL_STR_ARG(reading->text->value));
	return PL_NO_WORD;
}

/* ---- words ---- */

static void words_stand_where_they_are_written(void **state)
{
	static const char sentence[] = "  Caf\xC3\xA9 owners\xE2\x80\x99 e-mails (U.S.) \xE2\x80\x93 \xC2\xA3"
	                               "5m";
	static const uint32_t places[][2] = {{2, 7},   {8, 14},  {14, 17}, {18, 25}, {26, 27},
	                                     {27, 30}, {30, 31}, {31, 32}, {33, 36}, {37, 41}};
	const struct pl_reading *reading = read(sentence);

	(void)state;
	assert_int_equal(reading->word_count, sizeof places / sizeof *places);
	for (uint32_t i = 0; i < reading->word_count; i++) {
		assert_int_equal(reading->words[i].begin, places[i][0]);
		assert_int_equal(reading->words[i].end, places[i][1]);
	}
}

/* Short words are told apart by their bytes, long ones by more, and the last of a text as any other. */
static void words_are_the_same_wherever_they_stand(void **state)
{
	static const char sentence[] = "port report airports mapmaker mapmakers lighthouse lighthouses and then port "
	                               "report airports mapmaker mapmakers lighthouse lighthouses, a map, an ai, ports";
	const struct pl_reading *reading = read(sentence);

	(void)state;
	for (uint32_t i = 0; i < 7; i++) {
		assert_int_equal(reading->words[i].stem, reading->words[i + 9].stem);
		assert_ptr_equal(reading->written[i], reading->written[i + 9]);
		for (uint32_t k = 0; k < i; k++)
			assert_ptr_not_equal(reading->written[i], reading->written[k]);
	}
	assert_int_equal(reading->words[0].stem, reading->words[reading->word_count - 1].stem);
	assert_ptr_not_equal(reading->written[0], reading->written[reading->word_count - 1]);
}

/* Dates are found from what each word is to one; what is cut anew for dates must find the same. */
static void dates_are_those_of_the_bytes(void **state)
{
	static const char *const sentences[] = {
	        "Open by June 2024",
	        "Open by 'June' 2024, not June_2024",
	        "Report due 30/9/10 or 30.09.10 and 30-Sep-10",
	        "4\xE2\x80\x93"
	        "8 May 2025 and 2017\xE2\x80\x93"
	        "2022",
	        "June\xC2\xA0"
	        "2024 and caf\xC3\xA9 May 2024",
	        "Q2%, Q2,100, Q2 and Q3/4 2024/25",
	        "Phase 2 March 2025; #30/9/2024 and $30/9/2024",
	        "Summer '24, the first quarter of 2025 and FY24",
	        "No later than the end of the financial year 2025/26",
	        "12 schools, 1,100 places, 16% and 24-hour care",
	        "May 2024\xE2\x80\xA6"
	        "June 2025",
	        "By 2010 young people, from 2000 to 1500 cases",
	        "A30/9/10, pre-30/9/10 and m\xC2\xB2"
	        "30/9/2010",
	        "Half of it by a third of May 2025",
	};

	(void)state;
	for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
		const struct pl_reading *reading = read(sentences[i]);
		struct pl_dated dates[32];
		size_t count = pl_due_scan(reading->text->value, &setting.calendar, dates, 32);

		assert_int_equal(reading->date_count, count);
		for (size_t k = 0; k < count; k++) {
			assert_int_equal(reading->dates[k].begin, dates[k].begin);
			assert_int_equal(reading->dates[k].end, dates[k].end);
			assert_int_equal(reading->dates[k].lead, dates[k].lead);
			assert_int_equal(reading->dates[k].tail, dates[k].tail);
			assert_int_equal(reading->dates[k].kind, dates[k].kind);
			assert_int_equal(reading->dates[k].days.last, dates[k].days.last);
		}
	}
}

static void check_term(const char *sentence, const char *term, int length)
{
	const struct pl_reading *reading = read(sentence);
	uint32_t i = find(reading, term);

	assert_int_equal(reading->words[i].length, length);
	for (int k = 1; k < length; k++)
		assert_int_equal(reading->words[i + (uint32_t)k].length, 0);
}

static void terms_are_joined(void **state)
{
	(void)state;
	check_term("Group to set up the hub", "set up", 2);
	check_term("Group sets up the hub", "sets up", 2);
	check_term("Two action plans agreed", "action plans", 2);
	check_term("Terms of reference agreed", "terms of reference", 3);
	check_term("Hub in place", "in place", 2);
	check_term("Set the date", "set", 1);
}

enum { NEITHER, COUNTS, NAMES };

static void check_number(const char *sentence, const char *number, int expected)
{
	const struct pl_reading *reading = read(sentence);
	uint8_t flags = reading->words[find(reading, number)].flags;
	int is = flags & PL_WORD_QUANTITY ? COUNTS : flags & PL_WORD_LABEL ? NAMES : NEITHER;

	if (is != expected)
		fail_msg("%s in \"%s\": %d, not %d", number, sentence, is, expected);
}

static void numbers_count_or_name(void **state)
{
	(void)state;
	check_number("Plant 6,000 oaks", "6,000", COUNTS);
	check_number("Raise \xC2\xA3"
	             "5m",
	             "\xC2\xA3"
	             "5m",
	             COUNTS);
	check_number("Fill 16% of posts", "16%", COUNTS);
	check_number("Train twelve guides", "twelve", COUNTS);
	check_number("Cut waits by a third", "third", COUNTS);
	check_number("Mend the third pier", "third", NEITHER);
	check_number("Phase 2 of the works", "2", NAMES);
	check_number("Phases 2 and 3 of the works", "2", NAMES);
	check_number("Dredge zone 27N", "27N", NAMES);
	check_number("Agree the 2017-2022 programme", "2017-2022", NAMES);
	check_number("Hold the 1st fair", "1st", NAMES);
	check_number("Lead on LAP 7", "7", NAMES);
	check_number("Hold a five day course", "five", NEITHER);
}

static void spelt_numbers_are_their_digits(void **state)
{
	const struct pl_reading *spelt = read("Train twelve guides"), *digits = read("Train 12 guides");

	(void)state;
	assert_int_equal(spelt->words[1].stem, digits->words[1].stem);
	assert_int_equal(read("6,000 oaks")->words[0].stem, read("6000 oaks")->words[0].stem);
}

static void check_outside(const char *sentence, const char *expected)
{
	const struct pl_reading *reading = read(sentence);
	struct pl_buf kept = {0};

	for (uint32_t i = 0; i < reading->word_count; i++) {
		if (!pl_word_counts(&reading->words[i]) || reading->words[i].tag == PL_TAG_MARK)
			continue;
		if (kept.len)
			pl_buf_putc(&kept, ' ');
		pl_buf_add(&kept, pl_word_text(reading, i));
	}
	assert_string_equal(kept.len ? kept.ptr : "", expected);
	pl_buf_free(&kept);
}

static void numbering_dates_and_placeholders_are_no_substance(void **state)
{
	(void)state;
	check_outside("1. Open the hub", "Open the hub");
	check_outside("2.3) Open the hub", "Open the hub");
	check_outside("(iv) Open the hub", "Open the hub");
	check_outside("- Open the hub", "Open the hub");
	check_outside("6 workshops", "6 workshops");
	check_outside("Open the hub by 30 June 2031", "Open the hub");
	check_outside("tbc", "");
	check_outside("March 2031 and ongoing", "ongoing");
}

/* ---- parts of speech ---- */

static void check_tag(const char *sentence, const char *word, enum pl_tag tag)
{
	const struct pl_reading *reading = read(sentence);
	uint8_t is = reading->words[find(reading, word)].tag;

	if (is != tag)
		fail_msg("%s in \"%s\" is tagged %d, not %d", word, sentence, is, tag);
}

static void first_words_are_told_by_what_follows(void **state)
{
	static const struct {
		const char *sentence, *word;
		enum pl_tag tag;
	} cases[] = {{"Report to Cabinet", "Report", PL_TAG_NOUN},
	             {"Report the results to Cabinet", "Report", PL_TAG_VERB},
	             {"Review moorings", "Review", PL_TAG_VERB},
	             {"Review of moorings", "Review", PL_TAG_NOUN},
	             {"Review complete", "Review", PL_TAG_NOUN},
	             {"Review and relaunch the scheme", "Review", PL_TAG_VERB},
	             {"Draft byelaws to Cabinet", "Draft", PL_TAG_VERB},
	             {"Draft agreed", "Draft", PL_TAG_NOUN},
	             {"Complete the survey", "Complete", PL_TAG_VERB},
	             {"Set targets", "Set", PL_TAG_VERB},
	             {"Audit to be done", "Audit", PL_TAG_NOUN},
	             {"Plan the route", "Plan", PL_TAG_VERB},
	             {"Plan approved by the Board", "Plan", PL_TAG_NOUN},
	             {"Monitoring the river", "Monitoring", PL_TAG_VERB},
	             {"Rolling programme of repairs", "Rolling", PL_TAG_ADJECTIVE}};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check_tag(cases[i].sentence, cases[i].word, cases[i].tag);
}

static void verbs_behind_to_may_look_like_adjectives(void **state)
{
	static const struct {
		const char *sentence, *word;
		enum pl_tag tag;
	} cases[] = {{"Officers to open the hub", "open", PL_TAG_VERB},
	             {"Wardens to complete the survey", "complete", PL_TAG_VERB},
	             {"Rangers to clear all paths", "clear", PL_TAG_VERB},
	             {"Easy access to clear information", "clear", PL_TAG_ADJECTIVE},
	             {"Paths close to open water", "open", PL_TAG_ADJECTIVE}};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check_tag(cases[i].sentence, cases[i].word, cases[i].tag);
}

static void unknown_words_are_told_by_their_looks(void **state)
{
	(void)state;
	check_tag("Wardens to glimmerise the path", "glimmerise", PL_TAG_VERB);
	check_tag("Sent to Zweibruck today", "Zweibruck", PL_TAG_NAME);
	check_tag("Work with QZXT", "QZXT", PL_TAG_NAME);
	check_tag("A dog-facing desk", "dog-facing", PL_TAG_ADJECTIVE);
	check_tag("Sung glimmerly", "glimmerly", PL_TAG_ADVERB);
	check_tag("A glimmerous path", "glimmerous", PL_TAG_ADJECTIVE);
}

/* ---- clauses ---- */

static const char *word_of(const struct pl_reading *reading, uint32_t word)
{
	struct pl_str text;

	if (word == PL_NO_WORD)
		return "-";
	text = pl_word_text(reading, word);
	return pl_arena_copy(&arena, text);
}

/* Each clause as "role form agent/verb/object yield". */
static void check_clauses(const char *sentence, const char *expected)
{
	static const char *const roles[] = {"main", "purpose", "result", "relative", "with", "condition"};
	static const char *const forms[] = {"nominal", "imperative", "agent", "gerund", "passive", "state"};
	static const char *const yields[] = {"unclear", "result", "document", "step", "meeting", "effort"};
	const struct pl_reading *reading = read(sentence);
	struct pl_buf out = {0};

	for (uint32_t i = 0; i < reading->clause_count; i++) {
		const struct pl_clause *clause = &reading->clauses[i];

		pl_buf_print(&out, "%s%s %s %s/%s/%s %s", i ? "; " : "", roles[clause->role], forms[clause->form],
		             word_of(reading, clause->agent), word_of(reading, clause->verb),
		             word_of(reading, clause->object), yields[clause->yield]);
	}
	assert_string_equal(out.len ? out.ptr : "", expected);
	pl_buf_free(&out);
}

static void clauses_say_who_does_what_to_what(void **state)
{
	(void)state;
	check_clauses("Open the hub", "main imperative -/Open/hub result");
	check_clauses("The trust will open the hub", "main agent trust/open/hub result");
	check_clauses("Wardens to paint the hub", "main agent Wardens/paint/hub result");
	check_clauses("Hub opened", "main passive -/opened/Hub result");
	check_clauses("Hub to be opened", "main passive -/opened/Hub result");
	check_clauses("Hub in place", "main state -/-/Hub result");
	check_clauses("Opening the hub", "main gerund -/Opening/hub result");
	check_clauses("Monthly meetings of wardens", "main nominal -/-/meetings meeting");
}

static void clauses_are_joined(void **state)
{
	(void)state;
	check_clauses("Agree and print the guide",
	              "main imperative -/Agree/guide document; main imperative -/print/guide document");
	check_clauses("Guide printed and hub opened",
	              "main passive -/printed/Guide document; main passive -/opened/hub result");
	check_clauses("Train wardens and rangers", "main imperative -/Train/wardens result");
	check_clauses("Open the hub to repair boats",
	              "main imperative -/Open/hub result; purpose imperative -/repair/boats result");
	check_clauses("Open the hub, leading to longer stays",
	              "main imperative -/Open/hub result; result gerund -/leading/stays effort");
	check_clauses("Open the hub with the inn", "main imperative -/Open/hub result; with nominal -/-/inn unclear");
	check_clauses("If the lease is signed, the trust will open the hub",
	              "condition passive -/signed/lease result; main agent trust/open/hub result");
}

/* ---- what is left behind ---- */

static void check_yield(const char *sentence, enum pl_yield yield)
{
	const struct pl_reading *reading = read(sentence);
	int is = reading->clause_count ? reading->clauses[0].yield : -1;

	if (is != (int)yield)
		fail_msg("\"%s\" yields %d, not %d", sentence, is, (int)yield);
}

static void clauses_yield(void **state)
{
	static const struct {
		const char *sentence;
		enum pl_yield yield;
	} cases[] = {{"Open the ferry terminal", PL_YIELD_RESULT},
	             {"12 school visits", PL_YIELD_RESULT},
	             {"Scheme implemented at Hillfoot", PL_YIELD_RESULT},
	             {"Publish the tree strategy", PL_YIELD_DOCUMENT},
	             {"Leaflet issued to 400 landlords", PL_YIELD_RESULT},
	             {"Work with skippers to publish a guide", PL_YIELD_DOCUMENT},
	             {"Report to Cabinet", PL_YIELD_STEP},
	             {"Cabinet to approve the plan", PL_YIELD_STEP},
	             {"Plan agreed by the Board", PL_YIELD_STEP},
	             {"Keep the Board informed", PL_YIELD_STEP},
	             {"Hold a workshop", PL_YIELD_MEETING},
	             {"Set up a working group", PL_YIELD_MEETING},
	             {"21 Jan Leaders", PL_YIELD_MEETING},
	             {"Residents meet the skippers", PL_YIELD_MEETING},
	             {"Meet the air quality standard", PL_YIELD_RESULT},
	             {"Promote walking", PL_YIELD_EFFORT},
	             {"Consider options for the quay", PL_YIELD_EFFORT},
	             {"Ensure better signs", PL_YIELD_EFFORT},
	             {"Reduce delays by 16%", PL_YIELD_RESULT},
	             {"Pier", PL_YIELD_EFFORT}};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check_yield(cases[i].sentence, cases[i].yield);
}

/* ---- comparing ---- */

static double similarity(const char *a, const char *b)
{
	struct pl_token_set left = pl_tokens_of(&arena, read(a)), right = pl_tokens_of(&arena, read(b));

	return pl_tokens_similarity(&left, &right);
}

static void wording_and_completion_do_not_tell_apart(void **state)
{
	(void)state;
	assert_true(similarity("Draft strategy completed", "Complete draft strategy") == 1.0);
	assert_true(similarity("Open the five parks", "5 parks opened") == 1.0);
	assert_true(similarity("Open the quay", "Publish a leaflet") == 0.0);
	assert_true(similarity("Open 5 parks", "Open 6 parks") < similarity("Open 5 parks", "Open 5 parks today"));
}

/* ---- hostile texts ---- */

static void odd_texts_are_read(void **state)
{
	static const char *const texts[] = {" ",
	                                    ".",
	                                    "...",
	                                    "?!,;:()[]/&+*-\"'",
	                                    "\xC2\xA0",
	                                    "\xF0\x9F\x99\x82\xF0\x9F\x99\x82",
	                                    "\xCC\x81\xCC\x81",
	                                    "\xEF\xBB\xBFHub",
	                                    "a",
	                                    "-",
	                                    "(",
	                                    ")",
	                                    "((((",
	                                    "1.",
	                                    "to",
	                                    "and",
	                                    "to to to",
	                                    "and and",
	                                    "of",
	                                    "will",
	                                    "be",
	                                    "with",
	                                    "Review",
	                                    "\xE2\x80\x93",
	                                    "'s"};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		const struct pl_reading *reading = read(texts[i]);

		for (uint32_t k = 0; k < reading->word_count; k++)
			assert_true(reading->words[k].begin < reading->words[k].end &&
			            reading->words[k].end <= strlen(texts[i]));
	}
}

static void long_texts_are_cut(void **state)
{
	static const char *const pieces[] = {"word ",   "review and ", "quickly ",    "hub, ",
	                                     "of the ", "to set up ",  "with it ",    "tbc ",
	                                     "(a ",     "meeting. ",   "5 to Board ", "it is so "};

	(void)state;
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		size_t length = strlen(pieces[i]);
		char *text = PL_MAKE_ARRAY(&arena, length * 100000, char);
		const struct pl_reading *reading;

		for (size_t k = 0; k < 100000; k++)
			memcpy(text + k * length, pieces[i], length);
		reading = read_bytes(text, length * 100000);
		assert_true(reading->cut);
		assert_int_equal(reading->word_count, PL_READING_WORDS);
	}
}

static void a_word_may_be_long(void **state)
{
	char *text = PL_MAKE_ARRAY(&arena, 1000000, char);
	const struct pl_reading *reading;

	(void)state;
	memset(text, 'x', 1000000);
	reading = read_bytes(text, 1000000);
	assert_int_equal(reading->word_count, 1);
	assert_int_equal(reading->words[0].end, 1000000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(words_stand_where_they_are_written),
	        cmocka_unit_test(words_are_the_same_wherever_they_stand),
	        cmocka_unit_test(dates_are_those_of_the_bytes),
	        cmocka_unit_test(terms_are_joined),
	        cmocka_unit_test(numbers_count_or_name),
	        cmocka_unit_test(spelt_numbers_are_their_digits),
	        cmocka_unit_test(numbering_dates_and_placeholders_are_no_substance),
	        cmocka_unit_test(first_words_are_told_by_what_follows),
	        cmocka_unit_test(verbs_behind_to_may_look_like_adjectives),
	        cmocka_unit_test(unknown_words_are_told_by_their_looks),
	        cmocka_unit_test(clauses_say_who_does_what_to_what),
	        cmocka_unit_test(clauses_are_joined),
	        cmocka_unit_test(clauses_yield),
	        cmocka_unit_test(wording_and_completion_do_not_tell_apart),
	        cmocka_unit_test(odd_texts_are_read),
	        cmocka_unit_test(long_texts_are_cut),
	        cmocka_unit_test(a_word_may_be_long),
	};

	return cmocka_run_group_tests_name("text", tests, open_vocabulary, close_vocabulary);
}
