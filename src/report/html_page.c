/* The frame of the page: head with style and script, which nothing but their sums lets in, filters and foot. */
#include "report/html.h"

#include "base/sha256.h"
#include "base/str.h"

/* Made from page/style.css and page/script.js: a text a line. */
static const char *const style[] = {
#include "report/page/style.css.inc"
        NULL};

static const char *const script[] = {
#include "report/page/script.js.inc"
        NULL};

static void sum_of(const char *const *lines, char sum[45])
{
	struct pl_sha256 sha;

	pl_sha256_begin(&sha);
	for (; *lines; lines++)
		pl_sha256_add(&sha, pl_str_of(*lines));
	pl_sha256_base64(&sha, sum);
}

static void put(struct pl_out *out, const char *const *lines)
{
	for (; *lines; lines++)
		pl_out_puts(out, *lines);
}

/* Whatever a plan may smuggle in, the page runs and loads nothing but its own. */
static void policy(struct pl_out *out)
{
	char style_sum[45], script_sum[45];

	sum_of(style, style_sum);
	sum_of(script, script_sum);
	pl_out_print(out,
	             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
	             "style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; "
	             "form-action 'none'\"/>\n",
	             style_sum, script_sum);
}

void pl_html_head(struct pl_out *out, const char *title, bool has_findings)
{
	pl_out_puts(out, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\"/>\n");
	policy(out);
	pl_out_puts(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
	                 "<meta name=\"generator\" content=\"planlint " PL_VERSION "\"/>\n"
	                 "<meta name=\"robots\" content=\"noindex\"/>\n<title>");
	pl_html_string(out, title);
	pl_out_puts(out, "</title>\n<style>");
	put(out, style);
	pl_out_print(out, "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#plans\">To the %s</a>\n",
	             has_findings ? "findings" : "plan");
}

void pl_html_filters(struct pl_out *out)
{
	pl_out_puts(
	        out,
	        "<form id=\"filters\" role=\"search\" aria-label=\"Filter the findings\" hidden=\"hidden\">\n"
	        "<fieldset><legend>Severity</legend>"
	        "<label><input type=\"checkbox\" name=\"severity\" value=\"e\" checked=\"checked\"/> Errors</label> "
	        "<label><input type=\"checkbox\" name=\"severity\" value=\"w\" checked=\"checked\"/> Warnings</label> "
	        "<label><input type=\"checkbox\" name=\"severity\" value=\"i\" checked=\"checked\"/> Info</label>"
	        "</fieldset>\n"
	        "<label><span>Rule</span><select name=\"rule\"><option value=\"\">all rules</option></select></label>\n"
	        "<label><span>Plan</span><select name=\"plan\"><option value=\"\">all plans</option></select></label>\n"
	        "<label><span>Words</span><input type=\"search\" name=\"text\"/></label>\n"
	        "<label><input type=\"checkbox\" name=\"only\"/> Only what has findings</label>\n"
	        "<button type=\"reset\">Show everything</button>\n<output></output>\n</form>\n");
}

void pl_html_foot(struct pl_out *out)
{
	pl_out_puts(
	        out,
	        "<footer><p class=\"small\">Made by planlint " PL_VERSION
	        ". It reads words and dates; whether the plan is the right one is for people to judge.</p></footer>\n"
	        "<script>");
	put(out, script);
	pl_out_puts(out, "</script>\n</body>\n</html>\n");
}
