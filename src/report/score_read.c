/* Reads a marked sample. */
#include "report/score.h"

#include "base/csv.h"
#include "base/str.h"

enum column {
#define COLUMN(name) COLUMN_##name,
#include "report/sample_columns.def"
#undef COLUMN
	COLUMNS
};

static const char *const names[COLUMNS] = {
#define COLUMN(name) #name,
#include "report/sample_columns.def"
#undef COLUMN
};

/* What `score` cannot do without; the rest is for the reader, who may take it out. */
static const enum column required[] = {COLUMN_kind, COLUMN_rule, COLUMN_mark, COLUMN_missed, COLUMN_population};

enum mark { MARK_BLANK, MARK_YES, MARK_NO, MARK_UNSURE };

struct reader {
	struct pl_score *score;
	struct pl_csv csv;
	struct pl_csv_row row;
	size_t columns[COLUMNS]; /* place + 1 in a row; 0: there is none */
	size_t column_count;
};

static bool refuse(struct reader *reader, const char *message)
{
	reader->score->message = message;
	reader->score->line = reader->row.line;
	return false;
}

static struct pl_str field(const struct reader *reader, enum column column)
{
	if (!reader->columns[column])
		return (struct pl_str){0};
	return pl_csv_field(&reader->row, reader->columns[column] - 1);
}

/* ---- single fields ---- */

static bool read_mark(struct reader *reader, enum mark *out)
{
	static const struct {
		const char *word;
		enum mark mark;
	} words[] = {{"", MARK_BLANK}, {"yes", MARK_YES},       {"y", MARK_YES},    {"no", MARK_NO},
	             {"n", MARK_NO},   {"unsure", MARK_UNSURE}, {"u", MARK_UNSURE}, {"?", MARK_UNSURE}};
	struct pl_str text = field(reader, COLUMN_mark);

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (pl_str_equal_fold(text, pl_str_of(words[i].word))) {
			*out = words[i].mark;
			return true;
		}
	return refuse(reader, pl_arena_print(reader->score->arena, "the mark is yes, no, unsure or blank, not '%.*s'",
	                                     PL_STR_ARG(text)));
}

static bool read_number(struct reader *reader, enum column column, uint64_t *out)
{
	struct pl_str text = field(reader, column);
	long number = 0;

	if (!pl_str_number(text, &number) || number < 0)
		return refuse(reader, pl_arena_print(reader->score->arena, "'%s' should be a number here, not '%.*s'",
		                                     names[column], PL_STR_ARG(text)));
	*out = (uint64_t)number;
	return true;
}

/* ---- rules ---- */

/* Spreadsheets like to begin a cell with a capital. */
static struct pl_score_rule *rule_at(struct reader *reader, struct pl_str id)
{
	struct pl_score *score = reader->score;
	char *lower = pl_arena_copy(score->arena, id);
	uint32_t *place;

	for (size_t i = 0; i < id.len; i++)
		lower[i] = pl_ascii_lower(lower[i]);
	place = pl_map_put(score->arena, &score->places, (struct pl_str){lower, id.len}, NULL);
	if (!*place) {
		*PL_VEC_PUSH(score->arena, &score->rules) =
		        (struct pl_score_rule){.id = lower, .line = reader->row.line};
		*place = (uint32_t)score->rules.count;
	}
	return &score->rules.items[*place - 1];
}

static bool unknown_rule(struct reader *reader, struct pl_str id)
{
	struct pl_score *score = reader->score;
	size_t count = pl_run_rule_count(score->run);
	const char **all = PL_MAKE_ARRAY(score->arena, count, const char *), *nearest;

	for (size_t i = 0; i < count; i++)
		all[i] = pl_run_rule_at(score->run, i)->id;
	nearest = pl_str_nearest(id, all, count);
	return refuse(reader,
	              pl_arena_print(score->arena, "there is no rule '%.*s'%s%s%s", PL_STR_ARG(id),
	                             nearest ? "; did you mean '" : "", nearest ? nearest : "", nearest ? "'?" : ""));
}

/* A list of rules, with commas, semicolons, blanks or line ends between them. */
static bool next_rule(struct pl_str *rest, struct pl_str *id)
{
	size_t begin = 0, end;

	while (begin < rest->len && strchr(",; \t\r\n", rest->ptr[begin]))
		begin++;
	end = begin;
	while (end < rest->len && !strchr(",; \t\r\n", rest->ptr[end]))
		end++;
	*id = pl_str_sub(*rest, begin, end);
	*rest = pl_str_sub(*rest, end, rest->len);
	return id->len > 0;
}

static bool holds_rule(struct pl_str list, struct pl_str wanted)
{
	struct pl_str id;

	while (next_rule(&list, &id))
		if (pl_str_equal_fold(id, wanted))
			return true;
	return false;
}

/* ---- rows ---- */

static void count_mark(struct pl_score_marks *marks, enum mark mark)
{
	uint64_t *const counts[] = {[MARK_BLANK] = &marks->blank,
	                            [MARK_YES] = &marks->yes,
	                            [MARK_NO] = &marks->no,
	                            [MARK_UNSURE] = &marks->unsure};

	++*counts[mark];
}

/* Of one stratum all rows tell the same number. */
static bool read_population(struct reader *reader, struct pl_score_marks *marks)
{
	uint64_t population = 0;

	if (!read_number(reader, COLUMN_population, &population))
		return false;
	if (!population || (marks->population && marks->population != population))
		return refuse(reader,
		              pl_arena_print(reader->score->arena,
		                             "the population is %llu here and %llu further up; score one "
		                             "sample at a time",
		                             (unsigned long long)population, (unsigned long long)marks->population));
	marks->population = population;
	return true;
}

static bool read_finding(struct reader *reader, enum mark mark)
{
	struct pl_str id = field(reader, COLUMN_rule);
	struct pl_score_rule *rule;

	if (!id.len)
		return refuse(reader, "a finding needs its rule");
	if (field(reader, COLUMN_missed).len)
		return refuse(reader, "what was missed is told on rows of milestones; this is one of a finding");
	rule = rule_at(reader, id);
	if (!read_population(reader, &rule->findings))
		return false;
	if (reader->columns[COLUMN_milestones] && !read_number(reader, COLUMN_milestones, &rule->milestones))
		return false;
	count_mark(&rule->findings, mark);
	return true;
}

/* Counts each rule once for the row, but not what was raised there. */
static void read_missed(struct reader *reader, enum pl_score_kind kind, struct pl_str missed)
{
	struct pl_str rest = missed, id;

	while (next_rule(&rest, &id)) {
		struct pl_str before = {missed.ptr, (size_t)(id.ptr - missed.ptr)};

		if (!holds_rule(field(reader, COLUMN_raised), id) && !holds_rule(before, id))
			rule_at(reader, id)->missed[kind]++;
	}
}

/* `missed` names rules or says none; where it is blank the mark tells whether the row was read. */
static bool read_milestone(struct reader *reader, enum pl_score_kind kind, enum mark mark)
{
	struct pl_str missed = field(reader, COLUMN_missed);
	struct pl_score_marks *marks = &reader->score->milestones[kind];
	bool nothing = pl_str_equal_fold(missed, PL_STR("none")) || pl_str_equal(missed, PL_STR("-"));

	if (!read_population(reader, marks))
		return false;
	if (mark == MARK_YES && missed.len && !nothing)
		return refuse(reader, "marked yes, and yet a rule is missed here");
	if (mark == MARK_NO && (!missed.len || nothing))
		return refuse(reader, "marked no: write under 'missed' which rules should have fired");
	if (mark == MARK_BLANK && missed.len)
		mark = nothing ? MARK_YES : MARK_NO;
	count_mark(marks, mark);
	if (mark == MARK_NO)
		read_missed(reader, kind, missed);
	return true;
}

/* A row that was copied would count twice. */
static bool is_new(struct reader *reader)
{
	struct pl_str id = field(reader, COLUMN_id);
	uint32_t *line;
	bool fresh = true;

	if (!id.len)
		return true;
	id = pl_str_of(pl_arena_print(reader->score->arena, "%.*s %.*s", PL_STR_ARG(field(reader, COLUMN_kind)),
	                              PL_STR_ARG(id)));
	line = pl_map_put(reader->score->arena, &reader->score->ids, id, &fresh);
	if (!fresh)
		return refuse(reader,
		              pl_arena_print(reader->score->arena, "this row stands on line %u already", *line));
	*line = reader->row.line;
	return true;
}

static bool read_row(struct reader *reader)
{
	struct pl_str kind = field(reader, COLUMN_kind);
	enum mark mark;

	for (size_t i = reader->column_count; i < reader->row.fields.count; i++)
		if (pl_csv_field(&reader->row, i).len)
			return refuse(reader, "this row has more fields than the first line has names");
	if (!is_new(reader) || !read_mark(reader, &mark))
		return false;
	if (pl_str_equal_fold(kind, PL_STR("finding")))
		return read_finding(reader, mark);
	if (pl_str_equal_fold(kind, PL_STR("unflagged")))
		return read_milestone(reader, PL_SCORE_UNFLAGGED, mark);
	if (pl_str_equal_fold(kind, PL_STR("flagged")))
		return read_milestone(reader, PL_SCORE_FLAGGED, mark);
	return refuse(reader,
	              pl_arena_print(reader->score->arena, "the kind is finding, unflagged or flagged, not '%.*s'",
	                             PL_STR_ARG(kind)));
}

static bool read_names(struct reader *reader)
{
	if (!pl_csv_next(&reader->csv, reader->score->arena, &reader->row))
		return reader->csv.mistake ? true : refuse(reader, "the file is empty");
	reader->column_count = reader->row.fields.count;
	for (size_t i = 0; i < reader->column_count; i++)
		for (size_t k = 0; k < COLUMNS; k++)
			if (pl_str_equal_fold(pl_csv_field(&reader->row, i), pl_str_of(names[k])))
				reader->columns[k] = i + 1;
	for (size_t i = 0; i < sizeof required / sizeof *required; i++)
		if (!reader->columns[required[i]])
			return refuse(reader, pl_arena_print(reader->score->arena,
			                                     "the first line names no column '%s'; is this a sample of "
			                                     "planlint sweep --sample?",
			                                     names[required[i]]));
	return true;
}

/* ---- the whole file ---- */

static size_t order_of(const struct pl_score *score, const char *id)
{
	size_t count = pl_run_rule_count(score->run), i = 0;

	while (i < count && strcmp(pl_run_rule_at(score->run, i)->id, id) != 0)
		i++;
	return i;
}

/* A rule of a pack that is not at hand has findings in the sample; what has none and is no rule is a slip. */
static bool rules_exist(struct reader *reader)
{
	for (size_t i = 0; i < reader->score->rules.count; i++) {
		const struct pl_score_rule *rule = &reader->score->rules.items[i];

		reader->row.line = rule->line;
		if (!rule->findings.population && !pl_run_rule_find(reader->score->run, pl_str_of(rule->id)))
			return unknown_rule(reader, pl_str_of(rule->id));
	}
	return true;
}

/* There are few rules. */
static void sort_rules(struct pl_score *score)
{
	for (size_t i = 1; i < score->rules.count; i++) {
		struct pl_score_rule rule = score->rules.items[i];
		size_t order = order_of(score, rule.id), k = i;

		for (; k; k--) {
			size_t before = order_of(score, score->rules.items[k - 1].id);

			if (before < order || (before == order && strcmp(score->rules.items[k - 1].id, rule.id) < 0))
				break;
			score->rules.items[k] = score->rules.items[k - 1];
		}
		score->rules.items[k] = rule;
	}
}

bool pl_score_read(struct pl_score *score, struct pl_arena *arena, const struct pl_run *run, struct pl_str csv)
{
	struct reader reader = {.score = score, .row = {.line = 1}};

	*score = (struct pl_score){.arena = arena, .run = run};
	pl_csv_open(&reader.csv, csv);
	if (!read_names(&reader))
		return false;
	while (pl_csv_next(&reader.csv, arena, &reader.row))
		if (!read_row(&reader))
			return false;
	if (reader.csv.mistake) {
		reader.row.line = reader.csv.mistake_line;
		return refuse(&reader, reader.csv.mistake);
	}
	if (!rules_exist(&reader))
		return false;
	sort_rules(score);
	return true;
}
