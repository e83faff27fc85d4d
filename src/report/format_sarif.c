/* Format `sarif` 2.1.0, as code scanning takes it: rules with help, paths from the project's root, the worst findings
 * first. GitHub refuses a log with more than 25,000 results, so the mildest are left out beyond that, and the log says
 * so. */
#include "report/clean.h"
#include "report/keep.h"
#include "report/sarif_rules.h"

#include "base/str.h"

enum { MOST_RESULTS = 25000 };

struct state {
	struct pl_kept kept;
	struct pl_json json;
	struct pl_report_job *job;
	size_t *rule_index;
	size_t shown;
};

/* A path as a URI, relative unless the file lies outside its project: bytes that are no letters, digits, `-`, `.`, `_`,
 * `~` or `/` go as %XX. */
static const char *uri(struct pl_arena *arena, const char *path)
{
	char *text = pl_arena_bytes(arena, sizeof "file://" + 3 * strlen(path)), *at = text;

	if (path[0] == '/') {
		memcpy(at, "file://", 7);
		at += 7;
	}
	for (; *path; path++) {
		unsigned char byte = (unsigned char)*path;

		if (pl_ascii_is_alpha(*path) || pl_ascii_is_digit(*path) || strchr("-._~/", *path)) {
			*at++ = *path;
			continue;
		}
		*at++ = '%';
		*at++ = "0123456789ABCDEF"[byte >> 4];
		*at++ = "0123456789ABCDEF"[byte & 15];
	}
	*at = '\0';
	return text;
}

static void message(struct pl_json *json, const char *key, const char *words)
{
	pl_json_open(json, key, '{');
	pl_json_string(json, "text", words);
	pl_json_close(json, '}');
}

/* `](` would make a link of what is a text of the plan. */
static const char *sentences(struct pl_arena *arena, const struct pl_finding *finding)
{
	static const struct pl_escape nothing[] = {{0}};
	struct pl_out out = {.fd = -1};
	char *text;

	pl_clean_sentences(&out, finding->message, finding->advice, nothing);
	text = pl_buf_take(&out.buf, arena);
	for (char *at = strstr(text, "]("); at; at = strstr(at, "]("))
		at[0] = ')';
	return text;
}

static void location(struct state *state, const char *path, const struct pl_range *range)
{
	struct pl_json *json = &state->json;

	pl_json_open(json, "physicalLocation", '{');
	pl_json_open(json, "artifactLocation", '{');
	pl_json_string(json, "uri", uri(state->job->arena, path));
	if (path[0] != '/')
		pl_json_string(json, "uriBaseId", "%SRCROOT%");
	pl_json_close(json, '}');
	if (range && range->start.line) {
		pl_json_open(json, "region", '{');
		pl_json_number(json, "startLine", range->start.line);
		pl_json_number(json, "startColumn", range->start.column);
		pl_json_number(json, "endLine", range->end.line);
		pl_json_number(json, "endColumn", range->end.column);
		pl_json_number(json, "byteOffset", range->start.offset);
		pl_json_number(json, "byteLength", range->end.offset - range->start.offset);
		pl_json_close(json, '}');
	}
	pl_json_close(json, '}');
}

static void logical_location(struct pl_json *json, const char *item)
{
	if (!item || !*item)
		return;
	pl_json_open(json, "logicalLocations", '[');
	pl_json_open(json, NULL, '{');
	pl_json_string(json, "fullyQualifiedName", item);
	pl_json_close(json, '}');
	pl_json_close(json, ']');
}

static void related(struct state *state, const struct pl_kept_finding *one)
{
	struct pl_json *json = &state->json;
	const struct pl_finding *finding = &one->finding;

	pl_json_open(json, "relatedLocations", '[');
	for (size_t i = 0; i < finding->related_count; i++) {
		const struct pl_related *place = &finding->related[i];

		pl_json_open(json, NULL, '{');
		pl_json_number(json, "id", i + 1);
		location(state, pl_kept_path(state->job->arena, one, place->path), &place->range);
		logical_location(json, place->item);
		message(json, "message", place->message);
		pl_json_close(json, '}');
	}
	pl_json_close(json, ']');
}

static void suppressions(struct pl_json *json, const struct pl_finding *finding)
{
	bool in_source = finding->state == PL_SUPPRESSED;

	if (finding->state == PL_NEW)
		return;
	pl_json_open(json, "suppressions", '[');
	pl_json_open(json, NULL, '{');
	pl_json_string(json, "kind", in_source ? "inSource" : "external");
	pl_json_string(json, "justification",
	               !in_source                            ? "in the baseline"
	               : finding->reason && *finding->reason ? finding->reason
	                                                     : "no reason is given");
	pl_json_close(json, '}');
	pl_json_close(json, ']');
}

static size_t place_of(const struct pl_run *run, const struct pl_rule *rule)
{
	size_t i = 0;

	while (i < pl_run_rule_count(run) && pl_run_rule_at(run, i) != rule)
		i++;
	return i;
}

static void result(void *data, const struct pl_kept_finding *one)
{
	struct state *state = data;
	struct pl_json *json = &state->json;
	const struct pl_finding *finding = &one->finding;

	if (state->shown++ >= MOST_RESULTS)
		return;
	pl_json_break(json);
	pl_json_open(json, NULL, '{');
	pl_json_string(json, "ruleId", finding->rule->id);
	pl_json_number(json, "ruleIndex", state->rule_index[place_of(state->job->options->run, finding->rule)]);
	pl_json_string(json, "level", pl_sarif_level(finding->severity));
	message(json, "message", sentences(state->job->arena, finding));
	pl_json_open(json, "locations", '[');
	pl_json_open(json, NULL, '{');
	location(state, one->identity, &finding->range);
	logical_location(json, finding->item);
	pl_json_close(json, '}');
	pl_json_close(json, ']');
	if (finding->related_count)
		related(state, one);
	pl_json_open(json, "partialFingerprints", '{');
	pl_json_string(json, "planlint/v1", finding->fingerprint);
	pl_json_close(json, '}');
	suppressions(json, finding);
	pl_json_open(json, "properties", '{');
	pl_json_string(json, "confidence", pl_confidence_name(finding->confidence));
	pl_json_close(json, '}');
	pl_json_close(json, '}');
}

static void notification(struct state *state, const char *level, const char *words, const char *path)
{
	struct pl_json *json = &state->json;

	pl_json_break(json);
	pl_json_open(json, NULL, '{');
	pl_json_string(json, "level", level);
	message(json, "message", words);
	if (path) {
		pl_json_open(json, "locations", '[');
		pl_json_open(json, NULL, '{');
		location(state, path, NULL);
		pl_json_close(json, '}');
		pl_json_close(json, ']');
	}
	pl_json_close(json, '}');
}

static void notifications(struct state *state)
{
	struct pl_arena *arena = state->job->arena;
	const struct pl_kept *kept = &state->kept;

	pl_json_open(&state->json, "toolExecutionNotifications", '[');
	for (size_t i = 0; i < kept->unreadable.count; i++)
		notification(
		        state, "error",
		        pl_arena_print(arena, "This file could not be read: %s", kept->unreadable.items[i].message),
		        kept->unreadable.items[i].identity);
	for (size_t i = 0; i < kept->unchecked.count; i++) {
		const struct pl_unchecked *unchecked = &kept->unchecked.items[i].unchecked;

		notification(state, "note",
		             pl_arena_print(arena, "Not checked: %s: %s", unchecked->what, unchecked->why),
		             kept->unchecked.items[i].identity);
	}
	if (state->shown > MOST_RESULTS)
		notification(state, "warning",
		             pl_arena_print(arena, "%zu more findings are left out: a log holds %d at most",
		                            state->shown - MOST_RESULTS, MOST_RESULTS),
		             NULL);
	pl_json_close(&state->json, ']');
}

static void invocation(struct state *state)
{
	struct pl_json *json = &state->json;

	pl_json_open(json, "invocations", '[');
	pl_json_open(json, NULL, '{');
	pl_json_flag(json, "executionSuccessful", !state->kept.unreadable.count);
	notifications(state);
	pl_json_close(json, '}');
	pl_json_close(json, ']');
}

static void tool(struct state *state)
{
	struct pl_json *json = &state->json;
	const struct pl_run *run = state->job->options->run;
	bool *used = PL_MAKE_ARRAY(state->job->arena, pl_run_rule_count(run) + 1, bool);

	state->rule_index = PL_MAKE_ARRAY(state->job->arena, pl_run_rule_count(run) + 1, size_t);
	for (size_t i = 0; i < state->kept.findings.count; i++)
		used[place_of(run, state->kept.findings.items[i].finding.rule)] = true;
	pl_json_open(json, "tool", '{');
	pl_json_open(json, "driver", '{');
	pl_json_string(json, "name", "planlint");
	pl_json_string(json, "version", PL_VERSION);
	pl_json_string(json, "semanticVersion", PL_VERSION);
	pl_sarif_rules(json, state->job->arena, run, used, state->rule_index);
	pl_json_close(json, '}');
	pl_json_close(json, '}');
}

static void run(struct state *state)
{
	struct pl_json *json = &state->json;

	pl_json_open(json, NULL, '{');
	tool(state);
	pl_json_string(json, "columnKind", "unicodeCodePoints");
	pl_json_open(json, "originalUriBaseIds", '{');
	pl_json_open(json, "%SRCROOT%", '{');
	message(json, "description", "the root of the project");
	pl_json_close(json, '}');
	pl_json_close(json, '}');
	pl_json_open(json, "results", '[');
	pl_kept_each(&state->kept, result, state);
	pl_json_close(json, ']');
	pl_json_break(json);
	invocation(state);
	pl_json_close(json, '}');
}

static void sarif_file(struct pl_report_job *job, const struct pl_file *file)
{
	pl_keep(&((struct state *)job->state)->kept, job->arena, file, true);
}

static void sarif_end(struct pl_report_job *job, const struct pl_totals *totals)
{
	struct state *state = job->state;
	struct pl_json *json = &state->json;

	(void)totals;
	state->job = job;
	json->out = job->screen.out;
	pl_json_open(json, NULL, '{');
	pl_json_string(json, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
	pl_json_string(json, "version", "2.1.0");
	pl_json_open(json, "runs", '[');
	run(state);
	pl_json_close(json, ']');
	pl_json_close(json, '}');
	pl_out_puts(job->screen.out, "\n");
}

const struct pl_reporter pl_reporter_sarif = {
        .name = "sarif",
        .summary = "SARIF 2.1.0 for code scanning",
        .state_size = sizeof(struct state),
        .file = sarif_file,
        .end = sarif_end,
};
