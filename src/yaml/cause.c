/* The usual causes of YAML mistakes, in order of certainty: the first that fits is named. */
#include "yaml/cause.h"

#include "base/str.h"

static bool stand_at(struct pl_look *look, uint32_t begin, uint32_t end)
{
	look->span = pl_look_span(look, begin, end);
	return true;
}

/* The value on that line is what should be in quotes. */
static bool stand_on_value(struct pl_look *look, uint32_t begin, const struct pl_look_line *line)
{
	look->quote = pl_str_trim(pl_str_sub(look->text, line->value, line->end));
	return stand_at(look, begin, begin + 1);
}

static bool on_one_line(const struct pl_look *look) { return look->line.begin == look->context.begin; }

static bool starts_line(const struct pl_look *look) { return look->mistake->at == look->line.first; }

static bool merge_conflict(struct pl_look *look)
{
	static const char *const marks[] = {"<<<<<<<", "=======", ">>>>>>>"};

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		struct pl_str mark = pl_str_of(marks[i]);

		if (pl_str_starts(pl_str_sub(look->text, look->line.begin, look->text.len), mark))
			return stand_at(look, look->line.begin, look->line.end);
		if (pl_str_starts(pl_str_sub(look->text, look->context.begin, look->text.len), mark))
			return stand_at(look, look->context.begin, look->context.end);
	}
	return false;
}

/* Characters that no editor shows, and libyaml, after YAML 1.1, takes for the end of a line. */
static bool holds_hidden_break(struct pl_look *look, uint32_t begin, uint32_t end)
{
	static const char *const breaks[] = {"\xe2\x80\xa8", "\xe2\x80\xa9", "\xc2\x85"};

	for (uint32_t at = begin; at < end; at++)
		for (size_t i = 0; i < sizeof breaks / sizeof *breaks; i++)
			if (pl_str_starts(pl_str_sub(look->text, at, end), pl_str_of(breaks[i])))
				return stand_at(look, at, at + (uint32_t)strlen(breaks[i]));
	return false;
}

static bool hidden_break(struct pl_look *look)
{
	uint32_t begin = look->line.begin;

	return holds_hidden_break(look, look->context.begin, look->context.end) ||
	       holds_hidden_break(look, begin < 3 ? 0 : begin - 3, look->line.end);
}

static bool tab(struct pl_look *look)
{
	struct pl_str indent = pl_str_sub(look->text, look->line.begin, look->line.first);
	const char *first = indent.len ? memchr(indent.ptr, '\t', indent.len) : NULL;
	uint32_t at = first ? (uint32_t)(first - look->text.ptr) : look->mistake->at;

	if (!first && look->byte != '\t')
		return false;
	look->span = (struct pl_span){at, at};
	while (look->span.end < look->text.len && look->text.ptr[look->span.end] == '\t')
		look->span.end++;
	return true;
}

static bool missing_key(struct pl_look *look)
{
	return look->byte == ':' && look->mistake->at == look->line.key &&
	       stand_at(look, look->mistake->at, look->mistake->at + 1);
}

static bool second_colon(struct pl_look *look)
{
	return pl_look_problem(look, "mapping values are not allowed") && look->mistake->at > look->line.value &&
	       look->line.value > look->line.key && stand_on_value(look, look->mistake->at, &look->line);
}

static bool colon_in_brackets(struct pl_look *look)
{
	return pl_look_problem(look, "did not find expected ','") && look->byte == ':' && on_one_line(look) &&
	       stand_at(look, look->mistake->at, look->mistake->at + 1);
}

static bool indented_too_far(struct pl_look *look)
{
	return pl_look_problem(look, "mapping values are not allowed") && look->has_before &&
	       look->line.first - look->line.begin > look->before.key - look->before.begin &&
	       stand_at(look, look->line.first, look->mistake->at);
}

static bool text_above_key(struct pl_look *look)
{
	return pl_look_problem(look, "mapping values are not allowed") && look->has_before &&
	       stand_at(look, look->before.first, look->before.end);
}

static bool bad_beginning(struct pl_look *look)
{
	static const char *const contexts[] = {"scanning an alias", "scanning an anchor", "a tag", "a block scalar"};
	uint32_t at = look->mistake->at;
	bool fits = pl_look_problem(look, "cannot start any token") || pl_look_problem(look, "expected node content") ||
	            pl_look_problem(look, "mapping keys are not allowed");

	for (size_t i = 0; i < sizeof contexts / sizeof *contexts; i++)
		if (pl_look_context(look, contexts[i])) {
			at = look->mistake->context_at;
			fits = true;
		}
	if (pl_look_problem(look, "undefined tag handle"))
		fits = true;
	if (!fits || at >= look->text.len || !strchr("@`%*&!|>?,]}[{", look->text.ptr[at]))
		return false;
	look->mark = look->text.ptr[at];
	look->quote = pl_str_trim(pl_str_sub(look->text, at, pl_look_line(look->text, at).end));
	return stand_at(look, at, at + 1);
}

static bool list_behind_key(struct pl_look *look)
{
	return pl_look_problem(look, "block sequence entries are not allowed") &&
	       stand_on_value(look, look->mistake->at, &look->line);
}

static bool open_quote(struct pl_look *look)
{
	return pl_look_context(look, "scanning a quoted scalar") &&
	       stand_at(look, look->mistake->context_at, look->context.end);
}

/* The last scalar ends just before the mistake, on its line. */
static bool follows_quoted(const struct pl_look *look)
{
	const struct pl_text *last = &look->mistake->last;
	struct pl_str between = pl_str_sub(look->text, pl_text_token(last).end, look->mistake->at);

	return (last->style == PL_SCALAR_SINGLE || last->style == PL_SCALAR_DOUBLE) &&
	       pl_text_token(last).end > look->line.begin && pl_text_token(last).end <= look->mistake->at &&
	       !pl_str_trim(between).len;
}

/* A quoted text that ran over lines with keys in them up to the next quotation mark, which was meant to open. */
static bool quote_ran_on(struct pl_look *look)
{
	struct pl_span token = pl_text_token(&look->mistake->last);
	struct pl_look_line first = pl_look_line(look->text, token.begin);

	return follows_quoted(look) && first.begin != look->line.begin && pl_look_has_key(look->text, &look->line) &&
	       look->line.value <= token.end && stand_at(look, token.begin, first.end);
}

static bool apostrophe(struct pl_look *look)
{
	uint32_t end = pl_text_token(&look->mistake->last).end;

	if (!follows_quoted(look) || look->mistake->last.style != PL_SCALAR_SINGLE || end != look->mistake->at)
		return false;
	return stand_at(look, end - 1, end);
}

static bool text_behind_quote(struct pl_look *look)
{
	if (!follows_quoted(look))
		return false;
	look->quote = pl_str_trim(pl_str_sub(look->text, look->mistake->last.token, look->line.end));
	return stand_at(look, look->mistake->at, look->line.end);
}

/* Behind a bracket that closed on this line stands more. */
static bool bracket_closed_early(struct pl_look *look)
{
	uint32_t at = look->mistake->at;
	char first = look->line.value < look->text.len ? look->text.ptr[look->line.value] : '\0';

	while (at > look->line.value && (look->text.ptr[at - 1] == ' ' || look->text.ptr[at - 1] == '\t'))
		at--;
	if (at <= look->line.value || !strchr("]}", look->text.ptr[at - 1]) || (first != '[' && first != '{'))
		return false;
	if (look->byte == ']' || look->byte == '}' || pl_look_problem(look, "did not find expected ','"))
		return false;
	look->mark = first;
	return stand_on_value(look, look->line.value, &look->line);
}

static bool bracket_too_many(struct pl_look *look)
{
	look->mark = look->byte;
	return (look->byte == ']' || look->byte == '}') && pl_look_problem(look, "did not find expected") &&
	       stand_at(look, look->mistake->at, look->mistake->at + 1);
}

static bool comment_hides_bracket(struct pl_look *look)
{
	struct pl_str rest = pl_str_sub(look->text, look->mistake->context_at, look->context.end);
	const char *hash =
	        pl_look_problem(look, "did not find expected ','") && rest.len ? memchr(rest.ptr, '#', rest.len) : NULL;
	uint32_t at;

	if (!hash || !(memchr(hash, ']', (size_t)(rest.ptr + rest.len - hash)) ||
	               memchr(hash, '}', (size_t)(rest.ptr + rest.len - hash))))
		return false;
	at = (uint32_t)(hash - look->text.ptr);
	return look->text.ptr[at - 1] == ' ' && stand_at(look, at, look->context.end);
}

static bool open_bracket(struct pl_look *look)
{
	uint32_t bracket = look->mistake->bracket;
	bool ran_on =
	        look->mistake->at >= look->text.len || starts_line(look) || (!on_one_line(look) && look->byte == ':');

	if (bracket >= look->text.len || !ran_on || look->byte == '"' ||
	    !(pl_look_problem(look, "did not find expected ','") || pl_look_problem(look, "expected node content")))
		return false;
	look->mark = look->text.ptr[bracket];
	return stand_at(look, bracket, pl_look_line(look->text, bracket).end);
}

static bool missing_comma(struct pl_look *look)
{
	return pl_look_problem(look, "did not find expected ','") &&
	       stand_at(look, look->mistake->at, look->mistake->at + 1);
}

/* `due:Q1`: stands on a colon that has no space after it, the first of a line that has no other key. */
static bool colon_without_space(struct pl_look *look)
{
	bool above = pl_look_problem(look, "mapping values are not allowed") && look->has_before;
	const struct pl_look_line *line = above ? &look->before : &look->context;
	struct pl_str text = pl_str_sub(look->text, line->key, line->end);
	const char *colon = text.len ? memchr(text.ptr, ':', text.len) : NULL;
	uint32_t at = colon ? (uint32_t)(colon - look->text.ptr) : 0;

	if (!above && !pl_look_problem(look, "could not find expected ':'"))
		return false;
	if (!colon || colon == text.ptr || memchr(text.ptr, ' ', (size_t)(colon - text.ptr)) ||
	    pl_look_has_key(look->text, line))
		return false;
	return stand_at(look, at, at + 1);
}

static bool dash_without_space(struct pl_look *look)
{
	const struct pl_look_line *lines[] = {&look->line, look->has_before ? &look->before : &look->line};

	for (size_t i = 0; i < 2; i++) {
		struct pl_str text = pl_str_sub(look->text, lines[i]->first, lines[i]->end);

		if (starts_line(look) && text.len > 1 && text.ptr[0] == '-' && text.ptr[1] != '-' &&
		    !pl_ascii_is_space(text.ptr[1]) && pl_look_has_key(look->text, lines[i]))
			return stand_at(look, lines[i]->first, lines[i]->first + 1);
	}
	return false;
}

static bool long_key(struct pl_look *look)
{
	return pl_look_problem(look, "could not find expected ':'") &&
	       look->mistake->at - look->mistake->context_at > 1024 &&
	       stand_at(look, look->mistake->context_at, look->mistake->at);
}

static bool no_key(struct pl_look *look)
{
	return pl_look_problem(look, "could not find expected ':'") &&
	       stand_at(look, look->mistake->context_at, look->context.end);
}

static bool bad_escape(struct pl_look *look)
{
	uint32_t at = look->mistake->at;

	if (!pl_look_context(look, "parsing a quoted scalar"))
		return false;
	while (at > look->mistake->context_at && (at >= look->text.len || look->text.ptr[at] != '\\'))
		at--;
	return stand_at(look, at, at + 2);
}

static bool list_under_text(struct pl_look *look)
{
	return starts_line(look) && look->byte == '-' && look->has_before && look->line.key > look->line.first &&
	       look->before.value < look->before.end && pl_look_has_key(look->text, &look->before) &&
	       look->line.first - look->line.begin == look->before.key - look->before.begin &&
	       stand_at(look, look->mistake->at, look->line.end);
}

static bool behind_document_end(struct pl_look *look)
{
	return pl_look_problem(look, "expected <document start>") && look->has_before &&
	       pl_str_starts(pl_str_sub(look->text, look->before.begin, look->text.len), PL_STR("...")) &&
	       stand_at(look, look->mistake->at, look->line.end);
}

static bool directive(struct pl_look *look)
{
	return look->text.len > look->line.begin && look->text.ptr[look->line.begin] == '%' &&
	       stand_at(look, look->line.begin, look->line.end);
}

static bool wrong_indent(struct pl_look *look)
{
	return starts_line(look) && pl_look_problem(look, "did not find expected") &&
	       stand_at(look, look->line.first, look->line.end);
}

static bool anything(struct pl_look *look) { return stand_at(look, look->mistake->at, look->line.end); }

static const struct pl_cause causes[] = {
        {merge_conflict, "a conflict between two versions of the file was left unresolved here",
         "Keep the lines that are right and delete the others, together with the lines of '<<<<<<<', '=======' and "
         "'>>>>>>>'"},
        {hidden_break, "a line separator, which cannot be seen, ends the line here",
         "Write a space instead; it comes along when text is copied from another program"},
        {bad_escape, "in double quotes a backslash begins a special character, and this is none",
         "Use single quotes around the text, or write each backslash twice"},
        {open_quote, "the quotation mark that opens here is never closed",
         "Close the text with the same mark; if it only begins with an apostrophe, put all of it in double quotes"},
        {tab, "a tab is used to indent this line, and YAML takes only spaces", "Replace the tab with spaces"},
        {directive, "a line that begins with '%%' is an instruction to the YAML reader, and this one is not known",
         "Delete the line, or put the text in quotes"},
        {missing_key, "there is no key before this colon", "Write the key in front of the colon, or delete the line"},
        {second_colon, "a colon followed by a space is read as the end of a key, and this line has two",
         "Put the whole text in quotes"},
        {indented_too_far, "this line is indented further than the one above, so it is read as part of that text",
         "Begin it in the same column as the key above; if it does belong to the text, put the whole text in quotes"},
        {colon_without_space, "a space is missing after this colon", "Write a space between the colon and the value"},
        {text_above_key, "this line is text without a key, and keys follow",
         "Write a key and a colon in front of it, or put '#' before it to make it a comment"},
        {comment_hides_bracket, "everything from ' #' on is a comment, the closing bracket too",
         "Put the text with the '#' in quotes"},
        {open_bracket, "the '%c' that opens here is never closed",
         "Close it at the end of the list; if a text begins with it, put the text in quotes"},
        {bad_beginning, "a text cannot begin with '%c' unless it is in quotes", "Put the whole text in quotes"},
        {list_behind_key, "a list cannot begin on the same line as its key",
         "Put each entry with its '- ' on a line of its own below the key; if it is a text, put it in quotes"},
        {colon_in_brackets, "a colon inside brackets is read as the end of a key, and here none is expected",
         "Put the text that holds the colon in quotes"},
        {quote_ran_on, "the quotation mark that opens here is not closed on this line, and the text runs on",
         "Close the text with the same mark"},
        {apostrophe, "the text in single quotes ends at this apostrophe",
         "Write the apostrophe twice, or put the text in double quotes"},
        {text_behind_quote, "text follows the closing quotation mark",
         "Put all of the text inside one pair of quotes, or write it without quotes"},
        {bracket_too_many, "there is one '%c' too many", "Delete it, or put the text in quotes"},
        {bracket_closed_early,
         "a text cannot begin with '%c' unless it is in quotes: YAML reads a list or a group of keys",
         "Put the whole text in quotes"},
        {missing_comma, "a comma or a closing bracket is missing before this",
         "Separate the entries with commas, and put texts that hold brackets or colons in quotes"},
        {long_key, "this text is too long for a key", "If it is text, put it in quotes after a key"},
        {no_key, "this line is neither 'key: value' nor part of the text above",
         "If it goes on with the text above, indent it further than the key; if it is a key, end it with a colon"},
        {dash_without_space, "a space is missing after this '-'", "Write a space between the '-' and the text"},
        {list_under_text, "a list cannot stand under a key that already has a text",
         "Move the text elsewhere, or make it the first entry of the list"},
        {behind_document_end, "nothing but '---' may follow the line '...', which ends a plan",
         "Delete the line '...', or begin the next plan with '---'"},
        {wrong_indent, "this line is not indented like the lines it belongs with",
         "Begin keys of one item in the same column, and list entries ('- ') of one list too"},
        {anything, "the file cannot be read from here", "Check the punctuation and the indentation of this line"},
};

const struct pl_cause *pl_cause_find(struct pl_look *look)
{
	const struct pl_cause *cause = causes;

	while (!cause->fits(look))
		cause++;
	return cause;
}
