/* Writes texts of plans so that they stay texts. */
#include "report/clean.h"

#include "base/str.h"
#include "base/utf8.h"
#include "report/screen.h"

/* What Markdown, its tables, HTML, mentions and links are made of. */
const struct pl_escape pl_escape_markdown[] = {
        {'\\', "\\\\"}, {'`', "\\`"}, {'*', "\\*"},  {'_', "\\_"},  {'{', "\\{"},   {'}', "\\}"},   {'[', "\\["},
        {']', "\\]"},   {'(', "\\("}, {')', "\\)"},  {'#', "\\#"},  {'+', "\\+"},   {'-', "\\-"},   {'!', "\\!"},
        {'|', "\\|"},   {'~', "\\~"}, {'>', "&gt;"}, {'<', "&lt;"}, {'&', "&amp;"}, {'@', "&#64;"}, {':', "&#58;"},
        {'$', "&#36;"}, {0}};

static const char *instead_of(const struct pl_escape *table, uint32_t code)
{
	for (; table && table->instead; table++)
		if (table->code == code)
			return table->instead;
	return NULL;
}

static bool is_break(uint32_t code) { return code == '\t' || code == '\n' || code == '\r'; }

void pl_clean(struct pl_out *out, const char *text, const struct pl_escape *table)
{
	struct pl_str rest = pl_str_of(text);

	for (size_t at = 0; at < rest.len;) {
		size_t shown = at;
		uint32_t code = pl_utf8_next(rest, &at);
		const char *instead = instead_of(table, code);
		char bytes[4];

		if (instead)
			pl_out_puts(out, instead);
		else if (is_break(code))
			pl_out_puts(out, " ");
		else
			pl_out_add(out, (struct pl_str){bytes, pl_utf8_put(pl_screen_next(rest, &shown), bytes)});
	}
}

/* A sentence that ends itself gets no second full stop. */
static bool has_end(const char *text) { return *text && strchr(".?!", text[strlen(text) - 1]); }

void pl_clean_sentences(struct pl_out *out, const char *message, const char *advice, const struct pl_escape *table)
{
	pl_clean(out, message, table);
	if (!advice || !*advice)
		return;
	pl_out_puts(out, has_end(message) ? " " : ". ");
	pl_clean(out, advice, table);
}
