/* One finding on the page: what is wrong, what to write instead, why, and where else to look. */
#include "report/html.h"

#include "base/str.h"

enum { SHOWN_PLACES = 4, MOST_WORDS = 400 };

static bool has_line(const struct pl_html *html, const struct pl_finding *finding)
{
	return html->file->source && finding->range.start.line > 0 &&
	       pl_file_line(html->file, finding->range.start.line).len > 0;
}

/* The words themselves, where no text of the document shows them: a key, a comment, what could not be read. */
static void show_words(const struct pl_html *html, const struct pl_html_note *note)
{
	if (note->is_marked || !has_line(html, note->finding))
		return;
	pl_out_puts(html->out, "<p><code>");
	pl_html_line(html, note->finding);
	pl_out_puts(html->out, "</code></p>");
}

/* `KA3 > M2, other.yaml line 12`, with a link where the page holds it. */
static void show_place(const struct pl_html *html, const struct pl_related *place, bool is_elsewhere)
{
	struct pl_out *out = html->out;
	const char *id = pl_html_place_of(html, place);

	if (id)
		pl_out_print(out, "<a href=\"#%s\">", id);
	pl_html_short(out, pl_str_of(place->item), MOST_WORDS);
	if (id && *place->item)
		pl_out_puts(out, "</a>");
	pl_out_puts(out, *place->item ? ", " : "");
	if (is_elsewhere)
		pl_html_string(out, place->path);
	pl_out_print(out, "%sline %u", is_elsewhere ? " " : "", (unsigned)place->range.start.line);
	if (id && !*place->item)
		pl_out_puts(out, "</a>");
}

static void show_related(const struct pl_html *html, const struct pl_finding *finding)
{
	struct pl_out *out = html->out;

	if (!finding->related_count)
		return;
	pl_out_puts(out, "<ul class=\"rel\">");
	for (size_t i = 0; i < finding->related_count && i < SHOWN_PLACES; i++) {
		const struct pl_related *place = &finding->related[i];

		pl_out_puts(out, "<li>");
		pl_html_short(out, pl_str_of(place->message), MOST_WORDS);
		pl_out_puts(out, *place->item ? ": " : ", ");
		show_place(html, place, strcmp(place->path, finding->path) != 0);
		pl_out_puts(out, "</li>");
	}
	if (finding->related_count > SHOWN_PLACES)
		pl_out_print(out, "<li>and %zu more</li>", finding->related_count - SHOWN_PLACES);
	pl_out_puts(out, "</ul>");
}

static bool is_other(const char *advice, const char *usual) { return advice && *advice && strcmp(advice, usual) != 0; }

/* Why, in place; in a page of many plans each rule is explained once, at the end. */
static void show_why(const struct pl_html *html, const struct pl_finding *finding)
{
	struct pl_out *out = html->out;
	const struct pl_rule *rule = finding->rule;

	if (html->is_brief)
		return;
	pl_out_puts(out, "<details class=\"same\"><summary>Why?</summary><p>");
	pl_html_string(out, rule->why ? rule->why : rule->summary);
	pl_out_puts(out, "</p>");
	if (rule->advice && is_other(finding->advice, rule->advice)) {
		pl_out_puts(out, "<p>");
		pl_html_string(out, rule->advice);
		pl_out_puts(out, ".</p>");
	}
	pl_out_puts(out, "</details>");
}

/* Which rule, with a link to its examples; which line. */
static void show_foot(const struct pl_html *html, const struct pl_finding *finding)
{
	struct pl_out *out = html->out;

	pl_out_puts(out, "<div class=\"foot\">");
	show_why(html, finding);
	pl_out_puts(out, "<p class=\"q\"><a href=\"#r-");
	pl_html_string(out, finding->rule->id);
	pl_out_puts(out, "\">");
	pl_html_string(out, finding->rule->id);
	pl_out_print(out, "</a>, line %u</p></div>", (unsigned)finding->range.start.line);
}

static void show_number(const struct pl_html *html, const struct pl_html_note *note)
{
	size_t number = note->number;

	if (note->is_marked)
		pl_out_print(html->out,
		             "<a class=\"n\" href=\"#m%zu\" aria-label=\"Finding %zu, to its words\">%zu</a>", number,
		             number, number);
	else
		pl_out_print(html->out, "<span class=\"n\">%zu</span>", number);
}

static void show_note(const struct pl_html *html, const struct pl_html_note *note)
{
	const struct pl_finding *finding = note->finding;
	struct pl_out *out = html->out;

	pl_out_print(out, "<li id=\"f%zu\" class=\"f %c\" data-r=\"", note->number, pl_html_class(finding->severity));
	pl_html_string(out, finding->rule->id);
	pl_out_puts(out, "\"><p>");
	show_number(html, note);
	pl_out_print(out, " <b class=\"s\">%s:</b> ", pl_html_severity(finding->severity));
	pl_html_short(out, pl_str_of(finding->message), html->is_brief ? MOST_WORDS : SIZE_MAX);
	pl_out_puts(out, "</p>");
	if (finding->advice && *finding->advice) {
		pl_out_puts(out, "<p class=\"try\"><b>Try</b> ");
		pl_html_short(out, pl_str_of(finding->advice), html->is_brief ? MOST_WORDS : SIZE_MAX);
		pl_out_puts(out, "</p>");
	}
	show_words(html, note);
	show_related(html, finding);
	show_foot(html, finding);
	pl_out_puts(out, "</li>\n");
}

void pl_html_notes(const struct pl_html *html, const struct pl_html_note *notes)
{
	if (!notes)
		return;
	pl_out_puts(html->out, "<ul class=\"notes\">\n");
	for (; notes; notes = notes->next)
		show_note(html, notes);
	pl_out_puts(html->out, "</ul>\n");
}

/* What was found across plans stands on texts; else it is a line of YAML, which stands in the finding. */
static void show_excerpt(const struct pl_html *html, struct pl_html_note *note)
{
	struct pl_out *out = html->out;

	pl_out_puts(out, "<li class=\"it\"><div class=\"row\"><div class=\"tx\"><p class=\"at\">");
	pl_html_short(out, pl_str_of(note->finding->item), MOST_WORDS);
	pl_out_puts(out, "</p>\n");
	if (note->finding->place && has_line(html, note->finding)) {
		pl_out_puts(out, "<p>");
		pl_html_words(html, note);
		pl_out_puts(out, "</p>\n");
	}
	pl_out_puts(out, "</div>");
	pl_html_notes(html, note);
	pl_out_puts(out, "</div></li>\n");
}

void pl_html_excerpts(const struct pl_html *html, struct pl_html_note *notes)
{
	pl_out_puts(html->out, "<ul class=\"items\">\n");
	for (struct pl_html_note *note = notes, *next; note; note = next) {
		next = note->next;
		note->next = NULL;
		show_excerpt(html, note);
	}
	pl_out_puts(html->out, "</ul>\n");
}
