/* Reporters on findings made by hand: what stands under which word, what a terminal gets to see, JSON held against
 * jansson, files that appear whole or not at all. */
#define _XOPEN_SOURCE 700
#include "base/str.h"
#include "base/utf8.h"
#include "report/excerpt.h"
#include "report/json.h"
#include "report/report.h"
#include "source/source.h"

#include <errno.h>
#include <jansson.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static struct pl_arena arena;
static struct pl_source source;
static struct pl_out out;

static int set_up(void **state)
{
	(void)state;
	pl_arena_init(&arena, NULL);
	out = (struct pl_out){.fd = -1};
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	pl_buf_free(&out.buf);
	pl_arena_free(&arena);
	return 0;
}

static const char *written(void) { return out.buf.ptr ? out.buf.ptr : ""; }

static struct pl_file file_of(const char *text)
{
	bool too_large;

	pl_source_open(&source, &arena, "plan.yaml", pl_str_of(text), 1 << 20, &too_large);
	return (struct pl_file){.path = "plan.yaml",
	                        .status = PL_OK,
	                        .is_plan = true,
	                        .source = &source,
	                        .plan_count = 1,
	                        .action_count = 1,
	                        .milestone_count = 4,
	                        .quiet_count = 3};
}

static struct pl_span span_of(const char *words)
{
	const char *at = strstr(source.text.ptr, words);

	assert_non_null(at);
	return (struct pl_span){(uint32_t)(at - source.text.ptr),
	                        (uint32_t)((size_t)(at - source.text.ptr) + strlen(words))};
}

static struct pl_range range_of(const char *words) { return pl_source_range(&source, span_of(words)); }

/* What an excerpt of `words` in `text` looks like; the words that decided are `deciding` (NULL: nothing says which). */
static const char *excerpt(const char *text, const char *words, const char *deciding, unsigned width)
{
	struct pl_file file = file_of(text);
	struct pl_screen screen = {.out = &out, .width = width};
	struct pl_evidence evidence = {0};
	struct pl_str exact;

	if (deciding)
		evidence.range = range_of(deciding);
	exact = pl_file_excerpt(&file, span_of(words));
	pl_excerpt_show(&screen, &(struct pl_excerpt){.file = &file,
	                                              .range = range_of(words),
	                                              .exact = &exact,
	                                              .evidence = &evidence,
	                                              .evidence_count = deciding != NULL,
	                                              .gutter = 1});
	return written();
}

static void words_are_underlined(void **state)
{
	(void)state;
	assert_string_equal(excerpt("text: Hold a road show\n", "Hold a road show", NULL, 80),
	                    "1 | text: Hold a road show\n"
	                    "  |       ^^^^^^^^^^^^^^^^\n");
}

static void deciding_words_stand_out(void **state)
{
	(void)state;
	assert_string_equal(excerpt("text: Hold a road show\n", "Hold a road show", "road show", 80),
	                    "1 | text: Hold a road show\n"
	                    "  |       ~~~~~~~^^^^^^^^^\n");
}

static void evidence_elsewhere_leaves_the_place_its_own_mark(void **state)
{
	(void)state;
	assert_string_equal(excerpt("{text: Sow meadow, due: Q9}\n", "Sow meadow", "Q9", 80),
	                    "1 | {text: Sow meadow, due: Q9}\n"
	                    "  |        ^^^^^^^^^^       ~~\n");
}

static void tabs_wide_and_combining_characters_keep_their_columns(void **state)
{
	(void)state;
	assert_string_equal(excerpt("a:\tb \t# c\n", "c", NULL, 80), "1 | a:  b   # c\n"
	                                                             "  |           ^\n");
	tear_down(NULL);
	set_up(NULL);
	/* two wide characters, an e with a combining acute, an emoji */
	assert_string_equal(excerpt("t: \xE5\x9B\xB3\xE6\x9B\xB8 cafe\xCC\x81 \xF0\x9F\x93\x9A open\n",
	                            "cafe\xCC\x81 \xF0\x9F\x93\x9A", NULL, 80),
	                    "1 | t: \xE5\x9B\xB3\xE6\x9B\xB8 cafe\xCC\x81 \xF0\x9F\x93\x9A open\n"
	                    "  |         ^^^^^^^\n");
}

static void mark_and_line_ends_are_not_shown(void **state)
{
	(void)state;
	assert_string_equal(excerpt("\xEF\xBB\xBFtext: Plant trees\r\nother: x\r\n", "Plant trees", NULL, 80),
	                    "1 | text: Plant trees\n"
	                    "  |       ^^^^^^^^^^^\n");
}

static void places_over_lines_show_each_line(void **state)
{
	(void)state;
	assert_string_equal(
	        excerpt("t: >-\n   Hold a\n   road show\n   soon\nx: y\n", "Hold a\n   road show\n   soon", NULL, 80),
	        "2 |    Hold a\n  |    ^^^^^^\n"
	        "3 |    road show\n  |    ^^^^^^^^^\n"
	        "4 |    soon\n  |    ^^^^\n");
}

static void long_places_show_their_ends(void **state)
{
	(void)state;
	assert_string_equal(excerpt("- a\n- b\n- c\n- d\n- e\n- f\n", "- a\n- b\n- c\n- d\n- e\n- f", NULL, 80),
	                    "1 | - a\n  | ^^^\n"
	                    "2 | - b\n  | ^^^\n"
	                    "...\n"
	                    "6 | - f\n  | ^^^\n");
}

static void a_place_without_width_has_a_mark(void **state)
{
	(void)state;
	file_of("key:\nnext: x\n");
	assert_string_equal(excerpt("key:\nnext: x\n", "\nnext" + 5, NULL, 80), "1 | key:\n  | ^\n");
}

/* Every line of an excerpt fits; the marks stand under the words. */
static void long_lines_are_cut_around_the_place(void **state)
{
	enum { WIDTH = 60 };
	static const char *const fillers[] = {"word ", "\xE5\x9B\xB3 ", "e\xCC\x81 "};

	(void)state;
	for (size_t f = 0; f < sizeof fillers / sizeof *fillers; f++)
		for (size_t before = 0; before < 40; before++) {
			struct pl_buf line = {0};
			const char *text, *marks, *words;

			for (size_t i = 0; i < before; i++)
				pl_buf_puts(&line, fillers[f]);
			pl_buf_puts(&line, "DECIDE THIS ");
			for (size_t i = 0; i < 40; i++)
				pl_buf_puts(&line, fillers[f]);
			text = excerpt(line.ptr, "DECIDE THIS", NULL, WIDTH);
			marks = strchr(text, '\n') + 1;
			words = strstr(text, "DECIDE THIS");
			assert_non_null(words);
			assert_true(pl_screen_columns((struct pl_str){text, (size_t)(marks - 1 - text)}) <= WIDTH);
			assert_int_equal(pl_screen_columns((struct pl_str){text, (size_t)(words - text)}),
			                 strcspn(marks, "^"));
			assert_int_equal(strspn(strchr(marks, '^'), "^"), strlen("DECIDE THIS"));
			pl_buf_free(&line);
			tear_down(NULL);
			set_up(NULL);
		}
}

static void rows_lose_the_same_indent(void **state)
{
	(void)state;
	assert_string_equal(excerpt("            Sow the meadow behind the school with\n              poppies\n",
	                            "Sow the meadow behind the school with\n              poppies", NULL, 40),
	                    "1 | Sow the meadow behind the school wi…\n"
	                    "  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
	                    "2 |   poppies\n"
	                    "  |   ^^^^^^^\n");
}

static void a_place_wider_than_the_screen_is_cut_itself(void **state)
{
	char line[400], *words;
	const char *text;

	(void)state;
	memset(line, 'x', sizeof line - 1);
	line[sizeof line - 1] = '\0';
	memcpy(line, "indented words: ", 16);
	words = line + 16;
	text = excerpt(line, words, NULL, 60);
	assert_true(pl_screen_columns(pl_str_of(text)) < 130);
	assert_non_null(strstr(text, "…\n"));
}

static void very_long_lines_are_looked_at_near_the_place(void **state)
{
	struct pl_buf line = {0};
	const char *text;

	(void)state;
	for (size_t i = 0; i < 20000; i++)
		pl_buf_puts(&line, i == 15000 ? "DECIDE THIS " : "\xE5\x9B\xB3 ");
	text = excerpt(line.ptr, "DECIDE THIS", NULL, 80);
	assert_non_null(strstr(text, "DECIDE THIS"));
	assert_non_null(strstr(text, "^^^^^^^^^^^\n"));
	pl_buf_free(&line);
}

static void nothing_of_a_plan_steers_the_terminal(void **state)
{
	struct pl_screen screen = {.out = &out};

	(void)state;
	pl_screen_text(&screen, PL_STR("a\033[31mb\x07\x7F\xC2\x9B"
	                               "c\xE2\x80\xAE"
	                               "d\n\te\xFF"));
	assert_string_equal(written(), "a\xE2\x90\x9B[31mb\xE2\x90\x87\xE2\x90\xA1\xEF\xBF\xBD"
	                               "c\xEF\xBF\xBD"
	                               "d  e\xEF\xBF\xBD");
}

static void words_wrap_at_the_width(void **state)
{
	struct pl_screen screen = {.out = &out, .width = 20};

	(void)state;
	pl_out_puts(&out, "  try: ");
	pl_screen_wrap(&screen, "say what  the panel\nwill decide", 7, 7);
	assert_string_equal(written(), "  try: say what the\n       panel will\n       decide\n");
}

/* Plain words with single blanks are wrapped in another way than others, to the same effect. */
static void wrapping_minds_no_gaps(void **state)
{
	static const char *const pairs[][2] = {
	        {"", " "},
	        {"one", "  one "},
	        {"say what the panel will decide", "say what  the panel\nwill decide"},
	        {"a unquestionably long incomprehensibility is b", "a unquestionably  long incomprehensibility is b"}};

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		for (unsigned width = 0; width < 60; width++)
			for (unsigned used = 0; used < 12; used += 3) {
				struct pl_screen screen = {.out = &out, .width = width};
				char single[256];

				pl_buf_clear(&out.buf);
				pl_screen_wrap(&screen, pairs[i][0], used, 4);
				(void)snprintf(single, sizeof single, "%s", written());
				pl_buf_clear(&out.buf);
				pl_screen_wrap(&screen, pairs[i][1], used, 4);
				assert_string_equal(written(), single);
			}
}

static const struct pl_rule rule = {.id = "road-show", .module = "outcome", .severity = PL_WARNING};

static const char text[] = "milestones:\n  - text: Hold a road show\n  - text: Hold the road show again\n";

static struct pl_finding finding_of(struct pl_related *related, struct pl_evidence *evidence)
{
	*related = (struct pl_related){.path = "plan.yaml",
	                               .item = "M2",
	                               .message = "the other one",
	                               .range = range_of("Hold the road show again")};
	*evidence = (struct pl_evidence){.range = range_of("Hold"), .words = PL_STR("Hold")};
	return (struct pl_finding){.rule = &rule,
	                           .severity = PL_WARNING,
	                           .confidence = PL_HIGH,
	                           .state = PL_NEW,
	                           .path = "plan.yaml",
	                           .item = "KA1 > M1",
	                           .message = "this names an event",
	                           .advice = "say what it leads to",
	                           .fingerprint = "00112233445566778899aabbccddeeff",
	                           .range = range_of("Hold a road show"),
	                           .span = span_of("Hold a road show"),
	                           .evidence = evidence,
	                           .evidence_count = 1,
	                           .related = related,
	                           .related_count = 1};
}

/* A report with one finding in each of `count` files. */
static const char *report(const char *format, const struct pl_report_options *options, const struct pl_file *file,
                          size_t count)
{
	struct pl_reports reports;

	pl_reports_init(&reports, &arena, options);
	pl_reports_add(&reports, pl_reporter_find(pl_str_of(format)), &(struct pl_screen){.out = &out, .width = 80},
	               true);
	pl_reports_begin(&reports);
	for (size_t i = 0; i < count; i++)
		pl_reports_file(&reports, file);
	pl_reports_end(&reports);
	return written();
}

static const char *one_finding(const char *format, const struct pl_report_options *options, size_t files)
{
	struct pl_file file = file_of(text);
	struct pl_unchecked unchecked = {&rule, "deadlines were not compared with the period", "the plan gives none",
	                                 "plan.yaml"};
	struct pl_related related;
	struct pl_evidence evidence;
	struct pl_finding finding = finding_of(&related, &evidence);

	file.findings = &finding;
	file.finding_count = 1;
	file.unchecked = &unchecked;
	file.unchecked_count = 1;
	return report(format, options, &file, files);
}

static void text_says_what_where_and_what_instead(void **state)
{
	(void)state;
	assert_string_equal(one_finding("text", &(struct pl_report_options){0}, 1),
	                    "warning[road-show]: this names an event\n"
	                    " --> plan.yaml:2:11\n"
	                    " in  KA1 > M1\n"
	                    "  |\n"
	                    "2 |   - text: Hold a road show\n"
	                    "  |           ^^^^~~~~~~~~~~~~\n"
	                    "note: the other one\n"
	                    " --> plan.yaml:3:11\n"
	                    " in  M2\n"
	                    "  |\n"
	                    "3 |   - text: Hold the road show again\n"
	                    "  |           ^^^^^^^^^^^^^^^^^^^^^^^^\n"
	                    "  try: say what it leads to\n"
	                    "\n"
	                    "1 warning in 1 plan\n"
	                    "3 of 4 milestones raised nothing; deadlines were not compared with the period:\n"
	                    "  the plan gives none\n");
}

static void quiet_leaves_the_findings(void **state)
{
	(void)state;
	assert_null(strstr(one_finding("text", &(struct pl_report_options){.quiet = true}, 1), "raised nothing"));
}

static void what_is_not_shown_is_counted(void **state)
{
	const char *shown = one_finding("text", &(struct pl_report_options){.most = 2, .statistics = true}, 5);

	(void)state;
	assert_non_null(strstr(shown, "3 more findings are not shown (--max-findings 2)\n"));
	assert_non_null(strstr(shown, "      5  road-show\n"));
	assert_non_null(strstr(shown, "5 warnings in 5 plans\n"));
	assert_non_null(strstr(shown, "(5 of 5 files)"));
}

static void concise_is_one_line_a_finding(void **state)
{
	(void)state;
	assert_string_equal(one_finding("concise", &(struct pl_report_options){0}, 1),
	                    "plan.yaml:2:11: warning road-show this names an event\n");
}

static json_t *parsed(const char *document)
{
	json_error_t error;
	json_t *json = json_loads(document, JSON_REJECT_DUPLICATES, &error);

	if (!json)
		fail_msg("%s in %s", error.text, document);
	return json;
}

static const char *string_at(const json_t *json, const char *key)
{
	return json_string_value(json_object_get(json, key));
}

static json_int_t number_at(const json_t *json, const char *key)
{
	return json_integer_value(json_object_get(json, key));
}

static void has_all_of_a_finding(const json_t *finding)
{
	const json_t *start = json_object_get(json_object_get(finding, "range"), "start");
	const json_t *related = json_array_get(json_object_get(finding, "related"), 0);

	assert_string_equal(string_at(finding, "rule"), "road-show");
	assert_string_equal(string_at(finding, "module"), "outcome");
	assert_string_equal(string_at(finding, "severity"), "warning");
	assert_string_equal(string_at(finding, "confidence"), "high");
	assert_string_equal(string_at(finding, "state"), "new");
	assert_true(json_is_null(json_object_get(finding, "suppression")));
	assert_int_equal(number_at(start, "line"), 2);
	assert_int_equal(number_at(start, "column"), 11);
	assert_int_equal(number_at(start, "offset"), 22);
	assert_string_equal(string_at(related, "path"), "plan.yaml");
	assert_string_equal(string_at(related, "item"), "M2");
	assert_non_null(json_object_get(related, "range"));
	assert_string_equal(string_at(json_array_get(json_object_get(finding, "evidence"), 0), "words"), "Hold");
}

static void json_is_one_document(void **state)
{
	json_t *json = parsed(one_finding("json", &(struct pl_report_options){.as_of = "2010-09-30"}, 2));
	const json_t *summary = json_object_get(json, "summary");

	(void)state;
	assert_int_equal(json_array_size(json_object_get(json, "findings")), 2);
	has_all_of_a_finding(json_array_get(json_object_get(json, "findings"), 1));
	assert_string_equal(string_at(json, "as_of"), "2010-09-30");
	assert_int_equal(number_at(summary, "warnings"), 2);
	assert_int_equal(number_at(summary, "milestones"), 8);
	assert_int_equal(json_array_size(json_object_get(json, "files")), 2);
	assert_int_equal(json_array_size(json_object_get(json, "not_checked")), 2);
	json_decref(json);
}

static void json_with_nothing_to_say_is_a_document(void **state)
{
	json_t *json = parsed(report("json", &(struct pl_report_options){0}, NULL, 0));

	(void)state;
	assert_int_equal(json_array_size(json_object_get(json, "findings")), 0);
	assert_true(json_is_null(json_object_get(json, "as_of")));
	json_decref(json);
}

static void jsonl_ends_with_the_totals(void **state)
{
	char *lines = strdup(one_finding("jsonl", &(struct pl_report_options){0}, 1)), *last = strchr(lines, '\n');
	json_t *json;

	(void)state;
	*last++ = '\0';
	json = parsed(lines);
	has_all_of_a_finding(json);
	json_decref(json);
	json = parsed(last);
	assert_null(json_object_get(json, "rule"));
	assert_int_equal(number_at(json_object_get(json, "summary"), "warnings"), 1);
	json_decref(json);
	free(lines);
}

static void suppressed_findings_stay_in_json_alone(void **state)
{
	struct pl_file file = file_of(text);
	struct pl_related related;
	struct pl_evidence evidence;
	struct pl_finding finding = finding_of(&related, &evidence);
	json_t *json;

	(void)state;
	finding.state = PL_SUPPRESSED;
	finding.reason = "asked for by statute";
	file.findings = &finding;
	file.finding_count = 1;
	assert_null(strstr(report("text", &(struct pl_report_options){0}, &file, 1), "road-show"));
	assert_non_null(strstr(written(), "no findings in 1 plan; 1 suppressed\n"));
	pl_buf_clear(&out.buf);
	json = parsed(report("json", &(struct pl_report_options){0}, &file, 1));
	assert_string_equal(
	        string_at(json_object_get(json_array_get(json_object_get(json, "findings"), 0), "suppression"),
	                  "reason"),
	        "asked for by statute");
	json_decref(json);
}

static void every_character_survives(void **state)
{
	(void)state;
	for (uint32_t code = 1; code < 0x11000; code += code < 0x3000 ? 1 : 97) {
		struct pl_json json = {.out = &out};
		char bytes[4];
		struct pl_str character = {bytes, pl_utf8_put(code, bytes)};
		json_t *back;

		pl_json_open(&json, NULL, '[');
		pl_json_text(&json, NULL, character);
		pl_json_close(&json, ']');
		back = parsed(written());
		assert_int_equal(json_string_length(json_array_get(back, 0)), character.len);
		assert_memory_equal(json_string_value(json_array_get(back, 0)), bytes, character.len);
		json_decref(back);
		pl_buf_clear(&out.buf);
	}
}

static void nesting_and_commas_are_right(void **state)
{
	struct pl_json json = {.out = &out};
	json_t *back, *wanted = json_pack("{s:[i,{},[],n,b],s:{s:s},s:I}", "a", 1, 1, "b", "c", "d\"\\\n", "e",
	                                  (json_int_t)9007199254740993);

	(void)state;
	pl_json_open(&json, NULL, '{');
	pl_json_open(&json, "a", '[');
	pl_json_number(&json, NULL, 1);
	pl_json_break(&json);
	pl_json_open(&json, NULL, '{');
	pl_json_close(&json, '}');
	pl_json_open(&json, NULL, '[');
	pl_json_close(&json, ']');
	pl_json_string(&json, NULL, NULL);
	pl_json_flag(&json, NULL, true);
	pl_json_close(&json, ']');
	pl_json_open(&json, "b", '{');
	pl_json_string(&json, "c", "d\"\\\n");
	pl_json_close(&json, '}');
	pl_json_number(&json, "e", 9007199254740993);
	pl_json_close(&json, '}');
	back = parsed(written());
	assert_true(json_equal(back, wanted));
	json_decref(back);
	json_decref(wanted);
}

static void bytes_that_are_no_text_stay_apart(void **state)
{
	struct pl_json json = {.out = &out};

	(void)state;
	pl_json_text(&json, NULL, PL_STR("a\xFF.yaml"));
	assert_string_equal(written(), "\"a\\\\xff.yaml\"");
}

static char *contents(const char *path)
{
	static char bytes[64];
	FILE *file = fopen(path, "rb");
	size_t length;

	if (!file)
		return NULL;
	length = fread(bytes, 1, sizeof bytes - 1, file);
	bytes[length] = '\0';
	fclose(file);
	return bytes;
}

static void files_appear_whole_or_not_at_all(void **state)
{
	char folder[] = "/tmp/planlint-test-XXXXXX", path[64], link[64];
	struct stat info;

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/out.json", folder);
	snprintf(link, sizeof link, "%s/link.json", folder);
	assert_int_equal(pl_out_open(&out, path), PL_OK);
	pl_out_puts(&out, "first");
	pl_out_flush(&out);
	assert_null(contents(path));
	assert_int_equal(pl_out_close(&out, true), PL_OK);
	assert_string_equal(contents(path), "first");

	assert_int_equal(pl_out_open(&out, path), PL_OK);
	pl_out_puts(&out, "half");
	assert_int_equal(pl_out_close(&out, false), PL_OK);
	assert_string_equal(contents(path), "first");

	/* a link stays a link, and the file keeps its permissions */
	assert_int_equal(symlink("out.json", link), 0);
	assert_int_equal(chmod(path, 0640), 0);
	assert_int_equal(pl_out_open(&out, link), PL_OK);
	pl_out_puts(&out, "second");
	assert_int_equal(pl_out_close(&out, true), PL_OK);
	assert_string_equal(contents(path), "second");
	assert_int_equal(lstat(link, &info), 0);
	assert_true(S_ISLNK(info.st_mode));
	assert_int_equal(stat(path, &info), 0);
	assert_int_equal(info.st_mode & 0777, 0640);

	unlink(link);
	unlink(path);
	assert_int_equal(rmdir(folder), 0); /* nothing temporary is left */
	out = (struct pl_out){.fd = -1};
}

static void failures_are_kept(void **state)
{
	(void)state;
	assert_int_equal(pl_out_open(&out, "/tmp/no/such/folder/out.json"), PL_WRITE_ERROR);
	assert_int_equal(out.error, ENOENT);
	assert_int_equal(pl_out_close(&out, true), PL_WRITE_ERROR);
	if (access("/dev/full", W_OK) == 0) {
		assert_int_equal(pl_out_open(&out, "/dev/full"), PL_OK);
		pl_out_puts(&out, "x");
		assert_int_equal(pl_out_close(&out, true), PL_WRITE_ERROR);
		assert_int_equal(out.error, ENOSPC);
	}
	out = (struct pl_out){.fd = -1};
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	        TEST(words_are_underlined),
	        TEST(deciding_words_stand_out),
	        TEST(evidence_elsewhere_leaves_the_place_its_own_mark),
	        TEST(tabs_wide_and_combining_characters_keep_their_columns),
	        TEST(mark_and_line_ends_are_not_shown),
	        TEST(places_over_lines_show_each_line),
	        TEST(long_places_show_their_ends),
	        TEST(a_place_without_width_has_a_mark),
	        TEST(long_lines_are_cut_around_the_place),
	        TEST(rows_lose_the_same_indent),
	        TEST(a_place_wider_than_the_screen_is_cut_itself),
	        TEST(very_long_lines_are_looked_at_near_the_place),
	        TEST(nothing_of_a_plan_steers_the_terminal),
	        TEST(words_wrap_at_the_width),
	        TEST(wrapping_minds_no_gaps),
	        TEST(text_says_what_where_and_what_instead),
	        TEST(quiet_leaves_the_findings),
	        TEST(what_is_not_shown_is_counted),
	        TEST(concise_is_one_line_a_finding),
	        TEST(json_is_one_document),
	        TEST(json_with_nothing_to_say_is_a_document),
	        TEST(jsonl_ends_with_the_totals),
	        TEST(suppressed_findings_stay_in_json_alone),
	        TEST(every_character_survives),
	        TEST(nesting_and_commas_are_right),
	        TEST(bytes_that_are_no_text_stay_apart),
	        TEST(files_appear_whole_or_not_at_all),
	        TEST(failures_are_kept),
	};

	return cmocka_run_group_tests_name("report", tests, NULL, NULL);
}
