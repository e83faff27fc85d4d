/* `planlint ignore`: puts a suppression where it covers one finding and changes nothing else. Whether a place is right
 * is not guessed: each attempt is linted, and the first that ignores the finding and leaves all others as they were is
 * written. */
#include "cli/edit.h"
#include "cli/interrupt.h"
#include "cli/session.h"

#include "base/str.h"
#include "base/unread.h"
#include "base/utf8.h"

enum { LEAST_DIGITS = 6 };

/* A finding as far as it matters here. */
struct seen {
	const char *fingerprint;
	const char *rule;
	const char *message;
	enum pl_state state;
};

struct sights {
	PL_VEC(struct seen) items;
};

struct suppress {
	struct pl_cli *cli;
	struct pl_session session;
	struct pl_run *trial; /* of an attempt; NULL between */
	struct pl_buf bytes;  /* of the file */
	struct pl_out out;
	bool is_done;
	const char *wanted; /* the fingerprint, or its first digits */
	const char *path, *fingerprint, *identity;
	const char *places; /* all that bear it */
	size_t count;
	bool is_ignored;
	bool is_stuck; /* an attempt could not be linted; it was said why */
	struct pl_edit_target target;
	struct sights before, after;
	const char *refusal;     /* what the linter says of such a suppression; NULL */
	struct pl_arena attempt; /* emptied after each */
};

static const char *copy(struct pl_cli *cli, const char *text) { return pl_arena_copy(&cli->arena, pl_str_of(text)); }

static bool is_plain_line(struct pl_str text)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t code = pl_utf8_next(text, &at);

		if (code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029 || code == 0xFFFD)
			return false;
	}
	return true;
}

/* ---- finding it ------------------------------------------------------------------------------------------------- */

static void take(struct suppress *suppress, const struct pl_file *file, const struct pl_finding *finding)
{
	struct pl_cli *cli = suppress->session.cli;

	suppress->places = pl_arena_print(&cli->arena, "%s%s%s:%u (%s)", suppress->count ? suppress->places : "",
	                                  suppress->count ? ", " : "", file->path, (unsigned)finding->range.start.line,
	                                  finding->rule->id);
	suppress->count++;
	suppress->path = copy(cli, file->path);
	suppress->identity = copy(cli, file->identity);
	suppress->fingerprint = copy(cli, finding->fingerprint);
	suppress->is_ignored = finding->state == PL_SUPPRESSED;
	suppress->target.rule = finding->rule->id; /* a pack's lives as long as the run */
	suppress->target.line = finding->range.start.line;
	suppress->target.item = (struct pl_position){0};
	if (finding->where) {
		struct pl_range item = pl_file_range(file, finding->where->span);

		suppress->target.item = item.start;
		suppress->target.item_end = item.end;
	}
}

static void look_for_it(void *data, const struct pl_file *file)
{
	struct suppress *suppress = data;

	if (file->status != PL_OK)
		pl_cli_say(suppress->session.cli, "%s: %s", file->path, file->message);
	for (size_t i = 0; i < file->finding_count; i++)
		if (strncmp(file->findings[i].fingerprint, suppress->wanted, strlen(suppress->wanted)) == 0)
			take(suppress, file, &file->findings[i]);
}

static bool find(struct suppress *suppress)
{
	struct pl_cli *cli = suppress->session.cli;

	if (!pl_session_add(&suppress->session) ||
	    !pl_session_lint(&suppress->session, &(struct pl_sink){.data = suppress, .on_file = look_for_it}))
		return false;
	if (!suppress->fingerprint)
		pl_cli_say(cli, "there is no finding with the fingerprint %s here", suppress->wanted);
	else if (suppress->count > 1)
		pl_cli_say(cli, "%zu findings have the fingerprint %s: %s; name the file, or give more digits",
		           suppress->count, suppress->wanted, suppress->places);
	else
		return true;
	return false;
}

/* ---- trying ----------------------------------------------------------------------------------------------------- */

static bool read_file(struct suppress *suppress, struct pl_buf *bytes)
{
	int error = pl_buf_read_file(bytes, suppress->path);

	if (error)
		pl_cli_say(suppress->session.cli, "%s: %s", suppress->path,
		           pl_unread_reason(&suppress->session.cli->arena, error));
	return !error;
}

struct trial {
	struct suppress *suppress;
	struct pl_arena *arena;
	struct sights *sights;
	const struct pl_file *file;
};

static void take_notes(void *data)
{
	struct trial *trial = data;
	const struct pl_file *file = trial->file;

	for (size_t i = 0; i < file->finding_count; i++) {
		const struct pl_finding *finding = &file->findings[i];

		*PL_VEC_PUSH(trial->arena, &trial->sights->items) =
		        (struct seen){pl_arena_copy(trial->arena, pl_str_of(finding->fingerprint)),
		                      pl_arena_copy(trial->arena, pl_str_of(finding->rule->id)),
		                      pl_arena_copy(trial->arena, pl_str_of(finding->message)), finding->state};
	}
}

/* Running out of memory must not leave the run's work half-way. */
static void note(void *data, const struct pl_file *file)
{
	struct trial *trial = data;

	trial->file = file;
	if (!pl_cli_try(trial->suppress->session.cli, take_notes, trial))
		pl_run_stop(trial->suppress->trial);
}

/* Lints bytes as if they were the file. */
static bool lint_bytes(struct suppress *suppress, struct pl_str bytes, struct pl_arena *arena, struct sights *sights)
{
	struct pl_cli *cli = suppress->session.cli;
	bool opened = pl_session_run(cli, &suppress->trial);
	struct pl_run *run = suppress->trial;
	struct trial trial = {suppress, arena, sights, NULL};
	bool fine = opened && pl_run_add_buffer(run, suppress->path, bytes.ptr, bytes.len) == PL_OK &&
	            pl_run_identify(run, suppress->identity) == PL_OK && pl_cli_configure(cli, run) &&
	            pl_run_lint(run, &(struct pl_sink){.data = &trial, .on_file = note}) == PL_OK;

	if (opened && !fine && *pl_run_message(run))
		pl_cli_say(cli, "%s", pl_run_message(run));
	suppress->is_stuck |= !fine;
	pl_run_close(run);
	suppress->trial = NULL;
	return fine;
}

/* The finding is ignored, and all others are as they were; `others` counts those of the same rule that are ignored as
 * well. */
static bool is_right(const struct suppress *suppress, size_t *others)
{
	*others = 0;
	if (suppress->before.items.count != suppress->after.items.count)
		return false;
	for (size_t i = 0; i < suppress->before.items.count; i++) {
		const struct seen *was = &suppress->before.items.items[i], *is = &suppress->after.items.items[i];
		bool wanted = strcmp(was->fingerprint, suppress->fingerprint) == 0;

		if (strcmp(was->fingerprint, is->fingerprint) != 0 || (wanted && is->state != PL_SUPPRESSED))
			return false;
		if (wanted || is->state == was->state)
			continue;
		if (is->state != PL_SUPPRESSED || strcmp(is->rule, suppress->target.rule) != 0)
			return false;
		++*others;
	}
	return true;
}

/* A new finding about the suppression itself, such as that its rule is locked. */
static void note_refusal(struct suppress *suppress)
{
	static const char bad[] = "bad-suppression";
	const char *message = NULL;
	size_t before = 0, after = 0;

	for (size_t i = 0; i < suppress->before.items.count; i++)
		before += strcmp(suppress->before.items.items[i].rule, bad) == 0;
	for (size_t i = 0; i < suppress->after.items.count; i++) {
		if (strcmp(suppress->after.items.items[i].rule, bad) != 0)
			continue;
		message = suppress->after.items.items[i].message;
		after++;
	}
	if (after > before && !suppress->refusal)
		suppress->refusal = copy(suppress->session.cli, message);
}

static bool try_edit(struct suppress *suppress, const struct pl_edit *edit, size_t *others)
{
	struct pl_arena *arena = &suppress->attempt;

	pl_arena_reset(arena);
	suppress->after = (struct sights){0};
	if (!edit->text.len ||
	    !lint_bytes(suppress, pl_edit_apply(arena, suppress->target.bytes, edit), arena, &suppress->after))
		return false;
	note_refusal(suppress);
	return is_right(suppress, others);
}

/* The first attempt that ignores just this finding, else the one that ignores the fewest beside it. */
static bool choose(struct suppress *suppress, struct pl_edit *best, size_t *best_others)
{
	struct pl_edit edit;
	bool found = false;

	for (size_t i = 0; pl_edit_at(&suppress->session.cli->arena, &suppress->target, i, &edit); i++) {
		size_t others;

		if (suppress->is_stuck)
			return false;
		if (!try_edit(suppress, &edit, &others) || (found && others >= *best_others))
			continue;
		found = true;
		*best = edit;
		*best_others = others;
		if (!others)
			break;
	}
	return found;
}

/* ---- writing ---------------------------------------------------------------------------------------------------- */

static bool save(struct suppress *suppress, struct pl_str bytes)
{
	struct pl_out *out = &suppress->out;
	bool opened = pl_out_open(out, suppress->path) == PL_OK;

	pl_interrupt_watch(out, 1);
	if (opened)
		pl_out_add(out, bytes);
	if (pl_out_close(out, opened) != PL_OK)
		opened = pl_session_unwritten(&suppress->session, out);
	pl_interrupt_watch(NULL, 0);
	return opened;
}

static bool can_be_edited(struct suppress *suppress)
{
	struct pl_str bytes = suppress->target.bytes;
	bool is_wide = pl_str_starts(bytes, PL_STR("\xFF\xFE")) || pl_str_starts(bytes, PL_STR("\xFE\xFF"));

	if (is_wide) {
		pl_cli_say(suppress->session.cli, "%s is UTF-16: save it as UTF-8 first, nothing was changed",
		           suppress->path);
		return false;
	}
	if (!lint_bytes(suppress, bytes, &suppress->session.cli->arena, &suppress->before))
		return false;
	for (size_t i = 0; i < suppress->before.items.count; i++)
		if (strcmp(suppress->before.items.items[i].fingerprint, suppress->fingerprint) == 0)
			return true;
	pl_cli_say(suppress->session.cli, "%s has changed just now; nothing was written", suppress->path);
	return false;
}

static bool edit(struct suppress *suppress)
{
	struct pl_cli *cli = suppress->session.cli;
	struct pl_edit best;
	size_t others = 0;

	if (!can_be_edited(suppress))
		return false;
	if (!choose(suppress, &best, &others) || suppress->is_stuck) {
		if (suppress->is_stuck)
			return false;
		pl_cli_say(cli, "%s:%u: %s can't be ignored there%s%s; nothing was changed", suppress->path,
		           (unsigned)suppress->target.line, suppress->target.rule, suppress->refusal ? ": " : "",
		           suppress->refusal ? suppress->refusal : "");
		return false;
	}
	if (!save(suppress, pl_edit_apply(&cli->arena, suppress->target.bytes, &best)))
		return false;
	pl_cli_say(cli, "%s:%u: %s is ignored", suppress->path, (unsigned)suppress->target.line, suppress->target.rule);
	if (others)
		pl_cli_say(cli, "%zu more finding%s of %s there %s ignored with it", others, pl_plural(others),
		           suppress->target.rule, others == 1 ? "is" : "are");
	return true;
}

static bool ignore(struct suppress *suppress)
{
	if (!find(suppress))
		return false;
	if (suppress->is_ignored) {
		pl_cli_say(suppress->session.cli, "%s:%u: %s is ignored already", suppress->path,
		           (unsigned)suppress->target.line, suppress->target.rule);
		return true;
	}
	if (!read_file(suppress, &suppress->bytes))
		return false;
	suppress->target.bytes = (struct pl_str){suppress->bytes.ptr ? suppress->bytes.ptr : "", suppress->bytes.len};
	return edit(suppress);
}

/* The first argument and --reason. */
static bool read_wish(struct suppress *suppress, struct pl_cli *cli)
{
	struct pl_names *arguments = &cli->settings.arguments;
	struct pl_str reason = pl_str_trim(pl_str_of(cli->settings.reason));
	const char *wanted = arguments->count ? arguments->items[0] : "";

	if (strlen(wanted) < LEAST_DIGITS || wanted[strspn(wanted, "0123456789abcdef")]) {
		pl_cli_say(
		        cli,
		        "name the finding by its fingerprint (--format json shows it), or by at least %d digits of it",
		        LEAST_DIGITS);
		return false;
	}
	if (!reason.len || !is_plain_line(reason)) {
		pl_cli_say(cli, "say why on one line: --reason TEXT");
		return false;
	}
	for (size_t i = 1; i < arguments->count; i++)
		if (strcmp(arguments->items[i], "-") == 0) {
			pl_cli_say(cli, "standard input can't be changed; name the file");
			return false;
		}
	suppress->wanted = wanted;
	suppress->target.reason = reason;
	arguments->items++;
	arguments->count--;
	arguments->room--;
	return true;
}

static void open_and_ignore(void *data)
{
	struct suppress *suppress = data;

	suppress->is_done = pl_session_open(&suppress->session, suppress->cli) && ignore(suppress);
}

enum pl_exit pl_cli_ignore(struct pl_cli *cli)
{
	struct suppress suppress = {0};
	bool fine;

	if (!read_wish(&suppress, cli))
		return PL_EXIT_FAILED;
	pl_arena_init(&suppress.attempt, &cli->guard);
	suppress.cli = cli;
	fine = pl_cli_try(cli, open_and_ignore, &suppress) && suppress.is_done;
	pl_interrupt_watch(NULL, 0);
	(void)!pl_out_close(&suppress.out, false); /* what is open still where memory ran out */
	pl_run_close(suppress.trial);
	pl_buf_free(&suppress.bytes);
	pl_session_close(&suppress.session);
	pl_arena_free(&suppress.attempt);
	return fine ? PL_EXIT_CLEAN : PL_EXIT_FAILED;
}
