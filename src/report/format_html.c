/*
 * Format `html`: one self-contained page for people who read no terminals.
 *
 * The summary stands first and needs the totals, so what is written of the plans as they come is held back in a spool
 * (a temporary file once it is large). It is written twice: whole, each plan as the document it is, and in brief, only
 * what has findings. The whole one is given up as soon as it is too large for a page, and the last line decides which
 * of the two the reader gets. Beside the spools only a few numbers a plan are kept.
 */
#include "report/html.h"
#include "report/spool.h"

#include "base/str.h"

enum {
	PAGE = 200 * 1024,     /* what a page may weigh … */
	FINDING = 1024,        /* … and each finding */
	MOST_FINDINGS = 10000, /* on one page: more than anybody reads, and as much as a browser takes */
	MOST_NAMES = 12 * 1024 /* bytes of a list of files that have nothing to show */
};

struct names {
	struct pl_buf list; /* <li>… */
	size_t count, listed;
};

struct state {
	struct pl_arena view; /* of the file at hand */
	struct pl_spool whole, brief;
	bool is_open, is_too_large, has_across;
	struct pl_html_sum sum;
	PL_VEC(uint64_t) seen;         /* hashes of the files' names, for what comes again with findings across plans */
	size_t sections, notes;        /* on the page so far */
	size_t left_notes, left_plans; /* findings that are only counted, and in how many files */
	size_t loud_plans;             /* files with findings */
	struct names quiet, unreadable; /* files without findings, and such as could not be read */
	const char *title, *path;       /* of the first plan */
	struct pl_html_note *at_hand;
	size_t at_hand_count;
};

/* ---- the file at hand ------------------------------------------------------------------------------------------- */

static void take_notes(struct state *state, const struct pl_file *file)
{
	struct pl_html_note *notes = PL_MAKE_ARRAY(&state->view, file->finding_count, struct pl_html_note);

	state->at_hand = notes;
	state->at_hand_count = 0;
	for (size_t i = 0; i < file->finding_count; i++) {
		if (file->findings[i].state != PL_NEW)
			continue;
		notes[state->at_hand_count].number = state->notes + state->at_hand_count + 1;
		notes[state->at_hand_count++].finding = &file->findings[i];
		pl_html_count_rule(&state->sum, &file->findings[i]);
	}
}

struct list {
	struct pl_html_note *first, *last;
};

static void add_note(struct list *list, struct pl_html_note *note)
{
	note->is_marked = false;
	note->next = NULL;
	if (list->last)
		list->last->next = note;
	else
		list->first = note;
	list->last = note;
}

/* Which of the file's plans the item belongs to; the first for what stands in none. */
static size_t plan_of(const struct pl_file *file, const struct pl_item *item)
{
	size_t low = 0, high = item ? file->plan_count : 0;

	while (low + 1 < high) {
		size_t middle = (low + high) / 2;

		if (file->plans[middle]->document <= item->plan->document)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* A list for each plan; of a file without plans one. */
static struct list *sort_notes(struct state *state, const struct pl_file *file)
{
	struct list *lists = PL_MAKE_ARRAY(&state->view, file->plan_count + 1, struct list);

	for (size_t i = 0; i < state->at_hand_count; i++)
		add_note(&lists[plan_of(file, file->plan_count ? state->at_hand[i].finding->where : NULL)],
		         &state->at_hand[i]);
	return lists;
}

/* What holds no plan that could be read, or comes a second time with what was found across plans. */
static void show_without_plan(const struct pl_html *html, struct pl_html_note *notes)
{
	const struct pl_corpus *corpus = html->file->corpus;
	struct pl_str title = {0};

	if (corpus && notes && notes->finding->place)
		title = corpus->plans[notes->finding->place->plan].title;
	pl_out_puts(html->out, "<h3>");
	pl_html_string(html->out, pl_html_name(html, title.len ? title : pl_str_of(html->file->path)));
	pl_out_puts(html->out, "</h3>\n");
	pl_html_excerpts(html, notes);
}

static void show_plans(const struct pl_html *html, struct state *state)
{
	const struct pl_file *file = html->file;
	struct list *lists = sort_notes(state, file);

	if (!file->plan_count)
		show_without_plan(html, lists[0].first);
	for (size_t i = 0; i < file->plan_count; i++)
		if (!html->is_brief || lists[i].first)
			pl_html_plan(html, pl_html_tree(html->arena, file->plans[i], lists[i].first));
}

static void show_count(const struct pl_html *html)
{
	const struct pl_file *file = html->file;

	pl_out_puts(html->out, "<p class=\"small\">");
	pl_html_string(html->out, file->path);
	if (file->milestone_count)
		pl_out_print(html->out, ": %zu of %zu milestone%s raised nothing%s", file->quiet_count,
		             file->milestone_count, pl_html_plural(file->milestone_count),
		             html->is_brief ? "; only what raised something is shown" : "");
	pl_out_puts(html->out, "</p>\n");
}

static void show_file(struct state *state, struct pl_spool *spool, const struct pl_report_job *job,
                      const struct pl_file *file, bool is_brief)
{
	struct pl_html html = {.out = &spool->out,
	                       .arena = &state->view,
	                       .file = file,
	                       .redaction = job->options->redaction,
	                       .is_brief = is_brief};

	pl_out_print(html.out, "<article class=\"plan\" id=\"p%zu\">\n", state->sections);
	show_plans(&html, state);
	show_count(&html);
	pl_out_puts(html.out, "</article>\n");
	pl_spool_settle(spool);
}

/* ---- what is kept of a file ------------------------------------------------------------------------------------- */

static void add_name(struct names *names, const struct pl_file *file)
{
	struct pl_out out = {.fd = -1};

	names->count++;
	if (names->list.len > MOST_NAMES)
		return;
	names->listed++;
	out.buf = names->list;
	pl_out_puts(&out, "<li>");
	pl_html_string(&out, file->path);
	if (file->message) {
		pl_out_puts(&out, ": ");
		pl_html_string(&out, file->message);
	}
	pl_out_puts(&out, "</li>\n");
	names->list = out.buf;
}

static const char *title_of(struct state *state, const struct pl_report_job *job, const struct pl_file *file)
{
	struct pl_html html = {.arena = &state->view, .file = file, .redaction = job->options->redaction};

	if (!file->plan_count || !file->plans[0]->item.title)
		return "";
	return pl_html_name(&html, file->plans[0]->item.title->value);
}

static void sum_up(struct state *state, const struct pl_report_job *job, const struct pl_file *file, size_t number)
{
	struct pl_html_row row = {.title = title_of(state, job, file),
	                          .path = file->path,
	                          .number = number,
	                          .milestones = file->milestone_count,
	                          .loud = file->milestone_count - file->quiet_count,
	                          .findings = state->at_hand_count};

	if (!state->title) {
		state->title = pl_arena_copy(job->arena, pl_str_of(row.title));
		state->path = pl_arena_copy(job->arena, pl_str_of(row.path));
	}
	for (size_t i = 0; i < file->plan_count; i++)
		pl_html_count_deadlines(&state->sum, file->plans[i]);
	pl_html_count_plan(&state->sum, &row);
	if (state->at_hand_count)
		state->loud_plans++;
	else
		add_name(&state->quiet, file);
}

/* ---- as the files come ------------------------------------------------------------------------------------------ */

static void html_begin(struct pl_report_job *job)
{
	struct state *state = job->state;

	pl_arena_init(&state->view, job->arena->guard);
	pl_spool_open(&state->whole);
	pl_spool_open(&state->brief);
	state->is_open = true;
	state->sum.arena = job->arena;
}

static void give_up_whole(struct state *state)
{
	if (state->is_too_large || pl_spool_size(&state->whole) <= PAGE + state->notes * FINDING)
		return;
	state->is_too_large = true;
	pl_spool_close(&state->whole);
}

static void open_across(struct state *state)
{
	static const char head[] = "</section>\n<section id=\"across\"><h2>Found across plans</h2>\n";

	if (state->has_across)
		return;
	state->has_across = true;
	pl_out_puts(&state->whole.out, head);
	pl_out_puts(&state->brief.out, head);
}

/* Counts the file in, and answers whether its findings have room on the page. */
static bool take_file(struct state *state, const struct pl_report_job *job, const struct pl_file *file)
{
	size_t found = state->at_hand_count;
	bool has_room = !state->notes || state->notes + found <= MOST_FINDINGS;

	if (has_room) {
		state->sections++;
		state->notes += found;
	} else {
		state->left_notes += found;
		state->left_plans += found > 0;
	}
	if (file->corpus)
		pl_html_count_again(&state->sum, file->path, found, file->roused_count);
	else
		sum_up(state, job, file, has_room && found ? state->sections : 0);
	return has_room;
}

static void add_file(struct state *state, const struct pl_report_job *job, const struct pl_file *file)
{
	take_notes(state, file);
	if ((file->corpus && !state->at_hand_count) || !take_file(state, job, file))
		return;
	if (file->corpus)
		open_across(state);
	if (!state->is_too_large)
		show_file(state, &state->whole, job, file, false);
	give_up_whole(state);
	if (state->at_hand_count)
		show_file(state, &state->brief, job, file, true);
}

static void html_file(struct pl_report_job *job, const struct pl_file *file)
{
	struct state *state = job->state;

	if (file->status != PL_OK)
		add_name(&state->unreadable, file);
	else
		add_file(state, job, file);
	pl_arena_reset(&state->view);
}

/* ---- the page --------------------------------------------------------------------------------------------------- */

static const char *heading(struct pl_report_job *job, const struct pl_totals *totals)
{
	const struct state *state = job->state;

	if (totals->plans == 1 && state->title)
		return *state->title ? state->title : state->path;
	return totals->plans ? pl_arena_print(job->arena, "%zu plans", totals->plans) : "No plan was found";
}

/* "3 errors and 12 warnings" */
static void severities(struct pl_out *out, const struct pl_totals *totals)
{
	static const char *const names[] = {
	        [PL_INFO] = "for information", [PL_WARNING] = "warning", [PL_ERROR] = "error"};
	size_t left = 0;
	bool any = false;

	for (int i = PL_INFO; i <= PL_ERROR; i++)
		left += totals->severities[i] > 0;
	for (int i = PL_ERROR; i >= PL_INFO; i--) {
		if (!totals->severities[i])
			continue;
		left--;
		pl_out_print(out, "%s%zu %s%s",
		             !any   ? ""
		             : left ? ", "
		                    : " and ",
		             totals->severities[i], names[i],
		             i == PL_INFO ? "" : pl_html_plural(totals->severities[i]));
		any = true;
	}
}

static void lead(struct pl_out *out, const struct pl_totals *totals)
{
	size_t found = totals->states[PL_NEW];

	pl_out_puts(out, "<p class=\"lead\">");
	if (!totals->plans && !found)
		pl_out_puts(out, "Nothing that could be looked at is a plan.");
	else if (!found && totals->unreadable)
		pl_out_puts(out, "Nothing to change in what could be read; not every file could.");
	else if (!found)
		pl_out_print(out,
		             "Nothing to change. %s was read from beginning to end, and planlint found nothing that "
		             "it would ask %s to change. Thank you for %s easy to follow.",
		             totals->plans == 1 ? "The plan" : "Every plan",
		             totals->plans == 1 ? "its author" : "their authors",
		             totals->plans == 1 ? "a plan that is" : "plans that are");
	else {
		pl_out_print(out, "%zu thing%s to look at: ", found, pl_html_plural(found));
		severities(out, totals);
		pl_out_puts(out, ". Each stands beside the words it is about, with what to write instead.");
	}
	pl_out_puts(out, "</p>\n");
}

static void figure(struct pl_out *out, const char *name, size_t number)
{
	pl_out_print(out, "<div><dt>%s</dt><dd>%zu</dd></div>\n", name, number);
}

static void figures(struct pl_out *out, const struct pl_totals *totals)
{
	pl_out_puts(out, "<dl class=\"stats\">\n");
	if (totals->plans != 1)
		figure(out, "plans", totals->plans);
	figure(out, totals->actions == 1 ? "key action" : "key actions", totals->actions);
	figure(out, totals->milestones == 1 ? "milestone" : "milestones", totals->milestones);
	figure(out, "of them without findings", totals->quiet_milestones);
	figure(out, totals->states[PL_NEW] == 1 ? "finding" : "findings", totals->states[PL_NEW]);
	pl_out_puts(out, "</dl>\n");
}

static void legend(struct pl_out *out, const struct pl_totals *totals)
{
	pl_out_puts(out, "<p class=\"small legend\">");
	if (totals->severities[PL_ERROR])
		pl_out_puts(out,
		            "<span class=\"s e\">Error</span>: the plan contradicts itself, or cannot be read there. ");
	if (totals->severities[PL_WARNING])
		pl_out_puts(out, "<span class=\"s w\">Warning</span>: a careful reviewer would ask for a change. ");
	if (totals->severities[PL_INFO])
		pl_out_puts(out, "<span class=\"s i\">Info</span>: worth a second look. ");
	pl_out_puts(out, "</p>\n");
}

static void not_new(struct pl_out *out, const struct pl_totals *totals)
{
	size_t suppressed = totals->states[PL_SUPPRESSED], known = totals->states[PL_BASELINED];

	if (!suppressed && !known)
		return;
	pl_out_puts(out, "<p>Not shown: ");
	if (suppressed)
		pl_out_print(out, "%zu finding%s that the plan%s says to leave alone", suppressed,
		             pl_html_plural(suppressed), totals->plans == 1 ? "" : " itself");
	if (known)
		pl_out_print(out, "%s%zu that %s known before (in the baseline)", suppressed ? ", and " : "", known,
		             known == 1 ? "was" : "were");
	pl_out_puts(out, ".</p>\n");
}

static void not_checked(struct pl_out *out, const struct pl_totals *totals)
{
	if (!totals->unchecked.count)
		return;
	pl_out_puts(out, "<h3>What was not checked</h3>\n<ul class=\"todo\">\n");
	for (size_t i = 0; i < totals->unchecked.count; i++) {
		const struct pl_unchecked_count *one = &totals->unchecked.items[i];

		pl_out_puts(out, "<li>");
		pl_html_string(out, one->what);
		pl_out_puts(out, ": ");
		pl_html_string(out, one->why);
		if (totals->files > 1)
			pl_out_print(out, " (%zu of %zu files)", one->files, totals->files);
		pl_out_puts(out, "</li>\n");
	}
	pl_out_puts(out, "</ul>\n");
}

static void name_list(struct pl_out *out, const struct names *names, const char *head)
{
	if (!names->count)
		return;
	pl_out_print(out, "<h3>%s</h3>\n<ul class=\"todo\">\n", head);
	pl_out_add(out, (struct pl_str){names->list.ptr, names->list.len});
	if (names->count > names->listed)
		pl_out_print(out, "<li>and %zu more</li>\n", names->count - names->listed);
	pl_out_puts(out, "</ul>\n");
}

static void left_out(struct pl_out *out, const struct state *state)
{
	if (!state->left_notes)
		return;
	pl_out_print(
	        out,
	        "<p>This page shows the first %zu findings. %zu more, in %zu file%s, are counted above and left out "
	        "below: make a page of fewer plans, or choose rules with --select, to see them; "
	        "--format csv holds all.</p>\n",
	        state->notes, state->left_notes, state->left_plans, pl_html_plural(state->left_plans));
}

static void summary(struct pl_report_job *job, const struct pl_totals *totals)
{
	const struct state *state = job->state;
	struct pl_out *out = job->screen.out;

	pl_out_puts(out, "<section id=\"summary\"><h2>In short</h2>\n<div class=\"short\">\n<div>\n");
	figures(out, totals);
	legend(out, totals);
	not_new(out, totals);
	left_out(out, state);
	not_checked(out, totals);
	name_list(out, &state->unreadable, "What could not be read");
	pl_out_puts(out, "</div>\n");
	pl_html_month_chart(out, &state->sum);
	pl_out_puts(out, "</div>\n");
	pl_html_rule_chart(out, &state->sum);
	pl_html_plan_chart(out, &state->sum);
	pl_out_puts(out, "</section>\n");
}

static void plans(struct pl_report_job *job, const struct pl_totals *totals, bool is_brief)
{
	struct state *state = job->state;
	struct pl_out *out = job->screen.out;

	if (state->notes > 1)
		pl_html_filters(out);
	pl_out_print(out, "<section id=\"plans\"><h2>%s</h2>\n",
	             is_brief && totals->files > 1 ? "The plans with findings"
	             : totals->files == 1          ? "The plan"
	                                           : "The plans");
	pl_spool_copy(is_brief ? &state->brief : &state->whole, out);
	if (is_brief)
		name_list(out, &state->quiet,
		          state->has_across ? "Plans without findings of their own" : "Plans without findings");
	pl_out_puts(out, "</section>\n");
}

static void top(struct pl_report_job *job, const struct pl_totals *totals)
{
	struct pl_out *out = job->screen.out;
	const char *title = heading(job, totals);

	pl_html_head(out, pl_arena_print(job->arena, "%s: planlint", title), totals->states[PL_NEW] > 0);
	pl_out_puts(out, "<header><p class=\"kicker\">Review by planlint</p>\n<h1>");
	pl_html_string(out, title);
	pl_out_puts(out, "</h1>\n");
	lead(out, totals);
	pl_out_puts(out, "</header>\n<main>\n");
}

static void html_end(struct pl_report_job *job, const struct pl_totals *totals)
{
	struct state *state = job->state;
	struct pl_out *out = job->screen.out;

	top(job, totals);
	summary(job, totals);
	plans(job, totals, state->is_too_large);
	pl_html_rule_help(out, job->options->run, &state->sum);
	pl_html_checked(out, job->options->run);
	pl_out_puts(out, "</main>\n");
	pl_html_foot(out);
}

static void html_close(struct pl_report_job *job)
{
	struct state *state = job->state;

	if (!state->is_open)
		return;
	pl_spool_close(&state->whole);
	pl_spool_close(&state->brief);
	pl_buf_free(&state->quiet.list);
	pl_buf_free(&state->unreadable.list);
	pl_arena_free(&state->view);
	state->is_open = false;
}

const struct pl_reporter pl_reporter_html = {
        .name = "html",
        .summary = "one page for people who read no terminals: charts, and each plan with its findings",
        .has_totals = true,
        .state_size = sizeof(struct state),
        .begin = html_begin,
        .file = html_file,
        .end = html_end,
        .close = html_close,
};
