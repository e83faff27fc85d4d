/* Format `github`: annotations in the log of a GitHub Actions step. GitHub shows ten errors, ten warnings and ten
 * notices of a step and drops the rest without a word, so the worst come first and the last notice says what is left.
 */
#include "report/clean.h"
#include "report/keep.h"

enum { SHOWN = 10 };

struct state {
	struct pl_kept kept;
	struct pl_report_job *job;
	size_t shown[PL_ERROR + 1], left;
};

static const struct pl_escape in_message[] = {{'%', "%25"}, {'\r', "%0D"}, {'\n', "%0A"}, {0}};
static const struct pl_escape in_property[] = {{'%', "%25"}, {'\r', "%0D"}, {'\n', "%0A"},
                                               {':', "%3A"}, {',', "%2C"},  {0}};

/* The last notice takes one of the ten. */
static size_t most_of(enum pl_severity severity) { return severity == PL_INFO ? SHOWN - 1 : SHOWN; }

static bool has_room(struct state *state, enum pl_severity severity)
{
	if (state->shown[severity]++ < most_of(severity))
		return true;
	state->left++;
	return false;
}

static void place(struct pl_out *out, const char *identity, const struct pl_range *range)
{
	pl_out_puts(out, "file=");
	pl_clean(out, identity, in_property);
	if (!range->start.line)
		return;
	pl_out_print(out, ",line=%u,endLine=%u", (unsigned)range->start.line, (unsigned)range->end.line);
	if (range->end.line == range->start.line) /* columns over several lines are refused */
		pl_out_print(out, ",col=%u,endColumn=%u", (unsigned)range->start.column,
		             (unsigned)(range->end.column > range->start.column ? range->end.column - 1
		                                                                : range->start.column));
}

static void show(void *data, const struct pl_kept_finding *one)
{
	static const char *const commands[] = {[PL_INFO] = "notice", [PL_WARNING] = "warning", [PL_ERROR] = "error"};
	struct state *state = data;
	const struct pl_finding *finding = &one->finding;
	struct pl_out *out = state->job->screen.out;

	if (!has_room(state, finding->severity))
		return;
	pl_out_print(out, "::%s ", commands[finding->severity]);
	place(out, one->identity, &finding->range);
	pl_out_puts(out, ",title=");
	pl_clean(out, finding->rule->id, in_property);
	pl_out_puts(out, "::");
	pl_clean_sentences(out, finding->message, finding->advice, in_message);
	pl_out_puts(out, "\n");
}

static void show_unreadable(struct state *state, const struct pl_kept_file *file)
{
	struct pl_out *out = state->job->screen.out;

	if (!has_room(state, PL_ERROR))
		return;
	pl_out_puts(out, "::error ");
	place(out, file->identity, &(struct pl_range){.start = {0}});
	pl_out_puts(out, ",title=not read::This file could not be read: ");
	pl_clean(out, file->message, in_message);
	pl_out_puts(out, "\n");
}

static void show_rest(struct state *state, const struct pl_totals *totals)
{
	struct pl_out *out = state->job->screen.out;

	if (!state->left && !totals->unchecked.count)
		return;
	pl_out_puts(out, "::notice title=planlint::");
	if (state->left)
		pl_out_print(out, "%zu more finding%s not shown here", state->left, state->left == 1 ? " is" : "s are");
	for (size_t i = 0; i < totals->unchecked.count; i++) {
		const struct pl_unchecked_count *unchecked = &totals->unchecked.items[i];

		pl_out_puts(out, i || state->left ? "%0ANot checked: " : "Not checked: ");
		pl_clean(out, unchecked->what, in_message);
		pl_out_puts(out, ": ");
		pl_clean(out, unchecked->why, in_message);
	}
	pl_out_puts(out, "\n");
}

static void github_file(struct pl_report_job *job, const struct pl_file *file)
{
	pl_keep(&((struct state *)job->state)->kept, job->arena, file, false);
}

static void github_end(struct pl_report_job *job, const struct pl_totals *totals)
{
	struct state *state = job->state;

	state->job = job;
	for (size_t i = 0; i < state->kept.unreadable.count; i++)
		show_unreadable(state, &state->kept.unreadable.items[i]);
	pl_kept_each(&state->kept, show, state);
	show_rest(state, totals);
}

const struct pl_reporter pl_reporter_github = {
        .name = "github",
        .has_no_fingerprints = true,
        .summary = "annotations for GitHub Actions, the worst first",
        .state_size = sizeof(struct state),
        .file = github_file,
        .end = github_end,
};
