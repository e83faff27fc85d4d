/* `planlint baseline create|prune|show`: writes down what is found now, takes out what is found no more, lists what is
 * known. */
#include "cli/interrupt.h"
#include "cli/root.h"
#include "cli/session.h"

#include "base/str.h"
#include "report/json.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

static const char usual_path[] = ".planlint-baseline.json";

struct verb;

struct baseline {
	struct pl_cli *cli;
	const struct verb *verb;
	struct pl_session session;
	struct pl_out out;    /* what is being written */
	struct pl_names gone; /* arguments, likewise: below them a file may have vanished */
	const char *root;
	PL_VEC(struct pl_baseline_entry) entries; /* what will be written */
	bool only_known;                          /* prune: nothing new comes in */
	size_t plans;
};

/* ---- which entries stay ----------------------------------------------------------------------------------------- */

static const char *copy(struct pl_arena *arena, const char *text) { return pl_arena_copy(arena, pl_str_of(text)); }

static void add_findings(void *data, const struct pl_file *file)
{
	struct baseline *baseline = data;
	struct pl_arena *arena = &baseline->session.cli->arena;

	if (file->status != PL_OK) {
		pl_cli_say(baseline->session.cli, "%s: %s", file->path, file->message);
		baseline->session.failed = true;
	}
	baseline->plans += file->plan_count;
	for (size_t i = 0; i < file->finding_count; i++) {
		const struct pl_finding *finding = &file->findings[i];

		if (finding->state == PL_SUPPRESSED || (baseline->only_known && finding->state == PL_NEW))
			continue;
		*PL_VEC_PUSH(arena, &baseline->entries) =
		        (struct pl_baseline_entry){.path = copy(arena, file->identity),
		                                   .rule = finding->rule->id,
		                                   .item = copy(arena, finding->item),
		                                   .message = copy(arena, finding->message),
		                                   .fingerprint = copy(arena, finding->fingerprint)};
	}
}

static bool is_below(const char *path, const char *folder)
{
	size_t length = strlen(folder);

	return !length || (strncmp(path, folder, length) == 0 && (path[length] == '/' || !path[length]));
}

/* The file is no more, and the user named the folder it was in. */
static bool has_gone(const struct baseline *baseline, const struct pl_baseline_entry *entry)
{
	struct stat info;

	for (size_t i = 0; i < baseline->gone.count; i++)
		if (is_below(entry->path, baseline->gone.items[i]))
			return stat(pl_arena_print(&baseline->session.cli->arena, "%s/%s", baseline->root, entry->path),
			            &info) != 0 &&
			       errno == ENOENT;
	return false;
}

static int by_place(const void *a, const void *b)
{
	const struct pl_baseline_entry *left = a, *right = b;
	const char *const pairs[][2] = {{left->path, right->path},
	                                {left->rule, right->rule},
	                                {left->item, right->item},
	                                {left->message, right->message},
	                                {left->fingerprint, right->fingerprint}};
	int order = 0;

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs && !order; i++)
		order = strcmp(pairs[i][0], pairs[i][1]);
	return order;
}

static int by_fingerprint(const void *a, const void *b)
{
	return strcmp(((const struct pl_baseline_entry *)a)->fingerprint,
	              ((const struct pl_baseline_entry *)b)->fingerprint);
}

/* Old entries stay unless they are stale; one that was found again is there already, in today's words. Answers how many
 * went. */
static size_t add_old(struct baseline *baseline)
{
	const struct pl_run *run = baseline->session.run;
	size_t found = baseline->entries.count, gone = 0;

	if (found)
		qsort(baseline->entries.items, found, sizeof *baseline->entries.items, by_fingerprint);
	for (size_t i = 0; i < pl_run_baseline_count(run); i++) {
		const struct pl_baseline_entry *entry = pl_run_baseline_at(run, i);

		if (found &&
		    bsearch(entry, baseline->entries.items, found, sizeof *baseline->entries.items, by_fingerprint))
			continue;
		if (pl_run_baseline_stale(run, i) || has_gone(baseline, entry))
			gone++;
		else
			*PL_VEC_PUSH(&baseline->session.cli->arena, &baseline->entries) = *entry;
	}
	if (baseline->entries.count)
		qsort(baseline->entries.items, baseline->entries.count, sizeof *baseline->entries.items, by_place);
	return gone;
}

/* ---- reading and writing ---------------------------------------------------------------------------------------- */

/* The path of an argument from the root; "" for the root itself. */
static void note_argument(struct baseline *baseline, const char *argument)
{
	struct pl_arena *arena = &baseline->session.cli->arena;

	*PL_VEC_PUSH(arena, &baseline->gone) = pl_root_relative_argument(arena, argument);
}

static bool lint(struct baseline *baseline)
{
	const struct pl_names *arguments = &baseline->session.cli->settings.arguments;

	baseline->root = pl_root_of(&baseline->session.cli->arena, pl_root_here(&baseline->session.cli->arena));
	for (size_t i = 0; i < arguments->count; i++)
		note_argument(baseline, arguments->items[i]);
	if (!arguments->count)
		note_argument(baseline, ".");
	if (!pl_session_add(&baseline->session) ||
	    !pl_session_lint(&baseline->session, &(struct pl_sink){.data = baseline, .on_file = add_findings}))
		return false;
	if (!baseline->plans && !baseline->session.cli->settings.allow_empty && !baseline->session.failed)
		pl_session_complain(&baseline->session, "no plan found");
	return !baseline->session.failed;
}

static void write_entries(struct pl_out *out, const struct baseline *baseline)
{
	struct pl_json json = {.out = out};

	pl_json_open(&json, NULL, '{');
	pl_json_break(&json);
	pl_json_string(&json, "schema", PL_BASELINE_SCHEMA);
	pl_json_break(&json);
	pl_json_open(&json, "findings", '[');
	for (size_t i = 0; i < baseline->entries.count; i++) {
		const struct pl_baseline_entry *entry = &baseline->entries.items[i];

		pl_json_break(&json);
		pl_json_open(&json, NULL, '{');
		pl_json_string(&json, "path", entry->path);
		pl_json_string(&json, "rule", entry->rule);
		pl_json_string(&json, "item", entry->item);
		pl_json_string(&json, "message", entry->message);
		pl_json_string(&json, "fingerprint", entry->fingerprint);
		pl_json_close(&json, '}');
	}
	pl_json_break(&json);
	pl_json_close(&json, ']');
	pl_json_break(&json);
	pl_json_close(&json, '}');
	pl_out_puts(out, "\n");
}

static void save(struct baseline *baseline, const char *path)
{
	struct pl_out *out = &baseline->out;
	bool opened = pl_out_open(out, path) == PL_OK;

	pl_interrupt_watch(out, 1);
	if (opened)
		write_entries(out, baseline);
	if (pl_out_close(out, opened) != PL_OK)
		pl_session_unwritten(&baseline->session, out);
	pl_interrupt_watch(NULL, 0);
}

/* ---- the three verbs -------------------------------------------------------------------------------------------- */

static bool read_old(struct baseline *baseline, const char *path, bool must_exist)
{
	struct stat info;

	if (!must_exist && stat(path, &info) != 0 && errno == ENOENT)
		return true;
	if (pl_run_baseline(baseline->session.run, path) == PL_OK)
		return true;
	pl_session_complain(&baseline->session, pl_run_message(baseline->session.run));
	return false;
}

static const char *plural(size_t count) { return count == 1 ? "y" : "ies"; }

static void create(struct baseline *baseline, const char *path)
{
	size_t gone;

	if (!read_old(baseline, path, false) || !lint(baseline))
		return;
	gone = add_old(baseline);
	save(baseline, path);
	if (!baseline->session.failed)
		pl_cli_say(baseline->session.cli, "%s: %zu entr%s, %zu stale one%s left out", path,
		           baseline->entries.count, plural(baseline->entries.count), gone, pl_plural(gone));
}

static void prune(struct baseline *baseline, const char *path)
{
	size_t gone;

	baseline->only_known = true;
	if (!read_old(baseline, path, true) || !lint(baseline))
		return;
	gone = add_old(baseline);
	if (gone)
		save(baseline, path);
	if (!baseline->session.failed)
		pl_cli_say(baseline->session.cli, "%s: %zu stale entr%s taken out, %zu left", path, gone, plural(gone),
		           baseline->entries.count);
}

static void show(struct baseline *baseline, const char *path)
{
	struct pl_screen *screen = &baseline->session.cli->screen;
	const struct pl_run *run = baseline->session.run;
	const char *file = "";

	if (!read_old(baseline, path, true))
		return;
	for (size_t i = 0; i < pl_run_baseline_count(run); i++) {
		const struct pl_baseline_entry *entry = pl_run_baseline_at(run, i);

		if (strcmp(file, entry->path) != 0) {
			pl_out_puts(screen->out, *file ? "\n" : "");
			pl_screen_string(screen, PL_STYLE_BOLD, entry->path);
			pl_out_puts(screen->out, "\n");
		}
		file = entry->path;
		pl_out_print(screen->out, "  %.8s  ", entry->fingerprint);
		pl_screen_text(screen, pl_str_of(entry->rule));
		pl_out_puts(screen->out, *entry->item ? ": " : "");
		pl_screen_text(screen, pl_str_of(entry->item));
		pl_out_puts(screen->out, ": ");
		pl_screen_text(screen, pl_str_of(entry->message));
		pl_out_puts(screen->out, "\n");
	}
	pl_cli_say(baseline->session.cli, "%s: %zu entr%s", path, pl_run_baseline_count(run),
	           plural(pl_run_baseline_count(run)));
}

static const struct verb {
	const char *name;
	void (*run)(struct baseline *baseline, const char *path);
	bool takes_paths;
} verbs[] = {{"create", create, true}, {"prune", prune, true}, {"show", show, false}};

/* The verb is the first argument; the others are paths. */
static const struct verb *take_verb(struct pl_cli *cli)
{
	struct pl_names *arguments = &cli->settings.arguments;

	for (size_t i = 0; arguments->count && i < sizeof verbs / sizeof *verbs; i++) {
		if (strcmp(arguments->items[0], verbs[i].name) != 0)
			continue;
		arguments->items++;
		arguments->count--;
		arguments->room--;
		return &verbs[i];
	}
	pl_cli_say(cli, "say what to do: planlint baseline create, prune or show");
	return NULL;
}

/* What the command line names, or the configuration here. */
static const char *file_of(const struct pl_session *session)
{
	const char *configured = NULL;

	if (session->cli->settings.baseline_file)
		return session->cli->settings.baseline_file;
	if (pl_run_config_baseline(session->run, "./.planlint.yaml", &configured) != PL_OK || !configured)
		return usual_path;
	return configured;
}

static void open_and_work(void *data)
{
	struct baseline *baseline = data;

	if (pl_session_open(&baseline->session, baseline->cli) && !baseline->session.failed)
		baseline->verb->run(baseline, file_of(&baseline->session));
}

enum pl_exit pl_cli_baseline(struct pl_cli *cli)
{
	const struct verb *verb = take_verb(cli);
	struct baseline baseline = {.cli = cli, .verb = verb};

	if (!verb)
		return PL_EXIT_FAILED;
	if (!verb->takes_paths && cli->settings.arguments.count) {
		pl_cli_say(cli, "baseline %s takes no paths; --baseline names the file", verb->name);
		return PL_EXIT_FAILED;
	}
	if (!pl_cli_try(cli, open_and_work, &baseline)) {
		baseline.session.failed = true;
		pl_interrupt_watch(NULL, 0);
		(void)!pl_out_close(&baseline.out, false);
	}
	pl_session_close(&baseline.session);
	return baseline.session.failed ? PL_EXIT_FAILED : PL_EXIT_CLEAN;
}
