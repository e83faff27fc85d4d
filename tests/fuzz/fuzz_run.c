/* Fuzzes whole runs and sweeps: bytes -> findings -> every report. Findings stand in order at their words, machines can
 * read what is meant for them, screens get nothing that steers them, and the same comes out twice. */
#include "fuzz.h"
#include "lint/registry.h"
#include "report/redact.h"
#include "report/report.h"

#include <jansson.h>

enum { MOST_FORMATS = 16, SWEEP = 1 << 24 };

struct whole {
	struct pl_arena arena, view;
	struct pl_arena_guard guard;
	struct pl_run *run;
	struct pl_redaction *redaction;
	struct pl_reports reports;
	struct pl_out outs[MOST_FORMATS];
	size_t files, added;
};

/* ---- findings --------------------------------------------------------------------------------------------------- */

static bool in_order(const struct pl_finding *a, const struct pl_finding *b)
{
	if (a->span.begin != b->span.begin)
		return a->span.begin < b->span.begin;
	if (a->span.end != b->span.end)
		return a->span.end < b->span.end;
	return pl_rule_index(a->rule) <= pl_rule_index(b->rule);
}

static void check_evidence(const struct pl_file *file, const struct pl_evidence *evidence)
{
	FUZZ_HOLDS(evidence->range.start.offset <= evidence->range.end.offset);
	FUZZ_HOLDS(pl_utf8_check(evidence->words) == evidence->words.len);
	if (file->source->encoding == PL_UTF8 && evidence->range.end.offset <= file->source->text.len)
		FUZZ_HOLDS(pl_str_equal(evidence->words, pl_str_sub(file->source->text, evidence->range.start.offset,
		                                                    evidence->range.end.offset)));
}

static void check_finding(const struct pl_file *file, const struct pl_finding *finding)
{
	struct pl_range range = pl_file_range(file, finding->span);

	fuzz_check_span(file->source, finding->span);
	FUZZ_HOLDS(range.start.line == finding->range.start.line && range.start.column == finding->range.start.column);
	FUZZ_HOLDS(range.end.line == finding->range.end.line && range.end.column == finding->range.end.column);
	fuzz_check_message(finding->message);
	fuzz_check_message(finding->advice);
	FUZZ_HOLDS(strlen(finding->fingerprint) == 32);
	FUZZ_HOLDS(strspn(finding->fingerprint, "0123456789abcdef") == 32);
	FUZZ_HOLDS(finding->severity != PL_OFF && finding->confidence != PL_ANY_CONFIDENCE);
	FUZZ_HOLDS(finding->item);
	for (size_t i = 0; i < finding->evidence_count; i++)
		check_evidence(file, &finding->evidence[i]);
	for (size_t i = 0; i < finding->related_count; i++) {
		FUZZ_HOLDS(finding->related[i].path);
		fuzz_check_message(finding->related[i].message);
	}
}

static void check_file(const struct pl_file *file)
{
	for (size_t i = 0; i < file->finding_count; i++) {
		check_finding(file, &file->findings[i]);
		FUZZ_HOLDS(!i || in_order(&file->findings[i - 1], &file->findings[i]));
	}
	FUZZ_HOLDS(file->quiet_count <= file->milestone_count);
}

static void on_file(void *data, const struct pl_file *file)
{
	struct whole *whole = data;

	FUZZ_HOLDS(file->status == PL_OK);
	whole->files += !file->corpus;
	if (file->is_plan)
		check_file(file);
	if (whole->redaction)
		file = pl_redact_file(whole->redaction, &whole->view, file);
	pl_reports_file(&whole->reports, file);
	pl_arena_reset(&whole->view);
}

static void learn(void *data, const struct pl_file *file) { pl_redact_learn(((struct whole *)data)->redaction, file); }

/* ---- reports ---------------------------------------------------------------------------------------------------- */

static void check_json(struct pl_str text)
{
	json_error_t error;
	json_t *document = json_loadb(text.ptr, text.len, JSON_REJECT_DUPLICATES, &error);

	FUZZ_HOLDS(document);
	json_decref(document);
}

static void check_jsonl(struct pl_str text)
{
	while (text.len) {
		const char *end = memchr(text.ptr, '\n', text.len);

		FUZZ_HOLDS(end);
		check_json(pl_str_sub(text, 0, (size_t)(end - text.ptr)));
		text = pl_str_sub(text, (size_t)(end - text.ptr) + 1, text.len);
	}
}

/* Quotes are doubled within quotes, and no cell begins with what a spreadsheet takes for a formula. */
static void check_csv(struct pl_str text)
{
	bool quoted = false, begins = true;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (c == '"') {
			begins = begins && !quoted;
			quoted = !quoted;
			continue;
		}
		FUZZ_HOLDS(!begins || !strchr("=+-@\t\r", c) || !c);
		begins = !quoted && (c == ',' || c == '\n');
	}
	FUZZ_HOLDS(!quoted);
}

/* Nothing for a terminal: no controls, no turning of the direction in which text is read. */
static void check_plain(struct pl_str text)
{
	FUZZ_HOLDS(pl_utf8_check(text) == text.len);
	for (size_t i = 0; i < text.len;) {
		uint32_t code = pl_utf8_next(text, &i);

		FUZZ_HOLDS(code >= 0x20 || code == '\n' || code == '\t' || code == '\r');
		FUZZ_HOLDS(code < 0x7F || code > 0x9F);
		FUZZ_HOLDS(code < 0x202A || code > 0x202E);
		FUZZ_HOLDS(code < 0x2066 || code > 0x2069);
	}
}

static void check_xml(struct pl_str text)
{
	size_t depth = 0;

	check_plain(text);
	for (size_t i = 0; i < text.len; i++) {
		FUZZ_HOLDS(text.ptr[i] != '<' || !depth);
		depth += text.ptr[i] == '<';
		depth -= text.ptr[i] == '>' && depth;
	}
	FUZZ_HOLDS(!depth);
}

static void check_github(struct pl_str text)
{
	check_plain(text);
	for (size_t i = 0; i < text.len; i++)
		if (i == 0 || text.ptr[i - 1] == '\n')
			FUZZ_HOLDS(pl_str_starts(pl_str_sub(text, i, text.len), PL_STR("::")));
}

static const struct {
	const char *name;
	void (*check)(struct pl_str text);
} formats[] = {{"json", check_json},     {"jsonl", check_jsonl},    {"sarif", check_json},    {"gitlab", check_json},
               {"csv", check_csv},       {"text", check_plain},     {"concise", check_plain}, {"junit", check_xml},
               {"github", check_github}, {"markdown", check_plain}, {"html", check_plain}};

static void check_report(const char *name, const struct pl_out *out)
{
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (strcmp(formats[i].name, name) == 0)
			formats[i].check((struct pl_str){out->buf.ptr ? out->buf.ptr : "", out->buf.len});
}

/* ---- all of it -------------------------------------------------------------------------------------------------- */

/* What the bytes themselves decide: how a run is asked for. */
static uint32_t choice(struct pl_str bytes)
{
	uint32_t hash = 2166136261u;

	for (size_t i = 0; i < bytes.len; i++)
		hash = (hash ^ (unsigned char)bytes.ptr[i]) * 16777619u;
	return hash >> 8 | (hash & 1 ? SWEEP : 0);
}

/* Some of the formats each time: what sarif says of all rules would be most of the work. */
static bool is_asked_for(size_t format, uint32_t how)
{
	size_t count = 0;

	while (pl_reporter_at(count))
		count++;
	how >>= 12;
	return format == how % count || format == how / count % count || format == how / count / count % count;
}

static void open_reports(struct whole *whole, uint32_t how)
{
	struct pl_report_options options = {.as_of = how & 4 ? "2010-10-01" : NULL,
	                                    .run = whole->run,
	                                    .most = how & 8 ? 3 : 0,
	                                    .quiet = how & 16,
	                                    .statistics = how & 32,
	                                    .group_by = (enum pl_group_by)(how >> 6 & 3),
	                                    .redaction = whole->redaction};

	pl_reports_init(&whole->reports, &whole->arena, &options);
	for (size_t i = 0; i < MOST_FORMATS && pl_reporter_at(i); i++) {
		whole->outs[i].fd = -1;
		if (!is_asked_for(i, how))
			continue;
		pl_reports_add(&whole->reports, pl_reporter_at(i),
		               &(struct pl_screen){
		                       .out = &whole->outs[i], .width = how & 256 ? 80 : 0, .is_terminal = how & 512},
		               how & 1024);
	}
}

static void set_up(struct whole *whole, struct pl_str bytes, uint32_t how)
{
	struct pl_limits limits = fuzz_limits();

	whole->run = pl_run_open();
	if (!whole->run)
		fuzz_guard_tripped();
	pl_run_limits(whole->run, &limits);
	FUZZ_HOLDS(pl_run_profile(whole->run, how & 1 ? PL_PROFILE_CI : PL_PROFILE_RESEARCH) == PL_OK);
	if (how & 4)
		pl_run_as_of(whole->run, 14883);
	pl_run_apply_suppressions(whole->run, !(how & 2048));
	FUZZ_HOLDS(!(how & 4096) || pl_run_set(whole->run, "ref-format.pattern=KA\\d+|[0-9.]+") == PL_OK);
	FUZZ_HOLDS(pl_run_sweep(whole->run, how & SWEEP) == PL_OK);
	FUZZ_HOLDS(pl_run_add_buffer(whole->run, "plan.yaml", bytes.ptr, bytes.len) == PL_OK);
	if (how & SWEEP) /* beside a copy of itself */
		FUZZ_HOLDS(pl_run_add_buffer(whole->run, "copy.yaml", bytes.ptr, bytes.len) == PL_OK);
	whole->added = how & SWEEP ? 2 : 1;
	whole->redaction = how & 2 ? pl_redact_open(&whole->arena, NULL) : NULL;
}

static void run(struct whole *whole, struct pl_str bytes)
{
	uint32_t how = choice(bytes);

	pl_arena_init(&whole->arena, &whole->guard);
	pl_arena_init(&whole->view, &whole->guard);
	set_up(whole, bytes, how);
	open_reports(whole, how);
	if (whole->redaction)
		FUZZ_HOLDS(pl_run_lint(whole->run, &(struct pl_sink){.data = whole, .on_file = learn}) == PL_OK);
	pl_reports_begin(&whole->reports);
	FUZZ_HOLDS(pl_run_lint(whole->run, &(struct pl_sink){.data = whole, .on_file = on_file}) == PL_OK);
	pl_reports_end(&whole->reports);
	FUZZ_HOLDS(whole->files == whole->added);
}

static void end(struct whole *whole)
{
	for (size_t i = 0; i < MOST_FORMATS; i++)
		pl_buf_free(&whole->outs[i].buf);
	pl_reports_close(&whole->reports);
	pl_run_close(whole->run);
	pl_arena_free(&whole->view);
	pl_arena_free(&whole->arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct whole first, again;
	struct pl_str bytes = {size ? (const char *)data : "", size};

	first = again = (struct whole){0};
	if (setjmp(first.guard.jump) || setjmp(again.guard.jump))
		fuzz_guard_tripped();
	run(&first, bytes);
	run(&again, bytes);
	for (size_t i = 0; i < MOST_FORMATS && pl_reporter_at(i); i++) {
		const struct pl_buf *a = &first.outs[i].buf, *b = &again.outs[i].buf;

		if (is_asked_for(i, choice(bytes)))
			check_report(pl_reporter_at(i)->name, &first.outs[i]);
		FUZZ_HOLDS(a->len == b->len && (!a->len || !memcmp(a->ptr, b->ptr, a->len)));
	}
	end(&again);
	end(&first);
	return 0;
}
