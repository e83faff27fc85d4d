/* What the rules ask for and why, and which of them looked. */
#include "report/html.h"

#include "base/str.h"

static void example(struct pl_out *out, const char *name, const char *plan)
{
	if (!plan)
		return;
	pl_out_print(out, "<div><p class=\"k\">%s</p><pre>", name);
	pl_html_text(out, pl_str_trim(pl_str_of(plan)));
	pl_out_puts(out, "</pre></div>\n");
}

static void show_rule(struct pl_out *out, const struct pl_rule *rule)
{
	pl_out_puts(out, "<section class=\"rule\" id=\"r-");
	pl_html_string(out, rule->id);
	pl_out_puts(out, "\"><h3>");
	pl_html_string(out, rule->id);
	pl_out_puts(out, "</h3>\n<p>");
	pl_html_string(out, rule->why ? rule->why : rule->summary);
	pl_out_puts(out, "</p>\n");
	if (rule->advice) {
		pl_out_puts(out, "<p><b>Instead</b> ");
		pl_html_string(out, rule->advice);
		pl_out_puts(out, ".</p>\n");
	}
	pl_out_puts(out, "<div class=\"pair\">");
	example(out, "This is reported", rule->bad);
	example(out, "This is fine", rule->good);
	pl_out_puts(out, "</div></section>\n");
}

static bool has_findings(const struct pl_html_sum *sum, const struct pl_rule *rule)
{
	for (size_t i = 0; i < sum->rules.count; i++)
		if (sum->rules.items[i].rule == rule)
			return true;
	return false;
}

void pl_html_rule_help(struct pl_out *out, const struct pl_run *run, const struct pl_html_sum *sum)
{
	if (!sum->rules.count)
		return;
	pl_out_puts(out, "<section id=\"rules\"><h2>Why these were found</h2>\n<div class=\"rules\">\n");
	for (size_t i = 0; i < pl_run_rule_count(run); i++)
		if (has_findings(sum, pl_run_rule_at(run, i)))
			show_rule(out, pl_run_rule_at(run, i));
	pl_out_puts(out, "</div></section>\n");
}

void pl_html_checked(struct pl_out *out, const struct pl_run *run)
{
	size_t count = 0;

	for (size_t i = 0; i < pl_run_rule_count(run); i++)
		count += pl_run_rule_enabled(run, pl_run_rule_at(run, i));
	pl_out_print(
	        out,
	        "<section id=\"checked\"><h2>What was checked</h2>\n<details><summary>%zu rule%s looked at every plan</summary>\n<dl class=\"checked\">\n",
	        count, pl_plural(count));
	for (size_t i = 0; i < pl_run_rule_count(run); i++) {
		const struct pl_rule *rule = pl_run_rule_at(run, i);

		if (!pl_run_rule_enabled(run, rule))
			continue;
		pl_out_puts(out, "<div><dt>");
		pl_html_string(out, rule->id);
		pl_out_puts(out, "</dt><dd>");
		pl_html_string(out, rule->summary);
		pl_out_puts(out, "</dd></div>\n");
	}
	pl_out_puts(out, "</dl></details></section>\n");
}
