/*
 * Format `html`: one self-contained page for people who read no terminals.
 *
 * The summary stands first and needs the totals, so what is written of the plans as they come is held back in a spool
 * (a temporary file once it is large). It is written twice: whole, each plan as the document it is, and in brief, only
 * what has findings. The whole one is given up as soon as it is too large for a page, and in the end the size of all
 * the rest decides which of the two the reader gets. Beside the spools next to nothing is kept of a plan.
 */
#include "report/html.h"
#include "report/spool.h"

#include "base/str.h"

enum {
	PAGE = 200 * 1024,    /* what a page may weigh … */
	FINDING = 1024,       /* … and each finding */
	LARGE = 500,          /* findings from which on what is off the screen is laid out later */
	MOST_FINDINGS = 10000 /* on one page: more than anybody reads, and as much as a browser takes */
};

struct state {
	struct pl_arena view; /* of the file at hand */
	struct pl_spool whole, brief;
	struct pl_html_places whole_places, brief_places;
	bool is_open, is_too_large;
	struct pl_html_sum sum;
	size_t sections;          /* on the page so far */
	const char *title, *path; /* of the first plan */
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
		notes[state->at_hand_count].number = state->sum.notes + state->at_hand_count + 1;
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

/* Those that are shown, NULL for the others. */
static struct pl_html_node *const *make_trees(const struct pl_html *html, const struct list *lists)
{
	const struct pl_file *file = html->file;
	struct pl_html_node **trees = PL_MAKE_ARRAY(html->arena, file->plan_count, struct pl_html_node *);

	for (size_t i = 0; i < file->plan_count; i++)
		if (!html->is_brief || lists[i].first)
			trees[i] = pl_html_tree(html->arena, file->plans[i], lists[i].first);
	return trees;
}

static void show_plans(struct pl_html *html, struct state *state)
{
	const struct pl_file *file = html->file;
	struct list *lists = sort_notes(state, file);

	html->plans = make_trees(html, lists);
	pl_html_places_add(html);
	if (!file->plan_count)
		show_without_plan(html, lists[0].first);
	for (size_t i = 0; i < file->plan_count; i++)
		if (html->plans[i])
			pl_html_plan(html, html->plans[i]);
}

static void show_count(const struct pl_html *html)
{
	const struct pl_file *file = html->file;

	pl_out_puts(html->out, "<p class=\"small\">");
	pl_html_string(html->out, file->path);
	if (file->milestone_count)
		pl_out_print(html->out, ": %zu of %zu milestone%s raised nothing%s", file->quiet_count,
		             file->milestone_count, pl_plural(file->milestone_count),
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
	                       .section = state->sections,
	                       .places = is_brief ? &state->brief_places : &state->whole_places,
	                       .is_brief = is_brief};

	pl_out_print(html.out, "<article class=\"plan\" id=\"p%zu\">\n", state->sections);
	show_plans(&html, state);
	show_count(&html);
	pl_out_puts(html.out, "</article>\n");
	pl_spool_settle(spool);
}

/* ---- what is kept of a file ------------------------------------------------------------------------------------- */

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
	if (!state->at_hand_count)
		pl_html_add_name(&state->sum.quiet, file);
}

/* ---- as the files come ------------------------------------------------------------------------------------------ */

static void html_begin(struct pl_report_job *job)
{
	struct state *state = job->state;

	pl_arena_init(&state->view, job->arena->guard);
	pl_spool_open(&state->whole);
	pl_spool_open(&state->brief);
	state->is_open = true;
	state->sum.arena = state->whole_places.arena = state->brief_places.arena = job->arena;
}

static void give_up_whole(struct state *state)
{
	if (state->is_too_large || pl_spool_size(&state->whole) <= PAGE + state->sum.notes * FINDING)
		return;
	state->is_too_large = true;
	pl_spool_close(&state->whole);
}

static void open_across(struct state *state)
{
	static const char head[] = "</section>\n<section id=\"across\"><h2>Found across plans</h2>\n";

	if (state->sum.has_across)
		return;
	state->sum.has_across = true;
	pl_out_puts(&state->whole.out, head);
	pl_out_puts(&state->brief.out, head);
}

/* Counts the file in, and answers whether its findings have room on the page. */
static bool take_file(struct state *state, const struct pl_report_job *job, const struct pl_file *file)
{
	size_t found = state->at_hand_count;
	bool has_room = !state->sum.notes || state->sum.notes + found <= MOST_FINDINGS;

	if (has_room) {
		state->sections++;
		state->sum.notes += found;
	} else {
		state->sum.left_notes += found;
		state->sum.left_plans += found > 0;
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
		pl_html_add_name(&state->sum.unreadable, file);
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

static void top(struct pl_report_job *job, struct pl_out *out, const struct pl_totals *totals)
{
	const char *title = heading(job, totals);

	pl_html_head(out, pl_arena_print(job->arena, "%s: planlint", title), totals->states[PL_NEW] > 0);
	pl_out_puts(out, "<header><p class=\"kicker\">Review by planlint</p>\n<h1>");
	pl_html_string(out, title);
	pl_out_puts(out, "</h1>\n");
	pl_html_lead(out, totals);
	pl_out_print(out, "</header>\n<main%s>\n", totals->states[PL_NEW] > LARGE ? " class=\"large\"" : "");
}

static void plans(struct state *state, struct pl_out *out, const struct pl_totals *totals, bool is_brief)
{
	pl_out_print(out, "<section id=\"plans\"><h2>%s</h2>\n",
	             is_brief && totals->files > 1 ? "The plans with findings"
	             : totals->files == 1          ? "The plan"
	                                           : "The plans");
	pl_spool_copy(is_brief ? &state->brief : &state->whole, out);
	pl_out_puts(out, "</section>\n");
}

static void bottom(const struct pl_report_job *job, struct pl_out *out)
{
	const struct state *state = job->state;

	pl_html_rule_help(out, job->options->run, &state->sum);
	pl_html_checked(out, job->options->run);
	pl_out_puts(out, "</main>\n");
	pl_html_foot(out);
}

/* What stands before and behind the plans is made first: its size tells whether whole plans have room. */
static void html_end(struct pl_report_job *job, const struct pl_totals *totals)
{
	struct state *state = job->state;
	struct pl_out *out = job->screen.out, before = {.fd = -1}, behind = {.fd = -1};
	size_t size;

	top(job, &before, totals);
	pl_html_summary(&before, &state->sum, totals);
	if (state->sum.notes > 1)
		pl_html_filters(&before);
	bottom(job, &behind);
	size = before.buf.len + pl_spool_size(&state->whole) + behind.buf.len;
	pl_out_join(out, &before.buf);
	plans(state, out, totals, state->is_too_large || size > PAGE + state->sum.notes * FINDING);
	pl_out_join(out, &behind.buf);
}

static void html_close(struct pl_report_job *job)
{
	struct state *state = job->state;

	if (!state->is_open)
		return;
	pl_spool_close(&state->whole);
	pl_spool_close(&state->brief);
	pl_buf_free(&state->sum.quiet.list);
	pl_buf_free(&state->sum.unreadable.list);
	pl_arena_free(&state->view);
	state->is_open = false;
}

const struct pl_reporter pl_reporter_html = {
        .name = "html",
        .has_no_fingerprints = true,
        .summary = "one page for people who read no terminals: charts, and each plan with its findings",
        .has_totals = true,
        .state_size = sizeof(struct state),
        .begin = html_begin,
        .file = html_file,
        .end = html_end,
        .close = html_close,
};
