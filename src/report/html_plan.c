/* A plan as its officer knows it: headings, fields and lists in the plan's own order, findings beside the words. */
#include "report/html.h"

#include "base/str.h"
#include "report/redact.h"

enum { SHORT_FIELD = 48, PLAN_HEADING = 3, LOWEST_HEADING = 6, BRIEF_PATH = 300 };

static bool is_section(const struct pl_item *item)
{
	return item->kind == PL_ITEM_THEME || item->kind == PL_ITEM_OBJECTIVE || item->kind == PL_ITEM_ACTION;
}

/* Its title, else the file's name. */
static void show_plan_name(const struct pl_html *html, const struct pl_item *plan)
{
	pl_html_string(html->out, pl_html_name(html, plan->title ? plan->title->value : pl_str_of(plan->plan->path)));
}

/* ---- fields ----------------------------------------------------------------------------------------------------- */

static bool is_marked(const struct pl_html_field *field, const struct pl_html_note *notes)
{
	for (; field->text && notes; notes = notes->next)
		if (!notes->is_marked && pl_html_is_in(field->text, notes->finding))
			return true;
	return false;
}

static void show_field(const struct pl_html *html, const struct pl_html_field *field, struct pl_html_note *notes)
{
	if (field->text)
		pl_html_value(html, field->text, notes, field->is_person);
	else
		pl_html_string(html->out, field->plain);
}

/* Short ones stand behind each other on a line. */
static bool is_long(const struct pl_html_fields *fields, size_t first, size_t end)
{
	size_t length = 0;

	for (size_t i = first; i < end; i++)
		length += fields->items.items[i].text ? fields->items.items[i].text->value.len + 2 : 0;
	return length > SHORT_FIELD;
}

static void show_label(const struct pl_html *html, const char *name)
{
	struct pl_str label = pl_str_of(name);

	if (html->redaction) /* an acronym, or the name of a review */
		label = pl_redact_text(html->redaction, html->arena, label, NULL);
	pl_out_puts(html->out, "<dt>");
	pl_html_short(html->out, label, SHORT_FIELD);
	pl_out_puts(html->out, "</dt><dd>");
}

/* Neighbours under one name are one field. */
static size_t group_end(const struct pl_html_fields *fields, size_t first)
{
	size_t end = first + 1;

	while (end < fields->items.count &&
	       strcmp(fields->items.items[end].label, fields->items.items[first].label) == 0)
		end++;
	return end;
}

static void show_fields(const struct pl_html *html, const struct pl_item *item, struct pl_html_note *notes)
{
	struct pl_html_fields fields = {0};
	bool any = false;

	pl_html_fields(html->arena, item, &fields);
	for (size_t i = 0, end; i < fields.items.count; i = end) {
		end = group_end(&fields, i);
		if (html->is_brief && !is_marked(&fields.items.items[i], notes)) {
			end = i + 1;
			continue;
		}
		pl_out_puts(html->out, any ? "" : "<dl>");
		any = true;
		pl_out_puts(html->out, is_long(&fields, i, end) ? "<div class=\"long\">" : "<div>");
		show_label(html, fields.items.items[i].label);
		for (size_t k = i; k < end; k++) {
			pl_out_puts(html->out, k > i ? "; " : "");
			show_field(html, &fields.items.items[k], notes);
		}
		pl_out_puts(html->out, "</dd></div>");
	}
	pl_out_puts(html->out, any ? "</dl>\n" : "");
}

/* ---- items ------------------------------------------------------------------------------------------------------ */

static void show_title(const struct pl_html *html, const struct pl_item *item, struct pl_html_note *notes)
{
	if (item->ref) {
		pl_out_puts(html->out, "<span class=\"ref\">");
		pl_html_value(html, item->ref, notes, false);
		pl_out_puts(html->out, "</span> ");
	}
	if (item->title)
		pl_html_value(html, item->title, notes, false);
	else if (item->kind == PL_ITEM_PLAN)
		show_plan_name(html, item);
	else
		pl_out_print(html->out, "<i>%s without a title</i>",
		             item->kind == PL_ITEM_THEME       ? "theme"
		             : item->kind == PL_ITEM_OBJECTIVE ? "objective"
		                                               : pl_item_term(item));
}

/* The words on the left, what was found on the right. */
static void show_row(const struct pl_html *html, struct pl_html_node *node, int heading)
{
	struct pl_out *out = html->out;

	pl_out_puts(out, "<div class=\"row\"><div class=\"tx\">");
	if (heading)
		pl_out_print(out, "<h%d>", heading);
	else
		pl_out_puts(out, "<p>");
	show_title(html, node->item, node->notes);
	if (heading)
		pl_out_print(out, "</h%d>\n", heading);
	else
		pl_out_puts(out, "</p>\n");
	show_fields(html, node->item, node->notes);
	pl_out_puts(out, "</div>");
	pl_html_notes(html, node->notes);
	pl_out_puts(out, "</div>\n");
}

static const char *list_name(const struct pl_html *html, const struct pl_item *item)
{
	const char *name;

	switch (item->kind) {
	case PL_ITEM_TARGET:
		return "SMART targets";
	case PL_ITEM_ACHIEVEMENT:
		return "Last period";
	case PL_ITEM_PRIORITY:
		return "Priorities";
	default:
		name = pl_arena_copy(html->arena, pl_str_of(pl_template_terms(item->plan->template_kind)->milestones));
		if (*name >= 'a' && *name <= 'z')
			((char *)name)[0] = (char)(*name - 'a' + 'A');
		return name;
	}
}

static void show_children(const struct pl_html *html, struct pl_html_node *parent, int heading);

static void show_list(const struct pl_html *html, struct pl_html_node **node)
{
	enum pl_item_kind kind = (*node)->item->kind;

	pl_out_print(html->out, "<p class=\"k\">%s</p>\n<ul class=\"items\">\n", list_name(html, (*node)->item));
	for (; *node && (*node)->item->kind == kind; *node = (*node)->next) {
		pl_out_puts(html->out, "<li class=\"it\"");
		pl_html_put_id(html, *node);
		pl_out_puts(html->out, ">");
		show_row(html, *node, 0);
		pl_out_puts(html->out, "</li>\n");
	}
	pl_out_puts(html->out, "</ul>\n");
}

static void show_section(const struct pl_html *html, struct pl_html_node *node, int heading)
{
	const char *kind = node->item->kind == PL_ITEM_THEME       ? "theme"
	                   : node->item->kind == PL_ITEM_OBJECTIVE ? "objective"
	                                                           : "action";

	pl_out_print(html->out, "<section class=\"it %s\"", kind);
	pl_html_put_id(html, node);
	pl_out_puts(html->out, ">\n");
	show_row(html, node, heading);
	show_children(html, node, heading);
	pl_out_puts(html->out, "</section>\n");
}

/* Recursion is as deep as themes and objectives are nested, which reading a plan bounds. */
static void show_children(const struct pl_html *html, struct pl_html_node *parent, int heading)
{
	struct pl_html_node *node = parent->first;

	while (node) {
		if (!is_section(node->item)) {
			show_list(html, &node);
			continue;
		}
		show_section(html, node, heading < LOWEST_HEADING ? heading + 1 : heading);
		node = node->next;
	}
}

/* ---- in brief --------------------------------------------------------------------------------------------------- */

static void show_brief(const struct pl_html *html, struct pl_html_node *node)
{
	struct pl_out *out = html->out;

	pl_out_puts(out, "<li class=\"it\"");
	pl_html_put_id(html, node);
	pl_out_puts(out, "><div class=\"row\"><div class=\"tx\"><p class=\"at\">");
	pl_html_short(out, pl_str_of(node->notes->finding->item), BRIEF_PATH);
	pl_out_puts(out, "</p>\n");
	if (node->item->title) {
		pl_out_puts(out, "<p>");
		pl_html_value(html, node->item->title, node->notes, false);
		pl_out_puts(out, "</p>\n");
	}
	show_fields(html, node->item, node->notes);
	pl_out_puts(out, "</div>");
	pl_html_notes(html, node->notes);
	pl_out_puts(out, "</div></li>\n");
}

static void show_loud(const struct pl_html *html, struct pl_html_node *node)
{
	for (; node; node = node->next) {
		if (node->notes)
			show_brief(html, node);
		show_loud(html, node->first);
	}
}

void pl_html_plan(const struct pl_html *html, struct pl_html_node *plan)
{
	if (!html->is_brief) {
		show_row(html, plan, PLAN_HEADING);
		show_children(html, plan, PLAN_HEADING);
		return;
	}
	pl_out_print(html->out, "<h%d>", PLAN_HEADING);
	show_plan_name(html, plan->item);
	pl_out_print(html->out, "</h%d>\n<ul class=\"items\">\n", PLAN_HEADING);
	show_loud(html, plan);
	pl_out_puts(html->out, "</ul>\n");
}
